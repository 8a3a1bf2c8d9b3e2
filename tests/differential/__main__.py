"""`python -m differential URL`: walk a real store made for it and the mock store together. The README tells more.

Keys come from WOO_KEY and WOO_SECRET, those that only read from WOO_READ_KEY and WOO_READ_SECRET.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

from differential import logs
from differential.begin import fill, seed_of, stock
from differential.drawing import Plan
from differential.pool import Pool
from differential.replaying import replayed
from differential.report import Report
from differential.shrinking import failing_as, led_to, shrunk
from differential.sides import Keys, MockSide, RealSide
from differential.steps import Step
from differential.surface import described, of_description, of_index, together
from differential.walk import Exchange, Walk
from wooclient.mock.releases import numbers


def main() -> None:
    """Walk a store, or a log."""
    options = _options()
    if options.replay:
        _replay(options)
    else:
        _walk(options)


def _walk(options: argparse.Namespace) -> None:
    """Walk a real store."""
    keys = Keys(
        (os.environ["WOO_KEY"], os.environ["WOO_SECRET"]), (os.environ["WOO_READ_KEY"], os.environ["WOO_READ_SECRET"])
    )
    verify = not options.insecure
    newest = RealSide(options.url, "/wp-json/wc/v3", keys, verify)
    random = Random(options.seed)
    stock(newest, options.stock, random)
    seed = seed_of(newest)
    release = seed["system_status"]["environment"]["version"]
    prefix = described(options.version).prefix
    there = RealSide(options.url, prefix, keys, verify)
    here = MockSide(seed, options.url, prefix, keys)
    pool = Pool(random)
    fill(pool, seed)
    index = there.web.get(there.root).json()
    ours = of_description(options.version)
    operations = together(of_index(index), ours) if "namespace" in index else ours
    plan = Plan(operations, pool, random, deletes_anybody=numbers(release) < (9, 5, 2))
    walk, report, kept = Walk(there, here, pool), Report(), list[Exchange]()
    steps = (plan.next() for _ in itertools.repeat(None, options.requests))
    for done in _until_stopped(walk.walk(steps)):
        report.add(done)
        kept.append(done)
        if report.count % 100 == 0 and not done.step.level:
            print(f"\r{report.count}", end="", file=sys.stderr, flush=True)
    print(f"\nWooCommerce {release}, {options.version}, seed {options.seed}")
    print("\n".join(report.lines(options.show)))
    if options.shrink:
        _shrink(walk, report, kept, options.shrink)
    if options.log:
        log = Path(options.log)
        about = {
            "url": options.url, "version": options.version, "release": release, "seed": options.seed,
            "requests": report.count, "own": logs.write_seed(log.with_name(logs.SEEDS), release, seed, options.url),
        }  # fmt: skip
        logs.write(log, about, ((done.step, done.theirs) for done in kept))


def _until_stopped(exchanges: Iterator[Exchange]) -> Iterator[Exchange]:
    """The exchanges until somebody stops the walk (SIGINT, SIGTERM): what was seen till then is reported and kept."""
    stopped = list[int]()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda number, _: stopped.append(number))
    for done in exchanges:
        yield done
        if stopped:
            return


def _shrink(walk: Walk, report: Report, kept: list[Exchange], many: int) -> None:
    """Print the shortest sequence for each of the commonest differences."""
    for collection, names in list(walk.pool.collections.items()):
        for one in names if collection.count("/") < 3 else ():
            if one.startswith("«") and one != "«user:1»":
                walk.exchange(Step("DELETE", f"{collection}/{one}", [("force", "true")]))
    for name, found in report.commonest(many):
        print(f"\n{name}")
        for step, _ in shrunk(led_to(kept, found[0]), failing_as(name, walk.there, walk.here)):
            print(f"  {step} {'' if step.body is None else json.dumps(step.body, ensure_ascii=False)}")


def _replay(options: argparse.Namespace) -> None:
    """Report what the mock store of today makes of a log."""
    report = Report()
    for done in replayed(Path(options.replay)):
        report.add(done)
    print("\n".join(report.lines(options.show)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m differential", description=__doc__)
    parser.add_argument("url", nargs="?", default="")
    parser.add_argument("--replay", help="the log of an earlier walk, in place of a store")
    parser.add_argument("--version", default="v3", help="v3, v2, v1, legacy-v3, legacy-v2 or legacy-v1")
    parser.add_argument("--requests", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stock", type=int, default=0, help="how many records to make first, in wc/v3")
    parser.add_argument("--show", type=int, default=40, help="how many kinds of difference to show")
    parser.add_argument("--shrink", type=int, default=0, help="how many of them to shrink to their shortest sequence")
    parser.add_argument("--insecure", action="store_true", help="take any certificate")
    parser.add_argument("--log", help="a file for the log of the walk")
    return parser.parse_args()


main()

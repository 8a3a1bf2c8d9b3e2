"""`wooclient contract`: a store held against the description.

Exit codes: 0 they agree, 1 they differ, 2 bad input or a store that died, 130 stopped.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from .._runtime.errors import WooError
from .described.description import VERSIONS, Json
from .report.as_html import page
from .report.as_json import located, report
from .report.as_junit import junit
from .report.comparing import compared
from .running.outcome import Outcome
from .safety.journal import journals
from .safety.masking import Mask
from .session import hold
from .store.probing import Store, Unfit, probe
from .store.target import Target
from .terminal.asked import address, make_room, path, trust, writable
from .terminal.progress import SENTENCE, Progress, forgive_terminals, printable, speak, summary
from .terminal.stopping import LeftBehind, Signals, Stop, Unbegun

_DONE, _DIFFERS, _BAD_INPUT, _STOPPED = 0, 1, 2, 130
_STOPPING = (
    "stopping: what was made is being removed. To stop that too, press Ctrl-C again after a second: then the report "
    "says what is left, and the next writing run removes it"
)
_EPILOG = (
    "Without --allow-writes only GET, HEAD and OPTIONS are sent. With it, everything made carries a mark, is "
    "removed again, and is asked for once more at the end. Ctrl-C clears up and reports; again after a second, it only "
    "reports, and the next writing run clears up. What stores are known to do wrong themselves is told apart."
)


def parser(command: str) -> argparse.ArgumentParser:
    """What the command line takes; `command` is what people call it by."""
    found = argparse.ArgumentParser(
        prog=command, epilog=_EPILOG,
        description="Call every operation of a WooCommerce store and hold its answers against the description.",
    )  # fmt: skip
    store = found.add_mutually_exclusive_group(required=True)
    store.add_argument("--url", help="the address of the store's front page")
    store.add_argument("--mock", action="store_true", help="an own mock store in this process")
    found.add_argument(
        "--key", default=os.environ.get("WOO_KEY", ""), metavar="ck_…", help="or WOO_KEY in the environment"
    )
    found.add_argument(
        "--secret", default=os.environ.get("WOO_SECRET", ""), metavar="cs_…", help="or WOO_SECRET in the environment"
    )
    mode = found.add_mutually_exclusive_group()
    mode.add_argument("--read-only", action="store_true", help="change nothing (the default, except for --mock)")
    mode.add_argument("--allow-writes", action="store_true", help="make, change and remove things of the suite's own")
    found.add_argument(
        "--versions", type=_versions, default=VERSIONS, metavar="v3,v2", help=f"of {', '.join(VERSIONS)}"
    )
    found.add_argument("--compare", metavar="URL2", help="make the same calls on another store, and show what differs")
    found.add_argument("--compare-key", default=os.environ.get("WOO_COMPARE_KEY", ""), metavar="ck_…", help="its key")
    found.add_argument(
        "--compare-secret", default=os.environ.get("WOO_COMPARE_SECRET", ""), metavar="cs_…", help="and its secret"
    )
    found.add_argument("--workers", type=_count, default=4, metavar="N", help="scenarios side by side (default: 4)")
    found.add_argument("--report", type=path, metavar="DIR", help="write report.html and report.json there")
    found.add_argument("--strict", action="store_true", help="count known defects of the store as failures")
    found.add_argument("--junit", type=path, metavar="FILE", help="write JUnit XML there")
    trusting = found.add_mutually_exclusive_group()
    trusting.add_argument("--ca-file", type=path, metavar="FILE", help="trust this authority's certificates")
    trusting.add_argument("--insecure", action="store_true", help="trust any certificate")
    return found


def main(
    arguments: Sequence[str] | None = None,
    command: str = "wooclient contract",
    locate: Callable[[str], str] = str,
) -> int:
    """Run the command; the exit code. `locate` turns a place in the spec, file and pointer, into what reports show."""
    forgive_terminals()
    asked = parser(command).parse_args(arguments)
    mask = Mask(asked.key, asked.secret, asked.compare_key, asked.compare_secret)
    outcomes: list[Outcome] = []
    publish = partial(_publish, asked, mask, outcomes, locate)
    stop = Stop()
    with Signals(lambda: speak(sys.stderr, f"\ncontract: {_STOPPING}\n")) as signals:
        try:
            code = _tried(partial(signals.attend, partial(_hold, asked, mask, outcomes, stop), stop), mask)
        except Unbegun:
            _tell("stopped before the run began; nothing was changed")
            return _STOPPED
        except LeftBehind:
            outcomes[-1].cut_short()
            # Threads that wait for a store would keep Python from its end.
            os._exit(_tried(publish, mask))
        # What one store came to is not lost because the other could not be run.
        return max(code, _tried(publish, mask)) if outcomes else code


def _tried(act: Callable[[], int], mask: Mask) -> int:
    """The exit code of a part of the command; what keeps it from its end is told in a sentence."""
    try:
        return act()
    except (Unfit, WooError, OSError, ValueError) as error:
        _tell(mask.short(str(error), SENTENCE))
        return _BAD_INPUT


def _publish(asked: argparse.Namespace, mask: Mask, outcomes: list[Outcome], locate: Callable[[str], str]) -> int:
    """Write the reports, and show the summary."""
    found = report(outcomes[0], mask)
    if len(outcomes) == 2:
        found["compared"] = compared(outcomes[0], outcomes[1], mask)
    found = located(found, locate)
    _write(asked, found)
    if not speak(sys.stdout, summary(found)) and sys.stdout is not None:
        raise Unfit("the summary could not be written to the standard output")
    return max(_code(outcome) for outcome in outcomes)


def _tell(text: str) -> None:
    speak(sys.stderr, f"contract: {printable(text)}\n")


def _code(outcome: Outcome) -> int:
    if outcome.end == "store died":
        left = "; these things are left, and the next writing run clears them" if outcome.left else ""
        _tell(f"the store stopped answering in the middle of the run{left}")
        return _BAD_INPUT
    if outcome.end == "stopped":
        _tell("stopped before the end; what was made is removed, the report is partial")
        return _STOPPED
    if outcome.end == "cut short":
        _tell("stopped before what was made was removed; the next writing run removes it, the report is partial")
        return _STOPPED
    return _DONE if outcome.is_good else _DIFFERS


def _hold(asked: argparse.Namespace, mask: Mask, outcomes: list[Outcome], stop: Stop) -> int:
    """The run, and a second one on the store to be compared with. Both are looked at before either begins."""
    make_room(_reports(asked))
    if asked.insecure:
        _tell("warning: --insecure trusts any certificate; whoever sits between can read the key")
    with _targets(asked) as targets:
        looks = [(target, probe(target, asked.versions, writes=not target.read_only)) for target in targets]
        for target, store in looks:
            # Beside a run that did not come to its end, another would differ in everything.
            if all(outcome.end == "complete" for outcome in outcomes):
                _one(asked, target, store, stop, Progress(mask), outcomes)
    return _DONE


def _one(
    asked: argparse.Namespace,
    target: Target,
    store: Store,
    stop: Stop,
    progress: Progress,
    outcomes: list[Outcome],
) -> None:
    """One store's run; what it comes to is in `outcomes` as soon as it begins, and no more if it cannot go on."""
    earlier = len(outcomes)

    def begun(outcome: Outcome) -> None:
        outcome.strict = asked.strict
        outcomes.append(outcome)
        stop.begin()

    try:
        if target.read_only:
            _remind(target, store, progress)
        hold(
            target, asked.versions, workers=asked.workers, stop=stop, keep_tape=asked.compare is not None,
            say=progress.say, progress=progress.ended, store=store, begun=begun,
        )  # fmt: skip
    except BaseException:
        del outcomes[earlier:]
        raise
    finally:
        progress.close()


def _remind(target: Target, store: Store, progress: Progress) -> None:
    """Say what a run that was killed has left, which a run that only reads cannot put back."""
    if "products.list" not in store.stage:
        return
    with suppress(WooError), target.client() as woo:
        for journal in journals(woo):
            loans = [f"{loan.version} {loan.operation} {' '.join(map(str, loan.ids))}" for loan in journal.loans]
            owed = f"; it has not put back {', '.join(loans)}" if loans else ""
            progress.say(f"a writing run ({journal.mark}) goes on, or was killed{owed}: the next writing run clears up")


@contextmanager
def _targets(asked: argparse.Namespace) -> Generator[list[Target], None, None]:
    """The store, and the one to be compared with if there is one. A mock store follows the mode of that one."""
    second = [_live(asked, asked.compare, "compare_")] if asked.compare else []
    if not asked.mock:
        yield [_live(asked, asked.url), *second]
        return
    reads = asked.read_only or bool(second and not asked.allow_writes)
    from ..mock import MockStore  # it takes memory that a run on a store of somebody's own does not need

    with MockStore() as store:
        store.remembers = 10  # a run makes thousands of requests, and looks at none there
        yield [Target(store.url, store.key, store.secret, read_only=reads, transport=store.transport), *second]


def _live(asked: argparse.Namespace, url: str, prefix: str = "") -> Target:
    key, secret = (getattr(asked, f"{prefix}{name}") for name in ("key", "secret"))
    for name, value in (("key", key), ("secret", secret)):
        if not value:
            option = f"{prefix}{name}"
            raise Unfit(f"there is no --{option.replace('_', '-')}, and no WOO_{option.upper()} in the environment")
    return Target(address(url), key, secret, verify=trust(asked), read_only=not asked.allow_writes)


def _reports(asked: argparse.Namespace) -> dict[Path, Callable[[Json], bytes]]:
    """Where reports go, and what makes them."""
    found: dict[Path, Callable[[Json], bytes]] = {}
    if asked.report is not None:
        found[asked.report / "report.json"] = _text
        found[asked.report / "report.html"] = lambda report: page(report).encode()
    if asked.junit is not None:
        found[asked.junit] = junit
    return found


def _text(report: Json) -> bytes:
    return (json.dumps(report, ensure_ascii=False, indent=1) + "\n").encode()


def _write(asked: argparse.Namespace, found: Json) -> None:
    for place, form in _reports(asked).items():
        with writable(place):
            place.write_bytes(form(found))


def _versions(text: str) -> tuple[str, ...]:
    asked = [version.strip() for version in text.split(",")]
    unknown = [version for version in asked if version not in VERSIONS]
    if unknown:
        raise argparse.ArgumentTypeError(f"there is no version {unknown[0]!r}; there are {', '.join(VERSIONS)}")
    return tuple(version for version in VERSIONS if version in asked)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of workers from 1 to 64")
    return int(text)

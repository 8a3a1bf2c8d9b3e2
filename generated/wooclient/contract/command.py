"""`wooclient contract`: a store held against the description.

Exit codes: 0 they agree, 1 they differ, 2 bad input or a store that died, 130 stopped.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import ssl
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import httpx

from .._runtime.address import store_url
from .._runtime.errors import WooError
from ..mock import MockStore
from .comparing import compared
from .description import VERSIONS, Json
from .masking import Mask
from .outcome import Outcome
from .probing import Unfit
from .progress import Progress, printable, summary
from .report_html import page
from .report_json import report
from .report_junit import junit
from .session import hold
from .target import Target

_DONE, _DIFFERS, _BAD_INPUT, _STOPPED = 0, 1, 2, 130
_EPILOG = (
    "Without --allow-writes nothing but GET, HEAD and OPTIONS can leave. With it, everything made carries a mark and "
    "is removed again; what an interrupted run left, the next one clears."
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
    found.add_argument("--report", type=Path, metavar="DIR", help="write report.html and report.json there")
    found.add_argument("--junit", type=Path, metavar="FILE", help="write JUnit XML there")
    trust = found.add_mutually_exclusive_group()
    trust.add_argument("--ca-file", type=Path, metavar="FILE", help="trust this authority's certificates")
    trust.add_argument("--insecure", action="store_true", help="trust any certificate")
    return found


def main(arguments: Sequence[str] | None = None, command: str = "wooclient contract") -> int:
    """Run the command; the exit code."""
    asked = parser(command).parse_args(arguments)
    mask = Mask(asked.key, asked.secret, asked.compare_key, asked.compare_secret)
    try:
        _make_room(asked)
        outcomes = _hold(asked)
    except (Unfit, WooError, OSError, ValueError) as error:
        print(f"contract: {printable(mask.text(str(error)))}", file=sys.stderr)
        return _BAD_INPUT
    found = report(outcomes[0], mask)
    if len(outcomes) == 2:
        found["compared"] = compared(outcomes[0], outcomes[1], mask)
    _write(asked, found)
    print(summary(found), end="")
    return max(_code(outcome) for outcome in outcomes)


def _code(outcome: Outcome) -> int:
    if outcome.end == "store died":
        left = "; these things are left, and the next writing run clears them" if outcome.left else ""
        print(f"contract: the store stopped answering in the middle of the run{left}", file=sys.stderr)
        return _BAD_INPUT
    if outcome.end == "stopped":
        print("contract: stopped before the end; what was made is removed, the report is partial", file=sys.stderr)
        return _STOPPED
    return _DONE if outcome.is_good else _DIFFERS


def _hold(asked: argparse.Namespace) -> list[Outcome]:
    """The run, and a second one on the store to be compared with."""
    if asked.insecure:
        warning = "contract: warning: --insecure trusts any certificate; whoever sits between can read the key"
        print(warning, file=sys.stderr)
    with _targets(asked) as targets, _interruptible() as stop:
        return [_one(asked, target, stop, len(targets) == 2) for target in targets]


def _one(asked: argparse.Namespace, target: Target, stop: Event, keep_tape: bool) -> Outcome:
    progress = Progress()
    try:
        return hold(
            target, asked.versions, workers=asked.workers, stop=stop, keep_tape=keep_tape,
            say=progress.say, progress=progress.ended,
        )  # fmt: skip
    finally:
        progress.close()


@contextmanager
def _targets(asked: argparse.Namespace) -> Generator[list[Target], None, None]:
    """The store, and the one to be compared with if there is one. A mock store follows the mode of that one."""
    second = [_live(asked, asked.compare, "compare_")] if asked.compare else []
    if not asked.mock:
        yield [_live(asked, asked.url), *second]
        return
    reads = asked.read_only or bool(second and not asked.allow_writes)
    with MockStore() as store:
        yield [Target(store.url, store.key, store.secret, read_only=reads, transport=store.transport), *second]


def _live(asked: argparse.Namespace, url: str, prefix: str = "") -> Target:
    key, secret = (getattr(asked, f"{prefix}{name}") for name in ("key", "secret"))
    for name, value in (("key", key), ("secret", secret)):
        if not value:
            option = f"{prefix}{name}"
            raise Unfit(f"there is no --{option.replace('_', '-')}, and no WOO_{option.upper()} in the environment")
    return Target(store_url(url), key, secret, verify=_trust(asked), read_only=not asked.allow_writes)


def _trust(asked: argparse.Namespace) -> ssl.SSLContext | bool:
    if asked.insecure:
        return False
    if asked.ca_file is None:
        return httpx.create_ssl_context()
    try:
        return ssl.create_default_context(cafile=asked.ca_file)
    except (OSError, ssl.SSLError) as error:
        raise Unfit(f"--ca-file {asked.ca_file} cannot be used: {error}") from None


@contextmanager
def _interruptible() -> Generator[Event, None, None]:
    """An event that Ctrl-C sets, so that scenarios clean up; a second Ctrl-C ends the process at once."""
    stop = Event()

    def interrupt(*_: Any) -> None:
        if stop.is_set():
            os._exit(_STOPPED)
        stop.set()
        os.write(2, b"\ncontract: stopping; what was made is being removed (once more: stop at once)\n")

    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _make_room(asked: argparse.Namespace) -> None:
    """Make the folders of reports before the run, so that it is not in vain."""
    if asked.report is not None:
        asked.report.mkdir(parents=True, exist_ok=True)
    if asked.junit is not None:
        asked.junit.parent.mkdir(parents=True, exist_ok=True)
        asked.junit.touch()


def _write(asked: argparse.Namespace, found: Json) -> None:
    if asked.report is not None:
        (asked.report / "report.json").write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
        (asked.report / "report.html").write_text(page(found), "utf-8")
    if asked.junit is not None:
        asked.junit.write_bytes(junit(found))


def _versions(text: str) -> tuple[str, ...]:
    asked = [version.strip() for version in text.split(",")]
    unknown = [version for version in asked if version not in VERSIONS]
    if unknown:
        raise argparse.ArgumentTypeError(f"there is no version {unknown[0]!r}; there are {', '.join(VERSIONS)}")
    return tuple(version for version in VERSIONS if version in asked)


def _count(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of workers from 1 to 64")
    return int(text)

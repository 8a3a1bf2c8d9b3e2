"""What people see of a run in the terminal: how far it is, what it found, how it ended."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from threading import Lock
from typing import TextIO

from .description import Json
from .report_json import STATES
from .runner import Job, Suite

#: How many lines a run writes on its way where no terminal shows a moving one.
_STEPS = 10
_WIDTH, _BAR = 78, 20
#: How many findings the end of a run shows.
_MOST = 40


def printable(text: str) -> str:
    """`text` on one line, with everything that could steer a terminal or turn its order around written out."""
    return "".join(char if unicodedata.category(char) not in _STEERING else _written_out(char) for char in text)


_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def _written_out(char: str) -> str:
    return f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}"


class Progress:
    """The display of a run: one line that moves in a terminal, a few plain lines elsewhere."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out if out is not None else sys.stderr
        self._is_terminal = self._out.isatty()
        self._done = 0
        self._lock = Lock()

    def say(self, text: str) -> None:
        """A sentence of its own."""
        with self._lock:
            self._clear()
            print(printable(text), file=self._out, flush=True)

    def ended(self, suite: Suite, job: Job, count: int) -> None:
        """A scenario ended."""
        with self._lock:
            self._done += 1
            found = len(suite.results.failures) + len(suite.results.crashes)
            about = f"{self._done}/{count}  {found} found  {job.scenario.version} {job.scenario.name} ({job.colour})"
            if self._is_terminal:
                filled = _BAR * self._done // count
                line = printable(f"[{'#' * filled}{' ' * (_BAR - filled)}] {about}")
                print(f"\r{line[:_WIDTH]:{_WIDTH}}", end="", file=self._out, flush=True)
            elif self._done * _STEPS // count != (self._done - 1) * _STEPS // count:
                print(printable(about), file=self._out, flush=True)

    def close(self) -> None:
        """Make room for what follows."""
        with self._lock:
            self._clear()

    def _clear(self) -> None:
        if self._is_terminal:
            print(f"\r{'':{_WIDTH}}\r", end="", file=self._out, flush=True)


def summary(report: Json) -> str:
    """The end of a run: findings, then counts by version."""
    return (
        "\n".join(
            printable(line) for line in (*_findings(report), *_differences(report), *_table(report), *_rest(report))
        )
        + "\n"
    )


def _findings(report: Json) -> Iterator[str]:
    found = [
        f"{version['version']} {operation['id']} {failure['pointer']}: {failure['message']} [{failure['place']}]"
        for version in report["versions"]
        for operation in version["operations"]
        for failure in operation["failures"]
    ]
    yield from found[:_MOST]
    if len(found) > _MOST:
        yield f"… and {len(found) - _MOST} more; --report DIR shows them all"
    for crash in report["crashes"]:
        yield f"a scenario failed by a fault of its own: {crash.splitlines()[0]}"


def _differences(report: Json) -> Iterator[str]:
    if "compared" not in report:
        return
    rows = report["compared"]["differences"]
    yield f"{len(rows)} differences from {report['compared']['store']['url']}"
    for row in rows[:_MOST]:
        yield f"{row['version']} {row['operation']} {row['field']}: {row['what']}: {row['here']} | {row['there']}"
    if len(rows) > _MOST:
        yield f"… and {len(rows) - _MOST} more; --report DIR shows them all"


def _table(report: Json) -> Iterator[str]:
    yield f"{'':10}" + "".join(f"{state:>12}" for state in STATES)
    for version in report["versions"]:
        yield f"{version['version']:10}" + "".join(f"{version['counts'][state]:12}" for state in STATES)


def _rest(report: Json) -> Iterator[str]:
    for thing in report["remains"]:
        yield f"left by a scenario, removed at the end: {thing['kind']} {thing['id']} ({thing['name']})"
    for line in report["left"]:
        yield f"still in the store, the next writing run clears it: {line}"
    yield report["safety"]
    yield f"{report['seconds']} seconds"

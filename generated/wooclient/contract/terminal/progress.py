"""What people see of a run in the terminal: how far it is, what it found, how it ended."""

from __future__ import annotations

import io
import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from threading import Lock
from typing import TextIO

from ..described.description import Json
from ..report.as_json import STATES, leftovers
from ..running.runner import Job, Suite
from ..safety.masking import Mask

#: How many lines a run writes on its way where no terminal shows a moving one.
_STEPS = 10
_WIDTH, _BAR = 78, 20
#: How long a sentence may be, in characters.
SENTENCE = 1_000
#: How many causes the end of a run shows, and of how many operations it names each.
_MOST, _EACH = 40, 4


def forgive_terminals() -> None:
    """A terminal that lacks a character is told its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def speak(stream: TextIO | None, text: str) -> bool:
    """Write to a stream of the terminal; whether that worked. One that is closed or full is not written to again."""
    if stream is None:
        return False
    try:
        stream.write(text)
        stream.flush()
    except (OSError, ValueError):
        _silence(stream)
        return False
    return True


def _silence(stream: TextIO) -> None:
    """What is still in a stream's buffer would fail again when Python ends, and change the exit code."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def printable(text: str) -> str:
    """`text` on one line, with everything that could steer a terminal or turn its order around written out."""
    return "".join(char if unicodedata.category(char) not in _STEERING else _written_out(char) for char in text)


_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def _written_out(char: str) -> str:
    return f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}"


class Progress:
    """The display of a run: one line that moves in a terminal, a few plain lines elsewhere.

    It is no part of the run: one that nobody can see, or that cannot be written, changes nothing.
    """

    def __init__(self, mask: Mask, out: TextIO | None = None) -> None:
        self._mask = mask
        self._out = out if out is not None else sys.stderr
        self._width = _width(self._out)
        self._done = 0
        self._lock = Lock()

    def say(self, text: str) -> None:
        """A sentence of its own."""
        with self._lock:
            self._clear()
            speak(self._out, printable(self._mask.short(text, SENTENCE)) + "\n")

    def ended(self, suite: Suite, job: Job, count: int) -> None:
        """A scenario ended."""
        with self._lock:
            self._done += 1
            found = len(suite.results.failures) + len(suite.results.crashes)
            about = f"{self._done}/{count}  {found} found  {job.scenario.version} {job.scenario.name} ({job.colour})"
            if self._width:
                filled = _BAR * self._done // count
                line = printable(f"[{'#' * filled}{' ' * (_BAR - filled)}] {about}")
                speak(self._out, f"\r{line[: self._width]:{self._width}}")
            elif self._done * _STEPS // count != (self._done - 1) * _STEPS // count:
                speak(self._out, printable(about) + "\n")

    def close(self) -> None:
        """Make room for what follows."""
        with self._lock:
            self._clear()

    def _clear(self) -> None:
        if self._width:
            speak(self._out, f"\r{'':{self._width}}\r")


def _width(out: TextIO | None) -> int:
    """How wide a line that moves may be; 0 where there is no terminal."""
    try:
        if out is None or not out.isatty():
            return 0
        # In the last column, a terminal goes on to the next line.
        return min(_WIDTH, (os.get_terminal_size(out.fileno()).columns or _WIDTH + 1) - 1)
    except (OSError, ValueError):
        return 0


def summary(report: Json) -> str:
    """The end of a run: findings, then counts by version; of both stores, if there are two."""
    lines = [*_findings(report), *_differences(report), *_table(report), *_rest(report)]
    other = report.get("compared")
    if other is not None:
        lines += ["", other["store"]["url"], *_findings(other), *_table(other), *_rest(other)]
    return "".join(f"{printable(line)}\n" for line in lines)


def _findings(report: Json) -> Iterator[str]:
    causes = report["causes"]
    shown = causes[:_MOST]
    yield from map(_cause, shown)
    if len(causes) > len(shown):
        yield f"… and {len(causes) - len(shown)} more; --report DIR shows them all"
    for crash in report["crashes"]:
        yield f"a scenario failed by a fault of its own: {crash.splitlines()[0]}"


def _cause(cause: Json) -> str:
    """What is wrong, where it shows and where the spec says otherwise, in a line."""
    named = [f"{operation['version']} {operation['id']}" for operation in cause["operations"]]
    where = ", ".join(named[:_EACH]) + (f" and {len(named) - _EACH} more" if len(named) > _EACH else "")
    count = sum(cause["findings"].values())
    what = f"known defect of the store: {cause['defect']}" if cause["defect"] else cause["message"]
    subject = f"{cause['family']} {cause['field']}".strip()
    return f"{subject}: {what} ({where}; {count} findings) [{', '.join(cause['places'])}]"


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
    yield f"{'':10}" + "".join(f"{state:>14}" for state in STATES)
    for version in report["versions"]:
        yield f"{version['version']:10}" + "".join(f"{version['counts'][state]:14}" for state in STATES)


def _rest(report: Json) -> Iterator[str]:
    yield from leftovers(report)
    yield report["safety"]
    yield f"{report['seconds']} seconds"

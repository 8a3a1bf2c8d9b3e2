"""Run tests with a mutant in place, in a fork for each.

`python -m mutation.trying FILE...` collects these files of tests once. Then it reads one JSON object a line,
`{"mutant": path, "tests": [...], "seconds": n}`, and answers each with one word: `noticed`, `survived` or `timeout`.
A mutant of functions alone is put into them after the tests are imported; any other one gets a process that has
imported nothing yet.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

#: What pytest ends with when all tests passed.
_GREEN = 0
#: How many times longer a mutant may wait than work: for other processes, for time to pass, for what never comes.
_IDLE = 3
#: Seconds in which nothing of a mutant has worked, nor what its tests started: it waits for what never comes.
_STILL = 20.0
#: Bytes that a mutant may take; the whole suite stays far below.
_MEMORY = 6 * 2**30


def main() -> None:
    """Answer requests until there are no more."""
    import hypothesis  # noqa: F401  # so that no fork imports them again
    import pytest  # noqa: F401
    import xdist  # noqa: F401
    from hypothesis import strategies  # noqa: F401

    for name in ("httpx", "pydantic", "jinja2", "yaml", "black", "jsonschema", "jsonschema_rs", "sqlite3", "asyncio"):
        __import__(name)
    from mutation.holding import FRESH

    said, asked = _held(sys.argv[1:])
    for line in sys.stdin:
        print(line, file=asked, end="", flush=True)
        answer = said.readline().strip()
        if answer == FRESH:
            wanted = json.loads(line)
            answer = tried(wanted, lambda wanted=wanted: _collect_and_run(wanted))
        print(answer, flush=True)


def _held(files: list[str]) -> tuple[Any, Any]:
    """Fork the process that holds the tests: where it answers, and where it is asked."""
    from mutation.holding import hold

    (requests, asking), (answering, answers) = os.pipe(), os.pipe()
    if not os.fork():
        os.close(asking)
        os.close(answering)
        _silence()
        try:
            hold(files, requests, answers, tried)
        finally:
            os._exit(0)
    os.close(requests)
    os.close(answers)
    return os.fdopen(answering), os.fdopen(asking, "w")


def tried(asked: dict[str, Any], run: Callable[[], int]) -> str:
    """What becomes of a mutant whose tests `run` runs, in a fork."""
    child = os.fork()
    if not child:
        _begin(asked, run)
    until, moving = time.monotonic() + asked["seconds"] * _crowd() * _IDLE, _Moving(child)
    while time.monotonic() < until and _worked(child) < asked["seconds"] and moving.is_true():
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            _end_group(child)
            return "survived" if os.waitstatus_to_exitcode(status) == _GREEN else "noticed"
        time.sleep(0.02)
    _end_group(child)
    os.waitpid(child, 0)
    return "timeout"


def _crowd() -> float:
    """How many times longer all takes because others use the machine too: a slow mutant is not one that hangs."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def _worked(child: int) -> float:
    """The processor's seconds that `child` has used: what runs in a circle is found on a busy machine too."""
    try:
        fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
    except OSError:  # not Linux
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class _Moving:
    """Whether a process group works; looked at once a second."""

    def __init__(self, group: int) -> None:
        self.group, self.worked = group, -1
        self.changed = self.looked = time.monotonic()

    def is_true(self) -> bool:
        """Whether it has worked within `_STILL` seconds."""
        now = time.monotonic()
        if now - self.looked >= 1:
            self.looked, worked = now, _group_worked(self.group)
            if worked != self.worked or not worked:  # none: it has just begun, or nobody can tell, as outside of Linux
                self.worked, self.changed = worked, now
        return now - self.changed < _STILL


def _group_worked(group: int) -> int:
    """The ticks of the processor that all of a process group has used."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            fields = stat.read_text().rpartition(")")[2].split()
            ticks += sum(map(int, fields[11:15])) if int(fields[2]) == group else 0
    return ticks


def _end_group(child: int) -> None:
    """End the fork and whatever it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child, signal.SIGKILL)


def _silence() -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)


def _begin(asked: dict[str, Any], run: Callable[[], int]) -> None:
    os.setpgid(0, 0)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    _silence()
    os.environ["MUTANT"] = asked["mutant"]
    import sitecustomize

    sitecustomize._install()  # also for what is not imported yet, and for processes that tests start
    code = 99
    try:
        code = run()
    finally:
        os._exit(code)


def _collect_and_run(asked: dict[str, Any]) -> int:
    import pytest

    return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:cov", *asked["tests"]]))


if __name__ == "__main__":
    main()

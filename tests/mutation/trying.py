"""Run tests with a mutant in place. One process imports pytest once; each mutant gets a fork of it.

`python -m mutation.trying` reads one JSON object a line, `{"mutant": path, "tests": [...], "seconds": n}`, and answers
each with one word: `noticed`, `survived` or `timeout`.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import sys
import time
from pathlib import Path
from typing import Any

#: What pytest ends with when all tests passed.
_GREEN = 0
#: How many times longer a mutant may wait than work: for other processes, for time to pass, for what never comes.
_IDLE = 3
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
    for line in sys.stdin:
        print(_try(json.loads(line)), flush=True)


def _try(asked: dict[str, Any]) -> str:
    child = os.fork()
    if not child:
        _run(asked)
    until = time.monotonic() + asked["seconds"] * _crowd() * _IDLE
    while time.monotonic() < until and _worked(child) < asked["seconds"]:
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


def _end_group(child: int) -> None:
    """End the fork and whatever it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child, signal.SIGKILL)


def _run(asked: dict[str, Any]) -> None:
    import pytest

    os.setpgid(0, 0)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.environ["MUTANT"] = asked["mutant"]
    import sitecustomize

    sitecustomize._install()
    code = 99
    try:
        code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:cov", *asked["tests"]])
    finally:
        os._exit(int(code))


if __name__ == "__main__":
    main()

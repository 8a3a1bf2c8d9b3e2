"""The mock store behind a socket, as a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

KEY, SECRET = "ck_" + "1" * 40, "cs_" + "2" * 40


@contextmanager
def serving(*arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server on a free port: its address, and the process."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "wooclient.mock", "--port", "0", "--key", KEY, "--secret", SECRET, *arguments]
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        for line in process.stdout:
            if ready := re.match(r"Mock store ready: (\S+) key=(\S+) secret=(\S+)", line):
                assert (ready[2], ready[3]) == (KEY, SECRET)
                yield ready[1], process
                break
        else:
            pytest.fail("the server did not get ready")
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()

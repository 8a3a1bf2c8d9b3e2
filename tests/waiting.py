"""Waiting for what happens in another thread or process: for the event, however busy the machine is."""

from __future__ import annotations

import time
from collections.abc import Callable


def wait_until(done: Callable[[], object], seconds: float = 30.0) -> bool:
    """Whether `done` becomes true; `seconds` only end a test that hangs."""
    ends = time.monotonic() + seconds
    while not done():
        if time.monotonic() > ends:
            return False
        time.sleep(0.001)
    return True

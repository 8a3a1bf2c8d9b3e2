"""The one place where Python's garbage collector is switched."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Generator[None, None, None]:
    """Do without the garbage collector for one run.

    A run makes about a million objects and keeps nearly all of them to its end. The collector would walk through them
    again and again, for a fifth of the run's time, and once more when the process ends.
    """
    atexit.register(gc.freeze)
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def collect() -> None:
    """Free what a run left, where another one follows in the same process."""
    gc.collect()

"""The one place where memory is looked after: a run makes about a million objects, and nearly all stay to its end."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

_kept: list[object] = []


@contextmanager
def no_collecting() -> Generator[None, None, None]:
    """Do without the garbage collector for one run. It would walk through all again and again, a fifth of its time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def keep(made: object) -> None:
    """Keep what a run made until the next one made as much, so that nobody waits while it is freed piece by piece."""
    _kept[:] = [made]


def collect() -> None:
    """Free what a run left, where another one follows in the same process."""
    _kept.clear()
    gc.collect()

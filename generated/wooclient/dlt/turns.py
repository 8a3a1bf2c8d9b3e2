"""Turns for lists that are read at a time.

dlt begins all resources of a source at once and takes a page of each in turn. With hundreds of stores it would hold
pages and connections of all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from threading import BoundedSemaphore
from typing import Any

#: What dlt calls in one of its threads.
Call = Callable[[], Any]


class Turns:
    """At most `count` lists at a time."""

    def __init__(self, count: int) -> None:
        self._free = BoundedSemaphore(count)

    def wait_and_read(self, rows: Generator[Any]) -> Iterator[Call | None]:
        """Give dlt the calls that read `rows`, once it is their turn; None while there is nothing to call."""
        while not self._free.acquire(blocking=False):
            yield None
        try:
            yield from _calls(rows)
        finally:
            self._free.release()


def _calls(rows: Generator[Any]) -> Iterator[Call | None]:
    """One call at a time, each for the next item."""
    busy = ended = False

    def call() -> Any:
        nonlocal busy, ended
        try:
            return next(rows)
        except StopIteration:
            ended = True
            return None
        finally:
            busy = False

    try:
        while not ended:
            if busy:
                yield None
            else:
                busy = True
                yield call
    finally:
        rows.close()

"""One limit for a store that all threads, tasks and clients of this process keep together.

Whoever wants to send takes a turn. A turn begins once fewer than `max_concurrency` requests are under way and, with
`rate`, once enough time went by since the last one began. Turns are given in the order in which they were asked for.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections import deque
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from time import monotonic, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .limits import Limit


@dataclass(eq=False)
class _Waiting:
    """Somebody who waits for a turn, and how to wake them; `seconds` is how long they still must wait then."""

    limit: Limit
    wake: Callable[[], object]
    seconds: float | None = None


class _Turns:
    """The turns of one store. All of it happens under one lock that is held for moments only."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.running = 0
        self.waiting: deque[_Waiting] = deque()
        #: When the next request may begin, where a rate is kept.
        self.next_start = 0.0

    def join(self, waiting: _Waiting) -> None:
        """Stand in line."""
        with self.lock:
            self.waiting.append(waiting)
            self._serve()

    def leave(self, waiting: _Waiting) -> None:
        """Give a turn back, or the place in line."""
        with self.lock:
            if waiting.seconds is None:
                self.waiting.remove(waiting)
            else:
                self.running -= 1
            self._serve()

    def _serve(self) -> None:
        while self.waiting and self._is_free(self.waiting[0].limit):
            first = self.waiting.popleft()
            self.running += 1
            now = monotonic()
            start = max(now, self.next_start) if first.limit.rate else now
            if first.limit.rate:
                self.next_start = start + 1 / first.limit.rate
            first.seconds = start - now
            first.wake()

    def _is_free(self, limit: Limit) -> bool:
        return limit.max_concurrency is None or self.running < limit.max_concurrency


_stores: dict[str, _Turns] = {}
if hasattr(os, "register_at_fork"):
    # A forked child has none of its parent's requests under way.
    os.register_at_fork(after_in_child=_stores.clear)


def _turns_of(limit: Limit) -> _Turns:
    return _stores.setdefault(limit.host, _Turns())


@contextmanager
def turn(limit: Limit | None, patience: float) -> Generator[bool, None, None]:
    """A turn of a thread: true while it lasts, false if none came within `patience` seconds."""
    if limit is None:
        yield True
        return
    turns, woken, until = _turns_of(limit), threading.Event(), monotonic() + patience
    waiting = _Waiting(limit, woken.set)
    turns.join(waiting)
    try:
        came = woken.wait(patience) and (waiting.seconds or 0.0) <= until - monotonic()
        if came:
            sleep(waiting.seconds or 0.0)
        yield came
    finally:
        turns.leave(waiting)


@asynccontextmanager
async def async_turn(limit: Limit | None) -> AsyncGenerator[None, None]:
    """The same for a task; whoever calls it sees to it that the wait has an end."""
    if limit is None:
        yield
        return
    turns, loop, woken = _turns_of(limit), asyncio.get_running_loop(), asyncio.Event()

    def wake() -> None:
        # The loop may be closed by then, with the task that waited.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(woken.set)

    waiting = _Waiting(limit, wake)
    turns.join(waiting)
    try:
        await woken.wait()
        await asyncio.sleep(waiting.seconds or 0.0)
        yield
    finally:
        turns.leave(waiting)

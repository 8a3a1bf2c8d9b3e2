"""Walks that fetch pages ahead: up to so many at once, given in order, none lost.

Pages are asked for before it is known how many there are, as waiting for the first one would cost a round; pages
past the end are empty and cost the store little. The next page is asked for before one that came is read.
"""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Iterator, Mapping
from datetime import UTC, date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from .pages import Page, Walk

if TYPE_CHECKING:
    from asyncio import Task

T = TypeVar("T")
S = TypeVar("S")
Query = Mapping[str, object]


def walk_ahead(walk: Walk, ask: Callable[[Query], S], read: Callable[[S], Page[T]], ahead: int) -> Iterator[T]:
    """The items of all pages, `ahead` pages being asked for at once by as many threads.

    The pages are read by the caller's own thread.
    If the caller stops early, pages that are on their way are awaited by nobody and dropped.
    """
    from concurrent.futures import Future, ThreadPoolExecutor

    pool = ThreadPoolExecutor(ahead, thread_name_prefix="wooclient")
    coming: deque[tuple[int, Future[S]]] = deque()

    def fill() -> None:
        while walk.more() and len(coming) < _held(walk, ahead):
            number, query = walk.ask()
            coming.append((number, pool.submit(ask, query)))

    try:
        fill()
        while coming:
            number, future = coming.popleft()
            fresh = walk.took(number, read(future.result()))
            if walk.turned_back or walk.ended:
                _drop(coming)
            _drop_past_the_end(walk, coming)
            # The next pages are asked for before the caller takes its time over this one.
            fill()
            yield from fresh
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


async def async_walk_ahead(
    walk: Walk, ask: Callable[[Query], Awaitable[S]], read: Callable[[S], Page[T]], ahead: int
) -> AsyncGenerator[T, None]:
    """The items of all pages, `ahead` pages being asked for at once by as many tasks.

    If the caller stops early or is cancelled, pages that are on their way are cancelled.
    """
    from asyncio import Semaphore, ensure_future, gather, sleep

    coming: deque[tuple[int, Task[S]]] = deque()
    at_once = Semaphore(ahead)

    async def start(query: Query) -> S:
        async with at_once:
            return await ask(query)

    def fill() -> None:
        while walk.more() and len(coming) < _held(walk, ahead):
            number, query = walk.ask()
            coming.append((number, ensure_future(start(query))))

    try:
        fill()
        while coming:
            number, task = coming[0]
            came = await task
            await sleep(0)  # whoever waits to ask for another page goes first: reading takes its time
            coming.popleft()
            fresh = walk.took(number, read(came))
            if walk.turned_back or walk.ended:
                await gather(*_drop(coming), return_exceptions=True)
            await gather(*_drop_past_the_end(walk, coming), return_exceptions=True)
            fill()
            for item in fresh:
                yield item
    finally:
        await gather(*_drop(coming), return_exceptions=True)


def _held(walk: Walk, ahead: int) -> int:
    """How many pages may be on their way or waiting to be taken.

    Once the end is known, as many may wait as are fetched: one slow page then does not keep the others from being
    fetched. Before, each would be a guess.
    """
    return ahead if walk.last is None else 2 * ahead


def _drop(coming: deque[tuple[int, Any]]) -> list[Any]:
    """Give up what is on its way."""
    dropped = [pending for _, pending in coming]
    coming.clear()
    for pending in dropped:
        pending.cancel()
    return dropped


def _drop_past_the_end(walk: Walk, coming: deque[tuple[int, Any]]) -> list[Any]:
    """Give up pages that were asked for before it was known that there are none."""
    dropped: list[Any] = []
    while walk.last is not None and coming and coming[-1][0] > walk.last:
        # The list may still grow: the walk stands before this page again.
        walk.number, pending = coming.pop()
        pending.cancel()
        dropped.append(pending)
    return dropped


_NOTHING: Mapping[str, object] = MappingProxyType({})
#: The other filters of lists that are moments.
_BOUNDS = {"after", "before", "modified_before"}


def newest_first(known: Collection[str]) -> dict[str, object] | None:
    """The parameters that ask for the record which changed last; None if a list with these ones cannot be asked so."""
    asked: dict[str, object] = {"orderby": "modified", "order": "desc", "per_page": 1}
    return asked if {"modified_after", "orderby", "order"} <= {*known} else None


def since(when: date | str, given: Mapping[str, object] = _NOTHING) -> dict[str, object]:
    """The parameters of a list, `given` among them, with the filter for what was changed at `when` or later.

    A naive `when`, or a text without an offset, is shop time; a date is its first moment there. The store counts whole
    seconds and leaves out the one it is asked for, so the second before is named: a record may come again, but none is
    missed. Raises ValueError for text that is no ISO 8601 date and time, and for shop time beside a `when` that says
    its zone, as the store reads all moments of a request in one way; TypeError for another `modified_after`.
    """
    from .moments import began

    if "modified_after" in given:
        raise TypeError("modified_since has no parameter 'modified_after'; its first argument is that moment")
    start = began(when, "modified_since.when").replace(microsecond=0) - timedelta(seconds=1)
    if start.tzinfo is None:
        return {**given, "modified_after": start}
    for name in () if given.get("dates_are_gmt") else _BOUNDS & given.keys():
        if began(given[name], f"modified_since.{name}").tzinfo is None:
            raise ValueError(
                f"modified_since.{name} is {given[name]!r}, which is shop time, and the first argument says its zone; "
                "let both say it, or neither"
            )
    return {**given, "modified_after": start.astimezone(UTC), "dates_are_gmt": True}

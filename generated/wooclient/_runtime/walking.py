"""The walk over all pages of a list, by a client of either kind."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from .pages import Page, Walk, page_of

if TYPE_CHECKING:
    from .client import AsyncClient, SyncClient
    from .exchange import Response
    from .operation import Operation

T = TypeVar("T")


def paged(read: tuple[list[T], Response]) -> Page[T]:
    """The items of an answer as a page."""
    return page_of(read[0], read[1].headers)


def walk(
    client: SyncClient,
    operation: Operation[list[T]],
    given: Mapping[str, object],
    ids: tuple[int | str, ...],
    prefetch: int = 0,
) -> Iterator[T]:
    """Every item of the list, page by page; `prefetch` pages may be fetched at once."""
    course = Walk(operation, given)
    if prefetch > 1:
        from .prefetch import walk_ahead

        yield from walk_ahead(
            course,
            lambda query: client.ask(operation, ids, query),
            lambda sent: paged(client.read(operation, *sent)),
            prefetch,
        )
        return
    while course.more():
        number, query = course.ask()
        yield from course.took(number, paged(client.call(operation, ids, query)))


async def async_walk(
    client: AsyncClient,
    operation: Operation[list[T]],
    given: Mapping[str, object],
    ids: tuple[int | str, ...],
    prefetch: int = 0,
) -> AsyncIterator[T]:
    """The same with an async client."""
    course = Walk(operation, given)
    if prefetch > 1:
        from .prefetch import async_walk_ahead

        ahead = async_walk_ahead(
            course,
            lambda query: client.ask(operation, ids, query),
            lambda sent: paged(client.read(operation, *sent)),
            prefetch,
        )
        try:
            async for item in ahead:
                yield item
        finally:
            await ahead.aclose()
        return
    while course.more():
        number, query = course.ask()
        for item in course.took(number, paged(await client.call(operation, ids, query))):
            yield item

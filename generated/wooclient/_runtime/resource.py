"""What every resource of a client can do, sync and async, in terms of operations."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from .pages import Page, Walk, page_of

if TYPE_CHECKING:
    from .client import AsyncClient, SyncClient
    from .operation import Operation

T = TypeVar("T")
#: What a method passes on: keyword arguments, or the items of a body that is an array.
Given = Mapping[str, object] | Sequence[object]


class Resource:
    """A group of operations of a sync client."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def _call(self, operation: Operation[T], given: Given, *ids: int | str) -> T:
        return self._client.call(operation, ids, given)[0]

    def _page(self, operation: Operation[list[T]], given: Given, *ids: int | str) -> Page[T]:
        return page_of(*self._client.call(operation, ids, given))

    def _walk(self, operation: Operation[list[T]], given: Mapping[str, object], *ids: int | str) -> Iterator[T]:
        walk = Walk(given)
        while not walk.ended:
            page = self._page(operation, walk.next_query(), *ids)
            walk.took(page)
            yield from page


class AsyncResource:
    """A group of operations of an async client."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def _call(self, operation: Operation[T], given: Given, *ids: int | str) -> T:
        return (await self._client.call(operation, ids, given))[0]

    async def _page(self, operation: Operation[list[T]], given: Given, *ids: int | str) -> Page[T]:
        return page_of(*await self._client.call(operation, ids, given))

    async def _walk(self, operation: Operation[list[T]], given: Mapping[str, object], *ids: int | str) -> AsyncIterator[T]:
        walk = Walk(given)
        while not walk.ended:
            page = await self._page(operation, walk.next_query(), *ids)
            walk.took(page)
            for item in page:
                yield item

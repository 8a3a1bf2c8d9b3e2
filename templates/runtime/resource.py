"""What every resource of a client can do, sync and async, in terms of operations."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from datetime import datetime

    from .batch import BatchResult, Progress
    from .client import AsyncClient, SyncClient
    from .exchange import Response
    from .lookup import Found
    from .models import Model
    from .operation import Operation
    from .pages import Page

T = TypeVar("T")
M = TypeVar("M", bound="Model")
#: What a method passes on: keyword arguments, or the items of a body that is an array.
Given = Mapping[str, object] | Sequence[object]


def _paged(read: tuple[list[T], Response]) -> Page[T]:
    from .pages import page_of

    return page_of(read[0], read[1].headers)


class Resource:
    """A group of operations of a sync client."""

    #: How many items a batch of this resource may hold at once, once a 413 has told.
    _batch_limit: int | None = None

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def _call(self, operation: Operation[T], given: Given, *ids: int | str) -> T:
        return self._client.call(operation, ids, given)[0]

    def _page(self, operation: Operation[list[T]], given: Given, *ids: int | str) -> Page[T]:
        return _paged(self._client.call(operation, ids, given))

    def _walk(
        self, operation: Operation[list[T]], given: Mapping[str, object], *ids: int | str, prefetch: int = 0
    ) -> Iterator[T]:
        from .pages import Walk

        walk = Walk(operation, given)
        if prefetch > 1:
            from .prefetch import walk_ahead

            ask, read = self._client.ask, self._client.read
            yield from walk_ahead(
                walk,
                lambda query: ask(operation, ids, query),
                lambda sent: _paged(read(operation, *sent)),
                prefetch,
            )
            return
        while walk.more():
            number, query = walk.ask()
            yield from walk.took(number, self._page(operation, query, *ids))

    def _modified(
        self,
        operation: Operation[list[T]],
        when: datetime | str,
        given: Mapping[str, object],
        *ids: int | str,
        prefetch: int = 0,
    ) -> Iterator[T]:
        from .prefetch import since

        return self._walk(operation, {**given, **since(when)}, *ids, prefetch=prefetch)

    def _lookup(
        self,
        operation: Operation[list[T]],
        name: str,
        attribute: str,
        values: Iterable[str],
        given: Mapping[str, object],
        *ids: int | str,
    ) -> Found[T]:
        from .lookup import Lookup

        lookup: Lookup[T] = Lookup(name, attribute, values, given)
        for query in lookup.queries():
            for record in self._walk(operation, query, *ids):
                lookup.took(record)
        return lookup.result()

    def _batch(
        self, operation: Operation[Any], given: Mapping[str, Any], *ids: int | str, on_progress: Progress | None = None
    ) -> BatchResult[Any]:
        from .batch import BatchRun
        from .errors import WooError

        run: BatchRun[Any] = BatchRun(operation, given, limit=self._batch_limit, on_progress=on_progress)
        while (body := run.next_body()) is not None:
            try:
                answer = self._call(operation, body, *ids)
            except WooError as error:
                run.failed(error)
                self._batch_limit = run.limit
            else:
                run.took(answer)
        return run.result()

    def _save(self, operation: Operation[M], model: M, id: int | str, *ids: int | str) -> M:
        from .writing import changes, saved

        changed = changes(operation, model)
        if not changed:
            return model
        answer = self._call(operation, changed, *ids, id)
        saved(model)
        return answer


class AsyncResource:
    """A group of operations of an async client."""

    #: How many items a batch of this resource may hold at once, once a 413 has told.
    _batch_limit: int | None = None

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def _call(self, operation: Operation[T], given: Given, *ids: int | str) -> T:
        return (await self._client.call(operation, ids, given))[0]

    async def _page(self, operation: Operation[list[T]], given: Given, *ids: int | str) -> Page[T]:
        return _paged(await self._client.call(operation, ids, given))

    async def _walk(
        self, operation: Operation[list[T]], given: Mapping[str, object], *ids: int | str, prefetch: int = 0
    ) -> AsyncIterator[T]:
        from .pages import Walk

        walk = Walk(operation, given)
        if prefetch > 1:
            from .prefetch import async_walk_ahead

            ask, read = self._client.ask, self._client.read
            ahead = async_walk_ahead(
                walk,
                lambda query: ask(operation, ids, query),
                lambda sent: _paged(read(operation, *sent)),
                prefetch,
            )
            try:
                async for item in ahead:
                    yield item
            finally:
                await ahead.aclose()
            return
        while walk.more():
            number, query = walk.ask()
            for item in walk.took(number, await self._page(operation, query, *ids)):
                yield item

    def _modified(
        self,
        operation: Operation[list[T]],
        when: datetime | str,
        given: Mapping[str, object],
        *ids: int | str,
        prefetch: int = 0,
    ) -> AsyncIterator[T]:
        from .prefetch import since

        return self._walk(operation, {**given, **since(when)}, *ids, prefetch=prefetch)

    async def _lookup(
        self,
        operation: Operation[list[T]],
        name: str,
        attribute: str,
        values: Iterable[str],
        given: Mapping[str, object],
        *ids: int | str,
    ) -> Found[T]:
        from .lookup import Lookup

        lookup: Lookup[T] = Lookup(name, attribute, values, given)
        for query in lookup.queries():
            async for record in self._walk(operation, query, *ids):
                lookup.took(record)
        return lookup.result()

    async def _batch(
        self, operation: Operation[Any], given: Mapping[str, Any], *ids: int | str, on_progress: Progress | None = None
    ) -> BatchResult[Any]:
        from .batch import BatchRun
        from .errors import WooError

        run: BatchRun[Any] = BatchRun(operation, given, limit=self._batch_limit, on_progress=on_progress)
        while (body := run.next_body()) is not None:
            try:
                answer = await self._call(operation, body, *ids)
            except WooError as error:
                run.failed(error)
                self._batch_limit = run.limit
            else:
                run.took(answer)
        return run.result()

    async def _save(self, operation: Operation[M], model: M, id: int | str, *ids: int | str) -> M:
        from .writing import changes, saved

        changed = changes(operation, model)
        if not changed:
            return model
        answer = await self._call(operation, changed, *ids, id)
        saved(model)
        return answer

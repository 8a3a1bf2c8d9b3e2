"""What every resource of a client can do, sync and async, in terms of operations."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, Unpack

if TYPE_CHECKING:
    from datetime import datetime

    from .batch import BatchResult, Sending
    from .client import AsyncClient, SyncClient
    from .lookup import Found
    from .models import Model
    from .operation import Given, Operation
    from .pages import Page
    from .partitions import Partition

T = TypeVar("T")
M = TypeVar("M", bound="Model")


class Resource:
    """A group of operations of a sync client."""

    #: How many items a batch of this resource may hold at once, once a 413 has told.
    _batch_limit: int | None = None

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def _call(self, operation: Operation[T], given: Given, *ids: int | str) -> T:
        return self._client.call(operation, ids, given)[0]

    def _page(self, operation: Operation[list[T]], given: Given, *ids: int | str) -> Page[T]:
        from .walking import paged

        return paged(self._client.call(operation, ids, given))

    def _walk(
        self, operation: Operation[list[T]], given: Mapping[str, object], *ids: int | str, prefetch: int = 0
    ) -> Iterator[T]:
        from .walking import walk

        return walk(self._client, operation, given, ids, prefetch)

    def _modified(
        self,
        operation: Operation[list[T]],
        when: datetime | str,
        given: Mapping[str, object],
        *ids: int | str,
        prefetch: int = 0,
    ) -> Iterator[T]:
        from .prefetch import since

        return self._walk(operation, since(when, given), *ids, prefetch=prefetch)

    def _partitions(
        self, operation: Operation[list[T]], n: int, given: Mapping[str, object], *ids: int | str
    ) -> tuple[Partition[T], ...]:
        from .partitions import cut

        return cut(self._client, operation, n, given, ids)

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
        self, operation: Operation[Any], given: Given, *ids: int | str, **how: Unpack[Sending]
    ) -> BatchResult[Any]:
        found: BatchResult[Any] = self._many(operation, given, ids, how)
        return found

    def _bulk(self, operation: Operation[Any], given: Given, *ids: int | str, **how: Unpack[Sending]) -> Page[Any]:
        found: Page[Any] = self._many(operation, given, ids, how)
        return found

    def _many(self, operation: Operation[Any], given: Given, ids: tuple[int | str, ...], how: Sending) -> Any:
        from .batch_run import BatchRun
        from .batch_sending import send_batch

        run: BatchRun[Any] = BatchRun(operation, given, limit=self._batch_limit, **how)
        ask, read = self._client.ask, self._client.read
        try:
            return send_batch(run, lambda body: ask(operation, ids, body), lambda sent: read(operation, *sent)[0])
        finally:
            self._batch_limit = run.limit

    def _save(self, operation: Operation[M], *given: int | str | M) -> M:
        from .saving import saved, to_save

        model, ids, changed = to_save(operation, given)
        if not changed:
            return model
        answer = self._call(operation, changed, *ids)
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
        from .walking import paged

        return paged(await self._client.call(operation, ids, given))

    def _walk(
        self, operation: Operation[list[T]], given: Mapping[str, object], *ids: int | str, prefetch: int = 0
    ) -> AsyncIterator[T]:
        from .walking import async_walk

        return async_walk(self._client, operation, given, ids, prefetch)

    def _modified(
        self,
        operation: Operation[list[T]],
        when: datetime | str,
        given: Mapping[str, object],
        *ids: int | str,
        prefetch: int = 0,
    ) -> AsyncIterator[T]:
        from .prefetch import since

        return self._walk(operation, since(when, given), *ids, prefetch=prefetch)

    async def _partitions(
        self, operation: Operation[list[T]], n: int, given: Mapping[str, object], *ids: int | str
    ) -> tuple[Partition[T], ...]:
        from .partitions import async_cut

        return await async_cut(self._client, operation, n, given, ids)

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
        self, operation: Operation[Any], given: Given, *ids: int | str, **how: Unpack[Sending]
    ) -> BatchResult[Any]:
        found: BatchResult[Any] = await self._many(operation, given, ids, how)
        return found

    async def _bulk(
        self, operation: Operation[Any], given: Given, *ids: int | str, **how: Unpack[Sending]
    ) -> Page[Any]:
        found: Page[Any] = await self._many(operation, given, ids, how)
        return found

    async def _many(self, operation: Operation[Any], given: Given, ids: tuple[int | str, ...], how: Sending) -> Any:
        from .batch_run import BatchRun
        from .batch_sending import async_send_batch

        run: BatchRun[Any] = BatchRun(operation, given, limit=self._batch_limit, **how)
        ask, read = self._client.ask, self._client.read
        try:
            return await async_send_batch(
                run, lambda body: ask(operation, ids, body), lambda sent: read(operation, *sent)[0]
            )
        finally:
            self._batch_limit = run.limit

    async def _save(self, operation: Operation[M], *given: int | str | M) -> M:
        from .saving import saved, to_save

        model, ids, changed = to_save(operation, given)
        if not changed:
            return model
        answer = await self._call(operation, changed, *ids)
        saved(model)
        return answer

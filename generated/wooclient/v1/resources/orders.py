"""Orders of wc/v1."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v1._version import NEEDS_ORDERS_AS_POSTS, V1

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v1.models.orders import OrderV1
    from wooclient.v1.models.orders_batch import OrderV1BatchResult
    from wooclient.v1.params.orders import (
        OrderDeleteParams,
        OrderGetParams,
        OrderListParams,
        OrderV1Batch,
        OrderV1Create,
        OrderV1Update,
    )
    from wooclient.v1.resources.order_notes import AsyncOrdersNotes, OrdersNotes
    from wooclient.v1.resources.refunds import AsyncOrdersRefunds, OrdersRefunds

ORDERS_LIST: Operation[list[OrderV1]] = Operation(
    V1,
    "orders.list",
    "GET",
    "/orders",
    "orders.OrderV1",
    "items",
    query="orders.OrderListParams",
    paging="pages",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_CREATE: Operation[OrderV1] = Operation(
    V1, "orders.create", "POST", "/orders", "orders.OrderV1", body="orders.OrderV1Create", needs=NEEDS_ORDERS_AS_POSTS
)
ORDERS_GET: Operation[OrderV1] = Operation(
    V1,
    "orders.get",
    "GET",
    "/orders/{id}",
    "orders.OrderV1",
    query="orders.OrderGetParams",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_UPDATE: Operation[OrderV1] = Operation(
    V1,
    "orders.update",
    "PUT",
    "/orders/{id}",
    "orders.OrderV1",
    body="orders.OrderV1Update",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_DELETE: Operation[OrderV1] = Operation(
    V1,
    "orders.delete",
    "DELETE",
    "/orders/{id}",
    "orders.OrderV1",
    query="orders.OrderDeleteParams",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_BATCH: Operation[OrderV1BatchResult] = Operation(
    V1,
    "orders.batch",
    "POST",
    "/orders/batch",
    "orders_batch.OrderV1BatchResult",
    "item_or_empty",
    body="orders.OrderV1Batch",
    batch_limit=100,
    needs=NEEDS_ORDERS_AS_POSTS,
)


class Orders(Resource):
    """Orders with their addresses, lines, taxes and payment state."""

    @cached_property
    def notes(self) -> OrdersNotes:
        """Remarks on an order, for staff or for the customer."""
        from wooclient.v1.resources.order_notes import OrdersNotes

        return OrdersNotes(self._client)

    @cached_property
    def refunds(self) -> OrdersRefunds:
        """Refunds of one order."""
        from wooclient.v1.resources.refunds import OrdersRefunds

        return OrdersRefunds(self._client)

    def list(self, **params: Unpack[OrderListParams]) -> Page[OrderV1]:
        """List orders: `GET /wp-json/wc/v1/orders`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._page(ORDERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[OrderListParams]) -> Iterator[OrderV1]:
        """Walk all pages of orders.list. A page is read when its first item is taken.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._walk(ORDERS_LIST, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[OrderListParams]) -> tuple[Partition[OrderV1], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return self._partitions(ORDERS_LIST, n, params)

    def create(self, **fields: Unpack[OrderV1Create]) -> OrderV1:
        """Create an order: `POST /wp-json/wc/v1/orders`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._call(ORDERS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[OrderGetParams]) -> OrderV1:
        """Get one order: `GET /wp-json/wc/v1/orders/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._call(ORDERS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[OrderV1Update]) -> OrderV1:
        """Change an order: `PUT /wp-json/wc/v1/orders/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._call(ORDERS_UPDATE, fields, id)

    def save(self, record: OrderV1, /) -> OrderV1:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(ORDERS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[OrderDeleteParams]) -> OrderV1:
        """Delete an order: `DELETE /wp-json/wc/v1/orders/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._call(ORDERS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[OrderV1] | None = None,
        **fields: Unpack[OrderV1Batch],
    ) -> BatchResult[OrderV1]:
        """Create, change and delete orders together: `POST /wp-json/wc/v1/orders/batch`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._batch(
            ORDERS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncOrders(AsyncResource):
    """Orders with their addresses, lines, taxes and payment state."""

    @cached_property
    def notes(self) -> AsyncOrdersNotes:
        """Remarks on an order, for staff or for the customer."""
        from wooclient.v1.resources.order_notes import AsyncOrdersNotes

        return AsyncOrdersNotes(self._client)

    @cached_property
    def refunds(self) -> AsyncOrdersRefunds:
        """Refunds of one order."""
        from wooclient.v1.resources.refunds import AsyncOrdersRefunds

        return AsyncOrdersRefunds(self._client)

    async def list(self, **params: Unpack[OrderListParams]) -> Page[OrderV1]:
        """List orders: `GET /wp-json/wc/v1/orders`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._page(ORDERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[OrderListParams]) -> AsyncIterator[OrderV1]:
        """Walk all pages of orders.list. A page is read when its first item is taken.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._walk(ORDERS_LIST, params, prefetch=prefetch)

    async def partitions(self, n: int, /, **params: Unpack[OrderListParams]) -> tuple[Partition[OrderV1], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(ORDERS_LIST, n, params)

    async def create(self, **fields: Unpack[OrderV1Create]) -> OrderV1:
        """Create an order: `POST /wp-json/wc/v1/orders`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[OrderGetParams]) -> OrderV1:
        """Get one order: `GET /wp-json/wc/v1/orders/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[OrderV1Update]) -> OrderV1:
        """Change an order: `PUT /wp-json/wc/v1/orders/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_UPDATE, fields, id)

    async def save(self, record: OrderV1, /) -> OrderV1:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(ORDERS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[OrderDeleteParams]) -> OrderV1:
        """Delete an order: `DELETE /wp-json/wc/v1/orders/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[OrderV1] | None = None,
        **fields: Unpack[OrderV1Batch],
    ) -> BatchResult[OrderV1]:
        """Create, change and delete orders together: `POST /wp-json/wc/v1/orders/batch`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._batch(
            ORDERS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )

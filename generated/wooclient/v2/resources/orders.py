"""Orders of wc/v2."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.meta import AsyncMeta, Meta
from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v2._version import V2

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from datetime import datetime
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v2.models.common import MetaData
    from wooclient.v2.models.orders import Order
    from wooclient.v2.models.orders_batch import OrderBatchResult
    from wooclient.v2.params.orders import (
        OrderBatch,
        OrderCreate,
        OrderDeleteParams,
        OrderGetParams,
        OrderListParams,
        OrderUpdate,
    )
    from wooclient.v2.resources.order_notes import AsyncOrdersNotes, OrdersNotes
    from wooclient.v2.resources.refunds import AsyncOrdersRefunds, OrdersRefunds

ORDERS_LIST: Operation[list[Order]] = Operation(
    V2, "orders.list", "GET", "/orders", "orders.Order", "items", query="orders.OrderListParams", paging="pages"
)
ORDERS_CREATE: Operation[Order] = Operation(
    V2, "orders.create", "POST", "/orders", "orders.Order", body="orders.OrderCreate"
)
ORDERS_GET: Operation[Order] = Operation(
    V2, "orders.get", "GET", "/orders/{id}", "orders.Order", query="orders.OrderGetParams"
)
ORDERS_UPDATE: Operation[Order] = Operation(
    V2, "orders.update", "PUT", "/orders/{id}", "orders.Order", body="orders.OrderUpdate"
)
ORDERS_DELETE: Operation[Order] = Operation(
    V2, "orders.delete", "DELETE", "/orders/{id}", "orders.Order", query="orders.OrderDeleteParams"
)
ORDERS_BATCH: Operation[OrderBatchResult] = Operation(
    V2,
    "orders.batch",
    "POST",
    "/orders/batch",
    "orders_batch.OrderBatchResult",
    "item_or_empty",
    body="orders.OrderBatch",
    batch_limit=100,
)


class Orders(Resource):
    """Orders with their addresses, lines, taxes and payment state."""

    @cached_property
    def notes(self) -> OrdersNotes:
        """Remarks on an order, for staff or for the customer."""
        from wooclient.v2.resources.order_notes import OrdersNotes

        return OrdersNotes(self._client)

    @cached_property
    def refunds(self) -> OrdersRefunds:
        """Refunds of one order."""
        from wooclient.v2.resources.refunds import OrdersRefunds

        return OrdersRefunds(self._client)

    @cached_property
    def meta(self) -> Meta[MetaData]:
        """Custom fields, by their key."""
        return Meta(self._client, ORDERS_GET, ORDERS_UPDATE)

    def list(self, **params: Unpack[OrderListParams]) -> Page[Order]:
        """List orders: `GET /wp-json/wc/v2/orders`."""
        return self._page(ORDERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[OrderListParams]) -> Iterator[Order]:
        """Walk all pages of orders.list. A page is read when its first item is taken."""
        return self._walk(ORDERS_LIST, params, prefetch=prefetch)

    def modified_since(
        self, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[OrderListParams]
    ) -> Iterator[Order]:
        """Walk all records that changed at `when` or later."""
        return self._modified(ORDERS_LIST, when, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[OrderListParams]) -> tuple[Partition[Order], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return self._partitions(ORDERS_LIST, n, params)

    def create(self, **fields: Unpack[OrderCreate]) -> Order:
        """Create an order: `POST /wp-json/wc/v2/orders`."""
        return self._call(ORDERS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[OrderGetParams]) -> Order:
        """Get one order: `GET /wp-json/wc/v2/orders/{id}`."""
        return self._call(ORDERS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[OrderUpdate]) -> Order:
        """Change an order: `PUT /wp-json/wc/v2/orders/{id}`."""
        return self._call(ORDERS_UPDATE, fields, id)

    def save(self, record: Order, /) -> Order:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(ORDERS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[OrderDeleteParams]) -> Order:
        """Delete an order: `DELETE /wp-json/wc/v2/orders/{id}`."""
        return self._call(ORDERS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Order] | None = None,
        **fields: Unpack[OrderBatch],
    ) -> BatchResult[Order]:
        """Create, change and delete orders together: `POST /wp-json/wc/v2/orders/batch`."""
        return self._batch(
            ORDERS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncOrders(AsyncResource):
    """Orders with their addresses, lines, taxes and payment state."""

    @cached_property
    def notes(self) -> AsyncOrdersNotes:
        """Remarks on an order, for staff or for the customer."""
        from wooclient.v2.resources.order_notes import AsyncOrdersNotes

        return AsyncOrdersNotes(self._client)

    @cached_property
    def refunds(self) -> AsyncOrdersRefunds:
        """Refunds of one order."""
        from wooclient.v2.resources.refunds import AsyncOrdersRefunds

        return AsyncOrdersRefunds(self._client)

    @cached_property
    def meta(self) -> AsyncMeta[MetaData]:
        """Custom fields, by their key."""
        return AsyncMeta(self._client, ORDERS_GET, ORDERS_UPDATE)

    async def list(self, **params: Unpack[OrderListParams]) -> Page[Order]:
        """List orders: `GET /wp-json/wc/v2/orders`."""
        return await self._page(ORDERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[OrderListParams]) -> AsyncIterator[Order]:
        """Walk all pages of orders.list. A page is read when its first item is taken."""
        return self._walk(ORDERS_LIST, params, prefetch=prefetch)

    def modified_since(
        self, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[OrderListParams]
    ) -> AsyncIterator[Order]:
        """Walk all records that changed at `when` or later."""
        return self._modified(ORDERS_LIST, when, params, prefetch=prefetch)

    async def partitions(self, n: int, /, **params: Unpack[OrderListParams]) -> tuple[Partition[Order], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(ORDERS_LIST, n, params)

    async def create(self, **fields: Unpack[OrderCreate]) -> Order:
        """Create an order: `POST /wp-json/wc/v2/orders`."""
        return await self._call(ORDERS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[OrderGetParams]) -> Order:
        """Get one order: `GET /wp-json/wc/v2/orders/{id}`."""
        return await self._call(ORDERS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[OrderUpdate]) -> Order:
        """Change an order: `PUT /wp-json/wc/v2/orders/{id}`."""
        return await self._call(ORDERS_UPDATE, fields, id)

    async def save(self, record: Order, /) -> Order:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(ORDERS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[OrderDeleteParams]) -> Order:
        """Delete an order: `DELETE /wp-json/wc/v2/orders/{id}`."""
        return await self._call(ORDERS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Order] | None = None,
        **fields: Unpack[OrderBatch],
    ) -> BatchResult[Order]:
        """Create, change and delete orders together: `POST /wp-json/wc/v2/orders/batch`."""
        return await self._batch(
            ORDERS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )

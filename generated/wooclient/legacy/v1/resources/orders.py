"""Orders of wc-api/v1."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v1._version import NEEDS_ORDERS_AS_POSTS, V1

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.legacy.v1.models.orders import LegacyOrder
    from wooclient.legacy.v1.params.orders import OrderCountParams, OrderGetParams, OrderListParams
    from wooclient.legacy.v1.params.orders_requests import LegacyOrderStatusUpdate
    from wooclient.legacy.v1.resources.order_notes import AsyncOrdersNotes, OrdersNotes

ORDERS_LIST: Operation[list[LegacyOrder]] = Operation(
    V1,
    "orders.list",
    "GET",
    "/orders",
    "orders.LegacyOrder",
    "items",
    query="orders.OrderListParams",
    paging="pages",
    request_envelope="orders",
    answer_envelope="orders",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_GET: Operation[LegacyOrder] = Operation(
    V1,
    "orders.get",
    "GET",
    "/orders/{id}",
    "orders.LegacyOrder",
    query="orders.OrderGetParams",
    request_envelope="order",
    answer_envelope="order",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_UPDATE: Operation[LegacyOrder] = Operation(
    V1,
    "orders.update",
    "PUT",
    "/orders/{id}",
    "orders.LegacyOrder",
    body="orders_requests.LegacyOrderStatusUpdate",
    answer_envelope="order",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_COUNT: Operation[int] = Operation(
    V1,
    "orders.count",
    "GET",
    "/orders/count",
    "int",
    query="orders.OrderCountParams",
    request_envelope="count",
    answer_envelope="count",
    needs=NEEDS_ORDERS_AS_POSTS,
)


class Orders(Resource):
    """What was sold to whom and where it stands. Stores that keep orders only in tables of their own, not as posts,
    show none of them here.
    """

    @cached_property
    def notes(self) -> OrdersNotes:
        """Remarks on an order, for staff or for the customer."""
        from wooclient.legacy.v1.resources.order_notes import OrdersNotes

        return OrdersNotes(self._client)

    def list(self, **params: Unpack[OrderListParams]) -> Page[LegacyOrder]:
        """List orders: `GET /wc-api/v1/orders`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._page(ORDERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[OrderListParams]) -> Iterator[LegacyOrder]:
        """Walk all pages of orders.list. A page is read when its first item is taken.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._walk(ORDERS_LIST, params, prefetch=prefetch)

    def get(self, id: int, /, **params: Unpack[OrderGetParams]) -> LegacyOrder:
        """Get an order: `GET /wc-api/v1/orders/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._call(ORDERS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[LegacyOrderStatusUpdate]) -> LegacyOrder:
        """Update the status of an order: `PUT /wc-api/v1/orders/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._call(ORDERS_UPDATE, fields, id)

    def save(self, record: LegacyOrder, /) -> LegacyOrder:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(ORDERS_UPDATE, record)

    def count(self, **params: Unpack[OrderCountParams]) -> int:
        """Count orders: `GET /wc-api/v1/orders/count`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._call(ORDERS_COUNT, params)


class AsyncOrders(AsyncResource):
    """What was sold to whom and where it stands. Stores that keep orders only in tables of their own, not as posts,
    show none of them here.
    """

    @cached_property
    def notes(self) -> AsyncOrdersNotes:
        """Remarks on an order, for staff or for the customer."""
        from wooclient.legacy.v1.resources.order_notes import AsyncOrdersNotes

        return AsyncOrdersNotes(self._client)

    async def list(self, **params: Unpack[OrderListParams]) -> Page[LegacyOrder]:
        """List orders: `GET /wc-api/v1/orders`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._page(ORDERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[OrderListParams]) -> AsyncIterator[LegacyOrder]:
        """Walk all pages of orders.list. A page is read when its first item is taken.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._walk(ORDERS_LIST, params, prefetch=prefetch)

    async def get(self, id: int, /, **params: Unpack[OrderGetParams]) -> LegacyOrder:
        """Get an order: `GET /wc-api/v1/orders/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[LegacyOrderStatusUpdate]) -> LegacyOrder:
        """Update the status of an order: `PUT /wc-api/v1/orders/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_UPDATE, fields, id)

    async def save(self, record: LegacyOrder, /) -> LegacyOrder:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(ORDERS_UPDATE, record)

    async def count(self, **params: Unpack[OrderCountParams]) -> int:
        """Count orders: `GET /wc-api/v1/orders/count`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_COUNT, params)

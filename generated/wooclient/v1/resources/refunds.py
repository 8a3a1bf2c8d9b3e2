"""Refunds of wc/v1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v1._version import NEEDS_ORDERS_AS_POSTS, V1

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v1.models.refunds import OrderRefundV1
    from wooclient.v1.params.refunds import (
        OrderRefundCreate,
        OrderRefundDeleteParams,
        OrderRefundGetParams,
        OrderRefundListParams,
    )

ORDERS_REFUNDS_LIST: Operation[list[OrderRefundV1]] = Operation(
    V1,
    "orders.refunds.list",
    "GET",
    "/orders/{order_id}/refunds",
    "refunds.OrderRefundV1",
    "items",
    query="refunds.OrderRefundListParams",
    paging="pages",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_REFUNDS_CREATE: Operation[OrderRefundV1] = Operation(
    V1,
    "orders.refunds.create",
    "POST",
    "/orders/{order_id}/refunds",
    "refunds.OrderRefundV1",
    body="refunds.OrderRefundCreate",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_REFUNDS_GET: Operation[OrderRefundV1] = Operation(
    V1,
    "orders.refunds.get",
    "GET",
    "/orders/{order_id}/refunds/{id}",
    "refunds.OrderRefundV1",
    query="refunds.OrderRefundGetParams",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_REFUNDS_DELETE: Operation[OrderRefundV1] = Operation(
    V1,
    "orders.refunds.delete",
    "DELETE",
    "/orders/{order_id}/refunds/{id}",
    "refunds.OrderRefundV1",
    query="refunds.OrderRefundDeleteParams",
    needs=NEEDS_ORDERS_AS_POSTS,
)


class OrdersRefunds(Resource):
    """Refunds of one order."""

    def list(self, order_id: int, /, **params: Unpack[OrderRefundListParams]) -> Page[OrderRefundV1]:
        """List refunds of an order: `GET /wp-json/wc/v1/orders/{order_id}/refunds`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._page(ORDERS_REFUNDS_LIST, params, order_id)

    def iter(
        self, order_id: int, /, *, prefetch: int = 0, **params: Unpack[OrderRefundListParams]
    ) -> Iterator[OrderRefundV1]:
        """Walk all pages of orders.refunds.list. A page is read when its first item is taken.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._walk(ORDERS_REFUNDS_LIST, params, order_id, prefetch=prefetch)

    def partitions(
        self, order_id: int, n: int, /, **params: Unpack[OrderRefundListParams]
    ) -> tuple[Partition[OrderRefundV1], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return self._partitions(ORDERS_REFUNDS_LIST, n, params, order_id)

    def create(self, order_id: int, /, **fields: Unpack[OrderRefundCreate]) -> OrderRefundV1:
        """Refund an order: `POST /wp-json/wc/v1/orders/{order_id}/refunds`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._call(ORDERS_REFUNDS_CREATE, fields, order_id)

    def get(self, order_id: int, id: int, /, **params: Unpack[OrderRefundGetParams]) -> OrderRefundV1:
        """Get one refund of an order: `GET /wp-json/wc/v1/orders/{order_id}/refunds/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._call(ORDERS_REFUNDS_GET, params, order_id, id)

    def delete(self, order_id: int, id: int, /, **params: Unpack[OrderRefundDeleteParams]) -> OrderRefundV1:
        """Delete a refund of an order: `DELETE /wp-json/wc/v1/orders/{order_id}/refunds/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._call(ORDERS_REFUNDS_DELETE, params, order_id, id)


class AsyncOrdersRefunds(AsyncResource):
    """Refunds of one order."""

    async def list(self, order_id: int, /, **params: Unpack[OrderRefundListParams]) -> Page[OrderRefundV1]:
        """List refunds of an order: `GET /wp-json/wc/v1/orders/{order_id}/refunds`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._page(ORDERS_REFUNDS_LIST, params, order_id)

    def iter(
        self, order_id: int, /, *, prefetch: int = 0, **params: Unpack[OrderRefundListParams]
    ) -> AsyncIterator[OrderRefundV1]:
        """Walk all pages of orders.refunds.list. A page is read when its first item is taken.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._walk(ORDERS_REFUNDS_LIST, params, order_id, prefetch=prefetch)

    async def partitions(
        self, order_id: int, n: int, /, **params: Unpack[OrderRefundListParams]
    ) -> tuple[Partition[OrderRefundV1], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(ORDERS_REFUNDS_LIST, n, params, order_id)

    async def create(self, order_id: int, /, **fields: Unpack[OrderRefundCreate]) -> OrderRefundV1:
        """Refund an order: `POST /wp-json/wc/v1/orders/{order_id}/refunds`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_REFUNDS_CREATE, fields, order_id)

    async def get(self, order_id: int, id: int, /, **params: Unpack[OrderRefundGetParams]) -> OrderRefundV1:
        """Get one refund of an order: `GET /wp-json/wc/v1/orders/{order_id}/refunds/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_REFUNDS_GET, params, order_id, id)

    async def delete(self, order_id: int, id: int, /, **params: Unpack[OrderRefundDeleteParams]) -> OrderRefundV1:
        """Delete a refund of an order: `DELETE /wp-json/wc/v1/orders/{order_id}/refunds/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_REFUNDS_DELETE, params, order_id, id)

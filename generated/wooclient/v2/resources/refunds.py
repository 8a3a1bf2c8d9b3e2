"""Refunds of wc/v2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v2._version import NEEDS_COMPUTED_REFUNDS, V2

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from datetime import datetime
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v2.models.refunds import OrderRefund
    from wooclient.v2.params.refunds import (
        OrderRefundCreate,
        OrderRefundDeleteParams,
        OrderRefundGetParams,
        OrderRefundListParams,
    )

ORDERS_REFUNDS_LIST: Operation[list[OrderRefund]] = Operation(
    V2,
    "orders.refunds.list",
    "GET",
    "/orders/{order_id}/refunds",
    "refunds.OrderRefund",
    "items",
    query="refunds.OrderRefundListParams",
    paging="pages",
)
ORDERS_REFUNDS_CREATE: Operation[OrderRefund] = Operation(
    V2,
    "orders.refunds.create",
    "POST",
    "/orders/{order_id}/refunds",
    "refunds.OrderRefund",
    body="refunds.OrderRefundCreate",
    needs=NEEDS_COMPUTED_REFUNDS,
)
ORDERS_REFUNDS_GET: Operation[OrderRefund] = Operation(
    V2,
    "orders.refunds.get",
    "GET",
    "/orders/{order_id}/refunds/{id}",
    "refunds.OrderRefund",
    query="refunds.OrderRefundGetParams",
)
ORDERS_REFUNDS_DELETE: Operation[OrderRefund] = Operation(
    V2,
    "orders.refunds.delete",
    "DELETE",
    "/orders/{order_id}/refunds/{id}",
    "refunds.OrderRefund",
    query="refunds.OrderRefundDeleteParams",
)


class OrdersRefunds(Resource):
    """Refunds of one order."""

    def list(self, order_id: int, /, **params: Unpack[OrderRefundListParams]) -> Page[OrderRefund]:
        """List refunds of an order: `GET /wp-json/wc/v2/orders/{order_id}/refunds`."""
        return self._page(ORDERS_REFUNDS_LIST, params, order_id)

    def iter(
        self, order_id: int, /, *, prefetch: int = 0, **params: Unpack[OrderRefundListParams]
    ) -> Iterator[OrderRefund]:
        """Walk all pages of orders.refunds.list. A page is read when its first item is taken."""
        return self._walk(ORDERS_REFUNDS_LIST, params, order_id, prefetch=prefetch)

    def modified_since(
        self, order_id: int, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[OrderRefundListParams]
    ) -> Iterator[OrderRefund]:
        """Walk all records that changed at `when` or later."""
        return self._modified(ORDERS_REFUNDS_LIST, when, params, order_id, prefetch=prefetch)

    def partitions(
        self, order_id: int, n: int, /, **params: Unpack[OrderRefundListParams]
    ) -> tuple[Partition[OrderRefund], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return self._partitions(ORDERS_REFUNDS_LIST, n, params, order_id)

    def create(self, order_id: int, /, **fields: Unpack[OrderRefundCreate]) -> OrderRefund:
        """Refund an order: `POST /wp-json/wc/v2/orders/{order_id}/refunds`.

        Stores before WooCommerce 11.1 drop `compute_totals` silently and make a refund of 0.00. So with that field a
        client first asks the store for its release, and sends nothing to an older one.
        """
        return self._call(ORDERS_REFUNDS_CREATE, fields, order_id)

    def get(self, order_id: int, id: int, /, **params: Unpack[OrderRefundGetParams]) -> OrderRefund:
        """Get one refund of an order: `GET /wp-json/wc/v2/orders/{order_id}/refunds/{id}`."""
        return self._call(ORDERS_REFUNDS_GET, params, order_id, id)

    def delete(self, order_id: int, id: int, /, **params: Unpack[OrderRefundDeleteParams]) -> OrderRefund:
        """Delete a refund of an order: `DELETE /wp-json/wc/v2/orders/{order_id}/refunds/{id}`."""
        return self._call(ORDERS_REFUNDS_DELETE, params, order_id, id)


class AsyncOrdersRefunds(AsyncResource):
    """Refunds of one order."""

    async def list(self, order_id: int, /, **params: Unpack[OrderRefundListParams]) -> Page[OrderRefund]:
        """List refunds of an order: `GET /wp-json/wc/v2/orders/{order_id}/refunds`."""
        return await self._page(ORDERS_REFUNDS_LIST, params, order_id)

    def iter(
        self, order_id: int, /, *, prefetch: int = 0, **params: Unpack[OrderRefundListParams]
    ) -> AsyncIterator[OrderRefund]:
        """Walk all pages of orders.refunds.list. A page is read when its first item is taken."""
        return self._walk(ORDERS_REFUNDS_LIST, params, order_id, prefetch=prefetch)

    def modified_since(
        self, order_id: int, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[OrderRefundListParams]
    ) -> AsyncIterator[OrderRefund]:
        """Walk all records that changed at `when` or later."""
        return self._modified(ORDERS_REFUNDS_LIST, when, params, order_id, prefetch=prefetch)

    async def partitions(
        self, order_id: int, n: int, /, **params: Unpack[OrderRefundListParams]
    ) -> tuple[Partition[OrderRefund], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(ORDERS_REFUNDS_LIST, n, params, order_id)

    async def create(self, order_id: int, /, **fields: Unpack[OrderRefundCreate]) -> OrderRefund:
        """Refund an order: `POST /wp-json/wc/v2/orders/{order_id}/refunds`.

        Stores before WooCommerce 11.1 drop `compute_totals` silently and make a refund of 0.00. So with that field a
        client first asks the store for its release, and sends nothing to an older one.
        """
        return await self._call(ORDERS_REFUNDS_CREATE, fields, order_id)

    async def get(self, order_id: int, id: int, /, **params: Unpack[OrderRefundGetParams]) -> OrderRefund:
        """Get one refund of an order: `GET /wp-json/wc/v2/orders/{order_id}/refunds/{id}`."""
        return await self._call(ORDERS_REFUNDS_GET, params, order_id, id)

    async def delete(self, order_id: int, id: int, /, **params: Unpack[OrderRefundDeleteParams]) -> OrderRefund:
        """Delete a refund of an order: `DELETE /wp-json/wc/v2/orders/{order_id}/refunds/{id}`."""
        return await self._call(ORDERS_REFUNDS_DELETE, params, order_id, id)

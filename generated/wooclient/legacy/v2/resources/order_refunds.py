"""Order refunds of wc-api/v2."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v2._version import NEEDS_ORDERS_AS_POSTS, V2

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.legacy.v2.models.common import Message
    from wooclient.legacy.v2.models.order_refunds import LegacyRefund
    from wooclient.legacy.v2.params.order_refunds import (
        LegacyRefundUpdate,
        OrderRefundCreateParams,
        OrderRefundGetParams,
        OrderRefundListParams,
    )

ORDERS_REFUNDS_LIST: Operation[list[LegacyRefund]] = Operation(
    V2,
    "orders.refunds.list",
    "GET",
    "/orders/{order_id}/refunds",
    "order_refunds.LegacyRefund",
    "items",
    query="order_refunds.OrderRefundListParams",
    paging="none",
    request_envelope="order_refunds",
    answer_envelope="order_refunds",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_REFUNDS_CREATE: Operation[LegacyRefund] = Operation(
    V2,
    "orders.refunds.create",
    "POST",
    "/orders/{order_id}/refunds",
    "order_refunds.LegacyRefund",
    query="order_refunds.OrderRefundCreateParams",
    body="order_refunds.LegacyRefundCreate",
    request_envelope="order_refund",
    answer_envelope="order_refund",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_REFUNDS_GET: Operation[LegacyRefund] = Operation(
    V2,
    "orders.refunds.get",
    "GET",
    "/orders/{order_id}/refunds/{id}",
    "order_refunds.LegacyRefund",
    query="order_refunds.OrderRefundGetParams",
    request_envelope="order_refund",
    answer_envelope="order_refund",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_REFUNDS_UPDATE: Operation[LegacyRefund] = Operation(
    V2,
    "orders.refunds.update",
    "PUT",
    "/orders/{order_id}/refunds/{id}",
    "order_refunds.LegacyRefund",
    body="order_refunds.LegacyRefundUpdate",
    request_envelope="order_refund",
    answer_envelope="order_refund",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_REFUNDS_DELETE: Operation[Message] = Operation(
    V2,
    "orders.refunds.delete",
    "DELETE",
    "/orders/{order_id}/refunds/{id}",
    "common.Message",
    needs=NEEDS_ORDERS_AS_POSTS,
)


class OrdersRefunds(Resource):
    """Money given back for an order."""

    def list(self, order_id: int, /, **params: Unpack[OrderRefundListParams]) -> Page[LegacyRefund]:
        """List the refunds of an order: `GET /wc-api/v2/orders/{order_id}/refunds`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._page(ORDERS_REFUNDS_LIST, params, order_id)

    def create(self, order_id: int, /, **fields: Unpack[OrderRefundCreateParams]) -> LegacyRefund:
        """Refund an order: `POST /wc-api/v2/orders/{order_id}/refunds`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._call(ORDERS_REFUNDS_CREATE, fields, order_id)

    def get(self, order_id: int, id: int, /, **params: Unpack[OrderRefundGetParams]) -> LegacyRefund:
        """Get a refund of an order: `GET /wc-api/v2/orders/{order_id}/refunds/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._call(ORDERS_REFUNDS_GET, params, order_id, id)

    def update(self, order_id: int, id: int, /, **fields: Unpack[LegacyRefundUpdate]) -> LegacyRefund:
        """Update a refund of an order: `PUT /wc-api/v2/orders/{order_id}/refunds/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._call(ORDERS_REFUNDS_UPDATE, fields, order_id, id)

    @overload
    def save(self, record: LegacyRefund, /) -> LegacyRefund: ...

    @overload
    def save(self, order_id: int, record: LegacyRefund, /) -> LegacyRefund: ...

    def save(self, *given: int | LegacyRefund) -> LegacyRefund:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(ORDERS_REFUNDS_UPDATE, *given)

    def delete(self, order_id: int, id: int, /) -> Message:
        """Delete a refund of an order: `DELETE /wc-api/v2/orders/{order_id}/refunds/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._call(ORDERS_REFUNDS_DELETE, {}, order_id, id)


class AsyncOrdersRefunds(AsyncResource):
    """Money given back for an order."""

    async def list(self, order_id: int, /, **params: Unpack[OrderRefundListParams]) -> Page[LegacyRefund]:
        """List the refunds of an order: `GET /wc-api/v2/orders/{order_id}/refunds`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._page(ORDERS_REFUNDS_LIST, params, order_id)

    async def create(self, order_id: int, /, **fields: Unpack[OrderRefundCreateParams]) -> LegacyRefund:
        """Refund an order: `POST /wc-api/v2/orders/{order_id}/refunds`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_REFUNDS_CREATE, fields, order_id)

    async def get(self, order_id: int, id: int, /, **params: Unpack[OrderRefundGetParams]) -> LegacyRefund:
        """Get a refund of an order: `GET /wc-api/v2/orders/{order_id}/refunds/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_REFUNDS_GET, params, order_id, id)

    async def update(self, order_id: int, id: int, /, **fields: Unpack[LegacyRefundUpdate]) -> LegacyRefund:
        """Update a refund of an order: `PUT /wc-api/v2/orders/{order_id}/refunds/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_REFUNDS_UPDATE, fields, order_id, id)

    @overload
    async def save(self, record: LegacyRefund, /) -> LegacyRefund: ...

    @overload
    async def save(self, order_id: int, record: LegacyRefund, /) -> LegacyRefund: ...

    async def save(self, *given: int | LegacyRefund) -> LegacyRefund:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(ORDERS_REFUNDS_UPDATE, *given)

    async def delete(self, order_id: int, id: int, /) -> Message:
        """Delete a refund of an order: `DELETE /wc-api/v2/orders/{order_id}/refunds/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_REFUNDS_DELETE, {}, order_id, id)

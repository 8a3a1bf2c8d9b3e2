"""Order refunds of wc-api/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v3._version import NEEDS_ORDERS_AS_POSTS, V3

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.legacy.v3.models.common import Message
    from wooclient.legacy.v3.models.order_refunds import LegacyRefund
    from wooclient.legacy.v3.params.order_refunds import (
        LegacyRefundUpdate,
        OrderRefundCreateParams,
        OrderRefundGetParams,
        OrderRefundListParams,
    )

ORDERS_REFUNDS_LIST: Operation[list[LegacyRefund]] = Operation(
    V3,
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
    V3,
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
    V3,
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
    V3,
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
    V3,
    "orders.refunds.delete",
    "DELETE",
    "/orders/{order_id}/refunds/{id}",
    "common.Message",
    needs=NEEDS_ORDERS_AS_POSTS,
)


class OrdersRefunds(Resource):
    """Money given back for an order."""

    def list(self, order_id: int, /, **params: Unpack[OrderRefundListParams]) -> Page[LegacyRefund]:
        """List the refunds of an order.

        All refunds of the order, newest first.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `GET /wc-api/v3/orders/{order_id}/refunds`.
        """
        return self._page(ORDERS_REFUNDS_LIST, params, order_id)

    def create(self, order_id: int, /, **fields: Unpack[OrderRefundCreateParams]) -> LegacyRefund:
        """Refund an order.

        Gives money back, through the payment gateway if that can do it and `api_refund` does not say no. If the gateway
        fails, the refund stays on record though no money moved; its own refusals come in `errors` under status 200. An
        order that is not there, or a sum larger than what is left of it, breaks the store: it answers
        `internal_server_error` with status 500, as JSON only to who sends or accepts JSON, and refunds nothing.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `POST /wc-api/v3/orders/{order_id}/refunds`.
        """
        return self._call(ORDERS_REFUNDS_CREATE, fields, order_id)

    def get(self, order_id: int, id: int, /, **params: Unpack[OrderRefundGetParams]) -> LegacyRefund:
        """Get a refund of an order.

        Reads one refund. The store does not check that it belongs to this order.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `GET /wc-api/v3/orders/{order_id}/refunds/{id}`.
        """
        return self._call(ORDERS_REFUNDS_GET, params, order_id, id)

    def update(self, order_id: int, id: int, /, **fields: Unpack[LegacyRefundUpdate]) -> LegacyRefund:
        """Update a refund of an order.

        Changes the amount that the refund tells of; no money moves, and 0 is ignored. A new reason is taken without an
        error, yet stores go on showing the first one.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `PUT /wc-api/v3/orders/{order_id}/refunds/{id}`.
        """
        return self._call(ORDERS_REFUNDS_UPDATE, fields, order_id, id)

    @overload
    def save(self, record: LegacyRefund, /) -> LegacyRefund: ...

    @overload
    def save(self, order_id: int, record: LegacyRefund, /) -> LegacyRefund: ...

    def save(self, *given: int | LegacyRefund) -> LegacyRefund:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets. The model knows the order_id that it was read with, which need not be given.
        """
        return self._save(ORDERS_REFUNDS_UPDATE, *given)

    def delete(self, order_id: int, id: int, /) -> Message:
        """Delete a refund of an order.

        Removes the refund permanently; there is no trash and no `force`, and no money moves.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `DELETE /wc-api/v3/orders/{order_id}/refunds/{id}`.
        """
        return self._call(ORDERS_REFUNDS_DELETE, {}, order_id, id)


class AsyncOrdersRefunds(AsyncResource):
    """Money given back for an order."""

    async def list(self, order_id: int, /, **params: Unpack[OrderRefundListParams]) -> Page[LegacyRefund]:
        """List the refunds of an order: `GET /wc-api/v3/orders/{order_id}/refunds`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._page(ORDERS_REFUNDS_LIST, params, order_id)

    async def create(self, order_id: int, /, **fields: Unpack[OrderRefundCreateParams]) -> LegacyRefund:
        """Refund an order: `POST /wc-api/v3/orders/{order_id}/refunds`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_REFUNDS_CREATE, fields, order_id)

    async def get(self, order_id: int, id: int, /, **params: Unpack[OrderRefundGetParams]) -> LegacyRefund:
        """Get a refund of an order: `GET /wc-api/v3/orders/{order_id}/refunds/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_REFUNDS_GET, params, order_id, id)

    async def update(self, order_id: int, id: int, /, **fields: Unpack[LegacyRefundUpdate]) -> LegacyRefund:
        """Update a refund of an order: `PUT /wc-api/v3/orders/{order_id}/refunds/{id}`.

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
        """Delete a refund of an order: `DELETE /wc-api/v3/orders/{order_id}/refunds/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_REFUNDS_DELETE, {}, order_id, id)

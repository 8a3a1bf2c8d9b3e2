"""Order notes of wc-api/v1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v1._version import NEEDS_ORDERS_AS_POSTS, V1

if TYPE_CHECKING:
    from wooclient._runtime.pages import Page
    from wooclient.legacy.v1.models.order_notes import LegacyOrderNote

ORDERS_NOTES_LIST: Operation[list[LegacyOrderNote]] = Operation(
    V1,
    "orders.notes.list",
    "GET",
    "/orders/{order_id}/notes",
    "order_notes.LegacyOrderNote",
    "items",
    paging="none",
    request_envelope="order_notes",
    answer_envelope="order_notes",
    needs=NEEDS_ORDERS_AS_POSTS,
)


class OrdersNotes(Resource):
    """Remarks on an order, for staff or for the customer."""

    def list(self, order_id: int, /) -> Page[LegacyOrderNote]:
        """List the notes of an order: `GET /wc-api/v1/orders/{order_id}/notes`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._page(ORDERS_NOTES_LIST, {}, order_id)


class AsyncOrdersNotes(AsyncResource):
    """Remarks on an order, for staff or for the customer."""

    async def list(self, order_id: int, /) -> Page[LegacyOrderNote]:
        """List the notes of an order: `GET /wc-api/v1/orders/{order_id}/notes`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._page(ORDERS_NOTES_LIST, {}, order_id)

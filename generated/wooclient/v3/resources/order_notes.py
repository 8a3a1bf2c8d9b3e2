"""Order notes of wc/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v3.models.order_notes import OrderNote
    from wooclient.v3.params.order_notes import (
        OrderNoteCreate,
        OrderNoteDeleteParams,
        OrderNoteGetParams,
        OrderNoteListParams,
    )

ORDERS_NOTES_LIST: Operation[list[OrderNote]] = Operation(
    V3,
    "orders.notes.list",
    "GET",
    "/orders/{order_id}/notes",
    "order_notes.OrderNote",
    "items",
    query="order_notes.OrderNoteListParams",
    paging="none",
)
ORDERS_NOTES_CREATE: Operation[OrderNote] = Operation(
    V3,
    "orders.notes.create",
    "POST",
    "/orders/{order_id}/notes",
    "order_notes.OrderNote",
    body="order_notes.OrderNoteCreate",
)
ORDERS_NOTES_GET: Operation[OrderNote] = Operation(
    V3,
    "orders.notes.get",
    "GET",
    "/orders/{order_id}/notes/{id}",
    "order_notes.OrderNote",
    query="order_notes.OrderNoteGetParams",
)
ORDERS_NOTES_DELETE: Operation[OrderNote] = Operation(
    V3,
    "orders.notes.delete",
    "DELETE",
    "/orders/{order_id}/notes/{id}",
    "order_notes.OrderNote",
    query="order_notes.OrderNoteDeleteParams",
)


class OrdersNotes(Resource):
    """Remarks on an order, for staff or for the customer."""

    def list(self, order_id: int, /, **params: Unpack[OrderNoteListParams]) -> Page[OrderNote]:
        """List notes of an order.

        All notes of an order at once, without totals.

        `GET /wp-json/wc/v3/orders/{order_id}/notes`.
        """
        return self._page(ORDERS_NOTES_LIST, params, order_id)

    def create(self, order_id: int, /, **fields: Unpack[OrderNoteCreate]) -> OrderNote:
        """Add a note to an order.

        Adds a note. Notes cannot be changed later, only deleted.

        `POST /wp-json/wc/v3/orders/{order_id}/notes`.
        """
        return self._call(ORDERS_NOTES_CREATE, fields, order_id)

    def get(self, order_id: int, id: int, /, **params: Unpack[OrderNoteGetParams]) -> OrderNote:
        """Get one note of an order.

        One note; it must belong to the order in the path.

        `GET /wp-json/wc/v3/orders/{order_id}/notes/{id}`.
        """
        return self._call(ORDERS_NOTES_GET, params, order_id, id)

    def delete(self, order_id: int, id: int, /, **params: Unpack[OrderNoteDeleteParams]) -> OrderNote:
        """Delete a note of an order.

        Deletes a note permanently. Notes have no trash, so the store wants `force`.

        `DELETE /wp-json/wc/v3/orders/{order_id}/notes/{id}`.
        """
        return self._call(ORDERS_NOTES_DELETE, params, order_id, id)


class AsyncOrdersNotes(AsyncResource):
    """Remarks on an order, for staff or for the customer."""

    async def list(self, order_id: int, /, **params: Unpack[OrderNoteListParams]) -> Page[OrderNote]:
        """List notes of an order: `GET /wp-json/wc/v3/orders/{order_id}/notes`."""
        return await self._page(ORDERS_NOTES_LIST, params, order_id)

    async def create(self, order_id: int, /, **fields: Unpack[OrderNoteCreate]) -> OrderNote:
        """Add a note to an order: `POST /wp-json/wc/v3/orders/{order_id}/notes`."""
        return await self._call(ORDERS_NOTES_CREATE, fields, order_id)

    async def get(self, order_id: int, id: int, /, **params: Unpack[OrderNoteGetParams]) -> OrderNote:
        """Get one note of an order: `GET /wp-json/wc/v3/orders/{order_id}/notes/{id}`."""
        return await self._call(ORDERS_NOTES_GET, params, order_id, id)

    async def delete(self, order_id: int, id: int, /, **params: Unpack[OrderNoteDeleteParams]) -> OrderNote:
        """Delete a note of an order: `DELETE /wp-json/wc/v3/orders/{order_id}/notes/{id}`."""
        return await self._call(ORDERS_NOTES_DELETE, params, order_id, id)

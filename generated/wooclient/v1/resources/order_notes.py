"""Order notes of wc/v1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v1._version import V1

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v1.models.order_notes import OrderNoteV1
    from wooclient.v1.params.order_notes import (
        OrderNoteDeleteParams,
        OrderNoteGetParams,
        OrderNoteListParams,
        OrderNoteV1Create,
    )

ORDERS_NOTES_LIST: Operation[list[OrderNoteV1]] = Operation(
    V1,
    "orders.notes.list",
    "GET",
    "/orders/{order_id}/notes",
    "order_notes.OrderNoteV1",
    "items",
    query="order_notes.OrderNoteListParams",
    paging="none",
)
ORDERS_NOTES_CREATE: Operation[OrderNoteV1] = Operation(
    V1,
    "orders.notes.create",
    "POST",
    "/orders/{order_id}/notes",
    "order_notes.OrderNoteV1",
    body="order_notes.OrderNoteV1Create",
)
ORDERS_NOTES_GET: Operation[OrderNoteV1] = Operation(
    V1,
    "orders.notes.get",
    "GET",
    "/orders/{order_id}/notes/{id}",
    "order_notes.OrderNoteV1",
    query="order_notes.OrderNoteGetParams",
)
ORDERS_NOTES_DELETE: Operation[OrderNoteV1] = Operation(
    V1,
    "orders.notes.delete",
    "DELETE",
    "/orders/{order_id}/notes/{id}",
    "order_notes.OrderNoteV1",
    query="order_notes.OrderNoteDeleteParams",
)


class OrdersNotes(Resource):
    """Remarks on an order, for staff or for the customer."""

    def list(self, order_id: int, /, **params: Unpack[OrderNoteListParams]) -> Page[OrderNoteV1]:
        """List notes of an order: `GET /wp-json/wc/v1/orders/{order_id}/notes`."""
        return self._page(ORDERS_NOTES_LIST, params, order_id)

    def create(self, order_id: int, /, **fields: Unpack[OrderNoteV1Create]) -> OrderNoteV1:
        """Add a note to an order: `POST /wp-json/wc/v1/orders/{order_id}/notes`."""
        return self._call(ORDERS_NOTES_CREATE, fields, order_id)

    def get(self, order_id: int, id: int, /, **params: Unpack[OrderNoteGetParams]) -> OrderNoteV1:
        """Get one note of an order: `GET /wp-json/wc/v1/orders/{order_id}/notes/{id}`."""
        return self._call(ORDERS_NOTES_GET, params, order_id, id)

    def delete(self, order_id: int, id: int, /, **params: Unpack[OrderNoteDeleteParams]) -> OrderNoteV1:
        """Delete a note of an order: `DELETE /wp-json/wc/v1/orders/{order_id}/notes/{id}`."""
        return self._call(ORDERS_NOTES_DELETE, params, order_id, id)


class AsyncOrdersNotes(AsyncResource):
    """Remarks on an order, for staff or for the customer."""

    async def list(self, order_id: int, /, **params: Unpack[OrderNoteListParams]) -> Page[OrderNoteV1]:
        """List notes of an order: `GET /wp-json/wc/v1/orders/{order_id}/notes`."""
        return await self._page(ORDERS_NOTES_LIST, params, order_id)

    async def create(self, order_id: int, /, **fields: Unpack[OrderNoteV1Create]) -> OrderNoteV1:
        """Add a note to an order: `POST /wp-json/wc/v1/orders/{order_id}/notes`."""
        return await self._call(ORDERS_NOTES_CREATE, fields, order_id)

    async def get(self, order_id: int, id: int, /, **params: Unpack[OrderNoteGetParams]) -> OrderNoteV1:
        """Get one note of an order: `GET /wp-json/wc/v1/orders/{order_id}/notes/{id}`."""
        return await self._call(ORDERS_NOTES_GET, params, order_id, id)

    async def delete(self, order_id: int, id: int, /, **params: Unpack[OrderNoteDeleteParams]) -> OrderNoteV1:
        """Delete a note of an order: `DELETE /wp-json/wc/v1/orders/{order_id}/notes/{id}`."""
        return await self._call(ORDERS_NOTES_DELETE, params, order_id, id)

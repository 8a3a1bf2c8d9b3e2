"""Order notes of wc-api/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v3._version import NEEDS_ORDERS_AS_POSTS, V3

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.legacy.v3.models.common import Message
    from wooclient.legacy.v3.models.order_notes import LegacyOrderNote
    from wooclient.legacy.v3.params.order_notes import (
        LegacyOrderNoteCreate,
        LegacyOrderNoteUpdate,
        OrderNoteGetParams,
        OrderNoteListParams,
    )

ORDERS_NOTES_LIST: Operation[list[LegacyOrderNote]] = Operation(
    V3,
    "orders.notes.list",
    "GET",
    "/orders/{order_id}/notes",
    "order_notes.LegacyOrderNote",
    "items",
    query="order_notes.OrderNoteListParams",
    paging="none",
    request_envelope="order_notes",
    answer_envelope="order_notes",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_NOTES_CREATE: Operation[LegacyOrderNote] = Operation(
    V3,
    "orders.notes.create",
    "POST",
    "/orders/{order_id}/notes",
    "order_notes.LegacyOrderNote",
    body="order_notes.LegacyOrderNoteCreate",
    request_envelope="order_note",
    answer_envelope="order_note",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_NOTES_GET: Operation[LegacyOrderNote] = Operation(
    V3,
    "orders.notes.get",
    "GET",
    "/orders/{order_id}/notes/{id}",
    "order_notes.LegacyOrderNote",
    query="order_notes.OrderNoteGetParams",
    request_envelope="order_note",
    answer_envelope="order_note",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_NOTES_UPDATE: Operation[LegacyOrderNote] = Operation(
    V3,
    "orders.notes.update",
    "PUT",
    "/orders/{order_id}/notes/{id}",
    "order_notes.LegacyOrderNote",
    body="order_notes.LegacyOrderNoteUpdate",
    request_envelope="order_note",
    answer_envelope="order_note",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_NOTES_DELETE: Operation[Message] = Operation(
    V3, "orders.notes.delete", "DELETE", "/orders/{order_id}/notes/{id}", "common.Message", needs=NEEDS_ORDERS_AS_POSTS
)


class OrdersNotes(Resource):
    """Remarks on an order, for staff or for the customer."""

    def list(self, order_id: int, /, **params: Unpack[OrderNoteListParams]) -> Page[LegacyOrderNote]:
        """List the notes of an order.

        All notes of the order, newest first.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `GET /wc-api/v3/orders/{order_id}/notes`.
        """
        return self._page(ORDERS_NOTES_LIST, params, order_id)

    def create(self, order_id: int, /, **fields: Unpack[LegacyOrderNoteCreate]) -> LegacyOrderNote:
        """Add a note to an order.

        Writes a note, and mails it to the customer if it is for them.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `POST /wc-api/v3/orders/{order_id}/notes`.
        """
        return self._call(ORDERS_NOTES_CREATE, fields, order_id)

    def get(self, order_id: int, id: int, /, **params: Unpack[OrderNoteGetParams]) -> LegacyOrderNote:
        """Get a note of an order.

        Reads one note. The store does not check that it belongs to this order.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `GET /wc-api/v3/orders/{order_id}/notes/{id}`.
        """
        return self._call(ORDERS_NOTES_GET, params, order_id, id)

    def update(self, order_id: int, id: int, /, **fields: Unpack[LegacyOrderNoteUpdate]) -> LegacyOrderNote:
        """Update a note of an order.

        Changes the text of a note or whom it is for. No mail is sent. A note of another order is a 400.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `PUT /wc-api/v3/orders/{order_id}/notes/{id}`.
        """
        return self._call(ORDERS_NOTES_UPDATE, fields, order_id, id)

    @overload
    def save(self, record: LegacyOrderNote, /) -> LegacyOrderNote: ...

    @overload
    def save(self, order_id: int, record: LegacyOrderNote, /) -> LegacyOrderNote: ...

    def save(self, *given: int | LegacyOrderNote) -> LegacyOrderNote:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets. The model knows the order_id that it was read with, which need not be given.
        """
        return self._save(ORDERS_NOTES_UPDATE, *given)

    def delete(self, order_id: int, id: int, /) -> Message:
        """Delete a note of an order.

        Removes the note permanently; there is no trash and no `force`. A note of another order is a 400.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `DELETE /wc-api/v3/orders/{order_id}/notes/{id}`.
        """
        return self._call(ORDERS_NOTES_DELETE, {}, order_id, id)


class AsyncOrdersNotes(AsyncResource):
    """Remarks on an order, for staff or for the customer."""

    async def list(self, order_id: int, /, **params: Unpack[OrderNoteListParams]) -> Page[LegacyOrderNote]:
        """List the notes of an order: `GET /wc-api/v3/orders/{order_id}/notes`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._page(ORDERS_NOTES_LIST, params, order_id)

    async def create(self, order_id: int, /, **fields: Unpack[LegacyOrderNoteCreate]) -> LegacyOrderNote:
        """Add a note to an order: `POST /wc-api/v3/orders/{order_id}/notes`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_NOTES_CREATE, fields, order_id)

    async def get(self, order_id: int, id: int, /, **params: Unpack[OrderNoteGetParams]) -> LegacyOrderNote:
        """Get a note of an order: `GET /wc-api/v3/orders/{order_id}/notes/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_NOTES_GET, params, order_id, id)

    async def update(self, order_id: int, id: int, /, **fields: Unpack[LegacyOrderNoteUpdate]) -> LegacyOrderNote:
        """Update a note of an order: `PUT /wc-api/v3/orders/{order_id}/notes/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_NOTES_UPDATE, fields, order_id, id)

    @overload
    async def save(self, record: LegacyOrderNote, /) -> LegacyOrderNote: ...

    @overload
    async def save(self, order_id: int, record: LegacyOrderNote, /) -> LegacyOrderNote: ...

    async def save(self, *given: int | LegacyOrderNote) -> LegacyOrderNote:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(ORDERS_NOTES_UPDATE, *given)

    async def delete(self, order_id: int, id: int, /) -> Message:
        """Delete a note of an order: `DELETE /wc-api/v3/orders/{order_id}/notes/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_NOTES_DELETE, {}, order_id, id)

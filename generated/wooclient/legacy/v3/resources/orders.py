"""Orders of wc-api/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v3._version import NEEDS_ORDERS_AS_POSTS, V3

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence
    from typing import Unpack

    from wooclient._runtime.batch import OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient.legacy.v3.models.common import Message
    from wooclient.legacy.v3.models.orders import LegacyOrder, OrdersBulkAnswer, OrdersCountAnswer, OrdersStatusesAnswer
    from wooclient.legacy.v3.params.orders import OrderCountParams, OrderDeleteParams, OrderGetParams, OrderListParams
    from wooclient.legacy.v3.params.orders_requests import LegacyOrderBulkItem, LegacyOrderCreate, LegacyOrderUpdate
    from wooclient.legacy.v3.resources.order_notes import AsyncOrdersNotes, OrdersNotes
    from wooclient.legacy.v3.resources.order_refunds import AsyncOrdersRefunds, OrdersRefunds

ORDERS_LIST: Operation[list[LegacyOrder]] = Operation(
    V3,
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
ORDERS_CREATE: Operation[LegacyOrder] = Operation(
    V3,
    "orders.create",
    "POST",
    "/orders",
    "orders.LegacyOrder",
    body="orders_requests.LegacyOrderCreate",
    request_envelope="order",
    answer_envelope="order",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_COUNT: Operation[OrdersCountAnswer] = Operation(
    V3,
    "orders.count",
    "GET",
    "/orders/count",
    "orders.OrdersCountAnswer",
    query="orders.OrderCountParams",
    request_envelope="count",
    answer_envelope="count",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_STATUSES: Operation[OrdersStatusesAnswer] = Operation(
    V3,
    "orders.statuses",
    "GET",
    "/orders/statuses",
    "orders.OrdersStatusesAnswer",
    request_envelope="order_statuses",
    answer_envelope="order_statuses",
)
ORDERS_GET: Operation[LegacyOrder] = Operation(
    V3,
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
    V3,
    "orders.update",
    "PUT",
    "/orders/{id}",
    "orders.LegacyOrder",
    body="orders_requests.LegacyOrderUpdate",
    request_envelope="order",
    answer_envelope="order",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_DELETE: Operation[Message] = Operation(
    V3,
    "orders.delete",
    "DELETE",
    "/orders/{id}",
    "common.Message",
    query="orders.OrderDeleteParams",
    needs=NEEDS_ORDERS_AS_POSTS,
)
ORDERS_BULK: Operation[list[OrdersBulkAnswer]] = Operation(
    V3,
    "orders.bulk",
    "POST",
    "/orders/bulk",
    "orders.OrdersBulkAnswer",
    "items",
    body="orders_requests.LegacyOrderBulkItem",
    batch_limit=100,
    request_envelope="orders",
    answer_envelope="orders",
    needs=NEEDS_ORDERS_AS_POSTS,
)


class Orders(Resource):
    """What was sold to whom and where it stands. Stores that keep orders only in tables of their own, not as posts,
    show none of them here.
    """

    @cached_property
    def notes(self) -> OrdersNotes:
        """Remarks on an order, for staff or for the customer."""
        from wooclient.legacy.v3.resources.order_notes import OrdersNotes

        return OrdersNotes(self._client)

    @cached_property
    def refunds(self) -> OrdersRefunds:
        """Money given back for an order."""
        from wooclient.legacy.v3.resources.order_refunds import OrdersRefunds

        return OrdersRefunds(self._client)

    def list(self, **params: Unpack[OrderListParams]) -> Page[LegacyOrder]:
        """List orders.

        One page of orders, newest first, whatever their status except the trash.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `GET /wc-api/v3/orders`.
        """
        return self._page(ORDERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[OrderListParams]) -> Iterator[LegacyOrder]:
        """Walk all pages of orders.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._walk(ORDERS_LIST, params, prefetch=prefetch)

    def create(self, **fields: Unpack[LegacyOrderCreate]) -> LegacyOrder:
        """Create an order.

        Makes an order and works out its totals, taxes included, from the lines. If the payment details are refused the
        order stays behind all the same. Stores from release 8.9 on make the order, but then another part of WooCommerce
        fails: the answer has status 500, or is empty.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `POST /wc-api/v3/orders`.
        """
        return self._call(ORDERS_CREATE, fields)

    def count(self, **params: Unpack[OrderCountParams]) -> OrdersCountAnswer:
        """Count orders.

        How many orders match. `status=any` counts each status by itself.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `GET /wc-api/v3/orders/count`.
        """
        return self._call(ORDERS_COUNT, params)

    def statuses(self) -> OrdersStatusesAnswer:
        """Get the order statuses.

        Every status an order of this store can have, with its name for people.

        `GET /wc-api/v3/orders/statuses`.
        """
        return self._call(ORDERS_STATUSES, {})

    def get(self, id: int, /, **params: Unpack[OrderGetParams]) -> LegacyOrder:
        """Get an order.

        Reads one order by its number. Orders in the trash are found too.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `GET /wc-api/v3/orders/{id}`.
        """
        return self._call(ORDERS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[LegacyOrderUpdate]) -> LegacyOrder:
        """Update an order.

        Changes the fields that are sent and adds, changes or removes lines; totals are worked out anew if lines came. A
        change of status writes an order note and sends the mails that belong to it.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `PUT /wc-api/v3/orders/{id}`.
        """
        return self._call(ORDERS_UPDATE, fields, id)

    def save(self, record: LegacyOrder, /) -> LegacyOrder:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(ORDERS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[OrderDeleteParams]) -> Message:
        """Delete an order.

        Moves the order to the trash, or removes it permanently with `force`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `DELETE /wc-api/v3/orders/{id}`.
        """
        return self._call(ORDERS_DELETE, params, id)

    def bulk(
        self,
        items: Sequence[LegacyOrderBulkItem],
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[OrdersBulkAnswer] | None = None,
    ) -> Page[OrdersBulkAnswer]:
        """Create and update many orders.

        Up to 100 orders at once, those with an `id` changed and the others made. Failures stand in their place while
        the rest is carried out. The status is 201 if anything was made. At most 100 items.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `POST /wc-api/v3/orders/bulk`.

        Any number of items may be given; they are sent in requests of the size that the store takes. The result holds
        one outcome for each item, in the order given. `on_outcome` is called with each as it arrives, as a
        `BatchOutcome` with its item; `on_progress` after each request with how many items are done and how many there
        are.

        `concurrency` is how many requests may be under way at once. One after the other, items are carried out in the
        order given. With several at once, no two requests are about the same id; for the rest, any order may happen. So
        leave it at 1 if an item depends on another one.

        Raises BatchInterrupted if a request fails, whatever the number of items: what came back is in it, and what is
        left can be given again, also from a file. After a cancellation or Ctrl-C, and after an error that a callback
        raises, `BatchInterrupted.of(error)` has the same. An item that is refused raises nothing: it stands in its
        place.
        """
        return self._bulk(
            ORDERS_BULK, [*items], concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncOrders(AsyncResource):
    """What was sold to whom and where it stands. Stores that keep orders only in tables of their own, not as posts,
    show none of them here.
    """

    @cached_property
    def notes(self) -> AsyncOrdersNotes:
        """Remarks on an order, for staff or for the customer."""
        from wooclient.legacy.v3.resources.order_notes import AsyncOrdersNotes

        return AsyncOrdersNotes(self._client)

    @cached_property
    def refunds(self) -> AsyncOrdersRefunds:
        """Money given back for an order."""
        from wooclient.legacy.v3.resources.order_refunds import AsyncOrdersRefunds

        return AsyncOrdersRefunds(self._client)

    async def list(self, **params: Unpack[OrderListParams]) -> Page[LegacyOrder]:
        """List orders: `GET /wc-api/v3/orders`.

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

    async def create(self, **fields: Unpack[LegacyOrderCreate]) -> LegacyOrder:
        """Create an order: `POST /wc-api/v3/orders`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_CREATE, fields)

    async def count(self, **params: Unpack[OrderCountParams]) -> OrdersCountAnswer:
        """Count orders: `GET /wc-api/v3/orders/count`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_COUNT, params)

    async def statuses(self) -> OrdersStatusesAnswer:
        """Get the order statuses: `GET /wc-api/v3/orders/statuses`."""
        return await self._call(ORDERS_STATUSES, {})

    async def get(self, id: int, /, **params: Unpack[OrderGetParams]) -> LegacyOrder:
        """Get an order: `GET /wc-api/v3/orders/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[LegacyOrderUpdate]) -> LegacyOrder:
        """Update an order: `PUT /wc-api/v3/orders/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_UPDATE, fields, id)

    async def save(self, record: LegacyOrder, /) -> LegacyOrder:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(ORDERS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[OrderDeleteParams]) -> Message:
        """Delete an order: `DELETE /wc-api/v3/orders/{id}`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._call(ORDERS_DELETE, params, id)

    async def bulk(
        self,
        items: Sequence[LegacyOrderBulkItem],
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[OrdersBulkAnswer] | None = None,
    ) -> Page[OrdersBulkAnswer]:
        """Create and update many orders: `POST /wc-api/v3/orders/bulk`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._bulk(
            ORDERS_BULK, [*items], concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )

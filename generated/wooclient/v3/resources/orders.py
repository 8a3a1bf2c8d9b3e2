"""Orders of wc/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.meta import AsyncMeta, Meta
from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from datetime import datetime
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v3.models.common import MetaData
    from wooclient.v3.models.orders import Order, OrdersActionsEmailTemplatesAnswer
    from wooclient.v3.models.orders_actions import OrderActionResult, OrderReceipt
    from wooclient.v3.models.orders_batch import OrderBatchResult
    from wooclient.v3.models.orders_parts import OrderStatus
    from wooclient.v3.params.orders import (
        OrderActionEmailTemplatesParams,
        OrderBatch,
        OrderCreate,
        OrderDeleteParams,
        OrderGetParams,
        OrderListParams,
        OrderReceiptGetParams,
        OrderStatusListParams,
        OrderUpdate,
    )
    from wooclient.v3.params.orders_actions import OrderDetailsSend, OrderEmailSend, OrderReceiptCreate
    from wooclient.v3.resources.fulfillments import AsyncOrdersFulfillments, OrdersFulfillments
    from wooclient.v3.resources.order_notes import AsyncOrdersNotes, OrdersNotes
    from wooclient.v3.resources.refunds import AsyncOrdersRefunds, OrdersRefunds

ORDERS_LIST: Operation[list[Order]] = Operation(
    V3, "orders.list", "GET", "/orders", "orders.Order", "items", query="orders.OrderListParams", paging="pages"
)
ORDERS_CREATE: Operation[Order] = Operation(
    V3, "orders.create", "POST", "/orders", "orders.Order", body="orders.OrderCreate"
)
ORDERS_GET: Operation[Order] = Operation(
    V3, "orders.get", "GET", "/orders/{id}", "orders.Order", query="orders.OrderGetParams"
)
ORDERS_UPDATE: Operation[Order] = Operation(
    V3, "orders.update", "PUT", "/orders/{id}", "orders.Order", body="orders.OrderUpdate"
)
ORDERS_DELETE: Operation[Order] = Operation(
    V3, "orders.delete", "DELETE", "/orders/{id}", "orders.Order", query="orders.OrderDeleteParams"
)
ORDERS_BATCH: Operation[OrderBatchResult] = Operation(
    V3,
    "orders.batch",
    "POST",
    "/orders/batch",
    "orders_batch.OrderBatchResult",
    "item_or_empty",
    body="orders.OrderBatch",
    batch_limit=100,
)
ORDERS_STATUSES_LIST: Operation[list[OrderStatus]] = Operation(
    V3,
    "orders.statuses.list",
    "GET",
    "/orders/statuses",
    "orders_parts.OrderStatus",
    "items",
    query="orders.OrderStatusListParams",
    paging="none",
)
ORDERS_RECEIPT_GET: Operation[OrderReceipt] = Operation(
    V3,
    "orders.receipt.get",
    "GET",
    "/orders/{id}/receipt",
    "orders_actions.OrderReceipt",
    query="orders.OrderReceiptGetParams",
)
ORDERS_RECEIPT_CREATE: Operation[OrderReceipt] = Operation(
    V3,
    "orders.receipt.create",
    "POST",
    "/orders/{id}/receipt",
    "orders_actions.OrderReceipt",
    body="orders_actions.OrderReceiptCreate",
)
ORDERS_ACTIONS_EMAIL_TEMPLATES: Operation[list[OrdersActionsEmailTemplatesAnswer]] = Operation(
    V3,
    "orders.actions.email_templates",
    "GET",
    "/orders/{id}/actions/email_templates",
    "orders.OrdersActionsEmailTemplatesAnswer",
    "items",
    query="orders.OrderActionEmailTemplatesParams",
    paging="none",
)
ORDERS_ACTIONS_SEND_EMAIL: Operation[OrderActionResult] = Operation(
    V3,
    "orders.actions.send_email",
    "POST",
    "/orders/{id}/actions/send_email",
    "orders_actions.OrderActionResult",
    body="orders_actions.OrderEmailSend",
)
ORDERS_ACTIONS_SEND_ORDER_DETAILS: Operation[OrderActionResult] = Operation(
    V3,
    "orders.actions.send_order_details",
    "POST",
    "/orders/{id}/actions/send_order_details",
    "orders_actions.OrderActionResult",
    body="orders_actions.OrderDetailsSend",
)


class Orders(Resource):
    """Orders with their addresses, lines, taxes and payment state."""

    @cached_property
    def statuses(self) -> OrdersStatuses:
        """The states that orders of this store can have."""
        return OrdersStatuses(self._client)

    @cached_property
    def receipt(self) -> OrdersReceipt:
        """Printable receipts of orders."""
        return OrdersReceipt(self._client)

    @cached_property
    def actions(self) -> OrdersActions:
        """Mails that can be sent about an order."""
        return OrdersActions(self._client)

    @cached_property
    def notes(self) -> OrdersNotes:
        """Remarks on an order, for staff or for the customer."""
        from wooclient.v3.resources.order_notes import OrdersNotes

        return OrdersNotes(self._client)

    @cached_property
    def refunds(self) -> OrdersRefunds:
        """Refunds of one order."""
        from wooclient.v3.resources.refunds import OrdersRefunds

        return OrdersRefunds(self._client)

    @cached_property
    def fulfillments(self) -> OrdersFulfillments:
        """Parcels of one order, where the store keeps track of them."""
        from wooclient.v3.resources.fulfillments import OrdersFulfillments

        return OrdersFulfillments(self._client)

    @cached_property
    def meta(self) -> Meta[MetaData]:
        """Custom fields, by their key."""
        return Meta(self._client, ORDERS_GET, ORDERS_UPDATE)

    def list(self, **params: Unpack[OrderListParams]) -> Page[Order]:
        """List orders.

        One page of orders in any state but the trash, newest first. Refunds are not among them.

        `GET /wp-json/wc/v3/orders`.
        """
        return self._page(ORDERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[OrderListParams]) -> Iterator[Order]:
        """Walk all pages of orders.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(ORDERS_LIST, params, prefetch=prefetch)

    def modified_since(
        self, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[OrderListParams]
    ) -> Iterator[Order]:
        """Walk all records that changed at `when` or later.

        Pass an aware datetime: `datetime.now(UTC)` is aware, `datetime.now()` is naive. A naive one, or text without an
        offset, is shop time, whatever the zone of this machine is. Records of that very second may come again next
        time.

        `prefetch` is how many pages may be fetched at once. Raises RequestError or one of its kinds.
        """
        return self._modified(ORDERS_LIST, when, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[OrderListParams]) -> tuple[Partition[Order], ...]:
        """Cut the list into at most `n` slices, to be read side by side.

        Together the slices give each record once, also if the shop goes on selling meanwhile. They can be pickled and
        hold no key: a thread, process or machine reads one with `partition.iter(woo)` and a client of its own. Slices
        are bounded by when records were made, or name their ids where the list cannot be asked so. Records that come
        after the slices were made are in the last one if it has no end, else in none.

        `params` narrow the list, as in `list`. Raises TypeError for those that the slices are made of (`include`,
        `page`, `per_page`, `offset`, `orderby`, `order`), ValueError for `n` below 1, and RequestError or one of its
        kinds.
        """
        return self._partitions(ORDERS_LIST, n, params)

    def create(self, **fields: Unpack[OrderCreate]) -> Order:
        """Create an order.

        Makes an order and works out sums and taxes. Prices come from the products unless lines state their own totals.
        If a line or coupon is refused, a draft of the order may stay behind; `new_draft_order_id` of the error names
        it.

        `POST /wp-json/wc/v3/orders`.
        """
        return self._call(ORDERS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[OrderGetParams]) -> Order:
        """Get one order.

        One order, also from the trash. The number of a refund is answered as not found.

        `GET /wp-json/wc/v3/orders/{id}`.
        """
        return self._call(ORDERS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[OrderUpdate]) -> Order:
        """Change an order.

        Changes the fields that are sent. New addresses or lines make the store work out all sums and taxes again; a new
        `status` may send mails and move stock. If a line or coupon is refused, the change may be half done: lines sent
        before it are changed, their stock has moved, and new lines stay. Read the order again before sending again.

        `PUT /wp-json/wc/v3/orders/{id}`.
        """
        return self._call(ORDERS_UPDATE, fields, id)

    def save(self, record: Order, /) -> Order:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(ORDERS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[OrderDeleteParams]) -> Order:
        """Delete an order.

        Moves an order to the trash, or deletes it permanently with `force`. The answer shows it as it was before.

        `DELETE /wp-json/wc/v3/orders/{id}`.
        """
        return self._call(ORDERS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Order] | None = None,
        **fields: Unpack[OrderBatch],
    ) -> BatchResult[Order]:
        """Create, change and delete orders together.

        Carries out up to 100 changes, each on its own; a failed one is reported in its place. Deletes are permanently.

        `POST /wp-json/wc/v3/orders/batch`.

        Any number of items may be given; they are sent in requests of the size that the store takes. The result holds
        one outcome for each item, in the order given. `on_outcome` is called with each as it arrives, as a
        `BatchOutcome` with its item; `on_progress` after each request with how many items are done and how many there
        are.

        `concurrency` is how many requests may be under way at once. One after the other, items are carried out in the
        order create, update, delete. With several at once, all creations still end before the first update begins, all
        updates before the first deletion, and no two requests are about the same id; for the rest, any order may
        happen. So leave it at 1 if an item depends on another one.

        Raises BatchInterrupted if a request fails, whatever the number of items: what came back is in it, and what is
        left can be given again, also from a file. After a cancellation or Ctrl-C, and after an error that a callback
        raises, `BatchInterrupted.of(error)` has the same. An item that is refused raises nothing; see
        `BatchResult.raise_for_errors`.
        """
        return self._batch(
            ORDERS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncOrders(AsyncResource):
    """Orders with their addresses, lines, taxes and payment state."""

    @cached_property
    def statuses(self) -> AsyncOrdersStatuses:
        """The states that orders of this store can have."""
        return AsyncOrdersStatuses(self._client)

    @cached_property
    def receipt(self) -> AsyncOrdersReceipt:
        """Printable receipts of orders."""
        return AsyncOrdersReceipt(self._client)

    @cached_property
    def actions(self) -> AsyncOrdersActions:
        """Mails that can be sent about an order."""
        return AsyncOrdersActions(self._client)

    @cached_property
    def notes(self) -> AsyncOrdersNotes:
        """Remarks on an order, for staff or for the customer."""
        from wooclient.v3.resources.order_notes import AsyncOrdersNotes

        return AsyncOrdersNotes(self._client)

    @cached_property
    def refunds(self) -> AsyncOrdersRefunds:
        """Refunds of one order."""
        from wooclient.v3.resources.refunds import AsyncOrdersRefunds

        return AsyncOrdersRefunds(self._client)

    @cached_property
    def fulfillments(self) -> AsyncOrdersFulfillments:
        """Parcels of one order, where the store keeps track of them."""
        from wooclient.v3.resources.fulfillments import AsyncOrdersFulfillments

        return AsyncOrdersFulfillments(self._client)

    @cached_property
    def meta(self) -> AsyncMeta[MetaData]:
        """Custom fields, by their key."""
        return AsyncMeta(self._client, ORDERS_GET, ORDERS_UPDATE)

    async def list(self, **params: Unpack[OrderListParams]) -> Page[Order]:
        """List orders: `GET /wp-json/wc/v3/orders`."""
        return await self._page(ORDERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[OrderListParams]) -> AsyncIterator[Order]:
        """Walk all pages of orders.list. A page is read when its first item is taken."""
        return self._walk(ORDERS_LIST, params, prefetch=prefetch)

    def modified_since(
        self, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[OrderListParams]
    ) -> AsyncIterator[Order]:
        """Walk all records that changed at `when` or later."""
        return self._modified(ORDERS_LIST, when, params, prefetch=prefetch)

    async def partitions(self, n: int, /, **params: Unpack[OrderListParams]) -> tuple[Partition[Order], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(ORDERS_LIST, n, params)

    async def create(self, **fields: Unpack[OrderCreate]) -> Order:
        """Create an order: `POST /wp-json/wc/v3/orders`."""
        return await self._call(ORDERS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[OrderGetParams]) -> Order:
        """Get one order: `GET /wp-json/wc/v3/orders/{id}`."""
        return await self._call(ORDERS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[OrderUpdate]) -> Order:
        """Change an order: `PUT /wp-json/wc/v3/orders/{id}`."""
        return await self._call(ORDERS_UPDATE, fields, id)

    async def save(self, record: Order, /) -> Order:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(ORDERS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[OrderDeleteParams]) -> Order:
        """Delete an order: `DELETE /wp-json/wc/v3/orders/{id}`."""
        return await self._call(ORDERS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Order] | None = None,
        **fields: Unpack[OrderBatch],
    ) -> BatchResult[Order]:
        """Create, change and delete orders together: `POST /wp-json/wc/v3/orders/batch`."""
        return await self._batch(
            ORDERS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class OrdersStatuses(Resource):
    """The states that orders of this store can have."""

    def list(self, **params: Unpack[OrderStatusListParams]) -> Page[OrderStatus]:
        """List order states.

        All states that the store and its plugins know, in the order of the admin screens. Needs no key. New in
        WooCommerce 9.6.

        `GET /wp-json/wc/v3/orders/statuses`.
        """
        return self._page(ORDERS_STATUSES_LIST, params)


class AsyncOrdersStatuses(AsyncResource):
    """The states that orders of this store can have."""

    async def list(self, **params: Unpack[OrderStatusListParams]) -> Page[OrderStatus]:
        """List order states: `GET /wp-json/wc/v3/orders/statuses`."""
        return await self._page(ORDERS_STATUSES_LIST, params)


class OrdersReceipt(Resource):
    """Printable receipts of orders."""

    def get(self, id: int, /, **params: Unpack[OrderReceiptGetParams]) -> OrderReceipt:
        """Get the receipt of an order.

        The receipt that is still alive; not found if none was made or the last one has expired. New in WooCommerce 8.7.

        `GET /wp-json/wc/v3/orders/{id}/receipt`.
        """
        return self._call(ORDERS_RECEIPT_GET, params, id)

    def create(self, id: int, /, **fields: Unpack[OrderReceiptCreate]) -> OrderReceipt:
        """Make a receipt of an order.

        Makes a receipt page with a secret address, or answers the one that is still alive. The answer is 200 in both
        cases. New in WooCommerce 8.7.

        `POST /wp-json/wc/v3/orders/{id}/receipt`.
        """
        return self._call(ORDERS_RECEIPT_CREATE, fields, id)


class AsyncOrdersReceipt(AsyncResource):
    """Printable receipts of orders."""

    async def get(self, id: int, /, **params: Unpack[OrderReceiptGetParams]) -> OrderReceipt:
        """Get the receipt of an order: `GET /wp-json/wc/v3/orders/{id}/receipt`."""
        return await self._call(ORDERS_RECEIPT_GET, params, id)

    async def create(self, id: int, /, **fields: Unpack[OrderReceiptCreate]) -> OrderReceipt:
        """Make a receipt of an order: `POST /wp-json/wc/v3/orders/{id}/receipt`."""
        return await self._call(ORDERS_RECEIPT_CREATE, fields, id)


class OrdersActions(Resource):
    """Mails that can be sent about an order."""

    def email_templates(
        self, id: int, /, **params: Unpack[OrderActionEmailTemplatesParams]
    ) -> Page[OrdersActionsEmailTemplatesAnswer]:
        """List mails that suit an order.

        The mails that can be sent for the order in its present state, sorted by id; none for drafts and orders without
        a billing address to write to. Asked in context `edit`, which suits no mail, the store answers `[]` for each.
        New in WooCommerce 9.8.

        `GET /wp-json/wc/v3/orders/{id}/actions/email_templates`.
        """
        return self._page(ORDERS_ACTIONS_EMAIL_TEMPLATES, params, id)

    def send_email(self, id: int, /, **fields: Unpack[OrderEmailSend]) -> OrderActionResult:
        """Send a mail about an order.

        Sends one of the mails that suit the order and leaves an order note about it. New in WooCommerce 9.8.

        `POST /wp-json/wc/v3/orders/{id}/actions/send_email`.
        """
        return self._call(ORDERS_ACTIONS_SEND_EMAIL, fields, id)

    def send_order_details(self, id: int, /, **fields: Unpack[OrderDetailsSend]) -> OrderActionResult:
        """Send the details of an order.

        Sends the customer the order details, with a link to pay if money is due, and leaves an order note about it. New
        in WooCommerce 9.5.

        `POST /wp-json/wc/v3/orders/{id}/actions/send_order_details`.
        """
        return self._call(ORDERS_ACTIONS_SEND_ORDER_DETAILS, fields, id)


class AsyncOrdersActions(AsyncResource):
    """Mails that can be sent about an order."""

    async def email_templates(
        self, id: int, /, **params: Unpack[OrderActionEmailTemplatesParams]
    ) -> Page[OrdersActionsEmailTemplatesAnswer]:
        """List mails that suit an order: `GET /wp-json/wc/v3/orders/{id}/actions/email_templates`."""
        return await self._page(ORDERS_ACTIONS_EMAIL_TEMPLATES, params, id)

    async def send_email(self, id: int, /, **fields: Unpack[OrderEmailSend]) -> OrderActionResult:
        """Send a mail about an order: `POST /wp-json/wc/v3/orders/{id}/actions/send_email`."""
        return await self._call(ORDERS_ACTIONS_SEND_EMAIL, fields, id)

    async def send_order_details(self, id: int, /, **fields: Unpack[OrderDetailsSend]) -> OrderActionResult:
        """Send the details of an order: `POST /wp-json/wc/v3/orders/{id}/actions/send_order_details`."""
        return await self._call(ORDERS_ACTIONS_SEND_ORDER_DETAILS, fields, id)

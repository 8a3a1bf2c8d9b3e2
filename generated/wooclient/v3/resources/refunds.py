"""Refunds of wc/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import NEEDS_COMPUTED_REFUNDS, V3

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from datetime import datetime
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v3.models.refunds import OrderRefund, OrderRefundPreview
    from wooclient.v3.params.refunds import (
        OrderRefundCreate,
        OrderRefundDeleteParams,
        OrderRefundGetParams,
        OrderRefundListParams,
        OrderRefundPreviewRequest,
        RefundListParams,
    )

ORDERS_REFUNDS_LIST: Operation[list[OrderRefund]] = Operation(
    V3,
    "orders.refunds.list",
    "GET",
    "/orders/{order_id}/refunds",
    "refunds.OrderRefund",
    "items",
    query="refunds.OrderRefundListParams",
    paging="pages",
)
ORDERS_REFUNDS_CREATE: Operation[OrderRefund] = Operation(
    V3,
    "orders.refunds.create",
    "POST",
    "/orders/{order_id}/refunds",
    "refunds.OrderRefund",
    body="refunds.OrderRefundCreate",
    needs=NEEDS_COMPUTED_REFUNDS,
)
ORDERS_REFUNDS_PREVIEW: Operation[OrderRefundPreview] = Operation(
    V3,
    "orders.refunds.preview",
    "POST",
    "/orders/{order_id}/refunds/preview",
    "refunds.OrderRefundPreview",
    body="refunds.OrderRefundPreviewRequest",
)
ORDERS_REFUNDS_GET: Operation[OrderRefund] = Operation(
    V3,
    "orders.refunds.get",
    "GET",
    "/orders/{order_id}/refunds/{id}",
    "refunds.OrderRefund",
    query="refunds.OrderRefundGetParams",
)
ORDERS_REFUNDS_DELETE: Operation[OrderRefund] = Operation(
    V3,
    "orders.refunds.delete",
    "DELETE",
    "/orders/{order_id}/refunds/{id}",
    "refunds.OrderRefund",
    query="refunds.OrderRefundDeleteParams",
)
REFUNDS_LIST: Operation[list[OrderRefund]] = Operation(
    V3,
    "refunds.list",
    "GET",
    "/refunds",
    "refunds.OrderRefund",
    "items",
    query="refunds.RefundListParams",
    paging="pages",
)


class OrdersRefunds(Resource):
    """Refunds of one order."""

    def list(self, order_id: int, /, **params: Unpack[OrderRefundListParams]) -> Page[OrderRefund]:
        """List refunds of an order.

        One page of the refunds of an order, newest first. An order that does not exist has an empty list.

        `GET /wp-json/wc/v3/orders/{order_id}/refunds`.
        """
        return self._page(ORDERS_REFUNDS_LIST, params, order_id)

    def iter(
        self, order_id: int, /, *, prefetch: int = 0, **params: Unpack[OrderRefundListParams]
    ) -> Iterator[OrderRefund]:
        """Walk all pages of orders.refunds.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(ORDERS_REFUNDS_LIST, params, order_id, prefetch=prefetch)

    def modified_since(
        self, order_id: int, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[OrderRefundListParams]
    ) -> Iterator[OrderRefund]:
        """Walk all records that changed at `when` or later.

        Pass an aware datetime: `datetime.now(UTC)` is aware, `datetime.now()` is naive. A naive one, or text without an
        offset, is shop time, whatever the zone of this machine is. Records of that very second may come again next
        time.

        `prefetch` is how many pages may be fetched at once. Raises RequestError or one of its kinds.
        """
        return self._modified(ORDERS_REFUNDS_LIST, when, params, order_id, prefetch=prefetch)

    def partitions(
        self, order_id: int, n: int, /, **params: Unpack[OrderRefundListParams]
    ) -> tuple[Partition[OrderRefund], ...]:
        """Cut the list into at most `n` slices, to be read side by side.

        Together the slices give each record once, also if the shop goes on selling meanwhile. They can be pickled and
        hold no key: a thread, process or machine reads one with `partition.iter(woo)` and a client of its own. Slices
        are bounded by when records were made, or name their ids where the list cannot be asked so. Records that come
        after the slices were made are in the last one if it has no end, else in none.

        `params` narrow the list, as in `list`. Raises TypeError for those that the slices are made of (`include`,
        `page`, `per_page`, `offset`, `orderby`, `order`), ValueError for `n` below 1, and RequestError or one of its
        kinds.
        """
        return self._partitions(ORDERS_REFUNDS_LIST, n, params, order_id)

    def create(self, order_id: int, /, **fields: Unpack[OrderRefundCreate]) -> OrderRefund:
        """Refund an order.

        Gives money back for an order, wholly or in part. The payment gateway sends the money unless `api_refund` is
        false. When the last of the money goes back, the order becomes `refunded`. Refusals come with HTTP status 500.

        Stores before WooCommerce 11.1 drop `compute_totals` silently and make a refund of 0.00. So with that field a
        client first asks the store for its release, and sends nothing to an older one.

        `POST /wp-json/wc/v3/orders/{order_id}/refunds`.
        """
        return self._call(ORDERS_REFUNDS_CREATE, fields, order_id)

    def preview(self, order_id: int, /, **fields: Unpack[OrderRefundPreviewRequest]) -> OrderRefundPreview:
        """Work out a refund without making it.

        What a refund of these lines would come to, by the prices, taxes and earlier refunds of the order. New in
        WooCommerce 11.1. Known from documentation alone: no store was asked.

        `POST /wp-json/wc/v3/orders/{order_id}/refunds/preview`.
        """
        return self._call(ORDERS_REFUNDS_PREVIEW, fields, order_id)

    def get(self, order_id: int, id: int, /, **params: Unpack[OrderRefundGetParams]) -> OrderRefund:
        """Get one refund of an order.

        One refund; it must belong to the order in the path.

        `GET /wp-json/wc/v3/orders/{order_id}/refunds/{id}`.
        """
        return self._call(ORDERS_REFUNDS_GET, params, order_id, id)

    def delete(self, order_id: int, id: int, /, **params: Unpack[OrderRefundDeleteParams]) -> OrderRefund:
        """Delete a refund of an order.

        Deletes a refund permanently, with or without `force`. Only the record goes: money does not move, nor does
        stock.

        `DELETE /wp-json/wc/v3/orders/{order_id}/refunds/{id}`.
        """
        return self._call(ORDERS_REFUNDS_DELETE, params, order_id, id)


class AsyncOrdersRefunds(AsyncResource):
    """Refunds of one order."""

    async def list(self, order_id: int, /, **params: Unpack[OrderRefundListParams]) -> Page[OrderRefund]:
        """List refunds of an order: `GET /wp-json/wc/v3/orders/{order_id}/refunds`."""
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
        """Refund an order: `POST /wp-json/wc/v3/orders/{order_id}/refunds`.

        Stores before WooCommerce 11.1 drop `compute_totals` silently and make a refund of 0.00. So with that field a
        client first asks the store for its release, and sends nothing to an older one.
        """
        return await self._call(ORDERS_REFUNDS_CREATE, fields, order_id)

    async def preview(self, order_id: int, /, **fields: Unpack[OrderRefundPreviewRequest]) -> OrderRefundPreview:
        """Work out a refund without making it: `POST /wp-json/wc/v3/orders/{order_id}/refunds/preview`."""
        return await self._call(ORDERS_REFUNDS_PREVIEW, fields, order_id)

    async def get(self, order_id: int, id: int, /, **params: Unpack[OrderRefundGetParams]) -> OrderRefund:
        """Get one refund of an order: `GET /wp-json/wc/v3/orders/{order_id}/refunds/{id}`."""
        return await self._call(ORDERS_REFUNDS_GET, params, order_id, id)

    async def delete(self, order_id: int, id: int, /, **params: Unpack[OrderRefundDeleteParams]) -> OrderRefund:
        """Delete a refund of an order: `DELETE /wp-json/wc/v3/orders/{order_id}/refunds/{id}`."""
        return await self._call(ORDERS_REFUNDS_DELETE, params, order_id, id)


class Refunds(Resource):
    """Refunds of all orders."""

    def list(self, **params: Unpack[RefundListParams]) -> Page[OrderRefund]:
        """List refunds of all orders.

        One page of the refunds of the whole store, newest first; `parent_id` names the order of each. New in
        WooCommerce 9.0.

        `GET /wp-json/wc/v3/refunds`.
        """
        return self._page(REFUNDS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[RefundListParams]) -> Iterator[OrderRefund]:
        """Walk all pages of refunds.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(REFUNDS_LIST, params, prefetch=prefetch)

    def modified_since(
        self, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[RefundListParams]
    ) -> Iterator[OrderRefund]:
        """Walk all records that changed at `when` or later.

        Pass an aware datetime: `datetime.now(UTC)` is aware, `datetime.now()` is naive. A naive one, or text without an
        offset, is shop time, whatever the zone of this machine is. Records of that very second may come again next
        time.

        `prefetch` is how many pages may be fetched at once. Raises RequestError or one of its kinds.
        """
        return self._modified(REFUNDS_LIST, when, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[RefundListParams]) -> tuple[Partition[OrderRefund], ...]:
        """Cut the list into at most `n` slices, to be read side by side.

        Together the slices give each record once, also if the shop goes on selling meanwhile. They can be pickled and
        hold no key: a thread, process or machine reads one with `partition.iter(woo)` and a client of its own. Slices
        are bounded by when records were made, or name their ids where the list cannot be asked so. Records that come
        after the slices were made are in the last one if it has no end, else in none.

        `params` narrow the list, as in `list`. Raises TypeError for those that the slices are made of (`include`,
        `page`, `per_page`, `offset`, `orderby`, `order`), ValueError for `n` below 1, and RequestError or one of its
        kinds.
        """
        return self._partitions(REFUNDS_LIST, n, params)


class AsyncRefunds(AsyncResource):
    """Refunds of all orders."""

    async def list(self, **params: Unpack[RefundListParams]) -> Page[OrderRefund]:
        """List refunds of all orders: `GET /wp-json/wc/v3/refunds`."""
        return await self._page(REFUNDS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[RefundListParams]) -> AsyncIterator[OrderRefund]:
        """Walk all pages of refunds.list. A page is read when its first item is taken."""
        return self._walk(REFUNDS_LIST, params, prefetch=prefetch)

    def modified_since(
        self, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[RefundListParams]
    ) -> AsyncIterator[OrderRefund]:
        """Walk all records that changed at `when` or later."""
        return self._modified(REFUNDS_LIST, when, params, prefetch=prefetch)

    async def partitions(self, n: int, /, **params: Unpack[RefundListParams]) -> tuple[Partition[OrderRefund], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(REFUNDS_LIST, n, params)

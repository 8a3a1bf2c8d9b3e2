"""Customers of wc-api/v3."""

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
    from wooclient.legacy.v3.models.customers import CustomersBulkAnswer, LegacyCustomer, LegacyDownload
    from wooclient.legacy.v3.models.orders import LegacyOrder
    from wooclient.legacy.v3.params.customers import (
        CustomerByEmailParams,
        CustomerCountParams,
        CustomerGetParams,
        CustomerListParams,
        CustomerOrderListParams,
        LegacyCustomerBulkItem,
        LegacyCustomerCreate,
        LegacyCustomerUpdate,
    )

CUSTOMERS_LIST: Operation[list[LegacyCustomer]] = Operation(
    V3,
    "customers.list",
    "GET",
    "/customers",
    "customers.LegacyCustomer",
    "items",
    query="customers.CustomerListParams",
    paging="pages",
    request_envelope="customers",
    answer_envelope="customers",
)
CUSTOMERS_CREATE: Operation[LegacyCustomer] = Operation(
    V3,
    "customers.create",
    "POST",
    "/customers",
    "customers.LegacyCustomer",
    body="customers.LegacyCustomerCreate",
    request_envelope="customer",
    answer_envelope="customer",
)
CUSTOMERS_COUNT: Operation[int] = Operation(
    V3,
    "customers.count",
    "GET",
    "/customers/count",
    "int",
    query="customers.CustomerCountParams",
    request_envelope="count",
    answer_envelope="count",
)
CUSTOMERS_GET: Operation[LegacyCustomer] = Operation(
    V3,
    "customers.get",
    "GET",
    "/customers/{id}",
    "customers.LegacyCustomer",
    query="customers.CustomerGetParams",
    request_envelope="customer",
    answer_envelope="customer",
)
CUSTOMERS_UPDATE: Operation[LegacyCustomer] = Operation(
    V3,
    "customers.update",
    "PUT",
    "/customers/{id}",
    "customers.LegacyCustomer",
    body="customers.LegacyCustomerUpdate",
    request_envelope="customer",
    answer_envelope="customer",
)
CUSTOMERS_DELETE: Operation[Message] = Operation(V3, "customers.delete", "DELETE", "/customers/{id}", "common.Message")
CUSTOMERS_BY_EMAIL: Operation[LegacyCustomer] = Operation(
    V3,
    "customers.by_email",
    "GET",
    "/customers/email/{email}",
    "customers.LegacyCustomer",
    query="customers.CustomerByEmailParams",
    request_envelope="customer",
    answer_envelope="customer",
)
CUSTOMERS_BULK: Operation[list[CustomersBulkAnswer]] = Operation(
    V3,
    "customers.bulk",
    "POST",
    "/customers/bulk",
    "customers.CustomersBulkAnswer",
    "items",
    body="customers.LegacyCustomerBulkItem",
    batch_limit=100,
    request_envelope="customers",
    answer_envelope="customers",
)
CUSTOMERS_ORDERS_LIST: Operation[list[LegacyOrder]] = Operation(
    V3,
    "customers.orders.list",
    "GET",
    "/customers/{id}/orders",
    "orders.LegacyOrder",
    "items",
    query="customers.CustomerOrderListParams",
    paging="none",
    request_envelope="orders",
    answer_envelope="orders",
    needs=NEEDS_ORDERS_AS_POSTS,
)
CUSTOMERS_DOWNLOADS_LIST: Operation[list[LegacyDownload]] = Operation(
    V3,
    "customers.downloads.list",
    "GET",
    "/customers/{id}/downloads",
    "customers.LegacyDownload",
    "items",
    paging="none",
    request_envelope="downloads",
    answer_envelope="downloads",
)


class Customers(Resource):
    """Accounts of the people who buy in the shop."""

    @cached_property
    def orders(self) -> CustomersOrders:
        """Orders of one customer."""
        return CustomersOrders(self._client)

    @cached_property
    def downloads(self) -> CustomersDownloads:
        """Files that one customer may fetch."""
        return CustomersDownloads(self._client)

    def list(self, **params: Unpack[CustomerListParams]) -> Page[LegacyCustomer]:
        """List customers.

        One page of accounts with the role customer, oldest first. In v1 the header with the number of pages is empty.

        `GET /wc-api/v3/customers`.
        """
        return self._page(CUSTOMERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CustomerListParams]) -> Iterator[LegacyCustomer]:
        """Walk all pages of customers.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(CUSTOMERS_LIST, params, prefetch=prefetch)

    def create(self, **fields: Unpack[LegacyCustomerCreate]) -> LegacyCustomer:
        """Create a customer.

        Opens an account with the role customer and, depending on the shop, writes to its owner.

        `POST /wc-api/v3/customers`.
        """
        return self._call(CUSTOMERS_CREATE, fields)

    def count(self, **params: Unpack[CustomerCountParams]) -> int:
        """Count customers.

        How many accounts match the filter; v1 counts no further than one page.

        `GET /wc-api/v3/customers/count`.
        """
        return self._call(CUSTOMERS_COUNT, params)

    def get(self, id: int, /, **params: Unpack[CustomerGetParams]) -> LegacyCustomer:
        """Get a customer.

        Reads one account by its number, whatever its role.

        `GET /wc-api/v3/customers/{id}`.
        """
        return self._call(CUSTOMERS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[LegacyCustomerUpdate]) -> LegacyCustomer:
        """Update a customer.

        Changes the fields that are sent; null ones are ignored. A missing customer is a 400 here, not a 404.

        `PUT /wc-api/v3/customers/{id}`.
        """
        return self._call(CUSTOMERS_UPDATE, fields, id)

    def save(self, record: LegacyCustomer, /) -> LegacyCustomer:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(CUSTOMERS_UPDATE, record)

    def delete(self, id: int, /) -> Message:
        """Delete a customer.

        Removes the account permanently; there is no trash and no `force`. Its orders stay, without an owner.

        `DELETE /wc-api/v3/customers/{id}`.
        """
        return self._call(CUSTOMERS_DELETE, {}, id)

    def by_email(self, email: str, /, **params: Unpack[CustomerByEmailParams]) -> LegacyCustomer:
        """Get a customer by mail address.

        Reads the account that this mail address belongs to.

        `GET /wc-api/v3/customers/email/{email}`.
        """
        return self._call(CUSTOMERS_BY_EMAIL, params, email)

    def bulk(
        self,
        items: Sequence[LegacyCustomerBulkItem],
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[CustomersBulkAnswer] | None = None,
    ) -> Page[CustomersBulkAnswer]:
        """Create and update many customers.

        Up to 100 accounts at once, those with an `id` changed and the others made. Failures stand in their place while
        the rest is carried out. The status is 201 if anything was made. At most 100 items.

        `POST /wc-api/v3/customers/bulk`.

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
            CUSTOMERS_BULK, [*items], concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncCustomers(AsyncResource):
    """Accounts of the people who buy in the shop."""

    @cached_property
    def orders(self) -> AsyncCustomersOrders:
        """Orders of one customer."""
        return AsyncCustomersOrders(self._client)

    @cached_property
    def downloads(self) -> AsyncCustomersDownloads:
        """Files that one customer may fetch."""
        return AsyncCustomersDownloads(self._client)

    async def list(self, **params: Unpack[CustomerListParams]) -> Page[LegacyCustomer]:
        """List customers: `GET /wc-api/v3/customers`."""
        return await self._page(CUSTOMERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CustomerListParams]) -> AsyncIterator[LegacyCustomer]:
        """Walk all pages of customers.list. A page is read when its first item is taken."""
        return self._walk(CUSTOMERS_LIST, params, prefetch=prefetch)

    async def create(self, **fields: Unpack[LegacyCustomerCreate]) -> LegacyCustomer:
        """Create a customer: `POST /wc-api/v3/customers`."""
        return await self._call(CUSTOMERS_CREATE, fields)

    async def count(self, **params: Unpack[CustomerCountParams]) -> int:
        """Count customers: `GET /wc-api/v3/customers/count`."""
        return await self._call(CUSTOMERS_COUNT, params)

    async def get(self, id: int, /, **params: Unpack[CustomerGetParams]) -> LegacyCustomer:
        """Get a customer: `GET /wc-api/v3/customers/{id}`."""
        return await self._call(CUSTOMERS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[LegacyCustomerUpdate]) -> LegacyCustomer:
        """Update a customer: `PUT /wc-api/v3/customers/{id}`."""
        return await self._call(CUSTOMERS_UPDATE, fields, id)

    async def save(self, record: LegacyCustomer, /) -> LegacyCustomer:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(CUSTOMERS_UPDATE, record)

    async def delete(self, id: int, /) -> Message:
        """Delete a customer: `DELETE /wc-api/v3/customers/{id}`."""
        return await self._call(CUSTOMERS_DELETE, {}, id)

    async def by_email(self, email: str, /, **params: Unpack[CustomerByEmailParams]) -> LegacyCustomer:
        """Get a customer by mail address: `GET /wc-api/v3/customers/email/{email}`."""
        return await self._call(CUSTOMERS_BY_EMAIL, params, email)

    async def bulk(
        self,
        items: Sequence[LegacyCustomerBulkItem],
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[CustomersBulkAnswer] | None = None,
    ) -> Page[CustomersBulkAnswer]:
        """Create and update many customers: `POST /wc-api/v3/customers/bulk`."""
        return await self._bulk(
            CUSTOMERS_BULK, [*items], concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class CustomersOrders(Resource):
    """Orders of one customer."""

    def list(self, id: int, /, **params: Unpack[CustomerOrderListParams]) -> Page[LegacyOrder]:
        """List the orders of a customer.

        The newest orders of the account, as many as the store shows posts on a page. `filter[limit]=-1` fetches all,
        and `page` does nothing.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.

        `GET /wc-api/v3/customers/{id}/orders`.
        """
        return self._page(CUSTOMERS_ORDERS_LIST, params, id)


class AsyncCustomersOrders(AsyncResource):
    """Orders of one customer."""

    async def list(self, id: int, /, **params: Unpack[CustomerOrderListParams]) -> Page[LegacyOrder]:
        """List the orders of a customer: `GET /wc-api/v3/customers/{id}/orders`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._page(CUSTOMERS_ORDERS_LIST, params, id)


class CustomersDownloads(Resource):
    """Files that one customer may fetch."""

    def list(self, id: int, /) -> Page[LegacyDownload]:
        """List the downloads of a customer.

        Every file that the orders of this account still give a right to.

        `GET /wc-api/v3/customers/{id}/downloads`.
        """
        return self._page(CUSTOMERS_DOWNLOADS_LIST, {}, id)


class AsyncCustomersDownloads(AsyncResource):
    """Files that one customer may fetch."""

    async def list(self, id: int, /) -> Page[LegacyDownload]:
        """List the downloads of a customer: `GET /wc-api/v3/customers/{id}/downloads`."""
        return await self._page(CUSTOMERS_DOWNLOADS_LIST, {}, id)

"""Customers of wc-api/v2."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v2._version import NEEDS_ORDERS_AS_POSTS, V2

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence
    from typing import Unpack

    from wooclient._runtime.batch import OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient.legacy.v2.models.common import Message
    from wooclient.legacy.v2.models.customers import (
        CustomersBulkAnswer,
        CustomersOrdersListAnswer,
        LegacyCustomer,
        LegacyDownload,
    )
    from wooclient.legacy.v2.params.customers import (
        CustomerByEmailParams,
        CustomerCountParams,
        CustomerGetParams,
        CustomerListParams,
        LegacyCustomerBulkItem,
        LegacyCustomerCreate,
        LegacyCustomerUpdate,
    )

CUSTOMERS_LIST: Operation[list[LegacyCustomer]] = Operation(
    V2,
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
    V2,
    "customers.create",
    "POST",
    "/customers",
    "customers.LegacyCustomer",
    body="customers.LegacyCustomerCreate",
    request_envelope="customer",
    answer_envelope="customer",
)
CUSTOMERS_COUNT: Operation[int] = Operation(
    V2,
    "customers.count",
    "GET",
    "/customers/count",
    "int",
    query="customers.CustomerCountParams",
    request_envelope="count",
    answer_envelope="count",
)
CUSTOMERS_GET: Operation[LegacyCustomer] = Operation(
    V2,
    "customers.get",
    "GET",
    "/customers/{id}",
    "customers.LegacyCustomer",
    query="customers.CustomerGetParams",
    request_envelope="customer",
    answer_envelope="customer",
)
CUSTOMERS_UPDATE: Operation[LegacyCustomer] = Operation(
    V2,
    "customers.update",
    "PUT",
    "/customers/{id}",
    "customers.LegacyCustomer",
    body="customers.LegacyCustomerUpdate",
    request_envelope="customer",
    answer_envelope="customer",
)
CUSTOMERS_DELETE: Operation[Message] = Operation(V2, "customers.delete", "DELETE", "/customers/{id}", "common.Message")
CUSTOMERS_BY_EMAIL: Operation[LegacyCustomer] = Operation(
    V2,
    "customers.by_email",
    "GET",
    "/customers/email/{email}",
    "customers.LegacyCustomer",
    query="customers.CustomerByEmailParams",
    request_envelope="customer",
    answer_envelope="customer",
)
CUSTOMERS_BULK: Operation[list[CustomersBulkAnswer]] = Operation(
    V2,
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
CUSTOMERS_DOWNLOADS_LIST: Operation[list[LegacyDownload]] = Operation(
    V2,
    "customers.downloads.list",
    "GET",
    "/customers/{id}/downloads",
    "customers.LegacyDownload",
    "items",
    paging="none",
    request_envelope="downloads",
    answer_envelope="downloads",
)
CUSTOMERS_ORDERS_LIST: Operation[list[CustomersOrdersListAnswer]] = Operation(
    V2,
    "customers.orders.list",
    "GET",
    "/customers/{id}/orders",
    "customers.CustomersOrdersListAnswer",
    "items",
    paging="none",
    request_envelope="orders",
    answer_envelope="orders",
    needs=NEEDS_ORDERS_AS_POSTS,
)


class Customers(Resource):
    """Accounts of the people who buy in the shop."""

    @cached_property
    def downloads(self) -> CustomersDownloads:
        """Files that one customer may fetch."""
        return CustomersDownloads(self._client)

    @cached_property
    def orders(self) -> CustomersOrders:
        """Orders of one customer."""
        return CustomersOrders(self._client)

    def list(self, **params: Unpack[CustomerListParams]) -> Page[LegacyCustomer]:
        """List customers: `GET /wc-api/v2/customers`."""
        return self._page(CUSTOMERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CustomerListParams]) -> Iterator[LegacyCustomer]:
        """Walk all pages of customers.list. A page is read when its first item is taken."""
        return self._walk(CUSTOMERS_LIST, params, prefetch=prefetch)

    def create(self, **fields: Unpack[LegacyCustomerCreate]) -> LegacyCustomer:
        """Create a customer: `POST /wc-api/v2/customers`."""
        return self._call(CUSTOMERS_CREATE, fields)

    def count(self, **params: Unpack[CustomerCountParams]) -> int:
        """Count customers: `GET /wc-api/v2/customers/count`."""
        return self._call(CUSTOMERS_COUNT, params)

    def get(self, id: int, /, **params: Unpack[CustomerGetParams]) -> LegacyCustomer:
        """Get a customer: `GET /wc-api/v2/customers/{id}`."""
        return self._call(CUSTOMERS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[LegacyCustomerUpdate]) -> LegacyCustomer:
        """Update a customer: `PUT /wc-api/v2/customers/{id}`."""
        return self._call(CUSTOMERS_UPDATE, fields, id)

    def save(self, record: LegacyCustomer, /) -> LegacyCustomer:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(CUSTOMERS_UPDATE, record)

    def delete(self, id: int, /) -> Message:
        """Delete a customer: `DELETE /wc-api/v2/customers/{id}`."""
        return self._call(CUSTOMERS_DELETE, {}, id)

    def by_email(self, email: str, /, **params: Unpack[CustomerByEmailParams]) -> LegacyCustomer:
        """Get a customer by mail address: `GET /wc-api/v2/customers/email/{email}`."""
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
        """Create and update many customers: `POST /wc-api/v2/customers/bulk`."""
        return self._bulk(
            CUSTOMERS_BULK, [*items], concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncCustomers(AsyncResource):
    """Accounts of the people who buy in the shop."""

    @cached_property
    def downloads(self) -> AsyncCustomersDownloads:
        """Files that one customer may fetch."""
        return AsyncCustomersDownloads(self._client)

    @cached_property
    def orders(self) -> AsyncCustomersOrders:
        """Orders of one customer."""
        return AsyncCustomersOrders(self._client)

    async def list(self, **params: Unpack[CustomerListParams]) -> Page[LegacyCustomer]:
        """List customers: `GET /wc-api/v2/customers`."""
        return await self._page(CUSTOMERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CustomerListParams]) -> AsyncIterator[LegacyCustomer]:
        """Walk all pages of customers.list. A page is read when its first item is taken."""
        return self._walk(CUSTOMERS_LIST, params, prefetch=prefetch)

    async def create(self, **fields: Unpack[LegacyCustomerCreate]) -> LegacyCustomer:
        """Create a customer: `POST /wc-api/v2/customers`."""
        return await self._call(CUSTOMERS_CREATE, fields)

    async def count(self, **params: Unpack[CustomerCountParams]) -> int:
        """Count customers: `GET /wc-api/v2/customers/count`."""
        return await self._call(CUSTOMERS_COUNT, params)

    async def get(self, id: int, /, **params: Unpack[CustomerGetParams]) -> LegacyCustomer:
        """Get a customer: `GET /wc-api/v2/customers/{id}`."""
        return await self._call(CUSTOMERS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[LegacyCustomerUpdate]) -> LegacyCustomer:
        """Update a customer: `PUT /wc-api/v2/customers/{id}`."""
        return await self._call(CUSTOMERS_UPDATE, fields, id)

    async def save(self, record: LegacyCustomer, /) -> LegacyCustomer:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(CUSTOMERS_UPDATE, record)

    async def delete(self, id: int, /) -> Message:
        """Delete a customer: `DELETE /wc-api/v2/customers/{id}`."""
        return await self._call(CUSTOMERS_DELETE, {}, id)

    async def by_email(self, email: str, /, **params: Unpack[CustomerByEmailParams]) -> LegacyCustomer:
        """Get a customer by mail address: `GET /wc-api/v2/customers/email/{email}`."""
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
        """Create and update many customers: `POST /wc-api/v2/customers/bulk`."""
        return await self._bulk(
            CUSTOMERS_BULK, [*items], concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class CustomersDownloads(Resource):
    """Files that one customer may fetch."""

    def list(self, id: int, /) -> Page[LegacyDownload]:
        """List the downloads of a customer: `GET /wc-api/v2/customers/{id}/downloads`."""
        return self._page(CUSTOMERS_DOWNLOADS_LIST, {}, id)


class AsyncCustomersDownloads(AsyncResource):
    """Files that one customer may fetch."""

    async def list(self, id: int, /) -> Page[LegacyDownload]:
        """List the downloads of a customer: `GET /wc-api/v2/customers/{id}/downloads`."""
        return await self._page(CUSTOMERS_DOWNLOADS_LIST, {}, id)


class CustomersOrders(Resource):
    """Orders of one customer."""

    def list(self, id: int, /) -> Page[CustomersOrdersListAnswer]:
        """List the orders of a customer: `GET /wc-api/v2/customers/{id}/orders`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return self._page(CUSTOMERS_ORDERS_LIST, {}, id)


class AsyncCustomersOrders(AsyncResource):
    """Orders of one customer."""

    async def list(self, id: int, /) -> Page[CustomersOrdersListAnswer]:
        """List the orders of a customer: `GET /wc-api/v2/customers/{id}/orders`.

        A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those
        that were made here. Use wc/v3 or wc/v2.
        """
        return await self._page(CUSTOMERS_ORDERS_LIST, {}, id)

"""Customers of wc/v2."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.meta import AsyncMeta, Meta
from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v2._version import V2

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v2.models.common import MetaData
    from wooclient.v2.models.customers import Customer, CustomerDownload
    from wooclient.v2.models.customers_batch import CustomerBatchResult
    from wooclient.v2.params.customers import (
        CustomerBatch,
        CustomerCreate,
        CustomerDeleteParams,
        CustomerDownloadListParams,
        CustomerGetParams,
        CustomerListParams,
        CustomerUpdate,
    )

CUSTOMERS_LIST: Operation[list[Customer]] = Operation(
    V2,
    "customers.list",
    "GET",
    "/customers",
    "customers.Customer",
    "items",
    query="customers.CustomerListParams",
    paging="pages",
)
CUSTOMERS_CREATE: Operation[Customer] = Operation(
    V2, "customers.create", "POST", "/customers", "customers.Customer", body="customers.CustomerCreate"
)
CUSTOMERS_GET: Operation[Customer] = Operation(
    V2, "customers.get", "GET", "/customers/{id}", "customers.Customer", query="customers.CustomerGetParams"
)
CUSTOMERS_UPDATE: Operation[Customer] = Operation(
    V2, "customers.update", "PUT", "/customers/{id}", "customers.Customer", body="customers.CustomerUpdate"
)
CUSTOMERS_DELETE: Operation[Customer] = Operation(
    V2, "customers.delete", "DELETE", "/customers/{id}", "customers.Customer", query="customers.CustomerDeleteParams"
)
CUSTOMERS_BATCH: Operation[CustomerBatchResult] = Operation(
    V2,
    "customers.batch",
    "POST",
    "/customers/batch",
    "customers_batch.CustomerBatchResult",
    "item_or_empty",
    body="customers.CustomerBatch",
    batch_limit=100,
)
CUSTOMERS_DOWNLOADS_LIST: Operation[list[CustomerDownload]] = Operation(
    V2,
    "customers.downloads.list",
    "GET",
    "/customers/{customer_id}/downloads",
    "customers.CustomerDownload",
    "items",
    query="customers.CustomerDownloadListParams",
    paging="none",
)


class Customers(Resource):
    """Accounts of the shop's site. Guests who ordered without an account do not appear here."""

    @cached_property
    def downloads(self) -> CustomersDownloads:
        """Files that a customer has bought and may still fetch."""
        return CustomersDownloads(self._client)

    @cached_property
    def meta(self) -> Meta[MetaData]:
        """Custom fields, by their key."""
        return Meta(self._client, CUSTOMERS_GET, CUSTOMERS_UPDATE)

    def list(self, **params: Unpack[CustomerListParams]) -> Page[Customer]:
        """List customers: `GET /wp-json/wc/v2/customers`."""
        return self._page(CUSTOMERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CustomerListParams]) -> Iterator[Customer]:
        """Walk all pages of customers.list. A page is read when its first item is taken."""
        return self._walk(CUSTOMERS_LIST, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[CustomerListParams]) -> tuple[Partition[Customer], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return self._partitions(CUSTOMERS_LIST, n, params)

    def create(self, **fields: Unpack[CustomerCreate]) -> Customer:
        """Create a customer: `POST /wp-json/wc/v2/customers`."""
        return self._call(CUSTOMERS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[CustomerGetParams]) -> Customer:
        """Get a customer: `GET /wp-json/wc/v2/customers/{id}`."""
        return self._call(CUSTOMERS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[CustomerUpdate]) -> Customer:
        """Update a customer: `PUT /wp-json/wc/v2/customers/{id}`."""
        return self._call(CUSTOMERS_UPDATE, fields, id)

    def save(self, record: Customer, /) -> Customer:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(CUSTOMERS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[CustomerDeleteParams]) -> Customer:
        """Delete a customer: `DELETE /wp-json/wc/v2/customers/{id}`."""
        return self._call(CUSTOMERS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Customer] | None = None,
        **fields: Unpack[CustomerBatch],
    ) -> BatchResult[Customer]:
        """Create, update and delete customers: `POST /wp-json/wc/v2/customers/batch`."""
        return self._batch(
            CUSTOMERS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncCustomers(AsyncResource):
    """Accounts of the shop's site. Guests who ordered without an account do not appear here."""

    @cached_property
    def downloads(self) -> AsyncCustomersDownloads:
        """Files that a customer has bought and may still fetch."""
        return AsyncCustomersDownloads(self._client)

    @cached_property
    def meta(self) -> AsyncMeta[MetaData]:
        """Custom fields, by their key."""
        return AsyncMeta(self._client, CUSTOMERS_GET, CUSTOMERS_UPDATE)

    async def list(self, **params: Unpack[CustomerListParams]) -> Page[Customer]:
        """List customers: `GET /wp-json/wc/v2/customers`."""
        return await self._page(CUSTOMERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CustomerListParams]) -> AsyncIterator[Customer]:
        """Walk all pages of customers.list. A page is read when its first item is taken."""
        return self._walk(CUSTOMERS_LIST, params, prefetch=prefetch)

    async def partitions(self, n: int, /, **params: Unpack[CustomerListParams]) -> tuple[Partition[Customer], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(CUSTOMERS_LIST, n, params)

    async def create(self, **fields: Unpack[CustomerCreate]) -> Customer:
        """Create a customer: `POST /wp-json/wc/v2/customers`."""
        return await self._call(CUSTOMERS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[CustomerGetParams]) -> Customer:
        """Get a customer: `GET /wp-json/wc/v2/customers/{id}`."""
        return await self._call(CUSTOMERS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[CustomerUpdate]) -> Customer:
        """Update a customer: `PUT /wp-json/wc/v2/customers/{id}`."""
        return await self._call(CUSTOMERS_UPDATE, fields, id)

    async def save(self, record: Customer, /) -> Customer:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(CUSTOMERS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[CustomerDeleteParams]) -> Customer:
        """Delete a customer: `DELETE /wp-json/wc/v2/customers/{id}`."""
        return await self._call(CUSTOMERS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Customer] | None = None,
        **fields: Unpack[CustomerBatch],
    ) -> BatchResult[Customer]:
        """Create, update and delete customers: `POST /wp-json/wc/v2/customers/batch`."""
        return await self._batch(
            CUSTOMERS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class CustomersDownloads(Resource):
    """Files that a customer has bought and may still fetch."""

    def list(self, customer_id: int, /, **params: Unpack[CustomerDownloadListParams]) -> Page[CustomerDownload]:
        """List a customer's downloads: `GET /wp-json/wc/v2/customers/{customer_id}/downloads`."""
        return self._page(CUSTOMERS_DOWNLOADS_LIST, params, customer_id)


class AsyncCustomersDownloads(AsyncResource):
    """Files that a customer has bought and may still fetch."""

    async def list(self, customer_id: int, /, **params: Unpack[CustomerDownloadListParams]) -> Page[CustomerDownload]:
        """List a customer's downloads: `GET /wp-json/wc/v2/customers/{customer_id}/downloads`."""
        return await self._page(CUSTOMERS_DOWNLOADS_LIST, params, customer_id)

"""Customers of wc/v1."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v1._version import V1

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v1.models.customers import CustomerDownload, CustomerV1
    from wooclient.v1.models.customers_batch import CustomerV1BatchResult
    from wooclient.v1.params.customers import (
        CustomerDeleteParams,
        CustomerDownloadListParams,
        CustomerGetParams,
        CustomerListParams,
        CustomerV1Batch,
        CustomerV1Create,
        CustomerV1Update,
    )

CUSTOMERS_LIST: Operation[list[CustomerV1]] = Operation(
    V1,
    "customers.list",
    "GET",
    "/customers",
    "customers.CustomerV1",
    "items",
    query="customers.CustomerListParams",
    paging="pages",
)
CUSTOMERS_CREATE: Operation[CustomerV1] = Operation(
    V1, "customers.create", "POST", "/customers", "customers.CustomerV1", body="customers.CustomerV1Create"
)
CUSTOMERS_GET: Operation[CustomerV1] = Operation(
    V1, "customers.get", "GET", "/customers/{id}", "customers.CustomerV1", query="customers.CustomerGetParams"
)
CUSTOMERS_UPDATE: Operation[CustomerV1] = Operation(
    V1, "customers.update", "PUT", "/customers/{id}", "customers.CustomerV1", body="customers.CustomerV1Update"
)
CUSTOMERS_DELETE: Operation[CustomerV1] = Operation(
    V1, "customers.delete", "DELETE", "/customers/{id}", "customers.CustomerV1", query="customers.CustomerDeleteParams"
)
CUSTOMERS_BATCH: Operation[CustomerV1BatchResult] = Operation(
    V1,
    "customers.batch",
    "POST",
    "/customers/batch",
    "customers_batch.CustomerV1BatchResult",
    "item_or_empty",
    body="customers.CustomerV1Batch",
    batch_limit=100,
)
CUSTOMERS_DOWNLOADS_LIST: Operation[list[CustomerDownload]] = Operation(
    V1,
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

    def list(self, **params: Unpack[CustomerListParams]) -> Page[CustomerV1]:
        """List customers: `GET /wp-json/wc/v1/customers`."""
        return self._page(CUSTOMERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CustomerListParams]) -> Iterator[CustomerV1]:
        """Walk all pages of customers.list. A page is read when its first item is taken."""
        return self._walk(CUSTOMERS_LIST, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[CustomerListParams]) -> tuple[Partition[CustomerV1], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return self._partitions(CUSTOMERS_LIST, n, params)

    def create(self, **fields: Unpack[CustomerV1Create]) -> CustomerV1:
        """Create a customer: `POST /wp-json/wc/v1/customers`."""
        return self._call(CUSTOMERS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[CustomerGetParams]) -> CustomerV1:
        """Get a customer: `GET /wp-json/wc/v1/customers/{id}`."""
        return self._call(CUSTOMERS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[CustomerV1Update]) -> CustomerV1:
        """Update a customer: `PUT /wp-json/wc/v1/customers/{id}`."""
        return self._call(CUSTOMERS_UPDATE, fields, id)

    def save(self, record: CustomerV1, /) -> CustomerV1:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(CUSTOMERS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[CustomerDeleteParams]) -> CustomerV1:
        """Delete a customer: `DELETE /wp-json/wc/v1/customers/{id}`."""
        return self._call(CUSTOMERS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[CustomerV1] | None = None,
        **fields: Unpack[CustomerV1Batch],
    ) -> BatchResult[CustomerV1]:
        """Create, update and delete customers: `POST /wp-json/wc/v1/customers/batch`."""
        return self._batch(
            CUSTOMERS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncCustomers(AsyncResource):
    """Accounts of the shop's site. Guests who ordered without an account do not appear here."""

    @cached_property
    def downloads(self) -> AsyncCustomersDownloads:
        """Files that a customer has bought and may still fetch."""
        return AsyncCustomersDownloads(self._client)

    async def list(self, **params: Unpack[CustomerListParams]) -> Page[CustomerV1]:
        """List customers: `GET /wp-json/wc/v1/customers`."""
        return await self._page(CUSTOMERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CustomerListParams]) -> AsyncIterator[CustomerV1]:
        """Walk all pages of customers.list. A page is read when its first item is taken."""
        return self._walk(CUSTOMERS_LIST, params, prefetch=prefetch)

    async def partitions(self, n: int, /, **params: Unpack[CustomerListParams]) -> tuple[Partition[CustomerV1], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(CUSTOMERS_LIST, n, params)

    async def create(self, **fields: Unpack[CustomerV1Create]) -> CustomerV1:
        """Create a customer: `POST /wp-json/wc/v1/customers`."""
        return await self._call(CUSTOMERS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[CustomerGetParams]) -> CustomerV1:
        """Get a customer: `GET /wp-json/wc/v1/customers/{id}`."""
        return await self._call(CUSTOMERS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[CustomerV1Update]) -> CustomerV1:
        """Update a customer: `PUT /wp-json/wc/v1/customers/{id}`."""
        return await self._call(CUSTOMERS_UPDATE, fields, id)

    async def save(self, record: CustomerV1, /) -> CustomerV1:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(CUSTOMERS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[CustomerDeleteParams]) -> CustomerV1:
        """Delete a customer: `DELETE /wp-json/wc/v1/customers/{id}`."""
        return await self._call(CUSTOMERS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[CustomerV1] | None = None,
        **fields: Unpack[CustomerV1Batch],
    ) -> BatchResult[CustomerV1]:
        """Create, update and delete customers: `POST /wp-json/wc/v1/customers/batch`."""
        return await self._batch(
            CUSTOMERS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class CustomersDownloads(Resource):
    """Files that a customer has bought and may still fetch."""

    def list(self, customer_id: int, /, **params: Unpack[CustomerDownloadListParams]) -> Page[CustomerDownload]:
        """List a customer's downloads: `GET /wp-json/wc/v1/customers/{customer_id}/downloads`."""
        return self._page(CUSTOMERS_DOWNLOADS_LIST, params, customer_id)


class AsyncCustomersDownloads(AsyncResource):
    """Files that a customer has bought and may still fetch."""

    async def list(self, customer_id: int, /, **params: Unpack[CustomerDownloadListParams]) -> Page[CustomerDownload]:
        """List a customer's downloads: `GET /wp-json/wc/v1/customers/{customer_id}/downloads`."""
        return await self._page(CUSTOMERS_DOWNLOADS_LIST, params, customer_id)

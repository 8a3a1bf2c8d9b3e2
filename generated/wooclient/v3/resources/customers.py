"""Customers of wc/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.meta import AsyncMeta, Meta
from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v3.models.common import MetaData
    from wooclient.v3.models.customers import Customer, CustomerDownload
    from wooclient.v3.models.customers_batch import CustomerBatchResult
    from wooclient.v3.params.customers import (
        CustomerBatch,
        CustomerCreate,
        CustomerDeleteParams,
        CustomerDownloadListParams,
        CustomerGetParams,
        CustomerListParams,
        CustomerUpdate,
    )

CUSTOMERS_LIST: Operation[list[Customer]] = Operation(
    V3,
    "customers.list",
    "GET",
    "/customers",
    "customers.Customer",
    "items",
    query="customers.CustomerListParams",
    paging="pages",
)
CUSTOMERS_CREATE: Operation[Customer] = Operation(
    V3, "customers.create", "POST", "/customers", "customers.Customer", body="customers.CustomerCreate"
)
CUSTOMERS_GET: Operation[Customer] = Operation(
    V3, "customers.get", "GET", "/customers/{id}", "customers.Customer", query="customers.CustomerGetParams"
)
CUSTOMERS_UPDATE: Operation[Customer] = Operation(
    V3, "customers.update", "PUT", "/customers/{id}", "customers.Customer", body="customers.CustomerUpdate"
)
CUSTOMERS_DELETE: Operation[Customer] = Operation(
    V3, "customers.delete", "DELETE", "/customers/{id}", "customers.Customer", query="customers.CustomerDeleteParams"
)
CUSTOMERS_BATCH: Operation[CustomerBatchResult] = Operation(
    V3,
    "customers.batch",
    "POST",
    "/customers/batch",
    "customers_batch.CustomerBatchResult",
    "item_or_empty",
    body="customers.CustomerBatch",
    batch_limit=100,
)
CUSTOMERS_DOWNLOADS_LIST: Operation[list[CustomerDownload]] = Operation(
    V3,
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
        """List customers.

        One page of accounts, sorted by display name. Only accounts with the role `customer` are answered unless `role`
        says otherwise.

        `GET /wp-json/wc/v3/customers`.
        """
        return self._page(CUSTOMERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CustomerListParams]) -> Iterator[Customer]:
        """Walk all pages of customers.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(CUSTOMERS_LIST, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[CustomerListParams]) -> tuple[Partition[Customer], ...]:
        """Cut the list into at most `n` slices, to be read side by side.

        Together the slices give each record once, also if the shop goes on selling meanwhile. They can be pickled and
        hold no key: a thread, process or machine reads one with `partition.iter(woo)` and a client of its own. Slices
        are bounded by when records were made, or name their ids where the list cannot be asked so. Records that come
        after the slices were made are in the last one if it has no end, else in none.

        `params` narrow the list, as in `list`. Raises TypeError for those that the slices are made of (`include`,
        `page`, `per_page`, `offset`, `orderby`, `order`), ValueError for `n` below 1, and RequestError or one of its
        kinds.
        """
        return self._partitions(CUSTOMERS_LIST, n, params)

    def create(self, **fields: Unpack[CustomerCreate]) -> Customer:
        """Create a customer.

        Opens an account with the role `customer`. User name and password are generated when left out, unless the shop's
        account settings make customers choose them, and the usual welcome mail is sent.

        `POST /wp-json/wc/v3/customers`.
        """
        return self._call(CUSTOMERS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[CustomerGetParams]) -> Customer:
        """Get a customer.

        Reads one account. Any user of the site can be read, whatever the role.

        `GET /wp-json/wc/v3/customers/{id}`.
        """
        return self._call(CUSTOMERS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[CustomerUpdate]) -> Customer:
        """Update a customer.

        Changes the fields that are sent; within an address, too, the others stay. The user name cannot be changed, and
        email and password only of accounts with the role `customer` or `subscriber`.

        `PUT /wp-json/wc/v3/customers/{id}`.
        """
        return self._call(CUSTOMERS_UPDATE, fields, id)

    def save(self, record: Customer, /) -> Customer:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(CUSTOMERS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[CustomerDeleteParams]) -> Customer:
        """Delete a customer.

        Removes the account permanently; there is no trash, so `force` must be true. Orders stay and become orders of a
        guest. Accounts of shop staff are refused.

        `DELETE /wp-json/wc/v3/customers/{id}`.
        """
        return self._call(CUSTOMERS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Customer] | None = None,
        **fields: Unpack[CustomerBatch],
    ) -> BatchResult[Customer]:
        """Create, update and delete customers.

        Up to 100 changes at once. Those that fail are answered as errors in their place while the others are carried
        out; deletions need no `force`.

        `POST /wp-json/wc/v3/customers/batch`.

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
        """List customers: `GET /wp-json/wc/v3/customers`."""
        return await self._page(CUSTOMERS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[CustomerListParams]) -> AsyncIterator[Customer]:
        """Walk all pages of customers.list. A page is read when its first item is taken."""
        return self._walk(CUSTOMERS_LIST, params, prefetch=prefetch)

    async def partitions(self, n: int, /, **params: Unpack[CustomerListParams]) -> tuple[Partition[Customer], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(CUSTOMERS_LIST, n, params)

    async def create(self, **fields: Unpack[CustomerCreate]) -> Customer:
        """Create a customer: `POST /wp-json/wc/v3/customers`."""
        return await self._call(CUSTOMERS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[CustomerGetParams]) -> Customer:
        """Get a customer: `GET /wp-json/wc/v3/customers/{id}`."""
        return await self._call(CUSTOMERS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[CustomerUpdate]) -> Customer:
        """Update a customer: `PUT /wp-json/wc/v3/customers/{id}`."""
        return await self._call(CUSTOMERS_UPDATE, fields, id)

    async def save(self, record: Customer, /) -> Customer:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(CUSTOMERS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[CustomerDeleteParams]) -> Customer:
        """Delete a customer: `DELETE /wp-json/wc/v3/customers/{id}`."""
        return await self._call(CUSTOMERS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Customer] | None = None,
        **fields: Unpack[CustomerBatch],
    ) -> BatchResult[Customer]:
        """Create, update and delete customers: `POST /wp-json/wc/v3/customers/batch`."""
        return await self._batch(
            CUSTOMERS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class CustomersDownloads(Resource):
    """Files that a customer has bought and may still fetch."""

    def list(self, customer_id: int, /, **params: Unpack[CustomerDownloadListParams]) -> Page[CustomerDownload]:
        """List a customer's downloads.

        Every file that the customer may fetch now, in one answer. Files whose time or number of downloads has run out,
        or whose order is not paid for, are left out.

        `GET /wp-json/wc/v3/customers/{customer_id}/downloads`.
        """
        return self._page(CUSTOMERS_DOWNLOADS_LIST, params, customer_id)


class AsyncCustomersDownloads(AsyncResource):
    """Files that a customer has bought and may still fetch."""

    async def list(self, customer_id: int, /, **params: Unpack[CustomerDownloadListParams]) -> Page[CustomerDownload]:
        """List a customer's downloads: `GET /wp-json/wc/v3/customers/{customer_id}/downloads`."""
        return await self._page(CUSTOMERS_DOWNLOADS_LIST, params, customer_id)

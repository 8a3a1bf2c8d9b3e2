"""Taxes of wc/v1."""

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
    from wooclient.v1.models.taxes import Tax, TaxClass
    from wooclient.v1.models.taxes_batch import TaxBatchResult
    from wooclient.v1.params.taxes import (
        TaxBatch,
        TaxClassCreate,
        TaxClassDeleteParams,
        TaxClassListParams,
        TaxCreate,
        TaxDeleteParams,
        TaxGetParams,
        TaxListParams,
        TaxUpdate,
    )

TAXES_LIST: Operation[list[Tax]] = Operation(
    V1, "taxes.list", "GET", "/taxes", "taxes.Tax", "items", query="taxes.TaxListParams", paging="pages"
)
TAXES_CREATE: Operation[Tax] = Operation(V1, "taxes.create", "POST", "/taxes", "taxes.Tax", body="taxes.TaxCreate")
TAXES_GET: Operation[Tax] = Operation(V1, "taxes.get", "GET", "/taxes/{id}", "taxes.Tax", query="taxes.TaxGetParams")
TAXES_UPDATE: Operation[Tax] = Operation(V1, "taxes.update", "PUT", "/taxes/{id}", "taxes.Tax", body="taxes.TaxUpdate")
TAXES_DELETE: Operation[Tax] = Operation(
    V1, "taxes.delete", "DELETE", "/taxes/{id}", "taxes.Tax", query="taxes.TaxDeleteParams"
)
TAXES_BATCH: Operation[TaxBatchResult] = Operation(
    V1,
    "taxes.batch",
    "POST",
    "/taxes/batch",
    "taxes_batch.TaxBatchResult",
    "item_or_empty",
    body="taxes.TaxBatch",
    batch_limit=100,
)
TAXES_CLASSES_LIST: Operation[list[TaxClass]] = Operation(
    V1,
    "taxes.classes.list",
    "GET",
    "/taxes/classes",
    "taxes.TaxClass",
    "items",
    query="taxes.TaxClassListParams",
    paging="total",
)
TAXES_CLASSES_CREATE: Operation[TaxClass] = Operation(
    V1, "taxes.classes.create", "POST", "/taxes/classes", "taxes.TaxClass", body="taxes.TaxClassCreate"
)
TAXES_CLASSES_DELETE: Operation[TaxClass] = Operation(
    V1, "taxes.classes.delete", "DELETE", "/taxes/classes/{slug}", "taxes.TaxClass", query="taxes.TaxClassDeleteParams"
)


class Taxes(Resource):
    """Tax rates, each for a place and a tax class."""

    @cached_property
    def classes(self) -> TaxesClasses:
        """Groups of products that are taxed alike, such as the reduced rate."""
        return TaxesClasses(self._client)

    def list(self, **params: Unpack[TaxListParams]) -> Page[Tax]:
        """List tax rates: `GET /wp-json/wc/v1/taxes`."""
        return self._page(TAXES_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[TaxListParams]) -> Iterator[Tax]:
        """Walk all pages of taxes.list. A page is read when its first item is taken."""
        return self._walk(TAXES_LIST, params, prefetch=prefetch)

    def create(self, **fields: Unpack[TaxCreate]) -> Tax:
        """Create a tax rate: `POST /wp-json/wc/v1/taxes`."""
        return self._call(TAXES_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[TaxGetParams]) -> Tax:
        """Get a tax rate: `GET /wp-json/wc/v1/taxes/{id}`."""
        return self._call(TAXES_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[TaxUpdate]) -> Tax:
        """Update a tax rate: `PUT /wp-json/wc/v1/taxes/{id}`."""
        return self._call(TAXES_UPDATE, fields, id)

    def save(self, record: Tax, /) -> Tax:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(TAXES_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[TaxDeleteParams]) -> Tax:
        """Delete a tax rate: `DELETE /wp-json/wc/v1/taxes/{id}`."""
        return self._call(TAXES_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Tax] | None = None,
        **fields: Unpack[TaxBatch],
    ) -> BatchResult[Tax]:
        """Create, update and delete tax rates: `POST /wp-json/wc/v1/taxes/batch`."""
        return self._batch(TAXES_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome)


class AsyncTaxes(AsyncResource):
    """Tax rates, each for a place and a tax class."""

    @cached_property
    def classes(self) -> AsyncTaxesClasses:
        """Groups of products that are taxed alike, such as the reduced rate."""
        return AsyncTaxesClasses(self._client)

    async def list(self, **params: Unpack[TaxListParams]) -> Page[Tax]:
        """List tax rates: `GET /wp-json/wc/v1/taxes`."""
        return await self._page(TAXES_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[TaxListParams]) -> AsyncIterator[Tax]:
        """Walk all pages of taxes.list. A page is read when its first item is taken."""
        return self._walk(TAXES_LIST, params, prefetch=prefetch)

    async def create(self, **fields: Unpack[TaxCreate]) -> Tax:
        """Create a tax rate: `POST /wp-json/wc/v1/taxes`."""
        return await self._call(TAXES_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[TaxGetParams]) -> Tax:
        """Get a tax rate: `GET /wp-json/wc/v1/taxes/{id}`."""
        return await self._call(TAXES_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[TaxUpdate]) -> Tax:
        """Update a tax rate: `PUT /wp-json/wc/v1/taxes/{id}`."""
        return await self._call(TAXES_UPDATE, fields, id)

    async def save(self, record: Tax, /) -> Tax:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(TAXES_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[TaxDeleteParams]) -> Tax:
        """Delete a tax rate: `DELETE /wp-json/wc/v1/taxes/{id}`."""
        return await self._call(TAXES_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Tax] | None = None,
        **fields: Unpack[TaxBatch],
    ) -> BatchResult[Tax]:
        """Create, update and delete tax rates: `POST /wp-json/wc/v1/taxes/batch`."""
        return await self._batch(
            TAXES_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class TaxesClasses(Resource):
    """Groups of products that are taxed alike, such as the reduced rate."""

    def list(self, **params: Unpack[TaxClassListParams]) -> Page[TaxClass]:
        """List tax classes: `GET /wp-json/wc/v1/taxes/classes`."""
        return self._page(TAXES_CLASSES_LIST, params)

    def create(self, **fields: Unpack[TaxClassCreate]) -> TaxClass:
        """Create a tax class: `POST /wp-json/wc/v1/taxes/classes`."""
        return self._call(TAXES_CLASSES_CREATE, fields)

    def delete(self, slug: str, /, **params: Unpack[TaxClassDeleteParams]) -> TaxClass:
        """Delete a tax class: `DELETE /wp-json/wc/v1/taxes/classes/{slug}`."""
        return self._call(TAXES_CLASSES_DELETE, params, slug)


class AsyncTaxesClasses(AsyncResource):
    """Groups of products that are taxed alike, such as the reduced rate."""

    async def list(self, **params: Unpack[TaxClassListParams]) -> Page[TaxClass]:
        """List tax classes: `GET /wp-json/wc/v1/taxes/classes`."""
        return await self._page(TAXES_CLASSES_LIST, params)

    async def create(self, **fields: Unpack[TaxClassCreate]) -> TaxClass:
        """Create a tax class: `POST /wp-json/wc/v1/taxes/classes`."""
        return await self._call(TAXES_CLASSES_CREATE, fields)

    async def delete(self, slug: str, /, **params: Unpack[TaxClassDeleteParams]) -> TaxClass:
        """Delete a tax class: `DELETE /wp-json/wc/v1/taxes/classes/{slug}`."""
        return await self._call(TAXES_CLASSES_DELETE, params, slug)

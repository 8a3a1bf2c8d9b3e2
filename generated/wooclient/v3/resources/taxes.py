"""Taxes of wc/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient.v3.models.taxes import Tax, TaxClass
    from wooclient.v3.models.taxes_batch import TaxBatchResult
    from wooclient.v3.params.taxes import (
        TaxBatch,
        TaxClassCreate,
        TaxClassDeleteParams,
        TaxClassGetParams,
        TaxClassListParams,
        TaxCreate,
        TaxDeleteParams,
        TaxGetParams,
        TaxListParams,
        TaxUpdate,
    )

TAXES_LIST: Operation[list[Tax]] = Operation(
    V3, "taxes.list", "GET", "/taxes", "taxes.Tax", "items", query="taxes.TaxListParams", paging="pages"
)
TAXES_CREATE: Operation[Tax] = Operation(V3, "taxes.create", "POST", "/taxes", "taxes.Tax", body="taxes.TaxCreate")
TAXES_GET: Operation[Tax] = Operation(V3, "taxes.get", "GET", "/taxes/{id}", "taxes.Tax", query="taxes.TaxGetParams")
TAXES_UPDATE: Operation[Tax] = Operation(V3, "taxes.update", "PUT", "/taxes/{id}", "taxes.Tax", body="taxes.TaxUpdate")
TAXES_DELETE: Operation[Tax] = Operation(
    V3, "taxes.delete", "DELETE", "/taxes/{id}", "taxes.Tax", query="taxes.TaxDeleteParams"
)
TAXES_BATCH: Operation[TaxBatchResult] = Operation(
    V3,
    "taxes.batch",
    "POST",
    "/taxes/batch",
    "taxes_batch.TaxBatchResult",
    "item_or_empty",
    body="taxes.TaxBatch",
    batch_limit=100,
)
TAXES_CLASSES_LIST: Operation[list[TaxClass]] = Operation(
    V3,
    "taxes.classes.list",
    "GET",
    "/taxes/classes",
    "taxes.TaxClass",
    "items",
    query="taxes.TaxClassListParams",
    paging="total",
)
TAXES_CLASSES_CREATE: Operation[TaxClass] = Operation(
    V3, "taxes.classes.create", "POST", "/taxes/classes", "taxes.TaxClass", body="taxes.TaxClassCreate"
)
TAXES_CLASSES_GET: Operation[list[TaxClass]] = Operation(
    V3, "taxes.classes.get", "GET", "/taxes/classes/{slug}", "taxes.TaxClass", "items", query="taxes.TaxClassGetParams"
)
TAXES_CLASSES_DELETE: Operation[TaxClass] = Operation(
    V3, "taxes.classes.delete", "DELETE", "/taxes/classes/{slug}", "taxes.TaxClass", query="taxes.TaxClassDeleteParams"
)


class Taxes(Resource):
    """Tax rates, each for a place and a tax class."""

    @cached_property
    def classes(self) -> TaxesClasses:
        """Groups of products that are taxed alike, such as the reduced rate."""
        return TaxesClasses(self._client)

    def list(self, **params: Unpack[TaxListParams]) -> Page[Tax]:
        """List tax rates.

        One page of tax rates, in the order of the tax settings.

        `GET /wp-json/wc/v3/taxes`.
        """
        return self._page(TAXES_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[TaxListParams]) -> Iterator[Tax]:
        """Walk all pages of taxes.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(TAXES_LIST, params, prefetch=prefetch)

    def create(self, **fields: Unpack[TaxCreate]) -> Tax:
        """Create a tax rate.

        Adds a tax rate. No field is required: a rate without country applies everywhere, one without `rate` is empty.
        An answer with the id 0 means that the store could not keep it: a `country` of more than two letters does that.

        `POST /wp-json/wc/v3/taxes`.
        """
        return self._call(TAXES_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[TaxGetParams]) -> Tax:
        """Get a tax rate.

        Reads one tax rate.

        `GET /wp-json/wc/v3/taxes/{id}`.
        """
        return self._call(TAXES_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[TaxUpdate]) -> Tax:
        """Update a tax rate.

        Changes the fields that are sent. Postcodes and cities are replaced as a whole, and an empty list of them is
        ignored.

        `PUT /wp-json/wc/v3/taxes/{id}`.
        """
        return self._call(TAXES_UPDATE, fields, id)

    def save(self, record: Tax, /) -> Tax:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(TAXES_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[TaxDeleteParams]) -> Tax:
        """Delete a tax rate.

        Removes the tax rate permanently; there is no trash, so `force` must be true. A missing rate is a 400 here, not
        a 404.

        `DELETE /wp-json/wc/v3/taxes/{id}`.
        """
        return self._call(TAXES_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Tax] | None = None,
        **fields: Unpack[TaxBatch],
    ) -> BatchResult[Tax]:
        """Create, update and delete tax rates.

        Up to 100 changes at once. Those that fail are answered as errors in their place while the others are carried
        out; deletions need no `force`.

        `POST /wp-json/wc/v3/taxes/batch`.

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
        return self._batch(TAXES_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome)


class AsyncTaxes(AsyncResource):
    """Tax rates, each for a place and a tax class."""

    @cached_property
    def classes(self) -> AsyncTaxesClasses:
        """Groups of products that are taxed alike, such as the reduced rate."""
        return AsyncTaxesClasses(self._client)

    async def list(self, **params: Unpack[TaxListParams]) -> Page[Tax]:
        """List tax rates: `GET /wp-json/wc/v3/taxes`."""
        return await self._page(TAXES_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[TaxListParams]) -> AsyncIterator[Tax]:
        """Walk all pages of taxes.list. A page is read when its first item is taken."""
        return self._walk(TAXES_LIST, params, prefetch=prefetch)

    async def create(self, **fields: Unpack[TaxCreate]) -> Tax:
        """Create a tax rate: `POST /wp-json/wc/v3/taxes`."""
        return await self._call(TAXES_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[TaxGetParams]) -> Tax:
        """Get a tax rate: `GET /wp-json/wc/v3/taxes/{id}`."""
        return await self._call(TAXES_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[TaxUpdate]) -> Tax:
        """Update a tax rate: `PUT /wp-json/wc/v3/taxes/{id}`."""
        return await self._call(TAXES_UPDATE, fields, id)

    async def save(self, record: Tax, /) -> Tax:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(TAXES_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[TaxDeleteParams]) -> Tax:
        """Delete a tax rate: `DELETE /wp-json/wc/v3/taxes/{id}`."""
        return await self._call(TAXES_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Tax] | None = None,
        **fields: Unpack[TaxBatch],
    ) -> BatchResult[Tax]:
        """Create, update and delete tax rates: `POST /wp-json/wc/v3/taxes/batch`."""
        return await self._batch(
            TAXES_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class TaxesClasses(Resource):
    """Groups of products that are taxed alike, such as the reduced rate."""

    def list(self, **params: Unpack[TaxClassListParams]) -> Page[TaxClass]:
        """List tax classes.

        All tax classes in one answer, the standard rate first.

        `GET /wp-json/wc/v3/taxes/classes`.
        """
        return self._page(TAXES_CLASSES_LIST, params)

    def create(self, **fields: Unpack[TaxClassCreate]) -> TaxClass:
        """Create a tax class.

        Adds a tax class. Its slug is made from the name; a class cannot be renamed afterwards.

        `POST /wp-json/wc/v3/taxes/classes`.
        """
        return self._call(TAXES_CLASSES_CREATE, fields)

    def get(self, slug: str, /, **params: Unpack[TaxClassGetParams]) -> Page[TaxClass]:
        """Get a tax class.

        Reads one tax class. The answer is a list that holds just this class; releases before 9.2 answer an unknown one
        with an empty list.

        `GET /wp-json/wc/v3/taxes/classes/{slug}`.
        """
        return self._page(TAXES_CLASSES_GET, params, slug)

    def delete(self, slug: str, /, **params: Unpack[TaxClassDeleteParams]) -> TaxClass:
        """Delete a tax class.

        Removes the tax class and every tax rate in it permanently; there is no trash, so `force` must be true. The
        standard class cannot be deleted.

        `DELETE /wp-json/wc/v3/taxes/classes/{slug}`.
        """
        return self._call(TAXES_CLASSES_DELETE, params, slug)


class AsyncTaxesClasses(AsyncResource):
    """Groups of products that are taxed alike, such as the reduced rate."""

    async def list(self, **params: Unpack[TaxClassListParams]) -> Page[TaxClass]:
        """List tax classes: `GET /wp-json/wc/v3/taxes/classes`."""
        return await self._page(TAXES_CLASSES_LIST, params)

    async def create(self, **fields: Unpack[TaxClassCreate]) -> TaxClass:
        """Create a tax class: `POST /wp-json/wc/v3/taxes/classes`."""
        return await self._call(TAXES_CLASSES_CREATE, fields)

    async def get(self, slug: str, /, **params: Unpack[TaxClassGetParams]) -> Page[TaxClass]:
        """Get a tax class: `GET /wp-json/wc/v3/taxes/classes/{slug}`."""
        return await self._page(TAXES_CLASSES_GET, params, slug)

    async def delete(self, slug: str, /, **params: Unpack[TaxClassDeleteParams]) -> TaxClass:
        """Delete a tax class: `DELETE /wp-json/wc/v3/taxes/classes/{slug}`."""
        return await self._call(TAXES_CLASSES_DELETE, params, slug)

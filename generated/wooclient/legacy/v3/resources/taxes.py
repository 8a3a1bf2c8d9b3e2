"""Taxes of wc-api/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v3._version import V3

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from wooclient._runtime.batch import OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient.legacy.v3.models.common import Message
    from wooclient.legacy.v3.models.taxes import LegacyTax, LegacyTaxClass, TaxesBulkAnswer
    from wooclient.legacy.v3.params.taxes import (
        LegacyTaxBulkItem,
        LegacyTaxClassCreate,
        LegacyTaxCreate,
        LegacyTaxUpdate,
        TaxClassListParams,
        TaxCountParams,
        TaxGetParams,
        TaxListParams,
    )

TAXES_LIST: Operation[list[LegacyTax]] = Operation(
    V3,
    "taxes.list",
    "GET",
    "/taxes",
    "taxes.LegacyTax",
    "items",
    query="taxes.TaxListParams",
    paging="total",
    request_envelope="taxes",
    answer_envelope="taxes",
)
TAXES_CREATE: Operation[LegacyTax] = Operation(
    V3,
    "taxes.create",
    "POST",
    "/taxes",
    "taxes.LegacyTax",
    body="taxes.LegacyTaxCreate",
    request_envelope="tax",
    answer_envelope="tax",
)
TAXES_COUNT: Operation[int] = Operation(
    V3,
    "taxes.count",
    "GET",
    "/taxes/count",
    "int",
    query="taxes.TaxCountParams",
    request_envelope="count",
    answer_envelope="count",
)
TAXES_GET: Operation[LegacyTax] = Operation(
    V3,
    "taxes.get",
    "GET",
    "/taxes/{id}",
    "taxes.LegacyTax",
    query="taxes.TaxGetParams",
    request_envelope="tax",
    answer_envelope="tax",
)
TAXES_UPDATE: Operation[LegacyTax] = Operation(
    V3,
    "taxes.update",
    "PUT",
    "/taxes/{id}",
    "taxes.LegacyTax",
    body="taxes.LegacyTaxUpdate",
    request_envelope="tax",
    answer_envelope="tax",
)
TAXES_DELETE: Operation[Message] = Operation(V3, "taxes.delete", "DELETE", "/taxes/{id}", "common.Message")
TAXES_BULK: Operation[list[TaxesBulkAnswer]] = Operation(
    V3,
    "taxes.bulk",
    "POST",
    "/taxes/bulk",
    "taxes.TaxesBulkAnswer",
    "items",
    body="taxes.LegacyTaxBulkItem",
    batch_limit=100,
    request_envelope="taxes",
    answer_envelope="taxes",
)
TAXES_CLASSES_LIST: Operation[list[LegacyTaxClass]] = Operation(
    V3,
    "taxes.classes.list",
    "GET",
    "/taxes/classes",
    "taxes.LegacyTaxClass",
    "items",
    query="taxes.TaxClassListParams",
    paging="none",
    request_envelope="tax_classes",
    answer_envelope="tax_classes",
)
TAXES_CLASSES_CREATE: Operation[LegacyTaxClass] = Operation(
    V3,
    "taxes.classes.create",
    "POST",
    "/taxes/classes",
    "taxes.LegacyTaxClass",
    body="taxes.LegacyTaxClassCreate",
    request_envelope="tax_class",
    answer_envelope="tax_class",
)
TAXES_CLASSES_COUNT: Operation[int] = Operation(
    V3, "taxes.classes.count", "GET", "/taxes/classes/count", "int", request_envelope="count", answer_envelope="count"
)
TAXES_CLASSES_DELETE: Operation[Message] = Operation(
    V3, "taxes.classes.delete", "DELETE", "/taxes/classes/{slug}", "common.Message"
)


class Taxes(Resource):
    """Tax rates and the places they hold for."""

    @cached_property
    def classes(self) -> TaxesClasses:
        """Kinds of goods with tax rates of their own."""
        return TaxesClasses(self._client)

    def list(self, **params: Unpack[TaxListParams]) -> Page[LegacyTax]:
        """List tax rates.

        The first tax rates in the order of the shop. Later ones cannot be paged to, whatever the headers say; ask for
        more at once with `filter[posts_per_page]`.

        `GET /wc-api/v3/taxes`.
        """
        return self._page(TAXES_LIST, params)

    def create(self, **fields: Unpack[LegacyTaxCreate]) -> LegacyTax:
        """Create a tax rate.

        Makes a tax rate. Without any field it is a rate of nothing that holds everywhere.

        `POST /wc-api/v3/taxes`.
        """
        return self._call(TAXES_CREATE, fields)

    def count(self, **params: Unpack[TaxCountParams]) -> int:
        """Count tax rates.

        How many tax rates there are, in all or in one class.

        `GET /wc-api/v3/taxes/count`.
        """
        return self._call(TAXES_COUNT, params)

    def get(self, id: int, /, **params: Unpack[TaxGetParams]) -> LegacyTax:
        """Get a tax rate.

        Reads one tax rate by its number.

        `GET /wc-api/v3/taxes/{id}`.
        """
        return self._call(TAXES_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[LegacyTaxUpdate]) -> LegacyTax:
        """Update a tax rate.

        Changes the fields that are sent.

        `PUT /wc-api/v3/taxes/{id}`.
        """
        return self._call(TAXES_UPDATE, fields, id)

    def save(self, record: LegacyTax, /) -> LegacyTax:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(TAXES_UPDATE, record)

    def delete(self, id: int, /) -> Message:
        """Delete a tax rate.

        Removes the rate permanently; there is no trash and no `force`. A missing rate is a 401.

        `DELETE /wc-api/v3/taxes/{id}`.
        """
        return self._call(TAXES_DELETE, {}, id)

    def bulk(
        self,
        items: Sequence[LegacyTaxBulkItem],
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[TaxesBulkAnswer] | None = None,
    ) -> Page[TaxesBulkAnswer]:
        """Create and update many tax rates.

        Up to 100 tax rates at once, those with an `id` changed and the others made. Failures stand in their place while
        the rest is carried out. The status is 201 if anything was made. At most 100 items.

        `POST /wc-api/v3/taxes/bulk`.

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
        return self._bulk(TAXES_BULK, [*items], concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome)


class AsyncTaxes(AsyncResource):
    """Tax rates and the places they hold for."""

    @cached_property
    def classes(self) -> AsyncTaxesClasses:
        """Kinds of goods with tax rates of their own."""
        return AsyncTaxesClasses(self._client)

    async def list(self, **params: Unpack[TaxListParams]) -> Page[LegacyTax]:
        """List tax rates: `GET /wc-api/v3/taxes`."""
        return await self._page(TAXES_LIST, params)

    async def create(self, **fields: Unpack[LegacyTaxCreate]) -> LegacyTax:
        """Create a tax rate: `POST /wc-api/v3/taxes`."""
        return await self._call(TAXES_CREATE, fields)

    async def count(self, **params: Unpack[TaxCountParams]) -> int:
        """Count tax rates: `GET /wc-api/v3/taxes/count`."""
        return await self._call(TAXES_COUNT, params)

    async def get(self, id: int, /, **params: Unpack[TaxGetParams]) -> LegacyTax:
        """Get a tax rate: `GET /wc-api/v3/taxes/{id}`."""
        return await self._call(TAXES_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[LegacyTaxUpdate]) -> LegacyTax:
        """Update a tax rate: `PUT /wc-api/v3/taxes/{id}`."""
        return await self._call(TAXES_UPDATE, fields, id)

    async def save(self, record: LegacyTax, /) -> LegacyTax:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(TAXES_UPDATE, record)

    async def delete(self, id: int, /) -> Message:
        """Delete a tax rate: `DELETE /wc-api/v3/taxes/{id}`."""
        return await self._call(TAXES_DELETE, {}, id)

    async def bulk(
        self,
        items: Sequence[LegacyTaxBulkItem],
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[TaxesBulkAnswer] | None = None,
    ) -> Page[TaxesBulkAnswer]:
        """Create and update many tax rates: `POST /wc-api/v3/taxes/bulk`."""
        return await self._bulk(
            TAXES_BULK, [*items], concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class TaxesClasses(Resource):
    """Kinds of goods with tax rates of their own."""

    def list(self, **params: Unpack[TaxClassListParams]) -> Page[LegacyTaxClass]:
        """List tax classes.

        Every tax class, the standard one first.

        `GET /wc-api/v3/taxes/classes`.
        """
        return self._page(TAXES_CLASSES_LIST, params)

    def create(self, **fields: Unpack[LegacyTaxClassCreate]) -> LegacyTaxClass:
        """Create a tax class.

        Makes a tax class, its slug taken from the name. If there is one of that name already, the store says so in
        `errors` under status 200.

        `POST /wc-api/v3/taxes/classes`.
        """
        return self._call(TAXES_CLASSES_CREATE, fields)

    def count(self) -> int:
        """Count tax classes.

        How many tax classes there are, the standard one included.

        `GET /wc-api/v3/taxes/classes/count`.
        """
        return self._call(TAXES_CLASSES_COUNT, {})

    def delete(self, slug: str, /) -> Message:
        """Delete a tax class.

        Removes the class and its rates permanently. A missing class, or the standard one, is a 401.

        `DELETE /wc-api/v3/taxes/classes/{slug}`.
        """
        return self._call(TAXES_CLASSES_DELETE, {}, slug)


class AsyncTaxesClasses(AsyncResource):
    """Kinds of goods with tax rates of their own."""

    async def list(self, **params: Unpack[TaxClassListParams]) -> Page[LegacyTaxClass]:
        """List tax classes: `GET /wc-api/v3/taxes/classes`."""
        return await self._page(TAXES_CLASSES_LIST, params)

    async def create(self, **fields: Unpack[LegacyTaxClassCreate]) -> LegacyTaxClass:
        """Create a tax class: `POST /wc-api/v3/taxes/classes`."""
        return await self._call(TAXES_CLASSES_CREATE, fields)

    async def count(self) -> int:
        """Count tax classes: `GET /wc-api/v3/taxes/classes/count`."""
        return await self._call(TAXES_CLASSES_COUNT, {})

    async def delete(self, slug: str, /) -> Message:
        """Delete a tax class: `DELETE /wc-api/v3/taxes/classes/{slug}`."""
        return await self._call(TAXES_CLASSES_DELETE, {}, slug)

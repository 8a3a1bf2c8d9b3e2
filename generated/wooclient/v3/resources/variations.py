"""Variations of wc/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from wooclient._runtime.meta import AsyncMeta, Meta
from wooclient._runtime.operation import NotKept, Operation
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
    from wooclient.v3.models.variations import Variation, VariationGenerationResult
    from wooclient.v3.models.variations_batch import VariationBatchResult
    from wooclient.v3.params.variations import (
        ProductVariationDeleteParams,
        ProductVariationGetParams,
        ProductVariationListParams,
        VariationBatch,
        VariationCreate,
        VariationGeneration,
        VariationListParams,
        VariationUpdate,
    )

#: What the store may not keep of a request, without a word.
_NOT_KEPT = (
    NotKept("sale_price", "unless it is below the regular price", nothing="0"),
    NotKept("download_limit", "unless `downloadable` is on, which can be sent with it"),
    NotKept("download_expiry", "unless `downloadable` is on, which can be sent with it"),
    NotKept("manage_stock", "in a shop that counts no stock at all (setting `woocommerce_manage_stock`)"),
    NotKept("stock_quantity", "unless `manage_stock` is on, which can be sent with it"),
    NotKept("stock_status", "while `manage_stock` is on, as it follows the quantity then"),
    NotKept("backorders", "unless `manage_stock` is on, which can be sent with it"),
    NotKept("low_stock_amount", "unless `manage_stock` is on, which can be sent with it"),
    NotKept("shipping_class", "unless the shop has a class of that slug"),
    NotKept("inventory_delta", "unless `manage_stock` is on, which can be sent with it", empty="stock_quantity"),
)
PRODUCTS_VARIATIONS_LIST: Operation[list[Variation]] = Operation(
    V3,
    "products.variations.list",
    "GET",
    "/products/{product_id}/variations",
    "variations.Variation",
    "items",
    query="variations.ProductVariationListParams",
    paging="pages",
)
PRODUCTS_VARIATIONS_CREATE: Operation[Variation] = Operation(
    V3,
    "products.variations.create",
    "POST",
    "/products/{product_id}/variations",
    "variations.Variation",
    body="variations.VariationCreate",
    not_kept=_NOT_KEPT,
)
PRODUCTS_VARIATIONS_GET: Operation[Variation] = Operation(
    V3,
    "products.variations.get",
    "GET",
    "/products/{product_id}/variations/{id}",
    "variations.Variation",
    query="variations.ProductVariationGetParams",
)
PRODUCTS_VARIATIONS_UPDATE: Operation[Variation] = Operation(
    V3,
    "products.variations.update",
    "PUT",
    "/products/{product_id}/variations/{id}",
    "variations.Variation",
    body="variations.VariationUpdate",
    parent="parent_id",
    not_kept=_NOT_KEPT,
)
PRODUCTS_VARIATIONS_DELETE: Operation[Variation] = Operation(
    V3,
    "products.variations.delete",
    "DELETE",
    "/products/{product_id}/variations/{id}",
    "variations.Variation",
    query="variations.ProductVariationDeleteParams",
)
PRODUCTS_VARIATIONS_BATCH: Operation[VariationBatchResult] = Operation(
    V3,
    "products.variations.batch",
    "POST",
    "/products/{product_id}/variations/batch",
    "variations_batch.VariationBatchResult",
    "item_or_empty",
    body="variations.VariationBatch",
    batch_limit=100,
    not_kept=_NOT_KEPT,
)
PRODUCTS_VARIATIONS_GENERATE: Operation[VariationGenerationResult] = Operation(
    V3,
    "products.variations.generate",
    "POST",
    "/products/{product_id}/variations/generate",
    "variations.VariationGenerationResult",
    body="variations.VariationGeneration",
)
VARIATIONS_LIST: Operation[list[Variation]] = Operation(
    V3,
    "variations.list",
    "GET",
    "/variations",
    "variations.Variation",
    "items",
    query="variations.VariationListParams",
    paging="pages",
)


class ProductsVariations(Resource):
    """The purchasable forms of a variable product, one for each choice of options."""

    def meta(self, product_id: int, /) -> Meta[MetaData]:
        """Custom fields, by their key."""
        return Meta(self._client, PRODUCTS_VARIATIONS_GET, PRODUCTS_VARIATIONS_UPDATE, product_id)

    def list(self, product_id: int, /, **params: Unpack[ProductVariationListParams]) -> Page[Variation]:
        """List variations.

        One page of the variations of a product, newest first. For a product that does not exist the list is empty, not
        404.

        `GET /wp-json/wc/v3/products/{product_id}/variations`.
        """
        return self._page(PRODUCTS_VARIATIONS_LIST, params, product_id)

    def iter(
        self, product_id: int, /, *, prefetch: int = 0, **params: Unpack[ProductVariationListParams]
    ) -> Iterator[Variation]:
        """Walk all pages of products.variations.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(PRODUCTS_VARIATIONS_LIST, params, product_id, prefetch=prefetch)

    def modified_since(
        self,
        product_id: int,
        when: datetime | str,
        /,
        *,
        prefetch: int = 0,
        **params: Unpack[ProductVariationListParams],
    ) -> Iterator[Variation]:
        """Walk all records that changed at `when` or later.

        Pass an aware datetime: `datetime.now(UTC)` is aware, `datetime.now()` is naive. A naive one, or text without an
        offset, is shop time, whatever the zone of this machine is. Records of that very second may come again next
        time.

        `prefetch` is how many pages may be fetched at once. Raises RequestError or one of its kinds.
        """
        return self._modified(PRODUCTS_VARIATIONS_LIST, when, params, product_id, prefetch=prefetch)

    def partitions(
        self, product_id: int, n: int, /, **params: Unpack[ProductVariationListParams]
    ) -> tuple[Partition[Variation], ...]:
        """Cut the list into at most `n` slices, to be read side by side.

        Together the slices give each record once, also if the shop goes on selling meanwhile. They can be pickled and
        hold no key: a thread, process or machine reads one with `partition.iter(woo)` and a client of its own. Slices
        are bounded by when records were made, or name their ids where the list cannot be asked so. Records that come
        after the slices were made are in the last one if it has no end, else in none.

        `params` narrow the list, as in `list`. Raises TypeError for those that the slices are made of (`include`,
        `page`, `per_page`, `offset`, `orderby`, `order`), ValueError for `n` below 1, and RequestError or one of its
        kinds.
        """
        return self._partitions(PRODUCTS_VARIATIONS_LIST, n, params, product_id)

    def create(self, product_id: int, /, **fields: Unpack[VariationCreate]) -> Variation:
        """Create a variation.

        Adds a variation to a variable product. Attributes that the product does not use for variations are ignored. The
        `Location` header holds an unusable route pattern; take the `id` of the answer. Commas in prices and unreadable
        dates are treated as in products: `12,5` may become 125, a bad date 1970-01-01.

        `POST /wp-json/wc/v3/products/{product_id}/variations`.
        """
        return self._call(PRODUCTS_VARIATIONS_CREATE, fields, product_id)

    def get(self, product_id: int, id: int, /, **params: Unpack[ProductVariationGetParams]) -> Variation:
        """Fetch a variation.

        One variation. It is 404 too if it belongs to another product than the one in the path.

        `GET /wp-json/wc/v3/products/{product_id}/variations/{id}`.
        """
        return self._call(PRODUCTS_VARIATIONS_GET, params, product_id, id)

    def update(self, product_id: int, id: int, /, **fields: Unpack[VariationUpdate]) -> Variation:
        """Change a variation.

        Changes the fields that are sent. Attributes are replaced as a whole, and without `manage_stock` the stock
        fields are reset.

        `PUT /wp-json/wc/v3/products/{product_id}/variations/{id}`.
        """
        return self._call(PRODUCTS_VARIATIONS_UPDATE, fields, product_id, id)

    @overload
    def save(self, record: Variation, /) -> Variation: ...

    @overload
    def save(self, product_id: int, record: Variation, /) -> Variation: ...

    def save(self, *given: int | Variation) -> Variation:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets. The model knows the product_id that it was read with, which need not be given.
        """
        return self._save(PRODUCTS_VARIATIONS_UPDATE, *given)

    def delete(self, product_id: int, id: int, /, **params: Unpack[ProductVariationDeleteParams]) -> Variation:
        """Delete a variation.

        Moves a variation to the trash, where its product no longer lists it, or removes it permanently with `force`.

        `DELETE /wp-json/wc/v3/products/{product_id}/variations/{id}`.
        """
        return self._call(PRODUCTS_VARIATIONS_DELETE, params, product_id, id)

    def batch(
        self,
        product_id: int,
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Variation] | None = None,
        **fields: Unpack[VariationBatch],
    ) -> BatchResult[Variation]:
        """Create, change and delete variations together.

        Carries out up to 100 changes to the variations of one product. An item that fails does not stop the others; a
        deletion that fails names the variation in an object with `id`, `product_id` and `force`. Without the product,
        something to create makes the store fail as a whole.

        `POST /wp-json/wc/v3/products/{product_id}/variations/batch`.

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
            PRODUCTS_VARIATIONS_BATCH,
            fields,
            product_id,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )

    def generate(self, product_id: int, /, **fields: Unpack[VariationGeneration]) -> VariationGenerationResult:
        """Generate the missing variations.

        Makes a variation for each combination of options that has none, at most 50 at a time. They have no price unless
        `default_values` gives one.

        `POST /wp-json/wc/v3/products/{product_id}/variations/generate`.
        """
        return self._call(PRODUCTS_VARIATIONS_GENERATE, fields, product_id)


class AsyncProductsVariations(AsyncResource):
    """The purchasable forms of a variable product, one for each choice of options."""

    def meta(self, product_id: int, /) -> AsyncMeta[MetaData]:
        """Custom fields, by their key."""
        return AsyncMeta(self._client, PRODUCTS_VARIATIONS_GET, PRODUCTS_VARIATIONS_UPDATE, product_id)

    async def list(self, product_id: int, /, **params: Unpack[ProductVariationListParams]) -> Page[Variation]:
        """List variations: `GET /wp-json/wc/v3/products/{product_id}/variations`."""
        return await self._page(PRODUCTS_VARIATIONS_LIST, params, product_id)

    def iter(
        self, product_id: int, /, *, prefetch: int = 0, **params: Unpack[ProductVariationListParams]
    ) -> AsyncIterator[Variation]:
        """Walk all pages of products.variations.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_VARIATIONS_LIST, params, product_id, prefetch=prefetch)

    def modified_since(
        self,
        product_id: int,
        when: datetime | str,
        /,
        *,
        prefetch: int = 0,
        **params: Unpack[ProductVariationListParams],
    ) -> AsyncIterator[Variation]:
        """Walk all records that changed at `when` or later."""
        return self._modified(PRODUCTS_VARIATIONS_LIST, when, params, product_id, prefetch=prefetch)

    async def partitions(
        self, product_id: int, n: int, /, **params: Unpack[ProductVariationListParams]
    ) -> tuple[Partition[Variation], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(PRODUCTS_VARIATIONS_LIST, n, params, product_id)

    async def create(self, product_id: int, /, **fields: Unpack[VariationCreate]) -> Variation:
        """Create a variation: `POST /wp-json/wc/v3/products/{product_id}/variations`."""
        return await self._call(PRODUCTS_VARIATIONS_CREATE, fields, product_id)

    async def get(self, product_id: int, id: int, /, **params: Unpack[ProductVariationGetParams]) -> Variation:
        """Fetch a variation: `GET /wp-json/wc/v3/products/{product_id}/variations/{id}`."""
        return await self._call(PRODUCTS_VARIATIONS_GET, params, product_id, id)

    async def update(self, product_id: int, id: int, /, **fields: Unpack[VariationUpdate]) -> Variation:
        """Change a variation: `PUT /wp-json/wc/v3/products/{product_id}/variations/{id}`."""
        return await self._call(PRODUCTS_VARIATIONS_UPDATE, fields, product_id, id)

    @overload
    async def save(self, record: Variation, /) -> Variation: ...

    @overload
    async def save(self, product_id: int, record: Variation, /) -> Variation: ...

    async def save(self, *given: int | Variation) -> Variation:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_VARIATIONS_UPDATE, *given)

    async def delete(self, product_id: int, id: int, /, **params: Unpack[ProductVariationDeleteParams]) -> Variation:
        """Delete a variation: `DELETE /wp-json/wc/v3/products/{product_id}/variations/{id}`."""
        return await self._call(PRODUCTS_VARIATIONS_DELETE, params, product_id, id)

    async def batch(
        self,
        product_id: int,
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Variation] | None = None,
        **fields: Unpack[VariationBatch],
    ) -> BatchResult[Variation]:
        """Create, change and delete variations together: `POST
        /wp-json/wc/v3/products/{product_id}/variations/batch`.
        """
        return await self._batch(
            PRODUCTS_VARIATIONS_BATCH,
            fields,
            product_id,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )

    async def generate(self, product_id: int, /, **fields: Unpack[VariationGeneration]) -> VariationGenerationResult:
        """Generate the missing variations: `POST /wp-json/wc/v3/products/{product_id}/variations/generate`."""
        return await self._call(PRODUCTS_VARIATIONS_GENERATE, fields, product_id)


class Variations(Resource):
    """The variations of all products together."""

    def list(self, **params: Unpack[VariationListParams]) -> Page[Variation]:
        """List the variations of all products.

        One page of the variations of the whole store, newest first; `parent` keeps to those of some products. New in
        WooCommerce 10.3.

        `GET /wp-json/wc/v3/variations`.
        """
        return self._page(VARIATIONS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[VariationListParams]) -> Iterator[Variation]:
        """Walk all pages of variations.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(VARIATIONS_LIST, params, prefetch=prefetch)

    def modified_since(
        self, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[VariationListParams]
    ) -> Iterator[Variation]:
        """Walk all records that changed at `when` or later.

        Pass an aware datetime: `datetime.now(UTC)` is aware, `datetime.now()` is naive. A naive one, or text without an
        offset, is shop time, whatever the zone of this machine is. Records of that very second may come again next
        time.

        `prefetch` is how many pages may be fetched at once. Raises RequestError or one of its kinds.
        """
        return self._modified(VARIATIONS_LIST, when, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[VariationListParams]) -> tuple[Partition[Variation], ...]:
        """Cut the list into at most `n` slices, to be read side by side.

        Together the slices give each record once, also if the shop goes on selling meanwhile. They can be pickled and
        hold no key: a thread, process or machine reads one with `partition.iter(woo)` and a client of its own. Slices
        are bounded by when records were made, or name their ids where the list cannot be asked so. Records that come
        after the slices were made are in the last one if it has no end, else in none.

        `params` narrow the list, as in `list`. Raises TypeError for those that the slices are made of (`include`,
        `page`, `per_page`, `offset`, `orderby`, `order`), ValueError for `n` below 1, and RequestError or one of its
        kinds.
        """
        return self._partitions(VARIATIONS_LIST, n, params)


class AsyncVariations(AsyncResource):
    """The variations of all products together."""

    async def list(self, **params: Unpack[VariationListParams]) -> Page[Variation]:
        """List the variations of all products: `GET /wp-json/wc/v3/variations`."""
        return await self._page(VARIATIONS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[VariationListParams]) -> AsyncIterator[Variation]:
        """Walk all pages of variations.list. A page is read when its first item is taken."""
        return self._walk(VARIATIONS_LIST, params, prefetch=prefetch)

    def modified_since(
        self, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[VariationListParams]
    ) -> AsyncIterator[Variation]:
        """Walk all records that changed at `when` or later."""
        return self._modified(VARIATIONS_LIST, when, params, prefetch=prefetch)

    async def partitions(self, n: int, /, **params: Unpack[VariationListParams]) -> tuple[Partition[Variation], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(VARIATIONS_LIST, n, params)

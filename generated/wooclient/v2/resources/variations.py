"""Variations of wc/v2."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from wooclient._runtime.meta import AsyncMeta, Meta
from wooclient._runtime.operation import NotKept, Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v2._version import V2

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from datetime import datetime
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v2.models.common import MetaData
    from wooclient.v2.models.variations import Variation
    from wooclient.v2.models.variations_batch import VariationBatchResult
    from wooclient.v2.params.variations import (
        ProductVariationDeleteParams,
        ProductVariationGetParams,
        ProductVariationListParams,
        VariationBatch,
        VariationCreate,
        VariationUpdate,
    )

#: What the store may not keep of a request, without a word.
_NOT_KEPT = (
    NotKept("sale_price", "unless it is below the regular price", nothing="0"),
    NotKept("download_limit", "unless `downloadable` is on, which can be sent with it"),
    NotKept("download_expiry", "unless `downloadable` is on, which can be sent with it"),
    NotKept("manage_stock", "in a shop that counts no stock at all (setting `woocommerce_manage_stock`)"),
    NotKept("stock_quantity", "unless `manage_stock` is on, which can be sent with it"),
    NotKept("in_stock", "while `manage_stock` is on, as it follows the quantity then"),
    NotKept("backorders", "unless `manage_stock` is on, which can be sent with it"),
    NotKept("shipping_class", "unless the shop has a class of that slug"),
    NotKept("inventory_delta", "unless `manage_stock` is on, which can be sent with it", empty="stock_quantity"),
)
PRODUCTS_VARIATIONS_LIST: Operation[list[Variation]] = Operation(
    V2,
    "products.variations.list",
    "GET",
    "/products/{product_id}/variations",
    "variations.Variation",
    "items",
    query="variations.ProductVariationListParams",
    paging="pages",
)
PRODUCTS_VARIATIONS_CREATE: Operation[Variation] = Operation(
    V2,
    "products.variations.create",
    "POST",
    "/products/{product_id}/variations",
    "variations.Variation",
    body="variations.VariationCreate",
    not_kept=_NOT_KEPT,
)
PRODUCTS_VARIATIONS_GET: Operation[Variation] = Operation(
    V2,
    "products.variations.get",
    "GET",
    "/products/{product_id}/variations/{id}",
    "variations.Variation",
    query="variations.ProductVariationGetParams",
)
PRODUCTS_VARIATIONS_UPDATE: Operation[Variation] = Operation(
    V2,
    "products.variations.update",
    "PUT",
    "/products/{product_id}/variations/{id}",
    "variations.Variation",
    body="variations.VariationUpdate",
    not_kept=_NOT_KEPT,
)
PRODUCTS_VARIATIONS_DELETE: Operation[Variation] = Operation(
    V2,
    "products.variations.delete",
    "DELETE",
    "/products/{product_id}/variations/{id}",
    "variations.Variation",
    query="variations.ProductVariationDeleteParams",
)
PRODUCTS_VARIATIONS_BATCH: Operation[VariationBatchResult] = Operation(
    V2,
    "products.variations.batch",
    "POST",
    "/products/{product_id}/variations/batch",
    "variations_batch.VariationBatchResult",
    "item_or_empty",
    body="variations.VariationBatch",
    batch_limit=100,
    not_kept=_NOT_KEPT,
)


class ProductsVariations(Resource):
    """The purchasable forms of a variable product, one for each choice of options."""

    def meta(self, product_id: int, /) -> Meta[MetaData]:
        """Custom fields, by their key."""
        return Meta(self._client, PRODUCTS_VARIATIONS_GET, PRODUCTS_VARIATIONS_UPDATE, product_id)

    def list(self, product_id: int, /, **params: Unpack[ProductVariationListParams]) -> Page[Variation]:
        """List variations: `GET /wp-json/wc/v2/products/{product_id}/variations`."""
        return self._page(PRODUCTS_VARIATIONS_LIST, params, product_id)

    def iter(
        self, product_id: int, /, *, prefetch: int = 0, **params: Unpack[ProductVariationListParams]
    ) -> Iterator[Variation]:
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
    ) -> Iterator[Variation]:
        """Walk all records that changed at `when` or later."""
        return self._modified(PRODUCTS_VARIATIONS_LIST, when, params, product_id, prefetch=prefetch)

    def partitions(
        self, product_id: int, n: int, /, **params: Unpack[ProductVariationListParams]
    ) -> tuple[Partition[Variation], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return self._partitions(PRODUCTS_VARIATIONS_LIST, n, params, product_id)

    def create(self, product_id: int, /, **fields: Unpack[VariationCreate]) -> Variation:
        """Create a variation: `POST /wp-json/wc/v2/products/{product_id}/variations`."""
        return self._call(PRODUCTS_VARIATIONS_CREATE, fields, product_id)

    def get(self, product_id: int, id: int, /, **params: Unpack[ProductVariationGetParams]) -> Variation:
        """Fetch a variation: `GET /wp-json/wc/v2/products/{product_id}/variations/{id}`."""
        return self._call(PRODUCTS_VARIATIONS_GET, params, product_id, id)

    def update(self, product_id: int, id: int, /, **fields: Unpack[VariationUpdate]) -> Variation:
        """Change a variation: `PUT /wp-json/wc/v2/products/{product_id}/variations/{id}`."""
        return self._call(PRODUCTS_VARIATIONS_UPDATE, fields, product_id, id)

    @overload
    def save(self, record: Variation, /) -> Variation: ...

    @overload
    def save(self, product_id: int, record: Variation, /) -> Variation: ...

    def save(self, *given: int | Variation) -> Variation:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(PRODUCTS_VARIATIONS_UPDATE, *given)

    def delete(self, product_id: int, id: int, /, **params: Unpack[ProductVariationDeleteParams]) -> Variation:
        """Delete a variation: `DELETE /wp-json/wc/v2/products/{product_id}/variations/{id}`."""
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
        """Create, change and delete variations together: `POST
        /wp-json/wc/v2/products/{product_id}/variations/batch`.
        """
        return self._batch(
            PRODUCTS_VARIATIONS_BATCH,
            fields,
            product_id,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )


class AsyncProductsVariations(AsyncResource):
    """The purchasable forms of a variable product, one for each choice of options."""

    def meta(self, product_id: int, /) -> AsyncMeta[MetaData]:
        """Custom fields, by their key."""
        return AsyncMeta(self._client, PRODUCTS_VARIATIONS_GET, PRODUCTS_VARIATIONS_UPDATE, product_id)

    async def list(self, product_id: int, /, **params: Unpack[ProductVariationListParams]) -> Page[Variation]:
        """List variations: `GET /wp-json/wc/v2/products/{product_id}/variations`."""
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
        """Create a variation: `POST /wp-json/wc/v2/products/{product_id}/variations`."""
        return await self._call(PRODUCTS_VARIATIONS_CREATE, fields, product_id)

    async def get(self, product_id: int, id: int, /, **params: Unpack[ProductVariationGetParams]) -> Variation:
        """Fetch a variation: `GET /wp-json/wc/v2/products/{product_id}/variations/{id}`."""
        return await self._call(PRODUCTS_VARIATIONS_GET, params, product_id, id)

    async def update(self, product_id: int, id: int, /, **fields: Unpack[VariationUpdate]) -> Variation:
        """Change a variation: `PUT /wp-json/wc/v2/products/{product_id}/variations/{id}`."""
        return await self._call(PRODUCTS_VARIATIONS_UPDATE, fields, product_id, id)

    @overload
    async def save(self, record: Variation, /) -> Variation: ...

    @overload
    async def save(self, product_id: int, record: Variation, /) -> Variation: ...

    async def save(self, *given: int | Variation) -> Variation:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_VARIATIONS_UPDATE, *given)

    async def delete(self, product_id: int, id: int, /, **params: Unpack[ProductVariationDeleteParams]) -> Variation:
        """Delete a variation: `DELETE /wp-json/wc/v2/products/{product_id}/variations/{id}`."""
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
        /wp-json/wc/v2/products/{product_id}/variations/batch`.
        """
        return await self._batch(
            PRODUCTS_VARIATIONS_BATCH,
            fields,
            product_id,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )

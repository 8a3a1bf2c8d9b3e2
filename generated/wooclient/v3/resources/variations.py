"""Variations of wc/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import VERSION

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v3.models.variations import Variation, VariationBatchResult, VariationGenerationResult
    from wooclient.v3.params.variations import (
        ProductVariationDeleteParams,
        ProductVariationGetParams,
        ProductVariationListParams,
        VariationBatch,
        VariationCreate,
        VariationGeneration,
        VariationUpdate,
    )

PRODUCTS_VARIATIONS_LIST: Operation[list[Variation]] = Operation(
    VERSION,
    "products.variations.list",
    "GET",
    "/products/{product_id}/variations",
    "variations.Variation",
    "items",
    query="variations.ProductVariationListParams",
    paging="pages",
)

PRODUCTS_VARIATIONS_CREATE: Operation[Variation] = Operation(
    VERSION,
    "products.variations.create",
    "POST",
    "/products/{product_id}/variations",
    "variations.Variation",
    body="variations.VariationCreate",
)

PRODUCTS_VARIATIONS_GET: Operation[Variation] = Operation(
    VERSION,
    "products.variations.get",
    "GET",
    "/products/{product_id}/variations/{id}",
    "variations.Variation",
    query="variations.ProductVariationGetParams",
)

PRODUCTS_VARIATIONS_UPDATE: Operation[Variation] = Operation(
    VERSION,
    "products.variations.update",
    "PUT",
    "/products/{product_id}/variations/{id}",
    "variations.Variation",
    body="variations.VariationUpdate",
)

PRODUCTS_VARIATIONS_DELETE: Operation[Variation] = Operation(
    VERSION,
    "products.variations.delete",
    "DELETE",
    "/products/{product_id}/variations/{id}",
    "variations.Variation",
    query="variations.ProductVariationDeleteParams",
)

PRODUCTS_VARIATIONS_BATCH: Operation[VariationBatchResult] = Operation(
    VERSION,
    "products.variations.batch",
    "POST",
    "/products/{product_id}/variations/batch",
    "variations.VariationBatchResult",
    "item_or_empty",
    body="variations.VariationBatch",
    batch_limit=100,
)

PRODUCTS_VARIATIONS_GENERATE: Operation[VariationGenerationResult] = Operation(
    VERSION,
    "products.variations.generate",
    "POST",
    "/products/{product_id}/variations/generate",
    "variations.VariationGenerationResult",
    body="variations.VariationGeneration",
)


class ProductsVariations(Resource):
    """The purchasable forms of a variable product, one for each choice of options."""

    def list(self, product_id: int, /, **params: Unpack[ProductVariationListParams]) -> Page[Variation]:
        """List variations.

        One page of the variations of a product, newest first. For a product that does not exist the list is empty, not
        404.

        `GET /wp-json/wc/v3/products/{product_id}/variations`.
        """
        return self._page(PRODUCTS_VARIATIONS_LIST, params, product_id)

    def iter(self, product_id: int, /, **params: Unpack[ProductVariationListParams]) -> Iterator[Variation]:
        """Walk all pages of products.variations.list, one request at a time, as items are taken."""
        return self._walk(PRODUCTS_VARIATIONS_LIST, params, product_id)

    def create(self, product_id: int, /, **fields: Unpack[VariationCreate]) -> Variation:
        """Create a variation.

        Adds a variation to a variable product. Attributes that the product does not use for variations are skipped in
        silence. The `Location` header holds an unusable route pattern; take the `id` of the answer.

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

    def delete(self, product_id: int, id: int, /, **params: Unpack[ProductVariationDeleteParams]) -> Variation:
        """Delete a variation.

        Moves a variation to the trash, where its product no longer lists it, or removes it for good with `force`.

        `DELETE /wp-json/wc/v3/products/{product_id}/variations/{id}`.
        """
        return self._call(PRODUCTS_VARIATIONS_DELETE, params, product_id, id)

    def batch(self, product_id: int, /, **fields: Unpack[VariationBatch]) -> VariationBatchResult:
        """Create, change and delete variations together.

        Carries out up to 100 changes to the variations of one product. An item that fails does not stop the others; a
        deletion that fails names the variation in an object with `id`, `product_id` and `force`.

        `POST /wp-json/wc/v3/products/{product_id}/variations/batch`.
        """
        return self._call(PRODUCTS_VARIATIONS_BATCH, fields, product_id)

    def generate(self, product_id: int, /, **fields: Unpack[VariationGeneration]) -> VariationGenerationResult:
        """Generate the missing variations.

        Makes a variation for each combination of options that has none, at most 50 at a time. They have no price unless
        `default_values` gives one.

        `POST /wp-json/wc/v3/products/{product_id}/variations/generate`.
        """
        return self._call(PRODUCTS_VARIATIONS_GENERATE, fields, product_id)


class AsyncProductsVariations(AsyncResource):
    """The purchasable forms of a variable product, one for each choice of options."""

    async def list(self, product_id: int, /, **params: Unpack[ProductVariationListParams]) -> Page[Variation]:
        """List variations: `GET /wp-json/wc/v3/products/{product_id}/variations`."""
        return await self._page(PRODUCTS_VARIATIONS_LIST, params, product_id)

    def iter(self, product_id: int, /, **params: Unpack[ProductVariationListParams]) -> AsyncIterator[Variation]:
        """Walk all pages of products.variations.list, one request at a time, as items are taken."""
        return self._walk(PRODUCTS_VARIATIONS_LIST, params, product_id)

    async def create(self, product_id: int, /, **fields: Unpack[VariationCreate]) -> Variation:
        """Create a variation: `POST /wp-json/wc/v3/products/{product_id}/variations`."""
        return await self._call(PRODUCTS_VARIATIONS_CREATE, fields, product_id)

    async def get(self, product_id: int, id: int, /, **params: Unpack[ProductVariationGetParams]) -> Variation:
        """Fetch a variation: `GET /wp-json/wc/v3/products/{product_id}/variations/{id}`."""
        return await self._call(PRODUCTS_VARIATIONS_GET, params, product_id, id)

    async def update(self, product_id: int, id: int, /, **fields: Unpack[VariationUpdate]) -> Variation:
        """Change a variation: `PUT /wp-json/wc/v3/products/{product_id}/variations/{id}`."""
        return await self._call(PRODUCTS_VARIATIONS_UPDATE, fields, product_id, id)

    async def delete(self, product_id: int, id: int, /, **params: Unpack[ProductVariationDeleteParams]) -> Variation:
        """Delete a variation: `DELETE /wp-json/wc/v3/products/{product_id}/variations/{id}`."""
        return await self._call(PRODUCTS_VARIATIONS_DELETE, params, product_id, id)

    async def batch(self, product_id: int, /, **fields: Unpack[VariationBatch]) -> VariationBatchResult:
        """Create, change and delete variations together: `POST /wp-json/wc/v3/products/{product_id}/variations/batch`."""
        return await self._call(PRODUCTS_VARIATIONS_BATCH, fields, product_id)

    async def generate(self, product_id: int, /, **fields: Unpack[VariationGeneration]) -> VariationGenerationResult:
        """Generate the missing variations: `POST /wp-json/wc/v3/products/{product_id}/variations/generate`."""
        return await self._call(PRODUCTS_VARIATIONS_GENERATE, fields, product_id)

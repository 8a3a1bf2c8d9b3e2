"""Products of wc/v2."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.meta import AsyncMeta, Meta
from wooclient._runtime.operation import NotKept, Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v2._version import V2

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator
    from datetime import datetime
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.lookup import Found
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v2.models.common import MetaData
    from wooclient.v2.models.products import Product
    from wooclient.v2.models.products_batch import ProductBatchResult
    from wooclient.v2.models.products_parts import ProductRelated
    from wooclient.v2.params.products import (
        ProductBatch,
        ProductCreate,
        ProductDeleteParams,
        ProductGetParams,
        ProductListParams,
        ProductRelatedParams,
        ProductUpdate,
    )
    from wooclient.v2.resources.attributes import AsyncProductsAttributes, ProductsAttributes
    from wooclient.v2.resources.brands import AsyncProductsBrands, ProductsBrands
    from wooclient.v2.resources.categories import AsyncProductsCategories, ProductsCategories
    from wooclient.v2.resources.reviews import AsyncProductsReviews, ProductsReviews
    from wooclient.v2.resources.shipping_classes import AsyncProductsShippingClasses, ProductsShippingClasses
    from wooclient.v2.resources.tags import AsyncProductsTags, ProductsTags
    from wooclient.v2.resources.variations import AsyncProductsVariations, ProductsVariations

#: What the store may not keep of a request, without a word.
_NOT_KEPT = (
    NotKept("regular_price", "on variable and grouped products, whose prices are those of their variations and parts"),
    NotKept("sale_price", "unless it is below the regular price, and on variable and grouped products", nothing="0"),
    NotKept("virtual", "on variable products, whose variations have it"),
    NotKept("downloadable", "on variable products, whose variations have it"),
    NotKept("download_limit", "unless `downloadable` is on, which can be sent with it"),
    NotKept("download_expiry", "unless `downloadable` is on, which can be sent with it"),
    NotKept("external_url", "on all but external products"),
    NotKept("button_text", "on all but external products"),
    NotKept("tax_class", "unless the shop has a class of that slug; empty is the standard one", nothing="standard"),
    NotKept(
        "manage_stock",
        "in a shop that counts no stock at all (setting `woocommerce_manage_stock`), and on grouped products",
    ),
    NotKept("stock_quantity", "unless `manage_stock` is on, which can be sent with it"),
    NotKept("in_stock", "while `manage_stock` is on, as it follows the quantity then, and on external products"),
    NotKept("backorders", "unless `manage_stock` is on, which can be sent with it"),
    NotKept("shipping_class", "unless the shop has a class of that slug"),
    NotKept("inventory_delta", "unless `manage_stock` is on, which can be sent with it", empty="stock_quantity"),
)
PRODUCTS_LIST: Operation[list[Product]] = Operation(
    V2,
    "products.list",
    "GET",
    "/products",
    "products.Product",
    "items",
    query="products.ProductListParams",
    paging="pages",
)
PRODUCTS_CREATE: Operation[Product] = Operation(
    V2, "products.create", "POST", "/products", "products.Product", body="products.ProductCreate", not_kept=_NOT_KEPT
)
PRODUCTS_GET: Operation[Product] = Operation(
    V2, "products.get", "GET", "/products/{id}", "products.Product", query="products.ProductGetParams"
)
PRODUCTS_UPDATE: Operation[Product] = Operation(
    V2,
    "products.update",
    "PUT",
    "/products/{id}",
    "products.Product",
    body="products.ProductUpdate",
    not_kept=_NOT_KEPT,
)
PRODUCTS_DELETE: Operation[Product] = Operation(
    V2, "products.delete", "DELETE", "/products/{id}", "products.Product", query="products.ProductDeleteParams"
)
PRODUCTS_BATCH: Operation[ProductBatchResult] = Operation(
    V2,
    "products.batch",
    "POST",
    "/products/batch",
    "products_batch.ProductBatchResult",
    "item_or_empty",
    body="products.ProductBatch",
    batch_limit=100,
    not_kept=_NOT_KEPT,
)
PRODUCTS_RELATED: Operation[ProductRelated] = Operation(
    V2,
    "products.related",
    "GET",
    "/products/{id}/related",
    "products_parts.ProductRelated",
    query="products.ProductRelatedParams",
)


class Products(Resource):
    """The articles of the catalogue, whatever their kind. Variations have a resource of their own."""

    @cached_property
    def variations(self) -> ProductsVariations:
        """The purchasable forms of a variable product, one for each choice of options."""
        from wooclient.v2.resources.variations import ProductsVariations

        return ProductsVariations(self._client)

    @cached_property
    def categories(self) -> ProductsCategories:
        """Product categories, which can be nested."""
        from wooclient.v2.resources.categories import ProductsCategories

        return ProductsCategories(self._client)

    @cached_property
    def tags(self) -> ProductsTags:
        """Free keywords on products."""
        from wooclient.v2.resources.tags import ProductsTags

        return ProductsTags(self._client)

    @cached_property
    def brands(self) -> ProductsBrands:
        """Makers of products. Shops before WooCommerce 9.6 seldom have them, because 9.4 switched brands on for few."""
        from wooclient.v2.resources.brands import ProductsBrands

        return ProductsBrands(self._client)

    @cached_property
    def shipping_classes(self) -> ProductsShippingClasses:
        """Kinds of goods that shipping methods can price differently."""
        from wooclient.v2.resources.shipping_classes import ProductsShippingClasses

        return ProductsShippingClasses(self._client)

    @cached_property
    def attributes(self) -> ProductsAttributes:
        """Global attributes, shared by all products, with the terms they can take."""
        from wooclient.v2.resources.attributes import ProductsAttributes

        return ProductsAttributes(self._client)

    @cached_property
    def reviews(self) -> ProductsReviews:
        """What customers write about products, with stars."""
        from wooclient.v2.resources.reviews import ProductsReviews

        return ProductsReviews(self._client)

    @cached_property
    def meta(self) -> Meta[MetaData]:
        """Custom fields, by their key."""
        return Meta(self._client, PRODUCTS_GET, PRODUCTS_UPDATE)

    def list(self, **params: Unpack[ProductListParams]) -> Page[Product]:
        """List products: `GET /wp-json/wc/v2/products`."""
        return self._page(PRODUCTS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductListParams]) -> Iterator[Product]:
        """Walk all pages of products.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_LIST, params, prefetch=prefetch)

    def modified_since(
        self, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[ProductListParams]
    ) -> Iterator[Product]:
        """Walk all records that changed at `when` or later."""
        return self._modified(PRODUCTS_LIST, when, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[ProductListParams]) -> tuple[Partition[Product], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return self._partitions(PRODUCTS_LIST, n, params)

    def by_sku(self, values: Iterable[str], /, **params: Unpack[ProductListParams]) -> Found[Product]:
        """Find products by `sku`; any number of values may be given."""
        return self._lookup(PRODUCTS_LIST, "sku", "sku", values, params)

    def create(self, **fields: Unpack[ProductCreate]) -> Product:
        """Create a product: `POST /wp-json/wc/v2/products`."""
        return self._call(PRODUCTS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ProductGetParams]) -> Product:
        """Fetch a product: `GET /wp-json/wc/v2/products/{id}`."""
        return self._call(PRODUCTS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[ProductUpdate]) -> Product:
        """Change a product: `PUT /wp-json/wc/v2/products/{id}`."""
        return self._call(PRODUCTS_UPDATE, fields, id)

    def save(self, record: Product, /) -> Product:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(PRODUCTS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[ProductDeleteParams]) -> Product:
        """Delete a product: `DELETE /wp-json/wc/v2/products/{id}`."""
        return self._call(PRODUCTS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Product] | None = None,
        **fields: Unpack[ProductBatch],
    ) -> BatchResult[Product]:
        """Create, change and delete products together: `POST /wp-json/wc/v2/products/batch`."""
        return self._batch(
            PRODUCTS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )

    def related(self, id: int, /, **params: Unpack[ProductRelatedParams]) -> ProductRelated:
        """Find related products: `GET /wp-json/wc/v2/products/{id}/related`."""
        return self._call(PRODUCTS_RELATED, params, id)


class AsyncProducts(AsyncResource):
    """The articles of the catalogue, whatever their kind. Variations have a resource of their own."""

    @cached_property
    def variations(self) -> AsyncProductsVariations:
        """The purchasable forms of a variable product, one for each choice of options."""
        from wooclient.v2.resources.variations import AsyncProductsVariations

        return AsyncProductsVariations(self._client)

    @cached_property
    def categories(self) -> AsyncProductsCategories:
        """Product categories, which can be nested."""
        from wooclient.v2.resources.categories import AsyncProductsCategories

        return AsyncProductsCategories(self._client)

    @cached_property
    def tags(self) -> AsyncProductsTags:
        """Free keywords on products."""
        from wooclient.v2.resources.tags import AsyncProductsTags

        return AsyncProductsTags(self._client)

    @cached_property
    def brands(self) -> AsyncProductsBrands:
        """Makers of products. Shops before WooCommerce 9.6 seldom have them, because 9.4 switched brands on for few."""
        from wooclient.v2.resources.brands import AsyncProductsBrands

        return AsyncProductsBrands(self._client)

    @cached_property
    def shipping_classes(self) -> AsyncProductsShippingClasses:
        """Kinds of goods that shipping methods can price differently."""
        from wooclient.v2.resources.shipping_classes import AsyncProductsShippingClasses

        return AsyncProductsShippingClasses(self._client)

    @cached_property
    def attributes(self) -> AsyncProductsAttributes:
        """Global attributes, shared by all products, with the terms they can take."""
        from wooclient.v2.resources.attributes import AsyncProductsAttributes

        return AsyncProductsAttributes(self._client)

    @cached_property
    def reviews(self) -> AsyncProductsReviews:
        """What customers write about products, with stars."""
        from wooclient.v2.resources.reviews import AsyncProductsReviews

        return AsyncProductsReviews(self._client)

    @cached_property
    def meta(self) -> AsyncMeta[MetaData]:
        """Custom fields, by their key."""
        return AsyncMeta(self._client, PRODUCTS_GET, PRODUCTS_UPDATE)

    async def list(self, **params: Unpack[ProductListParams]) -> Page[Product]:
        """List products: `GET /wp-json/wc/v2/products`."""
        return await self._page(PRODUCTS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductListParams]) -> AsyncIterator[Product]:
        """Walk all pages of products.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_LIST, params, prefetch=prefetch)

    def modified_since(
        self, when: datetime | str, /, *, prefetch: int = 0, **params: Unpack[ProductListParams]
    ) -> AsyncIterator[Product]:
        """Walk all records that changed at `when` or later."""
        return self._modified(PRODUCTS_LIST, when, params, prefetch=prefetch)

    async def partitions(self, n: int, /, **params: Unpack[ProductListParams]) -> tuple[Partition[Product], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(PRODUCTS_LIST, n, params)

    async def by_sku(self, values: Iterable[str], /, **params: Unpack[ProductListParams]) -> Found[Product]:
        """Find products by `sku`; any number of values may be given."""
        return await self._lookup(PRODUCTS_LIST, "sku", "sku", values, params)

    async def create(self, **fields: Unpack[ProductCreate]) -> Product:
        """Create a product: `POST /wp-json/wc/v2/products`."""
        return await self._call(PRODUCTS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductGetParams]) -> Product:
        """Fetch a product: `GET /wp-json/wc/v2/products/{id}`."""
        return await self._call(PRODUCTS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductUpdate]) -> Product:
        """Change a product: `PUT /wp-json/wc/v2/products/{id}`."""
        return await self._call(PRODUCTS_UPDATE, fields, id)

    async def save(self, record: Product, /) -> Product:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[ProductDeleteParams]) -> Product:
        """Delete a product: `DELETE /wp-json/wc/v2/products/{id}`."""
        return await self._call(PRODUCTS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Product] | None = None,
        **fields: Unpack[ProductBatch],
    ) -> BatchResult[Product]:
        """Create, change and delete products together: `POST /wp-json/wc/v2/products/batch`."""
        return await self._batch(
            PRODUCTS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )

    async def related(self, id: int, /, **params: Unpack[ProductRelatedParams]) -> ProductRelated:
        """Find related products: `GET /wp-json/wc/v2/products/{id}/related`."""
        return await self._call(PRODUCTS_RELATED, params, id)

"""Products of wc/v1."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import NotKept, Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v1._version import V1

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.lookup import Found
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v1.models.products_v1 import ProductV1
    from wooclient.v1.models.products_v1_batch import ProductV1BatchResult
    from wooclient.v1.params.products import ProductDeleteParams, ProductGetParams, ProductListParams
    from wooclient.v1.params.products_v1 import ProductV1Batch, ProductV1Create, ProductV1Update
    from wooclient.v1.resources.attributes import AsyncProductsAttributes, ProductsAttributes
    from wooclient.v1.resources.categories import AsyncProductsCategories, ProductsCategories
    from wooclient.v1.resources.reviews import AsyncProductsReviews, ProductsReviews
    from wooclient.v1.resources.shipping_classes import AsyncProductsShippingClasses, ProductsShippingClasses
    from wooclient.v1.resources.tags import AsyncProductsTags, ProductsTags

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
PRODUCTS_LIST: Operation[list[ProductV1]] = Operation(
    V1,
    "products.list",
    "GET",
    "/products",
    "products_v1.ProductV1",
    "items",
    query="products.ProductListParams",
    paging="pages",
)
PRODUCTS_CREATE: Operation[ProductV1] = Operation(
    V1,
    "products.create",
    "POST",
    "/products",
    "products_v1.ProductV1",
    body="products_v1.ProductV1Create",
    not_kept=_NOT_KEPT,
)
PRODUCTS_GET: Operation[ProductV1] = Operation(
    V1, "products.get", "GET", "/products/{id}", "products_v1.ProductV1", query="products.ProductGetParams"
)
PRODUCTS_UPDATE: Operation[ProductV1] = Operation(
    V1,
    "products.update",
    "PUT",
    "/products/{id}",
    "products_v1.ProductV1",
    body="products_v1.ProductV1Update",
    not_kept=_NOT_KEPT,
)
PRODUCTS_DELETE: Operation[ProductV1] = Operation(
    V1, "products.delete", "DELETE", "/products/{id}", "products_v1.ProductV1", query="products.ProductDeleteParams"
)
PRODUCTS_BATCH: Operation[ProductV1BatchResult] = Operation(
    V1,
    "products.batch",
    "POST",
    "/products/batch",
    "products_v1_batch.ProductV1BatchResult",
    "item_or_empty",
    body="products_v1.ProductV1Batch",
    batch_limit=100,
    not_kept=_NOT_KEPT,
)


class Products(Resource):
    """The articles of the catalogue, whatever their kind. Variations have a resource of their own."""

    @cached_property
    def categories(self) -> ProductsCategories:
        """Product categories, which can be nested."""
        from wooclient.v1.resources.categories import ProductsCategories

        return ProductsCategories(self._client)

    @cached_property
    def tags(self) -> ProductsTags:
        """Free keywords on products."""
        from wooclient.v1.resources.tags import ProductsTags

        return ProductsTags(self._client)

    @cached_property
    def shipping_classes(self) -> ProductsShippingClasses:
        """Kinds of goods that shipping methods can price differently."""
        from wooclient.v1.resources.shipping_classes import ProductsShippingClasses

        return ProductsShippingClasses(self._client)

    @cached_property
    def attributes(self) -> ProductsAttributes:
        """Global attributes, shared by all products, with the terms they can take."""
        from wooclient.v1.resources.attributes import ProductsAttributes

        return ProductsAttributes(self._client)

    @cached_property
    def reviews(self) -> ProductsReviews:
        """What customers write about products, with stars."""
        from wooclient.v1.resources.reviews import ProductsReviews

        return ProductsReviews(self._client)

    def list(self, **params: Unpack[ProductListParams]) -> Page[ProductV1]:
        """List products: `GET /wp-json/wc/v1/products`."""
        return self._page(PRODUCTS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductListParams]) -> Iterator[ProductV1]:
        """Walk all pages of products.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_LIST, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[ProductListParams]) -> tuple[Partition[ProductV1], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return self._partitions(PRODUCTS_LIST, n, params)

    def by_sku(self, values: Iterable[str], /, **params: Unpack[ProductListParams]) -> Found[ProductV1]:
        """Find products by `sku`; any number of values may be given."""
        return self._lookup(PRODUCTS_LIST, "sku", "sku", values, params)

    def create(self, **fields: Unpack[ProductV1Create]) -> ProductV1:
        """Create a product: `POST /wp-json/wc/v1/products`."""
        return self._call(PRODUCTS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ProductGetParams]) -> ProductV1:
        """Fetch a product: `GET /wp-json/wc/v1/products/{id}`."""
        return self._call(PRODUCTS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[ProductV1Update]) -> ProductV1:
        """Change a product: `PUT /wp-json/wc/v1/products/{id}`."""
        return self._call(PRODUCTS_UPDATE, fields, id)

    def save(self, record: ProductV1, /) -> ProductV1:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(PRODUCTS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[ProductDeleteParams]) -> ProductV1:
        """Delete a product: `DELETE /wp-json/wc/v1/products/{id}`."""
        return self._call(PRODUCTS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductV1] | None = None,
        **fields: Unpack[ProductV1Batch],
    ) -> BatchResult[ProductV1]:
        """Create, change and delete products together: `POST /wp-json/wc/v1/products/batch`."""
        return self._batch(
            PRODUCTS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncProducts(AsyncResource):
    """The articles of the catalogue, whatever their kind. Variations have a resource of their own."""

    @cached_property
    def categories(self) -> AsyncProductsCategories:
        """Product categories, which can be nested."""
        from wooclient.v1.resources.categories import AsyncProductsCategories

        return AsyncProductsCategories(self._client)

    @cached_property
    def tags(self) -> AsyncProductsTags:
        """Free keywords on products."""
        from wooclient.v1.resources.tags import AsyncProductsTags

        return AsyncProductsTags(self._client)

    @cached_property
    def shipping_classes(self) -> AsyncProductsShippingClasses:
        """Kinds of goods that shipping methods can price differently."""
        from wooclient.v1.resources.shipping_classes import AsyncProductsShippingClasses

        return AsyncProductsShippingClasses(self._client)

    @cached_property
    def attributes(self) -> AsyncProductsAttributes:
        """Global attributes, shared by all products, with the terms they can take."""
        from wooclient.v1.resources.attributes import AsyncProductsAttributes

        return AsyncProductsAttributes(self._client)

    @cached_property
    def reviews(self) -> AsyncProductsReviews:
        """What customers write about products, with stars."""
        from wooclient.v1.resources.reviews import AsyncProductsReviews

        return AsyncProductsReviews(self._client)

    async def list(self, **params: Unpack[ProductListParams]) -> Page[ProductV1]:
        """List products: `GET /wp-json/wc/v1/products`."""
        return await self._page(PRODUCTS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductListParams]) -> AsyncIterator[ProductV1]:
        """Walk all pages of products.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_LIST, params, prefetch=prefetch)

    async def partitions(self, n: int, /, **params: Unpack[ProductListParams]) -> tuple[Partition[ProductV1], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(PRODUCTS_LIST, n, params)

    async def by_sku(self, values: Iterable[str], /, **params: Unpack[ProductListParams]) -> Found[ProductV1]:
        """Find products by `sku`; any number of values may be given."""
        return await self._lookup(PRODUCTS_LIST, "sku", "sku", values, params)

    async def create(self, **fields: Unpack[ProductV1Create]) -> ProductV1:
        """Create a product: `POST /wp-json/wc/v1/products`."""
        return await self._call(PRODUCTS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductGetParams]) -> ProductV1:
        """Fetch a product: `GET /wp-json/wc/v1/products/{id}`."""
        return await self._call(PRODUCTS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductV1Update]) -> ProductV1:
        """Change a product: `PUT /wp-json/wc/v1/products/{id}`."""
        return await self._call(PRODUCTS_UPDATE, fields, id)

    async def save(self, record: ProductV1, /) -> ProductV1:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[ProductDeleteParams]) -> ProductV1:
        """Delete a product: `DELETE /wp-json/wc/v1/products/{id}`."""
        return await self._call(PRODUCTS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductV1] | None = None,
        **fields: Unpack[ProductV1Batch],
    ) -> BatchResult[ProductV1]:
        """Create, change and delete products together: `POST /wp-json/wc/v1/products/batch`."""
        return await self._batch(
            PRODUCTS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )

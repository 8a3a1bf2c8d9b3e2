"""Categories of wc/v2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v2._version import V2

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v2.models.categories import ProductCategory
    from wooclient.v2.models.categories_batch import ProductCategoryBatchResult
    from wooclient.v2.params.categories import (
        ProductCategoryBatch,
        ProductCategoryCreate,
        ProductCategoryDeleteParams,
        ProductCategoryGetParams,
        ProductCategoryListParams,
        ProductCategoryUpdate,
    )

PRODUCTS_CATEGORIES_LIST: Operation[list[ProductCategory]] = Operation(
    V2,
    "products.categories.list",
    "GET",
    "/products/categories",
    "categories.ProductCategory",
    "items",
    query="categories.ProductCategoryListParams",
    paging="pages",
)
PRODUCTS_CATEGORIES_CREATE: Operation[ProductCategory] = Operation(
    V2,
    "products.categories.create",
    "POST",
    "/products/categories",
    "categories.ProductCategory",
    body="categories.ProductCategoryCreate",
)
PRODUCTS_CATEGORIES_GET: Operation[ProductCategory] = Operation(
    V2,
    "products.categories.get",
    "GET",
    "/products/categories/{id}",
    "categories.ProductCategory",
    query="categories.ProductCategoryGetParams",
)
PRODUCTS_CATEGORIES_UPDATE: Operation[ProductCategory] = Operation(
    V2,
    "products.categories.update",
    "PUT",
    "/products/categories/{id}",
    "categories.ProductCategory",
    body="categories.ProductCategoryUpdate",
)
PRODUCTS_CATEGORIES_DELETE: Operation[ProductCategory] = Operation(
    V2,
    "products.categories.delete",
    "DELETE",
    "/products/categories/{id}",
    "categories.ProductCategory",
    query="categories.ProductCategoryDeleteParams",
)
PRODUCTS_CATEGORIES_BATCH: Operation[ProductCategoryBatchResult] = Operation(
    V2,
    "products.categories.batch",
    "POST",
    "/products/categories/batch",
    "categories_batch.ProductCategoryBatchResult",
    "item_or_empty",
    body="categories.ProductCategoryBatch",
    batch_limit=100,
)


class ProductsCategories(Resource):
    """Product categories, which can be nested."""

    def list(self, **params: Unpack[ProductCategoryListParams]) -> Page[ProductCategory]:
        """List product categories: `GET /wp-json/wc/v2/products/categories`."""
        return self._page(PRODUCTS_CATEGORIES_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductCategoryListParams]) -> Iterator[ProductCategory]:
        """Walk all pages of products.categories.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_CATEGORIES_LIST, params, prefetch=prefetch)

    def partitions(
        self, n: int, /, **params: Unpack[ProductCategoryListParams]
    ) -> tuple[Partition[ProductCategory], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return self._partitions(PRODUCTS_CATEGORIES_LIST, n, params)

    def create(self, **fields: Unpack[ProductCategoryCreate]) -> ProductCategory:
        """Create a product category: `POST /wp-json/wc/v2/products/categories`."""
        return self._call(PRODUCTS_CATEGORIES_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ProductCategoryGetParams]) -> ProductCategory:
        """Get a product category: `GET /wp-json/wc/v2/products/categories/{id}`."""
        return self._call(PRODUCTS_CATEGORIES_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[ProductCategoryUpdate]) -> ProductCategory:
        """Update a product category: `PUT /wp-json/wc/v2/products/categories/{id}`."""
        return self._call(PRODUCTS_CATEGORIES_UPDATE, fields, id)

    def save(self, record: ProductCategory, /) -> ProductCategory:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(PRODUCTS_CATEGORIES_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[ProductCategoryDeleteParams]) -> ProductCategory:
        """Delete a product category: `DELETE /wp-json/wc/v2/products/categories/{id}`."""
        return self._call(PRODUCTS_CATEGORIES_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductCategory] | None = None,
        **fields: Unpack[ProductCategoryBatch],
    ) -> BatchResult[ProductCategory]:
        """Create, update and delete categories: `POST /wp-json/wc/v2/products/categories/batch`."""
        return self._batch(
            PRODUCTS_CATEGORIES_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncProductsCategories(AsyncResource):
    """Product categories, which can be nested."""

    async def list(self, **params: Unpack[ProductCategoryListParams]) -> Page[ProductCategory]:
        """List product categories: `GET /wp-json/wc/v2/products/categories`."""
        return await self._page(PRODUCTS_CATEGORIES_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductCategoryListParams]) -> AsyncIterator[ProductCategory]:
        """Walk all pages of products.categories.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_CATEGORIES_LIST, params, prefetch=prefetch)

    async def partitions(
        self, n: int, /, **params: Unpack[ProductCategoryListParams]
    ) -> tuple[Partition[ProductCategory], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(PRODUCTS_CATEGORIES_LIST, n, params)

    async def create(self, **fields: Unpack[ProductCategoryCreate]) -> ProductCategory:
        """Create a product category: `POST /wp-json/wc/v2/products/categories`."""
        return await self._call(PRODUCTS_CATEGORIES_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductCategoryGetParams]) -> ProductCategory:
        """Get a product category: `GET /wp-json/wc/v2/products/categories/{id}`."""
        return await self._call(PRODUCTS_CATEGORIES_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductCategoryUpdate]) -> ProductCategory:
        """Update a product category: `PUT /wp-json/wc/v2/products/categories/{id}`."""
        return await self._call(PRODUCTS_CATEGORIES_UPDATE, fields, id)

    async def save(self, record: ProductCategory, /) -> ProductCategory:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_CATEGORIES_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[ProductCategoryDeleteParams]) -> ProductCategory:
        """Delete a product category: `DELETE /wp-json/wc/v2/products/categories/{id}`."""
        return await self._call(PRODUCTS_CATEGORIES_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductCategory] | None = None,
        **fields: Unpack[ProductCategoryBatch],
    ) -> BatchResult[ProductCategory]:
        """Create, update and delete categories: `POST /wp-json/wc/v2/products/categories/batch`."""
        return await self._batch(
            PRODUCTS_CATEGORIES_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )

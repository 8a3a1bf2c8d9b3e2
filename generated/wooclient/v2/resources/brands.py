"""Brands of wc/v2."""

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
    from wooclient.v2.models.brands import ProductBrand
    from wooclient.v2.models.brands_batch import ProductBrandBatchResult
    from wooclient.v2.params.brands import (
        ProductBrandBatch,
        ProductBrandCreate,
        ProductBrandDeleteParams,
        ProductBrandGetParams,
        ProductBrandListParams,
        ProductBrandUpdate,
    )

PRODUCTS_BRANDS_LIST: Operation[list[ProductBrand]] = Operation(
    V2,
    "products.brands.list",
    "GET",
    "/products/brands",
    "brands.ProductBrand",
    "items",
    query="brands.ProductBrandListParams",
    paging="pages",
)
PRODUCTS_BRANDS_CREATE: Operation[ProductBrand] = Operation(
    V2, "products.brands.create", "POST", "/products/brands", "brands.ProductBrand", body="brands.ProductBrandCreate"
)
PRODUCTS_BRANDS_GET: Operation[ProductBrand] = Operation(
    V2,
    "products.brands.get",
    "GET",
    "/products/brands/{id}",
    "brands.ProductBrand",
    query="brands.ProductBrandGetParams",
)
PRODUCTS_BRANDS_UPDATE: Operation[ProductBrand] = Operation(
    V2,
    "products.brands.update",
    "PUT",
    "/products/brands/{id}",
    "brands.ProductBrand",
    body="brands.ProductBrandUpdate",
)
PRODUCTS_BRANDS_DELETE: Operation[ProductBrand] = Operation(
    V2,
    "products.brands.delete",
    "DELETE",
    "/products/brands/{id}",
    "brands.ProductBrand",
    query="brands.ProductBrandDeleteParams",
)
PRODUCTS_BRANDS_BATCH: Operation[ProductBrandBatchResult] = Operation(
    V2,
    "products.brands.batch",
    "POST",
    "/products/brands/batch",
    "brands_batch.ProductBrandBatchResult",
    "item_or_empty",
    body="brands.ProductBrandBatch",
    batch_limit=100,
)


class ProductsBrands(Resource):
    """Makers of products. Shops before WooCommerce 9.6 seldom have them, because 9.4 switched brands on for few."""

    def list(self, **params: Unpack[ProductBrandListParams]) -> Page[ProductBrand]:
        """List product brands: `GET /wp-json/wc/v2/products/brands`."""
        return self._page(PRODUCTS_BRANDS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductBrandListParams]) -> Iterator[ProductBrand]:
        """Walk all pages of products.brands.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_BRANDS_LIST, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[ProductBrandListParams]) -> tuple[Partition[ProductBrand], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return self._partitions(PRODUCTS_BRANDS_LIST, n, params)

    def create(self, **fields: Unpack[ProductBrandCreate]) -> ProductBrand:
        """Create a product brand: `POST /wp-json/wc/v2/products/brands`."""
        return self._call(PRODUCTS_BRANDS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ProductBrandGetParams]) -> ProductBrand:
        """Get a product brand: `GET /wp-json/wc/v2/products/brands/{id}`."""
        return self._call(PRODUCTS_BRANDS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[ProductBrandUpdate]) -> ProductBrand:
        """Update a product brand: `PUT /wp-json/wc/v2/products/brands/{id}`."""
        return self._call(PRODUCTS_BRANDS_UPDATE, fields, id)

    def save(self, record: ProductBrand, /) -> ProductBrand:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(PRODUCTS_BRANDS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[ProductBrandDeleteParams]) -> ProductBrand:
        """Delete a product brand: `DELETE /wp-json/wc/v2/products/brands/{id}`."""
        return self._call(PRODUCTS_BRANDS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductBrand] | None = None,
        **fields: Unpack[ProductBrandBatch],
    ) -> BatchResult[ProductBrand]:
        """Create, update and delete brands: `POST /wp-json/wc/v2/products/brands/batch`."""
        return self._batch(
            PRODUCTS_BRANDS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncProductsBrands(AsyncResource):
    """Makers of products. Shops before WooCommerce 9.6 seldom have them, because 9.4 switched brands on for few."""

    async def list(self, **params: Unpack[ProductBrandListParams]) -> Page[ProductBrand]:
        """List product brands: `GET /wp-json/wc/v2/products/brands`."""
        return await self._page(PRODUCTS_BRANDS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductBrandListParams]) -> AsyncIterator[ProductBrand]:
        """Walk all pages of products.brands.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_BRANDS_LIST, params, prefetch=prefetch)

    async def partitions(
        self, n: int, /, **params: Unpack[ProductBrandListParams]
    ) -> tuple[Partition[ProductBrand], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(PRODUCTS_BRANDS_LIST, n, params)

    async def create(self, **fields: Unpack[ProductBrandCreate]) -> ProductBrand:
        """Create a product brand: `POST /wp-json/wc/v2/products/brands`."""
        return await self._call(PRODUCTS_BRANDS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductBrandGetParams]) -> ProductBrand:
        """Get a product brand: `GET /wp-json/wc/v2/products/brands/{id}`."""
        return await self._call(PRODUCTS_BRANDS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductBrandUpdate]) -> ProductBrand:
        """Update a product brand: `PUT /wp-json/wc/v2/products/brands/{id}`."""
        return await self._call(PRODUCTS_BRANDS_UPDATE, fields, id)

    async def save(self, record: ProductBrand, /) -> ProductBrand:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_BRANDS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[ProductBrandDeleteParams]) -> ProductBrand:
        """Delete a product brand: `DELETE /wp-json/wc/v2/products/brands/{id}`."""
        return await self._call(PRODUCTS_BRANDS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductBrand] | None = None,
        **fields: Unpack[ProductBrandBatch],
    ) -> BatchResult[ProductBrand]:
        """Create, update and delete brands: `POST /wp-json/wc/v2/products/brands/batch`."""
        return await self._batch(
            PRODUCTS_BRANDS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )

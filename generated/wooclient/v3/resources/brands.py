"""Brands of wc/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import VERSION

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v3.models.brands import ProductBrand, ProductBrandBatchResult
    from wooclient.v3.params.brands import (
        ProductBrandBatch,
        ProductBrandCreate,
        ProductBrandDeleteParams,
        ProductBrandGetParams,
        ProductBrandListParams,
        ProductBrandUpdate,
    )

PRODUCTS_BRANDS_LIST: Operation[list[ProductBrand]] = Operation(
    VERSION,
    "products.brands.list",
    "GET",
    "/products/brands",
    "brands.ProductBrand",
    "items",
    query="brands.ProductBrandListParams",
    paging="pages",
)

PRODUCTS_BRANDS_CREATE: Operation[ProductBrand] = Operation(
    VERSION,
    "products.brands.create",
    "POST",
    "/products/brands",
    "brands.ProductBrand",
    body="brands.ProductBrandCreate",
)

PRODUCTS_BRANDS_GET: Operation[ProductBrand] = Operation(
    VERSION,
    "products.brands.get",
    "GET",
    "/products/brands/{id}",
    "brands.ProductBrand",
    query="brands.ProductBrandGetParams",
)

PRODUCTS_BRANDS_UPDATE: Operation[ProductBrand] = Operation(
    VERSION,
    "products.brands.update",
    "PUT",
    "/products/brands/{id}",
    "brands.ProductBrand",
    body="brands.ProductBrandUpdate",
)

PRODUCTS_BRANDS_DELETE: Operation[ProductBrand] = Operation(
    VERSION,
    "products.brands.delete",
    "DELETE",
    "/products/brands/{id}",
    "brands.ProductBrand",
    query="brands.ProductBrandDeleteParams",
)

PRODUCTS_BRANDS_BATCH: Operation[ProductBrandBatchResult] = Operation(
    VERSION,
    "products.brands.batch",
    "POST",
    "/products/brands/batch",
    "brands.ProductBrandBatchResult",
    "item_or_empty",
    body="brands.ProductBrandBatch",
    batch_limit=100,
)


class ProductsBrands(Resource):
    """Makers of products. Shops before WooCommerce 9.6 seldom have them, because 9.4 switched brands on for few."""

    def list(self, **params: Unpack[ProductBrandListParams]) -> Page[ProductBrand]:
        """List product brands.

        One page of brands of all levels, by name from A to Z. New in WooCommerce 9.4.

        `GET /wp-json/wc/v3/products/brands`.
        """
        return self._page(PRODUCTS_BRANDS_LIST, params)

    def iter(self, **params: Unpack[ProductBrandListParams]) -> Iterator[ProductBrand]:
        """Walk all pages of products.brands.list, one request at a time, as items are taken."""
        return self._walk(PRODUCTS_BRANDS_LIST, params)

    def create(self, **fields: Unpack[ProductBrandCreate]) -> ProductBrand:
        """Create a product brand.

        Adds a brand. If one with the same name and parent exists, the store refuses and tells its id, unless you send a
        slug of its own. If the logo cannot be fetched, nothing is kept. New in WooCommerce 9.4.

        `POST /wp-json/wc/v3/products/brands`.
        """
        return self._call(PRODUCTS_BRANDS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ProductBrandGetParams]) -> ProductBrand:
        """Get a product brand.

        One brand by its number. Number 0 is answered with 500, not 404. New in WooCommerce 9.4.

        `GET /wp-json/wc/v3/products/brands/{id}`.
        """
        return self._call(PRODUCTS_BRANDS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[ProductBrandUpdate]) -> ProductBrand:
        """Update a product brand.

        Changes the fields that you send. If the logo is refused, the other changes have been made all the same. New in
        WooCommerce 9.4.

        `PUT /wp-json/wc/v3/products/brands/{id}`.
        """
        return self._call(PRODUCTS_BRANDS_UPDATE, fields, id)

    def delete(self, id: int, /, **params: Unpack[ProductBrandDeleteParams]) -> ProductBrand:
        """Delete a product brand.

        Removes the brand for good, so `force` has to be true; brands below it move up one level. New in WooCommerce
        9.4.

        `DELETE /wp-json/wc/v3/products/brands/{id}`.
        """
        return self._call(PRODUCTS_BRANDS_DELETE, params, id)

    def batch(self, **fields: Unpack[ProductBrandBatch]) -> ProductBrandBatchResult:
        """Create, update and delete brands.

        Several changes to brands at once. One that fails does not stop the others. New in WooCommerce 9.4.

        `POST /wp-json/wc/v3/products/brands/batch`.
        """
        return self._call(PRODUCTS_BRANDS_BATCH, fields)


class AsyncProductsBrands(AsyncResource):
    """Makers of products. Shops before WooCommerce 9.6 seldom have them, because 9.4 switched brands on for few."""

    async def list(self, **params: Unpack[ProductBrandListParams]) -> Page[ProductBrand]:
        """List product brands: `GET /wp-json/wc/v3/products/brands`."""
        return await self._page(PRODUCTS_BRANDS_LIST, params)

    def iter(self, **params: Unpack[ProductBrandListParams]) -> AsyncIterator[ProductBrand]:
        """Walk all pages of products.brands.list, one request at a time, as items are taken."""
        return self._walk(PRODUCTS_BRANDS_LIST, params)

    async def create(self, **fields: Unpack[ProductBrandCreate]) -> ProductBrand:
        """Create a product brand: `POST /wp-json/wc/v3/products/brands`."""
        return await self._call(PRODUCTS_BRANDS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductBrandGetParams]) -> ProductBrand:
        """Get a product brand: `GET /wp-json/wc/v3/products/brands/{id}`."""
        return await self._call(PRODUCTS_BRANDS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductBrandUpdate]) -> ProductBrand:
        """Update a product brand: `PUT /wp-json/wc/v3/products/brands/{id}`."""
        return await self._call(PRODUCTS_BRANDS_UPDATE, fields, id)

    async def delete(self, id: int, /, **params: Unpack[ProductBrandDeleteParams]) -> ProductBrand:
        """Delete a product brand: `DELETE /wp-json/wc/v3/products/brands/{id}`."""
        return await self._call(PRODUCTS_BRANDS_DELETE, params, id)

    async def batch(self, **fields: Unpack[ProductBrandBatch]) -> ProductBrandBatchResult:
        """Create, update and delete brands: `POST /wp-json/wc/v3/products/brands/batch`."""
        return await self._call(PRODUCTS_BRANDS_BATCH, fields)

"""Categories of wc-api/v2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v2._version import V2

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.legacy.v2.models.categories import LegacyProductCategory
    from wooclient.legacy.v2.params.categories import ProductCategoryGetParams, ProductCategoryListParams

PRODUCTS_CATEGORIES_LIST: Operation[list[LegacyProductCategory]] = Operation(
    V2,
    "products.categories.list",
    "GET",
    "/products/categories",
    "categories.LegacyProductCategory",
    "items",
    query="categories.ProductCategoryListParams",
    paging="none",
    request_envelope="product_categories",
    answer_envelope="product_categories",
)
PRODUCTS_CATEGORIES_GET: Operation[LegacyProductCategory] = Operation(
    V2,
    "products.categories.get",
    "GET",
    "/products/categories/{id}",
    "categories.LegacyProductCategory",
    query="categories.ProductCategoryGetParams",
    request_envelope="product_category",
    answer_envelope="product_category",
)


class ProductsCategories(Resource):
    """The tree of categories that products are sorted into. Read-only up to v2."""

    def list(self, **params: Unpack[ProductCategoryListParams]) -> Page[LegacyProductCategory]:
        """List categories: `GET /wc-api/v2/products/categories`."""
        return self._page(PRODUCTS_CATEGORIES_LIST, params)

    def get(self, id: int, /, **params: Unpack[ProductCategoryGetParams]) -> LegacyProductCategory:
        """Get a category: `GET /wc-api/v2/products/categories/{id}`."""
        return self._call(PRODUCTS_CATEGORIES_GET, params, id)


class AsyncProductsCategories(AsyncResource):
    """The tree of categories that products are sorted into. Read-only up to v2."""

    async def list(self, **params: Unpack[ProductCategoryListParams]) -> Page[LegacyProductCategory]:
        """List categories: `GET /wc-api/v2/products/categories`."""
        return await self._page(PRODUCTS_CATEGORIES_LIST, params)

    async def get(self, id: int, /, **params: Unpack[ProductCategoryGetParams]) -> LegacyProductCategory:
        """Get a category: `GET /wc-api/v2/products/categories/{id}`."""
        return await self._call(PRODUCTS_CATEGORIES_GET, params, id)

"""Categories of wc-api/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v3._version import V3

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.legacy.v3.models.categories import LegacyProductCategory
    from wooclient.legacy.v3.models.common import Message
    from wooclient.legacy.v3.params.categories import (
        LegacyProductCategoryCreate,
        LegacyProductCategoryUpdate,
        ProductCategoryGetParams,
        ProductCategoryListParams,
    )

PRODUCTS_CATEGORIES_LIST: Operation[list[LegacyProductCategory]] = Operation(
    V3,
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
PRODUCTS_CATEGORIES_CREATE: Operation[LegacyProductCategory] = Operation(
    V3,
    "products.categories.create",
    "POST",
    "/products/categories",
    "categories.LegacyProductCategory",
    body="categories.LegacyProductCategoryCreate",
    request_envelope="product_category",
    answer_envelope="product_category",
)
PRODUCTS_CATEGORIES_GET: Operation[LegacyProductCategory] = Operation(
    V3,
    "products.categories.get",
    "GET",
    "/products/categories/{id}",
    "categories.LegacyProductCategory",
    query="categories.ProductCategoryGetParams",
    request_envelope="product_category",
    answer_envelope="product_category",
)
PRODUCTS_CATEGORIES_UPDATE: Operation[LegacyProductCategory] = Operation(
    V3,
    "products.categories.update",
    "PUT",
    "/products/categories/{id}",
    "categories.LegacyProductCategory",
    body="categories.LegacyProductCategoryUpdate",
    request_envelope="product_category",
    answer_envelope="product_category",
)
PRODUCTS_CATEGORIES_DELETE: Operation[Message] = Operation(
    V3, "products.categories.delete", "DELETE", "/products/categories/{id}", "common.Message"
)


class ProductsCategories(Resource):
    """The tree of categories that products are sorted into. Read-only up to v2."""

    def list(self, **params: Unpack[ProductCategoryListParams]) -> Page[LegacyProductCategory]:
        """List categories.

        All categories in one answer, by name, the empty ones included.

        `GET /wc-api/v3/products/categories`.
        """
        return self._page(PRODUCTS_CATEGORIES_LIST, params)

    def create(self, **fields: Unpack[LegacyProductCategoryCreate]) -> LegacyProductCategory:
        """Create a category.

        A new category. A picture given by its address is copied into the media library.

        `POST /wc-api/v3/products/categories`.
        """
        return self._call(PRODUCTS_CATEGORIES_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ProductCategoryGetParams]) -> LegacyProductCategory:
        """Get a category.

        One category.

        `GET /wc-api/v3/products/categories/{id}`.
        """
        return self._call(PRODUCTS_CATEGORIES_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[LegacyProductCategoryUpdate]) -> LegacyProductCategory:
        """Change a category.

        Changes what is sent and leaves the rest.

        `PUT /wc-api/v3/products/categories/{id}`.
        """
        return self._call(PRODUCTS_CATEGORIES_UPDATE, fields, id)

    def save(self, record: LegacyProductCategory, /) -> LegacyProductCategory:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(PRODUCTS_CATEGORIES_UPDATE, record)

    def delete(self, id: int, /) -> Message:
        """Delete a category.

        Deletes the category permanently; its products stay. One that does not exist and the default one are refused
        with 401.

        `DELETE /wc-api/v3/products/categories/{id}`.
        """
        return self._call(PRODUCTS_CATEGORIES_DELETE, {}, id)


class AsyncProductsCategories(AsyncResource):
    """The tree of categories that products are sorted into. Read-only up to v2."""

    async def list(self, **params: Unpack[ProductCategoryListParams]) -> Page[LegacyProductCategory]:
        """List categories: `GET /wc-api/v3/products/categories`."""
        return await self._page(PRODUCTS_CATEGORIES_LIST, params)

    async def create(self, **fields: Unpack[LegacyProductCategoryCreate]) -> LegacyProductCategory:
        """Create a category: `POST /wc-api/v3/products/categories`."""
        return await self._call(PRODUCTS_CATEGORIES_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductCategoryGetParams]) -> LegacyProductCategory:
        """Get a category: `GET /wc-api/v3/products/categories/{id}`."""
        return await self._call(PRODUCTS_CATEGORIES_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[LegacyProductCategoryUpdate]) -> LegacyProductCategory:
        """Change a category: `PUT /wc-api/v3/products/categories/{id}`."""
        return await self._call(PRODUCTS_CATEGORIES_UPDATE, fields, id)

    async def save(self, record: LegacyProductCategory, /) -> LegacyProductCategory:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_CATEGORIES_UPDATE, record)

    async def delete(self, id: int, /) -> Message:
        """Delete a category: `DELETE /wc-api/v3/products/categories/{id}`."""
        return await self._call(PRODUCTS_CATEGORIES_DELETE, {}, id)

"""Attributes of wc/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import VERSION

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v3.models.attributes import ProductAttribute, ProductAttributeBatchResult
    from wooclient.v3.params.attributes import (
        ProductAttributeBatch,
        ProductAttributeCreate,
        ProductAttributeDeleteParams,
        ProductAttributeGetParams,
        ProductAttributeListParams,
        ProductAttributeUpdate,
    )
    from wooclient.v3.resources.attribute_terms import AsyncProductsAttributesTerms, ProductsAttributesTerms

PRODUCTS_ATTRIBUTES_LIST: Operation[list[ProductAttribute]] = Operation(
    VERSION,
    "products.attributes.list",
    "GET",
    "/products/attributes",
    "attributes.ProductAttribute",
    "items",
    query="attributes.ProductAttributeListParams",
    paging="total",
)

PRODUCTS_ATTRIBUTES_CREATE: Operation[ProductAttribute] = Operation(
    VERSION,
    "products.attributes.create",
    "POST",
    "/products/attributes",
    "attributes.ProductAttribute",
    body="attributes.ProductAttributeCreate",
)

PRODUCTS_ATTRIBUTES_GET: Operation[ProductAttribute] = Operation(
    VERSION,
    "products.attributes.get",
    "GET",
    "/products/attributes/{id}",
    "attributes.ProductAttribute",
    query="attributes.ProductAttributeGetParams",
)

PRODUCTS_ATTRIBUTES_UPDATE: Operation[ProductAttribute] = Operation(
    VERSION,
    "products.attributes.update",
    "PUT",
    "/products/attributes/{id}",
    "attributes.ProductAttribute",
    body="attributes.ProductAttributeUpdate",
)

PRODUCTS_ATTRIBUTES_DELETE: Operation[ProductAttribute] = Operation(
    VERSION,
    "products.attributes.delete",
    "DELETE",
    "/products/attributes/{id}",
    "attributes.ProductAttribute",
    query="attributes.ProductAttributeDeleteParams",
)

PRODUCTS_ATTRIBUTES_BATCH: Operation[ProductAttributeBatchResult] = Operation(
    VERSION,
    "products.attributes.batch",
    "POST",
    "/products/attributes/batch",
    "attributes.ProductAttributeBatchResult",
    "item_or_empty",
    body="attributes.ProductAttributeBatch",
    batch_limit=100,
)


class ProductsAttributes(Resource):
    """Global attributes, shared by all products, with the terms they can take."""

    @cached_property
    def terms(self) -> ProductsAttributesTerms:
        """Values of a global attribute, such as the sizes of Size."""
        from wooclient.v3.resources.attribute_terms import ProductsAttributesTerms

        return ProductsAttributesTerms(self._client)

    def list(self, **params: Unpack[ProductAttributeListParams]) -> Page[ProductAttribute]:
        """List product attributes.

        All attributes in one answer. Paging, searching and sorting parameters are ignored without a word.

        `GET /wp-json/wc/v3/products/attributes`.
        """
        return self._page(PRODUCTS_ATTRIBUTES_LIST, params)

    def create(self, **fields: Unpack[ProductAttributeCreate]) -> ProductAttribute:
        """Create a product attribute.

        Adds an attribute, still without terms. A slug that is taken, reserved by WordPress or longer than 28 bytes is
        refused.

        `POST /wp-json/wc/v3/products/attributes`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ProductAttributeGetParams]) -> ProductAttribute:
        """Get a product attribute.

        One attribute by its number. Its terms have a list of their own.

        `GET /wp-json/wc/v3/products/attributes/{id}`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[ProductAttributeUpdate]) -> ProductAttribute:
        """Update a product attribute.

        Changes an attribute. Send `slug` every time: without it the store makes a new slug from the name. Before
        WooCommerce 9.1 the other fields left out, except the name, fell back to their defaults too.

        `PUT /wp-json/wc/v3/products/attributes/{id}`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_UPDATE, fields, id)

    def delete(self, id: int, /, **params: Unpack[ProductAttributeDeleteParams]) -> ProductAttribute:
        """Delete a product attribute.

        Removes the attribute and all its terms for good, at once and without asking for `force`.

        `DELETE /wp-json/wc/v3/products/attributes/{id}`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_DELETE, params, id)

    def batch(self, **fields: Unpack[ProductAttributeBatch]) -> ProductAttributeBatchResult:
        """Create, update and delete attributes.

        Several changes to attributes at once. One that fails does not stop the others.

        `POST /wp-json/wc/v3/products/attributes/batch`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_BATCH, fields)


class AsyncProductsAttributes(AsyncResource):
    """Global attributes, shared by all products, with the terms they can take."""

    @cached_property
    def terms(self) -> AsyncProductsAttributesTerms:
        """Values of a global attribute, such as the sizes of Size."""
        from wooclient.v3.resources.attribute_terms import AsyncProductsAttributesTerms

        return AsyncProductsAttributesTerms(self._client)

    async def list(self, **params: Unpack[ProductAttributeListParams]) -> Page[ProductAttribute]:
        """List product attributes: `GET /wp-json/wc/v3/products/attributes`."""
        return await self._page(PRODUCTS_ATTRIBUTES_LIST, params)

    async def create(self, **fields: Unpack[ProductAttributeCreate]) -> ProductAttribute:
        """Create a product attribute: `POST /wp-json/wc/v3/products/attributes`."""
        return await self._call(PRODUCTS_ATTRIBUTES_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductAttributeGetParams]) -> ProductAttribute:
        """Get a product attribute: `GET /wp-json/wc/v3/products/attributes/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductAttributeUpdate]) -> ProductAttribute:
        """Update a product attribute: `PUT /wp-json/wc/v3/products/attributes/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_UPDATE, fields, id)

    async def delete(self, id: int, /, **params: Unpack[ProductAttributeDeleteParams]) -> ProductAttribute:
        """Delete a product attribute: `DELETE /wp-json/wc/v3/products/attributes/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_DELETE, params, id)

    async def batch(self, **fields: Unpack[ProductAttributeBatch]) -> ProductAttributeBatchResult:
        """Create, update and delete attributes: `POST /wp-json/wc/v3/products/attributes/batch`."""
        return await self._call(PRODUCTS_ATTRIBUTES_BATCH, fields)

"""Attributes of wc/v1."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v1._version import V1

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient.v1.models.attributes import ProductAttribute
    from wooclient.v1.models.attributes_batch import ProductAttributeBatchResult
    from wooclient.v1.params.attributes import (
        ProductAttributeBatch,
        ProductAttributeCreate,
        ProductAttributeDeleteParams,
        ProductAttributeGetParams,
        ProductAttributeListParams,
        ProductAttributeUpdate,
    )
    from wooclient.v1.resources.attribute_terms import AsyncProductsAttributesTerms, ProductsAttributesTerms

PRODUCTS_ATTRIBUTES_LIST: Operation[list[ProductAttribute]] = Operation(
    V1,
    "products.attributes.list",
    "GET",
    "/products/attributes",
    "attributes.ProductAttribute",
    "items",
    query="attributes.ProductAttributeListParams",
    paging="total",
)
PRODUCTS_ATTRIBUTES_CREATE: Operation[ProductAttribute] = Operation(
    V1,
    "products.attributes.create",
    "POST",
    "/products/attributes",
    "attributes.ProductAttribute",
    body="attributes.ProductAttributeCreate",
)
PRODUCTS_ATTRIBUTES_GET: Operation[ProductAttribute] = Operation(
    V1,
    "products.attributes.get",
    "GET",
    "/products/attributes/{id}",
    "attributes.ProductAttribute",
    query="attributes.ProductAttributeGetParams",
)
PRODUCTS_ATTRIBUTES_UPDATE: Operation[ProductAttribute] = Operation(
    V1,
    "products.attributes.update",
    "PUT",
    "/products/attributes/{id}",
    "attributes.ProductAttribute",
    body="attributes.ProductAttributeUpdate",
)
PRODUCTS_ATTRIBUTES_DELETE: Operation[ProductAttribute] = Operation(
    V1,
    "products.attributes.delete",
    "DELETE",
    "/products/attributes/{id}",
    "attributes.ProductAttribute",
    query="attributes.ProductAttributeDeleteParams",
)
PRODUCTS_ATTRIBUTES_BATCH: Operation[ProductAttributeBatchResult] = Operation(
    V1,
    "products.attributes.batch",
    "POST",
    "/products/attributes/batch",
    "attributes_batch.ProductAttributeBatchResult",
    "item_or_empty",
    body="attributes.ProductAttributeBatch",
    batch_limit=100,
)


class ProductsAttributes(Resource):
    """Global attributes, shared by all products, with the terms they can take."""

    @cached_property
    def terms(self) -> ProductsAttributesTerms:
        """Values of a global attribute, such as the sizes of Size."""
        from wooclient.v1.resources.attribute_terms import ProductsAttributesTerms

        return ProductsAttributesTerms(self._client)

    def list(self, **params: Unpack[ProductAttributeListParams]) -> Page[ProductAttribute]:
        """List product attributes: `GET /wp-json/wc/v1/products/attributes`."""
        return self._page(PRODUCTS_ATTRIBUTES_LIST, params)

    def create(self, **fields: Unpack[ProductAttributeCreate]) -> ProductAttribute:
        """Create a product attribute: `POST /wp-json/wc/v1/products/attributes`."""
        return self._call(PRODUCTS_ATTRIBUTES_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ProductAttributeGetParams]) -> ProductAttribute:
        """Get a product attribute: `GET /wp-json/wc/v1/products/attributes/{id}`."""
        return self._call(PRODUCTS_ATTRIBUTES_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[ProductAttributeUpdate]) -> ProductAttribute:
        """Update a product attribute: `PUT /wp-json/wc/v1/products/attributes/{id}`."""
        return self._call(PRODUCTS_ATTRIBUTES_UPDATE, fields, id)

    def save(self, record: ProductAttribute, /) -> ProductAttribute:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(PRODUCTS_ATTRIBUTES_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[ProductAttributeDeleteParams]) -> ProductAttribute:
        """Delete a product attribute: `DELETE /wp-json/wc/v1/products/attributes/{id}`."""
        return self._call(PRODUCTS_ATTRIBUTES_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductAttribute] | None = None,
        **fields: Unpack[ProductAttributeBatch],
    ) -> BatchResult[ProductAttribute]:
        """Create, update and delete attributes: `POST /wp-json/wc/v1/products/attributes/batch`."""
        return self._batch(
            PRODUCTS_ATTRIBUTES_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncProductsAttributes(AsyncResource):
    """Global attributes, shared by all products, with the terms they can take."""

    @cached_property
    def terms(self) -> AsyncProductsAttributesTerms:
        """Values of a global attribute, such as the sizes of Size."""
        from wooclient.v1.resources.attribute_terms import AsyncProductsAttributesTerms

        return AsyncProductsAttributesTerms(self._client)

    async def list(self, **params: Unpack[ProductAttributeListParams]) -> Page[ProductAttribute]:
        """List product attributes: `GET /wp-json/wc/v1/products/attributes`."""
        return await self._page(PRODUCTS_ATTRIBUTES_LIST, params)

    async def create(self, **fields: Unpack[ProductAttributeCreate]) -> ProductAttribute:
        """Create a product attribute: `POST /wp-json/wc/v1/products/attributes`."""
        return await self._call(PRODUCTS_ATTRIBUTES_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductAttributeGetParams]) -> ProductAttribute:
        """Get a product attribute: `GET /wp-json/wc/v1/products/attributes/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductAttributeUpdate]) -> ProductAttribute:
        """Update a product attribute: `PUT /wp-json/wc/v1/products/attributes/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_UPDATE, fields, id)

    async def save(self, record: ProductAttribute, /) -> ProductAttribute:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_ATTRIBUTES_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[ProductAttributeDeleteParams]) -> ProductAttribute:
        """Delete a product attribute: `DELETE /wp-json/wc/v1/products/attributes/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductAttribute] | None = None,
        **fields: Unpack[ProductAttributeBatch],
    ) -> BatchResult[ProductAttribute]:
        """Create, update and delete attributes: `POST /wp-json/wc/v1/products/attributes/batch`."""
        return await self._batch(
            PRODUCTS_ATTRIBUTES_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )

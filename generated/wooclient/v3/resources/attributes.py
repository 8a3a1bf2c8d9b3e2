"""Attributes of wc/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient.v3.models.attributes import ProductAttribute
    from wooclient.v3.models.attributes_batch import ProductAttributeBatchResult
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
    V3,
    "products.attributes.list",
    "GET",
    "/products/attributes",
    "attributes.ProductAttribute",
    "items",
    query="attributes.ProductAttributeListParams",
    paging="total",
)
PRODUCTS_ATTRIBUTES_CREATE: Operation[ProductAttribute] = Operation(
    V3,
    "products.attributes.create",
    "POST",
    "/products/attributes",
    "attributes.ProductAttribute",
    body="attributes.ProductAttributeCreate",
)
PRODUCTS_ATTRIBUTES_GET: Operation[ProductAttribute] = Operation(
    V3,
    "products.attributes.get",
    "GET",
    "/products/attributes/{id}",
    "attributes.ProductAttribute",
    query="attributes.ProductAttributeGetParams",
)
PRODUCTS_ATTRIBUTES_UPDATE: Operation[ProductAttribute] = Operation(
    V3,
    "products.attributes.update",
    "PUT",
    "/products/attributes/{id}",
    "attributes.ProductAttribute",
    body="attributes.ProductAttributeUpdate",
)
PRODUCTS_ATTRIBUTES_DELETE: Operation[ProductAttribute] = Operation(
    V3,
    "products.attributes.delete",
    "DELETE",
    "/products/attributes/{id}",
    "attributes.ProductAttribute",
    query="attributes.ProductAttributeDeleteParams",
)
PRODUCTS_ATTRIBUTES_BATCH: Operation[ProductAttributeBatchResult] = Operation(
    V3,
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
        from wooclient.v3.resources.attribute_terms import ProductsAttributesTerms

        return ProductsAttributesTerms(self._client)

    def list(self, **params: Unpack[ProductAttributeListParams]) -> Page[ProductAttribute]:
        """List product attributes.

        All attributes in one answer. Parameters for paging, searching and sorting have no effect.

        `GET /wp-json/wc/v3/products/attributes`.
        """
        return self._page(PRODUCTS_ATTRIBUTES_LIST, params)

    def create(self, **fields: Unpack[ProductAttributeCreate]) -> ProductAttribute:
        """Create a product attribute.

        Adds an attribute, at first without terms. A slug that is taken, reserved by WordPress or longer than 28 bytes
        is refused.

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

    def save(self, record: ProductAttribute, /) -> ProductAttribute:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(PRODUCTS_ATTRIBUTES_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[ProductAttributeDeleteParams]) -> ProductAttribute:
        """Delete a product attribute.

        Removes the attribute and all its terms permanently; `force` is not needed.

        `DELETE /wp-json/wc/v3/products/attributes/{id}`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductAttribute] | None = None,
        **fields: Unpack[ProductAttributeBatch],
    ) -> BatchResult[ProductAttribute]:
        """Create, update and delete attributes.

        Several changes to attributes at once. One that fails does not stop the others.

        `POST /wp-json/wc/v3/products/attributes/batch`.

        Any number of items may be given; they are sent in requests of the size that the store takes. The result holds
        one outcome for each item, in the order given. `on_outcome` is called with each as it arrives, as a
        `BatchOutcome` with its item; `on_progress` after each request with how many items are done and how many there
        are.

        `concurrency` is how many requests may be under way at once. One after the other, items are carried out in the
        order create, update, delete. With several at once, all creations still end before the first update begins, all
        updates before the first deletion, and no two requests are about the same id; for the rest, any order may
        happen. So leave it at 1 if an item depends on another one.

        Raises BatchInterrupted if a request fails, whatever the number of items: what came back is in it, and what is
        left can be given again, also from a file. After a cancellation or Ctrl-C, and after an error that a callback
        raises, `BatchInterrupted.of(error)` has the same. An item that is refused raises nothing; see
        `BatchResult.raise_for_errors`.
        """
        return self._batch(
            PRODUCTS_ATTRIBUTES_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


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

    async def save(self, record: ProductAttribute, /) -> ProductAttribute:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_ATTRIBUTES_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[ProductAttributeDeleteParams]) -> ProductAttribute:
        """Delete a product attribute: `DELETE /wp-json/wc/v3/products/attributes/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductAttribute] | None = None,
        **fields: Unpack[ProductAttributeBatch],
    ) -> BatchResult[ProductAttribute]:
        """Create, update and delete attributes: `POST /wp-json/wc/v3/products/attributes/batch`."""
        return await self._batch(
            PRODUCTS_ATTRIBUTES_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )

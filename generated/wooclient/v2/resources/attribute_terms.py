"""Attribute terms of wc/v2."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v2._version import V2

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v2.models.attribute_terms import ProductAttributeTerm
    from wooclient.v2.models.attribute_terms_batch import ProductAttributeTermBatchResult
    from wooclient.v2.params.attribute_terms import (
        ProductAttributeTermBatch,
        ProductAttributeTermCreate,
        ProductAttributeTermDeleteParams,
        ProductAttributeTermGetParams,
        ProductAttributeTermListParams,
        ProductAttributeTermUpdate,
    )

PRODUCTS_ATTRIBUTES_TERMS_LIST: Operation[list[ProductAttributeTerm]] = Operation(
    V2,
    "products.attributes.terms.list",
    "GET",
    "/products/attributes/{attribute_id}/terms",
    "attribute_terms.ProductAttributeTerm",
    "items",
    query="attribute_terms.ProductAttributeTermListParams",
    paging="pages",
)
PRODUCTS_ATTRIBUTES_TERMS_CREATE: Operation[ProductAttributeTerm] = Operation(
    V2,
    "products.attributes.terms.create",
    "POST",
    "/products/attributes/{attribute_id}/terms",
    "attribute_terms.ProductAttributeTerm",
    body="attribute_terms.ProductAttributeTermCreate",
)
PRODUCTS_ATTRIBUTES_TERMS_GET: Operation[ProductAttributeTerm] = Operation(
    V2,
    "products.attributes.terms.get",
    "GET",
    "/products/attributes/{attribute_id}/terms/{id}",
    "attribute_terms.ProductAttributeTerm",
    query="attribute_terms.ProductAttributeTermGetParams",
)
PRODUCTS_ATTRIBUTES_TERMS_UPDATE: Operation[ProductAttributeTerm] = Operation(
    V2,
    "products.attributes.terms.update",
    "PUT",
    "/products/attributes/{attribute_id}/terms/{id}",
    "attribute_terms.ProductAttributeTerm",
    body="attribute_terms.ProductAttributeTermUpdate",
)
PRODUCTS_ATTRIBUTES_TERMS_DELETE: Operation[ProductAttributeTerm] = Operation(
    V2,
    "products.attributes.terms.delete",
    "DELETE",
    "/products/attributes/{attribute_id}/terms/{id}",
    "attribute_terms.ProductAttributeTerm",
    query="attribute_terms.ProductAttributeTermDeleteParams",
)
PRODUCTS_ATTRIBUTES_TERMS_BATCH: Operation[ProductAttributeTermBatchResult] = Operation(
    V2,
    "products.attributes.terms.batch",
    "POST",
    "/products/attributes/{attribute_id}/terms/batch",
    "attribute_terms_batch.ProductAttributeTermBatchResult",
    "item_or_empty",
    body="attribute_terms.ProductAttributeTermBatch",
    batch_limit=100,
)


class ProductsAttributesTerms(Resource):
    """Values of a global attribute, such as the sizes of Size."""

    def list(
        self, attribute_id: int, /, **params: Unpack[ProductAttributeTermListParams]
    ) -> Page[ProductAttributeTerm]:
        """List terms of an attribute: `GET /wp-json/wc/v2/products/attributes/{attribute_id}/terms`."""
        return self._page(PRODUCTS_ATTRIBUTES_TERMS_LIST, params, attribute_id)

    def iter(
        self, attribute_id: int, /, *, prefetch: int = 0, **params: Unpack[ProductAttributeTermListParams]
    ) -> Iterator[ProductAttributeTerm]:
        """Walk all pages of products.attributes.terms.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_ATTRIBUTES_TERMS_LIST, params, attribute_id, prefetch=prefetch)

    def partitions(
        self, attribute_id: int, n: int, /, **params: Unpack[ProductAttributeTermListParams]
    ) -> tuple[Partition[ProductAttributeTerm], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return self._partitions(PRODUCTS_ATTRIBUTES_TERMS_LIST, n, params, attribute_id)

    def create(self, attribute_id: int, /, **fields: Unpack[ProductAttributeTermCreate]) -> ProductAttributeTerm:
        """Create a term of an attribute: `POST /wp-json/wc/v2/products/attributes/{attribute_id}/terms`."""
        return self._call(PRODUCTS_ATTRIBUTES_TERMS_CREATE, fields, attribute_id)

    def get(
        self, attribute_id: int, id: int, /, **params: Unpack[ProductAttributeTermGetParams]
    ) -> ProductAttributeTerm:
        """Get a term of an attribute: `GET /wp-json/wc/v2/products/attributes/{attribute_id}/terms/{id}`."""
        return self._call(PRODUCTS_ATTRIBUTES_TERMS_GET, params, attribute_id, id)

    def update(
        self, attribute_id: int, id: int, /, **fields: Unpack[ProductAttributeTermUpdate]
    ) -> ProductAttributeTerm:
        """Update a term of an attribute: `PUT /wp-json/wc/v2/products/attributes/{attribute_id}/terms/{id}`."""
        return self._call(PRODUCTS_ATTRIBUTES_TERMS_UPDATE, fields, attribute_id, id)

    @overload
    def save(self, record: ProductAttributeTerm, /) -> ProductAttributeTerm: ...

    @overload
    def save(self, attribute_id: int, record: ProductAttributeTerm, /) -> ProductAttributeTerm: ...

    def save(self, *given: int | ProductAttributeTerm) -> ProductAttributeTerm:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(PRODUCTS_ATTRIBUTES_TERMS_UPDATE, *given)

    def delete(
        self, attribute_id: int, id: int, /, **params: Unpack[ProductAttributeTermDeleteParams]
    ) -> ProductAttributeTerm:
        """Delete a term of an attribute: `DELETE /wp-json/wc/v2/products/attributes/{attribute_id}/terms/{id}`."""
        return self._call(PRODUCTS_ATTRIBUTES_TERMS_DELETE, params, attribute_id, id)

    def batch(
        self,
        attribute_id: int,
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductAttributeTerm] | None = None,
        **fields: Unpack[ProductAttributeTermBatch],
    ) -> BatchResult[ProductAttributeTerm]:
        """Create, update and delete terms: `POST /wp-json/wc/v2/products/attributes/{attribute_id}/terms/batch`."""
        return self._batch(
            PRODUCTS_ATTRIBUTES_TERMS_BATCH,
            fields,
            attribute_id,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )


class AsyncProductsAttributesTerms(AsyncResource):
    """Values of a global attribute, such as the sizes of Size."""

    async def list(
        self, attribute_id: int, /, **params: Unpack[ProductAttributeTermListParams]
    ) -> Page[ProductAttributeTerm]:
        """List terms of an attribute: `GET /wp-json/wc/v2/products/attributes/{attribute_id}/terms`."""
        return await self._page(PRODUCTS_ATTRIBUTES_TERMS_LIST, params, attribute_id)

    def iter(
        self, attribute_id: int, /, *, prefetch: int = 0, **params: Unpack[ProductAttributeTermListParams]
    ) -> AsyncIterator[ProductAttributeTerm]:
        """Walk all pages of products.attributes.terms.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_ATTRIBUTES_TERMS_LIST, params, attribute_id, prefetch=prefetch)

    async def partitions(
        self, attribute_id: int, n: int, /, **params: Unpack[ProductAttributeTermListParams]
    ) -> tuple[Partition[ProductAttributeTerm], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(PRODUCTS_ATTRIBUTES_TERMS_LIST, n, params, attribute_id)

    async def create(self, attribute_id: int, /, **fields: Unpack[ProductAttributeTermCreate]) -> ProductAttributeTerm:
        """Create a term of an attribute: `POST /wp-json/wc/v2/products/attributes/{attribute_id}/terms`."""
        return await self._call(PRODUCTS_ATTRIBUTES_TERMS_CREATE, fields, attribute_id)

    async def get(
        self, attribute_id: int, id: int, /, **params: Unpack[ProductAttributeTermGetParams]
    ) -> ProductAttributeTerm:
        """Get a term of an attribute: `GET /wp-json/wc/v2/products/attributes/{attribute_id}/terms/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_TERMS_GET, params, attribute_id, id)

    async def update(
        self, attribute_id: int, id: int, /, **fields: Unpack[ProductAttributeTermUpdate]
    ) -> ProductAttributeTerm:
        """Update a term of an attribute: `PUT /wp-json/wc/v2/products/attributes/{attribute_id}/terms/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_TERMS_UPDATE, fields, attribute_id, id)

    @overload
    async def save(self, record: ProductAttributeTerm, /) -> ProductAttributeTerm: ...

    @overload
    async def save(self, attribute_id: int, record: ProductAttributeTerm, /) -> ProductAttributeTerm: ...

    async def save(self, *given: int | ProductAttributeTerm) -> ProductAttributeTerm:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_ATTRIBUTES_TERMS_UPDATE, *given)

    async def delete(
        self, attribute_id: int, id: int, /, **params: Unpack[ProductAttributeTermDeleteParams]
    ) -> ProductAttributeTerm:
        """Delete a term of an attribute: `DELETE /wp-json/wc/v2/products/attributes/{attribute_id}/terms/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_TERMS_DELETE, params, attribute_id, id)

    async def batch(
        self,
        attribute_id: int,
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductAttributeTerm] | None = None,
        **fields: Unpack[ProductAttributeTermBatch],
    ) -> BatchResult[ProductAttributeTerm]:
        """Create, update and delete terms: `POST /wp-json/wc/v2/products/attributes/{attribute_id}/terms/batch`."""
        return await self._batch(
            PRODUCTS_ATTRIBUTES_TERMS_BATCH,
            fields,
            attribute_id,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )

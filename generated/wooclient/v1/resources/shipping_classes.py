"""Shipping classes of wc/v1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v1._version import V1

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v1.models.shipping_classes import ProductShippingClass
    from wooclient.v1.models.shipping_classes_batch import ProductShippingClassBatchResult
    from wooclient.v1.params.shipping_classes import (
        ProductShippingClassBatch,
        ProductShippingClassCreate,
        ProductShippingClassDeleteParams,
        ProductShippingClassGetParams,
        ProductShippingClassListParams,
        ProductShippingClassUpdate,
    )

PRODUCTS_SHIPPING_CLASSES_LIST: Operation[list[ProductShippingClass]] = Operation(
    V1,
    "products.shipping_classes.list",
    "GET",
    "/products/shipping_classes",
    "shipping_classes.ProductShippingClass",
    "items",
    query="shipping_classes.ProductShippingClassListParams",
    paging="pages",
)
PRODUCTS_SHIPPING_CLASSES_CREATE: Operation[ProductShippingClass] = Operation(
    V1,
    "products.shipping_classes.create",
    "POST",
    "/products/shipping_classes",
    "shipping_classes.ProductShippingClass",
    body="shipping_classes.ProductShippingClassCreate",
)
PRODUCTS_SHIPPING_CLASSES_GET: Operation[ProductShippingClass] = Operation(
    V1,
    "products.shipping_classes.get",
    "GET",
    "/products/shipping_classes/{id}",
    "shipping_classes.ProductShippingClass",
    query="shipping_classes.ProductShippingClassGetParams",
)
PRODUCTS_SHIPPING_CLASSES_UPDATE: Operation[ProductShippingClass] = Operation(
    V1,
    "products.shipping_classes.update",
    "PUT",
    "/products/shipping_classes/{id}",
    "shipping_classes.ProductShippingClass",
    body="shipping_classes.ProductShippingClassUpdate",
)
PRODUCTS_SHIPPING_CLASSES_DELETE: Operation[ProductShippingClass] = Operation(
    V1,
    "products.shipping_classes.delete",
    "DELETE",
    "/products/shipping_classes/{id}",
    "shipping_classes.ProductShippingClass",
    query="shipping_classes.ProductShippingClassDeleteParams",
)
PRODUCTS_SHIPPING_CLASSES_BATCH: Operation[ProductShippingClassBatchResult] = Operation(
    V1,
    "products.shipping_classes.batch",
    "POST",
    "/products/shipping_classes/batch",
    "shipping_classes_batch.ProductShippingClassBatchResult",
    "item_or_empty",
    body="shipping_classes.ProductShippingClassBatch",
    batch_limit=100,
)


class ProductsShippingClasses(Resource):
    """Kinds of goods that shipping methods can price differently."""

    def list(self, **params: Unpack[ProductShippingClassListParams]) -> Page[ProductShippingClass]:
        """List shipping classes: `GET /wp-json/wc/v1/products/shipping_classes`."""
        return self._page(PRODUCTS_SHIPPING_CLASSES_LIST, params)

    def iter(
        self, *, prefetch: int = 0, **params: Unpack[ProductShippingClassListParams]
    ) -> Iterator[ProductShippingClass]:
        """Walk all pages of products.shipping_classes.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_SHIPPING_CLASSES_LIST, params, prefetch=prefetch)

    def partitions(
        self, n: int, /, **params: Unpack[ProductShippingClassListParams]
    ) -> tuple[Partition[ProductShippingClass], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return self._partitions(PRODUCTS_SHIPPING_CLASSES_LIST, n, params)

    def create(self, **fields: Unpack[ProductShippingClassCreate]) -> ProductShippingClass:
        """Create a shipping class: `POST /wp-json/wc/v1/products/shipping_classes`."""
        return self._call(PRODUCTS_SHIPPING_CLASSES_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ProductShippingClassGetParams]) -> ProductShippingClass:
        """Get a shipping class: `GET /wp-json/wc/v1/products/shipping_classes/{id}`."""
        return self._call(PRODUCTS_SHIPPING_CLASSES_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[ProductShippingClassUpdate]) -> ProductShippingClass:
        """Update a shipping class: `PUT /wp-json/wc/v1/products/shipping_classes/{id}`."""
        return self._call(PRODUCTS_SHIPPING_CLASSES_UPDATE, fields, id)

    def save(self, record: ProductShippingClass, /) -> ProductShippingClass:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(PRODUCTS_SHIPPING_CLASSES_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[ProductShippingClassDeleteParams]) -> ProductShippingClass:
        """Delete a shipping class: `DELETE /wp-json/wc/v1/products/shipping_classes/{id}`."""
        return self._call(PRODUCTS_SHIPPING_CLASSES_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductShippingClass] | None = None,
        **fields: Unpack[ProductShippingClassBatch],
    ) -> BatchResult[ProductShippingClass]:
        """Create, update and delete shipping classes: `POST /wp-json/wc/v1/products/shipping_classes/batch`."""
        return self._batch(
            PRODUCTS_SHIPPING_CLASSES_BATCH,
            fields,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )


class AsyncProductsShippingClasses(AsyncResource):
    """Kinds of goods that shipping methods can price differently."""

    async def list(self, **params: Unpack[ProductShippingClassListParams]) -> Page[ProductShippingClass]:
        """List shipping classes: `GET /wp-json/wc/v1/products/shipping_classes`."""
        return await self._page(PRODUCTS_SHIPPING_CLASSES_LIST, params)

    def iter(
        self, *, prefetch: int = 0, **params: Unpack[ProductShippingClassListParams]
    ) -> AsyncIterator[ProductShippingClass]:
        """Walk all pages of products.shipping_classes.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_SHIPPING_CLASSES_LIST, params, prefetch=prefetch)

    async def partitions(
        self, n: int, /, **params: Unpack[ProductShippingClassListParams]
    ) -> tuple[Partition[ProductShippingClass], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(PRODUCTS_SHIPPING_CLASSES_LIST, n, params)

    async def create(self, **fields: Unpack[ProductShippingClassCreate]) -> ProductShippingClass:
        """Create a shipping class: `POST /wp-json/wc/v1/products/shipping_classes`."""
        return await self._call(PRODUCTS_SHIPPING_CLASSES_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductShippingClassGetParams]) -> ProductShippingClass:
        """Get a shipping class: `GET /wp-json/wc/v1/products/shipping_classes/{id}`."""
        return await self._call(PRODUCTS_SHIPPING_CLASSES_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductShippingClassUpdate]) -> ProductShippingClass:
        """Update a shipping class: `PUT /wp-json/wc/v1/products/shipping_classes/{id}`."""
        return await self._call(PRODUCTS_SHIPPING_CLASSES_UPDATE, fields, id)

    async def save(self, record: ProductShippingClass, /) -> ProductShippingClass:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_SHIPPING_CLASSES_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[ProductShippingClassDeleteParams]) -> ProductShippingClass:
        """Delete a shipping class: `DELETE /wp-json/wc/v1/products/shipping_classes/{id}`."""
        return await self._call(PRODUCTS_SHIPPING_CLASSES_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductShippingClass] | None = None,
        **fields: Unpack[ProductShippingClassBatch],
    ) -> BatchResult[ProductShippingClass]:
        """Create, update and delete shipping classes: `POST /wp-json/wc/v1/products/shipping_classes/batch`."""
        return await self._batch(
            PRODUCTS_SHIPPING_CLASSES_BATCH,
            fields,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )

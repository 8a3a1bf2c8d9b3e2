"""Tags of wc/v2."""

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
    from wooclient.v2.models.tags import ProductTag
    from wooclient.v2.models.tags_batch import ProductTagBatchResult
    from wooclient.v2.params.tags import (
        ProductTagBatch,
        ProductTagCreate,
        ProductTagDeleteParams,
        ProductTagGetParams,
        ProductTagListParams,
        ProductTagUpdate,
    )

PRODUCTS_TAGS_LIST: Operation[list[ProductTag]] = Operation(
    V2,
    "products.tags.list",
    "GET",
    "/products/tags",
    "tags.ProductTag",
    "items",
    query="tags.ProductTagListParams",
    paging="pages",
)
PRODUCTS_TAGS_CREATE: Operation[ProductTag] = Operation(
    V2, "products.tags.create", "POST", "/products/tags", "tags.ProductTag", body="tags.ProductTagCreate"
)
PRODUCTS_TAGS_GET: Operation[ProductTag] = Operation(
    V2, "products.tags.get", "GET", "/products/tags/{id}", "tags.ProductTag", query="tags.ProductTagGetParams"
)
PRODUCTS_TAGS_UPDATE: Operation[ProductTag] = Operation(
    V2, "products.tags.update", "PUT", "/products/tags/{id}", "tags.ProductTag", body="tags.ProductTagUpdate"
)
PRODUCTS_TAGS_DELETE: Operation[ProductTag] = Operation(
    V2, "products.tags.delete", "DELETE", "/products/tags/{id}", "tags.ProductTag", query="tags.ProductTagDeleteParams"
)
PRODUCTS_TAGS_BATCH: Operation[ProductTagBatchResult] = Operation(
    V2,
    "products.tags.batch",
    "POST",
    "/products/tags/batch",
    "tags_batch.ProductTagBatchResult",
    "item_or_empty",
    body="tags.ProductTagBatch",
    batch_limit=100,
)


class ProductsTags(Resource):
    """Free keywords on products."""

    def list(self, **params: Unpack[ProductTagListParams]) -> Page[ProductTag]:
        """List product tags: `GET /wp-json/wc/v2/products/tags`."""
        return self._page(PRODUCTS_TAGS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductTagListParams]) -> Iterator[ProductTag]:
        """Walk all pages of products.tags.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_TAGS_LIST, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[ProductTagListParams]) -> tuple[Partition[ProductTag], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return self._partitions(PRODUCTS_TAGS_LIST, n, params)

    def create(self, **fields: Unpack[ProductTagCreate]) -> ProductTag:
        """Create a product tag: `POST /wp-json/wc/v2/products/tags`."""
        return self._call(PRODUCTS_TAGS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ProductTagGetParams]) -> ProductTag:
        """Get a product tag: `GET /wp-json/wc/v2/products/tags/{id}`."""
        return self._call(PRODUCTS_TAGS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[ProductTagUpdate]) -> ProductTag:
        """Update a product tag: `PUT /wp-json/wc/v2/products/tags/{id}`."""
        return self._call(PRODUCTS_TAGS_UPDATE, fields, id)

    def save(self, record: ProductTag, /) -> ProductTag:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(PRODUCTS_TAGS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[ProductTagDeleteParams]) -> ProductTag:
        """Delete a product tag: `DELETE /wp-json/wc/v2/products/tags/{id}`."""
        return self._call(PRODUCTS_TAGS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductTag] | None = None,
        **fields: Unpack[ProductTagBatch],
    ) -> BatchResult[ProductTag]:
        """Create, update and delete tags: `POST /wp-json/wc/v2/products/tags/batch`."""
        return self._batch(
            PRODUCTS_TAGS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncProductsTags(AsyncResource):
    """Free keywords on products."""

    async def list(self, **params: Unpack[ProductTagListParams]) -> Page[ProductTag]:
        """List product tags: `GET /wp-json/wc/v2/products/tags`."""
        return await self._page(PRODUCTS_TAGS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[ProductTagListParams]) -> AsyncIterator[ProductTag]:
        """Walk all pages of products.tags.list. A page is read when its first item is taken."""
        return self._walk(PRODUCTS_TAGS_LIST, params, prefetch=prefetch)

    async def partitions(self, n: int, /, **params: Unpack[ProductTagListParams]) -> tuple[Partition[ProductTag], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(PRODUCTS_TAGS_LIST, n, params)

    async def create(self, **fields: Unpack[ProductTagCreate]) -> ProductTag:
        """Create a product tag: `POST /wp-json/wc/v2/products/tags`."""
        return await self._call(PRODUCTS_TAGS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductTagGetParams]) -> ProductTag:
        """Get a product tag: `GET /wp-json/wc/v2/products/tags/{id}`."""
        return await self._call(PRODUCTS_TAGS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductTagUpdate]) -> ProductTag:
        """Update a product tag: `PUT /wp-json/wc/v2/products/tags/{id}`."""
        return await self._call(PRODUCTS_TAGS_UPDATE, fields, id)

    async def save(self, record: ProductTag, /) -> ProductTag:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_TAGS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[ProductTagDeleteParams]) -> ProductTag:
        """Delete a product tag: `DELETE /wp-json/wc/v2/products/tags/{id}`."""
        return await self._call(PRODUCTS_TAGS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[ProductTag] | None = None,
        **fields: Unpack[ProductTagBatch],
    ) -> BatchResult[ProductTag]:
        """Create, update and delete tags: `POST /wp-json/wc/v2/products/tags/batch`."""
        return await self._batch(
            PRODUCTS_TAGS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )

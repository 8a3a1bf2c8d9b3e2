"""Tags of wc/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import VERSION

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v3.models.tags import ProductTag, ProductTagBatchResult
    from wooclient.v3.params.tags import (
        ProductTagBatch,
        ProductTagCreate,
        ProductTagDeleteParams,
        ProductTagGetParams,
        ProductTagListParams,
        ProductTagUpdate,
    )

PRODUCTS_TAGS_LIST: Operation[list[ProductTag]] = Operation(
    VERSION,
    "products.tags.list",
    "GET",
    "/products/tags",
    "tags.ProductTag",
    "items",
    query="tags.ProductTagListParams",
    paging="pages",
)

PRODUCTS_TAGS_CREATE: Operation[ProductTag] = Operation(
    VERSION, "products.tags.create", "POST", "/products/tags", "tags.ProductTag", body="tags.ProductTagCreate"
)

PRODUCTS_TAGS_GET: Operation[ProductTag] = Operation(
    VERSION, "products.tags.get", "GET", "/products/tags/{id}", "tags.ProductTag", query="tags.ProductTagGetParams"
)

PRODUCTS_TAGS_UPDATE: Operation[ProductTag] = Operation(
    VERSION, "products.tags.update", "PUT", "/products/tags/{id}", "tags.ProductTag", body="tags.ProductTagUpdate"
)

PRODUCTS_TAGS_DELETE: Operation[ProductTag] = Operation(
    VERSION,
    "products.tags.delete",
    "DELETE",
    "/products/tags/{id}",
    "tags.ProductTag",
    query="tags.ProductTagDeleteParams",
)

PRODUCTS_TAGS_BATCH: Operation[ProductTagBatchResult] = Operation(
    VERSION,
    "products.tags.batch",
    "POST",
    "/products/tags/batch",
    "tags.ProductTagBatchResult",
    "item_or_empty",
    body="tags.ProductTagBatch",
    batch_limit=100,
)


class ProductsTags(Resource):
    """Free keywords on products."""

    def list(self, **params: Unpack[ProductTagListParams]) -> Page[ProductTag]:
        """List product tags.

        One page of tags, by name from A to Z.

        `GET /wp-json/wc/v3/products/tags`.
        """
        return self._page(PRODUCTS_TAGS_LIST, params)

    def iter(self, **params: Unpack[ProductTagListParams]) -> Iterator[ProductTag]:
        """Walk all pages of products.tags.list, one request at a time, as items are taken."""
        return self._walk(PRODUCTS_TAGS_LIST, params)

    def create(self, **fields: Unpack[ProductTagCreate]) -> ProductTag:
        """Create a product tag.

        Adds a tag. If another tag has the name, the store refuses and tells its id, unless you send a slug of its own.

        `POST /wp-json/wc/v3/products/tags`.
        """
        return self._call(PRODUCTS_TAGS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ProductTagGetParams]) -> ProductTag:
        """Get a product tag.

        One tag by its number. Number 0 is answered with 500, not 404.

        `GET /wp-json/wc/v3/products/tags/{id}`.
        """
        return self._call(PRODUCTS_TAGS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[ProductTagUpdate]) -> ProductTag:
        """Update a product tag.

        Changes the fields that you send. A slug that another tag has is answered with 500.

        `PUT /wp-json/wc/v3/products/tags/{id}`.
        """
        return self._call(PRODUCTS_TAGS_UPDATE, fields, id)

    def delete(self, id: int, /, **params: Unpack[ProductTagDeleteParams]) -> ProductTag:
        """Delete a product tag.

        Removes the tag for good, from its products too; `force` has to be true.

        `DELETE /wp-json/wc/v3/products/tags/{id}`.
        """
        return self._call(PRODUCTS_TAGS_DELETE, params, id)

    def batch(self, **fields: Unpack[ProductTagBatch]) -> ProductTagBatchResult:
        """Create, update and delete tags.

        Several changes to tags at once. One that fails does not stop the others.

        `POST /wp-json/wc/v3/products/tags/batch`.
        """
        return self._call(PRODUCTS_TAGS_BATCH, fields)


class AsyncProductsTags(AsyncResource):
    """Free keywords on products."""

    async def list(self, **params: Unpack[ProductTagListParams]) -> Page[ProductTag]:
        """List product tags: `GET /wp-json/wc/v3/products/tags`."""
        return await self._page(PRODUCTS_TAGS_LIST, params)

    def iter(self, **params: Unpack[ProductTagListParams]) -> AsyncIterator[ProductTag]:
        """Walk all pages of products.tags.list, one request at a time, as items are taken."""
        return self._walk(PRODUCTS_TAGS_LIST, params)

    async def create(self, **fields: Unpack[ProductTagCreate]) -> ProductTag:
        """Create a product tag: `POST /wp-json/wc/v3/products/tags`."""
        return await self._call(PRODUCTS_TAGS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ProductTagGetParams]) -> ProductTag:
        """Get a product tag: `GET /wp-json/wc/v3/products/tags/{id}`."""
        return await self._call(PRODUCTS_TAGS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ProductTagUpdate]) -> ProductTag:
        """Update a product tag: `PUT /wp-json/wc/v3/products/tags/{id}`."""
        return await self._call(PRODUCTS_TAGS_UPDATE, fields, id)

    async def delete(self, id: int, /, **params: Unpack[ProductTagDeleteParams]) -> ProductTag:
        """Delete a product tag: `DELETE /wp-json/wc/v3/products/tags/{id}`."""
        return await self._call(PRODUCTS_TAGS_DELETE, params, id)

    async def batch(self, **fields: Unpack[ProductTagBatch]) -> ProductTagBatchResult:
        """Create, update and delete tags: `POST /wp-json/wc/v3/products/tags/batch`."""
        return await self._call(PRODUCTS_TAGS_BATCH, fields)

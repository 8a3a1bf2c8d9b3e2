"""Tags of wc-api/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v3._version import V3

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.legacy.v3.models.common import Message
    from wooclient.legacy.v3.models.tags import LegacyProductTag
    from wooclient.legacy.v3.params.tags import LegacyProductTagCreate, LegacyProductTagUpdate

PRODUCTS_TAGS_LIST: Operation[list[LegacyProductTag]] = Operation(
    V3,
    "products.tags.list",
    "GET",
    "/products/tags",
    "tags.LegacyProductTag",
    "items",
    paging="none",
    request_envelope="product_tags",
    answer_envelope="product_tags",
)
PRODUCTS_TAGS_CREATE: Operation[LegacyProductTag] = Operation(
    V3,
    "products.tags.create",
    "POST",
    "/products/tags",
    "tags.LegacyProductTag",
    body="tags.LegacyProductTagCreate",
    request_envelope="product_tag",
    answer_envelope="product_tag",
)
PRODUCTS_TAGS_GET: Operation[LegacyProductTag] = Operation(
    V3,
    "products.tags.get",
    "GET",
    "/products/tags/{id}",
    "tags.LegacyProductTag",
    request_envelope="product_tag",
    answer_envelope="product_tag",
)
PRODUCTS_TAGS_UPDATE: Operation[LegacyProductTag] = Operation(
    V3,
    "products.tags.update",
    "PUT",
    "/products/tags/{id}",
    "tags.LegacyProductTag",
    body="tags.LegacyProductTagUpdate",
    request_envelope="product_tag",
    answer_envelope="product_tag",
)
PRODUCTS_TAGS_DELETE: Operation[Message] = Operation(
    V3, "products.tags.delete", "DELETE", "/products/tags/{id}", "common.Message"
)


class ProductsTags(Resource):
    """Words that products are marked with."""

    def list(self) -> Page[LegacyProductTag]:
        """List tags.

        All tags in one answer, by name, the unused ones included.

        `GET /wc-api/v3/products/tags`.
        """
        return self._page(PRODUCTS_TAGS_LIST, {})

    def create(self, **fields: Unpack[LegacyProductTagCreate]) -> LegacyProductTag:
        """Create a tag.

        A new tag.

        `POST /wc-api/v3/products/tags`.
        """
        return self._call(PRODUCTS_TAGS_CREATE, fields)

    def get(self, id: int, /) -> LegacyProductTag:
        """Get a tag.

        One tag.

        `GET /wc-api/v3/products/tags/{id}`.
        """
        return self._call(PRODUCTS_TAGS_GET, {}, id)

    def update(self, id: int, /, **fields: Unpack[LegacyProductTagUpdate]) -> LegacyProductTag:
        """Change a tag.

        Changes what is sent and leaves the rest.

        `PUT /wc-api/v3/products/tags/{id}`.
        """
        return self._call(PRODUCTS_TAGS_UPDATE, fields, id)

    def save(self, record: LegacyProductTag, /) -> LegacyProductTag:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(PRODUCTS_TAGS_UPDATE, record)

    def delete(self, id: int, /) -> Message:
        """Delete a tag.

        Deletes the tag permanently; its products stay. One that does not exist is refused with 401.

        `DELETE /wc-api/v3/products/tags/{id}`.
        """
        return self._call(PRODUCTS_TAGS_DELETE, {}, id)


class AsyncProductsTags(AsyncResource):
    """Words that products are marked with."""

    async def list(self) -> Page[LegacyProductTag]:
        """List tags: `GET /wc-api/v3/products/tags`."""
        return await self._page(PRODUCTS_TAGS_LIST, {})

    async def create(self, **fields: Unpack[LegacyProductTagCreate]) -> LegacyProductTag:
        """Create a tag: `POST /wc-api/v3/products/tags`."""
        return await self._call(PRODUCTS_TAGS_CREATE, fields)

    async def get(self, id: int, /) -> LegacyProductTag:
        """Get a tag: `GET /wc-api/v3/products/tags/{id}`."""
        return await self._call(PRODUCTS_TAGS_GET, {}, id)

    async def update(self, id: int, /, **fields: Unpack[LegacyProductTagUpdate]) -> LegacyProductTag:
        """Change a tag: `PUT /wc-api/v3/products/tags/{id}`."""
        return await self._call(PRODUCTS_TAGS_UPDATE, fields, id)

    async def save(self, record: LegacyProductTag, /) -> LegacyProductTag:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_TAGS_UPDATE, record)

    async def delete(self, id: int, /) -> Message:
        """Delete a tag: `DELETE /wc-api/v3/products/tags/{id}`."""
        return await self._call(PRODUCTS_TAGS_DELETE, {}, id)

"""Attributes of wc-api/v2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v2._version import V2

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.legacy.v2.models.attributes import LegacyAttribute
    from wooclient.legacy.v2.models.common import Message
    from wooclient.legacy.v2.params.attributes import LegacyAttributeCreate, LegacyAttributeUpdate

PRODUCTS_ATTRIBUTES_LIST: Operation[list[LegacyAttribute]] = Operation(
    V2,
    "products.attributes.list",
    "GET",
    "/products/attributes",
    "attributes.LegacyAttribute",
    "items",
    paging="none",
    request_envelope="product_attributes",
    answer_envelope="product_attributes",
)
PRODUCTS_ATTRIBUTES_CREATE: Operation[LegacyAttribute] = Operation(
    V2,
    "products.attributes.create",
    "POST",
    "/products/attributes",
    "attributes.LegacyAttribute",
    body="attributes.LegacyAttributeCreate",
    request_envelope="product_attribute",
    answer_envelope="product_attribute",
)
PRODUCTS_ATTRIBUTES_GET: Operation[LegacyAttribute] = Operation(
    V2,
    "products.attributes.get",
    "GET",
    "/products/attributes/{id}",
    "attributes.LegacyAttribute",
    request_envelope="product_attribute",
    answer_envelope="product_attribute",
)
PRODUCTS_ATTRIBUTES_UPDATE: Operation[LegacyAttribute] = Operation(
    V2,
    "products.attributes.update",
    "PUT",
    "/products/attributes/{id}",
    "attributes.LegacyAttribute",
    body="attributes.LegacyAttributeUpdate",
    request_envelope="product_attribute",
    answer_envelope="product_attribute",
)
PRODUCTS_ATTRIBUTES_DELETE: Operation[Message] = Operation(
    V2, "products.attributes.delete", "DELETE", "/products/attributes/{id}", "common.Message"
)


class ProductsAttributes(Resource):
    """Traits that products of the whole shop may share."""

    def list(self) -> Page[LegacyAttribute]:
        """List attributes: `GET /wc-api/v2/products/attributes`."""
        return self._page(PRODUCTS_ATTRIBUTES_LIST, {})

    def create(self, **fields: Unpack[LegacyAttributeCreate]) -> LegacyAttribute:
        """Create an attribute: `POST /wc-api/v2/products/attributes`."""
        return self._call(PRODUCTS_ATTRIBUTES_CREATE, fields)

    def get(self, id: int, /) -> LegacyAttribute:
        """Get an attribute: `GET /wc-api/v2/products/attributes/{id}`."""
        return self._call(PRODUCTS_ATTRIBUTES_GET, {}, id)

    def update(self, id: int, /, **fields: Unpack[LegacyAttributeUpdate]) -> LegacyAttribute:
        """Change an attribute: `PUT /wc-api/v2/products/attributes/{id}`."""
        return self._call(PRODUCTS_ATTRIBUTES_UPDATE, fields, id)

    def save(self, record: LegacyAttribute, /) -> LegacyAttribute:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(PRODUCTS_ATTRIBUTES_UPDATE, record)

    def delete(self, id: int, /) -> Message:
        """Delete an attribute: `DELETE /wc-api/v2/products/attributes/{id}`."""
        return self._call(PRODUCTS_ATTRIBUTES_DELETE, {}, id)


class AsyncProductsAttributes(AsyncResource):
    """Traits that products of the whole shop may share."""

    async def list(self) -> Page[LegacyAttribute]:
        """List attributes: `GET /wc-api/v2/products/attributes`."""
        return await self._page(PRODUCTS_ATTRIBUTES_LIST, {})

    async def create(self, **fields: Unpack[LegacyAttributeCreate]) -> LegacyAttribute:
        """Create an attribute: `POST /wc-api/v2/products/attributes`."""
        return await self._call(PRODUCTS_ATTRIBUTES_CREATE, fields)

    async def get(self, id: int, /) -> LegacyAttribute:
        """Get an attribute: `GET /wc-api/v2/products/attributes/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_GET, {}, id)

    async def update(self, id: int, /, **fields: Unpack[LegacyAttributeUpdate]) -> LegacyAttribute:
        """Change an attribute: `PUT /wc-api/v2/products/attributes/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_UPDATE, fields, id)

    async def save(self, record: LegacyAttribute, /) -> LegacyAttribute:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_ATTRIBUTES_UPDATE, record)

    async def delete(self, id: int, /) -> Message:
        """Delete an attribute: `DELETE /wc-api/v2/products/attributes/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_DELETE, {}, id)

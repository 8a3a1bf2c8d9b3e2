"""Attributes of wc-api/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v3._version import V3

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.legacy.v3.models.attributes import LegacyAttribute, LegacyAttributeTerm
    from wooclient.legacy.v3.models.common import Message
    from wooclient.legacy.v3.params.attributes import (
        LegacyAttributeCreate,
        LegacyAttributeTermCreate,
        LegacyAttributeTermUpdate,
        LegacyAttributeUpdate,
    )

PRODUCTS_ATTRIBUTES_LIST: Operation[list[LegacyAttribute]] = Operation(
    V3,
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
    V3,
    "products.attributes.create",
    "POST",
    "/products/attributes",
    "attributes.LegacyAttribute",
    body="attributes.LegacyAttributeCreate",
    request_envelope="product_attribute",
    answer_envelope="product_attribute",
)
PRODUCTS_ATTRIBUTES_GET: Operation[LegacyAttribute] = Operation(
    V3,
    "products.attributes.get",
    "GET",
    "/products/attributes/{id}",
    "attributes.LegacyAttribute",
    request_envelope="product_attribute",
    answer_envelope="product_attribute",
)
PRODUCTS_ATTRIBUTES_UPDATE: Operation[LegacyAttribute] = Operation(
    V3,
    "products.attributes.update",
    "PUT",
    "/products/attributes/{id}",
    "attributes.LegacyAttribute",
    body="attributes.LegacyAttributeUpdate",
    request_envelope="product_attribute",
    answer_envelope="product_attribute",
)
PRODUCTS_ATTRIBUTES_DELETE: Operation[Message] = Operation(
    V3, "products.attributes.delete", "DELETE", "/products/attributes/{id}", "common.Message"
)
PRODUCTS_ATTRIBUTES_TERMS_LIST: Operation[list[LegacyAttributeTerm]] = Operation(
    V3,
    "products.attributes.terms.list",
    "GET",
    "/products/attributes/{attribute_id}/terms",
    "attributes.LegacyAttributeTerm",
    "items",
    paging="none",
    request_envelope="product_attribute_terms",
    answer_envelope="product_attribute_terms",
)
PRODUCTS_ATTRIBUTES_TERMS_CREATE: Operation[LegacyAttributeTerm] = Operation(
    V3,
    "products.attributes.terms.create",
    "POST",
    "/products/attributes/{attribute_id}/terms",
    "attributes.LegacyAttributeTerm",
    body="attributes.LegacyAttributeTermCreate",
    request_envelope="product_attribute_term",
    answer_envelope="product_attribute_term",
)
PRODUCTS_ATTRIBUTES_TERMS_GET: Operation[LegacyAttributeTerm] = Operation(
    V3,
    "products.attributes.terms.get",
    "GET",
    "/products/attributes/{attribute_id}/terms/{id}",
    "attributes.LegacyAttributeTerm",
    request_envelope="product_attribute_term",
    answer_envelope="product_attribute_term",
)
PRODUCTS_ATTRIBUTES_TERMS_UPDATE: Operation[LegacyAttributeTerm] = Operation(
    V3,
    "products.attributes.terms.update",
    "PUT",
    "/products/attributes/{attribute_id}/terms/{id}",
    "attributes.LegacyAttributeTerm",
    body="attributes.LegacyAttributeTermUpdate",
    request_envelope="product_attribute_term",
    answer_envelope="product_attribute_term",
)
PRODUCTS_ATTRIBUTES_TERMS_DELETE: Operation[Message] = Operation(
    V3, "products.attributes.terms.delete", "DELETE", "/products/attributes/{attribute_id}/terms/{id}", "common.Message"
)


class ProductsAttributes(Resource):
    """Traits that products of the whole shop may share."""

    @cached_property
    def terms(self) -> ProductsAttributesTerms:
        """The values of such a trait."""
        return ProductsAttributesTerms(self._client)

    def list(self) -> Page[LegacyAttribute]:
        """List attributes.

        All attributes of the shop in one answer, by name.

        `GET /wc-api/v3/products/attributes`.
        """
        return self._page(PRODUCTS_ATTRIBUTES_LIST, {})

    def create(self, **fields: Unpack[LegacyAttributeCreate]) -> LegacyAttribute:
        """Create an attribute.

        A new attribute, without values yet. They can be added from the next request on.

        `POST /wc-api/v3/products/attributes`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_CREATE, fields)

    def get(self, id: int, /) -> LegacyAttribute:
        """Get an attribute.

        One attribute, without its values.

        `GET /wc-api/v3/products/attributes/{id}`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_GET, {}, id)

    def update(self, id: int, /, **fields: Unpack[LegacyAttributeUpdate]) -> LegacyAttribute:
        """Change an attribute.

        Changes what is sent and leaves the rest. A new slug cuts the attribute off from the values it had.

        `PUT /wc-api/v3/products/attributes/{id}`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_UPDATE, fields, id)

    def save(self, record: LegacyAttribute, /) -> LegacyAttribute:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(PRODUCTS_ATTRIBUTES_UPDATE, record)

    def delete(self, id: int, /) -> Message:
        """Delete an attribute.

        Deletes the attribute and its values permanently.

        `DELETE /wc-api/v3/products/attributes/{id}`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_DELETE, {}, id)


class AsyncProductsAttributes(AsyncResource):
    """Traits that products of the whole shop may share."""

    @cached_property
    def terms(self) -> AsyncProductsAttributesTerms:
        """The values of such a trait."""
        return AsyncProductsAttributesTerms(self._client)

    async def list(self) -> Page[LegacyAttribute]:
        """List attributes: `GET /wc-api/v3/products/attributes`."""
        return await self._page(PRODUCTS_ATTRIBUTES_LIST, {})

    async def create(self, **fields: Unpack[LegacyAttributeCreate]) -> LegacyAttribute:
        """Create an attribute: `POST /wc-api/v3/products/attributes`."""
        return await self._call(PRODUCTS_ATTRIBUTES_CREATE, fields)

    async def get(self, id: int, /) -> LegacyAttribute:
        """Get an attribute: `GET /wc-api/v3/products/attributes/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_GET, {}, id)

    async def update(self, id: int, /, **fields: Unpack[LegacyAttributeUpdate]) -> LegacyAttribute:
        """Change an attribute: `PUT /wc-api/v3/products/attributes/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_UPDATE, fields, id)

    async def save(self, record: LegacyAttribute, /) -> LegacyAttribute:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_ATTRIBUTES_UPDATE, record)

    async def delete(self, id: int, /) -> Message:
        """Delete an attribute: `DELETE /wc-api/v3/products/attributes/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_DELETE, {}, id)


class ProductsAttributesTerms(Resource):
    """The values of such a trait."""

    def list(self, attribute_id: int, /) -> Page[LegacyAttributeTerm]:
        """List the values of an attribute.

        All values of the attribute in one answer, the unused ones included.

        `GET /wc-api/v3/products/attributes/{attribute_id}/terms`.
        """
        return self._page(PRODUCTS_ATTRIBUTES_TERMS_LIST, {}, attribute_id)

    def create(self, attribute_id: int, /, **fields: Unpack[LegacyAttributeTermCreate]) -> LegacyAttributeTerm:
        """Create a value of an attribute.

        A new value. Current WooCommerce releases never find the attribute here and answer 404; wc/v3 can do it.

        `POST /wc-api/v3/products/attributes/{attribute_id}/terms`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_TERMS_CREATE, fields, attribute_id)

    def get(self, attribute_id: int, id: int, /) -> LegacyAttributeTerm:
        """Get a value of an attribute.

        One value.

        `GET /wc-api/v3/products/attributes/{attribute_id}/terms/{id}`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_TERMS_GET, {}, attribute_id, id)

    def update(self, attribute_id: int, id: int, /, **fields: Unpack[LegacyAttributeTermUpdate]) -> LegacyAttributeTerm:
        """Change a value of an attribute.

        Changes name or slug of a value; one that does not exist is refused with 400. Current WooCommerce releases
        answer 404 to all.

        `PUT /wc-api/v3/products/attributes/{attribute_id}/terms/{id}`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_TERMS_UPDATE, fields, attribute_id, id)

    @overload
    def save(self, record: LegacyAttributeTerm, /) -> LegacyAttributeTerm: ...

    @overload
    def save(self, attribute_id: int, record: LegacyAttributeTerm, /) -> LegacyAttributeTerm: ...

    def save(self, *given: int | LegacyAttributeTerm) -> LegacyAttributeTerm:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets. The model knows the attribute_id that it was read with, which need not be given.
        """
        return self._save(PRODUCTS_ATTRIBUTES_TERMS_UPDATE, *given)

    def delete(self, attribute_id: int, id: int, /) -> Message:
        """Delete a value of an attribute.

        Deletes the value permanently; its products stay. Current WooCommerce releases answer 404 to all.

        `DELETE /wc-api/v3/products/attributes/{attribute_id}/terms/{id}`.
        """
        return self._call(PRODUCTS_ATTRIBUTES_TERMS_DELETE, {}, attribute_id, id)


class AsyncProductsAttributesTerms(AsyncResource):
    """The values of such a trait."""

    async def list(self, attribute_id: int, /) -> Page[LegacyAttributeTerm]:
        """List the values of an attribute: `GET /wc-api/v3/products/attributes/{attribute_id}/terms`."""
        return await self._page(PRODUCTS_ATTRIBUTES_TERMS_LIST, {}, attribute_id)

    async def create(self, attribute_id: int, /, **fields: Unpack[LegacyAttributeTermCreate]) -> LegacyAttributeTerm:
        """Create a value of an attribute: `POST /wc-api/v3/products/attributes/{attribute_id}/terms`."""
        return await self._call(PRODUCTS_ATTRIBUTES_TERMS_CREATE, fields, attribute_id)

    async def get(self, attribute_id: int, id: int, /) -> LegacyAttributeTerm:
        """Get a value of an attribute: `GET /wc-api/v3/products/attributes/{attribute_id}/terms/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_TERMS_GET, {}, attribute_id, id)

    async def update(
        self, attribute_id: int, id: int, /, **fields: Unpack[LegacyAttributeTermUpdate]
    ) -> LegacyAttributeTerm:
        """Change a value of an attribute: `PUT /wc-api/v3/products/attributes/{attribute_id}/terms/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_TERMS_UPDATE, fields, attribute_id, id)

    @overload
    async def save(self, record: LegacyAttributeTerm, /) -> LegacyAttributeTerm: ...

    @overload
    async def save(self, attribute_id: int, record: LegacyAttributeTerm, /) -> LegacyAttributeTerm: ...

    async def save(self, *given: int | LegacyAttributeTerm) -> LegacyAttributeTerm:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_ATTRIBUTES_TERMS_UPDATE, *given)

    async def delete(self, attribute_id: int, id: int, /) -> Message:
        """Delete a value of an attribute: `DELETE /wc-api/v3/products/attributes/{attribute_id}/terms/{id}`."""
        return await self._call(PRODUCTS_ATTRIBUTES_TERMS_DELETE, {}, attribute_id, id)

"""Shipping classes of wc-api/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v3._version import V3

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.legacy.v3.models.common import Message
    from wooclient.legacy.v3.models.shipping_classes import LegacyProductShippingClass
    from wooclient.legacy.v3.params.shipping_classes import (
        LegacyProductShippingClassCreate,
        LegacyProductShippingClassUpdate,
    )

PRODUCTS_SHIPPING_CLASSES_LIST: Operation[list[LegacyProductShippingClass]] = Operation(
    V3,
    "products.shipping_classes.list",
    "GET",
    "/products/shipping_classes",
    "shipping_classes.LegacyProductShippingClass",
    "items",
    paging="none",
    request_envelope="product_shipping_classes",
    answer_envelope="product_shipping_classes",
)
PRODUCTS_SHIPPING_CLASSES_CREATE: Operation[LegacyProductShippingClass] = Operation(
    V3,
    "products.shipping_classes.create",
    "POST",
    "/products/shipping_classes",
    "shipping_classes.LegacyProductShippingClass",
    body="shipping_classes.LegacyProductShippingClassCreate",
    request_envelope="product_shipping_class",
    answer_envelope="product_shipping_class",
)
PRODUCTS_SHIPPING_CLASSES_GET: Operation[LegacyProductShippingClass] = Operation(
    V3,
    "products.shipping_classes.get",
    "GET",
    "/products/shipping_classes/{id}",
    "shipping_classes.LegacyProductShippingClass",
    request_envelope="product_shipping_class",
    answer_envelope="product_shipping_class",
)
PRODUCTS_SHIPPING_CLASSES_UPDATE: Operation[LegacyProductShippingClass] = Operation(
    V3,
    "products.shipping_classes.update",
    "PUT",
    "/products/shipping_classes/{id}",
    "shipping_classes.LegacyProductShippingClass",
    body="shipping_classes.LegacyProductShippingClassUpdate",
    request_envelope="product_shipping_class",
    answer_envelope="product_shipping_class",
)
PRODUCTS_SHIPPING_CLASSES_DELETE: Operation[Message] = Operation(
    V3, "products.shipping_classes.delete", "DELETE", "/products/shipping_classes/{id}", "common.Message"
)


class ProductsShippingClasses(Resource):
    """Groups of products that cost the same to ship."""

    def list(self) -> Page[LegacyProductShippingClass]:
        """List shipping classes.

        All shipping classes in one answer, by name, the unused ones included.

        `GET /wc-api/v3/products/shipping_classes`.
        """
        return self._page(PRODUCTS_SHIPPING_CLASSES_LIST, {})

    def create(self, **fields: Unpack[LegacyProductShippingClassCreate]) -> LegacyProductShippingClass:
        """Create a shipping class.

        A new shipping class.

        `POST /wc-api/v3/products/shipping_classes`.
        """
        return self._call(PRODUCTS_SHIPPING_CLASSES_CREATE, fields)

    def get(self, id: int, /) -> LegacyProductShippingClass:
        """Get a shipping class.

        One shipping class.

        `GET /wc-api/v3/products/shipping_classes/{id}`.
        """
        return self._call(PRODUCTS_SHIPPING_CLASSES_GET, {}, id)

    def update(self, id: int, /, **fields: Unpack[LegacyProductShippingClassUpdate]) -> LegacyProductShippingClass:
        """Change a shipping class.

        Changes what is sent and leaves the rest.

        `PUT /wc-api/v3/products/shipping_classes/{id}`.
        """
        return self._call(PRODUCTS_SHIPPING_CLASSES_UPDATE, fields, id)

    def save(self, record: LegacyProductShippingClass, /) -> LegacyProductShippingClass:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(PRODUCTS_SHIPPING_CLASSES_UPDATE, record)

    def delete(self, id: int, /) -> Message:
        """Delete a shipping class.

        Deletes the shipping class permanently; its products stay. One that does not exist is refused with 401.

        `DELETE /wc-api/v3/products/shipping_classes/{id}`.
        """
        return self._call(PRODUCTS_SHIPPING_CLASSES_DELETE, {}, id)


class AsyncProductsShippingClasses(AsyncResource):
    """Groups of products that cost the same to ship."""

    async def list(self) -> Page[LegacyProductShippingClass]:
        """List shipping classes: `GET /wc-api/v3/products/shipping_classes`."""
        return await self._page(PRODUCTS_SHIPPING_CLASSES_LIST, {})

    async def create(self, **fields: Unpack[LegacyProductShippingClassCreate]) -> LegacyProductShippingClass:
        """Create a shipping class: `POST /wc-api/v3/products/shipping_classes`."""
        return await self._call(PRODUCTS_SHIPPING_CLASSES_CREATE, fields)

    async def get(self, id: int, /) -> LegacyProductShippingClass:
        """Get a shipping class: `GET /wc-api/v3/products/shipping_classes/{id}`."""
        return await self._call(PRODUCTS_SHIPPING_CLASSES_GET, {}, id)

    async def update(
        self, id: int, /, **fields: Unpack[LegacyProductShippingClassUpdate]
    ) -> LegacyProductShippingClass:
        """Change a shipping class: `PUT /wc-api/v3/products/shipping_classes/{id}`."""
        return await self._call(PRODUCTS_SHIPPING_CLASSES_UPDATE, fields, id)

    async def save(self, record: LegacyProductShippingClass, /) -> LegacyProductShippingClass:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(PRODUCTS_SHIPPING_CLASSES_UPDATE, record)

    async def delete(self, id: int, /) -> Message:
        """Delete a shipping class: `DELETE /wc-api/v3/products/shipping_classes/{id}`."""
        return await self._call(PRODUCTS_SHIPPING_CLASSES_DELETE, {}, id)

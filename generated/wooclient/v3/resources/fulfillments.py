"""Fulfillments of wc/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v3.models.fulfillments import (
        Fulfillment,
        FulfillmentDeleted,
        FulfillmentMeta,
        FulfillmentTrackingFound,
    )
    from wooclient.v3.params.fulfillments import (
        FulfillmentCreate,
        FulfillmentMetaUpdate,
        FulfillmentUpdate,
        OrderFulfillmentDeleteParams,
        OrderFulfillmentGetParams,
        OrderFulfillmentListParams,
        OrderFulfillmentLookupParams,
        OrderFulfillmentMetadataDeleteParams,
        OrderFulfillmentMetadataListParams,
    )

ORDERS_FULFILLMENTS_LIST: Operation[list[Fulfillment]] = Operation(
    V3,
    "orders.fulfillments.list",
    "GET",
    "/orders/{order_id}/fulfillments",
    "fulfillments.Fulfillment",
    "items",
    query="fulfillments.OrderFulfillmentListParams",
    paging="none",
)
ORDERS_FULFILLMENTS_CREATE: Operation[Fulfillment] = Operation(
    V3,
    "orders.fulfillments.create",
    "POST",
    "/orders/{order_id}/fulfillments",
    "fulfillments.Fulfillment",
    body="fulfillments.FulfillmentCreate",
)
ORDERS_FULFILLMENTS_LOOKUP: Operation[FulfillmentTrackingFound] = Operation(
    V3,
    "orders.fulfillments.lookup",
    "GET",
    "/orders/{order_id}/fulfillments/lookup",
    "fulfillments.FulfillmentTrackingFound",
    "item_or_empty",
    query="fulfillments.OrderFulfillmentLookupParams",
)
ORDERS_FULFILLMENTS_GET: Operation[Fulfillment] = Operation(
    V3,
    "orders.fulfillments.get",
    "GET",
    "/orders/{order_id}/fulfillments/{fulfillment_id}",
    "fulfillments.Fulfillment",
    query="fulfillments.OrderFulfillmentGetParams",
)
ORDERS_FULFILLMENTS_UPDATE: Operation[Fulfillment] = Operation(
    V3,
    "orders.fulfillments.update",
    "PUT",
    "/orders/{order_id}/fulfillments/{fulfillment_id}",
    "fulfillments.Fulfillment",
    body="fulfillments.FulfillmentUpdate",
)
ORDERS_FULFILLMENTS_DELETE: Operation[FulfillmentDeleted] = Operation(
    V3,
    "orders.fulfillments.delete",
    "DELETE",
    "/orders/{order_id}/fulfillments/{fulfillment_id}",
    "fulfillments.FulfillmentDeleted",
    query="fulfillments.OrderFulfillmentDeleteParams",
)
ORDERS_FULFILLMENTS_METADATA_LIST: Operation[list[FulfillmentMeta]] = Operation(
    V3,
    "orders.fulfillments.metadata.list",
    "GET",
    "/orders/{order_id}/fulfillments/{fulfillment_id}/metadata",
    "fulfillments.FulfillmentMeta",
    "items",
    query="fulfillments.OrderFulfillmentMetadataListParams",
    paging="none",
)
ORDERS_FULFILLMENTS_METADATA_UPDATE: Operation[list[FulfillmentMeta]] = Operation(
    V3,
    "orders.fulfillments.metadata.update",
    "PUT",
    "/orders/{order_id}/fulfillments/{fulfillment_id}/metadata",
    "fulfillments.FulfillmentMeta",
    "items",
    body="fulfillments.FulfillmentMetaUpdate",
)
ORDERS_FULFILLMENTS_METADATA_DELETE: Operation[list[FulfillmentMeta]] = Operation(
    V3,
    "orders.fulfillments.metadata.delete",
    "DELETE",
    "/orders/{order_id}/fulfillments/{fulfillment_id}/metadata",
    "fulfillments.FulfillmentMeta",
    "items",
    query="fulfillments.OrderFulfillmentMetadataDeleteParams",
)


class OrdersFulfillments(Resource):
    """Parcels of one order, where the store keeps track of them."""

    @cached_property
    def metadata(self) -> OrdersFulfillmentsMetadata:
        """Custom fields of one parcel."""
        return OrdersFulfillmentsMetadata(self._client)

    def list(self, order_id: int, /, **params: Unpack[OrderFulfillmentListParams]) -> Page[Fulfillment]:
        """List fulfillments of an order.

        All fulfillments of an order that were not deleted, oldest first, without totals. Stores serve these routes only
        while the feature "Order Fulfillments" is switched on, which it is not at first. New in WooCommerce 10.3.

        `GET /wp-json/wc/v3/orders/{order_id}/fulfillments`.
        """
        return self._page(ORDERS_FULFILLMENTS_LIST, params, order_id)

    def create(self, order_id: int, /, **fields: Unpack[FulfillmentCreate]) -> Fulfillment:
        """Add a fulfillment to an order.

        Adds a fulfillment. It needs a `status`, and among `meta_data` one called `_items`, a list such as `[{"item_id":
        12, "qty": 1}]` with numbers of lines of the order. The store checks neither that the lines exist nor that so
        many pieces are left. The order gets the custom field `_fulfillment_status`. New in WooCommerce 10.3.

        `POST /wp-json/wc/v3/orders/{order_id}/fulfillments`.
        """
        return self._call(ORDERS_FULFILLMENTS_CREATE, fields, order_id)

    def lookup(self, order_id: int, /, **params: Unpack[OrderFulfillmentLookupParams]) -> FulfillmentTrackingFound:
        """Find the carrier of a tracking number.

        Guesses from the form of a tracking number, the country of the store and that of the order whose parcel it is.
        Nothing if no carrier has such numbers. New in WooCommerce 10.3.

        `GET /wp-json/wc/v3/orders/{order_id}/fulfillments/lookup`.
        """
        return self._call(ORDERS_FULFILLMENTS_LOOKUP, params, order_id)

    def get(self, order_id: int, fulfillment_id: int, /, **params: Unpack[OrderFulfillmentGetParams]) -> Fulfillment:
        """Get one fulfillment of an order.

        One fulfillment; it must belong to the order in the path. One that is not there is 400, not 404. New in
        WooCommerce 10.3.

        `GET /wp-json/wc/v3/orders/{order_id}/fulfillments/{fulfillment_id}`.
        """
        return self._call(ORDERS_FULFILLMENTS_GET, params, order_id, fulfillment_id)

    def update(self, order_id: int, fulfillment_id: int, /, **fields: Unpack[FulfillmentUpdate]) -> Fulfillment:
        """Change a fulfillment.

        Changes the status and replaces all custom fields: those that are not sent go, so that `_items` must be sent
        again. New in WooCommerce 10.3.

        `PUT /wp-json/wc/v3/orders/{order_id}/fulfillments/{fulfillment_id}`.
        """
        return self._call(ORDERS_FULFILLMENTS_UPDATE, fields, order_id, fulfillment_id)

    def delete(
        self, order_id: int, fulfillment_id: int, /, **params: Unpack[OrderFulfillmentDeleteParams]
    ) -> FulfillmentDeleted:
        """Delete a fulfillment.

        Marks a fulfillment as deleted: it is not listed any more, and cannot be read. There is no way back. Deleting it
        again changes nothing and succeeds. New in WooCommerce 10.3.

        `DELETE /wp-json/wc/v3/orders/{order_id}/fulfillments/{fulfillment_id}`.
        """
        return self._call(ORDERS_FULFILLMENTS_DELETE, params, order_id, fulfillment_id)


class AsyncOrdersFulfillments(AsyncResource):
    """Parcels of one order, where the store keeps track of them."""

    @cached_property
    def metadata(self) -> AsyncOrdersFulfillmentsMetadata:
        """Custom fields of one parcel."""
        return AsyncOrdersFulfillmentsMetadata(self._client)

    async def list(self, order_id: int, /, **params: Unpack[OrderFulfillmentListParams]) -> Page[Fulfillment]:
        """List fulfillments of an order: `GET /wp-json/wc/v3/orders/{order_id}/fulfillments`."""
        return await self._page(ORDERS_FULFILLMENTS_LIST, params, order_id)

    async def create(self, order_id: int, /, **fields: Unpack[FulfillmentCreate]) -> Fulfillment:
        """Add a fulfillment to an order: `POST /wp-json/wc/v3/orders/{order_id}/fulfillments`."""
        return await self._call(ORDERS_FULFILLMENTS_CREATE, fields, order_id)

    async def lookup(
        self, order_id: int, /, **params: Unpack[OrderFulfillmentLookupParams]
    ) -> FulfillmentTrackingFound:
        """Find the carrier of a tracking number: `GET /wp-json/wc/v3/orders/{order_id}/fulfillments/lookup`."""
        return await self._call(ORDERS_FULFILLMENTS_LOOKUP, params, order_id)

    async def get(
        self, order_id: int, fulfillment_id: int, /, **params: Unpack[OrderFulfillmentGetParams]
    ) -> Fulfillment:
        """Get one fulfillment of an order: `GET /wp-json/wc/v3/orders/{order_id}/fulfillments/{fulfillment_id}`."""
        return await self._call(ORDERS_FULFILLMENTS_GET, params, order_id, fulfillment_id)

    async def update(self, order_id: int, fulfillment_id: int, /, **fields: Unpack[FulfillmentUpdate]) -> Fulfillment:
        """Change a fulfillment: `PUT /wp-json/wc/v3/orders/{order_id}/fulfillments/{fulfillment_id}`."""
        return await self._call(ORDERS_FULFILLMENTS_UPDATE, fields, order_id, fulfillment_id)

    async def delete(
        self, order_id: int, fulfillment_id: int, /, **params: Unpack[OrderFulfillmentDeleteParams]
    ) -> FulfillmentDeleted:
        """Delete a fulfillment: `DELETE /wp-json/wc/v3/orders/{order_id}/fulfillments/{fulfillment_id}`."""
        return await self._call(ORDERS_FULFILLMENTS_DELETE, params, order_id, fulfillment_id)


class OrdersFulfillmentsMetadata(Resource):
    """Custom fields of one parcel."""

    def list(
        self, order_id: int, fulfillment_id: int, /, **params: Unpack[OrderFulfillmentMetadataListParams]
    ) -> Page[FulfillmentMeta]:
        """List custom fields of a fulfillment.

        All custom fields of a fulfillment, also of a deleted one. New in WooCommerce 10.3.

        `GET /wp-json/wc/v3/orders/{order_id}/fulfillments/{fulfillment_id}/metadata`.
        """
        return self._page(ORDERS_FULFILLMENTS_METADATA_LIST, params, order_id, fulfillment_id)

    def update(
        self, order_id: int, fulfillment_id: int, /, **fields: Unpack[FulfillmentMetaUpdate]
    ) -> Page[FulfillmentMeta]:
        """Replace the custom fields of a fulfillment.

        Takes the custom fields of the request and removes all others; `_items` must be among them. New in WooCommerce
        10.3.

        `PUT /wp-json/wc/v3/orders/{order_id}/fulfillments/{fulfillment_id}/metadata`.
        """
        return self._page(ORDERS_FULFILLMENTS_METADATA_UPDATE, fields, order_id, fulfillment_id)

    def delete(
        self, order_id: int, fulfillment_id: int, /, **params: Unpack[OrderFulfillmentMetadataDeleteParams]
    ) -> Page[FulfillmentMeta]:
        """Remove a custom field of a fulfillment.

        Removes the custom fields of one name; `_items` stays. That there is none of that name is no error. New in
        WooCommerce 10.3.

        `DELETE /wp-json/wc/v3/orders/{order_id}/fulfillments/{fulfillment_id}/metadata`.
        """
        return self._page(ORDERS_FULFILLMENTS_METADATA_DELETE, params, order_id, fulfillment_id)


class AsyncOrdersFulfillmentsMetadata(AsyncResource):
    """Custom fields of one parcel."""

    async def list(
        self, order_id: int, fulfillment_id: int, /, **params: Unpack[OrderFulfillmentMetadataListParams]
    ) -> Page[FulfillmentMeta]:
        """List custom fields of a fulfillment: `GET
        /wp-json/wc/v3/orders/{order_id}/fulfillments/{fulfillment_id}/metadata`.
        """
        return await self._page(ORDERS_FULFILLMENTS_METADATA_LIST, params, order_id, fulfillment_id)

    async def update(
        self, order_id: int, fulfillment_id: int, /, **fields: Unpack[FulfillmentMetaUpdate]
    ) -> Page[FulfillmentMeta]:
        """Replace the custom fields of a fulfillment: `PUT
        /wp-json/wc/v3/orders/{order_id}/fulfillments/{fulfillment_id}/metadata`.
        """
        return await self._page(ORDERS_FULFILLMENTS_METADATA_UPDATE, fields, order_id, fulfillment_id)

    async def delete(
        self, order_id: int, fulfillment_id: int, /, **params: Unpack[OrderFulfillmentMetadataDeleteParams]
    ) -> Page[FulfillmentMeta]:
        """Remove a custom field of a fulfillment: `DELETE
        /wp-json/wc/v3/orders/{order_id}/fulfillments/{fulfillment_id}/metadata`.
        """
        return await self._page(ORDERS_FULFILLMENTS_METADATA_DELETE, params, order_id, fulfillment_id)

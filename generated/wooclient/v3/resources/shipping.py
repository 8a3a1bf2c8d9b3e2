"""Shipping of wc/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v3.models.shipping import ShippingMethod, ShippingZone, ShippingZoneLocation, ShippingZoneMethod
    from wooclient.v3.params.shipping import (
        ShippingMethodGetParams,
        ShippingMethodListParams,
        ShippingZoneCreate,
        ShippingZoneDeleteParams,
        ShippingZoneGetParams,
        ShippingZoneListParams,
        ShippingZoneLocationListParams,
        ShippingZoneLocationUpdate,
        ShippingZoneMethodCreate,
        ShippingZoneMethodDeleteParams,
        ShippingZoneMethodGetParams,
        ShippingZoneMethodListParams,
        ShippingZoneMethodUpdate,
        ShippingZoneUpdate,
    )

SHIPPING_ZONES_LIST: Operation[list[ShippingZone]] = Operation(
    V3,
    "shipping.zones.list",
    "GET",
    "/shipping/zones",
    "shipping.ShippingZone",
    "items",
    query="shipping.ShippingZoneListParams",
    paging="total",
)
SHIPPING_ZONES_CREATE: Operation[ShippingZone] = Operation(
    V3, "shipping.zones.create", "POST", "/shipping/zones", "shipping.ShippingZone", body="shipping.ShippingZoneCreate"
)
SHIPPING_ZONES_GET: Operation[ShippingZone] = Operation(
    V3,
    "shipping.zones.get",
    "GET",
    "/shipping/zones/{id}",
    "shipping.ShippingZone",
    query="shipping.ShippingZoneGetParams",
)
SHIPPING_ZONES_UPDATE: Operation[ShippingZone] = Operation(
    V3,
    "shipping.zones.update",
    "PUT",
    "/shipping/zones/{id}",
    "shipping.ShippingZone",
    body="shipping.ShippingZoneUpdate",
)
SHIPPING_ZONES_DELETE: Operation[ShippingZone] = Operation(
    V3,
    "shipping.zones.delete",
    "DELETE",
    "/shipping/zones/{id}",
    "shipping.ShippingZone",
    query="shipping.ShippingZoneDeleteParams",
)
SHIPPING_ZONES_LOCATIONS_LIST: Operation[list[ShippingZoneLocation]] = Operation(
    V3,
    "shipping.zones.locations.list",
    "GET",
    "/shipping/zones/{id}/locations",
    "shipping.ShippingZoneLocation",
    "items",
    query="shipping.ShippingZoneLocationListParams",
    paging="total",
)
SHIPPING_ZONES_LOCATIONS_UPDATE: Operation[list[ShippingZoneLocation]] = Operation(
    V3,
    "shipping.zones.locations.update",
    "PUT",
    "/shipping/zones/{id}/locations",
    "shipping.ShippingZoneLocation",
    "items",
    body="shipping.ShippingZoneLocationUpdate",
)
SHIPPING_ZONES_METHODS_LIST: Operation[list[ShippingZoneMethod]] = Operation(
    V3,
    "shipping.zones.methods.list",
    "GET",
    "/shipping/zones/{zone_id}/methods",
    "shipping.ShippingZoneMethod",
    "items",
    query="shipping.ShippingZoneMethodListParams",
    paging="total",
)
SHIPPING_ZONES_METHODS_CREATE: Operation[ShippingZoneMethod] = Operation(
    V3,
    "shipping.zones.methods.create",
    "POST",
    "/shipping/zones/{zone_id}/methods",
    "shipping.ShippingZoneMethod",
    body="shipping.ShippingZoneMethodCreate",
)
SHIPPING_ZONES_METHODS_GET: Operation[ShippingZoneMethod] = Operation(
    V3,
    "shipping.zones.methods.get",
    "GET",
    "/shipping/zones/{zone_id}/methods/{instance_id}",
    "shipping.ShippingZoneMethod",
    query="shipping.ShippingZoneMethodGetParams",
)
SHIPPING_ZONES_METHODS_UPDATE: Operation[ShippingZoneMethod] = Operation(
    V3,
    "shipping.zones.methods.update",
    "PUT",
    "/shipping/zones/{zone_id}/methods/{instance_id}",
    "shipping.ShippingZoneMethod",
    body="shipping.ShippingZoneMethodUpdate",
)
SHIPPING_ZONES_METHODS_DELETE: Operation[ShippingZoneMethod] = Operation(
    V3,
    "shipping.zones.methods.delete",
    "DELETE",
    "/shipping/zones/{zone_id}/methods/{instance_id}",
    "shipping.ShippingZoneMethod",
    query="shipping.ShippingZoneMethodDeleteParams",
)
SHIPPING_METHODS_LIST: Operation[list[ShippingMethod]] = Operation(
    V3,
    "shipping.methods.list",
    "GET",
    "/shipping_methods",
    "shipping.ShippingMethod",
    "items",
    query="shipping.ShippingMethodListParams",
    paging="total",
)
SHIPPING_METHODS_GET: Operation[ShippingMethod] = Operation(
    V3,
    "shipping.methods.get",
    "GET",
    "/shipping_methods/{id}",
    "shipping.ShippingMethod",
    query="shipping.ShippingMethodGetParams",
)


class Shipping(Resource):
    """Where the shop ships to and how."""

    @cached_property
    def zones(self) -> ShippingZones:
        """Regions with shipping methods of their own. An address belongs to the first zone that matches it."""
        return ShippingZones(self._client)

    @cached_property
    def methods(self) -> ShippingMethods:
        """Kinds of shipping methods that zones can use."""
        return ShippingMethods(self._client)


class AsyncShipping(AsyncResource):
    """Where the shop ships to and how."""

    @cached_property
    def zones(self) -> AsyncShippingZones:
        """Regions with shipping methods of their own. An address belongs to the first zone that matches it."""
        return AsyncShippingZones(self._client)

    @cached_property
    def methods(self) -> AsyncShippingMethods:
        """Kinds of shipping methods that zones can use."""
        return AsyncShippingMethods(self._client)


class ShippingZones(Resource):
    """Regions with shipping methods of their own. An address belongs to the first zone that matches it."""

    @cached_property
    def locations(self) -> ShippingZonesLocations:
        """Places that make up a shipping zone."""
        return ShippingZonesLocations(self._client)

    @cached_property
    def methods(self) -> ShippingZonesMethods:
        """Shipping methods offered in a zone, each with its own settings."""
        return ShippingZonesMethods(self._client)

    def list(self, **params: Unpack[ShippingZoneListParams]) -> Page[ShippingZone]:
        """List shipping zones.

        All zones in one answer. First comes zone 0, which is always there and stands for every place outside the
        others.

        `GET /wp-json/wc/v3/shipping/zones`.
        """
        return self._page(SHIPPING_ZONES_LIST, params)

    def create(self, **fields: Unpack[ShippingZoneCreate]) -> ShippingZone:
        """Create a shipping zone.

        Adds a zone without places and methods. Set those with further requests.

        `POST /wp-json/wc/v3/shipping/zones`.
        """
        return self._call(SHIPPING_ZONES_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[ShippingZoneGetParams]) -> ShippingZone:
        """Read one shipping zone.

        Name and place in the order of one zone. Its locations and methods have addresses of their own.

        `GET /wp-json/wc/v3/shipping/zones/{id}`.
        """
        return self._call(SHIPPING_ZONES_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[ShippingZoneUpdate]) -> ShippingZone:
        """Change one shipping zone.

        Renames or moves a zone. Zone 0 cannot be changed.

        `PUT /wp-json/wc/v3/shipping/zones/{id}`.
        """
        return self._call(SHIPPING_ZONES_UPDATE, fields, id)

    def save(self, record: ShippingZone, /) -> ShippingZone:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(SHIPPING_ZONES_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[ShippingZoneDeleteParams]) -> ShippingZone:
        """Delete a shipping zone.

        Removes a zone with its places and methods permanently. Zones have no trash, so `force` must be true.

        `DELETE /wp-json/wc/v3/shipping/zones/{id}`.
        """
        return self._call(SHIPPING_ZONES_DELETE, params, id)


class AsyncShippingZones(AsyncResource):
    """Regions with shipping methods of their own. An address belongs to the first zone that matches it."""

    @cached_property
    def locations(self) -> AsyncShippingZonesLocations:
        """Places that make up a shipping zone."""
        return AsyncShippingZonesLocations(self._client)

    @cached_property
    def methods(self) -> AsyncShippingZonesMethods:
        """Shipping methods offered in a zone, each with its own settings."""
        return AsyncShippingZonesMethods(self._client)

    async def list(self, **params: Unpack[ShippingZoneListParams]) -> Page[ShippingZone]:
        """List shipping zones: `GET /wp-json/wc/v3/shipping/zones`."""
        return await self._page(SHIPPING_ZONES_LIST, params)

    async def create(self, **fields: Unpack[ShippingZoneCreate]) -> ShippingZone:
        """Create a shipping zone: `POST /wp-json/wc/v3/shipping/zones`."""
        return await self._call(SHIPPING_ZONES_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[ShippingZoneGetParams]) -> ShippingZone:
        """Read one shipping zone: `GET /wp-json/wc/v3/shipping/zones/{id}`."""
        return await self._call(SHIPPING_ZONES_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[ShippingZoneUpdate]) -> ShippingZone:
        """Change one shipping zone: `PUT /wp-json/wc/v3/shipping/zones/{id}`."""
        return await self._call(SHIPPING_ZONES_UPDATE, fields, id)

    async def save(self, record: ShippingZone, /) -> ShippingZone:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(SHIPPING_ZONES_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[ShippingZoneDeleteParams]) -> ShippingZone:
        """Delete a shipping zone: `DELETE /wp-json/wc/v3/shipping/zones/{id}`."""
        return await self._call(SHIPPING_ZONES_DELETE, params, id)


class ShippingZonesLocations(Resource):
    """Places that make up a shipping zone."""

    def list(self, id: int, /, **params: Unpack[ShippingZoneLocationListParams]) -> Page[ShippingZoneLocation]:
        """List the places of a shipping zone.

        All places of one zone in one answer; none at all means that the zone matches everywhere.

        `GET /wp-json/wc/v3/shipping/zones/{id}/locations`.
        """
        return self._page(SHIPPING_ZONES_LOCATIONS_LIST, params, id)

    def update(self, id: int, items: Sequence[ShippingZoneLocationUpdate], /) -> Page[ShippingZoneLocation]:
        """Replace the places of a shipping zone.

        The body is the whole new list: places not in it are dropped. Entries without a code or of an unknown kind are
        left out silently. Zone 0 cannot be changed.

        `PUT /wp-json/wc/v3/shipping/zones/{id}/locations`.
        """
        return self._page(SHIPPING_ZONES_LOCATIONS_UPDATE, [*items], id)


class AsyncShippingZonesLocations(AsyncResource):
    """Places that make up a shipping zone."""

    async def list(self, id: int, /, **params: Unpack[ShippingZoneLocationListParams]) -> Page[ShippingZoneLocation]:
        """List the places of a shipping zone: `GET /wp-json/wc/v3/shipping/zones/{id}/locations`."""
        return await self._page(SHIPPING_ZONES_LOCATIONS_LIST, params, id)

    async def update(self, id: int, items: Sequence[ShippingZoneLocationUpdate], /) -> Page[ShippingZoneLocation]:
        """Replace the places of a shipping zone: `PUT /wp-json/wc/v3/shipping/zones/{id}/locations`."""
        return await self._page(SHIPPING_ZONES_LOCATIONS_UPDATE, [*items], id)


class ShippingZonesMethods(Resource):
    """Shipping methods offered in a zone, each with its own settings."""

    def list(self, zone_id: int, /, **params: Unpack[ShippingZoneMethodListParams]) -> Page[ShippingZoneMethod]:
        """List the shipping methods of a zone.

        All methods of one zone in one answer, switched off ones included.

        `GET /wp-json/wc/v3/shipping/zones/{zone_id}/methods`.
        """
        return self._page(SHIPPING_ZONES_METHODS_LIST, params, zone_id)

    def create(self, zone_id: int, /, **fields: Unpack[ShippingZoneMethodCreate]) -> ShippingZoneMethod:
        """Add a shipping method to a zone.

        Adds a method of the named kind, with settings if you like. The answer has the status 200, not 201; an unknown
        kind is a 500. The method stays when one of the settings is refused.

        `POST /wp-json/wc/v3/shipping/zones/{zone_id}/methods`.
        """
        return self._call(SHIPPING_ZONES_METHODS_CREATE, fields, zone_id)

    def get(
        self, zone_id: int, instance_id: int, /, **params: Unpack[ShippingZoneMethodGetParams]
    ) -> ShippingZoneMethod:
        """Read a shipping method of a zone.

        One method of a zone with all of its settings.

        `GET /wp-json/wc/v3/shipping/zones/{zone_id}/methods/{instance_id}`.
        """
        return self._call(SHIPPING_ZONES_METHODS_GET, params, zone_id, instance_id)

    def update(
        self, zone_id: int, instance_id: int, /, **fields: Unpack[ShippingZoneMethodUpdate]
    ) -> ShippingZoneMethod:
        """Change a shipping method of a zone.

        Switches a method on or off, moves it, or changes settings; unknown settings are ignored. The field `title`
        still shows the old name in this answer, while `settings` shows the new one.

        `PUT /wp-json/wc/v3/shipping/zones/{zone_id}/methods/{instance_id}`.
        """
        return self._call(SHIPPING_ZONES_METHODS_UPDATE, fields, zone_id, instance_id)

    @overload
    def save(self, record: ShippingZoneMethod, /) -> ShippingZoneMethod: ...

    @overload
    def save(self, zone_id: int, record: ShippingZoneMethod, /) -> ShippingZoneMethod: ...

    def save(self, *given: int | ShippingZoneMethod) -> ShippingZoneMethod:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets. The model knows the zone_id that it was read with, which need not be given.
        """
        return self._save(SHIPPING_ZONES_METHODS_UPDATE, *given)

    def delete(
        self, zone_id: int, instance_id: int, /, **params: Unpack[ShippingZoneMethodDeleteParams]
    ) -> ShippingZoneMethod:
        """Remove a shipping method from a zone.

        Removes the method and its settings permanently. Methods have no trash, so `force` must be true.

        `DELETE /wp-json/wc/v3/shipping/zones/{zone_id}/methods/{instance_id}`.
        """
        return self._call(SHIPPING_ZONES_METHODS_DELETE, params, zone_id, instance_id)


class AsyncShippingZonesMethods(AsyncResource):
    """Shipping methods offered in a zone, each with its own settings."""

    async def list(self, zone_id: int, /, **params: Unpack[ShippingZoneMethodListParams]) -> Page[ShippingZoneMethod]:
        """List the shipping methods of a zone: `GET /wp-json/wc/v3/shipping/zones/{zone_id}/methods`."""
        return await self._page(SHIPPING_ZONES_METHODS_LIST, params, zone_id)

    async def create(self, zone_id: int, /, **fields: Unpack[ShippingZoneMethodCreate]) -> ShippingZoneMethod:
        """Add a shipping method to a zone: `POST /wp-json/wc/v3/shipping/zones/{zone_id}/methods`."""
        return await self._call(SHIPPING_ZONES_METHODS_CREATE, fields, zone_id)

    async def get(
        self, zone_id: int, instance_id: int, /, **params: Unpack[ShippingZoneMethodGetParams]
    ) -> ShippingZoneMethod:
        """Read a shipping method of a zone: `GET /wp-json/wc/v3/shipping/zones/{zone_id}/methods/{instance_id}`."""
        return await self._call(SHIPPING_ZONES_METHODS_GET, params, zone_id, instance_id)

    async def update(
        self, zone_id: int, instance_id: int, /, **fields: Unpack[ShippingZoneMethodUpdate]
    ) -> ShippingZoneMethod:
        """Change a shipping method of a zone: `PUT /wp-json/wc/v3/shipping/zones/{zone_id}/methods/{instance_id}`."""
        return await self._call(SHIPPING_ZONES_METHODS_UPDATE, fields, zone_id, instance_id)

    @overload
    async def save(self, record: ShippingZoneMethod, /) -> ShippingZoneMethod: ...

    @overload
    async def save(self, zone_id: int, record: ShippingZoneMethod, /) -> ShippingZoneMethod: ...

    async def save(self, *given: int | ShippingZoneMethod) -> ShippingZoneMethod:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(SHIPPING_ZONES_METHODS_UPDATE, *given)

    async def delete(
        self, zone_id: int, instance_id: int, /, **params: Unpack[ShippingZoneMethodDeleteParams]
    ) -> ShippingZoneMethod:
        """Remove a shipping method from a zone: `DELETE
        /wp-json/wc/v3/shipping/zones/{zone_id}/methods/{instance_id}`.
        """
        return await self._call(SHIPPING_ZONES_METHODS_DELETE, params, zone_id, instance_id)


class ShippingMethods(Resource):
    """Kinds of shipping methods that zones can use."""

    def list(self, **params: Unpack[ShippingMethodListParams]) -> Page[ShippingMethod]:
        """List kinds of shipping methods.

        Every kind of method that WooCommerce and plugins bring, in one answer. Not every kind can be added to a zone.

        `GET /wp-json/wc/v3/shipping_methods`.
        """
        return self._page(SHIPPING_METHODS_LIST, params)

    def get(self, id: str, /, **params: Unpack[ShippingMethodGetParams]) -> ShippingMethod:
        """Read one kind of shipping method.

        Name and explanation of one kind of method.

        `GET /wp-json/wc/v3/shipping_methods/{id}`.
        """
        return self._call(SHIPPING_METHODS_GET, params, id)


class AsyncShippingMethods(AsyncResource):
    """Kinds of shipping methods that zones can use."""

    async def list(self, **params: Unpack[ShippingMethodListParams]) -> Page[ShippingMethod]:
        """List kinds of shipping methods: `GET /wp-json/wc/v3/shipping_methods`."""
        return await self._page(SHIPPING_METHODS_LIST, params)

    async def get(self, id: str, /, **params: Unpack[ShippingMethodGetParams]) -> ShippingMethod:
        """Read one kind of shipping method: `GET /wp-json/wc/v3/shipping_methods/{id}`."""
        return await self._call(SHIPPING_METHODS_GET, params, id)

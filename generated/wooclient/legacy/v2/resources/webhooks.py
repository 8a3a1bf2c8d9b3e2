"""Webhooks of wc-api/v2."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.legacy.v2._version import V2

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.legacy.v2.models.webhooks import LegacyWebhook, LegacyWebhookDelivery
    from wooclient.legacy.v2.params.webhooks import (
        LegacyWebhookCreate,
        LegacyWebhookUpdate,
        WebhookCountParams,
        WebhookListParams,
    )

WEBHOOKS_LIST: Operation[list[LegacyWebhook]] = Operation(
    V2,
    "webhooks.list",
    "GET",
    "/webhooks",
    "webhooks.LegacyWebhook",
    "items",
    query="webhooks.WebhookListParams",
    paging="pages",
    request_envelope="webhooks",
    answer_envelope="webhooks",
)
WEBHOOKS_CREATE: Operation[LegacyWebhook] = Operation(
    V2,
    "webhooks.create",
    "POST",
    "/webhooks",
    "webhooks.LegacyWebhook",
    body="webhooks.LegacyWebhookCreate",
    request_envelope="webhook",
    answer_envelope="webhook",
)
WEBHOOKS_COUNT: Operation[int] = Operation(
    V2,
    "webhooks.count",
    "GET",
    "/webhooks/count",
    "int",
    query="webhooks.WebhookCountParams",
    request_envelope="count",
    answer_envelope="count",
)
WEBHOOKS_GET: Operation[LegacyWebhook] = Operation(
    V2,
    "webhooks.get",
    "GET",
    "/webhooks/{id}",
    "webhooks.LegacyWebhook",
    request_envelope="webhook",
    answer_envelope="webhook",
)
WEBHOOKS_UPDATE: Operation[LegacyWebhook] = Operation(
    V2,
    "webhooks.update",
    "PUT",
    "/webhooks/{id}",
    "webhooks.LegacyWebhook",
    body="webhooks.LegacyWebhookUpdate",
    request_envelope="webhook",
    answer_envelope="webhook",
)
WEBHOOKS_DELETE: Operation[bool] = Operation(V2, "webhooks.delete", "DELETE", "/webhooks/{id}", "bool")
WEBHOOKS_DELIVERIES_LIST: Operation[list[LegacyWebhookDelivery]] = Operation(
    V2,
    "webhooks.deliveries.list",
    "GET",
    "/webhooks/{webhook_id}/deliveries",
    "webhooks.LegacyWebhookDelivery",
    "items",
    paging="none",
    request_envelope="webhook_deliveries",
    answer_envelope="webhook_deliveries",
)
WEBHOOKS_DELIVERIES_GET: Operation[LegacyWebhookDelivery] = Operation(
    V2,
    "webhooks.deliveries.get",
    "GET",
    "/webhooks/{webhook_id}/deliveries/{id}",
    "webhooks.LegacyWebhookDelivery",
    request_envelope="webhook_delivery",
    answer_envelope="webhook_delivery",
)


class Webhooks(Resource):
    """Addresses that the store calls when something happens, such as a new order."""

    @cached_property
    def deliveries(self) -> WebhooksDeliveries:
        """Past calls of a webhook, which stores no longer keep."""
        return WebhooksDeliveries(self._client)

    def list(self, **params: Unpack[WebhookListParams]) -> Page[LegacyWebhook]:
        """List webhooks: `GET /wc-api/v2/webhooks`."""
        return self._page(WEBHOOKS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[WebhookListParams]) -> Iterator[LegacyWebhook]:
        """Walk all pages of webhooks.list. A page is read when its first item is taken."""
        return self._walk(WEBHOOKS_LIST, params, prefetch=prefetch)

    def create(self, **fields: Unpack[LegacyWebhookCreate]) -> LegacyWebhook:
        """Create a webhook: `POST /wc-api/v2/webhooks`."""
        return self._call(WEBHOOKS_CREATE, fields)

    def count(self, **params: Unpack[WebhookCountParams]) -> int:
        """Count webhooks: `GET /wc-api/v2/webhooks/count`."""
        return self._call(WEBHOOKS_COUNT, params)

    def get(self, id: int, /) -> LegacyWebhook:
        """Get a webhook: `GET /wc-api/v2/webhooks/{id}`."""
        return self._call(WEBHOOKS_GET, {}, id)

    def update(self, id: int, /, **fields: Unpack[LegacyWebhookUpdate]) -> LegacyWebhook:
        """Update a webhook: `PUT /wc-api/v2/webhooks/{id}`."""
        return self._call(WEBHOOKS_UPDATE, fields, id)

    def save(self, record: LegacyWebhook, /) -> LegacyWebhook:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(WEBHOOKS_UPDATE, record)

    def delete(self, id: int, /) -> bool:
        """Delete a webhook: `DELETE /wc-api/v2/webhooks/{id}`."""
        return self._call(WEBHOOKS_DELETE, {}, id)


class AsyncWebhooks(AsyncResource):
    """Addresses that the store calls when something happens, such as a new order."""

    @cached_property
    def deliveries(self) -> AsyncWebhooksDeliveries:
        """Past calls of a webhook, which stores no longer keep."""
        return AsyncWebhooksDeliveries(self._client)

    async def list(self, **params: Unpack[WebhookListParams]) -> Page[LegacyWebhook]:
        """List webhooks: `GET /wc-api/v2/webhooks`."""
        return await self._page(WEBHOOKS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[WebhookListParams]) -> AsyncIterator[LegacyWebhook]:
        """Walk all pages of webhooks.list. A page is read when its first item is taken."""
        return self._walk(WEBHOOKS_LIST, params, prefetch=prefetch)

    async def create(self, **fields: Unpack[LegacyWebhookCreate]) -> LegacyWebhook:
        """Create a webhook: `POST /wc-api/v2/webhooks`."""
        return await self._call(WEBHOOKS_CREATE, fields)

    async def count(self, **params: Unpack[WebhookCountParams]) -> int:
        """Count webhooks: `GET /wc-api/v2/webhooks/count`."""
        return await self._call(WEBHOOKS_COUNT, params)

    async def get(self, id: int, /) -> LegacyWebhook:
        """Get a webhook: `GET /wc-api/v2/webhooks/{id}`."""
        return await self._call(WEBHOOKS_GET, {}, id)

    async def update(self, id: int, /, **fields: Unpack[LegacyWebhookUpdate]) -> LegacyWebhook:
        """Update a webhook: `PUT /wc-api/v2/webhooks/{id}`."""
        return await self._call(WEBHOOKS_UPDATE, fields, id)

    async def save(self, record: LegacyWebhook, /) -> LegacyWebhook:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(WEBHOOKS_UPDATE, record)

    async def delete(self, id: int, /) -> bool:
        """Delete a webhook: `DELETE /wc-api/v2/webhooks/{id}`."""
        return await self._call(WEBHOOKS_DELETE, {}, id)


class WebhooksDeliveries(Resource):
    """Past calls of a webhook, which stores no longer keep."""

    def list(self, webhook_id: int, /) -> Page[LegacyWebhookDelivery]:
        """List the deliveries of a webhook: `GET /wc-api/v2/webhooks/{webhook_id}/deliveries`."""
        return self._page(WEBHOOKS_DELIVERIES_LIST, {}, webhook_id)

    def get(self, webhook_id: int, id: int, /) -> LegacyWebhookDelivery:
        """Get a delivery of a webhook: `GET /wc-api/v2/webhooks/{webhook_id}/deliveries/{id}`."""
        return self._call(WEBHOOKS_DELIVERIES_GET, {}, webhook_id, id)


class AsyncWebhooksDeliveries(AsyncResource):
    """Past calls of a webhook, which stores no longer keep."""

    async def list(self, webhook_id: int, /) -> Page[LegacyWebhookDelivery]:
        """List the deliveries of a webhook: `GET /wc-api/v2/webhooks/{webhook_id}/deliveries`."""
        return await self._page(WEBHOOKS_DELIVERIES_LIST, {}, webhook_id)

    async def get(self, webhook_id: int, id: int, /) -> LegacyWebhookDelivery:
        """Get a delivery of a webhook: `GET /wc-api/v2/webhooks/{webhook_id}/deliveries/{id}`."""
        return await self._call(WEBHOOKS_DELIVERIES_GET, {}, webhook_id, id)

"""Webhooks of wc/v2."""

from __future__ import annotations

from functools import cached_property
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
    from wooclient.v2.models.webhooks import Webhook, WebhookDelivery
    from wooclient.v2.models.webhooks_batch import WebhookBatchResult
    from wooclient.v2.params.webhooks import (
        WebhookBatch,
        WebhookCreate,
        WebhookDeleteParams,
        WebhookDeliveryGetParams,
        WebhookDeliveryListParams,
        WebhookGetParams,
        WebhookListParams,
        WebhookUpdate,
    )

WEBHOOKS_LIST: Operation[list[Webhook]] = Operation(
    V2,
    "webhooks.list",
    "GET",
    "/webhooks",
    "webhooks.Webhook",
    "items",
    query="webhooks.WebhookListParams",
    paging="pages",
)
WEBHOOKS_CREATE: Operation[Webhook] = Operation(
    V2, "webhooks.create", "POST", "/webhooks", "webhooks.Webhook", body="webhooks.WebhookCreate"
)
WEBHOOKS_GET: Operation[Webhook] = Operation(
    V2, "webhooks.get", "GET", "/webhooks/{id}", "webhooks.Webhook", query="webhooks.WebhookGetParams"
)
WEBHOOKS_UPDATE: Operation[Webhook] = Operation(
    V2, "webhooks.update", "PUT", "/webhooks/{id}", "webhooks.Webhook", body="webhooks.WebhookUpdate"
)
WEBHOOKS_DELETE: Operation[Webhook] = Operation(
    V2, "webhooks.delete", "DELETE", "/webhooks/{id}", "webhooks.Webhook", query="webhooks.WebhookDeleteParams"
)
WEBHOOKS_BATCH: Operation[WebhookBatchResult] = Operation(
    V2,
    "webhooks.batch",
    "POST",
    "/webhooks/batch",
    "webhooks_batch.WebhookBatchResult",
    "item_or_empty",
    body="webhooks.WebhookBatch",
    batch_limit=100,
)
WEBHOOKS_DELIVERIES_LIST: Operation[list[WebhookDelivery]] = Operation(
    V2,
    "webhooks.deliveries.list",
    "GET",
    "/webhooks/{webhook_id}/deliveries",
    "webhooks.WebhookDelivery",
    "items",
    query="webhooks.WebhookDeliveryListParams",
    paging="none",
)
WEBHOOKS_DELIVERIES_GET: Operation[WebhookDelivery] = Operation(
    V2,
    "webhooks.deliveries.get",
    "GET",
    "/webhooks/{webhook_id}/deliveries/{id}",
    "webhooks.WebhookDelivery",
    query="webhooks.WebhookDeliveryGetParams",
)


class Webhooks(Resource):
    """Addresses that the store calls when something happens, such as a new order."""

    @cached_property
    def deliveries(self) -> WebhooksDeliveries:
        """Record of the calls of a webhook, empty in all present releases."""
        return WebhooksDeliveries(self._client)

    def list(self, **params: Unpack[WebhookListParams]) -> Page[Webhook]:
        """List webhooks: `GET /wp-json/wc/v2/webhooks`."""
        return self._page(WEBHOOKS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[WebhookListParams]) -> Iterator[Webhook]:
        """Walk all pages of webhooks.list. A page is read when its first item is taken."""
        return self._walk(WEBHOOKS_LIST, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[WebhookListParams]) -> tuple[Partition[Webhook], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return self._partitions(WEBHOOKS_LIST, n, params)

    def create(self, **fields: Unpack[WebhookCreate]) -> Webhook:
        """Create a webhook: `POST /wp-json/wc/v2/webhooks`."""
        return self._call(WEBHOOKS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[WebhookGetParams]) -> Webhook:
        """Get a webhook: `GET /wp-json/wc/v2/webhooks/{id}`."""
        return self._call(WEBHOOKS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[WebhookUpdate]) -> Webhook:
        """Update a webhook: `PUT /wp-json/wc/v2/webhooks/{id}`."""
        return self._call(WEBHOOKS_UPDATE, fields, id)

    def save(self, record: Webhook, /) -> Webhook:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(WEBHOOKS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[WebhookDeleteParams]) -> Webhook:
        """Delete a webhook: `DELETE /wp-json/wc/v2/webhooks/{id}`."""
        return self._call(WEBHOOKS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Webhook] | None = None,
        **fields: Unpack[WebhookBatch],
    ) -> BatchResult[Webhook]:
        """Create, update and delete webhooks: `POST /wp-json/wc/v2/webhooks/batch`."""
        return self._batch(
            WEBHOOKS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncWebhooks(AsyncResource):
    """Addresses that the store calls when something happens, such as a new order."""

    @cached_property
    def deliveries(self) -> AsyncWebhooksDeliveries:
        """Record of the calls of a webhook, empty in all present releases."""
        return AsyncWebhooksDeliveries(self._client)

    async def list(self, **params: Unpack[WebhookListParams]) -> Page[Webhook]:
        """List webhooks: `GET /wp-json/wc/v2/webhooks`."""
        return await self._page(WEBHOOKS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[WebhookListParams]) -> AsyncIterator[Webhook]:
        """Walk all pages of webhooks.list. A page is read when its first item is taken."""
        return self._walk(WEBHOOKS_LIST, params, prefetch=prefetch)

    async def partitions(self, n: int, /, **params: Unpack[WebhookListParams]) -> tuple[Partition[Webhook], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(WEBHOOKS_LIST, n, params)

    async def create(self, **fields: Unpack[WebhookCreate]) -> Webhook:
        """Create a webhook: `POST /wp-json/wc/v2/webhooks`."""
        return await self._call(WEBHOOKS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[WebhookGetParams]) -> Webhook:
        """Get a webhook: `GET /wp-json/wc/v2/webhooks/{id}`."""
        return await self._call(WEBHOOKS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[WebhookUpdate]) -> Webhook:
        """Update a webhook: `PUT /wp-json/wc/v2/webhooks/{id}`."""
        return await self._call(WEBHOOKS_UPDATE, fields, id)

    async def save(self, record: Webhook, /) -> Webhook:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(WEBHOOKS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[WebhookDeleteParams]) -> Webhook:
        """Delete a webhook: `DELETE /wp-json/wc/v2/webhooks/{id}`."""
        return await self._call(WEBHOOKS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Webhook] | None = None,
        **fields: Unpack[WebhookBatch],
    ) -> BatchResult[Webhook]:
        """Create, update and delete webhooks: `POST /wp-json/wc/v2/webhooks/batch`."""
        return await self._batch(
            WEBHOOKS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class WebhooksDeliveries(Resource):
    """Record of the calls of a webhook, empty in all present releases."""

    def list(self, webhook_id: int, /, **params: Unpack[WebhookDeliveryListParams]) -> Page[WebhookDelivery]:
        """List the calls of a webhook: `GET /wp-json/wc/v2/webhooks/{webhook_id}/deliveries`."""
        return self._page(WEBHOOKS_DELIVERIES_LIST, params, webhook_id)

    def get(self, webhook_id: int, id: int, /, **params: Unpack[WebhookDeliveryGetParams]) -> WebhookDelivery:
        """Get one call of a webhook: `GET /wp-json/wc/v2/webhooks/{webhook_id}/deliveries/{id}`."""
        return self._call(WEBHOOKS_DELIVERIES_GET, params, webhook_id, id)


class AsyncWebhooksDeliveries(AsyncResource):
    """Record of the calls of a webhook, empty in all present releases."""

    async def list(self, webhook_id: int, /, **params: Unpack[WebhookDeliveryListParams]) -> Page[WebhookDelivery]:
        """List the calls of a webhook: `GET /wp-json/wc/v2/webhooks/{webhook_id}/deliveries`."""
        return await self._page(WEBHOOKS_DELIVERIES_LIST, params, webhook_id)

    async def get(self, webhook_id: int, id: int, /, **params: Unpack[WebhookDeliveryGetParams]) -> WebhookDelivery:
        """Get one call of a webhook: `GET /wp-json/wc/v2/webhooks/{webhook_id}/deliveries/{id}`."""
        return await self._call(WEBHOOKS_DELIVERIES_GET, params, webhook_id, id)

"""Webhooks of wc/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import VERSION

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v3.models.webhooks import Webhook, WebhookBatchResult
    from wooclient.v3.params.webhooks import (
        WebhookBatch,
        WebhookCreate,
        WebhookDeleteParams,
        WebhookGetParams,
        WebhookListParams,
        WebhookUpdate,
    )

WEBHOOKS_LIST: Operation[list[Webhook]] = Operation(
    VERSION,
    "webhooks.list",
    "GET",
    "/webhooks",
    "webhooks.Webhook",
    "items",
    query="webhooks.WebhookListParams",
    paging="pages",
)

WEBHOOKS_CREATE: Operation[Webhook] = Operation(
    VERSION, "webhooks.create", "POST", "/webhooks", "webhooks.Webhook", body="webhooks.WebhookCreate"
)

WEBHOOKS_GET: Operation[Webhook] = Operation(
    VERSION, "webhooks.get", "GET", "/webhooks/{id}", "webhooks.Webhook", query="webhooks.WebhookGetParams"
)

WEBHOOKS_UPDATE: Operation[Webhook] = Operation(
    VERSION, "webhooks.update", "PUT", "/webhooks/{id}", "webhooks.Webhook", body="webhooks.WebhookUpdate"
)

WEBHOOKS_DELETE: Operation[Webhook] = Operation(
    VERSION, "webhooks.delete", "DELETE", "/webhooks/{id}", "webhooks.Webhook", query="webhooks.WebhookDeleteParams"
)

WEBHOOKS_BATCH: Operation[WebhookBatchResult] = Operation(
    VERSION,
    "webhooks.batch",
    "POST",
    "/webhooks/batch",
    "webhooks.WebhookBatchResult",
    "item_or_empty",
    body="webhooks.WebhookBatch",
    batch_limit=100,
)


class Webhooks(Resource):
    """Addresses that the store calls when something happens, such as a new order."""

    def list(self, **params: Unpack[WebhookListParams]) -> Page[Webhook]:
        """List webhooks.

        One page of webhooks, newest first, whatever their status. Secrets are never answered.

        `GET /wp-json/wc/v3/webhooks`.
        """
        return self._page(WEBHOOKS_LIST, params)

    def iter(self, **params: Unpack[WebhookListParams]) -> Iterator[Webhook]:
        """Walk all pages of webhooks.list, one request at a time, as items are taken."""
        return self._walk(WEBHOOKS_LIST, params)

    def create(self, **fields: Unpack[WebhookCreate]) -> Webhook:
        """Create a webhook.

        Sets up a webhook, active at once, and calls its address with a ping that carries only `webhook_id` and no
        signature. A secret is made up when none is given, but cannot be read back.

        `POST /wp-json/wc/v3/webhooks`.
        """
        return self._call(WEBHOOKS_CREATE, fields)

    def get(self, id: int, /, **params: Unpack[WebhookGetParams]) -> Webhook:
        """Get a webhook.

        Reads one webhook, without its secret.

        `GET /wp-json/wc/v3/webhooks/{id}`.
        """
        return self._call(WEBHOOKS_GET, params, id)

    def update(self, id: int, /, **fields: Unpack[WebhookUpdate]) -> Webhook:
        """Update a webhook.

        Changes the fields that are sent; empty ones are ignored. A new address is pinged if the webhook is active. A
        missing webhook is a 400 here, not a 404.

        `PUT /wp-json/wc/v3/webhooks/{id}`.
        """
        return self._call(WEBHOOKS_UPDATE, fields, id)

    def delete(self, id: int, /, **params: Unpack[WebhookDeleteParams]) -> Webhook:
        """Delete a webhook.

        Removes the webhook for good; there is no trash, so `force` must be true.

        `DELETE /wp-json/wc/v3/webhooks/{id}`.
        """
        return self._call(WEBHOOKS_DELETE, params, id)

    def batch(self, **fields: Unpack[WebhookBatch]) -> WebhookBatchResult:
        """Create, update and delete webhooks.

        Up to 100 changes at once. Those that fail are answered as errors in their place while the others are carried
        out; deletions need no `force`.

        `POST /wp-json/wc/v3/webhooks/batch`.
        """
        return self._call(WEBHOOKS_BATCH, fields)


class AsyncWebhooks(AsyncResource):
    """Addresses that the store calls when something happens, such as a new order."""

    async def list(self, **params: Unpack[WebhookListParams]) -> Page[Webhook]:
        """List webhooks: `GET /wp-json/wc/v3/webhooks`."""
        return await self._page(WEBHOOKS_LIST, params)

    def iter(self, **params: Unpack[WebhookListParams]) -> AsyncIterator[Webhook]:
        """Walk all pages of webhooks.list, one request at a time, as items are taken."""
        return self._walk(WEBHOOKS_LIST, params)

    async def create(self, **fields: Unpack[WebhookCreate]) -> Webhook:
        """Create a webhook: `POST /wp-json/wc/v3/webhooks`."""
        return await self._call(WEBHOOKS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[WebhookGetParams]) -> Webhook:
        """Get a webhook: `GET /wp-json/wc/v3/webhooks/{id}`."""
        return await self._call(WEBHOOKS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[WebhookUpdate]) -> Webhook:
        """Update a webhook: `PUT /wp-json/wc/v3/webhooks/{id}`."""
        return await self._call(WEBHOOKS_UPDATE, fields, id)

    async def delete(self, id: int, /, **params: Unpack[WebhookDeleteParams]) -> Webhook:
        """Delete a webhook: `DELETE /wp-json/wc/v3/webhooks/{id}`."""
        return await self._call(WEBHOOKS_DELETE, params, id)

    async def batch(self, **fields: Unpack[WebhookBatch]) -> WebhookBatchResult:
        """Create, update and delete webhooks: `POST /wp-json/wc/v3/webhooks/batch`."""
        return await self._call(WEBHOOKS_BATCH, fields)

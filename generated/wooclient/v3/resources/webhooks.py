"""Webhooks of wc/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient._runtime.partitions import Partition
    from wooclient.v3.models.webhooks import Webhook
    from wooclient.v3.models.webhooks_batch import WebhookBatchResult
    from wooclient.v3.params.webhooks import (
        WebhookBatch,
        WebhookCreate,
        WebhookDeleteParams,
        WebhookGetParams,
        WebhookListParams,
        WebhookUpdate,
    )

WEBHOOKS_LIST: Operation[list[Webhook]] = Operation(
    V3,
    "webhooks.list",
    "GET",
    "/webhooks",
    "webhooks.Webhook",
    "items",
    query="webhooks.WebhookListParams",
    paging="pages",
)
WEBHOOKS_CREATE: Operation[Webhook] = Operation(
    V3, "webhooks.create", "POST", "/webhooks", "webhooks.Webhook", body="webhooks.WebhookCreate"
)
WEBHOOKS_GET: Operation[Webhook] = Operation(
    V3, "webhooks.get", "GET", "/webhooks/{id}", "webhooks.Webhook", query="webhooks.WebhookGetParams"
)
WEBHOOKS_UPDATE: Operation[Webhook] = Operation(
    V3, "webhooks.update", "PUT", "/webhooks/{id}", "webhooks.Webhook", body="webhooks.WebhookUpdate"
)
WEBHOOKS_DELETE: Operation[Webhook] = Operation(
    V3, "webhooks.delete", "DELETE", "/webhooks/{id}", "webhooks.Webhook", query="webhooks.WebhookDeleteParams"
)
WEBHOOKS_BATCH: Operation[WebhookBatchResult] = Operation(
    V3,
    "webhooks.batch",
    "POST",
    "/webhooks/batch",
    "webhooks_batch.WebhookBatchResult",
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

    def iter(self, *, prefetch: int = 0, **params: Unpack[WebhookListParams]) -> Iterator[Webhook]:
        """Walk all pages of webhooks.list. A page is read when its first item is taken.

        Without `orderby` and `order`, items are sorted by ascending id, where the store can do that. No item comes
        twice. Items can be missed when others leave the filter during the walk: collect the ids first.

        `prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are kept.
        Raises RequestError or one of its kinds.
        """
        return self._walk(WEBHOOKS_LIST, params, prefetch=prefetch)

    def partitions(self, n: int, /, **params: Unpack[WebhookListParams]) -> tuple[Partition[Webhook], ...]:
        """Cut the list into at most `n` slices, to be read side by side.

        Together the slices give each record once, also if the shop goes on selling meanwhile. They can be pickled and
        hold no key: a thread, process or machine reads one with `partition.iter(woo)` and a client of its own. Slices
        are bounded by when records were made, or name their ids where the list cannot be asked so. Records that come
        after the slices were made are in the last one if it has no end, else in none.

        `params` narrow the list, as in `list`. Raises TypeError for those that the slices are made of (`include`,
        `page`, `per_page`, `offset`, `orderby`, `order`), ValueError for `n` below 1, and RequestError or one of its
        kinds.
        """
        return self._partitions(WEBHOOKS_LIST, n, params)

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

    def save(self, record: Webhook, /) -> Webhook:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(WEBHOOKS_UPDATE, record)

    def delete(self, id: int, /, **params: Unpack[WebhookDeleteParams]) -> Webhook:
        """Delete a webhook.

        Removes the webhook permanently; there is no trash, so `force` must be true.

        `DELETE /wp-json/wc/v3/webhooks/{id}`.
        """
        return self._call(WEBHOOKS_DELETE, params, id)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Webhook] | None = None,
        **fields: Unpack[WebhookBatch],
    ) -> BatchResult[Webhook]:
        """Create, update and delete webhooks.

        Up to 100 changes at once. Those that fail are answered as errors in their place while the others are carried
        out; deletions need no `force`.

        `POST /wp-json/wc/v3/webhooks/batch`.

        Any number of items may be given; they are sent in requests of the size that the store takes. The result holds
        one outcome for each item, in the order given. `on_outcome` is called with each as it arrives, as a
        `BatchOutcome` with its item; `on_progress` after each request with how many items are done and how many there
        are.

        `concurrency` is how many requests may be under way at once. One after the other, items are carried out in the
        order create, update, delete. With several at once, all creations still end before the first update begins, all
        updates before the first deletion, and no two requests are about the same id; for the rest, any order may
        happen. So leave it at 1 if an item depends on another one.

        Raises BatchInterrupted if a request fails, whatever the number of items: what came back is in it, and what is
        left can be given again, also from a file. After a cancellation or Ctrl-C, and after an error that a callback
        raises, `BatchInterrupted.of(error)` has the same. An item that is refused raises nothing; see
        `BatchResult.raise_for_errors`.
        """
        return self._batch(
            WEBHOOKS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncWebhooks(AsyncResource):
    """Addresses that the store calls when something happens, such as a new order."""

    async def list(self, **params: Unpack[WebhookListParams]) -> Page[Webhook]:
        """List webhooks: `GET /wp-json/wc/v3/webhooks`."""
        return await self._page(WEBHOOKS_LIST, params)

    def iter(self, *, prefetch: int = 0, **params: Unpack[WebhookListParams]) -> AsyncIterator[Webhook]:
        """Walk all pages of webhooks.list. A page is read when its first item is taken."""
        return self._walk(WEBHOOKS_LIST, params, prefetch=prefetch)

    async def partitions(self, n: int, /, **params: Unpack[WebhookListParams]) -> tuple[Partition[Webhook], ...]:
        """Cut the list into at most `n` slices, to be read side by side."""
        return await self._partitions(WEBHOOKS_LIST, n, params)

    async def create(self, **fields: Unpack[WebhookCreate]) -> Webhook:
        """Create a webhook: `POST /wp-json/wc/v3/webhooks`."""
        return await self._call(WEBHOOKS_CREATE, fields)

    async def get(self, id: int, /, **params: Unpack[WebhookGetParams]) -> Webhook:
        """Get a webhook: `GET /wp-json/wc/v3/webhooks/{id}`."""
        return await self._call(WEBHOOKS_GET, params, id)

    async def update(self, id: int, /, **fields: Unpack[WebhookUpdate]) -> Webhook:
        """Update a webhook: `PUT /wp-json/wc/v3/webhooks/{id}`."""
        return await self._call(WEBHOOKS_UPDATE, fields, id)

    async def save(self, record: Webhook, /) -> Webhook:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(WEBHOOKS_UPDATE, record)

    async def delete(self, id: int, /, **params: Unpack[WebhookDeleteParams]) -> Webhook:
        """Delete a webhook: `DELETE /wp-json/wc/v3/webhooks/{id}`."""
        return await self._call(WEBHOOKS_DELETE, params, id)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Webhook] | None = None,
        **fields: Unpack[WebhookBatch],
    ) -> BatchResult[Webhook]:
        """Create, update and delete webhooks: `POST /wp-json/wc/v3/webhooks/batch`."""
        return await self._batch(
            WEBHOOKS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )

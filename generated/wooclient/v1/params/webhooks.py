"""What calls about webhooks of wc/v1 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required

from wooclient._runtime.inputs import Parameters
from wooclient.v3.params.webhooks import WebhookCreate


class WebhookV1Batch(Parameters, total=False):
    """Several changes to items of type WebhookV1 in one request."""

    create: Sequence[WebhookCreate]
    """Items to make."""
    update: Sequence[WebhookV1BatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete for good, by id."""


class WebhookV1Update(Parameters, total=False):
    """Changes to a webhook. Empty values are ignored."""

    name: str
    """What shop staff call it. The store makes one from the date when none is given."""
    status: Literal["active", "paused", "disabled"] | str
    """Whether the store calls the address. It sets `disabled` by itself after too many failed calls in a row."""
    topic: str
    """Event to watch, a resource and what happens to it, or `action.` and the name of a WordPress action that starts
    with `woocommerce_` or `wc_`. Plugins add topics of their own; `product.published` came with release 10.8.
    """
    delivery_url: str
    """Address that is called, `http://` or `https://`. Empty if shop staff saved the webhook without one."""
    secret: str
    """Key that calls are signed with. Never answered."""


class WebhookV1BatchItem(WebhookV1Update, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""

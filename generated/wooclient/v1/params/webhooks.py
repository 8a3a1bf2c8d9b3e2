"""What calls about webhooks of wc/v1 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required

from wooclient._runtime.declared import FieldsInput, SqlMomentInput
from wooclient._runtime.inputs import Parameters


class WebhookListParams(Parameters, total=False):
    """Parameters of webhooks.list."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""
    per_page: int
    """How many items a page holds. From 1 to 100. Default: 10."""
    search: str
    """Only webhooks with this text in their name."""
    after: SqlMomentInput
    """Only webhooks made at this moment or later, given in UTC."""
    before: SqlMomentInput
    """Only webhooks made at this moment or earlier, given in UTC."""
    exclude: Sequence[int]
    """Leave out the items with these ids."""
    include: Sequence[int]
    """Only the items with these ids."""
    offset: int
    """Meant to skip this many webhooks, but the store ignores it here; use `page`."""
    order: Literal["asc", "desc"]
    """Direction of the sort that `orderby` names. Default: desc."""
    orderby: Literal["date", "id", "title"] | str
    """What the webhooks are sorted by; `title` is the name. Default: date."""
    status: Literal["all", "active", "paused", "disabled"]
    """Only webhooks with this status, or `all`. Default: all."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class WebhookGetParams(Parameters, total=False):
    """Parameters of webhooks.get."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class WebhookDeleteParams(Parameters, total=False):
    """Parameters of webhooks.delete."""

    force: bool
    """Delete permanently instead of moving to the trash. Records that have no trash need this. Default: false."""


class WebhookDeliveryListParams(Parameters, total=False):
    """Parameters of webhooks.deliveries.list."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class WebhookDeliveryGetParams(Parameters, total=False):
    """Parameters of webhooks.deliveries.get."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class WebhookCreate(Parameters, total=False):
    """A new webhook. It is always active at first; a status sent along is ignored."""

    name: str
    """What shop staff will call it."""
    topic: Required[str]
    """Event to watch, for example `order.created`, or `action.` and the name of a WordPress action that starts with
    `woocommerce_` or `wc_`.
    """
    delivery_url: Required[str]
    """Address to call, `http://` or `https://`."""
    secret: str
    """Key to sign calls with. The store makes one up when none is given."""


class WebhookV1Batch(Parameters, total=False):
    """Several changes to items of type WebhookV1 in one request."""

    create: Sequence[WebhookCreate]
    """Items to make."""
    update: Sequence[WebhookV1BatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete permanently, by id."""


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

"""What calls about webhooks of wc-api/v3 take."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from wooclient._runtime.declared import CommaListInput, LimitInput, UtcDateTimeInput, UtcMomentInput
from wooclient._runtime.inputs import Parameters

#: Keys that Python cannot spell as the store does.
WIRE_NAMES: dict[str, str] = {
    "in_": "in",
}


class WebhookListParams(Parameters, total=False):
    """Parameters of webhooks.list."""

    status: str
    """Meant to find webhooks by status, but the store pays no heed; use `filter[post_status]`."""
    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""
    filter: LegacyWebhookFilter
    """Which webhooks, how many and in what order, written as `filter[limit]=5`."""


class WebhookCountParams(Parameters, total=False):
    """Parameters of webhooks.count."""

    filter: LegacyWebhookFilter
    """Which webhooks, how many and in what order, written as `filter[limit]=5`."""


class LegacyWebhookCreate(Parameters, total=False):
    """A new webhook. It is always active at first."""

    name: str
    """What shop staff will call it."""
    topic: Required[str]
    """Event to watch, for example `order.created`, or `action.` and the name of a WordPress action."""
    delivery_url: Required[str]
    """Address to call, with `http://` or `https://` in front."""
    secret: str
    """Key to sign calls with. The store makes one up if none is given."""


class LegacyWebhookFilter(TypedDict, total=False):
    """Limits a list of webhooks; every part may be left out."""

    limit: LimitInput
    """How many webhooks a page holds; -1 means all. The store's own setting for posts per page if absent. At least
    -1.
    """
    offset: int
    """Skip this many webhooks from the start of the results; `page` is ignored then. At least 0."""
    q: str
    """Only webhooks in whose name this occurs."""
    post_status: Literal["active", "paused", "disabled"] | str
    """Status of the webhooks to find; all of them if absent."""
    created_at_min: UtcMomentInput
    """Only webhooks made at this moment or later (UTC). Ignored beside `created_at_max`."""
    created_at_max: UtcMomentInput
    """Only webhooks made at this moment or earlier (`2025-06-01` or `2025-06-01T10:00:00Z`, always read as UTC)."""
    updated_at_min: UtcMomentInput
    """Only webhooks last changed at this moment or later (UTC). Ignored beside `updated_at_max`."""
    updated_at_max: UtcDateTimeInput
    """Only webhooks last changed at this moment or earlier (UTC)."""
    order: Literal["ASC", "DESC", "asc", "desc"]
    """Direction of the sort, descending unless told otherwise."""
    orderby: Literal["id", "ID", "name", "title", "date", "modified"] | str
    """What to sort by; anything else means the number."""
    in_: CommaListInput
    """Ids joined by commas; only these webhooks."""


class LegacyWebhookUpdate(Parameters, total=False):
    """Changes to a webhook; empty values are ignored."""

    name: str
    """What shop staff call it. Made from the date if none is given."""
    status: Literal["active", "paused", "disabled"] | str
    """Whether the store calls the address. It sets `disabled` by itself after too many failures in a row, and for a
    word that it does not know.
    """
    topic: str
    """Event to watch, a resource and what happens to it, or `action.` and the name of a WordPress action of
    WooCommerce. Plugins add topics of their own.
    """
    delivery_url: str
    """Address that is called, with `http://` or `https://` in front. Empty if staff saved it without one."""
    secret: str
    """Key that calls are signed with. Made up if none is given, and never answered."""

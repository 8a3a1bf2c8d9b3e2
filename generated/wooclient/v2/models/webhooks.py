"""Answers about webhooks of wc/v2."""

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, Json, LocalDateTime, UtcDateTime
from wooclient.v2.enums import WebhookTopicValue


class Webhook(Model):
    """An address and the kind of event for which the store calls it."""

    __shown__ = ("id", "name", "status", "topic")

    id: int
    """Number the store gave this webhook."""
    name: str
    """What shop staff call it. The store makes one from the date when none is given."""
    status: Annotated[Literal["active", "paused", "disabled"] | str, OPEN]
    """Whether the store calls the address. It sets `disabled` by itself after too many failed calls in a row."""
    topic: Annotated[WebhookTopicValue | str, OPEN]
    """Event to watch, a resource and what happens to it, or `action.` and the name of a WordPress action that starts
    with `woocommerce_` or `wc_`. Plugins add topics of their own; `product.published` came with release 10.8.
    """
    resource: Annotated[Literal["coupon", "customer", "order", "product", "action"] | str, OPEN]
    """First half of `topic`."""
    event: str
    """Second half of `topic`; the name of the action for topics of that kind."""
    hooks: list[str]
    """WordPress actions on which the call is made. None for a topic that never happens."""
    delivery_url: str
    """Address that is called, `http://` or `https://`. Empty if shop staff saved the webhook without one."""
    date_created: LocalDateTime
    """When the webhook was made, shop time."""
    date_created_gmt: UtcDateTime
    """When the webhook was made, UTC."""
    date_modified: LocalDateTime | None
    """When the webhook last changed, shop time. Null while it never has."""
    date_modified_gmt: UtcDateTime | None
    """When the webhook last changed, UTC."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class WebhookDelivery(Model):
    """One call that a webhook made. Stores have kept no record of them since WooCommerce 3.3, so none is ever
    answered.
    """

    __shown__ = ("id", "summary", "response_code", "date_created")

    id: int
    """Number of the call."""
    duration: str | None = None
    """How many seconds it took."""
    summary: str | None = None
    """Outcome in a few words."""
    request_url: str | None = None
    """Address that was called."""
    request_headers: dict[str, str | int] | None = None
    """Header lines that were sent."""
    request_body: str | None = None
    """What was sent."""
    response_code: str | None = None
    """HTTP status that came back."""
    response_message: str | None = None
    """Words that came with the status."""
    response_headers: dict[str, str] | None = None
    """Header lines that came back."""
    response_body: str | None = None
    """What came back."""
    date_created: str
    """When the call was made."""
    date_created_gmt: str | None = None
    """When the call was made, UTC."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""

"""Answers about webhooks of wc-api/v2."""

from typing import Annotated, Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalText, ZuluDateTime
from wooclient.legacy.v2.enums import LegacyWebhookTopicValue


class LegacyWebhook(Model):
    """An address and the kind of event for which the store calls it."""

    __shown__ = ("id", "name", "status", "topic")

    id: int
    """Number the store gave this webhook."""
    name: str
    """What shop staff call it. Made from the date if none is given."""
    status: Annotated[Literal["active", "paused", "disabled"] | str, OPEN]
    """Whether the store calls the address. It sets `disabled` by itself after too many failures in a row, and for a
    word that it does not know.
    """
    topic: Annotated[LegacyWebhookTopicValue | str, OPEN]
    """Event to watch, a resource and what happens to it, or `action.` and the name of a WordPress action of
    WooCommerce. Plugins add topics of their own.
    """
    resource: Annotated[Literal["coupon", "customer", "order", "product", "action"] | str, OPEN]
    """First half of `topic`."""
    event: str
    """Second half of `topic`; the name of the action for topics of that kind."""
    hooks: list[str]
    """WordPress actions on which the call is made."""
    delivery_url: str
    """Address that is called, with `http://` or `https://` in front. Empty if staff saved it without one."""
    created_at: ZuluDateTime
    """When the webhook was made."""
    updated_at: ZuluDateTime
    """When the webhook last changed; the first moment of 1970 if it never did."""


class LegacyWebhookDelivery(Model):
    """One call of the address of a webhook. Old releases kept these; all that the store answers today is that there are
    none.
    """

    __shown__ = ("id", "summary", "response_code", "created_at")

    id: int | None = None
    """Number of the call."""
    duration: DecimalText | None = None
    """How many seconds it took."""
    summary: str | None = None
    """Outcome in one line."""
    request_method: str | None = None
    """HTTP method of the call."""
    request_url: str | None = None
    """Address that was called."""
    request_headers: dict[str, str | int] | None = None
    """Headers that the store sent."""
    request_body: str | None = None
    """Body that the store sent."""
    response_code: str | None = None
    """HTTP status that came back, as text."""
    response_message: str | None = None
    """Words that came with the status."""
    response_headers: dict[str, str | int] | None = None
    """Headers that came back."""
    response_body: str | None = None
    """Body that came back."""
    created_at: ZuluDateTime | None = None
    """When the call was made."""

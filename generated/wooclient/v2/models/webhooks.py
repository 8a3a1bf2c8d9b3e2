"""Answers about webhooks of wc/v2."""

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import Json


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

"""Answers about fulfillments of wc/v3."""

from typing import Annotated, Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, Json


class FulfillmentMeta(Model):
    """A custom field of a fulfillment."""

    __shown__ = ("id", "key", "value")

    id: int
    """Number of the custom field."""
    key: str
    """Name of the custom field."""
    value: Json
    """What it holds."""


class Fulfillment(Model):
    """Some pieces of an order that are sent, or are to be sent, together."""

    __shown__ = ("id", "status")

    id: int
    """Number the store gave this fulfillment."""
    entity_type: Annotated[Literal["WC_Order"] | str, OPEN]
    """Kind of thing it belongs to."""
    entity_id: str
    """Number of the order as text."""
    status: Annotated[Literal["unfulfilled", "fulfilled"] | str, OPEN]
    """How far it is; plugins add their own."""
    is_fulfilled: bool | Literal["0", "1"]
    """Whether the status means that it is on its way. From release 10.8 on, what is read has `"1"` or `"0"`, and only
    what was just made or changed has true or false; `status` says the same in one form.
    """
    date_updated: str
    """Last change, shop time, with a blank between day and time; from release 10.8 on in UTC, with `T` and `Z`."""
    date_deleted: str | None = None
    """When it was deleted, in the form of `date_updated`. Up to release 10.7 only where that was set."""
    meta_data: list[FulfillmentMeta]
    """Custom fields. `_items` holds the lines of the order and how many of each, `_tracking_number`, `_tracking_url`
    and `_shipment_provider` what the shop's own pages show, `_date_fulfilled` when it was fulfilled.
    """


class FulfillmentDeleted(Model):
    """What was done."""

    __shown__ = ("message",)

    message: str
    """That it was deleted, in the language of the store."""


class FulfillmentTrackingGuess(Model):
    """How well a carrier fits."""

    __shown__ = ("url", "ambiguity_score")

    url: str
    """Where this carrier would tell of the parcel."""
    ambiguity_score: int
    """How well the number fits; the highest wins."""


class FulfillmentTrackingFound(Model):
    """The most likely carrier; nothing of it if no carrier has such numbers."""

    __shown__ = ("tracking_number", "shipping_provider", "tracking_url", "possibilities")

    tracking_number: str | None = None
    """The number without blanks and in capitals."""
    shipping_provider: str | None = None
    """Short name of the carrier."""
    tracking_url: str | None = None
    """Where the carrier tells of the parcel."""
    possibilities: dict[str, FulfillmentTrackingGuess] | None = None
    """Every carrier whose numbers look like this one, by short name; absent if there is one alone."""

"""Answers about order notes of wc/v2."""

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import Json, LocalDateTime, UtcDateTime


class OrderNote(Model):
    """A remark on an order, written by the store, by staff or over the API."""

    __shown__ = ("id", "note")

    id: int
    """Number the store gave this note."""
    date_created: LocalDateTime
    """When it was written, shop time."""
    date_created_gmt: UtcDateTime
    """The same moment as `date_created`, in UTC."""
    note: str
    """The remark; may hold simple HTML."""
    customer_note: bool
    """Whether the customer can read it. A new note of this kind is mailed to the customer."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""

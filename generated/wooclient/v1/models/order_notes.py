"""Answers about order notes of wc/v1."""

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import Json, UtcDateTime


class OrderNoteV1(Model):
    """A remark on an order as wc/v1 answers it, without its author."""

    __shown__ = ("id", "note")

    id: int
    """Number the store gave this note."""
    date_created: UtcDateTime
    """When it was written; UTC in wc/v1."""
    note: str
    """The remark; may hold simple HTML."""
    customer_note: bool
    """Whether the customer can read it. A new note of this kind is mailed to the customer."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""

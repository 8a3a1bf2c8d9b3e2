"""Answers about order notes of wc-api/v2."""

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import ZuluDateTime


class LegacyOrderNote(Model):
    """A remark on an order, by staff or by the store itself."""

    __shown__ = ("id", "note")

    id: str
    """Number of the note, as text."""
    created_at: ZuluDateTime
    """When it was written."""
    note: str
    """The text."""
    customer_note: bool
    """Whether it is for the customer, who then gets it by mail when it is made."""

"""Answers about products bulk of wc-api/v2."""

from wooclient._runtime.models import Model
from wooclient.legacy.v2.models.common import BulkFailure


class LegacyProductBulkFailure(Model):
    """Outcome of one product that failed; the others are carried out all the same."""

    __shown__ = ("id", "sku", "error")

    id: int
    """Product that was to be changed; 0 for one that was to be made."""
    sku: str
    """SKU by which it was looked for; empty if it was named by its id."""
    error: BulkFailure
    """Why it failed."""

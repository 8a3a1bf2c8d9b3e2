"""Answers about orders requests of wc-api/v2."""

from wooclient._runtime.models import Model
from wooclient.legacy.v2.models.common import BulkFailure


class LegacyOrderBulkFailure(Model):
    """An order of a bulk request that was not saved."""

    __shown__ = ("id", "error")

    id: int
    """Order that was to be changed; 0 for a new one."""
    error: BulkFailure
    """Cause for which one item of a bulk request failed."""

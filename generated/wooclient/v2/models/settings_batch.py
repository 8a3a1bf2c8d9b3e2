"""Answers about settings batch of wc/v2."""

from wooclient._runtime.models import Model
from wooclient.v2.models.common_errors import BatchItemError
from wooclient.v2.models.settings import Setting


class SettingBatchResult(Model):
    """One outcome per item of a batch, in the order sent."""

    __shown__ = ("update",)

    update: list[BatchItemError | Setting] | None = None
    """What became of each item under `update`."""

"""Answers about settings batch of wc/v2."""

from wooclient._runtime.models import Model
from wooclient.v2.models.settings import Setting
from wooclient.v3.models.common_errors import BatchItemError


class SettingBatchResult(Model):
    """One outcome per item of a batch, in the order sent."""

    __shown__ = ("update",)

    update: list[BatchItemError | Setting] | None = None
    """What became of each item under `update`."""

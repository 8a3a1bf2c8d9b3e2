"""Answers about customers batch of wc/v2."""

from wooclient._runtime.models import Model
from wooclient.v2.models.common_errors import BatchItemError
from wooclient.v2.models.customers import Customer


class CustomerBatchResult(Model):
    """One outcome per item of a batch, in the order sent."""

    __shown__ = ("create", "update", "delete")

    create: list[BatchItemError | Customer] | None = None
    """What became of each item under `create`."""
    update: list[BatchItemError | Customer] | None = None
    """What became of each item under `update`."""
    delete: list[BatchItemError | Customer] | None = None
    """What became of each item under `delete`."""

"""Answers about orders batch of wc/v1."""

from wooclient._runtime.models import Model
from wooclient.v1.models.common_errors import BatchItemError
from wooclient.v1.models.orders import OrderV1


class OrderV1BatchResult(Model):
    """One outcome per item of a batch, in the order sent."""

    __shown__ = ("create", "update", "delete")

    create: list[BatchItemError | OrderV1] | None = None
    """What became of each item under `create`."""
    update: list[BatchItemError | OrderV1] | None = None
    """What became of each item under `update`."""
    delete: list[BatchItemError | OrderV1] | None = None
    """What became of each item under `delete`."""

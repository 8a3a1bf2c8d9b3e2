"""Answers about products v1 batch of wc/v1."""

from wooclient._runtime.models import Model
from wooclient.v1.models.common_errors import BatchItemError
from wooclient.v1.models.products_v1 import ProductV1


class ProductV1BatchResult(Model):
    """One outcome per item of a batch, in the order sent."""

    __shown__ = ("create", "update", "delete")

    create: list[BatchItemError | ProductV1] | None = None
    """What became of each item under `create`."""
    update: list[BatchItemError | ProductV1] | None = None
    """What became of each item under `update`."""
    delete: list[BatchItemError | ProductV1] | None = None
    """What became of each item under `delete`."""

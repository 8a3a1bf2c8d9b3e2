"""Answers about tags batch of wc/v1."""

from wooclient._runtime.models import Model
from wooclient.v1.models.common_errors import BatchItemError
from wooclient.v1.models.tags import ProductTag


class ProductTagBatchResult(Model):
    """One outcome per item of a batch, in the order sent."""

    __shown__ = ("create", "update", "delete")

    create: list[BatchItemError | ProductTag] | None = None
    """What became of each item under `create`."""
    update: list[BatchItemError | ProductTag] | None = None
    """What became of each item under `update`."""
    delete: list[BatchItemError | ProductTag] | None = None
    """What became of each item under `delete`."""

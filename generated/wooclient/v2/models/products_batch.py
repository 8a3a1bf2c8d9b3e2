"""Answers about products batch of wc/v2."""

from wooclient._runtime.models import Model
from wooclient.v2.models.common_errors import BatchItemError
from wooclient.v2.models.products import Product


class ProductBatchResult(Model):
    """One outcome per item of a batch, in the order sent."""

    __shown__ = ("create", "update", "delete")

    create: list[BatchItemError | Product] | None = None
    """What became of each item under `create`."""
    update: list[BatchItemError | Product] | None = None
    """What became of each item under `update`."""
    delete: list[BatchItemError | Product] | None = None
    """What became of each item under `delete`."""

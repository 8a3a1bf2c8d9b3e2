"""Answers about categories batch of wc/v1."""

from wooclient._runtime.models import Model
from wooclient.v1.models.categories import ProductCategory
from wooclient.v1.models.common_errors import BatchItemError


class ProductCategoryBatchResult(Model):
    """One outcome per item of a batch, in the order sent."""

    __shown__ = ("create", "update", "delete")

    create: list[BatchItemError | ProductCategory] | None = None
    """What became of each item under `create`."""
    update: list[BatchItemError | ProductCategory] | None = None
    """What became of each item under `update`."""
    delete: list[BatchItemError | ProductCategory] | None = None
    """What became of each item under `delete`."""

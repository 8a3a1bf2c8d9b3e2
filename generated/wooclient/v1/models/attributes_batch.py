"""Answers about attributes batch of wc/v1."""

from wooclient._runtime.models import Model
from wooclient.v1.models.attributes import ProductAttribute
from wooclient.v1.models.common_errors import BatchItemError


class ProductAttributeBatchResult(Model):
    """One outcome per item of a batch, in the order sent."""

    __shown__ = ("create", "update", "delete")

    create: list[BatchItemError | ProductAttribute] | None = None
    """What became of each item under `create`."""
    update: list[BatchItemError | ProductAttribute] | None = None
    """What became of each item under `update`."""
    delete: list[BatchItemError | ProductAttribute] | None = None
    """What became of each item under `delete`."""

"""Answers about attribute terms batch of wc/v1."""

from wooclient._runtime.models import Model
from wooclient.v1.models.attribute_terms import ProductAttributeTerm
from wooclient.v1.models.common_errors import BatchItemError


class ProductAttributeTermBatchResult(Model):
    """One outcome per item of a batch, in the order sent."""

    __shown__ = ("create", "update", "delete")

    create: list[BatchItemError | ProductAttributeTerm] | None = None
    """What became of each item under `create`."""
    update: list[BatchItemError | ProductAttributeTerm] | None = None
    """What became of each item under `update`."""
    delete: list[BatchItemError | ProductAttributeTerm] | None = None
    """What became of each item under `delete`."""

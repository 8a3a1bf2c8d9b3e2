"""Answers about brands batch of wc/v2."""

from wooclient._runtime.models import Model
from wooclient.v2.models.brands import ProductBrand
from wooclient.v2.models.common_errors import BatchItemError


class ProductBrandBatchResult(Model):
    """One outcome per item of a batch, in the order sent."""

    __shown__ = ("create", "update", "delete")

    create: list[BatchItemError | ProductBrand] | None = None
    """What became of each item under `create`."""
    update: list[BatchItemError | ProductBrand] | None = None
    """What became of each item under `update`."""
    delete: list[BatchItemError | ProductBrand] | None = None
    """What became of each item under `delete`."""

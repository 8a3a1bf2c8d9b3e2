"""Answers about reviews v2 batch of wc/v2."""

from wooclient._runtime.models import Model
from wooclient.v2.models.common_errors import BatchItemError
from wooclient.v2.models.reviews_v2 import ProductReviewV2


class ProductReviewV2BatchResult(Model):
    """One outcome per item of a batch, in the order sent."""

    __shown__ = ("create", "update", "delete")

    create: list[BatchItemError | ProductReviewV2] | None = None
    """What became of each item under `create`."""
    update: list[BatchItemError | ProductReviewV2] | None = None
    """What became of each item under `update`."""
    delete: list[BatchItemError | ProductReviewV2] | None = None
    """What became of each item under `delete`."""

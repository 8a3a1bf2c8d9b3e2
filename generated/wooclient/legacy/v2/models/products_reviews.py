"""Answers about products reviews of wc-api/v2."""

from typing import Annotated, Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, ZuluDateTime


class LegacyProductReview(Model):
    """What a shopper wrote about a product."""

    __shown__ = ("id", "reviewer_name", "rating", "review")

    id: int
    """Number of the review."""
    created_at: ZuluDateTime
    """When it was written."""
    review: str
    """The text."""
    rating: Annotated[Literal["", "1", "2", "3", "4", "5"] | str, OPEN]
    """Stars as a digit; empty if none were given."""
    reviewer_name: str
    """Name of the writer."""
    reviewer_email: str
    """Mail address of the writer; may be empty."""
    verified: bool
    """Whether the writer bought the product."""

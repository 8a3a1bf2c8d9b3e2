"""Answers about reviews v2 of wc/v2."""

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import Json, LocalDateTime, UtcDateTime


class ProductReviewV2(Model):
    """What one person wrote about the product in the path."""

    __shown__ = ("id", "name", "email", "rating", "review")

    id: int
    """Number of the review, shared with WordPress comments and order notes."""
    date_created: LocalDateTime
    """When it was written, shop time."""
    date_created_gmt: UtcDateTime
    """When it was written, UTC. Stores heed it in a new review only; of a change they work it out from
    `date_created`.
    """
    review: str
    """The text as stored."""
    rating: int
    """Stars from 1 to 5, or 0 if none were given. The store does not check the range."""
    name: str
    """Name that the review appears under."""
    email: str
    """Address of the reviewer, not shown in the shop; may be empty."""
    verified: bool
    """Whether the reviewer bought the product."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""

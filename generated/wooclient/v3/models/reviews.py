"""Answers about reviews of wc/v3."""

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, Json, LocalDateTime, UtcDateTime


class ProductReview(Model):
    """What one person wrote about one product."""

    __shown__ = ("id", "product_name", "product_id", "reviewer", "rating", "review", "status")

    id: int
    """Number of the review. Reviews share their numbers with WordPress comments and order notes."""
    date_created: LocalDateTime
    """When it was written, shop time. The store does not announce that requests may set it, but they may, for example
    to bring reviews over from elsewhere.
    """
    date_created_gmt: UtcDateTime
    """When it was written, UTC. Requests may set it in place of `date_created`."""
    product_id: int
    """Number of the product; a variation is refused."""
    product_name: str
    """Current name of the product."""
    product_permalink: str | Literal[False]
    """Page of the product in the shop; false if the product no longer exists."""
    status: Annotated[Literal["approved", "hold", "spam", "trash", "post-trashed"] | str, OPEN]
    """State of the review. `post-trashed` means that its product is in the trash. Requests know `unspam` and `untrash`
    besides, which bring back the state of before.
    """
    reviewer: str
    """Name that the review appears under."""
    reviewer_email: str
    """Address of the reviewer, not shown in the shop; "" if there is none. A new review with an invalid address is kept
    without one, an update with it is refused.
    """
    review: str
    """The text, in `view` context wrapped in paragraphs. It must not be empty."""
    rating: int
    """Stars from 1 to 5, or 0 if none were given. The store does not check the range."""
    verified: bool
    """Whether the reviewer bought the product. Requests can set it to true since WooCommerce 9.3; earlier releases
    ignore it, and false is always ignored.
    """
    reviewer_avatar_urls: dict[str, str] | None = None
    """Addresses of the portrait by its width in pixels, usually 24, 48 and 96. Missing if the shop shows no
    portraits.
    """
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class ProductReviewDeleted(Model):
    """Receipt for a review that was deleted permanently."""

    __shown__ = ("deleted", "previous")

    deleted: Literal[True]
    """Says that the review is gone."""
    previous: ProductReview
    """The review as it last was, without links."""


ProductsReviewsDeleteAnswer = ProductReview | ProductReviewDeleted

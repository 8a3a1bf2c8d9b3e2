"""What calls about reviews v2 of wc/v2 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required

from wooclient._runtime.declared import OffsetlessDateTimeInput, UtcDateTimeInput
from wooclient._runtime.inputs import Parameters


class ProductReviewV2Batch(Parameters, total=False):
    """Several changes to items of type ProductReviewV2 in one request."""

    create: Sequence[ProductReviewV2Create]
    """Items to make."""
    update: Sequence[ProductReviewV2BatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete permanently, by id."""


class ProductReviewV2Update(Parameters, total=False):
    """Changes to a review."""

    date_created: OffsetlessDateTimeInput
    """When it was written, shop time."""
    date_created_gmt: UtcDateTimeInput
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


class ProductReviewV2BatchItem(ProductReviewV2Update, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""


class ProductReviewV2Create(Parameters, total=False):
    """A new review."""

    date_created: OffsetlessDateTimeInput
    """When it was written, shop time."""
    date_created_gmt: UtcDateTimeInput
    """When it was written, UTC. Stores heed it in a new review only; of a change they work it out from
    `date_created`.
    """
    review: Required[str]
    """The text as stored."""
    rating: int
    """Stars from 1 to 5, or 0 if none were given. The store does not check the range."""
    name: Required[str]
    """Name that the review appears under."""
    email: Required[str]
    """Address of the reviewer, not shown in the shop; may be empty."""

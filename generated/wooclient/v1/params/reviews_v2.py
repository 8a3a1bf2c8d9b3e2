"""What calls about reviews v2 of wc/v1 take."""

from __future__ import annotations

from typing import Required

from wooclient._runtime.declared import OffsetlessDateTimeInput
from wooclient._runtime.inputs import Parameters


class ProductReviewV2Create(Parameters, total=False):
    """A new review."""

    date_created: OffsetlessDateTimeInput
    """When it was written: UTC in answers, shop time in requests."""
    review: Required[str]
    """The text as stored."""
    rating: int
    """Stars from 1 to 5, or 0 if none were given. The store does not check the range."""
    name: Required[str]
    """Name that the review appears under."""
    email: Required[str]
    """Address of the reviewer, not shown in the shop; may be empty."""


class ProductReviewV2Update(Parameters, total=False):
    """Changes to a review."""

    date_created: OffsetlessDateTimeInput
    """When it was written: UTC in answers, shop time in requests."""
    review: str
    """The text as stored."""
    rating: int
    """Stars from 1 to 5, or 0 if none were given. The store does not check the range."""
    name: str
    """Name that the review appears under."""
    email: str
    """Address of the reviewer, not shown in the shop; may be empty."""

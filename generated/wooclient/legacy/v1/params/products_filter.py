"""What calls about products filter of wc-api/v1 take."""

from __future__ import annotations

from typing import TypedDict

from wooclient._runtime.declared import CommaListInput, LimitInput, UtcMomentInput


class LegacyProductFilter(TypedDict, total=False):
    """Limits a list of products; every part may be left out."""

    limit: LimitInput
    """How many products a page holds; -1 means all. At least -1."""
    offset: int
    """Skip this many products from the start of the results. At least 0."""
    q: str
    """Only products in whose text this occurs."""
    type: CommaListInput
    """Kinds of product, joined by commas. `type` outside of the filter wins."""
    created_at_min: UtcMomentInput
    """Only products made at this moment or later (`2025-06-01` or `2025-06-01T10:00:00Z`, read as UTC)."""
    created_at_max: UtcMomentInput
    """Only products made at this moment or earlier (UTC)."""
    updated_at_min: UtcMomentInput
    """Only products last changed at this moment or later (UTC)."""
    updated_at_max: UtcMomentInput
    """Only products last changed at this moment or earlier (UTC)."""
    meta: bool
    """Add `product_meta` to each product. Only the word `true` is understood."""

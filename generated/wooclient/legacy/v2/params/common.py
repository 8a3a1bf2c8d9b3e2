"""What calls about common of wc-api/v2 take."""

from __future__ import annotations

from typing import Literal, TypedDict

from wooclient._runtime.declared import CommaListInput, LimitInput, UtcMomentInput
from wooclient.legacy.v2.enums import FilterOrderbyValue

#: Keys that Python cannot spell as the store does.
WIRE_NAMES: dict[str, str] = {
    "in_": "in",
}


class Filter(TypedDict, total=False):
    """Limits a list; every part may be left out."""

    limit: LimitInput
    """How many items a page holds; -1 means all. The store's own setting for posts per page if absent. At least -1."""
    offset: int
    """Skip this many items from the start of the results. At least 0."""
    q: str
    """Only items that contain this text."""
    created_at_min: UtcMomentInput
    """Only items made at this moment or later (`2025-06-01` or `2025-06-01T10:00:00Z`, always read as UTC)."""
    created_at_max: UtcMomentInput
    """Only items made at this moment or earlier (UTC)."""
    updated_at_min: UtcMomentInput
    """Only items last changed at this moment or later (UTC)."""
    updated_at_max: UtcMomentInput
    """Only items last changed at this moment or earlier (UTC)."""
    order: Literal["ASC", "DESC", "asc", "desc"]
    """Direction of the sort."""
    orderby: FilterOrderbyValue | str
    """What to sort by. The two `meta_value` words need `orderby_meta_key`."""
    orderby_meta_key: str
    """Custom field to sort by. Read only together with `orderby`; items without that field drop out."""
    post_status: str
    """Status of the items to find; `any` finds all but the trash."""
    in_: CommaListInput
    """Ids joined by commas; only these items."""
    meta: bool
    """Add the public custom fields to each item. Only the word `true` is understood."""


class MetaFilter(TypedDict, total=False):
    """What a single item shows beyond its own fields."""

    meta: bool
    """Add the public custom fields. Only the word `true` is understood."""

"""What calls about products filter of wc-api/v2 take."""

from __future__ import annotations

from typing import Literal, TypedDict

from wooclient._runtime.declared import CommaListInput, LimitInput, UtcMomentInput
from wooclient.legacy.v2.enums import LegacyProductFilterOrderbyValue

#: Keys that Python cannot spell as the store does.
WIRE_NAMES: dict[str, str] = {
    "in_": "in",
}


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
    category: CommaListInput
    """Slugs of categories, joined by commas; a product in any of them counts."""
    sku: str
    """Only the product or variation with exactly this SKU."""
    created_at_min: UtcMomentInput
    """Only products made at this moment or later (`2025-06-01` or `2025-06-01T10:00:00Z`, read as UTC)."""
    created_at_max: UtcMomentInput
    """Only products made at this moment or earlier (UTC)."""
    updated_at_min: UtcMomentInput
    """Only products last changed at this moment or later (UTC)."""
    updated_at_max: UtcMomentInput
    """Only products last changed at this moment or earlier (UTC)."""
    order: Literal["ASC", "DESC", "asc", "desc"]
    """Direction of the sort."""
    orderby: LegacyProductFilterOrderbyValue | str
    """What to sort by. The two `meta_value` words need `orderby_meta_key`."""
    orderby_meta_key: str
    """Custom field to sort by, for example `_price`. Read only together with `orderby`."""
    post_status: str
    """Status of the products to find instead of `publish`; `any` finds all but the trash."""
    in_: CommaListInput
    """Ids joined by commas; only these products."""
    meta: bool
    """Add `product_meta` to each product. Only the word `true` is understood."""

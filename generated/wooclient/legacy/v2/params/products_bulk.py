"""What calls about products bulk of wc-api/v2 take."""

from __future__ import annotations

from wooclient.legacy.v2.params.products import LegacyProductUpdate


class LegacyProductBulkItem(LegacyProductUpdate, total=False):
    """A product to change, found by `id` or else by `sku`; one that is not found by its SKU is made and needs a
    title.
    """

    id: int
    """Product to change."""

"""What calls about marketplace of wc/v1 take."""

from __future__ import annotations

from typing import Required

from wooclient._runtime.declared import FieldsInput
from wooclient._runtime.inputs import Parameters


class MarketplaceProductPreviewParams(Parameters, total=False):
    """Parameters of marketplace.product_preview."""

    product_id: Required[int]
    """Number of the extension at woocommerce.com."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """

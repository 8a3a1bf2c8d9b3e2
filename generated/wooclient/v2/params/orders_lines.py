"""What calls about orders lines of wc/v2 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from wooclient._runtime.declared import DecimalInput
from wooclient._runtime.inputs import ClearWithText
from wooclient.v3.params.common import MetaDataInput

#: Items of a list that are changed by their ids: the field in which null takes one away, then those named again.
ROWS: dict[str, tuple[str, ...]] = {
    "OrderLineItemInput": ("product_id",),
}


class OrderLineItemInput(TypedDict, total=False):
    """One product of an order or refund; in a refund, counts and sums are negative."""

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    name: str
    """Name of the product when it was ordered."""
    product_id: int | None
    """Product, or the variable product of a variation; 0 once it is gone. A new line needs this, `variation_id` or
    `sku`. Null together with an `id` removes the line.
    """
    variation_id: int
    """Variation that was ordered; 0 if the product has none."""
    quantity: int
    """How many; a whole number unless a plugin sells fractions. In a request 0 together with an `id` removes the
    line.
    """
    tax_class: str | ClearWithText
    """Slug of the tax class; empty for the standard one. The store refuses slugs it does not know. CLEAR sends ""."""
    subtotal: DecimalInput
    """Sum of the line before coupons, without tax."""
    total: DecimalInput
    """Sum of the line after coupons, without tax."""
    meta_data: Sequence[MetaDataInput]
    """Custom fields. Those you do not send stay as they are."""
    sku: str
    """Stock keeping unit; null once the product is gone. In a request it can name the product."""

"""What calls about orders lines of wc-api/v2 take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypedDict

from wooclient._runtime.declared import Decimal6Input, DecimalInput, QuantityInput

#: Items of a list that are changed by their ids: the field in which null takes one away, then those named again.
ROWS: dict[str, tuple[str, ...]] = {
    "LegacyOrderCouponLineInput": ("code",),
    "LegacyOrderFeeLineInput": ("title",),
    "LegacyOrderLineItemInput": ("product_id", "product_id"),
    "LegacyOrderShippingLineInput": ("method_id",),
}


class LegacyOrderCouponLineInput(TypedDict, total=False):
    """A coupon used on an order."""

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    code: str | None
    """Code of the coupon. A new line needs it, and null together with an `id` removes the line."""
    amount: DecimalInput
    """What it took off, not below 0."""


class LegacyOrderFeeLineInput(TypedDict, total=False):
    """A further charge on an order, or something taken off if it is below 0."""

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    title: str | None
    """What it is for. A new line needs it, and null together with an `id` removes the line."""
    taxable: Literal[True]
    """Says that a new fee is taxed, as all are; `tax_class` is a must then. The store does not heed false."""
    tax_class: str
    """Slug of the tax class, empty for the standard one."""
    total: Decimal6Input
    """The charge without tax."""


class LegacyOrderLineItemInput(TypedDict, total=False):
    """A product on an order or refund."""

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    subtotal: Decimal6Input
    """Sum of the line before coupons, without tax."""
    total: Decimal6Input
    """Sum of the line after coupons, without tax. Worked out from the price of the product if not sent."""
    quantity: QuantityInput
    """How many, more than 0 in a request. A whole number unless a plugin sells fractions; below 0 in a refund."""
    product_id: int | None
    """Product or variation; 0 once it is gone. A new line needs this or `sku`, a change needs it again, and null
    together with an `id` removes the line.
    """
    sku: str
    """Stock keeping unit, null once the product is gone. It can stand for `product_id` in a new line."""
    variations: Mapping[str, str]
    """Choices by attribute, to find a variation of the product that `product_id` names."""


class LegacyOrderShippingLineInput(TypedDict, total=False):
    """One shipment of an order."""

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    method_id: str | None
    """Shipping method. A new line needs one, and null together with an `id` removes the line."""
    method_title: str
    """Name of the method as the customer saw it."""
    total: Decimal6Input
    """Price without tax, not below 0."""

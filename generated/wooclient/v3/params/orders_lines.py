"""What calls about orders lines of wc/v3 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from wooclient._runtime.declared import DecimalInput, NumberInput
from wooclient._runtime.inputs import ClearWithText
from wooclient.v3.params.common import MetaDataInput

#: Items of a list that are changed by their ids: the field in which null takes one away, then those named again.
ROWS: dict[str, tuple[str, ...]] = {
    "OrderFeeLineInput": ("name",),
    "OrderLineItemInput": ("product_id",),
    "OrderShippingLineInput": ("method_id",),
}


class OrderCouponLineInput(TypedDict, total=False):
    """A coupon used in an order."""

    code: Required[str]
    """Code of the coupon, in small letters from release 10.0 on. It must exist and fit the order."""


class OrderFeeLineInput(TypedDict, total=False):
    """A charge, or with a negative sum a rebate, that is neither product nor shipping."""

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    name: str | None
    """What the charge is for. A new line must have one. Null together with an `id` removes the line."""
    tax_class: str | ClearWithText
    """Slug of the tax class; empty for the standard one. CLEAR sends ""."""
    tax_status: Literal["taxable", "none"]
    """Whether the charge is taxed; a new line is `taxable`."""
    total: DecimalInput
    """The charge without tax."""
    meta_data: Sequence[MetaDataInput]
    """Custom fields. Those you do not send stay as they are."""


class OrderLineCostDict(TypedDict, total=False):
    """Cost of one order line."""

    value: NumberInput
    """Cost of all pieces of the line."""


class OrderLineItemInput(TypedDict, total=False):
    """One product of an order or refund; in a refund, counts and sums are negative."""

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    name: str
    """Name of the product when it was ordered."""
    product_id: int | None
    """Product, or the variable product of a variation; 0 once it is gone. A new line needs this, `variation_id` or
    `sku`. Null together with an `id` removes the line. The store does not check the number: if no product has it,
    the line is added without product and name, and costs 0.00.
    """
    variation_id: int
    """Variation that was ordered; 0 if the product has none. In a request it counts before `product_id`; if no
    variation has the number, the line is added without product and name, and costs 0.00.
    """
    quantity: int
    """How many; a whole number unless a plugin sells fractions. In a request 0 together with an `id` removes the line.
    A change of the quantity alone leaves `subtotal` and `total` as they were, and so the order's total: send all
    three.
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
    """Stock keeping unit; null once the product is gone. In a request it can name the product, and counts before
    `variation_id` and `product_id`. The store does not check it: if no product has it, the line is added without
    product and name, and costs 0.00.
    """
    cost_of_goods_sold: OrderLineCostDict
    """What the goods of the line cost the shop. Only while the store keeps track of costs. New in WooCommerce 9.5."""


class OrderShippingLineInput(TypedDict, total=False):
    """One shipment of an order and its price."""

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    method_title: str
    """Name of the shipping method as the customer saw it."""
    method_id: str | None
    """Shipping method, for example `flat_rate`. A new line must have one. Null together with an `id` removes the
    line.
    """
    instance_id: str | ClearWithText
    """Number, as text, of the method in its shipping zone; empty if the method came from no zone. CLEAR sends ""."""
    total: DecimalInput
    """Cost without tax."""
    meta_data: Sequence[MetaDataInput]
    """Custom fields. Those you do not send stay as they are."""

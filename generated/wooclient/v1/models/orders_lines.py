"""Answers about orders lines of wc/v1."""

from typing import Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import DecimalOrEmpty, DecimalText, Number


class OrderCouponLineV1(Model):
    """A coupon noted on an order, as wc/v1 answers it."""

    __shown__ = ("id", "code", "discount")

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    code: str
    """Code of the coupon; wc/v1 does not check it. A new line must have one. Null together with an `id` removes the
    line.
    """
    discount: DecimalText
    """What it took off, without tax."""
    discount_tax: DecimalText
    """Tax it took off."""


class OrderLineTax(Model):
    """Tax of one line under one rate."""

    __shown__ = ("id", "total")

    id: int
    """Number of the tax rate."""
    total: DecimalOrEmpty
    """Tax after coupons."""
    subtotal: DecimalOrEmpty = None
    """Tax before coupons; empty on shipping and fees, which coupons do not touch. wc/v1 leaves it out on shipping."""


class OrderFeeLine(Model):
    """A charge, or with a negative sum a rebate, that is neither product nor shipping."""

    __shown__ = ("id", "name", "total")

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    name: str
    """What the charge is for. A new line must have one. Null together with an `id` removes the line."""
    tax_class: str
    """Slug of the tax class; empty for the standard one."""
    tax_status: Literal["taxable", "none"]
    """Whether the charge is taxed; a new line is `taxable`."""
    total: DecimalText
    """The charge without tax."""
    total_tax: DecimalText
    """Tax on the charge."""
    taxes: list[OrderLineTax]
    """Tax of the line by rate."""


class OrderLineMetaV1(Model):
    """One custom field of an order line as wc/v1 shows it."""

    __shown__ = ("key", "label", "value")

    key: str
    """Name of the custom field."""
    label: str
    """Name of the custom field for people."""
    value: str
    """What it holds, as text without markup."""


class OrderLineItemV1(Model):
    """One product of an order or refund as wc/v1 answers it; in a refund, counts and sums are negative."""

    __shown__ = ("id", "name", "product_id", "sku", "quantity", "price", "total")

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    name: str
    """Name of the product when it was ordered."""
    sku: str | None
    """Stock keeping unit; null once the product is gone. In a request it can name the product, and counts before
    `variation_id` and `product_id`. The store does not check it: if no product has it, the line is added without
    product and name, and costs 0.00.
    """
    product_id: int
    """Product, or the variable product of a variation; 0 once it is gone. A new line needs this, `variation_id` or
    `sku`. Null together with an `id` removes the line. The store does not check the number: if no product has it,
    the line is added without product and name, and costs 0.00.
    """
    variation_id: int
    """Variation that was ordered; 0 if the product has none. In a request it counts before `product_id`; if no
    variation has the number, the line is added without product and name, and costs 0.00.
    """
    quantity: Number
    """How many; a whole number unless a plugin sells fractions. In a request 0 together with an `id` removes the line.
    A change of the quantity alone leaves `subtotal` and `total` as they were, and so the order's total: send all
    three.
    """
    tax_class: str
    """Slug of the tax class; empty for the standard one. The store refuses slugs it does not know."""
    price: DecimalText
    """`total` divided by `quantity`, as text in wc/v1."""
    subtotal: DecimalText
    """Sum of the line before coupons, without tax."""
    subtotal_tax: DecimalText
    """Tax on `subtotal`."""
    total: DecimalText
    """Sum of the line after coupons, without tax."""
    total_tax: DecimalText
    """Tax on `total`."""
    taxes: list[OrderLineTax]
    """Tax of the line by rate."""
    meta: list[OrderLineMetaV1]
    """Custom fields whose name has no underscore in front, with the choices of a variation among them."""


class OrderShippingLine(Model):
    """One shipment of an order and its price."""

    __shown__ = ("id", "method_title", "total")

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    method_title: str
    """Name of the shipping method as the customer saw it."""
    method_id: str
    """Shipping method, for example `flat_rate`. A new line must have one. Null together with an `id` removes the
    line.
    """
    total: DecimalText
    """Cost without tax."""
    total_tax: DecimalOrEmpty
    """Tax on the cost; empty if there is none."""
    taxes: list[OrderLineTax]
    """Tax of the line by rate."""


class OrderTaxLine(Model):
    """Sum of one tax rate over the whole order."""

    __shown__ = ("id", "label", "tax_total")

    id: int
    """Number of the line."""
    rate_code: str
    """Code of the rate, made of country, state, name and priority."""
    rate_id: int
    """Number of the tax rate."""
    label: str
    """Name of the tax as customers see it."""
    compound: bool
    """Whether this tax is charged on top of other taxes."""
    tax_total: DecimalText
    """Tax on products and fees."""
    shipping_tax_total: DecimalText
    """Tax on shipping."""

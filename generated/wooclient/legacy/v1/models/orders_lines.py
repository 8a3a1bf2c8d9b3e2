"""Answers about orders lines of wc-api/v1."""

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import DecimalText, Number


class LegacyOrderCouponLine(Model):
    """A coupon used on an order."""

    __shown__ = ("id", "code", "amount")

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    code: str
    """Code of the coupon. A new line needs it, and null together with an `id` removes the line."""
    amount: DecimalText
    """What it took off, not below 0."""


class LegacyOrderFeeLine(Model):
    """A further charge on an order, or something taken off if it is below 0."""

    __shown__ = ("id", "title", "total")

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    title: str
    """What it is for. A new line needs it, and null together with an `id` removes the line."""
    tax_class: str
    """Slug of the tax class, empty for the standard one."""
    total: DecimalText
    """The charge without tax."""
    total_tax: DecimalText
    """Tax on `total`, which the store works out itself."""


class LegacyOrderLineItem(Model):
    """A product on an order or refund."""

    __shown__ = ("id", "name", "sku", "quantity", "price", "total")

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    subtotal: DecimalText
    """Sum of the line before coupons, without tax."""
    total: DecimalText
    """Sum of the line after coupons, without tax. Worked out from the price of the product if not sent."""
    total_tax: DecimalText
    """Tax on `total`, which the store works out itself."""
    price: DecimalText
    """What one piece comes to after coupons, without tax."""
    quantity: Number
    """How many, more than 0 in a request. A whole number unless a plugin sells fractions; below 0 in a refund."""
    tax_class: str
    """Slug of the tax class, empty for the standard one."""
    name: str
    """What the product was called when it was bought."""
    product_id: int
    """Product or variation; 0 once it is gone. A new line needs this or `sku`, a change needs it again, and null
    together with an `id` removes the line.
    """
    sku: str | None
    """Stock keeping unit, null once the product is gone. It can stand for `product_id` in a new line."""


class LegacyOrderShippingLine(Model):
    """One shipment of an order."""

    __shown__ = ("id", "method_title", "total")

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    method_id: str
    """Shipping method. A new line needs one, and null together with an `id` removes the line."""
    method_title: str
    """Name of the method as the customer saw it."""
    total: DecimalText
    """Price without tax, not below 0."""


class LegacyOrderTaxLine(Model):
    """One tax rate summed up over the order."""

    __shown__ = ("code", "title", "total")

    code: str
    """Country, state, name and priority of the rate in one word."""
    title: str
    """Name of the tax as customers see it."""
    total: DecimalText
    """The tax on goods and shipping."""
    compound: bool
    """Whether it was charged on top of other taxes."""

"""Answers about orders lines of wc/v2."""

from typing import Annotated, Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalNumber, DecimalOrEmpty, DecimalText, Number
from wooclient.v2.models.common import MetaData


class OrderCouponLine(Model):
    """A coupon used in an order."""

    __shown__ = ("id", "code", "discount_type", "discount")

    id: int
    """Number of the line. The store refuses a request that sends it."""
    code: str
    """Code of the coupon, in small letters from release 10.0 on. It must exist and fit the order."""
    discount: DecimalText
    """What it took off, without tax and without trailing zeros."""
    discount_tax: DecimalText
    """Tax it took off, without trailing zeros."""
    meta_data: list[MetaData]
    """Custom fields, among them what the store remembers of the coupon."""
    discount_type: Annotated[Literal["percent", "fixed_cart", "fixed_product"] | str, OPEN] | None = None
    """How the coupon counted when it was used. New in WooCommerce 8.7."""
    nominal_amount: Number | None = None
    """Per cent or money that the coupon promised when it was used. New in WooCommerce 8.7."""
    free_shipping: bool | None = None
    """Whether the coupon made shipping free. New in WooCommerce 8.7."""


class OrderLineTax(Model):
    """Tax of one line under one rate."""

    __shown__ = ("id", "total")

    id: int
    """Number of the tax rate."""
    total: DecimalOrEmpty
    """Tax after coupons."""
    subtotal: DecimalOrEmpty
    """Tax before coupons; empty on shipping and fees, which coupons do not touch. wc/v1 leaves it out on shipping."""


class OrderFeeLine(Model):
    """A charge, or with a negative sum a rebate, that is neither product nor shipping."""

    __shown__ = ("id", "name", "amount", "total")

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    name: str
    """What the charge is for. A new line must have one. Null together with an `id` removes the line."""
    tax_class: str
    """Slug of the tax class; empty for the standard one."""
    tax_status: Literal["taxable", "none"]
    """Whether the charge is taxed; a new line is `taxable`."""
    amount: DecimalOrEmpty
    """The charge as the cart stated it; empty if the fee came from elsewhere. `total` is what counts."""
    total: DecimalText
    """The charge without tax."""
    total_tax: DecimalText
    """Tax on the charge."""
    taxes: list[OrderLineTax]
    """Tax of the line by rate."""
    meta_data: list[MetaData]
    """Custom fields. Those you do not send stay as they are."""


class OrderLineImage(Model):
    """Picture of a product on an order line."""

    __shown__ = ("id", "src")

    id: int | str
    """Number of the picture, often as text; empty text or 0 for none."""
    src: str | bool
    """Address of the full picture; empty for none, false if its file record is gone."""


class OrderLineItem(Model):
    """One product of an order or refund; in a refund, counts and sums are negative."""

    __shown__ = ("id", "name", "product_id", "sku", "quantity", "price", "total")

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    name: str
    """Name of the product when it was ordered."""
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
    meta_data: list[MetaData]
    """Custom fields. Those you do not send stay as they are."""
    sku: str | None
    """Stock keeping unit; null once the product is gone. In a request it can name the product, and counts before
    `variation_id` and `product_id`. The store does not check it: if no product has it, the line is added without
    product and name, and costs 0.00.
    """
    global_unique_id: str | None = None
    """Barcode number of the product, such as a GTIN or EAN; empty if it has none, null once the product is gone. New in
    WooCommerce 10.1.
    """
    price: DecimalNumber
    """`total` divided by `quantity`, not rounded; 0 for no pieces."""
    image: OrderLineImage
    """Main picture of the product."""
    parent_name: str | None
    """Name of the variable product if the line is a variation, else null."""


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
    instance_id: str
    """Number, as text, of the method in its shipping zone; empty if the method came from no zone."""
    total: DecimalText
    """Cost without tax."""
    total_tax: DecimalText
    """Tax on the cost."""
    taxes: list[OrderLineTax]
    """Tax of the line by rate."""
    tax_status: Literal["taxable", "none"] | None = None
    """Whether the cost is taxed. New in WooCommerce 9.6."""
    meta_data: list[MetaData]
    """Custom fields. Those you do not send stay as they are."""


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
    rate_percent: Number | None
    """The rate in per cent; 0 or null on orders older than this field."""
    meta_data: list[MetaData]
    """Custom fields. Those you do not send stay as they are."""

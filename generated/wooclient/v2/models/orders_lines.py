"""Answers about orders lines of wc/v2."""

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import DecimalNumber, DecimalText, Number
from wooclient.v3.models.common import MetaData
from wooclient.v3.models.orders_lines import OrderLineImage, OrderLineTax


class OrderLineItem(Model):
    """One product of an order or refund; in a refund, counts and sums are negative."""

    __shown__ = ("id", "name", "product_id", "sku", "quantity", "price", "total")

    id: int
    """Number of the line. Send it to change or remove this line, leave it out to add one."""
    name: str
    """Name of the product when it was ordered."""
    product_id: int
    """Product, or the variable product of a variation; 0 once it is gone. A new line needs this, `variation_id` or
    `sku`. Null together with an `id` removes the line.
    """
    variation_id: int
    """Variation that was ordered; 0 if the product has none."""
    quantity: Number
    """How many; a whole number unless a plugin sells fractions. In a request 0 together with an `id` removes the
    line.
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
    """Stock keeping unit; null once the product is gone. In a request it can name the product."""
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

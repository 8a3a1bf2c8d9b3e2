"""Answers about order refunds of wc-api/v2."""

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import DecimalText, Number, ZuluDateTime
from wooclient.legacy.v2.models.orders_lines import LegacyOrderLineMeta


class LegacyRefundLine(Model):
    """A product given back."""

    __shown__ = ("id", "name", "sku", "quantity", "price", "total")

    id: int
    """Number of the line."""
    subtotal: DecimalText
    """Sum given back, without tax."""
    subtotal_tax: DecimalText
    """Tax on `subtotal`."""
    total: DecimalText
    """Sum given back, without tax."""
    total_tax: DecimalText
    """Tax on `total`."""
    price: DecimalText
    """What one piece comes to."""
    quantity: Number
    """How many, below 0; 0 if only money went back."""
    tax_class: str
    """Slug of the tax class, empty for the standard one."""
    name: str
    """What the product was called when it was bought."""
    product_id: int
    """Product or variation; 0 once it is gone."""
    sku: str | None
    """Stock keeping unit, null once the product is gone."""
    meta: list[LegacyOrderLineMeta]
    """Custom fields of the line, such as the choices that make a variation."""
    refunded_item_id: int
    """Line of the order that was given back. Most releases answer 0, as they keep it under another name."""


class LegacyRefund(Model):
    """Money given back for an order."""

    __shown__ = ("id", "amount", "reason")

    id: int
    """Number the store gave this refund."""
    created_at: ZuluDateTime
    """When it was made."""
    amount: DecimalText
    """Sum given back, without a minus sign."""
    reason: str
    """Why; empty if nobody said."""
    line_items: list[LegacyRefundLine]
    """Products given back, with sums and counts below 0."""

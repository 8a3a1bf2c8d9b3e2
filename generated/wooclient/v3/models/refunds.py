"""Answers about refunds of wc/v3."""

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import DecimalOrEmpty, DecimalText, Json, LocalDateTime, Number, UtcDateTime
from wooclient.v3.models.common import MetaData
from wooclient.v3.models.orders_lines import OrderFeeLine, OrderLineItem, OrderShippingLine, OrderTaxLine


class OrderRefund(Model):
    """Money given back for an order."""

    __shown__ = ("id", "amount", "reason")

    id: int
    """Number the store gave this refund; no order has the same one."""
    parent_id: int | None = None
    """Order that was refunded. Only in the list of all refunds. New in WooCommerce 9.0."""
    date_created: LocalDateTime
    """When the refund was made, shop time."""
    date_created_gmt: UtcDateTime
    """The same moment as `date_created`, in UTC."""
    amount: DecimalOrEmpty
    """Money that went back, taxes included, without a minus sign. Empty if wc/v1 or wc/v2 was given none."""
    reason: str
    """Why money went back; empty when nobody said."""
    refunded_by: int
    """User who made the refund."""
    refunded_payment: bool
    """Whether the payment gateway sent the money back by itself."""
    meta_data: list[MetaData]
    """Custom fields. Those you do not send stay as they are."""
    line_items: list[OrderLineItem]
    """Products that were refunded; empty if only an amount was named. A custom field names the line of the order."""
    shipping_lines: list[OrderShippingLine]
    """Shipping that was refunded, as negative sums."""
    tax_lines: list[OrderTaxLine]
    """Taxes that were refunded, one negative sum per rate."""
    fee_lines: list[OrderFeeLine]
    """Charges that were refunded, as negative sums."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class OrderRefundPreviewItem(Model):
    """One line of a refund that is not made yet."""

    __shown__ = ("id", "name", "product_id", "quantity", "total")

    id: int
    """Number of the line in the order."""
    name: str
    """Name on the line."""
    quantity: Number | None = None
    """Pieces that come back; only of products."""
    subtotal: DecimalText
    """Money without taxes."""
    tax: DecimalText
    """Taxes."""
    total: DecimalText
    """Money with taxes."""
    product_id: int | None = None
    """Number of the product; only of products."""


class OrderRefundPreviewPart(Model):
    """The lines of one kind."""

    __shown__ = ("total",)

    items: list[OrderRefundPreviewItem]
    """Each line."""
    subtotal: DecimalText
    """Money without taxes."""
    tax: DecimalText
    """Taxes."""
    total: DecimalText
    """Money with taxes."""


class OrderRefundPreviewParts(Model):
    """What a refund would come to, by kind of line."""

    __shown__ = ("products", "shipping", "fees")

    products: OrderRefundPreviewPart
    """Products."""
    shipping: OrderRefundPreviewPart
    """Shipping."""
    fees: OrderRefundPreviewPart
    """Further charges."""


class OrderRefundPreview(Model):
    """What a refund would come to."""

    __shown__ = ("total",)

    subtotal: DecimalText
    """Money without taxes."""
    tax: DecimalText
    """Taxes."""
    total: DecimalText
    """Money with taxes."""
    max_refundable: DecimalText
    """What can still be refunded of the order."""
    breakdown: OrderRefundPreviewParts
    """The same by kind of line."""

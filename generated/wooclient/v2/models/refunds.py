"""Answers about refunds of wc/v2."""

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import DecimalOrEmpty, Json, LocalDateTime, UtcDateTime
from wooclient.v2.models.common import MetaData
from wooclient.v2.models.orders_lines import OrderFeeLine, OrderLineItem, OrderShippingLine, OrderTaxLine


class OrderRefund(Model):
    """Money given back for an order."""

    __shown__ = ("id", "amount", "reason")

    id: int
    """Number the store gave this refund; no order has the same one."""
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

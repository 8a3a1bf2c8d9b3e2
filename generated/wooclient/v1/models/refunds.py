"""Answers about refunds of wc/v1."""

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import DecimalOrEmpty, Json, UtcDateTime
from wooclient.v1.models.orders_lines import OrderLineItemV1


class OrderRefundV1(Model):
    """Money given back for an order, as wc/v1 answers it."""

    __shown__ = ("id", "amount", "reason")

    id: int
    """Number the store gave this refund; no order has the same one."""
    date_created: UtcDateTime
    """When the refund was made; UTC in wc/v1."""
    amount: DecimalOrEmpty
    """Money that went back, taxes included, without a minus sign. Empty if wc/v1 or wc/v2 was given none."""
    reason: str
    """Why money went back; empty when nobody said."""
    line_items: list[OrderLineItemV1]
    """Products that were refunded; empty if only an amount was named."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""

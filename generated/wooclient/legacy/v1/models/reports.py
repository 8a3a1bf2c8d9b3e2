"""Answers about reports of wc-api/v1."""

from typing import Annotated, Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalOrEmpty, DecimalText


class LegacySalesPeriod(Model):
    """What was sold in one day or month."""

    __shown__ = ("sales", "orders", "items", "tax")

    sales: DecimalText
    """Sales."""
    orders: int
    """How many orders came."""
    items: int
    """How many pieces were bought."""
    tax: DecimalText
    """Taxes."""
    shipping: DecimalText
    """Prices of shipping, without tax."""
    discount: DecimalText
    """What coupons took off."""
    customers: int
    """How many accounts were opened."""


class LegacySalesReport(Model):
    """What was sold in a stretch of time."""

    __shown__ = ("total_sales", "average_sales", "total_orders", "total_items")

    total_sales: DecimalOrEmpty
    """All sales, from v2 on less what was given back. Empty in v1 if there were none."""
    average_sales: DecimalText
    """Sales per day or month, net from v2 on."""
    total_orders: int
    """How many orders came."""
    total_items: int
    """How many pieces were bought."""
    total_tax: DecimalText
    """All taxes."""
    total_shipping: DecimalOrEmpty
    """Prices of shipping, without tax. Empty in v1 if there were no sales."""
    total_discount: DecimalText
    """What coupons took off."""
    totals_grouped_by: Literal["day", "month"]
    """What each entry of `totals` stands for."""
    totals: dict[str, LegacySalesPeriod]
    """The same by day (`2025-06-03`) or month (`2025-06`)."""
    total_customers: int
    """How many accounts were opened."""


class LegacyTopSeller(Model):
    """A product that sells well."""

    __shown__ = ("title", "product_id", "quantity")

    title: str
    """What the product is called."""
    product_id: str
    """Number of the product, as text."""
    quantity: DecimalText
    """How many pieces were sold, as text."""


ReportsListAnswer = Annotated[Literal["sales", "sales/top_sellers"] | str, OPEN]

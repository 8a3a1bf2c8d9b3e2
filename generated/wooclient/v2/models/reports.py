"""Answers about reports of wc/v2."""

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalText, Json, Number
from wooclient.v2.enums import ReportSlugValue


class Report(Model):
    """The name of a report."""

    __shown__ = ("slug",)

    slug: Annotated[ReportSlugValue | str, OPEN]
    """Path of the report below `/reports/`."""
    description: str
    """What the report counts, in the language of the store."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class ReportSalesPeriod(Model):
    """Sales figures of one day or month. Refunds are not taken off."""

    __shown__ = ("sales", "orders", "items", "tax")

    sales: DecimalText
    """Takings with tax and shipping, before refunds."""
    orders: int
    """Orders of this day or month."""
    items: int
    """Pieces ordered."""
    tax: DecimalText
    """Tax on goods and shipping."""
    shipping: DecimalText
    """Shipping without tax."""
    discount: DecimalText
    """What coupons took off."""
    customers: int
    """Customer accounts opened."""
    refunds: DecimalText | None = None
    """Money given back on this day or in this month. New in WooCommerce 11.0. Known from documentation alone: no store
    was asked.
    """


class ReportSales(Model):
    """Sales figures of a period, in the currency of the store and with two decimals."""

    __shown__ = ("total_sales", "net_sales", "average_sales", "total_orders")

    total_sales: DecimalText
    """Takings with tax and shipping, less refunds."""
    net_sales: DecimalText
    """Takings without tax and shipping, less refunds."""
    average_sales: DecimalText
    """Net takings divided by the number of days or months."""
    total_orders: int
    """Orders in the period, refunded ones included."""
    total_items: int
    """Pieces ordered in the period, refunded ones included."""
    total_tax: DecimalText
    """Tax on goods and shipping, less what was refunded."""
    total_shipping: DecimalText
    """Shipping without tax, less what was refunded."""
    total_refunds: Number
    """Money given back in the period. A JSON number, unlike the other sums."""
    total_discount: DecimalText
    """What coupons took off."""
    totals_grouped_by: Literal["day", "month"]
    """Whether `totals` goes by day or by month; the store decides by the length of the period."""
    totals: dict[str, ReportSalesPeriod]
    """Figures by day (`2025-06-30`) or by month (`2025-06`), with an entry even where nothing was sold."""
    total_customers: int
    """Customer accounts opened in the period."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class ReportTopSeller(Model):
    """A product and how much of it was sold."""

    __shown__ = ("name", "product_id", "quantity")

    name: str
    """What the product is called today."""
    product_id: int
    """Number of the product; a variation counts for its parent."""
    quantity: Number
    """Pieces sold; a fraction only where a plugin allows fractions."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""

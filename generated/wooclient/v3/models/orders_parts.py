"""Answers about orders parts of wc/v3."""

from typing import Annotated, Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalText, Number
from wooclient.v3.enums import OrderStatusSlugValue


class OrderBilling(Model):
    """Address on the invoice. All fields are text, empty when unknown."""

    __shown__ = ("first_name", "last_name", "company", "city", "country", "email")

    first_name: str
    """Given name."""
    last_name: str
    """Family name."""
    company: str
    """Firm or organisation."""
    address_1: str
    """Street and house number."""
    address_2: str
    """Flat, floor or unit."""
    city: str
    """Town."""
    state: str
    """Code of the state or province if WooCommerce lists any for the country, else free text."""
    postcode: str
    """Postal code in the form usual in the country."""
    country: str
    """Country code of two capital letters. The store does not check it: it keeps `Germany` as sent, and finds no tax
    rate of that country.
    """
    email: str
    """Where order mails go. The store refuses an empty text here; send null to clear it."""
    phone: str
    """Telephone number."""


class OrderCost(Model):
    """Cost of the goods of an order."""

    __shown__ = ("total_value",)

    total_value: Number
    """Cost of all lines together."""


class OrderRefundSummary(Model):
    """One refund in short."""

    __shown__ = ("id", "total", "reason")

    id: int
    """Number of the refund."""
    reason: str
    """Why money went back; empty when nobody said."""
    total: DecimalText | Literal["-"]
    """Money that went back, with a minus sign; the bare sign if the refund was made without an amount."""
    total_tax: DecimalText | None = None
    """Tax in it, with a minus sign. New in WooCommerce 10.8. Known from documentation alone: no store was asked."""


class OrderShipping(Model):
    """Address of delivery. All fields are text, empty when unknown or when nothing is shipped."""

    __shown__ = ("first_name", "last_name", "company", "city", "country")

    first_name: str
    """Given name of the recipient."""
    last_name: str
    """Family name of the recipient."""
    company: str
    """Firm or organisation at the address."""
    address_1: str
    """Street and house number."""
    address_2: str
    """Flat, floor or unit."""
    city: str
    """Town."""
    state: str
    """Code of the state or province if WooCommerce lists any for the country, else free text."""
    postcode: str
    """Postal code in the form usual in the country."""
    country: str
    """Country code of two capital letters. The store does not check it: it keeps `Germany` as sent, and finds no tax
    rate of that country.
    """
    phone: str
    """Telephone number for the carrier."""


class OrderStatus(Model):
    """One state that orders of this store can have."""

    __shown__ = ("name", "slug")

    slug: Annotated[OrderStatusSlugValue | str, OPEN]
    """Word for the state, as in `status` of an order."""
    name: str
    """Name of the state in the language of the store."""

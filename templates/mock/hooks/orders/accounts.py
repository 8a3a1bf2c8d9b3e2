"""Accounts of those who order: what WooCommerce changes of them."""

from __future__ import annotations

from ... import text
from ...resource import Shop
from ...state import Doc


def written_whole(shop: Shop, customer: Doc) -> None:
    """An account becomes a buyer's, or is one no more: WordPress writes it as a whole, and signs of markup out."""
    for name in ("first_name", "last_name"):
        customer[name] = text.name(customer.get(name) or "")
    shop.resource("customers").stamp(customer, new=False)

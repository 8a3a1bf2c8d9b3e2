"""Currencies of orders: which ones the store knows, and their signs."""

from __future__ import annotations

import html

from ...errors import Refused
from ...resource import Shop

_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}


def symbol(shop: Shop, code: str) -> str:
    """The sign of a currency; its code, if the store knows none."""
    found = shop.state.get("data.currencies", code) or {}
    return _SYMBOLS.get(code) or html.unescape(str(found.get("symbol") or code))


def guard(shop: Shop, code: str) -> None:
    """Raise for a currency that the store does not know. A seed that names none says nothing of them."""
    known = {currency["code"] for currency in shop.state.all("data.currencies")}
    if known and code not in known:
        raise Refused(400, "order_invalid_currency", "This currency is not known.")

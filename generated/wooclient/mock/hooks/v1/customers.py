"""Customers in wc/v1: with their last order; and their downloads."""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...description import Json
from ...state import Doc
from .. import customers
from ..orders import buyers
from ..v2 import customers as newer
from .moments import InUtc, in_utc


class Customers(InUtc, newer.Customers):
    """Customers."""

    def show(self, call: Call, doc: Doc) -> Json:
        """With the last order."""
        last = buyers.last(self.shop, doc["id"]) or {}
        shown = super().show(call, doc)
        shown["last_order"] = {"id": last.get("id"), "date": last.get("date_created_gmt")}
        return shown


class Downloads(customers.Downloads):
    """What a customer may download."""

    def list(self, call: Call) -> Any:
        """With the address of the product instead of its name."""
        products: Any = self.shop.resource("products")
        found: list[Json] = []
        for row in in_utc(super().list(call)):
            product = self.state.get("products", row["product_id"])
            own = {name: value for name, value in row.items() if name not in ("product_name", "access_expires_gmt")}
            found.append({**own, "product_url": products.permalink(product) if product else ""})
        return found

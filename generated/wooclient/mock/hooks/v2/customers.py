"""Customers in wc/v2: how often they ordered, and what they spent."""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...description import Json
from ...kinds import is_map
from ...state import Doc
from .. import customers
from ..orders import buyers


class Customers(customers.Customers):
    """Customers, with sums over their orders."""

    def show(self, call: Call, doc: Doc) -> Json:
        """With sums. WooCommerce notes them as custom fields, which the next answer shows."""
        shown = super().show(call, doc)
        shown["orders_count"] = buyers.count(self.shop, doc["id"])
        shown["total_spent"] = buyers.spent(self.shop, doc["id"])
        return shown

    def set_shipping(self, call: Call, doc: Doc, value: Any) -> None:
        """There is a phone number in it, which this version shows and does not take."""
        sent = {name: part for name, part in value.items() if name != "phone"} if is_map(value) else value
        super().set_shipping(call, doc, sent)

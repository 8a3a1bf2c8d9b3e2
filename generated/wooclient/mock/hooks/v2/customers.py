"""Customers in wc/v2: how often they ordered, and what they spent."""

from __future__ import annotations

from typing import Any

from ... import money
from ...call import Call
from ...description import Json
from ...kinds import elements, is_map
from ...state import Doc, Query
from .. import customers
from ..orders import totals

_PAID = ("processing", "completed")
#: Orders that do not count as such.
_NONE = ("trash", "auto-draft", "checkout-draft")


class Customers(customers.Customers):
    """Customers, with sums over their orders."""

    def show(self, call: Call, doc: Doc) -> Json:
        """With sums. WooCommerce notes them as custom fields, which the next answer shows."""
        shown = super().show(call, doc)
        orders = self.orders_of(doc)
        # PHP adds floats, and what it notes shows it.
        spent = sum(float(order["total"]) for order in reversed(orders) if order["status"] in _PAID)
        shown.update(orders_count=len(orders), total_spent=money.fixed(money.decimal(repr(spent)), 2))
        self.note_sums(doc, str(len(orders)), str(totals.number_of(repr(spent))))
        return shown

    def set_shipping(self, call: Call, doc: Doc, value: Any) -> None:
        """There is a phone number in it, which this version shows and does not take."""
        sent = {name: part for name, part in value.items() if name != "phone"} if is_map(value) else value
        super().set_shipping(call, doc, sent)

    def orders_of(self, doc: Doc) -> list[Doc]:
        """The orders of a customer, newest first."""
        query = Query("orders")
        query.facet("customer", [doc["id"]])
        query.one_of("status", _NONE, negate=True)
        query.order = ["d.created DESC", "d.id DESC"]
        found = (self.state.get("orders", key) for key in self.state.select(query))
        return [order for order in found if order is not None]

    def note_sums(self, doc: Doc, count: str, spent: str) -> None:
        """Note the sums, where they are not what was noted last."""
        sums = dict(zip(customers.SUMS, (count, spent), strict=True))
        rows = elements(doc.get("meta_data"))
        if {row["key"]: row["value"] for row in rows if row["key"] in sums} == sums or not self.state.has(
            self.kind, doc["id"]
        ):
            return
        known = {row["key"]: row["id"] for row in rows}
        noted = [
            {"id": known.get(key) or self.state.next_id("meta"), "key": key, "value": value}
            for key, value in sums.items()
        ]
        copy = self.state.copy(self.kind, doc["id"]) or {}
        copy["meta_data"] = [*(row for row in rows if row["key"] not in sums), *noted]
        self.save(copy)

"""Orders in wc/v2: coupons are lines like others, which change no sums."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...call import Call
from ...kinds import is_list, is_map
from ...state import Doc, Query
from ..orders import lines, orders, showing

_LINES = ("line_items", "shipping_lines", "fee_lines", "coupon_lines")


class Orders(orders.Orders):
    """Orders."""

    counts_coupons = False

    def narrow(self, query: Query, call: Call) -> None:
        """Before 9.0 the filter by customer looks where only posts have something."""
        super().narrow(query, call)
        if call.gave("customer") and showing.from_tables(self.shop) and not self.shop.since(9, 0):
            query.nothing()

    def take_over(self, call: Call, doc: Doc, *, new: bool) -> None:
        """Coupons with the other lines. To take away what is not there is no fault."""
        sent = {name: _possible(doc[name], value) for name in _LINES if is_list(value := call.get(name))}
        super().take_over(replace(call, params={**call.params, **sent}), doc, new=new)
        lines.take(self.shop, doc, "coupon_lines", sent.get("coupon_lines"))

    def apply_coupons(self, doc: Doc, sent: Any) -> None:
        """They are lines, and nothing else."""


def _possible(rows: list[Doc], sent: list[Any]) -> list[Any]:
    """The changes of lines that can be made."""
    known = {row["id"] for row in rows}
    return [item for item in sent if not (is_map(item) and lines.removes(item) and item.get("id") not in known)]

"""Lines of orders and refunds in wc/v1: prices as texts, taxes with all decimals, custom fields as people read them."""

from __future__ import annotations

from typing import Any

from ... import money
from ...call import Call
from ...description import Json
from ...kinds import elements
from ...resource import Shop
from ...state import Doc
from ..orders import showing


def older(shop: Shop, call: Call, doc: Doc, shown: Json) -> Json:
    """An order or a refund with its lines in the older form."""
    places = showing.places(shop, call)
    found = dict(shown)
    for name in ("line_items", "shipping_lines", "fee_lines"):
        rows = zip(elements(shown.get(name)), elements(doc.get(name)), strict=True)
        found[name] = [_line(name, line, own, places) for line, own in rows]
    if "coupon_lines" in shown:
        found["coupon_lines"] = [_discount(line, places) for line in elements(shown["coupon_lines"])]
    return found


def _line(name: str, line: Json, own: Doc, places: int) -> Json:
    found = {**line, "taxes": [dict(tax) for tax in own["taxes"]]}
    match name:
        case "line_items":
            found["price"] = money.fixed(money.decimal(repr(line["price"])), places)
            found["meta"] = [_field(row) for row in line["meta_data"] if not str(row["key"]).startswith("_")]
        case "shipping_lines":
            found["taxes"] = [{"id": tax["id"], "total": tax["total"]} for tax in own["taxes"]]
        case _:
            # It says so of each fee, whether that is taxed or not.
            found["tax_status"] = "taxable"
    return found


def _discount(line: Json, places: int) -> Json:
    return {**line, **{name: money.fixed(line[name], places) for name in ("discount", "discount_tax")}}


def _field(row: Json) -> dict[str, Any]:
    return {"key": row["key"], "label": row["display_key"], "value": row["display_value"]}

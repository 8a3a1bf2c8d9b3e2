"""Orders of snapshots. Their sums were cut to the decimals of prices: what prices and rates tell is put back."""

from __future__ import annotations

from decimal import Decimal

from ... import money
from ...kinds import elements
from ...resource import Shop
from ...state import Doc
from . import taxing

_LINES = ("line_items", "tax_lines", "shipping_lines", "fee_lines", "coupon_lines")


def adopt(shop: Shop, doc: Doc) -> None:
    """Make the lines of an order or a refund ours."""
    for name in _LINES:
        if name != "coupon_lines" or "coupon_lines" in doc:
            doc[name] = elements(doc.get(name))
        for line in doc.get(name, []):
            _adopt_line(shop, line)
    # What is given back of taxes was typed in: no rate tells more of it.
    rates = [] if "refunded_by" in doc else [_rate(line) for line in doc["tax_lines"]]
    for name in ("line_items", "shipping_lines", "fee_lines"):
        for line in doc[name]:
            _adopt_taxes(shop, line, rates)
    if taxing.at_subtotal(shop):
        _adopt_sums(shop, doc)


def _adopt_line(shop: Shop, line: Doc) -> None:
    shop.state.reserve("order_items", line.get("id") or 0)
    line["meta_data"] = elements(line.get("meta_data"))
    for row in line["meta_data"]:
        shop.state.reserve("order_item_meta", row.get("id") or 0)
        # What only repeats is told anew, lest it stay as it was when the value changes.
        if row.get("display_key") == row["key"] and row.get("display_value") == row["value"]:
            del row["display_key"], row["display_value"]
    if "price" in line and line.get("quantity"):
        shown = line["total"]
        line["total"] = _finer(shop, money.decimal(repr(line["price"])) * money.decimal(repr(line["quantity"])), shown)
        line["subtotal"] = line["total"] if line["subtotal"] == shown else line["subtotal"]


def _rate(line: Doc) -> Doc:
    """The rate that a tax line is of, as it was then."""
    return {"id": line["rate_id"], "rate": line.get("rate_percent"), "compound": line.get("compound")}


def _adopt_taxes(shop: Shop, line: Doc, rates: list[Doc]) -> None:
    line["taxes"] = elements(line.get("taxes"))
    applied = [rate for rate in rates if any(tax["id"] == rate["id"] for tax in line["taxes"])]
    for name in ("total", "subtotal"):
        whole = taxing.computed(money.decimal(line[name]), applied) if name in line else {}
        for tax in line["taxes"]:
            if tax["id"] in whole and tax.get(name) not in ("", None):
                tax[name] = _finer(shop, whole[tax["id"]], tax[name])
    if taxing.at_subtotal(shop):
        for name, of in (("total_tax", "total"), ("subtotal_tax", "subtotal")):
            if name in line:
                line[name] = _finer(shop, sum((money.decimal(t[of]) for t in line["taxes"]), Decimal(0)), line[name])


def _adopt_sums(shop: Shop, doc: Doc) -> None:
    """Taxes of the whole order, where only those are rounded."""
    for line in doc["tax_lines"]:
        for name, kinds in (("tax_total", ("line_items", "fee_lines")), ("shipping_tax_total", ("shipping_lines",))):
            rows = [t for kind in kinds for each in doc[kind] for t in each["taxes"] if t["id"] == line["rate_id"]]
            line[name] = _finer(shop, sum((money.decimal(t["total"]) for t in rows), Decimal(0)), line[name])
    for name, of in (("cart_tax", "tax_total"), ("shipping_tax", "shipping_tax_total")):
        if name in doc:
            doc[name] = _finer(shop, sum((money.decimal(t[of]) for t in doc["tax_lines"]), Decimal(0)), doc[name])


def _finer(shop: Shop, whole: Decimal, shown: str) -> str:
    """A sum with more decimals, if it is what is shown when cut."""
    if len(str(shown).partition(".")[2]) != shop.places or money.fixed(whole, shop.places) != money.fixed(
        shown, shop.places
    ):
        return shown
    return money.trimmed(money.rounded(whole, 9))

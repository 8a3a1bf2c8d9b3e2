"""Totals of an order: taxes of its lines, tax lines, and the sums of it all, rounded as WooCommerce rounds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ... import money
from ...money import ZERO
from ...resource import Shop
from ...state import Doc
from . import bought, taxing
from .taxing import Taxes

#: An order that the database has no lines of yet.
NO_LINES: Doc = {"line_items": [], "fee_lines": [], "shipping_lines": []}


def calculate(shop: Shop, order: Doc, saved: Doc | None = None) -> None:
    """Work out all sums of an order. `saved` has the lines as they were last saved, if they changed since."""
    items = order["line_items"]
    subtotal = _items_total(shop, items, "subtotal")
    total = _items_total(shop, items, "total")
    shipping = sum((money.rounded(line["total"], shop.places) for line in order["shipping_lines"]), ZERO)
    fees = ZERO
    for fee in order["fee_lines"]:
        least = -money.rounded(total + fees + shipping, shop.places)
        if money.decimal(fee["total"]) < least < 0:
            fee["total"] = money.trimmed(least)
        fees += money.decimal(fee["total"])
    _tax_lines_of(shop, order, saved or order)
    update_taxes(shop, order)
    order["discount_total"] = money.trimmed(money.rounded(subtotal - total, shop.places))
    order["discount_tax"] = money.trimmed(taxing.rounded(shop, _taxes_saved(items)))
    order["shipping_total"] = money.trimmed(shipping)
    cart_tax, shipping_tax = money.decimal(order["cart_tax"]), money.decimal(order["shipping_tax"])
    order["total_tax"] = money.trimmed(money.rounded(cart_tax + shipping_tax, shop.places))
    order["total"] = money.trimmed(money.rounded(total + fees + shipping + cart_tax + shipping_tax, shop.places))
    # A subtotal that was sent lower than its total counts in the sums; whoever reads the line finds it raised.
    for line in items:
        raise_subtotal(line)


def raise_subtotal(line: Doc) -> None:
    """Make the subtotal of a line no lower than its total."""
    if money.decimal(line["subtotal"]) < money.decimal(line["total"]):
        line["subtotal"] = line["total"]


def _taxes_saved(items: list[Doc]) -> Decimal:
    """The taxes that coupons saved, in floats: where PHP's own error shows at half a cent, a store shows it."""
    rows = [row for line in items for row in line["taxes"]]
    before, after = (
        money.floats_added(float(money.decimal(row[name])) for row in rows) for name in ("subtotal", "total")
    )
    return money.decimal(before - after)


def _items_total(shop: Shop, items: list[Doc], name: str) -> Decimal:
    """The sum of all lines, each rounded first unless the shop rounds only once."""
    sums = [money.decimal(line[name]) for line in items]
    return sum(sums if taxing.at_subtotal(shop) else [money.rounded(s, shop.places) for s in sums], ZERO)


def _tax_lines_of(shop: Shop, order: Doc, saved: Doc) -> None:
    """The taxes of each line, anew."""
    where, on = taxing.place(shop, order), taxing.due(shop, order)
    classes: set[str] = set()
    for line in order["line_items"]:
        product = bought.of_line(shop, line)
        taxable = product is None or product.taxable
        if product is None or product.taxes_shipping:
            classes.add(line["tax_class"] or "")
        applying = taxing.rates(shop, where, line["tax_class"] or "") if taxable and on else []
        set_taxes(
            shop, line,
            taxing.computed(money.decimal(line["total"]), applying),
            taxing.computed(money.decimal(line["subtotal"]), applying),
        )  # fmt: skip
    for fee in order["fee_lines"]:
        set_taxes(shop, fee, _fee_taxes(shop, saved, fee, where) if on else {})
    shipping_class = _shipping_class(shop, classes)
    for line in order["shipping_lines"]:
        taxed = on and shipping_class is not None and line.get("tax_status", "taxable") == "taxable"
        applying = taxing.rates(shop, where, shipping_class or "", shipping=True) if taxed else []
        set_taxes(shop, line, taxing.computed(money.decimal(line["total"]), applying))


def _shipping_class(shop: Shop, classes: set[str]) -> str | None:
    """The class that shipping is taxed by: a setting, or the first one that the items have."""
    wanted = str(shop.option("tax", "woocommerce_shipping_tax_class", "inherit"))
    if wanted != "inherit":
        return wanted
    known = ["", *(str(c["slug"]) for c in shop.state.all("taxes.classes") if c["slug"] != "standard")]
    return next((slug for slug in known if slug in classes), None)


def _fee_taxes(shop: Shop, saved: Doc, fee: Doc, where: Doc) -> Taxes:
    """Taxes of a charge; one below zero takes its share of taxes from all that was in the order when it was saved."""
    amount = money.decimal(fee["total"])
    if amount >= 0:
        taxable = fee.get("tax_status", "taxable") == "taxable"
        return taxing.computed(amount, taxing.rates(shop, where, fee["tax_class"] or "")) if taxable else {}
    costs: dict[str | None, Decimal] = {}
    first: str | None = None
    for line in saved["line_items"]:
        product = bought.of_line(shop, line)
        name = line["tax_class"] or "" if product is None or product.taxable else None
        if first is None and (product is None or product.taxes_shipping):
            first = line["tax_class"] or ""
        costs[name] = costs.get(name, ZERO) + max(ZERO, money.decimal(line["total"]))
    shipping = str(shop.option("tax", "woocommerce_shipping_tax_class", "inherit"))
    for other in (*saved["fee_lines"], *saved["shipping_lines"]):
        own = other.get("tax_class", first if shipping == "inherit" else shipping) or ""
        name = own if other.get("tax_status") == "taxable" else None
        costs[name] = costs.get(name, ZERO) + max(ZERO, money.decimal(other["total"]))
    whole = sum(costs.values(), ZERO)
    found: Taxes = {}
    for name, cost in costs.items():
        if name is None or not whole or not cost:
            continue
        for rate, tax in taxing.computed(amount * cost / whole, taxing.rates(shop, where, name)).items():
            found[rate] = found.get(rate, ZERO) + tax
    return found


def set_taxes(shop: Shop, line: Doc, total: Taxes, subtotal: Taxes | None = None) -> None:
    """Write taxes to a line; the subtotal's are never below the total's. Only products have a subtotal."""
    if subtotal is not None and sum(subtotal.values(), ZERO) < sum(total.values(), ZERO):
        subtotal = total
    line["taxes"] = [
        {
            "id": rate,
            "total": money.trimmed(tax),
            "subtotal": "" if subtotal is None else money.trimmed(subtotal.get(rate, ZERO)),
        }
        for rate, tax in total.items()
    ]
    line["total_tax"] = money.trimmed(_sum(shop, total))
    if subtotal is not None:
        line["subtotal_tax"] = money.trimmed(_sum(shop, subtotal))


def _sum(shop: Shop, taxes: Taxes) -> Decimal:
    each = taxes.values() if taxing.at_subtotal(shop) else [taxing.rounded(shop, t) for t in taxes.values()]
    return sum(each, ZERO)


def update_taxes(shop: Shop, order: Doc) -> None:
    """The order's tax lines and tax sums, from the taxes of its other lines."""
    once = taxing.at_subtotal(shop)
    sums: dict[str, Taxes] = {"tax_total": {}, "shipping_tax_total": {}}
    for name in ("line_items", "fee_lines", "shipping_lines"):
        into = sums["shipping_tax_total" if name == "shipping_lines" else "tax_total"]
        for row in (row for line in order.get(name, []) for row in line["taxes"]):
            tax = money.decimal(row["total"])
            into[row["id"]] = into.get(row["id"], ZERO) + (tax if once else taxing.rounded(shop, tax))
    wanted = list(dict.fromkeys(rate for each in sums.values() for rate in each))
    kept = [line for line in order["tax_lines"] if line["rate_id"] in wanted]
    for line in kept:
        if (rate := shop.state.get("taxes", line["rate_id"])) is not None:
            line.update(_of_rate(rate))  # as it is called and counted by now; its code stays
    known = {line["rate_id"] for line in kept}
    order["tax_lines"] = kept + [_tax_line(shop, rate) for rate in wanted if rate not in known]
    for line in order["tax_lines"]:
        for name, each in sums.items():
            line[name] = money.trimmed(each.get(line["rate_id"], ZERO))
    order["cart_tax"] = money.trimmed(sum(sums["tax_total"].values(), ZERO))
    order["shipping_tax"] = money.trimmed(sum(sums["shipping_tax_total"].values(), ZERO))


def _tax_line(shop: Shop, number: int) -> Doc:
    rate: Doc = shop.state.get("taxes", number) or {"priority": 1}
    return {
        "id": shop.state.next_id("order_items"),
        "rate_code": taxing.code(rate),
        "rate_id": number,
        **_of_rate(rate),
        "tax_total": "0",
        "shipping_tax_total": "0",
        "meta_data": [],
    }


def _of_rate(rate: Doc) -> Doc:
    """What a tax line has from its rate."""
    return {
        "label": rate.get("name") or "Tax",
        "compound": bool(rate.get("compound")),
        "rate_percent": number_of(rate.get("rate")),
    }


def number_of(value: Any) -> int | float:
    """A JSON number: whole ones without a point, as PHP writes them."""
    number = float(money.decimal(value))
    return int(number) if number.is_integer() and abs(number) < 1e15 else number

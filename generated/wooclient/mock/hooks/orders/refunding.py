"""Giving money back: what was refunded of an order, and a refund as it is made up and written."""

from __future__ import annotations

import copy
from decimal import Decimal

from ... import dates, meta, money, schema
from ...errors import Refused, RefusedBadly
from ...money import ZERO
from ...resource import Shop
from ...state import Doc
from . import totals
from .notes import add_note

LINES = ("line_items", "tax_lines", "shipping_lines", "fee_lines")


def cannot(message: str) -> Refused:
    """The refusal of a refund."""
    return RefusedBadly(500, "woocommerce_rest_cannot_create_order_refund", message, 500)


def of_order(shop: Shop, order: int) -> list[Doc]:
    """The refunds of an order, newest first."""
    return sorted(shop.state.all("orders.refunds", order), key=lambda doc: str(doc["date_created_gmt"]), reverse=True)


def refunded(shop: Shop, order: int) -> Decimal:
    """How much of an order was given back."""
    return sum((money.decimal(doc["amount"]) for doc in of_order(shop, order)), ZERO)


def draft(shop: Shop, order: Doc, amount: Decimal, reason: str, wanted: dict[int, Doc], *, user: int = 1) -> Doc:
    """A refund that is not yet written: its lines are those of the order, below zero."""
    if amount > money.rounded(money.decimal(order["total"]) - refunded(shop, order["id"]), shop.places):
        raise cannot("The amount is above what is left of the order.")
    doc: Doc = {
        "id": 0, "date_created": "", "date_created_gmt": "", "amount": money.trimmed(amount), "reason": reason,
        "refunded_by": user, "refunded_payment": False, "meta_data": [], **{name: [] for name in LINES},
        "_parent": order["id"],
    }  # fmt: skip
    for name in ("line_items", "fee_lines", "shipping_lines"):
        for line in order[name]:
            part = wanted.get(line["id"])
            if part is not None and (part["qty"] or part["refund_total"] or part["refund_tax"]):
                doc[name].append(_line(shop, line, part))
    totals.update_taxes(shop, doc)
    for name in ("cart_tax", "shipping_tax"):
        doc[f"_{name}"] = doc.pop(name)
    return doc


def _line(shop: Shop, line: Doc, part: Doc) -> Doc:
    new = copy.deepcopy(line)
    new["id"] = shop.state.next_id("order_items")
    new["total"] = money.trimmed(-part["refund_total"])
    rows = [{"key": "_refunded_item_id", "value": line["id"]}]
    new["meta_data"] = meta.merged([], rows, lambda: shop.state.next_id("order_item_meta"))
    taxes = {rate: -tax for rate, tax in part["refund_tax"].items()}
    if "subtotal" in new:
        new["subtotal"], new["quantity"] = new["total"], -schema.to_int(part["qty"])
        totals.set_taxes(shop, new, taxes, taxes)
    else:
        totals.set_taxes(shop, new, taxes)
    return new


def is_partial(shop: Shop, order: Doc, doc: Doc, *, named: bool) -> bool:
    """Whether something is left: money, or pieces of an order with free ones. Since 10.0 lines have to be `named`."""
    if money.decimal(order["total"]) - refunded(shop, order["id"]) - money.decimal(doc["amount"]) > 0:
        return True
    free = any(money.decimal(line["total"]) == 0 for line in order["line_items"])
    back = [line for one in (*of_order(shop, order["id"]), doc) for line in one["line_items"]]
    left = sum(line["quantity"] for line in (*order["line_items"], *back))
    return free and left > 0 and (named or not shop.since(10, 0))


def finish(shop: Shop, order: Doc, doc: Doc, *, partly: bool = False) -> None:
    """Write a refund."""
    resource = shop.resource("orders.refunds")
    doc["id"] = resource.new_key(doc)
    doc["date_created"], doc["date_created_gmt"] = dates.local(shop.now(), shop.zone), dates.utc(shop.now())
    if shop.since(10, 5):
        row = {"id": shop.state.next_id("meta"), "key": "_refund_type", "value": "partial" if partly else "full"}
        doc["meta_data"] = [row, *doc["meta_data"]]
    resource.save(doc)


def refund_all(shop: Shop, order: Doc) -> None:
    """An order's status became "refunded": what is left of it counts as given back.

    Of an order below zero nothing can be, but that it counts as refunded is noted.
    """
    rest = money.decimal(order["total"]) - refunded(shop, order["id"])
    if rest > 0:
        finish(shop, order, draft(shop, order, rest, "Order fully refunded.", {}))
    if rest:
        add_note(shop, order["id"], "The order counts as refunded. Money has to be sent back by other means.")

"""Refunds that the store works out by itself, from pieces and the prices of the order: to look at, or to make.

As WooCommerce's source has it from 11.1 on; no store was asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from ... import money, schema
from ...description import Json
from ...errors import Refused
from ...kinds import elements, is_map
from ...money import ZERO
from ...resource import Shop
from ...state import Doc
from . import refunding

#: What a preview calls the lines of an order.
_PARTS = {"line_items": "products", "shipping_lines": "shipping", "fee_lines": "fees"}


def _refused(what: str, message: str, status: int = 400) -> Refused:
    return Refused(status, f"woocommerce_rest_{what}", message)


def computed(shop: Shop, order: Doc, rows: Iterable[Any], key: str) -> dict[int, Doc]:
    """By line id, what to refund of it. `key` is what rows call the number of a line."""
    lines = {line["id"]: line for name in _PARTS for line in order[name]}
    found: dict[int, Doc] = {}
    for row in filter(is_map, rows):
        line = lines.get(schema.to_int(row.get(key)))
        if line is None:
            raise _refused("invalid_line_item", "The order has no such line.")
        found[line["id"]] = _part(shop, line, row)
    return found


def _part(shop: Shop, line: Doc, row: Json) -> Doc:
    quantity, given = schema.to_int(row.get("quantity") or 0), row.get("refund_total")
    taxes = {tax["id"]: money.decimal(tax["total"]) for tax in line.get("taxes", [])}
    total = money.decimal(line["total"])
    if given is not None and row.get("refund_tax") is not None:
        sent = {
            schema.to_int(tax.get("id")): money.decimal(tax.get("refund_total")) for tax in elements(row["refund_tax"])
        }
        return {"qty": quantity, "refund_total": money.decimal(given), "refund_tax": sent}
    if given is not None:
        whole = total + sum(taxes.values(), ZERO)
        if not money.decimal(given) or not whole:
            raise _refused("invalid_refund_total", "Nothing of the line would be refunded.")
        share = money.decimal(given) / whole
    else:
        there = schema.to_int(line.get("quantity", 1))
        if not 0 < quantity <= there:
            raise _refused("invalid_quantity", "The line has not so many pieces.")
        share = Decimal(quantity) / there
    part = {rate: money.rounded(tax * share, shop.places) for rate, tax in taxes.items()}
    return {"qty": quantity, "refund_total": money.rounded(total * share, shop.places), "refund_tax": part}


def sum_of(parts: Iterable[Doc]) -> Decimal:
    """What parts of lines come to, with taxes."""
    return sum((part["refund_total"] + sum(part["refund_tax"].values(), ZERO) for part in parts), ZERO)


def amount(shop: Shop, order: Doc, parts: dict[int, Doc], given: Any) -> Decimal:
    """What is given back; raises if that is nothing, less than the lines, or more than is left."""
    found = sum_of(parts.values()) if given is None else money.decimal(money.typed(given))
    if found <= 0 or found < sum_of(parts.values()):
        raise _refused("invalid_refund_amount", "The amount is not above zero, or below that of the lines.")
    if found > _left(shop, order):
        raise _refused("refund_exceeds_remaining", "That is more than is left of the order.", 422)
    return found


def preview(shop: Shop, order: Doc, rows: Iterable[Any]) -> Json:
    """What a refund would come to."""
    parts = computed(shop, order, rows, "line_item_id")
    total, left = sum_of(parts.values()), _left(shop, order)
    if total <= 0:
        raise _refused("invalid_refund_amount", "Nothing would be refunded.")
    if total > left:
        raise _refused("preview_exceeds_max_refundable", "That is more than is left of the order.", 422)
    lines = {word: [line for line in order[name] if line["id"] in parts] for name, word in _PARTS.items()}
    return {
        **_sums(shop, parts.values()),
        "max_refundable": money.fixed(left, shop.places),
        "breakdown": {
            word: {
                "items": [_item(shop, line, parts[line["id"]]) for line in found],
                **_sums(shop, [parts[line["id"]] for line in found]),
            }
            for word, found in lines.items()
        },
    }


def _item(shop: Shop, line: Doc, part: Doc) -> Json:
    found: Json = {"id": line["id"], "name": line.get("name", line.get("method_title", "")), **_sums(shop, [part])}
    return {**found, "quantity": part["qty"], "product_id": line["product_id"]} if "product_id" in line else found


def _sums(shop: Shop, parts: Iterable[Doc]) -> Json:
    listed = list(parts)
    subtotal = sum((part["refund_total"] for part in listed), ZERO)
    total = sum_of(listed)
    sums = {"subtotal": subtotal, "tax": total - subtotal, "total": total}
    return {name: money.fixed(value, shop.places) for name, value in sums.items()}


def _left(shop: Shop, order: Doc) -> Decimal:
    return money.decimal(order["total"]) - refunding.refunded(shop, order["id"])

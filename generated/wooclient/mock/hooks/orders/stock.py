"""Stock that orders take and give back. Each line notes in its custom fields how much it took."""

from __future__ import annotations

from typing import Any

from ... import meta, schema
from ...resource import Shop
from ...state import Doc
from . import bought
from .notes import add_note

#: Statuses of orders whose goods are no longer in stock.
TAKEN = ("processing", "completed", "on-hold")
_REDUCED, _RESTOCKED = "_reduced_stock", "_restock_refunded_items"


def reduce(shop: Shop, order: Doc) -> None:
    """Take what is in the order out of stock, once."""
    if order.get("_stock_taken"):
        return
    order["_stock_taken"] = True
    changes: list[str] = []
    for line in order["line_items"]:
        product = bought.of_line(shop, line)
        if product is None or not product.keeps_stock or _noted(line, _REDUCED):
            continue
        old, new = product.add_stock(-int(line["quantity"]))
        _note(shop, line, _REDUCED, line["quantity"])
        changes.append(f"{product.name} ({old}→{new})")
    if changes:
        add_note(shop, order["id"], f"Taken from stock: {', '.join(changes)}")


def restore(shop: Shop, order: Doc) -> None:
    """Put what was taken back into stock."""
    if not order.get("_stock_taken"):
        return
    order["_stock_taken"] = False
    changes: list[str] = []
    for line in order["line_items"]:
        product = bought.of_line(shop, line)
        taken = _noted(line, _REDUCED)
        if product is None or not product.keeps_stock or not taken:
            continue
        old, new = product.add_stock(taken)
        _note(shop, line, _REDUCED, None)
        changes.append(f"{product.name} ({old}→{new})")
    if changes:
        add_note(shop, order["id"], f"Put back into stock: {', '.join(changes)}")


def adjust(shop: Shop, order: Doc, line: Doc) -> None:
    """Make stock fit the quantity of a line of an order whose goods were taken already."""
    product = bought.of_line(shop, line)
    if product is None or not product.keeps_stock:
        return
    wanted = int(line["quantity"])
    taken, restocked = _noted(line, _REDUCED), _noted(line, _RESTOCKED)
    more = wanted - restocked - taken if wanted else -taken
    if not more:
        return
    old, new = product.add_stock(-more)
    _note(shop, line, _REDUCED, wanted - restocked)
    order["_stock_taken"] = True
    add_note(shop, order["id"], f"Stock follows the order: {product.name} ({old}→{new})")


def took(line: Doc) -> bool:
    """Whether a line took something out of stock."""
    return bool(_noted(line, _REDUCED))


def give_back(shop: Shop, line: Doc) -> None:
    """A line is removed: what it took goes back into stock."""
    product, taken = bought.of_line(shop, line), _noted(line, _REDUCED)
    if product is not None and product.keeps_stock and taken:
        product.add_stock(taken)


def restock(shop: Shop, order: Doc, refunded: dict[int, int]) -> None:
    """Put refunded pieces back into stock: line id → how many."""
    for line in order["line_items"]:
        product, taken, count = bought.of_line(shop, line), _noted(line, _REDUCED), refunded.get(line["id"], 0)
        if product is None or not product.keeps_stock or not taken or not count:
            continue
        old, new = product.add_stock(count)
        _note(shop, line, _REDUCED, taken - count)
        _note(shop, line, _RESTOCKED, count + _noted(line, _RESTOCKED))
        add_note(shop, order["id"], f"Refunded and back in stock: {product.name} ({old}→{new})")


def _noted(line: Doc, name: str) -> int:
    return next((schema.to_int(row["value"]) for row in line["meta_data"] if row["key"] == name), 0)


def _note(shop: Shop, line: Doc, name: str, value: Any) -> None:
    rows = [{"key": name, "value": value}]
    line["meta_data"] = meta.merged(line["meta_data"], rows, lambda: shop.state.next_id("order_item_meta"))

"""What customers bought: counted when somebody asks, and noted as custom fields until one of their orders changes."""

from __future__ import annotations

from typing import Any

from ... import money
from ...kinds import elements, is_map, members
from ...resource import Shop
from ...state import Doc, Query
from . import showing, statuses, totals

#: Custom fields in which WooCommerce notes how often a customer ordered, for how much, and the last order.
COUNT, SPENT, LAST = "wc_order_count_wp", "wc_money_spent_wp", "wc_last_order_wp"
_PAID = ("processing", "completed")


def count(shop: Shop, customer: int) -> int:
    """How many orders a customer has, as noted; else counted and noted."""
    found = _noted(shop, customer, COUNT)
    if found == "":
        found = str(len(_orders(shop, customer)))
        _note(shop, customer, COUNT, found)
    return int(found)


def spent(shop: Shop, customer: int) -> str:
    """What a customer paid, as noted; else summed up and noted."""
    found = _noted(shop, customer, SPENT)
    if found == "":
        found = _summed(shop, [order for order in _orders(shop, customer) if order["status"] in _PAID])
        _note(shop, customer, SPENT, found)
    return money.fixed(money.decimal(found), 2)


def last(shop: Shop, customer: int) -> Doc | None:
    """The last order of a customer, as noted if it is still theirs; else looked up and noted."""
    order = shop.state.get("orders", int(_noted(shop, customer, LAST) or 0))
    if order is not None and order["customer_id"] == customer:
        return order
    order = max(_orders(shop, customer), key=lambda order: int(order["id"]), default=None)
    if order is not None:
        _note(shop, customer, LAST, str(order["id"]))
    return order


def is_note(row: Any) -> bool:
    """Whether a custom field is such a note."""
    return members(row).get("key") in (COUNT, SPENT, LAST)


def forget(shop: Shop, customer: int) -> None:
    """One of their orders was written: what was noted holds no longer."""
    _write(shop, customer, {COUNT: None, SPENT: None, LAST: None})


def _orders(shop: Shop, customer: int) -> list[Doc]:
    """Their orders of all statuses that the store knows, the oldest first."""
    query = Query("orders")
    query.facet("customer", [customer])
    query.one_of("status", [*statuses.names(shop)])
    query.order = ["d.id ASC"]
    return [doc for key in shop.state.select(query) if (doc := shop.state.get("orders", key)) is not None]


def _summed(shop: Shop, paid: list[Doc]) -> str:
    """A sum as the database gives it: exact from tables of orders, floats from custom fields of posts."""
    if not paid:
        return "0"
    if showing.from_tables(shop):
        return money.fixed(sum((money.decimal(order["total"]) for order in paid), money.ZERO), 8)
    return str(totals.number_of(repr(money.floats_added(float(order["total"]) for order in paid))))


def _noted(shop: Shop, customer: int, name: str) -> str:
    rows = elements(members(shop.state.get("customers", customer)).get("meta_data"))
    return next((str(row["value"]) for row in rows if is_map(row) and row["key"] == name), "")


def _note(shop: Shop, customer: int, name: str, value: str) -> None:
    _write(shop, customer, {name: value})


def _write(shop: Shop, customer: int, values: dict[str, str | None]) -> None:
    """Set custom fields; None takes one away."""
    doc = shop.state.copy("customers", customer) if customer else None
    if doc is None:
        return
    rows = elements(doc.get("meta_data"))
    known = {row["key"]: row for row in rows if is_map(row)}
    if all(known.get(name, {}).get("value") == value for name, value in values.items()):
        return
    kept = [row for row in rows if not is_map(row) or row["key"] not in values]
    doc["meta_data"] = kept + [
        {"id": known.get(name, {}).get("id") or shop.state.next_id("meta"), "key": name, "value": value}
        for name, value in values.items()
        if value is not None
    ]
    shop.resource("customers").save(doc)

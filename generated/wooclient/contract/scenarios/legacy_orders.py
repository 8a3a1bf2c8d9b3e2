"""Orders of the legacy API with their notes and refunds, and how v1 changes one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ..calls.steps import Answer, Steps
from ..described.bodies import items, member
from ..described.description import Json
from ..running.run import Run
from ..running.scenario import Scenario, known
from .legacy import gone, inside
from .life import NOBODY, no_posts

_ORDERS = ("orders.list", "orders.count", "orders.get", "orders.update", "orders.notes.list")
_WRITES = ("orders.create", "orders.delete", "orders.bulk")
_NOTES = tuple(f"orders.notes.{verb}" for verb in ("create", "get", "list", "update", "delete"))
_REFUNDS = tuple(f"orders.refunds.{verb}" for verb in ("create", "get", "list", "update", "delete"))
_TABLES = "this store keeps orders in tables of their own, of which the legacy API knows nothing"


def scenarios(version: str) -> list[Scenario]:
    """Reading and changing for all versions, the rest from v2 on."""
    plays = (
        ("an order, read and changed", _ORDERS, _changed),
        ("life of orders", _WRITES, _life),
        ("notes of an order", _NOTES, _notes),
        ("refunds of an order", _REFUNDS, _refunds),
    )
    return [
        Scenario(name, version, known(version, *operations), play)
        for name, operations, play in plays
        if operations is _ORDERS or version != "legacy-v1"
    ]


def _staged(run: Run, *operations: str) -> Steps[Any]:
    """An order made through wc/v3; None where the legacy API cannot see it, which is said for `operations`."""
    if no_posts(run):
        for operation in known(run.version, *operations):
            run.not_run(operation, _TABLES)
        return None
    product = yield from run.staged("products.create", name=run.mark, status="private", regular_price="20")
    run.made("products.delete", product["id"], stage="v3", force=True)
    billing = {"first_name": run.mark, "email": f"{run.mark}@example.com"}
    lines = [{"product_id": product["id"], "quantity": 2}]
    order = yield from run.staged("orders.create", billing=billing, line_items=lines)
    run.made("orders.delete", order["id"], stage="v3", force=True)
    return order


def _changed(run: Run) -> Steps[None]:
    order = yield from _staged(run, *_ORDERS)
    if order is None:
        return
    read = yield from run.answer("orders.get", order["id"])
    run.same({"status": "pending"}, inside(read))
    quantities = [line.get("quantity") for line in items(member(inside(read), "line_items"))]
    run.expect(quantities == [2], f"2 of one thing were ordered, {quantities} come")
    listed = yield from run.answer("orders.list", status="pending", filter={"limit": 100})
    run.expect(order["id"] in _ids(listed), "a list of pending orders does not have the new one")
    counted = yield from run.answer("orders.count", status="pending")
    run.expect(int(inside(counted) or 0) > 0, "it counts no pending order")
    changed = yield from run.answer("orders.update", order["id"], **_change(run))
    run.expect(bool(inside(changed)), "a change answers nothing")
    yield from run.answer("orders.notes.list", order["id"])
    yield from run.refused(gone(run, "orders.get"), "orders.get", NOBODY)


def _change(run: Run) -> Json:
    """What to change: v1 knows nothing but the status. A cancelled order that was never paid sends no mail."""
    return run.fit("orders.update", {"note": f"Changed by {run.mark}"}) or {"status": "cancelled"}


def _life(run: Run) -> Steps[None]:
    there = yield from _staged(run, *_WRITES)
    if there is None:
        return
    billing = {"first_name": f"{run.mark}-b", "email": f"{run.mark}-b@example.com"}
    lines = [{"product_id": there["line_items"][0]["product_id"], "quantity": 1}]
    yield from run.answer("orders.create", billing_address=billing, line_items=lines, status="pending")
    yield from run.answer("orders.bulk", [{"id": there["id"], "note": f"Changed by {run.mark}"}])
    for made in (yield from _made(run, f"{run.mark}-b")):
        run.made("orders.delete", made["id"], stage="v3", force=True)
        read = yield from run.answer("orders.get", made["id"])
        run.same({"billing_address": billing, "status": "pending"}, inside(read))
        binned = yield from run.answer("orders.delete", made["id"])
        run.expect(binned.status == 202, f"a delete without force answers {binned.status}, not 202")
        removed = yield from run.answer("orders.delete", made["id"], force=True)
        if removed.error is None:
            run.gone("orders.delete", made["id"])


def _made(run: Run, name: str) -> Steps[list[Json]]:
    """The order that was just made, through wc/v3, whatever the legacy API answered: some releases answer nothing."""
    listed = yield from run.staged("orders.list", search=name)
    found = [order for order in items(listed) if member(member(order, "billing"), "first_name") == name]
    run.expect(len(found) == 1, f"one order was made, {len(found)} are there")
    return found


def _notes(run: Run) -> Steps[None]:
    order = yield from _staged(run, *_NOTES)
    if order is None:
        return
    made = yield from run.needed("orders.notes.create", order["id"], note=f"Made by {run.mark}", customer_note=False)
    ids = (order["id"], int(inside(made)["id"]))
    read = yield from run.answer("orders.notes.get", *ids)
    run.same({"note": f"Made by {run.mark}", "customer_note": False}, inside(read))
    listed = yield from run.answer("orders.notes.list", order["id"])
    run.expect(ids[1] in _ids(listed), "the list does not have the new note")
    changed = yield from run.answer("orders.notes.update", *ids, note=f"Changed by {run.mark}")
    run.same({"note": f"Changed by {run.mark}"}, inside(changed))
    yield from run.answer("orders.notes.delete", *ids)
    yield from run.refused(gone(run, "orders.notes.get"), "orders.notes.get", *ids)


def _refunds(run: Run) -> Steps[None]:
    order = yield from _staged(run, *_REFUNDS)
    if order is None:
        return
    # The order has no way of payment, so there is no gateway that could be asked for the money.
    made = yield from run.needed("orders.refunds.create", order["id"], amount=5, reason=f"Made by {run.mark}")
    ids = (order["id"], int(inside(made)["id"]))
    read = yield from run.answer("orders.refunds.get", *ids)
    run.same({"reason": f"Made by {run.mark}"}, inside(read))
    listed = yield from run.answer("orders.refunds.list", order["id"])
    run.expect(ids[1] in _ids(listed), "the list does not have the new refund")
    changed = yield from run.answer("orders.refunds.update", *ids, amount=6)
    amount: str = member(inside(changed), "amount", "0")
    run.expect(Decimal(amount) == 6, f"the amount was changed to 6 and reads {amount!r}")
    yield from run.answer("orders.refunds.delete", *ids)
    yield from run.refused(gone(run, "orders.refunds.get"), "orders.refunds.get", *ids)


def _ids(listed: Answer) -> list[int]:
    return [int(item["id"]) for item in items(inside(listed))]

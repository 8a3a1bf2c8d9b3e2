"""What is done to an order: notes, refunds, receipts, mail."""

from __future__ import annotations

from ..calls.steps import Steps
from ..running.run import Run
from ..running.scenario import Scenario, known
from .life import unseen
from .orders import filled_order, money
from .tables.places import order

_REFUNDS = ("orders.refunds.create", "orders.refunds.list", "orders.refunds.get", "orders.refunds.delete")
_PREVIEW = "orders.refunds.preview"
_PARCEL = "orders.fulfillments"
_PARCELS = (
    *(f"{_PARCEL}.{verb}" for verb in ("create", "list", "get", "update", "delete", "lookup")),
    *(f"{_PARCEL}.metadata.{verb}" for verb in ("list", "update", "delete")),
)
#: Refusals of a fulfillment have numbers as codes: of one that is as it must not be, and of one that was deleted.
_UNFIT, _DELETED = "0", "404"
_MAIL = ("orders.actions.email_templates", "orders.actions.send_email", "orders.actions.send_order_details")


def scenarios(version: str) -> list[Scenario]:
    """Those of the version."""
    found = [
        Scenario("notes of an order", version, known(version, "orders.notes.create", "orders.notes.list"), _notes),
        Scenario("a refund reduces an order", version, known(version, *_REFUNDS, "refunds.list"), _refund),
        Scenario(
            "receipt of an order", version, known(version, "orders.receipt.get", "orders.receipt.create"), _receipt
        ),
        Scenario("mail about an order", version, known(version, *_MAIL), _mail),
        Scenario("a refund that the store works out", version, known(version, _PREVIEW), _worked_out),
        Scenario("fulfillments of an order", version, known(version, *_PARCELS), _parcels),
        Scenario("statuses of orders", version, known(version, "orders.statuses.list"), _statuses, writes=False),
    ]
    return [scenario for scenario in found if scenario.covers]


def _notes(run: Run) -> Steps[None]:
    """One for the shop, one for the buyer, who has no address for mail: told apart in the list."""
    body = yield from order(run)
    written = {}
    for kind in ("internal", "customer"):
        note = {"note": f"{kind} {run.mark}", "customer_note": kind == "customer"}
        added = yield from run.needed("orders.notes.create", body["id"], **note)
        run.same(note, added.body)
        written[kind] = added.body["id"]
    for kind, other in (("internal", "customer"), ("customer", "internal")):
        given = run.fit("orders.notes.list", {"type": kind})
        listed = yield from run.answer("orders.notes.list", body["id"], **given)
        found = [note["id"] for note in listed.items]
        run.expect(written[kind] in found, f"the {kind} note is not in a list of them")
        run.expect(not given or written[other] not in found, f"a list of {kind} notes has the {other} one")


def _refund(run: Run) -> Steps[None]:
    """One of two pieces is given back: the order says so; more than was paid is refused; a refund can be taken back."""
    body = yield from filled_order(run)
    (line,) = body["line_items"]
    lines = [{"id": line["id"], "quantity": 1, "refund_total": 20}]
    given = {"amount": "20.00", "reason": run.mark, "api_refund": False, "line_items": lines}
    made = yield from run.needed("orders.refunds.create", body["id"], **run.fit("orders.refunds.create", given))
    refund = made.body
    run.expect(money(refund["amount"]) == 20, f"its amount is {refund['amount']}", "/amount")
    if unseen(run, "orders.refunds"):
        run.made("orders.refunds.delete", body["id"], refund["id"], stage="v3", force=True)
        return
    run.made("orders.refunds.delete", body["id"], refund["id"], force=True)
    if "line_items" in run.fit("orders.refunds.create", given):
        (item,) = refund["line_items"]
        run.expect(
            item.get("quantity") == -1, f"{item.get('quantity')} pieces came back, not -1", "/line_items/0/quantity"
        )
    read = yield from run.needed("orders.get", body["id"])
    totals = [money(one["total"]) for one in read.body["refunds"]]
    run.expect(totals == [-20], f"the order has refunds of {totals}", "/refunds")
    run.expect(money(read.body["total"]) == money(body["total"]), "the order's total is another now", "/total")
    yield from _all_refunds(run, refund["id"])
    code = "woocommerce_rest_cannot_create_order_refund"
    yield from run.refused(code, "orders.refunds.create", body["id"], amount="1000.00", api_refund=False)
    removed = yield from run.answer("orders.refunds.delete", body["id"], refund["id"], force=True)
    if removed.error is None:
        run.gone("orders.refunds.delete", body["id"], refund["id"])
    after = yield from run.needed("orders.get", body["id"])
    run.expect(after.body["refunds"] == [], "the order still has the refund that was removed", "/refunds")


def _worked_out(run: Run) -> Steps[None]:
    """One of two pieces at twenty comes to twenty: looked at first, then made."""
    body = yield from filled_order(run)
    line = body["line_items"][0]["id"]
    seen = yield from run.answer(_PREVIEW, body["id"], line_items=[{"line_item_id": line, "quantity": 1}])
    run.expect(money(seen.member("total")) == 20, f"it would come to {seen.member('total')}, not 20", "/total")
    codes = ("woocommerce_rest_invalid_line_item",)
    yield from run.refused(codes, _PREVIEW, body["id"], line_items=[{"line_item_id": line + 100_000, "quantity": 1}])
    given = {"compute_totals": True, "api_refund": False, "line_items": [{"id": line, "quantity": 1}]}
    made = yield from run.needed("orders.refunds.create", body["id"], **given)
    run.made("orders.refunds.delete", body["id"], made.body["id"], force=True)
    run.expect(money(made.body["amount"]) == 20, f"{made.body['amount']} went back, not 20", "/amount")


def _all_refunds(run: Run, id: int) -> Steps[None]:
    """The refunds of all orders have it too."""
    if run.served("refunds.list"):
        listed = yield from run.answer("refunds.list", include=[id])
        found = [one["id"] for one in listed.items]
        run.expect(found == [id], f"the list of all refunds has {found}, not {[id]}")


def _receipt(run: Run) -> Steps[None]:
    """There is none until one is asked for; asked again, it is the same unless a new one is wanted."""
    body = yield from order(run)
    yield from run.refused(run.codes("orders.receipt.get", 404), "orders.receipt.get", body["id"])
    first = yield from run.needed("orders.receipt.create", body["id"], expiration_days=1)
    read = yield from run.answer("orders.receipt.get", body["id"])
    again = yield from run.answer("orders.receipt.create", body["id"])
    new = yield from run.answer("orders.receipt.create", body["id"], force_new=True, expiration_days=1)
    address = first.body["receipt_url"]
    run.expect(read.member("receipt_url") == address, "it has another address when read", "/receipt_url")
    run.expect(again.member("receipt_url") == address, "asked again, it is another one", "/receipt_url")
    run.expect(new.member("receipt_url") != address, "a new one has the same address", "/receipt_url")


def _mail(run: Run) -> Steps[None]:
    """Mail goes to an address that belongs to nobody, and not past the one that the order has."""
    body = yield from order(run, billing={"first_name": run.mark, "country": "AQ", "email": f"{run.mark}@example.com"})
    templates: list[str] = []
    if run.served("orders.actions.email_templates"):
        listed = yield from run.answer("orders.actions.email_templates", body["id"])
        templates = [template["id"] for template in listed.items]
    if run.served("orders.actions.send_email") and run.expect(bool(templates), "there is no mail to send"):
        sent = yield from run.answer("orders.actions.send_email", body["id"], template_id=templates[0])
        run.expect(bool(sent.member("message")), "it does not say what was done", "/message")
        code, other = "woocommerce_rest_order_billing_email_exists", f"other-{run.mark}@example.com"
        yield from run.refused(code, "orders.actions.send_email", body["id"], template_id=templates[0], email=other)
    if run.served("orders.actions.send_order_details"):
        sent = yield from run.answer("orders.actions.send_order_details", body["id"])
        run.expect(bool(sent.member("message")), "it does not say what was done", "/message")


def _statuses(run: Run) -> Steps[None]:
    listed = yield from run.answer("orders.statuses.list")
    slugs = {status["slug"].removeprefix("wc-") for status in listed.items}
    run.expect({"pending", "processing", "completed"} <= slugs, f"the statuses are {sorted(slugs)}")


def _parcels(run: Run) -> Steps[None]:
    """One of two pieces is packed, sent on its way, looked for, and taken back."""
    body = yield from filled_order(run)
    (line,), order_id = body["line_items"], body["id"]
    packed = {"key": "_items", "value": [{"item_id": line["id"], "qty": 1}]}
    yield from run.refused(_UNFIT, f"{_PARCEL}.create", order_id, status="unfulfilled", meta_data=[])
    made = yield from run.needed(f"{_PARCEL}.create", order_id, status="unfulfilled", meta_data=[{"id": 0, **packed}])
    parcel = made.body["id"]
    run.expect(made.body["is_fulfilled"] is False, "it is fulfilled from the beginning", "/is_fulfilled")
    noted = [packed, {"key": "note", "value": run.mark}]
    yield from run.answer(f"{_PARCEL}.metadata.update", order_id, parcel, meta_data=noted)
    fields = yield from run.answer(f"{_PARCEL}.metadata.list", order_id, parcel)
    run.expect(
        {"_items", "note"} == {row["key"] for row in fields.items}, "it has other custom fields than it was sent"
    )
    left = yield from run.answer(f"{_PARCEL}.metadata.delete", order_id, parcel, meta_key="note")
    run.expect([row["key"] for row in left.items] == ["_items"], "a custom field that was removed is still there")
    changed = yield from run.needed(f"{_PARCEL}.update", order_id, parcel, status="fulfilled", meta_data=[packed])
    run.expect(changed.body["is_fulfilled"] is True, "it is not fulfilled after it was", "/is_fulfilled")
    read = yield from run.needed(f"{_PARCEL}.get", order_id, parcel)
    run.same({"status": "fulfilled", "entity_id": str(order_id)}, read.body)
    listed = yield from run.answer(f"{_PARCEL}.list", order_id)
    run.expect([parcel] == [one["id"] for one in listed.items], "the list of its fulfillments has others")
    yield from run.answer(f"{_PARCEL}.lookup", order_id, tracking_number=f"no carrier has {run.mark}")
    yield from run.answer(f"{_PARCEL}.delete", order_id, parcel)
    after = yield from run.answer(f"{_PARCEL}.list", order_id)
    run.expect(not after.items, "it is still listed after it was deleted")
    yield from run.refused(_DELETED, f"{_PARCEL}.get", order_id, parcel)

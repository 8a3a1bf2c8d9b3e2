"""Orders as a shop works with them: they add up, change line by line, take coupons and taxes, belong to somebody."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ..calls.steps import Answer, Steps
from ..described.description import Json
from ..running.run import Run
from ..running.scenario import Scenario, known
from ..safety.marks import mark_of
from .life import NOBODY, keep, unseen
from .tables.places import billing, customer, made, order, product

_CALLS = ("orders.create", "orders.get", "orders.update", "orders.list")


def scenarios(version: str) -> list[Scenario]:
    """Those of the version."""
    found = [
        Scenario("an order adds up", version, known(version, *_CALLS), _adds_up),
        Scenario("lines of an order change", version, known(version, *_CALLS), _lines),
        Scenario("an order is taxed", version, known(version, "orders.create"), _taxed),
        Scenario("an order changes its status", version, known(version, *_CALLS), _statuses),
        Scenario("an order belongs to a customer", version, known(version, *_CALLS), _owned),
        Scenario("orders in a batch", version, known(version, "orders.batch"), _batch),
    ]
    # In v1 and v2 a coupon line is a note of what was taken off elsewhere; it changes no total.
    coupon = Scenario("an order takes a coupon", version, known(version, *_CALLS), _coupon)
    return [*found, coupon] if version == "v3" else found


def money(value: Any) -> Decimal:
    """An amount of an answer, whatever its decimals."""
    return Decimal(str(value or 0))


def total_of(lines: Any) -> Decimal:
    """What lines come to."""
    return sum((money(line["total"]) for line in lines), Decimal(0))


def filled_order(run: Run, **values: Any) -> Steps[Any]:
    """An order of two pieces at twenty, a fee of five and shipping for seven, none of them taxed; its wire form."""
    item = yield from product(run, tax_status="none")
    return (
        yield from order(
            run,
            line_items=[{"product_id": item["id"], "quantity": 2}],
            fee_lines=[{"name": "Wrapping", "total": "5.00", "tax_status": "none"}],
            shipping_lines=[{"method_id": "flat_rate", "method_title": "By ship", "total": "7.00"}],
            **values,
        )
    )


def keep_if_made(run: Run, answer: Answer) -> None:
    """Have an order removed that a store made though it was to refuse it."""
    if answer.error is None:
        keep(run, "orders", (answer.body["id"],))


def _adds_up(run: Run) -> Steps[None]:
    body = yield from filled_order(run)
    (line,) = body["line_items"]
    run.expect(money(line["subtotal"]) == 40, f"two at 20 come to {line['subtotal']}", "/line_items/0/subtotal")
    run.expect(line["name"] == run.mark, f"the line is called {line['name']!r}", "/line_items/0/name")
    run.expect(line["sku"] == f"{run.mark}-p", f"the line's sku is {line['sku']!r}", "/line_items/0/sku")
    _sums(run, body)
    if not unseen(run, "orders"):
        read = yield from run.needed("orders.get", body["id"], **run.fit("orders.get", {"dp": 4}))
        run.expect(money(read.body["total"]) == money(body["total"]), "with more decimals the total differs", "/total")
        by_product = {"product": line["product_id"], "status": ["any"]}
        listed = yield from run.answer("orders.list", **run.fit("orders.list", _statused(run, by_product)))
        found = [item["id"] for item in listed.items]
        run.expect(found == [body["id"]], f"a list by product has {found}, not {[body['id']]}")


def _statused(run: Run, given: dict[str, Any]) -> dict[str, Any]:
    """A list's `status` as the version takes it: several in a list, or one."""
    several = run.description.operations["orders.list"].parameters["status"]["schema"].get("type") == "array"
    return {**given, "status": given["status"] if several else given["status"][0]}


def _sums(run: Run, body: Any) -> None:
    """The total is what the lines come to, and tax."""
    lines = [*body["line_items"], *body["fee_lines"], *body["shipping_lines"]]
    expected = total_of(lines) + money(body["total_tax"])
    run.expect(
        money(body["total"]) == expected, f"the total is {body['total']}; lines and tax make {expected}", "/total"
    )
    shipping = total_of(body["shipping_lines"])
    run.expect(money(body["shipping_total"]) == shipping, "shipping_total is not its lines'", "/shipping_total")


def _lines(run: Run) -> Steps[None]:
    """More of the same, one more line, none of the first, and no fee."""
    body = yield from filled_order(run)
    if unseen(run, "orders"):
        return
    (line,), (fee,) = body["line_items"], body["fee_lines"]
    more = [{"id": line["id"], "quantity": 3, "subtotal": "60.00", "total": "60.00"}]
    changed = yield from run.needed("orders.update", body["id"], line_items=more)
    run.expect(changed.body["line_items"][0]["quantity"] == 3, "the quantity is not 3", "/line_items/0/quantity")
    _grown(run, body, changed.body, 20)
    added = yield from run.needed(
        "orders.update", body["id"], line_items=[{"product_id": line["product_id"], "quantity": 1}]
    )
    run.expect(len(added.body["line_items"]) == 2, "a line without id is not added", "/line_items")
    _grown(run, body, added.body, 40)
    gone = yield from run.needed("orders.update", body["id"], line_items=[{"id": line["id"], "quantity": 0}])
    left = [item["id"] for item in gone.body["line_items"]]
    run.expect(line["id"] not in left and len(left) == 1, "quantity 0 does not remove the line", "/line_items")
    _grown(run, body, gone.body, -20)
    bare = yield from run.needed("orders.update", body["id"], fee_lines=[{"id": fee["id"], "name": None}])
    run.expect(bare.body["fee_lines"] == [], "a fee without a name is still there", "/fee_lines")
    _grown(run, body, bare.body, -25)
    unknown = [{"id": line["id"], "quantity": 1}]
    yield from run.refused("woocommerce_rest_invalid_item_id", "orders.update", body["id"], line_items=unknown)


def _grown(run: Run, before: Any, after: Any, by: int) -> None:
    _sums(run, after)
    grown = money(after["total"]) - money(before["total"])
    run.expect(grown == by, f"the total changed by {grown}, not by {by}", "/total")


def _coupon(run: Run) -> Steps[None]:
    """Half off for a coupon; an order with one that nobody gave out is refused, and leaves a draft behind."""
    coupon = yield from made(run, "coupons", code=run.mark, amount="50", discount_type="percent")
    item = yield from product(run, tax_status="none")
    lines = [{"product_id": item["id"], "quantity": 2}]
    body = yield from order(run, line_items=lines, coupon_lines=[{"code": coupon["code"]}])
    run.expect(money(body["discount_total"]) == 20, f"half of 40 is {body['discount_total']}", "/discount_total")
    run.expect(money(body["total"]) == 20, f"40 less 20 is {body['total']}", "/total")
    (line,) = body["line_items"]
    run.expect(money(line["subtotal"]) == 40, "the line's subtotal is not what it was before", "/line_items/0/subtotal")
    kept = yield from run.needed("orders.update", body["id"], customer_note=run.mark)
    run.expect(money(kept.body["total"]) == 20, "another change takes the coupon away", "/total")
    bare = yield from run.needed("orders.update", body["id"], coupon_lines=[])
    run.expect(bare.body["coupon_lines"] == [], "an empty list leaves the coupon there", "/coupon_lines")
    run.expect(money(bare.body["total"]) == 40, f"without the coupon it is {bare.body['total']}", "/total")
    wrong = [{"code": f"{run.mark}-x"}]
    values: Json = {"billing": billing(run), "line_items": lines, "coupon_lines": wrong}
    refused = yield from run.refused("woocommerce_rest_invalid_coupon", "orders.create", **values)
    keep_if_made(run, refused)
    yield from _drafts(run, refused, item["id"], body["id"])


def _drafts(run: Run, refused: Answer, product: int, order: int) -> Steps[None]:
    """What was refused left an order behind; releases before 10.0 do not say which."""
    listed = yield from run.answer("orders.list", product=product, status=["any"])
    others = [one["id"] for one in listed.items if mark_of("/orders", one) != run.mark]
    run.expect(not others, f"a list of orders with a new product has {others}, which are older")
    data: Json = refused.member("data") or {}
    left = {data.get("new_draft_order_id") or order, *(one["id"] for one in listed.items)} - {order, *others}
    for id in left:
        keep(run, "orders", (id,))


def _taxed(run: Run) -> Steps[None]:
    """A tenth on top by a rate of its own class, where the shop reckons with taxes by the buyer's address."""
    if not run.system.get("settings", {}).get("taxes_enabled"):
        return
    based = yield from run.staged("settings.options.get", "tax", "woocommerce_tax_based_on")
    if based["value"] == "base":
        return
    tax_class = yield from made(run, "taxes.classes", "slug", name=run.mark)
    rate = yield from made(
        run, "taxes", country="AQ", rate="10.0000", name=run.mark, shipping=False, **{"class": tax_class["slug"]}
    )
    item = yield from product(run, regular_price="100.00", tax_status="taxable", tax_class=tax_class["slug"])
    home = {"first_name": run.mark, "country": "AQ"}
    lines = [{"product_id": item["id"], "quantity": 1}]
    body = yield from order(run, shipping=home, line_items=lines)
    run.expect(money(body["total_tax"]) == 10, f"a tenth of 100 is {body['total_tax']}", "/total_tax")
    run.expect(money(body["total"]) == 110, f"100 and a tenth are {body['total']}", "/total")
    rates = [line["rate_id"] for line in body["tax_lines"]]
    run.expect(rates == [rate["id"]], f"taxed by the rates {rates}, not by {rate['id']}", "/tax_lines")


def _statuses(run: Run) -> Steps[None]:
    """Cancelled and pending again: changes that send no mail."""
    body = yield from order(run)
    run.expect(body["status"] == "pending", f"its status is {body['status']}", "/status")
    run.expect(body["date_paid"] is None, "it is paid already", "/date_paid")
    if unseen(run, "orders"):
        return
    for status in ("cancelled", "pending"):
        changed = yield from run.needed("orders.update", body["id"], status=status)
        run.expect(changed.body["status"] == status, f"its status is {changed.body['status']}", "/status")
        given = run.fit("orders.list", _statused(run, {"status": [status], "include": [body["id"]]}))
        listed = yield from run.answer("orders.list", **given)
        found = [item["id"] for item in listed.items]
        run.expect(found == [body["id"]], f"a list of those that are {status} has {found}")
    wrong = f"no-{run.mark}"[:20]
    yield from run.refused("rest_invalid_param", "orders.update", body["id"], status=wrong)


def _owned(run: Run) -> Steps[None]:
    """An order of a customer is found by the customer; one of nobody that exists is refused."""
    buyer = yield from customer(run)
    body = yield from order(run, customer_id=buyer["id"])
    run.expect(body["customer_id"] == buyer["id"], f"it belongs to {body['customer_id']}", "/customer_id")
    code = "woocommerce_rest_invalid_customer_id"
    refused = yield from run.refused(code, "orders.create", billing=billing(run), customer_id=NOBODY)
    keep_if_made(run, refused)
    if unseen(run, "orders"):
        return
    listed = yield from run.answer("orders.list", customer=buyer["id"])
    found = [item["id"] for item in listed.items]
    message = f"a list by customer has {found}, not {[body['id']]}"
    run.expect(found == [body["id"]], message, shown="200 []" if found == [] else "")
    freed = yield from run.needed("orders.update", body["id"], customer_id=0)
    run.expect(freed.body["customer_id"] == 0, "it still belongs to the customer", "/customer_id")


def _batch(run: Run) -> Steps[None]:
    """Of two orders in a batch one has a line without a product: it fails, the other is made."""
    good = {"status": "pending", "billing": billing(run)}
    done = yield from run.needed("orders.batch", create=[{**good, "line_items": [{"quantity": 1}]}, good])
    failed, one = done.body["create"]
    code = failed.get("error", {}).get("code")
    run.expect(code == "woocommerce_rest_required_product_reference", f"it fails with {code}", "/create/0/error")
    run.expect(failed["id"] == 0, f"what failed has the id {failed['id']}", "/create/0/id")
    if run.expect(bool(one.get("id")), f"the other is not made: {one}", "/create/1"):
        keep(run, "orders", (one["id"],))

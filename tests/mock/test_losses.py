"""What a store loses without an error, as docstrings say; a real store of release 10.0.2 answered the same."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore


def made(store: MockStore, path: str, **fields: Any) -> Any:
    return read(send(store, "POST", path, fields))


def sold(store: MockStore, **fields: Any) -> tuple[Any, Any]:
    """A product for 10.00, and an order of two pieces."""
    product = made(store, "/products", name="Jug", regular_price="10", tax_status="none", sku="JUG-1")
    lines = [{"product_id": product["id"], "quantity": 2}]
    return product, made(store, "/orders", line_items=lines, **fields)


@pytest.mark.parametrize("status", ["pending", "on-hold", "failed", "cancelled", "checkout-draft"])
def test_a_payment_is_recorded_for_every_new_order_and_for_few_others(store: MockStore, status: str) -> None:
    product, order = sold(store, status=status)
    paid = read(send(store, "PUT", f"/orders/{order['id']}", {"set_paid": True}))
    waits = status not in ("on-hold", "cancelled")
    assert (paid["status"], paid["date_paid"] is not None) == ("processing" if waits else status, waits)
    new = made(store, "/orders", status=status, set_paid=True, line_items=[{"product_id": product["id"]}])
    assert (new["status"], new["date_paid"] is not None) == ("processing", True)


def test_an_order_of_nothing_is_paid_only_when_it_is_new(store: MockStore) -> None:
    gift = made(store, "/products", name="Gift", regular_price="0")
    lines = [{"product_id": gift["id"]}]
    order = made(store, "/orders", status="pending", line_items=lines)
    assert read(send(store, "PUT", f"/orders/{order['id']}", {"set_paid": True}))["status"] == "pending"
    assert made(store, "/orders", status="pending", line_items=lines, set_paid=True)["status"] == "processing"


def test_a_quantity_alone_leaves_the_money(store: MockStore) -> None:
    _, order = sold(store)
    line = {"id": order["line_items"][0]["id"], "quantity": 5}
    changed = read(send(store, "PUT", f"/orders/{order['id']}", {"line_items": [line]}))
    assert (changed["line_items"][0]["quantity"], changed["line_items"][0]["total"], changed["total"]) == (
        5,
        "20.00",
        "20.00",
    )
    sums = {"subtotal": "50.00", "total": "50.00"}
    assert read(send(store, "PUT", f"/orders/{order['id']}", {"line_items": [{**line, **sums}]}))["total"] == "50.00"


def test_a_line_of_an_unknown_product_costs_nothing(store: MockStore) -> None:
    product, _ = sold(store)
    known: list[dict[str, Any]] = [{"sku": "JUG-1", "product_id": 999999}]
    for row in known:
        assert made(store, "/orders", line_items=[row])["total"] == "10.00"
    unknown = [{"sku": "none"}, {"product_id": 999999}, {"sku": "none", "product_id": product["id"]}]
    unknown.append({"product_id": product["id"], "variation_id": 999999})
    for row in unknown:
        (line,) = made(store, "/orders", line_items=[row])["line_items"]
        assert (line["product_id"], line["name"], line["total"]) == (0, "", "0.00"), row


def test_lines_of_refunds_that_are_not_recorded(store: MockStore) -> None:
    _, order = sold(store, status="processing")
    line = order["line_items"][0]["id"]
    path = f"/orders/{order['id']}/refunds"
    good, nameless, unknown = (
        {"id": line, "refund_total": "2"},
        {"refund_total": "3"},
        {"id": 999999, "refund_total": "3"},
    )
    for lines, kept in (([good, nameless], []), ([good, unknown], ["-2.00"])):
        refund = made(store, path, line_items=lines, api_refund=False)
        assert (refund["amount"], [row["total"] for row in refund["line_items"]]) == ("5.00", kept)
    refund = made(store, path, line_items=[{"id": line, "quantity": 1, "total": "5"}], api_refund=False)
    assert (refund["amount"], refund["line_items"][0]["total"]) == ("0.00", "0.00")


def test_a_shared_attribute_is_not_found_by_its_name(store: MockStore) -> None:
    shared = made(store, "/products/attributes", name="Bottom")
    send(store, "POST", f"/products/attributes/{shared['id']}/terms", {"name": "Flat"})
    traits = [{"id": shared["id"], "options": ["Flat"], "variation": True}]
    product = made(store, "/products", name="Jug", type="variable", attributes=traits)
    path = f"/products/{product['id']}/variations"
    assert made(store, path, attributes=[{"name": "Bottom", "option": "Flat"}])["attributes"] == []
    for named in ({"name": shared["slug"]}, {"id": shared["id"]}):
        (found,) = made(store, path, attributes=[{**named, "option": "Flat"}])["attributes"]
        assert found["id"] == shared["id"]
    for name in ("Bottom", shared["slug"]):
        (own,) = made(store, "/products", name="Cup", attributes=[{"name": name, "options": ["Flat"]}])["attributes"]
        assert own["id"] == 0


def test_a_long_country(store: MockStore) -> None:
    lost = send(store, "POST", "/taxes", {"country": "Germany", "rate": "19"})
    assert (lost.status, read(lost)["id"]) == (201, 0)
    assert code(send(store, "GET", "/taxes/0")) == (404, "woocommerce_rest_invalid_id")
    rate = made(store, "/taxes", country="de", rate="19")
    assert rate["country"] == "DE"
    kept = read(send(store, "PUT", f"/taxes/{rate['id']}", {"country": "Germany", "rate": "7"}))
    assert (kept["country"], kept["rate"]) == ("DE", "19.0000")
    assert made(store, "/orders", billing={"country": "Germany"})["billing"]["country"] == "Germany"

"""Lines, addresses, currencies and refunds of the legacy API, each told again by wc/v3."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore

V3 = "/wc-api/v3"


def order_of(store: MockStore, **order: Any) -> dict[str, Any]:
    answer = send(store, "POST", f"{V3}/orders", {"order": order})
    assert answer.status == 201, answer.body
    return dict(read(answer)["order"])


#: Addresses are kept only where sums are worked out.
FEE = {"fee_lines": [{"title": "Wrapping", "total": "1"}]}


def test_addresses_and_currency_are_those_that_were_sent(store: MockStore) -> None:
    names = ("first_name", "last_name", "company", "address_1", "address_2", "city", "state", "postcode", "country")
    shipping = {name: f"s {name}" for name in names} | {"country": "DE", "state": ""}
    billing = {name: f"b {name}" for name in names} | {"country": "FR", "state": "", "email": "a@b.example"}
    billing["phone"] = "123"
    sent = {"shipping_address": shipping, "billing_address": billing, "currency": "EUR"}
    made = order_of(store, line_items=[{"product_id": 106, "quantity": 1}], **sent)
    assert {name: made[name] for name in sent} == sent
    seen = read(send(store, "GET", f"/orders/{made['id']}"))
    assert (seen["currency"], seen["billing"]) == ("EUR", billing)
    assert {name: seen["shipping"][name] for name in names} == shipping
    moved = send(store, "PUT", f"{V3}/orders/{made['id']}", {"order": {"shipping_address": {"city": "Ulm"}, **FEE}})
    assert read(moved)["order"]["shipping_address"] == {**shipping, "city": "Ulm"}
    refused = send(store, "PUT", f"{V3}/orders/{made['id']}", {"order": {"currency": "QQQ"}})
    assert (refused.status, read(refused)["errors"][0]["code"]) == (400, "woocommerce_invalid_order_currency")


def test_an_order_tells_its_moments_and_rounds_its_fees(store: MockStore) -> None:
    """get_line_total rounds to the decimals of prices before `dp` decimals are written."""
    fee = {"name": "Wrapping", "total": "1.2351"}
    made = read(send(store, "POST", "/orders", {"fee_lines": [fee], "set_paid": True, "status": "completed"}))
    seen = read(send(store, "GET", f"{V3}/orders/{made['id']}", query="filter[dp]=4"))["order"]
    assert [line["total"] for line in seen["fee_lines"]] == ["1.2400"]
    assert seen["created_at"] == made["date_created_gmt"] + "Z"
    assert seen["completed_at"] == made["date_completed_gmt"] + "Z"


def test_an_order_says_where_it_came_from(store: MockStore) -> None:
    """wc_create_order notes address and program; nobody says that it came by an API."""
    body = {"order": {"line_items": [{"product_id": 106, "quantity": 1}]}}
    made = read(send(store, "POST", f"{V3}/orders", body, headers={"user-agent": "till/1"}))["order"]
    seen = read(send(store, "GET", f"/orders/{made['id']}"))
    assert (seen["created_via"], seen["customer_ip_address"], seen["customer_user_agent"]) == (
        "",
        "127.0.0.1",
        "till/1",
    )


#: What WordPress registers in `create_initial_post_types`, but for the trash. An order is `wc-pending`, not `pending`.
_OF_WORDPRESS = (
    *("publish", "future", "draft", "pending", "private", "auto-draft", "inherit"),
    *("request-pending", "request-confirmed", "request-failed", "request-completed"),
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"pending"}),
        ("status=pending", {"pending"}),
        ("status=completed", set()),
        ("filter[status]=pending,odd", {"pending"}),
        ("filter[status]=completed", set()),
        # The plugin writes `wc-` before each word. WP_Query passes over names that are no status: nothing is left here.
        ("status=odd", {"pending", "trash"}),
        ("status=trash", {"pending", "trash"}),
        ("filter[status]=trash", {"pending", "trash"}),
        ("filter[post_status]=wc-pending", {"pending"}),
        ("filter[post_status]=odd,trash", {"trash"}),
        ("filter[post_status]=any", {"pending"}),
        ("filter[post_status]=odd", {"pending", "trash"}),
        ("filter[post_status]=wc-odd,wc-trash", {"pending", "trash"}),
        ("filter[post_status]=processing", {"pending", "trash"}),
        ("status=completed&filter[post_status]=wc-pending", {"pending"}),
        *((f"filter[post_status]={word}", set[str]()) for word in _OF_WORDPRESS),
    ],
)
def test_orders_are_found_by_the_names_of_statuses_in_the_database(
    store: MockStore, query: str, found: set[str]
) -> None:
    kept, thrown = (order_of(store, fee_lines=[{"title": "Wrapping", "total": "1"}])["id"] for _ in range(2))
    assert send(store, "DELETE", f"{V3}/orders/{thrown}").status == 202
    names = {kept: "pending", thrown: "trash"}
    orders = read(send(store, "GET", f"{V3}/orders", query=f"{query}&filter[limit]=-1"))["orders"]
    assert {names[order["id"]] for order in orders if order["id"] in names} == found


@pytest.mark.parametrize(
    ("own", "kept"),
    [("till@shop.example", "till@shop.example"), ("", "priya@example.com")],
)
def test_an_order_without_an_email_takes_that_of_its_customer(own: str, kept: str, store: MockStore) -> None:
    made = read(send(store, "POST", "/customers", {"email": "priya@example.com", "username": "priya"}))["id"]
    number = order_of(store, customer_id=made, billing_address={"email": own}, **FEE)["id"]
    changed = send(store, "PUT", f"{V3}/orders/{number}", {"order": {"note": "Ring twice."}})
    assert read(changed)["order"]["billing_address"]["email"] == kept
    assert read(send(store, "GET", f"/orders/{number}"))["billing"]["email"] == kept


def test_a_line_of_a_variation_is_named_by_either_id(store: MockStore) -> None:
    """The plugin compares what is sent with `_product_id` and `_variation_id` of the line."""
    made = order_of(store, line_items=[{"product_id": 102, "quantity": 1, "variations": {"pa_size": "large"}}])
    line = made["line_items"][0]["id"]
    path = f"{V3}/orders/{made['id']}"
    for number, quantity in ((102, 2), (112, 3)):
        rows = [{"id": line, "product_id": number, "quantity": quantity}]
        changed = send(store, "PUT", path, {"order": {"line_items": rows}})
        assert changed.status == 200, changed.body
        assert [row["quantity"] for row in read(changed)["order"]["line_items"]] == [quantity]
    rows = [{"id": line, "product_id": 106, "quantity": 1}]
    refused = send(store, "PUT", path, {"order": {"line_items": rows}})
    assert (refused.status, read(refused)["errors"][0]["code"]) == (400, "woocommerce_api_invalid_product_id")


def test_a_refund_tells_its_moment_and_which_line_it_gives_back(store: MockStore) -> None:
    made = order_of(store, line_items=[{"product_id": 106, "quantity": 2}])
    line = str(made["line_items"][0]["id"])
    lines = {line: {"qty": 1, "refund_total": "16.50"}}
    path = f"{V3}/orders/{made['id']}/refunds"
    refund = read(send(store, "POST", path, {"order_refund": {"amount": "16.50", "line_items": lines}}))["order_refund"]
    (seen,) = read(send(store, "GET", f"/orders/{made['id']}/refunds"))
    assert refund["created_at"] == seen["date_created_gmt"] + "Z"
    assert (refund["reason"], refund["amount"]) == ("", "16.50")
    assert [(row["refunded_item_id"], row["quantity"], row["total"]) for row in refund["line_items"]] == [
        (0, -1, "-16.50")
    ]


@pytest.mark.parametrize("amount", ["", None, "-0.01", -1])
def test_a_refund_needs_an_amount(store: MockStore, amount: Any) -> None:
    number = order_of(store, line_items=[{"product_id": 106, "quantity": 1}])["id"]
    refused = send(store, "POST", f"{V3}/orders/{number}/refunds", {"order_refund": {"amount": amount}})
    assert (refused.status, read(refused)["errors"][0]["code"]) == (400, "woocommerce_api_invalid_order_refund")
    assert read(send(store, "GET", f"/orders/{number}/refunds")) == []
    assert code(send(store, "GET", f"/orders/{number}"))[0] == 200

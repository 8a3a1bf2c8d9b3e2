"""Refunds of wc/v3: which lines they hold, and which gateways can give money back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore

_PRODUCT = {"id": 7, "name": "Cup", "type": "simple", "status": "publish", "slug": "cup", "regular_price": "4.00"}
_GATEWAY = {
    "id": "acme", "title": "Acme", "description": "", "order": "", "enabled": True, "method_title": "Acme",
    "method_description": "", "method_supports": ["products", "refunds"], "settings": {},
}  # fmt: skip


def ordered(store: MockStore, **order: Any) -> dict[str, Any]:
    lines = [{"product_id": 7, "quantity": 1}] * 4
    return dict(read(send(store, "POST", "/orders", {"line_items": lines, **order})))


def test_a_refund_holds_the_lines_of_which_anything_is_given_back() -> None:
    """wc_create_refund passes over a line without quantity, sum and taxes, and over no other."""
    with MockStore({"products": [_PRODUCT]}) as store:
        order = ordered(store)
        first, second, third, fourth = (line["id"] for line in order["line_items"])
        rows = [
            {"id": first, "quantity": 1},
            {"id": second, "refund_total": 1.5},
            {"id": third, "refund_tax": [{"id": 9, "refund_total": 0.25}]},
            {"id": fourth, "quantity": 0, "refund_total": 0, "refund_tax": []},
        ]
        body = {"amount": "2", "api_refund": False, "line_items": rows}
        made = read(send(store, "POST", f"/orders/{order['id']}/refunds", body))
        of = [
            next(row["value"] for row in line["meta_data"] if row["key"] == "_refunded_item_id")
            for line in made["line_items"]
        ]
        assert [int(number) for number in of] == [first, second, third]
        shown = [(line["quantity"], line["total"], line["total_tax"]) for line in made["line_items"]]
        assert shown == [(-1, "0.00", "0.00"), (0, "-1.50", "0.00"), (0, "0.00", "-0.25")]


def test_fees_and_shipping_are_given_back_by_their_lines() -> None:
    """wc_create_refund goes through the items of an order that are products, fees or ways of shipping."""
    with MockStore({"products": [_PRODUCT]}) as store:
        fee, post = {"name": "Wrap", "total": "3.00"}, {"method_id": "flat_rate", "total": "5.00"}
        order = ordered(store, fee_lines=[fee], shipping_lines=[post])
        rows = [{"id": order[name][0]["id"], "refund_total": 1} for name in ("fee_lines", "shipping_lines")]
        body = {"amount": "2", "api_refund": False, "line_items": rows}
        made = read(send(store, "POST", f"/orders/{order['id']}/refunds", body))
        assert [line["total"] for name in ("fee_lines", "shipping_lines") for line in made[name]] == ["-1.00", "-1.00"]
        assert made["line_items"] == []


@pytest.mark.parametrize(
    ("method", "sent", "answered"),
    [
        ("acme", {}, True),
        ("acme", {"api_refund": True}, True),
        ("acme", {"api_refund": False}, False),
        ("", {"api_refund": False}, False),
        ("", {}, None),
        ("gone", {}, None),
    ],
)
def test_money_goes_back_by_the_gateway_of_the_order_if_it_can(
    method: str, sent: dict[str, Any], answered: bool | None
) -> None:
    with MockStore({"products": [_PRODUCT], "payment_gateways": [_GATEWAY]}) as store:
        number = ordered(store, payment_method=method)["id"]
        answer = send(store, "POST", f"/orders/{number}/refunds", {"amount": "1", **sent})
        if answered is None:
            assert code(answer) == (500, "woocommerce_rest_cannot_create_order_refund")
            assert read(send(store, "GET", f"/orders/{number}/refunds")) == []
        else:
            assert (answer.status, read(answer)["refunded_payment"]) == (201, answered)


def test_an_order_shows_a_refund_that_goes_no_more_and_counts_as_unchanged(monkeypatch: pytest.MonkeyPatch) -> None:
    """So real stores of 10.0 and 10.5 answer."""
    with MockStore({"products": [_PRODUCT]}) as store:
        number = ordered(store)["id"]
        made = read(send(store, "POST", f"/orders/{number}/refunds", {"amount": "1", "api_refund": False}))
        later = store.shop.now() + timedelta(days=1)
        monkeypatch.setattr(store.shop, "now", lambda: later)
        assert send(store, "DELETE", f"/orders/{number}/refunds/{made['id']}", query="force=true").status == 200
        order = read(send(store, "GET", f"/orders/{number}"))
        assert order["date_modified_gmt"] < later.strftime("%Y-%m-%dT%H:%M:%S")
        assert order["refunds"] == []


@pytest.mark.parametrize(
    ("release", "named", "status"),
    [
        # wc_create_refund looks for free pieces only where the refund names lines, since 10.0.
        ("10.5.0", True, "pending"), ("10.5.0", False, "refunded"),
        ("9.9.5", True, "pending"), ("9.9.5", False, "pending"),
    ],
)  # fmt: skip
def test_an_order_of_which_a_free_piece_is_left_is_not_refunded(release: str, named: bool, status: str) -> None:
    gift = {**_PRODUCT, "id": 8, "name": "Gift", "slug": "gift", "regular_price": "0"}
    with MockStore({"products": [_PRODUCT, gift]}, release=release) as store:
        lines = [{"product_id": number, "quantity": 1} for number in (7, 8)]
        order = read(send(store, "POST", "/orders", {"line_items": lines}))
        rows = [{"id": order["line_items"][0]["id"], "quantity": 1, "refund_total": 4}]
        body = {"amount": "4", "api_refund": False, **({"line_items": rows} if named else {})}
        assert send(store, "POST", f"/orders/{order['id']}/refunds", body).status == 201
        assert read(send(store, "GET", f"/orders/{order['id']}"))["status"] == status

"""Refunds that the store works out, as WooCommerce's source has them from 11.1 on; no store was asked."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore

Store = tuple[MockStore, str, int]


def filled(release: str) -> Store:
    """A store, the refunds of an order of three pieces at 10.00, and the line."""
    store = MockStore(release=release)
    product = read(send(store, "POST", "/products", {"name": "Kettle", "regular_price": "10.00", "tax_status": "none"}))
    order = read(send(store, "POST", "/orders", {"line_items": [{"product_id": product["id"], "quantity": 3}]}))
    return store, f"/orders/{order['id']}/refunds", order["line_items"][0]["id"]


def make(at: Store, **fields: Any) -> Any:
    store, path, line = at
    lines = [{"id": line, "quantity": 2}]
    return send(store, "POST", path, {"api_refund": False, "compute_totals": True, "line_items": lines, **fields})


def test_pieces_come_to_their_price_looked_at_and_made() -> None:
    store, path, line = at = filled("11.1.0")
    seen = send(store, "POST", f"{path}/preview", {"line_items": [{"line_item_id": line, "quantity": 2}]})
    assert seen.status == 200
    body = read(seen)
    assert (body["subtotal"], body["tax"], body["total"], body["max_refundable"]) == ("20.00", "0.00", "20.00", "30.00")
    (item,) = body["breakdown"]["products"]["items"]
    assert (item["id"], item["quantity"], item["total"]) == (line, 2, "20.00")
    assert read(make(at))["amount"] == "20.00"
    assert code(make(at)) == (422, "woocommerce_rest_refund_exceeds_remaining")


def taxed() -> Store:
    """As `filled`, the pieces at 10.00 and a tax of a fifth on them."""
    store = MockStore("fresh", release="11.1.0")
    send(store, "PUT", "/settings/general/woocommerce_calc_taxes", {"value": "yes"})
    assert read(send(store, "POST", "/taxes", {"rate": "20.0000", "name": "VAT", "shipping": False}))["id"] == 1
    product = read(send(store, "POST", "/products", {"name": "Kettle", "regular_price": "10.00"}))
    order = read(send(store, "POST", "/orders", {"line_items": [{"product_id": product["id"], "quantity": 3}]}))
    return store, f"/orders/{order['id']}/refunds", order["line_items"][0]["id"]


def previewed(at: Store, **row: Any) -> Any:
    store, path, line = at
    return send(store, "POST", f"{path}/preview", {"line_items": [{"line_item_id": line, **row}]})


@pytest.mark.parametrize(
    ("row", "sums"),
    [
        ({"quantity": 1}, ("10.00", "2.00", "12.00")),
        ({"refund_total": "6.00"}, ("5.00", "1.00", "6.00")),
        ({"refund_total": "6.00", "refund_tax": [{"id": 1, "refund_total": "0.50"}]}, ("6.00", "0.50", "6.50")),
    ],
    ids=["pieces", "a sum with its tax", "a sum and a tax"],
)
def test_a_refund_has_its_share_of_the_tax(row: dict[str, Any], sums: tuple[str, str, str]) -> None:
    body = read(previewed(taxed(), **row))
    assert (body["subtotal"], body["tax"], body["total"], body["max_refundable"]) == (*sums, "36.00")


def test_less_than_one_is_something_too() -> None:
    at = filled("11.1.0")
    assert read(make(at, line_items=[{"id": at[2], "refund_total": "0.50"}]))["amount"] == "0.50"
    assert read(previewed(at, refund_total="0.50"))["max_refundable"] == "29.50"


@pytest.mark.parametrize("quantity", [0, -1, 4])
def test_no_more_pieces_go_back_than_the_line_has(quantity: int) -> None:
    at = filled("11.1.0")
    refusal = (400, "woocommerce_rest_invalid_quantity")
    assert code(previewed(at, quantity=quantity)) == refusal
    assert code(make(at, line_items=[{"id": at[2], "quantity": quantity}])) == refusal


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"line_items": [{"id": 999999, "quantity": 1}]}, "invalid_line_item"),
        ({"amount": "0.00"}, "invalid_refund_amount"),
        ({"amount": "19.99"}, "invalid_refund_amount"),
    ],
)
def test_what_does_not_add_up_is_refused(fields: dict[str, Any], refusal: str) -> None:
    assert code(make(filled("11.1.0"), **fields)) == (400, f"woocommerce_rest_{refusal}")


def test_an_older_store_drops_the_field_and_refunds_nothing() -> None:
    store, path, line = at = filled("10.5.0")
    assert read(make(at))["amount"] == "0.00"
    assert code(send(store, "POST", f"{path}/preview", {"line_items": [{"line_item_id": line, "quantity": 2}]})) == (
        404, "rest_no_route",
    )  # fmt: skip

"""Null in requests for one record and in batches, and empty lists, as a real store of release 10.0.2 took them."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore

#: For each list: a record, and what null makes of a field in a request for one record.
CLEARED: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "/products": (
        {
            "name": "Jug", "description": "Big", "short_description": "Red", "regular_price": "5", "sku": "JUG-1",
            "manage_stock": True, "stock_quantity": 7, "weight": "2", "menu_order": 4, "sold_individually": True,
        },
        {
            "description": "", "short_description": "", "regular_price": "", "sku": "", "stock_quantity": 0,
            "weight": "", "menu_order": 0, "sold_individually": False,
        },
    ),
    "/coupons": (
        {"code": "nulls", "amount": "5", "minimum_amount": "1", "maximum_amount": "9", "product_ids": [101],
         "usage_limit": 3, "email_restrictions": ["a@example.com"]},
        {"amount": "0.00", "minimum_amount": "0.00", "maximum_amount": "0.00", "product_ids": [], "usage_limit": None,
         "email_restrictions": []},
    ),
    "/orders": (
        {"customer_note": "Ring", "transaction_id": "t-1", "currency": "EUR", "payment_method_title": "Bank"},
        {"customer_note": "", "transaction_id": "", "currency": "USD", "payment_method_title": ""},
    ),
    "/customers": (
        {"email": "nulls@example.com", "password": "x", "first_name": "Ada", "last_name": "Moss"},
        {"first_name": "", "last_name": ""},
    ),
    "/products/categories": (
        {"name": "Jugs", "description": "All", "display": "both"}, {"description": "", "display": "default"},
    ),
    "/products/attributes": ({"name": "Bottom", "order_by": "name"}, {"order_by": "menu_order"}),
    "/taxes": ({"country": "DE", "rate": "19"}, {"country": "", "rate": "0.0000"}),
}  # fmt: skip
CASES = [(path, name) for path, (_, cleared) in CLEARED.items() for name in cleared]


@pytest.mark.parametrize(("path", "name"), CASES)
def test_null_empties_a_field_of_one_record_and_none_of_a_batch(store: MockStore, path: str, name: str) -> None:
    sent, cleared = CLEARED[path]
    made = read(send(store, "POST", path, sent))
    one = f"{path}/{made['id']}"
    before = read(send(store, "GET", one))
    send(store, "POST", f"{path}/batch", {"update": [{"id": made["id"], name: None}]})
    assert read(send(store, "GET", one))[name] == before[name] != cleared[name]
    assert read(send(store, "PUT", one, {name: None}))[name] == cleared[name]


def test_a_name_can_be_emptied_while_the_product_says_something_else(store: MockStore) -> None:
    assert read(send(store, "PUT", "/products/101", {"name": None, "description": "Big"}))["name"] == ""
    hollow = read(send(store, "POST", "/products", {"name": "Jug", "description": "Big"}))
    sent = {"name": None, "description": None, "short_description": None, "regular_price": None}
    kept = read(send(store, "PUT", f"/products/{hollow['id']}", sent))
    assert (kept["name"], kept["description"], kept["regular_price"]) == ("Jug", "Big", "")


def test_nulls_that_a_batch_heeds(store: MockStore) -> None:
    made = read(send(store, "POST", "/products", {"name": "Jug", "manage_stock": True, "low_stock_amount": 3}))
    sent = {"update": [{"id": made["id"], "low_stock_amount": None}]}
    assert read(send(store, "POST", "/products/batch", sent))["update"][0]["low_stock_amount"] is None
    sent = {"update": [{"id": "woocommerce_store_address", "value": None}]}
    assert read(send(store, "POST", "/settings/general/batch", sent))["update"][0]["value"] == ""


def test_no_way_to_pay_has_no_title(store: MockStore) -> None:
    made = read(send(store, "POST", "/orders", {"payment_method": "bacs", "payment_method_title": "Bank"}))
    changed = read(send(store, "PUT", f"/orders/{made['id']}", {"payment_method": None}))
    assert (changed["payment_method"], changed["payment_method_title"]) == ("", "")


@pytest.mark.parametrize(("version", "empty", "stays"), [("v3", [], True), ("v2", [], True), ("v1", [], False)])
def test_an_empty_list_of_brands(store: MockStore, version: str, empty: list[Any], stays: bool) -> None:
    brand = read(send(store, "POST", "/products/brands", {"name": "Kiln"}))["id"]
    made = read(send(store, "POST", "/products", {"name": "Jug", "brands": [{"id": brand}]}))
    send(store, "PUT", f"/wp-json/wc/{version}/products/{made['id']}", {"brands": empty})
    assert bool(read(send(store, "GET", f"/products/{made['id']}"))["brands"]) is stays
    assert read(send(store, "PUT", f"/products/{made['id']}", {"brands": [{"id": 0}]}))["brands"] == []


def test_null_for_categories_is_the_default_one(store: MockStore) -> None:
    other = read(send(store, "POST", "/products/categories", {"name": "Jugs"}))["id"]
    made = read(send(store, "POST", "/products", {"name": "Jug", "categories": [{"id": other}]}))
    found = read(send(store, "PUT", f"/products/{made['id']}", {"categories": None}))["categories"]
    assert [category["id"] for category in found] not in ([], [other])


NUMBERS = {
    99999999999999: "99999999999999",
    -99999999999999: "-99999999999999",
    100000000000000: "1.0E+14",
    123456789012345: "1.2345678901234E+14",
    9007199254740993: "9.007199254741E+15",
    9223372036854775807: "9.2233720368548E+18",
}


@pytest.mark.parametrize("path", ["/products", "/orders"])
@pytest.mark.parametrize("number", NUMBERS)
def test_long_numbers_in_custom_fields(store: MockStore, path: str, number: int) -> None:
    rows = [{"key": "n", "value": number}, {"key": "list", "value": [number]}, {"key": "text", "value": str(number)}]
    made = read(send(store, "POST", path, {"name": "Jug", "meta_data": rows}))
    kept = {row["key"]: row["value"] for row in made["meta_data"]}
    assert kept == {"n": NUMBERS[number], "list": [number], "text": str(number)}
    sent = {"update": [{"id": made["id"], "meta_data": rows}]}
    changed = read(send(store, "POST", f"{path}/batch", sent))["update"][0]
    assert {row["key"]: row["value"] for row in changed["meta_data"]}["n"] == str(number)


@pytest.mark.parametrize(("value", "kept"), [(False, "no"), ("", "no"), (None, "no"), (True, True)])
def test_a_checkbox_is_told_no_boolean(store: MockStore, value: Any, kept: Any) -> None:
    path = "/settings/general/woocommerce_calc_taxes"
    assert read(send(store, "PUT", path, {"value": value}))["value"] == kept
    assert code(send(store, "PUT", path, {"value": 1})) == (400, "rest_setting_value_invalid")

"""A shop that counts no stock at all; each expectation is what a real 10.0.2 answered after its setting was changed."""

from __future__ import annotations

import warnings
from typing import Any

import pytest

from mock.talk import read, send
from wooclient import NotKeptWarning, WooClient
from wooclient.mock import MockStore

COUNTED = {"manage_stock": True, "stock_quantity": 5, "backorders": "yes", "low_stock_amount": 2}
VERSIONS = ("v3", "v2", "v1")


def count(store: MockStore, value: str) -> None:
    """Switch the shop's setting."""
    send(store, "PUT", "/settings/products/woocommerce_manage_stock", {"value": value})


@pytest.fixture
def shop(store: MockStore) -> MockStore:
    """A shop that counts no stock."""
    count(store, "no")
    return store


def told(store: MockStore, method: str, path: str, body: Any = None, version: str = "v3") -> tuple[Any, ...]:
    """What a store tells of the stock: whether it is counted, how many, its status or whether it is there."""
    answer = send(store, method, f"/wp-json/wc/{version}{path}", body)
    assert answer.status in (200, 201), answer.body
    found = read(answer)
    status = found.get("stock_status", found.get("in_stock"))
    return found["id"], (found["manage_stock"], found["stock_quantity"], status, found["backorders"])


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", ["simple", "external", "grouped"])
def test_nothing_is_counted(shop: MockStore, version: str, kind: str) -> None:
    there: Any = "instock" if version == "v3" else True
    number, stock = told(shop, "POST", "/products", {"name": "Cup", "type": kind, **COUNTED}, version)
    assert stock == (False, None, there, "no")
    for body in (COUNTED, {"stock_quantity": 7}, {"inventory_delta": 2}, {"backorders": "notify"}):
        assert told(shop, "PUT", f"/products/{number}", body, version)[1] == (False, None, there, "no")


@pytest.mark.parametrize(("version", "sent", "shown"), [
    ("v3", {"stock_status": "outofstock"}, "outofstock"), ("v3", {"stock_status": "onbackorder"}, "onbackorder"),
    ("v2", {"in_stock": False}, False), ("v1", {"in_stock": False}, False),
])  # fmt: skip
def test_whether_there_is_any_is_heard(shop: MockStore, version: str, sent: dict[str, Any], shown: Any) -> None:
    number, stock = told(shop, "POST", "/products", {"name": "Cup", "manage_stock": True, **sent}, version)
    assert stock == (False, None, shown, "no")
    assert told(shop, "PUT", f"/products/{number}", {"stock_quantity": 7}, version)[1][2] == shown


def test_of_a_variable_product_not_even_that(shop: MockStore) -> None:
    number, stock = told(shop, "POST", "/products", {"name": "Cup", "type": "variable", "manage_stock": True})
    assert stock == (False, None, "outofstock", "no")
    assert told(shop, "PUT", f"/products/{number}", {"stock_status": "instock"})[1][2] == "outofstock"


@pytest.mark.parametrize("version", ["v3", "v2"])
def test_variations_keep_what_they_are_told_and_do_not_count_it(shop: MockStore, version: str) -> None:
    parent, _ = told(shop, "POST", "/products", {"name": "Cup", "type": "variable"})
    path = f"/products/{parent}/variations"
    there: Any = "instock" if version == "v3" else True
    number, stock = told(shop, "POST", path, {"regular_price": "5", "manage_stock": True, "stock_quantity": 4}, version)
    assert stock == (False, 4, there, "no")
    count(shop, "yes")
    assert told(shop, "GET", f"{path}/{number}", version=version)[1] == (True, 4, there, "no")


@pytest.mark.parametrize("version", VERSIONS)
def test_what_was_counted_before_is_shown_and_stays(store: MockStore, version: str) -> None:
    there: Any = "instock" if version == "v3" else True
    number, _ = told(store, "POST", "/products", {"name": "Cup", "regular_price": "5", **COUNTED})
    count(store, "no")
    path = f"/products/{number}"
    assert told(store, "GET", path, version=version)[1] == (False, 5, there, "yes")
    for body in ({"stock_quantity": 9}, {"stock_status": "outofstock", "in_stock": False}, {"manage_stock": False}):
        assert told(store, "PUT", path, body, version)[1] == (False, 5, there, "yes")
    order = {"status": "processing", "set_paid": True, "line_items": [{"product_id": number, "quantity": 2}]}
    assert send(store, "POST", "/orders", order).status == 201
    count(store, "yes")
    assert told(store, "GET", path, version=version)[1] == (True, 5, there, "yes")


def test_the_client_says_what_was_not_kept(shop: MockStore) -> None:
    with WooClient(shop.url, key=shop.key, secret=shop.secret, transport=shop.transport) as woo:
        with pytest.warns(NotKeptWarning) as found:
            woo.products.create(name="Cup", manage_stock=True, stock_quantity=5)
        assert [str(one.message).split(" of ")[0].split(": ")[1] for one in found] == ["manage_stock", "stock_quantity"]
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            woo.products.create(name="Cup", stock_status="outofstock")

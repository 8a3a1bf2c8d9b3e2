"""Custom fields by key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from fake_store import Session, ok
from wooclient import UnexpectedAnswer, WooClient, fixtures
from wooclient.mock import MockStore

ROWS = [
    {"id": 1, "key": "a", "value": "1"},
    {"id": 2, "key": "b", "value": {"x": []}},
    {"id": 3, "key": "a", "value": "2"},
]
Make = Callable[..., Session]


@pytest.fixture
def session(sessions: Make) -> Make:
    def make(operation: str, **options: Any) -> Session:
        record = {**fixtures.load("v3", operation), "meta_data": ROWS}
        return sessions(lambda _: ok(record), **options)

    return make


def test_values_are_read_by_key(session: Make) -> None:
    shop = session("products.get", strict=True)
    meta = shop.woo.products.meta
    assert [(row.id, row.key, row.value) for row in shop.wait(meta.all(5))] == [
        (r["id"], r["key"], r["value"]) for r in ROWS
    ]
    assert shop.wait(meta.get(5, "a")) == "1"
    assert shop.wait(meta.get(5, "b")) == {"x": []}
    assert shop.wait(meta.get(5, "c")) is None
    assert shop.wait(meta.get(5, "c", 7)) == 7
    assert {(r.method, r.url.path) for r in shop.requests} == {("GET", "/wp-json/wc/v3/products/5")}


def test_a_change_names_only_its_key(session: Make) -> None:
    shop = session("products.get")
    assert shop.wait(shop.woo.products.meta.set(5, "b", [1, {"y": None}])) == {"x": []}
    shop.wait(shop.woo.products.meta.delete(5, "a"))
    assert shop.bodies == [
        {"meta_data": [{"key": "b", "value": [1, {"y": None}]}]},
        {"meta_data": [{"key": "a", "value": None}]},
    ]
    assert {(r.method, r.url.path) for r in shop.requests} == {("PUT", "/wp-json/wc/v3/products/5")}


def test_nothing_is_sent_for_a_change_that_would_be_another(session: Make) -> None:
    shop = session("products.get")
    with pytest.raises(TypeError, match="delete"):
        shop.wait(shop.woo.products.meta.set(5, "a", None))
    with pytest.raises(ValueError, match="key"):
        shop.wait(shop.woo.products.meta.delete(5, ""))
    assert not shop.requests


@pytest.mark.parametrize("resource", ["coupons", "customers", "orders", "products"])
def test_every_resource_with_custom_fields_has_them(session: Make, resource: str) -> None:
    shop = session(f"{resource}.get")
    assert shop.wait(getattr(shop.woo, resource).meta.get(5, "a")) == "1"


def test_variations_name_their_product_first(session: Make) -> None:
    shop = session("products.variations.get")
    shop.wait(shop.woo.products.variations.meta(7).set(8, "a", "1"))
    assert shop.requests[0].url.path.endswith("/products/7/variations/8")


def test_keys_that_stores_drop_are_refused_before_anything_is_sent(session: Make) -> None:
    shop = session("customers.get")
    customers, row = shop.woo.customers, {"key": "_x", "value": "1"}
    for call in (
        lambda: customers.meta.set(5, "_x", "1"),
        lambda: customers.meta.delete(5, "_x"),
        lambda: customers.update(5, meta_data=[row]),
        lambda: customers.create(email="a@example.com", meta_data=[row]),
        lambda: customers.batch(update=[{"id": 5, "meta_data": [{"key": "a", "value": "1"}, row]}]),
        lambda: customers.batch(create=[{"email": "a@example.com", "meta_data": [row]}]),
        lambda: shop.woo.v2.customers.update(5, meta_data=[row]),
    ):
        with pytest.raises(ValueError, match=r"key is '_x': stores drop .* extra="):
            shop.wait(call())
    assert not shop.requests
    shop.wait(customers.update(5, extra={"meta_data": [row]}))
    shop.wait(shop.woo.products.meta.set(5, "a", "1"))
    assert shop.bodies[0] == {"meta_data": [row]}


def test_a_key_that_the_store_did_not_keep_is_an_error(session: Make) -> None:
    shop = session("products.get")
    with pytest.raises(UnexpectedAnswer, match=r"keeps no custom field '_price'.*WooCommerce uses such a key itself"):
        shop.wait(shop.woo.products.meta.set(5, "_price", "1"))
    assert shop.bodies == [{"meta_data": [{"key": "_price", "value": "1"}]}]


def test_a_key_whose_user_sees_no_custom_fields_can_set_them(session: Make) -> None:
    shop = session("customers.get")
    hidden = {k: v for k, v in fixtures.load("v3", "customers.get").items() if k != "meta_data"}
    shop.answer = lambda _: ok(hidden)
    assert shop.wait(shop.woo.customers.meta.set(5, "x", "1")) is None


@pytest.mark.parametrize("version", ["10.0.2", "8.9.3"])
def test_a_mock_store_drops_them_as_real_ones_do(version: str) -> None:
    settings: dict[str, Any] = {"environment": {"version": version}, "settings": {}}
    with MockStore(seed={"system_status": settings}) as store:
        woo = WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)
        rows = [{"key": "_x", "value": "1"}, {"key": "x", "value": "1"}]
        made = woo.customers.create(email="a@example.com", extra={"meta_data": rows})
        kept = [row.key for row in made.meta_data or ()]
    # A customer without a password gets a generated one, and since 9.9 a row that reminds of it.
    assert kept == (["default_password_nag", "x"] if version == "10.0.2" else ["_x", "x"])

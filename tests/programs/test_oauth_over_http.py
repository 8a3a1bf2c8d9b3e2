"""A store without TLS in a warehouse: signed requests, lists and odd letters in filters, a proxy, a slow clock."""

from __future__ import annotations

import pytest

from mock.serving import KEY, SECRET, served
from wooclient import AuthenticationError, WooClient
from wooclient.mock import MockStore


@pytest.mark.usefixtures("no_proxy")
def test_a_day_in_the_warehouse() -> None:
    with served() as url, WooClient(url, key=KEY, secret=SECRET) as woo:
        names = ["Tea & Honey", "100 % Wool", "Käse+Brot", "茶 ~ tea", "a=b?c#d"]
        made = woo.products.batch(create=[{"name": name, "sku": name} for name in names]).raise_for_errors()
        assert [one.name for one in made.create] == ["Tea &amp; Honey", *names[1:]]
        for name, product in zip(names, made.create, strict=True):
            assert [one.id for one in woo.products.list(sku=name)] == [product.id]
        ids = [one.id for one in made.create]
        assert {one.id for one in woo.products.list(include=ids, per_page=100)} == set(ids)
        assert {one.id for one in woo.products.iter(exclude=ids)}.isdisjoint(ids)
        order = woo.orders.create(line_items=[{"product_id": ids[0], "quantity": 2}])
        assert {one.id for one in woo.orders.iter(status=["pending", "processing"], per_page=1)} >= {order.id}
        assert woo.orders.delete(order.id, force=True).id == order.id


def test_behind_a_proxy_the_store_signs_with_its_own_address() -> None:
    with MockStore(url="http://shop.example") as store:
        known = {"key": store.key, "secret": store.secret, "transport": store.transport}
        with WooClient("http://10.0.0.7:8080", **known) as woo, pytest.raises(AuthenticationError, match="signing_url"):
            woo.products.list()
        with WooClient("http://10.0.0.7:8080", signing_url="http://shop.example", **known) as woo:
            assert woo.products.list()


def test_a_clock_that_is_off_is_named() -> None:
    with MockStore(url="http://shop.example") as store:
        store.authenticator.clock = lambda: 1_000_000_000.0
        with (
            WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo,
            pytest.raises(AuthenticationError, match="clocks differ by more than 15 minutes"),
        ):
            woo.products.list()


def test_the_secret_never_leaves_this_machine() -> None:
    with (
        MockStore(url="http://shop.example") as store,
        WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo,
    ):
        woo.products.list(search="tea")
        woo.coupons.create(code="w", amount="1")
        assert [request.method for request in store.requests] == ["GET", "POST"]
        for request in store.requests:
            assert "oauth_signature" in request.query
            assert store.secret not in f"{request.path}{request.query}{request.headers}{request.body!r}"

"""A store whose permalinks are set to Plain: the error says so, and behind /index.php a day's work is done."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from wooclient import AsyncWooClient, NotJsonError, Page, WooClient
from wooclient.mock import MockStore


@pytest.fixture(params=["https://shop.example", "http://shop.example", "http://example.org/our/shop"])
def plain(request: pytest.FixtureRequest) -> Iterator[MockStore]:
    """A store that knows no address but that of its front file."""
    with MockStore(url=request.param) as store:
        store.fault("plain_permalinks")
        yield store


def client(store: MockStore, ending: str = "/index.php") -> WooClient:
    return WooClient(f"{store.url}{ending}", key=store.key, secret=store.secret, transport=store.transport)


def test_the_address_that_works_is_named(plain: MockStore) -> None:
    with client(plain, "") as woo:
        for call in (woo.orders.list, woo.legacy.orders.list):
            with pytest.raises(NotJsonError, match=r"Permalinks is set to Plain.*/index\.php at its end"):
                call()


def test_a_day_s_work(plain: MockStore) -> None:
    with client(plain) as woo:
        made = woo.products.batch(create=[{"name": f"P{i}", "sku": f"Tea & {i}"} for i in range(120)])
        ids = [one.id for one in made.raise_for_errors().create]
        assert [one.id for one in woo.products.iter(include=ids, per_page=50)] == ids
        assert [one.id for one in woo.products.by_sku(["Tea & 7"]).values()] == [ids[7]]
        order = woo.orders.create(line_items=[{"product_id": ids[0], "quantity": 2}])
        order.customer_note = "ring twice"
        woo.orders.save(order)
        assert woo.orders.get(order.id).customer_note == "ring twice"
        assert isinstance(woo.orders.list(status=["pending"], after="2020-01-01"), Page)
        woo.orders.notes.create(order.id, note="Packed")
        woo.orders.delete(order.id, force=True)
        assert woo.request("GET", "/wc/v3/products", query={"sku": "Tea & 7"})[0]["id"] == ids[7]
        assert woo.legacy.products.get(ids[7]).sku == "Tea & 7"
        assert woo.v2.products.get(ids[7]).sku == "Tea & 7"
    assert {request.path.partition("/index.php")[2][:8] for request in plain.requests} == {"/wp-json", "/wc-api/"}


async def names(store: MockStore) -> list[str]:
    address = f"{store.url}/index.php"
    async with AsyncWooClient(address, key=store.key, secret=store.secret, transport=store.transport) as woo:
        return [one.name async for one in woo.products.iter(search="apron")]


def test_async_too(plain: MockStore) -> None:
    assert asyncio.run(names(plain)) == ["Linen Apron"]

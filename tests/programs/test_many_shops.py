"""Fifty shops at once: yesterday's sales of each, on one pool of connections. A shop that is down holds up no other."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import Any

import httpx

from examples_here import example
from wooclient import BatchInterrupted, WooClient
from wooclient.mock import MockStore

fifty_shops = example("fifty_shops")


class Network(httpx.AsyncBaseTransport):
    """Leads each request to the store that it names."""

    def __init__(self, stores: list[MockStore]) -> None:
        self.stores = {httpx.URL(store.url).host: store for store in stores}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await self.stores[request.url.host].transport.handle_async_request(request)


def test_fifty_shops() -> None:
    # Each begins as a copy of the first, and then moves: to fill one takes longer than all else here.
    stores = [MockStore() for _ in range(50)]
    for i, store in enumerate(stores):
        store.move(f"https://shop{i}.example")
    shops = [fifty_shops.Shop(store.url, store.key, store.secret) for store in stores]
    stores[3].fault("html_error")
    stores[7].fault("rate_limited", times=1, retry_after=0)
    stores[9].fault("lost_answer", route="/products/batch")
    shops[5] = shops[5]._replace(secret="cs_wrong")

    async def run() -> tuple[dict[str, Any], dict[str, Any]]:
        async with httpx.AsyncClient(transport=Network(stores)) as http:
            return await fifty_shops.of_all(shops, http, fifty_shops.sales), await fifty_shops.of_all(
                shops, http, fifty_shops.mark_sold_out, ["KC-CUP", "KC-SENCHA", "none"]
            )

    sold, done = asyncio.run(run())
    failed = {url: type(error).__name__ for url, error in sold.items() if isinstance(error, Exception)}
    assert failed == {shops[3].url: "ServerError", shops[5].url: "AuthenticationError"}
    totals = {value for value in sold.values() if isinstance(value, Decimal)}
    assert len(totals) == 1
    assert totals.pop() > 100
    stopped = done[shops[9].url]
    assert isinstance(stopped, BatchInterrupted)
    assert stopped.unknown["update"]
    marked = [value for value in done.values() if isinstance(value, fifty_shops.SoldOut)]
    assert marked == [fifty_shops.SoldOut(2, ("none",), {})] * 47
    with WooClient(stores[0].url, key=stores[0].key, secret=stores[0].secret, transport=stores[0].transport) as woo:
        assert {p.stock_status for p in woo.products.by_sku(["KC-CUP", "KC-SENCHA"]).values()} == {"outofstock"}
    for store in stores:
        store.close()


def test_variations_are_marked_and_what_is_refused_is_told() -> None:
    with MockStore() as store:
        store.move("https://shop.example")
        # As if it were deleted after it was found.
        gone = {"id": 101, "error": {"code": "woocommerce_rest_product_invalid_id", "message": "gone", "data": {}}}
        store.route("POST", "/wc/v3/products/batch", lambda _: {"update": [gone]})

        async def run() -> Any:
            async with httpx.AsyncClient(transport=Network([store])) as http:
                shop = fifty_shops.Shop(store.url, store.key, store.secret)
                return await fifty_shops.mark_sold_out(shop, http, ["KC-APRON-S", "KC-TEAPOT", "KC-APRON-L"])

        done = asyncio.run(run())
        assert (done.marked, done.unknown) == (2, ())
        assert {sku: error.message for sku, error in done.refused.items()} == {"KC-TEAPOT": "gone"}
        with WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo:
            assert {one.stock_status for one in woo.products.variations.iter(102)} == {"outofstock"}

"""Fifty shops at once: yesterday's sales of each, on one pool of connections. A shop that is down holds up no other."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import Any, NamedTuple

import httpx

from wooclient import AsyncWooClient, BatchInterrupted, WooError
from wooclient.mock import MockStore

# --- the program ---


class Shop(NamedTuple):
    """Where a shop is, and its key."""

    url: str
    key: str
    secret: str


async def sales(shop: Shop, http: httpx.AsyncClient) -> Decimal:
    """What was sold, in the money of the shop."""
    async with AsyncWooClient(shop.url, key=shop.key, secret=shop.secret, http_client=http, max_retries=1) as woo:
        paid = woo.orders.iter(status=["processing", "completed"], per_page=5, prefetch=2)
        return sum([order.total async for order in paid], Decimal())


async def mark_sold_out(shop: Shop, http: httpx.AsyncClient, skus: set[str]) -> int:
    """Take articles out of sale that the supplier no longer has; how many there were."""
    async with AsyncWooClient(shop.url, key=shop.key, secret=shop.secret, http_client=http, max_retries=1) as woo:
        rows: list[Any] = [
            {"id": p.id, "stock_status": "outofstock"} async for p in woo.products.iter() if p.sku in skus
        ]
        return len((await woo.products.batch(update=rows, concurrency=2)).values)


async def of_all(shops: list[Shop], http: httpx.AsyncClient, job: Any, *more: Any) -> dict[str, Any]:
    """What the job gives for each shop, or why there is nothing."""

    async def one(shop: Shop) -> Any:
        try:
            async with asyncio.timeout(60):
                return await job(shop, http, *more)
        except (WooError, TimeoutError) as error:
            return error

    return dict(zip([shop.url for shop in shops], await asyncio.gather(*map(one, shops)), strict=True))


# --- until here ---


class Network(httpx.AsyncBaseTransport):
    """Leads each request to the store that it names."""

    def __init__(self, stores: list[MockStore]) -> None:
        self.stores = {httpx.URL(store.url).host: store for store in stores}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await self.stores[request.url.host].transport.handle_async_request(request)


def test_fifty_shops() -> None:
    stores = [MockStore(url=f"https://shop{i}.example") for i in range(50)]
    shops = [Shop(store.url, store.key, store.secret) for store in stores]
    stores[3].fault("html_error")
    stores[7].fault("rate_limited", times=1, retry_after=0)
    stores[9].fault("lost_answer", route="/products/batch")
    shops[5] = shops[5]._replace(secret="cs_wrong")

    async def run() -> tuple[dict[str, Any], dict[str, Any]]:
        async with httpx.AsyncClient(transport=Network(stores)) as http:
            return await of_all(shops, http, sales), await of_all(
                shops, http, mark_sold_out, {"KC-CUP", "KC-SENCHA", "none"}
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
    assert [value for value in done.values() if isinstance(value, int)] == [2] * 47
    for store in stores:
        store.close()

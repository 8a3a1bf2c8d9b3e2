"""Many shops at once: what each has sold, on one pool of connections. A shop that is down holds up no other.

python fifty_shops.py shops.json     # [{"url": "https://...", "key": "ck_...", "secret": "cs_..."}, ...]
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import httpx

from wooclient import AsyncWooClient, WooError


class Shop(NamedTuple):
    """Where a shop is, and its key."""

    url: str
    key: str
    secret: str


def client(shop: Shop, http: httpx.AsyncClient) -> AsyncWooClient:
    """A client of a shop on the pool that all share."""
    return AsyncWooClient(shop.url, key=shop.key, secret=shop.secret, http_client=http, max_retries=1)


async def sales(shop: Shop, http: httpx.AsyncClient) -> Decimal:
    """What was sold, in the money of the shop."""
    async with client(shop, http) as woo:
        paid = woo.orders.iter(status=["processing", "completed"], fields=["id", "total"], prefetch=2)
        return sum([order.total async for order in paid], Decimal())


async def mark_sold_out(shop: Shop, http: httpx.AsyncClient, skus: list[str]) -> int:
    """Take articles out of sale that the supplier no longer has; how many there were."""
    async with client(shop, http) as woo:
        none_left = {"manage_stock": True, "stock_quantity": 0, "backorders": "no"}  # whether it was counted or not
        rows: list[Any] = [{"id": product.id, **none_left} for product in (await woo.products.by_sku(skus)).values()]
        return len((await woo.products.batch(update=rows, concurrency=2)).values)


async def of_all(
    shops: list[Shop], http: httpx.AsyncClient, job: Callable[..., Awaitable[Any]], *more: Any
) -> dict[str, Any]:
    """What the job gives for each shop, or the error that says why there is nothing."""

    async def one(shop: Shop) -> Any:
        try:
            async with asyncio.timeout(60):
                return await job(shop, http, *more)
        except (WooError, TimeoutError) as error:
            return error

    return dict(zip([shop.url for shop in shops], await asyncio.gather(*map(one, shops)), strict=True))


async def main(path: Path) -> None:
    """Print what each shop of a list has sold."""
    shops = [Shop(**about) for about in json.loads(path.read_text())]
    async with httpx.AsyncClient() as http:
        for url, sold in (await of_all(shops, http, sales)).items():
            print(f"{url}: {sold}")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))

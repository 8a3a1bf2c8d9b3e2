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

from wooclient import AsyncWooClient, ItemError, WooError


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


class SoldOut(NamedTuple):
    """How many articles a shop marked, which SKUs it does not know, and which it refused, with the error."""

    marked: int
    unknown: tuple[str, ...]
    refused: dict[str, ItemError]


async def mark_sold_out(shop: Shop, http: httpx.AsyncClient, skus: list[str]) -> SoldOut:
    """Take articles out of sale that the supplier no longer has. To call it again does no harm."""
    none_left = {"manage_stock": True, "stock_quantity": 0, "backorders": "no"}  # whether it was counted or not
    async with client(shop, http) as woo:
        found = await woo.products.by_sku(skus)
        parents: dict[int, dict[str, int]] = {}  # variations are changed under their product, all else under none
        for sku, one in found.items():
            parents.setdefault(one.parent_id if one.type == "variation" else 0, {})[sku] = one.id
        outcomes: dict[str, Any] = {}
        for parent, ids in sorted(parents.items()):
            rows: list[Any] = [{"id": number, **none_left} for number in ids.values()]
            if parent:
                outcomes.update(zip(ids, await woo.products.variations.batch(parent, update=rows), strict=True))
            else:
                outcomes.update(zip(ids, await woo.products.batch(update=rows, concurrency=2), strict=True))
    refused = {sku: one for sku, one in outcomes.items() if isinstance(one, ItemError)}
    return SoldOut(len(outcomes) - len(refused), found.missing, refused)


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

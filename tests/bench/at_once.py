"""How many requests at a time help a store: `WOO_URL=… WOO_KEY=… WOO_SECRET=… python tests/bench/at_once.py [SECONDS]`.

For a store of your own that may be written to: it reads pages of 100 orders, then sends batches that set the stock of
20 products to what it is. Each number of requests at a time runs for so many seconds. `--insecure` trusts any
certificate.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from itertools import count

import httpx

from wooclient import AsyncWooClient, WooError

LEVELS = (1, 2, 4, 8, 16, 32)
PAGE, ITEMS = 100, 20
Act = Callable[[int], Awaitable[object]]


async def level(act: Act, at_once: int, seconds: float) -> tuple[float, list[float], int]:
    """Requests a second, the time of each, and how many failed."""
    taken: list[float] = []
    failed, numbers, begun = 0, count(), time.perf_counter()

    async def worker() -> None:
        nonlocal failed
        while time.perf_counter() - begun < seconds:
            start = time.perf_counter()
            try:
                await act(next(numbers))
            except WooError:
                failed += 1
            else:
                taken.append(time.perf_counter() - start)

    await asyncio.gather(*(worker() for _ in range(at_once)))
    return len(taken) / (time.perf_counter() - begun), taken, failed


def row(what: str, at_once: int, rate: float, taken: list[float], failed: int) -> str:
    """One line of the table."""
    late = statistics.quantiles(taken, n=20)[-1] if len(taken) > 1 else 0.0
    return (
        f"| {what} | {at_once} | {rate:.2f} | {statistics.median(taken or [0]):.2f} | {late:.2f} |"
        f" {len(taken)} | {failed} |"
    )


async def main(seconds: float, *, verify: bool) -> None:
    """Print the table."""
    limits = httpx.Limits(max_connections=max(LEVELS))
    async with httpx.AsyncClient(verify=verify, limits=limits) as http:
        woo = AsyncWooClient.from_env(http_client=http, timeout=120, max_retries=0)
        first = await woo.orders.list(per_page=PAGE)
        stock = {one.id: one.stock_quantity or 0 async for one in woo.products.iter(fields=["stock_quantity"])}
        groups = [list(stock)[start : start + ITEMS] for start in range(0, len(stock), ITEMS)]

        async def read(number: int) -> object:
            return await woo.orders.list(per_page=PAGE, page=1 + number % (first.total_pages or 1))

        async def write(number: int) -> object:
            ids = groups[number % len(groups)]
            return await woo.products.batch(update=[{"id": one, "stock_quantity": stock[one]} for one in ids])

        print(f"{first.total} orders, {len(stock)} products")
        print(f"this machine: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        print("| what | at a time | requests/s | median s | 95 % s | done | failed |")
        for what, act in (("read", read), ("write", write)):
            for at_once in LEVELS:
                print(row(what, at_once, *await level(act, at_once, seconds)), flush=True)
        print(f"load at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    given = [word for word in sys.argv[1:] if word != "--insecure"]
    asyncio.run(main(float(given[0]) if given else 30, verify="--insecure" not in sys.argv))

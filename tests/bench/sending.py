"""Figures of the sending side: what a call costs over raw httpx, and what one more store costs.

`overhead` answers the same bytes to both from memory; `many_stores` runs in a process of its own, against a server in
another one, so that nobody's memory counts but the clients'.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import statistics
import time
import tracemalloc
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

import httpx

from evidence.store import SHARED
from wooclient import AsyncWooClient, WooClient, fixtures

KEY, SECRET = "ck_" + "a" * 40, "cs_" + "b" * 40
URL = "https://shop.example"
PAGE_MS = 130.0
STORES, PAGES = 500, 5


def page_of_products(count: int = 100) -> bytes:
    """A page of products as a recorded store answers it; where there is no recording, of made-up ones."""
    snapshot = SHARED / "snapshot.json"
    stored = json.loads(snapshot.read_text("utf-8")) if snapshot.exists() else {}
    some = stored.get("products") or fixtures.load("v3", "products.list")
    items = [{**some[i % len(some)], "id": i + 1} for i in range(count)]
    return json.dumps(items, separators=(",", ":")).encode()


def in_turn(*runs: Callable[[], Any], rounds: int = 60) -> list[float]:
    """The median processor time of each in seconds. They take turns, so that other work hits all alike."""
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(rounds + 3):
        for run, taken in zip(runs, times, strict=True):
            start = time.process_time()
            run()
            taken.append(time.process_time() - start)
    return [statistics.median(taken[3:]) for taken in times]


def overhead() -> dict[str, float]:
    """`products.list(per_page=100)` against httpx and `json.loads` on the same bytes, in milliseconds."""
    body = page_of_products()
    headers = {"content-type": "application/json; charset=UTF-8", "x-wp-total": "100", "x-wp-totalpages": "1"}
    transport = httpx.MockTransport(lambda request: httpx.Response(200, headers=headers, content=body))
    with httpx.Client(transport=transport) as raw, WooClient(URL, key=KEY, secret=SECRET, transport=transport) as woo:
        path = f"{URL}/wp-json/wc/v3/products"
        theirs, ours = in_turn(
            lambda: json.loads(raw.get(path, params={"per_page": 100}, auth=(KEY, SECRET)).content),
            lambda: woo.products.list(per_page=100),
        )
    return {
        "bytes": len(body),
        "httpx_ms": theirs * 1000,
        "wooclient_ms": ours * 1000,
        "ratio": ours / theirs,
        "percent_of_a_page": (ours - theirs) * 1000 / PAGE_MS * 100,
    }


async def _serve(body: bytes, port: Connection) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n".encode()
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                writer.write(head + body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=1024)
    port.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


def _server(body: bytes, port: Connection) -> None:
    asyncio.run(_serve(body, port))


async def _read_stores(url: str, count: int) -> tuple[int, float]:
    """Bytes that the clients keep, and seconds that they take to read their pages, over one shared pool."""
    limits = httpx.Limits(max_connections=50, max_keepalive_connections=50)
    async with httpx.AsyncClient(limits=limits) as shared:

        async def read(woo: AsyncWooClient) -> None:
            for page in range(PAGES):
                await woo.products.tags.list(page=page + 1)

        await read(AsyncWooClient(url, key=KEY, secret=SECRET, http_client=shared))
        tracemalloc.start()
        before = tracemalloc.get_traced_memory()[0]
        stores = [AsyncWooClient(url, key=KEY, secret=SECRET, http_client=shared) for _ in range(count)]
        await asyncio.gather(*(read(store) for store in stores[:20]))
        await asyncio.gather(*(read(store) for store in stores[20:]))
        kept = tracemalloc.get_traced_memory()[0] - before
        tracemalloc.stop()
        start = time.perf_counter()
        await asyncio.gather(*(read(store) for store in stores))
        return kept, time.perf_counter() - start


def many_stores() -> dict[str, float]:
    """KB that one more client keeps, and milliseconds a page with few and with many clients at work."""
    body = json.dumps(fixtures.load("v3", "products.tags.list")).encode()
    receiver, sender = multiprocessing.Pipe(duplex=False)
    server = multiprocessing.get_context("spawn").Process(target=_server, args=(body, sender), daemon=True)
    server.start()
    url = f"http://127.0.0.1:{receiver.recv()}"
    try:
        _, few = asyncio.run(_read_stores(url, STORES // 10))
        kept, many = asyncio.run(_read_stores(url, STORES))
    finally:
        server.terminate()
        server.join()
    return {
        "kb_a_client": kept / STORES / 1024,
        "ms_a_page_with_few": few * 1000 / (STORES // 10 * PAGES),
        "ms_a_page_with_many": many * 1000 / (STORES * PAGES),
    }


def main() -> None:
    """Print both."""
    for name, figures in (("overhead", overhead()), ("many stores", many_stores())):
        print(f"{name}: " + ", ".join(f"{key} {value:.2f}" for key, value in figures.items()))


if __name__ == "__main__":
    main()

"""Figures of walks over many pages: fetching ahead against the best raw loop, and memory over a long list.

The server runs in a process of its own and takes its time for each page.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from wooclient import AsyncWooClient, WooClient

KEY, SECRET = "ck_" + "a" * 40, "cs_" + "b" * 40
PAGES, SECONDS, AT_ONCE, ROUNDS = 50, 0.1, 4, 5
LONG = 1000
_SERVER = r"""
import asyncio, json, re, sys
from wooclient import fixtures
delay, pages, kind = float(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
one = fixtures.load("v3", kind)
ready = {}
def body(n):
    if n not in ready:
        made = json.dumps([{**one, "id": (n - 1) * 100 + i + 1} for i in range(100)]).encode()
        if pages > 50:
            return made
        ready[n] = made
    return ready[n]
async def talk(reader, writer):
    try:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            found = re.search(r"[?&]page=(\d+)", head)
            await asyncio.sleep(delay)
            sent = body(int(found[1]) if found else 1)
            head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-wp-total: %d\r\nx-wp-totalpages: %d\r\n"
            head += b"content-length: %d\r\n\r\n"
            writer.write(head % (pages * 100, pages, len(sent)) + sent)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()
async def main():
    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())
"""


@contextmanager
def store(seconds: float, pages: int, kind: str) -> Iterator[str]:
    """A store with so many pages of a hundred, each of which takes so long; its address."""
    command = [sys.executable, "-c", _SERVER, str(seconds), str(pages), kind]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.kill()


async def raw_loop(url: str) -> None:
    """All pages with httpx and json alone, so many at a time."""
    numbers = iter(range(1, PAGES + 1))
    async with httpx.AsyncClient() as http:

        async def worker() -> None:
            for number in numbers:
                answer = await http.get(f"{url}/wp-json/wc/v3/products?per_page=100&page={number}")
                json.loads(answer.content)

        await asyncio.gather(*(worker() for _ in range(AT_ONCE)))


async def walk(url: str) -> None:
    """All pages with the async client."""
    async with AsyncWooClient(url, key=KEY, secret=SECRET) as woo:
        async for _ in woo.products.iter(prefetch=AT_ONCE):
            pass


def walk_sync(url: str) -> None:
    """All pages with the sync client."""
    with WooClient(url, key=KEY, secret=SECRET) as woo:
        for _ in woo.products.iter(prefetch=AT_ONCE):
            pass


def ahead() -> tuple[float, float]:
    """How much longer than the raw loop the async and the sync walk take, in percent; medians of rounds."""
    taken: dict[str, list[float]] = {"raw": [], "async": [], "sync": []}
    with store(SECONDS, PAGES, "products.get") as url:
        walk_sync(url)
        for _ in range(ROUNDS):
            for name, run in (
                ("raw", lambda: asyncio.run(raw_loop(url))),
                ("async", lambda: asyncio.run(walk(url))),
                ("sync", lambda: walk_sync(url)),
            ):
                start = time.perf_counter()
                run()
                taken[name].append(time.perf_counter() - start)
    raw, ours, sync = (statistics.median(taken[name]) for name in ("raw", "async", "sync"))
    return 100 * (ours / raw - 1), 100 * (sync / raw - 1)


def memory() -> tuple[float, float]:
    """MB in use after 5,000 and after 99,000 of 100,000 records of one walk."""
    seen: list[float] = []
    with store(0, LONG, "products.tags.get") as url, WooClient(url, key=KEY, secret=SECRET) as woo:
        tracemalloc.start()
        for i, _ in enumerate(woo.products.tags.iter()):
            if i in (5_000, 99_000):
                seen.append(tracemalloc.get_traced_memory()[0] / 1e6)
        tracemalloc.stop()
    return seen[0], seen[1]

"""Figures of the command line: `PYTHONPATH=tests python tests/bench/command_line.py [ROUNDS]`.

Each export is measured beside a bare loop over `iter()`, one after the other, so that both meet the same machine. The
store is a mock store in a process of its own. The import meets a store that takes its time, as PHP
does. It is measured beside its own requests, sent by nothing but a pool of connections to a store that was put back:
that is the store's own time.
"""

from __future__ import annotations

import csv
import json
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import httpx

from mock.serving import KEY, SECRET, serving
from wooclient import WooClient

RECORDS, ROWS, KILLS = 10_000, 5_000, 20
#: Seconds that the slow store takes to read 100 records and to change 100: a quick host's PHP.
READS, CHANGES = 0.2, 2.0
_LOOP = """
from wooclient import WooClient
with WooClient.from_env() as woo:
    print(sum(1 for _ in woo.products.iter()))
"""
_COMMAND = "import sys; from wooclient.cli.app import main; code = main(sys.argv[1:])"
#: What a process says of itself at its end: seconds of CPU, and the most memory that it held, in MiB.
_END = """
import re, time
most = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) // 1024
print("used", time.process_time(), most)
"""
_SLOW = """
import asyncio, sys
from wooclient.mock import MockStore
from wooclient.mock.server import Server
reads, changes, key, secret = float(sys.argv[1]), float(sys.argv[2]), *sys.argv[3:]
store = MockStore(key=key, secret=secret, scheme="https")
async def main():
    server = Server(store)
    await server.start()
    store.move(f"http://127.0.0.1:{server.port}")
    store.fault("slow", seconds=reads)
    store.fault("slow", route="batch", seconds=changes)
    print(store.url, flush=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""
_ENV = {**os.environ, "WOO_KEY": KEY, "WOO_SECRET": SECRET, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}


class Used(NamedTuple):
    """What a process used: seconds from its start to its end, seconds of CPU, and the most memory, in MiB."""

    seconds: float
    cpu: float
    memory: int


def used(code: str, *arguments: object, url: str = "") -> Used:
    """Run code in a process of its own."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code + _END, *map(str, arguments)],
        env={**_ENV, "WOO_URL": url}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    took = time.perf_counter() - start
    _, cpu, memory = done.stdout.splitlines()[-1].split()
    return Used(took, float(cpu), int(memory))


@contextmanager
def slow() -> Generator[str]:
    """A store that takes as long as a quick host does."""
    process = subprocess.Popen(
        [sys.executable, "-c", _SLOW, str(READS), str(CHANGES), KEY, SECRET],
        env=_ENV,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def filled(url: str, count: int) -> None:
    """Create products in a store."""
    with WooClient(url, key=KEY, secret=SECRET, timeout=120) as woo:
        woo.products.batch(create=_products(count), concurrency=4).raise_for_errors()


def _products(count: int) -> list[dict[str, object]]:
    return [{"name": f"Product {i}", "sku": f"B-{i}", "regular_price": f"{i % 90}.50"} for i in range(count)]


def exports(url: str, place: Path, rounds: int) -> None:
    """The export beside the bare loop, and its memory for few records and for all."""
    walls, shares = list[float](), list[float]()
    few = used(_COMMAND, "export", "products", "search=99", "--to", place / "few.jsonl", url=url)
    for number in range(rounds):
        loop = used(_LOOP, url=url)
        took = used(_COMMAND, "export", "products", "--to", place / f"x{number}.jsonl", url=url)
        walls.append(loop.seconds / took.seconds)
        shares.append(loop.cpu / took.cpu)
        print(f"  bare loop {loop.seconds:5.2f} s, {loop.cpu:5.2f} of CPU", end="   ")
        print(f"export {took.seconds:5.2f} s, {took.cpu:5.2f} of CPU")
        memory = took.memory
    print(f"  speed beside the bare loop: {100 * statistics.median(walls):.0f} % (reach 90 %)")
    print(f"  its CPU beside the export's: {100 * statistics.median(shares):.0f} %")
    print(f"  most memory: {memory} MiB; for 3 % of the records {few.memory} MiB")


def killed(url: str, place: Path) -> None:
    """Exports killed at random moments, until there were enough kills, and what each wrote at last."""
    chance, kills = random.Random(1), 0
    with WooClient(url, key=KEY, secret=SECRET, timeout=120) as woo:
        wanted = [product.id for product in woo.products.iter(fields=["id"])]
    while kills < KILLS:
        target = place / f"killed{kills}.jsonl"
        more = _killed(url, target, chance, KILLS - kills)
        ids = [json.loads(line)["id"] for line in target.read_text("utf-8").splitlines()]
        print(f"  after {more} kills: {len(ids)} records, each once: {ids == wanted}")
        kills += more


def _killed(url: str, target: Path, chance: random.Random, most: int) -> int:
    """How often an export was killed before it was whole."""
    command = [sys.executable, "-m", "wooclient", "export", "products", "--url", url, "--to", str(target)]
    known = kills = 0
    while kills < most and not target.exists():
        process = subprocess.Popen(command, env=_ENV, stderr=subprocess.DEVNULL)
        while process.poll() is None and _written(target) <= known:
            time.sleep(0.002)
        time.sleep(chance.random() * 0.1)
        process.kill()
        kills += process.wait() != 0
        known = _written(target)
    if not target.exists():
        subprocess.run(command, env=_ENV, check=True, stderr=subprocess.DEVNULL)
    return kills


def _written(target: Path) -> int:
    place = f"file:{target}.products.journal?mode=ro"
    with suppress(sqlite3.OperationalError), closing(sqlite3.connect(place, uri=True)) as database:
        count: int = database.execute("SELECT count(*) FROM records").fetchone()[0]
        return count
    return 0


def imports(place: Path) -> None:
    """The import beside its own requests."""
    file = place / "rows.csv"
    with file.open("w", encoding="utf-8", newline="") as rows:
        writer = csv.writer(rows)
        writer.writerow(["sku", "name", "regular_price", "stock_quantity", "manage_stock"])
        writer.writerows([f"B-{i}", f"Product {i}", f"{i % 80}.90", i % 50, "true"] for i in range(ROWS))
    with slow() as url:
        filled(url, ROWS)
        took = used(_COMMAND, "import", "products", file, "--concurrency", 4, url=url)
    requests = _requests(file)
    with slow() as url:
        filled(url, ROWS)
        own = _sent(url, requests)
    print(
        f"  import {took.seconds:.2f} s, the store's own time {own:.2f} s: {took.seconds / own:.2f} times (reach 1.10)"
    )
    print(f"  {took.cpu:.2f} s of CPU, most memory {took.memory} MiB")


def _requests(file: Path) -> list[tuple[str, str, bytes]]:
    """What an import sends, taken from one to a store in this process."""
    from wooclient.cli.app import World, main
    from wooclient.mock import MockStore

    with MockStore() as store:
        with WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo:
            woo.products.batch(create=_products(ROWS)).raise_for_errors()
        store.requests.clear()
        os.environ.update(WOO_URL=store.url, WOO_KEY=store.key, WOO_SECRET=store.secret)
        assert main(["import", "products", str(file)], World(store.transport)) == 0
        return [(one.method, f"{one.path}?{one.query}", one.body) for one in store.requests]


def _sent(url: str, requests: list[tuple[str, str, bytes]]) -> float:
    """Seconds that a store needs for requests, the changing ones four at a time."""
    headers = {"content-type": "application/json"}
    reads, writes = ([one for one in requests if (one[0] == "GET") is reads] for reads in (True, False))
    with httpx.Client(timeout=120, auth=(KEY, SECRET), headers=headers) as client, ThreadPoolExecutor(4) as pool:
        start = time.perf_counter()
        for method, path, _ in reads:
            client.request(method, url + path).raise_for_status()
        for answer in pool.map(lambda one: client.request(one[0], url + one[1], content=one[2]), writes):
            answer.raise_for_status()
        return time.perf_counter() - start


def main() -> None:
    """Print all figures."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else 3
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        print("help")
        found = [used(_COMMAND, "--help") for _ in range(7)]
        seconds, cpu = (1000 * statistics.median(values) for values in list(zip(*found, strict=True))[:2])
        print(f"  --help {seconds:.0f} ms, {cpu:.0f} of CPU (reach 250 ms)")
        print(f"export of {RECORDS} products")
        with serving("--scheme", "https") as (url, _):
            filled(url, RECORDS)
            exports(url, place, rounds)
            killed(url, place)
        print(f"import of {ROWS} rows")
        imports(place)


if __name__ == "__main__":
    main()

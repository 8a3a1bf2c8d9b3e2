"""Figures of the connectors: `PYTHONPATH=tests python tests/connectors/speed.py [SHOPS]` after `make connectors`.

The store is a mock store in a process of its own that takes 100 ms a page. Each figure stands beside the same work
without the engine, in the same run: one Dask worker beside four, a bare walk over all shops beside dlt.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from connectors.needed import HERE, PYTHON, environment
from wooclient import fixtures

LIMIT = {"DESTINATION__DUCKDB__CREDENTIALS__GLOBAL_CONFIG": '{"memory_limit": "200MB"}'}
KEY, SECRET, ORDERS, PAGE = "ck_" + "1" * 40, "cs_" + "2" * 40, 1000, 0.1
_STORE = """
import asyncio, json, sys
from wooclient.mock import MockStore
from wooclient.mock.server import Server
seconds, key, secret, seed = float(sys.argv[1]), *sys.argv[2:]
store = MockStore(seed=seed, key=key, secret=secret)
async def main():
    server = Server(store)
    await server.start()
    store.move(f"http://127.0.0.1:{server.port}")
    store.fault("slow", seconds=seconds)
    print(store.url, flush=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""
_WALK = """
import json, sys, time
from wooclient import WooClient
told = json.load(sys.stdin)
begun = time.perf_counter()
count = 0
for about in told["stores"].values():
    with WooClient(**about) as woo:
        count += sum(1 for _ in woo.orders.iter())
print(json.dumps({"records": count, "seconds": time.perf_counter() - begun}))
"""


@contextmanager
def store(folder: Path, orders: int) -> Iterator[dict[str, str]]:
    """Where a slow store with so many orders is, and its key."""
    one: dict[str, Any] = fixtures.load("v3", "orders.get")
    seed = folder / "seed.json"
    # Slices are cut by the moments at which orders were made.
    moments = [f"2026-{1 + i // 2400 % 12:02}-{1 + i // 100 % 24:02}T10:{i % 100 // 2:02}:00" for i in range(orders)]
    dated = [{"date_created": moment, "date_created_gmt": moment} for moment in moments]
    rows = [{**one, **made, "id": 1000 + i, "number": str(1000 + i)} for i, made in enumerate(dated)]
    seed.write_text(json.dumps({"orders": rows}))
    command = [sys.executable, "-c", _STORE, str(PAGE), KEY, SECRET, str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment()) as process:
        assert process.stdout is not None
        try:
            yield {"url": process.stdout.readline().strip(), "key": KEY, "secret": SECRET}
        finally:
            process.terminate()


def run(command: list[str], told: Any) -> Any:
    """What a program prints."""
    text = json.dumps(told)
    about = {**environment(), **LIMIT}
    done = subprocess.run(command, input=text, stdout=subprocess.PIPE, text=True, check=True, env=about)
    return json.loads(done.stdout)


def dask(folder: Path) -> None:
    """Four workers beside one."""
    with store(folder, 4 * ORDERS) as about:
        seconds = {}
        for workers in (1, 4):
            told = run([PYTHON, str(HERE / "run_dask.py")], {"store": about, "n": 16, "workers": workers})
            seconds[workers] = told["seconds"]
    ratio = seconds[1] / seconds[4]
    print(f"Dask, 4,000 orders: one worker {seconds[1]:.1f} s, four {seconds[4]:.1f} s: {ratio:.1f} times")


def dlt(folder: Path, shops: int) -> None:
    """So many shops by dlt beside a bare walk, and the memory that the reader holds after each share of them."""
    with store(folder, ORDERS) as about:
        told = {
            "stores": {f"shop{i}": about for i in range(shops)},
            "database": str(folder / "shops.duckdb"),
            "folder": str(folder / "pipelines"),
            "resources": ["orders"],
            "queries": ["select count(*), count(distinct store) from woo.orders"],
            "figures": True,
        }
        found = run([PYTHON, str(HERE / "run_dlt.py")], told)
        times = f"{found['seconds']:.1f} s, of which reading {found['reading']:.1f} s"
        print(f"dlt, {shops} shops, {found['answers'][0][0]} (orders, stores): {times}")
        for count in (1, 2, 5, 10, 20, 50, 100, 150, 200):
            if count <= len(found["held"]):
                print(f"  read {count} shops: {found['held'][count - 1]} MB")
        print(f"  at most {found['normalized']} MB until all is normalized, {found['most']} MB in all", flush=True)
        walked = run([PYTHON, "-c", _WALK], told)
        print(f"bare walk, {walked['records']} orders: {walked['seconds']:.1f} s")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        dlt(Path(name), int(sys.argv[1]) if len(sys.argv) > 1 else 200)
        dask(Path(name))

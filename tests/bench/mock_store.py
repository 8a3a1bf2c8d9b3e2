"""The mock store's figures: `python tests/bench/mock_store.py` prints them, with the bars they have to meet.

Each is the best of several runs: the machine is shared, and the slower runs say more about others than about us.
"""

from __future__ import annotations

import base64
import http.client
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

START = """
import time
begun = time.perf_counter()
from wooclient.mock import MockStore
loaded = time.perf_counter()
MockStore()
print(loaded - begun, time.perf_counter() - loaded)
"""
LOAD = """
import socket, sys, time
head, seconds = sys.argv[3].encode().decode("unicode_escape").encode(), float(sys.argv[4])
connection = socket.create_connection((sys.argv[1], int(sys.argv[2])))
count, end = 0, time.perf_counter() + seconds
begun = time.perf_counter()
while time.perf_counter() < end:
    connection.sendall(head)
    data = connection.recv(65536)
    while b"\\r\\n\\r\\n" not in data:
        data += connection.recv(65536)
    header, _, body = data.partition(b"\\r\\n\\r\\n")
    length = int(header.lower().partition(b"content-length: ")[2].split(b"\\r\\n")[0])
    left = length - len(body)
    while left > 0:
        left -= len(connection.recv(min(left, 1 << 20)))
    count += 1
print(count / (time.perf_counter() - begun))
"""


def started() -> tuple[float, float]:
    """Milliseconds to load the package and to make a store, in a new process."""
    runs = [_run("-c", START).split() for _ in range(5)]
    return 1000 * min(float(r[0]) for r in runs), 1000 * min(float(r[1]) for r in runs)


def _run(*arguments: str) -> str:
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=_env(), capture_output=True, text=True, check=True).stdout


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}


def best(run: Callable[[], Any], count: int = 20) -> float:
    """Milliseconds of the best run, of this process alone."""
    times: list[float] = []
    for _ in range(count):
        begun = time.process_time()
        run()
        times.append(time.process_time() - begun)
    return 1000 * min(times)


def many(store: Any, count: int) -> float:
    """Put products into a store; seconds it took."""
    from wooclient.mock.seed import default_seed

    base = default_seed()["products"][0]
    docs = [
        {
            **base,
            "id": 1000 + i,
            "name": f"Product {i}",
            "sku": f"S-{i}",
            "slug": f"product-{i}",
            "regular_price": f"{i % 90 + 1}.00",
            "price": f"{i % 90 + 1}.00",
            "categories": [{"id": 21 if i % 3 else 22, "name": "Teaware", "slug": "teaware"}],
        }
        for i in range(count)
    ]
    begun = time.perf_counter()
    with store.state.transaction():
        store.shop.resource("products").seed(docs, {})
    return time.perf_counter() - begun


def in_process() -> dict[str, float]:
    """Lists without a socket."""
    from wooclient.mock import MockStore
    from wooclient.mock.wire import Request

    store = MockStore()
    key = "Basic " + base64.b64encode(f"{store.key}:{store.secret}".encode()).decode()

    def ask(query: str) -> Callable[[], None]:
        def run() -> None:
            answer = store.handle(Request("GET", "/wp-json/wc/v3/products", query, {"authorization": key}))
            assert answer.status == 200

        return run

    many(store, 200)
    cold: list[float] = []
    changed: list[float] = []
    for _ in range(5):
        store.state.forget()
        cold.append(best(ask("per_page=100"), 1))
        change = b'{"featured": true}'
        headers = {"authorization": key, "content-type": "application/json"}
        assert store.handle(Request("PUT", "/wp-json/wc/v3/products/1150", "", headers, change)).status == 200
        changed.append(best(ask("per_page=100"), 1))
    found = {
        "list of 100, in process, the first": min(cold),
        "list of 100, in process, after a change": min(changed),
        "list of 100, in process": best(ask("per_page=100")),
    }
    found["seed 10,000 products (s)"] = many(store, 10_000)
    prices = "category=22&min_price=10&max_price=20&per_page=100"
    filters = (prices, "search=product+99", "sku=S-77", "orderby=price&order=asc", "on_sale=true")
    found["10,000 products, slowest filtered list"] = max(best(ask(query), 5) for query in filters)
    return found


def over_tcp(seconds: float = 3.0) -> dict[str, float]:
    """Requests a second to a server in a process of its own."""
    command = [sys.executable, "-m", "wooclient.mock", "--port", "0", "--scheme", "https"]
    server = subprocess.Popen(command, env=_env(), stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    ready = re.match(r"Mock store ready: http://([\d.]+):(\d+) key=(\S+) secret=(\S+)", server.stdout.readline())
    assert ready is not None
    host, port, key, secret = ready.groups()
    header = "Authorization: Basic " + base64.b64encode(f"{key}:{secret}".encode()).decode()
    connection = http.client.HTTPConnection(host, int(port))
    name, value = header.split(": ")
    for start in range(0, 100, 50):
        body = {"create": [{"name": f"Cup {start + i}", "regular_price": "5.00"} for i in range(50)]}
        headers = {name: value, "Content-Type": "application/json"}
        connection.request("POST", "/wp-json/wc/v3/products/batch", json.dumps(body), headers)
        connection.getresponse().read()
    found: dict[str, float] = {}
    for label, target in (("single gets a second", "products/101"), ("lists of 100 a second", "products?per_page=100")):
        head = f"GET /wp-json/wc/v3/{target} HTTP/1.1\\r\\nHost: {host}\\r\\n{header}\\r\\n\\r\\n"
        found[label] = max(float(_run("-c", LOAD, host, port, head, str(seconds))) for _ in range(2))
    server.terminate()
    server.wait(10)
    return found


def main() -> None:
    """Measure and print."""
    loading, making = started()
    print(f"{'loading the package':48} {loading:9.1f} ms")
    print(f"{'MockStore() ready, first in a process':48} {making:9.1f} ms   (bar 150)")
    for label, figure in in_process().items():
        print(f"{label:48} {figure:9.2f}")
    for label, figure in over_tcp().items():
        print(f"{label:48} {figure:9.0f}")


if __name__ == "__main__":
    main()

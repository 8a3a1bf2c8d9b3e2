"""The main job, shown: the client that was just built talks to the mock store over a real socket.

The server is a process of its own. The requests go over plain http, so they are signed.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import wooclient
from wooclient import NotFound, WooClient

_READY = re.compile(r"Mock store ready: (\S+) key=(\S+) secret=(\S+)")


@contextmanager
def store() -> Iterator[tuple[str, str, str]]:
    """A mock store on a free port: its address, key and secret."""
    command = [sys.executable, "-m", "wooclient.mock", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        ready = _READY.match(process.stdout.readline())
        assert ready is not None, "the mock store did not start"
        try:
            yield ready[1], ready[2], ready[3]
        finally:
            process.terminate()


def rows(woo: WooClient) -> Iterator[tuple[str, str]]:
    """What the demo does, step by step, and what came of it."""
    products = woo.products.list(status="publish", per_page=5)
    yield "woo.products.list()", f"{len(products)} of {products.total}: {', '.join(p.name for p in products)}"
    made = woo.products.create(name="Travel Gaiwan", regular_price="38.50", stock_quantity=12, manage_stock=True)
    yield "woo.products.create(…)", f"product {made.id}, {made.regular_price!r}, {made.stock_quantity} in stock"
    order = woo.orders.create(line_items=[{"product_id": made.id, "quantity": 2}], set_paid=True)
    yield "woo.orders.create(…)", f"order {order.number}, {order.status}, {order.total} {order.currency}"
    left = woo.products.get(made.id)
    yield "woo.products.get(…)", f"{left.stock_quantity} in stock after the order"
    left.sale_price = left.regular_price and left.regular_price - 4
    yield "woo.products.save(…)", f"now on sale for {woo.products.save(left).price!r}"
    yield "woo.orders.iter()", f"{sum(1 for _ in woo.orders.iter())} orders in all, over all pages"
    refund = woo.orders.refunds.create(order.id, amount="10.00", reason="A chip in the lid", api_refund=False)
    yield "woo.orders.refunds.create(…)", f"refund {refund.id} of {refund.amount}"
    yield "wooclient.to_wire(order)", f"{len(wooclient.to_wire(order))} fields, as the store sent them"
    try:
        woo.products.get(999_999)
    except NotFound as error:
        yield "woo.products.get(999999)", f"{type(error).__name__}: {error.code}"


def main() -> None:
    """Print the table."""
    with store() as (url, key, secret), WooClient(url, key=key, secret=secret) as woo:
        print(f"\nA shop to look at while this runs: {url}/  (stays up with: python -m wooclient.mock --port 8080)\n")
        for call, result in rows(woo):
            print(f"  {call:<30} {result}")


if __name__ == "__main__":
    main()

"""The main job, shown: the client that was just built talks to a store.

The store is the package's own fixtures, served in process: each operation answers its example.
"""

from __future__ import annotations

import json
import re
from typing import Any

import httpx

import wooclient
from wooclient import WooClient, fixtures

VERSION = "v3"


def answer(request: httpx.Request) -> httpx.Response:
    """The example answer of the operation that a request means."""
    path = request.url.path.removeprefix("/wp-json/wc/v3")
    for operation in sorted(wooclient.operations(VERSION), key=lambda o: o.path.count("{")):
        pattern = re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(operation.path))
        if operation.method == request.method and re.fullmatch(pattern, path):
            body = fixtures.load(VERSION, operation.id)
            headers = {"X-WP-Total": str(len(body)), "X-WP-TotalPages": "1"} if isinstance(body, list) else {}
            return httpx.Response(fixtures.status(VERSION, operation.id), json=body, headers=headers)
    return httpx.Response(404, json={"code": "rest_no_route", "message": "No such route.", "data": {"status": 404}})


def rows(woo: WooClient) -> list[tuple[str, Any]]:
    """What the demo does, step by step, and what came of it."""
    products = woo.products.list(status="publish")
    made = woo.products.create(**fixtures.load_request(VERSION, "products.create"))
    order = woo.orders.get(201)
    new = woo.orders.create(line_items=[{"product_id": 101, "quantity": 1}], set_paid=True)
    price = f"{made.regular_price} ({type(made.regular_price).__name__})"
    worth = f"{order.total} {order.currency}, {order.date_created_gmt}"
    return [
        ("woo.products.list()", f"{products!r}: {', '.join(p.name for p in products)}"),
        ("woo.products.create(…)", f"product {made.id} {made.name}, {price}"),
        ("woo.orders.get(201)", f"order {order.number}, {order.status}, {worth}"),
        ("woo.orders.create(…)", f"order {new.number}, {len(new.line_items)} line(s), {new.total} {new.currency}"),
        ("woo.customers.iter()", ", ".join(f"{c.first_name} {c.last_name}" for c in woo.customers.iter())),
        ("json of the order", f"{len(json.dumps(wooclient.to_wire(order)))} characters, as the store sent it"),
    ]


def main() -> None:
    """Print the table."""
    store = httpx.MockTransport(answer)
    with WooClient("https://store.example", key="ck_demo", secret="cs_demo", transport=store) as woo:
        for call, result in rows(woo):
            print(f"  {call:<24} {result}")


if __name__ == "__main__":
    main()

"""`python -m legacy_sequences URL [NAME]`: carry the cases out on a real store, and keep what it answers as expected.

The store is made for it and loses all that it has: WooCommerce 10.0.2 with orders as posts and without order
attribution, in UTC, with the plugin "Legacy REST API". It has an editor called `editor`, and nobody listens to
`woocommerce_new_order` when the old API makes an order: it tells of it with one argument too few, and fails. Keys come
from WOO_KEY and WOO_SECRET; certificates are not checked. NAME is how the names of some cases begin: only those are
taken anew.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from typing import Any

import httpx

from legacy_sequences.sequences import EXPECTED, Answer, Send, carry_out, cases, expected

#: What goes, in this order; names of what stays.
_KINDS = {
    "orders?per_page=100&status=trash": frozenset[str](),
    "orders?per_page=100": frozenset[str](),
    "products?per_page=100&status=trash": frozenset[str](),
    "products?per_page=100": frozenset[str](),
    "coupons?per_page=100": frozenset[str](),
    "customers?per_page=100&role=all": frozenset({"admin"}),
    "taxes?per_page=100": frozenset[str](),
    "taxes/classes": frozenset({"standard", "reduced-rate", "zero-rate"}),
    "webhooks?per_page=100": frozenset[str](),
    "products/categories?per_page=100": frozenset({"uncategorized"}),
    "products/tags?per_page=100": frozenset[str](),
    "products/shipping_classes?per_page=100": frozenset[str](),
    "products/attributes": frozenset[str](),
}


def sender(client: httpx.Client) -> Send:
    """Requests to a store at the end of a network."""

    def send(method: str, path: str, body: Any, headers: Mapping[str, str]) -> Answer:
        data = {} if body is None else {"json": body}
        found = client.request(method, path, headers=dict(headers), **data)
        return Answer(found.status_code, found.headers, found.text)

    return send


def empty(send: Send) -> None:
    """Delete all that a new store does not have."""
    for kind, keeps in _KINDS.items():
        for row in json.loads(send("GET", f"/wp-json/wc/v3/{kind}", None, {}).text):
            if not keeps.intersection((row.get("slug"), row.get("username"))):
                place = kind.partition("?")[0]
                key = row["slug"] if place == "taxes/classes" else row["id"]
                send("DELETE", f"/wp-json/wc/v3/{place}/{key}?force=true&reassign=0", None, {})


def kept(found: Mapping[str, list[Any]]) -> str:
    """The answers as JSON, a line for each step."""
    told = {
        name: ",\n".join(json.dumps(step, sort_keys=True, ensure_ascii=False) for step in steps)
        for name, steps in sorted(found.items())
    }
    return "{\n" + ",\n".join(f"{json.dumps(name)}: [\n{steps}\n]" for name, steps in told.items()) + "\n}\n"


def main() -> None:
    """Take the answers of all cases, or of some."""
    url, wanted = sys.argv[1].rstrip("/"), "".join(sys.argv[2:3])
    found = {name: answers for name, answers in expected().items() if name in cases()}
    keys = os.environ["WOO_KEY"], os.environ["WOO_SECRET"]
    with httpx.Client(base_url=url, auth=keys, verify=False, timeout=60) as client:
        send = sender(client)
        for name, case in cases().items():
            if name.startswith(wanted):
                empty(send)
                found[name] = carry_out(send, url, case)
                EXPECTED.write_text(kept(found))
                print(name, flush=True)


if __name__ == "__main__":
    main()

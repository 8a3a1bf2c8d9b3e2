"""`python -m legacy_sequences URL [NAME]`: carry the cases out on a store made for it, and keep its answers as the expected ones.

The store loses all that it has. Keys come from WOO_KEY and WOO_SECRET; certificates are not checked. The store is a
WooCommerce 10.0.2 with its orders as posts, in UTC, with the plugin "Legacy REST API". NAME, the beginning of the names of some cases, takes those alone anew.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from typing import Any

import httpx

from legacy_sequences.sequences import EXPECTED, Answer, Send, carry_out, cases, expected

#: What an empty store has none of, in the order in which it goes.
_KINDS = (
    "orders", "products", "coupons", "customers", "taxes", "webhooks", "products/categories", "products/tags",
    "products/shipping_classes", "products/attributes",
)  # fmt: skip


def sender(client: httpx.Client) -> Send:
    """Requests to a store at the end of a network."""

    def send(method: str, path: str, body: Any, headers: Mapping[str, str]) -> Answer:
        found = client.request(method, path, json=body, headers=dict(headers)) if body is not None else client.request(
            method, path, headers=dict(headers)
        )
        return Answer(found.status_code, {k.title(): v for k, v in found.headers.items()}, found.text)

    return send


def empty(send: Send) -> None:
    """Delete all that an empty store does not have."""
    for kind in _KINDS:
        for more in ("&status=trash", "") if kind in ("orders", "products") else ("&role=all",) if kind == "customers" else ("",):
            rows = json.loads(send("GET", f"/wp-json/wc/v3/{kind}?per_page=100{more}", None, {}).text)
            for row in rows:
                if not (kind == "customers" and row["id"] == 1 or row.get("slug") == "uncategorized"):
                    send("DELETE", f"/wp-json/wc/v3/{kind}/{row['id']}?force=true&reassign=0", None, {})


def main() -> None:
    """Take the answers of all cases, or of some."""
    url, wanted = sys.argv[1].rstrip("/"), sys.argv[2] if len(sys.argv) > 2 else ""
    found = {name: answers for name, answers in expected().items() if name in cases()} if EXPECTED.exists() else {}
    with httpx.Client(
        base_url=url, auth=(os.environ["WOO_KEY"], os.environ["WOO_SECRET"]), verify=False, timeout=60  # noqa: S501
    ) as client:
        send = sender(client)
        for name, case in cases().items():
            if name.startswith(wanted):
                empty(send)
                found[name] = carry_out(send, url, case)
                print(name, flush=True)
                EXPECTED.write_text(json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

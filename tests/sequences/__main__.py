"""`python -m sequences URL [NAME]`: carry the cases out on a real store, and keep what it answers as expected.

The store is made for it and loses all that it has: WooCommerce 10.0.2 in UTC, without order attribution. Cases of the
old APIs are carried out where orders are kept as posts, all others where they have tables of their own. For the old
ones the store has the plugin "Legacy REST API" and an editor called `editor`, and nobody listens to
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

from sequences.sequences import EXPECTED, LEGACY, Answer, carry_out, cases, expected

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


class Real:
    """A store at the end of a network."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._key = os.environ["WOO_KEY"], os.environ["WOO_SECRET"]
        self._web = httpx.Client(base_url=self.url, verify=False, timeout=60)

    def send(
        self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None, *, key: bool = True
    ) -> Answer:
        """Send a request."""
        data = {} if body is None else {"json": body}
        found = self._web.request(method, path, headers=dict(headers or {}), auth=self._key if key else None, **data)
        return Answer(found.status_code, found.headers, found.text)

    def again(self) -> None:
        """A real store just goes on."""

    def read(self, path: str) -> Any:
        """What it answers to a question."""
        return self.send("GET", f"/wp-json/wc/v3/{path}").body

    def empty(self) -> None:
        """Delete all that a new store does not have."""
        for kind, keeps in _KINDS.items():
            for row in self.read(kind):
                if not keeps.intersection((row.get("slug"), row.get("username"))):
                    place = kind.partition("?")[0]
                    key = row["slug"] if place == "taxes/classes" else row["id"]
                    self.send("DELETE", f"/wp-json/wc/v3/{place}/{key}?force=true&reassign=0")


def kept(found: Mapping[str, list[Any]]) -> str:
    """The answers as JSON, a line for each step."""
    told = {
        name: ",\n".join(json.dumps(step, sort_keys=True, ensure_ascii=False) for step in steps)
        for name, steps in sorted(found.items())
    }
    return "{\n" + ",\n".join(f"{json.dumps(name)}: [\n{steps}\n]" for name, steps in told.items()) + "\n}\n"


def main() -> None:
    """Take the answers of all cases that fit the store, or of some."""
    store, wanted = Real(sys.argv[1]), "".join(sys.argv[2:3])
    as_posts = not store.read("system_status?_fields=settings")["settings"]["HPOS_enabled"]
    found = {name: answers for name, answers in expected().items() if name in cases()}
    for name, case in cases().items():
        if case[LEGACY] == as_posts and name.startswith(wanted):
            store.empty()
            found[name] = carry_out(case, store)
            EXPECTED.write_text(kept(found))
            print(name, flush=True)


if __name__ == "__main__":
    main()

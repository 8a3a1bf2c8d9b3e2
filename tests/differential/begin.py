"""What both sides begin with: a seed, read from the real store."""

from __future__ import annotations

from typing import Any, Protocol

from differential.pool import Pool
from differential.sides import Answer
from differential.steps import Step

Json = dict[str, Any]
_LISTS = (
    "products/categories", "products/tags", "products/brands", "products/shipping_classes",
    "products/attributes", "products",
    "products/reviews", "customers", "coupons", "orders", "taxes", "taxes/classes", "webhooks",
    "settings", "shipping/zones",
    "shipping_methods", "payment_gateways", "system_status", "system_status/tools",
    "data/continents", "data/countries",
    "data/currencies", "orders/statuses",
)  # fmt: skip


class Store(Protocol):
    """Who answers."""

    def send(self, step: Step) -> Answer:
        """Send a request."""
        ...


def seed_of(store: Store) -> Json:
    """A seed as `MockStore` takes it: what a store answers for each of its collections."""
    found: Json = {}
    for path in _LISTS:
        found[path] = _all(store, path)
    for group in found["settings"] or []:
        found[f"settings/{group['id']}"] = _all(store, f"settings/{group['id']}")
    for zone in found["shipping/zones"] or []:
        for part in ("locations", "methods"):
            found[f"shipping/zones/{zone['id']}/{part}"] = _all(store, f"shipping/zones/{zone['id']}/{part}")
    for attribute in found["products/attributes"] or []:
        below = f"products/attributes/{attribute['id']}/terms"
        found[below] = _all(store, below)
    return {k: v for k, v in found.items() if v is not None}


def _all(store: Store, path: str) -> Any:
    """All records of a collection; None if the store does not have it."""
    query: list[tuple[str, Any]] = [("per_page", 100)]
    if path == "customers":
        query.append(("role", "all"))
    answer = store.send(Step("GET", f"/{path}", query))
    return answer.body if answer.status == 200 else None


def fill(pool: Pool, seed: Json) -> None:
    """Note what a store begins with."""
    for path, records in seed.items():
        for record in records if isinstance(records, list) else []:
            if isinstance(record, dict):
                pool.add(f"/{_concrete(path)}", record)


def _concrete(path: str) -> str:
    """A path of a seed with names for its numbers."""
    spaces = {"zones": "zone", "attributes": "attribute"}
    parts = path.split("/")
    return "/".join(f"«{spaces.get(parts[i - 1], 'post')}:{p}»" if p.isdigit() else p for i, p in enumerate(parts))

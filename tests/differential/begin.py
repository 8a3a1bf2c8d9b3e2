"""What both sides begin with: a seed, read from the real store; before that, records made there."""

from __future__ import annotations

from random import Random
from typing import Any, Protocol

from differential.drawing import Plan
from differential.pool import Pool
from differential.sides import Answer
from differential.steps import Step
from differential.surface import of_description

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

#: What stands below the records of a collection.
_BELOW = {
    "shipping/zones": ("locations", "methods"), "products/attributes": ("terms",), "orders": ("refunds", "notes"),
}  # fmt: skip


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
    for path, parts in _BELOW.items():
        for record in found[path] or []:
            for part in parts:
                found[f"{path}/{record['id']}/{part}"] = _all(store, f"{path}/{record['id']}/{part}")
    for product in found["products"] or []:
        if product["variations"]:
            found[f"products/{product['id']}/variations"] = _all(store, f"products/{product['id']}/variations")
    return {k: v for k, v in found.items() if v is not None}


def stock(store: Store, many: int, random: Random) -> None:
    """Make records in the real store, for versions that make few or none. All in `wc/v3`."""
    pool = Pool(random)
    fill(pool, seed_of(store))
    operations = of_description("v3")
    plan = Plan(operations, pool, random)
    makes = [one for one in operations if one.method == "POST" and plan.kind(one) == "create"]
    plan = Plan(makes, pool, random, known=operations)
    for _ in range(many):
        step = plan.next()
        answer = store.send(step.filled(lambda _, number: number))
        if answer.status == 201:
            pool.add(step.path, answer.body)


def _all(store: Store, path: str) -> Any:
    """All records of a collection; None if the store does not have it."""
    query: list[tuple[str, Any]] = [("per_page", 100)]
    if path == "customers":
        query.append(("role", "all"))
    if path == "products/reviews":
        query.append(("context", "edit"))  # else with the paragraphs that a page shows
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

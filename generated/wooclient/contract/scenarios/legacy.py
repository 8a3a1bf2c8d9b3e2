"""The life of a thing in the legacy API: made, read, looked up, counted, changed, changed in bulk, removed, gone.

Every body stands in an envelope there, lists are narrowed by `filter`, and `fields` chooses what comes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from ..._runtime.shapes import is_object
from ..calls.steps import Answer, Steps
from ..described.bodies import items, member
from ..described.description import Json, description
from ..running.run import Run
from ..running.scenario import Scenario, known
from ..safety.marks import mark_of
from .life import MANY, NOBODY, Ids, filled

#: Codes that tell of the key, not of the thing.
_ABOUT_KEYS = frozenset({"woocommerce_api_authentication_error", "woocommerce_api_user_cannot_read"})


@dataclass(frozen=True)
class LegacyLife:
    """What is special about the things of one kind; `{mark}` in texts stands for the run's own word.

    Attributes:
        kind: The operations' ids without the verb.
        new: What to make one with.
        change: What to change about it.
        found_by: What a list is narrowed by to find it.
        lookup: An operation that finds it by something else than its number, and by what.
        hidden: Fields that are written but never shown.
        key: The field by which paths name it.
        trash: Whether a delete without `force` puts it into the trash.
        everything: The filter by which a list has everything in one answer.
    """

    kind: str
    new: Mapping[str, Any]
    change: Mapping[str, Any] = field(default_factory=dict[str, Any])
    found_by: Mapping[str, Any] = field(default_factory=dict[str, Any])
    lookup: tuple[str, str] = ("", "")
    hidden: frozenset[str] = frozenset()
    key: str = "id"
    trash: bool = False
    everything: Mapping[str, Any] = field(default_factory=lambda: {"limit": -1})


# Lists show published things only. A hidden product is in no catalogue and no search of the shop.
LIVES = (
    LegacyLife(
        "products",
        {
            "title": "{mark}",
            "type": "simple",
            "catalog_visibility": "hidden",
            "sku": "{mark}",
            "managing_stock": True,
            "stock_quantity": MANY,
        },
        {"stock_quantity": MANY - 4, "sold_individually": True},
        {"sku": "{mark}"},
        ("products.by_sku", "{mark}"),
        trash=True,
    ),
    LegacyLife("products.categories", {"name": "{mark}", "description": "Made by {mark}"}, {"description": "Changed"}),
    LegacyLife("products.tags", {"name": "{mark}", "description": "Made by {mark}"}, {"description": "Changed"}),
    LegacyLife(
        "products.shipping_classes", {"name": "{mark}", "description": "Made by {mark}"}, {"description": "Changed"}
    ),
    LegacyLife("products.attributes", {"name": "{mark}", "order_by": "name"}, {"name": "{mark} b", "type": "select"}),
    LegacyLife(
        "coupons",
        {"code": "{mark}", "type": "percent", "description": "Made by {mark}"},
        {"usage_limit": 3, "exclude_sale_items": True},
        {"q": "{mark}"},
        ("coupons.by_code", "{mark}"),
        trash=True,
    ),
    LegacyLife(
        "customers",
        {"email": "{mark}@example.com", "username": "{mark}", "password": "{mark}-word", "first_name": "Ada"},
        {"first_name": "Grace", "billing_address": {"city": "Portland"}},
        {"q": "{mark}"},
        ("customers.by_email", "{mark}@example.com"),
        frozenset({"password"}),
    ),
    LegacyLife(
        "taxes",
        {"country": "AQ", "name": "{mark}", "rate": "5.0000"},
        {"rate": "6.0000", "priority": 2},
        everything={"posts_per_page": 100},
    ),
    LegacyLife("taxes.classes", {"name": "{mark}"}, key="slug"),
    LegacyLife(
        "webhooks",
        {"name": "{mark}", "topic": "coupon.created", "delivery_url": "https://woospec.invalid/{mark}"},
        {"name": "{mark} renamed", "status": "paused"},
    ),
)
_VERBS = ("create", "get", "list", "count", "update", "bulk", "delete")


def scenarios(version: str) -> list[Scenario]:
    """One scenario for every kind that the version can make."""
    operations = description(version).operations
    return [
        Scenario(
            f"life of {life.kind}",
            version,
            known(version, *(f"{life.kind}.{verb}" for verb in _VERBS), life.lookup[0]),
            partial(_live, life),
        )
        for life in LIVES
        if f"{life.kind}.create" in operations
    ]


def inside(answer: Answer) -> Any:
    """What stands in the envelope of an answer; None if there is no answer."""
    return next(iter(answer.body.values()), None) if is_object(answer.body) else None


def gone(run: Run, operation: str) -> tuple[str, ...]:
    """The codes with which a version says that there is no such thing, as its description has them."""
    errors = run.description.operations[operation].errors
    codes = [code for status in ("404", "400") for code in errors.get(status, []) if code not in _ABOUT_KEYS]
    return tuple(codes)


def _live(life: LegacyLife, run: Run) -> Steps[None]:
    new = filled(life.new, {"mark": run.mark})
    made = yield from run.needed(f"{life.kind}.create", **new)
    ids: Ids = (inside(made)[life.key],)
    run.made(f"{life.kind}.delete", *ids, **_forced(life, run))
    shown = {name: value for name, value in new.items() if name not in life.hidden}
    run.same(shown, inside(made))
    yield from _read(life, run, ids, shown)
    yield from _find(life, run, ids)
    if life.change and run.served(f"{life.kind}.update"):
        yield from _change(life, run, ids)
    if run.served(f"{life.kind}.bulk"):
        yield from _bulk(life, run, ids)
    yield from _remove(life, run, ids)


def _read(life: LegacyLife, run: Run, ids: Ids, wrote: Json) -> Steps[None]:
    operation = f"{life.kind}.get"
    if not run.served(operation):
        return
    read = yield from run.answer(operation, *ids)
    run.same(wrote, inside(read))
    lookup, by = life.lookup
    if run.served(lookup):
        found = yield from run.answer(lookup, filled(by, {"mark": run.mark}))
        run.expect(member(inside(found), "id") == ids[-1], f"{lookup} finds another thing")
    yield from run.refused(gone(run, operation), operation, *ids[:-1], NOBODY)


def _find(life: LegacyLife, run: Run, ids: Ids) -> Steps[None]:
    narrowed = filled(life.found_by, {"mark": run.mark})
    given = run.fit(f"{life.kind}.list", {"filter": {**narrowed, **life.everything}})
    listed = yield from run.answer(f"{life.kind}.list", *ids[:-1], **given)
    here = [item.get(life.key) for item in items(inside(listed))]
    run.expect(ids[-1] in here, "a list does not have what was just made")
    if narrowed:
        run.expect(len(here) == 1, f"a list by {', '.join(narrowed)} has {len(here)} things, not one")
    if run.served(f"{life.kind}.count"):
        counted = yield from run.answer(f"{life.kind}.count", **run.fit(f"{life.kind}.count", {"filter": narrowed}))
        run.expect(isinstance(inside(counted), int) and inside(counted) > 0, "it counts nothing after one was made")


def _change(life: LegacyLife, run: Run, ids: Ids) -> Steps[None]:
    change = filled(life.change, {"mark": run.mark})
    changed = yield from run.answer(f"{life.kind}.update", *ids, **change)
    run.same(change, inside(changed))
    read = yield from run.answer(f"{life.kind}.get", *ids)
    run.same(change, inside(read))


def _bulk(life: LegacyLife, run: Run, ids: Ids) -> Steps[None]:
    """Change the one and make another in one go, then remove that one."""
    another = f"{run.mark}-b"
    both = [{"id": ids[-1], **filled(life.change, {"mark": run.mark})}, filled(life.new, {"mark": another})]
    done = yield from run.answer(f"{life.kind}.bulk", both)
    collection = f"/{life.kind.replace('.', '/')}"
    rows = [row for row in items(inside(done)) if row.get("id") not in (None, *ids)]
    made = [row["id"] for row in rows if mark_of(collection, row) == run.mark]
    if run.expect(len(made) == 1, "a bulk change of one and of a new one did not make one"):
        yield from run.answer(f"{life.kind}.delete", made[0], **_forced(life, run))


def _remove(life: LegacyLife, run: Run, ids: Ids) -> Steps[None]:
    operation = f"{life.kind}.delete"
    if life.trash:
        binned = yield from run.answer(operation, *ids)
        run.expect(binned.status == 202, f"a delete without force answers {binned.status}, not 202")
    removed = yield from run.answer(operation, *ids, **_forced(life, run))
    if removed.error is None:
        run.gone(operation, *ids)
        if run.served(f"{life.kind}.get"):
            yield from run.refused(gone(run, f"{life.kind}.get"), f"{life.kind}.get", *ids)


def _forced(life: LegacyLife, run: Run) -> Json:
    return run.fit(f"{life.kind}.delete", {"force": True})

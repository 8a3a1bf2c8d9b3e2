"""The life of a thing: made, read, found, changed, changed in a batch, removed, gone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from ..description import Json, description
from ..run import Run
from ..scenario import Scenario
from ..steps import Steps

_VERBS = ("create", "get", "list", "update", "batch", "delete")


@dataclass(frozen=True)
class Life:
    """What is special about the things of one kind. In texts, `{mark}` stands for the run's own word.

    Attributes:
        kind: The operations' ids without the verb.
        new: What to make one with.
        change: What to change about it.
        found_by: Parameters of the list that must find it among others.
        gone: Codes with which the store says that it is no longer there.
        key: The field by which paths name it.
        trash: Whether a delete without `force` puts it into the trash, from which the store still shows it.
        parent: Makes what it lives under; the ids that go before its own.
    """

    kind: str
    new: Mapping[str, Any]
    change: Mapping[str, Any]
    gone: tuple[str, ...]
    found_by: Mapping[str, Any] = field(default_factory=dict[str, Any])
    key: str = "id"
    trash: bool = False
    parent: Callable[[Run], Steps[tuple[int | str, ...]]] | None = None


LIVES = (
    Life(
        "coupons",
        {"code": "{mark}", "amount": "10.00", "discount_type": "percent", "description": "Made by {mark}"},
        {"amount": "12.50", "usage_limit": 3, "individual_use": True},
        ("woocommerce_rest_shop_coupon_invalid_id",),
        {"code": "{mark}"},
        trash=True,
    ),
    Life(
        "products.tags",
        {"name": "{mark}", "description": "Made by {mark}"},
        {"name": "{mark} renamed", "description": "Changed"},
        ("woocommerce_rest_term_invalid",),
        {"search": "{mark}", "hide_empty": False},
    ),
)


def scenarios(version: str) -> list[Scenario]:
    """One scenario for every kind of the version."""
    known = description(version).operations
    return [
        Scenario(
            f"life of {life.kind}",
            version,
            frozenset(f"{life.kind}.{verb}" for verb in _VERBS if f"{life.kind}.{verb}" in known),
            partial(_live, life),
        )
        for life in LIVES
        if f"{life.kind}.create" in known
    ]


def _live(life: Life, run: Run) -> Steps[None]:
    above = (yield from life.parent(run)) if life.parent else ()
    new = run.fit(f"{life.kind}.create", marked(life.new, run.mark))
    made = yield from run.answer(f"{life.kind}.create", *above, **new)
    if made.error is not None:
        return
    ids = (*above, made.body[life.key])
    run.made(f"{life.kind}.delete", *ids, **_forced(life, run))
    run.same(new, made.body)
    yield from _read(life, run, ids, new)
    yield from _find(life, run, ids)
    yield from _change(life, run, ids)
    if run.served(f"{life.kind}.batch"):
        yield from _batch(life, run, ids)
    yield from _remove(life, run, ids)


def _read(life: Life, run: Run, ids: tuple[int | str, ...], wrote: Json) -> Steps[None]:
    contexts = [{"context": c} for c in ("view", "edit")]
    for given in [run.fit(f"{life.kind}.get", context) for context in contexts]:
        read = yield from run.answer(f"{life.kind}.get", *ids, **given)
        if given.get("context") == "edit":
            run.same(wrote, read.body)


def _find(life: Life, run: Run, ids: tuple[int | str, ...]) -> Steps[None]:
    operation = f"{life.kind}.list"
    given = run.fit(operation, marked(life.found_by, run.mark))
    listed = yield from run.answer(operation, *ids[:-1], **given)
    here = [item.get(life.key) for item in listed.body or []]
    run.expect(ids[-1] in here, f"a list by {', '.join(given) or 'nothing'} does not have what was just made")
    run.expect(not life.found_by or len(here) == 1, f"a list by {', '.join(given)} has {len(here)} items, not one")


def _change(life: Life, run: Run, ids: tuple[int | str, ...]) -> Steps[None]:
    if not run.served(f"{life.kind}.update"):
        return
    change = run.fit(f"{life.kind}.update", marked(life.change, run.mark))
    changed = yield from run.answer(f"{life.kind}.update", *ids, **change)
    run.same(change, changed.body)
    read = yield from run.answer(f"{life.kind}.get", *ids, **run.fit(f"{life.kind}.get", {"context": "edit"}))
    run.same(change, read.body)


def _batch(life: Life, run: Run, ids: tuple[int | str, ...]) -> Steps[None]:
    """Change the one, make another, remove it again."""
    operation = f"{life.kind}.batch"
    another = run.fit(f"{life.kind}.create", marked(life.new, f"{run.mark}b"))
    change = run.fit(f"{life.kind}.update", marked(life.new, run.mark))
    done = yield from run.answer(
        operation, *ids[:-1], create=[another], update=[{life.key: ids[-1], **change}], delete=[]
    )
    if done.error is not None:
        return
    second = done.body["create"][0].get(life.key)
    if not run.expect(bool(second), f"the batch made nothing: {done.body['create'][0]}"):
        return
    run.made(f"{life.kind}.delete", *ids[:-1], second, **_forced(life, run))
    run.same(another, done.body["create"][0], "/create/0")
    run.same(change, done.body["update"][0], "/update/0")
    removed = yield from run.answer(operation, *ids[:-1], delete=[second])
    if removed.error is None and run.expect(bool(removed.body.get("delete")), "the batch removed nothing"):
        run.gone(f"{life.kind}.delete", *ids[:-1], second)


def _remove(life: Life, run: Run, ids: tuple[int | str, ...]) -> Steps[None]:
    operation = f"{life.kind}.delete"
    if life.trash:
        yield from run.answer(operation, *ids)
        binned = yield from run.answer(f"{life.kind}.get", *ids)
        status = (binned.body or {}).get("status", "trash")
        run.expect(status == "trash", f"after a delete without force its status is {status!r}")
    removed = yield from run.answer(operation, *ids, **_forced(life, run))
    if removed.error is None:
        run.gone(operation, *ids)
        yield from run.refused(life.gone, f"{life.kind}.get", *ids)


def _forced(life: Life, run: Run) -> Json:
    return run.fit(f"{life.kind}.delete", {"force": True})


def marked(values: Any, mark: str) -> Any:
    """`values` with the run's own word in all texts."""
    if isinstance(values, str):
        return values.replace("{mark}", mark)
    if isinstance(values, Mapping):
        return {key: marked(value, mark) for key, value in values.items()}
    return [marked(value, mark) for value in values] if isinstance(values, list) else values

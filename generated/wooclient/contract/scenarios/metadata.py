"""Custom fields: values of every shape come back, each key can be changed alone, and others' keys stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..calls.steps import Answer, Steps
from ..described.description import Json, description
from ..running.run import Run
from ..running.scenario import Scenario
from .kinds import by_kind
from .life import Ids, Life, fresh, made_one, settle

#: By key: what is written, and what the store makes of it.
_SHAPES: Mapping[str, tuple[Any, Any]] = {
    "text": ("Grüße, 茶 & <b>tea</b>", "Grüße, 茶 & <b>tea</b>"),
    "digits": ("007", "007"),
    "number": (5, "5"),
    "yes": (True, "1"),
    "no": (False, ""),
    "list": ([1, "2", None], [1, "2", None]),
    "object": ({"a": {"b": [1, 2]}, "c": ""}, {"a": {"b": [1, 2]}, "c": ""}),
}
#: Of orders and the like, wc/v1 has no client methods for single custom fields.
_WITHOUT_METHODS = frozenset({"v1"})


def scenarios(version: str) -> list[Scenario]:
    """One scenario for every kind that has custom fields."""
    return by_kind(
        version,
        "custom fields of",
        _fields,
        *("create", "get", "update"),
        suits=lambda life: _has_fields(version, f"{life.kind}.create"),
    )


def _has_fields(version: str, operation: str) -> bool:
    found = description(version).operations.get(operation)
    return found is not None and "meta_data" in description(version).fields(found.body)


def _fields(life: Life, run: Run) -> Steps[None]:
    place = yield from settle(life, run)
    rows = [{"key": f"{run.mark}_{name}", "value": wrote} for name, (wrote, _) in _SHAPES.items()]
    made = yield from run.needed(f"{life.kind}.create", *place.ids, **fresh(life, run, place), meta_data=rows)
    ids = (*place.ids, made.body[life.key])
    yield from made_one(life, run, ids)
    expected = {f"{run.mark}_{name}": reads for name, (_, reads) in _SHAPES.items()}
    _has(run, made, expected)
    yield from _reads(life, run, ids, expected)
    if f"{life.kind}.update" in run.description.operations:
        expected |= yield from _one_by_one(life, run, ids)
        if run.version not in _WITHOUT_METHODS:
            expected |= yield from _by_methods(life, run, ids)
        yield from _reads(life, run, ids, expected)
        yield from _saved(life, run, ids, expected)


def _one_by_one(life: Life, run: Run, ids: Ids) -> Steps[Json]:
    """An update that names one key leaves the others as they are; what is expected of it then."""
    key = f"{run.mark}_text"
    changed = yield from run.answer(f"{life.kind}.update", *ids, meta_data=[{"key": key, "value": "changed"}])
    _has(run, changed, {key: "changed"})
    return {key: "changed"}


def _by_methods(life: Life, run: Run, ids: Ids) -> Steps[Json]:
    """What the client's `meta` does with one key."""
    key, new = f"{run.mark}_digits", f"{run.mark}_new"
    read, write = f"{life.kind}.get", f"{life.kind}.update"
    kept = yield from run.answer(write, *ids, key, {"a": [1]}, method="meta.set")
    run.expect(kept.result == {"a": [1]}, f"meta.set gives back {kept.result!r}")
    yield from run.answer(write, *ids, new, "new", method="meta.set")
    found = yield from run.answer(read, *ids, key, method="meta.get")
    run.expect(found.result == {"a": [1]}, f"meta.get gives {found.result!r}")
    yield from run.answer(write, *ids, new, method="meta.delete")
    gone = yield from run.answer(read, *ids, new, method="meta.get")
    run.expect(gone.result is None, f"after meta.delete there is still {gone.result!r}")
    return {key: {"a": [1]}}


def _saved(life: Life, run: Run, ids: Ids, expected: Json) -> Steps[None]:
    """A model that was read, changed in one custom field and saved changes that one only."""
    model = yield from run.call(f"{life.kind}.get", *ids)
    key = f"{run.mark}_text"
    for row in model.meta_data:
        if row.key == key:
            row.value = ["saved"]
    saved = yield from run.answer(f"{life.kind}.update", *ids[:-1], model, method="save")
    sent = saved.exchanges[-1].request if saved.exchanges else b""
    run.expect(sent.count(b'"key"') == 1, "save sends more custom fields than the one that was changed")
    yield from _reads(life, run, ids, {**expected, key: ["saved"]})


def _reads(life: Life, run: Run, ids: Ids, expected: Json) -> Steps[None]:
    read = yield from run.answer(f"{life.kind}.get", *ids)
    _has(run, read, expected)


def _has(run: Run, answer: Answer, expected: Json) -> None:
    if answer.error is not None:
        return
    found: dict[str, list[Any]] = {}
    for row in answer.body.get("meta_data", []):
        found.setdefault(row["key"], []).append(row["value"])
    for key, value in expected.items():
        here = found.get(key, [])
        run.expect(here == [value], f"the custom field {key} should be {value!r} and is {here!r}", "/meta_data")

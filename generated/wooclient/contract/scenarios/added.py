"""Resources that overlays brought: made, read, found, changed, changed in a batch and removed, by what is described.

What is sent are the examples of the description. Nothing is known of the plugin beyond that, so that only what it
answers is held against the description, and that what was written is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from ..._runtime.shapes import is_object
from ...fixtures import load_request
from ..calls.steps import Steps
from ..described.bodies import items
from ..described.description import Described, Json, description
from ..running.run import Run
from ..running.scenario import Scenario, known
from .kinds import by_kind
from .life import Life, fresh, made_one, settle

_VERBS = ("list", "create", "get", "update", "batch", "delete")
#: The longest text that a mark is longer than.
_ROOM = 60


def scenarios(version: str) -> list[Scenario]:
    """One scenario for every kind of thing that overlays brought and that can be made and removed again."""
    there = description(version).operations
    kinds = dict.fromkeys(o.kind for o in there.values() if o.overlay)
    lives = [
        Scenario(
            f"life of added {kind}", version, known(version, *(f"{kind}.{v}" for v in _VERBS)), partial(_live, kind)
        )
        for kind in kinds
        if {f"{kind}.create", f"{kind}.delete"} <= there.keys() and "{" not in there[f"{kind}.create"].path
    ]
    fields = by_kind(version, "added fields of", _fields, "create", "update", suits=partial(_has_added, version))
    return [*lives, *fields]


def _has_added(version: str, life: Life) -> bool:
    """Whether overlays brought fields to the changes of a kind."""
    there = description(version).operations
    return f"{life.kind}.update" in there and bool(_added(version, f"{life.kind}.update"))


def _added(version: str, operation: str) -> list[str]:
    """The fields of a request that overlays brought."""
    described = description(version)
    fields = described.fields(described.operations[operation].body)
    return [name for name, schema in fields.items() if schema.get("x-overlay")]


def _fields(life: Life, run: Run) -> Steps[None]:
    """What overlays brought to a record is written with it, shown, and changed."""
    place = yield from settle(life, run)
    operation = f"{life.kind}.update"
    example: Any = load_request(run.version, operation) or {}
    values = {name: example[name] for name in _added(run.version, operation) if name in example}
    made = yield from run.needed(f"{life.kind}.create", *place.ids, **fresh(life, run, place))
    ids = (*place.ids, made.body[life.key])
    yield from made_one(life, run, ids)
    changed = yield from run.answer(operation, *ids, **values)
    run.same(values, changed.body)
    read = yield from run.answer(f"{life.kind}.get", *ids)
    run.same(values, read.body)


def _live(kind: str, run: Run) -> Steps[None]:
    operations = run.description.operations
    key = _key(operations[f"{kind}.delete"])
    new = _given(run, kind, "create", run.mark)
    made = yield from run.needed(f"{kind}.create", **new)
    id: Any = made.body.get(key) if is_object(made.body) else None
    if not run.expect(id is not None, f"what was made has no {key}, by which paths name it"):
        return
    run.made(f"{kind}.delete", id, **_forced(run, kind))
    run.same(_shown(new, made.body), made.body)
    if run.served(f"{kind}.get"):
        read = yield from run.answer(f"{kind}.get", id)
        run.same(_shown(new, read.body), read.body)
    if run.served(f"{kind}.list"):
        yield from _find(run, kind, key, id)
    if run.served(f"{kind}.update"):
        change = _given(run, kind, "update", f"{run.mark}-changed")
        changed = yield from run.answer(f"{kind}.update", id, **change)
        run.same(_shown(change, changed.body), changed.body)
    if run.served(f"{kind}.batch"):
        yield from _batch(run, kind, key, id)
    removed = yield from run.answer(f"{kind}.delete", id, **_forced(run, kind))
    if removed.error is None:
        run.gone(f"{kind}.delete", id)
        if run.served(f"{kind}.get"):
            yield from run.refused(run.codes(f"{kind}.get", 404), f"{kind}.get", id)


def _find(run: Run, kind: str, key: str, id: Any) -> Steps[None]:
    """The list has what was made, on one of its pages."""
    operation = run.description.operations[f"{kind}.list"]
    walks = operation.paging == "pages"
    listed = yield from run.answer(operation.id, method="iter" if walks else "")
    found = [row.get(key) for exchange in listed.exchanges for row in items(exchange.body)]
    run.expect(id in found, f"the list does not have {key} {id}, which was just made")
    run.expect(len(set(map(str, found))) == len(found), f"the list has things twice: {found}")


def _batch(run: Run, kind: str, key: str, id: Any) -> Steps[None]:
    """Make another in a batch, change the first, and remove the other again."""
    operation = f"{kind}.batch"
    parts = run.description.fields(run.description.operations[operation].body)
    given: Json = {}
    if "create" in parts:
        given["create"] = [_given(run, kind, "create", f"{run.mark}-b")]
    if "update" in parts and key == "id":
        given["update"] = [{"id": id, **_given(run, kind, "update", run.mark)}]
    done = yield from run.answer(operation, **given)
    if done.error is not None or "create" not in given:
        return
    rows = items(done.body.get("create"))
    second: Any = rows[0].get(key) if rows else None
    if run.expect(second is not None, f"the batch made nothing: {done.body}"):
        run.made(f"{kind}.delete", second, **_forced(run, kind))
        if "delete" in parts:
            removed = yield from run.answer(operation, delete=[second])
            if removed.error is None:
                run.gone(f"{kind}.delete", second)


def _key(operation: Described) -> str:
    """The field by which paths name a thing."""
    parameter = operation.path[operation.path.rindex("{") + 1 : operation.path.rindex("}")]
    return "id" if parameter.endswith("id") else parameter


def _forced(run: Run, kind: str) -> Json:
    return run.fit(f"{kind}.delete", {"force": True})


def _given(run: Run, kind: str, verb: str, mark: str) -> Json:
    """The example of a request, with a mark in the first text that has room for one."""
    operation = f"{kind}.{verb}"
    example: Any = load_request(run.version, operation)
    given: Json = dict(example) if is_object(example) else {}
    fields = run.description.fields(run.description.operations[operation].body)
    free = (n for n in given if _is_free(fields.get(n, {})))
    name = next(free, "")
    return {**given, **({name: mark} if name else {})}


def _is_free(schema: Json) -> bool:
    """Whether a field takes any text."""
    closed = schema.keys() & {"enum", "x-known-values", "format", "anyOf", "const"}
    return schema.get("type") == "string" and not closed and schema.get("maxLength", _ROOM) >= _ROOM


def _shown(wrote: Mapping[str, Any], body: Any) -> Json:
    """What was written, of the fields that the answer shows."""
    return {name: value for name, value in wrote.items() if is_object(body) and name in body}

"""What is not there is refused, as described, wherever an id can be given."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from ..._runtime.inputs import required_keys
from ..calls.steps import Call, Steps
from ..described.description import Described, Json, description
from ..running.run import Run
from ..running.scenario import Scenario
from .kinds import by_kind
from .life import NOBODY, NOTHING, Ids, Life, filled, forced, settle
from .tables import LIVES

#: Words that name nothing, where a path takes only words of a certain length.
_SHORT = {"currency": "xqx"}
#: How codes end that say so: of a change that the store takes for a bad request, and where it wants an order (500).
_ABSENT = {"400": re.compile(r"_invalid_id$"), "500": re.compile(r"_invalid_order(_id)?$")}
#: What a shop that ships nothing says of its zones: the whole route is not there.
_NO_ROUTE = "rest_no_route"
#: Where the store asks first whether the key may see the thing, and says no of one that is not there.
_MAY_FIRST = frozenset({"orders.receipt"})
#: Where wc/v2 reads the attributes of a product without looking whether there is one, and dies of it.
_DYING = frozenset({"products.variations.create"})
#: Whose refusals have a form of their own, so that no codes are described: the first that an unknown order gets.
_OWN_FORM = {"orders.fulfillments": "woocommerce_rest_order_invalid_id"}
#: What a refused call may not get as far as: batches answer for each item.
_NEVER = ("batch",)


def scenarios(version: str) -> list[Scenario]:
    """One scenario for every family, and one for every kind that lives under another."""
    there = description(version).operations
    families = dict.fromkeys(o.family for o in there.values() if "{" in o.path)
    return [
        *(Scenario(f"unknown ids of {family}", version, frozenset(), partial(_unknown, family)) for family in families),
        *by_kind(version, "unknown ids under", _nested, suits=lambda life: "{" in there[f"{life.kind}.create"].path),
    ]


def nowhere(operation: Described) -> Ids:
    """Ids for a path that lead to nothing."""
    return tuple(
        NOBODY if parameter["schema"].get("type") == "integer" else _SHORT.get(name, NOTHING)
        for name, parameter in operation.parameters.items()
        if parameter["in"] == "path"
    )


def _unknown(family: str, run: Run) -> Steps[None]:
    for operation in run.description.operations.values():
        if operation.family != family or "{" not in operation.path or not run.served(operation.id):
            continue
        if operation.id.rpartition(".")[2] not in _NEVER:
            yield from _absent(run, operation, nowhere(operation), _needed(run, operation))


def _nested(life: Life, run: Run) -> Steps[None]:
    """Under something that is there, an id that is not."""
    place = yield from settle(life, run)
    change = filled(life.change, {**place.words, "mark": run.mark})
    for verb, given in (("get", {}), ("update", change), ("delete", forced(life.kind, run))):
        operation = run.description.operations.get(f"{life.kind}.{verb}")
        if operation is not None and run.served(operation.id):
            yield from _absent(run, operation, (*place.ids, *nowhere(operation)[-1:]), run.fit(operation.id, given))


def _absent(run: Run, operation: Described, ids: Ids, given: Json) -> Steps[None]:
    codes = _codes(run, operation)
    # A body that is a list has no names to give; the store looks at the ids first.
    method = "send" if operation.body.get("type") == "array" else ""
    if foreign := (yield from run.foreign(Call(operation.id, ids, given))):
        run.not_run(operation.id, f"this store may have {foreign.thing}, which is to name nothing")
        return
    if codes:
        yield from run.refused(codes, operation.id, *ids, method=method, **given)
        return
    answer = yield from run.answer(operation.id, *ids, **given)
    run.expect(not answer.body, "something is under what is not there")


def _codes(run: Run, operation: Described) -> tuple[str, ...]:
    """The codes that say that nothing is there."""
    errors = operation.errors
    if operation.id in _DYING:
        return (*errors["404"], *errors["500"])
    if operation.kind in _MAY_FIRST:
        return tuple(errors["403"])
    own = next((code for kind, code in _OWN_FORM.items() if operation.kind.startswith(kind)), "")
    if own:
        return (own,)
    missing = [code for code in errors.get("404", ()) if code != _NO_ROUTE]
    faulty = [code for status in _ABSENT for code in errors.get(status, ()) if _ABSENT[status].search(code)]
    return (*missing, *faulty)


def _needed(run: Run, operation: Described) -> Json:
    """What an operation demands before it looks at the ids."""
    life = next((life for life in LIVES if operation.id == f"{life.kind}.create"), None)
    if life is not None:
        return run.fit(operation.id, filled(life.new, {"mark": run.mark, "product": NOBODY}))
    kind: Any = run.client_operation(operation.id).body_type()
    fields = run.description.fields(operation.body)
    texts: Json = {name: _one(fields[name]) for name in required_keys(kind)} if kind else {}
    asked = {
        name: one["schema"] for name, one in operation.parameters.items() if one["in"] == "query" and one["required"]
    }
    texts |= {name: _one(schema) for name, schema in asked.items()}
    return {**texts, **run.fit(operation.id, {"force": True, "confirm": True})}


def _one(schema: Json) -> str | list[Any]:
    """A text that a field takes; an empty list where it takes a list."""
    if schema.get("type") == "array":
        return []
    choices = schema.get("enum") or schema.get("x-known-values") or [NOTHING]
    return str(choices[0])

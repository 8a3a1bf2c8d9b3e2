"""Bad input is refused, all of it at once, and nothing is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from ..._runtime.inputs import required_keys
from ..calls.steps import Answer, Steps
from ..described.bodies import member
from ..described.description import Described, Json, description
from ..running.run import Run
from ..running.scenario import Scenario
from .kinds import by_kind
from .life import NOBODY, NOTHING, Ids, Life, fresh, made_one, settle
from .unknown import nowhere

#: In how many rounds a store looks at what it is sent.
_ROUNDS = 2
_INVALID, _MISSING, _TOO_LARGE = "rest_invalid_param", "rest_missing_callback_param", "request_entity_too_large"
#: What is no value of a type, or of a format.
_WRONG: Mapping[str, Any] = {
    "integer": "many",
    "number": "many",
    "boolean": "maybe",
    "array": {"0a": "x"},
    "object": "text",
    "string": {"0a": "x"},
}
#: The same for parameters of the query, which are text: any text is a string, and any text a list.
_WRONG_IN_QUERY: Mapping[str, Any] = {
    "integer": "many",
    "number": "many",
    "boolean": "maybe",
    "date-time": "some day",
    "date": "some day",
    "email": "nobody",
}


def scenarios(version: str) -> list[Scenario]:
    """Scenarios for reading, one a family; for what makes things, one a kind; and for batches."""
    there = description(version).operations
    families = dict.fromkeys(o.family for o in there.values() if o.reads and _invalid(o))
    return [
        *(
            Scenario(f"bad questions to {family}", version, frozenset(), partial(_questions, family), writes=False)
            for family in families
        ),
        *by_kind(version, "bad", _creates),
        Scenario("batches that are too large", version, frozenset(), _batches),
    ]


def _invalid(operation: Described) -> bool:
    return _INVALID in operation.errors.get("400", ())


def _questions(family: str, run: Run) -> Steps[None]:
    """Each parameter of a wrong type, and each number below and above what is allowed."""
    for operation in run.description.operations.values():
        if operation.family != family or not operation.reads or not _invalid(operation):
            continue
        asked = {
            name: one["schema"]
            for name, one in operation.parameters.items()
            if one["in"] == "query" and not one["unchecked"] and run.knows(one["since"], one["until"])
        }
        for wrong in (
            {name: value for name, schema in asked.items() if (value := _wrong(schema, _WRONG_IN_QUERY)) is not None},
            {name: schema["minimum"] - 1 for name, schema in asked.items() if "minimum" in schema},
            {name: schema["maximum"] + 1 for name, schema in asked.items() if "maximum" in schema},
        ):
            if run.served(operation.id):
                yield from _refused(run, operation.id, nowhere(operation), {}, wrong)


def _creates(life: Life, run: Run) -> Steps[None]:
    """Every field of a wrong type, and nothing at all."""
    operation = run.description.operations[f"{life.kind}.create"]
    place = yield from settle(life, run)
    if _invalid(operation):
        wrong = _wrong_fields(run, operation)
        made = yield from _refused(run, operation.id, place.ids, fresh(life, run, place), wrong)
        yield from _nothing_made(run, made, life, place.ids)
    if _MISSING in operation.errors.get("400", ()):
        required = required_keys(run.client_operation(operation.id).body_type())
        answer = yield from run.refused(_MISSING, operation.id, *place.ids, method="send")
        yield from _nothing_made(run, answer, life, place.ids)
        missing: frozenset[str] = frozenset(member(member(answer.body, "data"), "params", []))
        run.expect(missing == required, f"missing are {sorted(missing)}, not {sorted(required)}", "/data/params")


def _wrong_fields(run: Run, operation: Described) -> Json:
    """A value that is none for every field whose type the store looks at."""
    checked = {
        name: schema
        for name, schema in run.description.fields(operation.body).items()
        if not schema.get("x-unchecked") and run.has(schema)
    }
    return {name: value for name, schema in checked.items() if (value := _wrong(schema, _WRONG)) is not None}


def _refused(run: Run, operation: str, ids: Ids, good: Json, wrong: Json) -> Steps[Answer | None]:
    """Have everything that is wrong refused, in the place of what is good; the answer if the store took it.

    A store looks in two rounds: WordPress checks fields with a check of their own first, and the others only if none
    of those is wrong. Each refusal names all that are wrong in its round.
    """
    for _ in range(_ROUNDS):
        if not wrong:
            return None
        answer = yield from run.refused(_INVALID, operation, *ids, **good, extra=wrong)
        named = set(member(member(answer.body, "data"), "params", {})) if answer.code == _INVALID else set[str]()
        if not named & wrong.keys():
            run.expect(False, f"not refused: {sorted(wrong)}", "/data/params")
            return answer
        wrong = {name: value for name, value in wrong.items() if name not in named}
    run.expect(not wrong, f"not refused in {_ROUNDS} rounds: {sorted(wrong)}", "/data/params")
    return None


def _nothing_made(run: Run, answer: Answer | None, life: Life, above: Ids) -> Steps[None]:
    """If the store made something all the same, it goes again."""
    if answer is not None and answer.error is None:
        yield from made_one(life, run, (*above, answer.body[life.key]))


def _wrong(schema: Json, table: Mapping[str, Any]) -> Any:
    """A value that a schema does not allow; None if that cannot be told from its type."""
    types = schema.get("type", ())
    names = [name for name in ([types] if isinstance(types, str) else types) if name != "null"]
    if len(names) != 1:
        return None
    if schema.keys() & {"enum", "x-known-values"} and names == ["string"]:
        return NOTHING
    return table.get(schema.get("format", ""), table.get(names[0]))


def _batches(run: Run) -> Steps[None]:
    """More changes at once than the store takes; each names something that is not there."""
    for operation in run.description.operations.values():
        codes = [code for code in run.codes(operation.id, 413) if code.endswith(_TOO_LARGE)]
        if codes and "{" not in operation.path and run.served(operation.id):
            part = "delete" if "delete" in run.description.fields(operation.body) else "update"
            rows: Json = {part: [NOBODY if part == "delete" else {"id": NOTHING, "value": ""}] * 101}
            yield from run.refused(tuple(codes), operation.id, method="send", **rows)

"""Who has no key, or a wrong secret, gets nothing and changes nothing."""

from __future__ import annotations

from functools import partial

from ..calls.steps import Call, Steps
from ..described.bodies import items
from ..described.description import ANY_CODE, Described, Json, description
from ..running.run import Run
from ..running.scenario import Scenario
from .kinds import by_kind
from .life import NOBODY, Ids, Life, filled, forced, fresh
from .several import several
from .unknown import nowhere

_KEY_REFUSED = "woocommerce_rest_authentication_error"


def scenarios(version: str) -> list[Scenario]:
    """One scenario for every family, and one for every kind of thing that can be made."""
    there = description(version).operations
    families = dict.fromkeys(o.family for o in there.values())
    return [
        *(
            Scenario(f"wrong secret at {family}", version, frozenset(), partial(_wrong_secret, family), writes=False)
            for family in families
        ),
        *by_kind(version, "strangers at", _strangers),
    ]


def _wrong_secret(family: str, run: Run) -> Steps[None]:
    """The secret is looked at before anything else; who shows no known key cannot read lists either."""
    for operation in run.description.operations.values():
        if operation.family == family and run.served(operation.id) and operation.reads:
            yield from run.refused(
                run.codes(operation.id, 401), operation.id, *nowhere(operation), key="wrong", method="send"
            )
            if not any(parameter["required"] for parameter in operation.parameters.values()):
                yield from _without_key(operation, run)


def _without_key(operation: Described, run: Run) -> Steps[None]:
    """Where nothing is described but what a wrong secret gets, no key is needed: so it is with the index."""
    refusals = run.codes(operation.id, 401)
    if ANY_CODE in refusals:
        return  # nobody has told whether a key is needed
    if set(refusals) > {_KEY_REFUSED}:
        yield from run.refused(refusals, operation.id, key="none")
    else:
        yield from run.answer(operation.id, key="none")


def _strangers(life: Life, run: Run) -> Steps[None]:
    things = yield from several(life, run, 1)
    place, one = things.place, things.bodies[0]
    ids = (*place.ids, things.ids[0])
    other = fresh(life, run, place, f"{run.mark}-stranger")
    change = filled(life.change, {**place.words, "mark": f"{run.mark}-stranger"})
    tries: list[tuple[str, Ids, Json]] = [
        ("list", place.ids, {}),
        ("get", ids, {}),
        ("create", place.ids, other),
        ("batch", place.ids, {"create": [other], "delete": [NOBODY]}),
        ("update", ids, change),
        ("delete", ids, forced(life.kind, run)),
    ]
    for verb, path, given in tries:
        operation = f"{life.kind}.{verb}"
        if run.served(operation):
            for key in ("wrong", "none"):
                refusals = run.codes(operation, 401)
                values = given if verb in ("batch", "delete") else run.fit(operation, given)
                yield Call(operation, path, values, refusals, key=key)
    yield from _untouched(life, run, ids, one)


def _untouched(life: Life, run: Run, ids: Ids, made: Json) -> Steps[None]:
    operation = f"{life.kind}.get"
    if run.served(operation):
        read = yield from run.answer(operation, *ids, **run.fit(operation, {"context": "edit"}))
        body = next(iter(items(read.body)), read.body)
        names = [name for name in life.change if name in made and name not in life.hidden]
        run.same({name: made[name] for name in names}, body)

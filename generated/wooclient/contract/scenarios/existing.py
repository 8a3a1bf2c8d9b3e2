"""What a store has already, without changing it: every list, one thing of each kind, and what belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from ..._runtime.shapes import is_object
from ..calls.steps import Steps
from ..described.bodies import items
from ..described.description import Described, Json, description
from ..running.run import Run
from ..running.scenario import Scenario
from ..safety.marks import MARKER

Ids = tuple[int | str, ...]
#: A thing and the ids that lead to it.
Thing = tuple[Ids, Json]

#: How many things of a kind are looked into until one has what is looked for.
_TRIES = 50
#: By the collection below a thing: the field of the thing that is empty if that is.
_TELLS = {
    "/products/{product_id}/variations": "variations",
    "/products/{product_id}/reviews": "rating_count",
    "/orders/{order_id}/refunds": "refunds",
}
#: How the field is called that a path names, where it is neither `id` nor called like the parameter.
_KEYS = {"location": "code", "currency": "code"}
#: Parameters without which a list answers nothing, and such as make it longer.
_GIVEN: Mapping[str, Json] = {
    "products.shipping_classes.slug_suggestion": {"name": "Bulky"},
    "orders.fulfillments.lookup": {"tracking_number": "1Z999AA10123456784"},
}
_LONG = {"per_page": 50}
#: Whether a thing has one of these is told by nothing but asking.
_PERHAPS = frozenset({"orders.receipt.get"})
#: Families whose reads need more than ids; they have scenarios of their own.
_OTHERS = frozenset({"marketplace"})


def scenarios(version: str) -> list[Scenario]:
    """One scenario for every family that can be read."""
    reads = [o for o in description(version).operations.values() if o.reads]
    families = dict.fromkeys(o.family for o in reads if o.family not in _OTHERS)
    return [
        Scenario(
            f"existing {family}",
            version,
            frozenset(o.id for o in reads if o.family == family and "{" not in o.path),
            partial(_read, [o for o in reads if o.family == family]),
            writes=False,
        )
        for family in families
    ]


def _read(family: list[Described], run: Run) -> Steps[None]:
    shelf = _Shelf(run, {o.path: o for o in run.description.operations.values() if o.reads})
    for operation in family:
        if not run.served(operation.id):
            continue
        if operation.path in shelf.lists and _is_list(operation):
            yield from shelf.things(operation.path)
        elif "{" not in operation.path:
            yield from _each_way(run, operation, ())
        else:
            yield from _one(shelf, operation)


def _is_list(operation: Described) -> bool:
    return operation.id.endswith((".list", ".all"))


def _one(shelf: _Shelf, operation: Described) -> Steps[None]:
    """Read one thing, or what belongs to one."""
    run, above = shelf.run, _above(operation.path)
    holders = yield from shelf.things(above)
    if not holders:
        run.not_run(operation.id, f"this store shows nothing at {above}")
        return
    ids, _ = holders[0]
    if operation.id not in _PERHAPS:
        yield from _each_way(run, operation, ids)
        return
    read = yield from run.perhaps(run.codes(operation.id, 404), operation.id, *ids)
    if read.error is not None:
        run.not_run(operation.id, f"the first thing at {above} has none")


def _each_way(run: Run, operation: Described, ids: Ids) -> Steps[None]:
    """Call an operation in every context that it has."""
    contexts = operation.parameters.get("context", {}).get("schema", {}).get("enum", ())
    for way in [{"context": context} for context in contexts] or [{}]:
        yield from run.answer(operation.id, *ids, **_given(run, operation), **way)


def _given(run: Run, operation: Described) -> Json:
    return run.fit(operation.id, {**_LONG, **_GIVEN.get(operation.id, {})})


def _above(path: str) -> str:
    """The collection that holds what the last id of a path names."""
    return path[: path.rindex("/{")]


class _Shelf:
    """What lists showed, so that each is asked for once."""

    def __init__(self, run: Run, lists: Mapping[str, Described]) -> None:
        self.run, self.lists = run, lists
        self._found: dict[str, list[Thing]] = {}

    def things(self, path: str) -> Steps[list[Thing]]:
        """What a collection holds, of the first holder that has any. What runs made is left out: it will be gone."""
        if path not in self._found:
            self._found[path] = []
            operation = self.lists.get(path)
            if operation is not None and self.run.served(operation.id):
                self._found[path] = yield from self._asked(operation)
        return self._found[path]

    def _asked(self, operation: Described) -> Steps[list[Thing]]:
        holders: list[Thing] = [((), {})]
        if "{" in operation.path:
            holders = yield from self._holders(operation)
        if not holders:
            self.run.not_run(operation.id, f"this store shows nothing at {_above(operation.path)} that has any")
            return []
        found: list[Thing] = []
        holder: Ids = ()
        for holder, _ in holders[:_TRIES]:
            listed = yield from self.run.answer(operation.id, *holder, **_given(self.run, operation))
            rows = [row for row in _rows(listed.body) if MARKER not in str(row)]
            found = [((*holder, self._key(operation.path, row)), row) for row in rows]
            if found:
                break
        yield from _each_way(self.run, operation, holder)
        return found

    def _holders(self, operation: Described) -> Steps[list[Thing]]:
        holders = yield from self.things(_above(operation.path))
        tell = _TELLS.get(operation.path)
        return [(ids, row) for ids, row in holders if row.get(tell)] if tell else holders

    def _key(self, path: str, row: Json) -> int | str:
        """What the paths below call a thing."""
        below = next((other for other in self.lists if _names_one(path, other)), "{id}")
        parameter = below[below.rindex("{") + 1 : -1]
        key = parameter if parameter in row else _KEYS.get(parameter, "id")
        found: int | str = row.get(key, "")
        return found


def _names_one(path: str, other: str) -> bool:
    return other.startswith(f"{path}/{{") and "/" not in other.removeprefix(f"{path}/")


def _rows(body: Any) -> list[Json]:
    """The things of a list; some lists are objects, by id."""
    return items(list(body.values()) if is_object(body) else body)

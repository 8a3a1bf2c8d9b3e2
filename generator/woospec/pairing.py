"""What became of a version in the one that took its place: operations, schemas and fields side by side.

Paired by equal names, and by the word `x-became` of the description where names differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from woospec.model import Api, Field, ListOf, Operation, Reference, Scalar, Schema, Type, named, parts

GONE = "gone"
#: Endings of schemas that requests are made of; without them they are called as what is read.
_REQUESTS = ("BulkItem", "Create", "Update", "Input")


class Step(NamedTuple):
    """An old field, and the one that took its place; no target if there is none."""

    field: Field
    path: str
    target: Field | None
    #: Whether the path leads into the items of a list.
    in_list: bool = False
    #: Names of the fields that the objects of the target have, where there were none before.
    holds: tuple[str, ...] = ()


class Pair(NamedTuple):
    """An old schema and the one that took its place."""

    old: Schema
    new: Schema
    #: The resource where they meet first.
    resource: tuple[str, ...]
    steps: tuple[Step, ...]
    added: tuple[Field, ...]


class Request(NamedTuple):
    """The same for what requests hold, and for the two schemas of the answers, where there are such."""

    sent: Pair
    read: Pair | None


class Parameter(NamedTuple):
    """An old query parameter, or a part of one, and what took its place."""

    label: str
    #: The schema of which it is a part, or nothing.
    schema: str
    step: Step


class Call(NamedTuple):
    """An old operation and the one that took its place."""

    old: Operation
    new: Operation | None
    parameters: tuple[Parameter, ...]
    added: tuple[Field, ...]


class Pairing(NamedTuple):
    """Everything of a version beside the one that took its place."""

    calls: tuple[Call, ...]
    answers: tuple[Pair, ...]
    requests: tuple[Request, ...]


def pair(replaced: Api, target: Api) -> Pairing:
    """The two versions side by side."""
    return _Pairer(replaced, target).pairing()


def read_schema_name(name: str) -> str:
    """The read schema after which a schema of requests is called."""
    for ending in _REQUESTS:
        if name.endswith(ending) and name != ending:
            return name.removesuffix(ending)
    return name


def field_at(schemas: dict[str, Schema], schema: Schema, path: str) -> tuple[Field | None, bool]:
    """The field at the end of a dotted path, and whether it is inside a list."""
    here: Schema | None = schema
    found: Field | None = None
    in_list = False
    for name in path.split("."):
        in_list = in_list or any(isinstance(p, ListOf) for p in (parts(found.type) if found else ()))
        found = next((f for f in here.fields if f.wire == name), None) if here else None
        if found is None:
            return None, False
        here = schemas.get(_object(found.type))
    return found, in_list


def _object(kind: Type) -> str:
    """The one schema that a type names; empty for none or several."""
    names = set(named(kind))
    return names.pop() if len(names) == 1 else ""


class _Pairer:
    def __init__(self, replaced: Api, target: Api) -> None:
        self.replaced = replaced
        self.old = {s.name: s for s in replaced.schemas}
        self.new = {s.name: s for s in target.schemas}
        self.operations = {o.id: o for o in target.operations}
        self.answers: dict[tuple[str, str], Pair] = {}
        self.requests: dict[tuple[str, str], Request] = {}

    def pairing(self) -> Pairing:
        calls = [self.call(o) for o in self.replaced.operations]
        # Those with equal ids first: what they hold is told of with their resource.
        pairs = [(c.old, c.new) for c in calls if c.new is not None]
        pairs.sort(key=lambda p: p[0].id != p[1].id)
        for old, new in pairs:
            self.answer(old, new)
        for old, new in pairs:
            self.request(old, new)
        return Pairing(tuple(calls), tuple(self.answers.values()), tuple(self.requests.values()))

    # calls

    def call(self, operation: Operation) -> Call:
        newest = self.operations.get(operation.became or operation.id)
        if newest is None:
            return Call(operation, None, (), ())
        query = {f.wire: f for f in newest.query}
        found: list[Parameter] = []
        for label, schema, field in self.parameters(operation):
            target = query.get(field.became or field.wire)
            found.append(Parameter(label, schema, Step(field, target.wire if target else "", target)))
        taken = {p.step.path for p in found}
        # What any read has is told once, for all of them.
        added = (f for f in newest.query if f.wire not in taken and f.type != Scalar("string", "field-list"))
        return Call(operation, newest, tuple(found), tuple(added))

    def parameters(self, operation: Operation) -> Iterator[tuple[str, str, Field]]:
        """The query of an operation; a parameter with parts of its own gives those."""
        for field in operation.query:
            schema = self.old.get(_object(field.type))
            if schema is None:
                yield field.wire, "", field
                continue
            for part in schema.fields:
                yield f"{field.wire}[{part.wire}]", schema.name, part

    # answers

    def answer(self, old: Operation, new: Operation) -> None:
        names = named(old.answer.type)
        for name in names:
            became = self.old[name].became
            if became:
                self.meet(name, became, old.resource)
            elif len(names) == 1:
                self.meet(name, _object(new.answer.type), old.resource)

    def meet(self, old: str, new: str, resource: tuple[str, ...], around: str = "") -> None:
        if new not in self.new or (old, new) in self.answers:
            return
        found = self.pair(self.old[old], self.new[new], resource)
        if around == new:  # what was an object inside is now part of the one around it
            found = found._replace(added=())
        self.answers[old, new] = found
        for step in found.steps:
            for name in named(step.field.type):
                target = self.old[name].became or (_object(step.target.type) if step.target else "")
                self.meet(name, target, resource, new)

    def pair(self, old: Schema, new: Schema, resource: tuple[str, ...]) -> Pair:
        steps = tuple(self.step(f, new) for f in old.fields)
        taken = {s.path.split(".")[0] for s in steps}
        return Pair(old, new, resource, steps, tuple(f for f in new.fields if f.wire not in taken))

    def step(self, field: Field, new: Schema) -> Step:
        path = field.became or field.wire
        target, in_list = field_at(self.new, new, path) if path != GONE else (None, False)
        inside = self.new.get(_object(target.type)) if target and not named(field.type) else None
        holds = tuple(f.wire for f in inside.fields) if inside else ()
        return Step(field, path if target else "", target, in_list, holds)

    # requests

    def request(self, old: Operation, new: Operation) -> None:
        if isinstance(old.body, Reference) and isinstance(new.body, Reference):
            read = (_object(old.answer.type), _object(new.answer.type))
            self.ask(old.body.name, new.body.name, self.answers.get(read), old.resource)

    def ask(self, old: str, new: str, read: Pair | None, resource: tuple[str, ...]) -> None:
        if new not in self.new or (old, new) in self.requests:
            return
        sent = self.pair(self.old[old], self.new[new], resource)
        self.requests[old, new] = Request(sent, read)
        seen = {s.field.wire: s for s in read.steps} if read else {}
        for step in sent.steps:
            for name in named(step.field.type):
                became = self.old[name].became
                target = self.written(became, new) if became else _object(step.target.type) if step.target else ""
                known = seen.get(step.field.wire)
                below = _object(known.field.type) if known else ""
                after = (became or _object(known.target.type)) if known and known.target else became
                self.ask(name, target, self.answers.get((below, after)), resource)

    def written(self, name: str, near: str) -> str:
        """The schema with which requests write what is read as `name`."""
        if read_schema_name(near) == name:
            return near
        return next((n for e in ("Create", "Update", "Input", "") if (n := name + e) in self.new), "")

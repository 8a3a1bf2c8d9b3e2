"""From a version to the one that took its place: every call, parameter and field, for MIGRATION.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from woospec.model import Api, Field, Operation, Scalar, named, options
from woospec.pairing import Call, Pair, Pairing, Request, Step, pair, read_schema_name
from woospec.views.limits import ranges
from woospec.views.plain import Note, Plain, differences, plain

_PART = re.compile(r"\{[^{}]*\}")


class CallRow(NamedTuple):
    """A call of the old API, the one that took its place if there is one, and what changes."""

    old: Operation
    new: Operation | None
    notes: tuple[Note, ...]


class FieldRow(NamedTuple):
    """A field or parameter that changes; `new` is empty if it is gone."""

    old: str
    old_type: tuple[Plain, ...]
    new: str
    new_type: tuple[Plain, ...]
    notes: tuple[Note, ...]


class AddedRow(NamedTuple):
    """A field or parameter that is new."""

    name: str
    type: tuple[Plain, ...]


class Table(NamedTuple):
    """Fields of a schema, or the parameters of some calls: those that change, those that stay, and new ones.

    `kind` is `answers`, `requests` or `parameters`; `old` and `new` are names of schemas.
    """

    kind: str
    rows: tuple[FieldRow, ...]
    old: str = ""
    new: str = ""
    same: tuple[str, ...] = ()
    added: tuple[AddedRow, ...] = ()
    note: str = ""


class ResourceChanges(NamedTuple):
    """All that changes with one resource."""

    path: str
    calls: tuple[CallRow, ...]
    tables: tuple[Table, ...]


class MigrationView(NamedTuple):
    """The page: from one version to another."""

    old: Api
    new: Api
    resources: tuple[ResourceChanges, ...]


def migration_view(replaced: Api, target: Api) -> MigrationView:
    """The page for two versions."""
    found = pair(replaced, target)
    changed = {p.old.name for p in found.answers if any(notes(s, s.field.wire) for s in p.steps)}
    sections = [
        ResourceChanges(
            ".".join(resource.path),
            tuple(call_row(c, found) for c in found.calls if c.old.resource == resource.path),
            tuple(_tables(resource.path, found, changed)),
        )
        for resource in replaced.resources
    ]
    return MigrationView(replaced, target, tuple(s for s in sections if s.calls or s.tables))


def _tables(resource: tuple[str, ...], found: Pairing, changed: set[str]) -> Iterator[Table]:
    query = parameter_table([c for c in found.calls if c.old.resource == resource])
    requests: dict[tuple[str, str], list[Request]] = {}
    for request in found.requests:
        if request.sent.resource == resource:
            names = (read_schema_name(request.sent.old.name), read_schema_name(request.sent.new.name))
            requests.setdefault(names, []).append(request)
    tables = [
        query,
        *(answer_table(p, changed) for p in found.answers if p.resource == resource),
        *(request_table(names, group) for names, group in requests.items()),
    ]
    yield from (t for t in tables if t is not None)


# calls


def call_row(call: Call, found: Pairing) -> CallRow:
    """One call."""
    old, new = call.old, call.new
    said = _call_notes(old, new, found) if new else [Note("gone")]
    return CallRow(old, new, (*said, *_about(old.note)))


def _call_notes(old: Operation, new: Operation, found: Pairing) -> list[Note]:
    route = _route_notes(old, new)
    if new.batch_limit:
        return [*route, Note("batch")]
    if _only_counts(old, new):
        return [*route, Note("count")]
    return [*route, *_envelope_notes(old), *_answer_notes(old, new, found)]


def _only_counts(old: Operation, new: Operation) -> bool:
    return Scalar("integer") in options(old.answer.type) and new.paging in ("pages", "total")


def _route_notes(old: Operation, new: Operation) -> Iterator[Note]:
    if old.id != new.id:
        yield Note("now", new=(new.id,))
    moved = [f.became for f in old.path_parameters if f.became]
    yield from (Note("list_with", new=(name,)) for name in moved)
    if not moved and len(_PART.findall(old.path)) > len(_PART.findall(new.path)):
        yield Note("without", (_PART.findall(old.path)[0],))


def _envelope_notes(old: Operation) -> Iterator[Note]:
    keys = tuple(dict.fromkeys(k for k in (old.request_envelope, old.answer_envelope) if k))
    if keys:
        yield Note("envelope", keys)


def _answer_notes(old: Operation, new: Operation, found: Pairing) -> Iterator[Note]:
    known = {(p.old.name, p.new.name) for p in found.answers}
    before, after = plain(old.answer.type), plain(new.answer.type)
    named = tuple(kind[0].names[0] if kind[0].form == "object" and len(kind) == 1 else "" for kind in (before, after))
    if named not in known and before != after:
        yield Note("answers", before, after)
    if (old.answer.shape == "items") != (new.answer.shape == "items"):
        yield Note("list_instead" if new.answer.shape == "items" else "one_instead")
    if old.paging == "none" and new.paging == "pages":
        yield Note("pages")
    if old.answer.status != new.answer.status:
        yield Note("status", (old.answer.status,), (new.answer.status,))


# fields


def notes(step: Step, label: str) -> list[Note]:
    """What changes for one field."""
    return [*_found(step, label), *_about(step.field.note)]


def _about(text: str) -> list[Note]:
    return [Note("text", (text,))] if text else []


def _found(step: Step, label: str) -> list[Note]:
    """What the two descriptions show by themselves."""
    if step.target is None:
        return [Note("gone")]
    moved = [Note("moved" if "." in step.path else "renamed")] if step.path != label else []
    inside = [Note("in_list")] if step.in_list else []
    holds = [Note("holds", new=step.holds)] if step.holds else []
    return [*moved, *inside, *differences(step.field.type, step.target.type), *_limits(step.field, step.target), *holds]


def _limits(old: Field, new: Field) -> list[Note]:
    found = ranges(limit for limit in new.limits if limit not in old.limits and not limit.each)
    return [Note("limit", new=(one,)) for one in found]


def _row(step: Step, label: str, said: list[Note]) -> FieldRow:
    after = plain(step.target.type) if step.target else ()
    return FieldRow(label, plain(step.field.type), step.path, after, tuple(said))


def _added(fields: Iterable[Field]) -> tuple[AddedRow, ...]:
    return tuple(AddedRow(f.wire, plain(f.type)) for f in fields)


def answer_table(one: Pair, changed: set[str]) -> Table:
    """What is different in an object that the store answers; `changed` are the objects with a table of their own."""
    said = [(s, [*notes(s, s.field.wire), *_inside(s, changed)]) for s in one.steps]
    return Table(
        "answers",
        tuple(_row(s, s.field.wire, found) for s, found in said if found),
        one.old.name,
        one.new.name,
        tuple(s.field.wire for s, found in said if not found),
        _added(one.added),
        one.old.note,
    )


def _inside(step: Step, changed: set[str]) -> Iterator[Note]:
    """Where to look for the changes inside the objects of a field."""
    if step.target is not None and named(step.target.type):
        yield from (Note("see", (name,)) for name in dict.fromkeys(named(step.field.type)) if name in changed)


def request_table(names: tuple[str, str], group: list[Request]) -> Table | None:
    """What is different in requests, beyond what is different in answers."""
    rows: dict[FieldRow, None] = {}
    for one in group:
        read = {s.field.wire: s for s in one.read.steps} if one.read else {}
        for step in one.sent.steps:
            found = _beyond(step, read.get(step.field.wire))
            if found:
                rows[_row(step, step.field.wire, found)] = None
    return Table("requests", tuple(rows), *names) if rows else None


def _beyond(step: Step, read: Step | None) -> list[Note]:
    """What changes for a field of requests and is not said of the same field of answers."""
    wire, own = step.field.wire, _about(step.field.note)
    if step.target is None and step.field.became != "gone":
        return [Note("read_only"), *own]
    found, before = _found(step, wire), _found(read, wire) if read else []
    new = [note for note in own if read is None or note not in _about(read.field.note)]
    return [*found, *new] if found != before or new else []


def parameter_table(calls: list[Call]) -> Table | None:
    """What is different in the query of some calls."""
    rows: dict[FieldRow, None] = {}
    same: dict[str, None] = {}
    added: dict[str, Field] = {}
    for call in calls:
        for parameter in call.parameters:
            found = notes(parameter.step, parameter.label)
            if found:
                rows[_row(parameter.step, parameter.label, found)] = None
            else:
                same[parameter.label] = None
        if call.new is not None and call.new.id == call.old.id:
            added.update({f.wire: f for f in call.added})
    if not (rows or same or added):
        return None
    return Table("parameters", tuple(rows), same=tuple(same), added=_added(added.values()))

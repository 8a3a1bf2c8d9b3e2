"""From a version to the one that took its place: every call, parameter and field, for MIGRATION.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from woospec.model import Api, Field, Operation, Reference, Scalar, options, parts
from woospec.pairing import Call, Pair, Pairing, Request, Step, family, pair
from woospec.text import markdown
from woospec.views.limits import phrases
from woospec.views.plain import differences, plain

_PART = re.compile(r"\{[^{}]*\}")
#: What all calls say that change or make several things at once.
_BATCH = (
    "the list becomes `{create, update, delete}`, with an item under `update` if it has an `id`",
    "the answer has the same keys, each with its outcomes",
)
#: What all calls say that only count.
_COUNT = ("with `per_page=1`", "the number is in the header X-WP-Total")


class CallRow(NamedTuple):
    """A call of the old API: its id, what was sent where, what is sent now, and what else changes."""

    id: str
    old: str
    new: str
    change: str


class FieldRow(NamedTuple):
    """A field or parameter that changes."""

    old: str
    old_type: str
    new: str
    new_type: str
    change: str


class Table(NamedTuple):
    """Fields of a schema, or the parameters of some calls: those that change, those that stay, and new ones."""

    title: str
    rows: tuple[FieldRow, ...]
    same: str
    added: str
    note: str = ""


class ResourceChanges(NamedTuple):
    """All that changes with one resource."""

    title: str
    calls: tuple[CallRow, ...]
    tables: tuple[Table, ...]


class MigrationView(NamedTuple):
    """The page."""

    old: str
    new: str
    old_prefix: str
    new_prefix: str
    resources: tuple[ResourceChanges, ...]


def migration_view(replaced: Api, target: Api) -> MigrationView:
    """The page for two versions."""
    found = pair(replaced, target)
    sections = [
        ResourceChanges(
            _code(".".join(resource.path)),
            tuple(call_row(c, found) for c in found.calls if c.old.resource == resource.path),
            tuple(_tables(resource.path, found)),
        )
        for resource in replaced.resources
    ]
    texts = [markdown(t) for t in (replaced.title, target.title, replaced.prefix, target.prefix)]
    return MigrationView(texts[0], texts[1], texts[2], texts[3], tuple(s for s in sections if s.calls or s.tables))


def _code(text: str) -> str:
    return f"`{markdown(text).replace('`', chr(39))}`"


def _tables(resource: tuple[str, ...], found: Pairing) -> Iterator[Table]:
    query = parameter_table([c for c in found.calls if c.old.resource == resource])
    changed = {p.old.name for p in found.answers if any(notes(s, s.field.wire) for s in p.steps)}
    requests: dict[tuple[str, str], list[Request]] = {}
    for request in found.requests:
        if request.sent.resource == resource:
            names = (family(request.sent.old.name), family(request.sent.new.name))
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
    before, after = _code(f"{old.method} {old.path}"), _code(f"{new.method} {new.path}") if new else ""
    said = [*(_call_notes(old, new, found) if new else ["gone"]), markdown(old.note)]
    return CallRow(_code(old.id), before, after, "; ".join(s for s in said if s))


def _call_notes(old: Operation, new: Operation, found: Pairing) -> list[str]:
    route = _route_notes(old, new)
    if new.batch_limit:
        return [*route, *_BATCH]
    if _only_counts(old, new):
        return [*route, *_COUNT]
    return [*route, *_envelope_notes(old), *_answer_notes(old, new, found)]


def _only_counts(old: Operation, new: Operation) -> bool:
    return Scalar("integer") in options(old.answer.type) and new.paging in ("pages", "total")


def _route_notes(old: Operation, new: Operation) -> Iterator[str]:
    if old.id != new.id:
        yield f"now {_code(new.id)}"
    moved = [f.became for f in old.path_parameters if f.became]
    yield from (f"list with {_code(f'{name}=')}, empty where there was a 404" for name in moved)
    if not moved and len(_PART.findall(old.path)) > len(_PART.findall(new.path)):
        yield f"without {_code(_PART.findall(old.path)[0])}"


def _envelope_notes(old: Operation) -> Iterator[str]:
    keys = dict.fromkeys(k for k in (old.request_envelope, old.answer_envelope) if k)
    if keys:
        yield f"envelope {' and '.join(map(_code, keys))} dropped"


def _answer_notes(old: Operation, new: Operation, found: Pairing) -> Iterator[str]:
    known = {(p.old.name, p.new.name) for p in found.answers}
    before, after = plain(old.answer.type), plain(new.answer.type)
    named = (before.removeprefix("object "), after.removeprefix("object "))
    if named not in known and before != after:
        yield f"answers {markdown(after)} instead of {markdown(before)}"
    if (old.answer.shape == "items") != (new.answer.shape == "items"):
        yield "a list instead of one" if new.answer.shape == "items" else "one instead of a list"
    if old.paging == "none" and new.paging == "pages":
        yield "in pages"
    if old.answer.status != new.answer.status:
        yield f"status {new.answer.status} instead of {old.answer.status}"


# fields


def notes(step: Step, label: str) -> list[str]:
    """What changes for one field."""
    return [*_found(step, label), *_about(step.field)]


def _about(field: Field) -> list[str]:
    return [field.note] if field.note else []


def _found(step: Step, label: str) -> list[str]:
    """What the two descriptions show by themselves."""
    if step.target is None:
        return ["gone"]
    moved = ["moved" if "." in step.path else "renamed"] if step.path != label else []
    inside = ["inside a list"] if step.in_list else []
    holds = [f"with {', '.join(map(_code, step.holds))}"] if step.holds else []
    return [*moved, *inside, *differences(step.field.type, step.target.type), *_limits(step.field, step.target), *holds]


def _limits(old: Field, new: Field) -> list[str]:
    return phrases({limit.word: limit.value for limit in new.limits if limit not in old.limits and not limit.each})


def _row(step: Step, label: str, said: list[str]) -> FieldRow:
    types = (step.field.type, step.target.type if step.target else None)
    return FieldRow(
        _code(label),
        markdown(plain(types[0])),
        _code(step.path) if step.path else "",
        markdown(plain(types[1])) if types[1] else "",
        markdown("; ".join(said)),
    )


def _added(fields: Iterable[Field]) -> str:
    return ", ".join(f"{_code(f.wire)} ({markdown(plain(f.type))})" for f in fields)


def answer_table(one: Pair, changed: set[str]) -> Table:
    """What is different in an object that the store answers; `changed` are the objects with a table of their own."""
    said = [(s, [*notes(s, s.field.wire), *_inside(s, changed)]) for s in one.steps]
    return Table(
        f"{_code(one.old.name)} → {_code(one.new.name)}",
        tuple(_row(s, s.field.wire, found) for s, found in said if found),
        ", ".join(_code(s.field.wire) for s, found in said if not found),
        _added(one.added),
        markdown(one.old.note),
    )


def _inside(step: Step, changed: set[str]) -> Iterator[str]:
    """Where to look for the changes inside the objects of a field."""
    if step.target is None or not any(isinstance(p, Reference) for p in parts(step.target.type)):
        return
    named = dict.fromkeys(p.name for p in parts(step.field.type) if isinstance(p, Reference))
    yield from (f"see {_code(name)}" for name in named if name in changed)


def request_table(names: tuple[str, str], group: list[Request]) -> Table | None:
    """What is different in requests, beyond what is different in answers."""
    rows: dict[FieldRow, None] = {}
    for one in group:
        read = {s.field.wire: s for s in one.read.steps} if one.read else {}
        for step in one.sent.steps:
            found = _beyond(step, read.get(step.field.wire))
            if found:
                rows[_row(step, step.field.wire, found)] = None
    if not rows:
        return None
    return Table(f"In requests: {_code(names[0])} → {_code(names[1])}", tuple(rows), "", "")


def _beyond(step: Step, read: Step | None) -> list[str]:
    """What changes for a field of requests and is not said of the same field of answers."""
    wire, own = step.field.wire, _about(step.field)
    if step.target is None and step.field.became != "gone":
        return ["cannot be set", *own]
    found, before = _found(step, wire), _found(read, wire) if read else []
    new = [note for note in own if read is None or note not in _about(read.field)]
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
                same[_code(parameter.label)] = None
        if call.new is not None and call.new.id == call.old.id:
            added.update({f.wire: f for f in call.added})
    if not (rows or same or added):
        return None
    return Table("Parameters", tuple(rows), ", ".join(same), _added(added.values()))

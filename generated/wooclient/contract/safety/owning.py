"""What a run may change or remove: what it made itself.

A create's answer shows what was made. Lists show nothing of the kind, however narrowly they were asked for, since a
cache or a plugin may drop the question: of what they name, the thing itself has to carry the run's mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..._runtime.shapes import is_array, is_mapping, is_object
from ..calls.steps import Answer, Call
from ..described.bodies import items, member
from ..described.description import Described, Json, description
from .marks import MARKER, mark_of

_SETTINGS = "/settings"
_MANY = ("/batch", "/bulk")


@dataclass(frozen=True)
class Thing:
    """Something of a store: the collection that holds it, and what paths call it there.

    What lives under something else belongs to whom that belongs to, so that only what stands on top is looked at.
    """

    top: str
    id: str


@dataclass(frozen=True)
class Foreign:
    """What a call would change and is not known to be the run's own.

    Attributes:
        thing: What it is.
        unseen: Why the store does not show whether it is there; empty if it is there, and another's.
    """

    thing: str
    unseen: str = ""


#: What is done and not changed.
_HARMLESS = frozenset({Thing("/system_status/tools", "clear_expired_transients")})


class Own:
    """What one run is known to be free to change: its own things, what it borrowed, what is not there."""

    def __init__(self, mark: str) -> None:
        self._mark = mark
        self._free: set[Thing] = set(_HARMLESS)

    def add(self, *things: Thing) -> None:
        """Say that these may be changed."""
        self._free.update(things)

    def unknown(self, operation: Described, call: Call) -> list[Thing]:
        """What a call would change and nothing has shown yet to be the run's own. Marks name nothing else."""
        named = dict.fromkeys(things(operation, call))
        return [thing for thing in named if thing not in self._free and f"/{MARKER}" not in f"/{thing.id}"]

    def learn(self, operation: Described, answer: Answer) -> set[Thing]:
        """Take notice of what an answer shows to be the run's own; what it shows to be new."""
        top, verb = operation.namespace + _top(operation.path), operation.id.rpartition(".")[2]
        if answer.error is not None or not (_is_on_top(operation.path) or verb == "duplicate"):
            return set()
        made: set[Thing] = set()
        for exchange in answer.exchanges:
            if verb in ("create", "duplicate"):
                made |= _named(top, [_inside(exchange.body)])
            elif verb == "batch":
                made |= _named(top, items(member(exchange.body, "create")))
            elif self._mark.encode() in exchange.response:
                shown = _inside(exchange.body)
                rows = items(shown if is_array(shown) else [shown])
                self.add(*_named(top, [row for row in rows if mark_of(top, row) == self._mark]))
        self.add(*made)
        return made


def _named(top: str, rows: list[Any]) -> set[Thing]:
    return {Thing(top, id) for row in rows if "error" not in (row or ()) and (id := _id(row))}


def things(operation: Described, call: Call) -> Iterator[Thing]:
    """What a call would change that is there before it; nothing if it only reads, or only makes something new."""
    if operation.reads:
        return
    top, path = operation.namespace + _top(operation.path), operation.path
    if top == _SETTINGS:
        yield from (Thing(top, id) for id in _settings(path, call))
    elif "{" in path:
        yield from (Thing(top, _id(id)) for id in call.ids[:1])
    else:
        yield from (Thing(top, id) for row in _rows(call) if (id := _id(row)))


def removed_orders(operation: Described, call: Call) -> list[int | str]:
    """The orders that a call removes permanently."""
    if operation.id == "orders.delete" and call.given.get("force"):
        return list(call.ids[:1])
    return list(call.given.get("delete") or ()) if operation.id == "orders.batch" else []


@cache
def reader(top: str) -> str:
    """The operation of wc/v3 that reads one thing of a collection; empty if there is none.

    There is none for settings: what reads by one id there reads a group.
    """
    every = description("v3").operations.values()
    reads = (o for o in every if o.reads and o.path.endswith("}") and _is_on_top(o.path))
    return next((o.id for o in reads if _top(o.path) == top != _SETTINGS), "")


def _top(path: str) -> str:
    """The collection that a path begins with."""
    for end in _MANY:
        path = path.removesuffix(end)
    return path.split("/{")[0]


def _is_on_top(path: str) -> bool:
    """Whether a path leads to a collection, or to one thing of it, and no further."""
    below = path.removeprefix(_top(path))
    return below in ("", *_MANY) or (below.count("/") == 1 and below.endswith("}"))


def _settings(path: str, call: Call) -> Iterator[str]:
    """Settings go by their groups too."""
    if path.endswith("}"):
        yield "/".join(map(str, call.ids))
        return
    for row in _rows(call):
        group = call.ids[0] if call.ids else member(row, "group_id", "")
        yield f"{group}/{_id(row)}"


def _rows(call: Call) -> Iterator[Any]:
    """What a batch changes and removes; the legacy API takes one list of what is new and what is not."""
    parts = (*(call.given.get(name) for name in ("update", "delete")), *call.ids[:1])
    for part in parts:
        yield from part if is_array(part) else ()


def _id(row: Any) -> str:
    """What paths call a thing: itself if it is a number or a word; empty if it has no name yet."""
    if isinstance(row, (int, str)):
        return str(row)
    names = ("id", "slug")
    found = (row.get(name) if is_mapping(row) else getattr(row, name, None) for name in names)
    return str(next(filter(None, found), ""))


def _inside(body: Any) -> Any:
    """A thing, or several, out of the envelope in which the legacy API puts everything."""
    values: list[Json] = list(body.values()) if is_object(body) else []
    return values[0] if len(values) == 1 and (is_object(values[0]) or is_array(values[0])) else body

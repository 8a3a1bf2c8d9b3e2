"""What may stand where: shapes of maps, lists and values as data, and one function that compares.

`faults` returns plain paths instead of making nodes, so that the common, faultless run costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from woospec.kinds import is_list, is_map, meant
from woospec.load import Node, SpecFile
from woospec.pointers import escape
from woospec.problems import Problems

_WORDS: dict[type, str] = {
    dict: "a map",
    list: "a list",
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
}
#: Words of older OpenAPI in schemas, and what to say instead.
_INSTEAD = {"nullable": 'null is a type: say type: [string, "null"]'}
#: Kinds whose insides have a shape too.
_NESTED = frozenset({dict, list})


def kind_word(value: Any) -> str:
    """What sort of value this is, for people."""
    kind: type = value.__class__
    return "nothing" if value is None else _WORDS.get(kind, kind.__name__)


def shown(value: Any, limit: int = 60) -> str:
    """A value in a message: short, on one line."""
    import json

    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value must be. `others` is for keys that `members` does not name; without it they are faults."""

    what: str
    kinds: frozenset[type]
    members: Mapping[str, Shape] = field(default_factory=dict[str, "Shape"])
    others: Shape | None = None
    element: Shape | None = None
    #: Keys without which nothing else can be judged.
    needs: tuple[str, ...] = ()


#: Keys that lead somewhere, the last one first.
Path = tuple[str | int, ...]


class Fault(NamedTuple):
    """A difference from a shape, and where it is."""

    rule: str
    message: str
    hint: str
    path: Path = ()


ANY = Shape("anything", frozenset({dict, list, str, bool, int, float, type(None)}))
TEXT = Shape("text", frozenset({str}))
BOOL = Shape("true or false", frozenset({bool}))
WHOLE = Shape("a whole number", frozenset({int}))
NUMBER = Shape("a number", frozenset({int, float}))


def list_of(element: Shape, what: str) -> Shape:
    """A list of like elements."""
    return Shape(what, frozenset({list}), element=element)


def map_of(value: Shape, what: str) -> Shape:
    """A map with free keys."""
    return Shape(what, frozenset({dict}), others=value)


def record(what: str, members: Mapping[str, Shape], needs: tuple[str, ...] = ()) -> Shape:
    """A map with known keys."""
    return Shape(what, frozenset({dict}), members, needs=needs)


def faults(value: Any, shape: Shape) -> list[Fault]:
    """Every difference between `value` and `shape`."""
    found: list[Fault] = []
    _look(value, shape, (), found)
    return found


def _look(value: Any, shape: Shape, path: Path, found: list[Fault]) -> None:
    """Add every difference between what stands at `path` and its shape."""
    if type(value) not in shape.kinds:
        hint = f"write {shape.what} here, or take the key out"
        is_entry = bool(path) and isinstance(path[0], int)
        if shape.kinds == TEXT.kinds and (isinstance(value, int | float) or (value is None and is_entry)):
            hint = "put it in quotes if it is meant as text, or take the key out"
        found.append(Fault("shape", f"this must be {shape.what}, not {kind_word(value)}", hint, path))
    elif is_map(value) and (shape.members or shape.others):
        _look_inside(value, shape, path, found)
    elif is_list(value) and shape.element is not None:
        for i, item in enumerate(value):
            _look(item, shape.element, (i, *path), found)


def _look_inside(value: dict[str, Any], shape: Shape, path: Path, found: list[Fault]) -> None:
    members, others = shape.members, shape.others
    for key, child in value.items():
        inner = members.get(key, others)
        if inner is None:
            found.append(_unknown(key, shape, path))
        elif inner is not ANY:
            kind: type = child.__class__
            if kind in _NESTED or kind not in inner.kinds:  # a plain value of the right kind needs no second look
                _look(child, inner, (key, *path), found)
    for key in shape.needs:
        if key not in value:
            found.append(Fault("shape", f"{shape.what} lacks {key}", f"add {key}", path))


def _unknown(key: str, shape: Shape, path: Path) -> Fault:
    in_quotes = "a comma inside a flow map ends the text: put the text in quotes"
    hint = meant(key, shape.members, in_quotes if " " in key else f"known here: {', '.join(shape.members)}")
    hint = _INSTEAD.get(key, hint) if "type" in shape.members else hint
    rule = "unknown-x" if key.startswith("x-") else "unknown-key"
    return Fault(rule, f"{shape.what} has no key {shown(key)}", hint, (key, *path))


def node_at(file: SpecFile, path: Path) -> Node:
    """A cursor good for showing a place."""
    return Node(None, file, "".join([f"/{escape(str(key))}" for key in reversed(path)]))


def check(file: SpecFile, shape: Shape, problems: Problems) -> None:
    """Report every difference between a file and its shape."""
    if type(file.data) not in shape.kinds:
        message = f"the file holds {kind_word(file.data)}, not {shape.what}"
        problems.add("shape", message, node_at(file, ()), hint="start it with keys, one a line, or remove the file")
        return
    for fault in faults(file.data, shape):
        problems.add(fault.rule, fault.message, node_at(file, fault.path), hint=fault.hint)

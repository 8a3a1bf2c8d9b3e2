"""Every field of every operation that takes a number, a switch, a date or a moment, found by its declared type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from wooclient import operations
from wooclient._runtime.declared import READ
from wooclient._runtime.inputs import hints_of, typed_dict
from wooclient._runtime.operation import Operation

VERSIONS = ("v3", "v2", "v1", "legacy-v3", "legacy-v2", "legacy-v1")
#: Stands in a path for the item of a list, and for a key of a map.
ITEM, KEY = "[]", "{}"
#: Marks of single values, with those of plain types.
_PLAIN = {int: "int", bool: "bool"}


class Field(NamedTuple):
    """A field of a request: the wire names that lead to it, and the kinds of value that it is declared to take."""

    version: str
    operation: Operation[Any]
    part: str
    path: tuple[str, ...]
    kinds: frozenset[str]
    hint: Any
    clears: bool
    clears_with_zero: bool

    @property
    def name(self) -> str:
        """The field as reports name it."""
        return f"{self.version} {self.operation.id} {self.part}:{'.'.join(self.path)}"


@cache
def fields() -> list[Field]:
    """All of them, in the order of the description."""
    found: list[Field] = []
    for version in VERSIONS:
        for operation in operations(version):
            for part, kind in (("query", operation.query_type()), ("body", operation.body_type())):
                if kind is not None and not (part == "query" and operation.body):
                    found += [Field(version, operation, part, *one) for one in _below(kind)]
            if operation.query and operation.body:
                own = hints_of(operation.query_type()).keys() - hints_of(operation.body_type()).keys()
                inside = [one for one in _below(operation.query_type()) if one[0][0] in own]
                found += [Field(version, operation, "query", *one) for one in inside]
    return found


Below = tuple[tuple[str, ...], frozenset[str], Any, bool, bool]


@cache
def _below(kind: Any, above: frozenset[Any] = frozenset()) -> tuple[Below, ...]:
    found: list[Below] = []
    for name, hint in hints_of(kind).items():
        for path, inner in _places(hint):
            inside = typed_dict(inner)
            if inside is not None and inside not in above:
                found += [((name, *path, *deep[0]), *deep[1:]) for deep in _below(inside, above | {inside})]
            elif inside is None and (kinds := frozenset(_kinds(inner))):
                found.append(((name, *path), kinds, inner, _clears(hint, ""), _clears(hint, 0)))
    return tuple(found)


def _places(hint: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    """What a field holds: itself, the items of a list, the values of a map."""
    many = next((o for o in _options(hint) if get_origin(o) in (Sequence, Mapping)), None)
    if many is None:
        yield (), hint
    else:
        mark = ITEM if get_origin(many) is Sequence else KEY
        for path, inner in _places(get_args(many)[-1]):
            yield (mark, *path), inner


def _options(hint: Any) -> Iterator[Any]:
    if get_origin(hint) in (None, Annotated, Sequence, Mapping):
        yield hint
    else:
        for option in get_args(hint):
            yield from _options(option)


def _kinds(hint: Any) -> Iterator[str]:
    """The marks of single values; none if the field takes text or anything at all as well."""
    options = [o for o in _options(hint) if not (get_origin(o) is Annotated and get_args(o)[1] == "clear")]
    if any(o in (str, Any) for o in options):
        return
    for option in options:
        if get_origin(option) is Annotated and get_args(option)[1] in READ:
            yield get_args(option)[1]
        elif isinstance(option, type) and option in _PLAIN:
            yield _PLAIN[option]


def _clears(hint: Any, value: Any) -> bool:
    return any(get_origin(o) is Annotated and get_args(o)[1:] == ("clear", value) for o in _options(hint))

"""Seeds before they are read in: what is wrong with them, each problem with its place.

A seed is resource path → what `GET` gives for it. Types are held against the description's schemas of answers. Fields
that are missing are filled in later (`seed_fill`), but for those that nobody can make up: ids, codes, an order's key.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from wooclient._runtime.words import nearest

from .description import Description, Json, Operation, Versions, name_of
from .kinds import is_list, is_map
from .known_fields import Fields
from .routing import find

#: Where the routes of seeds are.
ROOT = "/wp-json/wc/v3"
#: Notes that a seed may have beside resources, and their types.
NOTES: dict[str, type] = {"@timezone": str, "@release": str, "@version": str, "@counters": dict}
#: How many problems are told.
_MOST = 20
#: Fields without which a record cannot be taken in, by the name of its schema; beside what it is told apart by.
_NEEDED = {
    "Order": ("order_key", "status", "currency", "total", "billing", "shipping", "line_items"),
    "OrderLineItem": ("quantity", "subtotal", "total"),
    "OrderTaxLine": ("rate_id", "tax_total"),
    "OrderShippingLine": ("total",),
    "OrderFeeLine": ("total",),
    "OrderCouponLine": ("code",),
    "OrderLineTax": ("id",),
    "OrderRefund": ("amount",),
    "Customer": ("email",),
    "Coupon": ("code",),
    "MetaData": ("id", "key"),
    "ProductReview": ("product_id",),
}
#: What records of a list are told apart by, the first that their schema has.
_KEYS = ("instance_id", "id", "slug", "code")
_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,), "array": (list,),
    "object": (dict,), "null": (type(None),),
}  # fmt: skip
_SCALARS = frozenset({"string", "integer", "number", "boolean", "null"})
_SAID = {
    "string": "a text", "integer": "a whole number", "number": "a number", "boolean": "true or false",
    "array": "a list", "object": "an object", "null": "null",
}  # fmt: skip
_DECIMAL = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)


def _is_moment(text: str) -> bool:
    try:
        return "T" in text and datetime.fromisoformat(text).year > 0
    except ValueError:
        return False


#: Formats of texts: whether one is kept to, and what it asks for.
_FORMATS: dict[str, tuple[Callable[[str], bool], str]] = {
    "decimal": (lambda text: _DECIMAL.fullmatch(text) is not None, 'a number as a text, such as "12.50"'),
    "decimal-or-empty": (lambda text: not text or _DECIMAL.fullmatch(text) is not None, 'a number as a text, or ""'),
    "local-date-time": (_is_moment, "a moment, such as 2026-05-04T09:30:00"),
    "utc-date-time": (_is_moment, "a moment, such as 2026-05-04T09:30:00"),
}


def fits(form: str, text: str) -> bool | None:
    """Whether a text is as a format asks; None for a format that asks for nothing."""
    known = _FORMATS.get(form)
    return None if known is None else known[0](text)


class Problem(NamedTuple):
    """One thing that is wrong: where, as a JSON pointer, and what."""

    pointer: str
    what: str


class SeedError(ValueError):
    """A seed that no store can be made of.

    Attributes:
        problems: What is wrong, each with its place; not more than the first twenty.
    """

    def __init__(self, problems: list[Problem], name: str = "") -> None:
        self.problems = problems
        lines = [f"  {problem.pointer or '/'}: {problem.what}" for problem in problems]
        more = " (the first of them)" if len(problems) == _MOST else ""
        super().__init__("\n".join([f"{name or 'the seed'} cannot be read in{more}:", *lines]))


def parsed(text: str, name: str) -> Json:
    """A seed from its text. Raises SeedError for what is no JSON, or no object."""
    try:
        found: Any = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise SeedError([Problem("", f"no JSON: {error.msg} in {where}")], name) from None
    if not is_map(found):
        raise SeedError([Problem("", f"an object is due, resource path → records, not {_called(found)}")], name)
    return found


def check(versions: Versions, seed: Json, name: str = "") -> None:
    """Raise SeedError if no store can be made of a seed. `name` is that of its file."""
    found: list[Problem] = []
    for problem in problems(versions, seed):
        found.append(problem)
        if len(found) == _MOST:
            break
    if found:
        raise SeedError(found, name)


def problems(versions: Versions, seed: Json) -> Iterator[Problem]:
    """What is wrong with a seed."""
    for path, value in seed.items():
        pointer = f"/{escaped(path)}"
        if path.startswith("@"):
            yield from _note(pointer, path, value)
            continue
        operation = operation_of(versions, path)
        if operation is None:
            known = {route.path.strip("/") for route in versions.newest.routes if "{" not in route.path}
            close = nearest(path, known)
            yield Problem(pointer, f"no resource of the store{f'; did you mean {close!r}?' if close else ''}")
        elif not is_refusal(value):
            yield from _Check(versions.newest).listed(operation, value, pointer)


def record_problems(versions: Versions, schema: Json, record: Any) -> list[Problem]:
    """What is wrong with one record; places are those inside it."""
    return list(_Check(versions.newest).value(schema, record, ""))


def operation_of(versions: Versions, path: str) -> Operation | None:
    """The operation whose answer stands under a path of a seed; None if no route has this path."""
    match = find(versions, "GET", f"{ROOT}/{path}")
    return None if match is None else match.operation


def is_refusal(value: Any) -> bool:
    """Whether a store refused to tell: such a value says nothing."""
    return value is None or (is_map(value) and set(value) == {"code", "message", "data"})


def without_gaps(schema: Json, value: Any) -> Any:
    """The list, where one is due and PHP wrote an object since numbers are missing between its keys."""
    is_due = schema.get("type") == "array" and is_map(value) and value
    return list(value.values()) if is_due and all(str(key).isdecimal() for key in value) else value


def escaped(name: str) -> str:
    """A name as part of a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")


def _note(pointer: str, name: str, value: Any) -> Iterator[Problem]:
    kind = NOTES.get(name)
    if kind is None:
        yield Problem(pointer, f"no note that a seed can have; there are {', '.join(NOTES)}")
    elif not isinstance(value, kind):
        yield Problem(pointer, f"must be {'a text' if kind is str else 'an object'}, not {_called(value)}")


class _Check:
    """The check of values against the schemas of one description."""

    def __init__(self, description: Description) -> None:
        self.description = description
        self.fields = Fields(description)
        #: By field of an object, what is seen at a glance of its values; by the id of its schema, which `fields` keeps.
        self._glances: dict[int, dict[str, _Glance]] = {}

    def listed(self, operation: Operation, value: Any, pointer: str) -> Iterator[Problem]:
        """The records below one path."""
        schema = operation.answer
        resolved = self.description.resolve(schema)
        value = without_gaps(resolved, value)
        yield from self.value(schema, value, pointer)
        if resolved.get("type") != "array" or not is_list(value):
            return
        key = self._key_of(resolved.get("items", {}))
        seen: dict[Any, int] = {}
        for index, record in enumerate(value):
            name = record.get(key) if is_map(record) and key else 0
            if name in (None, ""):
                yield Problem(f"{pointer}/{index}", f"`{key}` is missing")
            elif is_map(record) and isinstance(name, int | str) and key and seen.setdefault(name, index) != index:
                first = seen[name]
                is_told_again = isinstance(name, str) and record == value[first]  # before 9.8, settings of shipping
                if not is_told_again:
                    yield Problem(f"{pointer}/{index}", f"`{key}` {name!r} is that of /{first} too")

    def _key_of(self, schema: Json) -> str:
        known = self.fields.of(schema)
        return next((name for name in _KEYS if name in known), "")

    def value(self, schema: Json, value: Any, pointer: str) -> Iterator[Problem]:
        """One value, and what is inside."""
        named = name_of(schema.get("$ref", ""))
        schema = self.description.resolve(schema)
        if "anyOf" in schema:
            yield from self._any(schema["anyOf"], value, pointer)
            return
        value = without_gaps(schema, value)
        kinds = schema.get("type")
        wanted = kinds if is_list(kinds) else [kinds] if kinds else []
        if wanted and not any(_is(value, kind) for kind in wanted):
            yield Problem(pointer, f"must be {' or '.join(_SAID[kind] for kind in wanted)}, not {_called(value)}")
        elif isinstance(value, str):
            yield from _text(schema, value, pointer)
        elif is_list(value):
            for index, item in enumerate(value):
                yield from self.value(schema.get("items", {}), item, f"{pointer}/{index}")
        elif is_map(value):
            yield from self._object(schema, named, value, pointer)

    def _any(self, options: list[Json], value: Any, pointer: str) -> Iterator[Problem]:
        """A value that may be of several schemas: the problems that it has with the one that it is most like."""
        best: list[Problem] = []
        for option in options:
            found = list(self.value(option, value, pointer))
            if not found:
                return
            if not best or (best[0].pointer == pointer and found[0].pointer != pointer):
                best = found
        yield from best

    def _object(self, schema: Json, named: str, value: Json, pointer: str) -> Iterator[Problem]:
        known = self.fields.of(schema)
        if id(schema) not in self._glances:
            self._glances[id(schema)] = {name: _glance(child) for name, child in known.items()}
        glances = self._glances[id(schema)]
        for name in _NEEDED.get(named, ()):
            if name in known and value.get(name) is None:
                close = nearest(name, value.keys() - known.keys())
                yield Problem(pointer, f"`{name}` is missing{f'; is {close!r} meant for it?' if close else ''}")
        others = schema.get("additionalProperties")
        for name, inner in value.items():
            glance = glances.get(name, _NO_GLANCE)
            if type(inner) in glance.kinds and (type(inner) is not str or glance.fits(inner)):
                continue
            child = known.get(name, others if is_map(others) else None)
            if child is not None:
                yield from self.value(child, inner, f"{pointer}/{escaped(str(name))}")


class _Glance(NamedTuple):
    """What suffices for a value to be as it must: most are scalars of a type that is asked for."""

    kinds: frozenset[type]
    fits: Callable[[str], bool]


_NO_GLANCE = _Glance(frozenset(), bool)


def _glance(schema: Json) -> _Glance:
    if "anyOf" in schema or "$ref" in schema:
        return _NO_GLANCE
    kinds = schema.get("type")
    wanted = _SCALARS.intersection(kinds if is_list(kinds) else [kinds])
    fits, _ = _FORMATS.get(schema.get("format", ""), (_is_any, ""))
    return _Glance(frozenset(kind for name in wanted for kind in _TYPES[name]), fits)


def _is_any(_: str) -> bool:
    return True


def _is(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, _TYPES.get(kind, (object,)))


def _text(schema: Json, value: str, pointer: str) -> Iterator[Problem]:
    fits, asks = _FORMATS.get(schema.get("format", ""), (None, ""))
    if fits is not None and not fits(value):
        yield Problem(pointer, f"must be {asks}, not {value[:40]!r}")


def _called(value: Any) -> str:
    kind = next((kind for kind in _TYPES if _is(value, kind)), "null")
    return (
        f"{_SAID[kind]} ({value!r:.40})" if isinstance(value, str | int | float) and kind != "boolean" else _SAID[kind]
    )

"""Schemas for a draft: what a store names, and what real answers had."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from .._runtime.shapes import is_array, is_object
from ..contract.described.description import Json
from .shapes import Shape, seen_types

#: Forms of masked texts, and the format that each shows.
_FORMATS = {
    "2025-01-01T00:00:00Z": "zulu-date-time",
    "someone@example.com": "email",
    "https://store.example/": "uri",
    "<p>a text</p>": "html",
}
_DECIMAL = re.compile(r"-?1\.50")
_MOMENT = "2025-01-01T00:00:00"
#: So many words are taken over; what lists more is no list of words.
_WORDS = 60


def drafted(name: str, told: Shape | None, values: Sequence[Any], *, writes: bool) -> Json:
    """The schema of a field called `name`.

    Args:
        name: Its name, which tells moments in UTC.
        told: What the store says of it; None if it says nothing.
        values: What answers had there, masked.
        writes: Whether requests take it.
    """
    types = _types(told, values)
    found: Json = _of_types(name, types, told, values)
    if not writes:
        found["readOnly"] = True
    return found


def drafted_fields(told: Mapping[str, Shape], values: Sequence[Json], *, nested: bool = True) -> Json:
    """The fields of an object: those that the store names, and those that answers had."""
    names = dict.fromkeys([*told, *(name for value in values for name in value)])
    return {
        name: drafted(
            name,
            told.get(name),
            [value[name] for value in values if name in value],
            writes=nested or (name in told and not told[name].read_only),
        )
        for name in names
        if name.isprintable() and name.strip() and name != "_links"
    }


def _types(told: Shape | None, values: Sequence[Any]) -> set[str]:
    """All types that the store names, and all that answers had."""
    types = {*(told.types if told is not None else ())} | seen_types(values)
    if told is not None and not told.types and not values:
        return set()
    # PHP writes an object without members as a list.
    if {"array", "object"} <= types and not any(value for value in values if is_array(value)):
        types -= {"array"}
    return types - {"integer"} if "number" in types else types


def _of_types(name: str, types: set[str], told: Shape | None, values: Sequence[Any]) -> Json:
    plain = types - {"null"}
    if not plain or len(plain & {"array", "object"}) + (len(plain) > 1 and bool(plain & {"array", "object"})) > 1:
        had = f"answers had {', '.join(sorted(types))}" if types else "the store does not say what it is"
        return {"x-any": had}
    found: Json = {"type": sorted(types, key=_null_last) if len(types) > 1 else next(iter(types))}
    if "string" in plain:
        found |= _text(name, told, [value for value in values if isinstance(value, str)], alone=plain == {"string"})
    if "object" in plain:
        fields = drafted_fields(
            told.fields if told is not None else {}, [value for value in values if is_object(value)]
        )
        found |= {"properties": fields} if fields else {"additionalProperties": True}
    if "array" in plain:
        found["items"] = _items(name, told, [item for value in values if is_array(value) for item in value])
    return found


def _null_last(kind: str) -> tuple[bool, str]:
    return kind == "null", kind


def _items(name: str, told: Shape | None, values: Sequence[Any]) -> Json:
    """The schema of the items of a list."""
    if told is not None and told.fields:
        return _of_types(name, {"object"}, told, values)
    return _of_types(name, _types(told.item if told is not None else None, values), told.item if told else None, values)


def _text(name: str, told: Shape | None, values: Sequence[str], *, alone: bool) -> Json:
    """What is known of a text: its words, or its format, where it has only one."""
    if told is not None and told.words and len(told.words) <= _WORDS:
        return {"x-known-values": list(told.words)}
    seen = {value for value in values if value}
    if not alone or not seen:
        return {}
    if all(map(_DECIMAL.fullmatch, seen)):
        return {"format": "decimal-or-empty" if "" in values else "decimal"}
    if len(seen) > 1 or "" in values:
        return {}
    form = next(iter(seen))
    if form == _MOMENT and name.endswith("_gmt"):
        return {"format": "utc-date-time"}
    return {"format": _FORMATS[form]} if form in _FORMATS else {}

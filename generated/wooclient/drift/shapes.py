"""What one value may look like: JSON types, words, fields below it. From the description, and from a store's own words.

WordPress has words for types that JSON has not; they are turned into those that come over the wire.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .._runtime.shapes import is_array, is_object
from ..contract.described.description import Description, Json

#: How deep fields are followed. No answer of a store is deeper.
DEPTH = 12
#: What WordPress calls types, and what comes over the wire. `mixed` is anything.
_WORDPRESS = {
    "date-time": "string",
    "date": "string",
    "float": "number",
    "bool": "boolean",
    "int": "integer",
    "mixed": "",
}
#: All types at once: so WordPress writes `mixed` where it checks a parameter.
_ALL = frozenset({"array", "boolean", "integer", "number", "object", "string"})
_UNIONS = ("anyOf", "oneOf")


@dataclass(frozen=True)
class Shape:
    """What one value may look like.

    Attributes:
        types: JSON types; empty for anything.
        words: The values that are listed.
        is_open: Whether other words may come.
        required: Whether it must be there.
        read_only: Whether requests do not take it.
        since: The release that brought it; `until` the first without it.
        word_ranges: `since` and `until` of some of the words.
        fields: What is below it, or below each of its items.
        item: Each of its items, if they are no objects.
    """

    types: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    is_open: bool = True
    required: bool = False
    read_only: bool = False
    since: str = ""
    until: str = ""
    word_ranges: Mapping[str, Json] = field(default_factory=dict[str, Json])
    fields: Mapping[str, Shape] = field(default_factory=dict[str, "Shape"])
    item: Shape | None = None

    @property
    def said(self) -> str:
        """Its types for people."""
        return ", ".join(sorted(self.types)) or "anything"


def described_shape(description: Description, schema: Json, *, required: bool = False, depth: int = DEPTH) -> Shape:
    """What the description says of a value."""
    parts = list(_parts(description, schema))
    needed = {name for part in parts for name in part.get("required", ())}
    inner = [part["items"] for part in parts if "items" in part]
    properties = {name: child for part in parts for name, child in part.get("properties", {}).items()}
    item: Shape | None = None
    if inner and depth:
        shapes = [described_shape(description, one, depth=depth - 1) for one in inner]
        item = next((one for one in shapes if not one.fields), None)
        held = {name: child for one in shapes for name, child in one.fields.items()}
    else:
        held = {}
    if depth:
        held |= {
            name: described_shape(description, child, required=name in needed, depth=depth - 1)
            for name, child in properties.items()
        }
    words = [word for part in parts for word in (*part.get("enum", ()), *part.get("x-known-values", ()))]
    return Shape(
        types=_usual(kind for part in parts for kind in _types(part)),
        words=tuple(dict.fromkeys(str(word) for word in words if word is not None)),
        is_open=_is_open(parts),
        required=required,
        read_only=any(part.get("readOnly") for part in parts),
        since=next((part["x-woo-since"] for part in parts if "x-woo-since" in part), ""),
        until=next((part["x-woo-until"] for part in parts if "x-woo-until" in part), ""),
        word_ranges={word: range for part in parts for word, range in part.get("x-woo-words", {}).items()},
        fields=held,
        item=item,
    )


def _parts(description: Description, schema: Json) -> Iterator[Json]:
    """The schemas that make up one: itself, what it refers to, what it joins, and each of its forms."""
    yield schema
    if "$ref" in schema:
        yield from _parts(description, description.named(schema["$ref"]))
    for word in ("allOf", *_UNIONS):
        for part in schema.get(word, ()):
            yield from _parts(description, part)


def _types(part: Json) -> Iterator[str]:
    told = part.get("type")
    if isinstance(told, str):
        yield told
    elif is_array(told):
        yield from told
    elif "enum" in part:
        yield from (_type_of(word) for word in part["enum"])


def _type_of(value: object) -> str:
    if is_object(value) or is_array(value):
        return "object" if is_object(value) else "array"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, str):
        return "string"
    if value is None:
        return "null"
    return "integer" if isinstance(value, int) else "number"


def seen_types(values: Iterable[Any]) -> set[str]:
    """The JSON types of values."""
    return {_type_of(value) for value in values}


def _is_open(parts: list[Json]) -> bool:
    """Whether any other text may come beside the words."""
    if any("x-known-values" in part for part in parts):
        return True
    plain = [part for part in parts if not {"enum", "$ref", "allOf", *_UNIONS} & part.keys()]
    return not any("enum" in part for part in parts) or any("string" in _types(part) for part in plain)


def _usual(types: Iterable[str]) -> frozenset[str]:
    """Types in the one way in which they are compared: an integer is a number as well; all types are anything."""
    found = frozenset(types)
    if "" in found or found >= _ALL:
        return frozenset()
    return found - {"integer"} if "number" in found else found


def store_shape(schema: Json) -> Shape:
    """What a store says of a value, in the form in which `surface` keeps it."""
    items: Json = schema.get("items", {})
    below: Json = items.get("properties") or schema.get("properties") or {}
    return Shape(
        types=_usual(_WORDPRESS.get(str(kind), str(kind)) for kind in schema.get("type", ())),
        words=tuple(map(str, schema.get("enum", ()))),
        is_open="enum" not in schema,
        required=bool(schema.get("required")),
        read_only=bool(schema.get("readonly")),
        fields={name: store_shape(child) for name, child in below.items()},
        item=store_shape(items) if items and not items.get("properties") else None,
    )


def plain_schema(told: Any, depth: int = DEPTH) -> Json:
    """What is kept of a schema in a store's own words: no texts for people, and nothing of an unexpected form."""
    if not is_object(told) or not depth:
        return {}
    found: Json = {}
    kinds = sorted(set(_told_types(told)))
    if kinds:
        found["type"] = kinds
    words = told.get("enum")
    words = list(words.values()) if is_object(words) else words
    if is_array(words):
        found["enum"] = [word for word in words if isinstance(word, str | int | float)]
    for mark in ("required", "readonly"):
        if told.get(mark) is True:
            found[mark] = True
    items, properties = plain_schema(told.get("items"), depth - 1), told.get("properties")
    if items:
        found["items"] = items
    if is_object(properties) and properties:
        found["properties"] = {name: plain_schema(child, depth - 1) for name, child in properties.items()}
    return found


def _told_types(told: Json) -> Iterator[str]:
    kinds: Any = told.get("type")
    if isinstance(kinds, str):
        yield kinds
    elif is_array(kinds):
        yield from (kind for kind in kinds if isinstance(kind, str))
    for word in _UNIONS:
        forms = told.get(word)
        if is_array(forms):
            yield from (kind for form in forms if is_object(form) for kind in _told_types(form))

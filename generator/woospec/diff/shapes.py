"""What a schema allows, whatever way it is written: references followed, `allOf` merged, OpenAPI 3.0 read as 3.1."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from woospec.kinds import elements, is_list, is_map, members
from woospec.pointers import escape, unescape

Json = dict[str, Any]
#: Every type of JSON. Whatever takes numbers takes whole ones.
TYPES = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})
#: Limits that grow tighter as they fall, and those that grow tighter as they rise.
UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
#: What a text or a list has to keep to, beyond its length: there is no order between two of them.
FORMS = ("format", "pattern", "multipleOf", "uniqueItems", "contentEncoding", "contentMediaType")
#: Words whose rules are not followed: if one of them changes, that is all that is said.
OTHERS = (
    *("not", "if", "then", "else", "prefixItems", "contains", "minContains", "maxContains", "patternProperties"),
    *("propertyNames", "dependentRequired", "dependentSchemas", "unevaluatedItems", "unevaluatedProperties"),
    "discriminator",
)
_DOCS = ("title", "description", "example", "examples", "externalDocs")
_NULL = frozenset({"null"})
#: Stands for what a schema does not say.
SILENT: Any = object()


class Part(NamedTuple):
    """A piece of a document: its value, its JSON pointer, and what people call the place."""

    value: Any
    pointer: str
    name: str

    def child(self, *keys: str | int, name: str = "") -> Part:
        """A piece below this one; empty if there is none."""
        value, pointer = self.value, self.pointer
        for key in keys:
            value = value[key] if isinstance(key, int) else members(value).get(key, SILENT)
            pointer += f"/{escape(str(key))}"
        return Part(value, pointer, f"{self.name}{name}")

    @property
    def is_there(self) -> bool:
        """Whether the document has it."""
        return self.value is not SILENT


@dataclass
class Shape:
    """What a schema allows, and what it says besides."""

    name: str
    pointer: str
    #: Where it is written.
    parts: tuple[Part, ...]
    types: frozenset[str] = TYPES
    #: The values of a closed list by their JSON, and those of an open one.
    values: dict[str, Any] | None = None
    known: dict[str, Any] | None = None
    limits: dict[str, float] = field(default_factory=dict[str, float])
    forms: dict[str, Any] = field(default_factory=dict[str, Any])
    fields: dict[str, tuple[Part, ...]] = field(default_factory=dict[str, tuple[Part, ...]])
    required: set[str] = field(default_factory=set[str])
    items: tuple[Part, ...] = ()
    #: What further fields must be like; none are taken if it is None.
    extra: tuple[Part, ...] | None = ()
    alternatives: tuple[tuple[Part, ...], ...] = ()
    others: dict[str, str] = field(default_factory=dict[str, str])
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False
    default: Any = SILENT
    since: str = ""
    until: str = ""
    docs: tuple[str, ...] = ()


class Document:
    """A flat OpenAPI document, 3.0 or 3.1."""

    def __init__(self, data: Json) -> None:
        self.root = Part(data, "", "")
        self._shapes: dict[tuple[str, ...], Shape] = {}

    def follow(self, part: Part) -> Part:
        """The component that a part refers to; the part itself if it does not.

        Raises ValueError for a reference that leaves the document or leads nowhere.
        """
        seen = {part.pointer}
        while isinstance(reference := members(part.value).get("$ref"), str):
            part = self._target(reference)
            if part.pointer in seen:
                raise ValueError(f"the reference {reference} leads back to itself")
            seen.add(part.pointer)
        return part

    def _target(self, reference: str) -> Part:
        if not reference.startswith("#/"):
            raise ValueError(f"{reference} leaves the document; bundle it into one file first")
        keys = [unescape(key) for key in reference[2:].split("/")]
        part = self.root.child(*keys)
        if not part.is_there:
            raise ValueError(f"{reference} leads nowhere")
        return part._replace(name=keys[-1])

    def shape(self, parts: tuple[Part, ...]) -> Shape:
        """What is allowed where all of `parts` must hold."""
        key = tuple(part.pointer for part in parts)
        if key not in self._shapes:
            written = [one for part in parts for one in self._written(part)]
            name = next((p.name for p in reversed(written) if "/schemas/" in p.pointer), parts[0].name)
            made = self._shapes[key] = Shape(name, written[-1].pointer, parts)
            for one in written:
                self._add(made, one)
        return self._shapes[key]

    def _written(self, part: Part, seen: frozenset[str] = frozenset()) -> Iterator[Part]:
        """A schema and all that it includes, by reference and in `allOf`."""
        if part.pointer in seen:
            return
        seen |= {part.pointer}
        yield part
        if isinstance(reference := members(part.value).get("$ref"), str):
            yield from self._written(self._target(reference), seen)
        for n in range(len(elements(members(part.value).get("allOf")))):
            yield from self._written(part.child("allOf", n), seen)

    def _add(self, shape: Shape, part: Part) -> None:
        if part.value is False:
            shape.types = frozenset()
        raw = members(part.value)
        shape.types &= _types(raw)
        listed = [raw["const"]] if "const" in raw else elements(raw.get("enum"))
        if listed:
            values = _by_json(value for value in listed if value is not None)
            shape.values = values if shape.values is None else {k: v for k, v in values.items() if k in shape.values}
            if None not in listed and "nullable" not in raw and "null" not in elements(raw.get("type")):
                shape.types -= {"null"}
        if is_list(raw.get("x-known-values")):
            shape.known = _by_json(raw["x-known-values"])
        self._limits(shape, raw)
        for name in members(raw.get("properties")):
            below = part.child("properties", name, name=f".{name}")
            shape.fields[name] = (*shape.fields.get(name, ()), below)
        shape.required.update(name for name in elements(raw.get("required")) if isinstance(name, str))
        if "items" in raw:
            shape.items = (*shape.items, part.child("items", name="[]"))
        if raw.get("additionalProperties") is False:
            shape.extra = None
        elif is_map(raw.get("additionalProperties")) and shape.extra is not None:
            shape.extra = (*shape.extra, part.child("additionalProperties", name=".*"))
        for word in ("oneOf", "anyOf"):
            self._choice(shape, part, word)
        shape.others.update({word: text(raw[word]) for word in OTHERS if word in raw})
        self._notes(shape, raw)

    def _limits(self, shape: Shape, raw: Json) -> None:
        for word, exclusive in (("maximum", "exclusiveMaximum"), ("minimum", "exclusiveMinimum")):
            if raw.get(exclusive) is True and word in raw:  # OpenAPI 3.0
                raw = {**raw, exclusive: raw[word], word: None}
        for words, tighter in ((UPPER, min), (LOWER, max)):
            for word in words:
                value = raw.get(word)
                if isinstance(value, int | float) and not isinstance(value, bool):
                    shape.limits[word] = tighter(shape.limits.get(word, value), value)
        shape.forms.update({word: raw[word] for word in FORMS if word in raw and raw[word] is not False})

    def _choice(self, shape: Shape, part: Part, word: str) -> None:
        """One of several forms. Null beside one form, and any text beside certain ones, are said in a simpler way."""
        count = len(elements(members(part.value).get(word)))
        found: list[tuple[Part, ...]] = [(part.child(word, n),) for n in range(count)]
        forms = [one for one in found if self.shape(one).types != _NULL]
        if not found:
            return
        if len(forms) < len(found) and "null" in shape.types:
            rest = frozenset[str]().union(*(self.shape(one).types for one in forms))
            shape.types &= rest | {"null"}
        else:
            shape.types -= {"null"} if all("null" not in self.shape(one).types for one in forms) else set()
        if len(forms) == 1:
            before = shape.types
            for one in self._written(forms[0][0]):
                self._add(shape, one)
            shape.types |= before & {"null"}
        elif (opened := self._opened(forms)) is not None:
            shape.types &= self.shape(forms[0]).types | {"null"}
            shape.known = opened
        elif shape.alternatives:
            shape.others[word] = text(members(part.value)[word])
        else:
            shape.alternatives = tuple(forms)
            shape.types &= frozenset[str]().union(*(self.shape(one).types for one in forms))

    def _opened(self, forms: list[tuple[Part, ...]]) -> dict[str, Any] | None:
        """The values that are named where any other of their type is taken as well."""
        shapes = [self.shape(form) for form in forms]
        open_ones = [s for s in shapes if s.values is None and not (s.limits or s.forms or s.fields or s.items)]
        if not open_ones or len({s.types - {"null"} for s in shapes}) != 1:
            return None
        values = [s.values for s in shapes if s.values is not None]
        return {key: value for found in values for key, value in found.items()} if values else None

    def _notes(self, shape: Shape, raw: Json) -> None:
        shape.read_only |= raw.get("readOnly") is True
        shape.write_only |= raw.get("writeOnly") is True
        shape.deprecated |= raw.get("deprecated") is True
        if "default" in raw and shape.default is SILENT:
            shape.default = raw["default"]
        shape.since = shape.since or str(raw.get("x-woo-since", ""))
        shape.until = shape.until or str(raw.get("x-woo-until", ""))
        shape.docs += docs(raw)


def docs(raw: Json) -> tuple[str, ...]:
    """What a part says to people."""
    return tuple(text(raw[word]) for word in _DOCS if word in raw)


def text(value: Any) -> str:
    """A value in a form in which equal ones are equal."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)


def _types(raw: Json) -> frozenset[str]:
    named = raw.get("type")
    found = frozenset(n for n in (named if is_list(named) else [named]) if isinstance(n, str)) or TYPES
    if "number" in found:
        found |= {"integer"}
    return found | {"null"} if raw.get("nullable") is True else found


def _by_json(values: Iterable[Any]) -> dict[str, Any]:
    return {text(value): value for value in values}

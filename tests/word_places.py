"""Every place in a request where one of some words is due, as the flat documents tell; and how one is put there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from wooclient import operations
from wooclient._runtime.documents import folded
from wooclient._runtime.inputs import arguments, body_items, python_name, query_arguments, required_keys

VERSIONS = ("v3", "v2", "v1", "legacy-v3", "legacy-v2", "legacy-v1")
_DOCUMENTS = Path(__file__).parent.parent / "generated" / "wooclient" / "documents"
_ITEM = "[]"
Json = dict[str, Any]


class Place(NamedTuple):
    """Where words are due: `steps` are names, and `[]` for each list; `open` if any other text passes too."""

    version: str
    operation: str
    part: str
    steps: tuple[str, ...]
    words: tuple[Any, ...]
    open: bool


@cache
def document(version: str) -> Json:
    """The flat document of a version."""
    found: Json = json.loads((_DOCUMENTS / f"{version}.json").read_text(encoding="utf-8"))
    return found


def resolved(version: str, part: Json) -> Json:
    """What a reference leads to."""
    while "$ref" in part:
        _, kind, name = part["$ref"].removeprefix("#/").split("/")
        part = document(version)["components"][kind][name]
    return part


def _bodies(version: str, raw: Json) -> Json:
    """The schema of a body, without its envelope."""
    schema: Json = raw["requestBody"]["content"]["application/json"]["schema"]
    key = raw.get("x-envelope", {}).get("request")
    return schema["properties"][key] if key else schema


def _parts(version: str, raw: Json) -> Iterator[tuple[Json, tuple[str, ...]]]:
    """A body as one; of a batch, what is to be made as callers are held to it: the store checks items one by one."""
    body, create = _bodies(version, raw), raw.get("x-batch", {}).get("create")
    if not create:
        yield body, ()
        return
    for name, child in resolved(version, body)["properties"].items():
        yield ({"$ref": create}, ("create", _ITEM)) if name == "create" else (child, (name,))


def described(version: str) -> Iterator[tuple[Json, list[Json]]]:
    """The operations of a version, each with its parameters."""
    for item in document(version)["paths"].values():
        for method, raw in item.items():
            if method != "parameters":
                yield raw, [resolved(version, p) for p in (*item.get("parameters", ()), *raw.get("parameters", ()))]


@cache
def places(version: str) -> tuple[Place, ...]:
    """All places of one version."""
    found: list[Place] = []
    for raw, parameters in described(version):
        for one in parameters:
            if one["in"] == "query":
                for steps, words, is_open in _words(version, one["schema"], (one["name"],), ()):
                    found.append(Place(version, raw["operationId"], "query", steps, words, is_open))
        if "requestBody" in raw:
            for part, steps in _parts(version, raw):
                for below, words, is_open in _words(version, part, steps, ()):
                    found.append(Place(version, raw["operationId"], "body", below, words, is_open))
    return tuple(found)


def _words(
    version: str, schema: Json, steps: tuple[str, ...], seen: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[Any, ...], bool]]:
    ref = schema.get("$ref", "")
    if ref in seen:
        return
    seen = (*seen, ref) if ref else seen
    schema = folded(resolved(version, schema))
    listed = schema.get("x-known-values", schema.get("enum"))
    if listed is not None:
        yield steps, tuple(word for word in listed if word is not None), "x-known-values" in schema
    options = schema.get("anyOf", [])
    text_too = any(resolved(version, o).get("type") == "string" and "enum" not in o for o in options)
    for option in (*options, *schema.get("allOf", ())):
        for below, words, is_open in _words(version, option, steps, seen):
            yield below, words, is_open or (text_too and below == steps)
    if "items" in schema:
        yield from _words(version, schema["items"], (*steps, _ITEM), seen)
    for name, child in schema.get("properties", {}).items():
        if not child.get("readOnly"):
            yield from _words(version, child, (*steps, name), seen)


@cache
def _operation(version: str, name: str) -> Any:
    return next(o for o in operations(version) if o.id == name)


@cache
def example(version: str, name: str) -> Any:
    """The example of a request's body, without its envelope."""
    raw = next(raw for raw, _ in described(version) if raw["operationId"] == name)
    found = raw.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example", {})
    key = raw.get("x-envelope", {}).get("request")
    return found[key] if key else found


def sent(place: Place, value: Any) -> Any:
    """What leaves for the store where `value` is given at a place."""
    operation = _operation(place.version, place.operation)
    whole: Any = value
    for step in reversed(place.steps[1:] if place.steps[0] != _ITEM else place.steps):
        whole = [whole] if step == _ITEM else {step: whole}
    if place.steps[0] == _ITEM:
        return _found(body_items(operation.body_type(), whole, "call"), place.steps)
    kind = operation.query_type() if place.part == "query" else operation.body_type()
    given: Json = {python_name(kind, place.steps[0]): whole}
    given |= {key: example(place.version, place.operation)[key] for key in required_keys(kind) - given.keys()}
    convert = query_arguments if place.part == "query" else arguments
    return _found(convert(kind, given, "call"), place.steps)


def _found(value: Any, steps: tuple[str, ...]) -> Any:
    for step in steps:
        value = value[0] if step == _ITEM else value[step]
    return value


def typos(place: Place) -> list[str]:
    """Each word of a place mistyped by one letter in several ways, as far as that is no other word."""
    texts = [word for word in place.words if isinstance(word, str) and word]
    wrong = (t for w in texts for t in (f"{w}x", w[1:], w[:-1], f"{w[1::-1]}{w[2:]}", w.swapcase()))
    return sorted({t for t in wrong if len(t) > 1} - {str(word) for word in place.words})

"""Words that are for people and for samples alone, taken out of what overlays wrote once they were read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from woospec.kinds import elements, is_map, members
from woospec.overlays.ground import Ground, schema_place
from woospec.overlays.words import folded
from woospec.pointers import escape

_WORDS = ("example", "examples", "title")


def fold(ground: Ground) -> None:
    """Write open lists of words the house's way in what overlays wrote."""
    for name in ground.added_schemas():
        ground.schemas[name] = folded(ground.schemas[name])
    for name in ground.changed_schemas():
        properties = members(ground.schemas[name].get("properties"))
        for field in properties:
            if ground.written(f"{schema_place(name)}/properties/{escape(field)}") is not None:
                properties[field] = folded(properties[field])
    for _, method, item in ground.added_operations():
        for owner in (item, item[method]):
            for parameter in elements(owner.get("parameters")):
                if is_map(parameter) and "schema" in parameter:
                    parameter["schema"] = folded(parameter["schema"])
        for media in _media(item[method]):
            media["schema"] = folded(media["schema"])


def strip(ground: Ground) -> None:
    """Take the examples of single fields out of the schemas in which overlays wrote something."""
    for name in (*ground.added_schemas(), *ground.changed_schemas()):
        _strip(ground.schemas[name])
    for name in [*ground.schemas]:
        if name not in ground.base.document["components"]["schemas"]:
            _strip(ground.schemas[name])
    for item in ground.document["paths"].values():
        for owner in (item, *(o for o in item.values() if is_map(o))):
            for parameter in elements(owner.get("parameters")):
                _parameter(parameter)
    for parameter in ground.document["components"]["parameters"].values():
        _parameter(parameter)
    for _, method, item in ground.added_operations():
        for media in _media(item[method]):
            _strip(media["schema"])


def _media(operation: Any) -> Iterator[Any]:
    """What a request and the answers of an operation hold, where they have a schema."""
    for owner in (operation.get("requestBody"), *members(operation.get("responses")).values()):
        media = members(members(members(owner).get("content")).get("application/json"))
        if "schema" in media:
            yield media


def _parameter(parameter: Any) -> None:
    if is_map(parameter):
        parameter.pop("example", None)
        _strip(parameter.get("schema"))


def _strip(schema: Any) -> None:
    if not is_map(schema):
        return
    for word in _WORDS:
        schema.pop(word, None)
    inner = [schema.get(word) for word in ("items", "additionalProperties", "x-write")]
    parts = [part for word in ("anyOf", "allOf") for part in elements(schema.get(word))]
    named = [one for word in ("properties", "x-meta") for one in members(schema.get(word)).values()]
    for one in (*inner, *parts, *named):
        _strip(one)

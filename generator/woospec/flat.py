"""Reading a flat document: what stage 3 made, in which every operation and every parameter is sound."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from woospec.pointers import unescape
from woospec.select import METHODS

Json = dict[str, Any]
_COMPONENTS = "#/components/"


def operations_of(document: Json) -> Iterator[tuple[str, str, Json]]:
    """Path, method and path item of every operation, in order."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item


def parameters_of(document: Json, item: Json, operation: Json) -> list[Json]:
    """The parameters of an operation, those of its path first; references followed."""
    return [followed(document, p) for p in (*item.get("parameters", ()), *operation.get("parameters", ()))]


def followed(document: Json, part: Json) -> Json:
    """The component that a part refers to; the part itself if it does not."""
    if "$ref" not in part:
        return part
    kind, _, name = part["$ref"].removeprefix(_COMPONENTS).partition("/")
    found: Json = document["components"][kind][unescape(name)]
    return found


def unwrapped(schema: Json, key: str) -> Json:
    """What stands under the one key of an envelope."""
    inner: Json = schema["properties"][key] if key else schema
    return inner


def most_items(content: Json) -> int:
    """How many items one request may hold whose body is a list; 0 if it is none, or has no limit."""
    limit: int = content.get("maxItems") or 0 if content.get("type") == "array" else 0
    return limit

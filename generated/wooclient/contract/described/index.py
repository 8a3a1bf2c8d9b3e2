"""Which operations a store serves, by its own index: no error is needed to find out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..._runtime.shapes import is_array, is_object
from .description import Description, Json

#: What the index calls the methods of an update: a store that takes one of them takes an update.
_SAME = {"PUT": ("PUT", "PATCH", "POST"), "POST": ("POST",), "GET": ("GET",), "DELETE": ("DELETE",)}
#: In the index of the legacy API, what a route supports.
LEGACY_METHODS = {"READ": "GET", "CREATE": "POST", "EDIT": "PUT", "DELETE": "DELETE", "HEAD": "HEAD"}

#: What begins a part of a route that is a parameter.
_GROUP = re.compile(r"\(\?P<(?P<name>\w+)>")


def served(description: Description, index: Json) -> frozenset[str]:
    """Ids of the operations that an index lists. Raises ValueError for what is no index after all."""
    there = set(_wordpress(description, index) if description.is_wordpress else _legacy(description, index))
    return frozenset(
        operation.id
        for operation in description.operations.values()
        if any((method, operation.route) in there for method in _SAME[operation.method])
    )


def _wordpress(description: Description, index: Json) -> Iterator[tuple[str, str]]:
    namespace = description.prefix.removeprefix("/wp-json")
    for pattern, route in _routes(index, description).items():
        path = plain_route(pattern.removeprefix(namespace))
        for endpoint in _list(route, "endpoints", pattern):
            for method in _list(endpoint, "methods", pattern):
                yield str(method), path


def _legacy(description: Description, index: Json) -> Iterator[tuple[str, str]]:
    for path, route in _routes(index["store"], description).items():
        for word in _list(route, "supports", path):
            yield LEGACY_METHODS.get(str(word), str(word)), re.sub(r"<[^>]*>", "{}", path).rstrip("/") or "/"


def _routes(holder: Json, description: Description) -> Json:
    found = holder.get("routes")
    if not is_object(found):
        raise ValueError(f"the index at {description.prefix} lists no routes")
    return found


def _list(holder: Any, name: str, route: str) -> list[Any]:
    found = holder.get(name, []) if is_object(holder) else None
    if not is_array(found):
        raise ValueError(f"the store's index is none: its route {route} has no list of {name}")
    return found


def plain_route(pattern: str, *, named: bool = False) -> str:
    """A route's pattern with every group, however nested, made `{}`; with its name in it if `named`."""
    found = ""
    depth = 0
    i = 0
    while i < len(pattern):
        if depth == 0 and (match := _GROUP.match(pattern, i)):
            found, depth, i = f"{found}{{{match['name'] if named else ''}}}", 1, match.end()
            continue
        if depth:
            if pattern[i] == "\\":
                i += 1
            elif pattern[i] == "[":
                end = pattern.find("]", i + 1)
                i = len(pattern) if end < 0 else end
            else:
                depth += {"(": 1, ")": -1}.get(pattern[i], 0)
        else:
            found += pattern[i]
        i += 1
    return found.rstrip("/") or "/"


def has_namespace(index: Any, description: Description) -> bool:
    """Whether a body is the index of this version."""
    if not is_object(index):
        return False
    if not description.is_wordpress:
        return is_object(index.get("store"))
    return index.get("namespace") == description.prefix.removeprefix("/wp-json/")

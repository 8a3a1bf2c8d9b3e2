"""Which operations a store serves, by its own index: no error is needed to find out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .._runtime.shapes import is_object
from .description import Description, Json

#: What the index calls the methods of an update: a store that takes one of them takes an update.
_SAME = {"PUT": ("PUT", "PATCH", "POST"), "POST": ("POST",), "GET": ("GET",), "DELETE": ("DELETE",)}
#: In the index of the legacy API, what a route supports.
_LEGACY = {"READ": "GET", "CREATE": "POST", "EDIT": "PUT", "DELETE": "DELETE", "HEAD": "HEAD"}


def served(description: Description, index: Json) -> frozenset[str]:
    """Ids of the operations that an index lists."""
    there = set(_legacy(index) if description.version.startswith("legacy") else _wordpress(description, index))
    return frozenset(
        operation.id
        for operation in description.operations.values()
        if any((method, operation.route) in there for method in _SAME[operation.method])
    )


def _wordpress(description: Description, index: Json) -> Iterator[tuple[str, str]]:
    namespace = description.prefix.removeprefix("/wp-json")
    for pattern, route in index.get("routes", {}).items():
        path = _plain(pattern.removeprefix(namespace), r"\(\?P<\w+>")
        for endpoint in route.get("endpoints", []):
            for method in endpoint.get("methods", []):
                yield method, path


def _legacy(index: Json) -> Iterator[tuple[str, str]]:
    for path, route in index.get("store", {}).get("routes", {}).items():
        words: list[str] = route.get("supports", [])
        for word in words:
            yield _LEGACY.get(word, word), re.sub(r"<[^>]*>", "{}", path).rstrip("/") or "/"


def _plain(pattern: str, opening: str) -> str:
    """A route's pattern with every group, however nested, made `{}`."""
    found = ""
    depth = 0
    i = 0
    while i < len(pattern):
        if depth == 0 and (match := re.compile(opening).match(pattern, i)):
            found, depth, i = found + "{}", 1, match.end()
            continue
        if depth:
            if pattern[i] == "\\":
                i += 1
            elif pattern[i] == "[":
                i = pattern.index("]", i + 1)
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
    if description.version.startswith("legacy"):
        return is_object(index.get("store"))
    return index.get("namespace") == description.prefix.removeprefix("/wp-json/")

"""What a store says of itself: routes, methods, parameters and fields, by namespace.

Kept is what can be compared, in one form whatever the store sent: a dump of it is small, and holds no texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from .._runtime.shapes import is_array, is_object
from ..contract.described.description import Json, unnamed
from ..contract.described.index import LEGACY_METHODS, plain_route
from .shapes import plain_schema

#: More routes than any namespace has; a store that sends more is not read on.
_ROUTES = 2_000


@dataclass(frozen=True)
class Endpoint:
    """What one handler of a route takes.

    Attributes:
        methods: The methods that lead to it.
        args: Its parameters, of query and body alike, by name: schemas as `plain_schema` keeps them. None if the
            store does not tell.
    """

    methods: tuple[str, ...]
    args: Mapping[str, Json] | None


@dataclass(frozen=True)
class Route:
    """A route of a namespace.

    Attributes:
        path: The path below the namespace, every parameter made `{}`.
        pattern: The path with the names of its parameters, such as `/orders/{id}`.
        endpoints: What it takes.
        schema: The fields of its records, by name; None if the store does not tell.
    """

    path: str
    pattern: str
    endpoints: tuple[Endpoint, ...]
    schema: Mapping[str, Json] | None

    @property
    def methods(self) -> tuple[str, ...]:
        """All its methods."""
        return tuple(dict.fromkeys(method for endpoint in self.endpoints for method in endpoint.methods))


Surface = Mapping[str, Route]


def plain_index(namespace: str, index: Any) -> Json:
    """What is kept of an index of WordPress: by path, endpoints and schema. Raises ValueError for what is none."""
    routes = index.get("routes") if is_object(index) else None
    if not is_object(routes):
        raise ValueError("it lists no routes")
    if len(routes) > _ROUTES:
        raise ValueError(f"it lists {len(routes)} routes")
    return {
        plain_route(pattern.removeprefix(f"/{namespace}"), named=True): plain_route_of(route)
        for pattern, route in routes.items()
        if pattern.startswith(f"/{namespace}") and is_object(route)
    }


def plain_route_of(route: Json) -> Json:
    """What is kept of what a store says of one route, in its index or as answer to OPTIONS."""
    kept: Json = {"endpoints": [list(_endpoint(one)) for one in _list(route.get("endpoints")) if is_object(one)]}
    schema = plain_schema(route.get("schema"))
    if "properties" in schema:
        kept["schema"] = schema["properties"]
    return kept


def plain_legacy(index: Any) -> Json:
    """The same of an index of the old API, which tells methods only."""
    store = index.get("store") if is_object(index) else None
    routes = store.get("routes") if is_object(store) else None
    if not is_object(routes) or len(routes) > _ROUTES:
        raise ValueError("it lists no routes")
    kept: Json = {}
    for path, route in routes.items():
        words = _list(route.get("supports")) if is_object(route) else []
        methods = [LEGACY_METHODS.get(str(word), str(word)) for word in words]
        kept[path.replace("<", "{").replace(">", "}")] = {"endpoints": [[[m for m in methods if m != "HEAD"], None]]}
    return kept


def surface_of(kept: Json) -> Surface:
    """The routes of one namespace, from what `plain_index` or `plain_legacy` kept."""
    found: dict[str, Route] = {}
    for route in _routes(kept):
        # Two patterns that differ only in what their parameters may be are one path.
        also = found[route.path].endpoints if route.path in found else ()
        found[route.path] = replace(route, endpoints=(*also, *route.endpoints))
    return found


def _routes(kept: Json) -> Iterator[Route]:
    for pattern, about in kept.items():
        endpoints = tuple(Endpoint(tuple(methods), args) for methods, args in about["endpoints"])
        yield Route(unnamed(pattern), pattern, endpoints, about.get("schema"))


def _endpoint(told: Json) -> tuple[list[str], Json]:
    args: Any = told.get("args")
    methods = [str(method) for method in _list(told.get("methods"))]
    # PHP writes an object without members as a list.
    return methods, {name: plain_schema(about) for name, about in args.items()} if is_object(args) else {}


def _list(value: Any) -> list[Any]:
    found: list[Any] = value if is_array(value) else []
    return found

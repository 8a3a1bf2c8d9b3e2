"""Actions of an overlay that describe the routes of plugins as resources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .._runtime.documents import operations_of
from .._runtime.shapes import is_array, is_object
from ..contract.described.description import Description, Json, unnamed
from .draft_schemas import drafted, drafted_fields
from .dump import Dump
from .findings import Finding
from .namespaces import namespace_of
from .shapes import Shape, store_shape
from .surface import Route, Surface

_REFERENCE = "#/components/schemas/"
_PARAMETER = re.compile(r"\{(\w+)\}")
#: Parameters that all lists share, and that the document has.
_SHARED = ("page", "per_page", "search", "offset", "order", "include", "exclude", "force")
#: What WordPress takes everywhere, and nobody has to describe.
_EVERYWHERE = frozenset({"context", "_fields", "_embed", "_locale"})
#: What a route is called that carries out many changes.
_BATCH = "batch"


def route_actions(
    dump: Dump, known: Description, whole: Json, namespaces: Sequence[str], added: Sequence[Finding]
) -> Iterator[Json]:
    """One action for the schemas and one for the paths of each namespace.

    Of that of `known`, only routes are drafted that plugins have `added`.
    """
    taken = _Taken(whole)
    own = {unnamed(one.operation.rpartition(" ")[2]) for one in added if one.kind == "route-undescribed"}
    for namespace in namespaces:
        is_known = namespace == namespace_of(known)
        routes = {
            path: route
            for path, route in dump.surface(namespace).items()
            if path != "/" and (path in own or not is_known)
        }
        answers = [(one.path, one.body) for one in dump.samples if one.namespace == namespace]
        drafting = _Namespace("" if is_known else namespace, routes, answers, taken)
        paths = drafting.paths()
        if paths:
            if drafting.schemas:
                yield {"target": "$.components.schemas", "update": drafting.schemas}
            yield {"target": "$.paths", "update": paths}


class _Taken:
    """Names that the document has already."""

    def __init__(self, whole: Json) -> None:
        self.schemas = set(whole["components"]["schemas"])
        self.resources = {item[method]["operationId"].rpartition(".")[0] for _, method, item in operations_of(whole)}
        self.paths = set(whole["paths"])
        self.shared = set(whole["components"]["parameters"])


@dataclass
class _Namespace:
    """The routes of a namespace, on their way to become resources."""

    namespace: str
    routes: Surface
    answers: Sequence[tuple[str, Any]]
    taken: _Taken
    schemas: Json = field(default_factory=dict[str, Any])
    used: set[str] = field(default_factory=set[str])

    def paths(self) -> Json:
        """All paths of the namespace as an overlay has them."""
        found: Json = {}
        for route in self.routes.values():
            item = self._item(route)
            if item:
                path = route.pattern
                if self.namespace and path in self.taken.paths:
                    path = f"/{self.namespace}{path}"
                found[path] = {**self._servers(path), **item}
                self.taken.paths.add(path)
        return found

    def _servers(self, path: str) -> Json:
        if not self.namespace:
            return {}
        below = "/wp-json" if path.startswith(f"/{self.namespace}/") else f"/wp-json/{self.namespace}"
        return {"servers": [{"url": f"https://{{host}}{below}", "variables": {"host": {"default": "store.example"}}}]}

    def _item(self, route: Route) -> Json:
        """What a path item says: an operation for each method that the client has a word for."""
        found: Json = {}
        for method, verb in self._verbs(route):
            identity = f"{self._resource(route)}.{verb}"
            if identity not in self.used:
                self.used.add(identity)
                found[method] = self._operation(route, method, verb, identity)
        return found

    def _verbs(self, route: Route) -> Iterator[tuple[str, str]]:
        """The methods that a route takes, and what the client calls each."""
        methods, last = {*route.methods}, route.pattern.rpartition("/")[2]
        if last == _BATCH and "POST" in methods and self._owner(route):
            yield "post", _BATCH
            return
        is_item = _PARAMETER.fullmatch(last) is not None
        if "GET" in methods:
            yield "get", "get" if is_item or not self._is_list(route) else "list"
        if is_item and methods & {"PUT", "PATCH", "POST"}:
            yield "put" if "PUT" in methods else "post", "update"
        elif "POST" in methods:
            yield "post", "create" if self._has_items(route) or self._is_list(route) else _word(last)
        elif "PUT" in methods:
            yield "put", "update"
        if "DELETE" in methods:
            yield "delete", "delete"

    def _is_list(self, route: Route) -> bool:
        bodies = self._bodies(route)
        if bodies:
            return is_array(bodies[0])
        return self._has_items(route) or "per_page" in self._args(route, "GET")

    def _has_items(self, route: Route) -> bool:
        """Whether single records stand below a route."""
        return f"{route.path}/{{}}" in self.routes

    def _owner(self, route: Route) -> Route | None:
        """The list that a route of single records, of a batch or of an action belongs to."""
        return self.routes.get(route.path.rpartition("/")[0])

    def _resource(self, route: Route) -> str:
        """The resource that a route belongs to, as operations call it."""
        words = [_word(part) for part in route.pattern.split("/") if part and not _PARAMETER.fullmatch(part)]
        last = route.pattern.rpartition("/")[2]
        is_action = not _PARAMETER.fullmatch(last) and len(words) > 1 and route.methods == ("POST",)
        if (last == _BATCH and len(words) > 1) or (is_action and not self._has_items(route)):
            words = words[:-1]
        name = ".".join(words)
        return name if name not in self.taken.resources else f"{_word(self.namespace.partition('/')[0])}_{name}"

    def _operation(self, route: Route, method: str, verb: str, identity: str) -> Json:
        record = self._record(route, identity)
        found: Json = {"operationId": identity}
        parameters = list(self._parameters(route, method.upper(), verb))
        if parameters:
            found["parameters"] = parameters
        if verb == _BATCH and "$ref" in record:
            return {**found, "x-batch": {"item": record["$ref"], "limit": 100}}
        if method in ("post", "put"):
            found["requestBody"] = {
                "content": {"application/json": {"schema": self._request(route, method, record, identity)}}
            }
        answer = {"type": "array", "items": record} if verb == "list" else record
        status = "201" if verb == "create" else "200"
        found["responses"] = {
            status: {"description": "The answer.", "content": {"application/json": {"schema": answer}}}
        }
        return found

    def _parameters(self, route: Route, method: str, verb: str) -> Iterator[Json]:
        """The parameters of the query."""
        if method not in ("GET", "DELETE") or verb == _BATCH:
            return
        in_path = set(_PARAMETER.findall(route.pattern))
        for name, shape in self._args(route, method).items():
            if name in _SHARED and name in self.taken.shared:
                yield {"$ref": f"#/components/parameters/{name}"}
            elif name not in in_path | _EVERYWHERE:
                schema = drafted(name, shape, (), writes=True)
                yield {"name": name, "in": "query", "required": shape.required, "schema": schema}

    def _request(self, route: Route, method: str, record: Json, identity: str) -> Json:
        """What a request takes: the record, if it has all that the route names; else what the route names."""
        in_path = set(_PARAMETER.findall(route.pattern))
        args = {
            name: one for name, one in self._args(route, method.upper()).items() if name not in in_path | _EVERYWHERE
        }
        fields = self.schemas.get(record.get("$ref", "").removeprefix(_REFERENCE), {}).get("properties", {})
        if args and args.keys() <= {name for name, about in fields.items() if not about.get("readOnly")}:
            return record
        needed = [name for name, one in args.items() if one.required]
        name = self._schema_name(identity)
        self.schemas[name] = {"type": "object", "description": f"What {identity} takes.", "required": needed}
        self.schemas[name]["properties"] = drafted_fields(args, ())
        return {"$ref": f"{_REFERENCE}{name}"}

    def _record(self, route: Route, identity: str) -> Json:
        """The schema of what a route answers: a reference, if it is a record with fields."""
        resource = identity.rpartition(".")[0]
        owner = self._owner(route) if _PARAMETER.search(route.pattern.rpartition("/")[2]) else None
        told = route.schema or (owner.schema if owner is not None else None) or {}
        bodies = [*self._bodies(route), *(self._bodies(owner) if owner is not None else ())]
        values = [one for body in bodies for one in (body if is_array(body) else [body]) if is_object(one)]
        if not told and not values:
            return {"x-any": "the store does not say what it answers"}
        name = self._schema_name(resource)
        if name not in self.schemas:
            self.schemas[name] = self._schema(told, values, resource)
        return {"$ref": f"{_REFERENCE}{name}"}

    def _schema(self, told: Mapping[str, Json], values: Sequence[Json], resource: str) -> Json:
        shapes = {name: store_shape(about) for name, about in told.items()}
        fields = drafted_fields(shapes, values, nested=not shapes)
        if "id" in fields:
            fields["id"]["readOnly"] = True
        everywhere = [name for name in fields if values and all(name in value for value in values)]
        found: Json = {"type": "object", "description": f"A record of {resource}, as this store answers it."}
        if everywhere:
            found["required"] = everywhere
        needed = [name for name in fields if name in self._needed(resource)]
        if needed:
            found["x-write-required"] = needed
        return {**found, "properties": fields}

    def _needed(self, resource: str) -> set[str]:
        """What a new record must have, as the route says that makes it."""
        lists = [route for route in self.routes.values() if self._resource(route) == resource]
        return {
            name for route in lists if "{" not in route.pattern.rpartition("/")[2]
            for name, shape in self._args(route, "POST").items() if shape.required
        }  # fmt: skip

    def _schema_name(self, resource: str) -> str:
        words = [word for part in resource.split(".") for word in _singular(part).split("_")]
        name = "".join(word.capitalize() for word in words)
        if name in self.taken.schemas:
            name = _word(self.namespace.partition("/")[0]).capitalize() + name
        return name

    def _args(self, route: Route, method: str) -> dict[str, Shape]:
        told = [one.args for one in route.endpoints if method in one.methods and one.args]
        return {name: store_shape(about) for args in told for name, about in args.items()}

    def _bodies(self, route: Route) -> list[Any]:
        return [body for path, body in self.answers if path == route.pattern and body]


def _word(text: str) -> str:
    """A part of a path as one word of an operation's name."""
    word = re.sub(r"[^a-z0-9]+", "_", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", text).lower()).strip("_")
    return word if word[:1].isalpha() else f"x{word}"


def _singular(word: str) -> str:
    """The singular of an English plural, as far as its end tells."""
    for plural, singular in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ss", "ss"), ("us", "us"), ("s", "")):
        if word.endswith(plural):
            return word.removesuffix(plural) + singular
    return word

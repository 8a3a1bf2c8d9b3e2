"""What WordPress does to every answer: fields, embedding, envelopes; and what it tells of routes."""

from __future__ import annotations

from typing import Any

from . import schema
from .description import Description, Json, Route, Versions
from .kinds import elements, is_list, is_map, members
from .routing import served
from .wire import php_query


def chosen(data: Any, fields: Any) -> Any:
    """Only the fields that `_fields` names, nested ones with dots."""
    names = [part.strip() for part in schema.to_list(fields) if str(part).strip()]
    paths = [str(name).split(".") for name in names]
    if is_list(data):
        return [_pick(item, paths) if is_map(item) else item for item in data]
    return _pick(data, paths) if is_map(data) else data


def _pick(item: Json, paths: list[list[str]]) -> Json:
    found: Json = {}
    for name, value in item.items():
        inner = [path[1:] for path in paths if path[0] == name]
        if any(not path for path in inner):
            found[name] = value
        elif inner and is_map(value):
            found[name] = _pick(value, inner)
        elif inner and is_list(value):
            found[name] = [_pick(v, inner) if is_map(v) else v for v in value]
    return found


def enveloped(data: Any, status: int, headers: dict[str, str]) -> Json:
    """`_envelope`: the whole answer as a body."""
    shown: Json = {n: int(v) if n.startswith("X-WP-Total") else v for n, v in headers.items() if n != "Content-Type"}
    return {"body": data, "status": status, "headers": shown or []}


def argument(description: Description, arg: Json, *, required: bool) -> Json:
    """A parameter as `OPTIONS` tells of it."""
    kept = ("description", "type", "format", "enum", "default", "minimum", "maximum")
    found = {name: arg[name] for name in kept if name in arg and arg[name] is not None}
    if "items" in arg:
        found["items"] = _schema(description, arg["items"], 0)
    if "properties" in arg:
        found["properties"] = {n: _schema(description, s, 0) for n, s in arg["properties"].items()}
    return {**found, "required": required}


def _schema(description: Description, part: Json, depth: int) -> Json:
    part = description.resolve(part)
    found: Json = {name: part[name] for name in ("description", "enum", "default") if name in part}
    form, kinds = part.get("format", ""), [kind for kind in elements(part.get("type")) if kind != "null"]
    found["type"] = "date-time" if form.endswith("date-time") else kinds[0] if kinds else part.get("type", "string")
    found["context"] = ["view", "edit"]
    if part.get("readOnly"):
        found["readonly"] = True
    if depth > 6:
        return found
    if "items" in part:
        found["items"] = _schema(description, part["items"], depth + 1)
    if "properties" in part:
        found["properties"] = {n: _schema(description, s, depth + 1) for n, s in part["properties"].items()}
    return found


def route_help(description: Description, route: Route) -> Json:
    """A route as the index lists it, with its methods and their parameters."""
    endpoints: list[Json] = []
    seen: set[str] = set()
    for operation in route.operations.values():
        if operation.id in seen:
            continue
        seen.add(operation.id)
        args = {
            name: argument(description, arg, required=bool(arg.get("required")) and arg["in"] != "path")
            for name, arg in operation.args.items()
        }
        # WordPress lists for a batch what one of its changes can say.
        batch = operation.verb == "batch"
        one = description.by_id.get(f"{operation.kind}.update") if batch else operation
        for name, field in one.body.items() if one else ():
            args[name] = argument(description, field, required=name in operation.required and not batch)
        endpoints.append({"methods": list(operation.methods), "args": args or []})
    return {"namespace": description.namespace, "methods": route.methods, "endpoints": endpoints}


def options(description: Description, route: Route, url: str) -> Json:
    """The answer to `OPTIONS`."""
    found = route_help(description, route)
    first = next(iter(route.operations.values()))
    item = description.items.get(first.kind)
    if item:
        schemas = _schema(description, {"$ref": item}, 0)
        found["schema"] = {
            "$schema": "http://json-schema.org/draft-04/schema#",
            "title": item,
            "type": "object",
            "properties": {n: s for n, s in members(schemas.get("properties")).items() if n != "_links"},
        }
    if "{" not in route.path:
        found["_links"] = {"self": [{"href": url}]}
    return found


def index(description: Description, home: str, release: tuple[int, ...]) -> Json:
    """The index of a namespace."""
    routes: Json = {}
    for route in sorted(
        description.routes, key=lambda r: description.operations.index(next(iter(r.operations.values())))
    ):
        if not served(route, release):
            continue
        name = f"/{description.namespace}{route.regex}"
        routes[name] = _listed(description, route, home)
    return {
        "namespace": description.namespace,
        "routes": routes,
        "_links": {"up": [{"href": f"{home}/wp-json/"}]},
    }


def _listed(description: Description, route: Route, home: str) -> Json:
    found = route_help(description, route)
    if "(" not in route.regex:
        found["_links"] = {"self": [{"href": f"{home}{description.prefix}{route.regex}"}]}
    return found


def root(versions: Versions, home: str, name: str) -> Json:
    """The index of the whole REST API."""
    wordpress = versions.all()
    routes: Json = {}
    for description in wordpress:
        routes.update(index(description, home, ())["routes"])
    return {
        "name": name,
        "description": "",
        "url": home,
        "home": home,
        "gmt_offset": "0",
        "timezone_string": "",
        "namespaces": [d.namespace for d in wordpress],
        "authentication": [],
        "routes": routes,
    }


def query_path(href: str) -> tuple[str, Json]:
    """The path and the query of an address."""
    rest = href.split("://", 1)[-1]
    path, _, query = rest[rest.find("/") :].partition("?")
    return path, php_query(query)

"""What WordPress does to every answer: fields, embedding, envelopes; and what it tells of routes."""

from __future__ import annotations

from typing import Any

from . import schema
from .description import Description, Json, Route, Versions, words
from .kinds import elements, is_list, is_map, members
from .releases import is_in, of_release
from .routing import served
from .wire import php_query

#: A release of WooCommerce as numbers; empty for one that is not known, which has everything.
Release = tuple[int, ...]


def chosen(data: Any, fields: Any) -> Any:
    """Only the fields that `_fields` names, parts of objects with dots; links of a single thing stay in any case."""
    tree = _tree([str(part).strip() for part in schema.to_list(fields) if str(part).strip()])
    if not tree:
        return data
    if is_list(data):
        return [_pick(item, tree) for item in data]
    links = {"_links": data["_links"]} if is_map(data) and "_links" in data else {}
    return {**members(_pick(data, tree)), **links} or _pick(data, tree)


def _tree(names: list[str]) -> Json:
    """The fields that are wanted, each with the parts of it that are, or True for all of it."""
    tree: Json = {}
    for name in names:
        here, (*above, last) = tree, name.split(".")
        for part in above:
            if here.get(part) is True:
                return tree  # WordPress reads no further names after one that is there already
            here = here.setdefault(part, {})
        here[last] = True
    return tree


def _pick(value: Any, tree: Json) -> Any:
    """A part of an object, or of a list, whose items are named by their numbers; an empty one is `[]` in PHP."""
    held = {str(i): item for i, item in enumerate(value)} if is_list(value) else value
    if not is_map(held):
        return value
    found: Json = {}
    for name, item in held.items():
        if name in tree:
            inside = tree[name]
            found[name] = _pick(item, inside) if is_map(inside) else item
    if is_list(value) and list(found) == [str(i) for i in range(len(found))]:
        return list(found.values())
    return found or []


def enveloped(data: Any, status: int, headers: dict[str, str]) -> Json:
    """`_envelope`: the whole answer as a body."""
    shown: Json = {n: int(v) if n.startswith("X-WP-Total") else v for n, v in headers.items() if n != "Content-Type"}
    return {"body": data, "status": status, "headers": shown or []}


def argument(description: Description, arg: Json, *, required: bool) -> Json:
    """A parameter as `OPTIONS` tells of it."""
    found = _told(description, arg)
    kept = ("description", "type", "format", "enum", "default", "minimum", "maximum", "items", "properties")
    return {**{name: found[name] for name in kept if name in found}, "required": required}


#: Formats that WordPress knows; others are words of our description.
_FORMATS = ("date-time", "email", "uri")


def _told(description: Description, part: Json, depth: int = 0) -> Json:
    """A schema in WordPress's words: one type, no null, known values as all there are."""
    part = _single(description, description.resolve(part))
    form, kind = part.get("format", ""), part.get("type", "string")
    if form.endswith("date-time") and form != "date-time":
        kind, form = "date-time", ""
    found: Json = {"type": kind}
    for name in ("description", "default", "minimum", "maximum"):
        if part.get(name) is not None:
            found[name] = part[name]
    if form in _FORMATS:
        found["format"] = form
    known = words(part) or part.get("x-known-values")
    if known:
        found["enum"] = known
    if part.get("readOnly"):
        found["readonly"] = True
    if depth > 6:
        return found
    if "items" in part:
        found["items"] = _told(description, part["items"], depth + 1)
        found["items"].pop("description", None)
    if "properties" in part:
        found["properties"] = _fields(description, part["properties"], depth)
    return found


def _fields(description: Description, fields: Json, depth: int = 0) -> Json:
    """The fields of an object; each tells the contexts that it shows in."""
    told = {name: _told(description, field, depth + 1) for name, field in fields.items() if name != "_links"}
    return {name: {**field, "context": ["view", "edit"]} for name, field in told.items()}


def _single(description: Description, part: Json) -> Json:
    """One schema for one of several: the first that is not null, nor an empty list in place of an object."""
    kinds = [kind for kind in elements(part.get("type")) if kind != "null"]
    if kinds:
        return {**part, "type": kinds[0]}
    options = [
        o for o in map(description.resolve, part.get("anyOf", [])) if o.get("type") != "null" and "maxItems" not in o
    ]
    return {**_single(description, options[0]), **{k: v for k, v in part.items() if k != "anyOf"}} if options else part


def route_help(description: Description, route: Route, release: Release) -> Json:
    """A route as the index of a release lists it, with its methods and their parameters; worked out once."""
    found = description.told.get((route.path, release))
    if found is None:
        found = description.told[route.path, release] = _route_help(description, route, release)
    return {**found}


def _route_help(description: Description, route: Route, release: Release) -> Json:
    endpoints: list[Json] = []
    seen: set[str] = set()
    for operation in route.operations.values():
        if operation.id in seen or not operation.is_in(release):
            continue
        seen.add(operation.id)
        args = {
            name: argument(description, of_release(arg, release), required=_is_required(arg))
            for name, arg in operation.args.items()
            if is_in(arg, release)
        }
        # WordPress lists for a batch what one of its changes can say.
        batch = operation.verb == "batch"
        one = description.by_id.get(f"{operation.kind}.update") if batch else operation
        for name, field in one.body.items() if one else ():
            if is_in(field, release):
                required = name in operation.required and not batch
                args[name] = argument(description, of_release(field, release), required=required)
        if operation.kind == "index":
            defaults = {"namespace": description.namespace, "context": "view"}
            args = {name: {"default": value, "required": False} for name, value in defaults.items()}
        endpoints.append({"methods": list(operation.methods), "args": args or []})
    return {"namespace": description.namespace, "methods": route.methods, "endpoints": endpoints}


def _is_required(arg: Json) -> bool:
    return bool(arg.get("required")) and arg["in"] != "path"


def options(description: Description, route: Route, url: str, release: Release) -> Json:
    """The answer to `OPTIONS`."""
    found = route_help(description, route, release)
    first = next(iter(route.operations.values()))
    item = description.items.get(first.kind)
    if item:
        written = {n: f for o in route.operations.values() if o.verb != "batch" for n, f in o.body.items()}
        fields = {**written, **description.properties({"$ref": item})}
        found["schema"] = {
            "$schema": "http://json-schema.org/draft-04/schema#",
            "title": item,
            "type": "object",
            "properties": _fields(description, {n: f for n, f in fields.items() if is_in(f, release)}),
        }
    if "{" not in route.path:
        found["_links"] = {"self": [{"href": url}]}
    return found


def index(description: Description, home: str, release: Release) -> Json:
    """The index of a namespace."""
    routes: Json = {}
    place = {operation.id: number for number, operation in enumerate(description.operations)}
    for route in sorted(description.routes, key=lambda r: place[next(iter(r.operations.values())).id]):
        if not served(route, release):
            continue
        name = f"/{description.namespace}{route.regex}"
        routes[name] = _listed(description, route, home, release)
    return {
        "namespace": description.namespace,
        "routes": routes,
        "_links": {"up": [{"href": f"{home}/wp-json/"}]},
    }


def _listed(description: Description, route: Route, home: str, release: Release) -> Json:
    found = route_help(description, route, release)
    if "(" not in route.regex:
        found["_links"] = {"self": [{"href": f"{home}{description.prefix}{route.regex}"}]}
    return found


def root(versions: Versions, home: str, name: str, release: Release) -> Json:
    """The index of the whole REST API."""
    wordpress = versions.all()
    routes: Json = {}
    for description in wordpress:
        routes.update(index(description, home, release)["routes"])
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

"""What builders of connectors need of each list: the JSON Schema of a record, and how to read all or what is new."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from .documents import document, followed, operations_of, parameters_of, prefix_of, success_of
from .shapes import is_array, is_object

Json = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_COMPONENT, _DEFINITION = "#/components/schemas/", "#/$defs/"
#: The fields by which a record is known, the first that it has.
KEYS = ("id", "instance_id", "slug", "code")
#: How versions call the number of a page, its size, and the totals.
_SIZES = ("per_page", "filter[limit]")
_TOTALS, _PAGES = ("X-WP-Total", "X-WC-Total"), ("X-WP-TotalPages", "X-WC-TotalPages")
#: A parameter that makes the store read moments as UTC, and not as shop time.
_UTC = "dates_are_gmt"
#: What a store keeps of a record, the parameter that asks for those after such a moment, and what that takes beside
#: it; the best first.
_CURSORS = (
    ("date_modified_gmt", "modified_after", _UTC),
    ("updated_at", "filter[updated_at_min]", ""),
    ("date_created_gmt", "after", _UTC),
    ("date_created", "after", ""),
    ("created_at", "filter[created_at_min]", ""),
)


def streams(version: str) -> dict[str, Json]:
    """Every list of one version, such as `v3`, by the name of its resource: plain JSON, the caller's own.

    Each has:
        path: Below the address of the store.
        records: The key that holds the records in an answer; None if the answer is the list.
        key: The fields that name a record.
        parents: For each parameter of the path, the stream and the field that it comes from.
        paging: Parameters and headers of pages; None if one answer has all.
        cursor: The field and the parameter to read only what is newer, with what to send beside it; None if there is
            no such parameter. Moments have seconds and `after` leaves out that second: ask from a second before.
        schema: The JSON Schema (2020-12) of a record. Plugins add fields; every field may be a new one.

    Raises ValueError for a version that there is none of.
    """
    found = document(version)
    return {one.name: _stream(found, one) for one in _lists(found)}


class _List(NamedTuple):
    """One list, and the schema of what is in it."""

    name: str
    path: str
    operation: Json
    parameters: list[Json]
    key: str | None
    record: Json


def _lists(found: Json) -> Iterator[_List]:
    for path, method, item in operations_of(found):
        operation = item[method]
        name, _, verb = operation["operationId"].rpartition(".")
        if method == "get" and verb == "list":
            schema: Json = success_of(operation)[1]["schema"]
            key = operation.get("x-envelope", {}).get("response")
            schema = _schema(found, schema["properties"][key] if key else schema)
            if schema.get("type") == "array":
                yield _List(name, path, operation, parameters_of(found, item, operation), key, schema["items"])


def _schema(found: Json, schema: Json) -> Json:
    return followed(found, schema) if "$ref" in schema else schema


def _stream(found: Json, one: _List) -> Json:
    fields = _fields(found, one.record)
    return {
        "path": prefix_of(found) + one.path,
        "records": one.key,
        "key": [next(name for name in KEYS if name in fields)] if fields.keys() & set(KEYS) else [],
        "parents": _parents(found, one.operation["operationId"]),
        "paging": _paging(found, one),
        "cursor": _cursor(_parameters(found, one), fields),
        "schema": _closed(found, one.record),
    }


def _parents(found: Json, target: str) -> Json:
    """The stream and the field that each parameter of a path comes from, as the links of lists tell."""
    for one in _lists(found):
        link = _answer(one.operation).get("links", {}).get(target, {})
        given: Json = link.get("parameters", {})
        if given:
            return {
                name: {"stream": one.name, "field": source.rpartition("/")[2]}
                for name, source in given.items()
                if source.startswith("$response.body#")
            }
    return {}


def _answer(operation: Json) -> Json:
    """The answer of a success, with its headers and links."""
    found: Json = operation["responses"][success_of(operation)[0]]
    return found


def _paging(found: Json, one: _List) -> Json | None:
    named = _parameters(found, one)
    if one.operation.get("x-paging") != "pages" or "page" not in named:
        return None
    size = next((name for name in _SIZES if name in named), None)
    headers = _answer(one.operation).get("headers", {})
    return {
        "page": "page",
        "size": size,
        "largest": named[size].get("maximum") if size else None,
        "total": next((name for name in _TOTALS if name in headers), None),
        "pages": next((name for name in _PAGES if name in headers), None),
    }


def _parameters(found: Json, one: _List) -> Json:
    """The parameters of a list by name, those inside of another one too: `filter[limit]`."""
    named: Json = {}
    for told in one.parameters:
        name = told["name"]
        inside = _fields(found, told["schema"]) if told.get("style") == "deepObject" else {}
        named |= {name: told["schema"], **{f"{name}[{field}]": schema for field, schema in inside.items()}}
    return named


def _fields(found: Json, schema: Json) -> Json:
    """The fields of a schema, those that it joins included."""
    schema = _schema(found, schema)
    joined = [_fields(found, part) for part in schema.get("allOf", ())]
    return {name: field for part in (*joined, schema.get("properties", {})) for name, field in part.items()}


def _cursor(named: Json, fields: Json) -> Json | None:
    for field, after, beside in _CURSORS:
        if field in fields and after in named and (not beside or beside in named):
            return {"field": field, "after": after, "with": {beside: True} if beside else {}}
    return None


def _closed(found: Json, record: Json) -> Json:
    """A schema with all that it refers to beside it."""
    schemas: Json = found["components"]["schemas"]
    ahead, known = [*_named(record)], dict[str, Any]()
    while ahead:
        name = ahead.pop()
        if name not in known:
            known[name] = _plain(schemas[name])
            ahead += _named(schemas[name])
    return {"$schema": _DIALECT, **_plain(record), "$defs": {name: known[name] for name in sorted(known)}}


def _named(node: Any) -> Iterator[str]:
    if is_object(node):
        reference = node.get("$ref")
        if isinstance(reference, str):
            yield reference.removeprefix(_COMPONENT)
        for child in node.values():
            yield from _named(child)
    elif is_array(node):
        for child in node:
            yield from _named(child)


def _plain(node: Any) -> Any:
    """A copy of a schema in the words of JSON Schema alone."""
    if is_array(node):
        return [_plain(child) for child in node]
    if not is_object(node):
        return node
    made: Json = {}
    for word, part in node.items():
        if word == "properties":
            made[word] = {name: _plain(field) for name, field in part.items()}
        elif word == "$ref":
            made[word] = part.replace(_COMPONENT, _DEFINITION, 1)
        elif not word.startswith("x-"):
            made[word] = _plain(part)
    return made

"""What the contract suite holds a store's answers against: operations and schemas, and where the spec says so.

The flat document without what only people read. Beside it, for every operation, schema and field, the file and line of
the spec, so that a difference is shown where it can be mended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from woospec.flat import followed, operations_of, parameters_of, prefix_of
from woospec.kinds import is_list, is_map, members
from woospec.load import escape

if TYPE_CHECKING:
    from woospec.select import Bundle

Json = dict[str, Any]

_FOR_PEOPLE = frozenset({"description", "example", "examples", "summary", "title"})


def contract_data(bundle: Bundle) -> Json:
    """The data of one version."""
    document = bundle.document
    return {
        "version": bundle.version,
        "prefix": prefix_of(document),
        "operations": [_operation(bundle, *place) for place in operations_of(document)],
        "schemas": {name: _slim(schema) for name, schema in document["components"]["schemas"].items()},
        "places": {name: _places(bundle, name, schema) for name, schema in document["components"]["schemas"].items()},
    }


def _operation(bundle: Bundle, path: str, method: str, item: Json) -> Json:
    raw: Json = item[method]
    answers = {status: followed(bundle.document, answer) for status, answer in raw["responses"].items()}
    return {
        "id": raw["operationId"],
        "method": method.upper(),
        "path": path,
        "place": _place(bundle, f"/paths/{escape(path)}/{method}"),
        "since": raw.get("x-woo-since", ""),
        "until": raw.get("x-woo-until", ""),
        "paging": raw.get("x-paging", ""),
        "errors": raw.get("x-errors", {}),
        "parameters": {p["name"]: _parameter(p) for p in parameters_of(bundle.document, item, raw)},
        "body": _slim(_content(raw.get("requestBody", {}))),
        "answers": {status: _slim(_content(answer)) for status, answer in answers.items()},
        "headers": {
            status: _headers(bundle.document, answer) for status, answer in answers.items() if "headers" in answer
        },
        **({"defects": raw["x-store-defects"]} if "x-store-defects" in raw else {}),
    }


def _headers(document: Json, answer: Json) -> Json:
    """Each header's schema, and whether it must be there, or since which release, or unless the list is empty."""
    found: Json = {}
    for name, header in answer["headers"].items():
        known = followed(document, header)
        found[name] = {
            "required": known.get("required", False),
            "since": known.get("x-woo-since", ""),
            "unless_empty": known.get("x-unless-empty", False),
            "schema": _slim(known["schema"]),
        }
    return found


def _content(holder: Json) -> Any:
    return holder.get("content", {}).get("application/json", {}).get("schema", {})


def _parameter(parameter: Json) -> Json:
    return {
        "in": parameter["in"],
        "required": parameter.get("required", False),
        "since": parameter.get("x-woo-since", ""),
        "until": parameter.get("x-woo-until", ""),
        "unchecked": parameter.get("x-unchecked", False),
        "schema": _slim(parameter["schema"]),
    }


def _slim(node: Any) -> Any:
    """A schema without texts for people; fields that are called like such texts stay."""
    if is_list(node):
        return [_slim(child) for child in node]
    if not is_map(node):
        return node
    found: Json = {}
    for key, value in members(node).items():
        if key == "properties":
            found[key] = {name: _slim(child) for name, child in members(value).items()}
        elif key not in _FOR_PEOPLE:
            found[key] = _slim(value)
    return found


def _places(bundle: Bundle, name: str, schema: Json) -> Json:
    pointer = f"/components/schemas/{escape(name)}"
    fields = members(schema.get("properties"))
    return {
        "": _place(bundle, pointer),
        **{field: _place(bundle, f"{pointer}/properties/{escape(field)}") for field in fields},
    }


def _place(bundle: Bundle, pointer: str) -> str:
    """File and line of the spec that a part of the flat document came from."""
    found = bundle.origin(pointer)
    if found is None:
        return ""
    node, rest = found
    place = node.file.place(node.pointer + rest)
    return f"{place.file}:{place.line}"

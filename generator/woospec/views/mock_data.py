"""What the mock store knows of an API version: routes, parameters, schemas, as plain data.

Made from the flat document, so that the mock answers the very routes and refuses the very values that the
description tells of.
"""

from __future__ import annotations

from typing import Any

from woospec.flat import operations_of, parameters_of, prefix_of
from woospec.kinds import is_list, is_map, members
from woospec.model import LIMITS

Json = dict[str, Any]

_SCHEMAS = "#/components/schemas/"
_KEPT = (
    "type",
    "format",
    "enum",
    "x-known-values",
    "default",
    *LIMITS,
    "description",
    "readOnly",
    "required",
    "x-woo-since",
    "x-woo-until",
    "x-woo-words",
    "x-envelope",
)


def mock_data(document: Json, version: str) -> Json:
    """The data of one version."""
    schemas: Json = document["components"]["schemas"]
    return {
        "version": version,
        "prefix": prefix_of(document),
        "operations": [_operation(document, *place) for place in operations_of(document)],
        "schemas": {name: _schema(schema) for name, schema in schemas.items()},
    }


def _operation(document: Json, path: str, method: str, item: Json) -> Json:
    raw: Json = item[method]
    status, answer = next((s, a) for s, a in raw["responses"].items() if s.startswith("2"))
    media: Json = answer.get("content", {}).get("application/json", {})
    found: Json = {
        "id": raw["operationId"],
        "method": method.upper(),
        "path": path,
        "summary": raw["summary"],
        "paging": raw.get("x-paging", ""),
        "since": raw.get("x-woo-since", ""),
        "until": raw.get("x-woo-until", ""),
        "args": {
            p["name"]: {"in": p["in"], "required": p.get("required", False), **_parameter(p)}
            for p in parameters_of(document, item, raw)
        },
        "status": int(status),
        "answer": _schema(media.get("schema", {})),
        "errors": raw.get("x-errors", {}),
    }
    if "requestBody" in raw:
        content: Json = raw["requestBody"]["content"]["application/json"]
        found["body"] = _schema(content["schema"])
        if "example" in content:
            found["request"] = content["example"]
    if "example" in media:
        found["fields"] = _fields(media["example"])
    return found


def _parameter(parameter: Json) -> Json:
    outside: Json = {key: parameter[key] for key in ("description", "x-woo-since", "x-woo-until") if key in parameter}
    return {**_schema(parameter["schema"]), **outside}


def _fields(example: Any) -> list[str]:
    """The fields that an answer of this kind has, as its example shows them."""
    first = example[0] if is_list(example) and example else example
    return list(first) if is_map(first) else []


def _schema(schema: Any) -> Json:
    """A schema without what only people or other tools read."""
    if not is_map(schema):
        return {}
    found: Json = {key: schema[key] for key in _KEPT if key in schema}
    if "const" in schema:
        found["enum"] = [schema["const"]]
    if "$ref" in schema:
        found["$ref"] = str(schema["$ref"]).removeprefix(_SCHEMAS)
    if "properties" in schema:
        found["properties"] = {name: _schema(child) for name, child in members(schema["properties"]).items()}
    for key in ("items", "additionalProperties"):
        if is_map(schema.get(key)):
            found[key] = _schema(schema[key])
    for key in ("anyOf", "allOf"):
        if key in schema:
            found[key] = [_schema(option) for option in schema[key]]
    return found

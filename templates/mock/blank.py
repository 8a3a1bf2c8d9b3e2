"""Documents and values made from schemas: empty ones, and ones that were not checked before."""

from __future__ import annotations

from typing import Any

from . import jsontext, schema
from .description import Description, Json, Operation
from .kinds import is_list, is_map
from .text import scalar_text

#: A value that cannot be made to fit.
UNFIT = object()


def document(description: Description, operation: Operation) -> Json:
    """An empty document of the kind that an operation answers, with the defaults of the description."""
    if operation.id not in description.blanks:
        description.blanks[operation.id] = jsontext.written(_document(description, operation))
    found: Json = jsontext.read(description.blanks[operation.id])
    return found


def _document(description: Description, operation: Operation) -> Json:
    wanted = set(operation.fields)
    found: Json = {}
    for name, field in description.properties({"$ref": operation.item}).items():
        if name == "_links" or (wanted and name not in wanted):
            continue
        default = operation.body.get(name, {}).get("default", field.get("default"))
        found[name] = default if default is not None else empty(description, field)
    return found


def empty(description: Description, field: Json, depth: int = 0) -> Any:
    """The empty value of a type."""
    field = description.resolve(field)
    options = field.get("anyOf")
    if options:
        if any(option.get("type") == "null" for option in options):
            return None
        return empty(description, options[0], depth)
    kind = field.get("type")
    if is_list(kind):
        if "null" in kind:
            return None
        kind = "string" if "string" in kind else kind[0]
    match kind:
        case "integer" | "number":
            return 0
        case "boolean":
            return False
        case "array":
            return []
        case "object":
            properties = description.properties(field)
            if depth > 4 or not properties:
                return {}
            return {name: empty(description, child, depth + 1) for name, child in properties.items()}
        case _:
            # A closed list of words without an empty one, and a sum, are never empty.
            words = field.get("enum") or [""]
            return "0.00" if field.get("format") == "decimal" else "" if "" in words else words[0]


def coerced(description: Description, field: Json, value: Any) -> Any:
    """A value as the type of its field, the way PHP would make it one; `UNFIT` if it cannot be."""
    field = description.resolve(field)
    kind = field.get("type")
    if "anyOf" in field:
        fitting = [o for o in map(description.resolve, field["anyOf"]) if _fits(description, o, value)]
        return coerced(description, fitting[0], value) if fitting else UNFIT
    if is_list(kind):
        return value if not (is_map(value) or is_list(value)) or {"object", "array"} & set(kind) else UNFIT
    match kind:
        case "integer":
            return UNFIT if is_map(value) or is_list(value) else schema.to_int(value)
        case "boolean":
            return schema.to_bool(value)
        case "string":
            return UNFIT if is_map(value) or is_list(value) else scalar_text(value)
        case "array":
            items = [coerced(description, field.get("items", {}), item) for item in schema.to_list(value)]
            return [item for item in items if item is not UNFIT]
        case "object":
            if not is_map(value):
                return UNFIT
            known = description.properties(field)
            found = {n: coerced(description, known[n], v) if n in known else v for n, v in value.items()}
            return {n: v for n, v in found.items() if v is not UNFIT}
        case _:
            return value


def _fits(description: Description, option: Json, value: Any) -> bool:
    try:
        schema.check(description, option, "", value)
    except schema.Invalid:
        return False
    return True

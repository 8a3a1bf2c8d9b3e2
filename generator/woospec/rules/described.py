"""Where the spec describes a field that stands somewhere in an example."""

from __future__ import annotations

from typing import Any

from woospec.kinds import elements, is_map, members
from woospec.load import Node
from woospec.pointers import escape
from woospec.rules.house import SCHEMAS, Json, component, spot
from woospec.select import Bundle

_DEEPEST = 8


def described_at(bundle: Bundle, schema: Any, path: tuple[str | int, ...]) -> Node | None:
    """Return where the field is described, or should be, that `path` leads to in a value of `schema`."""
    found: tuple[str, str] | None = None
    for token in path:
        if isinstance(token, int):
            schema = members(_opened(bundle, schema)).get("items")
        elif inner := _property(bundle, schema, token, 0):
            schema, found = inner[0], (inner[1], token)
        else:
            named = component(bundle, schema)
            found = (named[0], token) if named else None
            break
    if found is None:
        return None
    changed = spot(bundle, f"{SCHEMAS[1:]}{escape(found[0])}/properties/{escape(found[1])}") if bundle.changes else None
    return changed if changed is not None and changed.file.shown else _written(bundle, *found, 0)


def _opened(bundle: Bundle, schema: Any) -> Any:
    named = component(bundle, schema)
    return named[1] if named else schema


def _property(bundle: Bundle, schema: Any, name: str, depth: int, owner: str = "") -> tuple[Any, str] | None:
    """The schema of a property, and the name of the schema that has it."""
    if named := component(bundle, schema):
        owner, schema = named
    if not is_map(schema) or depth > _DEEPEST:
        return None
    if name in members(schema.get("properties")):
        return (schema["properties"][name], owner)
    parts = [part for word in ("allOf", "anyOf") for part in elements(schema.get(word))]
    return next((found for part in parts if (found := _property(bundle, part, name, depth + 1, owner))), None)


def _written(bundle: Bundle, schema: str, field: str, depth: int) -> Node | None:
    """Where the field of a schema is written: what is made for requests is written in the schema that is read."""
    node = bundle.origins.get(f"/components/schemas/{escape(schema)}")
    if node is None:
        base = schema.removesuffix("Input")
        return _written(bundle, base, field, depth + 1) if base != schema else None
    value: Json = members(node.value)
    if field not in members(value.get("properties")) and depth < _DEEPEST:
        bases = [value.get("x-writes"), *(members(part).get("$ref") for part in elements(value.get("allOf")))]
        names = [base.removeprefix(SCHEMAS).rpartition("/")[2] for base in bases if isinstance(base, str)]
        found = [_written(bundle, name, field, depth + 1) for name in names if name != schema]
        if found and found[0] is not None:
            return found[0]
    return Node(None, node.file, f"{node.pointer}/properties/{escape(field)}")

"""What a version shows of a thing: no more than its description knows."""

from __future__ import annotations

from typing import Any

from ..description import Description, Json
from ..kinds import is_list, is_map


def fitted(description: Description, schema: Json, value: Any) -> Any:
    """A value without the fields, at any depth, that a version does not have."""
    known = description.resolve(schema)
    if is_list(value):
        return [fitted(description, known.get("items", {}), item) for item in value]
    if not is_map(value):
        return value
    fields = description.properties(known)
    if not fields:
        return value
    return {name: fitted(description, fields[name], child) for name, child in value.items() if name in fields}

"""JSON Schemas of the files of the spec, by which editors complete and check them: the shapes in another form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from woospec.rules.root import SHAPES
from woospec.rules.shape import Shape

Json = dict[str, Any]
_TYPES: dict[type, str] = {
    dict: "object",
    list: "array",
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    type(None): "null",
}


def schemas() -> dict[str, Json]:
    """Return the JSON Schema of each kind of file."""
    return {kind: _whole(shape) for kind, shape in SHAPES.items()}


def write(folder: Path) -> list[str]:
    """Write a file for each kind below `folder`; their names."""
    folder.mkdir(exist_ok=True)
    names: list[str] = []
    for kind, schema in schemas().items():
        names.append(f"{kind}.schema.json")
        (folder / names[-1]).write_text(json.dumps(schema, indent=1) + "\n", "utf-8")
    return names


def _whole(shape: Shape) -> Json:
    defined: dict[str, Json] = {}
    top = _schema(shape, defined)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **top, "$defs": defined}


def _schema(shape: Shape, defined: dict[str, Json]) -> Json:
    """A schema; shapes with members have a definition, since they may hold themselves."""
    if not shape.members:
        return _plain(shape, defined)
    if shape.what not in defined:
        defined[shape.what] = {}  # stands in for itself while its members are made
        members = {name: _schema(inner, defined) for name, inner in shape.members.items()}
        defined[shape.what] = {**_plain(shape, defined), "properties": members}
    return {"$ref": f"#/$defs/{shape.what}"}


def _plain(shape: Shape, defined: dict[str, Json]) -> Json:
    kinds = sorted(_TYPES[kind] for kind in shape.kinds)
    found: Json = {"description": shape.what}
    if len(kinds) < len(_TYPES):
        found["type"] = kinds if len(kinds) > 1 else kinds[0]
    if dict in shape.kinds and (shape.members or shape.others):
        found["additionalProperties"] = _schema(shape.others, defined) if shape.others else False
    if shape.element is not None:
        found["items"] = _schema(shape.element, defined)
    if shape.needs:
        found["required"] = list(shape.needs)
    return found

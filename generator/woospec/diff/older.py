"""Descriptions from before `x-optional`: there, schemas of answers list what is required, as those of requests do."""

from __future__ import annotations

from typing import Any

from woospec.answered import OPTIONAL, always_there
from woospec.families import families, family_of_file
from woospec.kinds import elements, is_map, members
from woospec.resolve import Graph

_WORDS = ("required", "x-required-since")


def bring_up_to_date(graph: Graph) -> None:
    """Mark what answers may lack, if the description lists what they have."""
    places = ((file, graph.find(file, f"#{pointer}")) for file, pointer in graph.answered)
    found = [(file, members(node.value)) for file, node in places if node is not None]
    if any(word in schema for _, schema in found for word in _WORDS):
        known = families(graph.spec)
        for file, schema in found:
            family = known.get(family_of_file(file))
            _mark(schema, family.steps if family else ())


def _mark(schema: dict[str, Any], steps: tuple[str, ...]) -> None:
    required, since = elements(schema.pop(_WORDS[0], None)), members(schema.pop(_WORDS[1], None))
    for name, field in members(schema.get("properties")).items():
        if since.get(name) in steps:
            field["x-in"] = {step: {OPTIONAL: True} for step in steps[: steps.index(since[name])]}
        elif is_map(field) and name not in required and always_there(field):
            field[OPTIONAL] = True

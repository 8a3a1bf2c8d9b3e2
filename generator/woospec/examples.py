"""Examples: where they are found, and how those written for the newest version read in an older one."""

from __future__ import annotations

import posixpath
from typing import Any

from woospec.kinds import NESTED, Value, is_list, is_map
from woospec.load import Node
from woospec.pointers import unescape
from woospec.resolve import Graph

Json = dict[str, Any]


def example_files(version: str) -> tuple[str, ...]:
    """Where a version looks for examples, in this order; `version` is its step in its family."""
    return (f"examples-{version}.yaml", "examples.yaml")


class Examples:
    """The examples of one folder: those written for a version win over those for all."""

    def __init__(self, graph: Graph, folder: str, version: str) -> None:
        found = [graph.spec.files.get(posixpath.join(folder, name)) for name in example_files(version)]
        self.roots = [f.root() for f in found if f is not None]

    def find(self, operation: str) -> Node | None:
        """The example of an operation, if there is one."""
        return next((n for root in self.roots if (n := root.get(operation)) is not None), None)


class Trimmer:
    """Takes out of examples, which are written for the newest version, the fields that an older one does not have.

    `dropped` are those, by component.
    """

    def __init__(self, schemas: dict[str, Json], dropped: dict[str, set[str]]) -> None:
        self.schemas, self.dropped = schemas, dropped
        #: What `_known` found, by the identity of the schema; schemas stay as they are while examples are trimmed.
        self.parts: dict[int, tuple[set[str], Json, Any]] = {}

    def trim(self, value: Any, schema: Any) -> Any:
        """An example without what its schema lost."""
        return self._trim(value, schema) if self.dropped and isinstance(value, NESTED) else value

    def _trim(self, value: Json | list[Any], schema: Any) -> Value:
        found = self.parts.get(id(schema))
        if found is None:
            found = self.parts[id(schema)] = self._known(schema)
        gone, fields, items = found
        if isinstance(value, dict):
            kept = ((k, v) for k, v in value.items() if k not in gone)
            return {k: self._trim(v, fields.get(k)) if isinstance(v, NESTED) else v for k, v in kept}
        return [self._trim(v, items) if isinstance(v, NESTED) else v for v in value]

    def _known(self, schema: Any) -> tuple[set[str], Json, Any]:
        """Removed fields, fields with their schemas, and the item schema that `schema` has in any of its parts."""
        gone: set[str] = set()
        fields: Json = {}
        items: Any = None
        pending, seen = [schema], set[str]()
        while pending:
            here = pending.pop()
            if not is_map(here):
                continue
            name = unescape(str(here.get("$ref", "")).rpartition("/")[2])
            if name and name not in seen:
                seen.add(name)
                gone |= self.dropped.get(name, set())
                pending.append(self.schemas.get(name))
            source = here.get("x-writes")
            if isinstance(source, str):
                pending.append({"$ref": source})
            for field, inner in here.get("properties", {}).items():
                fields.setdefault(field, inner)
            items = items if items is not None else here.get("items")
            pending.append(here.get("x-write"))
            for key in ("anyOf", "allOf"):
                pending.extend(here.get(key) or [])
        return gone - fields.keys(), fields, items


def address(path: str) -> str:
    """What tells a version in links and names of routes: the last two segments of its prefix."""
    return "/".join(path.split("/")[-2:])


def readdressed(value: Any, written: str, wanted: str) -> Any:
    """An example whose links and names of routes lead to the version that is wanted."""
    if written == wanted:
        return value
    if isinstance(value, str):
        return value.replace(written, wanted)
    if is_map(value):
        return {k.replace(written, wanted): readdressed(v, written, wanted) for k, v in value.items()}
    return [readdressed(v, written, wanted) for v in value] if is_list(value) else value

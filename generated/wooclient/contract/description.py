"""What the description says of one version: operations, schemas, and where each stands in the spec."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import jsonschema_rs

from .._runtime.shapes import is_array, is_object

Json = dict[str, Any]

#: Newest first, as a report shows them.
VERSIONS = ("v3", "v2", "v1", "legacy-v3", "legacy-v2", "legacy-v1")
_REFERENCE = "#/components/schemas/"
_SCHEMAS = ["components", "schemas"]


@dataclass(frozen=True)
class Described:
    """One operation as the description has it.

    `errors` maps a status to the codes that it comes with, `answers` a status to the schema of the body, `headers` a
    status to its headers: the schema of each, and whether it must be there, or since which release.
    """

    id: str
    method: str
    path: str
    place: str
    since: str
    paging: str
    errors: Mapping[str, list[str]]
    parameters: Mapping[str, Json]
    body: Json
    answers: Mapping[str, Json]
    headers: Mapping[str, Mapping[str, Json]]

    @property
    def kind(self) -> str:
        """The resource that it belongs to: its id without the last word."""
        return self.id.rpartition(".")[0]

    @property
    def family(self) -> str:
        """The first word of its id."""
        return self.id.partition(".")[0]

    @property
    def reads(self) -> bool:
        """Whether calling it changes nothing."""
        return self.method == "GET"

    @property
    def route(self) -> str:
        """The path with every parameter made alike, to be looked up in a store's index."""
        return re.sub(r"\{[^}]*\}", "{}", self.path).rstrip("/") or "/"

    def answer(self, status: int) -> Json | None:
        """The schema of an answer; None if such a status is not described."""
        found = self.answers.get(str(status))
        return found if found is not None or status < 400 else self.answers.get("default")


@dataclass(frozen=True)
class Fault:
    """One contradiction between a value and its schema: where in the value, what, and where the spec says otherwise."""

    pointer: str
    message: str
    place: str


class Description:
    """One version of the API as the description has it."""

    def __init__(self, raw: Json) -> None:
        self.version: str = raw["version"]
        self.prefix: str = raw["prefix"]
        self.operations: dict[str, Described] = {o["id"]: Described(**o) for o in raw["operations"]}
        self.schemas: Json = raw["schemas"]
        self._places: dict[str, dict[str, str]] = raw["places"]
        self._validators: dict[str, jsonschema_rs.Draft202012Validator] = {}

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Every resource that has an operation."""
        return frozenset(operation.kind for operation in self.operations.values())

    def faults(self, schema: Json, value: Any, *, partial: bool = False) -> list[Fault]:
        """How `value` contradicts `schema`; empty if it fits. Of what is `partial`, no field is missed."""
        validator = self._validator(schema)
        if validator.is_valid(value):
            return []
        errors = validator.iter_errors(value)
        return [self._fault(schema, error) for error in errors if not (partial and error.schema_path[-1] == "required")]

    def fields(self, schema: Json) -> Json:
        """The properties of an object schema, those of schemas that it refers to or joins included."""
        found: Json = {}
        if "$ref" in schema:
            found.update(self.fields(self._named(schema["$ref"])))
        for part in schema.get("allOf", ()):
            found.update(self.fields(part))
        found.update(schema.get("properties", {}))
        return found

    def _named(self, reference: str) -> Json:
        found: Json = self.schemas[reference.removeprefix(_REFERENCE)]
        return found

    def _validator(self, schema: Json) -> jsonschema_rs.Draft202012Validator:
        key = json.dumps(schema, sort_keys=True)
        if key not in self._validators:
            whole = {**schema, "components": {"schemas": self.schemas}}
            self._validators[key] = jsonschema_rs.Draft202012Validator(whole)
        return self._validators[key]

    def _fault(self, schema: Json, error: jsonschema_rs.ValidationError) -> Fault:
        pointer = "".join(f"/{part}" for part in error.instance_path)
        return Fault(pointer, error.message, self._place(schema, [str(part) for part in error.schema_path]))

    def _place(self, schema: Any, path: list[str]) -> str:
        """The line of the spec nearest to a step-by-step way through a schema and what it refers to."""
        node: Any = schema
        name: str = ""
        place: str = ""
        if path[:2] == _SCHEMAS:
            # The validator tells the way from where a reference led to, not the way through it.
            name, node, path = path[2], self.schemas.get(path[2], {}), path[3:]
            place = self._places.get(name, {}).get("", "")
        for i, step in enumerate(path):
            while is_object(node) and "$ref" in node and step != "$ref" and step not in node:
                name, node = self._followed(node)
                place = self._places.get(name, {}).get("", place)
            if step == "$ref" and is_object(node):
                name, node = self._followed(node)
                place = self._places.get(name, {}).get("", place)
                continue
            if i and path[i - 1] == "properties":
                place = self._places.get(name, {}).get(step, place)
            node = _below(node, step)
        return place

    def _followed(self, node: Json) -> tuple[str, Any]:
        name = str(node["$ref"]).removeprefix(_REFERENCE)
        return name, self.schemas.get(name, {})


def _below(node: Any, step: str) -> Any:
    if is_object(node):
        return node.get(step)
    if is_array(node) and step.isdigit() and int(step) < len(node):
        return node[int(step)]
    return None


@cache
def description(version: str) -> Description:
    """What the description says of `version`. Raises ValueError for a version that it does not have."""
    if version not in VERSIONS:
        raise ValueError(f"there is no version {version!r}; there are {', '.join(VERSIONS)}")
    text = (Path(__file__).parent / "data" / f"{version}.json").read_text("utf-8")
    return Description(json.loads(text))

"""What the flat document of one version says: operations, schemas, and where each stands in the spec."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

import jsonschema_rs

from ..._runtime.documents import (
    content_of,
    escape,
    folded,
    followed,
    openapi,
    operations_of,
    parameters_of,
    prefix_of,
)
from ..._runtime.shapes import is_array, is_object
from ..._versions import VERSIONS as KNOWN

Json = dict[str, Any]

#: Newest first, as a report shows them.
VERSIONS = tuple(version.name for version in KNOWN)
_REFERENCE = "#/components/schemas/"
#: The word that says where in the spec an operation or a schema stands: file and pointer.
_ORIGIN = "x-origin"
#: The word that says which overlay brought an operation.
_OVERLAY = "x-overlay"
#: As a code of refusals: any may come, as nobody has told.
ANY_CODE = "*"
#: What only people read.
_FOR_PEOPLE = frozenset({"description", "example", "examples", "summary", "title", _ORIGIN})
_SCHEMAS = ["components", "schemas"]
#: What lists several forms, and what is said of a value that has none of them and is too large to be shown.
_UNIONS = ("anyOf", "oneOf")
_NO_FORM = "it has none of the forms that are described"
#: How many compiled schemas are kept: those of the scenarios under way. One is compiled in a millisecond.
_VALIDATORS = 48


def unnamed(path: str) -> str:
    """A path with every parameter made alike."""
    return re.sub(r"\{[^}]*\}", "{}", path).rstrip("/") or "/"


@dataclass(frozen=True)
class Described:
    """One operation as the description has it.

    `errors` maps a status to the codes that it comes with, `answers` a status to the schema of the body, `headers` a
    status to its headers: the schema of each, and whether it must be there, or when. `defects` are what
    is known to be wrong with stores: `since` and `until` which release, the `answers` that show it, and `what` it is.
    """

    id: str
    method: str
    path: str
    place: str
    since: str
    until: str
    paging: str
    errors: Mapping[str, list[str]]
    parameters: Mapping[str, Json]
    body: Json
    answers: Mapping[str, Json]
    headers: Mapping[str, Mapping[str, Json]]
    defects: Sequence[Mapping[str, Any]] = ()
    #: The overlay that brought it, by its title; and the address of the plugin's namespace that it stands in, if any.
    overlay: str = ""
    #: What it is known from, if not from real stores.
    evidence: str = ""
    namespace: str = ""

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
        return unnamed(self.path)

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

    def __init__(self, version: str, document: Json) -> None:
        self.version = version
        self.prefix = prefix_of(document)
        #: The same if it is the address of a plugin's namespace, which overlays brought; else empty.
        self.namespace = self.prefix if all(_OVERLAY in item[m] for _, m, item in operations_of(document)) else ""
        self.operations: dict[str, Described] = {
            operation.id: operation
            for operation in (_described(document, self.namespace, *place) for place in operations_of(document))
        }
        schemas: Json = document["components"]["schemas"]
        self.schemas: Json = {name: _slim(schema) for name, schema in schemas.items()}
        self._origins = {name: str(schema.get(_ORIGIN, "")) for name, schema in schemas.items()}

    @property
    def is_wordpress(self) -> bool:
        """Whether WordPress itself serves it; else it is older, and has an index and errors of its own."""
        return self.prefix.startswith("/wp-json/")

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Every resource that has an operation."""
        return frozenset(operation.kind for operation in self.operations.values())

    def faults(self, schema: Json, value: Any, *, partial: bool = False) -> list[Fault]:
        """How `value` contradicts `schema`; empty if it fits. Of what is `partial`, no field is missed."""
        validator = _validator(self, json.dumps(schema, sort_keys=True))
        if validator.is_valid(value):
            return []
        errors = [within for error in validator.iter_errors(value) for within in _told(error)]
        return [self._fault(schema, error) for error in errors if not (partial and error.schema_path[-1] == "required")]

    def fields(self, schema: Json) -> Json:
        """The properties of an object schema, those of schemas that it refers to or joins included."""
        found: Json = {}
        if "$ref" in schema:
            found.update(self.fields(self.named(schema["$ref"])))
        for part in schema.get("allOf", ()):
            found.update(self.fields(part))
        found.update(schema.get("properties", {}))
        return found

    def named(self, reference: str) -> Json:
        """The schema that a reference names."""
        found: Json = self.schemas[reference.removeprefix(_REFERENCE)]
        return found

    def compiled(self, schema: Json) -> jsonschema_rs.Draft202012Validator:
        """What holds values against a schema."""
        # With all schemas of the version in each, the validators of a whole run take half a gigabyte.
        return jsonschema_rs.Draft202012Validator({**schema, "components": {"schemas": self._reached(schema)}})

    def _reached(self, schema: Json) -> Json:
        """The schemas that a schema refers to, directly or through others."""
        found: Json = {}
        ahead = [*_references(schema)]
        while ahead:
            name = ahead.pop()
            if name not in found:
                found[name] = self.schemas[name]
                ahead += _references(found[name])
        return found

    def _fault(self, schema: Json, error: jsonschema_rs.ValidationError) -> Fault:
        pointer = "".join(f"/{part}" for part in error.instance_path)
        is_large = is_object(error.instance) or is_array(error.instance)
        message = _NO_FORM if is_large and error.schema_path[-1] in _UNIONS else error.message
        return Fault(pointer, message, self._place(schema, [str(part) for part in error.schema_path]))

    def _place(self, schema: Any, path: list[str]) -> str:
        """The field of the spec nearest to a step-by-step way through a schema and what it refers to."""
        node, base, place = schema, "", ""
        way: list[str] = []
        if path[:2] == _SCHEMAS:
            # The validator tells the way from where a reference led to, not the way through it.
            node, base = self._followed({"$ref": path[2]})
            path, place = path[3:], base
        for i, step in enumerate(path):
            while is_object(node) and "$ref" in node and step != "$ref" and step not in node:
                node, base = self._followed(node)
                way, place = [], base or place
            if step == "$ref" and is_object(node):
                node, base = self._followed(node)
                way, place = [], base or place
                continue
            way.append(step)
            if base and i and path[i - 1] == "properties":
                place = f"{base}/{'/'.join(map(escape, way))}"
            node = _below(node, step)
        return place

    def _followed(self, node: Json) -> tuple[Any, str]:
        """What a reference leads to, and where that stands in the spec."""
        name = str(node["$ref"]).removeprefix(_REFERENCE)
        return self.schemas.get(name, {}), self._origins.get(name, "")


def _described(document: Json, namespace: str, path: str, method: str, item: Json) -> Described:
    raw: Json = item[method]
    answers = {status: followed(document, answer) for status, answer in raw["responses"].items()}
    return Described(
        id=raw["operationId"],
        method=method.upper(),
        path=path,
        place=raw.get(_ORIGIN, ""),
        since=raw.get("x-woo-since", ""),
        until=raw.get("x-woo-until", ""),
        paging=raw.get("x-paging", ""),
        errors=raw.get("x-errors", {}),
        parameters={told["name"]: _parameter(told) for told in parameters_of(document, item, raw)},
        body=_slim(content_of(raw.get("requestBody", {})).get("schema", {})),
        answers={status: _slim(content_of(answer).get("schema", {})) for status, answer in answers.items()},
        headers={status: _headers(document, answer) for status, answer in answers.items() if "headers" in answer},
        defects=raw.get("x-store-defects", ()),
        overlay=raw.get(_OVERLAY, ""),
        evidence=raw.get("x-evidence", ""),
        namespace=namespace,
    )


def _parameter(told: Json) -> Json:
    return {
        "in": told["in"],
        "required": told.get("required", False),
        "since": told.get("x-woo-since", ""),
        "until": told.get("x-woo-until", ""),
        "unchecked": told.get("x-unchecked", False),
        "schema": _slim(told["schema"]),
    }


def _headers(document: Json, answer: Json) -> Json:
    """Each header's schema, and whether it must be there, or since which release, or unless the list is empty."""
    known = {name: followed(document, header) for name, header in answer["headers"].items()}
    return {
        name: {
            "required": header.get("required", False),
            "since": header.get("x-woo-since", ""),
            "unless_empty": header.get("x-unless-empty", False),
            "schema": _slim(header["schema"]),
        }
        for name, header in known.items()
    }


def _slim(node: Any) -> Any:
    """A schema without texts for people, which validators would carry along; fields of such names stay."""
    if is_array(node):
        return [_slim(child) for child in node]
    if not is_object(node):
        return node
    found: Json = {}
    for key, value in folded(node).items():
        if key == "properties":
            found[key] = {name: _slim(child) for name, child in value.items()}
        elif key not in _FOR_PEOPLE:
            found[key] = _slim(value)
    return found


def _told(error: jsonschema_rs.ValidationError) -> list[jsonschema_rs.ValidationError]:
    """What is wrong inside a value that fits none of several forms, if it is one of them but for what is inside it."""
    depth = len(error.instance_path)
    forms: list[list[jsonschema_rs.ValidationError]] = getattr(error.kind, "context", [])
    near = [form for form in forms if form and all(len(inner.instance_path) > depth for inner in form)]
    if not near:
        return [error]
    return [within for inner in min(near, key=len) for within in _told(inner)]


def _references(node: Any) -> Iterator[str]:
    """The names of the schemas that a schema refers to."""
    if is_object(node):
        if isinstance(reference := node.get("$ref"), str):
            yield reference.removeprefix(_REFERENCE)
        for child in node.values():
            yield from _references(child)
    elif is_array(node):
        for child in node:
            yield from _references(child)


def _below(node: Any, step: str) -> Any:
    if is_object(node):
        return node.get(step)
    if is_array(node) and step.isdigit() and int(step) < len(node):
        return node[int(step)]
    return None


@lru_cache(_VALIDATORS)
def _validator(of: Description, text: str) -> jsonschema_rs.Draft202012Validator:
    return of.compiled(json.loads(text))


@cache
def description(version: str) -> Description:
    """What the description says of `version`. Raises ValueError for a version that it does not have."""
    if version not in VERSIONS:
        raise ValueError(f"there is no version {version!r}; there are {', '.join(VERSIONS)}")
    return Description(version, openapi(version))  # most of a document is not kept

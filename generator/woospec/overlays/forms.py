"""What an overlay may write where: the shapes of the description, in the words of its flat documents."""

from __future__ import annotations

from dataclasses import replace

from woospec.load import Node
from woospec.overlays.applying import Application
from woospec.pointers import escape, unescape
from woospec.problems import Problems
from woospec.rules.shape import ANY, TEXT, Shape, faults, list_of, map_of, record, shown
from woospec.rules.shapes import OPERATION, PARAMETER, SCHEMA, TEXTS
from woospec.select import METHODS

#: Words of the spec that are written out in flat documents, and mean nothing there.
_WRITTEN_OUT = frozenset({"x-envelope", "x-optional", "x-since", "x-until", "x-in", "x-writes", "x-required-since"})

_schema_words: dict[str, Shape] = {}
_SCHEMA = replace(SCHEMA, members=_schema_words)
_SCHEMAS = list_of(_SCHEMA, "a list of schemas")
_schema_words.update({word: shape for word, shape in SCHEMA.members.items() if word not in _WRITTEN_OUT})
_schema_words.update(
    {
        "additionalProperties": replace(SCHEMA.members["additionalProperties"], members=_schema_words),
        "allOf": _SCHEMAS,
        "anyOf": _SCHEMAS,
        "example": ANY,
        "examples": list_of(ANY, "a list of examples"),
        "items": _SCHEMA,
        "properties": map_of(_SCHEMA, "a map of field names to schemas"),
        "title": TEXT,
        "x-meta": map_of(_SCHEMA, "a map of keys to schemas"),
        "x-write": _SCHEMA,
    }
)
_PARAMETER = replace(
    PARAMETER,
    members={w: s for w, s in PARAMETER.members.items() if w not in _WRITTEN_OUT}
    | {"schema": _SCHEMA, "example": ANY, "x-any": TEXT},
)
_PARAMETERS = list_of(_PARAMETER, "a list of parameters")
_MEDIA = record("a content type", {"schema": _SCHEMA, "example": ANY}, ("schema",))
_CONTENT = record("content", {"application/json": _MEDIA}, ("application/json",))
_HEADER = record("a header", {"description": TEXT, "schema": _SCHEMA, "$ref": TEXT})
_RESPONSE = record(
    "a response", {"description": TEXT, "content": _CONTENT, "headers": map_of(_HEADER, "a map of headers")}
)
_REQUEST = replace(
    OPERATION.members["requestBody"], members={**OPERATION.members["requestBody"].members, "content": _CONTENT}
)
_OPERATION = replace(
    OPERATION,
    members={w: s for w, s in OPERATION.members.items() if w not in _WRITTEN_OUT}
    | {
        "parameters": _PARAMETERS,
        "requestBody": _REQUEST,
        "responses": map_of(_RESPONSE, "a map of statuses to responses"),
        "tags": TEXTS,
        "x-batch": replace(OPERATION.members["x-batch"], needs=("item",)),
        "x-example-query": map_of(ANY, "a map of parameters to values"),
    },
    needs=("operationId",),
)
_VARIABLE = record("a server variable", {"default": TEXT, "description": TEXT, "enum": TEXTS}, ("default",))
_SERVER = record(
    "a server", {"url": TEXT, "description": TEXT, "variables": map_of(_VARIABLE, "a map of variables")}, ("url",)
)
_PATH = record(
    "a path",
    {
        "parameters": _PARAMETERS,
        "servers": list_of(_SERVER, "a list of servers"),
        "summary": TEXT,
        "description": TEXT,
        **dict.fromkeys(METHODS, _OPERATION),
    },
)
_TAG = record("a tag", {"name": TEXT, "description": TEXT}, ("name",))
_COMPONENTS = record(
    "components",
    {
        "schemas": map_of(_SCHEMA, "a map of names to schemas"),
        "parameters": map_of(_PARAMETER, "a map of names to parameters"),
    },
)
_INFO = record("info", {"title": TEXT, "summary": TEXT, "description": TEXT, "version": TEXT})
#: The parts of a flat document that overlays may write.
_DOCUMENT = record(
    "the document",
    {
        "info": _INFO,
        "paths": map_of(_PATH, "a map of paths"),
        "components": _COMPONENTS,
        "tags": list_of(_TAG, "a list of tags"),
        "x-shown": TEXTS,
    },
)


def check_forms(application: Application, problems: Problems) -> None:
    """Hold everything that overlays wrote against the shape of the place where it went."""
    for place, node in application.origins.items():
        _check(place, node, problems)


def _check(place: str, node: Node, problems: Problems) -> None:
    shape = _DOCUMENT
    for token in [unescape(part) for part in place.split("/")[1:]]:
        inner = _below(shape, token)
        if inner is None:
            hint = f"known here: {', '.join(shape.members)}" if shape.members else "take it out"
            problems.add("unknown-key", f"{shape.what} has no key {shown(token)}", node, hint=hint)
            return
        shape = inner
    found = faults(node.value, shape)
    misspelt = {fault.path[1:] for fault in found if fault.rule == "unknown-key"}
    for fault in found:
        if fault.rule == "shape" and fault.path in misspelt:
            continue  # what lacks here is what is misspelt
        below = "".join(f"/{escape(str(key))}" for key in reversed(fault.path))
        problems.add(fault.rule, fault.message, node._replace(pointer=node.pointer + below), hint=fault.hint)


def shape_at(place: str) -> Shape | None:
    """The shape of what stands at a pointer; None where overlays may write nothing."""
    shape: Shape | None = _DOCUMENT
    for token in place.split("/")[1:]:
        shape = _below(shape, unescape(token)) if shape is not None else None
    return shape


def _below(shape: Shape, key: str) -> Shape | None:
    if shape is ANY:
        return ANY
    if shape.element is not None and key.isdigit():
        return shape.element
    return shape.members.get(key, shape.others)

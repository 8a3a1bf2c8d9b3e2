"""The shapes of the spec's files, as tables."""

from __future__ import annotations

from woospec.errors import CHECKS
from woospec.rules.shape import ANY, BOOL, NUMBER, TEXT, WHOLE, Shape, list_of, map_of, record
from woospec.select import METHODS

_VERSIONED: dict[str, Shape] = {"x-since": TEXT, "x-until": TEXT}
TEXTS = list_of(TEXT, "a list of texts")

_SCHEMA_WORDS: dict[str, Shape] = {}
SCHEMA = record("a schema", _SCHEMA_WORDS)
_SCHEMAS = list_of(SCHEMA, "a list of schemas")
_SCHEMA_WORDS.update(
    {
        "$ref": TEXT,
        "additionalProperties": Shape("a schema, true or false", frozenset({dict, bool}), _SCHEMA_WORDS),
        "allOf": _SCHEMAS,
        "anyOf": _SCHEMAS,
        "const": ANY,
        "default": ANY,
        "deprecated": BOOL,
        "description": TEXT,
        "enum": list_of(ANY, "a list of values"),
        "format": TEXT,
        "items": SCHEMA,
        "maxItems": WHOLE,
        "maxLength": WHOLE,
        "maxProperties": WHOLE,
        "maximum": NUMBER,
        "minItems": WHOLE,
        "minLength": WHOLE,
        "minProperties": WHOLE,
        "minimum": NUMBER,
        "pattern": TEXT,
        "properties": map_of(SCHEMA, "a map of field names to schemas"),
        "readOnly": BOOL,
        "required": TEXTS,
        "type": Shape("a type or a list of types", frozenset({str, list}), element=TEXT),
        "uniqueItems": BOOL,
        "writeOnly": BOOL,
        "x-any": TEXT,
        "x-became": TEXT,
        "x-became-note": TEXT,
        "x-clear-with": ANY,
        "x-evidence": TEXT,
        "x-not-kept": Shape(
            "when it is not kept, or that and what answers show then",
            frozenset({str, dict}),
            {"when": TEXT, "empty": TEXT, "nothing": TEXT},
        ),
        "x-raw": TEXT,
        "x-parent": BOOL,
        "x-row": record("x-row", {"remove": TEXT, "keep": TEXTS}),
        "x-secret": Shape("true, or a map of a field to a word", frozenset({bool, dict}), others=TEXT),
        "x-shown": TEXTS,
        "x-optional": Shape("true, if answers may lack the field", frozenset({bool})),
        "x-unchecked": BOOL,
        "x-in": map_of(SCHEMA, "a map of versions to words"),
        "x-known-values": list_of(ANY, "a list of values"),
        "x-woo-since": TEXT,
        "x-woo-until": TEXT,
        "x-woo-words": map_of(record("releases", {"since": TEXT, "until": TEXT}), "a map of words to releases"),
        "x-write": SCHEMA,
        "x-write-required": TEXTS,
        "x-writes": TEXT,
        **_VERSIONED,
    }
)

_PARAMETER_WORDS: dict[str, Shape] = {
    "$ref": TEXT,
    "deprecated": BOOL,
    "description": TEXT,
    "explode": BOOL,
    "in": TEXT,
    "name": TEXT,
    "required": BOOL,
    "schema": SCHEMA,
    "style": TEXT,
    "x-became": TEXT,
    "x-became-note": TEXT,
    "x-evidence": TEXT,
    "x-unchecked": BOOL,
    "x-woo-since": TEXT,
    "x-woo-until": TEXT,
    **_VERSIONED,
}
PARAMETER = record("a parameter", _PARAMETER_WORDS)
_PARAMETERS = list_of(PARAMETER, "a list of parameters")
_MEDIA = record("a content type", {"schema": SCHEMA}, ("schema",))
_CONTENT = record("content", {"application/json": _MEDIA}, ("application/json",))
_HEADER = record("a header", {"description": TEXT, "schema": SCHEMA, "required": BOOL}, ("schema",))
_HEADERS = map_of(_HEADER, "a map of headers")
_RESPONSE = record("a response", {"description": TEXT, "content": _CONTENT, "headers": _HEADERS}, ("description",))
_BATCH = record(
    "x-batch",
    {
        "item": TEXT,
        "create": Shape("a schema reference or false", frozenset({str, bool})),
        "update": Shape("a schema reference or false", frozenset({str, bool})),
        "delete": BOOL,
        "id": TEXT,
        "limit": WHOLE,
    },
    ("item", "limit"),
)
_DEFECT = record(
    "a defect",
    {"since": TEXT, "until": TEXT, "answers": TEXTS, "what": TEXT, "seen": TEXT, **_VERSIONED},
    ("answers", "what", "seen"),
)
_ENVELOPE = {"request": TEXT, "response": TEXT}
OPERATION = record(
    "an operation",
    {
        "deprecated": BOOL,
        "description": TEXT,
        "operationId": TEXT,
        "parameters": _PARAMETERS,
        "requestBody": record(
            "a request body", {"description": TEXT, "required": BOOL, "content": _CONTENT}, ("content",)
        ),
        "responses": map_of(_RESPONSE, "a map of statuses to responses"),
        "summary": TEXT,
        "x-batch": _BATCH,
        "x-became": TEXT,
        "x-became-note": TEXT,
        "x-envelope": Shape("a word, or a map of request and response to words", frozenset({str, dict}), _ENVELOPE),
        "x-evidence": TEXT,
        "x-errors": map_of(TEXTS, "a map of statuses to lists of codes"),
        "x-lookup": TEXT,
        "x-needs": TEXT,
        "x-paging": TEXT,
        "x-permission": TEXT,
        "x-store-defects": list_of(_DEFECT, "a list of defects"),
        "x-totals-if-empty": BOOL,
        "x-totals-since": TEXT,
        "x-unchecked": BOOL,
        "x-woo-internal": BOOL,
        "x-woo-since": TEXT,
        "x-woo-until": TEXT,
        **_VERSIONED,
    },
    ("operationId", "responses"),
)
_PATH = record(
    "a path",
    {
        "parameters": _PARAMETERS,
        "get": OPERATION,
        "post": OPERATION,
        "put": OPERATION,
        "delete": OPERATION,
        **_VERSIONED,
    },
)
PATHS_FILE = record(
    "a paths.yaml",
    {"resources": map_of(TEXT, "a map of resources to texts"), "paths": map_of(_PATH, "a map of paths")},
    ("paths",),
)
SCHEMA_FILE = map_of(SCHEMA, "a map of names to schemas")
PARAMETER_FILE = map_of(PARAMETER, "a map of names to parameters")
EXAMPLES_FILE = map_of(
    record("an example", {"query": map_of(ANY, "a map of parameters to values"), "request": ANY, "response": ANY}),
    "a map of operationIds to examples",
)

_VARIABLE = record("a server variable", {"default": TEXT, "description": TEXT, "enum": TEXTS}, ("default",))
_SERVER = record(
    "a server", {"url": TEXT, "description": TEXT, "variables": map_of(_VARIABLE, "a map of variables")}, ("url",)
)
_VERSION = record(
    "a version",
    {"path": TEXT, "title": TEXT, "door": TEXT, "experimental": BOOL, "internal": BOOL},
    ("path", "title", "door"),
)
_BEFORE = ("field", "release", "since")
_CONDITION = record(
    "a condition",
    {
        "says": TEXT,
        "asks": TEXT,
        "unmet": map_of(BOOL, "a map of fields to true or false"),
        "always": BOOL,
        "before": record("before", dict.fromkeys((*_BEFORE, "instead"), TEXT), _BEFORE),
    },
    ("says", "asks", "unmet"),
)
_EVENT = record("an event", {"since": TEXT})
_DELIVERY = record(
    "what is sent", {"read": TEXT, "events": map_of(_EVENT, "a map of events to releases")}, ("read", "events")
)
_INFO = record(
    "info",
    {
        "title": TEXT,
        "version": TEXT,
        "summary": TEXT,
        "description": TEXT,
        "license": map_of(TEXT, "a map of texts"),
        "contact": map_of(TEXT, "a map of texts"),
    },
    ("title",),
)
ROOT_FILE = record(
    "the root",
    {
        "openapi": TEXT,
        "info": _INFO,
        "x-versions": map_of(_VERSION, "a map of versions"),
        "x-replaced-by": TEXT,
        "families": TEXTS,
        "servers": list_of(_SERVER, "a list of servers"),
        "security": list_of(map_of(TEXTS, "a map of schemes"), "a list of schemes"),
        "securitySchemes": map_of(map_of(TEXT, "a map of texts"), "a map of schemes"),
        "authErrors": TEXTS,
        "conditions": map_of(_CONDITION, "a map of names to conditions"),
        "permissionErrors": record("permissionErrors", dict.fromkeys((*METHODS, "batch"), TEXT)),
        "parameterErrors": record("parameterErrors", dict.fromkeys(CHECKS, TEXT)),
        "x-fields": record("x-fields", {"name": TEXT, "description": TEXT}, ("name", "description")),
        "headers": _HEADERS,
        "groups": map_of(TEXTS, "a map of titles to words"),
        "deliveries": map_of(_DELIVERY, "a map of resources to what is sent of them"),
        "deliveryHeaders": _HEADERS,
        "resources": list_of(TEXT, "a list of folders"),
        "x-shown": TEXTS,
    },
    ("openapi", "info", "x-versions", "servers", "resources"),
)

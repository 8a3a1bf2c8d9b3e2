"""Every word of JSON Schema and OpenAPI: carried to where people and programs find it, or refused."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import bars
from building import TEMPLATES, lean_project, woospec
from hostile_specs import EXAMPLES, PATHS, SCHEMAS, Documents, documents, write
from woospec.formats import FORMATS
from woospec.model import LIMITS, Scalar
from woospec.render import environment
from woospec.rules.shapes import PATHS_FILE, SCHEMA
from woospec.types import scalar
from woospec.validate import collect
from woospec.views.limits import ranges

#: The vocabularies of JSON Schema 2020-12 and OpenAPI 3.0 and 3.1 for schemas.
ALL_WORDS = """
    $anchor $comment $defs $dynamicAnchor $dynamicRef $id $recursiveRef $ref $schema $vocabulary additionalItems
    additionalProperties allOf anyOf const contains contentEncoding contentMediaType contentSchema default definitions
    dependencies dependentRequired dependentSchemas deprecated description discriminator else enum example examples
    exclusiveMaximum exclusiveMinimum externalDocs format if items maxContains maxItems maxLength maxProperties maximum
    minContains minItems minLength minProperties minimum multipleOf not nullable oneOf pattern patternProperties
    prefixItems properties propertyNames readOnly required then title type unevaluatedItems unevaluatedProperties
    uniqueItems writeOnly xml
"""

MODEL, PARAMS = "wooclient/v3/models/things.py", "wooclient/v3/params/things.py"
RESOURCE, FLAT, API = "wooclient/v3/resources/things.py", "wooclient/documents/v3.json", "API.md"


def field(kind: str, **words: Any) -> dict[str, Any]:
    return {"type": kind, "description": "A probe.", **words}


TEXTS = {"type": "string"}
#: Fields, each for some words, and what is found of them: in a file, text.
FIELDS: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "minimum maximum": (field("integer", minimum=0, maximum=9), {MODEL: "From 0 to 9.", PARAMS: "From 0 to 9."}),
    "minLength": (
        field("string", minLength=1),
        {MODEL: "At least 1 character.", PARAMS: "At least 1 character.", FLAT: '"minLength": 1'},
    ),
    "maxLength": (
        field("string", maxLength=40),
        {MODEL: "At most 40 characters.", PARAMS: "At most 40 characters.", FLAT: '"maxLength": 40'},
    ),
    "minItems maxItems uniqueItems": (
        field(
            "array", items={"type": "string", "minLength": 2, "maxLength": 2}, minItems=1, maxItems=3, uniqueItems=True
        ),
        {PARAMS: "From 1 to 3 items. No two alike. Each of them: exactly 2 characters.", MODEL: "No two alike."},
    ),
    "minProperties maxProperties": (
        field("object", additionalProperties={"type": "integer", "minimum": 1}, minProperties=1, maxProperties=2),
        {MODEL: "From 1 to 2 keys. Each of them: at least 1.", PARAMS: "From 1 to 2 keys."},
    ),
    "anyOf": (
        {"description": "A probe.", "anyOf": [{"type": "string", "maxLength": 7}, {"type": "integer", "minimum": 5}]},
        {MODEL: "str | int", PARAMS: "At least 5. At most 7 characters."},
    ),
    "deprecated": (field("string", deprecated=True), {MODEL: "Deprecated. A probe.", PARAMS: "Deprecated. A probe."}),
    "deprecated x-write": (
        field("string", deprecated=True, **{"x-write": {"type": "integer", "default": 3}}),
        {PARAMS: "Deprecated. A probe. Default for a new one: 3."},
    ),
    "default x-write": (
        field("string", default="a", **{"x-write": {"type": "string", "enum": ["a", "b"]}}),
        {PARAMS: "Default for a new one: a."},
    ),
    "default": (
        field("string", default="usual"),
        {PARAMS: "Default for a new one: usual.", FLAT: '"default": "usual"'},
    ),
    "enum": (field("string", enum=["one", "two"]), {MODEL: 'Literal["one", "two"]', PARAMS: 'Literal["one", "two"]'}),
    "const": (field("string", const="only"), {MODEL: 'Literal["only"]', PARAMS: 'Literal["only"]'}),
    "readOnly": (field("string", readOnly=True), {MODEL: "str | None = None"}),
    "writeOnly": (field("string", writeOnly=True), {PARAMS: "str"}),
    "format": (field("string", format="decimal"), {MODEL: "DecimalText", PARAMS: "DecimalInput"}),
    "items": (field("array", items={"type": "integer"}), {MODEL: "list[int]", PARAMS: "Sequence[int]"}),
    "additionalProperties": (field("object", additionalProperties={"type": "integer"}), {MODEL: "dict[str, int]"}),
    "$ref": ({"$ref": "#/Word", "description": "A probe."}, {MODEL: "str", PARAMS: "At most 6 characters."}),
    "type description": (field("boolean"), {MODEL: "bool", PARAMS: "A probe."}),
}
#: Words that say something of a whole schema; the base of these tests uses them.
WHOLE = {"allOf", "properties", "required"}
REFUSED = {"pattern": "^a"}
#: What a wrong value would hide.
VALUES: dict[str, Any] = {"nullable": True, "not": {"type": "string"}, "oneOf": [{"type": "string"}], "title": "T"}


def name_of(words: str) -> str:
    return "probe_" + "_".join(words.lower().replace("$", "").replace("-", "_").split())


def with_probes() -> Documents:
    spec = documents()
    schemas, paths = spec[SCHEMAS], spec[PATHS]["paths"]
    schemas["Word"] = field("string", maxLength=6)
    schemas["ThingPart"] |= {"deprecated": True, "minProperties": 1}
    may_lack = {"x-optional": True}
    schemas["Thing"]["properties"] |= {
        name_of(words): schema if "writeOnly" in schema else schema | may_lack for words, (schema, _) in FIELDS.items()
    }
    paths["/things"]["get"]["parameters"].append(
        {
            "name": "old",
            "in": "query",
            "description": "A filter.",
            "deprecated": True,
            "schema": {"type": "string", "maxLength": 5, "default": "abc"},
        }
    )
    paths["/things"]["get"]["deprecated"] = True
    paths["/things/{id}"]["get"]["deprecated"] = True
    paths["/things/many"] = {
        "post": {
            **paths["/things"]["post"],
            "operationId": "things.make_many",
            "summary": "Create many things",
            "requestBody": {
                "required": True,
                "content": {
                    "application/json": {
                        "schema": {"type": "array", "minItems": 2, "items": {"$ref": "schemas.yaml#/ThingCreate"}}
                    }
                },
            },
        }
    }
    one = spec[EXAMPLES]["things.create"]
    spec[EXAMPLES]["things.make_many"] = {"request": [one["request"]] * 2, "response": one["response"]}
    return spec


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = lean_project(tmp_path_factory.mktemp("words"))
    write(root, with_probes())
    found = woospec(root, "build")
    assert found.code == 0, found.out
    return root / "generated"


def about(text: str, name: str) -> Iterator[str]:
    """The declarations of a field with their docstrings, wherever they stand."""
    lines = text.splitlines()
    for i, line in enumerate(lines):
        if line.startswith(f"    {name}: "):
            end = next((j for j in range(i + 1, len(lines)) if lines[j].endswith('"""')), i)
            yield " ".join(" ".join(lines[i : end + 1]).split())


@pytest.mark.parametrize("words", FIELDS)
def test_what_a_word_says_is_found(output: Path, words: str) -> None:
    for file, text in FIELDS[words][1].items():
        found = (output / file).read_text("utf-8")
        if file == FLAT:
            schemas = json.loads(found)["components"]["schemas"]
            assert text in json.dumps(schemas["Thing"]["properties"][name_of(words)])
        else:
            told = list(about(found, name_of(words)))
            assert told, f"{file} has no such field"
            assert any(text in one for one in told), told


def test_what_is_read_only_is_not_sent_and_what_is_write_only_not_read(output: Path) -> None:
    assert not list(about((output / PARAMS).read_text("utf-8"), "probe_readonly"))
    assert not list(about((output / MODEL).read_text("utf-8"), "probe_writeonly"))


def test_a_deprecated_schema_says_so(output: Path) -> None:
    for file in (MODEL, PARAMS):
        assert '"""Deprecated. A piece of a thing. At least 1 key."""' in (output / file).read_text("utf-8")


def test_a_deprecated_parameter_says_so(output: Path) -> None:
    told = "Deprecated. A filter. At most 5 characters. Default: abc."
    assert told in (output / PARAMS).read_text("utf-8")


def test_a_body_says_what_it_keeps_to(output: Path) -> None:
    assert "Makes a thing. At least 2 items." in (output / RESOURCE).read_text("utf-8")


def test_a_deprecated_operation_says_so_to_people_and_to_type_checkers(output: Path) -> None:
    text = (output / RESOURCE).read_text("utf-8")
    mark = '@deprecated("things.get is deprecated; its docstring tells more")\n    {} get('
    for define in ("def", "async def"):
        assert mark.format(define) in text
    for method in ("def list(", "def iter(", "async def list("):
        assert f'    @deprecated("things.list is deprecated; its docstring tells more")\n    {method}' in text
    assert text.count("@deprecated(") == 6, "no other method is marked"
    assert "\nfrom typing_extensions import deprecated\n" in text
    assert "Get a thing.\n\n        Deprecated. Reads one thing." in text
    parts = re.split(r'^<a id="(.*)"></a>$', (output / API).read_text("utf-8"), flags=re.MULTILINE)
    told = {name for name, part in zip(parts[1::2], parts[2::2], strict=True) if "\n**Deprecated.** " in part}
    assert told == {"things.get", "things.list"}


def test_what_comes_of_the_words_is_as_black_and_ruff_leave_it(output: Path) -> None:
    files = [str(output / file) for file in (MODEL, PARAMS, RESOURCE)]
    black = [sys.executable, "-m", "black", "--check", "--quiet", "--line-length", "120", *files]
    assert subprocess.run(black, check=False).returncode == 0
    ruff = [sys.executable, "-m", "ruff", "check", "--isolated", "--line-length", "120", "--select", "I,F", *files]
    found = subprocess.run(ruff, check=False, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout


# the table


def test_the_table_holds_every_word() -> None:
    carried = {word for words in FIELDS for word in words.split() if not word.startswith("x-")} | WHOLE
    known = {word for word in SCHEMA.members if not word.startswith("x-")}
    assert known == carried | REFUSED.keys()
    # The limits of OpenAPI that a value can be held to without a program, and the one of lists.
    assert set(LIMITS) == {
        *("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"),
        "uniqueItems",
    }
    assert set(LIMITS) <= carried
    assert not known - set(ALL_WORDS.split())


def told(folder: Path, words: list[str]) -> list[str]:
    """What is said of a spec whose fields have some words."""
    spec = documents()
    for word in words:
        value = VALUES.get(word, REFUSED.get(word, "x"))
        spec[SCHEMAS]["Thing"]["properties"][f"with_{word.lstrip('$')}"] = field("string", **{word: value})
    write(lean_project(folder), spec)
    return [f"{p.message} [{p.rule}]" for p in collect(folder / "spec")]


def test_words_that_nobody_carries_are_refused(tmp_path: Path) -> None:
    refused = [word for word in ALL_WORDS.split() if word not in SCHEMA.members]
    bars.least("words of JSON Schema that are refused", len(refused))
    assert told(tmp_path / "unknown", refused) == [f"a schema has no key {word} [unknown-key]" for word in refused]
    assert told(tmp_path / "known", list(REFUSED)) == ["a pattern is not allowed [pattern]"]


def test_words_of_operations_and_parameters_are_the_known_ones() -> None:
    path = PATHS_FILE.members["paths"].others
    assert path is not None
    operation = {word for word in path.members["get"].members if not word.startswith("x-")}
    assert operation == {
        *("operationId", "summary", "description", "parameters", "requestBody", "responses", "deprecated")
    }
    element = path.members["parameters"].element
    assert element is not None
    parameter = {word for word in element.members if not word.startswith("x-")}
    assert parameter == {"$ref", "name", "in", "description", "required", "schema", "deprecated", "style", "explode"}


#: Formats that no type of Python tells from text; they are in the flat documents.
AS_TEXT = {"email", "uri", "html"}


#: Every format that spec/README.md lists, and the types that can have it.
FORMATTED = {
    "string": (
        *("attribute-slug", "comma-list", "date", "date-time", "decimal", "decimal-6", "decimal-or-empty", "email"),
        *("decimal-from-0", "decimal-from-0-or-empty"),
        *("field-list", "html", "local-date-time", "not-zero", "offset-date-time", "offsetless-date-time"),
        *("sql-moment", "tax-rate", "unprotected-key", "uri", "utc-date-time", "utc-moment", "zulu-date-time"),
    ),
    "number": ("decimal", "decimal-6", "decimal-from-0", "quantity", "quantity-from-0", "tax-rate"),
    "integer": ("int32", "limit", "not-zero"),
}


def test_each_format_is_a_type_or_said_to_be_text() -> None:
    every = {(kind, name) for kind, names in FORMATTED.items() for name in names}
    assert {(kind, name) for name, one in FORMATS.items() for kind in one.on} == every
    made = {(kind, name) for kind, name in every if scalar(kind, name) == Scalar(kind, name)}
    assert made == {(kind, name) for kind, name in every if name not in AS_TEXT}


MISPLACED: dict[str, tuple[dict[str, Any], str]] = {
    "minLength-on-integer": (field("integer", minLength=3), "minLength on integer [limits]"),
    "maximum-on-string": (field("string", maximum=3), "maximum on string [limits]"),
    "uniqueItems-on-string": (field("string", uniqueItems=True), "uniqueItems on string [limits]"),
    "maxItems-below": (
        field("array", items={"type": "string"}, minItems=3, maxItems=2),
        "minItems 3 is above maxItems 2",
    ),
    "default-inside": (field("array", items={"type": "string", "default": "x"}), "default has no effect here"),
    "default-read-only": (field("string", readOnly=True, default="x"), "default has no effect here"),
    "deprecated-inside": (
        field("array", items={"type": "string", "deprecated": True}),
        "deprecated has no effect here",
    ),
    "since-inside": (field("array", items={**TEXTS, "x-woo-since": "9.1"}), "x-woo-since has no effect here"),
    "const-list": (field("array", items={"type": "string"}, const=["a"]), "in const is a list that no type can name"),
    "const-float": (field("number", const=1.5), "1.5 in const is a number that no type can name"),
    "enum-float": (field("number", enum=[1.5, 2]), "1.5 in enum is a number that no type can name"),
    "enum-list": (field("array", items={"type": "string"}, enum=[["a"]]), "in enum is a list that no type can name"),
    "format-integer": (field("integer", format="decimal"), "format decimal on integer [format]"),
}


@pytest.mark.parametrize(("schema", "message"), MISPLACED.values(), ids=MISPLACED)
def test_a_word_in_a_place_where_it_would_be_lost_is_refused(
    tmp_path: Path, schema: dict[str, Any], message: str
) -> None:
    root, spec = lean_project(tmp_path / "p"), documents()
    spec[SCHEMAS]["Thing"]["properties"]["probe"] = schema
    write(root, spec)
    found = woospec(root, "validate")
    assert (found.code, message in found.out) == (1, True), found.out


@pytest.mark.parametrize(
    ("kind", "words", "message"),
    [
        ("array", {"style": "pipeDelimited"}, "style: pipeDelimited is not how it is sent"),
        ("array", {"explode": True}, "explode: true is not how it is sent"),
        ("object", {"style": "form"}, "style: form is not how it is sent"),
        ("object", {"style": "deepObject", "explode": False}, "explode: false is not how it is sent"),
    ],
)
def test_a_style_that_the_client_does_not_send_is_refused(
    tmp_path: Path, kind: str, words: dict[str, Any], message: str
) -> None:
    inner = {"items": {"type": "string"}} if kind == "array" else {"additionalProperties": {"type": "string"}}
    added = {"name": "odd", "in": "query", "description": "A filter.", "schema": {"type": kind, **inner}, **words}
    root, spec = lean_project(tmp_path / "p"), documents()
    spec[PATHS]["paths"]["/things"]["get"]["parameters"].append(added)
    write(root, spec)
    found = woospec(root, "validate")
    assert (found.code, message in found.out) == (1, True), found.out


def test_limits_in_words() -> None:
    from woospec.model import Limit

    said = [Limit("minLength", 1), Limit("maxLength", 1), Limit("maxItems", 0), Limit("minimum", 1.5)]
    words: Any = environment(TEMPLATES).get_template("texts.jinja").module
    assert words.limits(ranges(said)) == " At least 1.5. Exactly 1 character. No items."

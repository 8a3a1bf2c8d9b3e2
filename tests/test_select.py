"""Selecting: version ranges, derived write schemas, and house words written out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from specs import BASE, THINGS, document, graph_of, schemas
from woospec.families import Family, Version
from woospec.select import select

STUBS = """
ThingUpdate: {x-writes: Thing, description: Changes.}
ThingCreate: {description: New., allOf: [{$ref: "#/ThingUpdate"}], required: [name]}
"""


def thing(properties: str, more: str = "") -> str:
    """A schema file whose Thing has these properties."""
    return f"Thing:\n  type: object\n  description: A thing.\n  properties:\n{properties}\n{more}{STUBS}"


def paths(old: str, new: str) -> str:
    """The base's paths with one text replaced."""
    text = (BASE / THINGS / "paths.yaml").read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new)


# ranges

_SETTLED = [Version(step, "", step, step, f"/{step}", (step,)) for step in ("v3", "v2", "v1")]
_TRIED = [Version(step, "", step, step, f"/{step}", (step,), experimental=True) for step in ("v5", "v4")]
FAMILY = Family("", (*_SETTLED, *_TRIED))


@pytest.mark.parametrize(
    ("marks", "versions"),
    [
        ({}, "123"),
        ({"x-since": "v2"}, "23"),
        ({"x-until": "v2"}, "12"),
        ({"x-since": "v2", "x-until": "v2"}, "2"),
        ({"x-since": "v3", "x-until": "v1"}, ""),
        ({"x-since": "nonsense"}, "123"),
        ({"x-since": ["v3"]}, "123"),
    ],
)
def test_what_a_version_holds(marks: dict[str, Any], versions: str) -> None:
    assert "".join(v for v in "123" if FAMILY.holds(marks, f"v{v}")) == versions


def test_what_is_no_map_is_in_every_version() -> None:
    assert FAMILY.holds(None, "v1")


@pytest.mark.parametrize(
    ("path", "operation", "there"),
    [
        ({}, {}, "v1 v2 v3"),
        ({"x-since": "v3"}, {}, "v3"),
        ({"x-since": "v2"}, {"x-until": "v2"}, "v2"),
        ({"x-since": "v4"}, {}, "v4"),
        ({}, {"x-since": "v4"}, "v4"),
        ({"x-until": "v3"}, {"x-since": "v4"}, ""),
        ({"x-since": "v4"}, {"x-since": "v5"}, "v5"),
    ],
)
def test_an_experimental_version_has_only_the_operations_that_name_it(
    path: dict[str, str], operation: dict[str, str], there: str
) -> None:
    assert FAMILY.steps == ("v1", "v2", "v3", "v4", "v5")
    assert [step for step in FAMILY.steps if FAMILY.serves(path, operation, step)] == there.split()


@pytest.mark.parametrize(("version", "there"), [("v1", False), ("v2", True), ("v3", True)])
def test_ranges_drop_paths_operations_and_parameters(tmp_path: Path, version: str, there: bool) -> None:
    text = paths("  /things/batch:\n", "  /things/batch:\n    x-since: v2\n")
    text = text.replace(
        "    post:\n      operationId: things.create", "    post:\n      x-since: v2\n      operationId: things.create"
    )
    text = text.replace("        - name: size\n", "        - name: size\n          x-since: v2\n")
    found = document(tmp_path, {f"{THINGS}/paths.yaml": text}, version)["paths"]
    assert ("/things/batch" in found) is there
    assert ("post" in found["/things"]) is there
    assert any(p.get("name") == "size" for p in found["/things"]["get"]["parameters"]) is there
    assert "x-since" not in str(found)


def test_a_path_without_operations_is_left_out(tmp_path: Path) -> None:
    text = paths("  /things/batch:\n    post:\n", "  /things/batch:\n    post:\n      x-until: v1\n")
    assert "/things/batch" not in document(tmp_path, {f"{THINGS}/paths.yaml": text})["paths"]


def test_ranges_drop_fields_and_what_is_required(tmp_path: Path) -> None:
    text = thing(
        "    id: {type: integer}\n    name: {type: string, x-optional: true}\n"
        "    old: {type: string, x-until: v1}\n    new: {type: string, x-since: v3}",
    )
    assert [schemas(tmp_path / v, text, v)["Thing"]["required"] for v in ("v1", "v2", "v3")] == [
        ["id", "old"],
        ["id"],
        ["id", "new"],
    ]
    found = schemas(tmp_path / "again", text, "v2")
    assert set(found["Thing"]["properties"]) == {"id", "name"}
    assert set(found["ThingUpdate"]["properties"]) == {"id", "name"}


def test_answers_have_every_field_of_which_nothing_else_is_said(tmp_path: Path) -> None:
    text = thing(
        "    id: {type: integer}\n"
        "    name: {type: string, x-in: {v1: {x-optional: true}}}\n"
        "    note: {type: string, x-optional: true, x-in: {v3: {x-optional: false}}}\n"
        '    late: {type: string, x-woo-since: "9.9"}\n'
        '    early: {type: string, x-woo-until: "9.9"}\n'
        "    sent: {type: string, writeOnly: true}\n"
        '    part: {$ref: "#/Part", x-optional: true}',
        "Part: {type: object, properties: {a: {type: string, x-optional: true}}}\n",
    )
    found = {v: schemas(tmp_path / v, text, v) for v in ("v1", "v2", "v3")}
    assert {v: named["Thing"]["required"] for v, named in found.items()} == {
        "v1": ["id"],
        "v2": ["id", "name"],
        "v3": ["id", "name", "note"],
    }
    assert found["v2"]["Part"] == {"type": "object", "properties": {"a": {"type": "string"}}}
    assert "required" not in found["v2"]["ThingUpdate"]
    assert not any("x-optional" in str(named) for named in found.values())


def test_what_only_requests_hold_lists_what_it_requires(tmp_path: Path) -> None:
    text = thing(
        "    name: {type: string}\n"
        '    way: {type: string, x-write: {$ref: "#/Sent"}}\n'
        '    more: {$ref: "#/Sent", writeOnly: true}',
        "Sent: {type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}\n",
    )
    found = schemas(tmp_path, text)
    assert found["Thing"]["required"] == ["name", "way"]
    assert found["Sent"]["required"] == ["b"]


# write schemas


def test_write_schemas_have_no_read_only_field_and_require_only_what_they_say(tmp_path: Path) -> None:
    text = thing("    id: {type: integer, readOnly: true}\n    name: {type: string, default: x}")
    found = schemas(tmp_path, text)
    assert found["ThingUpdate"]["properties"] == {"name": {"type": "string"}}
    assert "required" not in found["ThingUpdate"]
    assert found["ThingCreate"]["properties"] == {"name": {"type": "string", "default": "x"}}
    assert found["ThingCreate"]["required"] == ["name"]
    assert found["Thing"]["required"] == ["id", "name"]


def test_nested_schemas_get_input_twins(tmp_path: Path) -> None:
    more = """
Part:
  type: object
  x-write-required: [label]
  properties:
    id: {type: integer, readOnly: true}
    label: {type: string}
"""
    found = schemas(
        tmp_path, thing('    name: {type: string}\n    parts: {type: array, items: {$ref: "#/Part"}}', more)
    )
    assert found["ThingUpdate"]["properties"]["parts"]["items"] == {"$ref": "#/components/schemas/PartInput"}
    assert found["PartInput"] == {"type": "object", "required": ["label"], "properties": {"label": {"type": "string"}}}
    assert "x-write-required" not in found["Part"]


def test_nested_schemas_that_do_not_differ_are_shared(tmp_path: Path) -> None:
    more = "Part: {type: object, properties: {label: {type: string, x-optional: true}}}\n"
    found = schemas(tmp_path, thing('    name: {type: string}\n    part: {$ref: "#/Part"}', more))
    assert found["ThingUpdate"]["properties"]["part"] == {"$ref": "#/components/schemas/Part"}
    assert "PartInput" not in found


def test_a_field_is_read_only_if_its_schema_is(tmp_path: Path) -> None:
    more = "Links: {type: object, readOnly: true, additionalProperties: {type: string}}\n"
    found = schemas(tmp_path, thing('    name: {type: string}\n    links: {$ref: "#/Links"}', more))
    assert set(found["ThingUpdate"]["properties"]) == {"name"}


def test_recursive_schemas_end(tmp_path: Path) -> None:
    more = """
Node:
  type: object
  properties:
    id: {type: integer, readOnly: true}
    below: {type: array, items: {$ref: "#/Node"}}
"""
    found = schemas(tmp_path, thing('    name: {type: string}\n    node: {$ref: "#/Node"}', more))
    assert found["NodeInput"]["properties"] == {
        "below": {"type": "array", "items": {"$ref": "#/components/schemas/NodeInput"}}
    }


def test_write_only_fields_are_in_requests_alone(tmp_path: Path) -> None:
    found = schemas(tmp_path, thing("    name: {type: string}\n    secret: {type: string, writeOnly: true}"))
    assert "secret" not in found["Thing"]["properties"]
    assert "secret" in found["ThingUpdate"]["properties"]


def test_x_write_takes_the_place_of_the_read_schema(tmp_path: Path) -> None:
    field = "{type: array, items: {type: integer}, description: Sizes., x-write: {type: string}}"
    found = schemas(tmp_path, thing(f"    name: {{type: string}}\n    sizes: {field}"))
    assert found["ThingUpdate"]["properties"]["sizes"] == {"description": "Sizes.", "type": "string"}
    assert found["Thing"]["properties"]["sizes"]["type"] == "array"
    assert "x-write" not in found["Thing"]["properties"]["sizes"]


@pytest.mark.parametrize("more", ["", ", x-write: {type: integer}"])
def test_what_is_not_checked_is_said_of_requests(tmp_path: Path, more: str) -> None:
    found = schemas(tmp_path, thing(f"    name: {{type: string, x-unchecked: true{more}}}\n    size: {{type: string}}"))
    unchecked = {name for name, field in found["ThingUpdate"]["properties"].items() if field.get("x-unchecked")}
    assert unchecked == {"name"}


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("{type: string, x-clear-with: null}", {"type": ["string", "null"]}),
        ('{type: [string, "null"], x-clear-with: null}', {"type": ["string", "null"]}),
        ('{type: string, x-clear-with: ""}', {"type": "string"}),
        ("{type: string, enum: [a], x-clear-with: null}", {"type": ["string", "null"], "enum": ["a", None]}),
        ("{anyOf: [{type: string}], x-clear-with: null}", {"anyOf": [{"type": "string"}, {"type": "null"}]}),
        (
            '{$ref: "#/Label", x-clear-with: null}',
            {"anyOf": [{"$ref": "#/components/schemas/Label"}, {"type": "null"}]},
        ),
    ],
)
def test_fields_that_null_clears_take_null(tmp_path: Path, field: str, written: dict[str, Any]) -> None:
    more = "Label: {type: object, properties: {text: {type: string, x-optional: true}}}\n"
    found = schemas(tmp_path, thing(f"    name: {{type: string}}\n    field: {field}", more))["ThingUpdate"]
    kept = {k: v for k, v in found["properties"]["field"].items() if k != "x-clear-with"}
    assert kept == written


def test_known_values_are_closed_in_requests(tmp_path: Path) -> None:
    found = schemas(tmp_path, thing("    name: {type: string, x-known-values: [a, b]}"))
    assert found["ThingUpdate"]["properties"]["name"]["enum"] == ["a", "b"]
    assert "enum" not in found["Thing"]["properties"]["name"]


def test_a_stub_may_add_fields_of_its_own(tmp_path: Path) -> None:
    text = thing("    name: {type: string}").replace(
        "description: Changes.", "description: Changes., properties: {extra: {type: string}}"
    )
    found = schemas(tmp_path, text)
    assert set(found["ThingUpdate"]["properties"]) == {"name", "extra"}
    assert set(found["ThingCreate"]["properties"]) == {"name", "extra"}


# house words


def test_batch(tmp_path: Path) -> None:
    found = document(tmp_path, {})
    operation, components = found["paths"]["/things/batch"]["post"], found["components"]["schemas"]
    assert operation["requestBody"]["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/ThingBatch"
    }
    assert set(components["ThingBatch"]["properties"]) == {"create", "update", "delete"}
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]["anyOf"]
    assert answer[0] == {"$ref": "#/components/schemas/ThingBatchResult"}
    assert operation["x-batch"]["limit"] == 100


def test_batch_without_create_and_delete(tmp_path: Path) -> None:
    text = paths(
        "create: schemas.yaml#/ThingCreate, update: schemas.yaml#/ThingUpdate, ",
        "update: schemas.yaml#/ThingUpdate, delete: false, ",
    )
    found = document(tmp_path, {f"{THINGS}/paths.yaml": text})["components"]["schemas"]
    assert set(found["ThingBatch"]["properties"]) == {"update"}
    assert set(found["ThingBatchResult"]["properties"]) == {"update"}


@pytest.mark.parametrize(("version", "kind"), [("v1", "integer"), ("v2", "string"), ("v3", "string")])
def test_words_that_one_version_has_of_its_own(tmp_path: Path, version: str, kind: str) -> None:
    text = thing(
        "    name: {type: string, description: A name., x-in: {v1: {type: integer, x-write: {type: boolean}}}}\n"
        "    size: {x-in: {v1: {$ref: '#/Size'}}, type: string}\n",
        "Size: {type: integer, description: How big.}\n",
    )
    found = schemas(tmp_path, text, version)
    assert found["Thing"]["properties"]["name"] == {"type": kind, "description": "A name."}
    assert found["ThingUpdate"]["properties"]["name"]["type"] == ("boolean" if version == "v1" else "string")
    assert ("Size" in found) is (version == "v1")


def test_errors(tmp_path: Path) -> None:
    operation = document(tmp_path, {})["paths"]["/things/{id}"]["get"]
    assert set(operation["responses"]) == {"200", "401", "404", "default"}
    assert operation["responses"]["404"] == {"$ref": "#/components/responses/Error404"}
    assert operation["x-errors"] == {"401": ["bad_key"], "404": ["no_thing"]}


@pytest.mark.parametrize(
    ("style", "headers"),
    [
        ("pages", {"X-WP-Total", "X-WP-TotalPages", "Link"}),
        ("total", {"X-WP-Total", "X-WP-TotalPages"}),
        ("none", set()),
    ],
)
def test_paging(tmp_path: Path, style: str, headers: set[str]) -> None:
    text = paths("x-paging: pages", f"x-paging: {style}")
    found = document(tmp_path, {f"{THINGS}/paths.yaml": text})
    assert set(found["paths"]["/things"]["get"]["responses"]["200"].get("headers", {})) == headers
    assert set(found["components"]["headers"]) == headers


def test_totals_that_came_with_a_release_are_not_demanded(tmp_path: Path) -> None:
    text = paths("x-paging: pages", 'x-paging: total\n      x-totals-since: "9.9"')
    operation = document(tmp_path, {f"{THINGS}/paths.yaml": text})["paths"]["/things"]["get"]
    assert "x-totals-since" not in operation
    headers = operation["responses"]["200"]["headers"]
    assert {name: (h.get("required", False), h["x-woo-since"]) for name, h in headers.items()} == {
        "X-WP-Total": (False, "9.9"),
        "X-WP-TotalPages": (False, "9.9"),
    }


def test_totals_that_an_empty_list_lacks_are_not_demanded(tmp_path: Path) -> None:
    text = paths("x-paging: pages", "x-paging: total\n      x-totals-if-empty: false")
    operation = document(tmp_path, {f"{THINGS}/paths.yaml": text})["paths"]["/things"]["get"]
    assert "x-totals-if-empty" not in operation
    headers = operation["responses"]["200"]["headers"]
    assert [(h.get("required", False), h["x-unless-empty"]) for h in headers.values()] == [(False, True)] * 2


def test_lists_in_queries_go_with_commas(tmp_path: Path) -> None:
    text = paths("schema: {type: string, enum: [small, large]}", "schema: {type: array, items: {type: string}}")
    files = {f"{THINGS}/paths.yaml": text}
    sizes = [p for p in document(tmp_path, files)["paths"]["/things"]["get"]["parameters"] if p.get("name") == "size"]
    assert (sizes[0]["style"], sizes[0]["explode"]) == ("form", False)


def test_examples_are_attached(tmp_path: Path) -> None:
    operation = document(tmp_path, {})["paths"]["/things"]["post"]
    assert operation["requestBody"]["content"]["application/json"]["example"] == {"name": "Cup", "price": "9.50"}
    assert operation["responses"]["201"]["content"]["application/json"]["example"]["id"] == 1


def test_components_that_nothing_uses_are_left_out(tmp_path: Path) -> None:
    text = (BASE / THINGS / "schemas.yaml").read_text(encoding="utf-8") + "Unused: {type: string}\n"
    assert "Unused" not in schemas(tmp_path, text)


def test_origins_lead_back_to_the_spec(tmp_path: Path) -> None:
    graph, problems = graph_of(tmp_path, {})
    bundle = select(graph, "v3", problems)
    found = bundle.origin("/components/schemas/Thing/properties/name/type")
    assert found is not None
    assert (found[0].file.path, found[0].pointer, found[1]) == (
        f"{THINGS}/schemas.yaml",
        "/Thing/properties/name",
        "/type",
    )
    assert bundle.origin("") is None


def test_two_schemas_of_one_name_are_reported(tmp_path: Path) -> None:
    more = {f"{THINGS}/more.yaml": "Thing: {type: string}\n"}
    text = paths(
        "content: {application/json: {schema: {$ref: schemas.yaml#/ThingUpdate}}}",
        "content: {application/json: {schema: {$ref: more.yaml#/Thing}}}",
    )
    graph, problems = graph_of(tmp_path, {f"{THINGS}/paths.yaml": text, **more})
    select(graph, "v3", problems)
    assert [p.rule for p in problems] == ["name-collision"]

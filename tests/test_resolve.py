"""Resolving: every reference leads to one place, or is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from specs import document, graph_of


def messages(folder: Path, text: str) -> list[str]:
    return [p.message for p in graph_of(folder, {"resources/things/schemas.yaml": text})[1]]


def test_references_lead_to_one_place(tmp_path: Path) -> None:
    graph, problems = graph_of(tmp_path, {})
    assert not problems
    targets = {(t.file.path, t.pointer) for (_, _, value), t in graph.targets.items() if value.endswith("#/Thing")}
    assert targets == {("resources/things/schemas.yaml", "/Thing")}


@pytest.mark.parametrize(
    ("reference", "pointer"),
    [
        ("#/Thing", "/Thing"),
        ("schemas.yaml#/Thing", "/Thing"),
        ("../things/schemas.yaml#/Thing/properties/id", "/Thing/properties/id"),
        ("#/Thing/properties/size/x-known-values/0", "/Thing/properties/size/x-known-values/0"),
        ("#/None", None),
        ("none.yaml#/Thing", None),
        ("../../../outside.yaml#/Thing", None),
        ("#/Thing/properties/size/x-known-values/9", None),
        ("#/Thing/properties/size/x-known-values/2", None),
        ("#/Thing/properties/size/x-known-values/1", "/Thing/properties/size/x-known-values/1"),
        ("#/Thing/properties/size/x-known-values/01", None),
        ("#/Thing/properties/size/x-known-values/²", None),
        ("#/Thing/properties/size/x-known-values/" + "9" * 5000, None),
        ("#/Thing/type/x", None),
    ],
)
def test_find(tmp_path: Path, reference: str, pointer: str | None) -> None:
    graph, _ = graph_of(tmp_path, {})
    found = graph.find("resources/things/schemas.yaml", reference)
    assert (found.pointer if found else None) == pointer


def test_a_field_called_ref_is_a_field(tmp_path: Path) -> None:
    text = "Thing: {properties: {$ref: {type: string}}}\nThingCreate: {}\nThingUpdate: {}\n"
    assert messages(tmp_path, text) == []


def test_examples_may_hold_references_as_data(tmp_path: Path) -> None:
    _, problems = graph_of(tmp_path, {"resources/things/examples.yaml": 'x: {$ref: "#/nowhere"}\n'})
    assert not problems


def test_references_into_a_broken_file_are_not_blamed(tmp_path: Path) -> None:
    _, problems = graph_of(tmp_path, {"resources/things/schemas.yaml": "Thing: ["})
    assert [p.rule for p in problems] == ["yaml"]


def test_recursion_is_no_cycle(tmp_path: Path) -> None:
    text = 'Thing: {properties: {again: {$ref: "#/Thing"}}}\nThingCreate: {}\nThingUpdate: {}\n'
    assert messages(tmp_path, text) == []


def test_a_chain_that_ends_is_no_cycle(tmp_path: Path) -> None:
    text = 'Thing: {$ref: "#/ThingCreate"}\nThingCreate: {$ref: "#/ThingUpdate"}\nThingUpdate: {type: string}\n'
    assert messages(tmp_path, text) == []


# the files of one version beside those of all


_OLD_PATHS = """
paths:
  /things/old:
    get:
      operationId: things.old
      x-until: v1
      summary: Read the old thing
      description: As it was.
      parameters:
        - $ref: ../../common/parameters.yaml#/page
      responses:
        "200":
          description: The thing.
          content: {application/json: {schema: {$ref: v1.yaml#/OldThing}}}
      x-errors:
        "404": [no_thing]
"""
_OLD_SCHEMAS = """
OldThing:
  type: object
  description: A thing as it was.
  properties:
    parts: {type: array, description: Its parts., items: {$ref: schemas.yaml#/ThingPart}}
"""
_PATHS, _SCHEMAS = "resources/things/paths-v1.yaml", "resources/things/v1.yaml"


def test_references_in_files_of_one_version_are_in_its_document_and_in_no_other(tmp_path: Path) -> None:
    files = {_PATHS: _OLD_PATHS, _SCHEMAS: _OLD_SCHEMAS}
    old = document(tmp_path / "old", files, "v1")
    operation = old["paths"]["/things/old"]["get"]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert answer == {"$ref": "#/components/schemas/OldThing"}
    assert operation["parameters"] == [{"$ref": "#/components/parameters/page"}]
    parts = old["components"]["schemas"]["OldThing"]["properties"]["parts"]
    assert parts["items"] == {"$ref": "#/components/schemas/ThingPart"}
    new = document(tmp_path / "new", files)
    assert "/things/old" not in new["paths"]
    assert "OldThing" not in new["components"]["schemas"]


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        (_PATHS, "v1.yaml#/OldThing", "v1.yaml#/OldThin"),
        (_PATHS, "v1.yaml#/OldThing", "v2.yaml#/OldThing"),
        (_PATHS, "parameters.yaml#/page", "parameters.yaml#/pages"),
        (_SCHEMAS, "schemas.yaml#/ThingPart", "schemas.yaml#/ThingPrat"),
        (_SCHEMAS, "schemas.yaml#/ThingPart", "v1.yaml#/ThingPart"),
    ],
)
def test_references_to_nothing_in_files_of_one_version_are_reported(
    tmp_path: Path, name: str, right: str, wrong: str
) -> None:
    files = {_PATHS: _OLD_PATHS, _SCHEMAS: _OLD_SCHEMAS}
    files[name] = files[name].replace(right, wrong)
    (problem,) = graph_of(tmp_path, files)[1]
    assert problem.rule == "ref"
    assert problem.message.startswith("$ref leads nowhere: ")
    assert problem.message.endswith(wrong)
    assert problem.places[0].file == name

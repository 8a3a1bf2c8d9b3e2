"""Resolving: every reference leads to one place, or is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from specs import graph_of


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
        ("#/Thing/required/0", "/Thing/required/0"),
        ("#/None", None),
        ("none.yaml#/Thing", None),
        ("../../../outside.yaml#/Thing", None),
        ("#/Thing/required/9", None),
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

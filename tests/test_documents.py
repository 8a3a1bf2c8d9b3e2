"""The flat documents of the package: one form for other tools, the mock store and the contract suite."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

import yaml_text
from building import PROJECT
from evidence.description import versions
from wooclient import openapi
from wooclient._runtime.documents import document, folded, followed, operations_of, parameters_of, unescape
from wooclient.mock import MockStore
from woospec.lines import Lines

SPEC = PROJECT / "spec"


def test_a_document_is_the_callers_own() -> None:
    found = openapi("v3")
    found["paths"].clear()
    assert openapi("v3")["paths"]
    assert (found["openapi"], found["info"]["title"]) == ("3.1.0", "WooCommerce REST API, wc/v3")


def test_a_store_that_begins_leaves_the_document_as_it_is() -> None:
    with MockStore(url="https://one-more.example") as store:
        assert store.state.get("products", 101)
    assert document("v3") == openapi("v3")


def test_a_version_that_there_is_none_of() -> None:
    with pytest.raises(ValueError, match=r"no version .*; there are v3, v2, v1, legacy-v3, legacy-v2, legacy-v1$"):
        openapi("../v3")


@pytest.mark.parametrize("version", versions())
def test_every_origin_is_there_and_speaks_of_what_came_of_it(version: str) -> None:
    found = openapi(version)
    operations = [(path, method, item[method]) for path, method, item in operations_of(found)]
    assert all("x-origin" in operation for _, _, operation in operations)
    for path, method, operation in operations:
        assert operation["operationId"] == _at(operation["x-origin"])["operationId"], (path, method)
    placed = {name: s["x-origin"] for name, s in found["components"]["schemas"].items() if "x-origin" in s}
    assert len(placed) > 40
    # A schema of another name has taken the place of one that differs in this version.
    assert [name for name, origin in placed.items() if name != origin.rpartition("/")[2]] == []
    assert [name for name, origin in placed.items() if not _at(origin)] == []


def _at(place: str) -> Any:
    """What stands at a place in the spec."""
    file, _, pointer = place.partition("#")
    if file not in _READ:
        _READ[file] = yaml_text.load((SPEC / file).read_text("utf-8"))
    value = _READ[file]
    for step in pointer.split("/")[1:]:
        value = value[unescape(step)]
    return value


_READ: dict[str, Any] = {}


def test_parameters_come_with_those_of_their_path() -> None:
    found = document("v3")
    item = found["paths"]["/orders/{order_id}/notes/{id}"]
    assert [p["name"] for p in parameters_of(found, item, item["get"])][:2] == ["order_id", "id"]
    assert followed(found, {"in": "query"}) == {"in": "query"}


# lines


def test_a_place_is_told_by_its_line() -> None:
    lines = Lines(SPEC)
    file, _, line = lines("resources/coupons/schemas.yaml#/Coupon/properties/amount").rpartition(":")
    assert file == "resources/coupons/schemas.yaml"
    text = (SPEC / file).read_text("utf-8").splitlines()
    assert text[int(line) - 1].strip() == "amount:"
    above = lines("resources/coupons/schemas.yaml#/Coupon/properties/plugin/deep")
    assert text[int(above.rpartition(":")[2]) - 1].strip() == "properties:"


@pytest.mark.parametrize("place", ["gone.yaml#/A", "../outside.yaml#/A", "broken.yaml#/A", "", "#/A"])
def test_a_place_that_is_not_there_any_more_stays_as_it_was(tmp_path: Path, place: str) -> None:
    spec = tmp_path / "spec"
    spec.mkdir()
    (tmp_path / "outside.yaml").write_text("A: 1\n", "utf-8")
    (spec / "broken.yaml").write_text("A: [1\n", "utf-8")
    assert Lines(spec)(place) == place


_WORDS = {"enum": ["a", "b"], "type": "string"}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"anyOf": [_WORDS, {"type": "string"}], "x": 1}, {"x": 1, "type": "string", "x-known-values": ["a", "b"]}),
        ({"anyOf": [_WORDS, {"type": "string"}, {"type": "null"}]},
         {"type": ["string", "null"], "x-known-values": ["a", "b"]}),
        ({"anyOf": [_WORDS, {"type": "string"}], "x-checked": True},
         {"type": "string", "x-known-values": ["a", "b"], "enum": ["a", "b"]}),
        # No open list: any of several kinds, no words, words of another kind, nothing at all.
        ({"anyOf": [_WORDS, {"type": "integer"}]}, None),
        ({"anyOf": [{"type": "string"}, {"type": "string"}]}, None),
        ({"anyOf": [{"type": "integer"}, {"type": "string"}]}, None),
        ({"anyOf": []}, None),
        (_WORDS, None),
    ],
)  # fmt: skip
def test_an_open_list_is_a_type_with_known_words(schema: dict[str, Any], expected: dict[str, Any] | None) -> None:
    before = copy.deepcopy(schema)
    found = folded(schema)
    assert found == (schema if expected is None else expected)
    assert (found is schema) is (expected is None)
    assert schema == before

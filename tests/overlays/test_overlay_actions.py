"""What actions do to a document, by the letter of Overlay 1.0; and a package without what was removed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from building import lean_project, woospec
from woospec.overlays.applying import Application
from woospec.overlays.reading import read_overlays
from woospec.overlays.samples import Samples
from woospec.overlays.words import folded
from woospec.problems import Problems

DOCUMENT = {
    "paths": {"/a": {"get": {"tags": ["x", "y"], "deprecated": False}}, "/b": {"get": {"tags": ["x"]}}},
    "components": {"schemas": {"S": {"type": "string", "x-known-values": ["p"], "enum": ["p"]}}},
}


def applied(tmp_path: Path, *files: list[dict[str, Any]]) -> Any:
    problems = Problems()
    paths: list[Path] = []
    for number, actions in enumerate(files):
        paths.append(tmp_path / f"{number}.yaml")
        overlay = {"overlay": "1.0.0", "info": {"title": "T", "version": "1"}, "actions": actions}
        paths[-1].write_text(yaml.safe_dump(overlay))
    application = Application(DOCUMENT, problems)
    for one in read_overlays(paths, {"v3": None}, problems):  # type: ignore[dict-item]
        application.apply(one)
    assert not problems, [p.message for p in problems]
    return application.document


@pytest.mark.parametrize(
    ("action", "where", "wanted"),
    [
        (("$.paths['/a'].get", {"tags": ["z", "x"]}), ("paths", "/a", "get", "tags"), ["x", "y", "z"]),
        (("$.paths['/a'].get", {"deprecated": True}), ("paths", "/a", "get", "deprecated"), True),
        (("$.paths['/a'].get.tags", "z"), ("paths", "/a", "get", "tags"), ["x", "y", "z"]),
        (("$.paths.*.get.tags", "z"), ("paths", "/b", "get", "tags"), ["x", "z"]),
        (("$.paths['/a'].get", {"x": {"y": 1}}), ("paths", "/a", "get", "x"), {"y": 1}),
        (("$.components.schemas.S.anyOf[0].enum", "q"), ("components", "schemas", "S", "x-known-values"), ["p", "q"]),
        (("$.components.schemas.S.anyOf[0].enum", "q"), ("components", "schemas", "S", "enum"), ["p", "q"]),
        (("$.components.schemas.S['x-known-values']", "q"), ("components", "schemas", "S", "enum"), ["p", "q"]),
        (("$.components.schemas.S", {"x-known-values": ["q"]}), ("components", "schemas", "S", "enum"), ["p", "q"]),
    ],
)
def test_an_update_merges_joins_or_appends(action: Any, where: Any, wanted: Any, tmp_path: Path) -> None:
    found = applied(tmp_path, [{"target": action[0], "update": action[1]}])
    for key in where:
        found = found[key]
    assert found == wanted
    assert DOCUMENT["paths"]["/a"] == {"get": {"tags": ["x", "y"], "deprecated": False}}


def test_actions_go_one_after_another_and_files_too(tmp_path: Path) -> None:
    first = [
        {"target": "$.paths['/a'].get", "update": {"summary": "one"}},
        {"target": "$.paths['/a'].get", "update": {"summary": "two"}},  # its own may be changed again
        {"target": "$.paths['/a'].get.tags[*]", "remove": True},
    ]
    second = [
        {"target": "$.paths['/a'].get", "update": {"summary": "two"}},
        {"target": "$.paths['/b']", "remove": True},
    ]
    assert applied(tmp_path, first, second)["paths"] == {
        "/a": {"get": {"tags": [], "deprecated": False, "summary": "two"}}
    }


@pytest.mark.parametrize("words", [".anyOf[0].enum", "['x-known-values']"])
def test_a_word_is_removed_from_both_lists(words: str, tmp_path: Path) -> None:
    target = f"$.components.schemas.S{words}"
    actions = [{"target": target, "update": "q"}, {"target": f"{target}[?@=='p']", "remove": True}]
    assert applied(tmp_path, actions)["components"]["schemas"]["S"] == {
        "type": "string",
        "x-known-values": ["q"],
        "enum": ["q"],
    }


def test_open_lists_are_read_in_the_plain_form() -> None:
    plain = {"anyOf": [{"type": "string", "enum": ["a"]}, {"type": "string"}, {"type": "null"}], "description": "D"}
    assert folded({"properties": {"x": plain}})["properties"]["x"] == {
        "description": "D",
        "type": ["string", "null"],
        "x-known-values": ["a"],
    }
    union = {"anyOf": [{"type": "string", "enum": ["a"]}, {"type": "integer"}]}
    assert folded(union) == union


def test_made_examples_keep_to_their_schema() -> None:
    samples = Samples({"Box": {"type": "object", "properties": {"w": {"type": "integer", "minimum": 7}}}})
    assert samples.of({"$ref": "#/components/schemas/Box"}) == {"w": 7}
    assert samples.of({"type": ["null", "string"], "maxLength": 3}, "name") == "nam"
    assert samples.of({"type": "array", "minItems": 2, "items": {"type": "boolean"}}) == [False, False]
    assert samples.of({"anyOf": [{"type": "null"}, {"type": "string", "format": "decimal"}]}) == "12.50"
    assert samples.of({"type": "string", "example": 1, "default": 2}) == 1
    assert samples.of({"type": "object", "properties": {"id": {"type": "integer", "readOnly": True}}}, sent=True) == {}


def test_what_is_removed_is_nowhere_in_the_package(tmp_path: Path) -> None:
    root = lean_project(tmp_path / "project")
    actions = [
        {"target": "$.paths['/things/batch']", "remove": True},
        {"target": "$.components.schemas.Thing.properties.price", "remove": True},
        {"target": "$.components.schemas.Thing.required[?@=='price']", "remove": True},
    ]
    file = tmp_path / "less.yaml"
    file.write_text(yaml.safe_dump({"overlay": "1.0.0", "info": {"title": "T", "version": "1"}, "actions": actions}))
    run = woospec(root, "build", "--overlay", str(file), "--package", "acme_woo", "--out", str(tmp_path / "out"))
    assert run.code == 0, run
    assert "price" not in (tmp_path / "out/acme_woo/v3/models/things.py").read_text("utf-8")
    assert "price" not in (tmp_path / "out/acme_woo/fixtures/v3/things.get.json").read_text("utf-8")
    assert "def batch" not in (tmp_path / "out/acme_woo/v3/resources/things.py").read_text("utf-8")


def test_a_build_with_the_same_overlay_is_up_to_date_and_with_another_is_not(tmp_path: Path) -> None:
    root = lean_project(tmp_path / "project")
    file = tmp_path / "o.yaml"
    head = "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions:\n"
    build = ("build", "--overlay", str(file), "--package", "acme_woo", "--out", str(tmp_path / "out"))
    file.write_text(f"{head}  - {{target: $.info, update: {{summary: One}}}}\n")
    assert "wrote" in woospec(root, *build).out
    assert woospec(root, *build).out == f"{tmp_path / 'out'}: up to date\n"
    file.write_text(f"{head}  - {{target: $.info, update: {{summary: Two}}}}\n")
    assert "wrote 2 of" in woospec(root, *build).out

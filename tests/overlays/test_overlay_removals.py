"""Every part of a description removed by an overlay, and odd values written: that is done, or refused in its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from building import BASE, lean_project, woospec
from overlays.laying import laid, validated, written
from woospec.overlays.forms import shape_at
from woospec.problems import report
from woospec.rules.shape import Shape, faults


def shape_of(place: str) -> Shape:
    """The shape of what overlays may write at a place."""
    shape = shape_at(place)
    assert shape is not None
    return shape


#: Words that make the examples and codes of an operation no longer fit it, and are no part of it.
_DATA = ("example", "x-example-query", "x-errors")


def parts(part: Any, path: str = "$") -> Iterator[tuple[str, Any]]:
    """The path of every part of a document, with what stands there."""
    inside = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, inner in inside:
        at = f"{path}[{key}]" if isinstance(key, int) else f"{path}['{key}']"
        yield at, inner
        if key not in _DATA:
            yield from parts(inner, at)


def test_no_removal_ends_in_a_traceback(tmp_path: Path) -> None:
    validation = validated(BASE)
    refused: dict[str, str] = {}
    for target, _ in parts(validation.document("v3")):
        problems = laid(validation, tmp_path, {"target": target, "remove": True})
        if problems:
            refused[target] = report(problems).splitlines()[0]
    assert {line.partition(":")[0] for line in refused.values()} == {(tmp_path / "overlay.yaml").as_posix()}
    operation, media = "$['paths']['/things']['get']", "['content']['application/json']"
    for word in ("operationId", "summary", "description", "responses"):
        assert "an operation cannot be without" in refused[f"{operation}['{word}']"]
    assert "a content type cannot be without" in refused[f"{operation}['responses']['200']{media}['schema']"]
    assert "a schema cannot be without" in refused["$['components']['schemas']['Thing']['properties']['name']['type']"]
    assert operation not in refused
    assert f"{operation}['parameters'][2]" not in refused  # its value leaves the example as well


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("$.components.schemas.Thing.properties.parts.items", "a schema cannot be without"),
        ("$.components.schemas.Thing.properties.size['x-known-values'][*]", "a list under x-known-values cannot"),
        ("$.paths['/things/batch'].post.requestBody", "a batch cannot be without"),
        ("$.paths['/things'].get.responses['200']", "an operation cannot be without"),
    ],
)
def test_what_a_part_needs_stays(target: str, says: str, tmp_path: Path) -> None:
    found = [*laid(validated(BASE), tmp_path, {"target": target, "remove": True})]
    assert says in found[0].message
    assert (found[0].rule, found[0].places[0].pointer) == ("overlay-removed", "/actions/0/target")


def test_what_is_removed_can_be_written_anew(tmp_path: Path) -> None:
    place = "$.components.schemas.ThingPart.properties.label"
    actions = [{"target": f"{place}.type", "remove": True}, {"target": place, "update": {"type": "string"}}]
    assert not laid(validated(BASE), tmp_path, *actions)


@pytest.mark.parametrize("target", ["$.paths['/things']", "$.paths['/things'].post"])
def test_a_batch_creates_what_nothing_else_does(target: str, tmp_path: Path) -> None:
    file = tmp_path / "overlay.yaml"
    file.write_text(written({"target": target, "remove": True}))
    root = lean_project(tmp_path / "project")
    run = woospec(root, "build", "--overlay", str(file), "--package", "acme_woo", "--out", str(tmp_path / "out"))
    assert run.code == 0, run
    assert "class ThingCreate" in (tmp_path / "out/acme_woo/v3/params/things.py").read_text("utf-8")


@pytest.mark.parametrize(
    ("update", "rule", "says"),
    [
        ({"x-needs": "foo"}, "needs", "no condition is called foo"),
        ({"x-paging": "some"}, "paging", "x-paging is some"),
        ({"summary": "Ends."}, "summary", "full stop"),
        ({"operationId": "Things"}, "operation-id", "Things is no operationId"),
        ({"operationId": "things.delete"}, "verb", "things.delete is a GET"),
    ],
)
def test_what_is_written_into_an_operation_is_judged(update: Any, rule: str, says: str, tmp_path: Path) -> None:
    found = [*laid(validated(BASE), tmp_path, {"target": "$.paths['/things'].get", "update": update})]
    assert (found[0].rule, found[0].places[0].pointer) == (rule, f"/actions/0/update/{next(iter(update))}")
    assert says in found[0].message


def test_a_moment_may_be_a_parameter_of_an_operation_that_is_there(tmp_path: Path) -> None:
    moment = {"name": "seen_after", "in": "query", "schema": {"type": "string", "format": "date-time"}}
    assert not laid(validated(BASE), tmp_path, {"target": "$.paths['/things'].get.parameters", "update": moment})


THING = {"$ref": "#/components/schemas/Thing"}


@pytest.mark.parametrize(
    ("target", "update", "rule"),
    [
        ("$.paths['/things'].get", {"x-envelope": "thing"}, "unknown-key"),
        ("$.paths['/things'].get", {"parameters": [THING]}, "ref"),
        ("$.paths['/things'].post", {"x-example-query": {"size": "small"}}, "example"),
        ("$.components.schemas.Thing", {"allOf": [THING]}, "circle"),
        ("$.components.schemas.Thing", {"$ref": THING["$ref"]}, "circle"),
        ("$.components.parameters.id", {"in": "header"}, "parameter"),
        ("$.components.parameters.id", {"name": "number"}, "path-parameter"),
        ("$.components.schemas.Thing.properties.size", {"x-secret": {"kind": "big"}}, "x-secret"),
        ("$.components.schemas['Thing','ThingCreate'].properties.name", {"minLength": 10**12}, "example"),
        ("$.components.schemas['Thing','ThingCreate'].properties.parts", {"minItems": 10**12}, "example"),
        ("$.paths", {"/boxes": {}}, "path"),
    ],
)
def test_what_cannot_be_carried_out_is_told_of_its_action(target: str, update: Any, rule: str, tmp_path: Path) -> None:
    found = [*laid(validated(BASE), tmp_path, {"target": target, "update": update})]
    assert found[0].rule == rule
    assert found[0].places[0].file == (tmp_path / "overlay.yaml").as_posix()


#: Values that fit the shape of some words and mean nothing, or too much.
ODD: tuple[Any, ...] = (
    *("", "zz", THING["$ref"], True, False, 0, -1, 10**30, [], ["zz"], [THING], [{"type": "string"}]),
    *({}, THING, {"zz": {"type": "string"}}, {"type": "string"}, {"200": {}}, {"404": []}, {"item": THING["$ref"]}),
)
WRITTEN_INTO: dict[str, Shape] = {
    "$.paths['/things'].get": shape_of("/paths/a/get"),
    "$.paths['/things/batch'].post": shape_of("/paths/a/get"),
    "$.paths['/things'].get.parameters[2]": shape_of("/paths/a/parameters/0"),
    "$.components.schemas.Thing": shape_of("/components/schemas/A"),
    "$.components.schemas['Thing','ThingCreate'].properties.size": shape_of("/components/schemas/A"),
}


@pytest.mark.parametrize("target", WRITTEN_INTO)
def test_no_update_ends_in_a_traceback(target: str, tmp_path: Path) -> None:
    file = (tmp_path / "overlay.yaml").as_posix()
    shape = WRITTEN_INTO[target]
    for word, inner in shape.members.items():
        for value in (value for value in ODD if not faults(value, inner)):
            problems = [*laid(validated(BASE), tmp_path, {"target": target, "update": {word: value}})]
            assert not problems or problems[0].places[0].file == file, (word, value, problems)

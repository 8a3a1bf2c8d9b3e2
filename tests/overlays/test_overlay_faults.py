"""Faulty overlays are reported with file, line and column, by rules that can be explained; nothing is written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import yaml_text
from building import lean_project, woospec
from overlays.faults import FAULTS, Fault, overlay


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lean_project(tmp_path_factory.mktemp("overlaid") / "project")


def problems(root: Path, files: list[Path], form: str = "json") -> Any:
    given = [word for file in files for word in ("--overlay", str(file))]
    out = root / "out"
    run = woospec(root, "build", *given, "--package", "acme_woo", "--out", str(out), "--format", form)
    assert run.code == 1, run
    assert not out.exists()
    return json.loads(run.out)["problems"] if form == "json" else run.out


def files(folder: Path, fault: Fault) -> Iterator[Path]:
    if fault.before:
        first = folder / "first.yaml"
        first.write_text(overlay(fault.before))
        yield first
    file = folder / "acme.yaml"
    file.write_text(fault.file)
    yield file


def stands(pointer: str, file: Path) -> bool:
    """Whether a pointer leads to something in a file, or to what lacks there."""
    here = yaml_text.load(file.read_text())
    for token in pointer.split("/")[1:-1]:
        key = token.replace("~1", "/").replace("~0", "~")
        if not (isinstance(here, list) and int(key) < len(here)) and not (isinstance(here, dict) and key in here):
            return False
        here = here[int(key)] if isinstance(here, list) else here[key]
    return True


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_reported_where_it_stands(fault: Fault, root: Path, tmp_path: Path) -> None:
    given = list(files(tmp_path, fault))
    found = problems(root, given)
    first = found[0]
    place = first["places"][0]
    assert (first["rule"], place["file"], place["line"], place["column"]) == (
        *(fault.rule, given[-1].as_posix(), fault.line, fault.column),
    ), found
    assert fault.says in first["message"]
    assert fault.hint in first["hint"]
    assert fault.rule == "yaml" or stands(place["pointer"], given[-1]), place
    assert len(found) <= 2
    assert all(first["hint"] for first in found)


ONE_CAUSE = {
    "parameter": """
        - target: $.paths['/things'].get.parameters
          update: {name: page, in: query, description: Once more., schema: {type: integer}}
    """,
    "path-parameter": """
        - target: $.paths
          update:
            /boxes/{box}:
              get:
                operationId: boxes.get
                parameters: [{name: id, in: path, required: true, description: A., schema: {type: integer}}]
                responses: {"200": {description: A., content: {application/json: {schema: {type: integer}}}}}
    """,
}


@pytest.mark.parametrize("rule", ONE_CAUSE)
def test_what_the_standard_refuses_as_well_is_told_once(rule: str, root: Path, tmp_path: Path) -> None:
    file = tmp_path / "acme.yaml"
    file.write_text(overlay(ONE_CAUSE[rule]))
    assert [one["rule"] for one in problems(root, [file])] == [rule]

"""Faults of templates are told like those of the description: file, line and what is wrong; nothing is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from building import TEMPLATES, built_project, lean_project, own_templates, replace, snapshot, woospec
from woospec.build import Folders, build
from woospec.collecting import no_collecting
from woospec.printing import template_of
from woospec.render import Renderer

METHODS = "methods.jinja"
#: A fault: the template, what it has, what stands there instead, the line that is told of, and what is told.
FAULTS = {
    "a name that is not there": (
        *(METHODS, "{{ o.operation.summary }}.\n", "{{ o.operation.sumary }}.\n", "o.operation.sumary"),
        "'woospec.model.Operation object' has no attribute 'sumary'",
    ),
    "a macro that does not end": (
        *(METHODS, "{% endif %}\n{% endmacro %}\n", "{% endif %}\n", ""),
        "Unexpected end of template.",
    ),
    "a macro with an argument too few": (
        *(METHODS, "{{ does(o, mode.full) }}\n", "{{ does(o) }}\n", "{% if full %}"),
        "parameter ",
    ),
    "a macro with an argument too many": (
        *(METHODS, "{{ does(o, mode.full) }}\n", "{{ does(o, mode.full, 1) }}\n", "{{ does(o, mode.full, 1) }}"),
        "TypeError: macro 'does' takes not more than 2 argument(s)",
    ),
    "a filter that is not there": (
        *("enums.py.jinja", "{% if ", "{{ enums|shout }}{% if ", "{{ enums|shout }}"),
        "No filter named 'shout'.",
    ),
    "a value that a filter refuses": (
        *(METHODS, "{{ does(o, mode.full) }}\n", "{{ o|literal }}\n", "{{ o|literal }}"),
        "TypeError: no literal for Scalar (in text.py, line ",
    ),
    "a template that is not there": (
        *(METHODS, "{{ does(o, mode.full) }}\n", '{% include "none.jinja" %}\n', "none.jinja"),
        "there is no template none.jinja",
    ),
}


def over(folder: Path, name: str, old: str, new: str) -> Path:
    """A folder with one template, which differs in one place."""
    folder.mkdir()
    text = (TEMPLATES / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    return folder


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_project(tmp_path_factory.mktemp("here") / "project")


@pytest.mark.parametrize(("name", "old", "new", "line", "said"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_its_line_and_nothing_is_written(
    root: Path, tmp_path: Path, name: str, old: str, new: str, line: str, said: str
) -> None:
    mine, before = over(tmp_path / "mine", name, old, new), snapshot(root / "generated")
    found = woospec(root, "build", "--templates", str(mine), "--format", "json")
    assert (found.code, found.err) == (1, "")
    (problem,) = json.loads(found.out)["problems"]
    assert (problem["rule"], problem["stage"]) == ("template", "output")
    assert problem["message"].startswith(said)
    first = problem["places"][0]
    assert first["file"] == f"{mine}/{name}"
    assert line in first["text"]
    assert (mine / name).read_text("utf-8").split("\n")[first["line"] - 1] == first["text"]
    assert snapshot(root / "generated") == before


def test_who_called_is_told_as_well(root: Path, tmp_path: Path) -> None:
    name, old, new, *_ = FAULTS["a macro with an argument too few"]
    mine = over(tmp_path / "mine", name, old, new)
    (problem,) = json.loads(woospec(root, "build", "--templates", str(mine), "--format", "json").out)["problems"]
    assert [p["text"] for p in problem["places"] if p["note"]][:1] == ["{{ does(o) }}"]


@pytest.mark.parametrize("form", ["text", "github", "sarif"])
def test_every_form_names_the_file_as_it_is_found(root: Path, tmp_path: Path, form: str) -> None:
    name, old, new, *_ = FAULTS["a name that is not there"]
    mine = over(tmp_path / "mine", name, old, new)
    found = woospec(root, "build", "--templates", str(mine), "--format", form)
    assert (found.code, found.err) == (1, "")
    starts = {"text": f"{mine}/{name}:", "github": f"::error file={mine}/{name},line=", "sarif": ""}
    assert found.out.startswith(starts[form])
    if form == "sarif":
        (result,) = json.loads(found.out)["runs"][0]["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == f"{mine}/{name}"


def test_a_template_that_is_no_text_is_named(root: Path, tmp_path: Path) -> None:
    mine = over(tmp_path / "mine", "enums.py.jinja", "{%", "{%")
    with (mine / "enums.py.jinja").open("ab") as file:
        file.write(b"\xff")
    found = woospec(root, "build", "--templates", str(mine))
    assert (found.code, found.err) == (1, "")
    assert found.out.startswith(f"{mine}/enums.py.jinja:1:1: not UTF-8: ")


def test_a_fault_of_the_description_comes_first(tmp_path: Path) -> None:
    root = lean_project(tmp_path / "project")
    name, old, new, *_ = FAULTS["a name that is not there"]
    mine = over(tmp_path / "mine", name, old, new)
    examples = root / "spec/resources/things/examples.yaml"
    examples.write_text(examples.read_text("utf-8").replace("name: Cup", "name: 1", 1), "utf-8")
    found = woospec(root, "build", "--templates", str(mine), "--format", "json")
    assert {p["rule"] for p in json.loads(found.out)["problems"]} == {"example"}


def test_the_projects_own_templates_are_told_of_and_the_next_save_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = built_project(tmp_path / "project")
    methods = own_templates(root) / METHODS

    def stop() -> None:
        raise KeyboardInterrupt

    pauses: list[Callable[[], object]] = [
        *(lambda: None, lambda: None),
        *(lambda: replace(methods, "{{ o.operation.summary }}.", "{{ o.operation.sumary }}."), lambda: None),
        lambda: None,
        *(lambda: replace(methods, "{{ o.operation.sumary }}.", "{{ o.operation.summary }}!"), lambda: None),
        *(lambda: None, stop),
    ]
    left = iter(pauses)
    monkeypatch.setattr("woospec.watching.time.sleep", lambda _: next(left)())
    found = woospec(root, "build", "--watch")
    assert found.code == 130
    assert f"{methods}:" in found.out
    assert "1 problem found" in found.out
    assert "wrote 2 of" in found.out


# Python


def test_what_is_no_python_is_not_written(root: Path, tmp_path: Path) -> None:
    mine = over(tmp_path / "mine", "models.py.jinja", "(Model):", "(Model)")
    output = tmp_path / "out"
    build = ("build", "--templates", str(mine), "--out", str(output), "--format", "json")
    found = woospec(root, *build)
    assert (found.code, found.err, output.exists()) == (1, "", False)
    (problem,) = json.loads(found.out)["problems"]
    assert problem["rule"] == "template-python"
    assert problem["message"] == "models.py.jinja prints what is no Python: expected ':'"
    assert "2 more of its files are not" in problem["hint"]
    (place,) = problem["places"]
    assert place["file"] == f"{output}/wooclient/v3/models/common_errors.py"
    assert place["text"].endswith("(Model)")
    # Whatever earlier runs left, it is told again; and so it is where nothing would be written.
    assert woospec(root, *build) == found == woospec(root, *build, "--check")


def test_every_module_knows_its_template(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def named(self: Renderer, name: str, **values: Any) -> str:
        return f"# {name}\n"

    monkeypatch.setattr(Renderer, "render", named)
    made: dict[str, str] = {}
    monkeypatch.setattr("woospec.emit.diff", lambda files, *rest: made.update(files))
    project = TEMPLATES.parent
    with no_collecting():
        build(Folders(project / "spec", project / "templates", root / "none", package="acme_woo"), check=True)
    told = {path: text for path, text in made.items() if path.endswith(".py") and text.startswith("# ")}
    assert len(told) > 200
    assert {path: f"# {template_of(path, made)}\n" for path in told} == told

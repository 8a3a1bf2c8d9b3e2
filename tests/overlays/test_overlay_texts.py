"""Names and texts of an overlay are other people's: none of them becomes code, and no package gets an odd name."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import yaml

from building import Run, lean_project, woospec
from woospec.renaming import renamed

#: Ends a docstring, a text, a comment, a template and a cell of a table, and would then run.
EVIL = 'x"""\')}} | pwned() #{% endfilter %}{{ pwned }} \\'


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lean_project(tmp_path_factory.mktemp("texts") / "project")


def build(root: Path, overlay: object, *options: str) -> Run:
    file = root / "overlay.yaml"
    file.write_text(yaml.safe_dump(overlay))
    return woospec(root, "build", "--overlay", str(file), *options)


def test_no_text_of_an_overlay_becomes_code(root: Path, tmp_path: Path) -> None:
    field = {"type": "string", "description": EVIL, "example": EVIL}
    words = {"type": "string", "enum": [EVIL, "b"], "description": EVIL, "default": EVIL}
    record = {"type": "object", "description": EVIL, "properties": {"id": {"type": "integer"}, EVIL: field, "w": words}}
    answer = {"description": EVIL, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Box"}}}}
    get = {
        "operationId": "boxes.get",
        "summary": EVIL[:50],
        "description": EVIL,
        "parameters": [{"name": "q", "in": "query", "description": EVIL, "schema": words}],
        "responses": {"200": answer},
    }
    actions: list[object] = [
        {"target": "$.components.schemas", "update": {"Box": record}},
        {"target": "$.components.schemas['Thing','ThingCreate'].properties", "update": {EVIL: words}},
        {"target": "$.paths", "update": {"/boxes/{id}": {"get": get}}},
        {"target": "$.tags", "update": {"name": "boxes", "description": EVIL}},
    ]
    overlay = {"overlay": "1.0.0", "info": {"title": EVIL, "version": EVIL}, "actions": actions}
    run = build(root, overlay, "--package", "acme_woo", "--out", str(tmp_path / "out"))
    assert run.code == 0, run
    names: set[str] = set()
    for file in (tmp_path / "out").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names |= {str(getattr(node, part, "")) for part in ("id", "attr", "arg", "name")}
    assert "pwned" not in names
    assert {"Box", "boxes"} <= names


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--package", "acme_woo"], "give --out DIR"),
        (["--out", "x"], "give --package NAME"),
        *((["--out", "x", "--package", name], "cannot be a package") for name in ("../x", "acme-woo", "Acme", "class")),
        *((["--out", "x", "--package", name], "is another package") for name in ("json", "woospec", "httpx")),
        (["--out", "x", "--package", "acme_woo", "--only", "v3"], "leave --only out"),
    ],
)
def test_options_that_do_not_go_together_are_told(options: list[str], says: str, root: Path) -> None:
    run = build(root, {}, *options)
    assert (run.code, says in run.err) == (2, True), run


def test_an_overlay_that_is_not_there_is_told(root: Path) -> None:
    run = woospec(root, "build", "--overlay", "no.yaml", "--package", "acme_woo", "--out", "x")
    assert (run.code, "there is no overlay no.yaml" in run.err) == (2, True)


@pytest.mark.parametrize("form", ["text", "github", "sarif"])
def test_reports_name_the_overlay_as_it_was_given(form: str, root: Path) -> None:
    overlay = {
        "overlay": "1.0.0",
        "info": {"title": "A", "version": "1"},
        "actions": [{"target": "$.x", "remove": True}],
    }
    run = build(root, overlay, "--package", "acme_woo", "--out", "x", "--format", form)
    file = (root / "overlay.yaml").as_posix()
    wanted = {"text": f"{file}:3:3: ", "github": f"file={file},line=3,col=3,", "sarif": f'"uri": "{file}"'}[form]
    assert wanted in run.out, run.out
    assert "overlay-target" in run.out


def test_the_package_is_renamed_as_a_word_in_code_and_pages_alone() -> None:
    files = {
        "wooclient/a.py": 'from wooclient.b import c  # wooclients, _wooclient_d, WOOCLIENT_CONFIG, "wooclient[cli]"',
        "wooclient/documents/v3.json": '"wooclient"',
        "README.md": "`wooclient` https://pypi.org/project/wooclient/",
    }
    assert renamed(files, "acme_woo") == {
        "acme_woo/a.py": 'from acme_woo.b import c  # wooclients, _wooclient_d, ACME_WOO_CONFIG, "acme_woo[cli]"',
        "acme_woo/documents/v3.json": '"wooclient"',
        "README.md": "`acme_woo` https://pypi.org/project/wooclient/",
    }
    assert renamed(files, "wooclient") is files

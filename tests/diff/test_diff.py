"""`woospec diff` from what is given to what is reported."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from needs import command
from specs import OLDER, ROOT, THINGS, V3, make
from woospec.cli import main
from woospec.diff.command import diff

PROJECT = Path(__file__).parents[2]
_SCHEMAS = f"{THINGS}/schemas.yaml"
#: An edit after which answers may lack the name.
_CALLED = "      description: What it is called.\n"
MAY_LACK = (_CALLED, _CALLED + "      x-optional: true\n")
_DOCUMENT = """\
openapi: 3.1.0
info: {title: T, version: "1"}
paths:
  /a:
    get: {responses: {"200": {description: Fine.}}}
"""


@pytest.fixture
def specs(tmp_path: Path) -> tuple[Path, Path]:
    """Two equal specs."""
    return make(tmp_path / "old", {}), make(tmp_path / "new", {})


def _edit(folder: Path, was: str, now: str, name: str = _SCHEMAS) -> None:
    text = (folder / name).read_text("utf-8")
    assert was in text
    (folder / name).write_text(text.replace(was, now), encoding="utf-8")


def _report(old: Path | str, new: Path | str, form: str = "text", root: Path = PROJECT) -> str:
    return diff(str(old), str(new), root, form=form)[0]


def test_equal_specs_have_no_change(specs: tuple[Path, Path]) -> None:
    assert diff(str(specs[0]), str(specs[1]), PROJECT) == (
        "On the wire: no change\n\nIn Python: no change\n",
        False,
    )


def test_descriptions_that_list_what_answers_have_are_read_as_they_were_meant(tmp_path: Path) -> None:
    root = (make(tmp_path / "base", {}) / ROOT).read_text("utf-8").replace(V3, V3 + OLDER)
    old, new = make(tmp_path / "old", {ROOT: root}), make(tmp_path / "new", {ROOT: root})
    _edit(new, _CALLED, _CALLED + "      x-in: {v1: {x-optional: true}}\n")
    _edit(old, "      x-optional: true\n", "")
    listed = "  required: [id, price]\n  x-required-since: {name: v2}\n"
    _edit(old, "description: A thing.\n", f"description: A thing.\n{listed}")
    _edit(old, "a thing.\n", "a thing.\n  required: [label]\n")
    _edit(old, "refused.\n", "refused.\n  required: [code, message]\n", "common/errors.yaml")
    _edit(old, "failed.\n", "failed.\n  required: [id, error]\n", "common/errors.yaml")
    assert _report(old, new) == "On the wire: no change\n\nIn Python: no change\n"
    _edit(old, "[id, price]", "[price]")
    assert "Thing.id (v3, v2, v1): the field always comes" in _report(old, new)


def test_a_change_is_told_on_both_sides_with_line_and_method(specs: tuple[Path, Path]) -> None:
    old, new = specs
    _edit(new, "      format: decimal\n", "      format: decimal\n      maxLength: 9\n")
    _edit(new, *MAY_LACK)
    found, breaking = diff(str(old), str(new), PROJECT)
    assert breaking
    lines = found.splitlines()
    assert lines[0] == "On the wire: 3 breaking, 1 compatible"
    at = lines.index("  Thing.name (v3): the field may be missing [answer-field-became-optional]")
    assert lines[at + 1].startswith(f"      {_SCHEMAS}:9; woo.things.list, woo.things.create, ")
    assert lines[at + 2] == "      Programs that read it find nothing."
    assert "  Thing.price (v3): a limit is tighter, or new: maxLength 9 [answer-limit-narrowed]" in lines
    assert "In Python: 1 breaking, 2 docs only" in lines
    assert (
        "  wooclient.v3.models.things.Thing.name: the field may be of further types: str -> str | None [field-widened]"
    ) in lines


def test_json_has_every_change_with_both_pointers(specs: tuple[Path, Path]) -> None:
    old, new = specs
    _edit(new, *MAY_LACK)
    found = json.loads(_report(old, new, "json"))
    assert (found["breaking"], [row["rule"] for row in found["python"]]) == (True, ["field-widened"])
    (row,) = found["wire"]
    assert row["verdict"], row["versions"] == ("breaking", ["v3"])
    assert row["before"] == row["after"] == "/components/schemas/Thing/properties/name"
    assert row["operations"][:2] == ["things.list", "things.create"]


def test_markdown_keeps_the_text_of_a_spec_in_code(specs: tuple[Path, Path]) -> None:
    old, new = specs
    _edit(new, "[small, large]", '[small, "`<b>@all</b>\\e[31m"]')
    found = _report(old, new, "markdown")
    assert '`"\'<b>@all</b>\\u001b[31m"`' in found
    assert "\x1b" not in found


def test_one_line_stands_for_all_versions_that_share_it(tmp_path: Path) -> None:
    root = (make(tmp_path / "base", {}) / ROOT).read_text("utf-8").replace(V3, V3 + OLDER)
    old, new = make(tmp_path / "old", {ROOT: root}), make(tmp_path / "new", {ROOT: root})
    _edit(new, *MAY_LACK)
    assert "Thing.name (v3, v2, v1): the field may be missing" in _report(old, new)


def test_versions_that_come_and_go_are_one_change_each(specs: tuple[Path, Path]) -> None:
    old, new = specs
    _edit(new, V3, V3 + V3.replace("v3", "v2").replace("woo}", "woo.v2}"), ROOT)
    assert "v2 (v2): a version is new [version-added]" in _report(old, new)
    assert "v2 (v2): the version is gone [version-removed]" in _report(new, old)


def test_two_documents_are_compared_without_a_client(tmp_path: Path) -> None:
    old, new = tmp_path / "old.yaml", tmp_path / "new.json"
    old.write_text(_DOCUMENT, encoding="utf-8")
    new.write_text(json.dumps({"openapi": "3.0.3", "info": {"title": "T", "version": "2"}, "paths": {}}))
    assert _report(old, new) == (
        "On the wire: 1 breaking\n\nBreaking:\n  GET /a: the operation is gone [operation-removed]\n"
        "      old.yaml:5; GET /a\n      Calls of it fail.\n"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: b", "no OpenAPI document of version 3.0 or later"),
        ("swagger: '2.0'", "no OpenAPI document of version 3.0 or later"),
        ("a: [", "cannot be compared: old.yaml:2: not YAML"),
    ],
)
def test_what_is_no_document_is_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "old.yaml").write_text(text)
    with pytest.raises(ValueError, match=message):
        _report(tmp_path / "old.yaml", tmp_path / "old.yaml")


def test_a_document_is_not_compared_with_a_spec(tmp_path: Path, specs: tuple[Path, Path]) -> None:
    (tmp_path / "old.yaml").write_text(_DOCUMENT)
    with pytest.raises(ValueError, match="a spec with another spec"):
        _report(tmp_path / "old.yaml", specs[0])


def test_a_folder_without_a_spec_and_a_faulty_spec_are_refused(tmp_path: Path, specs: tuple[Path, Path]) -> None:
    with pytest.raises(ValueError, match="holds no woocommerce"):
        _report(tmp_path, specs[0])
    _edit(specs[1], '"#/ThingPart"', '"#/Nothing"')
    with pytest.raises(ValueError, match=r"cannot be compared: resources/things/schemas.yaml:29: .*#/Nothing"):
        _report(*specs)


def test_revisions_of_git_are_read(tmp_path: Path, specs: tuple[Path, Path]) -> None:
    git = command("git")
    repository = specs[0].parent

    def run(*arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@shop.example", "-c", "commit.gpgsign=false")
        subprocess.run([git, "-C", str(repository), *who, *arguments], check=True, capture_output=True)

    run("init", "-q")
    (repository / "templates").symlink_to(PROJECT / "templates")
    run("add", "spec")
    run("commit", "-q", "-m", "First")
    _edit(specs[0], *MAY_LACK)
    run("commit", "-q", "-a", "-m", "Second")
    assert "Thing.name (v3): the field always comes" in _report("HEAD", "HEAD~1", root=repository)
    assert "Thing.name (v3): the field may be missing" in _report("HEAD~1:spec", specs[0], root=repository)
    with pytest.raises(ValueError, match="has no elsewhere"):
        _report("HEAD:elsewhere", specs[0], root=repository)
    for wrong in ("nowhere", "--output=/tmp/x", "HEAD^{tree}"):
        with pytest.raises(ValueError, match="no folder, no file and no revision"):
            _report(wrong, specs[0], root=repository)


def test_the_command_fails_where_it_is_told_to(specs: tuple[Path, Path]) -> None:
    old, new = specs
    _edit(new, *MAY_LACK)
    root = ["--root", str(PROJECT), "diff"]
    assert main([*root, str(old), str(new)]) == 0
    assert main([*root, str(old), str(new), "--fail-on", "breaking"]) == 1
    assert main([*root, str(new), str(old), "--fail-on", "breaking", "--format", "json"]) == 0


def test_a_side_that_is_nothing_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command("git")
    assert main(["--root", str(PROJECT), "diff", "nowhere", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("woospec: nowhere is no folder, no file and no revision of git")

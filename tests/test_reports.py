"""Reports for other programs, the rules explained, and what a new resource and editors get."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

import yaml_text
from building import PROJECT, built_project, lean_project, replace, woospec
from woospec.editor import schemas
from woospec.inputs import digest
from woospec.problems import Place, Problems, Stage
from woospec.reports import FORMS, render_report
from woospec.rules.catalogue import rules
from woospec.rules.sites import kind_of

GENERATOR = PROJECT / "generator" / "woospec"
#: A message, a hint and a name of a file that try to get out of the form.
EVIL = "a%0Ab\r\n::warning::x \x1b[31m\u202e"
FILE = "resources/a b,c:d/paths.yaml"


def found() -> Problems:
    problems = Problems(stage=Stage.WORDS)
    problems.add("enum", EVIL, Place(FILE, 3, 5, "/a", EVIL), Place("z.yaml", 7, 1, "", "", "first"), hint=EVIL)
    for line in range(10, 17):
        problems.add("unused", "nothing refers to it", Place("z.yaml", line, 1, ""), hint="take it out")
    return problems


def test_the_command_has_every_form() -> None:
    from woospec.cli import _FORMS

    assert set(_FORMS) == FORMS.keys()


def test_json_holds_everything() -> None:
    text = render_report(found(), "json", "spec")
    first, *others = json.loads(text)["problems"]
    assert text.isascii()
    assert len(others) == 7
    assert {k: first[k] for k in ("rule", "stage", "message", "hint")} == {
        "rule": "enum",
        "stage": "words",
        "message": EVIL,
        "hint": EVIL,
    }
    assert first["places"][0] == {
        "file": f"spec/{FILE}",
        "line": 3,
        "column": 5,
        "pointer": "/a",
        "text": EVIL,
        "note": "",
    }


def test_files_in_text_can_be_opened_from_where_the_command_ran() -> None:
    problems = found()
    problems.outside.add("z.yaml")
    text = render_report(problems, "text", "my/spec")
    assert text.startswith(f"my/spec/{FILE}:3:5: ")
    assert "  at z.yaml:7:1 #  (first)" in text
    assert "\nz.yaml:10:1: nothing refers to it [unused]\n" in text
    assert "\n2 more in z.yaml\n" in text


def test_annotations_are_one_line_each_and_nothing_else() -> None:
    text = render_report(found(), "github", "spec")
    assert text.isprintable() is False
    lines = text.split("\n")
    assert lines.pop() == ""
    assert all(line.isprintable() for line in lines)
    where = "file=spec/resources/a b%2Cc%3Ad/paths.yaml,line=3,col=5,title=enum"
    told = "a%250Ab\\r\\n::warning::x \\x1b[31m\\u202e"
    assert lines[0] == f"::error {where}::{told} ({told})"
    assert lines[1] == "::error file=spec/z.yaml,line=10,col=1,title=unused::nothing refers to it (take it out)"
    assert lines[6:] == ["::error file=spec/z.yaml,line=1,col=1::2 more problems in this file"]


def test_sarif_has_rules_results_and_addresses() -> None:
    text = render_report(found(), "sarif", "spec")
    assert text.isascii()
    made = json.loads(text)
    (run,) = made["runs"]
    assert made["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["enum", "unused"]
    assert len(run["results"]) == 8
    first = run["results"][0]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("enum", 0, "error")
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "spec/resources/a%20b%2Cc%3Ad/paths.yaml"},
                "region": {"startLine": 3, "startColumn": 5},
            }
        }
    ]
    assert first["relatedLocations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "spec/z.yaml"}
    assert "\x1b" not in first["message"]["text"]
    assert "\u202e" not in first["message"]["text"]


@pytest.mark.parametrize("form", FORMS)
def test_without_problems_every_form_is_sound(form: str) -> None:
    text = render_report(Problems(), form, "spec")
    empty = {"text": "0 problems found\n", "github": ""}
    assert text == empty[form] if form in empty else json.loads(text)


def test_validate_and_build_take_the_form(tmp_path: Path) -> None:
    root = lean_project(tmp_path / "project")
    replace(root / "spec/resources/things/schemas.yaml", "description: What it is called.", "describtion: Its name.")
    runs = [woospec(root, *command) for command in (["validate", "--format", "json"], ["build", "--format", "json"])]
    assert runs[0] == runs[1]
    assert runs[0].code == 1
    assert [p["rule"] for p in json.loads(runs[0].out)["problems"]] == ["unknown-key"]


def problems_in(form: str, text: str) -> list[tuple[str, str]]:
    """File and rule of what a report in a form for programs tells; it must be nothing but that form."""
    if form == "github":
        told = [re.fullmatch(r"::error file=(.*),line=\d+,col=1,title=(.*)::.*", line) for line in text.splitlines()]
        return [(one[1], one[2]) for one in told if one is not None or pytest.fail(text)]
    if form == "json":
        return [(p["places"][0]["file"], p["rule"]) for p in json.loads(text)["problems"]]
    (run,) = json.loads(text)["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == (["stale"] if run["results"] else [])
    places = [(r["locations"][0]["physicalLocation"], r["ruleId"]) for r in run["results"]]
    return [(place["artifactLocation"]["uri"], rule) for place, rule in places]


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_a_build_without_problems_has_the_form_too(tmp_path: Path, form: str) -> None:
    root = built_project(tmp_path / "project")
    output = root / "generated"
    build = ("build", "--format", form)
    for arguments in (build, (*build, "--check")):
        same = woospec(root, *arguments)
        assert (same.code, problems_in(form, same.out), same.err) == (0, [], "woospec: generated: up to date\n")

    model, added, gone = (output / "wooclient/v3" / name for name in ("models/things.py", "enums.py", "gone.py"))
    model.write_text(model.read_text("utf-8") + "# by hand\n", "utf-8")
    added.unlink()
    gone.write_text("", "utf-8")
    listed = json.loads((output / "MANIFEST.json").read_text("utf-8"))
    listed["files"]["wooclient/v3/gone.py"] = digest(b"")
    (output / "MANIFEST.json").write_text(json.dumps(listed), "utf-8")
    found = woospec(root, *build, "--check")
    assert found.code == 1
    files = [output / "MANIFEST.json", added, gone, model]
    assert problems_in(form, found.out) == [(str(file), "stale") for file in files]
    assert found.err.startswith("woospec: generated: would write 3 of ")


# rules


def test_every_rule_is_explained_and_no_other() -> None:
    source = "".join(
        p.read_text("utf-8")
        for p in [
            *GENERATOR.glob("*.py"),
            *(p for part in ("rules", "overlays") for p in (GENERATOR / part).glob("*.py")),
        ]
    )
    used = set(
        re.findall(r'(?:\.add\(|Fault\(|_distinct\(\s*house,|rule = |rule, message, hint = \(?)\s*"([a-z-]+)"', source)
    )
    assert used | {"unknown-key"} == rules().keys()
    assert all(about.why.endswith(".") and about.wrong != about.right for about in rules().values())


def test_explain_prints_why_and_an_example(tmp_path: Path) -> None:
    run = woospec(tmp_path, "explain", "unknown-x")
    assert run.code == 0
    assert run.out.startswith("unknown-x\n\nA house word")
    assert "  wrong: x-sinse: v2\n  right: x-since: v2\n" in run.out
    other = woospec(tmp_path, "explain", "nothing")
    assert (other.code, other.out) == (2, "")
    assert other.err.startswith("woospec: there is no rule nothing; the rules are answer, batch, ")


# a new resource, and editors


def test_a_new_resource_is_whole_at_once(tmp_path: Path) -> None:
    root = lean_project(tmp_path / "project")
    spec = yaml_text.load((root / "spec/woocommerce.yaml").read_text("utf-8"))
    run = woospec(root, "new", "resource", "gift_cards")
    assert (run.code, run.out.count("wrote "), run.err) == (0, 4, "")
    assert yaml_text.load((root / "spec/woocommerce.yaml").read_text("utf-8"))["resources"] == [
        *spec["resources"],
        "gift_cards",
    ]
    assert woospec(root, "validate").out == "0 problems found\n"
    assert woospec(root, "build").code == 0
    assert "class GiftCard(Model)" in (root / "generated/wooclient/v3/models/gift_cards.py").read_text("utf-8")


@pytest.mark.parametrize("name", ["Gifts", "../gifts", "things", ""])
def test_a_new_resource_is_refused(tmp_path: Path, name: str) -> None:
    root = lean_project(tmp_path / "project")
    before = sorted(p for p in root.rglob("*"))
    run = woospec(root, "new", "resource", name)
    assert (run.code, run.out) == (2, "")
    assert sorted(p for p in root.rglob("*")) == before


def test_editors_have_the_shapes_of_today() -> None:
    folder = PROJECT / "spec" / "editor"
    kept = {p.name.partition(".")[0]: json.loads(p.read_text("utf-8")) for p in folder.iterdir()}
    assert kept == schemas(), "run: woospec editor"


def test_the_settings_for_editors_give_each_file_of_the_description_its_kind() -> None:
    told = (PROJECT / "spec" / "README.md").read_text("utf-8").partition('"yaml.schemas": ')[2].partition("```")[0]
    patterns = [
        (schema, pattern)
        for schema, listed in json.loads(told).items()
        for pattern in ([listed] if isinstance(listed, str) else listed)
    ]
    files = sorted(path.relative_to(PROJECT) for path in (PROJECT / "spec").rglob("*.yaml"))
    for file in files:
        kind = f"spec/editor/{kind_of(file.relative_to('spec').as_posix())}.schema.json"
        # As globs, and as the extension reads them: `*` is any text, folders too.
        forms = [(schema, re.escape(pattern).replace(r"\*", ".*") + r"\Z") for schema, pattern in patterns]
        assert [schema for schema, form in forms if re.search(f"(^|/){form}", file.as_posix())] == [kind], file
        assert [schema for schema, pattern in patterns if file.match(pattern)] == [kind], file


def test_editors_find_nothing_in_the_description_and_a_slip_in_a_faulty_one() -> None:
    validators = {kind: jsonschema.Draft202012Validator(schema) for kind, schema in schemas().items()}
    coupons = PROJECT / "spec/resources/coupons"
    files = [
        PROJECT / "spec/woocommerce.yaml",
        PROJECT / "spec/common/parameters.yaml",
        *sorted(coupons.glob("*.yaml")),
    ]
    for file in files:
        path = file.relative_to(PROJECT / "spec").as_posix()
        assert [e.message for e in validators[kind_of(path)].iter_errors(yaml_text.load(file.read_text("utf-8")))] == []
    faulty = {"Thing": {"type": "object", "properties": {"id": {"type": "integer", "x-sinse": "v2"}}}}
    (error,) = validators["schemas"].iter_errors(faulty)
    assert "x-sinse" in error.message

"""Reports begin with the cause: edits of the real description as people get them wrong."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Self

import pytest

import bars
from building import PROJECT, built_project, snapshot, woospec
from faulty_form import FORM, PARAMETERS, ROOT, Edit
from faulty_meaning import MEANING
from woospec.build import Folders, Outcome, build
from woospec.collecting import keep, no_collecting
from woospec.inputs import sources
from woospec.load import Spec, SpecFile, read_files
from woospec.problems import HANDFUL, Problems, report
from woospec.render import Renderer
from woospec.rules.standard import Fault
from woospec.store import NAME, Store
from woospec.validate import check, here

EDITS = (*FORM, *MEANING)


class _Kept(Store):
    """Results of the project's earlier runs, and those that later runs in this process find; none is written."""

    def __init__(self) -> None:
        super().__init__(PROJECT / NAME)

    def save(self) -> str:
        return ""


@cache
def real() -> tuple[dict[str, SpecFile], Store]:
    """The files of the real description, and what a run over it leaves."""
    folder, problems, store = PROJECT / "spec", Problems(), _Kept()
    raw = {path: (folder / path).read_bytes() for path in sources(folder) if path.endswith(".yaml")}
    spec = read_files(raw, problems, store)
    kept = {path: copy.copy(file) for path, file in spec.files.items()}
    check(spec, problems, store)
    assert not problems, report(problems)
    Renderer(PROJECT / "templates", store).load({})
    return kept, store


def edited(edit: Edit) -> tuple[Spec, str]:
    """The description after an edit, and the text of the edited file."""
    files, store = real()
    text = edit.new or ""
    if edit.old:
        before = files[edit.file].text
        assert edit.old in before, "the description has changed: mend the table"
        text = before.replace(edit.old, text, 1)
    spec = Spec({path: copy.copy(file) for path, file in files.items() if path != edit.file})
    if edit.file.endswith(".yml"):
        spec.unread.append(edit.file)
    elif edit.new is not None:
        spec.files.update(read_files({edit.file: text.encode()}, Problems(), store).files)
        spec.files = dict(sorted(spec.files.items()))
    return spec, text


def test_there_are_enough_edits_each_with_a_name() -> None:
    bars.least("faulty edits", len(EDITS))
    assert len({edit.name for edit in EDITS}) == len(EDITS)


class _Here:
    """The standard's validation in this process."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return

    def start(self) -> None:
        return

    def __call__(self, document: dict[str, Any]) -> Callable[[], list[Fault]]:
        return here(document)


Building = Callable[[Spec, Mapping[str, bytes]], Outcome]


@pytest.fixture
def building(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Building:
    """`woospec build` of a description in memory, after a run over the real one; files with faults of form are read."""

    def run(spec: Spec, read: Mapping[str, bytes], *only: str) -> Outcome:
        def load(_folder: Path, problems: Problems, store: Store, _skip: object) -> Spec:
            read_files(read, problems, store)
            return spec

        monkeypatch.setattr("woospec.load.load", load)
        folders = Folders(tmp_path / "spec", PROJECT / "templates", tmp_path / "generated")
        with no_collecting():
            outcome = build(folders, only=only or None)
            keep(None)  # the collector would walk through all that the run made
        return outcome

    monkeypatch.setattr("woospec.worker.Worker", _Here)
    monkeypatch.setattr("woospec.build.Store", lambda _: real()[1])
    monkeypatch.setattr("woospec.build._Run.inputs", "")
    return run


def test_what_is_whole_is_written(building: Building, tmp_path: Path) -> None:
    """The control for what follows: the same run writes what has no fault."""
    outcome = building(Spec(dict(real()[0])), {}, "legacy-v1")
    assert not outcome.problems
    assert (tmp_path / "generated/api/legacy-v1.md").exists()


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_the_report_begins_with_the_cause_and_nothing_is_written(
    edit: Edit, building: Building, tmp_path: Path
) -> None:
    spec, text = edited(edit)
    is_read = edit.new is not None and not edit.file.endswith(".yml")
    problems = building(spec, {edit.file: text.encode()} if is_read else {}).problems
    assert list(tmp_path.iterdir()) == []
    assert problems
    assert 1 <= len(problems) <= HANDFUL, report(problems)
    first = next(iter(problems))
    place = first.places[0]
    assert place.file == (edit.place or edit.file)
    assert edit.says in first.message
    if edit.line:
        assert edit.line in place.text
    else:
        assert place.line == 1
    assert first.hint
    assert report(problems).startswith(f"{place.file}:{place.line}:{place.column}: {first.message} [{first.rule}]\n")


@pytest.mark.parametrize(
    ("name", "needless"),
    [
        ("tab", "woospec.validate.select"),  # the other family is known to be whole
        ("colliding-fields", "woospec.render.Renderer.version"),
    ],
)
def test_what_no_report_needs_is_not_done(
    name: str, needless: str, building: Building, monkeypatch: pytest.MonkeyPatch
) -> None:
    [edit] = [edit for edit in EDITS if edit.name == name]
    spec, text = edited(edit)
    monkeypatch.setattr(needless, None)
    problems = building(spec, {edit.file: text.encode()}).problems
    assert problems
    assert edit.says in next(iter(problems)).message


#: Edits of what versions share, which say nothing of the family beside them.
_SHARED = (
    Edit("root", ROOT, "openapi: 3.1.0\n", "openapi: 3.1.0\nextra: 1\n", "", "the root has no key extra"),
    Edit("version", ROOT, "door: woo}", "door: woo, extra: 1}", "", "a version has no key extra"),
    Edit("parameter", PARAMETERS, "  description: ", "  describtion: ", "", "a parameter has no key describtion"),
)


@pytest.mark.parametrize("edit", _SHARED, ids=lambda edit: edit.name)
def test_one_cause_in_what_is_shared_is_told_once(edit: Edit) -> None:
    problems = check(edited(edit)[0], Problems(), Store())
    assert [p.message for p in problems] == [edit.says], report(problems)


def test_reports_have_resources_in_the_order_of_the_description() -> None:
    files, _ = real()
    places = ["legacy/resources/coupons", "resources/coupons", "resources/products", "common"]
    faulty = {f"{place}/schemas.yaml": files[f"{place}/schemas.yaml"].text for place in places}
    raw = {path: text.replace("type: integer", "type: integr", 1).encode() for path, text in faulty.items()}
    kept = {path: copy.copy(file) for path, file in files.items()}
    found = check(Spec({**kept, **read_files(raw, Problems(), Store()).files}), Problems(), Store())
    order = [place.rpartition("/")[0] for place in dict.fromkeys(p.places[0].file for p in found)]
    assert order == ["common", "resources/products", "resources/coupons", "legacy/resources/coupons"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("paths", "    get:\n      operationId: things.get\n", "  get:\n      operationId: things.get\n"),
        ("schemas", "type: integer", "type: integr"),
        ("examples", "things.get:", "things.read:"),
    ],
)
def test_validate_and_build_report_the_same_and_write_nothing(tmp_path: Path, file: str, old: str, new: str) -> None:
    root = built_project(tmp_path / "project")
    spec = root / f"spec/resources/things/{file}.yaml"
    text = spec.read_text("utf-8")
    assert old in text
    spec.write_text(text.replace(old, new, 1), "utf-8")
    before = snapshot(root)
    runs = [woospec(root, *command) for command in (["validate"], ["build"], ["build", "--check"])]
    assert runs == [runs[0]] * 3
    assert (runs[0].code, runs[0].err) == (1, "")
    assert snapshot(root) == before

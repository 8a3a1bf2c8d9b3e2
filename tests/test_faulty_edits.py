"""Reports begin with the cause: edits of the real description as people get them wrong."""

from __future__ import annotations

import copy
import re
from functools import cache
from pathlib import Path

import pytest

import bars
from building import PROJECT, built_project, snapshot, woospec
from faulty_form import FORM, Edit
from faulty_meaning import MEANING
from woospec.inputs import sources
from woospec.load import Spec, SpecFile, read_files
from woospec.problems import HANDFUL, Problems, report
from woospec.store import Store
from woospec.validate import check

EDITS = (*FORM, *MEANING)
#: The resources that are taken: those that the edits are about, and what these need. The rest would only take time.
TAKEN = {"coupons", "orders", "categories", "reports"}
_RESOURCE = re.compile(rb"^  - (\w+)\n", re.MULTILINE)
#: What names resources that are not among them.
_NAMING = re.compile(rb"^(?:groups|deliveries):\n(?:  .*\n)+", re.MULTILINE)


def description(whole: bool) -> dict[str, bytes]:
    """The files of the real description, or of a part that is whole by itself: nothing in it leads out of it."""
    folder = PROJECT / "spec"
    raw = {path: (folder / path).read_bytes() for path in sources(folder) if path.endswith(".yaml")}
    if whole:
        return raw
    left = [path for path in raw if path.startswith("resources/") and path.split("/")[1] not in TAKEN]
    raw = {path: data for path, data in raw.items() if path not in left and not path.startswith("legacy/")}
    root = _NAMING.sub(b"", raw["woocommerce.yaml"].replace(b"families: [legacy]\n", b""))
    raw["woocommerce.yaml"] = _RESOURCE.sub(lambda line: line[0] if line[1].decode() in TAKEN else b"", root)
    return raw


@cache
def real(whole: bool) -> tuple[dict[str, SpecFile], Store]:
    """Those files, and what a run over them leaves."""
    problems, store = Problems(), Store()
    spec = read_files(description(whole), problems, store)
    kept = {path: copy.copy(file) for path, file in spec.files.items()}
    check(spec, problems, store)
    assert not problems, report(problems)
    return kept, store


def edited(edit: Edit) -> tuple[Spec, str]:
    """The description after an edit, and the text of the edited file."""
    files, store = real(edit.file.startswith("legacy/"))
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


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_the_report_begins_with_the_cause(edit: Edit) -> None:
    spec, text = edited(edit)
    problems = Problems()
    if edit.new is not None and not edit.file.endswith(".yml"):
        read_files({edit.file: text.encode()}, problems, Store())
    check(spec, problems, real(edit.file.startswith("legacy/"))[1])
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

"""Faulty specs: the whole report, word for word, and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

import bars
from negative_cases import FOLDER, build, case_paths, expected_path
from woospec.cli import main
from woospec.problems import report
from woospec.store import Store
from woospec.validate import collect

CASES = case_paths()


def test_there_are_enough_cases() -> None:
    bars.least("bad specs", len(CASES))
    assert {p.name.removesuffix(".expected.txt") for p in FOLDER.glob("*.expected.txt")} == {p.stem for p in CASES}


def test_the_base_is_sound() -> None:
    problems = collect(FOLDER / "base")
    assert not problems, report(problems)


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.stem)
def test_report(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    problems = collect(build(case, tmp_path))
    found = report(problems)
    assert problems, "the spec is faulty, but nobody noticed"
    assert found == expected_path(case).read_text(encoding="utf-8")
    assert main(["--root", str(tmp_path), "validate"]) == 1
    assert capsys.readouterr().out == report(problems, lambda file: f"{tmp_path.as_posix()}/spec/{file}")
    assert all(p.places and p.hint for p in problems), "each problem has a place and a hint"


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run over the sound base leaves for later ones."""
    place = tmp_path_factory.mktemp("warm") / "store"
    store = Store(place)
    assert not collect(FOLDER / "base", store)
    assert store.save() == ""
    assert any((place / "version").iterdir())
    return place


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.stem)
def test_what_was_valid_before_hides_no_fault(case: Path, tmp_path: Path, warm: Path) -> None:
    folder, expected = build(case, tmp_path), expected_path(case).read_text(encoding="utf-8")
    store = Store(warm)
    assert report(collect(folder, store)) == expected
    assert report(collect(folder, store)) == expected, "what the first run left is used by the second"
    # Nor does a fault stay when it is mended.
    assert not collect(FOLDER / "base", store)

"""What a build costs grows with the description, not with its square: steps are counted, nothing is timed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from cProfile import Profile
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from building import Run, lean_project, woospec
from hostile_specs import EXAMPLES, PATHS, SCHEMAS, Documents, documents, write
from woospec.load import read_file
from woospec.problems import Problems
from woospec.text import docstring, words

#: Examples do without what is made.
LACKS = {"x-optional": True}


def fields(spec: Documents, count: int) -> None:
    made = {f"field_{i}": {"type": "string", "description": f"Field {i}.", **LACKS} for i in range(count)}
    spec[SCHEMAS]["Thing"]["properties"] |= made


def known_words(spec: Documents, count: int) -> None:
    listed = {"type": "string", "description": "A kind.", "x-known-values": [f"word-{i}" for i in range(count)]}
    spec[SCHEMAS]["Thing"]["properties"]["kind"] = {**listed, **LACKS}


def operations(spec: Documents, count: int) -> None:
    listing = spec[PATHS]["paths"]["/things"]["get"]
    for i in range(count):
        spec[PATHS]["resources"][f"r{i}"] = "Things of a kind."
        spec[PATHS]["paths"][f"/r{i}"] = {"get": {**listing, "operationId": f"r{i}.list"}}
        spec[EXAMPLES][f"r{i}.list"] = {"response": []}


def built(folder: Path, grow: Callable[[Documents, int], None], count: int) -> tuple[Run, int]:
    """A cold build of a description with `count` more of something, and how many steps it took."""
    root = lean_project(folder)
    spec = documents()
    grow(spec, count)
    write(root, spec)
    # Counts calls of functions, of Python or C, and steps of generators.
    steps = Profile()
    steps.enable()
    try:
        found = woospec(root, "build")
    finally:
        steps.disable()
    return found, sum(entry.callcount for entry in steps.getstats())


@pytest.mark.parametrize("grow", [fields, known_words, operations])
def test_steps_grow_in_proportion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, grow: Callable[[Documents, int], None]
) -> None:
    # Nobody counts the steps of a fork, and which of them it takes over is different each time.
    monkeypatch.setattr("woospec.build.SMALL", 10**9)
    # The first run imports what the others use.
    _, *runs = [built(tmp_path / str(count), grow, count) for count in (1, 60, 120, 240)]
    assert {run.code for run, _ in runs} == {0}, runs[0]
    few, some, many = (steps for _, steps in runs)
    assert many - some < 2.15 * (some - few), "twice as many more cost twice as much; a square would make it four times"


def lines_for_places(count: int) -> int:
    """How many lines are run to find the places of so many fields."""
    file = read_file("x.yaml", "".join(f"field_{i}: 1\n" for i in range(count)).encode(), Problems())
    lines = [0]

    def step(_: FrameType, event: str, __: Any) -> Any:
        lines[0] += event == "line"
        return step

    assert file.tree is not None
    before = sys.gettrace()
    sys.settrace(step)
    try:
        assert [file.place(f"/field_{i}").line for i in range(count)] == [i + 1 for i in range(count)]
    finally:
        sys.settrace(before)
    return lines[0]


def test_places_are_found_without_a_search() -> None:
    few, some, many = map(lines_for_places, (50, 100, 200))
    assert many - some < 2.2 * (some - few)


class Counted(str):
    """A text that counts the characters that are copied out of it."""

    copied = 0

    def __getitem__(self, key: Any) -> str:
        part = super().__getitem__(key)
        Counted.copied += len(part)
        return Counted(part)


@pytest.mark.parametrize(
    "text", ["A long word or two. " * 5_000, "x" * 50_000 + " y" * 20_000], ids=["words", "one-word"]
)
def test_a_long_text_is_copied_once(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("woospec.text.words", lambda given: Counted(words(given)))
    monkeypatch.setattr(Counted, "copied", 0)
    made = docstring.__wrapped__(text)
    assert " ".join(made.replace('"""', "").split()) == text.strip()
    assert Counted.copied <= 2 * len(text)


def test_schemas_nested_too_deeply_are_reported(tmp_path: Path) -> None:
    root, spec = lean_project(tmp_path / "deep"), documents()
    for i in range(1_000):
        inner = {"$ref": f"#/Part{i + 1}"} if i < 999 else {"type": "string", "description": "The last."}
        spec[SCHEMAS][f"Part{i}"] = {"type": "object", "description": "A part.", "properties": {"inner": inner}}
    spec[SCHEMAS]["Thing"]["properties"]["outer"] = {"$ref": "#/Part0"}
    write(root, spec)
    for command in ("build", "validate"):
        found = woospec(root, command)
        assert (found.code, found.err) == (1, "")
        assert found.out.startswith(f"{root}/spec/woocommerce.yaml:1:1: schemas are nested too deeply [depth]\n")
        assert "1 problem found" in found.out

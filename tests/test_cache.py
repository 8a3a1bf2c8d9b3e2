"""Results of earlier runs: a damaged one counts as none, and one that cannot be kept is told."""

from __future__ import annotations

import marshal
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from building import CACHE, built_project, snapshot, woospec
from woospec.cache import Cache

#: Of some hundred thousand bytes; every one is under the same checksum.
FLIPS = 300


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project with its output, and what the build left for later ones."""
    return built_project(tmp_path / "project")


def sections(root: Path) -> list[Path]:
    found = sorted((root / CACHE).iterdir())
    assert len(found) > 8
    return found


def assert_empty(place: Path) -> None:
    assert Cache(place.parent).section(place.name).known == {}


def test_what_was_kept_is_found_again(root: Path) -> None:
    assert all(Cache(root / CACHE).section(p.name).known for p in sections(root) if p.name != "formatted")


def test_with_any_bit_flipped_a_section_counts_as_empty(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dice, places, mark = random.Random(11), sections(root), Cache(root / CACHE).mark
    monkeypatch.setattr("woospec.cache.surroundings", lambda: mark)
    monkeypatch.setattr(marshal, "loads", None)  # what is damaged is not even looked into
    for _ in range(FLIPS):
        place = dice.choice(places)
        sound = place.read_bytes()
        damaged = bytearray(sound)
        damaged[dice.randrange(len(damaged))] ^= 1 << dice.randrange(8)
        place.write_bytes(damaged)
        assert_empty(place)
        place.write_bytes(sound)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut": lambda data: data[:-1],
    "half": lambda data: data[: len(data) // 2],
    "longer": lambda data: data + b"\0",
    "text": lambda _: b"not a cache\n",
    "no-checksum": lambda data: data[32:],
    "no-data": lambda data: data[:32],
}


def test_with_all_of_it_damaged_a_build_is_the_same(root: Path) -> None:
    before = snapshot(root / "generated")
    for i, place in enumerate(sections(root)):
        sound = place.read_bytes()
        for damage in DAMAGES.values():
            place.write_bytes(damage(sound))
            assert_empty(place)
        place.write_bytes(list(DAMAGES.values())[i % len(DAMAGES)](sound))
    found = woospec(root, "build", "--check")
    assert (found.code, found.out, found.err) == (0, "generated: up to date\n", "")
    assert snapshot(root / "generated") == before


def test_a_changed_word_does_not_come_out(root: Path) -> None:
    place = root / CACHE / "parsed"
    assert place.read_bytes().count(b"What it is called.") == 1
    place.write_bytes(place.read_bytes().replace(b"What it is called.", b"What it was calles"))
    shutil.rmtree(root / "generated")
    (root / CACHE / "outputs").unlink()
    assert woospec(root, "build").code == 0
    assert [p for p in (root / "generated").rglob("*") if p.is_file() and b"What it was calles" in p.read_bytes()] == []


def test_a_section_under_another_name_counts_as_empty(root: Path) -> None:
    before = snapshot(root / "generated")
    names = [p.name for p in sections(root)]
    aside = root / "aside"
    (root / CACHE).rename(aside)
    (root / CACHE).mkdir()
    for name, other in zip(names, [*names[1:], names[0]], strict=True):
        shutil.copy(aside / name, root / CACHE / other)
        assert_empty(root / CACHE / other)
    assert woospec(root, "build", "--check").code == 0
    assert snapshot(root / "generated") == before


def test_what_another_generator_or_python_left_counts_as_empty(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("woospec.cache.surroundings", lambda: "another")
    for place in sections(root):
        assert_empty(place)


# where nothing can be kept


def assert_told_but_whole(root: Path, reason: str) -> None:
    shutil.rmtree(root / "generated")
    found = woospec(root, "build")
    assert (found.code, "wrote" in found.out) == (0, True), found
    assert f"cannot keep results for later runs in {root / CACHE}: {reason}" in found.err
    assert woospec(root, "build", "--check").code == 0


def test_a_file_in_the_place_of_the_folder_is_told_and_stays(root: Path) -> None:
    text = b"what an older release left"
    shutil.rmtree(root / CACHE)
    (root / CACHE).write_bytes(text)
    assert_told_but_whole(root, "File exists")
    assert (root / CACHE).read_bytes() == text


def test_a_link_that_leads_nowhere_is_told(root: Path) -> None:
    shutil.rmtree(root / CACHE)
    (root / CACHE).symlink_to(root / "nowhere")
    assert_told_but_whole(root, "File exists")


def test_a_folder_that_cannot_be_written_to_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(root / CACHE)
    move = os.replace

    def failing(source: str, target: str) -> None:
        if CACHE in str(target):
            raise PermissionError(13, "Permission denied", str(source), None, str(target))
        move(source, target)

    monkeypatch.setattr(os, "replace", failing)
    assert_told_but_whole(root, "Permission denied")
    assert not (root / CACHE).exists(), "nothing is left behind"


def test_what_a_killed_run_left_goes(root: Path) -> None:
    (root / CACHE / "parsed.new").write_bytes(b"half")
    shutil.rmtree(root / "generated")
    (root / CACHE / "outputs").unlink()
    assert woospec(root, "build").code == 0
    assert [p.name for p in sections(root) if p.suffix == ".new"] == []

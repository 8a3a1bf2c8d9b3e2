"""Results of earlier runs: a damaged one counts as none, one that cannot be kept is told, none changes the output."""

from __future__ import annotations

import marshal
import os
import pickle
import random
import shutil
import subprocess
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from building import CACHE, Run, built_project, own_templates, replace, snapshot, woospec
from needs import command
from woospec.model import Api
from woospec.parse import parse
from woospec.select import Bundle
from woospec.store import Store

#: Of some hundred thousand bytes; every one is under a checksum.
FLIPS = 300
#: What a build leaves.
KINDS = {"file", "version", "latest", "template", "rendered", "output"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project with its output, and what the build left for later ones."""
    return built_project(tmp_path / "project")


def entries(root: Path) -> list[Path]:
    found = sorted(p for p in (root / CACHE).glob("*/*") if p.is_file())
    assert {p.parent.name for p in found} - {"formatted"} == KINDS
    return found


def found_at(place: Path) -> bytes | None:
    return Store(place.parent.parent).find(place.parent.name, place.name)


def test_git_passes_over_what_is_kept(root: Path) -> None:
    subprocess.run([command("git"), "init", "-q", str(root)], check=True)
    told = subprocess.run(
        [command("git"), "-C", str(root), "status", "--short"], check=True, capture_output=True, text=True
    )
    assert {line.split()[1] for line in told.stdout.splitlines()} == {"generated/", "spec/", "templates"}


def test_what_was_kept_is_found_again(root: Path) -> None:
    assert all(found_at(p) == p.read_bytes()[32:] for p in entries(root))


def test_with_any_bit_flipped_a_result_counts_as_absent(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dice, places, mark = random.Random(11), entries(root), Store(root / CACHE).mark
    monkeypatch.setattr("woospec.store.surroundings", lambda: mark)
    for _ in range(FLIPS):
        place = dice.choice(places)
        sound = place.read_bytes()
        damaged = bytearray(sound)
        damaged[dice.randrange(len(damaged))] ^= 1 << dice.randrange(8)
        place.write_bytes(damaged)
        assert found_at(place) is None
        place.write_bytes(sound)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut": lambda data: data[:-1],
    "half": lambda data: data[: len(data) // 2],
    "longer": lambda data: data + b"\0",
    "text": lambda _: b"not a result\n",
    "no-checksum": lambda data: data[32:],
    "no-data": lambda data: data[:32],
}


def test_with_all_of_it_damaged_a_build_is_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshot(root / "generated")
    for i, place in enumerate(entries(root)):
        sound = place.read_bytes()
        for damage in DAMAGES.values():
            place.write_bytes(damage(sound))
            assert found_at(place) is None
        place.write_bytes(list(DAMAGES.values())[i % len(DAMAGES)](sound))
    import_module("jsonschema_rs")  # else a fork loads it, and Python reads modules by `marshal` as well
    monkeypatch.setattr(pickle, "loads", None)  # what is damaged is not even looked into
    monkeypatch.setattr(marshal, "loads", None)
    assert woospec(root, "build") == Run(0, "generated: up to date\n", "")
    assert snapshot(root / "generated") == before


@pytest.mark.parametrize("kind", ["file", "version", "rendered"])
def test_a_changed_word_does_not_come_out(root: Path, kind: str) -> None:
    changed = 0
    for place in (root / CACHE / kind).iterdir():
        data = place.read_bytes()
        changed += b"What it is called." in data
        place.write_bytes(data.replace(b"What it is called.", b"What it was calles"))
    assert changed
    shutil.rmtree(root / "generated")
    shutil.rmtree(root / CACHE / "output")
    assert woospec(root, "build").code == 0
    assert [p for p in (root / "generated").rglob("*") if p.is_file() and b"What it was calles" in p.read_bytes()] == []


def test_a_result_under_another_name_or_kind_counts_as_absent(root: Path) -> None:
    before, places = snapshot(root / "generated"), entries(root)
    contents = [p.read_bytes() for p in places]
    for place, data in zip(places, [*contents[1:], contents[0]], strict=True):
        place.write_bytes(data)
        assert found_at(place) is None
    assert woospec(root, "build").code == 0
    assert snapshot(root / "generated") == before


def test_a_check_believes_no_result_though_its_checksum_is_right(root: Path) -> None:
    truth, lie, lying = b"What it is called.", b"What it was calles", set()
    for place in entries(root):
        store, data = Store(root / CACHE), place.read_bytes()[32:]
        if truth in data:
            store.keep(place.parent.name, place.name, data.replace(truth, lie))
            store.save()
            lying.add(place.parent.name)
    assert lying == {"file", "version", "rendered"}
    shutil.rmtree(root / CACHE / "output")
    assert woospec(root, "build", "--check") == Run(0, "generated: up to date\n", "")
    assert woospec(root, "build").out.startswith("generated: wrote"), "a build believes what is stored"
    found = woospec(root, "build", "--check")
    assert found.code == 1
    assert {'-    """What it was calles"""', '+    """What it is called."""'} <= set(found.out.splitlines())


def test_what_another_generator_or_python_left_counts_as_absent(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("woospec.store.surroundings", lambda: "another")
    assert [p for p in entries(root) if found_at(p) is not None] == []


def test_without_it_check_and_validate_say_the_same(root: Path) -> None:
    replace(root / "spec/resources/things/schemas.yaml", "What it is called.", "Its name.")
    with_it = [woospec(root, *command) for command in (["build", "--check"], ["validate"])]
    shutil.rmtree(root / CACHE)
    assert [woospec(root, *command) for command in (["build", "--check"], ["validate"])] == with_it
    assert [run.code for run in with_it] == [1, 0]


def test_line_ends_and_words_in_a_readme_are_no_drift(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in [
        *(root / "spec").rglob("*.yaml"),
        *own_templates(root).rglob("*.py"),
        *(root / "templates").glob("*.j*"),
    ]:
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    (root / "spec/README.md").write_text("A word.")
    with monkeypatch.context() as without:
        without.setattr("woospec.build._Run.render", None)  # nothing is even rendered
        assert woospec(root, "build").out == "generated: up to date\n"
    assert woospec(root, "build", "--check").out == "generated: up to date\n"


def test_validate_leaves_results_and_uses_them(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(root / CACHE)
    first = woospec(root, "validate")
    monkeypatch.setattr("woospec.validate.select", None)  # a known version is not even made
    assert woospec(root, "validate") == first
    assert first.code == 0


def test_what_concerns_one_version_leaves_the_others_as_they_are(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older = "  v2: {path: /wp-json/wc/v2, title: wc/v2, door: woo.v2}\nservers:"
    replace(root / "spec/woocommerce.yaml", "servers:", older)
    assert woospec(root, "build").code == 0
    made: list[str] = []

    def noted(bundle: Bundle) -> Api:
        made.append(bundle.version)
        return parse(bundle)

    monkeypatch.setattr("woospec.validate.parse", noted)
    schemas = root / "spec/resources/things/schemas.yaml"
    text = schemas.read_text("utf-8")
    # A further field of one version, which then comes to the other as well.
    for since, versions in ((", x-since: v3", ["v3"]), ("", ["v2"])):
        field = f"    more: {{type: string, description: More., x-optional: true{since}}}\n"
        schemas.write_text(text.replace("    price:\n", f"{field}    price:\n", 1), "utf-8")
        made.clear()
        assert woospec(root, "build").out.startswith("generated: wrote")
        assert made == versions
        assert woospec(root, "build", "--check") == Run(0, "generated: up to date\n", "")


def test_the_oldest_results_go_and_those_in_use_stay(tmp_path: Path) -> None:
    for number in range(40):
        store = Store(tmp_path / "store")
        store.find("file", "used")
        store.keep("file", "used", b"always")
        store.keep("file", str(number), b"once")
        store.save()
        os.utime(tmp_path / "store" / "file" / str(number), (number, number))
    left = {p.name for p in (tmp_path / "store" / "file").iterdir()}
    assert left == {"used", *map(str, range(17, 40))}


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


@pytest.mark.parametrize("older", [[], ["a"]])
def test_a_kind_whose_first_result_cannot_be_kept_leaves_no_folder(
    older: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in older:
        store = Store(tmp_path)
        store.keep("file", name, b"x")
        assert store.save() == ""

    def failing(source: str, target: str) -> None:
        raise PermissionError(13, "Permission denied", str(source), None, str(target))

    monkeypatch.setattr(os, "replace", failing)
    store = Store(tmp_path)
    store.keep("file", "b", b"y")
    assert store.save() == f"cannot keep results for later runs in {tmp_path}: Permission denied"
    assert [place.name for place in tmp_path.glob("*/*")] == older
    assert (tmp_path / "file").exists() is bool(older)


def test_what_a_killed_run_left_goes(root: Path) -> None:
    left = root / CACHE / "output" / "0.new"
    left.write_bytes(b"half")
    replace(root / "spec/resources/things/schemas.yaml", "What it is called.", "Its name.")
    assert woospec(root, "build").code == 0
    assert not left.exists()

"""Loading: plain data whose every node knows where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from building import PROJECT
from specs import make
from woospec.load import SpecFile, load, read_file
from woospec.pointers import escape, unescape
from woospec.problems import Problems, report
from woospec.store import Store


def read(text: str | bytes) -> tuple[SpecFile, list[str]]:
    problems = Problems()
    file = read_file("x.yaml", text.encode() if isinstance(text, str) else text, problems)
    return file, [p.message for p in problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("False", False),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("+12", 12),
        ("0", 0),
        ("-0", 0),
        ("007", 7),
        ("010", 10),
        ("-010", -10),
        ("+010", 10),
        ("0x1f", 31),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("0x1_0", "0x1_0"),
        ("1_0.5", "1_0.5"),
        ("-1.5e+3", -1500.0),
        ("01.50", 1.5),
        ("1:30.5", "1:30.5"),
        ("190:20:30", "190:20:30"),
        (".nan", ".nan"),
        ("-.inf", "-.inf"),
        ("9" * 5000, "9" * 5000),
        ("1.5", 1.5),
        ("1:30", "1:30"),
        (".inf", ".inf"),
        ("2025-01-31", "2025-01-31"),
        ('"12"', "12"),
        ("'true'", "true"),
        ("a: {b: [1, x]}", {"a": {"b": [1, "x"]}}),
    ],
)
def test_values_follow_yaml_1_2(text: str, value: Any) -> None:
    file, problems = read(text)
    assert file.data == value
    assert type(file.data) is type(value)
    assert not problems


def test_aliases_are_written_out() -> None:
    file, problems = read("a: &a {x: 1}\nb: *a\n")
    assert file.data == {"a": {"x": 1}, "b": {"x": 1}}
    assert not problems


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("", (1, 1)),
        ("/a", (1, 1)),
        ("/a/b~1c", (2, 3)),
        ("/a/list/1", (3, 13)),
        ("/a/missing/deeper", (1, 1)),
        ("/a/list/2", (3, 3)),
        ("/a/list/7", (3, 3)),
        ("/a/list/01", (3, 3)),
        ("/a/list/²", (3, 3)),
        ("/a/list/-1", (3, 3)),
    ],
)
def test_places(pointer: str, place: tuple[int, int]) -> None:
    file, _ = read("a:\n  b/c: 1\n  list: [x, y]\n")
    found = file.place(pointer)
    assert (found.line, found.column) == place


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_with_any_line_end(end: str) -> None:
    file, _ = read(f"a: 1{end}b: 2{end}")
    found = file.place("/b")
    assert (found.line, found.column, found.text) == (2, 1, "b: 2")


def test_unusual_line_ends_do_not_shift_lines() -> None:
    file, _ = read('a: "x\u2028y"\nb: 2\n')
    assert file.place("/b").text == "b: 2"


def test_byte_order_mark_is_no_part_of_the_text() -> None:
    file, problems = read(b"\xef\xbb\xbfa: 1\n")
    assert (file.data, problems) == ({"a": 1}, [])


def test_node_walks_and_points() -> None:
    file, _ = read("a:\n  - {b/c: 1}\n")
    node = file.root().child("a").child(0).child("b/c")
    assert (node.value, node.pointer) == (1, "/a/0/b~1c")
    assert file.root().get("z") is None
    assert [key for key, _ in file.root().members()] == ["a"]
    assert not list(file.root().elements())


@pytest.mark.parametrize("token", ["a", "a/b", "~", "~1", "/~0/"])
def test_pointer_tokens_round_trip(token: str) -> None:
    assert unescape(escape(token)) == token


@pytest.mark.parametrize("text", ["a: [", "a: *b", b"\xff", "[" * 100_000, "a: &a [*a]", "- !!python/name:os.system x"])
def test_nothing_raises(text: str | bytes) -> None:
    file, problems = read(text)
    assert problems
    assert file.place("/a/0").line >= 1


def test_a_broken_file_does_not_hide_the_others(tmp_path: Path) -> None:
    problems = Problems()
    spec = load(make(tmp_path, {"common/parameters.yaml": "a: ["}), problems)
    assert spec.files["common/parameters.yaml"].broken
    assert spec.files["resources/things/paths.yaml"].data
    assert report(problems).startswith("common/parameters.yaml:")


def test_a_file_that_was_read_before_comes_from_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make(tmp_path / "spec", {"common/a.yaml": "x: [1, 2.5, true, null, text]\ny: {$ref: a}"})
    first = Store(tmp_path / "store")
    load(folder, Problems(), first)
    first.save()
    monkeypatch.setattr("woospec.load.read_file", None)
    file = load(folder, Problems(), Store(tmp_path / "store")).files["common/a.yaml"]
    assert file.data == {"x": [1, 2.5, True, None, "text"], "y": {"$ref": "a"}}
    assert file.references == [("a", "/y/$ref")]
    place = file.place("/y")
    assert (place.line, place.column) == (2, 1)


def test_a_faulty_file_is_reported_on_every_run(tmp_path: Path) -> None:
    folder = make(tmp_path / "spec", {"common/a.yaml": "x: 1\nx: 2"})
    for _ in range(2):
        store, problems = Store(tmp_path / "store"), Problems()
        load(folder, problems, store)
        store.save()
        assert len(problems) == 1


def test_an_empty_folder_is_an_empty_spec(tmp_path: Path) -> None:
    assert load(tmp_path, Problems()).files == {}


@pytest.mark.parametrize("path", sorted((PROJECT / "spec").rglob("*.yaml")), ids=lambda path: "/".join(path.parts[-3:]))
def test_other_readers_of_yaml_can_read_the_description(path: Path) -> None:
    yaml.safe_load(path.read_text("utf-8"))  # not libyaml's, which reads more than YAML allows

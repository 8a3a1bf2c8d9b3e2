"""Parts of the generator's stages by themselves, at the bounds that no description of today reaches."""

from __future__ import annotations

import marshal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from building import TEMPLATES
from woospec import build, expand, inputs, load
from woospec.families import Version, family_of_version
from woospec.inputs import files_digest, sources
from woospec.load import SpecFile, read_file
from woospec.pointers import is_index
from woospec.problems import Place, Problems
from woospec.render import is_of
from woospec.resolve import Graph, resolve
from woospec.store import Store


def messages(text: str | bytes) -> list[str]:
    problems = Problems()
    read_file("a.yaml", text.encode() if isinstance(text, str) else text, problems)
    return [problem.message for problem in problems]


# load


def test_fifty_levels_are_read_and_no_more() -> None:
    assert messages("[" * 50 + "]" * 50) == []
    assert messages("[" * 51 + "]" * 51) == ["nested too deeply"]
    assert messages("{a: " * 50 + "1" + "}" * 50) == []
    assert messages("{a: " * 51 + "1" + "}" * 51) == ["nested too deeply"]


def test_aliases_count_each_time_they_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load._MAX_NODES == 1_000_000
    monkeypatch.setattr(load, "_MAX_NODES", 10)
    told = ["aliases multiply to more than a million values"]
    assert messages("a: &a [1, 2]\nb: *a\nc: [3, 4]\n") == [], "one mapping, three lists, six numbers"
    assert messages("a: &a [1, 2]\nb: *a\nc: [3, 4]\nd: 5\ne: []\n") == told


@pytest.mark.parametrize(
    ("token", "counts"),
    [
        *((token, True) for token in ("0", "9", "10", "999999999")),
        *((token, False) for token in ("1000000000", "01", "00", "", "-1", "+1", "1.0", "²", "١", "1\n")),
    ],
)
def test_which_tokens_count_items(token: str, counts: bool) -> None:
    assert is_index(token) is counts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"), ("no", "no"), ("on", "on"), ("y", "y"), ("true", True), ("TRUE", True), ("False", False),
        ("FALSE", False), ("false", False),
        ("True", True), ("tRUE", "tRUE"),
        ("~", None), ("null", None), ("", None), ("010", 10), ("0o10", "0o10"), ("0x1F", 31),
        ("0b11", "0b11"), ("1_000", "1_000"), ("1:30", "1:30"), ("+7", 7), ("-7", -7), ("1.5", 1.5), ("1_0.5", "1_0.5"),
        (".inf", ".inf"), ("-.INF", "-.INF"), (".nan", ".nan"), ("1e3", "1e3"), ("1.0e+3", 1000.0),
        ("190:20:30.15", "190:20:30.15"),
        ("2027-01-02", "2027-01-02"), ("=", "="), ("9" * 400, int("9" * 400)), ("9" * 401, "9" * 401),
        ("0x" + "f" * 400, int("f" * 400, 16)), ("0x" + "f" * 401, "0x" + "f" * 401),
    ],
)  # fmt: skip
def test_plain_words_and_numbers(text: str, value: Any) -> None:
    problems = Problems()
    found = read_file("a.yaml", f"a: {text}\n".encode(), problems)
    assert list(problems) == []
    assert found.data == {"a": value}
    assert type(found.data["a"]) is type(value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: !x 1", "the tag !x has no place in a description"),
        ("a: !!python/name:os.system ''", "the tag tag:yaml.org,2002:python/name:os.system has no place"),
        ("a: &a [*a]", "an alias inside its own anchor"),
        ("a: {[1]: 2}", "a key that is not text"),
        ("a: {<<: {b: 1}}", "merge keys are not read"),
        ("a: {yes: 1}", "the key yes is not text in YAML"),
        ("a: {~: 1}", "the key ~ is not text in YAML"),
        ("a: {200: 1}", "the key 200 is not text in YAML"),
        ("a: {1.5: 1}", "the key 1.5 is not text in YAML"),
        ("a: {b: 1, b: 2}", "the key b stands twice"),
        (b"a: \xff", "not UTF-8"),
        ("a: [", "not YAML: "),
        ("a: *b", "not YAML: found undefined alias"),
    ],
)
def test_what_a_description_should_not_hold(text: str | bytes, message: str) -> None:
    (found,) = messages(text)
    assert found.startswith(message)


def test_keys_that_are_quoted_are_text() -> None:
    assert messages('a: {"200": 1, "yes": 2, "~": 3, "1.5": 4, "<": 5}\n') == []


def test_where_it_is_nested_too_deeply() -> None:
    problems = Problems()
    read_file("a.yaml", b"a: 1\nb: " + b"[" * 51 + b"]" * 51 + b"\n", problems)
    (place,) = next(iter(problems)).places
    assert (place.line, place.column) == (2, 53), "at the fiftieth bracket: the map is a level too"


def test_where_a_byte_stands_that_is_no_text() -> None:
    problems = Problems()
    read_file("a.yaml", b"a: 1\nbc: \xff\xfe\n", problems)
    (place,) = next(iter(problems)).places
    assert (place.line, place.column) == (2, 5)


# inputs


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        *((name, True) for name in ("a.yaml", "README.md", "a~b", "#a", "a#", "bak", "a.backup", "tmp", "pyc", "a.py")),
        *(
            (name, False)
            for name in (".a", ".a.yaml.swp", "a.yaml~", "a.pyc", "a.swp", "a.swo", "a.yaml.bak", "a.orig")
        ),
        *((name, False) for name in ("a.rej", "a.tmp", "#a.yaml#", "##")),
    ],
)
def test_what_people_and_tools_leave_behind_is_no_source(tmp_path: Path, name: str, counts: bool) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / name).write_text("")
    for hidden in (".git", "__pycache__", "b/.venv", "b/__pycache__"):
        (tmp_path / hidden).mkdir()
        (tmp_path / hidden / "a.yaml").write_text("")
    assert sources(tmp_path) == ([f"b/{name}"] if counts else [])


def test_a_digest_of_a_folder_tells_names_from_contents(tmp_path: Path) -> None:
    found: set[str] = set()
    for number, (name, text) in enumerate([("a", "bc"), ("ab", "c"), ("a", "cb"), ("d/a", "bc"), ("a", "")]):
        place = tmp_path / str(number) / name
        place.parent.mkdir(parents=True)
        place.write_text(text)
        found.add(files_digest(tmp_path / str(number)))
    assert len(found) == 5


def test_line_ends_and_pages_for_people_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: 1\nb: 2\n")
    before = files_digest(tmp_path)
    (tmp_path / "a.yaml").write_bytes(b"a: 1\r\nb: 2\r\n")
    (tmp_path / "README.md").write_text("words")
    assert files_digest(tmp_path) == before
    (tmp_path / "a.yaml").write_bytes(b"a: 1\nb: 2\n\n")
    assert files_digest(tmp_path) != before


def test_a_folder_may_be_left_out_of_a_digest(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "a.yaml").write_text("a: 1\n")
    before = [files_digest(tmp_path, "site/"), files_digest(tmp_path)]
    (tmp_path / "site" / "b.yaml").write_text("b: 1\n")
    after = [files_digest(tmp_path, "site/"), files_digest(tmp_path)]
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, False]


# resolve


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("b.yaml", "$ref is not of the form file.yaml#/Name"),
        ("7", "$ref is not of the form file.yaml#/Name"),
        ("https://a.example/b.yaml#/A", "$ref leaves the spec folder"),
        ("/b.yaml#/A", "$ref leaves the spec folder"),
        ("../b.yaml#/A", "$ref leads nowhere"),
        ("b.yaml#/Z", "$ref leads nowhere"),
        ("b.yaml#/list/2", "$ref leads nowhere"),
        ("b.yaml#/list/01", "$ref leads nowhere"),
        ("b.yaml#/A/x", "$ref leads nowhere"),
        ("#/a/$ref", ""),
        ("b.yaml#/list/1", ""),
        ("./x/../b.yaml#/A", ""),
        ("b.yaml#/s~1t~0u", ""),
        ("b.yaml#", ""),
    ],
)
def test_references(reference: str, message: str) -> None:
    other = SpecFile("d/b.yaml", "", {"A": 1, "list": [1, 2], "s/t~u": 2})
    value: Any = 7 if reference == "7" else reference
    spec = load.Spec({"d/a.yaml": SpecFile("d/a.yaml", "", {"a": {"$ref": value}}), "d/b.yaml": other})
    problems = Problems()
    graph: Graph = resolve(spec, problems)
    told = [problem.message for problem in problems]
    assert len(told) == len(graph.targets) ^ 1 == bool(message)
    assert "".join(told).startswith(message)


# select and build


@pytest.mark.parametrize(
    ("only", "needed"),
    [
        (("v3",), ["v3"]),
        (("v1",), ["v3", "v2", "v1"]),
        (("legacy-v2",), ["legacy-v3", "legacy-v2"]),
        (("v2", "legacy-v3"), ["v3", "v2", "legacy-v3"]),
    ],
)
def test_a_limited_run_needs_the_newer_versions_of_its_row(only: tuple[str, ...], needed: list[str]) -> None:
    names = ("v3", "v2", "v1", "legacy-v3", "legacy-v2", "legacy-v1")
    declared = {n: Version(n, family_of_version(n), n.rpartition("-")[2], n, f"/{n}", ()) for n in names}
    find = build.needed
    assert find(declared, only) == needed
    assert find(declared, None) == list(declared)
    with pytest.raises(ValueError, match="the description has no version v4; it has v3, v2, v1, legacy-v3, "):
        find(declared, (*only, "v4"))


@pytest.mark.parametrize(
    ("path", "version"),
    [
        ("wooclient/documents/v3.json", "v3"),
        ("api/legacy-v1.md", "legacy-v1"),
        ("API.md", ""),
        ("wooclient/documents/legacy-v1.json", "legacy-v1"),
        ("wooclient/fixtures/v2/orders.get.json", "v2"),
        ("wooclient/fixtures/__init__.py", ""),
        ("wooclient/mock/data/limits.json", ""),
        ("wooclient/legacy/v2/models/orders.py", "legacy-v2"),
        ("wooclient/legacy/v2/client.py", "legacy-v2"),
        ("wooclient/legacy/__init__.py", ""),
        ("wooclient/v3/params/__init__.py", "v3"),
        ("wooclient/v3/client.py", "v3"),
        ("wooclient/_runtime/pages.py", ""),
        ("wooclient/client.py", ""),
        ("wooclient/v3.py", ""),
        ("README.md", ""),
        ("LICENSE", ""),
    ],
)
def test_the_version_of_a_file(path: str, version: str) -> None:
    names = ("v3", "v2", "v1", "legacy-v3", "legacy-v2", "legacy-v1")
    assert [name for name in names if is_of(path, name)] == ([version] if version else [])


def test_a_limited_run_makes_the_files_of_its_versions(tmp_path: Path) -> None:
    for name in ("spec", "templates"):
        (tmp_path / name).mkdir()
    folders = build.Folders(tmp_path / "spec", tmp_path / "templates", tmp_path / "out")
    run = build._Run(folders, ("v1",), Store(), None)
    assert run._is_asked_for("wooclient/documents/v1.json", ())
    assert run._is_asked_for("api/v1.md", ())
    assert not run._is_asked_for("wooclient/documents/v2.json", ())
    assert not run._is_asked_for("README.md", ("README.md",))
    assert not run._is_asked_for("API.md", ())
    assert run._is_asked_for("API.md", ("API.md",))


@pytest.mark.parametrize(("only", "doors"), [(None, ["v3", "v2"]), (("v3",), ["v3"]), (("v2",), ["v2"])])
def test_a_package_has_doors_to_its_own_versions(
    only: tuple[str, ...] | None, doors: list[str], tmp_path: Path
) -> None:
    def package(_: object, declared: list[Version]) -> list[str]:
        return [version.name for version in declared]

    declared = {n: Version(n, family_of_version(n), n, n, f"/{n}", ()) for n in ("v3", "v2")}
    run = build._Run(build.Folders(tmp_path, tmp_path, tmp_path), only, Store(), None)
    run.renderer, run.compiled = SimpleNamespace(load=list, package=package), dict  # type: ignore[assignment]
    source = SimpleNamespace(declared=declared, wanted=[])
    assert run._printed(source, [], lambda: True) == {"fits": True, "package": doors}  # type: ignore[arg-type]


def test_nothing_is_printed_of_what_does_not_fit(tmp_path: Path) -> None:
    run = build._Run(build.Folders(tmp_path, tmp_path, tmp_path), None, Store(), None)
    run.renderer, run.compiled = SimpleNamespace(load=list), dict  # type: ignore[assignment]
    source = SimpleNamespace(declared={}, wanted=["v3"])
    left = {"fits": None, "code v3": None, "package": None, "data v3": None}
    assert run._printed(source, ["v3"], lambda: False) == left  # type: ignore[arg-type]
    assert run._rendered(source, lambda: False) == ({}, False)  # type: ignore[arg-type]


@pytest.mark.parametrize(("saved", "faulty"), [(False, False), (True, False), (False, True)])
def test_a_run_keeps_what_has_no_problem_and_was_not_saved_meanwhile(
    saved: bool, faulty: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("spec", "templates"):
        (tmp_path / name).mkdir()
    (tmp_path / "spec" / "a.yaml").write_text("a: 1\n")

    def made(_: object) -> tuple[dict[str, str], Problems]:
        if saved:
            (tmp_path / "spec" / "a.yaml").write_text("a: 12\n")
        problems = Problems()
        if faulty:
            problems.add("yaml", "no YAML", Place("a.yaml", 1, 1, ""))
        return {"a.py": "A = 1\n"}, problems

    monkeypatch.setattr(build._Run, "_made", made)
    folders = build.Folders(tmp_path / "spec", tmp_path / "templates", tmp_path / "out")
    run = build._Run(folders, None, Store(tmp_path / "store"), None)
    digests = run.render()
    assert (digests is None) is faulty
    kept = run.store.find("output", run.inputs)
    assert (None if kept is None else marshal.loads(kept)) == (None if saved else digests)
    assert (kept is None) is (saved or faulty)


# expand


@pytest.mark.parametrize(
    ("written", "read", "found"),
    [
        ({"type": "string"}, {}, {"type": "string"}),
        ({"type": "string"}, {"x-clear-with": ""}, {"type": "string"}),
        ({"type": "string"}, {"x-clear-with": None}, {"type": ["string", "null"]}),
        ({"type": ["string", "null"]}, {"x-clear-with": None}, {"type": ["string", "null"]}),
        ({"type": "string", "enum": ["a"]}, {"x-clear-with": None}, {"type": ["string", "null"], "enum": ["a", None]}),
        ({"type": "null", "enum": [None]}, {"x-clear-with": None}, {"type": ["null"], "enum": [None]}),
        ({"anyOf": [{"type": "x"}]}, {"x-clear-with": None}, {"anyOf": [{"type": "x"}, {"type": "null"}]}),
        ({"anyOf": [{"type": "null"}]}, {"x-clear-with": None}, {"anyOf": [{"type": "null"}]}),
        ({"$ref": "#/a", "x": 1}, {"x-clear-with": None}, {"x": 1, "anyOf": [{"$ref": "#/a"}, {"type": "null"}]}),
        ({"x": 1}, {"x-clear-with": None}, {"x": 1}),
    ],
)
def test_a_field_that_null_clears(written: Any, read: Any, found: Any) -> None:
    assert expand._nullable(written, read) == found


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "string", "x-known-values": ["a"]}, ["a"]),
        ({"type": ["string", "null"], "x-known-values": ["a"]}, ["a", None]),
        ({"x-known-values": ["a"], "x-unchecked": False}, ["a"]),
        ({"x-known-values": ["a"], "x-unchecked": True}, None),
        ({"x-known-values": ["a"], "enum": ["b"]}, ["b"]),
        ({"type": "string"}, None),
    ],
)
def test_known_words_of_requests_are_all_there_are(schema: Any, words: Any) -> None:
    assert expand._checked(schema).get("enum") == words


def test_answers_have_nothing_that_concerns_requests_alone() -> None:
    text = {"type": "string", "format": "decimal"}
    asked = {**text, "x-write": {"type": "number"}}
    schema = {
        "type": "object", "required": ["a"], "x-write-required": ["a"], "description": "All of it.",
        "properties": {"a": asked, "b": {**text, "writeOnly": True}, "c": {"type": "array", "items": asked}, "d": True},
        "additionalProperties": asked, "anyOf": [asked, {"type": "null"}], "allOf": [asked],
    }  # fmt: skip
    assert expand.as_read(schema) == {
        "type": "object", "required": ["a"], "description": "All of it.",
        "properties": {"a": text, "c": {"type": "array", "items": text}, "d": True},
        "additionalProperties": text, "anyOf": [text, {"type": "null"}], "allOf": [text],
    }  # fmt: skip
    assert expand.as_read({"type": "object", "additionalProperties": False}) == {
        "type": "object",
        "additionalProperties": False,
    }


# surroundings


def test_what_is_installed_is_told_the_same_in_any_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file system lists a folder in an order of its own."""
    folder = tmp_path / "site-packages"
    folder.mkdir()
    monkeypatch.setattr(inputs.sys, "path", [str(folder), str(tmp_path / "gone" / "site-packages")])
    found = []
    for names in ("b-1", "a-1"), ("a-1", "b-1"), ("a-1", "b-2"):
        listed = [folder / f"{name}.dist-info" for name in names]
        monkeypatch.setattr(Path, "glob", lambda _, pattern, listed=listed: iter(listed))
        found.append(inputs.surroundings.__wrapped__())
    monkeypatch.undo()
    assert found[0] == found[1] != found[2]


def test_pages_about_the_cores_stay_where_they_are() -> None:
    names = build.runtime_files(TEMPLATES)
    assert "wooclient/mock/store.py" in names
    assert [name for name in names if "README" in name] == []

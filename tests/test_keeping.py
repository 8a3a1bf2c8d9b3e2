"""What a build leaves alone: all that no build wrote, and all that somebody changed since."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from building import PROJECT, built_project, own_templates, replace, snapshot, woospec
from needs import command
from woospec import emit

SCHEMAS, PATHS = "spec/resources/things/schemas.yaml", "spec/resources/things/paths.yaml"
MODELS, README = "wooclient/v3/models/things.py", "README.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project with its output in `pub`."""
    return built_project(tmp_path / "project", "pub")


@pytest.fixture
def pub(root: Path) -> Path:
    return root / "pub"


STRANGERS = {
    ".git/HEAD": "ref: refs/heads/main\n",
    ".git/objects/README.md": "not a page of ours\n",
    ".env": "SECRET=1\n",
    "dist/wooclient-1.0.tar.gz": "a release\n",
    "wooclient/v3/models/mine.py": "MINE = 1\n",
    "wooclient/plugins/deep/own.py": "OWN = 1\n",
    "notes.txt": "mine\n",
}


def put_strangers(pub: Path) -> None:
    for path, text in STRANGERS.items():
        (pub / path).parent.mkdir(parents=True, exist_ok=True)
        (pub / path).write_text(text)


def edit_spec(root: Path) -> None:
    replace(root / SCHEMAS, "description: What it is called.", "description: How it is called.")


def test_strangers_are_left_and_named(root: Path, pub: Path) -> None:
    put_strangers(pub)
    before = snapshot(pub)
    for change in (lambda: None, lambda: edit_spec(root)):
        change()
        found = woospec(root, "build", "--out", str(pub))
        assert found.code == 0, found
        after = snapshot(pub)
        assert {p: after.get(p) for p in STRANGERS} == {p: before[p] for p in STRANGERS}
        assert f"left alone in {pub}" in found.err
        for shown in ("dist/", "wooclient/plugins/", "wooclient/v3/models/mine.py", "notes.txt"):
            assert f" {shown}" in found.err
        assert "own.py" not in found.err, "a folder of nothing else is named, not all that is in it"
        assert ".git" not in found.err
        assert ".env" not in found.err
    assert "How it is called" in (pub / MODELS).read_text("utf-8")


def test_check_names_strangers_and_finds_nothing_wrong_with_them(root: Path, pub: Path) -> None:
    put_strangers(pub)
    before = snapshot(root)
    found = woospec(root, "build", "--check", "--out", str(pub))
    assert (found.code, found.out) == (0, f"{pub}: up to date\n")
    assert "wooclient/v3/models/mine.py" in found.err
    assert snapshot(root) == before


def test_strangers_of_a_limited_run_are_strangers_to_later_ones(root: Path, pub: Path) -> None:
    put_strangers(pub)
    edit_spec(root)
    assert woospec(root, "build", "--only", "v3", "--out", str(pub)).code == 0
    listed = emit.listed(pub)
    assert not listed.keys() & STRANGERS.keys()
    found = woospec(root, "build", "--out", str(pub))
    assert "notes.txt" in found.err
    assert (pub / "notes.txt").exists()


def test_stale_files_go_unless_somebody_changed_them(root: Path, pub: Path) -> None:
    old = [p for p in emit.listed(pub) if "things.get" in p]
    assert old == ["wooclient/fixtures/v3/things.get.json"]
    for name in (PATHS, "spec/resources/things/examples.yaml"):
        file = root / name
        file.write_text(file.read_text("utf-8").replace("things.get", "things.read"), "utf-8")
    (root / "kept").mkdir()
    shutil.copytree(pub, root / "kept", dirs_exist_ok=True)
    (root / "kept" / old[0]).write_text("{}\n")
    found = woospec(root, "build", "--out", str(pub))
    assert (found.code, "deleted 1" in found.out, (pub / old[0]).exists()) == (0, True, False), found
    found = woospec(root, "build", "--out", str(root / "kept"))
    assert (found.code, "deleted 0" in found.out) == (0, True), found
    assert f"changed by hand, so not deleted: {old[0]}" in found.err
    assert (root / "kept" / old[0]).read_text() == "{}\n"
    again = woospec(root, "build", "--out", str(root / "kept"))
    assert "kept: up to date" in again.out
    assert old[0] in again.err, "from now on it is a stranger"


def assert_refused(root: Path, pub: Path, *names: str) -> None:
    before = snapshot(pub)
    found = woospec(root, "build", "--out", str(pub))
    assert found.code == 2, found
    assert "Nothing was written" in found.err
    assert "build again" in found.err
    assert all(name in found.err for name in names), found.err
    assert snapshot(pub) == before


def test_a_file_changed_by_hand_is_not_written_over(root: Path, pub: Path) -> None:
    replace(pub / MODELS, "class Thing(Model):", "class Thing(Model, Mine):")
    assert_refused(root, pub, MODELS)
    edit_spec(root)
    assert_refused(root, pub, MODELS)
    (pub / MODELS).unlink()
    assert woospec(root, "build", "--out", str(pub)).code == 0
    assert woospec(root, "build", "--check", "--out", str(pub)).code == 0


def test_a_change_by_hand_that_the_build_would_make_too_is_none(root: Path, pub: Path) -> None:
    edit_spec(root)
    assert woospec(root, "build", "--out", str(root / "other")).code == 0
    (pub / MODELS).write_bytes((root / "other" / MODELS).read_bytes())
    assert woospec(root, "build", "--out", str(pub)).code == 0


def test_a_limited_run_does_not_forget_what_was_changed_by_hand(root: Path, pub: Path) -> None:
    (pub / README).write_text("my own page\n")
    edit_spec(root)
    assert woospec(root, "build", "--only", "v3", "--out", str(pub)).code == 0, "the page belongs to no version"
    assert_refused(root, pub, README)


@pytest.mark.parametrize("stranger", ["file", "folder", "link", "hidden", "parent"])
def test_a_stranger_in_the_way_is_named_and_stays(root: Path, pub: Path, stranger: str) -> None:
    new = pub / "wooclient/fixtures/v3/things.read.json"
    shown = "wooclient/fixtures/v3/things.read.json"
    for name in (PATHS, "spec/resources/things/examples.yaml"):
        file = root / name
        file.write_text(file.read_text("utf-8").replace("things.get", "things.read"), "utf-8")
    match stranger:
        case "file":
            new.write_text("mine\n")
        case "folder":
            (new / "deep").mkdir(parents=True)
            (new / "deep" / "mine.txt").write_text("mine\n")
        case "hidden":
            (new / ".git").mkdir(parents=True)
            (new / ".git" / "HEAD").write_text("mine\n")
        case "link":
            new.symlink_to(root / "elsewhere")
        case _:
            shutil.rmtree(new.parent)
            new.parent.write_text("mine\n")
    assert_refused(root, pub, shown)
    assert not (root / "elsewhere").exists()


def test_an_empty_folder_gives_way(root: Path, pub: Path) -> None:
    (pub / README).unlink()
    (pub / README).mkdir()
    assert woospec(root, "build", "--out", str(pub)).code == 0
    assert (pub / README).is_file()


@pytest.mark.parametrize("names", [[".git/HEAD"], [".gitignore"], []])
def test_a_first_build_goes_into_a_folder_of_hidden_names(root: Path, names: list[str]) -> None:
    output = root / "fresh"
    output.mkdir()
    for name in names:
        (output / name).parent.mkdir(exist_ok=True)
        (output / name).write_text("mine\n")
    assert woospec(root, "build", "--out", str(output)).code == 0
    assert [(output / name).read_text() for name in names] == ["mine\n"] * len(names)
    assert woospec(root, "build", "--check", "--out", str(output)).code == 0


@pytest.mark.parametrize("names", [["letter.txt"], [".git/HEAD", "README.md"]])
def test_a_first_build_goes_into_no_other_folder(root: Path, names: list[str]) -> None:
    output = root / "fresh"
    for name in names:
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_text("mine\n")
    before = snapshot(root)
    found = woospec(root, "build", "--out", str(output))
    assert found.code == 2
    assert "choose an empty folder" in found.err
    assert snapshot(root) == before


#: What editors and systems leave beside a file called `x`.
LEFT_BEHIND = [".#x", ".x.swp", ".x.swo", "x.swp", "x~", "#x#", ".DS_Store", "x.orig", "x.rej", "x.bak", "x.tmp"]


def test_what_editors_leave_behind_is_no_part_of_anything(root: Path, pub: Path) -> None:
    own_templates(root)
    for beside in (SCHEMAS, "templates/runtime/client.py", "templates/client.py.jinja"):
        for name in LEFT_BEHIND:
            left = (root / beside).with_name(name.replace("x", Path(beside).name, 1))
            if name == ".#x":
                left.symlink_to("somebody@somewhere.1234:1700000000")  # as Emacs marks a file that is being edited
            else:
                left.write_bytes(b"\x00\xff not: [text")
    before = snapshot(pub)
    found = woospec(root, "build", "--out", str(pub))
    assert (found.code, found.out, found.err) == (0, f"{pub}: up to date\n", "")
    assert woospec(root, "validate").code == 0
    edit_spec(root)
    assert woospec(root, "build", "--out", str(pub)).code == 0
    assert snapshot(pub).keys() == before.keys()


# --check believes nobody


def test_check_does_not_believe_the_manifest(root: Path, pub: Path) -> None:
    file = pub / MODELS
    old = emit.digest(file.read_bytes())
    replace(file, "class Thing(Model):", "class Thing(Model, Mine):")
    replace(pub / emit.MANIFEST, old, emit.digest(file.read_bytes()))
    found = woospec(root, "build", "--check", "--out", str(pub))
    assert found.code == 1
    assert "\n-class Thing(Model, Mine):\n+class Thing(Model):\n" in found.out
    assert woospec(root, "build", "--out", str(pub)).code == 0
    assert woospec(root, "build", "--check", "--out", str(pub)).code == 0
    assert "Mine" not in file.read_text("utf-8")


def test_an_unknown_version_is_an_error_even_if_all_is_up_to_date(root: Path, pub: Path) -> None:
    for arguments in ([], ["--check"]):
        found = woospec(root, "build", "--only", "v9", "--out", str(pub), *arguments)
        assert (found.code, "no version v9" in found.err) == (2, True), found
    found = woospec(root, "build", "--only", "v3", "--only", "v9", "--out", str(pub))
    assert found.code == 2


def test_nothing_in_the_committed_output_is_a_stranger() -> None:
    asked = [command("git"), "ls-files", "generated"]
    found = subprocess.run(asked, cwd=PROJECT, capture_output=True, text=True, check=False)
    if found.returncode or not found.stdout:
        pytest.skip("needs a clone: this is a copy without its history")
    known = emit.listed(PROJECT / "generated").keys() | {emit.MANIFEST}
    assert [p for p in found.stdout.split() if p.removeprefix("generated/") not in known] == []

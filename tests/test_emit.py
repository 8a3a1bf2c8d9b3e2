"""The last stage: what it writes, deletes, shows and refuses."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

import needs
from building import snapshot
from woospec import emit

OLD = {"a.py": "x = 1\n", "deep/er/b.json": "{}\n", "py.typed": ""}


def whole(files: dict[str, str]) -> dict[str, str]:
    """Files with their manifest."""
    return {**files, emit.MANIFEST: emit.manifest(emit.digests(files))}


def compare(files: dict[str, str], output: Path) -> emit.Changes:
    return emit.compare(emit.digests(whole(files)), output)


def put(files: dict[str, str], output: Path) -> emit.Changes:
    """Write files with their manifest, as a build does."""
    changes = compare(files, output)
    output.mkdir(parents=True, exist_ok=True)
    emit.write(whole(files), output, changes)
    return changes


def texts(output: Path) -> dict[str, str]:
    return {p: (output / p).read_text("utf-8") for p in emit.Standing(output).found if p != emit.MANIFEST}


def diff(files: dict[str, str], output: Path) -> str:
    return emit.diff(files, output, emit.compare(emit.digests(files), output))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    put(OLD, folder)
    return folder


def test_what_is_written_is_there_and_current(output: Path) -> None:
    assert texts(output) == OLD
    assert not compare(OLD, output)
    assert compare({**OLD, "a.py": "x = 2\n"}, output)
    assert os.listdir(output.parent) == ["out"], "nothing is left aside"
    assert sorted(os.listdir(output)) == [emit.MANIFEST, "a.py", "deep", "py.typed"]


def test_only_what_differs_is_written(output: Path) -> None:
    before = snapshot(output)
    changes = put({**OLD, "a.py": "x = 2\n", "c.py": ""}, output)
    after = snapshot(output)
    assert changes.written == (emit.MANIFEST, "a.py", "c.py")
    assert after["deep/er/b.json"] == before["deep/er/b.json"]


def test_stale_files_and_their_folders_go(output: Path) -> None:
    (output / "deep" / "er" / "__pycache__").mkdir()
    (output / "deep" / "er" / "__pycache__" / "b.cpython-311.pyc").write_bytes(b"")
    changes = put({"a.py": "x = 1\n"}, output)
    assert changes.deleted == ("deep/er/b.json", "py.typed")
    assert sorted(os.listdir(output)) == [emit.MANIFEST, "a.py"]


def test_a_file_may_become_a_folder_and_a_folder_a_file(output: Path) -> None:
    swapped = {"a.py/inner.py": "x = 1\n", "deep": "text\n"}
    put(swapped, output)
    assert texts(output) == swapped
    (output / "empty").mkdir()
    put({"empty": "text\n"}, output)
    assert texts(output) == {"empty": "text\n"}


@pytest.mark.parametrize(
    "spoiled", ["", "[]", "null", "{}", '{"made_by": "somebody"}', '{"files": {}}', "not JSON", "\0\xff"]
)
def test_a_foreign_folder_is_refused(tmp_path: Path, spoiled: str) -> None:
    (tmp_path / "precious.txt").write_text("mine")
    (tmp_path / emit.MANIFEST).write_text(spoiled, encoding="latin-1")
    before = snapshot(tmp_path)
    with pytest.raises(ValueError, match="choose an empty folder"):
        put(OLD, tmp_path)
    assert snapshot(tmp_path) == before


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(FileExistsError):
        put(OLD, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: f"<<<<<<< ours\n{text}=======\n{text}>>>>>>> theirs\n",
        lambda text: text[:-20],
        lambda text: text.replace('"files"', '"none"'),
        lambda text: json.dumps({**json.loads(text), "files": []}, indent=1),
    ],
    ids=["merge", "cut", "no-files", "odd-files"],
)
def test_a_spoiled_manifest_is_neither_trusted_nor_the_end(output: Path, spoil: object) -> None:
    manifest = output / emit.MANIFEST
    assert callable(spoil)
    manifest.write_text(spoil(manifest.read_text("utf-8")), encoding="utf-8")
    changes = put(OLD, output)
    assert changes.written == (emit.MANIFEST,)
    assert not compare(OLD, output)


def test_after_a_merge_files_of_either_side_are_known(output: Path) -> None:
    ours, theirs = output / emit.MANIFEST, output.parent / "theirs"
    put({**OLD, "a.py": "x = 2\n"}, theirs)
    text = f"<<<<<<< ours\n{ours.read_text()}=======\n{(theirs / emit.MANIFEST).read_text()}>>>>>>> theirs\n"
    for side in (output, theirs):
        (side / emit.MANIFEST).write_text(text)
        put({**OLD, "a.py": "x = 3\n"}, side)
        assert texts(side) == {**OLD, "a.py": "x = 3\n"}


@pytest.mark.parametrize("fails_at", range(12))
@pytest.mark.parametrize("first", [True, False], ids=["first-build", "later-build"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "ctrl-c"])
def test_an_interrupted_write_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int, first: bool, error: BaseException
) -> None:
    output = tmp_path / "out"
    if not first:
        put({"stale.py": "", "a.py": "old\n", "deep": "a file\n"}, output)
    before = snapshot(tmp_path)
    left, real = [fails_at], os.replace

    def failing(source: str, target: str) -> None:
        left[0] -= 1
        if left[0] == -1:
            raise error
        real(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", failing)
        try:
            put(OLD, output)
        except (OSError, KeyboardInterrupt):
            assert snapshot(tmp_path) == before
            assert first or not (output / "deep").is_dir(), "no folder is left"
            assert not (output / ".woospec-new").exists(), "nothing is left aside"
    put(OLD, output)
    assert texts(output) == OLD
    assert not compare(OLD, output)


# links and paths


OUTSIDE = ["../evil.py", "/evil.py", "a/../../evil.py", "a/../b.py", "./a.py", "a//b.py", "..\\evil.py", "a\\b.py"]
OUTSIDE += ["nul\0.py", "", ".", "..", "fixtures/v3/../../MANIFEST.json"]


@pytest.mark.parametrize("path", OUTSIDE)
def test_paths_outside_are_refused_before_anything_is_touched(output: Path, path: str) -> None:
    before = snapshot(output.parent)
    files = {"a.py": "new\n", path: "evil\n", emit.MANIFEST: emit.manifest({})}
    with pytest.raises(ValueError, match=r"outside|null byte"):
        emit.write(files, output, emit.Changes(tuple(files), ("py.typed",)))
    with pytest.raises(ValueError, match=r"outside|null byte"):
        emit.write({emit.MANIFEST: ""}, output, emit.Changes((), (path,)))
    assert snapshot(output.parent) == before


def test_a_link_to_a_file_is_neither_followed_nor_replaced(output: Path) -> None:
    outside = output.parent / "outside.py"
    outside.write_text(OLD["a.py"])
    (output / "a.py").unlink()
    (output / "a.py").symlink_to(outside)
    (output / "stale.py").symlink_to(outside)
    (output / "dangling.py").symlink_to(output / "nowhere")
    before = snapshot(output.parent)
    assert f"-(a link to {outside})" in diff(OLD, output)
    changes = compare({**OLD, "a.py": "x = 3\n"}, output)
    assert (changes.blocked, changes.deleted, changes.strangers) == (("a.py",), (), ("dangling.py", "stale.py"))
    with pytest.raises(ValueError, match=r"a\.py"):
        put({**OLD, "a.py": "x = 3\n"}, output)
    assert snapshot(output.parent) == before
    assert compare({}, output).edited == ("a.py",), "a listed file that became a link stays"


@pytest.mark.parametrize("target", ["../outside", "elsewhere"])
def test_a_link_to_a_folder_is_neither_written_through_nor_removed(output: Path, target: str) -> None:
    outside = output / target
    (output / "deep").rename(outside)
    (output / "deep").symlink_to(outside, target_is_directory=True)
    before = snapshot(output.parent)
    with pytest.raises(ValueError, match=r"deep/er/b\.json"):
        put({**OLD, "deep/er/b.json": "[]\n"}, output)
    assert snapshot(output.parent) == before
    changes = put({"a.py": OLD["a.py"]}, output)
    assert changes.deleted == ("py.typed",)
    assert (output / "deep").is_symlink(), "nobody listed the link"
    assert (outside / "er" / "b.json").read_text() == OLD["deep/er/b.json"]


def test_the_output_folder_itself_may_be_a_link(output: Path) -> None:
    link = output.parent / "link"
    link.symlink_to(output, target_is_directory=True)
    put({"a.py": "x = 4\n"}, link)
    assert texts(output) == {"a.py": "x = 4\n"}


# diffs


def test_a_diff_is_what_patch_applies(output: Path) -> None:
    (output / "deep" / "er" / "b.json").unlink()
    (output / "crlf.txt").write_bytes(b"one\r\ntwo\x0cmore\xe2\x80\xa8still\r\n")
    (output / "a.py").write_bytes(b"x = 1")
    wanted = {**OLD, "a.py": "x = 1\ny = 2\n", "crlf.txt": "one\ntwo\x0cmore\u2028still\n", "new.py": "z = 1\n"}
    shown = diff(wanted, output)
    assert "--- /dev/null\n+++ b/deep/er/b.json\n@@ -0,0 +1 @@\n+{}\n" in shown
    assert "-x = 1\n\\ No newline at end of file\n+x = 1\n+y = 2\n" in shown
    assert "-one\r\n" in shown
    command = [needs.command("patch"), "--binary", "--strip=1", "--silent", "--directory", str(output)]
    subprocess.run(command, input=shown.encode(), check=True, capture_output=True)
    assert emit.compare(emit.digests(wanted), output).written == ()


def test_what_has_too_much_is_shown_as_deleted(output: Path) -> None:
    (output / "extra.py").write_text("x = 1\n")
    shown = emit.diff(OLD, output, emit.Changes((), ("extra.py",)))
    assert shown == "--- a/extra.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-x = 1\n"


def test_a_folder_in_the_place_of_a_file_is_shown_as_nothing(output: Path) -> None:
    (output / "a.py").unlink()
    (output / "a.py").mkdir()
    assert diff(OLD, output).endswith("--- /dev/null\n+++ b/a.py\n@@ -0,0 +1 @@\n+x = 1\n")


def test_the_manifest_lists_every_file_by_digest() -> None:
    made = json.loads(emit.manifest(emit.digests({"b": "x", "a": "y"})))
    assert made["made_by"] == "woospec"
    assert list(made["files"]) == ["a", "b"]
    assert made["files"]["b"] == emit.digest(b"x")


# guards that stand behind others


def test_a_place_behind_a_link_is_outside(output: Path) -> None:
    """`compare` says so before; this holds if it does not."""
    outside = output.parent / "outside"
    outside.mkdir()
    (output / "way").symlink_to(outside, target_is_directory=True)
    (output / "home").symlink_to(output / "deep", target_is_directory=True)
    for path in ("way/evil.py", "way/new/evil.py"):
        with pytest.raises(ValueError, match="lies outside the output folder"):
            emit.inside(output, path)
        with pytest.raises(ValueError, match="lies outside the output folder"):
            emit.write({path: "evil\n", emit.MANIFEST: ""}, output, emit.Changes((path,)))
    assert list(outside.iterdir()) == []
    assert emit.inside(output, "home/fine.py") == output / "home" / "fine.py"


def test_a_link_in_a_folder_that_would_be_empty_stays(output: Path) -> None:
    """Somebody put it there, though it is called like what Python makes, and leads to nothing but that."""
    outside = output.parent / "outside"
    outside.mkdir()
    (outside / "b.cpython-311.pyc").write_bytes(b"")
    (output / "deep" / "er" / "__pycache__").symlink_to(outside, target_is_directory=True)
    put({"a.py": OLD["a.py"]}, output)
    assert (output / "deep" / "er" / "__pycache__").is_symlink()
    assert (outside / "b.cpython-311.pyc").exists()


@pytest.mark.parametrize("kept", ["__pycache__/note.txt", "__pycache__/b.pyc", "note.txt", "other/b.pyc"])
def test_a_folder_goes_only_if_nothing_but_what_python_compiled_is_left(output: Path, kept: str) -> None:
    place = output / "deep" / "er" / kept
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(b"")
    put({"a.py": OLD["a.py"]}, output)
    assert place.exists() is (kept != "__pycache__/b.pyc")


def test_an_output_that_is_a_link_to_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to(tmp_path / "nowhere")
    with pytest.raises(ValueError, match="is a link that leads nowhere"):
        emit.refuse_foreign(tmp_path / "out")


def test_hidden_names_make_no_folder_foreign(tmp_path: Path) -> None:
    emit.refuse_foreign(tmp_path / "none")
    emit.refuse_foreign(tmp_path)
    (tmp_path / ".git").mkdir()
    emit.refuse_foreign(tmp_path)
    (tmp_path / "mine.txt").write_text("")
    with pytest.raises(ValueError, match="choose an empty folder"):
        emit.refuse_foreign(tmp_path)


def test_a_manifest_that_is_a_link_is_nobodys(output: Path) -> None:
    (output / emit.MANIFEST).rename(output.parent / "elsewhere.json")
    (output / emit.MANIFEST).symlink_to(output.parent / "elsewhere.json")
    assert emit.listed(output) == {}
    with pytest.raises(ValueError, match="choose an empty folder"):
        emit.refuse_foreign(output)


@pytest.mark.parametrize(("count", "end"), [(10, "p9"), (11, "p9 and 1 more"), (25, "p9 and 15 more")])
def test_a_few_of_many_paths_are_shown(count: int, end: str) -> None:
    shown = emit.several(f"p{number}" for number in range(count))
    assert shown == ", ".join(f"p{number}" for number in range(9)) + f", {end}"


def test_strangers_are_shown_by_their_folder_if_it_holds_nothing_else() -> None:
    changes = emit.Changes(strangers=("deep/x.py", "mine/a/1", "mine/b/2", "top"))
    assert emit.foreign(changes, OLD) == ["deep/x.py", "mine/", "top"]
    assert emit.foreign(emit.Changes(), OLD) == []

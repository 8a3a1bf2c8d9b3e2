"""The output as a whole: the same every time, formatted, all or nothing, and held against what is there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from building import CACHE, PROJECT, TEMPLATES, Run, blackened, lean_project, replace, snapshot, woospec
from specs import OLDER, ROOT, V3
from woospec import copied, emit

PATHS, SCHEMAS = "spec/resources/things/paths.yaml", "spec/resources/things/schemas.yaml"
MANIFEST = emit.MANIFEST
#: The output that the project keeps.
KEPT = PROJECT / "generated"


def built(folder: Path) -> Path:
    """A small project with its output."""
    root = lean_project(folder)
    found = woospec(root, "build")
    assert found.code == 0, found
    return root


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built small project that no test changes."""
    return built(tmp_path_factory.mktemp("shared"))


@pytest.fixture
def root(tmp_path: Path, shared: Path) -> Path:
    """A built small project of a test's own."""
    folder = tmp_path / "project"
    shutil.copytree(shared, folder, symlinks=True)
    return folder


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The output for the real description, built by two processes that hash differently."""
    folder = tmp_path_factory.mktemp("real")
    outputs = folder / "one", folder / "two"
    running = [_build_apart(PROJECT, output, seed) for seed, output in enumerate(outputs, 1)]
    for process in running:
        said = process.communicate()
        assert process.returncode == 0, said
    return outputs


def _build_apart(root: Path, output: Path, seed: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", _MAIN, "--root", str(root), "build", "--out", str(output)]
    environ = {**os.environ, "PYTHONHASHSEED": str(seed), "TZ": f"UTC{seed}", "LC_ALL": "C"}
    return subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


_MAIN = "import sys; from woospec.cli import main; sys.exit(main())"


def contents(output: Path) -> dict[str, bytes]:
    return {path: data for path, (data, _) in snapshot(output).items()}


# the same, whoever builds


def test_two_builds_of_the_real_description_are_the_same(real: tuple[Path, Path]) -> None:
    one, two = (contents(output) for output in real)
    assert len(one) > 100
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path]] == []


def test_the_output_that_the_project_keeps_is_what_is_made_of_it(real: tuple[Path, Path]) -> None:
    made, here = contents(real[0]), contents(KEPT)
    kept = {path: data for path, data in here.items() if "__pycache__" not in path}
    assert sorted(made.keys() ^ kept.keys()) == []
    assert sorted(path for path in made if made[path] != kept[path]) == [], "run `make build`"


def test_two_builds_of_a_small_description_are_the_same(shared: Path, tmp_path: Path) -> None:
    again = built(tmp_path / "elsewhere" / "deep")
    assert contents(again / "generated") == contents(shared / "generated")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (PATHS, "summary: Get a thing", "summary: Fetch a thing"),
        (SCHEMAS, "description: What it is called.", "description: What it is called.\n      maxLength: 99"),
    ],
)
def test_what_earlier_runs_left_does_not_change_the_output(
    root: Path, tmp_path: Path, file: str, old: str, new: str
) -> None:
    replace(root / file, old, new)
    assert woospec(root, "build").code == 0
    shutil.copytree(root, tmp_path / "cold", ignore=shutil.ignore_patterns("generated", f"{CACHE}*"))
    assert woospec(tmp_path / "cold", "build").code == 0
    assert contents(root / "generated") == contents(tmp_path / "cold" / "generated")


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("Thing:", "# A line more.\nThing:", set[str]()),
        (
            "description: What it is called.",
            "description: Its name.",
            {
                "API.md",
                "MANIFEST.json",
                "wooclient/documents/v3.json",
                *(f"wooclient/v3/{part}/things.py" for part in ("models", "params")),
            },
        ),
    ],
    ids=["a-comment", "a-word-on-a-field"],
)
def test_only_what_speaks_of_it_changes(root: Path, old: str, new: str, changed: set[str]) -> None:
    before = contents(root / "generated")
    replace(root / SCHEMAS, old, new)
    assert woospec(root, "build").code == 0
    after = contents(root / "generated")
    assert {path for path in after if after[path] != before.get(path)} == changed
    assert before.keys() == after.keys()


#: Folders of hand-written files, and where they are copied to.
COPIED = {folder: f"wooclient/{package}/" for folder, package in copied.COPIED}


def test_the_output_is_what_black_leaves(real: tuple[Path, Path]) -> None:
    sources = {
        p: d for p, d in contents(real[0]).items() if p.endswith(".py") and not p.startswith(tuple(COPIED.values()))
    }
    assert len(sources) > 80
    kept = [p for p, data in sources.items() if (KEPT / p).exists() and (KEPT / p).read_bytes() == data]
    assert [p for p in sources.keys() - kept if blackened(sources[p].decode()) != sources[p].decode()] == []
    # Of files that stay where they are, black remembers those that it left as they were.
    command = [sys.executable, "-m", "black", "--check", "--config", str(PROJECT / "pyproject.toml"), *kept]
    run = subprocess.run(command, cwd=KEPT, capture_output=True, text=True, timeout=300, check=False)
    assert f"{len(kept)} files would be left unchanged" in run.stderr, run.stderr
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(("folder", "target"), COPIED.items())
def test_hand_written_files_are_copied_byte_for_byte(real: tuple[Path, Path], folder: str, target: str) -> None:
    copied = {p.removeprefix(target): data for p, data in contents(real[0]).items() if p.startswith(target)}
    written = {p: d for p, d in contents(TEMPLATES / folder).items() if "__pycache__" not in p and p != "README.md"}
    assert len(written) >= 3
    assert {p: copied.get(p) for p in written} == written
    # The rest is made from the description.
    assert all(p == "README.md" or p.startswith("data/") for p in copied.keys() - written.keys())


def test_the_output_tells_nothing_of_where_and_when_it_was_built(real: tuple[Path, Path]) -> None:
    today = datetime.now(UTC).date()
    told = [
        str(PROJECT),
        str(real[0]),
        str(Path.home()) + "/",
        sys.prefix,
        today.isoformat(),
        today.strftime("%d %b %Y"),
    ]
    text = {path: data.decode() for path, data in contents(real[0]).items()}
    assert [(path, t) for path, found in text.items() for t in told if t in found] == []
    assert not [
        path for path, found in text.items() if re.search(r"(?i)(generated|built|made) (at|on) \d", found[:2000])
    ]


def test_the_manifest_tells_the_truth(real: tuple[Path, Path]) -> None:
    files = contents(real[0])
    listed = json.loads(files.pop(MANIFEST))["files"]
    assert listed == {path: emit.digest(data) for path, data in sorted(files.items())}


# all or nothing


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("operationId: things.get", "operationId: things.list"),
        ("summary: Get a thing", "summary: 5"),
        ("paths:\n", "paths: [\n"),
        ("operationId: things.get", "operationId: things.cre_ate\n      x-odd: 1"),
        ("schemas.yaml#/ThingCreate, update", "schemas.yaml#/Nothing, update"),
    ],
    ids=["two-of-one-id", "wrong-type", "broken-yaml", "unknown-key", "lost-reference"],
)
def test_a_failed_build_touches_nothing(root: Path, old: str, new: str) -> None:
    before = snapshot(root / "generated")
    replace(root / PATHS, old, new)
    found = woospec(root, "build")
    assert found.code == 1
    assert "problem" in found.out
    assert snapshot(root / "generated") == before
    assert set(os.listdir(root)) <= {"generated", "spec", "templates", CACHE}


@pytest.mark.parametrize("fails_at", [0, 3, 7])
def test_a_build_that_fails_half_way_is_told_and_taken_back(
    root: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    # Each description comes up in a model, a parameter type, the flat bundle and the manifest at least.
    schemas = root / "spec/resources/things/schemas.yaml"
    schemas.write_text(
        schemas.read_text("utf-8").replace(": What", ": Whatever").replace("Number of", "Count of"), "utf-8"
    )
    before = snapshot(root / "generated")
    left = [fails_at]
    move = os.replace

    def failing(source: str, target: str) -> None:
        if "generated" in str(target):
            left[0] -= 1
        if left[0] == -1:
            raise OSError(28, "No space left on device", str(source), None, str(target))
        move(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", failing)
        found = woospec(root, "build")
    assert found.code == 2
    assert "No space left on device; everything is as it was" in found.err
    assert snapshot(root / "generated") == before
    assert woospec(root, "build", "--check").code == 1
    assert woospec(root, "build").code == 0
    assert woospec(root, "build", "--check").code == 0
    fresh = root.parent / "fresh"
    assert woospec(root, "build", "--out", str(fresh)).code == 0
    assert contents(root / "generated") == contents(fresh)


def test_a_first_build_that_fails_leaves_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = root / "first" / "deep"
    move = os.replace

    def failing(source: str, target: str) -> None:
        if str(target).endswith("client.py"):
            raise OSError(28, "No space left on device")
        move(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", failing)
        assert woospec(root, "build", "--out", str(output)).code == 2
    assert not (root / "first").exists()
    assert woospec(root, "build", "--check", "--out", str(output)).code == 1
    assert woospec(root, "build", "--out", str(output)).code == 0
    assert contents(output) == contents(root / "generated")


def test_a_foreign_folder_is_refused(root: Path) -> None:
    foreign = root / "mine"
    foreign.mkdir()
    (foreign / "letter.txt").write_text("dear")
    before = snapshot(foreign)
    found = woospec(root, "build", "--out", str(foreign))
    assert found.code == 2
    assert "choose an empty folder" in found.err
    assert snapshot(foreign) == before


def test_stale_files_go_and_nothing_else_does(root: Path) -> None:
    output, path = root / "generated", "wooclient/v3/models/gone.py"
    (output / path).write_text("x = 1\n")
    replace(output / MANIFEST, '"files": {', f'"files": {{\n  "{path}": "{emit.digest(b"x = 1" + bytes([10]))}",')
    (root / "beside.txt").write_text("stays")
    before = snapshot(output)
    found = woospec(root, "build")
    assert (found.code, "deleted 1" in found.out) == (0, True), found
    before.pop(path)
    after = snapshot(output)
    assert [p for p in before.keys() | after.keys() if before.get(p) != after.get(p)] == [MANIFEST]
    assert (root / "beside.txt").exists()


# --check


def check(root: Path) -> Run:
    """What --check says, which must change nothing."""
    before = snapshot(root)
    found = woospec(root, "build", "--check")
    assert snapshot(root) == before
    return found


def test_check_is_content_with_what_was_built(root: Path) -> None:
    found = check(root)
    assert (found.code, found.out, found.err) == (0, "generated: up to date\n", "")


def test_check_shows_an_edited_file(root: Path) -> None:
    replace(root / "generated/wooclient/v3/models/things.py", "class Thing(Model):", "class Thing(Model, Mine):")
    found = check(root)
    assert found.code == 1
    assert "--- a/wooclient/v3/models/things.py\n+++ b/wooclient/v3/models/things.py\n@@ " in found.out
    assert "\n-class Thing(Model, Mine):\n+class Thing(Model):\n" in found.out


def test_check_shows_a_deleted_file(root: Path) -> None:
    (root / "generated/wooclient/v3/enums.py").unlink()
    found = check(root)
    assert found.code == 1
    assert "--- /dev/null\n+++ b/wooclient/v3/enums.py\n" in found.out


@pytest.mark.parametrize("new", ['"made_by": "me"', '"made_by": "woospec",\n "inputs": ""', '"made_by": "woospec"<<<<'])
def test_check_shows_a_changed_manifest(root: Path, new: str) -> None:
    replace(root / "generated" / MANIFEST, '"made_by": "woospec"', new)
    found = check(root)
    assert found.code == 1
    assert f"--- a/{MANIFEST}\n+++ b/{MANIFEST}\n" in found.out


def test_check_shows_line_ends_and_a_lost_last_one(root: Path) -> None:
    file = root / "generated/README.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n")[:-2])
    found = check(root)
    assert found.code == 1
    assert "\\ No newline at end of file\n" in found.out


def test_check_shows_what_a_change_of_the_description_does(root: Path) -> None:
    replace(root / PATHS, "summary: Get a thing", "summary: Fetch a thing")
    found = check(root)
    assert found.code == 1
    assert '-        """Get a thing.\n+        """Fetch a thing.\n' in found.out


def test_check_of_nothing_shows_everything(root: Path) -> None:
    found = woospec(root, "build", "--check", "--out", str(root / "none"))
    assert found.code == 1
    assert "--- /dev/null\n+++ b/wooclient/client.py\n" in found.out
    assert not (root / "none").exists()


def test_a_changed_time_stamp_is_no_change(root: Path) -> None:
    for file in (root / "generated").rglob("*.py"):
        os.utime(file, (1, 1))
    assert check(root).code == 0


@pytest.mark.parametrize("versions", [(), ("v3",), ("v2",)], ids=str)
def test_pages_name_no_page_that_is_not_made(tmp_path: Path, versions: tuple[str, ...]) -> None:
    root = lean_project(tmp_path / "project")
    replace(root / "spec" / ROOT, V3, V3 + OLDER)
    assert woospec(root, "build", *(word for version in versions for word in ("--only", version))).code == 0
    output = root / "generated"
    pages = {page.relative_to(output).as_posix(): page.read_text("utf-8") for page in output.rglob("*.md")}
    made = {"API.md", "api/v2.md", "api/v1.md"} & pages.keys()
    assert made == (
        {"v3": {"API.md"}, "v2": {"api/v2.md"}}[versions[0]] if versions else {"API.md", "api/v2.md", "api/v1.md"}
    )
    named = {page: set(re.findall(r"\]\(([^):#]+)[)#]", text)) for page, text in pages.items()}
    assert made <= named["README.md"]
    assert {
        (page, link)
        for page, links in named.items()
        for link in links
        if not (output / page).parent.joinpath(link).exists()
    } == set()

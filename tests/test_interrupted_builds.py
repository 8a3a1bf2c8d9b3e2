"""Builds that are killed, stopped or run short of room, and two at once."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from building import CACHE, built_project, own_templates, snapshot, woospec
from woospec.locking import held
from woospec.worker import Worker

SCHEMAS = "spec/resources/things/schemas.yaml"
MAIN = "import sys; from woospec.cli import main; sys.exit(main())"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project with its output."""
    return built_project(tmp_path / "project")


def edit(root: Path, number: int = 0) -> None:
    """Another description of one field, which changes several files, and a fixture less and one more."""
    schemas = root / SCHEMAS
    schemas.write_text(schemas.read_text("utf-8").replace("description: What it ", f"description: {number}, it "))
    for name in ("paths", "examples"):
        file = root / f"spec/resources/things/{name}.yaml"
        file.write_text(file.read_text("utf-8").replace("things.get", f"things.read{number}"), "utf-8")


def change_core(root: Path) -> None:
    """A change of a large hand-written file, `client.py`."""
    with (own_templates(root) / "runtime/client.py").open("a") as file:
        file.write("\n# changed\n")


def start(root: Path, *arguments: str, code: str = MAIN, room: int = 0) -> subprocess.Popen[str]:
    """A build as a process of its own; `room` limits the size of what it writes."""
    limit = (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))) if room else None
    return subprocess.Popen(
        [sys.executable, "-c", code, "--root", str(root), "build", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=limit,
    )


def contents(output: Path) -> dict[str, bytes]:
    return {path: data for path, (data, _) in snapshot(output).items()}


def fresh(root: Path) -> dict[str, bytes]:
    """What a build makes that nothing has gone before."""
    assert woospec(root, "build", "--out", str(root / "fresh")).code == 0
    found = contents(root / "fresh")
    shutil.rmtree(root / "fresh")
    return found


KILLED = f"""
import os, signal
move, left = os.replace, [int(os.environ["KILLED_AT"])]
def killing(source, target):
    if "generated" in str(target):
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
    move(source, target)
os.replace = killing
{MAIN}
"""


@pytest.mark.parametrize("moment", [0, 1, 4])
def test_after_a_killed_build_the_next_makes_all_right(
    root: Path, moment: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KILLED_AT", str(moment))
    for number in range(2):  # killed, changed and killed again: whose file is whose?
        edit(root, number)
        process = start(root, code=KILLED)
        process.communicate(timeout=120)
        assert process.returncode == -signal.SIGKILL
    edit(root, 2)
    found = woospec(root, "build")
    assert (found.code, found.err) == (0, ""), found
    assert contents(root / "generated") == fresh(root)
    assert [p.name for p in (root / "generated").iterdir() if p.name.startswith(".")] == []
    assert {p.name for p in root.iterdir()} == {"generated", "spec", "templates", CACHE}


def test_a_killed_first_build_is_made_good_by_the_next(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(root / "generated")
    monkeypatch.setenv("KILLED_AT", "5")
    process = start(root, code=KILLED)
    process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL
    assert woospec(root, "build", "--check").code == 1
    assert woospec(root, "build").code == 0
    assert contents(root / "generated") == fresh(root)


STOPPED = f"""
import os, signal, time
from woospec import build
def stopping(*arguments):
    os.killpg(0, signal.SIGINT)  # as a terminal does: every process of the group
    time.sleep(60)
build._Run._rendered = stopping
{MAIN}
"""


def test_ctrl_c_is_told_and_leaves_everything_as_it_was(root: Path) -> None:
    shutil.rmtree(root / CACHE)  # so that the validating process is at work
    edit(root)
    before = snapshot(root)
    process = start(root, code=STOPPED)
    out, err = process.communicate(timeout=120)  # ends only when no process holds the pipes any more
    assert (process.returncode, out, err) == (130, "", "woospec: stopped; no file is half written\n")
    assert snapshot(root) == before


def test_ctrl_c_ends_the_validating_process() -> None:
    worker = Worker()

    def stopped() -> None:
        with worker:
            worker({"paths": {}})
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert worker.process is not None
    assert worker.process.returncode == -signal.SIGKILL


def test_a_validating_process_that_died_is_started_again_for_the_next_build() -> None:
    with Worker() as worker:
        lost = worker({"paths": {}})
        assert worker.process is not None
        worker.process.kill()
        with pytest.raises(OSError, match="ended early"):
            lost()
        worker.process.wait()
        sound = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}}
        assert worker(sound)() == []


@pytest.mark.parametrize("times", [1, 2])
def test_ctrl_c_while_files_are_moved_takes_all_back(root: Path, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    change_core(root)
    before, move, left = snapshot(root), os.replace, [times]

    def stopping(source: str, target: str) -> None:
        if left[0] and "client.py" in f"{source} {target}":
            left[0] -= 1
            signal.raise_signal(signal.SIGINT)
        move(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", stopping)
        found = woospec(root, "build")
    assert (found.code, found.err) == (130, "woospec: stopped; no file is half written\n")
    assert times == 2 or snapshot(root) == before, "only a second one, while all is taken back, leaves that to the next"
    assert woospec(root, "build").code == 0
    assert contents(root / "generated") == fresh(root)


@pytest.mark.parametrize("first", [True, False], ids=["first-build", "later-build"])
def test_without_room_nothing_is_changed_and_nothing_is_left(root: Path, first: bool) -> None:
    if first:
        shutil.rmtree(root / "generated")
    else:
        change_core(root)
    before = snapshot(root)
    process = start(root, room=4096)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, out) == (2, "")
    assert f"cannot write {root / 'generated'}: File too large; everything is as it was" in err
    assert "Traceback" not in err
    assert snapshot(root) == before
    assert (root / "generated").exists() is not first
    assert woospec(root, "build").code == 0
    assert contents(root / "generated") == fresh(root)


def test_a_folder_that_cannot_be_written_to_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(root)
    folder, before, move = str(root / "generated/wooclient/v3/models"), snapshot(root), os.replace

    def failing(source: str, target: str) -> None:
        if folder in f"{source} {target}":
            raise PermissionError(13, "Permission denied", str(source), None, str(target))
        move(source, target)

    monkeypatch.setattr(os, "replace", failing)
    found = woospec(root, "build")
    assert found.code == 2
    assert f"cannot write {folder}/things.py: Permission denied; everything is as it was" in found.err
    assert snapshot(root) == before


# two at once


def test_a_second_build_says_that_it_waits_and_then_does_its_work(root: Path) -> None:
    edit(root)
    output = root / "generated"
    before = snapshot(output)
    with held(output):
        process = start(root)
        assert process.stderr is not None
        assert process.stderr.readline() == f"woospec: another build writes to {output}; waiting for it to end\n"
        assert snapshot(output) == before
    out, err = process.communicate(timeout=120)
    assert (process.returncode, "wrote" in out, err) == (0, True, "")
    assert contents(output) == fresh(root)


def test_many_builds_at_once_make_one_whole_output(root: Path) -> None:
    shutil.rmtree(root / "generated")
    shutil.rmtree(root / CACHE)
    running = [start(root) for _ in range(3)]
    ends = [(p.communicate(timeout=300), p.returncode) for p in running]
    assert [code for _, code in ends] == [0, 0, 0], ends
    assert sorted("up to date" in out for (out, _), _ in ends) == [False, True, True]
    assert contents(root / "generated") == fresh(root)
    assert {p.name for p in root.iterdir()} == {"generated", "spec", "templates", CACHE}


def test_a_lock_ends_with_the_run_that_held_it(tmp_path: Path) -> None:
    code = "import os, sys, pathlib; from woospec.locking import held\n"
    code += "with held(pathlib.Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode == -signal.SIGKILL
    said: list[str] = []
    with held(tmp_path, lambda: said.append("waits")):
        assert not said


def test_whoever_waited_for_a_folder_that_went_makes_it_anew(tmp_path: Path) -> None:
    folder, waits, there = tmp_path / "out", threading.Event(), list[bool]()

    def second() -> None:
        with held(folder, waits.set):
            there.append(folder.is_dir())

    with held(folder):
        thread = threading.Thread(target=second)
        thread.start()
        assert waits.wait(60)
        folder.rmdir()
    thread.join(60)
    assert there == [True]
    assert not folder.exists(), "nothing was put into it"

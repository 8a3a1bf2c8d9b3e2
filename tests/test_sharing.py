"""Tasks at once in forks: results in order, failures done again here, and the same output as without."""

from __future__ import annotations

import _thread
import os
import shutil
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from building import CACHE, built_project, woospec
from woospec import sharing
from woospec.sharing import at_once, beside

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork"),
    # Tests run beside other threads; what is forked here needs nothing of theirs.
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("woospec.sharing._cores", lambda: 2)


def meeting(then: Callable[[int], object]) -> list[Callable[[], object]]:
    """Two tasks of which neither goes on before the other has begun, also when it is done again."""
    pipes = [os.pipe(), os.pipe()]

    def task(number: int) -> object:
        os.write(pipes[number][1], b"..")
        os.read(pipes[1 - number][0], 1)
        return then(number)

    return [lambda: task(0), lambda: task(1)]


def test_results_come_in_the_order_of_the_tasks() -> None:
    assert at_once([partial(pow, n, 2) for n in range(1000)]) == [n * n for n in range(1000)]
    assert at_once([]) == []


def test_a_task_that_comes_to_nothing_ends_all() -> None:
    begun: list[int] = []

    def task(number: int) -> int | None:
        begun.append(number)
        return None if number == 2 else number

    assert at_once([partial(task, n) for n in range(1000)], alone=True) == [0, 1, *[None] * 998]
    assert begun == [0, 1, 2]


def test_what_another_process_is_at_work_on_is_not_done_again_when_all_ends() -> None:
    here = os.getpid()

    def ending(number: int) -> int | None:
        return None if os.getpid() == here else number

    assert [n for n in at_once(meeting(ending)) if n is not None] in ([0], [1])


def test_two_tasks_are_at_work_at_once() -> None:
    here, other = sorted(at_once(meeting(lambda _: os.getpid())), key=lambda process: process != os.getpid())
    assert here == os.getpid() != other


def test_what_fails_in_a_fork_is_done_again_here() -> None:
    here = os.getpid()

    def only_here(number: int) -> object:
        if os.getpid() != here:
            raise RuntimeError("nobody hears of this")
        return number

    assert at_once(meeting(only_here)) == [0, 1]


def test_an_error_is_raised_and_no_fork_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []
    fork = os.fork

    def noted() -> int:
        begun.append(fork())
        return begun[-1]

    def fails(_: int) -> object:
        raise ValueError("of the spec")

    monkeypatch.setattr(os, "fork", noted)
    with pytest.raises(ValueError, match="of the spec"):
        at_once(meeting(fails))
    assert len(begun) == 1
    with pytest.raises(ChildProcessError):
        os.waitpid(begun[0], os.WNOHANG)


@pytest.mark.parametrize("alone", [False, True])
def test_a_task_beside_this_process_is_asked_for_later(alone: bool) -> None:
    with beside(os.getpid, alone=alone) as process:
        assert (process() == os.getpid()) is alone


def test_what_fails_beside_is_done_here() -> None:
    here = os.getpid()

    def only_here() -> int:
        return here if os.getpid() == here else 1 // 0

    with beside(only_here) as found:
        assert found() == here


def test_what_nobody_asks_for_is_ended() -> None:
    begun, into = os.pipe()

    def endless() -> None:
        os.write(into, os.getpid().to_bytes(4, "big"))
        threading.Event().wait()

    with beside(endless):
        process = int.from_bytes(os.read(begun, 4), "big")
    with pytest.raises(ChildProcessError):
        os.waitpid(process, os.WNOHANG)


def test_beside_another_thread_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """`threading` knows nothing of a thread that is started like this."""
    monkeypatch.undo()
    begun, over, ended = threading.Event(), threading.Event(), threading.Event()

    def other() -> None:
        begun.set()
        over.wait()
        ended.set()

    _thread.start_new_thread(other, ())
    begun.wait()
    try:
        assert sharing._cores() == 1
    finally:
        over.set()
        ended.wait()


def test_with_forks_the_output_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, forked = built_project(tmp_path / "project"), list[int]()
    fork = os.fork
    monkeypatch.setattr("woospec.build.SMALL", 0)
    monkeypatch.setattr(os, "fork", lambda: forked.append(1) or fork())
    shutil.rmtree(root / "generated")
    shutil.rmtree(root / CACHE)
    assert woospec(root, "build").out.startswith("generated: wrote")
    assert forked
    monkeypatch.setattr("woospec.sharing._cores", lambda: 1)
    assert woospec(root, "build", "--check").out == "generated: up to date\n"


def test_a_small_description_is_printed_without_forks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = built_project(tmp_path / "project")
    shutil.rmtree(root / CACHE)
    monkeypatch.delattr(os, "fork")
    monkeypatch.setattr("woospec.sharing._cores", lambda: 2)
    assert woospec(root, "build").out == "generated: up to date\n"

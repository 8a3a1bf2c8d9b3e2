"""Several tasks at once, on as many cores as there are, in forks of this process.

A fork has everything that this process made so far, so that nothing has to be handed over but results. Where the system
cannot fork, or another thread is at work here (a fork would have its locks, but not the thread), all is done here.
"""

from __future__ import annotations

import marshal
import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

#: What a task comes to: plain data, which goes through a pipe.
Plain = TypeVar("Plain")


def at_once(tasks: Sequence[Callable[[], Plain]], *, alone: bool = False) -> list[Plain | None]:
    """Return what each task comes to, in order. Tasks change nothing that matters outside of them.

    One that comes to None ends all: None is also what those come to that nobody had begun. With `alone`, nothing is
    forked.
    """
    open_tasks = _Numbers(len(tasks))
    processes = 1 if alone else min(len(tasks), _cores())
    forks = [_Fork(lambda: _work(tasks, open_tasks)) for _ in range(processes - 1)]
    try:
        done = _work(tasks, open_tasks)
        for fork in forks:
            done |= fork.result()
    finally:
        for fork in forks:
            fork.end()
        open_tasks.close()
    if None in done.values():
        return [done.get(i) for i in range(len(tasks))]
    # What failed in a fork is done again here, where somebody hears of it.
    return [done[i] if i in done else task() for i, task in enumerate(tasks)]


@contextmanager
def beside(task: Callable[[], Plain], *, alone: bool = False) -> Generator[Callable[[], Plain], None, None]:
    """Do a task in a fork while this process goes on; what is given waits for what it comes to.

    With `alone`, it is done when it is asked for.
    """
    if alone or _cores() == 1:
        yield task
        return
    fork = _Fork(task)
    try:
        yield lambda: fork.result() or task()
    finally:
        fork.end()


def _work(tasks: Sequence[Callable[[], Plain]], numbers: Iterator[int]) -> dict[int, Plain]:
    """Do one task after the other, of those that nobody has begun, until one ends all."""
    done: dict[int, Plain] = {}
    for number in numbers:
        done[number] = tasks[number]()
        if done[number] is None:
            list(numbers)  # takes them from all
    return done


def _cores() -> int:
    # Threads that only the interpreter knows of count as well. The function is documented in spite of its name.
    if not hasattr(os, "fork") or len(sys._current_frames()) > 1:  # pyright: ignore[reportPrivateUsage]
        return 1
    return os.cpu_count() or 1


class _Numbers(Iterator[int]):
    """Numbers from 0 on. Each comes once, whichever process asks for it: they lie in a pipe, four bytes each."""

    def __init__(self, count: int) -> None:
        self.out, into = os.pipe()
        os.write(into, b"".join(number.to_bytes(4, "big") for number in range(count)))
        os.close(into)

    def __next__(self) -> int:
        found = os.read(self.out, 4)
        if not found:
            raise StopIteration
        return int.from_bytes(found, "big")

    def close(self) -> None:
        """Give the pipe back."""
        os.close(self.out)


class _Fork:
    """A fork of this process that does one thing."""

    def __init__(self, work: Callable[[], Any]) -> None:
        here, there = os.pipe()
        self.process = os.fork()
        if self.process == 0:
            try:
                with os.fdopen(there, "wb") as answer:
                    answer.write(marshal.dumps(work()))
            finally:
                os._exit(0)  # whatever happened: what follows is not for the fork
        os.close(there)
        self.answer = os.fdopen(here, "rb")

    def result(self) -> Any:
        """Return what the work came to; nothing, if it failed."""
        try:
            return marshal.loads(self.answer.read())  # noqa: S302 - of our own process
        except (EOFError, ValueError, TypeError):
            return {}

    def end(self) -> None:
        """End the fork, whether or not somebody asked for its result."""
        self.answer.close()
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)

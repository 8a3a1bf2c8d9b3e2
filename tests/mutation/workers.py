"""Copies of the project in which mutants are tried, side by side, without touching the tree that people work in."""

from __future__ import annotations

import itertools
import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from mutation.mutants import Mutant
from mutation.reaching import Reach, environment
from mutation.targets import installed, module

#: How many tests are named in one go; the quickest come first, and most mutants fall at once.
_AT_ONCE = 400
#: The first go names fewer, out of few files: collecting a file costs more than most of its tests.
_AT_FIRST, _FILES_AT_FIRST = 60, 3
#: Seconds that a mutant may take beyond twice what its tests take without it.
_PATIENCE = 6.0
#: Seconds of tests after which a mutant has survived: what only slow tests notice is noticed late.
_ENOUGH = 20.0


def copy_project(root: Path, to: Path) -> Path:
    """A copy of all that git knows and does not ignore, as it stands in the work tree."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root, capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    for name in filter(None, listed.split("\0")):
        if (root / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, to / name)
    shared = root.parent / "shared"
    if shared.exists() and not (to.parent / "shared").exists():
        (to.parent / "shared").symlink_to(shared.resolve())
    return to


class Worker:
    """One copy, and the process that runs tests of some files in it."""

    def __init__(self, root: Path, folder: Path, files: Sequence[str]) -> None:
        self.root = copy_project(root, folder)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mutation.trying", *files],
            cwd=self.root, env=environment(self.root), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def tried(self, mutant: Mutant, portions: Iterable[Sequence[str]], reach: Reach) -> str:
        """What becomes of `mutant`: noticed, survived, or timeout."""
        file = self.root.parent / f"{self.root.name}.json"
        path = str(self.root / installed(mutant.file))
        file.write_text(json.dumps({"module": module(mutant.file), "path": path, "source": mutant.source}))
        for named in filter(None, portions):
            usual = sum(_seconds(name, reach) for name in named)
            asked = {"mutant": str(file), "tests": named, "seconds": _PATIENCE + 2 * usual}
            said = self._ask(asked)
            # A broken generator may have left broken results of its own.
            shutil.rmtree(self.root / ".woospec-cache", ignore_errors=True)
            if said != "survived":
                return said
        return "survived"

    def _ask(self, asked: dict[str, object]) -> str:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        said = self.process.stdout.readline().strip()
        if not said:
            raise RuntimeError("the process that tries mutants has ended")
        return said

    def close(self) -> None:
        """End the process."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()


def goes(tests: Sequence[str]) -> Iterator[Sequence[str]]:
    """The tests, in the portions in which they are run."""
    files = Counter(name.partition("::")[0] for name in tests[:_AT_ONCE])
    often = {file for file, _ in files.most_common(_FILES_AT_FIRST)}
    first = [name for name in tests[:_AT_ONCE] if name.partition("::")[0] in often][:_AT_FIRST]
    yield first
    taken = set(first)
    rest = [name for name in tests if name not in taken]
    for start in range(0, len(rest), _AT_ONCE):
        yield rest[start : start + _AT_ONCE]


def quick(tests: Sequence[str], reach: Reach) -> Sequence[str]:
    """As many of `tests` as are run in `_ENOUGH` seconds; one at least.

    Half of the time goes to tests as they come, so that each file has its turn, and half to the narrowest of the rest:
    else a few slow files leave no time for hundreds of tests that are about the broken line and little else.
    """
    by_turns = _within(tests, reach) or tests[:1]
    rest = sorted(tests[len(by_turns) :], key=lambda name: (reach.breadth[name], _seconds(name, reach)))
    return [*by_turns, *_within(rest, reach)]


def _within(tests: Sequence[str], reach: Reach) -> Sequence[str]:
    ends = itertools.accumulate(_seconds(name, reach) for name in tests)
    return tests[: sum(end <= _ENOUGH / 2 for end in ends)]


def _seconds(name: str, reach: Reach) -> float:
    return reach.seconds.get(name, 0.1)


def try_all(
    mutants: Sequence[Mutant],
    reach: Reach,
    workers: Sequence[Worker],
    tell: Callable[[Mutant, str], None],
    late: Callable[[], bool],
    also: Sequence[str] = (),
) -> None:
    """Try each mutant with the tests that reach it, until it is `late`. `tell` hears the fate of each, in no order.

    `also` names files of tests that are run first for each.
    """
    free: SimpleQueue[Worker] = SimpleQueue()
    for worker in workers:
        free.put(worker)

    def one(mutant: Mutant) -> None:
        if late():
            return
        worker = free.get()
        try:
            said = f"{mutant.function} {mutant.before} {mutant.after}"
            tests = quick(reach.tests(mutant.file, mutant.source, mutant.line, mutant.last, said), reach)
            tell(mutant, worker.tried(mutant, [also, *goes(tests)], reach) if tests or also else "no test")
        finally:
            free.put(worker)

    with ThreadPoolExecutor(len(workers)) as pool:
        list(pool.map(one, mutants))

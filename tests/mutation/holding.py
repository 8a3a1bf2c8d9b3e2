"""A process that has collected the tests once, and runs some of them in a fork for each mutant."""

from __future__ import annotations

import gc
import itertools
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any

import pytest

from mutation.patching import Functions

#: What a mutant is answered that changes more than functions: it needs a process that has imported nothing yet.
FRESH = "fresh"
_Tried = Callable[[dict[str, Any], Callable[[], int]], str]


class Holder:
    """A plugin: in place of running the tests, it answers requests as `mutation.trying` does."""

    def __init__(self, requests: IO[str], answers: IO[str], tried: _Tried) -> None:
        self.requests, self.answers, self.tried = requests, answers, tried

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Serve until there are no more requests."""
        gc.unfreeze()  # what is frozen, as conftest.py does with all that stays, is not found
        functions = Functions(Path.cwd())
        by_name = {item.nodeid: item for item in session.items}
        gc.collect()
        gc.freeze()
        for line in self.requests:
            asked = json.loads(line)
            mutant = json.loads(Path(asked["mutant"]).read_text())
            patches = functions.patches(mutant["path"], mutant["source"])
            items = _items(by_name, asked["tests"])
            answer = FRESH
            if patches is not None:
                answer = self.tried(asked, lambda p=patches, i=items: _run(session, i, p)) if items else "survived"
            print(answer, file=self.answers, flush=True)
        return True


def _items(by_name: dict[str, pytest.Item], names: Sequence[str]) -> list[pytest.Item]:
    """The tests of these names, or of these whole files; those of one file together, as fixtures are shared there."""
    whole = {name for name in names if "::" not in name}
    inside = [name for name in by_name if whole and name.partition("::")[0] in whole]
    places: dict[str, int] = {}
    wanted = [name for name in (*inside, *names) if name in by_name]
    ranks = {name: places.setdefault(name.partition("::")[0], len(places)) for name in wanted}
    return [by_name[name] for name in sorted(dict.fromkeys(wanted), key=ranks.__getitem__)]


def _run(session: pytest.Session, items: Sequence[pytest.Item], patches: Sequence[tuple[Any, Any]]) -> int:
    for function, code in patches:
        function.__code__ = code
    for item, following in itertools.pairwise([*items, None]):
        assert item is not None
        item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return 1
    return 0


def hold(files: Sequence[str], requests: int, answers: int, tried: _Tried) -> None:
    """Collect `files`, then answer; the two numbers are pipes."""
    with os.fdopen(requests) as asked, os.fdopen(answers, "w") as said:
        pytest.main(
            ["-q", "-s", "-p", "no:cacheprovider", "-p", "no:cov", *files], plugins=[Holder(asked, said, tried)]
        )

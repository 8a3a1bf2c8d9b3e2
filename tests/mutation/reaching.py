"""Which tests reach a line, and how long each takes: found by one run of the suite under coverage."""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

from mutation.importing import used_later
from mutation.targets import all_files, installed

#: Tests that never see the broken copy: other tools, installed packages, the suite's own figures.
_LEFT_OUT = ("tests/test_other_tools.py", "tests/test_packages.py", "tests/mutation", "tests/bench")

#: How many tests may be red before the run is of no use.
_FEW = 5

#: How many tests come first because their names speak of what is broken.
_ALIKE = 20
_WORD = re.compile("[a-z]{4,}")


class Reach:
    """The tests by line of each file."""

    def __init__(self, found: dict[str, dict[str, list[str]]], seconds: dict[str, float]) -> None:
        self.found, self.seconds = found, seconds

    def tests(self, file: str, text: str, first: int, last: int, said: str = "") -> list[str]:
        """The tests that reach a line from `first` to `last`: the narrowest of each file, then the next of each.

        Files of tests that are named after the module come first, and before them a few tests whose names share rare
        words with what is broken (`said`): where every test reaches a line, these are about it.

        What runs once, while the file is imported, is also reached by whoever reaches a line that depends on it. Where
        nobody does, whoever reaches any line of the file is asked; else of the files beside it.
        """
        stem = Path(file).stem
        found = self._at(file, range(first, last + 1))
        found = found | self._at(file, used_later(text, first))
        if len(found) < 2:  # one alone may be the test that imported the file first
            found = found | self._of(file)
        ranks: Counter[str] = Counter()
        ranked: list[tuple[bool, int, str]] = []
        for name in sorted(found, key=lambda name: (self.breadth[name], self.seconds.get(name, 0.0), name)):
            file = name.partition("::")[0]
            ranks[file] += 1
            ranked.append((stem not in Path(file).stem, ranks[file], name))
        about = _alike(found, said)
        return [*about, *(name for *_, name in sorted(ranked, key=lambda one: one[:2]) if name not in about)]

    def files(self, sources: Iterable[str]) -> list[str]:
        """The files of tests that reach any line of `sources`."""
        return sorted({name.partition("::")[0] for file in sources for name in self._of(file)})

    def _of(self, file: str) -> set[str]:
        """The tests that reach any line of a file; of one that holds only data, of those beside it, which use it."""
        folder = Path(file).parent
        beside = (self._at(other, None) for other in self.found if Path(other).parent == folder)
        return self._at(file, None) or set().union(*beside)

    @cached_property
    def breadth(self) -> Counter[str]:
        """How many lines each test reaches: one that reaches few is about these, and says so at once."""
        return Counter(name for lines in self.found.values() for names in lines.values() for name in names)

    def _at(self, file: str, lines: Iterable[int] | None) -> set[str]:
        by_line = self.found.get(file, {})
        numbers = by_line if lines is None else map(str, lines)
        return {name for line in numbers for name in by_line.get(line, ())}

    @classmethod
    def read(cls, file: Path, there: Container[str]) -> Reach:
        """What an earlier run found, as far as its tests are still `there`: pytest calls a lost one an error."""
        data = json.loads(file.read_text())
        found = {
            file: {line: [name for name in names if name in there] for line, names in lines.items()}
            for file, lines in data["lines"].items()
        }
        return cls(found, data["seconds"])

    def write(self, file: Path) -> None:
        """Keep it for later runs."""
        file.write_text(json.dumps({"lines": self.found, "seconds": self.seconds}))


def _alike(names: Iterable[str], said: str) -> list[str]:
    """The names that have most words in common with what is `said`; a word counts for more the fewer have it."""
    words, having = set(_WORD.findall(said.lower())), defaultdict[str, list[str]](list)
    for name in names:
        for word in words.intersection(_WORD.findall(name.lower())):
            having[word].append(name)
    weights = defaultdict[str, float](float)
    for found in having.values():
        for name in found:
            weights[name] += 1 / len(found)
    return sorted(weights, key=lambda name: (-weights[name], name))[:_ALIKE]


def collected(root: Path) -> set[str]:
    """The ids of all tests that there are. Raises SystemExit if they cannot be collected."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "tests"]
    done = subprocess.run(command, cwd=root, env=environment(root), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the tests cannot be collected:\n{done.stdout}{done.stderr}")
    return {line for line in done.stdout.splitlines() if "::" in line}


def measure(root: Path, folder: Path) -> Reach:
    """Run the suite in `root` under coverage, with a context for each test.

    A test that is red without any mutant says nothing of one: it is named, and left out. Raises SystemExit if there are
    more than a few of those.
    """
    data, report = folder / "coverage", folder / "suite.xml"
    sources = sorted({str(Path(installed(file)).parent) for _, file in all_files(root)})
    config = folder / "coveragerc"
    config.write_text(f"[run]\ndata_file = {data}\nsource =\n" + "".join(f"    {one}\n" for one in sources))
    command = [
        sys.executable, "-m", "pytest", "-n", "auto", "-q", "-p", "no:cacheprovider", f"--junitxml={report}",
        "--cov", "--cov-context=test", f"--cov-config={config}", "--cov-report=", "-o", "junit_family=xunit1",
        *(f"--ignore={one}" for one in _LEFT_OUT),
    ]  # fmt: skip
    before = _worked()
    done = subprocess.run(command, cwd=root, env=environment(root), check=False)
    red = _red(report) if done.returncode == 1 else set[str]()
    if len(red) > _FEW or (done.returncode and not red):
        raise SystemExit("the suite has to be green before it can be asked what it notices")
    for name in sorted(red):
        print(f"left out, as it is red already: {name}", flush=True)
    return Reach(dict(_contexts(root, data, red)), of_processor(_seconds(report), _worked() - before))


def _worked() -> float:
    """The processor's seconds that ended processes of this one have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def of_processor(seconds: dict[str, float], worked: float) -> dict[str, float]:
    """Seconds by the clock as seconds of the processor: on a busy machine tests wait, and are quick all the same.

    Else the time for a mutant would be spent on a few tests, and those that are about it would have no turn.
    """
    share = min(1.0, worked / (sum(seconds.values()) or 1))
    return {name: passed * share for name, passed in seconds.items()}


def environment(root: Path) -> dict[str, str]:
    """The environment in which tests run on the copy at `root`."""
    places = [root / "tests/mutation/hook", root / "generator", root / "generated", root / "tests"]
    # Thousands of processes import the same modules: what is compiled is kept, in the copy. There tests may be skipped,
    # in CI too: the tools of others are not copied.
    own = {"PYTHONPATH": os.pathsep.join(map(str, places)), "PYTHONDONTWRITEBYTECODE": "", "CI": ""}
    return {**os.environ, **own}


def _contexts(root: Path, data: Path, red: set[str]) -> Iterable[tuple[str, dict[str, list[str]]]]:
    from coverage import CoverageData

    found = CoverageData(str(data))
    found.read()
    for _, file in all_files(root):
        lines = found.contexts_by_lineno(str(root / installed(file)))
        yield file, {
            str(line): sorted({c.partition("|")[0] for c in names if c} - red) for line, names in lines.items()
        }


def _red(report: Path) -> set[str]:
    """The tests that failed."""
    cases = ElementTree.parse(report).iter("testcase")
    failed = [case for case in cases if case.find("failure") is not None or case.find("error") is not None]
    return {f"{case.get('file')}::{case.get('name')}" for case in failed}


def _seconds(report: Path) -> dict[str, float]:
    """How long each test took, by its id."""
    cases = ElementTree.parse(report).iter("testcase")  # pytest wrote it
    return {f"{case.get('file')}::{case.get('name')}": float(case.get("time") or 0) for case in cases}

"""How the files lean on each other: no circle, imports for type checkers among them, and no file that is too long."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from mutation.targets import PARTS

ROOT = Path(__file__).parents[1]
#: A package and where it stands.
PACKAGES = {
    "woospec": "generator/woospec",
    "wooclient._runtime": "templates/runtime",
    "wooclient.cli": "templates/cli",
    "wooclient.compat": "templates/compat",
    "wooclient.contract": "templates/contract",
    "wooclient.mock": "templates/mock",
    "wooclient.snapshot": "templates/snapshot",
}
#: The rooms of the contract suite, and the files beside them, the lowest first.
ROOMS = ("described", "calls", "safety", "store", "running", "scenarios", "session", "report", "terminal", "command")
MOST_LINES = 400
Imports = Mapping[str, frozenset[str]]


def modules(folder: Path, package: str) -> Iterator[tuple[str, Path]]:
    """The modules of a package, with their files."""
    for file in sorted(folder.rglob("*.py")):
        parts = file.relative_to(folder).with_suffix("").parts
        yield ".".join((package, *(parts[:-1] if parts[-1] == "__init__" else parts))), file


FILES = {name: file for package, folder in PACKAGES.items() for name, file in modules(ROOT / folder, package)}


def imported(name: str, file: Path, known: Mapping[str, Path]) -> Iterator[str]:
    """What a module imports of those that are known, anywhere in it."""
    above = name.split(".") if file.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            start = above[: len(above) - node.level + 1] if node.level else []
            base = ".".join((*start, *filter(None, [node.module])))
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                found = inner if inner in known else base
                if found in known and found != name:
                    yield found


def imports(files: Mapping[str, Path]) -> Imports:
    """What every module imports."""
    return {name: frozenset(imported(name, file, files)) for name, file in files.items()}


@cache
def project() -> Imports:
    """What every module of the project imports."""
    return imports(FILES)


def circle(graph: Imports) -> list[str]:
    """A way from a module back to itself; empty if there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_module_leads_back_to_itself() -> None:
    assert circle(project()) == []


def test_a_circle_is_seen_wherever_the_import_stands(tmp_path: Path) -> None:
    texts = {"a": "from . import b\n", "b": "def f():\n    from .c import g\n", "c": "if TYPE:\n    from .a import x\n"}
    for name, text in texts.items():
        (tmp_path / f"{name}.py").write_text(text, "utf-8")
    assert len(circle(imports(dict(modules(tmp_path, "p"))))) == 4


def test_what_hooks_stand_on_knows_no_hooks() -> None:
    graph, hooks = project(), "wooclient.mock.hooks"
    inside = {name for name in graph if name == hooks or name.startswith(f"{hooks}.")}
    below = {found for name in inside for found in graph[name]} - inside
    while more := {found for name in below for found in graph[name]} - below:
        assert not more & inside, f"reaches {sorted(more & inside)}"
        below |= more
    assert {"wooclient.mock.resource", "wooclient.mock.shop"} <= below


def test_rooms_of_the_contract_suite_know_none_above_them() -> None:
    start = "wooclient.contract."
    inside = {name: found for name, found in project().items() if name.startswith(start)}
    floor = {name: ROOMS.index(name.removeprefix(start).partition(".")[0]) for name in inside}
    assert {floor[name] for name in inside} == set(range(len(ROOMS)))
    assert [(name, other) for name in inside for other in inside[name] if floor.get(other, 0) > floor[name]] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_no_file_is_too_long(package: str) -> None:
    lengths = {
        file.name: len(file.read_text("utf-8").splitlines()) for name, file in FILES.items() if name.startswith(package)
    }
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_what_is_broken_on_purpose_is_there() -> None:
    """A file that moved away would silently no longer be among the mutants."""
    assert [pattern for part in PARTS for pattern in part.patterns if not any(ROOT.glob(pattern))] == []


def test_the_garbage_collector_is_switched_in_one_place() -> None:
    """A switch in the middle of a run would undo that of the run around it."""
    users = [
        name for name, file in FILES.items() if re.search(r"^ *(import gc|from gc )", file.read_text("utf-8"), re.M)
    ]
    assert [name for name in users if name.startswith("woospec")] == ["woospec.collecting"]

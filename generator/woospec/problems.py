"""What is wrong with a spec, and where: collected, never thrown one at a time."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple, Protocol

#: How many problems of one file are shown.
HANDFUL = 5


class Stage(IntEnum):
    """The stages of validation, in order. A stage judges only what the ones before found whole."""

    FILES = 1
    YAML = 2
    REFERENCES = 3
    WORDS = 4
    SCHEMAS = 5
    EXAMPLES = 6
    OUTPUT = 7


class Place(NamedTuple):
    """One spot in a spec file; `line` and `column` count from 1."""

    file: str
    line: int
    column: int
    pointer: str
    text: str = ""
    note: str = ""


class Placed(Protocol):
    """Something that knows where it stands, such as a node of a spec file."""

    def place(self) -> Place:
        """Where it stands."""
        ...


class Problem(NamedTuple):
    """One fault, the places that show it (the first is where to look), and what to do."""

    rule: str
    message: str
    places: tuple[Place, ...]
    hint: str = ""
    stage: Stage = Stage.YAML


#: Rule, message, file, line, column.
_Key = tuple[str, str, str, int, int]


@dataclass(slots=True)
class Problems:
    """A growing list of problems; the same fault is kept once."""

    found: dict[_Key, Problem] = field(default_factory=dict[_Key, Problem])
    #: The stage that what is added belongs to.
    stage: Stage = Stage.YAML
    #: The place of a file in the description: see `families.ranks`.
    rank: Callable[[str], tuple[int, int]] = lambda path: (0, 0)
    #: Files that do not lie in the spec: they are named as they are found from where the command runs.
    outside: set[str] = field(default_factory=set[str])

    def add(self, rule: str, message: str, *nodes: Placed | Place, hint: str = "") -> None:
        """Record a problem seen at `nodes`; the first one is the place to look at."""
        places = tuple(n if isinstance(n, Place) else n.place() for n in nodes)
        self._keep(Problem(rule, message, places, hint, self.stage))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take over problems found elsewhere."""
        for problem in problems:
            self._keep(problem)

    def begin_in(self, files: Container[str], otherwise: Place) -> None:
        """Have each problem begin with a place in some files, or with another one if it has none there."""
        for key, problem in self.found.items():
            places = sorted(dict.fromkeys(problem.places), key=lambda place: place.file not in files)
            if places[0].file not in files:
                places = [otherwise, *places]
            self.found[key] = problem._replace(places=tuple(places))

    def tells(self, words: str, node: Placed) -> bool:
        """Whether a problem at this place has these words."""
        place = node.place()[:3]
        return any(words in p.message and p.places[0][:3] == place for p in self.found.values())

    def _keep(self, problem: Problem) -> None:
        first = problem.places[0]
        self.found.setdefault((problem.rule, problem.message, first.file, first.line, first.column), problem)

    def __bool__(self) -> bool:
        return bool(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self.found.values(), key=self._order))

    def _order(self, problem: Problem) -> tuple[int, tuple[int, int], Place, str, str]:
        """By stage, since earlier ones are causes, then in the order of the description, then by rule."""
        first = problem.places[0]
        return (problem.stage, self.rank(first.file), first, problem.rule, problem.message)


def handful(problems: Iterable[Problem]) -> tuple[list[Problem], dict[str, int]]:
    """Return the first problems of each file, and how many more there are by file."""
    shown: list[Problem] = []
    count: dict[str, int] = {}
    for problem in problems:
        file = problem.places[0].file
        count[file] = count.get(file, 0) + 1
        if count[file] <= HANDFUL:
            shown.append(problem)
    return shown, {file: n - HANDFUL for file, n in count.items() if n > HANDFUL}


def printable(text: str) -> str:
    """`text` with control characters made visible, so that a spec cannot drive a terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def report(problems: Problems, where: Callable[[str], str] = str) -> str:
    """The problems as text: `file:line:column`, pointer, the offending lines, a hint; `where` finds a file."""
    shown, more = handful(problems)
    rest = [f"{n} more in {printable(where(file))}" for file, n in more.items()]
    count = len(problems)
    return (
        "\n\n".join([*(_block(p, where) for p in shown), *rest, f"{count} problem{'' if count == 1 else 's'} found"])
        + "\n"
    )


def _block(problem: Problem, where: Callable[[str], str]) -> str:
    first = problem.places[0]
    lines = [f"{where(first.file)}:{first.line}:{first.column}: {printable(problem.message)} [{problem.rule}]"]
    for place in problem.places:
        spot = f"{where(place.file)}:{place.line}:{place.column} " if place is not first else ""
        note = f"  ({printable(place.note)})" if place.note else ""
        lines.append(f"  at {spot}#{printable(place.pointer)}{note}")
        if place.text:
            shown = printable(place.text.replace("\t", " "))[:110]
            lines.append(f"  {place.line:>5} | {shown}")
            lines.append(f"        | {' ' * (min(place.column, 110) - 1)}^")
    if problem.hint:
        lines.append(f"  hint: {printable(problem.hint)}")
    return "\n".join(lines)

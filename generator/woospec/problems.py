"""What is wrong with a spec, and where: collected, never thrown one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol


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

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of the report: by place, then by rule."""
        first = self.places[0]
        return (first.file, first.line, first.column, self.rule, self.message)


#: Rule, message, file, line, column.
_Key = tuple[str, str, str, int, int]


@dataclass(slots=True)
class Problems:
    """A growing list of problems; the same fault is kept once."""

    found: dict[_Key, Problem] = field(default_factory=dict[_Key, Problem])

    def add(self, rule: str, message: str, *nodes: Placed | Place, hint: str = "") -> None:
        """Record a problem seen at `nodes`; the first one is the place to look at."""
        places = tuple(n if isinstance(n, Place) else n.place() for n in nodes)
        first = places[0]
        key = (rule, message, first.file, first.line, first.column)
        self.found.setdefault(key, Problem(rule, message, places, hint))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take over problems found elsewhere."""
        for p in problems:
            self.add(p.rule, p.message, *p.places, hint=p.hint)

    def __bool__(self) -> bool:
        return bool(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self.found.values(), key=lambda p: p.sort_key))


def printable(text: str) -> str:
    """`text` with control characters made visible, so that a spec cannot drive a terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def report(problems: Problems) -> str:
    """All problems as text: `file:line:column`, pointer, the offending lines, a hint."""
    blocks = [_block(p) for p in problems]
    count = len(blocks)
    return "\n\n".join([*blocks, f"{count} problem{'' if count == 1 else 's'} found"]) + "\n"


def _block(problem: Problem) -> str:
    first = problem.places[0]
    lines = [f"{first.file}:{first.line}:{first.column}: {printable(problem.message)} [{problem.rule}]"]
    for place in problem.places:
        where = f"{place.file}:{place.line}:{place.column} " if place is not first else ""
        note = f"  ({printable(place.note)})" if place.note else ""
        lines.append(f"  at {where}#{printable(place.pointer)}{note}")
        if place.text:
            shown = printable(place.text.replace("\t", " "))[:110]
            lines.append(f"  {place.line:>5} | {shown}")
            lines.append(f"        | {' ' * (min(place.column, 110) - 1)}^")
    if problem.hint:
        lines.append(f"  hint: {printable(problem.hint)}")
    return "\n".join(lines)

"""What became of the mutants: a table by part and file, and every survivor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml_text
from mutation.mutants import Mutant
from mutation.targets import PARTS, Part, all_files

#: Mutants that behave as the code does, by key, each with the reason.
EQUIVALENT = Path(__file__).parent / "equivalent.yaml"
Fates = Mapping[Mutant, str]


def equivalents() -> dict[str, str]:
    """The mutants that no test can notice, with the reason why."""
    return yaml_text.load(EQUIVALENT.read_text()) or {}


class Counts:
    """How many mutants were tried, noticed, and are equivalent."""

    def __init__(self, fates: Iterable[str]) -> None:
        found = list(fates)
        self.tried = len(found)
        self.equivalent = found.count("equivalent")
        self.survived = found.count("survived") + found.count("no test")
        self.noticed = self.tried - self.equivalent - self.survived

    @property
    def percent(self) -> float:
        """Noticed ones in a hundred of those that can be noticed."""
        able = self.tried - self.equivalent
        return 100.0 * self.noticed / able if able else 100.0

    def row(self, name: str, wanted: str) -> str:
        """A row of the table."""
        counts = f"{self.tried} | {self.noticed} | {self.equivalent} | {self.survived}"
        return f"| {name} | {counts} | {self.percent:.0f} % | {wanted} |"


def judged(fates: Fates) -> dict[Mutant, str]:
    """The fates, with survivors that are named equivalent told apart."""
    named = equivalents()
    return {
        one: "equivalent" if fate in ("survived", "no test") and one.key in named else fate
        for one, fate in fates.items()
    }


def markdown(root: Path, fates: Fates) -> str:
    """The table and the survivors, as Markdown."""
    fates = judged(fates)
    part_of = {file: part for part, file in all_files(root)}
    by_part: dict[str, dict[Mutant, str]] = defaultdict(dict)
    for mutant, fate in fates.items():
        by_part[part_of[mutant.file].name][mutant] = fate
    lines = ["| part, file | tried | noticed | equivalent | survived | noticed | wanted |", "| --- " * 7 + "|"]
    for part in PARTS:
        if by_part[part.name]:
            lines += _rows(part, by_part[part.name])
    lines += ["", "## Survivors", ""]
    for one in sorted(fates, key=lambda one: (one.file, one.line)):
        if fates[one] in ("survived", "no test"):
            lines.append(f"- `{one.file}:{one.line}` {fates[one]}: `{one.key}`")
    return "\n".join(lines) + "\n"


def _rows(part: Part, fates: Fates) -> Iterable[str]:
    yield Counts(fates.values()).row(f"**{part.name}**", f"{part.wanted} %")
    by_file: dict[str, list[str]] = defaultdict(list)
    for mutant, fate in fates.items():
        by_file[mutant.file].append(fate)
    for file in sorted(by_file):
        yield Counts(by_file[file]).row(file, "")


def missed(root: Path, fates: Fates, wanted: int | None = None) -> list[str]:
    """The parts that are below what is wanted of them; or all together, if they are below `wanted`."""
    part_of = {file: part for part, file in all_files(root)}
    fates = judged(fates)
    if wanted is not None:
        return _below("all", fates.values(), wanted)
    return [
        found
        for part in PARTS
        for found in _below(part.name, [fate for one, fate in fates.items() if part_of[one.file] is part], part.wanted)
    ]


def _below(name: str, fates: Iterable[str], bar: int) -> list[str]:
    percent = Counts(fates).percent
    return [f"{name}: {percent:.1f} % noticed, {bar} % wanted"] if percent < bar else []

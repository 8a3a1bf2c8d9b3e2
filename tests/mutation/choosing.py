"""Which mutants are tried: a fixed share of every file, all of a file, or those in what a change touched."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from mutation.mutants import Mutant, Source
from mutation.targets import PARTS, Part, all_files

#: Texts and numbers are half of all mutants, and teach less than conditions do.
_LESS_OFTEN = {"constant": 3.0, "drop-element": 1.5}
_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


def sampled(root: Path, parts: Sequence[Part] = PARTS, share: float = 1.0) -> list[Mutant]:
    """`share` of each part's sample, and one of each file at least.

    What is taken depends on nothing but the mutant itself: edits elsewhere neither add others nor take it away.
    """
    chosen: list[Mutant] = []
    for part in parts:
        for file in part.files(root):
            mutants = list(Source.read(root, file).mutants())
            chosen += [one for one in mutants if _lot(one) < part.rate * share] or drawn(mutants, 1)
    return chosen


def drawn(mutants: Sequence[Mutant], most: int) -> list[Mutant]:
    """At most `most`, by lot."""
    return sorted(mutants, key=_lot)[:most]


def _lot(mutant: Mutant) -> float:
    lot = int.from_bytes(hashlib.sha256(mutant.key.encode()).digest()[:8], "big") / 2**64
    return lot * _LESS_OFTEN.get(mutant.operator, 1)


def of_files(root: Path, files: Sequence[str]) -> list[Mutant]:
    """Every mutant of some files."""
    return [mutant for file in files for mutant in Source.read(root, file).mutants()]


def again(root: Path, table: str) -> list[Mutant]:
    """The survivors that an earlier table lists, as far as the code still has them."""
    keys = set(re.findall(r"^- `[^`]+` [a-z ]+: `(.+)`$", table, re.MULTILINE))
    files = {key.partition(" ")[0] for key in keys}
    return [one for one in of_files(root, sorted(files)) if one.key in keys]


def touched(root: Path, revision: str, most: int) -> list[Mutant]:
    """At most `most` mutants in lines that were added or changed since `revision`."""
    found: list[Mutant] = []
    for _, file in all_files(root):
        lines = _changed_lines(root, revision, file)
        if lines:
            found += [
                one for one in Source.read(root, file).mutants() if lines.intersection(range(one.line, one.last + 1))
            ]
    return drawn(found, most)


def _changed_lines(root: Path, revision: str, file: str) -> set[int]:
    command = ["git", "diff", "-U0", revision, "--", file]
    diff = subprocess.run(command, cwd=root, capture_output=True, check=True, text=True).stdout
    lines: set[int] = set()
    for start, count in _HUNK.findall(diff):
        lines.update(range(int(start), int(start) + int(count or 1)))
    return lines

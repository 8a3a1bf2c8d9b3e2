"""Where a YAML fault begins: parsers stop where they are lost, which is often some lines below the slip."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_CONFLICT = re.compile(r"(<{7}|={7}|>{7})( |$)")
#: A value that opens a quote and does not close it on its line.
_OPEN_QUOTE = re.compile(r"""[^"']*[:\-\[{,] *(?:"(?:[^"\\]|\\.)*|'[^']*)\Z""")
_KEY = re.compile(r"[^\s#].*?:( |$)")
#: What parsers say where the indentation does not fit.
_LOST = ("did not find expected key", "mapping values are not allowed in this context", "could not find expected ':'")


class Slip(NamedTuple):
    """The line, counted from 0, that a fault begins in, and what to say of it."""

    line: int
    column: int
    message: str
    hint: str


def slip(lines: list[str], error: Any) -> Slip | None:
    """Return where the fault that a YAML parser tells of begins, if that is elsewhere."""
    for i, line in enumerate(lines):
        if _CONFLICT.match(line):
            return Slip(i, 0, "a merge left its marks", "keep one of the two sides, and take the marks out")
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None:
        return None
    if begun is not None and str(error.problem).startswith("did not find expected ','"):
        return Slip(begun.line, begun.column, "a bracket is opened here and not closed", "close it")
    if begun is not None and "'-' indicator" in str(error.problem):
        return Slip(
            begun.line, begun.column, "a list begins here, and goes on as something else", "mend the indentation"
        )
    lost = str(error.problem) in _LOST
    return (_quote(lines, mark.line) or _dedented(lines, mark.line)) if lost else None


def _quote(lines: list[str], line: int) -> Slip | None:
    """The line above that opens a quote; texts in quotes of several lines are rare."""
    for i in range(min(line, len(lines)) - 1, max(-1, line - 12), -1):
        if _OPEN_QUOTE.match(lines[i]):
            return Slip(i, len(lines[i]) - len(lines[i].lstrip()), "a quote is opened here and not closed", "close it")
    return None


def _dedented(lines: list[str], line: int) -> Slip | None:
    """The line above that ends a block too early: what follows it goes on with the block."""
    wanted = _indent(lines, line)
    above = [i for i in range(min(line, len(lines)) - 1, -1, -1) if lines[i].strip()]
    if wanted is None or not above:
        return None
    start = next((i for i in above if (_indent(lines, i) or 0) < wanted), None)
    # After a blank line something new begins: then the fault is in that.
    if start is None or not _KEY.match(lines[start].strip()) or "" in map(str.strip, lines[start:line]):
        return None
    here = _indent(lines, start) or 0
    below = next((i for i in range(start + 1, line) if lines[i].strip()), line)
    is_parent = lines[start].rstrip().endswith(":") and _indent(lines, below) == wanted
    before = next((_indent(lines, i) for i in above if i < start and (_indent(lines, i) or 0) <= wanted), None)
    if is_parent or before != wanted:
        return None
    return Slip(start, here, "this line is indented less than those around it", "indent it as far as its neighbours")


def _indent(lines: list[str], line: int) -> int | None:
    return len(lines[line]) - len(lines[line].lstrip(" ")) if line < len(lines) and lines[line].strip() else None

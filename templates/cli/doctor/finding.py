"""What a check comes to."""

from __future__ import annotations

from typing import Literal, NamedTuple

Level = Literal["ok", "warning", "broken", "skipped"]


class Finding(NamedTuple):
    """What a check found.

    Attributes:
        level: `broken`: calls fail, or cannot be trusted. `warning`: some do, or will.
        cause: One sentence on what it is; with `ok`, what was seen.
        remedy: One sentence on what to do about it; empty with `ok`.
    """

    level: Level
    cause: str
    remedy: str = ""


def ok(seen: str = "") -> Finding:
    """All is well."""
    return Finding("ok", seen)


def warning(cause: str, remedy: str) -> Finding:
    """Some calls fail, or will."""
    return Finding("warning", cause, remedy)


def broken(cause: str, remedy: str) -> Finding:
    """Calls fail, or cannot be trusted."""
    return Finding("broken", cause, remedy)


def skipped(why: str) -> Finding:
    """It could not be seen."""
    return Finding("skipped", why)

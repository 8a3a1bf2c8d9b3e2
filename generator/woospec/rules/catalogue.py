"""Why each rule is there, with an example: what `catalogue.toml` says."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple


class About(NamedTuple):
    """One rule: why it is there, an example that breaks it and one that keeps it."""

    why: str
    wrong: str
    right: str


@cache
def rules() -> dict[str, About]:
    """Return every rule by its name."""
    raw = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {name: About(**told) for name, told in raw.items()}


def explanation(name: str) -> str:
    """Return what there is to say of a rule. Raises ValueError for a name that no rule has."""
    found = rules().get(name)
    if found is None:
        raise ValueError(f"there is no rule {name}; the rules are {', '.join(rules())}")
    return f"{name}\n\n{found.why}\n\n  wrong: {found.wrong}\n  right: {found.right}\n"

"""What is reached today is held: `bars.toml` says it, and tests compare what they measure with it.

A bar goes both ways. Below it something got worse. Above it a gain would be lost again unnoticed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from evidence.store import SHARED

FILE = Path(__file__).parent / "bars.toml"
#: What a count under `[least]` may grow by, in percent, before its bar has to follow.
SLACK = 10


@cache
def read() -> dict[str, Any]:
    """Every bar."""
    return tomllib.loads(FILE.read_text("utf-8"))


def share(part: int, whole: int) -> float:
    """A share in percent, to the tenth; rounded down, so that 100.0 is all of it."""
    return part * 1000 // whole / 10 if whole else 0.0


def hold(measure: str, place: Path, version: str, reached: Mapping[str, float], report: object = "") -> None:
    """Fail unless what was reached on the recordings of a place is exactly what the bars say; `report` tells more."""
    table = f"{measure}.{'full' if place == SHARED else 'carried'}"
    group = read().get(measure, {}).get(table.rpartition(".")[2], {})
    wrong = compare(f"{table} {version}", reached, group.get(version, {}))
    assert not wrong, "\n".join([*wrong, str(report)])


def compare(what: str, reached: Mapping[str, float], bars: Mapping[str, float]) -> list[str]:
    """What to do about each difference between what was reached and its bar, a sentence each."""
    told = []
    for name in [*reached, *(name for name in bars if name not in reached)]:
        now, bar = reached.get(name), bars.get(name)
        if now is None:
            told.append(f"{what}: nothing measures {name} any more. Take it out of tests/bars.toml and say why.")
        elif bar is None:
            told.append(f"{what}: {name} has no bar. It is at {now}: write that into tests/bars.toml.")
        elif now < bar:
            told.append(
                f"{what}: {name} fell from {bar} to {now}. Mend what made it fall, or lower the bar in tests/bars.toml"
                " and say why in the change."
            )
        elif now > bar:
            told.append(f"{what}: {name} rose from {bar} to {now}. Keep the gain: raise the bar in tests/bars.toml.")
    return told


def least(name: str, count: int) -> None:
    """Fail if a count is below its bar under `[least]`, or so far above that the bar has to follow."""
    bar = read()["least"].get(name)
    within = bar is not None and bar <= count <= bar * (100 + SLACK) // 100
    wrong = [] if within else compare("least", {name: count}, {} if bar is None else {name: bar})
    assert not wrong, wrong[0]

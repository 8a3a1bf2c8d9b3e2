"""One scenario for each kind of thing that a version can make."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ..calls.steps import Steps
from ..described.description import description
from ..running.run import Run
from ..running.scenario import Scenario, known
from .life import Life
from .tables import LIVES

#: What each scenario does with its kind.
Play = Callable[[Life, Run], Steps[None]]


def by_kind(
    version: str, title: str, play: Play, *verbs: str, suits: Callable[[Life], object] = lambda life: True
) -> list[Scenario]:
    """Scenarios called `title` and the kind, which cover these verbs of it.

    `suits` tells kinds that have what it takes from others.
    """
    there = description(version).operations
    return [
        Scenario(
            f"{title} {life.kind}",
            version,
            known(version, *(f"{life.kind}.{verb}" for verb in verbs)),
            partial(play, life),
        )
        for life in LIVES
        if f"{life.kind}.create" in there and suits(life)
    ]

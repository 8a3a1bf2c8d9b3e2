"""The scenarios: what each is called, what it covers, when it may run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..calls.steps import Steps
from ..described.description import description
from .run import Run

Function = Callable[[Run], Steps[None]]


@dataclass(frozen=True)
class Scenario:
    """One scenario for one version.

    Attributes:
        name: What it is called in reports, unique within the version.
        version: The version whose client it uses.
        covers: Ids of the operations that it calls with success; each is of the version.
        play: The scenario itself.
        writes: Whether it changes the store; such are left out of read-only runs.
        alone: Whether it changes what belongs to the whole shop, so that no other may run at the same time.
    """

    name: str
    version: str
    covers: frozenset[str]
    play: Function
    writes: bool = True
    alone: bool = False


def known(version: str, *operations: str) -> frozenset[str]:
    """Those of these operations that the version has."""
    return frozenset(description(version).operations.keys() & set(operations))

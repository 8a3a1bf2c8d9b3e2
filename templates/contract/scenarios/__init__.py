"""Every scenario there is, by version."""

from __future__ import annotations

from ..description import description
from ..scenario import Scenario
from . import lives

#: Modules with a function `scenarios(version)`.
_MODULES = (lives,)


def scenarios(version: str) -> list[Scenario]:
    """The scenarios of a version."""
    return [scenario for module in _MODULES for scenario in module.scenarios(version)]


def uncovered(version: str) -> list[str]:
    """Ids of operations that no scenario covers."""
    covered = {id for scenario in scenarios(version) for id in scenario.covers}
    return [id for id in description(version).operations if id not in covered]

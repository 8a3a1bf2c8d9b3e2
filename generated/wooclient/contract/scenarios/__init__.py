"""Every scenario there is, by version."""

from __future__ import annotations

from ..described.description import description
from ..running.scenario import Scenario
from . import (
    added,
    belongings,
    clearing,
    existing,
    filters,
    legacy,
    legacy_lists,
    legacy_orders,
    legacy_parts,
    lives,
    marketplace,
    metadata,
    order_actions,
    orders,
    products,
    refusals,
    shipping,
    shop,
    strangers,
    unknown,
    variations,
    walks,
    writers,
)

#: Modules with a function `scenarios(version)`: for the versions below `/wp-json`, and for those below `/wc-api`.
_WORDPRESS = (
    lives,
    products,
    variations,
    shipping,
    belongings,
    orders,
    order_actions,
    shop,
    marketplace,
    walks,
    filters,
    refusals,
    metadata,
    writers,
    clearing,
    existing,
    strangers,
    unknown,
    added,
)
#: Those for namespaces of plugins.
_PLUGINS = (refusals, existing, strangers, unknown, added)
_LEGACY = (legacy, legacy_parts, legacy_orders, legacy_lists)


def scenarios(version: str) -> list[Scenario]:
    """The scenarios of a version."""
    described = description(version)
    modules = _PLUGINS if described.namespace else _WORDPRESS if described.is_wordpress else _LEGACY
    return [scenario for module in modules for scenario in module.scenarios(version)]


def covering_scenarios(version: str) -> dict[str, list[Scenario]]:
    """The scenarios that call an operation, by its id."""
    found: dict[str, list[Scenario]] = {id: [] for id in description(version).operations}
    for scenario in scenarios(version):
        for id in scenario.covers:
            found[id].append(scenario)
    return found


def uncovered(version: str) -> list[str]:
    """Ids of operations that no scenario covers."""
    return [id for id, found in covering_scenarios(version).items() if not found]

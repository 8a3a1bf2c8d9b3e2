"""Every scenario of every version, alone on a new mock store: none needs what another has made or left.

Which client carries it out makes no difference to that, so that they take turns. A whole run, in test_coverage, has
every scenario with both.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

import pytest

from contract.runs import play, target
from wooclient.contract.calls.checking import Judged
from wooclient.contract.described.description import VERSIONS
from wooclient.contract.running.results import COLOURS, Colour
from wooclient.contract.running.scenario import Scenario
from wooclient.contract.scenarios import scenarios
from wooclient.contract.store.probing import Store, probe
from wooclient.mock import MockStore

_SCENARIOS = [scenario for version in VERSIONS for scenario in scenarios(version)]
_CASES = [
    pytest.param(scenario, colour, id=f"{scenario.version}-{scenario.name}")
    for scenario, colour in zip(_SCENARIOS, cycle(COLOURS))
]


@pytest.fixture(scope="module")
def store() -> Iterator[MockStore]:
    with MockStore() as made:
        yield made


@pytest.fixture(scope="module")
def seen(store: MockStore) -> Store:
    return probe(target(store), VERSIONS, writes=True)


@pytest.fixture(scope="module")
def judged() -> Judged:
    """What was found of bodies: of the same ones always the same, whatever scenario gets them."""
    return Judged()


@pytest.mark.parametrize(("scenario", "colour"), _CASES)
def test_scenario_on_the_mock_store(
    scenario: Scenario, colour: Colour, store: MockStore, seen: Store, judged: Judged
) -> None:
    store.reset()
    suite = play(target(store), scenario, system=seen.system, served=seen.served, colours=(colour,), judged=judged)
    assert not suite.results.crashes
    assert [(failure.colour, failure.finding) for failure in suite.results.failures] == []
    assert not suite.results.left

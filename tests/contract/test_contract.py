"""Every scenario of every version, on a mock store in this process, with both clients."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from contract.runs import play, target
from wooclient.contract.description import VERSIONS
from wooclient.contract.probing import probe
from wooclient.contract.scenario import Scenario
from wooclient.contract.scenarios import scenarios
from wooclient.mock import MockStore

_CASES = [pytest.param(scenario, id=f"{v}-{scenario.name}") for v in VERSIONS for scenario in scenarios(v)]


@pytest.fixture(scope="module")
def store() -> Iterator[MockStore]:
    with MockStore() as made:
        yield made


@pytest.fixture(scope="module")
def system(store: MockStore) -> dict[str, Any]:
    return probe(target(store), ("v3",), writes=True).system


@pytest.mark.parametrize("scenario", _CASES)
def test_scenario_on_the_mock_store(scenario: Scenario, store: MockStore, system: dict[str, Any]) -> None:
    store.reset()
    suite = play(target(store), scenario, system=system)
    assert not suite.results.crashes
    assert [(failure.colour, failure.finding) for failure in suite.results.failures] == []
    assert not suite.results.left

"""A whole run: no operation is left out, each succeeds in both colours on the mock store, and nothing stays behind."""

from __future__ import annotations

import pytest

from contract.runs import state, target, whole
from wooclient.contract.description import VERSIONS, description
from wooclient.contract.scenarios import scenarios, uncovered
from wooclient.mock import MockStore


@pytest.mark.parametrize("version", VERSIONS)
def test_every_operation_has_a_scenario(version: str) -> None:
    assert uncovered(version) == []


@pytest.mark.parametrize("version", VERSIONS)
def test_scenarios_cover_only_what_exists_and_have_names_of_their_own(version: str) -> None:
    all_of_it = scenarios(version)
    assert {id for scenario in all_of_it for id in scenario.covers} <= set(description(version).operations)
    assert len({scenario.name for scenario in all_of_it}) == len(all_of_it)


def test_a_whole_run_passes_with_every_operation_and_leaves_the_store_as_it_was() -> None:
    with MockStore() as store:
        before = state(store)
        outcome = whole(target(store), *VERSIONS)
        assert state(store) == before
    assert (outcome.remains, outcome.left, outcome.swept) == ([], [], [])
    states = {f"{version} {id}": entry.state() for (version, id), entry in outcome.results.entries.items()}
    assert {name: state for name, state in states.items() if state != "passed"} == {}
    assert outcome.is_good

"""A whole run: no operation is left out, each succeeds in both colours on the mock store, and nothing stays behind."""

from __future__ import annotations

import json

import pytest

from contract.runs import state, target, whole
from wooclient.contract import session
from wooclient.contract.described.description import VERSIONS, description
from wooclient.contract.report.as_json import report
from wooclient.contract.safety.masking import Mask
from wooclient.contract.scenarios import scenarios, uncovered
from wooclient.mock import MockStore

#: WooCommerce's APIs: three versions below /wp-json/wc, and three of the legacy one below /wc-api.
LATER = "v3 orders.refunds.preview"
EVERY = ("v3", "v2", "v1", "legacy-v3", "legacy-v2", "legacy-v1")


def test_a_run_is_of_every_version() -> None:
    assert VERSIONS == EVERY
    # One for each resource at the least, of which the smallest version has six.
    assert [version for version in EVERY if len(scenarios(version)) < 6] == []


@pytest.mark.parametrize("version", EVERY)
def test_every_operation_has_a_scenario(version: str) -> None:
    assert uncovered(version) == []


@pytest.mark.parametrize("version", EVERY)
def test_scenarios_cover_only_what_exists_and_have_names_of_their_own(version: str) -> None:
    all_of_it = scenarios(version)
    assert {id for scenario in all_of_it for id in scenario.covers} <= set(description(version).operations)
    assert len({scenario.name for scenario in all_of_it}) == len(all_of_it)


def test_a_whole_run_passes_with_every_operation_and_leaves_the_store_as_it_was() -> None:
    with MockStore() as store:
        before = state(store)
        outcome = whole(target(store), *EVERY)
        assert state(store) == before
    assert (outcome.remains, outcome.left, outcome.swept) == ([], [], [])
    states = {f"{version} {id}": entry.state() for (version, id), entry in outcome.results.entries.items()}
    # No release has both this and layout templates.
    assert {name: state for name, state in states.items() if state != "passed"} == {LATER: "not served"}
    assert outcome.is_good


def test_what_only_a_later_release_has_passes_on_a_store_of_that(monkeypatch: pytest.MonkeyPatch) -> None:
    version, _, operation = LATER.partition(" ")
    found = [scenario for scenario in scenarios(version) if operation in scenario.covers]
    monkeypatch.setattr(session, "scenarios", lambda _: found)
    with MockStore(release="11.1.0") as store:
        outcome = whole(target(store), version)
    entry = outcome.results.entries[version, operation]
    assert (entry.state(), outcome.is_good) == ("passed", True)
    assert "known from documentation alone" in json.dumps(report(outcome, Mask()))

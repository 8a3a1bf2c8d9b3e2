"""The mock store's legacy API against a real one: exchanges with WooCommerce 10.0.2, sent again and compared."""

from __future__ import annotations

import json

import pytest

import needs
from replay.legacy import VERSIONS, replay
from replay.replay import SHARED, rates, records, report, table

#: Shares of exchanges, in percent, that have to agree.
BARS = {"status": 99.0, "code": 99.0, "shape": 98.0, "values": 95.0}


@needs.full_recordings
@pytest.mark.parametrize("version", VERSIONS)
def test_the_mock_answers_like_the_real_store(version: str) -> None:
    rows = records(SHARED / "recordings" / f"legacy-{version}.jsonl")
    outcomes = replay(rows, json.loads((SHARED / "snapshot.json").read_text("utf-8")))
    found = rates(list(outcomes))
    short = {name: rate for name, rate in found.items() if rate < BARS[name]}
    assert not short, f"{report(list(outcomes))}\n{table(list(outcomes))}"

"""The mock store against a real one: exchanges with WooCommerce 10.0.2, sent again and held against each other."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import bars
import needs
from evidence.store import CARRIED, file_name
from replay import legacy, replay
from wooclient.mock import dates


@needs.places
@pytest.mark.parametrize(
    ("version", "sent_again"),
    [
        ("v3", replay.replay),
        ("v2", replay.replay),
        ("v1", replay.replay),
        ("legacy-v3", legacy.replay),
        ("legacy-v2", legacy.replay),
        ("legacy-v1", legacy.replay),
    ],
)
def test_the_mock_answers_like_the_real_store(version: str, sent_again: Callable[..., list[Any]], place: Path) -> None:
    rows = replay.records(place / "recordings" / file_name(version))
    outcomes = sent_again(rows, json.loads((place / "snapshot.json").read_text("utf-8")))
    report = f"{replay.report(outcomes)}\n{replay.table(outcomes)}"
    bars.hold("replay", place, version, replay.rates(outcomes), report)


def test_the_day_of_the_test_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "now", lambda: datetime(2031, 5, 6, 12, tzinfo=UTC))
    snapshot = json.loads((CARRIED / "snapshot.json").read_text("utf-8"))
    outcomes = replay.replay(replay.records(CARRIED / "recordings" / "wc-v1.jsonl"), snapshot)
    sales = [o for o in outcomes if o.record["path"].endswith(("/reports/sales", "/reports/top_sellers"))]
    assert len(sales) == 6
    assert [(o.record["query"], o.shape, o.values) for o in sales if o.shape or o.values] == []

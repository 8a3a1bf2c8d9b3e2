"""Walks over real stores, replayed: how many answers of the mock store differ, and no more or fewer than `bars.toml` says."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from differential.replaying import replayed
from differential.report import Report

HERE = Path(__file__).parent
BARS: dict[str, dict[str, int]] = tomllib.loads((HERE / "bars.toml").read_text())
LOGS = {path.name.removesuffix(".log.xz"): path for path in sorted((HERE / "logs").glob("*.log.xz"))}
#: All logs together, and what stores begin with.
MOST_BYTES = 500_000


@pytest.mark.parametrize("name", LOGS)
def test_the_mock_store_answers_as_the_real_one_did(name: str) -> None:
    report = Report()
    for done in replayed(LOGS[name]):
        report.add(done)
    found = {"requests": report.count, **{level: report.count - n for level, n in report.agreed.items()}}
    told = "\n".join(report.lines(8))
    assert found == BARS[name], f"Mend what differs more; where less does, take the gain over into bars.toml.\n{told}"


def test_logs_are_few_and_each_has_a_bar() -> None:
    assert LOGS.keys() == BARS.keys()
    assert sum(path.stat().st_size for path in (HERE / "logs").iterdir()) < MOST_BYTES

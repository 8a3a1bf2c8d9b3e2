"""Walks over real stores, replayed: as many answers of the mock store differ as `bars.toml` says, no more, no fewer."""

from __future__ import annotations

import tomllib

import pytest

from differential.measuring import BARS, LOGS, measured

KNOWN = tomllib.loads(BARS.read_text())
#: All logs together, and what stores begin with.
MOST_BYTES = 520_000


@pytest.mark.parametrize("name", LOGS)
def test_the_mock_store_answers_as_the_real_one_did(name: str) -> None:
    found, report = measured(LOGS[name])
    told = "\n".join(report.lines(8))
    assert found == KNOWN[name], f"Mend what differs more; keep a gain with python -m differential.measuring.\n{told}"


def test_logs_are_few_and_each_has_a_bar() -> None:
    assert LOGS.keys() == KNOWN.keys()
    assert sum(path.stat().st_size for path in BARS.parent.joinpath("logs").iterdir()) < MOST_BYTES

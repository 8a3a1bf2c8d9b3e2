"""The description is true: every recorded answer of a real store fits the schema of its operation and status."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import bars
import needs
from evidence.description import description, versions
from evidence.store import recordings


@needs.places
@pytest.mark.parametrize("version", versions())
@pytest.mark.parametrize("successes", [True, False], ids=["successes", "errors"])
def test_every_recorded_answer_fits(version: str, successes: bool, place: Path) -> None:
    described = description(version)
    faults: Counter[str] = Counter()
    judged = 0
    for exchange in recordings(version, place):
        if not exchange.says_something or exchange.is_success is not successes:
            continue
        operation = described.find(exchange)
        if operation is None and not successes:
            continue  # a route that this version does not have, refused for want of a key before it was looked up
        judged += 1
        if operation is None:
            faults[f"no operation for {exchange.method} {exchange.path}"] += 1
            continue
        schema = described.answer_schema(operation, exchange.status)
        if schema is None:
            faults[f"{operation.id} does not describe status {exchange.status}"] += 1
        elif fault := described.fault(schema, exchange.response):
            faults[f"{operation.id} {exchange.status} {fault}"] += 1
    reached = {"answers": judged, "fitting": bars.share(judged - faults.total(), judged)}
    bars.hold("successes" if successes else "errors", place, version, reached, faults.most_common(10))


@needs.places
@pytest.mark.parametrize("version", versions())
def test_every_recorded_error_code_is_listed(version: str, place: Path) -> None:
    described = description(version)
    listed = {
        (operation.id, exchange.status, exchange.error_code): exchange.error_code
        in operation.raw["x-errors"].get(str(exchange.status), [])
        for exchange in recordings(version, place)
        if exchange.says_something and not exchange.is_success and exchange.error_code
        if (operation := described.find(exchange)) is not None
    }
    reached = {"codes": len(listed), "listed": bars.share(sum(listed.values()), len(listed))}
    bars.hold("codes", place, version, reached, [code for code, is_listed in listed.items() if not is_listed])

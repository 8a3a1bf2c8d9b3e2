"""Nothing is lost: what the client reads, it writes back exactly as the store sent it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import bars
import needs
import wooclient
from evidence.description import description, versions
from evidence.store import recordings


def exact(value: Any) -> str:
    """A body as text in which 1, 1.0 and true differ, and the order of keys does not."""
    return json.dumps(value, sort_keys=True)


@needs.places
@pytest.mark.parametrize("version", versions())
def test_every_recorded_success_survives_decode_and_encode(version: str, place: Path) -> None:
    described = description(version)
    operations = {o.id: o for o in wooclient.operations(version)}
    changed: list[str] = []
    drift: set[str] = set()
    count = 0
    for exchange in recordings(version, place):
        found = described.find(exchange)
        if not (exchange.says_something and exchange.is_success) or found is None:
            continue
        count += 1
        operation = operations[found.id]
        result = operation.decode(json.dumps(exchange.response).encode(), note=lambda where, value: drift.add(where))
        if exact(operation.encode(result)) != exact(exchange.response):
            changed.append(f"{found.id} {exchange.path}")
    reached = {"bodies": count, "unchanged": bars.share(count - len(changed), count)}
    bars.hold("roundtrip", place, version, reached, changed)
    assert not drift, "the fast path refused these, though the description allows them"


@pytest.mark.parametrize("version", versions())
def test_the_client_has_exactly_the_operations_of_the_description(version: str) -> None:
    described = {(o.id, o.method.upper(), o.path) for o in description(version).operations}
    assert {(o.id, o.method, o.path) for o in wooclient.operations(version)} == described

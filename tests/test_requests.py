"""The description is true about requests: what the store accepted fits, what it refused for its type does not."""

from __future__ import annotations

from pathlib import Path

import pytest

import bars
import needs
from evidence.description import Described, Description, description, versions
from evidence.store import Exchange, recordings

_TYPE_FAULTS = ("rest_invalid_type", "rest_not_in_enum")


def bodies(version: str, place: Path) -> list[tuple[Description, Described, Exchange]]:
    """Recorded exchanges with a JSON request body, and their operations."""
    described = description(version)
    found = []
    for exchange in recordings(version, place):
        operation = described.find(exchange)
        with_body = isinstance(exchange.request, dict | list) and "_method" not in exchange.query
        if with_body and operation is not None and described.request_schema(operation) is not None:
            found.append((described, operation, exchange))
    return found


def fault(described: Description, operation: Described, exchange: Exchange) -> str | None:
    """What the description has against a recorded request."""
    schema = described.request_schema(operation)
    assert schema is not None
    return described.fault(schema, exchange.request)


def type_faults(exchange: Exchange) -> list[str]:
    """Names of body fields that the store refused for their type or for a value outside an enum."""
    return [n for n, code in exchange.parameter_faults.items() if code in _TYPE_FAULTS and n in exchange.request]


@needs.places
@pytest.mark.parametrize("version", versions())
def test_every_accepted_request_fits(version: str, place: Path) -> None:
    accepted = [(d, o, e) for d, o, e in bodies(version, place) if e.is_success]
    faults = [f"{o.id} {found}" for d, o, e in accepted if (found := fault(d, o, e))]
    reached = {"requests": len(accepted), "fitting": bars.share(len(accepted) - len(faults), len(accepted))}
    bars.hold("accepted", place, version, reached, faults)


@needs.places
@pytest.mark.parametrize("version", [v for v in versions() if not v.startswith("legacy-")])
def test_every_request_refused_for_a_type_does_not_fit(version: str, place: Path) -> None:
    refused = [(d, o, e) for d, o, e in bodies(version, place) if type_faults(e)]
    passed = [f"{o.id} {e.request}" for d, o, e in refused if fault(d, o, e) is None]
    reached = {"requests": len(refused), "unfit": bars.share(len(refused) - len(passed), len(refused))}
    bars.hold("refused", place, version, reached, passed)

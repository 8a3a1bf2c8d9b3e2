"""Every operation has an example that is valid, realistic and readable by the client."""

from __future__ import annotations

import pytest

import wooclient
from evidence.description import Described, description, versions
from wooclient import fixtures

CASES = [(version, operation) for version in versions() for operation in description(version).operations]


@pytest.mark.parametrize(("version", "operation"), CASES, ids=[f"{v}-{o.id}" for v, o in CASES])
def test_example_fits_and_is_read_without_drift(version: str, operation: Described) -> None:
    described = description(version)
    body = fixtures.load(version, operation.id)
    schema = described.answer_schema(operation, fixtures.status(version, operation.id))
    assert schema is not None
    assert described.fault(schema, body) is None
    client_operation = next(o for o in wooclient.operations(version) if o.id == operation.id)
    assert client_operation.encode(client_operation.decode(body, strict=True)) == body
    request_schema = described.request_schema(operation)
    request = fixtures.load_request(version, operation.id)
    assert (request is None) == (request_schema is None)
    if request_schema is not None:
        assert described.fault(request_schema, request) is None


def test_every_load_is_a_fresh_copy() -> None:
    fixtures.load("v3", "products.get")["name"] = "changed"
    assert fixtures.load("v3", "products.get")["name"] != "changed"


@pytest.mark.parametrize("operation", ["nope.get", "../v3/products.get", "", "products"])
def test_an_unknown_fixture_is_a_key_error(operation: str) -> None:
    with pytest.raises(KeyError):
        fixtures.load("v3", operation)

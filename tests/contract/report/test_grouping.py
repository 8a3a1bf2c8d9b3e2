"""One field that is wrong is one thing to mend, in however many operations, versions and items it shows."""

from __future__ import annotations

import json
import re
from typing import Any

import httpx
import pytest

from contract.altering import Altering
from contract.runs import play, target
from wooclient.contract.calls.checking import Finding
from wooclient.contract.calls.steps import Steps
from wooclient.contract.described.description import description
from wooclient.contract.report.grouping import Cause, causes
from wooclient.contract.running.results import Ledger, Results
from wooclient.contract.running.run import Run
from wooclient.contract.running.scenario import Scenario
from wooclient.mock import MockStore

_PRICE = re.compile(rb'"price":"([\d.]+)"')


def _numbers(_: httpx.Request, body: bytes) -> tuple[int, bytes] | None:
    """Prices as numbers."""
    changed = _PRICE.sub(lambda found: b'"price":' + found[1], body)
    return None if changed == body else (0, changed)


def _products(run: Run) -> Steps[None]:
    """A product in every form in which it is answered with."""
    yield from run.answer("products.list", per_page=5)
    yield from run.answer("products.get", 101)
    made = yield from run.answer("products.create", name=run.mark, regular_price="5.00")
    id = made.body["id"]
    run.made("products.delete", id, **run.fit("products.delete", {"force": True}))
    yield from run.answer("products.batch", update=[{"id": id, "regular_price": "6.00"}])


def _legacy(run: Run) -> Steps[None]:
    yield from run.answer("products.list")


def _found(play_it: Any, *versions: str) -> list[Cause]:
    with MockStore() as store:
        transport = Altering(store, _numbers)
        played = [Scenario("one", version, frozenset(), play_it) for version in versions]
        return causes(play(target(store, transport=transport), *played).results.entries)


def test_a_field_of_a_wrong_type_is_one_cause() -> None:
    (cause,) = _found(_products, "v3", "v2")
    assert (cause.family, cause.where) == ("products", "/price")
    assert cause.first.failure.finding.kind == "body"
    assert cause.first.failure.finding.message.endswith('is not of type "string"')
    verbs = ("list", "create", "get", "delete", "batch")
    assert set(cause.operations) == {(version, f"products.{verb}") for version in ("v3", "v2") for verb in verbs}
    assert cause.places == ["resources/products/schemas.yaml#/Product/properties/price"]
    assert len(cause.all) > 37
    assert {found.failure.finding.kind for found in cause.all} >= {"body", "decode"}


def _causes(*findings: tuple[str, Finding]) -> list[tuple[str, str, int]]:
    results = Results()
    for version in ("v3", "legacy-v3"):
        for operation in description(version).operations.values():
            results.add(version, operation, True)
    for operation, finding in findings:
        version, _, id = operation.partition(" ")
        Ledger(results, version, "one", "sync").found(id, finding, None)
    return [(cause.family, cause.where, len(cause.all)) for cause in causes(results.entries)]


def _body(pointer: str, message: str = '5 is not of type "string"', kind: str = "body", cause: str = "") -> Finding:
    return Finding(kind, message, pointer, "x.yaml:1", cause)


@pytest.mark.parametrize(
    ("operation", "finding", "where"),
    [
        ("v3 products.list", _body("/7/price"), "/price"),
        ("v3 products.batch", _body("/create/0/price"), "/price"),
        ("v3 products.get", _body("/images/3/alt"), "/images/*/alt"),
        ("v3 products.get", _body("/create/0/price"), "/create/*/price"),
        ("legacy-v3 products.list", _body("/products/7/price"), "/price"),
        ("legacy-v3 products.get", _body("/product/price"), "/price"),
        ("v3 products.list", _body("/2", '"price" is a required property'), "/price"),
        ("v3 products.list", _body("", "the client's types refuse it", "decode", "/2/price"), "/price"),
    ],
)
def test_the_field_is_told_without_what_differs_from_call_to_call(operation: str, finding: Finding, where: str) -> None:
    assert _causes((operation, finding)) == [("products", where, 1)]


def test_what_is_something_else_stays_apart() -> None:
    found = _causes(
        ("v3 products.list", _body("/1/price")),
        ("v3 products.list", _body("/1/weight")),
        ("v3 orders.list", _body("/1/price")),
        ("v3 products.attributes.list", Finding("header", "1 pages of 0 things")),
        ("v3 products.tags.list", Finding("header", "2 pages of 1 things")),
        ("v3 products.tags.list", Finding("header", "the header X is missing")),
    )
    assert found == [
        ("products", "", 2),
        ("products", "/price", 1),
        ("products", "/weight", 1),
        ("orders", "/price", 1),
        ("products", "", 1),
    ]


def test_the_same_refusal_of_several_questions_is_one_cause() -> None:
    def refused(url: str) -> Finding:
        return Finding(
            "behaviour", f"refused: 400 rest_invalid_param: Invalid: orderby (GET https://shop.example/{url})"
        )

    found = _causes(
        ("v3 products.list", refused("?include=1&orderby=sales&order=asc")),
        ("v3 products.list", refused("?include=2,3&orderby=random")),
        ("v3 products.list", Finding("behaviour", "refused: 500 internal_server_error: died")),
        ("v3 products.list", Finding("behaviour", "orderby=sales, asc, is not the order of include")),
        ("v3 products.list", Finding("behaviour", "orderby=random, desc, is not the order of include")),
    )
    assert found == [("products", "", 2), ("products", "", 1), ("products", "", 2)]


def test_inside_of_what_has_several_forms_the_field_is_found() -> None:
    """An item of a batch is a product or an error; what is wrong about a product is said, not that it is neither."""
    batch = description("v3").operations["products.batch"]
    schema = batch.answer(200)
    assert schema is not None
    with MockStore() as store:
        body = store.transport
        request = httpx.Request("GET", f"{store.url}/wp-json/wc/v3/products/101", headers=_basic(store))
        product = json.loads(body.handle_request(request).read())
    assert description("v3").faults(schema, {"update": [product]}) == []
    (fault,) = description("v3").faults(schema, {"update": [{**product, "price": 5}]})
    assert (fault.pointer, fault.message) == ("/update/0/price", '5 is not of type "string"')
    assert fault.place == "resources/products/schemas.yaml#/Product/properties/price"
    (neither,) = description("v3").faults(schema, {"update": [{"x" * 500: 1}]})
    assert neither.message == "it has none of the forms that are described"


def _basic(store: MockStore) -> dict[str, str]:
    request = next(httpx.BasicAuth(store.key, store.secret).auth_flow(httpx.Request("GET", store.url)))
    return {"authorization": request.headers["authorization"]}

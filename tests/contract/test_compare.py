"""Two stores beside each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from contract.runs import contract, target, written
from wooclient.contract.comparing import differences
from wooclient.contract.description import description
from wooclient.contract.results import Results
from wooclient.contract.runner import Suite
from wooclient.contract.scenarios import scenarios
from wooclient.mock import MockStore
from wooclient.mock.store import URL

_OTHER = "https://other.example"


class Altering(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """A store that differs in one field of its tags."""

    def __init__(self, store: MockStore) -> None:
        self.below = store.transport

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return _altered(request, self.below.handle_request(request))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self.below.handle_async_request(request)
        await answer.aread()
        return _altered(request, answer)


def _altered(request: httpx.Request, answer: httpx.Response) -> httpx.Response:
    kept = {name: value for name, value in answer.headers.items() if name != "content-length"}
    body: Any = answer.read()
    if request.method == "POST" and request.url.path.endswith("/products/tags"):
        body = body.replace(b'"description":"Made', b'"description":"Painted').replace(b'"count":0', b'"count":"none"')
    return httpx.Response(answer.status_code, headers=kept, content=body)


def _taped(store: MockStore, transport: Any = None) -> Results:
    """The life of a tag, with every answer kept."""
    everything = frozenset(description("v3").operations)
    suite = Suite(target(store, transport=transport), {"v3": everything}, workers=1)
    suite.results.keeps_tape = True
    return suite.run([scenario for scenario in scenarios("v3") if scenario.name == "life of products.tags"])


@pytest.fixture(scope="module")
def runs() -> tuple[Results, Results, Results]:
    """The same on two stores that are alike but for address and ids, and on one that differs."""
    with MockStore() as one, MockStore(url=_OTHER) as two, MockStore(url=_OTHER) as three:
        for number in range(3):
            target(two).client().products.tags.create(name=f"More {number}")
        return _taped(one), _taped(two), _taped(three, Altering(three))


def test_stores_that_are_alike_do_not_differ_in_what_was_made(runs: tuple[Results, Results, Results]) -> None:
    one, two, _ = runs
    assert len(one.tape) > 5
    assert differences(one, two, URL, _OTHER) == []


def test_a_value_and_a_type_that_differ_are_shown_by_field(runs: tuple[Results, Results, Results]) -> None:
    one, _, three = runs
    found = {d.field: d for d in differences(one, three, URL, _OTHER) if d.operation == "products.tags.create"}
    assert found["/description"].what == "value"
    assert found["/description"].there.startswith("Painted")
    assert (found["/count"].what, found["/count"].here, found["/count"].there) == ("type", "integer", "string")


def test_a_refusal_and_a_missing_call_are_shown(runs: tuple[Results, Results, Results]) -> None:
    one, *_ = runs
    less = Results()
    less.tape = [
        (*row[:3], replace(row[3], status=403, response=b'{"code": "no"}')) if row[2].endswith(".get") else row
        for row in one.tape
        if not row[2].endswith(".update")
    ]
    found = {(d.operation, d.what): (d.here, d.there) for d in differences(one, less, URL, _OTHER)}
    assert found["products.tags.get", "status"] == ("200", "403 no")
    assert found["products.tags.update", "made on one store only"] == ("made", "not made")


def test_the_command_writes_the_differences(tmp_path: Path) -> None:
    said = contract("--mock", "--compare", "https://nowhere.invalid", "--versions", "v1", "--compare-key", "ck_1")
    assert said.code == 2
    assert "--compare-secret" in said.err
    assert contract("--mock", "--read-only", "--versions", "legacy-v1", "--report", str(tmp_path)).code in (0, 1)
    assert "compared" not in written(tmp_path)

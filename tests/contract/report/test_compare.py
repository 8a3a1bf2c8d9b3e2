"""Two stores beside each other."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any
from xml.etree import ElementTree

import httpx
import pytest

from contract.runs import contract, target, written
from wooclient.contract import command
from wooclient.contract.calls.shelving import Kept
from wooclient.contract.described.description import description
from wooclient.contract.report.comparing import differences
from wooclient.contract.running.results import Results
from wooclient.contract.running.runner import Suite
from wooclient.contract.scenarios import scenarios
from wooclient.contract.store.probing import Unfit
from wooclient.contract.store.target import Target
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


def _put(kept: Kept, **changes: Any) -> Kept:
    """Another exchange that differs in something."""
    return kept.shelf.put(replace(kept.exchange, **changes))


def test_a_refusal_and_a_missing_call_are_shown(runs: tuple[Results, Results, Results]) -> None:
    one, *_ = runs
    less = Results()
    less.tape = [
        (*row[:3], _put(row[3], status=403, response=b'{"code": "no"}')) if row[2].endswith(".get") else row
        for row in one.tape
        if not row[2].endswith(".update")
    ]
    found = {(d.operation, d.what): (d.here, d.there) for d in differences(one, less, URL, _OTHER)}
    assert found["products.tags.get", "status"] == ("200", "403 no")
    assert found["products.tags.update", "made on one store only"] == ("made", "not made")


def test_of_enveloped_lists_only_what_the_suite_made_is_compared(runs: tuple[Results, Results, Results]) -> None:
    row = runs[0].tape[0]

    def listed(*names: str) -> Results:
        body = json.dumps({"tags": [{"name": name} for name in names]}).encode()
        found = Results()
        found.tape = [("legacy-v3", row[1], "products.tags.list", _put(row[3], status=200, response=body))]
        return found

    mark = "woospec-t0000000a-0001"
    assert differences(listed(mark, "Tea"), listed("Cups", mark), URL, _OTHER) == []
    (found,) = differences(listed(f"{mark} a"), listed(f"{mark} b"), URL, _OTHER)
    assert (found.field, found.what) == ("/tags/*/name", "value")


def test_the_command_writes_the_differences(tmp_path: Path) -> None:
    said = contract("--mock", "--compare", "https://nowhere.invalid", "--versions", "v1", "--compare-key", "ck_1")
    assert said.code == 2
    assert "--compare-secret" in said.err
    assert contract("--mock", "--read-only", "--versions", "legacy-v1", "--report", str(tmp_path)).code == 0
    assert "compared" not in written(tmp_path)


class Broken(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """A store whose list of reports is none."""

    def __init__(self, store: MockStore) -> None:
        self.below = store.transport

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._broken(request, self.below.handle_request(request))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self.below.handle_async_request(request)
        await answer.aread()
        return self._broken(request, answer)

    def _broken(self, request: httpx.Request, answer: httpx.Response) -> httpx.Response:
        if not request.url.path.endswith("/wc-api/v1/reports"):
            return answer
        return httpx.Response(
            answer.status_code, headers={"content-type": "application/json"}, json={"reports": "many"}
        )


def _against(monkeypatch: pytest.MonkeyPatch, other: Any) -> None:
    """Let `--compare` lead to `other`."""
    monkeypatch.setattr(command, "_live", lambda *_: other)


def test_what_the_second_store_does_wrong_is_in_every_form(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with MockStore(url=_OTHER) as store:
        _against(monkeypatch, target(store, read_only=True, transport=Broken(store)))
        said = contract(
            "--mock", "--compare", "x", "--versions", "legacy-v1",
            "--report", str(tmp_path), "--junit", str(tmp_path / "j.xml"),
        )  # fmt: skip
    assert said.code == 1
    found = written(tmp_path)
    assert (found["counts"]["failed"], found["compared"]["counts"]["failed"]) == (0, 1)
    assert 'reports: "many" is not' in said.out.partition(f"\n{_OTHER}\n")[2]
    suites = ElementTree.parse(tmp_path / "j.xml").getroot()
    assert [int(suite.attrib["failures"]) for suite in suites] == [0, 1]
    assert suites[1].attrib["name"] == f"{_OTHER} legacy-v1"
    html = (tmp_path / "report.html").read_text("utf-8")
    assert "<title>1 failed" in html
    assert 'id="other-cause-0"' in html


def test_both_stores_are_looked_at_before_either_is_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _against(monkeypatch, Target("http://127.0.0.1:9", "ck_1", "cs_1", read_only=True))
    began: list[Any] = []
    monkeypatch.setattr(command, "hold", lambda *_, **__: began.append(1))
    said = contract("--mock", "--compare", "x", "--versions", "legacy-v1", "--report", str(tmp_path))
    assert (said.code, began) == (2, [])
    assert "http://127.0.0.1:9 cannot be reached" in said.err
    assert list(tmp_path.iterdir()) == []


def test_beside_a_stopped_run_no_other_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    real = command.hold

    def stopped(*given: Any, stop: Event, begun: Any, **more: Any) -> Any:
        return real(*given, stop=stop, begun=lambda outcome: (begun(outcome), stop.set()), **more)

    monkeypatch.setattr(command, "hold", stopped)
    with MockStore(url=_OTHER) as store:
        _against(monkeypatch, target(store, read_only=True))
        said = contract("--mock", "--compare", "x", "--versions", "legacy-v1", "--report", str(tmp_path))
    assert said.code == 130
    assert "compared" not in written(tmp_path)
    assert "differences" not in said.out


def test_a_second_store_that_cannot_be_run_takes_nothing_from_the_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = command.hold

    def once(aim: Target, *given: Any, **more: Any) -> Any:
        if aim.url == _OTHER:
            raise Unfit("another run is writing to this store")
        return real(aim, *given, **more)

    monkeypatch.setattr(command, "hold", once)
    with MockStore(url=_OTHER) as store:
        _against(monkeypatch, target(store, read_only=True))
        said = contract("--mock", "--compare", "x", "--versions", "legacy-v1", "--report", str(tmp_path))
    assert said.code == 2
    assert said.err.splitlines()[-1] == "contract: another run is writing to this store"
    assert written(tmp_path)["counts"]["passed"] > 0
    assert "compared" not in written(tmp_path)

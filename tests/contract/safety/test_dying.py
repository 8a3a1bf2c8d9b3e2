"""A store that dies: told in one sentence, soon, and nothing is held against what was called."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from pathlib import Path
from threading import Event
from xml.etree import ElementTree

import httpx
import pytest

from contract.runs import contract, play, target, written
from wooclient._runtime import attempts
from wooclient.contract import command
from wooclient.contract.calls.checking import Finding
from wooclient.contract.described.description import description
from wooclient.contract.report.as_json import report
from wooclient.contract.report.as_junit import junit
from wooclient.contract.running.results import Ledger, Results
from wooclient.contract.running.scenario import Scenario
from wooclient.contract.safety import guarding
from wooclient.contract.safety.masking import Mask
from wooclient.contract.scenarios import scenarios
from wooclient.contract.session import hold
from wooclient.contract.terminal.progress import Progress
from wooclient.mock import MockStore


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarding, "_PAUSE", 0.0)
    monkeypatch.setattr(attempts, "FIRST_WAIT", 0.0)


class Failing(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """A store that gives another answer to some requests; told the path, and how many came before."""

    def __init__(self, store: MockStore, answer: Callable[[str, int], httpx.Response | None]) -> None:
        self.below, self.answer, self.count = store.transport, answer, 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.count += 1
        return self.answer(request.url.path, self.count) or self.below.handle_request(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.count += 1
        return self.answer(request.url.path, self.count) or await self.below.handle_async_request(request)


def _page(status: int) -> httpx.Response:
    return httpx.Response(status, headers={"content-type": "text/html"}, text="<h1>Briefly unavailable</h1>")


def _some(*names: str) -> list[Scenario]:
    return [scenario for scenario in scenarios("v3") if scenario.name in names]


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_store_that_only_a_gateway_answers_for_is_dead(status: int) -> None:
    with MockStore() as store:
        dying = Failing(store, lambda _, count: _page(status) if count > 40 else None)
        suite = play(
            target(store, transport=dying), *_some("life of products.tags", "life of coupons", "life of taxes")
        )
    assert suite.results.is_dead
    assert suite.stop.is_set()
    assert suite.results.failures == []
    assert suite.results.crashes == []
    assert dying.count < 40 + 20, "nothing is sent to a store that is gone"


def test_nothing_is_sent_to_a_dead_store() -> None:
    sent: list[str] = []

    def refuse(request: httpx.Request) -> httpx.Response:
        sent.append(request.url.path)
        raise httpx.ReadError("gone", request=request)

    below, told = httpx.MockTransport(refuse), list[int]()
    pulse = guarding.Pulse("https://shop.example", below, lambda: told.append(1))
    request = httpx.Request("GET", "https://shop.example/first")
    sync, other = guarding.Watched(below, pulse), guarding.AsyncWatched(below, pulse)
    with pytest.raises(httpx.ConnectError):
        sync.handle_request(request)
    assert sent == ["/first", "/wp-json/", "/wp-json/", "/wp-json/"]
    with pytest.raises(httpx.ConnectError):
        sync.handle_request(request)
    with pytest.raises(httpx.ConnectError):
        asyncio.run(other.handle_async_request(request))
    assert len(sent) == 4
    assert told == [1]


def test_what_is_found_after_the_death_is_not_held_against_anybody() -> None:
    results = Results()
    results.add("v3", description("v3").operations["products.list"], True)
    results.is_dead = True
    ledger = Ledger(results, "v3", "a scenario", "sync")
    ledger.found("products.list", Finding("behaviour", "no answer came"), None)
    ledger.crashed("the stage could not be set")
    ledger.left("products.delete 7")
    assert (results.failures, results.crashes, results.left) == ([], [], ["v3 products.delete 7"])


def test_one_operation_that_fails_is_no_dead_store() -> None:
    with MockStore() as store:
        failing = Failing(store, lambda path, _: _page(503) if path.endswith("/products/tags") else None)
        suite = play(target(store, transport=failing), *_some("life of products.tags", "life of products.brands"))
    assert not suite.results.is_dead
    assert {failure.finding.kind for failure in suite.results.failures} == {"status", "behaviour"}
    assert suite.results.entries["v3", "products.brands.create"].state() == "passed"


def test_every_form_of_the_report_says_that_it_died(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with MockStore() as store:
        dying = Failing(store, lambda _, count: _page(503) if count > 15 else None)
        monkeypatch.setattr(command, "_live", lambda *_: target(store, read_only=True, transport=dying))
        said = contract(
            "--url", "x", "--versions", "legacy-v1", "--report", str(tmp_path), "--junit", str(tmp_path / "j.xml")
        )
    assert said.code == 2
    assert "contract: the store stopped answering" in said.err
    found = written(tmp_path)
    assert (found["end"], found["counts"]["failed"]) == ("store died", 0)
    suite = ElementTree.parse(tmp_path / "j.xml").getroot().find("testsuite[@name='run']")
    assert suite is not None
    assert int(suite.attrib["errors"]) == len(suite.findall("testcase/error")) == 1 + len(found["left"])


def test_a_stopped_run_is_no_success_for_junit() -> None:
    stop = Event()
    stop.set()
    with MockStore() as store:
        outcome = hold(
            target(store, read_only=True), ("legacy-v1",), workers=1, stop=stop, say=str, progress=lambda *_: None
        )
    found = report(outcome, Mask())
    (error,) = ElementTree.fromstring(junit(found)).findall("testsuite[@name='run']/testcase/error")
    assert "stopped" in error.attrib["message"]


class _Gone(io.StringIO):
    """A stream whose reader is gone."""

    def write(self, text: str) -> int:
        raise BrokenPipeError(32, "Broken pipe")


def test_a_display_that_fails_ends_no_run() -> None:
    progress = Progress(Mask(), _Gone())
    with MockStore() as store:
        outcome = hold(
            target(store, read_only=True),
            ("legacy-v1",),
            workers=2,
            stop=Event(),
            say=progress.say,
            progress=progress.ended,
        )
    progress.close()
    assert outcome.is_good
    assert outcome.end == "complete"


def test_what_a_store_says_of_itself_is_shown_without_secrets() -> None:
    out = io.StringIO()
    Progress(Mask("ck_" + "1" * 40, "cs_" + "2" * 40), out).say("release cs_" + "2" * 40 + "x" * 5000)
    assert "22" not in out.getvalue()
    assert len(out.getvalue()) < 1100


@pytest.mark.parametrize("url", ["http://plain.example", "https://tls.example"])
def test_without_a_key_means_that_none_is_sent(url: str) -> None:
    """An unknown key is refused even where none is needed, if it signs; over plain http all keys do."""
    names = ("wrong secret at index", "wrong secret at orders", "wrong secret at layout_templates")
    asked = [
        s for v in ("v3", "v2", "v1", "legacy-v3") for s in scenarios(v) if s.name in (*names, "strangers at coupons")
    ]
    with MockStore(url=url) as store:
        suite = play(target(store), *asked)
        shown = [r for r in store.requests if "oauth_" in r.query or "authorization" in r.headers]
        assert 0 < len(shown) < len(store.requests)
    assert [(f.colour, f.finding) for f in suite.results.failures] == []
    assert suite.results.crashes == []
    assert suite.results.entries["v3", "index.get"].state() != "failed"

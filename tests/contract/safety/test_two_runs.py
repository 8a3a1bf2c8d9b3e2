"""Two runs on one store: the later one gives way, and touches nothing while it does not know."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from itertools import groupby
from threading import Event, Thread
from typing import Any

import httpx
import pytest

from contract.runs import target, whole
from wooclient import WooClient
from wooclient.contract import session
from wooclient.contract.calls.steps import Steps
from wooclient.contract.running.run import Run
from wooclient.contract.running.scenario import Scenario
from wooclient.contract.safety import journal
from wooclient.contract.session import hold
from wooclient.contract.store.probing import Unfit
from wooclient.mock import MockStore

_OTHER = "woospec-000000abc"
_INTERVAL, _SILENCE = journal.INTERVAL, journal.SILENCE
_NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "INTERVAL", 0.02)
    monkeypatch.setattr(journal, "SILENCE", 30.0)


def _client(store: MockStore) -> WooClient:
    return WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)


def _held(store: MockStore, stop: Event, say: Any = lambda _: None) -> Any:
    return hold(target(store), ("legacy-v1",), workers=1, stop=stop, say=say, progress=lambda *_: None)


def _writes(store: MockStore, since: int) -> list[str]:
    return [f"{r.method} {r.path.rpartition('/v3/')[2]}" for r in store.requests[since:] if r.method != "GET"]


def test_ctrl_c_while_waiting_touches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "INTERVAL", 30.0)
    with MockStore() as store:
        woo, stop = _client(store), Event()
        dead = journal.Journal(woo, f"{_OTHER}-0000")
        dead.note(journal.Loan("v3", "settings.options.update", ("general", "woocommerce_currency"), {"value": "EUR"}))
        tag = woo.products.tags.create(name=f"{_OTHER}-0001")
        since = len(store.requests)
        outcome = _held(store, stop, lambda told: stop.set() if "waiting" in told else None)
        assert woo.products.tags.get(tag.id).name == tag.name
        (left,) = journal.journals(woo)
        writes = _writes(store, since)
    assert (outcome.end, outcome.swept, outcome.returned) == ("stopped", [], [])
    assert left.mark == f"{_OTHER}-0000"
    # Its own journal came and went, after the first look's empty batch.
    assert writes[1] == "POST products"
    assert [write.partition("/")[0] for write in writes[2:]] == ["DELETE products"]


def test_a_run_gives_way_to_an_earlier_one_that_lives_and_leaves_its_things() -> None:
    with MockStore() as store:
        woo = _client(store)
        other = journal.Journal(woo, f"{_OTHER}-0000")
        other.open()
        tag = woo.products.tags.create(name=f"{_OTHER}-0001")
        with pytest.raises(Unfit, match=f"another run \\({_OTHER}-0000\\) is writing"):
            _held(store, Event())
        assert woo.products.tags.get(tag.id).name == tag.name
        assert [found.mark for found in journal.journals(woo)] == [f"{_OTHER}-0000"]
        other.close()


def test_a_run_leaves_the_things_of_a_later_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """It opened its journal first, so that the other one is to give way, and will when it looks."""
    monkeypatch.setattr(journal, "SILENCE", 0.1)
    late: list[journal.Journal] = []

    def begun(told: str) -> None:
        if "waiting" in told:
            late.append(journal.Journal(woo, "woospec-000000def-0000"))
            late[0].open()
            woo.products.tags.create(name="woospec-000000def-0001")

    with MockStore() as store:
        woo = _client(store)
        journal.Journal(woo, f"{_OTHER}-0000").note(journal.Loan("v3", "products.get", (101,), {}))
        woo.products.tags.create(name=f"{_OTHER}-0001")
        outcome = _held(store, Event(), begun)
        assert [tag.name for tag in woo.products.tags.iter(search="woospec-")] == ["woospec-000000def-0001"]
        assert [found.mark for found in journal.journals(woo)] == ["woospec-000000def-0000"]
        late[0].close()
    assert [thing.name for thing in outcome.swept] == [f"{_OTHER}-0001"]


def test_of_two_that_begin_together_one_gives_way() -> None:
    """Both have opened their journals before either looks; the second waits until the first has ended, or ends."""
    both = {"first": Event(), "second": Event()}
    ends: dict[str, str] = {}
    writers: list[str] = []

    class Together(httpx.BaseTransport, httpx.AsyncBaseTransport):
        def __init__(self, name: str, other: str) -> None:
            self._name, self._mine, self._other = name, both[name], both[other]

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            answer = store.transport.handle_request(request)
            if request.method == "POST" and b"woospec_beat" in request.content:
                self._mine.set()
                assert self._other.wait(30)
            elif request.method == "POST" and not request.url.path.endswith("/batch"):
                writers.append(self._name)
            return answer

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            return self.handle_request(request)

    def run(name: str, other: str) -> None:
        try:
            ends[name] = whole(target(store, transport=Together(name, other)), "legacy-v1").end
        except Unfit as error:
            ends[name] = str(error).partition(" (")[0]

    with MockStore() as store:
        threads = [Thread(target=run, args=names) for names in (("first", "second"), ("second", "first"))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert journal.journals(_client(store)) == []
    assert sorted(ends.values()) in (["another run", "complete"], ["complete", "complete"])
    assert len(list(groupby(writers))) == list(ends.values()).count("complete")


def test_a_journal_is_opened_before_others_are_looked_for() -> None:
    with MockStore() as store:
        _held(store, Event())
        asked = [(r.method, "status=private" in r.query) for r in store.requests if r.path.endswith("/v3/products")]
    assert asked.index(("POST", False)) < asked.index(("GET", True))


@pytest.mark.parametrize(("silent", "waits"), [(0, 180), (170, 15), (400, 15)])
def test_a_journal_counts_as_dead_only_after_minutes_of_silence(
    silent: int, waits: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However slow the store is that a run lives on; and never without waiting for a beat or two."""
    clock = [0.0]
    found = journal.Found(1, f"{_OTHER}-0000", "7", [], _NOW, _NOW - timedelta(seconds=silent))

    def wait(seconds: float) -> bool:
        clock[0] += seconds
        return False

    monkeypatch.setattr(journal, "INTERVAL", 5.0)
    monkeypatch.setattr(journal, "SILENCE", 180.0)
    monkeypatch.setattr(journal.time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(journal, "journals", lambda woo: [found])
    assert journal.living(None, [found], _NOW, wait) == []
    assert clock[0] == waits


def test_silence_is_longer_than_a_beat_can_take() -> None:
    with MockStore() as store:
        tries = 1 + _client(store).options.max_retries
        assert 2 * _INTERVAL + tries * target(store).timeout < _SILENCE


def test_a_beat_does_not_wait_for_a_note() -> None:
    noting, beaten = Event(), Event()

    class Slow(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if b"woospec_loans" in request.content and request.method == "PUT":
                noting.set()
                assert beaten.wait(30)
            answer = store.transport.handle_request(request)
            if noting.is_set() and b"woospec_beat" in request.content:
                beaten.set()
            return answer

    with MockStore() as store:
        slow = WooClient(store.url, key=store.key, secret=store.secret, transport=Slow())
        mine = journal.Journal(slow, f"{_OTHER}-0000")
        mine.open()
        loan = journal.Loan("v3", "settings.options.update", ("general", "x"), {"value": "1"})
        mine.note(loan)
        (found,) = journal.journals(_client(store))
        mine.settle(loan)
        mine.close()
    assert (found.loans, found.beat > "0") == ([loan], True)


def test_a_journal_is_closed_after_its_last_beat() -> None:
    begun, asked = Event(), list[str]()

    class Slow(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.method == "PUT":
                begun.set()
                time.sleep(0.05)
            asked.append(request.method)
            return store.transport.handle_request(request)

    with MockStore() as store:
        mine = journal.Journal(
            WooClient(store.url, key=store.key, secret=store.secret, transport=Slow()), f"{_OTHER}-0000"
        )
        mine.open()
        assert begun.wait(30)
        mine.close()
    assert (asked[-2:], asked.count("DELETE")) == (["PUT", "DELETE"], 1)


def test_what_could_not_be_put_back_stays_noted_after_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def borrowing(run: Run) -> Steps[None]:
        place = ("general", "woocommerce_currency")
        yield from run.borrow("settings.options.get", "settings.options.update", *place, fields=("value",))
        store.fail_next(status=403, code="no", route="/settings/general/woocommerce_currency$")

    one = Scenario("one", "v3", frozenset(), borrowing, alone=True)
    monkeypatch.setattr(session, "chosen", lambda versions, *, read_only: [one])
    with MockStore() as store:
        outcome = whole(target(store), "v3")
        (found,) = journal.journals(_client(store))
    assert [loan.operation for loan in found.loans] == ["settings.options.update"] * 2
    assert len(outcome.results.left) == 2

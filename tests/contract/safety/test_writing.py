"""What a run may do to a store, and what is left when it is interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest

from contract.runs import KEY, SECRET, contract, only, play, state, target, whole
from contract.served import served
from waiting import wait_until
from wooclient import WooClient
from wooclient.contract.calls.steps import Steps
from wooclient.contract.running.run import Run
from wooclient.contract.running.scenario import Scenario
from wooclient.contract.safety import journal
from wooclient.contract.safety.guarding import WriteRefused
from wooclient.mock import MockStore

_READING = {"GET", "HEAD", "OPTIONS"}
_CURRENCY = ("general", "woocommerce_currency")


def _borrowing(run: Run) -> Steps[None]:
    yield from run.borrow("settings.options.get", "settings.options.update", *_CURRENCY, fields=("value",))
    yield from run.answer("settings.options.update", *_CURRENCY, value="EUR")
    made = yield from run.needed("products.tags.create", name=run.mark)
    run.made("products.tags.delete", made.body["id"], force=True)
    yield from run.answer("products.tags.get", made.body["id"])


def _scenario(play_it: Any) -> Scenario:
    return Scenario("one", "v3", frozenset(), play_it, alone=True)


def test_a_read_only_run_sends_nothing_but_reading() -> None:
    with MockStore() as store:
        outcome = whole(target(store, read_only=True), "v3", "v1", "legacy-v3")
        assert {request.method for request in store.requests} <= _READING
        assert outcome.results.entries["v3", "products.list"].state() == "passed"
        assert outcome.results.entries["v3", "products.create"].state() == "not run"


def test_a_scenario_that_writes_cannot_in_a_read_only_run() -> None:
    def sly(run: Run) -> Steps[None]:
        yield from run.answer("products.tags.create", name=run.mark)

    with MockStore() as store:
        suite = play(target(store, read_only=True), Scenario("sly", "v3", frozenset(), sly, writes=False))
        assert all(WriteRefused.__name__ in crash for crash in suite.results.crashes)
        assert len(suite.results.crashes) == 2
        assert {request.method for request in store.requests} <= _READING


def test_a_scenario_that_fails_cleans_up() -> None:
    def failing(run: Run) -> Steps[None]:
        yield from _borrowing(run)
        raise RuntimeError("a fault of its own")

    with MockStore() as store:
        before = state(store)
        suite = play(target(store), _scenario(failing))
        assert state(store) == before
    assert [crash.count("a fault of its own") for crash in suite.results.crashes] == [1, 1]


def test_a_stopped_run_cleans_up() -> None:
    stop = Event()

    def stopped(run: Run) -> Steps[None]:
        yield from run.borrow("settings.options.get", "settings.options.update", *_CURRENCY, fields=("value",))
        yield from run.answer("settings.options.update", *_CURRENCY, value="EUR")
        stop.set()
        yield from run.answer("products.tags.create", name="never made")

    with MockStore() as store:
        before = state(store)
        play(target(store), _scenario(stopped), stop=stop)
        assert state(store) == before


def test_what_cannot_be_noted_is_not_changed() -> None:
    with MockStore() as store:
        store.fail_next(status=403, code="woocommerce_rest_cannot_create", route="/products$")
        with pytest.raises(journal.NotKept):
            play(target(store), _scenario(_borrowing))
        assert [r.path for r in store.requests if r.method != "GET"] == ["/wp-json/wc/v3/products"]


class _Served:
    """A mock store behind a socket, and when somebody is in the middle of writing to it."""

    def __init__(self) -> None:
        self.url, self.middle, self._writes = "", Event(), 0

    def watch(self, request: str) -> None:
        """One request came."""
        self._writes += request.startswith("POST")
        if self._writes == 12:
            self.middle.set()


@pytest.fixture
def server() -> Iterator[_Served]:
    made = _Served()
    with MockStore(key=KEY, secret=SECRET) as store, served(store, made.watch) as made.url:
        yield made


def _begun(server: _Served) -> subprocess.Popen[str]:
    """A writing run in a process of its own, in the middle of it."""
    command = [sys.executable, "-m", "wooclient", "contract", "--url", server.url, "--versions", "v3", "--allow-writes"]
    keys = {**os.environ, "WOO_KEY": KEY, "WOO_SECRET": SECRET}
    process = subprocess.Popen(command, env=keys, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert server.middle.wait(60)
    return process


def _marked(url: str) -> int:
    with WooClient(url, key=KEY, secret=SECRET) as woo:
        return len(woo.products.list(search="woospec-"))


def test_after_a_kill_the_next_run_clears_up(server: _Served, monkeypatch: pytest.MonkeyPatch) -> None:
    process = _begun(server)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with WooClient(server.url, key=KEY, secret=SECRET) as woo:
        dead = journal.Journal(woo, "woospec-00000dead-0000")
        dead.note(journal.Loan("v3", "settings.options.update", _CURRENCY, {"value": "USD"}))
        woo.settings.options.update(*_CURRENCY, value="EUR")
        assert _marked(server.url)
        monkeypatch.setattr(journal, "INTERVAL", 0.1)
        monkeypatch.setattr(journal, "SILENCE", 0.1)
        only(monkeypatch)
        keys = ("--key", KEY, "--secret", SECRET)
        said = contract("--url", server.url, *keys, "--versions", "legacy-v1", "--allow-writes")
        assert "put back, as an earlier run had left it: v3 settings.options.update" in said.err
        assert woo.settings.options.get(*_CURRENCY).value == "USD"
        assert not _marked(server.url)


def test_a_run_keeps_away_from_one_that_lives(server: _Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "INTERVAL", 0.1)
    with WooClient(server.url, key=KEY, secret=SECRET) as woo:
        other = journal.Journal(woo, "woospec-000000abc-0000")
        other.open()
        said = contract("--url", server.url, "--key", KEY, "--secret", SECRET, "--versions", "v3", "--allow-writes")
        other.close()
    assert said.code == 2
    assert "another run (woospec-000000abc-0000) is writing to this store" in said.err


def test_ctrl_c_cleans_up_and_says_so(server: _Served) -> None:
    process = _begun(server)
    assert wait_until(lambda: _marked(server.url) > 1)  # the journal, and what a scenario has made
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=300)
    assert process.returncode == 130, err
    assert "stopped before the end" in err
    assert "not run" in out
    assert not _marked(server.url)

"""Nothing stays behind, and what the report says of that was looked at."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import httpx
import pytest

from contract.altering import Altering
from contract.runs import play, target, whole
from wooclient import NotFound, WooClient
from wooclient.contract import session
from wooclient.contract.calls.steps import Steps
from wooclient.contract.running.run import Run
from wooclient.contract.running.scenario import Scenario
from wooclient.contract.scenarios import scenarios
from wooclient.mock import MockStore

Json = dict[str, Any]
_TABLES: Json = {"settings": {"HPOS_enabled": True, "HPOS_sync_enabled": False}}
_POSTS: Json = {"settings": {"HPOS_enabled": False}}


def _client(store: MockStore) -> WooClient:
    return WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)


class Forgetful(Altering):
    """A store that keeps orders in tables of its own: when one is removed, its notes stay."""

    def __init__(self, store: MockStore) -> None:
        super().__init__(store, lambda request, body: None)
        self._woo, self.behind = _client(store), list[str]()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self._see(request)
        return super().handle_request(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self._see(request)
        return await super().handle_async_request(request)

    def _see(self, request: httpx.Request) -> None:
        *_, above, last = request.url.path.split("/")
        ids = json.loads(request.content or b"{}").get("delete", []) if (above, last) == ("orders", "batch") else []
        if request.method == "DELETE" and above == "orders" and request.url.params.get("force") == "true":
            ids = [int(last)]
        for id in ids:
            with suppress(NotFound):
                self.behind += [note.note for note in self._woo.orders.notes.list(id)]


def _noted(run: Run) -> Steps[None]:
    """An order with a note of its own, which is removed at the end; and another, in a batch."""
    for batch in (False, True):
        made = yield from run.needed("orders.create", billing={"first_name": run.mark})
        id = made.body["id"]
        if not batch:
            run.made("orders.delete", id, force=True)
        yield from run.needed("orders.notes.create", id, note=f"Made by {run.mark}")
        if batch:
            yield from run.needed("orders.batch", delete=[id])


@pytest.mark.parametrize("version", ["v3", "v2"])
def test_notes_go_before_their_orders(version: str) -> None:
    with MockStore() as store:
        forgetful = Forgetful(store)
        suite = play(target(store, transport=forgetful), Scenario("one", version, frozenset(), _noted), system=_TABLES)
    assert (suite.results.failures, suite.results.crashes, suite.results.left) == ([], [], [])
    assert forgetful.behind == []


@pytest.mark.parametrize("name", ["notes of an order", "an order changes its status", "orders in a batch"])
def test_no_scenario_leaves_a_note(name: str) -> None:
    (scenario,) = [scenario for scenario in scenarios("v3") if scenario.name == name]
    with MockStore() as store:
        forgetful = Forgetful(store)
        play(target(store, transport=forgetful), scenario, system=_TABLES)
    assert forgetful.behind == []


def test_where_notes_go_with_their_orders_nobody_asks_for_them() -> None:
    with MockStore() as store:
        play(target(store), Scenario("one", "v3", frozenset(), _noted), system=_POSTS)
        asked = [r.method for r in store.requests if "/notes" in r.path]
    assert set(asked) == {"POST"}


def test_an_order_whose_notes_stay_stays_too() -> None:
    """Nothing would lead to the notes any more; so the report, and the next run, can tell of the order."""

    def one(run: Run) -> Steps[None]:
        made = yield from run.needed("orders.create", billing={"first_name": run.mark})
        run.made("orders.delete", made.body["id"], force=True)
        yield from run.needed("orders.notes.create", made.body["id"], note=f"Made by {run.mark}")

    class Stubborn(Altering):
        """A store that says that it took a note away, and has it still."""

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            swapped = httpx.Request("GET", request.url, headers=request.headers)
            is_note = request.method == "DELETE" and "/notes/" in request.url.path
            return super().handle_request(swapped if is_note else request)

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            return self.handle_request(request)

    with MockStore() as store:
        transport = Stubborn(store, lambda request, body: None)
        suite = play(target(store, transport=transport), Scenario("one", "v3", frozenset(), one), system=_TABLES)
        deleted = [r.path for r in store.requests if r.method == "DELETE" and "/orders/" in r.path]
    assert deleted == []
    assert all("orders.notes.delete" in line for line in suite.results.left)
    assert len(suite.results.left) == 2


@pytest.mark.parametrize("stays", [False, True])
def test_notes_of_orders_that_a_killed_run_left_go_first_too(stays: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    class Store(Forgetful):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            is_note = request.method == "DELETE" and "/notes/" in request.url.path
            swapped = httpx.Request("GET", request.url, headers=request.headers)
            return super().handle_request(swapped if is_note and stays else request)

    _only(monkeypatch, lambda run: iter(()))
    with MockStore() as store:
        woo = _client(store)
        order = woo.orders.create(billing={"first_name": "woospec-abc123xyz-0001"})
        woo.orders.notes.create(order.id, note="Made by a run that was killed")
        transport = Store(store)
        outcome = whole(target(store, transport=transport), "v3")
        (found,) = outcome.swept
        left = [one.id for one in woo.orders.iter() if one.id == order.id]
    assert transport.behind == []
    assert (found.kind, found.id, left) == ("orders", order.id, [order.id] if stays else [])
    assert bool(outcome.left) is stays


def _only(monkeypatch: pytest.MonkeyPatch, play_it: Any) -> None:
    one = Scenario("one", "v3", frozenset(), play_it)
    monkeypatch.setattr(session, "chosen", lambda versions, *, read_only: [one])


def test_what_lost_its_mark_is_found_and_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a thing is called by now: the run made it, and asks for it by its number."""

    def careless(run: Run) -> Steps[None]:
        for kind, name in (("products", "name"), ("products.tags", "name"), ("coupons", "code"), ("taxes", "name")):
            made = yield from run.needed(f"{kind}.create", **{name: run.mark})
            yield from run.needed(f"{kind}.update", made.body["id"], **{name: f"other {run.mark[-4:]}"})
            if kind == "coupons":
                yield from run.needed("coupons.delete", made.body["id"])

    _only(monkeypatch, careless)
    with MockStore() as store:
        woo = _client(store)
        before = [len(kind.list(per_page=100)) for kind in (woo.products, woo.products.tags, woo.coupons, woo.taxes)]
        outcome = whole(target(store), "v3")
        after = [len(kind.list(per_page=100)) for kind in (woo.products, woo.products.tags, woo.coupons, woo.taxes)]
    assert before == after
    kinds = [thing.kind for thing in outcome.remains]
    assert sorted(kinds) == [
        "coupons",
        "coupons",
        "products",
        "products",
        "products.tags",
        "products.tags",
        "taxes",
        "taxes",
    ]
    assert not outcome.is_good, "a scenario left it"


def test_the_report_says_what_was_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    def tidy(run: Run) -> Steps[None]:
        made = yield from run.needed("products.tags.create", name=run.mark)
        run.made("products.tags.delete", made.body["id"], force=True)

    _only(monkeypatch, tidy)
    with MockStore() as store:
        outcome = whole(target(store), "v3")
        asked = [r.query for r in store.requests if r.path.endswith("/products/tags") and "include" in r.query]
    assert outcome.is_good
    assert "Everything that was made (2 things) was removed again: the store was asked for it" in outcome.safety
    assert len(asked) == 1


def test_what_cannot_be_looked_at_is_not_said_to_be_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(request: httpx.Request, _: bytes) -> tuple[int, bytes] | None:
        return (403, b'{"code":"no","message":"no"}') if "include" in str(request.url) else None

    def tidy(run: Run) -> Steps[None]:
        made = yield from run.needed("products.tags.create", name=run.mark)
        run.made("products.tags.delete", made.body["id"], force=True)

    _only(monkeypatch, tidy)
    with MockStore() as store:
        outcome = whole(target(store, transport=Altering(store, refuses)), "v3")
    assert not outcome.is_good
    assert outcome.safety.startswith("Not everything that was made could be removed")

"""Guards that stand alone: each of these notices when its guard is taken out."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from contract.altering import Altering
from contract.runs import KEY, SECRET, play, target
from wooclient import WooClient
from wooclient.contract.calls import checking
from wooclient.contract.calls.checking import check
from wooclient.contract.calls.recording import Exchange
from wooclient.contract.calls.steps import Steps
from wooclient.contract.described.description import description
from wooclient.contract.running.run import Run
from wooclient.contract.running.scenario import Scenario
from wooclient.contract.safety.guarding import AsyncReadOnly, ReadOnly, WriteRefused
from wooclient.contract.safety.journal import journals
from wooclient.contract.safety.masking import Mask
from wooclient.mock import MockStore

_CURRENCY = ("general", "woocommerce_currency")


def _client(store: MockStore) -> WooClient:
    return WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)


def _one(play_it: Callable[[Run], Steps[None]], version: str = "v3") -> Scenario:
    return Scenario("one", version, frozenset(), play_it)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "PROPFIND", "get"])
def test_only_reading_methods_leave_in_a_read_only_run(method: str) -> None:
    left: list[str] = []

    def below(request: httpx.Request) -> httpx.Response:
        left.append(request.method)
        return httpx.Response(200)

    request = httpx.Request(method, "https://shop.example/wp-json/wc/v3/products/1")
    request.method = method  # httpx writes them large
    transport = httpx.MockTransport(below)
    with pytest.raises(WriteRefused, match=f"{method} /wp-json/wc/v3/products/1 in a read-only run"):
        ReadOnly(transport).handle_request(request)
    with pytest.raises(WriteRefused):
        asyncio.run(AsyncReadOnly(transport).handle_async_request(request))
    assert left == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_reading_methods_leave(method: str) -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(204))
    request = httpx.Request(method, "https://shop.example/")
    assert ReadOnly(transport).handle_request(request).status_code == 204
    assert asyncio.run(AsyncReadOnly(transport).handle_async_request(request)).status_code == 204


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_a_client_that_changes_something_cannot_in_a_read_only_run(verb: str) -> None:
    with MockStore() as store:
        woo = target(store, read_only=True).client()
        given: Any = {"name": "mine"} if verb == "update" else {"force": True}
        with pytest.raises(WriteRefused):
            getattr(woo.products, verb)(101, **given)
        assert store.requests == []


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_a_thing_with_another_runs_mark_is_left_alone(verb: str) -> None:
    def grasping(run: Run) -> Steps[None]:
        """A list shows both: what the run made, and what the other did."""
        made = yield from run.needed("products.tags.create", name=run.mark)
        run.made("products.tags.delete", made.body["id"], force=True)
        yield from run.answer("products.tags.list", per_page=100)
        given: Any = {"description": "mine"} if verb == "update" else {"force": True}
        yield from run.answer(f"products.tags.{verb}", other.id, **given)

    with MockStore() as store:
        woo = _client(store)
        other = woo.products.tags.create(name="woospec-000000abc-0001", description="another's")
        results = play(target(store), _one(grasping)).results
        assert woo.products.tags.get(other.id).description == "another's"
    assert {failure.finding.message.partition(":")[0] for failure in results.failures} == {
        f"products.tags.{verb} was not called"
    }


def test_another_scenarios_mark_of_the_same_run_is_no_ones_own_either() -> None:
    """Scenarios run side by side: what one made, the other leaves alone."""
    ids: list[int] = []

    def makes(run: Run) -> Steps[None]:
        made = yield from run.needed("products.tags.create", name=run.mark)
        ids.append(made.body["id"])

    def takes(run: Run) -> Steps[None]:
        yield from run.answer("products.tags.delete", ids[0], force=True)

    first, second = Scenario("one", "v3", frozenset(), makes, alone=True), Scenario("two", "v3", frozenset(), takes)
    with MockStore() as store:
        play(target(store), first)
        results = play(target(store), second).results
        assert _client(store).products.tags.get(ids[0]).id == ids[0]
    assert results.failures


def test_a_loan_is_put_back_and_struck_out() -> None:
    def borrows(run: Run) -> Steps[None]:
        yield from run.borrow("settings.options.get", "settings.options.update", *_CURRENCY, fields=("value",))
        noted.append([loan.given for loan in journals(_client(store))[0].loans])
        yield from run.answer("settings.options.update", *_CURRENCY, value="EUR")

    noted: list[Any] = []
    with MockStore() as store:
        before = _client(store).settings.options.get(*_CURRENCY).value
        suite = play(target(store), Scenario("one", "v3", frozenset(), borrows, alone=True))
        assert _client(store).settings.options.get(*_CURRENCY).value == before == "USD"
        assert journals(_client(store)) == []
    # It was noted before anything changed, and nothing of an earlier loan was left by then.
    assert noted == [[{"value": "USD"}], [{"value": "USD"}]]
    assert (suite.results.left, +suite.results.owed, suite.journal.owes) == ([], {}, False)


def test_a_loan_that_the_store_refuses_to_take_back_stays_noted() -> None:
    def borrows(run: Run) -> Steps[None]:
        yield from run.borrow("settings.options.get", "settings.options.update", *_CURRENCY, fields=("value",))
        yield from run.answer("settings.options.update", *_CURRENCY, value="EUR")

    def refuses(request: httpx.Request, _: bytes) -> tuple[int, bytes] | None:
        is_back = request.method == "PUT" and b"USD" in request.content and "settings" in request.url.path
        return (403, b'{"code":"no","message":"no"}') if is_back else None

    class Before(Altering):
        """Refuses before the store has done it."""

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            refused = refuses(request, b"")
            return httpx.Response(403, json={"code": "no"}) if refused else super().handle_request(request)

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            return self.handle_request(request)

    with MockStore() as store:
        aim = target(store, transport=Before(store, refuses))
        suite = play(aim, Scenario("one", "v3", frozenset(), borrows, alone=True))
        (journal,) = journals(_client(store))
    assert journal.loans[0].given == {"value": "USD"}
    assert suite.journal.owes
    (left,) = suite.results.left
    assert left.startswith("v3 settings.options.update general woocommerce_currency (")


@pytest.mark.parametrize("name", [KEY, SECRET, SECRET.upper(), f"x {SECRET} y", f"consumer_secret={SECRET}"])
def test_secrets_in_names_of_json_are_hidden(name: str) -> None:
    mask = Mask(KEY, SECRET)
    for shown in (json.dumps(mask.json({"a": [{name: "b"}]})), mask.body(json.dumps({name: {name: 1}}).encode(), 500)):
        assert KEY not in shown
        assert SECRET not in shown
        assert SECRET.upper() not in shown
        assert "***" in shown


def _tag(**changes: Any) -> Exchange:
    """A tag as the store answers with it, but for some fields."""
    with MockStore() as store:
        woo = _client(store)
        tag = woo.products.tags.list().items[0]
        body = {**tag.model_dump(mode="json", by_alias=True), **changes}
    headers = {"content-type": "application/json"}
    return Exchange("GET", "/wp-json/wc/v3/products/tags/1", "", b"", 200, headers, json.dumps(body).encode())


def _kinds(exchange: Exchange) -> list[str]:
    described = description("v3")
    found = check(described, described.operations["products.tags.get"], exchange, lambda _: False)
    return [finding.kind for finding in found]


def test_what_the_clients_types_refuse_is_found() -> None:
    assert _kinds(_tag()) == []
    assert _kinds(_tag(count="many")) == ["body", "decode"]


def test_what_is_lost_on_the_way_back_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """No store can be answered for with a client that drops something; so one is made."""
    real = checking.client_operations("v3")["products.tags.get"]

    class Losing:
        def decode(self, body: bytes, *, strict: bool) -> Any:
            return real.decode(body, strict=strict)

        def encode(self, result: Any) -> Any:
            return {name: value for name, value in real.encode(result).items() if name != "slug"}

    monkeypatch.setattr(checking, "client_operations", lambda _: {"products.tags.get": Losing()})
    described = description("v3")
    (found,) = check(described, described.operations["products.tags.get"], _tag(), lambda _: False)
    assert (found.kind, found.pointer) == ("roundtrip", "/slug")


@pytest.mark.parametrize("value", [1, True, "1", 1.5])
def test_the_way_back_tells_numbers_truths_and_texts_apart(value: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    real = checking.client_operations("v3")["products.tags.get"]

    class Changing:
        def decode(self, body: bytes, *, strict: bool) -> Any:
            return real.decode(body, strict=strict)

        def encode(self, result: Any) -> Any:
            return {**real.encode(result), "x": 1.0}

    monkeypatch.setattr(checking, "client_operations", lambda _: {"products.tags.get": Changing()})
    described = description("v3")
    exchange = _tag(x=value)
    assert [f.pointer for f in check(described, described.operations["products.tags.get"], exchange, lambda _: False)]

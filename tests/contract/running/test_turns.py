"""A store that keeps orders as posts shows them half made; scenarios do not look while others make some."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from contract.altering import Altering
from contract.runs import play, target
from wooclient.contract.calls.steps import Call, Steps
from wooclient.contract.running.run import Run
from wooclient.contract.running.scenario import Scenario
from wooclient.contract.running.turns import Turns
from wooclient.contract.scenarios import scenarios
from wooclient.mock import MockStore


class Slow(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Passes on to the mock store, takes its time to make and remove orders, and counts what is asked meanwhile."""

    def __init__(self, store: MockStore) -> None:
        self.below = store.transport
        self.making, self.made, self.removed, self.listed, self.listed_meanwhile = 0, 0, 0, 0, 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        is_list = request.method == "GET" and request.url.path.endswith("/orders")
        self.listed += is_list
        self.listed_meanwhile += is_list and self.making > 0
        makes = request.method == "POST" and request.url.path.endswith(("/orders", "/orders/batch"))
        removes = request.method == "DELETE" and "/orders/" in request.url.path
        if not makes and not removes:
            return self.below.handle_request(request)
        self.making += 1
        self.made += makes
        self.removed += removes
        time.sleep(0.02)
        answer = self.below.handle_request(request)
        self.making -= 1
        return answer

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self.handle_request(request)


def _make_and_look(run: Run) -> Steps[None]:
    for _ in range(5):
        made = yield from run.together(*[Call("orders.create", (), {"customer_note": run.mark}) for _ in range(2)])
        for answer in made:
            run.made("orders.delete", answer.member("id"), force=True)
        yield from run.answer("products.get", 101)
        yield from run.answer("orders.list", per_page=1)
        yield from run.answer("orders.batch", create=[{"customer_note": run.mark}])
        yield from run.together(*[Call("orders.list", (), {"per_page": 1}), Call("orders.get", (201,))])


def test_orders_are_not_listed_while_others_are_made_or_removed() -> None:
    with MockStore() as store:
        slow = Slow(store)
        mixed = [Scenario(f"mixed {n}", "v3", frozenset(), _make_and_look) for n in range(2)]
        results = play(target(store, transport=slow), *mixed).results
    assert not results.crashes
    assert not any(entry.failures for entry in results.entries.values())
    assert (slow.made, slow.removed, slow.listed) == (60, 40, 40)
    assert slow.listed_meanwhile == 0


TERMS = [f"products.{kind}" for kind in ("brands", "categories", "tags", "shipping_classes", "attributes.terms")]


@pytest.mark.parametrize(
    ("kind", "verb"), [*((kind, "create") for kind in TERMS), ("customers", "delete"), ("coupons", "delete")]
)
def test_terms_and_customers_are_not_listed_while_others_are_made_or_removed(kind: str, verb: str) -> None:
    """They are read by one query and counted, or shown, by another."""
    turns = Turns()
    with ThreadPoolExecutor(1) as pool:
        with turns.taken(Call(f"{kind}.{verb}")):
            waiting = pool.submit(_take, turns, Call(f"{kind}.list"))
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.05)
        waiting.result(timeout=30)


def test_nothing_else_waits() -> None:
    turns = Turns()
    with turns.taken(Call("orders.create")), ThreadPoolExecutor(1) as pool:
        for other in ("orders.get", "orders.create", "products.list", "orders.refunds.list", "products.tags.list"):
            pool.submit(_take, turns, Call(other)).result(timeout=30)


def _take(turns: Turns, call: Call) -> None:
    with turns.taken(call):
        pass


@pytest.mark.parametrize(("field", "found"), [("action", 0), ("description", 1)])
def test_what_the_button_of_a_tool_says_may_change_meanwhile(field: str, found: int) -> None:
    def alter(request: httpx.Request, body: bytes) -> tuple[int, bytes] | None:
        if not request.url.path.endswith("/system_status/tools/clear_expired_transients"):
            return None
        return 0, json.dumps({**json.loads(body), field: "Two orders to clear"}).encode()

    (tools,) = [one for one in scenarios("v3") if one.name == "tools"]
    with MockStore() as store:
        suite = play(target(store, transport=Altering(store, alter)), tools, colours=("sync",))
    assert len(suite.results.failures) == found

"""A run changes and removes what it made itself, whatever a store's lists show it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from contract.altering import Altering
from contract.runs import play, target, whole
from wooclient import WooClient
from wooclient.contract import session
from wooclient.contract.calls.steps import Steps
from wooclient.contract.running.run import Run
from wooclient.contract.running.scenario import Scenario
from wooclient.contract.safety.marks import mark_of
from wooclient.contract.scenarios import scenarios, unknown
from wooclient.mock import MockStore

Change = Callable[[httpx.Request], httpx.Request]
_MARK = "woospec-abc123xyz-0001"
#: The id that names nothing. WordPress counts up from 1, so that no store has come near it.
_NOBODY = 999999999
_CHOICE = ("general", "woocommerce_currency_pos")


#: Custom fields of customers in which stores keep what they counted.
NOTED = ("wc_order_count_wp", "wc_money_spent_wp", "wc_last_order_wp")


class Between(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Stands before the mock store, and changes what it is asked."""

    def __init__(self, store: MockStore, change: Change) -> None:
        self._below, self._change = store.transport, change

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._below.handle_request(self._change(request))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return await self._below.handle_async_request(self._change(request))


def _forgetful(request: httpx.Request) -> httpx.Request:
    """The request as a cache takes it that knows pages of a list and nothing else."""
    if request.method != "GET":
        return request
    kept = [(k, v) for k, v in request.url.params.multi_items() if k in ("page", "per_page") or "consumer" in k]
    return httpx.Request("GET", request.url.copy_with(params=kept), headers=request.headers)


def _client(store: MockStore) -> WooClient:
    return WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)


def _there(woo: WooClient) -> dict[str, Any]:
    kinds = {"orders": woo.orders, "products": woo.products, "coupons": woo.coupons, "customers": woo.customers,
             "tags": woo.products.tags, "taxes": woo.taxes}  # fmt: skip
    found = {f"{name} {thing.id}": thing.model_dump() for name, kind in kinds.items() for thing in kind.iter()}
    for thing in found.values():
        # What a store notes when somebody asks how often a customer ordered.
        thing["meta_data"] = [row for row in thing.get("meta_data") or () if row["key"] not in NOTED]
    return found


def _only(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Whole runs play these scenarios and no others."""
    every = session.chosen

    def few(versions: Any, *, read_only: bool) -> list[Scenario]:
        return [scenario for scenario in every(versions, read_only=read_only) if scenario.name in names]

    monkeypatch.setattr(session, "chosen", few)


def _one(name: str, version: str = "v3") -> Scenario:
    return next(scenario for scenario in scenarios(version) if scenario.name == name)


@pytest.mark.parametrize(
    ("version", "names"),
    [
        ("v3", ("an order takes a coupon", "walk through orders", "products in a batch", "life of products.tags")),
        ("legacy-v3", ("life of orders", "life of products", "life of coupons", "life of customers")),
    ],
)
def test_lists_that_show_too_much_cost_nobody_anything(
    version: str, names: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    _only(monkeypatch, *names)
    with MockStore() as store:
        woo = _client(store)
        before = _there(woo)
        whole(target(store, transport=Between(store, _forgetful)), version)
        assert _there(woo) == before


@pytest.mark.parametrize("version", ["v3", "legacy-v3"])
def test_what_a_run_did_not_make_is_neither_changed_nor_removed(version: str) -> None:
    def grasping(run: Run) -> Steps[None]:
        run.made("orders.delete", 201, **run.fit("orders.delete", {"force": True}))
        yield from run.answer("products.update", 101, sku="mine")

    def batch(run: Run) -> Steps[None]:
        rows: Any = [{"id": 101, "sku": "mine"}]
        given: dict[str, Any] = {"update": rows, "delete": [102]} if version == "v3" else {}
        yield from run.answer(f"products.{'batch' if given else 'bulk'}", *([] if given else [rows]), **given)

    with MockStore() as store:
        before = _there(_client(store))
        plays = [Scenario(name, version, frozenset(), it) for name, it in (("one", grasping), ("two", batch))]
        results = play(target(store), *plays).results
        assert _there(_client(store)) == before
    told = {failure.finding.message.partition(":")[0] for failure in results.failures}
    many = "products.batch" if version == "v3" else "products.bulk"
    assert told == {f"{name} was not called" for name in ("orders.delete", "products.update", many)}


def test_what_carries_the_runs_mark_goes_wherever_its_id_came_from() -> None:
    def made_elsewhere(run: Run) -> Steps[None]:
        tag = woo.products.tags.create(name=f"{run.mark} b")
        run.made("products.tags.delete", tag.id, force=True)
        yield from run.answer("products.tags.list")

    with MockStore() as store:
        woo = _client(store)
        before = _there(woo)
        results = play(target(store), Scenario("one", "v3", frozenset(), made_elsewhere)).results
        assert _there(woo) == before
    assert not results.failures


def test_what_is_listed_beside_the_runs_own_is_not_its_own() -> None:
    def takes_all(run: Run) -> Steps[None]:
        yield from run.needed("products.tags.create", name=run.mark)
        listed = yield from run.answer("products.tags.list")
        for tag in listed.items:
            run.made("products.tags.delete", tag["id"], force=True)

    with MockStore() as store:
        before = _there(_client(store))
        results = play(target(store), Scenario("one", "v3", frozenset(), takes_all)).results
        assert _there(_client(store)) == before
    assert results.failures


def test_an_id_that_is_to_name_nothing_is_looked_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unknown, "NOBODY", 101)
    with MockStore() as store:
        before = _there(_client(store))
        suite = play(target(store), _one("unknown ids of products"))
        assert _there(_client(store)) == before
    assert "products/101" in suite.results.entries["v3", "products.delete"].why
    asked = [r.method for r in store.requests if r.path.endswith("/products/101")]
    assert asked
    assert set(asked) == {"GET"}


@pytest.mark.parametrize(("status", "code"), [(403, "woocommerce_rest_cannot_view"), (400, "woocommerce_rest_x_id")])
def test_where_the_store_does_not_show_what_is_there_nothing_is_called(status: int, code: str) -> None:
    """A refusal is no proof that nothing is there, as a 404 is. That is no fault of the operation either."""

    def hidden(request: httpx.Request, body: bytes) -> tuple[int, bytes] | None:
        is_unknown = request.method == "GET" and request.url.path.endswith(str(_NOBODY))
        return (status, json.dumps({"code": code, "message": "no"}).encode()) if is_unknown else None

    with MockStore() as store:
        suite = play(target(store, transport=Altering(store, hidden)), _one("life of webhooks"))
        batches = [r for r in store.requests if r.path.endswith("/webhooks/batch")]
    entry = suite.results.entries["v3", "webhooks.batch"]
    assert (batches, entry.state(), suite.results.failures) == ([], "not run", [])
    expected = f"whether /webhooks/{_NOBODY} is there cannot be seen: asked for it, the store answers {status} {code}"
    assert entry.why == expected


def test_a_setting_is_put_back_if_the_store_takes_what_it_should_refuse() -> None:
    def lax(request: httpx.Request) -> httpx.Request:
        if request.method != "PUT" or "currency_pos" not in request.url.path:
            return request
        content = request.content.replace(b"woospec-none", b"right_space")
        headers = {**request.headers, "content-length": str(len(content))}
        return httpx.Request("PUT", request.url, headers=headers, content=content)

    with MockStore() as store:
        woo = _client(store)
        before = woo.settings.options.get(*_CHOICE).value
        results = play(target(store, transport=Between(store, lax)), _one("settings changed and put back")).results
        assert woo.settings.options.get(*_CHOICE).value == before != "right_space"
    assert any("should refuse" in failure.finding.message for failure in results.failures)


def test_what_another_run_has_put_there_is_not_borrowed() -> None:
    with MockStore() as store:
        woo = _client(store)
        woo.settings.options.update("general", "woocommerce_store_address_2", value=f"{_MARK} batch")
        suite = play(target(store), _one("settings changed and put back"))
        assert woo.settings.options.get("general", "woocommerce_store_address_2").value == f"{_MARK} batch"
    assert "another run" in suite.results.entries["v3", "settings.options.update"].why


@pytest.mark.parametrize(
    ("collection", "thing", "is_marked"),
    [
        ("/products", {"name": "Changed", "sku": f"{_MARK}-p"}, True),
        ("/products", {"name": f"{_MARK} (Copy)"}, True),
        ("/products", {"name": f"What is {_MARK}?"}, False),
        ("/products", {"name": "Tea", "description": _MARK, "customer_note": _MARK}, False),
        ("/webhooks", {"name": "Hook", "delivery_url": f"https://woospec.invalid/{_MARK}"}, True),
        ("/webhooks", {"name": "Hook", "delivery_url": f"https://shop.example/{_MARK}"}, False),
        ("/customers", {"email": f"{_MARK}-b@example.com"}, True),
        ("/customers", {"email": "jane@corp.example", "username": _MARK, "first_name": _MARK}, False),
        ("/customers", {"email": f"{_MARK}@corp.example"}, False),
        ("/products/reviews", {"reviewer": _MARK, "review": _MARK, "reviewer_email": "jane@corp.example"}, False),
        ("/products/reviews", {"reviewer": "Ada", "reviewer_email": f"4-{_MARK}@example.com"}, True),
        ("/orders", {"billing": {"first_name": _MARK, "email": ""}, "created_via": "rest-api"}, True),
        ("/orders", {"billing": {"first_name": _MARK}, "created_via": "checkout"}, False),
        ("/orders", {"billing": {"first_name": _MARK, "email": "jane@corp.example"}}, False),
        ("/orders", {"billing": {"first_name": "Jane"}, "customer_note": _MARK}, False),
        ("/orders", {"billing_address": {"first_name": f"{_MARK}-b", "email": f"{_MARK}-b@example.com"}}, True),
    ],
)
def test_a_mark_is_a_whole_field_that_nobody_else_fills(
    collection: str, thing: dict[str, Any], is_marked: bool
) -> None:
    assert mark_of(collection, thing) == (_MARK if is_marked else "")


def test_an_order_that_mentions_a_mark_stays() -> None:
    with MockStore() as store:
        woo = _client(store)
        billing: Any = {"first_name": "Jane", "email": "jane@corp.example"}
        order = woo.orders.create(status="processing", billing=billing, customer_note=f"Which test is {_MARK}?")
        tag = woo.products.tags.create(name=f"{_MARK} left")
        outcome = whole(target(store), "legacy-v1")
        assert woo.orders.get(order.id).status == "processing"
    assert [(thing.kind, thing.id) for thing in outcome.swept] == [("products.tags", tag.id)]

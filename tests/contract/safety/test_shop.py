"""Neither shoppers nor who runs the shop notice a run: no zone of its own takes anybody over, no mail goes to them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from contract.runs import play, target
from wooclient import WooClient
from wooclient.contract.running.runner import Suite
from wooclient.contract.running.scenario import Scenario
from wooclient.contract.scenarios import scenarios
from wooclient.mock import MockStore

#: Sees each request with its answer, and may give another.
Watch = Callable[[httpx.Request, httpx.Response], httpx.Response | None]
#: No shop calls as many few.
_NOTICED = 10_000
#: What an order that was never paid can become without a mail to anybody.
_SILENT = ("pending", "cancelled", "checkout-draft", "trash")
#: Scenarios in which pieces are counted, those in which there are orders, and those in which there are zones.
_COUNTING = (
    "stock of a product", "life of products", "life of products.variations", "variations of a product",
    "emptied fields of products", "emptied fields of products.variations",
)  # fmt: skip
_SELLING = (
    "an order takes a coupon", "an order changes its status", "an order belongs to a customer", "orders in a batch",
    "mail about an order", "life of orders", "emptied fields of orders", "life of customers",
    "an order, read and changed", "refunds of an order",
)  # fmt: skip
_SHIPPING = (
    "places of a shipping zone", "methods of a shipping zone", "life of shipping.zones",
    "life of shipping.zones.methods", "two writers of shipping.zones", "bad shipping.zones",
)  # fmt: skip


class Watched(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Passes on to the mock store, and shows somebody what comes back."""

    def __init__(self, store: MockStore, watch: Watch) -> None:
        self._below, self._watch = store.transport, watch

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self._below.handle_request(request)
        return self._watch(request, answer) or answer

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self._below.handle_async_request(request)
        return self._watch(request, answer) or answer


def _named(version: str, *names: str) -> list[Scenario]:
    return [scenario for scenario in scenarios(version) if scenario.name in names]


def _written(request: httpx.Request, answer: httpx.Response) -> list[dict[str, Any]]:
    """The things that an answer to a change shows, each as wc/v3 or the legacy API has it."""
    if request.method == "GET" or answer.status_code >= 300:
        return []
    body = json.loads(answer.read())
    values = [body, *body.values()] if isinstance(body, dict) else []
    rows = [row for value in values for row in (value if isinstance(value, list) else [value])]
    return [row for row in rows if isinstance(row, dict)]


@pytest.mark.parametrize("version", ["v3", "v2", "v1", "legacy-v3", "legacy-v2"])
def test_nothing_runs_low_so_that_nobody_is_told(version: str) -> None:
    few: list[Any] = []
    counted: list[int] = []

    def watch(request: httpx.Request, answer: httpx.Response) -> None:
        for row in _written(request, answer):
            if (row.get("manage_stock") is True or row.get("managing_stock") is True) and "stock_quantity" in row:
                counted.append(row["stock_quantity"] or 0)
                few.extend([row] if counted[-1] <= _NOTICED else [])

    with MockStore() as store:
        results = play(target(store, transport=Watched(store, watch)), *_named(version, *_COUNTING)).results
    assert not results.failures
    assert counted
    assert few == []


def test_nothing_is_left_where_the_shop_wants_no_mail_of_it() -> None:
    row = {"id": "woocommerce_notify_no_stock", "value": "no"}
    left: list[Any] = []

    def watch(request: httpx.Request, answer: httpx.Response) -> httpx.Response | None:
        left.extend(row["stock_quantity"] for row in _written(request, answer) if row.get("manage_stock") is True)
        if request.method != "GET" or not request.url.path.endswith("/settings/products"):
            return None
        return httpx.Response(200, json=[*json.loads(answer.read()), row])

    with MockStore() as store:
        results = play(target(store, transport=Watched(store, watch)), *_named("v3", "stock of a product")).results
    assert not results.failures
    assert 0 in left


@pytest.mark.parametrize("version", ["v3", "v1", "legacy-v3"])
def test_no_order_and_no_customer_gives_cause_for_mail_to_others(version: str) -> None:
    emails: list[str] = []
    statuses: list[str] = []

    def watch(request: httpx.Request, answer: httpx.Response) -> None:
        for row in _written(request, answer):
            billing = row.get("billing") or row.get("billing_address") or {}
            found = [row.get("email"), billing.get("email")] if "/webhooks" not in request.url.path else []
            emails.extend(email for email in found if email)
            statuses.extend([row["status"]] if "line_items" in row else [])

    with MockStore() as store:
        play(target(store, transport=Watched(store, watch)), *_named(version, *_SELLING))
    assert {email.rpartition("@")[2] for email in emails} == {"example.com"}
    assert "pending" in statuses
    assert set(statuses) <= set(_SILENT)


class Zones:
    """What the zones of a store have, by what is asked of it."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}
        self.methods: dict[str, int] = {}
        self.wrong: list[str] = []

    def __call__(self, request: httpx.Request, answer: httpx.Response) -> None:
        path = request.url.path.rpartition("/shipping/zones")[2].strip("/").split("/")
        if request.method == "GET" or answer.status_code >= 300 or "/shipping/zones" not in request.url.path:
            return
        body = json.loads(answer.read())
        zone, part = path[0] or str(body["id"]), path[1] if len(path) > 1 else ""
        if part == "locations":
            self.places[zone] = len(body)
        elif part == "methods":
            self.methods[zone] = self.methods.get(zone, 0) + {"POST": 1, "DELETE": -1}.get(request.method, 0)
        elif path[0]:
            self.wrong += [] if self.places.get(zone) or request.method == "DELETE" else [f"{request.method} {zone}"]
        if self.methods.get(zone) and not self.places.get(zone):
            self.wrong.append(f"{zone} ships, and is everywhere")


def _zones(store: MockStore, watch: Watch) -> Suite:
    return play(target(store, transport=Watched(store, watch)), *_named("v3", *_SHIPPING))


def test_a_zone_is_in_antarctica_before_it_is_anything_else() -> None:
    zones = Zones()
    with MockStore() as store:
        results = _zones(store, zones).results
    assert not results.failures
    assert zones.places
    assert zones.methods
    assert zones.wrong == []


def test_no_zone_is_made_where_the_rest_of_the_world_is_shipped_to() -> None:
    zones = Zones()
    with MockStore() as store:
        woo = WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)
        woo.shipping.zones.methods.create(0, method_id="flat_rate")
        results = _zones(store, zones).results
    assert not results.failures
    assert (zones.places, zones.methods) == ({}, {})
    for operation in ("create", "update", "delete", "methods.create", "locations.update"):
        entry = results.entries["v3", f"shipping.zones.{operation}"]
        assert entry.state() == "not run"
        assert "rest of the world" in entry.why

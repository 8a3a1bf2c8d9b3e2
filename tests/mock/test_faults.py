"""Faults on demand, as a client lives through them."""

from __future__ import annotations

import asyncio
import time
from types import SimpleNamespace

import httpx
import pytest

from mock.talk import basic, code, read, send
from wooclient import AsyncWooClient, BatchInterrupted, WooClient
from wooclient.mock import MockStore, transport
from wooclient.mock.wire import Request


def test_the_next_request_fails_and_no_more(store: MockStore) -> None:
    store.fail_next(503, retry_after=2)
    answer = send(store, "GET", "/coupons")
    assert (answer.status, answer.headers["Retry-After"]) == (503, "2")
    assert send(store, "GET", "/coupons").status == 200


def test_a_failure_can_wait_for_its_route(store: MockStore) -> None:
    store.fail_next(500, route="/orders")
    assert send(store, "GET", "/coupons").status == 200
    assert send(store, "GET", "/orders").status == 500


def test_a_client_sends_again(store: MockStore) -> None:
    store.fail_next(503, retry_after=0)
    with WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo:
        assert woo.coupons.get(401).code == "spring10"
    assert len(store.requests) == 2


def test_a_fault_hits_every_nth_request_of_a_route(store: MockStore) -> None:
    store.fault("waf_403", route="/coupons", every=2)
    assert [send(store, "GET", "/coupons").status for _ in range(4)] == [200, 403, 200, 403]
    assert send(store, "GET", "/customers").status == 200
    store.heal()
    assert send(store, "GET", "/coupons").status == 200


@pytest.mark.parametrize(("name", "start"), [("bom", b"\xef\xbb\xbf["), ("php_warning", b"<br />\n<b>Warning</b>")])
def test_bodies_begin_with_rubbish(store: MockStore, name: str, start: bytes) -> None:
    store.fault(name)
    assert send(store, "GET", "/coupons").body.startswith(start)
    with WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo:
        if name == "bom":
            assert woo.coupons.get(401).code == "spring10"


def test_profiles_combine(store: MockStore) -> None:
    for name in ("bom", "plugin_fields", "decimal_comma"):
        store.fault(name)
    body = send(store, "GET", "/products/101").body
    assert body.startswith(b"\xef\xbb\xbf")
    assert b'"price":"48,00"' in body
    assert b'"badge"' in body


def test_prices_can_be_numbers(store: MockStore) -> None:
    store.fault("price_as_number")
    assert read(send(store, "GET", "/products/101"))["price"] == 48.0


def test_the_header_can_get_lost(store: MockStore) -> None:
    store.fault("stripped_authorization")
    assert code(send(store, "GET", "/coupons")) == (401, "woocommerce_rest_cannot_view")
    pair = f"consumer_key={store.key}&consumer_secret={store.secret}"
    assert send(store, "GET", "/coupons", query=pair).status == 200


@pytest.mark.parametrize("name", ["drop_connection", "lost_answer"])
def test_a_connection_ends_before_or_after_the_work(store: MockStore, name: str) -> None:
    store.fault(name, route="/batch")
    with WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo:
        before = {tag.name for tag in woo.products.tags.iter()}
        with pytest.raises(BatchInterrupted) as caught:
            woo.products.tags.batch(create=[{"name": "Odd socks"}])
        made = {tag.name for tag in woo.products.tags.iter()} - before
    assert caught.value.unknown == {"create": [{"name": "Odd socks"}]}
    assert made == ({"Odd socks"} if name == "lost_answer" else set())


@pytest.mark.parametrize(
    ("name", "method"), [("rate_limited", "create"), ("overloaded", "update"), ("overloaded", "delete")]
)
def test_a_client_sends_a_write_again_that_the_store_did_not_begin(store: MockStore, name: str, method: str) -> None:
    store.fault(name, times=1, retry_after=0)
    with WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo:
        ids = () if method == "create" else (401,)
        fields = {"force": True} if method == "delete" else {"code": "again"}
        getattr(woo.coupons, method)(*ids, **fields)
    assert len(store.requests) == 2


@pytest.mark.parametrize(("name", "status"), [("html_error", 500), ("rate_limited", 429), ("overloaded", 503)])
def test_answers_instead(store: MockStore, name: str, status: int) -> None:
    store.fault(name, times=1)
    assert send(store, "GET", "/coupons").status == status
    assert send(store, "GET", "/coupons").status == 200


def test_a_connection_drops(store: MockStore) -> None:
    store.fault("drop_connection", times=1)
    with httpx.Client(transport=store.transport) as client, pytest.raises(httpx.RemoteProtocolError):
        client.get(f"{store.url}/wp-json/wc/v3/coupons", headers=basic(store))


def test_a_slow_store_takes_its_time_and_times_out(store: MockStore) -> None:
    store.fault("slow", seconds=0.1)
    with httpx.Client(transport=store.transport) as client:
        begun = time.perf_counter()
        client.get(f"{store.url}/wp-json/", timeout=5)
        assert time.perf_counter() - begun >= 0.1
        with pytest.raises(httpx.ReadTimeout):
            client.get(f"{store.url}/wp-json/", timeout=0.01)


def test_slow_answers_do_not_hold_up_others(store: MockStore, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = asyncio.Barrier(5)

    async def sleep(seconds: float) -> None:
        assert seconds == 0.2
        await asyncio.wait_for(waiting.wait(), 30)  # ends when the five wait at once

    async def both() -> None:
        async with AsyncWooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo:
            store.fault("slow", seconds=0.2)
            await asyncio.gather(*(woo.coupons.get(401) for _ in range(5)))

    monkeypatch.setattr(transport, "asyncio", SimpleNamespace(sleep=sleep))
    asyncio.run(both())


def test_an_unknown_profile_is_named(store: MockStore) -> None:
    with pytest.raises(ValueError, match="there is no profile 'nope'"):
        store.fault("nope")


def test_a_redirect_to_another_host_keeps_the_folder_of_the_store() -> None:
    with MockStore(url="https://example.org/our/shop") as store:
        store.fault("redirect_www")
        answer = store.handle(Request("GET", "/our/shop/wp-json", "a=1", {"host": "example.org"}))
    assert answer.headers["Location"] == "https://www.example.org/our/shop/wp-json?a=1"

"""The drop-in for the official package: its connections, the typed client beside it, copies."""

from __future__ import annotations

import copy
import os
import pickle

import httpx
import pytest

from faults.server import FaultyStore
from waiting import wait_until
from wooclient import WooClient
from wooclient._runtime import drivers
from wooclient.compat import API
from wooclient.mock.server import tls_context

KEY, SECRET = "ck_" + "a" * 40, "cs_" + "b" * 40


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that asks for no special kind of connection."""
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)


def test_the_typed_client_is_of_the_same_store_and_shares_its_connections() -> None:
    with FaultyStore(lambda _: "ok") as store:
        api = API(store.url, KEY, SECRET, version="wc/v2")
        assert api.get("products/tags", params={"per_page": 2}).json()[1]["id"] == 2
        assert isinstance(api.typed, WooClient)
        assert [tag.id for tag in api.typed.products.tags.list(per_page=2)] == [1, 2]
        api.typed.close()
        assert api.get("products/tags/1").ok
        assert store.connections == 1
        assert [got.path for got in store.arrivals] == [
            "/wp-json/wc/v2/products/tags",
            "/wp-json/wc/v3/products/tags",
            "/wp-json/wc/v2/products/tags/1",
        ]


def test_closing_ends_connections_and_a_later_call_opens_new_ones() -> None:
    with FaultyStore(lambda _: "ok") as store:
        with API(store.url, KEY, SECRET) as api:
            assert api.get("x").ok
        assert api.get("x").ok
        assert store.connections == 2
        woo = api.typed  # which holds the connections, too
        api.close()
        api.close()
        assert woo.url == store.url
        assert wait_until(lambda: not store.open, seconds=5)


def test_connections_of_a_special_kind_are_made_once_and_closed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[httpx.Client] = []
    tailored = drivers.tailored_client
    monkeypatch.setattr(drivers, "tailored_client", lambda *given: made.append(tailored(*given)) or made[-1])
    with FaultyStore(lambda _: "ok", tls=tls_context("127.0.0.1")[0]) as store:
        with API(store.url, KEY, SECRET, verify_ssl=False) as api:
            assert api.get("x").ok
            assert api.get("x").ok
        assert [one.is_closed for one in made] == [True]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_process_that_is_forked_off_has_connections_of_its_own() -> None:
    with FaultyStore(lambda _: "ok") as store:
        api = API(store.url, KEY, SECRET)
        assert api.get("x").ok
        child = os.fork()
        if not child:
            try:
                os._exit(0 if api.get("y").ok else 1)
            except BaseException:
                os._exit(2)
        assert os.waitpid(child, 0)[1] == 0
        assert api.get("z").ok
        assert store.connections == 2


def test_copies_and_pickles_make_the_same_calls() -> None:
    with FaultyStore(lambda _: "ok") as store:
        api = API(store.url, KEY, SECRET, version="wc/v1")
        api.get("x")
        for other in (pickle.loads(pickle.dumps(api)), copy.deepcopy(api), copy.copy(api)):
            assert other.get("x").ok
        assert {got.path for got in store.arrivals} == {"/wp-json/wc/v1/x"}
        assert len(store.arrivals) == 4


def test_the_repr_shows_neither_key_nor_secret() -> None:
    shown = repr(API(f"https://{KEY}:{SECRET}@shop.example", KEY, SECRET))
    assert KEY not in shown
    assert SECRET not in shown
    assert repr(API("https://shop.example", KEY, SECRET)) == "<API https://shop.example wc/v3 …aaaaaaa>"

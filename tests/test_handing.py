"""Clients in other processes, and what may carry their requests."""

from __future__ import annotations

import copy
import multiprocessing
import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import httpx
import pytest

from wooclient import AsyncWooClient, ConfigurationError, Event, WooClient, fixtures

KINDS: list[Any] = [WooClient, AsyncWooClient]
KEY: dict[str, Any] = {"key": "ck_1", "secret": "cs_2"}
PRODUCT = fixtures.load("v3", "products.get")


def answer(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={**PRODUCT, "name": request.headers["authorization"]})


def hook(event: Event) -> None:
    """Nothing."""


def make(kind: Any, **options: Any) -> Any:
    return kind("https://shop.example", **KEY, transport=httpx.MockTransport(answer), **options)


@pytest.mark.parametrize("hand", [lambda woo: pickle.loads(pickle.dumps(woo)), copy.deepcopy])
@pytest.mark.parametrize("kind", KINDS)
def test_a_client_comes_over_with_its_settings_and_without_connections(kind: Any, hand: Callable[[Any], Any]) -> None:
    woo = make(kind, timeout=7.0, hooks=[hook], strict=True, headers={"X-A": "b"})
    woo.products.variations, woo.v2.orders, woo.drift.record("A.b", 1)
    other = hand(woo)
    assert type(other) is kind
    assert (other.url, repr(other), other.options) == (woo.url, repr(woo), woo.options)
    assert other._connections is not woo._connections
    assert other._connections.driver is other._connections.loops is None
    assert len(other.drift) == 0
    assert other.products is not woo.products
    assert "products" not in vars(hand(woo))


def test_a_client_works_in_another_process() -> None:
    with make(WooClient) as woo:
        woo.products.get(5)
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            name = pool.submit(woo.products.get, 5).result(timeout=120).name
        assert name == woo.products.get(5).name
    assert name.startswith("Basic ")


def test_what_with_options_made_is_a_client_of_its_own_there() -> None:
    woo = make(WooClient).with_options(timeout=3)
    other = pickle.loads(pickle.dumps(woo))
    assert other.options.timeout == 3
    other.products.get(5)
    other.close()
    with pytest.raises(RuntimeError, match="closed"):
        other.products.get(5)


def test_a_shallow_copy_shares_connections() -> None:
    woo = make(WooClient)
    other = copy.copy(woo)
    assert (other._connections, other.drift) == (woo._connections, woo.drift)
    other.close()
    woo.products.get(5)


@pytest.mark.parametrize("kind", KINDS)
def test_what_cannot_be_handed_over_says_why(kind: Any) -> None:
    http = httpx.Client() if kind is WooClient else httpx.AsyncClient()
    with pytest.raises(TypeError, match="http_client holds connections"):
        pickle.dumps(kind("https://shop.example", **KEY, http_client=http))
    with pytest.raises(TypeError, match=r"transport cannot be pickled \(.*lambda"):
        pickle.dumps(kind("https://shop.example", **KEY, transport=httpx.MockTransport(lambda _: httpx.Response(200))))
    with pytest.raises(TypeError, match=r"hook .*<lambda> cannot be pickled"):
        pickle.dumps(make(kind, hooks=[lambda event: None]))
    assert copy.deepcopy(kind("https://shop.example", **KEY, http_client=http))._connections.http_client is http


@pytest.mark.parametrize(
    ("kind", "given", "wanted"),
    [
        (WooClient, {"http_client": httpx.AsyncClient()}, r"a httpx\.AsyncClient; WooClient needs a httpx\.Client$"),
        (AsyncWooClient, {"http_client": httpx.Client()}, r"AsyncWooClient needs a httpx\.AsyncClient$"),
        (WooClient, {"http_client": httpx}, r"a builtins\.module; WooClient needs a httpx\.Client$"),
        (WooClient, {"transport": httpx.AsyncHTTPTransport()}, r"WooClient needs a httpx\.BaseTransport$"),
        (AsyncWooClient, {"transport": httpx.HTTPTransport()}, r"AsyncWooClient needs a httpx\.AsyncBaseTransport$"),
        (WooClient, {"transport": httpx.Client()}, r"a httpx\.Client; WooClient needs a httpx\.BaseTransport$"),
    ],
)
def test_what_cannot_carry_the_requests_of_a_client_is_refused_at_once(kind: Any, given: Any, wanted: str) -> None:
    with pytest.raises(ConfigurationError, match=wanted):
        kind("https://shop.example", **KEY, **given)


def test_a_transport_for_tests_carries_the_requests_of_both_clients() -> None:
    both = httpx.MockTransport(answer)
    assert WooClient("https://shop.example", **KEY, transport=both).products.get(1).id == PRODUCT["id"]
    assert AsyncWooClient("https://shop.example", **KEY, transport=both).url == "https://shop.example"

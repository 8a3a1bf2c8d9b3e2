"""What many share: one HTTP client for many stores, one client for many threads and loops; and how calls are ended."""

from __future__ import annotations

import asyncio
import threading
from base64 import b64encode
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from fake_store import Session, ok
from wooclient import AsyncWooClient, RequestError, TimedOut, WooClient
from wooclient._runtime import drivers

KEY, SECRET = "ck_" + "a" * 40, "cs_" + "b" * 40
URL = "https://shop.example"


def basic(key: str, secret: str) -> str:
    return "Basic " + b64encode(f"{key}:{secret}".encode()).decode()


def empty(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json=[])


# A client that is passed in


def test_a_cookie_that_the_store_sets_is_sent_back(sessions: Callable[..., Session]) -> None:
    shop = sessions(lambda _: ok([], set_cookie="sticky=7; Path=/"))
    for _ in range(2):
        shop.wait(shop.woo.coupons.list())
    assert [request.headers.get("cookie") for request in shop.requests] == [None, "sticky=7"]


def test_a_shared_http_client_stays_open_and_keeps_its_settings() -> None:
    seen: list[httpx.Request] = []

    def keep(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if request.url.path == "/moved":
            return empty(request)
        return httpx.Response(302, headers={"location": "https://evil.example/moved"})

    shared = httpx.Client(
        transport=httpx.MockTransport(keep),
        follow_redirects=True,
        auth=("other", "person"),
        headers={"x-shared": "1", "user-agent": "theirs"},
        params={"theirs": "1"},
        cookies={"sticky": "7"},
    )
    woo = WooClient(URL, key=KEY, secret=SECRET, http_client=shared)
    with pytest.raises(RequestError, match=r"evil\.example"):
        woo.products.list(per_page=3)
    woo.close()
    assert not shared.is_closed
    assert len(seen) == 1
    assert seen[0].url == f"{URL}/wp-json/wc/v3/products?per_page=3"
    assert seen[0].headers["x-shared"] == "1"
    assert seen[0].headers["cookie"] == "sticky=7"
    assert seen[0].headers["user-agent"].startswith("wooclient")
    assert seen[0].headers["authorization"] == basic(KEY, SECRET)


def test_many_stores_on_one_pool() -> None:
    hosts: dict[str, str] = {}

    def keep(request: httpx.Request) -> httpx.Response:
        hosts[request.url.host] = request.headers["authorization"]
        return empty(request)

    async def run() -> None:
        async with httpx.AsyncClient(transport=httpx.MockTransport(keep)) as shared:
            stores = [
                AsyncWooClient(f"https://s{i}.example", key=f"ck_{i:040}", secret=SECRET, http_client=shared)
                for i in range(20)
            ]
            await asyncio.gather(*(store.products.list() for store in stores))

    asyncio.run(run())
    assert hosts == {f"s{i}.example": basic(f"ck_{i:040}", SECRET) for i in range(20)}


def test_stores_that_share_a_pool_share_its_gate() -> None:
    """The pool looks through all that wait whenever a request ends, so only so many may wait in it."""
    now = most = 0

    class Counting(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            nonlocal now, most
            now, most = now + 1, max(most, now + 1)
            await asyncio.wait([asyncio.get_running_loop().create_future()], timeout=0)
            now -= 1
            return empty(request)

    async def run() -> None:
        async with httpx.AsyncClient(transport=Counting()) as shared:
            stores = [AsyncWooClient(URL, key=KEY, secret=SECRET, http_client=shared) for _ in range(150)]
            await asyncio.gather(*(store.products.list() for store in stores))

    asyncio.run(run())
    # As many as httpx has connections in a pool: https://www.python-httpx.org/advanced/resource-limits/
    assert most == 100


# Threads, loops, cancellation


def test_one_client_for_many_threads() -> None:
    made: list[httpx.Client] = []
    real = drivers._sync_client
    gate = threading.Barrier(16)
    failures: list[BaseException] = []
    count = threading.Lock()
    calls = 0

    def keep(request: httpx.Request) -> httpx.Response:
        nonlocal calls
        with count:
            calls += 1
        return empty(request)

    def slow(transport: Any) -> httpx.Client:
        client = real(transport)
        made.append(client)
        return client

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drivers, "_sync_client", slow)
        woo = WooClient(URL, key=KEY, secret=SECRET, transport=httpx.MockTransport(keep))

        def work() -> None:
            try:
                gate.wait()
                for _ in range(10):
                    woo.products.list()
            except BaseException as error:
                failures.append(error)

        threads = [threading.Thread(target=work) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not failures
    assert (len(made), calls) == (1, 160)


def test_one_async_client_on_two_event_loops() -> None:
    woo = AsyncWooClient(URL, key=KEY, secret=SECRET, transport=httpx.MockTransport(empty))

    async def run() -> Any:
        return await woo.products.list()

    assert asyncio.run(run()).items == asyncio.run(run()).items == ()


def test_cancellation_is_passed_on_and_gives_the_connection_back() -> None:
    open_now = 0

    class Stalled(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            nonlocal open_now
            open_now += 1
            try:
                await asyncio.Event().wait()
            finally:
                open_now -= 1
            raise AssertionError

    async def run() -> None:
        woo = AsyncWooClient(URL, key=KEY, secret=SECRET, transport=Stalled())
        task = asyncio.create_task(woo.products.list())
        while not open_now:
            await asyncio.wait([task], timeout=0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert open_now == 0

    asyncio.run(run())


def test_a_whole_call_has_a_limit_in_async() -> None:
    class Stalled(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            await asyncio.Event().wait()
            raise AssertionError

    async def run() -> None:
        woo = AsyncWooClient(URL, key=KEY, secret=SECRET, transport=Stalled(), total_timeout=0.05)
        await woo.products.list()

    with pytest.raises(TimedOut):
        asyncio.run(run())

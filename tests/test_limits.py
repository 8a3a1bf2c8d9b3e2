"""One limit for a store: over threads, tasks and clients of a process. No test looks at how long something took."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from wooclient import AsyncWooClient, ConfigurationError, TimedOut, WooClient
from wooclient._runtime import turns as module
from wooclient._runtime.limits import Limit, limit_of
from wooclient._runtime.turns import _Turns, _turns_of, _Waiting

KEYS: dict[str, Any] = {"key": "ck_" + "a" * 40, "secret": "cs_" + "b" * 40}


@pytest.fixture
def host(request: pytest.FixtureRequest) -> str:
    """A host of this test's own, as limits are kept for the whole process."""
    return f"{abs(hash(request.node.name))}.example"


class Counting:
    """Answers once all that may be under way at once are, and notes how many there ever were."""

    def __init__(self, most: int) -> None:
        self.most, self.running, self.seen = most, 0, 0
        self.lock = threading.Lock()
        self.full = threading.Event()

    def enter(self) -> None:
        with self.lock:
            self.running += 1
            self.seen = max(self.seen, self.running)
            if self.running == self.most:
                self.full.set()

    def leave(self) -> httpx.Response:
        with self.lock:
            self.running -= 1
        return httpx.Response(200, json=[])

    def sync(self, request: httpx.Request) -> httpx.Response:
        self.enter()
        assert self.full.wait(30)
        return self.leave()

    async def coming(self, request: httpx.Request) -> httpx.Response:
        self.enter()
        await asyncio.to_thread(self.full.wait, 30)
        return self.leave()


def test_threads_and_clients_of_a_store_share_its_limit(host: str) -> None:
    counting = Counting(3)
    clients = [
        WooClient(f"https://{host}/{shop}", **KEYS, max_concurrency=3, transport=httpx.MockTransport(counting.sync))
        for shop in ("a", "b")
    ]
    with ThreadPoolExecutor(12) as pool:
        list(pool.map(lambda i: clients[i % 2].products.list(), range(24)))
    assert (counting.seen, counting.running, _turns_of(Limit(host, 3, None)).running) == (3, 0, 0)


def test_tasks_and_threads_share_it_too(host: str) -> None:
    counting = Counting(2)
    url = f"https://{host}"
    sync = WooClient(url, **KEYS, max_concurrency=2, transport=httpx.MockTransport(counting.sync))

    async def run() -> None:
        transport = httpx.MockTransport(counting.coming)
        woo = AsyncWooClient(url, **KEYS, max_concurrency=2, transport=transport)
        await asyncio.gather(
            *(woo.products.list() for _ in range(5)), *(asyncio.to_thread(sync.products.list) for _ in range(5))
        )

    asyncio.run(run())
    assert (counting.seen, counting.running) == (2, 0)


def test_other_stores_are_not_held_back(host: str) -> None:
    counting = Counting(2)
    clients = [
        WooClient(f"https://{n}{host}", **KEYS, max_concurrency=1, transport=httpx.MockTransport(counting.sync))
        for n in range(2)
    ]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda woo: woo.products.list(), clients))
    assert counting.seen == 2


def test_who_gets_no_turn_in_time_is_told_that_nothing_was_sent(host: str) -> None:
    limit, sent = Limit(host, 1, None), []
    taken = _Waiting(limit, lambda: None)
    _turns_of(limit).join(taken)

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json=[])

    options: dict[str, Any] = {
        **KEYS,
        "max_concurrency": 1,
        "total_timeout": 0.05,
        "transport": httpx.MockTransport(answer),
    }
    with pytest.raises(TimedOut, match="no turn came within") as told:
        WooClient(f"https://{host}", **options).products.create(name="x")
    assert not told.value.sent

    async def run() -> None:
        await AsyncWooClient(f"https://{host}", **options).products.create(name="x")

    with pytest.raises(TimedOut, match="no turn came within") as told:
        asyncio.run(run())
    assert (told.value.sent, sent) == (False, [])
    _turns_of(limit).leave(taken)
    assert WooClient(f"https://{host}", **{**options, "total_timeout": 30}).products.list().items == ()


def test_a_cancelled_task_gives_its_place_back(host: str) -> None:
    limit = Limit(host, 1, None)

    async def run() -> None:
        woo = AsyncWooClient(
            f"https://{host}",
            **KEYS,
            max_concurrency=1,
            transport=httpx.MockTransport(lambda r: httpx.Response(200, json=[])),
        )
        taken = _Waiting(limit, lambda: None)
        _turns_of(limit).join(taken)
        task = asyncio.create_task(woo.products.list())
        while not _turns_of(limit).waiting:
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert not _turns_of(limit).waiting
        _turns_of(limit).leave(taken)
        await woo.products.list()

    asyncio.run(run())
    assert _turns_of(limit).running == 0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    now = [100.0]
    monkeypatch.setattr(module, "monotonic", lambda: now[0])
    return lambda seconds: now.__setitem__(0, now[0] + seconds)


def test_a_rate_spaces_what_begins(clock: Callable[[float], None]) -> None:
    turns, limit = _Turns(), Limit("shop", None, 4.0)

    def asked() -> float | None:
        waiting = _Waiting(limit, lambda: None)
        turns.join(waiting)
        return waiting.seconds

    assert [asked(), asked(), asked()] == [0.0, 0.25, 0.5]
    clock(0.6)
    assert asked() == pytest.approx(0.15)
    clock(10)
    # What was not used is not saved up.
    assert [asked(), asked()] == [0.0, 0.25]


def test_turns_come_in_the_order_in_which_they_were_asked_for() -> None:
    turns, limit, order = _Turns(), Limit("shop", 2, None), list[int]()
    all_of = [_Waiting(limit, lambda i=i: order.append(i)) for i in range(5)]  # type: ignore[misc]
    for one in all_of:
        turns.join(one)
    assert order == [0, 1]
    turns.leave(all_of[3])  # gives up its place
    turns.leave(all_of[1])
    turns.leave(all_of[0])
    assert (order, turns.running, len(turns.waiting)) == ([0, 1, 2, 4], 2, 0)


def test_a_task_whose_turn_it_is_waits_no_longer(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    async def run() -> None:
        async with module.async_turn(Limit(host, 1, None)):
            pass

    monkeypatch.setattr(module.asyncio, "sleep", sleep)
    asyncio.run(run())
    assert slept == [0.0]


def test_what_has_no_limit_takes_no_turn() -> None:
    assert limit_of("https://shop.example/x", None, None) is None
    assert limit_of("https://shop.example:8443/x", None, 2.0) == Limit("shop.example:8443", None, 2.0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_child_begins_with_no_turns(host: str) -> None:
    _turns_of(Limit(host, 1, None)).running = 1
    child = os.fork()
    if not child:
        os._exit(_turns_of(Limit(host, 1, None)).running)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.parametrize(
    "options", [{"max_concurrency": 0}, {"max_concurrency": -1}, {"rate": 0}, {"rate": -1.0}, {"rate": float("inf")}]
)
def test_limits_that_cannot_be_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError, match=next(iter(options))):
        WooClient("https://shop.example", **KEYS, **options)

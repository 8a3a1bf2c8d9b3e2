"""10,000 calls to a store that fails: no create arrives twice, no record is lost, no key reaches another host."""

from __future__ import annotations

import asyncio
import random
import ssl
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
import trustme

from faults.server import RECORDS, FaultyStore, Got, free_port
from waiting import wait_until
from wooclient import (
    AsyncWooClient,
    ConnectionFailed,
    Event,
    RateLimited,
    RedirectError,
    RequestError,
    ServerError,
    TimedOut,
    WooClient,
)
from wooclient._runtime import attempts, drivers

KEY, SECRET = "ck_" + "a" * 40, "cs_" + "b" * 40
CALLS = 2500  # of each colour, reads and creates: 10,000 in all
AT_ONCE = 16
#: Faults and how often a request meets them. Those that take time are rare.
STORM = {
    "ok": 60,
    "reset_during": 6,
    "reset_after": 6,
    "short_body": 6,
    "bad_chunk": 4,
    "cut_chunk": 4,
    "garbage": 4,
    "429": 6,
    "503": 6,
    "redirect_elsewhere": 2,
    "redirect_loop": 2,
    "stall": 0.2,
    "drip": 0.2,
}
READABLE = {name: weight for name, weight in STORM.items() if not name.startswith("redirect")}
#: Faults that only the client's patience ends, and how long that is, where it must end without having ended the rest.
TIMED = ("stall", "drip")
PATIENCE = 1.0
#: How long a call may take in all.
LIMIT = 4
Colour = str


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "FIRST_WAIT", 0.0005)
    monkeypatch.setattr(attempts, "LONGEST_WAIT", 0.002)


@pytest.fixture(params=["sync", "async"])
def colour(request: pytest.FixtureRequest) -> Colour:
    found: str = request.param
    return found


def always(fault: str) -> Callable[[Got | None], str]:
    return lambda got: "ok" if got is None and fault != "reset_before" else fault


def at_first(*faults: str) -> Callable[[Got | None], str]:
    """The faults one after the other, then none."""
    left = list(faults)

    def plan(got: Got | None) -> str:
        if left and (got is None) == (left[0] == "reset_before"):
            return left.pop(0)
        return "ok"

    return plan


def patience(fault: str) -> float:
    """The timeout for a call that meets a fault: short only where nothing else ends the call."""
    return PATIENCE if fault in TIMED else 30


def by_chance(weights: dict[str, float], resets: float, seed: int) -> Callable[[Got | None], str]:
    dice = random.Random(seed)
    names, chances = list(weights), list(weights.values())

    def plan(got: Got | None) -> str:
        if got is None:
            return "reset_before" if dice.random() < resets else "ok"
        return dice.choices(names, chances)[0]

    return plan


def call(
    colour: Colour, url: str, method: str, arguments: Any = None, *, ids: tuple[int, ...] = (), **options: Any
) -> Any:
    """One call through a client of its own."""
    given: dict[str, Any] = {"key": KEY, "secret": SECRET, **options}
    if colour == "sync":
        with WooClient(url, **given) as woo:
            return getattr(woo.products.tags, method)(*ids, **(arguments or {}))

    async def run() -> Any:
        async with AsyncWooClient(url, **given) as woo:
            return await getattr(woo.products.tags, method)(*ids, **(arguments or {}))

    return asyncio.run(run())


def many(colour: Colour, url: str, jobs: list[tuple[str, dict[str, Any]]], **options: Any) -> list[Any]:
    """Many calls through one client, some at once; what each gave or raised."""
    given: dict[str, Any] = {"key": KEY, "secret": SECRET, **options}
    if colour == "sync":
        with WooClient(url, **given) as woo, ThreadPoolExecutor(AT_ONCE) as pool:

            def one(job: tuple[str, dict[str, Any]]) -> Any:
                try:
                    return getattr(woo.products.tags, job[0])(**job[1])
                except RequestError as error:
                    return error

            return list(pool.map(one, jobs))

    async def run() -> list[Any]:
        gate = asyncio.Semaphore(AT_ONCE)
        async with AsyncWooClient(url, **given) as woo:

            async def one(job: tuple[str, dict[str, Any]]) -> Any:
                async with gate:
                    try:
                        return await getattr(woo.products.tags, job[0])(**job[1])
                    except RequestError as error:
                        return error

            return await asyncio.gather(*(one(job) for job in jobs))

    return asyncio.run(run())


def test_a_storm_over_creates(colour: Colour) -> None:
    began = time.monotonic()
    with FaultyStore(always("ok")) as stranger:
        plan = by_chance(STORM, 0.1, seed=1)
        with FaultyStore(plan, elsewhere=f"http://localhost:{stranger.port}") as store:
            jobs = [("create", {"name": f"p{i}"}) for i in range(CALLS)]
            results = many(colour, store.url, jobs, timeout=PATIENCE, total_timeout=LIMIT)
        assert stranger.arrivals == []
    assert max(store.created.values()) == 1
    arrived = Counter(got.body for got, fault in zip(store.arrivals, store.met, strict=True) if fault != "429")
    assert max(arrived.values()) == 1
    made = [job["name"] for (_, job), got in zip(jobs, results, strict=True) if not isinstance(got, RequestError)]
    unsent = [
        job["name"]
        for (_, job), got in zip(jobs, results, strict=True)
        if isinstance(got, ConnectionFailed) and not got.sent
    ]
    assert len(made) > CALLS // 3
    assert {store.created[name] for name in made} == {1}
    assert {store.created[name] for name in unsent} <= {0}
    # Who was stopped by a rate limit tried again.
    assert {ConnectionFailed, TimedOut, ServerError, RedirectError} <= {type(r) for r in results}
    assert time.monotonic() - began < CALLS / AT_ONCE * LIMIT


def test_a_storm_over_reads(colour: Colour) -> None:
    with FaultyStore(always("ok")) as stranger:
        plan = by_chance(READABLE, 0.05, seed=2)
        with FaultyStore(plan, elsewhere=f"http://localhost:{stranger.port}") as store:
            jobs = [("list", {"page": i % 50 + 1, "per_page": 10}) for i in range(CALLS)]
            results = many(colour, store.url, jobs, timeout=PATIENCE, total_timeout=60, max_retries=30)
        assert stranger.arrivals == []
    for (_, job), result in zip(jobs, results, strict=True):
        first = (job["page"] - 1) * 10 + 1
        assert [tag.id for tag in result] == list(range(first, first + 10))
        assert result.total == RECORDS
    assert sum(store.faults.values()) > CALLS // 3


def test_no_record_of_a_walk_is_lost(colour: Colour) -> None:
    options: dict[str, Any] = {"timeout": PATIENCE, "total_timeout": 60, "max_retries": 30}
    with FaultyStore(by_chance(READABLE, 0.1, seed=3)) as store:
        if colour == "sync":
            with WooClient(store.url, key=KEY, secret=SECRET, **options) as woo:
                ids = [tag.id for tag in woo.products.tags.iter(per_page=5)]
        else:

            async def run() -> list[Any]:
                async with AsyncWooClient(store.url, key=KEY, secret=SECRET, **options) as woo:
                    return [tag.id async for tag in woo.products.tags.iter(per_page=5)]

            ids = asyncio.run(run())
    assert ids == list(range(1, RECORDS + 1))


@pytest.mark.parametrize(
    "fault",
    ["reset_before", "reset_during", "short_body", "bad_chunk", "cut_chunk", "garbage", "429", "503", "stall", "drip"],
)
def test_a_read_survives_one_of_each(colour: Colour, fault: str) -> None:
    with FaultyStore(at_first(fault)) as store:
        page = call(colour, store.url, "list", {"per_page": 3}, timeout=patience(fault))
    assert [tag.id for tag in page] == [1, 2, 3]
    assert store.faults[fault] == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("reset_during", ConnectionFailed),
        ("short_body", ConnectionFailed),
        ("bad_chunk", ConnectionFailed),
        ("cut_chunk", ConnectionFailed),
        ("garbage", ConnectionFailed),
        ("stall", TimedOut),
        ("drip", TimedOut),
        ("429_for_long", RateLimited),
        ("503", ServerError),
        ("503_wait", ServerError),
        ("redirect_loop", RedirectError),
    ],
)
def test_a_create_meets_each_once(colour: Colour, fault: str, kind: type[RequestError]) -> None:
    limit = patience(fault)
    with FaultyStore(always(fault)) as store, pytest.raises(kind) as caught:
        call(colour, store.url, "create", {"name": "Mug"}, timeout=limit, total_timeout=limit)
    assert caught.value.attempts == 1
    assert len(store.arrivals) == 1
    # Of an answer nobody needs to be told that the request left.
    assert getattr(caught.value, "sent", None) is (True if issubclass(kind, ConnectionFailed) else None)


def test_a_create_that_was_stopped_by_a_rate_limit_is_sent_again(colour: Colour) -> None:
    with FaultyStore(at_first("429", "429")) as store:
        made = call(colour, store.url, "create", {"name": "Mug"})
    assert made.name == "Mug"
    assert (store.met, store.created) == (["429", "429", "ok"], {"Mug": 1})


def test_a_rate_limit_that_lasts_longer_than_the_call_is_told_at_once(colour: Colour) -> None:
    began = time.monotonic()
    with FaultyStore(always("429_for_long")) as store, pytest.raises(RateLimited) as caught:
        call(colour, store.url, "create", {"name": "Mug"}, total_timeout=30)
    assert (caught.value.retry_after, caught.value.attempts, len(store.arrivals)) == (3600, 1, 1)
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("method", ["update", "delete"])
@pytest.mark.parametrize(("fault", "again"), [("503_wait", True), ("503", False)])
def test_a_change_or_deletion_that_a_full_store_did_not_begin(
    colour: Colour, method: str, fault: str, again: bool
) -> None:
    arguments = {"name": "Mug"} if method == "update" else {"force": True}
    with FaultyStore(at_first(fault)) as store:
        if again:
            assert call(colour, store.url, method, arguments, ids=(7,)).id == 1
        else:
            with pytest.raises(ServerError):
                call(colour, store.url, method, arguments, ids=(7,))
    assert store.met == ([fault, "ok"] if again else [fault])


def test_a_reset_before_anything_was_read(colour: Colour) -> None:
    """It may hit while the connection is made, and is safe to repeat, or just after, and is not."""
    with FaultyStore(always("reset_before")) as store, pytest.raises(ConnectionFailed) as caught:
        call(colour, store.url, "create", {"name": "Mug"})
    assert store.arrivals == []
    assert caught.value.attempts <= 3


def test_a_connection_that_was_closed_meanwhile_is_not_used(colour: Colour) -> None:
    """A server that closes after each answer costs a connection each time, and no call."""
    with FaultyStore(lambda got: "ok" if got is None else "reset_after") as store:
        results = many(colour, store.url, [("create", {"name": f"p{i}"}) for i in range(20)])
        closed = [r for r in results if isinstance(r, RequestError)]
    assert len(closed) < 20
    # Where the end of the connection crosses the next request, the create may not be sent again.
    assert all(isinstance(r, ConnectionFailed) and r.sent for r in closed)
    assert max(store.created.values()) == 1


def test_connections_are_used_again(colour: Colour, monkeypatch: pytest.MonkeyPatch) -> None:
    # Those that lie idle for seconds are not, which on a busy machine may be all of them.
    monkeypatch.setattr(drivers._LIMITS, "keepalive_expiry", None)
    with FaultyStore(always("ok")) as store:
        many(colour, store.url, [("list", {})] * 200)
    assert len(store.arrivals) == 200
    assert store.connections <= AT_ONCE + 4


def test_a_create_that_found_nobody_is_sent_once_somebody_is_there(colour: Colour) -> None:
    opened: list[FaultyStore] = []
    port = free_port()

    def open_shop(event: Event) -> None:
        if event.kind == "retry" and not opened:
            opened.append(FaultyStore(always("ok"), port=port).__enter__())

    try:
        made = call(colour, f"http://127.0.0.1:{port}", "create", {"name": "Mug"}, hooks=[open_shop])
    finally:
        for store in opened:
            store.__exit__(None, None, None)
    assert made.name == "Mug"
    assert opened[0].created == {"Mug": 1}


def test_nobody_there(colour: Colour) -> None:
    with pytest.raises(ConnectionFailed) as caught:
        call(colour, f"http://127.0.0.1:{free_port()}", "create", {"name": "Mug"})
    assert (caught.value.sent, caught.value.attempts) == (False, 3)


@pytest.mark.parametrize("way", ["basic", "query", "oauth"])
@pytest.mark.parametrize("method", ["list", "create"])
def test_no_key_reaches_another_host(
    colour: Colour, way: str, method: str, authority: trustme.CA, trusting: ssl.SSLContext
) -> None:
    tls = None if way == "oauth" else server_context(authority, "127.0.0.1")
    arguments = {"name": "Mug"} if method == "create" else {}
    with FaultyStore(always("ok")) as stranger:
        plan = always("redirect_elsewhere")
        with (
            FaultyStore(plan, tls=tls, elsewhere=stranger.url) as store,
            pytest.raises(RedirectError) as caught,
        ):
            call(colour, store.url, method, arguments, auth=way, transport=transport(colour, trusting))
        assert stranger.connections == 0
    assert len(store.arrivals) == 1
    assert stranger.url in caught.value.location
    assert SECRET not in f"{caught.value} {caught.value.headers}"


# TLS


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def server_context(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def transport(colour: Colour, context: ssl.SSLContext) -> Any:
    return httpx.HTTPTransport(verify=context) if colour == "sync" else httpx.AsyncHTTPTransport(verify=context)


def test_https_works(colour: Colour, authority: trustme.CA, trusting: ssl.SSLContext) -> None:
    with FaultyStore(always("ok"), tls=server_context(authority, "127.0.0.1")) as store:
        page = call(colour, store.url, "list", {"per_page": 2}, transport=transport(colour, trusting))
    assert len(page) == 2
    assert store.arrivals[0].headers["authorization"].startswith("Basic ")


@pytest.mark.parametrize("case", ["unknown issuer", "another name"])
def test_a_certificate_that_is_not_trusted(
    colour: Colour, case: str, authority: trustme.CA, trusting: ssl.SSLContext
) -> None:
    issuer, name = (trustme.CA(), "127.0.0.1") if case == "unknown issuer" else (authority, "other.example")
    with FaultyStore(always("ok"), tls=server_context(issuer, name)) as store:
        with pytest.raises(ConnectionFailed, match=r"(?i)certificate") as caught:
            call(colour, store.url, "list", transport=transport(colour, trusting))
        assert store.arrivals == []
    assert (caught.value.sent, caught.value.attempts) == (False, 1)


@pytest.mark.parametrize("case", ["no TLS", "reset"])
def test_a_broken_handshake(colour: Colour, case: str, authority: trustme.CA, trusting: ssl.SSLContext) -> None:
    tls = None if case == "no TLS" else server_context(authority, "127.0.0.1")
    with FaultyStore(always("ok" if case == "no TLS" else "reset_before"), tls=tls) as store:
        url = store.url.replace("http:", "https:")
        with pytest.raises(ConnectionFailed) as caught:
            call(colour, url, "create", {"name": "Mug"}, timeout=0.3, transport=transport(colour, trusting))
        assert store.arrivals == []
        assert wait_until(lambda: store.connections == 3)
    assert (caught.value.sent, caught.value.attempts) == (False, 3)

"""Options, hooks, logs and secrecy of the clients, the same for sync and async."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

import wooclient
from wooclient import AsyncWooClient, ConfigurationError, ConnectionFailed, Event, RequestError, TimedOut, WooClient
from wooclient._runtime import drivers

KEY, SECRET = "ck_" + "a" * 40, "cs_" + "b" * 40
URL = "https://shop.example"
Handler = Callable[[httpx.Request], httpx.Response]


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Waits take no time; what they would have been is kept."""
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(drivers.time, "sleep", waited.append)
    monkeypatch.setattr(drivers.asyncio, "sleep", sleep)
    return waited


@pytest.fixture(params=["sync", "async"])
def listing(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """`listing(handler, **options)` lists products through a client of either colour."""

    def call(handler: Handler, url: str = URL, method: str = "list", arguments: Any = None, **options: Any) -> Any:
        transport = httpx.MockTransport(handler)
        given: dict[str, Any] = {"key": KEY, "secret": SECRET, "transport": transport, **options}
        if request.param == "sync":
            with WooClient(url, **given) as woo:
                return getattr(woo.products, method)(**(arguments or {}))

        async def run() -> Any:
            async with AsyncWooClient(url, **given) as woo:
                return await getattr(woo.products, method)(**(arguments or {}))

        return asyncio.run(run())

    return call


def empty(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json=[])


@contextmanager
def everything_logged() -> Iterator[list[str]]:
    """All records of all loggers at every level."""
    lines: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(f"{record.name} {record.getMessage()} {vars(record)}")

    handler, root = Keep(), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        root.removeHandler(handler)
        root.setLevel(before)


# Headers and options


def test_user_agent_and_headers(listing: Callable[..., Any]) -> None:
    seen: list[httpx.Headers] = []

    def keep(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers)
        return empty(request)

    listing(keep)
    assert seen[0]["user-agent"].startswith(f"wooclient/{wooclient.__version__} (")
    assert seen[0]["accept"] == "application/json"
    assert "gzip" in seen[0]["accept-encoding"]
    listing(keep, user_agent="Our ERP/2", headers={"X-Tenant": "7"})
    assert (seen[1]["user-agent"], seen[1]["x-tenant"]) == ("Our ERP/2", "7")


def test_timeouts_are_always_set(listing: Callable[..., Any]) -> None:
    seen: list[dict[str, float]] = []

    def keep(request: httpx.Request) -> httpx.Response:
        seen.append(request.extensions["timeout"])
        return empty(request)

    listing(keep)
    listing(keep, timeout=3)
    listing(keep, timeout=30, total_timeout=4)
    assert set(seen[0]) == {"connect", "read", "write", "pool"}
    assert set(seen[0].values()) == {30}
    assert set(seen[1].values()) == {3}
    # What is left of the whole call, which has just begun.
    assert set(seen[2]) == {"connect", "read", "write", "pool"}
    assert {round(seconds) for seconds in seen[2].values()} == {4}
    assert max(seen[2].values()) <= 4


def test_retries_and_their_waits(listing: Callable[..., Any], no_waiting: list[float]) -> None:
    answers = [httpx.Response(503), httpx.Response(429, headers={"retry-after": "9"}), httpx.Response(200, json=[])]
    assert listing(lambda r: answers.pop(0)).items == ()
    assert 0.25 <= no_waiting[0] <= 0.5
    assert no_waiting[1] == 9


@pytest.mark.parametrize(
    ("failure", "kind", "sent"),
    [
        (httpx.ConnectError("refused"), ConnectionFailed, False),
        (httpx.ConnectTimeout("late"), TimedOut, False),
        (httpx.PoolTimeout("full"), TimedOut, False),
        (httpx.ReadTimeout("late"), TimedOut, True),
        (httpx.WriteTimeout("late"), TimedOut, True),
        (httpx.ReadError("reset"), ConnectionFailed, True),
        (httpx.WriteError("reset"), ConnectionFailed, True),
        (httpx.RemoteProtocolError("gone"), ConnectionFailed, True),
        (httpx.DecodingError("gzip"), ConnectionFailed, True),
    ],
)
def test_failures(listing: Callable[..., Any], failure: Exception, kind: type[RequestError], sent: bool) -> None:
    calls: list[str] = []

    def fail(request: httpx.Request) -> httpx.Response:
        calls.append(request.method)
        raise failure

    with pytest.raises(kind) as caught:
        listing(fail)
    assert type(caught.value) is kind
    assert (caught.value.attempts, caught.value.sent) == (3, sent)  # type: ignore[attr-defined]
    assert caught.value.__cause__ is None
    calls.clear()
    with pytest.raises(kind) as caught:
        listing(fail, method="create", arguments={"name": "Mug"})
    assert len(calls) == (1 if sent else 3)
    assert ("may have carried the request out" in str(caught.value)) is sent


def test_hooks(listing: Callable[..., Any]) -> None:
    heard: list[Event] = []
    answers = [httpx.Response(503), httpx.Response(200, json=[])]
    listing(lambda r: answers.pop(0), hooks=[heard.append], auth="query")
    assert [e.kind for e in heard] == ["send", "answer", "retry", "send", "answer"]
    assert [e.status for e in heard if e.kind == "answer"] == [503, 200]
    assert {(e.method, e.url) for e in heard} == {("GET", f"{URL}/wp-json/wc/v3/products")}


# with_options


def test_with_options_changes_one_and_shares_the_rest() -> None:
    made: list[int] = []

    class Transport(httpx.BaseTransport):
        def __init__(self) -> None:
            self.timeouts: list[float] = []
            self.closed = 0

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            made.append(1)
            self.timeouts.append(request.extensions["timeout"]["read"])
            return empty(request)

        def close(self) -> None:
            self.closed += 1

    transport = Transport()
    with WooClient(URL, key=KEY, secret=SECRET, transport=transport) as woo:
        patient = woo.with_options(timeout=77, max_retries=0, strict=True)
        assert patient.products is not woo.products
        patient.products.list()
        woo.products.list()
        assert transport.timeouts == [77, 30]
        assert (patient.options.max_retries, woo.options.max_retries) == (0, 2)
        assert (patient.options.strict, woo.options.strict) == (True, False)
        assert patient.drift is woo.drift
        with patient:
            pass
        assert transport.closed == 0
    assert transport.closed == 1


def test_with_options_checks_like_the_client() -> None:
    woo = WooClient(URL, key=KEY, secret=SECRET)
    for wrong in ({"timeout": -1}, {"max_retries": -1}, {"user_agent": "a\nb"}):
        with pytest.raises(ConfigurationError, match=next(iter(wrong)).replace("_", ".")):
            woo.with_options(**wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        woo.with_options(colour="red")  # type: ignore[call-arg]


# Secrets


@pytest.mark.parametrize(("url", "way"), [(URL, "basic"), (URL, "query"), ("http://shop.example", "oauth")])
def test_no_secret_in_any_log(listing: Callable[..., Any], url: str, way: str) -> None:
    def echo(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/"):
            return httpx.Response(403, text=f"<html>{request.url.raw_path.decode()}</html>")
        return httpx.Response(301, headers={"location": f"{request.url.path}/?{request.url.query.decode()}"})

    with everything_logged() as lines, pytest.raises(RequestError) as caught:
        listing(echo, url=url, auth=way)
    text = "\n".join(lines)
    assert "wooclient" in text
    assert "httpx" in text
    assert SECRET not in f"{text}{caught.value}{caught.value!r}"
    assert "oauth_signature=" not in text.replace("oauth_signature=***", "")
    assert "Basic " not in text


@pytest.mark.parametrize(("url", "way"), [(URL, "basic"), (URL, "query"), ("http://shop.example", "oauth")])
def test_no_secret_in_what_the_http_library_shows(url: str, way: Any) -> None:
    """Its event hooks, and tools that trace it, see the request: sent whole, but shown without the key."""
    shown: list[str] = []
    sent: list[bytes] = []

    def look(request: httpx.Request) -> None:
        shown.append(f"{request!r} {request.url} {request.url!r} {request.headers!r}")
        sent.append(request.url.query)

    shared = httpx.Client(transport=httpx.MockTransport(empty), event_hooks={"request": [look]})
    WooClient(url, key=KEY, secret=SECRET, auth=way, http_client=shared).products.list(search="50% ~ü'(*)+")
    assert b"search=50%25%20~%C3%BC%27%28%2A%29%2B" in sent[0]
    assert SECRET not in shown[0]
    assert KEY not in shown[0]
    assert "oauth_signature=" not in shown[0].replace("oauth_signature=***", "")


@pytest.mark.parametrize("way", ["basic", "query"])
def test_no_secret_in_the_variables_of_a_traceback(listing: Callable[..., Any], way: str) -> None:
    """Error trackers show the variables of every frame."""

    def fail(request: httpx.Request) -> httpx.Response:
        return httpx.Response(500, text="<html></html>")

    with pytest.raises(RequestError) as caught:
        listing(fail, auth=way, method="create", arguments={"name": "Mug"})
    trace, shown = caught.value.__traceback__, ""
    while trace is not None:
        frame, trace = trace.tb_frame, trace.tb_next
        if "_runtime" in frame.f_code.co_filename:
            shown += repr(frame.f_locals)
    assert "Request(" in shown
    assert SECRET not in shown
    assert KEY not in shown


def test_reprs_show_the_store_and_no_secret() -> None:
    for kind in (WooClient, AsyncWooClient):
        woo: Any = kind(URL, key=KEY, secret=SECRET, headers={"x-api": "hush"})
        assert repr(woo) == f"<{kind.__name__} {URL} <Credentials …{'a' * 7} by basic>>"
        assert not any(hidden in f"{woo!r}{woo.options!r}" for hidden in (SECRET, KEY, "hush"))


# Loading


def test_a_client_loads_no_http_library() -> None:
    code = (
        "import sys, wooclient\n"
        f"woo = wooclient.WooClient({URL!r}, key={KEY!r}, secret={SECRET!r}); woo.products; repr(woo)\n"
        "import wooclient.fixtures\n"
        "[one] = [o for o in wooclient.operations('v3') if o.id == 'products.list']\n"
        "assert one.decode(wooclient.fixtures.load('v3', 'products.list'))\n"
        "print([m for m in ('httpx', 'httpcore', 'ssl', 'asyncio') if m in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"

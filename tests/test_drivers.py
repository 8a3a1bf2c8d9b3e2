"""The one module that knows the HTTP library: its errors, headers, logs and pools, each by itself."""

from __future__ import annotations

import asyncio
import gc
import logging
import ssl
import weakref
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from fake_store import COLOURS, Session, ok
from wooclient import ConfigurationError
from wooclient._runtime import drivers
from wooclient._runtime.attempts import Failure

SECRET = "cs_" + "b" * 40


def failure(error: Exception) -> Failure:
    return drivers._failure(error)


@pytest.mark.parametrize(
    ("error", "sent"),
    [
        (httpx.ConnectError("x"), False),
        (httpx.ConnectTimeout("x"), False),
        (httpx.PoolTimeout("x"), False),
        (httpx.ProxyError("x"), False),
        (httpx.UnsupportedProtocol("x"), False),
        (httpx.ReadTimeout("x"), True),
        (httpx.WriteTimeout("x"), True),
        (httpx.ReadError("x"), True),
        (httpx.CloseError("x"), True),
        (httpx.LocalProtocolError("x"), True),
        (httpx.InvalidURL("x"), True),
    ],
)
def test_whether_a_request_may_have_left(error: Exception, sent: bool) -> None:
    assert failure(error).sent is sent


def test_what_another_try_cannot_mend() -> None:
    assert failure(httpx.UnsupportedProtocol("x")).permanent
    assert not failure(httpx.ConnectError("x")).permanent
    for link in ("__cause__", "__context__"):
        inner, outer = RuntimeError("x"), httpx.ConnectError("x")
        setattr(inner, link, ssl.SSLCertVerificationError("self-signed"))
        setattr(outer, link, inner)
        assert failure(outer).permanent, link
    broken = httpx.ConnectError("x")
    broken.__cause__ = ssl.SSLError("handshake")
    assert not failure(broken).permanent


def test_what_a_failure_tells() -> None:
    assert (failure(httpx.ReadTimeout("late")).kind, failure(httpx.PoolTimeout("late")).kind) == ("timeout", "timeout")
    assert failure(httpx.ReadError("gone")).kind == "connection"
    assert failure(httpx.ReadError("gone")).detail == "ReadError: gone"
    assert failure(httpx.ReadError("")).detail == "ReadError"
    assert failure(httpx.ReadError(f"GET /?consumer_secret={SECRET}")).detail == "ReadError: GET /?consumer_secret=***"
    # The library quotes the header that it refuses, which may be the one with the key.
    assert failure(httpx.LocalProtocolError("Illegal header value b'Basic x'")).detail == "LocalProtocolError"


def test_headers_of_an_answer_are_lower_case_and_repeated_ones_are_joined() -> None:
    answer = httpx.Response(201, headers=[("X-Wp-Total", "3"), ("Link", "<a>"), ("LINK", "<b>"), ("link", "<c>")])
    found = drivers._response(answer, b"{}")
    assert (found.status, found.body, found.attempts) == (201, b"{}", 1)
    assert found.headers == {"x-wp-total": "3", "link": "<a>, <b>, <c>"}


@pytest.mark.parametrize(
    "name", ["httpx", "httpcore.connection", "httpcore.http11", "httpcore.http2", "httpcore.proxy"]
)
def test_each_log_of_the_http_library_is_redacted(name: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, name):
        logging.getLogger(name).debug("to %s with %d", f"/?consumer_secret={SECRET}", 301)
        logging.getLogger(name).debug("to %s with %d", "/?page=2", 200)
    assert caplog.messages == ["to /?consumer_secret=*** with 301", "to /?page=2 with 200"]
    assert caplog.records[0].args == ()
    assert caplog.records[1].args == ("/?page=2", 200)


def test_idle_connections_are_closed_before_servers_close_them() -> None:
    """Apache waits 5 seconds; 100 connections at a time, as many as an async client sends requests."""
    for client in (drivers.SyncDriver().http, drivers.AsyncDriver().http):
        pool: Any = vars(vars(client)["_transport"])["_pool"]
        held = vars(pool)
        assert (held["_max_connections"], held["_max_keepalive_connections"]) == (100, 20)
        assert held["_keepalive_expiry"] == 4.0
        assert held["_ssl_context"].verify_mode is ssl.CERT_REQUIRED
        assert held["_ssl_context"].check_hostname


def test_clients_that_share_connections_share_what_they_may_send_at_once() -> None:
    async def look() -> None:
        most = running = 0

        async def answer(_: httpx.Request) -> httpx.Response:
            nonlocal most, running
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            running -= 1
            return httpx.Response(200)

        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
            two = (drivers.AsyncDriver(http_client=http), drivers.AsyncDriver(http_client=http))
            await asyncio.gather(*(driver._send(a_step()) for driver in two * 75))
        assert most == 100

    asyncio.run(look())


def a_step(**changed: Any) -> drivers.Send:
    url = "https://shop.example/x"
    return drivers.Send("GET", url, "", {}, None, url, 9.0, 9.0)._replace(**changed)


def test_the_text_of_an_address_shows_no_key_that_is_sent() -> None:
    with httpx.Client() as http:
        request = drivers._request(http, a_step(query=f"page=2&consumer_secret={SECRET}"))
    assert request.url.raw_path == f"/x?page=2&consumer_secret={SECRET}".encode()
    assert str(request.url) == "https://shop.example/x?page=2&consumer_secret=***"
    assert repr(request.url) == "URL('https://shop.example/x?page=2&consumer_secret=***')"
    assert repr(request) == "<Request('GET', 'https://shop.example/x?page=2&consumer_secret=***')>"


@pytest.mark.parametrize(("takes", "late"), [(9.0, False), (9.5, True)])
def test_an_answer_may_take_as_long_as_it_is_given(takes: float, late: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = 0.0

    def answer(_: httpx.Request) -> httpx.Response:
        nonlocal clock
        clock += takes
        return httpx.Response(200, content=b"[]")

    monkeypatch.setattr(drivers, "time", SimpleNamespace(monotonic=lambda: clock))
    found = drivers.SyncDriver(transport=httpx.MockTransport(answer))._send(a_step())
    slow = Failure("timeout", "the answer took longer than 9.0 s", sent=True)
    assert found == (slow if late else drivers.Response(200, {"content-length": "2"}, b"[]"))


def test_only_the_certificates_of_a_file_or_a_folder_are_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With neither, Python trusts what the system trusts."""
    given: list[dict[str, Any]] = []
    monkeypatch.setattr(ssl, "create_default_context", lambda **paths: given.append(paths))
    drivers._trusting(str(tmp_path))
    drivers._trusting(str(tmp_path / "ca.pem"))
    assert given == [
        {"cafile": None, "capath": str(tmp_path)},
        {"cafile": str(tmp_path / "ca.pem"), "capath": None},
    ]


@pytest.mark.parametrize(
    ("carrier", "waits", "told"),
    [
        ({"http_client": httpx.AsyncClient()}, True, "a httpx.AsyncClient; Shop needs a httpx.Client"),
        ({"http_client": httpx.Client()}, False, "a httpx.Client; Shop needs a httpx.AsyncClient"),
        ({"transport": httpx.AsyncHTTPTransport()}, True, "a httpx.AsyncHTTPTransport; Shop needs a httpx.BaseT"),
        ({"transport": httpx.HTTPTransport()}, False, "a httpx.HTTPTransport; Shop needs a httpx.AsyncBaseT"),
        ({"http_client": 0}, True, "a builtins.int; Shop needs a httpx.Client"),
        ({"transport": ""}, True, "a builtins.str; Shop needs a httpx.BaseTransport"),
    ],
)
def test_what_cannot_carry_requests_is_refused(carrier: dict[str, Any], waits: bool, told: str) -> None:
    with pytest.raises(ConfigurationError, match=f"{next(iter(carrier))} is {told}"):
        drivers.check_carrier("Shop", **{"http_client": None, "transport": None, **carrier}, waits=waits)


def test_what_can_carry_requests_is_taken() -> None:
    both = httpx.MockTransport(lambda _: httpx.Response(200))
    drivers.check_carrier("Shop", httpx.Client(), both, waits=True)
    drivers.check_carrier("Shop", httpx.AsyncClient(), both, waits=False)
    drivers.check_carrier("Shop", None, None, waits=True)


@pytest.mark.parametrize("colour", COLOURS)
def test_an_answer_that_was_read_waits_for_no_garbage_collector(colour: str) -> None:
    made = list[weakref.ref[httpx.Response]]()

    def answer(_: httpx.Request) -> httpx.Response:
        found = ok([])
        made.append(weakref.ref(found))
        return found

    session = Session(colour, answer)
    gc.disable()
    try:
        session.wait(session.woo.products.list())
        assert [ref() for ref in made] == [None]
    finally:
        gc.enable()
        session.close()


def test_a_driver_closes_only_connections_of_its_own() -> None:
    theirs, own = httpx.Client(), drivers.SyncDriver()
    drivers.SyncDriver(http_client=theirs).close()
    own.close()
    assert (theirs.is_closed, own.http.is_closed) == (False, True)
    theirs.close()
    shared, mine = httpx.AsyncClient(), drivers.AsyncDriver()

    async def close() -> None:
        await drivers.AsyncDriver(http_client=shared).aclose()
        await mine.aclose()

    asyncio.run(close())
    assert (shared.is_closed, mine.http.is_closed) == (False, True)


def test_who_waits_too_long_for_a_connection_is_told_of_no_limit_that_was_never_set() -> None:
    """The gate of shared connections is no `max_concurrency`."""

    async def ask() -> Failure:
        driver = drivers.AsyncDriver(transport=httpx.MockTransport(lambda _: httpx.Response(200)))
        driver._gate = asyncio.Semaphore(0)
        found = await driver._send(a_step(limit=0.01))
        await driver.aclose()
        assert isinstance(found, Failure)
        return found

    assert asyncio.run(ask()) == Failure("timeout", "the answer took longer than 0.0 s", sent=False)

"""What requests pass on their way: keys taken off, and a store that died. Without a store: each guard alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from contract.runs import KEY, SECRET
from wooclient.contract.safety import guarding
from wooclient.contract.safety.guarding import (
    AsyncKeyless,
    AsyncReadOnly,
    AsyncWatched,
    Keyless,
    Pulse,
    ReadOnly,
    Watched,
)
from wooclient.contract.store.target import Target

URL = "https://shop.example"
_BASIC = {"authorization": "Basic c2VjcmV0"}


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Pauses take no time; what they would have been is kept."""
    found: list[float] = []
    monkeypatch.setattr(guarding.time, "sleep", found.append)
    return found


class Below(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers by turns with a status, or raises; notes what came."""

    def __init__(self, *turns: int | Exception) -> None:
        self.turns, self.came, self.closed = list(turns), list[httpx.Request](), 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.came.append(request)
        turn = self.turns.pop(0)
        if isinstance(turn, Exception):
            raise turn
        return httpx.Response(turn)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self.handle_request(request)

    def close(self) -> None:
        self.closed += 1

    async def aclose(self) -> None:
        self.closed += 1


def _request(path: str = "/wp-json/wc/v3/products", query: str = "") -> httpx.Request:
    return httpx.Request("GET", f"{URL}{path}{query}", headers=_BASIC)


def _through(way: Any, request: httpx.Request) -> httpx.Response:
    """Through a transport of either colour."""
    if isinstance(way, httpx.AsyncBaseTransport):
        answer: httpx.Response = asyncio.run(way.handle_async_request(request))
        return answer
    return way.handle_request(request)  # type: ignore[no-any-return]


# keys


@pytest.mark.parametrize("kind", [Keyless, AsyncKeyless])
@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("", b""),
        ("?per_page=1&search=a%26b", b"per_page=1&search=a%26b"),
        (f"?consumer_key={KEY}&consumer_secret={SECRET}", b""),
        ("?consumer_key=a=b&consumer_secret=c==&search=d=e", b"search=d=e"),
        (f"?page=2&consumer_key={KEY}&a=consumer_secret", b"page=2&a=consumer_secret"),
        (
            "?oauth_consumer_key=k&oauth_nonce=n&oauth_signature=s&oauth_signature_method=m&oauth_timestamp=1&b=2",
            b"b=2",
        ),
    ],
)
def test_no_key_leaves_where_none_is_to_be(kind: Any, query: str, kept: bytes) -> None:
    below = Below(401)
    assert _through(kind(below), _request(query=query)).status_code == 401
    (came,) = below.came
    assert "authorization" not in came.headers
    assert came.url.query == kept
    assert ("?" in str(came.url)) is bool(kept)


@pytest.mark.parametrize("kind", [Keyless, AsyncKeyless])
def test_the_legacy_api_is_shown_the_key_since_it_calls_a_missing_one_not_found(kind: Any) -> None:
    below = Below(401)
    _through(kind(below), _request("/wc-api/v3/products", f"?consumer_key={KEY}"))
    (came,) = below.came
    assert came.headers["authorization"] == _BASIC["authorization"]
    assert came.url.query == f"consumer_key={KEY}".encode()


# reading only


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("read_only", [True, False])
def test_a_target_that_is_read_only_lets_nothing_else_leave_in_either_colour(method: str, read_only: bool) -> None:
    below = Below(200, 200)
    target = Target(URL, KEY, SECRET, read_only=read_only, transport=below)
    for way in (target.sync_transport(), target.async_transport()):
        request = httpx.Request(method, f"{URL}/wp-json/wc/v3/products/1")
        if read_only:
            with pytest.raises(guarding.WriteRefused):
                _through(way, request)
        else:
            _through(way, request)
    assert len(below.came) == (0 if read_only else 2)


def test_closing_reaches_what_is_below_where_nobody_else_uses_it() -> None:
    below = Below()
    ReadOnly(below).close()
    asyncio.run(AsyncReadOnly(below).aclose())
    asyncio.run(AsyncKeyless(below).aclose())
    pulse = Pulse(URL, below, lambda: None)
    asyncio.run(AsyncWatched(below, pulse).aclose())
    assert below.closed == 4
    Keyless(below).close()
    Watched(below, pulse).close()
    assert below.closed == 4


# a store that died


def _pulse(*turns: int | Exception) -> tuple[Pulse, Below, list[str]]:
    below, told = Below(*turns), list[str]()
    return Pulse(URL, below, lambda: told.append("died")), below, told


@pytest.mark.parametrize("status", [200, 301, 401, 403, 404, 499])
def test_a_store_that_answers_anything_of_its_own_lives(status: int, waits: list[float]) -> None:
    pulse, below, told = _pulse(status)
    pulse.look(_request())
    assert (pulse.is_dead, told, waits) == (False, [], [])
    assert [str(request.url) for request in below.came] == [f"{URL}/wp-json/?_fields=name"]
    assert set(below.came[0].extensions["timeout"].values()) == {10.0}


@pytest.mark.parametrize("first", [500, 502, 503, httpx.ConnectError("refused"), httpx.ReadTimeout("late")])
def test_a_store_that_stumbles_is_asked_three_times(first: int | Exception, waits: list[float]) -> None:
    pulse, below, told = _pulse(first, first, 200)
    pulse.look(_request())
    assert (pulse.is_dead, told, len(below.came)) == (False, [], 3)
    assert waits == [1.0, 1.0]


@pytest.mark.parametrize("each", [500, 503, httpx.ConnectError("refused")])
def test_a_store_that_never_answers_is_dead_and_that_is_told_once(each: int | Exception) -> None:
    pulse, below, told = _pulse(each, each, each)
    request = _request()
    for _ in range(2):
        with pytest.raises(httpx.ConnectError, match="the store stopped answering") as error:
            pulse.look(request)
        assert error.value.request is request
    assert (pulse.is_dead, told) == (True, ["died"])
    assert len(below.came) == 3, "a dead store is not asked again"


def test_nothing_is_sent_to_a_dead_store_and_a_living_one_is_let_be() -> None:
    pulse, below, _ = _pulse()
    pulse.must_beat(_request())
    pulse.is_dead = True
    for way in (Watched(below, pulse), AsyncWatched(below, pulse)):
        with pytest.raises(httpx.ConnectError, match="the store stopped answering"):
            _through(way, _request())
    assert below.came == []


_COLOURS: list[Callable[..., Any]] = [Watched, AsyncWatched]


@pytest.mark.parametrize("kind", _COLOURS)
@pytest.mark.parametrize(("status", "looks"), [(200, 0), (404, 0), (499, 0), (500, 1), (503, 1)])
def test_after_a_failure_the_store_is_looked_at_and_the_answer_stands(kind: Any, status: int, looks: int) -> None:
    below = Below(status, 200)
    way = kind(below, Pulse(URL, below, lambda: None))
    assert _through(way, _request()).status_code == status
    assert len(below.came) == 1 + looks


@pytest.mark.parametrize("kind", _COLOURS)
def test_a_lost_answer_of_a_living_store_is_that_error_still(kind: Any) -> None:
    lost = httpx.ReadError("reset")
    below = Below(lost, 200)
    with pytest.raises(httpx.ReadError) as error:
        _through(kind(below, Pulse(URL, below, lambda: None)), _request())
    assert error.value is lost


@pytest.mark.parametrize("kind", _COLOURS)
def test_a_lost_answer_of_a_dead_store_says_so(kind: Any) -> None:
    lost, gone = httpx.ReadError("reset"), httpx.ConnectError("refused")
    below, told = Below(lost, gone, gone, gone), list[str]()
    with pytest.raises(httpx.ConnectError, match="the store stopped answering"):
        _through(kind(below, Pulse(URL, below, lambda: told.append("died"))), _request())
    assert told == ["died"]

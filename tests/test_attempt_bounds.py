"""One call at its bounds: which redirects there are, what is left of its time, and chance."""

from __future__ import annotations

import logging

import pytest

from test_attempts import OK, STORE, answer, run
from wooclient._runtime.attempts import WORLD, attempts
from wooclient._runtime.auth import credentials
from wooclient._runtime.exchange import Request, Response
from wooclient._runtime.options import Event, Options


@pytest.mark.parametrize("status", [200, 201, 202, 300, 304, 305, 306, 400, 404])
def test_a_location_of_any_other_status_is_not_followed(status: int) -> None:
    """RFC 9110: a 201 names what was made (10.2.2), a 300 offers a choice (15.4.1), a 305 is deprecated (15.4.6)."""
    course = run([answer(status, location=f"{STORE}/x"), OK])
    assert isinstance(course.result, Response)
    assert (course.result.status, len(course.sends)) == (status, 1)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_that_names_no_place_stands(status: int) -> None:
    course = run([answer(status), OK])
    assert isinstance(course.result, Response)
    assert (course.result.status, len(course.sends)) == (status, 1)


def test_who_does_not_follow_is_given_the_redirect() -> None:
    moved = answer(301, location=f"{STORE}/x")
    keys = credentials(STORE, "ck_1", "cs_2", "auto")
    steps = attempts(Request("GET", f"{STORE}/wp-json"), keys, Options(), follow=False)
    next(steps)
    with pytest.raises(StopIteration) as done:
        steps.send(moved)
    assert done.value.value == moved


@pytest.mark.parametrize(("asked", "sleeps"), [("119.5", [119.5]), ("120", []), ("121", [])])
def test_a_wait_that_ends_with_the_time_is_no_use(asked: str, sleeps: list[float]) -> None:
    assert run([answer(429, retry_after=asked), OK]).sleeps == sleeps


def test_neither_hooks_nor_the_log_see_a_key_that_stands_in_an_address(caplog: pytest.LogCaptureFixture) -> None:
    heard: list[Event] = []
    with caplog.at_level(logging.DEBUG, "wooclient"):
        run([OK], url=f"{STORE}/wp-json/wc/v3/cs_{'0123456789' * 4}", hooks=(heard.append,))
    assert {event.url for event in heard} == {f"{STORE}/wp-json/wc/v3/cs_***"}
    assert [vars(record)["woo"] for record in caplog.records] == heard
    assert "0123456789" not in caplog.text


def test_a_redirect_gives_no_further_time() -> None:
    course = run([answer(301, location="/x"), OK], takes=50, total_timeout=35)
    assert [(send.timeout, send.limit) for send in course.sends] == [(30, 35), (0.001, 0.001)]


@pytest.mark.parametrize(
    ("drawn", "dice"), [(b"\0\0\0\0", 0.0), (b"\0\0\0\1", 2.0**-32), (b"\x80\0\0\0", 0.5), (b"\xff" * 4, 1 - 2.0**-32)]
)
def test_chance_is_from_0_up_to_1(drawn: bytes, dice: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.urandom", lambda count: drawn if count == 4 else b"")
    assert WORLD.dice() == dice


def test_a_nonce_is_128_bits_in_hexadecimal() -> None:
    nonce = WORLD.nonce()
    assert len(bytes.fromhex(nonce)) == 16
    assert nonce == nonce.lower() != WORLD.nonce()

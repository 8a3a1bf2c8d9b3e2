"""When a request is sent again, after how long, and where a redirect leads: decisions of the pure core, in tables."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wooclient import WooClient
from wooclient._runtime.attempts import Failure, Send, Sleep, World, attempts
from wooclient._runtime.auth import credentials
from wooclient._runtime.errors import ConnectionFailed, RedirectError, TimedOut, WooError
from wooclient._runtime.exchange import Request, Response, retry_after
from wooclient._runtime.options import Event, Options

STORE = "https://shop.example"
KEY, SECRET = "ck_0123456789", "cs_9876543210"
OK = Response(200, {}, b"[]")
LOST = Failure("connection", "reset", sent=True)
UNSENT = Failure("connection", "refused", sent=False)
LATE = Failure("timeout", "ReadTimeout", sent=True)
UNTRUSTED = Failure("connection", "certificate", sent=False, permanent=True)
Outcome = Response | Failure
# Statuses after which a later attempt can succeed: 408, 500, 502, 503 and 504 by RFC 9110 (15.5.9, 15.6), 425 by
# RFC 8470, 429 by RFC 6585; 520 to 524 are Cloudflare's words for a server behind it that gave no answer.
MAY_PASS = [408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524]
# What was refused for good, or cannot be mended by waiting: RFC 9110 has 501 and 505, RFC 4918 507, RFC 6585 511, and
# Cloudflare 525 and 526 (certificates) and 530.
STANDS = [
    *(200, 201, 202, 204, 304, 400, 401, 402, 403, 404, 405, 406, 409, 410, 411, 412, 413, 414, 415, 422, 423, 424),
    *(426, 428, 431, 451, 501, 505, 506, 507, 508, 511, 525, 526, 530),
]


def answer(status: int, **headers: str) -> Response:
    return Response(status, {name.replace("_", "-"): value for name, value in headers.items()}, b"")


@dataclass
class Course:
    """What one call did, with a clock that moves only when the call waits or an attempt takes its time."""

    sends: list[Send] = field(default_factory=list)
    sleeps: list[float] = field(default_factory=list)
    result: Response | WooError | None = None
    clock: float = 1000.0


def run(
    outcomes: Sequence[Outcome],
    *,
    method: str = "GET",
    content: bytes | None = None,
    url: str = f"{STORE}/wp-json/wc/v3/products",
    store: str = STORE,
    way: str = "auto",
    takes: float = 0.0,
    dice: float = 0.5,
    **options: Any,
) -> Course:
    course = Course()
    nonces = iter(range(100))
    world = World(lambda: course.clock, lambda: 1_700_000_000.0, lambda: dice, lambda: f"n{next(nonces)}")
    keys = credentials(store, KEY, SECRET, way)
    steps = attempts(Request(method, url, (), content), keys, Options(**options), world)
    left = list(outcomes)
    try:
        step = next(steps)
        while True:
            if isinstance(step, Sleep):
                course.sleeps.append(step.seconds)
                course.clock += step.seconds
                step = steps.send(None)
            else:
                course.sends.append(step)
                course.clock += takes
                step = steps.send(left.pop(0))
    except StopIteration as done:
        course.result = done.value
    except WooError as error:
        course.result = error
    return course


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
@pytest.mark.parametrize("first", [LOST, UNSENT, LATE, *map(answer, MAY_PASS)], ids=str)
def test_a_read_is_sent_again(method: str, first: Outcome) -> None:
    course = run([first, OK], method=method)
    assert isinstance(course.result, Response)
    assert (course.result.status, course.result.attempts) == (200, 2)
    # Half a second, of which half is left to chance, and chance is in the middle.
    assert course.sleeps == [0.375]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("first", [LOST, LATE, *(answer(s) for s in MAY_PASS if s != 429)], ids=str)
def test_a_write_that_may_have_arrived_is_sent_once(method: str, first: Outcome) -> None:
    course = run([first, OK], method=method)
    assert (len(course.sends), course.sleeps) == (1, [])
    if isinstance(first, Response):
        assert course.result == first
    else:
        assert type(course.result) is (TimedOut if first is LATE else ConnectionFailed)
        assert "may have carried the request out" in str(course.result)


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
def test_what_was_stopped_by_a_rate_limit_is_sent_again(method: str) -> None:
    course = run([answer(429, retry_after="4"), answer(429), OK], method=method, dice=1.0)
    assert isinstance(course.result, Response)
    assert (course.result.status, course.result.attempts, course.sleeps) == (200, 3, [4, 1])


@pytest.mark.parametrize(
    ("method", "content", "again"),
    [
        ("GET", None, True),
        ("DELETE", None, True),
        ("PUT", b'{"stock_quantity":3}', True),
        ("PUT", b'{"product":{"regular_price":"3","dimensions":{"width":"1"},"related_ids":[1,2]}}', True),
        ("PUT", b'{"line_items":[{"id":7,"quantity":2}]}', True),
        # These would stand there twice.
        ("PUT", b'{"line_items":[{"id":7,"quantity":2},{"product_id":5}]}', False),
        ("PUT", b'{"order":{"fee_lines":[{"id":0,"title":"x"}]}}', False),
        ("PUT", b'{"images":[{"src":"https://x.example/a.png"}]}', False),
        ("POST", b'{"name":"x"}', False),
        ("POST", b'{"update":[{"id":1}]}', False),
        ("PATCH", b'{"stock_quantity":3}', False),
    ],
)
def test_a_store_that_did_not_begin_is_asked_again_for_what_is_idempotent(
    method: str, content: bytes | None, again: bool
) -> None:
    course = run([answer(503, retry_after="2"), OK], method=method, content=content)
    assert (len(course.sends), course.sleeps) == ((2, [2]) if again else (1, []))


@pytest.mark.parametrize(("code", "sends"), [("invalid_term", 1), ("internal_server_error", 2), ("", 2)])
def test_a_refusal_with_the_status_of_a_failure_is_not_asked_again(code: str, sends: int) -> None:
    body = json.dumps({"code": code, "message": "No.", "data": None}).encode() if code else b"<html>"
    assert len(run([Response(500, {}, body), OK]).sends) == sends


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_write_that_never_left_is_sent_again(method: str) -> None:
    course = run([UNSENT, UNSENT, OK], method=method)
    assert isinstance(course.result, Response)
    assert course.result.attempts == 3


@given(
    st.lists(
        st.sampled_from(
            [LOST, LATE, UNSENT, answer(429), answer(503), answer(503, retry_after="1"), answer(500), answer(502), OK]
        ),
        min_size=9,
        max_size=9,
    ),
    st.sampled_from(["POST", "PUT", "PATCH", "DELETE"]),
    st.integers(0, 8),
)
def test_no_write_arrives_twice(outcomes: list[Outcome], method: str, max_retries: int) -> None:
    course = run(outcomes, method=method, max_retries=max_retries)
    seen = outcomes[: len(course.sends)]
    arrived = [o for o in seen if not (isinstance(o, Failure) and not o.sent) and not _was_kept_out(o, method)]
    assert len(arrived) <= 1


def _was_kept_out(outcome: Outcome, method: str) -> bool:
    """Whether the store did not begin, which only a change or deletion trusts a 503 to say."""
    if isinstance(outcome, Failure):
        return False
    return outcome.status == 429 or ("retry-after" in outcome.headers and method in ("PUT", "DELETE"))


@pytest.mark.parametrize("status", STANDS)
def test_other_answers_stand(status: int) -> None:
    course = run([answer(status)])
    assert isinstance(course.result, Response)
    assert (course.result.status, len(course.sends)) == (status, 1)


def test_an_untrusted_certificate_is_not_asked_again() -> None:
    course = run([UNTRUSTED, OK])
    assert isinstance(course.result, ConnectionFailed)
    assert len(course.sends) == 1


@pytest.mark.parametrize("max_retries", [0, 1, 5])
def test_the_number_of_attempts_is_bounded(max_retries: int) -> None:
    course = run([LOST] * 10, max_retries=max_retries)
    assert isinstance(course.result, ConnectionFailed)
    assert course.result.attempts == len(course.sends) == max_retries + 1
    last = run([answer(503)] * 10, max_retries=max_retries)
    assert isinstance(last.result, Response)
    assert (last.result.status, last.result.attempts) == (503, max_retries + 1)


@pytest.mark.parametrize(("dice", "waits"), [(0.0, [0.25, 0.5, 1, 2, 4, 4]), (1.0, [0.5, 1, 2, 4, 8, 8])])
def test_waits_double_up_to_a_bound_and_half_of_each_is_chance(dice: float, waits: list[float]) -> None:
    assert run([LOST] * 7, max_retries=6, dice=dice).sleeps == waits


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": " 1.5 "}, 1.5),
        ({"retry-after": "Wed, 15 Nov 2023 06:13:30 GMT", "date": "Wed, 15 Nov 2023 06:13:20 GMT"}, 10),
        ({"retry-after": "Tue, 14 Nov 2023 22:13:50 GMT"}, 30),
        ({"retry-after": "Tue, 14 Nov 2023 22:00:00 GMT"}, 0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-1"}, None),
        ({"retry-after": "Wed, 99 Nov 2023 06:13:30 GMT"}, None),
        ({}, None),
    ],
)
def test_retry_after(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, 1_700_000_000.0) == seconds


def test_retry_after_is_waited_for() -> None:
    assert run([answer(429, retry_after="20"), OK]).sleeps == [20]
    # A store that says "now" is not asked again without any pause.
    assert run([answer(429, retry_after="0"), OK], dice=1.0).sleeps == [0.5]


@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
@pytest.mark.parametrize("status", [429, 503])
def test_who_would_wait_longer_than_the_budget_does_not_wait_at_all(method: str, status: int) -> None:
    course = run([answer(status, retry_after="3600"), OK], method=method)
    assert isinstance(course.result, Response)
    assert (course.result.status, course.sleeps) == (status, [])


def test_the_budget_ends_the_attempts() -> None:
    course = run([LATE] * 100, max_retries=99, takes=10, total_timeout=35)
    assert isinstance(course.result, TimedOut)
    # Ten seconds an attempt, and waits of 0.5, 1 and 2 seconds, of each of which a quarter is left out.
    assert course.sleeps == [0.375, 0.75, 1.5]
    assert [send.limit for send in course.sends] == [35, 24.625, 13.875, 2.375]
    assert [send.timeout for send in course.sends] == [30, 24.625, 13.875, 2.375]


def test_what_a_client_waits_that_was_told_nothing() -> None:
    """30 seconds for an attempt, 120 for all, and two further attempts."""
    course = run([LATE] * 4, takes=30)
    assert [(send.timeout, send.limit) for send in course.sends] == [(30, 120), (30, 89.625), (30, 58.875)]
    assert WooClient(STORE, key=KEY, secret=SECRET).options == Options()


def test_no_single_wait_is_longer_than_what_is_left() -> None:
    assert run([OK], timeout=30, total_timeout=5).sends[0].timeout == 5
    assert run([OK], timeout=3, total_timeout=5).sends[0].timeout == 3


# Redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_read_follows_a_redirect_within_the_store(status: int) -> None:
    course = run([answer(status, location="/wp-json/wc/v3/products/?page=2"), OK])
    assert isinstance(course.result, Response)
    assert course.result.attempts == 1
    assert [s.shown for s in course.sends] == [
        f"{STORE}/wp-json/wc/v3/products",
        f"{STORE}/wp-json/wc/v3/products/?page=2",
    ]
    assert "authorization" in course.sends[1].headers


@pytest.mark.parametrize(
    "location",
    [
        "https://www.shop.example/wp-json/wc/v3/products",
        "http://shop.example/wp-json/wc/v3/products",
        "https://shop.example:8443/wp-json/wc/v3/products",
        "https://shop.example.evil.example/",
        "https://shop.example@evil.example/",
        "https://evil.example@shop.example/x",
        "//evil.example/x",
        "https://[::1/",
        "https://shop.example:port/",
        "ftp://shop.example/",
        "javascript:alert(1)",
        "",
    ],
)
def test_no_key_goes_to_another_scheme_host_or_port(location: str) -> None:
    course = run([answer(301, location=location), OK])
    assert isinstance(course.result, RedirectError)
    assert (course.result.status, len(course.sends)) == (301, 1)


def test_a_backslash_is_part_of_a_path_of_the_same_store() -> None:
    course = run([answer(301, location="\\\\evil.example"), OK])
    assert [send.url for send in course.sends][1:] == [f"{STORE}/wp-json/wc/v3/\\\\evil.example"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_redirected_write_is_an_error_that_names_the_address(method: str) -> None:
    course = run([answer(301, location="https://www.shop.example/wp-json/wc/v3/products?a=1")], method=method)
    assert isinstance(course.result, RedirectError)
    assert course.result.location == "https://www.shop.example/wp-json/wc/v3/products"
    assert course.result.location in str(course.result)
    assert "https://www.shop.example" in course.result.hint


def test_circles_end() -> None:
    there, back = (answer(302, location=f"{STORE}/wp-json/wc/v3/{name}") for name in ("a", "products"))
    course = run([there, back, there, back])
    assert isinstance(course.result, RedirectError)
    assert len(course.sends) == 2
    endless = run([answer(302, location=f"/{i}") for i in range(100)])
    assert isinstance(endless.result, RedirectError)
    assert len(endless.sends) == 6, "five redirects are followed"


@pytest.mark.parametrize("way", ["query", "oauth"])
def test_credentials_that_come_back_in_a_redirect_are_not_doubled(way: str) -> None:
    first = run([OK], way=way).sends[0]
    course = run([answer(301, location=f"/wp-json/wc/v3/products/?{first.query}&page=2"), OK], way=way)
    query = course.sends[1].query
    assert query.count("consumer_key=") == 1
    assert "page=2" in query
    assert query.count("consumer_secret=") == (way == "query")
    assert not any(name in course.sends[1].shown for name in ("consumer", "oauth"))


def test_every_attempt_is_signed_anew() -> None:
    course = run([LOST, LOST, OK], store="http://shop.example", url="http://shop.example/wp-json/wc/v3/products")
    assert len({send.query for send in course.sends}) == 3


# Hooks


def test_hooks_hear_everything_and_no_secret() -> None:
    heard: list[Event] = []
    course = run(
        [LOST, answer(503), answer(301, location="/x"), OK], hooks=(heard.append,), way="query", takes=2.0, dice=1.0
    )
    assert [(e.kind, e.attempt) for e in heard] == [
        ("send", 1),
        ("failure", 1),
        ("retry", 1),
        ("send", 2),
        ("answer", 2),
        ("retry", 2),
        ("send", 3),
        ("answer", 3),
        ("redirect", 3),
        ("send", 3),
        ("answer", 3),
    ]
    assert [e.seconds for e in heard if e.kind == "retry"] == course.sleeps
    assert {e.seconds for e in heard if e.kind == "answer"} == {2.0}
    assert SECRET not in repr(heard)
    assert KEY not in repr(heard)
    assert SECRET not in repr(course.sends)


def test_the_log_says_what_happened_and_why_it_waits(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "wooclient"):
        run([LOST, answer(503), OK], takes=2.0, dice=1.0)
    about = "GET https://shop.example/wp-json/wc/v3/products"
    assert [(one.levelname, one.getMessage()) for one in caplog.records] == [
        ("DEBUG", f"send: {about} (attempt 1)"),
        ("DEBUG", f"failure: reset: {about} (attempt 1)"),
        ("INFO", f"waiting 0.50 s after reset: {about} (attempt 1)"),
        ("DEBUG", f"send: {about} (attempt 2)"),
        ("DEBUG", f"503 after 2.000 s: {about} (attempt 2)"),
        ("INFO", f"waiting 1.00 s after status 503: {about} (attempt 2)"),
        ("DEBUG", f"send: {about} (attempt 3)"),
        ("DEBUG", f"200 after 2.000 s: {about} (attempt 3)"),
    ]


def test_a_driver_that_sends_something_else_is_told() -> None:
    keys = credentials(STORE, KEY, SECRET, "auto")
    world = World(lambda: 0.0, lambda: 0.0, lambda: 0.5, lambda: "n")
    steps = attempts(Request("GET", f"{STORE}/wp-json/wc/v3/products", (), None), keys, Options(), world)
    next(steps)
    with pytest.raises(TypeError, match="a driver sent 'answer' for a request"):
        steps.send("answer")  # type: ignore[arg-type]


def test_what_a_hook_raises_ends_the_call() -> None:
    def refuse(event: Event) -> None:
        raise PermissionError(event.url)

    with pytest.raises(PermissionError):
        run([OK], hooks=(refuse,))

"""Legacy v1 and v2, which stores sign in two ways: the second is tried once, and the one that was right is kept."""

from __future__ import annotations

from typing import Any

import pytest

from test_attempts import OK, Course, answer
from wooclient._runtime.attempts import Send, World, attempts
from wooclient._runtime.auth import Credentials, credentials
from wooclient._runtime.exchange import Request, Response
from wooclient._runtime.oauth import signed_query
from wooclient._runtime.options import Event, Options
from wooclient._runtime.query import encode

STORE = "http://shop.example"
KEY, SECRET = "ck_0123456789", "cs_9876543210"
#: Refusals of a signature, and of something else.
SIGNATURE, OTHERS = (
    [Response(401, {}, f'{{"errors":[{{"code":"x","message":"{told} {number}"}}]}}'.encode()) for number in (1, 2)]
    for told in ("Invalid Signature", "Consumer Key is invalid")
)


def carry_out(
    keys: Credentials, *outcomes: Response, url: str = f"{STORE}/wc-api/v1/products", **options: Any
) -> Course:
    """One call, answered with these in turn."""
    course, left = Course(), list(outcomes)
    world = World(lambda: 0.0, lambda: 7.0, lambda: 0.5, lambda: "n")
    steps = attempts(Request("GET", url, ()), keys, Options(**options), world)
    try:
        step = next(steps)
        while True:
            assert isinstance(step, Send), "a signature is turned without any wait"
            course.sends.append(step)
            step = steps.send(left.pop(0))
    except StopIteration as done:
        course.result = done.value
    assert not left
    return course


def signed(*, names_version: bool) -> str:
    """The query of the call above, signed in one of the two ways."""
    url = f"{STORE}/wc-api/v1/products"
    return encode(
        signed_query("GET", url, [], key=KEY, secret=SECRET, nonce="n", timestamp=7, names_version=names_version)
    )


FIRST, SECOND = signed(names_version=False), signed(names_version=True)


@pytest.fixture
def keys() -> Credentials:
    return credentials(STORE, KEY, SECRET, "oauth")


@pytest.mark.parametrize("refused", [SIGNATURE[0], OTHERS[0]])
def test_a_refused_signature_is_tried_in_the_other_way_which_is_kept(keys: Credentials, refused: Response) -> None:
    heard: list[Event] = []
    course = carry_out(keys, refused, OK, hooks=(heard.append,), max_retries=0)
    assert [send.query for send in course.sends] == [FIRST, SECOND]
    assert course.result == OK._replace(attempts=2)
    assert [(e.kind, e.attempt, e.seconds, e.detail) for e in heard if e.kind == "retry"] == [
        ("retry", 1, 0.0, "a refused signature")
    ]
    assert [send.query for send in carry_out(keys, OK).sends] == [SECOND]
    assert [send.query for send in carry_out(keys, SIGNATURE[0], OK).sends] == [SECOND, FIRST], "and back"


@pytest.mark.parametrize(
    ("first", "second", "given", "kept"),
    [
        (SIGNATURE[0], SIGNATURE[1], SIGNATURE[0], False),
        (OTHERS[0], SIGNATURE[0], OTHERS[0], False),
        (OTHERS[0], OTHERS[1], OTHERS[0], False),
        # The second signature was taken: what is refused now is something else.
        (SIGNATURE[0], OTHERS[0], OTHERS[0], True),
        (SIGNATURE[0], answer(404), answer(404), True),
        (OTHERS[0], answer(403), answer(403), True),
        (OTHERS[0], answer(402), answer(402), True),
    ],
)
def test_of_two_refusals_the_one_that_is_not_about_the_signature_is_given(
    keys: Credentials, first: Response, second: Response, given: Response, kept: bool
) -> None:
    course = carry_out(keys, first, second)
    assert isinstance(course.result, Response)
    assert course.result == given._replace(attempts=2)
    assert keys.names_version is kept


@pytest.mark.parametrize("status", [400, 402, 403, 404])
def test_other_refusals_are_not_tried_again(keys: Credentials, status: int) -> None:
    assert carry_out(keys, Response(status, {}, SIGNATURE[0].body)).result == Response(status, {}, SIGNATURE[0].body)
    assert keys.names_version is False


@pytest.mark.parametrize("path", ["/wc-api/v3/products", "/wp-json/wc/v1/products"])
def test_where_there_is_one_way_a_refusal_stands(keys: Credentials, path: str) -> None:
    assert carry_out(keys, SIGNATURE[0], url=f"{STORE}{path}").result == SIGNATURE[0]

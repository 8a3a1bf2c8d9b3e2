"""The official Python client against the store behind a socket, over plain http with OAuth and over https."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from woocommerce import API  # type: ignore[import-untyped]  # it has no types

from mock.judging import THINGS, Ask, Json, Said, exercise, exercise_oddities, exercise_settings
from mock.serving import KEY, SECRET, serving

READER = ("ck_reader", "cs_reader")
#: Keys, and how a client with them asks.
Make = Callable[..., Ask]


def asking(api: Any) -> Ask:
    """The client's methods in the form that the exercise wants."""

    def ask(method: str, path: str, data: Any, params: Json) -> Said:
        call = getattr(api, method.lower())
        answer = call(path, data, params=params) if method in ("POST", "PUT") else call(path, params=params)
        return Said(answer.status_code, answer.json(), {k.lower(): v for k, v in answer.headers.items()})

    return ask


@pytest.fixture(scope="module", params=["http", "https", "https-query"])
def make(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Make]:
    authority = tmp_path_factory.mktemp("tls") / "ca.pem"
    tls = [] if request.param == "http" else ["--tls", "--ca-file", str(authority)]
    readers = ["--read-only-key", READER[0], "--read-only-secret", READER[1]]
    with serving(*tls, *readers) as (url, _), pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_PROXY", "127.0.0.1")
        options: Json = {"timeout": 300, "query_string_auth": request.param == "https-query"}
        if tls:
            options["verify_ssl"] = str(authority)
        yield lambda key=KEY, secret=SECRET: asking(API(url, key, secret, **options))


@pytest.mark.parametrize("name", THINGS)
def test_everything_can_be_done(make: Make, name: str) -> None:
    exercise(make(), THINGS[name])


def test_settings(make: Make) -> None:
    exercise_settings(make())


def test_odd_letters_and_paths(make: Make) -> None:
    exercise_oddities(make())


def test_keys_that_are_refused(make: Make) -> None:
    unknown = make("ck_nobody", "cs_nobody")("GET", "coupons", None, {})
    wrong = make(KEY, "cs_wrong")("GET", "coupons", None, {})
    assert wrong.code == (401, "woocommerce_rest_authentication_error")
    assert unknown.status == 401
    reader = make(*READER)
    assert reader("GET", "coupons", None, {}).status == 200
    assert reader("POST", "coupons", {"code": "x"}, {}).status == 401
    assert reader("DELETE", "coupons/401", None, {"force": "true"}).status == 401

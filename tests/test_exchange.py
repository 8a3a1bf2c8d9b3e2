"""Requests and answers as plain data: at the bounds of each status, and each form of an error by itself."""

from __future__ import annotations

import json
from typing import Any

import pytest

from refused import refused, woo
from wooclient import AnswerError, ApiError, NotFound, NotJsonError, RedirectError
from wooclient._runtime.checking import check
from wooclient._runtime.exchange import (
    Request,
    Response,
    error_body,
    error_in,
    error_status,
    holds_error,
    is_error,
    parse_json,
    redirect_target,
    redirected,
    retry_after,
)

URL = "https://shop.example/wp-json/wc/v3/products"


@pytest.mark.parametrize(("status", "fine"), [(199, False), (200, True), (204, True), (299, True), (300, False)])
def test_which_status_is_a_success(status: int, fine: bool) -> None:
    assert Response(status, {}, b"").is_success is fine


@pytest.mark.parametrize(
    ("status", "kind"), [(300, RedirectError), (399, RedirectError), (400, NotJsonError), (199, NotJsonError)]
)
def test_a_redirect_ends_at_400(status: int, kind: type[AnswerError]) -> None:
    assert type(refused(status, b"")) is kind


@pytest.mark.parametrize("status", [401, 403, 408, 413, 429, 500])
def test_a_status_that_says_enough_needs_no_body(status: int) -> None:
    assert isinstance(refused(status, b"<html>"), ApiError)


@pytest.mark.parametrize("status", [400, 402, 404, 405, 406, 407, 409, 410, 418, 499])
def test_any_other_status_below_500_does(status: int) -> None:
    assert type(refused(status, b"<html>")) is NotJsonError
    assert type(refused(status, b"<html>", content_type="application/json")) is NotJsonError
    assert type(refused(status, b"[]", content_type="text/html")) is NotJsonError
    assert isinstance(refused(status, b"[]", content_type="application/json"), ApiError)


@pytest.mark.parametrize(
    ("method", "reads", "idempotent"),
    [
        ("GET", True, True),
        ("HEAD", True, True),
        ("OPTIONS", True, True),
        ("DELETE", False, True),
        ("PUT", False, True),
        ("POST", False, False),
        ("PATCH", False, False),
    ],
)
def test_which_methods_change_nothing_and_which_change_the_same_again(
    method: str, reads: bool, idempotent: bool
) -> None:
    request = Request(method, URL)
    assert (request.reads, request.is_idempotent) == (reads, idempotent)


@pytest.mark.parametrize(
    ("body", "idempotent"),
    [
        ({"name": "x"}, True),
        ({"images": [{"id": 1, "src": "x"}]}, True),
        ({"images": [{"src": "x"}]}, False),
        ({"images": [{"id": 1}, {"id": 0}]}, False),
        ({"a": {"b": [{"id": 1, "c": [{}]}]}}, False),
        ({"a": [[{"id": 1}], [{"id": None}]]}, False),
        ({"upsell_ids": [1, 2]}, True),
        ({"a": {"id": 0}}, True),
        ([{"id": 1}], True),
        ([{"x": 1}], False),
        (None, True),
    ],
)
def test_a_change_that_adds_rows_is_not_sent_again(body: Any, idempotent: bool) -> None:
    assert Request("PUT", URL, content=json.dumps(body).encode()).is_idempotent is idempotent


def test_what_a_request_and_an_answer_show() -> None:
    assert Request("GET", URL).shown == URL
    assert Request("GET", URL, (("a b", "c&d"), ("e", ""))).shown == f"{URL}?a%20b=c%26d&e="
    assert repr(Response(200, {"a": "b"}, b"private")) == "Response(status=200, headers={'a': 'b'}, attempts=1)"


@pytest.mark.parametrize(
    ("found", "status"),
    [
        ({"data": {"status": 400}}, 400),
        ({"data": {"status": 599}}, 599),
        ({"data": {"status": 399}}, 0),
        ({"data": {"status": "404"}}, 0),
        ({"data": 404}, 0),
        ({}, 0),
    ],
)
def test_the_status_that_an_error_names_itself(found: Any, status: int) -> None:
    assert error_status(found) == status


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({"code": "a", "message": "b", "data": 1}, ("a", "b", 1)),
        ({"code": 7}, ("7", "", None)),
        ({"code": None, "message": "b"}, None),
        ({"code": ["a"], "message": "b"}, None),
        ({"message": "b"}, None),
        ({"errors": [{"code": "a", "message": "b"}, {"code": "c"}]}, ("a", "b", None)),
        ({"errors": {"code": "a", "message": "b"}}, ("a", "b", None)),
        ({"errors": []}, None),
        ({"errors": [], "code": "a"}, ("a", "", None)),
        ({"errors": [7], "code": "a"}, None),
        ({"errors": {}, "code": "a"}, None),
        ([{"code": "a"}], None),
        ("a", None),
    ],
)
def test_code_message_and_data_of_an_error(value: Any, found: Any) -> None:
    assert error_in(value) == found
    assert error_body(b"\xef\xbb\xbf" + json.dumps(value).encode()) == found


def test_what_makes_an_error() -> None:
    assert holds_error({"code": "a", "message": ""})
    assert holds_error({"code": 7, "message": "b"})
    assert not holds_error({"code": "a"})
    assert not holds_error({"code": "a", "message": 7})
    assert not holds_error({"code": None, "message": "b"})
    assert [is_error(one) for one in ({"code": "a", "message": "b"}, {"errors": [{"code": "a"}]})] == [True, True]
    assert [is_error(one) for one in ({"errors": [{}]}, {"code": "a"}, [], "a")] == [False] * 4


def test_a_refusal_under_a_success_is_one_in_the_legacy_api_only() -> None:
    refusal = b'{"errors":[{"code":"woocommerce_api_missing_x","message":"No."}]}'
    check(Request("GET", URL), Response(200, {}, refusal))
    for body in (refusal, b"\xef\xbb\xbf\xef\xbb\xbf\n" + refusal):
        with pytest.raises(ApiError, match="woocommerce_api_missing_x"):
            check(Request("GET", "https://shop.example/wc-api/v3/x"), Response(200, {}, body))
    check(Request("GET", "https://shop.example/wc-api/v3/x"), Response(200, {}, b'{"a": 1, "errors": [{"code": "x"}]}'))


def test_an_integer_of_more_digits_than_python_takes_stays_text() -> None:
    assert parse_json(b'{"a": ' + b"9" * 4301 + b', "b": 7}') == {"a": "9" * 4301, "b": 7}
    assert parse_json(b"[" + b"9" * 4300 + b"]") == [int("9" * 4300)]


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("https://www.shop.example/x?a=1#b", "https://www.shop.example/x?a=1"),
        ("/y", "https://shop.example/y"),
        ("//www.shop.example/y", "https://www.shop.example/y"),
        ("", ""),
        ("http://[", ""),
    ],
)
def test_where_a_redirect_leads(location: str, target: str) -> None:
    assert redirect_target(Request("GET", URL), Response(301, {"location": location}, b"")) == target


@pytest.mark.parametrize(
    ("location", "hint"),
    [
        (f"{URL}/", "It redirects to itself"),
        ("https://shop.example/wp-login.php?x", "A plugin asks visitors to log in"),
        ("https://shop.example/my-account/", "A plugin asks visitors to log in"),
        ("https://www.shop.example/a/wp-json/wc/v3/products", "as in https://www.shop.example/a"),
        ("https://www.shop.example/wc-api/v3/products", "as in https://www.shop.example"),
        ("", ""),
    ],
)
def test_what_a_redirect_most_likely_means(location: str, hint: str) -> None:
    error = refused(301, b"", location=location)
    assert isinstance(error, RedirectError)
    assert error.hint.startswith(hint) or error.hint.endswith(hint)
    assert bool(error.hint) is bool(hint)
    assert ("there is nothing to follow" in error.message, "a write is never sent on" in error.message) == (True, False)
    assert "a write is never sent on" in refused(301, b"", "POST", location=location).message


def test_why_a_redirect_is_not_followed() -> None:
    moved = Response(301, {"location": "https://shop.example/x"}, b"")
    for method in ("GET", "PUT"):
        error = redirected(Request(method, URL), moved, "it redirects in a circle")
        assert error.message == "status 301: the store redirects to https://shop.example/x; it redirects in a circle"


@pytest.mark.parametrize("text", ["1.5.5", ".", "1e3", "٣", "+3"])
def test_what_is_no_number_of_seconds(text: str) -> None:
    assert retry_after({"retry-after": text}, 0.0) is None


def test_a_date_to_wait_for_is_of_no_use_without_a_clock() -> None:
    until = {"retry-after": "Tue, 01 Jan 2030 00:01:00 GMT"}
    assert retry_after(until) is None
    assert retry_after({**until, "date": "soon"}, 1_893_456_000.0) == 60
    assert retry_after({**until, "date": "Tue, 01 Jan 2030 00:02:00 GMT"}, 0.0) == 0


def test_what_an_error_of_json_that_is_no_error_says() -> None:
    error = refused(404, b'{"a": 1}', content_type="application/json; charset=UTF-8")
    assert isinstance(error, NotFound)
    assert error.message == "the answer is no WooCommerce error (application/json): '{\"a\": 1}'"
    assert refused(404, b" \n").message == "the answer is empty"
    assert refused(404, b"x").message == "the answer is no WooCommerce error (no content type): 'x'"
    assert (error.attempts, refused(404, woo("x")).attempts) == (3, 3)

"""How a call of a route that nobody described is put together, without sending it; and settings that are refused."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from wooclient import ConfigurationError, Event
from wooclient._runtime.exchange import Request, Response
from wooclient._runtime.options import USER_AGENT, Options
from wooclient._runtime.routes import call_of, holds_nothing, request_of, route_of

STORE = "https://shop.example"


def sent(path: str, query: dict[str, Any] | None = None, method: str = "GET", body: Any = None) -> Request:
    return request_of(STORE, call_of(STORE, method, path, query, None), body)


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "get"])
def test_methods_of_the_api(method: str) -> None:
    assert sent("/wc/v3/x", method=method).method == method.upper()


def test_moments_are_sent_in_utc_beside_dates_are_gmt_wherever_the_machine_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    aware = datetime(2027, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    given = {"dates_are_gmt": True, "after": datetime(2027, 7, 1, 12), "before": aware}
    with monkeypatch.context() as abroad:
        abroad.setenv("TZ", "America/New_York")
        time.tzset()
        query = sent("/wc/v3/x", given).query
    time.tzset()
    assert query == (("dates_are_gmt", "true"), ("after", "2027-07-01T12:00:00"), ("before", "2027-07-01T10:00:00"))


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "", "GET ", "PROPFIND"])
def test_no_other_method(method: str) -> None:
    with pytest.raises(ValueError, match="is no method of the API; it knows GET, POST, PUT, PATCH, DELETE, HEAD, OPT"):
        sent("/wc/v3/x", method=method)


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_what_reads_has_no_body(method: str) -> None:
    with pytest.raises(ValueError, match=f"^a {method} has no body"):
        sent("/wc/v3/x", method=method, body={})


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_what_writes_may_have_one(method: str) -> None:
    request = sent("/wc/v3/x", method=method, body={"a": [1, 2], "b": {}})
    assert request.content == b'{"a":[1,2],"b":{}}'
    assert request.headers == {"content-type": "application/json"}
    bare = sent("/wc/v3/x", method=method)
    assert (bare.content, bare.headers) == (None, {})
    assert sent("/wc/v3/x", method=method, body=[]).content == b"[]"


def test_a_body_holds_no_number_that_json_does_not_know() -> None:
    for odd in (float("nan"), float("inf")):
        with pytest.raises(ValueError, match="JSON"):
            sent("/wc/v3/x", method="POST", body={"a": odd})


@pytest.mark.parametrize(
    "name",
    [
        *("consumer_key", "consumer_secret", "oauth_consumer_key", "oauth_nonce", "oauth_signature"),
        *("oauth_signature_method", "oauth_timestamp"),
    ],
)
def test_keys_are_left_out_of_a_query(name: str) -> None:
    for path, query in ((f"/wc/v3/x?{name}=1", None), ("/wc/v3/x", {name: "1"})):
        with pytest.raises(ValueError, match=f"^{name} is in the query; leave keys out"):
            sent(path, query)


@pytest.mark.parametrize("name", ["_method", "_envelope", "_jsonp"])
def test_what_would_change_the_meaning_of_the_answer_is_refused(name: str) -> None:
    for path, query in ((f"/wc/v3/x?{name}=1", None), ("/wc/v3/x", {name: "1"})):
        with pytest.raises(ValueError, match=f"^{name} would change what the answer means"):
            sent(path, query)


@pytest.mark.parametrize("odd", [" ", "\t", "\n", "\r", "\0", "\x1f", "\x7f", "\\", "#"])
def test_a_path_holds_no_blank_and_nothing_that_ends_it(odd: str) -> None:
    for path in (f"/wc/v3/a{odd}b", f"/wc/v3/a?b={odd}"):
        with pytest.raises(ValueError, match="percent-encode it"):
            route_of(STORE, path)


def test_no_message_about_a_path_shows_a_key() -> None:
    secret = "cs_" + "b" * 40
    for path in (f"/wc/v3/a b?consumer_secret={secret}", f"/wc/v3/../{secret}"):
        with pytest.raises(ValueError, match=r"\*\*\*") as caught:
            route_of(STORE, path)
        assert secret not in str(caught.value)


@pytest.mark.parametrize(
    ("store", "path", "found"),
    [
        (STORE, "/wc/v3/%C3%A4~._-", "/wp-json/wc/v3/%C3%A4~._-"),
        (STORE, "/wc/v3/a%2Fb", "/wp-json/wc/v3/a%2Fb"),
        (STORE, "/wc/v3/a...b", "/wp-json/wc/v3/a...b"),
        (STORE, "/wp-jsonx/y", "/wp-json/wp-jsonx/y"),
        (STORE, "wp-json", "/wp-json"),
        (f"{STORE}/shop", "/shop/wp-json/x", "/wp-json/x"),
        (f"{STORE}/shop", "/shop/x", "/wp-json/shop/x"),
        (f"{STORE}/index.php", f"{STORE}/index.php/wp-json/x", "/wp-json/x"),
        (f"{STORE}/index.php", f"{STORE}/wp-json/x", "/wp-json/x"),
        (f"{STORE}/shop/index.php", f"{STORE}/shop/wc-api/v3/x", "/wc-api/v3/x"),
    ],
)
def test_where_a_path_leads(store: str, path: str, found: str) -> None:
    assert route_of(store, path).path == found


@pytest.mark.parametrize("path", ["/wc/v3//x", "/wc/./x", "/wc/../x", "/wc/%2E%2E/x", "/wc/a%5C..%5Cb", "/wc/a%2F%2Fb"])
def test_a_path_leads_nowhere_else(path: str) -> None:
    with pytest.raises(ValueError, match="which would address something else"):
        route_of(STORE, path)


@pytest.mark.parametrize("address", [f"{STORE}/", f"{STORE}/wp-admin", f"{STORE}/wp-jsonx/y", f"{STORE}/a/wp-json/x"])
def test_an_address_of_the_store_is_below_its_api(address: str) -> None:
    with pytest.raises(ValueError, match="is not below /wp-json/ or /wc-api/"):
        route_of(STORE, address)


def test_parameters_behind_the_path() -> None:
    assert route_of(STORE, "/x?a[]=1&a[]=2&b[]=3&c=&d=4%265").query == {
        "a[0]": "1", "a[1]": "2", "b[0]": "3", "c": "", "d": "4&5",
    }  # fmt: skip
    with pytest.raises(ValueError, match=r"^a stands twice"):
        route_of(STORE, "/x?a=1&a=2")
    with pytest.raises(ValueError, match=r"^a, b is in the path and in query="):
        sent("/wc/v3/x?b=1&a=2&c=3", {"a": 2, "b": 1})
    assert call_of(STORE, "GET", "/wc/v3/x?page=2&per_page=3&offset=4&id=5", None, None).given == {
        "page": 2, "per_page": 3, "offset": 4, "extra": {"id": "5"},
    }  # fmt: skip
    with pytest.raises(TypeError, match="page is"):
        sent("/wc/v3/x?page=two")


def test_moments_beside_dates_are_gmt_are_utc() -> None:
    moment = datetime(2027, 1, 2, 3, tzinfo=timezone(timedelta(hours=2)))
    naive = datetime(2027, 1, 2, 3)
    given = {"after": moment, "before": naive, "dates_are_gmt": True}
    assert sent("/wc/v3/x", given).query == (
        ("after", "2027-01-02T01:00:00"), ("before", "2027-01-02T03:00:00"), ("dates_are_gmt", "true"),
    )  # fmt: skip
    assert sent("/wc/v3/x", {"after": moment, "dates_are_gmt": False}).query[0][1] == "2027-01-02T03:00:00+02:00"
    assert sent("/wc/v3/x", {"after": moment.astimezone(UTC)}).query == (("after", "2027-01-02T01:00:00+00:00"),)


def test_the_filter_of_the_legacy_api() -> None:
    given = {"page": 2, "filter": {"limit": 5, "offset": 6, "q": "a"}, "fields": "id"}
    call = call_of(STORE, "GET", "/wc-api/v3/x/y%20z", given, None, many=True)
    assert call.given == {
        "page": 2, "filter": {"limit": 5, "offset": 6}, "extra": {"fields": "id", "filter[q]": "a"},
    }  # fmt: skip
    assert (call.operation.answer_envelope, call.operation.shape) == ("y z", "items")
    assert call_of(STORE, "GET", "/wc-api/v3/x", None, None).operation.answer_envelope == ""
    assert call_of(STORE, "GET", "/wc/v3/x", None, None, many=True).operation.answer_envelope == ""


@pytest.mark.parametrize(
    ("into", "many", "answer", "shape"),
    [
        (None, False, Any, "item"),
        (None, True, Any, "items"),
        (int, False, int, "item"),
        (list[int], False, int, "items"),
        (list[int], True, list[int], "items"),
        (dict[str, int], False, dict[str, int], "item"),
    ],
)
def test_the_type_of_an_answer(into: Any, many: bool, answer: Any, shape: str) -> None:
    operation = call_of(STORE, "GET", "/wc/v3/x", None, into, many=many).operation
    assert (operation.answer, operation.shape, operation.id) == (answer, shape, "GET /wc/v3/x")


@pytest.mark.parametrize(
    ("method", "status", "body", "nothing"),
    [
        ("GET", 204, b"", True),
        ("GET", 204, b" \n", True),
        ("HEAD", 200, b"", True),
        ("GET", 200, b"", False),
        ("GET", 205, b"", False),
        ("POST", 204, b"{}", False),
        ("HEAD", 200, b"x", False),
    ],
)
def test_when_an_empty_answer_is_right(method: str, status: int, body: bytes, nothing: bool) -> None:
    assert holds_nothing(Request(method, STORE), Response(status, {}, body)) is nothing


# Settings


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ({"timeout": 0}, "timeout is 0; pass seconds above 0"),
        ({"timeout": float("nan")}, "timeout is nan"),
        ({"total_timeout": -0.5}, "total_timeout is -0.5"),
        ({"max_retries": -1}, "max_retries is -1"),
        ({"user_agent": ""}, "user_agent is empty"),
        ({"user_agent": "a\r\nb"}, "the header 'user-agent' holds a character"),
        ({"user_agent": "ä"}, "the header 'user-agent' holds a character"),
        ({"headers": {"x-ä": "b"}}, "the header 'x-ä' holds a character"),
        ({"headers": {"x-a": "b\tc"}}, "the header 'x-a' holds a character"),
        ({"headers": {"x-a\0": "b"}}, r"the header 'x-a\\x00' holds a character"),
        ({"headers": {"x-a": "ü"}}, "the header 'x-a' holds a character"),
    ],
)
def test_settings_that_would_fail_later_are_refused(setting: dict[str, Any], told: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{told}"):
        Options(**setting)


def test_what_is_set_without_being_told() -> None:
    options = Options()
    assert (options.timeout, options.total_timeout, options.max_retries) == (30, 120, 2)
    assert (options.strict, options.salvage, options.hooks) == (False, False, ())
    assert options.all_headers() == {"accept": "application/json", "user-agent": USER_AGENT}
    least = Options(timeout=0.001, max_retries=0, headers={"X-A": "b", "Accept": "*/*", "User-Agent": "c"})
    assert least.all_headers() == {"accept": "*/*", "user-agent": "c", "x-a": "b"}
    assert json.dumps(Event("send", "GET", STORE, 1)) == '["send", "GET", "https://shop.example", 1, 0, 0.0, ""]'

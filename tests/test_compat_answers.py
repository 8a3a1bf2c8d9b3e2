"""The drop-in for the official package: answers, and errors for code that catches those of `requests`."""

from __future__ import annotations

import json
import logging
import pickle
import re
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
import requests

from fake_store import ok, raw
from faults.server import FaultyStore, free_port
from wooclient import (
    ConfigurationError,
    ConnectionFailed,
    NotFound,
    NotJsonError,
    RateLimited,
    RedirectError,
    RequestError,
    TimedOut,
)
from wooclient._runtime.attempts import WORLD
from wooclient.compat import API, Response
from wooclient.mock import MockStore
from wooclient.mock.server import tls_context

KEY, SECRET = "ck_" + "a" * 40, "cs_" + "b" * 40
URL = "https://shop.example"
REFUSED = {"code": "woocommerce_rest_product_invalid_id", "message": "Invalid ID.", "data": {"status": 404}}
there = requests.exceptions


def answered(*answers: httpx.Response, method: str = "get", **more: Any) -> Response:
    """What a call gets from a store that gives these answers in turn."""
    left = list(answers)
    options = {name: more.pop(name) for name in ("query_string_auth", "max_retries") if name in more}
    api = API(URL, KEY, SECRET, transport=httpx.MockTransport(lambda _: left.pop(0)), **options)
    found: Response = getattr(api, method)("products", **more)
    assert not left
    return found


@pytest.fixture
def no_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment in which `requests` is not installed."""
    monkeypatch.setitem(sys.modules, "requests", None)


# answers


def test_an_answer_has_what_answers_of_requests_have() -> None:
    body = '[{"id": 1, "name": "Tee ä"}]'
    headers = {
        "X-WP-Total": "7",
        "x-wp-totalpages": "4",
        "content-type": "application/json; charset=UTF-8",
        "link": f'<{URL}/p?page=1>; rel="prev", <{URL}/p?page=3>; rel="next"',
    }
    found = answered(httpx.Response(201, content=body.encode(), headers=headers), params={"page": 2})
    assert (found.status_code, found.ok, bool(found), found.reason) == (201, True, True, "Created")
    assert (found.content, found.text, found.encoding) == (body.encode(), body, "UTF-8")
    assert found.json() == [{"id": 1, "name": "Tee ä"}]
    assert found.json(parse_int=str)[0]["id"] == "1"
    assert found.url == found.request.url == f"{URL}/wp-json/wc/v3/products?page=2"
    assert (found.request.method, found.request.body, found.history) == ("GET", None, [])
    assert found.links["next"] == {"url": f"{URL}/p?page=3", "rel": "next"}
    assert found.links["prev"]["url"] == f"{URL}/p?page=1"
    assert found.elapsed.total_seconds() > 0
    assert b"".join(found.iter_content(5)) == found.content
    assert list(found.iter_lines(decode_unicode=True)) == [body]
    assert repr(found) == "<Response [201]>"
    found.raise_for_status()
    with found as same:
        assert same is found


def test_headers_are_found_in_any_case_and_listed_as_wordpress_writes_them() -> None:
    found = answered(ok([], x_wp_totalpages="4", x_wc_total="2", allow="GET")).headers
    assert (found["X-WP-TotalPages"], found["x-wp-totalpages"], found.get("X-Nothing", "0")) == ("4", "4", "0")
    assert "ALLOW" in found
    assert {"X-WP-TotalPages": "4", "X-WC-Total": "2", "Allow": "GET"}.items() <= dict(found).items()
    with pytest.raises(KeyError):
        found["x-nothing"]


def test_keys_that_a_store_repeats_are_not_shown() -> None:
    link = f"<{URL}/p?page=2&consumer_key={KEY}&consumer_secret={SECRET}>; rel=next"
    found = answered(ok([], link=link), query_string_auth=True)
    for text in (found.url, found.request.url, repr(found.headers), repr(found), repr(found.request)):
        assert KEY not in text
        assert SECRET not in text
    assert SECRET in found.links["next"]["url"]  # the store's word, as it came


def test_a_key_that_a_caller_searches_for_is_not_shown() -> None:
    found = answered(ok([]), params={"search": SECRET})
    assert found.url == found.request.url == f"{URL}/wp-json/wc/v3/products?search=cs_***"


def test_text_is_read_as_the_answer_says_and_a_byte_order_mark_is_passed_over() -> None:
    assert answered(raw(b"\xef\xbb\xbf{}", content_type="application/json; charset=UTF-8")).json() == {}
    assert answered(raw("ä".encode("latin-1"), content_type="text/html; charset=iso-8859-1")).text == "ä"
    assert answered(raw("ä".encode(), content_type="text/html")).text == "ä"
    assert answered(raw("ä".encode(), content_type="text/html; charset=klingon")).text == "ä"
    found = answered(raw("ä".encode("latin-1"), content_type=""))
    assert found.encoding == "utf-8"
    found.encoding = "latin-1"
    assert found.text == "ä"


def test_an_answer_that_is_no_json_says_what_it_is() -> None:
    found = answered(raw(b"<html>", 503, "text/html; charset=UTF-8"))
    for kind in (json.JSONDecodeError, ValueError, there.JSONDecodeError, there.RequestException):
        with pytest.raises(kind, match=r"the answer with status 503 is no JSON \(text/html\): Expecting value: line 1"):
            found.json()


@pytest.mark.usefixtures("no_requests")
def test_without_requests_an_answer_that_is_no_json_is_pythons_error() -> None:
    with pytest.raises(json.JSONDecodeError) as caught:
        answered(raw(b"", 200)).json()
    assert type(caught.value) is json.JSONDecodeError


# statuses


def test_an_error_status_is_an_answer_and_raises_when_asked_to() -> None:
    found = answered(ok(REFUSED, 404))
    assert (found.status_code, found.ok, bool(found)) == (404, False, False)
    assert found.json()["code"] == "woocommerce_rest_product_invalid_id"
    with pytest.raises(there.HTTPError, match=r"404 woocommerce_rest_product_invalid_id: Invalid ID\.") as caught:
        found.raise_for_status()
    error: Any = caught.value
    assert isinstance(error, NotFound)
    assert (error.response, error.request.method, error.code) == (found, "GET", "woocommerce_rest_product_invalid_id")
    assert isinstance(error, there.RequestException)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (raw(b"<html>no</html>", 404, "text/html"), NotJsonError),
        (raw(b"<html>no</html>", 502, "text/html"), RequestError),
        (ok({}, 429), RateLimited),
        (ok({"errors": [{"code": "woocommerce_api_invalid_product_id", "message": "No."}]}, 404), NotFound),
    ],
)
def test_every_error_status_raises(answer: httpx.Response, kind: type[Exception]) -> None:
    with pytest.raises(kind) as caught:
        answered(answer).raise_for_status()
    assert isinstance(caught.value, there.HTTPError)


def test_nothing_is_sent_again_unless_it_is_wished_for() -> None:
    assert answered(ok({}, 503, retry_after="0")).status_code == 503
    assert answered(ok({}, 429, retry_after="0"), method="post", data={}).status_code == 429
    assert answered(ok({}, 503, retry_after="0"), ok({}), max_retries=1).status_code == 200
    assert answered(ok({}, 503, retry_after="0"), method="post", data={}, max_retries=1).status_code == 503


# redirects


def test_a_read_follows_a_redirect_within_the_store_and_tells_where_it_went() -> None:
    moved = httpx.Response(301, headers={"location": f"{URL}/wp-json/wc/v3/goods"})
    found = answered(moved, ok([]))
    assert (found.url, found.history) == (f"{URL}/wp-json/wc/v3/goods", [f"{URL}/wp-json/wc/v3/products"])


def test_the_time_is_that_of_the_answer_that_a_redirect_led_to(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = 0.0

    def store(request: httpx.Request) -> httpx.Response:
        nonlocal clock
        there = request.url.path.endswith("/goods")
        clock += 5 if there else 1
        return ok([]) if there else httpx.Response(301, headers={"location": f"{URL}/wp-json/wc/v3/goods"})

    monkeypatch.setattr("wooclient.compat.api.WORLD", WORLD._replace(monotonic=lambda: clock))
    found = API(URL, KEY, SECRET, transport=httpx.MockTransport(store)).get("products")
    assert found.elapsed.total_seconds() == 5


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_change_is_not_sent_on_as_a_read(method: str) -> None:
    moved = httpx.Response(301, headers={"location": "https://www.shop.example/wp-json/wc/v3/products"})
    with pytest.raises(there.TooManyRedirects, match="a write is never sent on") as caught:
        answered(moved, method=method, **({} if method == "delete" else {"data": {}}))
    assert isinstance(caught.value, RedirectError)


@pytest.mark.parametrize("method", ["get", "delete"])
def test_a_redirect_is_an_answer_for_who_does_not_want_to_follow(method: str) -> None:
    moved = httpx.Response(302, headers={"location": f"{URL}/wp-json/wc/v3/goods"})
    found = answered(moved, method=method, allow_redirects=False)
    assert (found.status_code, found.is_redirect, found.headers["Location"][-5:]) == (302, True, "goods")
    assert found.ok
    found.raise_for_status()
    assert not answered(ok([]), allow_redirects=False).is_redirect


# no answer


def test_a_store_that_cannot_be_reached() -> None:
    api = API(f"http://127.0.0.1:{free_port()}", KEY, SECRET)
    with pytest.raises(there.ConnectionError) as caught:
        api.get("products")
    error: Any = caught.value
    assert isinstance(error, ConnectionFailed)
    assert not error.sent
    assert isinstance(error, OSError)
    assert (error.response, error.request) == (None, f"{api.url}/wp-json/wc/v3/products")


@pytest.mark.parametrize("fault", ["reset_during", "short_body", "garbage"])
def test_a_connection_that_breaks(fault: str) -> None:
    with FaultyStore(lambda got: "ok" if got is None else fault) as store:
        api = API(store.url, KEY, SECRET)
        with pytest.raises(there.ConnectionError) as caught:
            api.post("products", {"name": "x"})
        assert isinstance(caught.value, ConnectionFailed)
        assert caught.value.sent
        assert len(store.arrivals) == 1


def test_a_store_that_is_slow() -> None:
    with FaultyStore(lambda got: "ok" if got is None else "stall") as store:
        with pytest.raises(there.ReadTimeout) as caught:
            API(store.url, KEY, SECRET).get("products", timeout=0.2)
        assert isinstance(caught.value, TimedOut)
        assert isinstance(caught.value, there.Timeout)
        assert not isinstance(caught.value, there.ConnectionError)


def test_a_connection_that_is_not_made_in_time() -> None:
    def late(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("late", request=request)

    with pytest.raises(there.ConnectTimeout) as caught:
        API(URL, KEY, SECRET, transport=httpx.MockTransport(late)).get("products")
    assert isinstance(caught.value, TimedOut)
    assert isinstance(caught.value, there.ConnectionError)


@pytest.mark.usefixtures("no_requests")
def test_without_requests_the_errors_are_this_packages_own() -> None:
    api = API(f"http://127.0.0.1:{free_port()}", KEY, SECRET)
    with pytest.raises(ConnectionFailed) as caught:
        api.get("products")
    assert type(caught.value) is ConnectionFailed
    with pytest.raises(ConfigurationError):
        api.get("..")
    with pytest.raises(ValueError, match="no JSON"):
        api.post("products", "name=x")
    with pytest.raises(NotFound) as refused:
        answered(ok(REFUSED, 404)).raise_for_status()
    assert type(refused.value) is NotFound


def test_errors_and_answers_can_be_pickled() -> None:
    found = answered(ok(REFUSED, 404))
    assert pickle.loads(pickle.dumps(found)).json() == REFUSED
    with pytest.raises(there.HTTPError) as caught:
        found.raise_for_status()
    again = pickle.loads(pickle.dumps(caught.value))
    assert (type(again), str(again)) == (type(caught.value), str(caught.value))
    assert again.response.status_code == 404


def test_no_key_is_in_errors_or_logs(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    shown = []
    with FaultyStore(lambda got: "ok" if got is None else "reset_during") as store:
        for call in (lambda api: api.get("x", params={"a": 1}), lambda api: api.put("x", {"b": 1})):
            with pytest.raises(there.RequestException) as caught:
                call(API(store.url, KEY, SECRET))
            shown += [str(caught.value), repr(caught.value), repr(vars(caught.value))]
    with pytest.raises(there.HTTPError) as refused:
        answered(
            ok({"code": "x", "message": f"consumer_secret={SECRET}"}, 400), query_string_auth=True
        ).raise_for_status()
    shown += [str(refused.value), repr(refused.value), caplog.text]
    for text in shown:
        assert text
        assert KEY not in text
        assert SECRET not in text
        assert not re.search(r"oauth_signature=[^*]", text)


# certificates


def test_certificates_are_checked_as_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context, authority = tls_context("127.0.0.1")
    trusted = tmp_path / "ca.pem"
    trusted.write_bytes(authority)
    monkeypatch.delenv("REQUESTS_CA_BUNDLE", raising=False)
    monkeypatch.delenv("CURL_CA_BUNDLE", raising=False)
    with FaultyStore(lambda _: "ok", tls=context) as store:
        with pytest.raises(there.SSLError) as caught:
            API(store.url, KEY, SECRET).get("products/tags")
        assert isinstance(caught.value, ConnectionFailed)
        for options in ({"verify_ssl": False}, {"verify_ssl": str(trusted)}):
            with API(store.url, KEY, SECRET, **options) as api:
                assert api.get("products/tags").ok
                assert api.typed.products.tags.list(per_page=1)[0].name == "gift"
        assert API(store.url, KEY, SECRET).get("products/tags", verify=False).ok
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(trusted))
        assert API(store.url, KEY, SECRET).get("products/tags").ok
        assert all(got.headers["authorization"].startswith("Basic ") for got in store.arrivals)


def test_a_proxy_of_a_call_is_used_for_that_call() -> None:
    with FaultyStore(lambda _: "ok") as proxy, FaultyStore(lambda _: "ok") as store:
        api = API(store.url, KEY, SECRET)
        assert api.get("products/tags", proxies={"http": proxy.url, "https": None}).ok
        assert api.get("products/tags").ok
        assert (len(proxy.arrivals), len(store.arrivals)) == (1, 1)
        assert proxy.arrivals[0].target.startswith(f"{store.url}/wp-json/wc/v3/products/tags?")


def test_an_http_client_of_the_callers_carries_the_calls_and_stays_open() -> None:
    store = MockStore(key=KEY, secret=SECRET)
    with httpx.Client(transport=store.transport) as carrier:
        with API(store.url, KEY, SECRET, http_client=carrier) as api:
            assert api.get("products").ok
        assert not carrier.is_closed

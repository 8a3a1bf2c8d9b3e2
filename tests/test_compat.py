"""The drop-in for the official package: what goes out for a call, beside what the official package 3.0 sends."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, NamedTuple
from unittest.mock import patch

import httpx
import pytest
import requests
import woocommerce  # type: ignore[import-untyped]  # it has no types
from requests.adapters import HTTPAdapter

from wooclient import ConfigurationError
from wooclient.compat import API
from wooclient.mock import MockStore
from wooclient.mock.wire import Request as MockRequest

KEY, SECRET = "ck_" + "a" * 40, "cs_" + "b" * 40
BASIC = "Basic Y2tf" + "YWFh" * 13 + "YTpjc19i" + "YmJi" * 13
BASE = "https://shop.example/wp-json/wc/v3/"
KEYS = f"consumer_key={KEY}&consumer_secret={SECRET}"


class Row(NamedTuple):
    """A call; what the official package asks for over https, and what the drop-in does; and over http, on a store.

    `there_over_http` is the status that the official package gets.
    """

    call: tuple[Any, ...]
    there: str
    here: str
    there_over_http: int = 200
    body_there: bytes | None = None
    body_here: bytes = b""


def asked(method: str, endpoint: str, *data: Any, **more: Any) -> tuple[Any, ...]:
    return method, (endpoint, *data), more


#: Recorded from the official package 3.0.0; a test below holds it to that.
ROWS = {
    "plain": Row(asked("get", "products"), "products", "products"),
    "params": Row(
        asked("get", "products", params={"per_page": 20, "page": 2}),
        "products?per_page=20&page=2",
        "products?per_page=20&page=2",
    ),
    "a text": Row(
        asked("get", "products", params={"search": "blue & co"}),
        "products?search=blue+%26+co",
        "products?search=blue%20%26%20co",
    ),
    "a switch": Row(
        asked("get", "products", params={"featured": True}), "products?featured=True", "products?featured=true"
    ),
    "None": Row(asked("get", "products", params={"after": None}), "products", "products", 400),
    "a list": Row(
        asked("get", "products", params={"include": [101, 102]}),
        "products?include=101&include=102",
        "products?include=101%2C102",
        401,
    ),
    "a list in PHP's way": Row(
        asked("get", "products", params={"include[]": [101, 102]}),
        "products?include%5B%5D=101&include%5B%5D=102",
        "products?include%5B0%5D=101&include%5B1%5D=102",
        401,
    ),
    "a list with commas": Row(
        asked("get", "products", params={"sku": ("a,b", "c")}),
        "products?sku=a%2Cb&sku=c",
        "products?sku%5B0%5D=a%2Cb&sku%5B1%5D=c",
        401,
    ),
    "a mapping": Row(
        asked("get", "products", params={"filter": {"limit": 5, "in": [1, 2], "no": None}}),
        "products?filter=limit&filter=in&filter=no",
        "products?filter%5Blimit%5D=5&filter%5Bin%5D=1%2C2",
        401,
    ),
    "an empty list": Row(asked("get", "products", params={"exclude": []}), "products", "products"),
    "pairs": Row(
        asked("get", "products", params=[("include[]", 101), ("include[]", 102)]),
        "products?include%5B%5D=101&include%5B%5D=102",
        "products?include%5B0%5D=101&include%5B1%5D=102",
        401,
    ),
    "a query in the endpoint": Row(
        asked("get", "products?per_page=5&orderby=title"),
        "products?per_page=5&orderby=title",
        "products?per_page=5&orderby=title",
        400,
    ),
    "a query in both": Row(
        asked("get", "products?per_page=5&search=blue shirt", params={"page": 2}),
        "products?per_page=5&search=blue%20shirt&page=2",
        "products?per_page=5&search=blue%20shirt&page=2",
        401,
    ),
    "the same name in both": Row(
        asked("get", "products?per_page=5", params={"per_page": 3}),
        "products?per_page=5&per_page=3",
        "products?per_page=3",
        401,
    ),
    "slashes": Row(asked("get", "/products/"), "/products/", "products", 404),
    "create": Row(
        asked("post", "products", {"name": "Hemd ä", "price": 1.5}),
        "products",
        "products",
        201,
        '{"name": "Hemd ä", "price": 1.5}'.encode(),
        b'{"name":"Hemd \\u00e4","price":1.5}',
    ),
    "a body as text": Row(
        asked("post", "products", '{"name": "x"}'),
        "products",
        "products",
        201,  # a product without a name
        b'"{\\"name\\": \\"x\\"}"',
        b'{"name": "x"}',
    ),
    "update": Row(
        asked("put", "orders/201", data={"status": "completed"}),
        "orders/201",
        "orders/201",
        200,
        b'{"status": "completed"}',
        b'{"status":"completed"}',
    ),
    "delete": Row(
        asked("delete", "products/101", params={"force": True}),
        "products/101?force=True",
        "products/101?force=true",
    ),
    "options": Row(asked("options", "products"), "products", "products"),
}
rows = pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)


@contextmanager
def official(store: MockStore | None = None) -> Iterator[list[requests.PreparedRequest]]:
    """What the official package sends, answered by a store or by nothing much."""
    sent: list[requests.PreparedRequest] = []

    def send(self: object, request: requests.PreparedRequest, **_: Any) -> requests.Response:
        sent.append(request)
        answer = requests.Response()
        answer.status_code, answer.url = 200, str(request.url)
        if store is not None:
            scheme, _, rest = str(request.url).partition("://")
            path, _, query = rest[rest.index("/") :].partition("?")
            headers = {name.lower(): str(value) for name, value in request.headers.items()}
            body = request.body if isinstance(request.body, bytes) else b""
            answer.status_code = store.handle(
                MockRequest(str(request.method), path, query, headers, body, scheme)
            ).status
        return answer

    with patch.object(HTTPAdapter, "send", send):
        yield sent


class Shop:
    """A drop-in, and what it sent."""

    def __init__(self, url: str = "https://shop.example", **options: Any) -> None:
        self.sent: list[httpx.Request] = []
        self.api = API(url, KEY, SECRET, transport=httpx.MockTransport(self._answer), **options)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(request)
        return httpx.Response(200, json={})

    @property
    def targets(self) -> list[str]:
        return [one.url.raw_path.decode() for one in self.sent]


def call(api: Any, of: tuple[Any, ...]) -> Any:
    method, arguments, more = copy.deepcopy(of)
    return getattr(api, method)(*arguments, **more)


@rows
def test_the_table_tells_what_the_official_package_sends(row: Row) -> None:
    with official() as sent:
        call(woocommerce.API("https://shop.example", KEY, SECRET), row.call)
    (request,) = sent
    assert (request.method, request.url) == (row.call[0].upper(), BASE + row.there)
    assert request.headers["Authorization"] == BASIC
    assert request.body == row.body_there
    with official(MockStore(url="http://shop.example", key=KEY, secret=SECRET)) as sent:
        assert call(woocommerce.API("http://shop.example", KEY, SECRET), row.call).status_code == row.there_over_http


@rows
def test_over_https_the_drop_in_sends_the_same_or_what_was_meant(row: Row) -> None:
    shop = Shop()
    call(shop.api, row.call)
    (request,) = shop.sent
    assert (request.method, str(request.url)) == (row.call[0].upper(), BASE + row.here)
    assert (request.headers["authorization"], request.headers["accept"]) == (BASIC, "application/json")
    assert request.content == row.body_here
    assert request.headers.get("content-type") == ("application/json" if row.body_here else None)


@rows
def test_with_the_key_in_the_query_nothing_else_changes(row: Row) -> None:
    shop = Shop(query_string_auth=True)
    answer = call(shop.api, row.call)
    (request,) = shop.sent
    assert shop.targets == [f"/wp-json/wc/v3/{row.here}{'&' if '?' in row.here else '?'}{KEYS}"]
    assert "authorization" not in request.headers
    assert answer.url == BASE + row.here


@rows
def test_over_http_every_call_is_signed_as_the_store_checks_it(row: Row) -> None:
    store = MockStore(url="http://shop.example", key=KEY, secret=SECRET)
    answer = call(API("http://shop.example", KEY, SECRET, transport=store.transport), row.call)
    sku_is_no_list = "sku%5B0%5D" in row.here
    assert answer.status_code == (400 if sku_is_no_list else 201 if row.call[0] == "post" else 200), answer.text
    (seen,) = store.requests
    assert "oauth_signature=" in seen.query
    assert "consumer_secret" not in seen.query


def test_an_empty_endpoint_is_the_index_of_the_version() -> None:
    store = MockStore(key=KEY, secret=SECRET)
    answer = API(store.url, KEY, SECRET, transport=store.transport).get("")
    assert (answer.status_code, answer.json()["namespace"]) == (200, "wc/v3")


def test_the_legacy_api_and_other_namespaces_have_their_own_addresses() -> None:
    for options, path in (
        ({"wp_api": False, "version": "v3"}, "/shop/wc-api/v3/products"),
        ({"version": "wc/v2"}, "/shop/wp-json/wc/v2/products"),
        ({"version": "wc-analytics/"}, "/shop/wp-json/wc-analytics/products"),
    ):
        shop = Shop("https://shop.example/shop/", **options)
        shop.api.get("products")
        assert shop.targets == [path]


def test_where_permalinks_are_plain_the_route_is_a_parameter() -> None:
    shop = Shop("https://shop.example/index.php")
    shop.api.get("products", params={"page": 2})
    assert shop.targets == ["/index.php/wp-json/wc/v3/products?rest_route=%2Fwc%2Fv3%2Fproducts&page=2"]


def test_what_the_caller_passes_stays_as_it_is() -> None:
    params, data = {"include": [1, 2]}, {"name": "x", "meta_data": [{"key": "k", "value": 1}]}
    for url, options in (("https://shop.example", {"query_string_auth": True}), ("http://shop.example", {})):
        shop = Shop(url, **options)
        shop.api.get("products", params=params)
        shop.api.post("products", data, params=params)
    assert params == {"include": [1, 2]}
    assert data == {"name": "x", "meta_data": [{"key": "k", "value": 1}]}


def test_a_mapping_that_the_official_package_wrote_the_secret_into_does_not_show_it_over_http() -> None:
    params = {"page": 1}
    with official():
        woocommerce.API("https://shop.example", KEY, SECRET, query_string_auth=True).get("products", params=params)
    assert params["consumer_secret"] == SECRET  # as it is there
    shop = Shop("http://shop.example")
    shop.api.get(f"products?consumer_secret={SECRET}", params=params)
    assert SECRET not in shop.targets[0]
    assert "page=1" in shop.targets[0]


def test_values_of_other_kinds_go_out_as_the_store_reads_them() -> None:
    shop = Shop()
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    shop.api.get("x", params={"a": moment, "b": Decimal("1E+2"), "c": b"\xc3\xa4", "d": {7}, "e": (i for i in (1, 2))})
    shop.api.get("x", params="a=1&b[]=2&b[]=3&c=")
    shop.api.get("x?i[][j]=1&i[][j]=2", params={"k": ["", ""], "l": {"m": {"n": [8, 9]}}})
    assert [dict(one.url.params) for one in shop.sent] == [
        {"a": "2026-01-02T03:04:05+00:00", "b": "100", "c": "ä", "d": "7", "e": "1,2"},
        {"a": "1", "b[0]": "2", "b[1]": "3", "c": ""},
        {"i[0][j]": "1", "i[1][j]": "2", "k": "", "l[m][n]": "8,9"},
    ]


def test_bodies_may_hold_what_json_lacks_and_text_must_be_json() -> None:
    shop = Shop()
    shop.api.post("x", {"price": Decimal("1.50"), "on": datetime(2026, 1, 2, 3, 4, 5)})
    shop.api.put("x", b'[{"id": 1}]')
    shop.api.delete("x", json={"ids": [1]})
    assert [json.loads(one.content) for one in shop.sent] == [
        {"price": "1.50", "on": "2026-01-02T03:04:05"},
        [{"id": 1}],
        {"ids": [1]},
    ]
    for body in ("name=x", {"price": float("nan")}):
        with pytest.raises(requests.exceptions.InvalidJSONError, match="JSON") as caught:
            shop.api.post("x", body)
        assert isinstance(caught.value, ValueError)
    with pytest.raises(TypeError, match="cannot be sent"):
        shop.api.post("x", {"price": object()})
    assert len(shop.sent) == 3


def test_headers_agent_time_limit_and_timestamp_of_a_call() -> None:
    shop = Shop("http://shop.example", user_agent="ERP/7", timeout=(2, 9), oauth_timestamp=1_500_000_000)
    shop.api.get("x", headers={"X-Trace": "1", "Accept": None})
    shop.api.get("x", timeout=3, oauth_timestamp=1_600_000_000, headers={"user-agent": "other"})
    one, two = shop.sent
    assert (one.headers["x-trace"], one.headers["user-agent"], two.headers["user-agent"]) == ("1", "ERP/7", "other")
    assert [r.url.params["oauth_timestamp"] for r in shop.sent] == ["1500000000", "1600000000"]
    assert [r.extensions["timeout"]["read"] for r in shop.sent] == [9, 3]
    shop.api.get("x", timeout=None)
    assert shop.sent[-1].extensions["timeout"]["read"] == pytest.approx(86_400, abs=60)


def test_the_time_limit_is_that_of_the_official_package() -> None:
    shop = Shop()
    shop.api.get("x")
    assert (shop.api.timeout, shop.sent[0].extensions["timeout"]["read"]) == (5, 5)


def test_attributes_are_those_of_the_official_package_and_can_be_set() -> None:
    options = {"version": "wc/v2", "timeout": 9, "verify_ssl": False, "query_string_auth": True, "user_agent": "A/1"}
    shop, there = Shop(**options), woocommerce.API("https://shop.example", KEY, SECRET, **options)
    assert {name: getattr(shop.api, name) for name in vars(there)} == vars(there)
    assert not Shop("http://shop.example", is_ssl=True).api.is_ssl
    shop.api.version, shop.api.query_string_auth = "wc/v1", False
    shop.api.get("x")
    shop.api.is_ssl = False
    shop.api.get("y")
    shop.api.consumer_key = "ck_" + "c" * 40
    shop.api.get("z")
    assert shop.targets[0] == "/wp-json/wc/v1/x"
    assert shop.sent[0].headers["authorization"] == BASIC
    assert [one.url.params.get("oauth_consumer_key") for one in shop.sent] == [None, KEY, "ck_" + "c" * 40]


def test_an_option_that_nobody_knows_is_warned_of_and_one_of_a_call_is_refused() -> None:
    with pytest.warns(UserWarning, match="no option 'timout'.*did you mean timeout"):
        made = API("https://shop.example", KEY, SECRET, timout=9)  # type: ignore[call-arg]
    assert made.timeout == 5
    with pytest.raises(TypeError, match=r"delete\(\) has no argument 'force'; pass parameters as params="):
        Shop().api.delete("orders/1", force=True)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("url", "key", "endpoint", "said"),
    [
        ("shop.example", KEY, "x", "no store address"),
        ("https://shop.example", "", "x", "key and secret are needed"),
        ("https://shop.example", None, "x", "key and secret are needed"),
        ("https://shop.example", KEY, "../../wp-admin", "would address something else"),
        ("https://shop.example", KEY, "orders//notes", "empty segment"),
    ],
)
def test_what_cannot_be_is_refused_at_the_call_and_not_before(url: str, key: Any, endpoint: str, said: str) -> None:
    api = API(url, key, SECRET)
    with pytest.raises(requests.exceptions.InvalidURL, match=said) as caught:
        api.get(endpoint)
    assert isinstance(caught.value, ConfigurationError)

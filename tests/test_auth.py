"""Which way a key is shown, where it never goes, and how an app gets one."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from wooclient import (
    AsyncWooClient,
    AuthenticationError,
    ConfigurationError,
    WooClient,
    WooError,
    authorization_url,
    parse_callback,
    parse_return,
)
from wooclient._runtime.auth import credentials

KEY, SECRET = "ck_" + "a" * 40, "cs_" + "b" * 40


def sent_by(url: str, **options: Any) -> httpx.Request:
    """What goes to the transport for one list call."""
    seen: list[httpx.Request] = []

    def store(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=[])

    WooClient(url, key=KEY, secret=SECRET, transport=httpx.MockTransport(store), **options).products.list(per_page=5)
    return seen[0]


def query_of(request: httpx.Request) -> dict[str, list[str]]:
    return parse_qs(request.url.query.decode())


@pytest.mark.parametrize("url", ["https://shop.example", "https://shop.example:8443", "https://example.org/our/shop/"])
def test_https_shows_the_key_in_the_header(url: str) -> None:
    request = sent_by(url)
    scheme, _, token = request.headers["authorization"].partition(" ")
    assert (scheme, b64decode(token).decode()) == ("Basic", f"{KEY}:{SECRET}")
    assert query_of(request) == {"per_page": ["5"]}
    assert request.url.path == urlsplit(url.rstrip("/")).path + "/wp-json/wc/v3/products"


def test_or_in_the_query() -> None:
    request = sent_by("https://shop.example", auth="query")
    assert "authorization" not in request.headers
    assert query_of(request) == {"per_page": ["5"], "consumer_key": [KEY], "consumer_secret": [SECRET]}


@pytest.mark.parametrize(
    ("options", "algorithm"),
    [({}, "HMAC-SHA256"), ({"auth": "oauth"}, "HMAC-SHA256"), ({"auth": "oauth_sha1"}, "HMAC-SHA1")],
)
def test_plain_http_is_signed(options: dict[str, Any], algorithm: str) -> None:
    request = sent_by("http://shop.example", **options)
    query = query_of(request)
    assert "authorization" not in request.headers
    assert query["oauth_signature_method"] == [algorithm]
    assert len(query["oauth_nonce"][0]) == 32
    assert SECRET not in str(request.url)
    assert SECRET not in request.url.query.decode()


def test_nonces_differ() -> None:
    assert (
        query_of(sent_by("http://shop.example"))["oauth_nonce"]
        != query_of(sent_by("http://shop.example"))["oauth_nonce"]
    )


def test_a_store_behind_a_proxy_signs_its_own_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 1_700_000_000.0)
    monkeypatch.setattr("os.urandom", bytes)
    inside = sent_by("http://10.0.0.7:8080/shop", signing_url="http://shop.example/")
    outside = sent_by("http://shop.example")
    assert inside.url.host == "10.0.0.7"
    assert query_of(inside)["oauth_signature"] == query_of(outside)["oauth_signature"]
    assert query_of(inside)["oauth_signature"] != query_of(sent_by("http://10.0.0.7:8080/shop"))["oauth_signature"]


@pytest.mark.parametrize(
    ("url", "options", "told"),
    [
        ("http://shop.example", {"auth": "basic"}, "would show the secret"),
        ("http://shop.example", {"auth": "query"}, "would show the secret"),
        ("https://shop.example", {"auth": "digest"}, "use one of auto, basic, query"),
        ("https://shop.example", {"key": ""}, "needed"),
        ("https://shop.example", {"secret": ""}, "needed"),
        ("https://shop.example", {"key": SECRET, "secret": KEY}, "exchanged"),
        ("https://shop.example", {"secret": "cs_\nx"}, "copied whole"),
        ("https://shop.example", {"secret": "cs_…"}, "copied whole"),
        ("https://shop.example", {"key": "ck:x"}, "copied whole"),
        ("https://shop.example", {"signing_url": "https://other.example"}, "only of use with OAuth"),
        ("https://shop.example", {"timeout": 0}, "timeout"),
        ("https://shop.example", {"max_retries": -1}, "max_retries"),
        ("https://shop.example", {"user_agent": ""}, "user_agent"),
        ("https://shop.example", {"user_agent": "a\r\nb"}, "user-agent"),
        ("https://shop.example", {"headers": {"x-y": "a\nb"}}, "x-y"),
        (
            "https://shop.example",
            {"transport": httpx.MockTransport(lambda r: httpx.Response(200)), "http_client": httpx.Client()},
            "not both",
        ),
    ],
)
@pytest.mark.parametrize("kind", [WooClient, AsyncWooClient])
def test_what_would_leak_or_cannot_work_is_refused(kind: Any, url: str, options: dict[str, Any], told: str) -> None:
    with pytest.raises(ConfigurationError, match=told) as caught:
        kind(url, **{"key": KEY, "secret": SECRET, **options})
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    "url", ["shop.example", "ftp://shop.example", "https://", "https://u:p@shop.example", "https://shop.example/?x=1"]
)
def test_what_is_no_store_address_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="store address"):
        WooClient(url, key=KEY, secret=SECRET)


def test_blanks_around_a_copied_key_do_no_harm() -> None:
    seen: list[httpx.Request] = []

    def store(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=[])

    WooClient(
        "https://a.example", key=f" {KEY} ", secret=f"{SECRET} ", transport=httpx.MockTransport(store)
    ).products.list()
    assert b64decode(seen[0].headers["authorization"][6:]).decode() == f"{KEY}:{SECRET}"


# Credentials by themselves: whatever asks for them, they go to the store and nowhere else

OWN = ["https://shop.example", "https://shop.example/wp-json/wc/v3/x", "https://SHOP.example:443/x"]
STRANGE = [
    "http://shop.example/x",
    "https://shop.example:8443/x",
    "https://www.shop.example/x",
    "https://shop.example.evil.example/x",
    "https://evil.example/https://shop.example/x",
]


def query_by(way: str, url: str, store: str = "https://shop.example") -> list[tuple[str, str]]:
    """The query that a request to `url` is sent with."""
    keys = credentials(store, "ck_1", "cs_2", way)
    return keys.query("GET", url, [("page", "2")], nonce="n", timestamp=7, names_version=False)


@pytest.mark.parametrize("url", OWN)
def test_the_store_is_shown_the_key(url: str) -> None:
    basic = credentials("https://shop.example", "ck_1", "cs_2", "basic")
    assert basic.headers(url) == {"authorization": "Basic Y2tfMTpjc18y"}
    assert query_by("basic", url) == [("page", "2")]
    assert query_by("query", url) == [("page", "2"), ("consumer_key", "ck_1"), ("consumer_secret", "cs_2")]
    signed = dict(query_by("oauth", url))
    assert len(signed.pop("oauth_signature")) == 44
    assert signed == {
        "page": "2", "oauth_consumer_key": "ck_1", "oauth_nonce": "n", "oauth_timestamp": "7",
        "oauth_signature_method": "HMAC-SHA256",
    }  # fmt: skip


@pytest.mark.parametrize("url", STRANGE)
def test_a_stranger_is_shown_no_key(url: str) -> None:
    for way in ("basic", "query", "oauth", "oauth_sha1"):
        assert credentials("https://shop.example", "ck_1", "cs_2", way).headers(url) == {}
        assert query_by(way, url) == [("page", "2")]


@pytest.mark.parametrize(("key", "secret"), [("cs_1", "cs_2"), ("ck_1", "ck_2"), ("one", "two"), ("ck_cs_", "cs_ck_")])
def test_only_a_key_and_a_secret_that_both_say_so_are_exchanged(key: str, secret: str) -> None:
    assert credentials("https://shop.example", key, secret, "basic").key == key


@pytest.mark.parametrize(
    ("way", "url", "turns"),
    [
        ("oauth", "http://shop.example/wc-api/v1/x", True),
        ("oauth_sha1", "http://shop.example/wc-api/v2", True),
        ("oauth", "http://shop.example/wc-api/v3/x", False),
        ("oauth", "http://shop.example/wp-json/wc/v1/x", False),
        ("oauth", "http://evil.example/wc-api/v1/x", False),
        ("oauth", "https://shop.example/wc-api/v1/x", False),
    ],
)
def test_where_stores_sign_in_two_ways(way: str, url: str, turns: bool) -> None:
    assert credentials("http://shop.example", "ck_1", "cs_2", way).may_turn(url) is turns
    assert not credentials("https://shop.example", "ck_1", "cs_2", "basic").may_turn("https://shop.example/wc-api/v1/x")


# From the environment


def test_from_env(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"URL": "https://shop.example/", "KEY": KEY, "SECRET": SECRET, "AUTH": "query"}.items():
        monkeypatch.setenv(f"SECOND_{name}", value)
    woo = WooClient.from_env("SECOND_", timeout=5)
    assert (woo.url, woo.options.timeout) == ("https://shop.example", 5)
    assert "by query" in repr(woo)
    assert isinstance(AsyncWooClient.from_env("SECOND_"), AsyncWooClient)
    monkeypatch.delenv("SECOND_AUTH")
    assert "by query" not in repr(WooClient.from_env("SECOND_"))


def test_from_env_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("URL", "KEY", "SECRET", "AUTH"):
        monkeypatch.delenv(f"WOO_{name}", raising=False)
    monkeypatch.setenv("WOO_KEY", KEY)
    with pytest.raises(ConfigurationError, match="WOO_URL, WOO_SECRET"):
        WooClient.from_env()


# A 401 that explains itself


@pytest.mark.parametrize(
    ("url", "way", "code", "message", "told"),
    [
        ("https", "basic", "woocommerce_rest_cannot_view", "Sorry, you cannot list resources.", 'auth="query"'),
        ("https", "query", "woocommerce_rest_cannot_view", "Sorry, you cannot list resources.", "removes the query"),
        ("http", "oauth", "woocommerce_rest_cannot_view", "Sorry, you cannot list resources.", "no signature"),
        ("http", "oauth", "woocommerce_rest_authentication_error", "Invalid signature - …", "signing_url="),
        ("http", "oauth", "woocommerce_rest_authentication_error", "Invalid timestamp.", "Tue, 01 Jan 2030"),
        ("http", "oauth", "woocommerce_rest_authentication_error", "Invalid nonce - nonce …", "same request twice"),
        (
            "https",
            "basic",
            "woocommerce_rest_authentication_error",
            "Consumer secret is invalid.",
            "Copy key and secret",
        ),
        ("https", "basic", "", "<html>401 Authorization Required</html>", "web server asks for a password"),
    ],
)
def test_a_refused_key_is_explained(url: str, way: Any, code: str, message: str, told: str) -> None:
    body = json.dumps({"code": code, "message": message, "data": {"status": 401}}) if code else message
    reply = httpx.Response(401, headers={"date": "Tue, 01 Jan 2030 00:00:00 GMT"}, text=body)
    woo = WooClient(
        f"{url}://shop.example", key=KEY, secret=SECRET, auth=way, transport=httpx.MockTransport(lambda r: reply)
    )
    with pytest.raises(AuthenticationError) as caught:
        woo.products.list()
    assert told in caught.value.hint
    assert caught.value.hint in str(caught.value)


# Asking a shop owner for keys


def test_authorization_url() -> None:
    url = authorization_url(
        "https://example.org/shop/",
        app_name="Bücher & Co",
        user_id="u-17",
        return_url="https://app.example/back?x=1",
        callback_url="https://app.example/keys",
        scope="read",
    )
    assert url.startswith("https://example.org/shop/wc-auth/v1/authorize?")
    assert parse_qs(urlsplit(url).query) == {
        "app_name": ["Bücher & Co"],
        "user_id": ["u-17"],
        "return_url": ["https://app.example/back?x=1"],
        "callback_url": ["https://app.example/keys"],
        "scope": ["read"],
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"scope": "all"},
        {"app_name": ""},
        {"user_id": ""},
        {"user_id": 0},
        {"callback_url": "http://app.example/keys"},
        {"callback_url": "/keys"},
        {"return_url": "app.example"},
        {"return_url": "https://app.example/?q=a%20b"},
        {"callback_url": "https://app.example/?q=a+b"},
    ],
)
def test_what_woocommerce_would_refuse_or_mangle(wrong: dict[str, Any]) -> None:
    right: dict[str, Any] = {
        "app_name": "App",
        "user_id": 1,
        "return_url": "https://app.example/back",
        "callback_url": "https://app.example/keys",
    }
    authorization_url("https://shop.example", **right)
    with pytest.raises(ConfigurationError):
        authorization_url("https://shop.example", **{**right, **wrong})


CALLBACK = {
    "key_id": 7,
    "user_id": "u-17",
    "consumer_key": KEY,
    "consumer_secret": SECRET,
    "key_permissions": "read_write",
}


def test_parse_callback() -> None:
    for body in (json.dumps(CALLBACK), json.dumps(CALLBACK).encode()):
        grant = parse_callback(body)
        assert (grant.key, grant.secret, grant.user_id) == (KEY, SECRET, "u-17")
        assert (grant.key_id, grant.permissions) == (7, "read_write")
        assert SECRET not in f"{grant!r} {grant}"
        WooClient("https://shop.example", key=grant.key, secret=grant.secret)


@pytest.mark.parametrize(
    "body",
    ["", "[]", "null", "{}", "consumer_key=ck", b"\xff", json.dumps({**CALLBACK, "key_id": "x"})]
    + [json.dumps({k: v for k, v in CALLBACK.items() if k != gone}) for gone in CALLBACK]
    + [json.dumps({**CALLBACK, "consumer_secret": None}), json.dumps({**CALLBACK, "key_permissions": "all"})],
)
def test_other_bodies_are_no_callback(body: Any) -> None:
    with pytest.raises(WooError, match="no keys"):
        parse_callback(body)


def test_parse_return() -> None:
    assert parse_return("https://app.example/back?success=1&user_id=u-17").success
    assert parse_return("https://app.example/back?success=1&user_id=u-17").user_id == "u-17"
    assert not parse_return("https://app.example/back?success=0&user_id=u-17").success
    assert not parse_return("https://app.example/back").success


def test_only_the_driver_knows_the_http_library() -> None:
    import wooclient._runtime.drivers as drivers

    folder = Path(drivers.__file__).parent
    importing = {p.name for p in folder.glob("*.py") if "import httpx" in p.read_text("utf-8")}
    assert importing <= {"drivers.py", "client.py"}
    client = (folder / "client.py").read_text("utf-8")
    assert client.index("if TYPE_CHECKING:") < client.index("import httpx")

"""OAuth signatures against RFC 5849, a port of WooCommerce's own check, and the official client where that is right."""

from __future__ import annotations

import hmac
import re
from base64 import b64encode
from typing import Any
from urllib.parse import quote, unquote, unquote_plus, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from woocommerce.oauth import OAuth as OfficialOAuth

from wooclient._runtime.attempts import attempts
from wooclient._runtime.auth import Credentials, credentials
from wooclient._runtime.exchange import Request, Response
from wooclient._runtime.oauth import base_string, is_older_legacy, ordered, signed_query
from wooclient._runtime.options import Options
from wooclient._runtime.query import encode, pairs

KEY, SECRET = "ck_" + "a" * 40, "cs_" + "b" * 40
Query = list[tuple[str, str]]


# A port of WC_REST_Authentication::check_oauth_signature and of its older brother in the legacy plugin.


def rawurlencode(text: str) -> str:
    return quote(text, safe="-._~")


def php_query(text: str) -> dict[str, Any]:
    """What PHP makes of a query string ($_GET)."""
    found: dict[str, Any] = {}
    for part in text.split("&"):
        name, _, value = part.partition("=")
        name, value = unquote_plus(name), unquote_plus(value)
        outer, bracket, rest = name.partition("[")
        keys = [outer.replace(".", "_").replace(" ", "_"), *re.findall(r"\[([^\[\]]*)\]", bracket + rest)]
        into = found
        for key in keys[:-1]:
            into = into.setdefault(key, {})
        into[keys[-1]] = value
    return found


def rest_store_signature(method: str, home: str, uri: str, secret: str) -> tuple[str, str]:
    """The signature that the store computes for a request, and the one that came."""
    path, _, query = uri.partition("?")
    params = php_query(query)
    came = unquote(params.pop("oauth_signature").replace(" ", "+"))
    params = dict(sorted(params.items()))

    def encoded(value: Any) -> Any:
        return {k: encoded(v) for k, v in value.items()} if isinstance(value, dict) else rawurlencode(value)

    def joined(values: dict[str, Any], key: str) -> list[str]:
        parts: list[str] = []
        for name, value in values.items():
            full = f"{key}%5B{name}%5D" if key else name
            parts += joined(value, full) if isinstance(value, dict) else [rawurlencode(f"{full}={value}")]
        return parts

    params = {rawurlencode(k): encoded(v) for k, v in params.items()}
    text = f"{method}&{rawurlencode(home + path)}&{'%26'.join(joined(params, ''))}"
    algorithm = params["oauth_signature_method"].removeprefix("HMAC-").lower()
    return b64encode(hmac.new(f"{secret}&".encode(), text.encode(), algorithm).digest()).decode(), came


def legacy_store_signature(
    method: str, home: str, uri: str, secret: str, version: str, names: str = "v3"
) -> tuple[str, str]:
    path, _, query = uri.partition("?")
    params = php_query(query)
    came = unquote(params.pop("oauth_signature").replace(" ", "+"))
    flat = {f"filter[{k}]": v for k, v in params.pop("filter", {}).items()} | params if version == "v1" else params

    def encoded(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: encoded(v) for k, v in value.items()}
        return rawurlencode(unquote(value)).replace("%", "%25")

    normal = {encoded(k): encoded(v) for k, v in sorted(flat.items())}
    parts: list[str] = []
    for name, value in sorted(normal.items()) if version == "v1" else normal.items():
        inner = value.items() if isinstance(value, dict) else []
        parts += [f"{name}%255B{k}%255D%3D{v}" for k, v in inner] or [f"{name}%3D{value}"]
    route = path.partition("/wc-api/")[2].partition("/")[2]
    text = f"{method}&{rawurlencode(f'{home}/wc-api/{names}/{route}')}&{'%26'.join(parts)}"
    salt = f"{secret}&" if version == "v3" else secret
    return b64encode(hmac.new(salt.encode(), text.encode(), "sha256").digest()).decode(), came


def sent(method: str, url: str, query: Query, algorithm: str = "HMAC-SHA256", nonce: str = "n0nce") -> str:
    """The path and query that go over the wire."""
    signed = signed_query(
        method, url, query, key=KEY, secret=SECRET, nonce=nonce, timestamp=1_700_000_000, algorithm=algorithm
    )
    return f"{urlsplit(url).path}?{encode(signed)}"


def test_rfc_5849_base_string() -> None:
    query = [
        ("b5", "=%3D"),
        ("a3", "a"),
        ("c@", ""),
        ("a2", "r b"),
        ("oauth_consumer_key", "9djdj82h48djs9d2"),
        ("oauth_token", "kkk9d7dh3k39sjv7"),
        ("oauth_signature_method", "HMAC-SHA1"),
        ("oauth_timestamp", "137131201"),
        ("oauth_nonce", "7d8f3e4a"),
        ("c2", ""),
        ("a3", "2 q"),
    ]
    text = base_string("post", "http://EXAMPLE.com:80/request", query)
    # The RFC sorts `c@` by its encoded form, PHP by its bytes; WooCommerce has no such name, and is PHP.
    assert text.replace("c2%3D%26c%2540%3D", "c%2540%3D%26c2%3D") == (
        "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2"
        "%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26"
        "oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7"
    )


def test_rfc_5849_signature_without_a_token() -> None:
    signed = signed_query(
        "POST",
        "https://photos.example.net/initiate",
        [("oauth_callback", "http://printer.example.com/ready")],
        key="dpf43f3p2l4k3l03",
        secret="kd94hf93k423kf44",
        nonce="wIjqoS",
        timestamp=137131200,
        algorithm="HMAC-SHA1",
    )
    assert dict(signed)["oauth_signature"] == "74KNZJeDHnMBp0EMJ9ZHt/XKycU="


@pytest.mark.parametrize("algorithm", ["HMAC-SHA1", "HMAC-SHA256"])
@pytest.mark.parametrize(
    "query",
    [
        [],
        [("include[0]", "1"), ("include[1]", "2")],
        [(f"include[{i}]", str(i)) for i in range(12)],
        [("search", "50% ~ off+more & ü=é/'\"*!() 100%25 %41"), ("page", "1")],
        [("filter[limit]", "5"), ("filter[b c]", "ü"), ("filter[a]", "%41"), ("filter_x", "1")],
        [("a[b][0]", "5"), ("a[b][1]", "6"), ("a[c~]", "7")],
        [("a.b", "x"), ("x y", "z")],
        [("search", "")],
    ],
)
@pytest.mark.parametrize("home", ["http://shop.example", "http://shop.example:8080", "http://example.org/our/shop"])
def test_the_store_accepts(home: str, query: Query, algorithm: str) -> None:
    """Each of these was also accepted by a real WooCommerce 9.9.5."""
    uri = sent("GET", f"{home}/wp-json/wc/v3/products", query, algorithm).removeprefix(urlsplit(home).path)
    ours, came = rest_store_signature("GET", home, uri, SECRET)
    assert came == ours


def test_a_query_in_the_address_is_signed_and_sent() -> None:
    uri = sent("GET", "http://shop.example/wp-json/wc/v3/products?per_page=3&search=%7Ex+y", [("page", "2")])
    assert php_query(uri.partition("?")[2]) | {"search": "~x y", "page": "2", "per_page": "3"} == php_query(
        uri.partition("?")[2]
    )
    ours, came = rest_store_signature("GET", "http://shop.example", uri, SECRET)
    assert came == ours


@pytest.mark.parametrize("version", ["v1", "v2", "v3"])
@pytest.mark.parametrize(
    "query",
    [
        [],
        [("filter[limit]", "5"), ("filter[orderby]", "id"), ("filter[meta]", "true"), ("page", "1"), ("status", "any")],
        [("filter[q]", "50% ~ off+more ü 100%25 %41"), ("fields", "id,title")],
    ],
)
def test_the_legacy_api_accepts(version: str, query: Query) -> None:
    """Each of these was also accepted by the legacy plugin 1.0.1 on a real WooCommerce 9.9.5."""
    uri = sent("GET", f"http://shop.example/wc-api/{version}/products", query)
    ours, came = legacy_store_signature("GET", "http://shop.example", uri, SECRET, version)
    assert came == ours


def legacy_sends(outcomes: list[Response], keys: Credentials) -> tuple[list[str], Response]:
    """What one call sends until it is content, and its answer."""
    request = Request("POST", "http://shop.example/wc-api/v2/products", (("fields", "id"),))
    steps = attempts(request, keys, Options(max_retries=0))
    left, uris = list(outcomes), list[str]()
    step: Any = next(steps)
    while True:
        uris.append(f"{urlsplit(step.url).path}?{step.query}")
        try:
            step = steps.send(left.pop(0))
        except StopIteration as end:
            return uris, end.value


def accepted_as(uri: str, names: str) -> bool:
    ours, came = legacy_store_signature("POST", "http://shop.example", uri, SECRET, "v2", names)
    return ours == came


def oauth_keys() -> Credentials:
    return credentials("http://shop.example", KEY, SECRET, "auto")


DONE = Response(201, {}, b"{}")
WRONG_SIGNATURE = Response(401, {}, b'{"errors": [{"message": "Invalid signature - it does not match."}]}')


def test_stores_up_to_8_9_sign_older_versions_by_their_own_name() -> None:
    """Seen on a real WooCommerce 8.9.3; from 9.0 on every version goes by the name of v3."""
    keys = oauth_keys()
    uris, answer = legacy_sends([WRONG_SIGNATURE, DONE], keys)
    assert (answer.status, answer.attempts) == (201, 2)
    assert [(accepted_as(uri, "v3"), accepted_as(uri, "v2")) for uri in uris] == [(True, False), (False, True)]
    nonces = {php_query(uri.partition("?")[2])["oauth_nonce"] for uri in uris}
    assert len(nonces) == 2
    uris, answer = legacy_sends([DONE], keys)
    assert accepted_as(uris[0], "v2"), "the next call knows"


names = st.text("abcxyz_.-~ %üé&=+", min_size=1, max_size=6).filter(lambda s: s.strip(" ._") != "")
values = st.one_of(st.text(max_size=12), st.integers(), st.booleans())
lists = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), min_size=1, max_size=12).filter(
    lambda texts: any(text.strip() for text in texts)  # what names nothing is refused
)
inner = st.dictionaries(st.from_regex(r"[a-z_~]{1,5}", fullmatch=True), values, min_size=1, max_size=4)


@given(st.dictionaries(names, st.one_of(values, lists, inner), max_size=6), st.sampled_from(["GET", "POST", "DELETE"]))
def test_whatever_the_query_serialiser_writes_can_be_signed(given_query: dict[str, Any], method: str) -> None:
    php_names = [name.replace(".", "_").replace(" ", "_") for name in given_query]
    if len(set(php_names)) < len(php_names) or any(n.lstrip(" ") != n for n in given_query):
        return  # PHP itself drops one of two such names, and blanks before a name
    uri = sent(method, "http://shop.example/wp-json/wc/v3/products", pairs(given_query))
    ours, came = rest_store_signature(method, "http://shop.example", uri, SECRET)
    assert came == ours


@given(
    st.dictionaries(
        st.from_regex(r"[a-z_]{1,8}", fullmatch=True),
        st.text("abcXYZ019-._", min_size=1, max_size=8),
        max_size=5,
    )
)
def test_the_official_client_agrees_on_plain_parameters(query: dict[str, str]) -> None:
    url = "http://shop.example/wp-json/wc/v3/products"
    oauth = {
        "oauth_consumer_key": KEY,
        "oauth_nonce": "n0nce",
        "oauth_signature_method": "HMAC-SHA256",
        "oauth_timestamp": "1700000000",
    }
    official = OfficialOAuth(url, KEY, SECRET, version="wc/v3", method="GET")
    theirs = official.generate_oauth_signature({**query, **oauth}, url)
    ours = php_query(sent("GET", url, list(query.items())).partition("?")[2])["oauth_signature"]
    assert ours == theirs


def test_one_element_changed_is_another_signature() -> None:
    url = "http://shop.example/wp-json/wc/v3/products"
    variants = [
        sent("GET", url, [("page", "1")]),
        sent("POST", url, [("page", "1")]),
        sent("GET", url + "/1", [("page", "1")]),
        sent("GET", url, [("page", "2")]),
        sent("GET", url, [("page", "1")], nonce="other"),
        sent("GET", url.replace("http:", "https:"), [("page", "1")]),
    ]
    signatures = {php_query(uri.partition("?")[2])["oauth_signature"] for uri in variants}
    assert len(signatures) == len(variants)


def test_the_order_is_total() -> None:
    query = [("b", "1"), ("a[10]", "x"), ("a[9]", "y"), ("a", "z"), ("a[k]", "w")]
    assert (
        ordered(query) == ordered(query[::-1]) == [("a", "z"), ("a[9]", "y"), ("a[10]", "x"), ("a[k]", "w"), ("b", "1")]
    )


def test_only_the_digits_of_ascii_are_an_index_of_php() -> None:
    """Other digits make a key of text, which stands behind the numbers."""
    for digit in ("٣", "²"):
        query = [("a[10]", "x"), (f"a[{digit}]", "y"), ("a[9]", "z")]
        assert ordered(query) == ordered(query[::-1]) == [query[2], query[0], query[1]]


def test_what_is_empty_in_the_query_of_an_address_is_signed_and_a_fragment_is_not_sent() -> None:
    found = signed_query("GET", "http://shop.example/x?a=&b=1#c", [], key="k", secret="s", nonce="n", timestamp=7)
    assert [name for name, _ in found] == [
        "a", "b", "oauth_consumer_key", "oauth_nonce", "oauth_signature_method", "oauth_timestamp", "oauth_signature",
    ]  # fmt: skip
    assert found[:2] == [("a", ""), ("b", "1")]
    assert ("oauth_signature_method", "HMAC-SHA256") in found


def test_parameters_of_one_name_are_in_the_order_of_their_encoded_values() -> None:
    """`~` stays and `ä` becomes `%C3%A4`: RFC 5849, 3.4.1.3.2 sorts after encoding."""
    query = [("a", "~"), ("a", "ä"), ("a", "z"), ("a", "1"), ("a", "")]
    assert ordered(query) == ordered(query[::-1]) == [("a", ""), ("a", "ä"), ("a", "1"), ("a", "z"), ("a", "~")]


@pytest.mark.parametrize(
    ("url", "signed"),
    [
        ("http://shop.example:80/x", "http://shop.example/x"),
        ("https://shop.example:443/x", "https://shop.example/x"),
        ("http://shop.example:443/x", "http://shop.example:443/x"),
        ("https://shop.example:80/x", "https://shop.example:80/x"),
        ("HTTP://SHOP.example/X", "http://shop.example/X"),
        ("http://shop.example", "http://shop.example/"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("http:///x", "http:///x"),
        ("http://shop.example/index.php/wc-api/v2/x", "http://shop.example/wc-api/v3/x"),
        ("http://shop.example/wc-api/v1", "http://shop.example/wc-api/v3"),
        ("http://shop.example/wc-api/v12/x", "http://shop.example/wc-api/v12/x"),
        ("http://shop.example/index.php/wp-json/wc/v2/x", "http://shop.example/index.php/wp-json/wc/v2/x"),
    ],
)
def test_the_address_as_the_store_builds_it(url: str, signed: str) -> None:
    assert unquote(base_string("GET", url, []).split("&")[1]) == signed


def test_which_addresses_are_signed_with_the_secret_alone() -> None:
    store = "http://shop.example"
    older = [is_older_legacy(f"{store}/wc-api/{version}") for version in ("v1/x", "v2/x", "v2", "v3/x", "v10/x")]
    assert older == [True, True, True, False, False]
    assert not is_older_legacy(f"{store}/wp-json/wc/v2/x")

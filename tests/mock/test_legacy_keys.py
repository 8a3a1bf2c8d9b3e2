"""Who may use the legacy API, and what each version says to those who may not."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from urllib.parse import quote

import pytest

from mock.talk import basic, read, send
from wooclient import WooClient
from wooclient.mock import MockStore, Refused
from wooclient.mock.wire import Answer

CODE = "woocommerce_api_authentication_error"
VERSIONS = ("v3", "v2", "v1")
Pairs = list[tuple[str, str]]


def refused(answer: Answer) -> int:
    """The status of a refusal."""
    assert [error["code"] for error in read(answer)["errors"]] == [CODE]
    return answer.status


@pytest.mark.parametrize("version", VERSIONS)
def test_basic_and_query_keys_open_the_store_over_https(store: MockStore, version: str) -> None:
    assert send(store, "GET", f"/wc-api/{version}/products").status == 200
    pair = f"consumer_key={store.key}&consumer_secret={store.secret}"
    assert send(store, "GET", f"/wc-api/{version}/products", query=pair, key=False).status == 200


@pytest.mark.parametrize(
    ("version", "status", "challenged"), [("v3", 401, True), ("v2", 404, False), ("v1", 404, False)]
)
def test_without_a_key(store: MockStore, version: str, status: int, challenged: bool) -> None:
    answer = send(store, "GET", f"/wc-api/{version}/products", key=False)
    assert refused(answer) == status
    assert answer.headers.get("WWW-Authenticate", "").startswith("Basic ") is challenged


@pytest.mark.parametrize(("version", "challenged"), [("v3", True), ("v2", False), ("v1", False)])
def test_a_wrong_secret(store: MockStore, version: str, challenged: bool) -> None:
    answer = send(store, "GET", f"/wc-api/{version}/products", headers=basic(store, store.key, "cs_x"))
    assert refused(answer) == 401
    assert ("WWW-Authenticate" in answer.headers) is challenged


@pytest.mark.parametrize("version", VERSIONS)
def test_an_unknown_key(store: MockStore, version: str) -> None:
    answer = send(store, "GET", f"/wc-api/{version}/products", headers=basic(store, "ck_nobody", "cs_x"))
    assert refused(answer) == 401
    assert "WWW-Authenticate" not in answer.headers


def test_v3_takes_the_query_first_and_the_others_the_header(store: MockStore) -> None:
    wrong = f"consumer_key={store.key}&consumer_secret=cs_wrong"
    assert refused(send(store, "GET", "/wc-api/v3/products", query=wrong)) == 401
    assert send(store, "GET", "/wc-api/v2/products", query=wrong).status == 200


@pytest.mark.parametrize(("permissions", "reads", "writes"), [("read", 200, 401), ("write", 401, 201)])
def test_keys_may_do_what_they_are_for(store: MockStore, permissions: str, reads: int, writes: int) -> None:
    key = store.keys.create(permissions)
    headers = basic(store, key.key, key.secret)
    assert send(store, "GET", "/wc-api/v3/products", headers=headers).status == reads
    body = {"product_tag": {"name": "new one"}}
    assert send(store, "POST", "/wc-api/v3/products/tags", body, headers=headers).status == writes


@pytest.mark.parametrize("version", VERSIONS)
def test_the_index_is_open_even_over_plain_http(store: MockStore, version: str) -> None:
    answer = send(store, "GET", f"/wc-api/{version}", key=False, scheme="http")
    assert answer.status == 200
    assert "/products" in read(answer)["store"]["routes"]


def signed(
    store: MockStore, version: str, path: str, pairs: Pairs, *, secret: str = "", timestamp: int = 0, nonce: str = "n1"
) -> str:
    """A query with a signature, written anew here rather than by the code under test. Every version signs for v3."""
    given = [
        *pairs,
        ("oauth_consumer_key", store.key),
        ("oauth_nonce", nonce),
        ("oauth_signature_method", "HMAC-SHA256"),
        ("oauth_timestamp", str(timestamp or int(time.time()))),
    ]
    encoded = [(quote(name, safe=""), quote(value, safe="")) for name, value in given]
    joined = "%26".join(f"{quote(name, safe='')}%3D{quote(value, safe='')}" for name, value in encoded)
    base = f"GET&{quote(f'{store.url}/wc-api/v3{path}', safe='')}&{joined}"
    salt = (secret or store.secret) + ("&" if version == "v3" else "")
    signature = base64.b64encode(hmac.new(salt.encode(), base.encode(), hashlib.sha256).digest()).decode()
    return "&".join(f"{name}={value}" for name, value in [*encoded, ("oauth_signature", quote(signature, safe=""))])


def ask(store: MockStore, version: str, query: str) -> Answer:
    """A list over plain HTTP."""
    return send(store, "GET", f"/wc-api/{version}/products", query=query, key=False, scheme="http")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_signature_opens_the_store_over_plain_http(store: MockStore, version: str) -> None:
    query = signed(store, version, "/products", [("filter[limit]", "1"), ("filter[q]", "tea")])
    answer = ask(store, version, query)
    assert answer.status == 200
    assert [product["title"] for product in read(answer)["products"]] == ["Stoneware Teapot"]
    assert refused(ask(store, version, query)) == 401, "a nonce works once"


@pytest.mark.parametrize(
    ("name", "v3", "older"), [("filter", 500, 401), ("a[0]", 200, 500), ("filter[q][0]", 401, 500)]
)
def test_v2_and_v1_sign_a_filter_s_members_and_no_other_array(store: MockStore, name: str, v3: int, older: int) -> None:
    """As 10.0.2 answers: of a filter that is a text nothing is signed, and PHP dies of arrays elsewhere."""
    for version, status in (("v3", v3), ("v2", older), ("v1", older)):
        assert ask(store, version, signed(store, version, "/products", [(name, "1")])).status == status


@pytest.mark.parametrize("version", VERSIONS)
def test_a_plus_in_a_signature_may_come_as_a_blank(store: MockStore, version: str) -> None:
    tried = (signed(store, version, "/products", [], nonce=f"n{number}") for number in range(1000))
    for _ in range(3):
        query = next(one for one in tried if "%2B" in one)
        assert ask(store, version, query.replace("%2B", "+")).status == 200


@pytest.mark.parametrize("version", VERSIONS)
def test_each_version_has_its_own_key_of_signatures(store: MockStore, version: str) -> None:
    other = "v2" if version == "v3" else "v3"
    assert refused(ask(store, version, signed(store, other, "/products", []))) == 401


def test_nonces_are_shared_with_the_newer_api(store: MockStore) -> None:
    assert ask(store, "v3", signed(store, "v3", "/products", [])).status == 200
    key = store.keys.find(store.key)
    with pytest.raises(Refused, match="nonce has been used"):
        store.authenticator.check_nonce(key, str(int(time.time())), "n1")  # type: ignore[arg-type]


@pytest.mark.parametrize(("version", "status"), [("v3", 401), ("v2", 401), ("v1", 200)])
def test_a_late_timestamp_is_refused_and_v1_forgets_the_status(store: MockStore, version: str, status: int) -> None:
    query = signed(store, version, "/products", [], timestamp=int(time.time()) - 2000)
    assert refused(ask(store, version, query)) == status


@pytest.mark.parametrize("version", VERSIONS)
def test_over_plain_http_a_readable_key_is_not_looked_at(store: MockStore, version: str) -> None:
    answer = send(store, "GET", f"/wc-api/{version}/products", scheme="http")
    assert refused(answer) == 404
    assert "oauth_consumer_key" in read(answer)["errors"][0]["message"]


def test_the_client_signs_for_each_version() -> None:
    store = MockStore(url="http://store.example")
    with store, WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo:
        for door in (woo.legacy, woo.legacy.v2, woo.legacy.v1):
            found = door.products.list(filter={"q": "tea pot", "limit": 2})
            assert [product.title for product in found] == ["Stoneware Teapot"]
        made = woo.legacy.products.create(title="Signed")
        assert woo.legacy.v2.products.update(made.id, title="Signed again").title == "Signed again"

"""Who may do what: keys, the ways to show them, and the code for each failure."""

from __future__ import annotations

import time

import pytest

from mock.talk import basic, code, read, send, signed
from wooclient.mock import MockStore, Refused

WRONG = (401, "woocommerce_rest_authentication_error")
UNKNOWN = (401, "woocommerce_rest_cannot_view")


def test_basic_and_query_keys_open_the_store_over_https(store: MockStore) -> None:
    assert send(store, "GET", "/coupons").status == 200
    pair = f"consumer_key={store.key}&consumer_secret={store.secret}"
    assert send(store, "GET", "/coupons", query=pair, key=False).status == 200


def test_the_query_pair_beats_the_header(store: MockStore) -> None:
    pair = f"consumer_key={store.key}&consumer_secret=cs_wrong"
    assert code(send(store, "GET", "/coupons", query=pair)) == WRONG


def test_over_plain_http_both_are_ignored(store: MockStore) -> None:
    assert code(send(store, "GET", "/coupons", scheme="http")) == UNKNOWN
    created = send(store, "POST", "/coupons", {"code": "x"}, scheme="http")
    assert code(created) == (401, "woocommerce_rest_cannot_create")


def test_the_scheme_can_be_assumed() -> None:
    with MockStore(scheme="https") as store:
        assert send(store, "GET", "/coupons", scheme="http").status == 200


def test_no_key_an_unknown_key_and_a_wrong_secret_differ(store: MockStore) -> None:
    assert code(send(store, "GET", "/coupons", key=False)) == UNKNOWN
    assert code(send(store, "GET", "/coupons", headers=basic(store, "ck_nobody", "cs_x"), key=False)) == UNKNOWN
    assert code(send(store, "GET", "/coupons", headers=basic(store, store.key, "cs_x"), key=False)) == WRONG


@pytest.mark.parametrize(("permissions", "reads", "writes"), [("read", 200, 401), ("write", 401, 201)])
def test_keys_may_do_what_they_are_for(store: MockStore, permissions: str, reads: int, writes: int) -> None:
    key = store.keys.create(permissions)
    headers = basic(store, key.key, key.secret)
    assert send(store, "GET", "/coupons", headers=headers).status == reads
    assert send(store, "POST", "/coupons", {"code": "k"}, headers=headers).status == writes
    assert send(store, "OPTIONS", "/coupons", headers=headers).status == 200


def test_a_revoked_key_is_unknown(store: MockStore) -> None:
    key = store.keys.create("read", "For the till")
    store.keys.revoke(key)
    assert code(send(store, "GET", "/coupons", headers=basic(store, key.key, key.secret))) == UNKNOWN
    with pytest.raises(KeyError):
        store.keys.revoke("ck_nobody")


def test_a_key_tells_when_it_was_last_used(store: MockStore) -> None:
    key = store.keys.create("read", "For the till")
    assert store.keys.find(key.key).last_access is None  # type: ignore[union-attr]
    send(store, "GET", "/coupons", headers=basic(store, key.key, key.secret))
    assert store.keys.find(key.key).last_access  # type: ignore[union-attr]


@pytest.mark.parametrize("digest", ["sha1", "sha256"])
def test_oauth_opens_the_store(store: MockStore, digest: str) -> None:
    query = signed(store, "GET", "/coupons", {"per_page": "1", "search": "a b~*'"}, digest=digest)
    assert send(store, "GET", "/coupons", query=query, key=False, scheme="http").status == 200


def test_oauth_signs_lists_by_their_index(store: MockStore) -> None:
    query = signed(store, "GET", "/coupons", {"include[0]": "401"})
    answer = send(store, "GET", "/coupons", query=query, key=False, scheme="http")
    assert [c["id"] for c in read(answer)] == [401]


def test_oauth_parameters_may_come_in_the_header(store: MockStore) -> None:
    pairs = [p.split("=") for p in signed(store, "GET", "/coupons").split("&")]
    header = "OAuth " + ", ".join(f'{name}="{value}"' for name, value in pairs)
    assert send(store, "GET", "/coupons", headers={"authorization": f" {header}"}, scheme="http").status == 200
    lower = header.replace("OAuth", "oauth")
    assert code(send(store, "GET", "/coupons", headers={"authorization": lower}, scheme="http")) == UNKNOWN


@pytest.mark.parametrize(
    "changes",
    [
        {"secret": "cs_other"},
        {"oauth_signature_method": "PLAINTEXT"},
        {"oauth_consumer_key": "ck_other"},
        {"oauth_signature": "AAAA"},
        {"per_page": "2"},
    ],
)
def test_oauth_that_is_wrong_is_refused(store: MockStore, changes: dict[str, str]) -> None:
    query = signed(store, "GET", "/coupons", {"per_page": "1"}, **changes)
    assert code(send(store, "GET", "/coupons", query=query, key=False, scheme="http")) == WRONG


def test_a_plus_in_a_signature_may_come_as_a_blank(store: MockStore) -> None:
    """Clients that do not encode it send what PHP reads as a blank; WooCommerce makes it a plus again."""
    tried = (signed(store, "GET", "/coupons", nonce=f"n{number}") for number in range(1000))
    query = next(one for one in tried if "%2B" in one)
    for plus, status in (("%20", 200), ("%2D", 401)):
        asked = query.replace("%2B", plus)
        assert send(store, "GET", "/coupons", query=asked, key=False, scheme="http").status == status
    again = next(one for one in tried if "%2B" in one).replace("%2B", "+")
    assert send(store, "GET", "/coupons", query=again, key=False, scheme="http").status == 200


def test_a_signature_may_be_encoded_twice(store: MockStore) -> None:
    query = signed(store, "GET", "/coupons")
    head, _, signature = query.rpartition("oauth_signature=")
    twice = f"{head}oauth_signature={signature.replace('%', '%25')}"
    assert send(store, "GET", "/coupons", query=twice, key=False, scheme="http").status == 200


def test_oauth_that_is_incomplete_is_refused(store: MockStore) -> None:
    query = signed(store, "GET", "/coupons", oauth_nonce="")
    found = send(store, "GET", "/coupons", query=query, key=False, scheme="http")
    assert code(found) == (401, "woocommerce_rest_authentication_missing_parameter")
    assert "oauth_nonce" in read(found)["message"]


def test_a_nonce_works_once(store: MockStore) -> None:
    query = signed(store, "GET", "/coupons")
    assert send(store, "GET", "/coupons", query=query, key=False, scheme="http").status == 200
    assert code(send(store, "GET", "/coupons", query=query, key=False, scheme="http")) == WRONG


def test_nonces_of_long_ago_are_forgotten_and_all_others_kept(store: MockStore) -> None:
    key, now = store.keys.find(store.key), 1_800_000_000
    assert key is not None
    for at in (now, now + 1000):
        store.authenticator.clock = lambda at=at: at  # type: ignore[misc]  # bound now, called later
        for number in range(3000):
            store.authenticator.check_nonce(key, str(at), f"n{number}")
        for number in range(3000):
            with pytest.raises(Refused, match="used before"):
                store.authenticator.check_nonce(key, str(at), f"n{number}")
    for number in range(3000, 9000):
        store.authenticator.check_nonce(key, str(at), f"n{number}")
    store.authenticator.clock = lambda: at + 1000
    for number in range(30_000):
        store.authenticator.check_nonce(key, str(at + 1000), f"later{number}")
    assert "n8999" not in store.authenticator._nonces[key.key]


@pytest.mark.parametrize(("off", "status"), [(0, 200), (840, 200), (-840, 200), (960, 401), (-960, 401)])
def test_a_timestamp_may_be_a_quarter_of_an_hour_off(store: MockStore, off: int, status: int) -> None:
    query = signed(store, "GET", "/coupons", timestamp=int(time.time()) + off)
    assert send(store, "GET", "/coupons", query=query, key=False, scheme="http").status == status


def test_indexes_are_open_to_all(store: MockStore) -> None:
    assert send(store, "GET", "", key=False).status == 200
    assert send(store, "GET", "/wp-json/", key=False).status == 200

"""How requests are read: queries as PHP does, bodies with all that people send."""

from __future__ import annotations

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore
from wooclient.mock.wire import BadJson, from_json, php_query


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("a=1&a=2", {"a": "2"}),
        ("a[]=1&a[]=2", {"a": ["1", "2"]}),
        ("a[0]=1&a[1]=2", {"a": ["1", "2"]}),
        ("a[x][y]=1&a[x][z]=2", {"a": {"x": {"y": "1", "z": "2"}}}),
        ("a.b=1&c+d=2", {"a_b": "1", "c_d": "2"}),
        ("a=1+2%203", {"a": "1 2 3"}),
        ("a[", {"a_": ""}),
        ("=1&&", {}),
        ("a%5B%5D=x", {"a": ["x"]}),
        ("a[5]=x&a[]=y", {"a": {"5": "x", "6": "y"}}),
    ],
)
def test_a_query_is_read_as_php_reads_it(query: str, found: object) -> None:
    assert php_query(query) == found


def test_a_name_that_nests_too_deep_is_dropped() -> None:
    assert php_query("a" + "[x]" * 100 + "=1&b=2") == {"b": "2"}


@pytest.mark.parametrize(
    ("body", "number"),
    [
        (b"{bad", 4),
        (b"\xff\xfe", 5),
        (b'{"a": NaN}', 4),
        (b'{"a": 1e999}', 7),
        (b"[" * 100_000, 1),
        (b"[" * 600 + b"]" * 600, 1),
        (b'{"a": "\\ud800"}', 10),
        (b'{"a": ' + b"9" * 5000 + b"}", 7),
    ],
    ids=range(8),
)
def test_a_body_that_php_refuses_is_refused(body: bytes, number: int) -> None:
    with pytest.raises(BadJson) as refused:
        from_json(body)
    assert refused.value.number == number


def test_an_integer_that_does_not_fit_64_bits_becomes_a_float() -> None:
    assert isinstance(from_json(b"123456789012345678901234567890"), float)
    assert from_json(b"9223372036854775807") == 2**63 - 1


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        (b"{bad", (400, "rest_invalid_json")),
        (b"\xff", (400, "rest_invalid_json")),
        (b"[[[[" * 50_000, (400, "rest_invalid_json")),
        (b'{"name": "\\ud800"}', (400, "rest_invalid_json")),
        # A number of PHP reaches to 1.8e308.
        (b'{"regular_price": ' + b"1" * 6000 + b"}", (400, "rest_invalid_json")),
        (b'{"name": ["x"]}', (400, "rest_invalid_param")),
        (b'{"meta_data": "x"}garbage', (400, "rest_invalid_json")),
        (b"x" * (9 * 2**20), (413, "mock_body_too_large")),
    ],
    ids=range(8),
)
def test_hostile_bodies_get_a_clear_refusal(store: MockStore, body: bytes, refusal: tuple[int, str]) -> None:
    assert code(send(store, "POST", "/products", raw=body)) == refusal


#: Text → what WordPress leaves of it, by `wp_filter_kses`: no NUL, no tag that could do harm.
HOSTILE = {
    "a\0b": "ab", "<script>": "", "<b>1</b><script>alert(1)</script>": "<b>1</b>alert(1)",
    **{same: same for same in ("'; DROP TABLE documents; --", "{{ 7 * 7 }}", "%s%n", "\u202e", "a" * 60_000)},
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_only_texts(store: MockStore, text: str) -> None:
    made = send(store, "POST", "/coupons", {"code": "hostile", "description": text})
    assert (made.status, read(made)["description"]) == (201, HOSTILE[text])
    assert read(send(store, "GET", "/coupons", query="search=%27%25_")) == []
    assert read(send(store, "GET", f"/coupons/{read(made)['id']}"))["description"] == HOSTILE[text]


def test_forms_are_read_and_plain_text_is_not(store: MockStore) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert send(store, "POST", "/coupons", raw=b"code=form", headers=form).status == 201
    assert code(send(store, "POST", "/coupons", raw=b'{"code": "x"}', headers={"content-type": "text/plain"})) == (
        400,
        "rest_missing_callback_param",
    )


def test_the_body_beats_the_query(store: MockStore) -> None:
    answer = send(store, "POST", "/coupons", {"code": "body"}, query="code=query")
    assert read(answer)["code"] == "body"

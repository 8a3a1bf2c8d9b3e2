"""Secrets are hidden wherever they stand, and nothing else is."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from contract.runs import KEY, SECRET
from wooclient.contract.safety.masking import Mask

_ODD = "p/w d&+ä!x"  # an application password may hold anything


@pytest.mark.parametrize("text", [_ODD, "p%2Fw%20d%26%2B%C3%A4%21x", "p/w%20d%26%2B%C3%A4%21x", "p\\/w d&+ä!x"])
def test_a_secret_is_hidden_in_every_way_of_writing_it(text: str) -> None:
    assert Mask("user", _ODD).text(f"<{text}>") == "<***>"


def test_the_header_made_of_both_is_hidden() -> None:
    header = base64.b64encode(f"user:{_ODD}".encode()).decode()
    assert Mask("user", _ODD).text(f"x {header.rstrip('=')} y") == "x *** y"
    assert base64.b64encode(b"u:pw") == b"dTpwdw=="
    assert Mask("u", "pw").text("dTpwdw dTpwdw== dTpwdwx") == "*** ***== dTpwdwx"
    both = base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()
    assert both.rstrip("=") not in Mask(KEY, SECRET).text(f"Authorization: {both}")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("abc", "***"),
        ("say abc.", "say ***."),
        ("ABC", "***"),
        ("abcd", "abcd"),
        ("xabc", "xabc"),
        ("abc_", "abc_"),
    ],
)
def test_a_short_secret_is_hidden_only_where_it_stands_alone(text: str, shown: str) -> None:
    assert Mask("", "abc").text(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("eight888", "***"),
        ("xeight888y", "x***y"),
        ("EIGHT888", "***"),
        ("eight88", "eight88"),
    ],
)
def test_a_longer_one_is_hidden_inside_of_words_too(text: str, shown: str) -> None:
    assert Mask("", "eight888").text(text) == shown


def test_a_secret_that_was_cut_is_hidden_from_twelve_characters_on() -> None:
    secret = "abcdefghijklmnopqrst"
    mask = Mask("", secret)
    assert mask.text("abcdefghijkl") == "***"
    assert mask.text("abcdefghijklmn") == "***"
    assert mask.text("abcdefghijk") == "abcdefghijk"


def test_what_follows_the_first_letters_of_a_key_is_a_secret_if_it_is_long() -> None:
    mask = Mask(KEY, SECRET)
    assert mask.text("0" * 40) == "***"
    assert mask.text("1" * 40) == "***"
    assert Mask("ck_" + "2" * 39, "").text("2" * 39) == "2" * 39


def test_of_secrets_that_begin_alike_nothing_of_the_longer_shows() -> None:
    secrets = ["eight888" + "-more"[:end] * 2 for end in range(6)]
    mask = Mask(*secrets)
    assert [mask.text(secret) for secret in secrets] == ["***"] * 6
    secrets = ["pw", "pw a", "pw a b", "pw-", "pw-c", "pw-c d"]
    mask = Mask(*secrets)
    assert [mask.text(secret) for secret in secrets] == ["***"] * 6


def test_two_stores_with_the_same_user_have_headers_that_begin_alike() -> None:
    mask = Mask("administrator", "abcd efgh 1", "administrator", "abcd efgh 2", "administrator", "other")
    for secret in ("abcd efgh 1", "abcd efgh 2", "other"):
        header = base64.b64encode(f"administrator:{secret}".encode()).decode().rstrip("=")
        assert [mask.text(header[:end]) for end in range(12, len(header) + 1)] == ["***"] * (len(header) - 11)


def test_odd_characters_of_a_long_secret_stand_for_themselves() -> None:
    mask = Mask("", "pw:" + "a.b(c" * 8)
    assert mask.text("a.b(c" * 8) == "***"
    assert mask.text("axb(c" * 8) == "axb(c" * 8


def test_half_a_key_makes_no_header() -> None:
    """`Og` is what nothing and nothing would make, and part of many words."""
    for halves in (("", ""), ("user", ""), ("", "eight888"), ("", "", "user", "")):
        mask = Mask(*halves)
        for pair in (":", "user:", ":eight888"):
            header = base64.b64encode(pair.encode()).decode().rstrip("=")
            assert mask.text(f"x {header} y") == f"x {header} y"


def test_the_headers_of_two_stores_are_hidden() -> None:
    mask = Mask("user", "eight888", "other", "nine99999")
    for pair in ("user:eight888", "other:nine99999"):
        assert mask.text(base64.b64encode(pair.encode()).decode().rstrip("=")) == "***"


def test_without_secrets_nothing_is_hidden_but_what_looks_like_one() -> None:
    assert Mask().text("abc") == "abc"
    assert Mask("", "").text("abc") == "abc"
    assert KEY not in Mask().text(KEY)


def test_halves_of_characters_are_written_out() -> None:
    assert Mask().text("a\ud83cb") == "a\\ud83cb"


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("secret", True),
        ("consumer_key", True),
        ("webhookSecret", True),
        ("password", True),
        ("access_token", True),
        ("api_key", True),
        ("apikey", True),
        ("private_key", True),
        ("nonce", True),
        ("license", True),
        ("order_key", False),
        ("name", False),
    ],
)
def test_fields_that_are_called_like_a_secret_keep_their_name_only(name: str, hidden: bool) -> None:
    shown = "***" if hidden else "x"
    assert Mask().json({"a": [{name: "x"}]}) == {"a": [{name: shown}]}
    assert Mask().json({name: ""}) == {name: ""}, "nothing was there to be hidden"
    assert Mask().json({name: 7}) == {name: 7}


@pytest.mark.parametrize(
    ("row", "hidden"),
    [
        # Settings say by their type, or by their id, that they hold a secret.
        ({"id": "live_account", "type": "password"}, True),
        ({"id": "woocommerce_maxmind_license_key", "type": "text"}, True),
        ({"id": "stripe_secret_key"}, True),
        ({"id": "api_password", "type": "password"}, True),
        # Custom fields say it by their key.
        ({"id": 7, "key": "_gateway_token"}, True),
        ({"id": 7, "key": "_customer_api_key"}, True),
        ({"id": "title", "type": "text"}, False),
        ({"id": 7, "key": "_colour", "type": "passwords"}, False),
        ({"label": "Your secret"}, False),
        ({}, False),
    ],
)
def test_rows_whose_value_is_a_secret_keep_all_but_the_value(row: dict[str, Any], hidden: bool) -> None:
    shown = "***" if hidden else "x"
    for name in ("value", "default", "display_value"):
        assert Mask().json([{**row, name: "x"}]) == [{**row, name: shown}]
        assert Mask().json({**row, name: {"a": ["x"]}}) == {**row, name: {"a": [shown]}}
        assert Mask().json({**row, name: ""}) == {**row, name: ""}
    assert Mask().json({**row, "description": "x"}) == {**row, "description": "x"}


def test_a_gateways_secret_is_in_no_form_of_its_settings() -> None:
    """What a real store answers: the value stands one level below the field that is called like a secret."""
    gateway = {"id": "stripe", "settings": {"title": {"id": "title", "value": "Card"}, "secret_key": {"value": "live"}}}
    shown = json.loads(Mask().body(json.dumps([gateway]).encode(), 500))
    assert shown[0]["settings"] == {"title": {"id": "title", "value": "Card"}, "secret_key": {"value": "***"}}
    assert Mask().json({"tokens": ["a", {"b": "c"}, 7, None]}) == {"tokens": ["***", {"b": "***"}, 7, None]}


@pytest.mark.parametrize("value", [None, True, 7, 1.5, [], {}, [[None]], {"a": {"b": [1]}}])
def test_what_is_no_text_stays_as_it_is(value: Any) -> None:
    assert Mask(KEY, SECRET).json(value) == value


def test_a_body_is_shown_with_its_names_and_without_secrets() -> None:
    mask = Mask(KEY, SECRET)
    shown = mask.body(json.dumps({SECRET: {"token": "x", "list": [SECRET, KEY]}}).encode(), 500)
    assert json.loads(shown) == {"***": {"token": "***", "list": ["***", "***"]}}


def test_a_body_is_written_for_people() -> None:
    assert Mask("eight888").body('{"a":["ä","eight888"]}'.encode(), 500) == '{\n "a": [\n  "ä",\n  "***"\n ]\n}'
    assert Mask().body("ä".encode(), 500) == "ä"
    assert Mask().body(b"\xff", 500) == "\ufffd"


@pytest.mark.parametrize("body", [f"<b>{SECRET}</b>".encode(), b"\xff" + SECRET.encode(), b"{" + SECRET.encode()])
def test_a_body_that_is_no_json_is_masked_as_text(body: bytes) -> None:
    shown = Mask(KEY, SECRET).body(body, 500)
    assert SECRET not in shown
    assert "***" in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("abcde", "abcde"),
        ("abcdef", "abcde… (6 characters in all)"),
        (f"ab {SECRET}", "ab ***"[:5] + "… (6 characters in all)"),
    ],
)
def test_what_is_too_long_is_cut_after_it_was_masked(text: str, shown: str) -> None:
    assert Mask(KEY, SECRET).short(text, 5) == shown

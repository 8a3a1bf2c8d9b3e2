"""Secrets are hidden wherever they stand, and nothing else is."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from contract.runs import KEY, SECRET
from wooclient.contract.masking import Mask

_ODD = "p/w d&+ä!x"  # an application password may hold anything


@pytest.mark.parametrize("text", [_ODD, "p%2Fw%20d%26%2B%C3%A4%21x", "p/w%20d%26%2B%C3%A4%21x", "p\\/w d&+ä!x"])
def test_a_secret_is_hidden_in_every_way_of_writing_it(text: str) -> None:
    assert Mask("user", _ODD).text(f"<{text}>") == "<***>"


def test_the_header_made_of_both_is_hidden() -> None:
    header = base64.b64encode(f"user:{_ODD}".encode()).decode()
    assert Mask("user", _ODD).text(f"x {header.rstrip('=')} y") == "x *** y"
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


@pytest.mark.parametrize("value", [None, True, 7, 1.5, [], {}, [[None]], {"a": {"b": [1]}}])
def test_what_is_no_text_stays_as_it_is(value: Any) -> None:
    assert Mask(KEY, SECRET).json(value) == value


def test_a_body_is_shown_with_its_names_and_without_secrets() -> None:
    mask = Mask(KEY, SECRET)
    shown = mask.body(json.dumps({SECRET: {"token": "x", "list": [SECRET, KEY]}}).encode(), 500)
    assert json.loads(shown) == {"***": {"token": "***", "list": ["***", "***"]}}


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

"""What a value is, and as JSON: each kind by itself."""

from __future__ import annotations

import array
from collections import OrderedDict, UserDict, deque
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from types import MappingProxyType
from typing import Any, Literal

import pytest

from wooclient import fixtures, operations
from wooclient._runtime.shapes import is_many, is_mapping, is_once, is_sequence, key_text, plain, settled
from wooclient._runtime.words import check_text, is_word, nearest, one_of, word

PRODUCT: Any = next(o for o in operations("v3") if o.id == "products.get").decode(fixtures.load("v3", "products.get"))


class Colour(Enum):
    """Words as an enum."""

    RED = "red"


class Size(IntEnum):
    """Numbers as an enum."""

    BIG = 7


MANY: list[Any] = [[], (), {1}, frozenset({1}), range(3), iter([1]), {"a": 1}.keys(), deque([1]), array.array("i", [1])]
ONE: list[Any] = ["ab", b"ab", bytearray(b"ab"), memoryview(b"ab"), {"a": 1}, UserDict(a=1), PRODUCT, 7, None, object()]


def test_what_gives_several_values() -> None:
    assert [is_many(one) for one in MANY] == [True] * len(MANY)
    assert [is_many(one) for one in ONE] == [False] * len(ONE)


def test_what_can_be_read_only_once() -> None:
    assert [is_once(one) for one in MANY] == [False] * 5 + [True] + [False] * 3
    assert settled(iter([1, 2])) == [1, 2]
    assert settled({"a": iter([1]), "b": {"c": iter([2])}, "d": "x"}) == {"a": [1], "b": {"c": [2]}, "d": "x"}
    kept = {1, 2}
    assert settled(kept) is kept


def test_which_mappings_and_sequences_there_are() -> None:
    assert [is_mapping(one) for one in ({}, OrderedDict(), UserDict(), MappingProxyType({}), PRODUCT, [])] == [
        *(True, True, True, True),
        *(False, False),
    ]
    assert [is_sequence(one) for one in ([], (), "ab", range(2), {1})] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("value", "wire"),
    [
        (Decimal("1E+3"), "1000"),
        (Decimal("1.50"), "1.50"),
        (Decimal("1E-7"), "0.0000001"),
        (datetime(2027, 1, 2, 3, 4, 5, 999_999), "2027-01-02T03:04:05"),
        (datetime(2027, 1, 2, tzinfo=UTC), "2027-01-02T00:00:00+00:00"),
        (date(2027, 1, 2), "2027-01-02"),
        (Colour.RED, "red"),
        ({Colour.RED: Colour.RED, 5: Size.BIG}, {"red": "red", "5": 7}),
        ((1, Decimal(2), [date(2027, 1, 2)]), [1, "2", ["2027-01-02"]]),
        (True, True),
        (None, None),
        (1.5, 1.5),
    ],
)
def test_a_value_as_json(value: Any, wire: Any) -> None:
    assert plain(value) == wire
    assert type(plain(value)) is type(wire)


def test_what_json_cannot_say_is_refused_with_its_place() -> None:
    for odd in (object(), b"ab", bytearray(b"ab"), 1j, iter([1])):
        with pytest.raises(TypeError, match=r"^x\.a is .*, which cannot be sent; pass text"):
            plain({"a": odd}, "x")
    with pytest.raises(TypeError, match=r"^a value is "):
        plain(object())
    assert (key_text(Colour.RED), key_text(5), key_text("a")) == ("red", "5", "a")


# Words

CLOSED: Any = Literal["asc", "desc", 0]


@pytest.mark.parametrize("value", ["asc", "desc", 0, False, 0.0])
def test_a_word_goes_out_as_it_is_declared(value: Any) -> None:
    assert is_word(value, CLOSED)
    found = word(value, CLOSED, "x")
    assert (found, type(found)) == ((value, type(value)) if isinstance(value, str) else (0, int))


@pytest.mark.parametrize("value", ["ASC", "", " asc", 1, True, ["asc"], ("asc",)])
def test_anything_else_is_refused(value: Any) -> None:
    assert not is_word(value, CLOSED)
    with pytest.raises(ValueError, match=r"^x is .*; pass 'asc', 'desc' or 0; "):
        word(value, CLOSED, "x")


def test_a_switch_that_can_only_be_on_is_not_switched_off() -> None:
    only: Any = Literal[True]
    assert word(True, only, "x") is True
    with pytest.raises(TypeError, match="leave it out instead"):
        word(False, only, "x")
    with pytest.raises(ValueError, match="x is 'no'; pass True;"):
        word("no", only, "x")
    with pytest.raises(ValueError, match="x is False; pass True or 'auto'"):
        word(False, Literal[True, "auto"], "x")


def test_a_word_that_is_all_but_one_is_named() -> None:
    for mistyped, meant in (("DESC", "desc"), ("descending", "desc"), ("ascx", "asc")):
        with pytest.raises(ValueError, match=rf"did you mean '{meant}'\?$"):
            word(mistyped, CLOSED, "x")
    with pytest.raises(ValueError, match=r"if this store knows another word, pass it in extra=\{\.\.\.\}$"):
        word("qqqq", CLOSED, "x")
    assert nearest("abcx", ["abcd", "zzzz"]) == "abcd"
    assert nearest("abcx", ["abcd"], 0.75) == "abcd"
    assert nearest("abcx", ["abcd"], 0.76) == ""


def test_each_word_of_a_text_with_commas_is_looked_at() -> None:
    for text in ("asc,desc", "asc desc", "asc ,\tdesc,", ""):
        check_text(text, CLOSED, "x")
    for text in ("asc,up", "up", "asc;desc"):
        with pytest.raises(ValueError, match=r"^x is "):
            check_text(text, CLOSED, "x")
    check_text("up", str, "x")


def test_a_word_of_a_union_is_one_unless_any_text_is_taken() -> None:
    assert one_of("up", (bool, str, Literal["auto"]), "x") == "up"
    assert one_of("up", (bool, int), "x") == "up"
    assert one_of("auto", (bool, Literal["auto"]), "x") == "auto"
    with pytest.raises(ValueError, match=r"^x is 'up'; pass 'auto', True or False; "):
        one_of("up", (bool, Literal["auto"]), "x")
    with pytest.raises(ValueError, match=r"^x is 'up'; pass 'auto' or 'b'; "):
        one_of("up", (Literal["auto"], Literal["b"]), "x")

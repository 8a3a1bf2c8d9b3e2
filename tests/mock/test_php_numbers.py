"""What WordPress takes for an integer, and which one PHP makes of it."""

from __future__ import annotations

from typing import Any

import pytest

from wooclient.mock import schema

LAST, FIRST = 9223372036854775807, -9223372036854775808


# rest_is_integer of WordPress 5.5 and later: is_numeric( $n ) && round( (float) $n ) === (float) $n
@pytest.mark.parametrize(
    "value", [0, -7, LAST, 7.0, 2.0**63, 1e300, "7", "+7", " 7", "7 ", "7.0", "1e5", "1e400", "007"]
)
def test_is_an_integer(value: Any) -> None:
    assert schema.is_integer(value) is True


@pytest.mark.parametrize(
    "value", [7.5, "7.5", "", " ", "-", "x", "7x", "0x10", "7\0", "1e", "٧", True, False, None, [7]]
)
def test_is_no_integer(value: Any) -> None:
    assert schema.is_integer(value) is False


# https://www.php.net/manual/en/language.types.numeric-strings.php: the number that a text begins with, cut off; and
# https://www.php.net/manual/en/language.types.integer.php#language.types.integer.casting: of a float towards zero.
@pytest.mark.parametrize(
    ("value", "number"),
    [
        *(("7", 7), (" 7x", 7), ("-7.9", -7), ("1e5", 100000), ("1.9e1x", 19), (".9", 0), ("x7", 0), ("", 0), ("-", 0)),
        *(("0x10", 0), ("9223372036854775807", LAST), ("9223372036854775808", LAST), ("-9223372036854775809", FIRST)),
        *(("9" * 5000, LAST), ("1e400", LAST), ("-1e400", FIRST), (7.9, 7), (-7.9, -7), (2.0**63, FIRST)),
        *((2.0**64 + 4096, 4096), (-(2.0**64), 0), (1e300, 0), (True, 1), (None, 0), ([], 0), ([0], 1)),
    ],
)
def test_the_integer_that_php_makes_of_a_value(value: Any, number: int) -> None:
    assert schema.to_int(value) == number


# wp_posts.menu_order is int(11), which a MySQL that is not strict fills with the nearest number it can hold.
@pytest.mark.parametrize(
    ("value", "place"),
    [(5, 5), (-5, -5), (2147483648, 2147483647), (-2147483649, -2147483648), ("9999999999", 2147483647)],
)
def test_a_place_in_a_list_has_32_bits(value: Any, place: int) -> None:
    assert schema.to_place(value) == place

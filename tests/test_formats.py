"""Formats of the description: for each, values that have it and values that do not."""

from __future__ import annotations

from typing import Any

import pytest

from woospec.formats import CHECKS, FORMATS

_MOMENT = ["2026-02-28T23:59:59", "2024-02-29T00:00:00"]
_NO_MOMENT = [
    "",
    "2026-02-28",
    "2026-02-28 23:59:59",
    "2026-02-28T23:59",
    "2026-02-30T00:00:00",
    "2026-13-01T00:00:00",
    "2026-02-28T24:01:00",
    "2026-02-28T23:60:00",
    "2026-02-28T23:59:59Z",
    "2026-02-28T23:59:59+01:00",
    "2026-02-28T23:59:59\n",
    "２026-02-28T23:59:59",
    " 2026-02-28T23:59:59",
    "x2026-02-28T23:59:59",
    "2026-02-28T23:59:59x",
]
_DECIMALS = ["0", "12", "12.50", "-3", "-0.5", "007", "0.000001"]
_NO_DECIMALS = ["12,50", "1e3", ".5", "5.", "+5", "abc", " 5", "5 ", "5\n", "1.2.3", "--5", "0x1", "１"]
_DATE_TIMES = [*_MOMENT, "2026-02-28T23:59:59Z", "2026-02-28T23:59:59+01:00", "2026-02-28T23:59:59.123-11:30"]
_NO_DATE_TIMES = [
    "",
    "2026-02-28",
    "2026-02-28 23:59:59",
    "2026-02-30T00:00:00Z",
    "2026-02-28T23:59:59+1",
    "now",
    "2026-02-28T23:59:59Z\n",
]

#: Format → values that have it, and values that do not.
VALUES: dict[str, tuple[list[Any], list[Any]]] = {
    "decimal": (_DECIMALS, ["", *_NO_DECIMALS]),
    "decimal-or-empty": (["", *_DECIMALS], [" ", *_NO_DECIMALS]),
    "decimal-from-0": (["0", "12.50"], ["", "-3", "-0.5", *_NO_DECIMALS]),
    "decimal-from-0-or-empty": (["", "0", "12.50"], [" ", "-3", *_NO_DECIMALS]),
    "tax-rate": (_DECIMALS, ["", *_NO_DECIMALS]),
    "decimal-6": (_DECIMALS, ["", *_NO_DECIMALS]),
    "local-date-time": (_MOMENT, _NO_MOMENT),
    "offsetless-date-time": (_MOMENT, _NO_MOMENT),
    "utc-date-time": (_MOMENT, _NO_MOMENT),
    "offset-date-time": (
        ["2026-02-28T23:59:59Z", "2026-02-28T23:59:59+01:00", "2026-02-28T23:59:59-11:30"],
        [
            *_MOMENT,
            "2026-02-30T00:00:00Z",
            "2026-02-28T23:59:59.1Z",
            "2026-02-28T23:59:59+0100",
            "",
            "2026-02-28T23:59:59Z\n",
        ],
    ),
    "zulu-date-time": (
        ["2026-02-28T23:59:59Z"],
        [
            *_MOMENT,
            "2026-02-30T00:00:00Z",
            "2026-02-28T23:59:59z",
            "2026-02-28T23:59:59+00:00",
            "",
            "Z",
            "2026-02-28T23:59:59Z\n",
        ],
    ),
    "date": (
        ["2026-02-28", "2024-02-29"],
        [
            "",
            "2026-02-30",
            "2025-02-29",
            "2026-2-3",
            "2026-02-28T00:00:00",
            "20260228",
            "２026-02-28",
            "28.02.2026",
            "2026-02-28\n",
        ],
    ),
    "date-time": (_DATE_TIMES, _NO_DATE_TIMES),
    "utc-moment": (_DATE_TIMES, _NO_DATE_TIMES),
    "sql-moment": (_DATE_TIMES, _NO_DATE_TIMES),
    "int32": ([0, 2**31 - 1, -(2**31)], [2**31, -(2**31) - 1]),
    "limit": ([-1, 0, 2**40], [-2]),
    "quantity": ([0, -5, 1.5], []),
    "email": (["a@b", "a.b+c@shop.example"], ["", "a", "a@", "@b", "a b@c", "a@b@c", "a@b c", "a@b\n"]),
    "uri": (
        ["https://store.example/", "mailto:a@b", "x-y.z+1:a"],
        ["", "store.example", "//store.example", "1x:a", "https:", "https://a b", "https://a\n"],
    ),
    "html": (["", "<p>"], []),
    "attribute-slug": (["pa_colour", ""], []),
    "comma-list": (["a,b", ""], []),
    "field-list": (["id,name", ""], []),
    "unprotected-key": (["", "colour", "a_b"], ["_", "_edit_lock"]),
}


def test_every_format_has_values_here() -> None:
    assert set(VALUES) == set(CHECKS)


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, (good, _) in VALUES.items() for value in good])
def test_a_value_that_has_its_format(name: str, value: Any) -> None:
    assert CHECKS[name](value) is True


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, (_, bad) in VALUES.items() for value in bad])
def test_a_value_that_does_not(name: str, value: Any) -> None:
    assert CHECKS[name](value) is False


@pytest.mark.parametrize("name", sorted(VALUES))
@pytest.mark.parametrize("value", [None, 1.5, [], {}])
def test_what_is_of_another_type_is_the_types_business(name: str, value: Any) -> None:
    assert CHECKS[name](value) is True


@pytest.mark.parametrize("name", [name for name, (_, bad) in VALUES.items() if bad])
def test_a_format_that_refuses_something_can_say_how_it_looks(name: str) -> None:
    assert FORMATS[name].looks

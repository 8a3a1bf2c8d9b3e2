"""Formats of the description: for each, values that have it and values that do not."""

from __future__ import annotations

from typing import Any

import pytest

from woospec.formats import CHECKS, FORMATS, INPUT_TYPES, OR_EMPTY, READ_TYPES, called

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
    "not-zero": (["a", "0", 0, 5], []),  # a store takes them all
    "quantity": ([0, -5, 1.5], []),
    "quantity-from-0": ([0, 5, 1.5], [-1, -0.5]),
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


#: Format, or nothing, and type of JSON: the type of what is read, that of what may be passed, the word for people.
CALLED = """
                        any      Json          Json                     anything
                        boolean  bool          bool                     switch
                        integer  int           int                      whole_number
                        number   Number        NumberInput              number
                        string   str           str                      text
decimal                 string   DecimalText   DecimalInput             number_as_text
decimal                 number   DecimalNumber DecimalInput             number
decimal-or-empty        string   DecimalOrEmpty DecimalInput            number_as_text
decimal-from-0          string   DecimalText   NonNegativeDecimalInput  number_as_text
decimal-from-0          number   DecimalNumber NonNegativeDecimalInput  number
decimal-from-0-or-empty string   DecimalOrEmpty NonNegativeDecimalInput number_as_text
decimal-6               string   DecimalText   Decimal6Input            number_as_text
decimal-6               number   DecimalNumber Decimal6Input            number
tax-rate                string   DecimalText   TaxRateInput             number_as_text
tax-rate                number   DecimalNumber TaxRateInput             number
local-date-time         string   LocalDateTime LocalDateTimeInput       shop_time
offsetless-date-time    string   LocalDateTime OffsetlessDateTimeInput  shop_time
offset-date-time        string   LocalDateTime OffsetDateTimeInput      offset_moment
utc-date-time           string   UtcDateTime   UtcDateTimeInput         utc_time
zulu-date-time          string   ZuluDateTime  UtcDateTimeInput         zulu_time
date                    string   PlainDate     DateInput                date
date-time               string   str           MomentInput              moment
utc-moment              string   str           UtcMomentInput           utc_time
sql-moment              string   str           SqlMomentInput           moment
email                   string   str           str                      text
uri                     string   str           str                      text
html                    string   str           str                      text
attribute-slug          string   str           AttributeSlugInput       text
comma-list              string   str           CommaListInput           comma_list
field-list              string   str           FieldsInput              field_names
not-zero                string   str           NotZeroTextInput         text
not-zero                integer  int           NotZeroInput             whole_number
unprotected-key         string   str           UnprotectedKeyInput      text
int32                   integer  int           Int32Input               whole_number
limit                   integer  int           LimitInput               whole_number
quantity                number   Number        QuantityInput            number
quantity-from-0         number   Number        NonNegativeQuantityInput number
"""


def test_what_values_are_called() -> None:
    rows = [row.split() for row in CALLED.strip("\n").splitlines()]
    rows = [row if len(row) == 5 else ["", *row] for row in rows]
    assert {(form, kind): tuple(names) for form, kind, *names in rows} == {
        **{("", kind): called(kind, "") for kind in ("any", "boolean", "integer", "number", "string")},
        **{(form, kind): called(kind, form) for form, one in FORMATS.items() for kind in one.on},
    }
    python = {"str", "int", "bool"}
    assert {row[2] for row in rows} - python - {"Json"} == READ_TYPES
    assert {row[3] for row in rows} - python - {"Json"} == INPUT_TYPES
    assert {"decimal-or-empty", "decimal-from-0-or-empty"} == OR_EMPTY


def test_made_values_have_their_formats() -> None:
    """Where none is named, any text has it. A moment of SQL is written with a space, which other moments have not."""
    unnamed = {name for name, one in FORMATS.items() if not one.sample}
    unlike = {
        "html",
        "comma-list",
        "field-list",
        "not-zero",
        "unprotected-key",
        "int32",
        "limit",
        "quantity",
        "quantity-from-0",
    }
    assert unnamed == unlike
    made = {name: (one.sample or "text").replace(" ", "T") for name, one in FORMATS.items()}
    assert [name for name, value in made.items() if not CHECKS[name](value)] == []

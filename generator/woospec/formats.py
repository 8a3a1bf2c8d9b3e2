"""The formats of the description, in one table: what each stands on, which values have it, and what those are called.

A further format is a row of `FORMATS`, a type in `templates/runtime/declared.py` with what reads it, and a row for
people in spec/README.md and in `templates/api_types.jinja`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, NamedTuple

_DECIMAL = re.compile(r"-?\d+(\.\d+)?\Z", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\Z", re.ASCII)
_DATE_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?\Z", re.ASCII)
_OFFSET = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})\Z", re.ASCII)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\Z")
_URI = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:\S+\Z")


def _is_read(by: Callable[[str], object], text: str) -> bool:
    try:
        by(text)
    except ValueError:
        return False
    return True


_is_day, _is_moment = partial(_is_read, date.fromisoformat), partial(_is_read, datetime.fromisoformat)


def _text(test: Callable[[str], bool]) -> Callable[[Any], bool]:
    return lambda value: not isinstance(value, str) or test(value)


def _whole(test: Callable[[int], bool]) -> Callable[[Any], bool]:
    return lambda value: not isinstance(value, int) or test(value)


def _is_not_negative(value: Any) -> bool:
    return not isinstance(value, int | float) or value >= 0


def _any(_: Any) -> bool:
    return True


def _is_decimal(text: str) -> bool:
    return bool(_DECIMAL.match(text))


def _is_from_0(text: str) -> bool:
    return _is_decimal(text) and not text.startswith("-")


class Called(NamedTuple):
    """The type of a value that is read, that of one that is passed, and the word of templates for people."""

    read: str
    write: str
    plain: str


class Format(NamedTuple):
    """A format: what its values are called by the JSON types that it stands on, and which values of these have it."""

    on: Mapping[str, Called]
    fits: Callable[[Any], bool] = _any
    #: How one looks, if the format refuses any.
    looks: str = ""
    #: One for made examples, if any text would not do.
    sample: str = ""


#: Single values without a format, by their JSON type.
TYPES = {
    "any": Called("Json", "Json", "anything"),
    "boolean": Called("bool", "bool", "switch"),
    "integer": Called("int", "int", "whole_number"),
    "number": Called("Number", "NumberInput", "number"),
    "string": Called("str", "str", "text"),
}
_TEXT = {"string": TYPES["string"]}


def _text_as(read: str, write: str, plain: str) -> dict[str, Called]:
    return {"string": Called(read, write, plain)}


def _decimal_as(write: str) -> dict[str, Called]:
    return {**_text_as("DecimalText", write, "number_as_text"), "number": Called("DecimalNumber", write, "number")}


_decimal = _text(_is_decimal)
_date_time = _text(lambda v: bool(_DATE_TIME.match(v)) and _is_moment(v))
_moment = _text(lambda v: bool(_MOMENT.match(v)) and _is_moment(v))
_DIGITS, _FROM_0_LOOKS = 'digits with a point, like "12.50"', 'digits with a point and no sign, like "12.50"'
_MOMENT_LOOKS, _ANY_MOMENT_LOOKS = "YYYY-MM-DDTHH:MM:SS", "YYYY-MM-DDTHH:MM:SS, an offset may follow"
_SAMPLE = "2025-06-01T08:30:00"
FORMATS: dict[str, Format] = {
    "decimal": Format(_decimal_as("DecimalInput"), _decimal, _DIGITS, "12.50"),
    "decimal-or-empty": Format(
        _text_as("DecimalOrEmpty", "DecimalInput", "number_as_text"),
        _text(lambda v: v == "" or _is_decimal(v)),
        f'{_DIGITS}, or ""',
        "12.50",
    ),
    "local-date-time": Format(
        _text_as("LocalDateTime", "LocalDateTimeInput", "shop_time"), _moment, _MOMENT_LOOKS, _SAMPLE
    ),
    "utc-date-time": Format(_text_as("UtcDateTime", "UtcDateTimeInput", "utc_time"), _moment, _MOMENT_LOOKS, _SAMPLE),
    "zulu-date-time": Format(
        _text_as("ZuluDateTime", "UtcDateTimeInput", "zulu_time"),
        _text(lambda v: v.endswith("Z") and bool(_MOMENT.match(v[:-1])) and _is_moment(v)),
        f"{_MOMENT_LOOKS}Z",
        f"{_SAMPLE}Z",
    ),
    "date": Format(
        _text_as("PlainDate", "DateInput", "date"),
        _text(lambda v: bool(_DATE.match(v)) and _is_day(v)),
        "YYYY-MM-DD",
        "2025-06-01",
    ),
    "date-time": Format(_text_as("str", "MomentInput", "moment"), _date_time, _ANY_MOMENT_LOOKS, _SAMPLE),
    "offset-date-time": Format(
        _text_as("LocalDateTime", "OffsetDateTimeInput", "offset_moment"),
        _text(lambda v: bool(_OFFSET.match(v)) and _is_moment(v)),
        f"{_MOMENT_LOOKS} with Z or an offset",
        f"{_SAMPLE}Z",
    ),
    "offsetless-date-time": Format(
        _text_as("LocalDateTime", "OffsetlessDateTimeInput", "shop_time"), _moment, _MOMENT_LOOKS, _SAMPLE
    ),
    "utc-moment": Format(_text_as("str", "UtcMomentInput", "utc_time"), _date_time, _ANY_MOMENT_LOOKS, _SAMPLE),
    "sql-moment": Format(
        _text_as("str", "SqlMomentInput", "moment"), _date_time, _ANY_MOMENT_LOOKS, _SAMPLE.replace("T", " ")
    ),
    "email": Format(_TEXT, _text(lambda v: bool(_EMAIL.match(v))), "name@host", "somebody@example.com"),
    "uri": Format(
        _TEXT,
        _text(lambda v: bool(_URI.match(v))),
        "a full address, like https://store.example/",
        "https://store.example/",
    ),
    "html": Format(_TEXT),
    "attribute-slug": Format(_text_as("str", "AttributeSlugInput", "text"), sample="pa_color"),
    "comma-list": Format(_text_as("str", "CommaListInput", "comma_list")),
    "field-list": Format(_text_as("str", "FieldsInput", "field_names")),
    "not-zero": Format(
        {
            "string": Called("str", "NotZeroTextInput", "text"),
            "integer": Called("int", "NotZeroInput", "whole_number"),
        }
    ),
    "unprotected-key": Format(
        _text_as("str", "UnprotectedKeyInput", "text"),
        _text(lambda v: not v.startswith("_")),
        "text that does not begin with an underscore",
    ),
    "decimal-from-0": Format(_decimal_as("NonNegativeDecimalInput"), _text(_is_from_0), _FROM_0_LOOKS, "12.50"),
    "decimal-from-0-or-empty": Format(
        _text_as("DecimalOrEmpty", "NonNegativeDecimalInput", "number_as_text"),
        _text(lambda v: v == "" or _is_from_0(v)),
        f'{_FROM_0_LOOKS}, or ""',
        "12.50",
    ),
    "tax-rate": Format(_decimal_as("TaxRateInput"), _decimal, 'digits with a point, like "12.5000"', "7.0000"),
    "decimal-6": Format(_decimal_as("Decimal6Input"), _decimal, 'digits with a point, like "12.500000"', "0.5"),
    "int32": Format(
        {"integer": Called("int", "Int32Input", "whole_number")},
        _whole(lambda v: -(2**31) <= v < 2**31),
        "a whole number of 32 bits",
    ),
    "limit": Format({"integer": Called("int", "LimitInput", "whole_number")}, _whole(lambda v: v >= -1), "-1 or more"),
    "quantity": Format({"number": Called("Number", "QuantityInput", "number")}),
    "quantity-from-0": Format(
        {"number": Called("Number", "NonNegativeQuantityInput", "number")},
        _is_not_negative,
        "a number not below 0",
    ),
}
#: For validators.
CHECKS = {name: one.fits for name, one in FORMATS.items()}
#: Those whose values can be an empty text.
OR_EMPTY = frozenset(name for name, one in FORMATS.items() if "DecimalOrEmpty" in {c.read for c in one.on.values()})
_CALLED = [one for form in FORMATS.values() for one in form.on.values()] + [TYPES["number"]]
#: The types of the client for values that are read, and for those that are passed. What is missing is Python's own.
READ_TYPES = frozenset(one.read for one in _CALLED if one.read[0].isupper())
INPUT_TYPES = frozenset(one.write for one in _CALLED if one.write[0].isupper())


def called(kind: str, form: str) -> Called:
    """What values of a JSON type, and of a format if one is named, are called."""
    return FORMATS[form].on[kind] if form else TYPES[kind]

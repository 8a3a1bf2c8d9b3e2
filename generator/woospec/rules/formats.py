"""What the formats of the description mean, as checks on values; what is of another type passes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple

_DECIMAL = re.compile(r"-?\d+(\.\d+)?\Z", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\Z", re.ASCII)
_DATE_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?\Z", re.ASCII)
_OFFSET = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})\Z", re.ASCII)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\Z")
_URI = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:\S+\Z")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _text(test: Callable[[str], bool]) -> Callable[[Any], bool]:
    return lambda value: not isinstance(value, str) or test(value)


def _whole(test: Callable[[int], bool]) -> Callable[[Any], bool]:
    return lambda value: not isinstance(value, int) or test(value)


def _any(_: Any) -> bool:
    return True


_FROM_0_LOOKS = 'digits with a point and no sign, like "12.50"'


def _is_from_0(text: str) -> bool:
    return bool(_DECIMAL.match(text)) and not text.startswith("-")


_decimal = _text(lambda v: bool(_DECIMAL.match(v)))
_date_time = _text(lambda v: bool(_DATE_TIME.match(v)) and _is_moment(v))
_moment = _text(lambda v: bool(_MOMENT.match(v)) and _is_moment(v))
_ONLY_TEXT = frozenset({"string"})
_TEXT_OR_NUMBER = frozenset({"string", "number"})
_MOMENT_LOOKS, _ANY_MOMENT_LOOKS = "YYYY-MM-DDTHH:MM:SS", "YYYY-MM-DDTHH:MM:SS, an offset may follow"


class Format(NamedTuple):
    """The types that a format may stand on, whether a value has it, and how one looks, if it refuses any."""

    types: frozenset[str]
    check: Callable[[Any], bool]
    looks: str = ""


FORMATS: dict[str, Format] = {
    "decimal": Format(_TEXT_OR_NUMBER, _decimal, 'digits with a point, like "12.50"'),
    "decimal-or-empty": Format(
        _ONLY_TEXT, _text(lambda v: v == "" or bool(_DECIMAL.match(v))), 'digits with a point, like "12.50", or ""'
    ),
    "local-date-time": Format(_ONLY_TEXT, _moment, _MOMENT_LOOKS),
    "utc-date-time": Format(_ONLY_TEXT, _moment, _MOMENT_LOOKS),
    "zulu-date-time": Format(
        _ONLY_TEXT,
        _text(lambda v: v.endswith("Z") and bool(_MOMENT.match(v[:-1])) and _is_moment(v)),
        f"{_MOMENT_LOOKS}Z",
    ),
    "date": Format(_ONLY_TEXT, _text(lambda v: bool(_DATE.match(v)) and _is_day(v)), "YYYY-MM-DD"),
    "date-time": Format(_ONLY_TEXT, _date_time, _ANY_MOMENT_LOOKS),
    "offset-date-time": Format(
        _ONLY_TEXT, _text(lambda v: bool(_OFFSET.match(v)) and _is_moment(v)), f"{_MOMENT_LOOKS} with Z or an offset"
    ),
    "offsetless-date-time": Format(_ONLY_TEXT, _moment, _MOMENT_LOOKS),
    "utc-moment": Format(_ONLY_TEXT, _date_time, _ANY_MOMENT_LOOKS),
    "sql-moment": Format(_ONLY_TEXT, _date_time, _ANY_MOMENT_LOOKS),
    "email": Format(_ONLY_TEXT, _text(lambda v: bool(_EMAIL.match(v))), "name@host"),
    "uri": Format(_ONLY_TEXT, _text(lambda v: bool(_URI.match(v))), "a full address, like https://store.example/"),
    "html": Format(_ONLY_TEXT, _any),
    "attribute-slug": Format(_ONLY_TEXT, _any),
    "comma-list": Format(_ONLY_TEXT, _any),
    "field-list": Format(_ONLY_TEXT, _any),
    "unprotected-key": Format(
        _ONLY_TEXT, _text(lambda v: not v.startswith("_")), "text that does not begin with an underscore"
    ),
    "decimal-from-0": Format(_TEXT_OR_NUMBER, _text(_is_from_0), _FROM_0_LOOKS),
    "decimal-from-0-or-empty": Format(_ONLY_TEXT, _text(lambda v: v == "" or _is_from_0(v)), f'{_FROM_0_LOOKS}, or ""'),
    "tax-rate": Format(_TEXT_OR_NUMBER, _decimal, 'digits with a point, like "12.5000"'),
    "decimal-6": Format(_TEXT_OR_NUMBER, _decimal, 'digits with a point, like "12.500000"'),
    "int32": Format(
        frozenset({"integer"}),
        _whole(lambda v: -(2**31) <= v < 2**31),
        "a whole number of 32 bits",
    ),
    "limit": Format(frozenset({"integer"}), _whole(lambda v: v >= -1), "-1 or more"),
    "quantity": Format(frozenset({"number"}), _any),
}
#: For validators.
CHECKS = {name: one.check for name, one in FORMATS.items()}

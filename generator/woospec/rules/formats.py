"""What the formats of the description mean, as checks on values; what is no text passes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

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


_decimal = _text(lambda v: bool(_DECIMAL.match(v)))
_date_time = _text(lambda v: bool(_DATE_TIME.match(v)) and _is_moment(v))
_moment = _text(lambda v: bool(_MOMENT.match(v)) and _is_moment(v))
#: Format → whether a value has it.
CHECKS: dict[str, Callable[[Any], bool]] = {
    "decimal": _decimal,
    "decimal-or-empty": _text(lambda v: v == "" or bool(_DECIMAL.match(v))),
    "tax-rate": _decimal,
    "decimal-6": _decimal,
    "local-date-time": _moment,
    "offset-date-time": _text(lambda v: bool(_OFFSET.match(v)) and _is_moment(v)),
    "offsetless-date-time": _moment,
    "utc-date-time": _moment,
    "zulu-date-time": _text(lambda v: v.endswith("Z") and bool(_MOMENT.match(v[:-1])) and _is_moment(v)),
    "date": _text(lambda v: bool(_DATE.match(v)) and _is_day(v)),
    "date-time": _date_time,
    "utc-moment": _date_time,
    "sql-moment": _date_time,
    "int32": lambda v: not isinstance(v, int) or -(2**31) <= v < 2**31,
    "limit": lambda v: not isinstance(v, int) or v >= -1,
    "quantity": lambda _: True,
    "email": _text(lambda v: bool(_EMAIL.match(v))),
    "uri": _text(lambda v: bool(_URI.match(v))),
    "html": lambda _: True,
    "attribute-slug": lambda _: True,
    "comma-list": lambda _: True,
    "field-list": lambda _: True,
    "unprotected-key": _text(lambda v: not v.startswith("_")),
}
#: Format → how a value of it looks.
FORMS = {
    "decimal": 'digits with a point, like "12.50"',
    "decimal-or-empty": 'digits with a point, like "12.50", or ""',
    "tax-rate": 'digits with a point, like "12.5000"',
    "decimal-6": 'digits with a point, like "12.500000"',
    "local-date-time": "YYYY-MM-DDTHH:MM:SS",
    "offset-date-time": "YYYY-MM-DDTHH:MM:SS with Z or an offset",
    "offsetless-date-time": "YYYY-MM-DDTHH:MM:SS",
    "utc-date-time": "YYYY-MM-DDTHH:MM:SS",
    "zulu-date-time": "YYYY-MM-DDTHH:MM:SSZ",
    "unprotected-key": "text that does not begin with an underscore",
    "date": "YYYY-MM-DD",
    "date-time": "YYYY-MM-DDTHH:MM:SS, an offset may follow",
    "utc-moment": "YYYY-MM-DDTHH:MM:SS, an offset may follow",
    "sql-moment": "YYYY-MM-DDTHH:MM:SS, an offset may follow",
    "int32": "a whole number of 32 bits",
    "limit": "-1 or more",
    "email": "name@host",
    "uri": "a full address, like https://store.example/",
}

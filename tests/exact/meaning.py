"""What a value means to the one who passes it, told without the client's code, and what an answer says.

Both become the same few things: a Decimal, a bool, a naive datetime (shop time), an aware one, or a date.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

NUMBERS = frozenset(
    {
        "decimal",
        "decimal-from-0",
        "tax-rate",
        "number",
        "quantity",
        "quantity-from-0",
        "int",
        "int32",
        "limit",
        "not-zero",
    }
)
#: Moments of UTC, if they do not say their zone; all others are shop time then.
_OF_UTC = frozenset({"utc", "utc-moment", "sql-moment"})
_YES, _NO = ("true", "yes", "on", "y", "t", "1", "1.0", "ja", "wahr"), ("false", "no", "off", "n", "f", "0", "0.0")


class Meaningless(Exception):
    """A value that means nothing of the kind."""


def meant(value: Any, kinds: frozenset[str]) -> Any:
    """What a caller means by a value in a field of these kinds."""
    if kinds & NUMBERS:
        return _number(value)
    if "bool" in kinds:
        return _switch(value)
    if "date" in kinds and isinstance(_day(value), date):
        return _day(value)
    if kinds == {"date"}:
        raise Meaningless
    return _moment(
        value, utc=bool(kinds & _OF_UTC), day="moment" in kinds or bool(kinds & {"utc-moment", "sql-moment"})
    )


def told(value: Any, kinds: frozenset[str], *, utc: bool) -> Any:
    """What an answer says in a field; moments without an offset are UTC or shop time. None stands for nothing."""
    if value is None or (value == "" and "bool" not in kinds):
        return None
    if kinds & NUMBERS:
        return Decimal(json.dumps(value).strip('"')) if not isinstance(value, bool) else value
    if "bool" in kinds:
        return value
    if len(value) == 10:
        return date.fromisoformat(value)
    found = datetime.fromisoformat(value)
    return found.replace(tzinfo=UTC) if utc and found.tzinfo is None else found


def _number(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | str):
        raise Meaningless
    try:
        # A float means its shortest text; a text means what any script's digits say.
        found = Decimal(repr(value) if isinstance(value, float) else value)
    except (InvalidOperation, ValueError):
        raise Meaningless from None
    if not found.is_finite():
        raise Meaningless
    return found


def _switch(value: Any) -> bool:
    word = str(value).strip().lower()
    if word not in (*_YES, *_NO):
        raise Meaningless
    return word in _YES


def _day(value: Any) -> Any:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) and "T" not in value else None
    except ValueError:
        return None


def _moment(value: Any, *, utc: bool, day: bool) -> datetime:
    whole = _day(value)
    if whole is not None and day:
        found = datetime(whole.year, whole.month, whole.day)
    elif isinstance(value, datetime):
        found = value
    else:
        try:
            found = datetime.fromisoformat(value) if isinstance(value, str) and whole is None else None  # type: ignore[assignment]
        except ValueError:
            raise Meaningless from None
        if found is None:
            raise Meaningless
    found = found.replace(microsecond=0)
    return found.replace(tzinfo=UTC) if utc and found.tzinfo is None else found

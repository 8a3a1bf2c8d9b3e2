"""Dates and moments that callers pass, as WooCommerce reads them: exactly that moment, or an error before sending.

WooCommerce gives a text that is no ISO moment to PHP, which makes 1970 of `31.12.` and the next day of `24:00`, and it
reads offsets in one field, converts them in another and drops them in a third. So text is read here and written anew in
the one form that the field takes. Stores count whole seconds; fractions are dropped.

Anything but a datetime, a date or a text raises TypeError, and so does a datetime where a day is meant; what is no
moment of the kind that the field takes raises ValueError. Every message names the place, the value and the right form.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import Any

from .amounts import shown

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]((?:[01][0-9]|2[0-3]):[0-5][0-9])(:[0-5][0-9])?"
    r"(?:\.[0-9]{1,9})?(Z|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)?"
).fullmatch
#: Databases begin with the year 1000; the last year has moments that are another year's elsewhere.
_FIRST, _LAST = 1000, 9999
_FORM = "pass a datetime or text such as '2025-12-31T23:59:59'"


def day(value: Any, where: str) -> str:
    """A calendar day, `YYYY-MM-DD`, from a date or such a text. A datetime is none: pass its `.date()`."""
    if isinstance(value, str):
        found = _read_day(value)
        if found is None:
            raise ValueError(f"{where} is {shown(value)}; pass a date or text such as '2025-12-31'")
        return found.isoformat()
    if isinstance(value, datetime):
        raise TypeError(f"{where} is a datetime; pass its .date(), as the store takes a day here")
    if not isinstance(value, date):
        raise TypeError(f"{where} is {shown(value)}; pass a date or text such as '2025-12-31'")
    return value.isoformat()


def local(value: Any, where: str) -> str:
    """A moment of shop time; one with an offset is sent in UTC, and says so."""
    return _written(_moment(value, where))


def utc(value: Any, where: str) -> str:
    """A moment of UTC without an offset; one with an offset is converted, one without is UTC already."""
    return _bare(_moment(value, where)).isoformat(timespec="seconds")


def filter_moment(value: Any, where: str) -> str:
    """A moment for a filter: like `local`; a date, or a text that is one, is the first moment of that day."""
    return local(first_moment(value), where)


def began(value: Any, where: str) -> datetime:
    """The moment from which something is asked for; a date, or a text that is one, is the first moment of that day."""
    return _moment(first_moment(value), where)


def filter_utc(value: Any, where: str) -> str:
    """A moment of UTC for a filter: like `utc`; a date, or a text that is one, is the first moment of that day."""
    return utc(first_moment(value), where)


def filter_sql(value: Any, where: str) -> str:
    """The same in the form of databases, with a blank, for lists that understand no other."""
    return filter_utc(value, where).replace("T", " ")


def with_offset(value: Any, where: str) -> str:
    """A moment that says its zone, for a field that is shown in another zone than it is read in. It is sent as UTC."""
    moment = _moment(value, where)
    if moment.tzinfo is None:
        raise ValueError(
            f"{where} is {shown(value)}; the store shows this field in one zone and reads it in another, so pass an "
            "aware datetime or a text with an offset"
        )
    return _written(moment)


def without_offset(value: Any, where: str) -> str:
    """A moment of shop time, for a field in which the store drops offsets without converting."""
    moment = _moment(value, where)
    if moment.tzinfo is not None:
        raise ValueError(
            f"{where} is {shown(value)}; the store drops offsets here, so pass shop time: a naive datetime or a text "
            "without an offset"
        )
    return moment.isoformat(timespec="seconds")


def first_moment(value: Any) -> Any:
    """The first moment of a day, naive; whatever is no day stays."""
    found = _read_day(value) if isinstance(value, str) else value
    if isinstance(found, date) and not isinstance(found, datetime):
        return datetime.combine(found, time())
    return value


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY(text) else None
    except ValueError:
        return None


def _moment(value: Any, where: str) -> datetime:
    """What callers pass as a moment."""
    if isinstance(value, datetime):
        # What stands for no date in tables of other libraries is not even equal to itself.
        if value != value or not _FIRST <= value.year < _LAST:
            raise ValueError(f"{where} is {shown(value)}, which no store keeps; {_FORM}")
        return value
    if isinstance(value, str):
        found = _read(value)
        if found is not None:
            return _moment(found, where)
        if _read_day(value) is None:
            raise ValueError(f"{where} is {shown(value)}; {_FORM}")
    elif not isinstance(value, date):
        raise TypeError(f"{where} is {shown(value)}; {_FORM}")
    raise ValueError(
        f"{where} is the day {value}, where the store takes a moment; pass '{value}T00:00:00' for its start or "
        f"'{value}T23:59:59' for its end"
    )


def _read(text: str) -> datetime | None:
    matched = _MOMENT(text)
    if matched is None:
        return None
    day_, minutes, seconds, offset = matched.groups()
    try:
        return datetime.fromisoformat(f"{day_}T{minutes}{seconds or ':00'}{offset or ''}")
    except ValueError:
        return None


def _bare(moment: datetime) -> datetime:
    """A moment without an offset, in UTC."""
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(UTC).replace(tzinfo=None)


def _written(moment: datetime) -> str:
    """A moment of shop time, or in UTC if it says its zone: of other offsets, stores read the hours only."""
    zone = "" if moment.tzinfo is None else "Z"
    return f"{_bare(moment).isoformat(timespec='seconds')}{zone}"

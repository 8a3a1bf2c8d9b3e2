"""Moments as WooCommerce writes them: shop time without an offset, and its twin in UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?", re.IGNORECASE
)
_SECONDS = re.compile(r"-?\d{1,11}")
#: Words for days, and how far away they are.
_DAYS = {"yesterday": -1, "today": 0, "midnight": 0, "tomorrow": 1}
_HALF_HOURS = re.compile(r"([+-]\d{2}):\d{2}$")
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_LOOSE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?")


def now() -> datetime:
    """This moment, in whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


def zone(name: str) -> tzinfo:
    """A time zone by name, or by how far it is ahead of UTC: `Europe/Berlin`, `+01:00`."""
    fixed = _offset(name) if name[:1] in ("+", "-") else None
    return fixed or (UTC if name == "UTC" else ZoneInfo(name))


def local(moment: datetime, zone: tzinfo) -> str:
    """A moment in shop time."""
    return _text(moment.astimezone(zone))


def utc(moment: datetime) -> str:
    """A moment in UTC."""
    return _text(moment.astimezone(UTC))


def _text(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(timespec="seconds")


def parse(text: str, zone: tzinfo) -> datetime | None:
    """A date as requests write it, with or without an offset, with or without a time; None if it is none."""
    matched = _ISO.fullmatch(text.strip())
    try:
        if matched:
            *numbers, offset = matched.groups()
            return _moment([int(n) for n in numbers], _offset(offset) or zone)
        if loose := _LOOSE.fullmatch(text.strip()):
            return _moment([int(n or 0) for n in loose.groups()], zone)
        if american := _AMERICAN.fullmatch(text.strip()):
            month, day, year = map(int, american.groups())
            return _moment([year, month, day, 0, 0, 0], zone)
    except ValueError:
        return None
    return None


def _moment(numbers: list[int], zone: tzinfo) -> datetime:
    """A moment of six numbers. As in PHP, the day after the last one of a month is in the next month."""
    year, month, day, *time = numbers
    if not 1 <= day <= 31:
        raise ValueError("There is no such day.")
    return datetime(year, month, 1, *time, tzinfo=zone) + timedelta(days=day - 1)  # type: ignore[arg-type, misc]  # three numbers


def sent(value: Any, zone: tzinfo | None, today: datetime) -> datetime | None:
    """A date of a request: in shop time, where of an offset only the hours are read, or in UTC if no zone is given.

    PHP also reads words for days, and WooCommerce seconds since 1970 where a date is in shop time.
    """
    text = str(value or "").strip()
    if text.lower() in _DAYS:
        day = today.replace(hour=0, minute=0, second=0) + timedelta(days=_DAYS[text.lower()])
        return day if zone is None else day.replace(tzinfo=zone)
    if zone is not None and _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(text), UTC) if int(text) else None
    return parse(text, UTC) if zone is None else parse(_HALF_HOURS.sub(r"\1:00", text), zone)


def moment(text: str, zone: tzinfo) -> datetime | None:
    """A date with a time, as WordPress itself reads it; None if it is none."""
    return parse(text, zone) if _ISO.fullmatch(text) else None


def is_date_time(text: str) -> bool:
    """Whether WordPress takes a text for a date with a time."""
    return _ISO.fullmatch(text) is not None and parse(text, UTC) is not None


def _offset(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text in "zZ":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    delta = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-delta if text[0] == "-" else delta)


def from_local(text: str, zone: tzinfo) -> datetime | None:
    """A date of a stored document."""
    return parse(text, zone) if text else None

"""Days and moments at their bounds, each way of writing them by itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from wooclient._runtime import moments

EAST = timezone(timedelta(hours=5, minutes=30))
WAYS: list[Callable[[Any, str], str]] = [
    moments.local,
    moments.utc,
    moments.with_offset,
    moments.without_offset,
    moments.filter_moment,
    moments.filter_utc,
    moments.filter_sql,
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("odd", [5, 1.5, None, True, ["2027-12-31T12:00:00"], b"2027-12-31T12:00:00"])
def test_what_is_neither_text_nor_a_moment_is_of_a_wrong_kind(way: Callable[[Any, str], str], odd: Any) -> None:
    with pytest.raises(TypeError, match=r"^x is .*; pass a datetime or text such as '2025-12-31T23:59:59'$"):
        way(odd, "x")
    with pytest.raises(TypeError, match=r"^x is .*; pass a date or text such as '2025-12-31'$"):
        moments.day(odd, "x")


@pytest.mark.parametrize("year", [999, 9999])
def test_years_that_no_store_keeps(year: int) -> None:
    for given in (datetime(year, 6, 1), f"{year:04}-06-01T00:00:00"):
        with pytest.raises(ValueError, match="which no store keeps"):
            moments.local(given, "x")


@pytest.mark.parametrize("year", [1000, 9998])
def test_the_first_and_the_last_year_that_a_store_keeps(year: int) -> None:
    assert moments.local(datetime(year, 6, 1), "x") == f"{year}-06-01T00:00:00"
    assert moments.local(f"{year}-06-01T00:00:00", "x") == f"{year}-06-01T00:00:00"


def test_what_stands_for_no_date_in_tables_is_refused() -> None:
    class NotATime(datetime):
        def __eq__(self, other: object) -> bool:
            return False

        def __ne__(self, other: object) -> bool:
            return True

        __hash__ = datetime.__hash__

    with pytest.raises(ValueError, match="which no store keeps"):
        moments.local(NotATime(2027, 6, 1), "x")


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("2027-12-31T00:00", "2027-12-31T00:00:00"),
        ("2027-12-31T23:59:59", "2027-12-31T23:59:59"),
        ("2027-12-31 23:59:59.999999999", "2027-12-31T23:59:59"),
        ("2027-12-31T12:00:00+14:00", "2027-12-30T22:00:00Z"),
        ("2027-12-31T12:00:00+14:59", "2027-12-30T21:01:00Z"),
        ("2027-12-31T12:00:00-0330", "2027-12-31T15:30:00Z"),
        ("2027-12-31T12:00:00+02", "2027-12-31T10:00:00Z"),
        ("2027-12-31T12:00Z", "2027-12-31T12:00:00Z"),
        ("2028-02-29T12:00", "2028-02-29T12:00:00"),
    ],
)
def test_texts_that_are_moments(text: str, wire: str) -> None:
    assert moments.local(text, "x") == wire


@pytest.mark.parametrize(
    "text",
    [
        "2027-12-31T24:00",
        "2027-12-31T12:60",
        "2027-12-31T12:00:60",
        "2027-12-31T12:00:00.",
        "2027-12-31T12:00:00.1234567890",
        "2027-12-31T12:00:00+15:00",
        "2027-12-31T12:00:00+2",
        "2027-12-31T12:00:00z",
        "2027-12-31t12:00:00",
        "2027-12-31  12:00:00",
        " 2027-12-31T12:00:00",
        "2027-13-01T12:00",
        "2027-04-31T12:00",
        "",
    ],
)
def test_texts_that_are_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"^x is .*; pass a datetime or text such as"):
        moments.local(text, "x")


def test_each_way_writes_a_naive_and_an_aware_moment_in_its_own_form() -> None:
    naive, aware = datetime(2027, 12, 31, 1, 2, 3, 999_999), datetime(2027, 12, 31, 1, 2, 3, tzinfo=EAST)
    assert moments.local(naive, "x") == moments.filter_moment(naive, "x") == "2027-12-31T01:02:03"
    assert moments.local(aware, "x") == moments.filter_moment(aware, "x") == "2027-12-30T19:32:03Z"
    assert moments.utc(naive, "x") == moments.filter_utc(naive, "x") == "2027-12-31T01:02:03"
    assert moments.utc(aware, "x") == moments.filter_utc(aware, "x") == "2027-12-30T19:32:03"
    assert moments.filter_sql(naive, "x") == "2027-12-31 01:02:03"
    assert moments.filter_sql(aware, "x") == "2027-12-30 19:32:03"
    assert moments.with_offset(aware, "x") == "2027-12-30T19:32:03Z"
    assert moments.without_offset(naive, "x") == "2027-12-31T01:02:03"
    with pytest.raises(ValueError, match="pass an aware datetime"):
        moments.with_offset(naive, "x")
    for moment in (aware, datetime(2027, 12, 31, tzinfo=UTC), "2027-12-31T00:00:00Z"):
        with pytest.raises(ValueError, match="pass shop time"):
            moments.without_offset(moment, "x")


def test_a_day_is_its_first_moment_in_filters_only() -> None:
    for given in (date(2027, 12, 31), "2027-12-31"):
        assert moments.filter_moment(given, "x") == moments.filter_utc(given, "x") == "2027-12-31T00:00:00"
        assert moments.filter_sql(given, "x") == "2027-12-31 00:00:00"
        for way in (moments.local, moments.utc, moments.with_offset, moments.without_offset):
            with pytest.raises(ValueError, match="x is the day 2027-12-31"):
                way(given, "x")
        assert moments.day(given, "x") == "2027-12-31"
    with pytest.raises(TypeError, match=r"x is a datetime; pass its .date\(\)"):
        moments.day(datetime(2027, 12, 31), "x")
    for text in ("2027-02-29", "2027-12-31T00:00", "31.12.2027", "20271231", ""):
        with pytest.raises(ValueError, match=r"^x is .*pass a date or text"):
            moments.day(text, "x")


@pytest.fixture
def abroad(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine whose own zone is not UTC, as those of people are."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "America/New_York")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("abroad")
def test_the_zone_of_the_machine_changes_nothing() -> None:
    naive = datetime(2027, 7, 1, 12)
    assert time.strftime("%H", time.localtime(0)) == "19"
    assert moments.utc(naive, "x") == moments.local(naive, "x") == "2027-07-01T12:00:00"
    assert moments.utc("2027-07-01T12:00", "x") == "2027-07-01T12:00:00"
    assert moments.local(naive.replace(tzinfo=UTC), "x") == "2027-07-01T12:00:00Z"
    assert moments.filter_sql(date(2027, 7, 1), "x") == "2027-07-01 00:00:00"

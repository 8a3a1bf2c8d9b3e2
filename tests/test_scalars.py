"""Single values of answers: each form that is read, each that is not, and how they are written back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from wooclient._runtime import scalars
from wooclient._runtime.drift import MISSING, Drift
from wooclient._runtime.scalars import (
    DecimalNumber,
    DecimalOrEmpty,
    DecimalText,
    EmptyMap,
    IndexedList,
    LocalDateTime,
    PlainDate,
    UtcDateTime,
    ZuluDateTime,
)

EAST = timezone(timedelta(hours=2))


def read(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


def written(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).dump_python(value)


@pytest.mark.parametrize(
    ("kind", "came", "value"),
    [
        (DecimalText, "19.90", Decimal("19.90")),
        (DecimalText, "-0", Decimal("-0")),
        (DecimalText, "0.000", Decimal("0.000")),
        (DecimalOrEmpty, "", None),
        (DecimalOrEmpty, "7", Decimal(7)),
        (DecimalNumber, 7, Decimal(7)),
        (DecimalNumber, 0.1, Decimal("0.1")),
        (LocalDateTime, "2027-01-02T03:04:05", datetime(2027, 1, 2, 3, 4, 5)),
        (UtcDateTime, "2027-01-02T03:04:05", datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)),
        (ZuluDateTime, "2027-01-02T03:04:05Z", datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)),
        (PlainDate, "2027-01-02", date(2027, 1, 2)),
    ],
)
def test_what_is_read_is_written_as_it_came(kind: Any, came: Any, value: Any) -> None:
    found = read(kind, came)
    assert (found, str(found)) == (value, str(value))
    assert written(kind, found) == came
    assert type(written(kind, found)) is type(came)


@pytest.mark.parametrize(
    ("kind", "odd"),
    [
        *((DecimalText, odd) for odd in ("", "1,5", "1e3", "+1", "01", "00.5", ".5", "5.", " 5", "5\n", "-")),
        *((DecimalText, odd) for odd in ("٣", 5, None)),
        *((DecimalOrEmpty, odd) for odd in (" ", "x", 0, False, None)),
        *((DecimalNumber, odd) for odd in ("5", True, None, float("nan"), float("inf"), float("-inf"))),
        *((LocalDateTime, odd) for odd in ("2027-01-02 03:04:05", "2027-01-02T03:04:05Z", "2027-01-02T03:04:5")),
        *((LocalDateTime, odd) for odd in ("", None)),
        *((LocalDateTime, odd) for odd in ("2027-13-02T03:04:05", "2027-01-02T03:04+01", "2027-01-02T030405.1", 1)),
        *((UtcDateTime, odd) for odd in ("2027-01-02T03:04+01", "2027-01-02T03:04:05Z", "2027-01-02")),
        *((ZuluDateTime, odd) for odd in ("2027-01-02T03:04:05", "2027-01-02T03:04:05z", "2027-01-02 03:04:05Z", None)),
        *((PlainDate, odd) for odd in ("2027-1-2", "2027-02-30", "20270102", "2027-W01-1", None)),
    ],
)  # fmt: skip
def test_what_would_not_be_written_as_it_came_is_not_read(kind: Any, odd: Any) -> None:
    with pytest.raises(ValidationError):
        read(kind, odd)


@pytest.mark.parametrize(
    ("came", "value"),
    [
        (" +5.\n", "5"),
        (".5", "0.5"),
        ("1e3", "1E+3"),
        ("1E-123", "1E-123"),
        ("007", "7"),
        (5, "5"),
        (0.1, "0.1"),
    ],
)
def test_what_can_mean_only_one_number(came: Any, value: str) -> None:
    for kind in (DecimalText, DecimalOrEmpty, DecimalNumber):
        way = scalars.read_otherwise(get_args(kind)[1])
        assert way is not None
        assert str(way(came)) == value
        for odd in ("1e1234", "1e", "e3", ".", "1.2.3", "1,5", "", "0x1", "١", True, None, float("nan")):
            with pytest.raises(ValueError, match="not a JSON number"):
                way(odd)
    assert [scalars.read_otherwise(get_args(kind)[1]) for kind in (LocalDateTime, PlainDate)] == [None, None]
    assert scalars.read_otherwise("a mark") is None


@pytest.mark.parametrize(
    ("kind", "value", "wire"),
    [
        (DecimalText, Decimal("1E+3"), "1000"),
        (DecimalText, Decimal("1E-7"), "0.0000001"),
        (DecimalText, "as it came", "as it came"),
        (DecimalOrEmpty, None, ""),
        (DecimalNumber, Decimal(7), 7),
        (DecimalNumber, Decimal("7.0"), 7.0),
        (DecimalNumber, Decimal("7E1"), 70.0),
        (DecimalNumber, "x", "x"),
        (LocalDateTime, datetime(2027, 1, 2, 3, 4, 5, 999_999), "2027-01-02T03:04:05"),
        (LocalDateTime, datetime(2027, 1, 2, tzinfo=EAST), "2027-01-02T00:00:00+02:00"),
        (UtcDateTime, datetime(2027, 1, 2), "2027-01-02T00:00:00"),
        (UtcDateTime, datetime(2027, 1, 2, tzinfo=EAST), "2027-01-01T22:00:00"),
        (UtcDateTime, "as it came", "as it came"),
        (ZuluDateTime, datetime(2027, 1, 2, tzinfo=EAST), "2027-01-01T22:00:00Z"),
        (ZuluDateTime, None, None),
        (PlainDate, date(2027, 1, 2), "2027-01-02"),
        (PlainDate, None, None),
    ],
)
def test_what_was_assigned_is_written_in_the_form_of_its_field(kind: Any, value: Any, wire: Any) -> None:
    found = written(kind, value)
    assert (found, type(found)) == (wire, type(wire))


def test_a_cache_of_values_stays_small_and_keeps_no_error() -> None:
    parsed: list[str] = []

    def parse(text: str) -> int:
        parsed.append(text)
        return int(text)

    cache = scalars._Cache(parse)
    for _ in range(2):
        assert cache["7"] == 7
        with pytest.raises(ValueError, match="invalid literal"):
            cache["x"]
    assert parsed == ["7", "x", "x"]
    for number in range(10_000):
        assert cache[str(number)] == number
        assert len(cache) <= 4096


def test_empty_objects_that_came_as_lists() -> None:
    free: Any = scalars.Annotated[dict[str, int], scalars.MAP_OR_EMPTY_LIST]
    none: Any = scalars.Annotated[dict[str, int] | None, scalars.NONE_AS_EMPTY_LIST]
    apart: Any = scalars.Annotated[dict[str, int] | tuple[()] | None, scalars.TUPLE_AS_EMPTY_LIST]
    assert type(read(free, [])) is EmptyMap
    assert [written(free, read(free, one)) for one in ([], {}, {"a": 1})] == [[], {}, {"a": 1}]
    filled = EmptyMap()
    filled["a"] = 1
    assert written(free, filled) == {"a": 1}
    assert [read(none, one) for one in ([], {"a": 1})] == [None, {"a": 1}]
    assert [written(none, one) for one in (None, {"a": 1})] == [[], {"a": 1}]
    assert [read(apart, one) for one in ([], None, {"a": 1})] == [(), None, {"a": 1}]
    assert [written(apart, one) for one in ((), None, {"a": 1})] == [[], None, {"a": 1}]
    for kind, odd in ((free, [1]), (free, None), (none, None), (none, [1]), (apart, [1])):
        with pytest.raises(ValidationError):
            read(kind, odd)
    assert IndexedList([5, 6], iter(["1", "3"])).keys == ("1", "3")


# Drift


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        ("", "string"), (True, "boolean"), (7, "number"), (1.5, "number"), ([], "array"), ({}, "object"),
        (None, "null"), (MISSING, "missing"), (Decimal(1), "Decimal"),
    ],
)  # fmt: skip
def test_drift_knows_types_and_no_values(value: Any, seen: str, caplog: pytest.LogCaptureFixture) -> None:
    drift = Drift()
    drift.record("A.b", value)
    drift.record("A.b", value)
    assert drift.counts == {"A.b": {seen: 2}}
    assert [tuple(one) for one in drift] == [("A.b", seen, 2)]
    told = "A.b is missing in an answer" if value is MISSING else f"A.b has an unexpected format ({seen})"
    assert [message.startswith(told) for message in caplog.messages] == [True]
    assert (repr(drift), len(drift), "A.b" in drift, "A.c" in drift) == (f"<Drift A.b {seen} x2>", 1, True, False)
    drift.counts["A.b"].clear()
    assert len(list(drift)) == 1, "what is given out is a copy"
    drift.clear()
    assert (repr(drift), bool(drift)) == ("<Drift none>", False)
    drift.record("A.b", value)
    assert len(caplog.messages) == 2


def test_drift_is_in_the_order_of_fields() -> None:
    drift = Drift()
    for field, value in (("B.x", 1), ("A.z", "a"), ("A.z", None), ("A.b", [])):
        drift.record(field, value)
    assert [(one.field, one.seen) for one in drift] == [
        ("A.b", "array"), ("A.z", "null"), ("A.z", "string"), ("B.x", "number"),
    ]  # fmt: skip

"""What reads the values of each declared type."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from wooclient._runtime.declared import READ, READ_TEXT, SHOP_TIME

MOMENT = datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)
BARE = MOMENT.replace(tzinfo=None)
#: Mark, value, and what goes out.
ROWS: list[tuple[str, Any, Any]] = [
    ("decimal", Decimal("1E+1"), "10"),
    ("decimal-from-0", Decimal("0.50"), "0.50"),
    ("tax-rate", Decimal("7.5"), "7.5"),
    ("number", Decimal("7.5"), 7.5),
    ("quantity", 7, 7),
    ("quantity-from-0", 7, 7),
    ("int32", -7, -7),
    ("limit", -1, -1),
    ("local", BARE, "2027-01-02T03:04:05"),
    ("local", MOMENT, "2027-01-02T03:04:05Z"),
    ("utc", MOMENT, "2027-01-02T03:04:05"),
    ("with-offset", MOMENT, "2027-01-02T03:04:05Z"),
    ("without-offset", BARE, "2027-01-02T03:04:05"),
    ("moment", date(2027, 1, 2), "2027-01-02T00:00:00"),
    ("moment", MOMENT, "2027-01-02T03:04:05Z"),
    ("utc-moment", date(2027, 1, 2), "2027-01-02T00:00:00"),
    ("utc-moment", MOMENT, "2027-01-02T03:04:05"),
    ("sql-moment", MOMENT, "2027-01-02 03:04:05"),
    ("date", date(2027, 1, 2), "2027-01-02"),
    ("not-zero", 7, 7),
]


def test_each_mark_has_its_reader() -> None:
    assert [(mark, value, READ[mark](value, "x")) for mark, value, _ in ROWS] == ROWS
    assert {mark for mark, *_ in ROWS} == set(READ)
    assert set(READ_TEXT) == {"unprotected-key", "not-zero-text"}
    assert READ_TEXT["not-zero-text"]("0,1", "x") == "0,1"
    assert READ_TEXT["unprotected-key"]("a_b", "x") == "a_b"
    assert {"local", "with-offset", "without-offset"} == SHOP_TIME
    for odd in (
        ("decimal-from-0", "-0.01"),
        ("tax-rate", "1.23456"),
        ("quantity", 7.5),
        ("quantity-from-0", 7.5),
        ("quantity-from-0", -1),
        ("int32", 2**31),
        ("limit", -2),
        ("local", date(2027, 1, 2)),
        ("utc", date(2027, 1, 2)),
        ("with-offset", BARE),
        ("without-offset", MOMENT),
        ("not-zero", 0),
        ("not-zero", "0"),
        ("not-zero", -7),
        ("not-zero", True),
    ):
        with pytest.raises((ValueError, TypeError), match=r"^x is "):
            READ[odd[0]](odd[1], "x")
    with pytest.raises(ValueError, match=r"whose key begins with an underscore"):
        READ_TEXT["unprotected-key"]("_a", "x")
    for zero in ("0", " 0 "):
        with pytest.raises(ValueError, match=r"^x is '.*0.*', which the store takes for no filter"):
            READ_TEXT["not-zero-text"](zero, "x")

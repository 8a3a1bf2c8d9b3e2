"""Records as rows of a table: which columns there are, of which kind, and cells that no spreadsheet runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from wooclient._runtime.shapes import is_array, is_object

from .console import json_line

#: How a text begins that a spreadsheet takes for a formula; quotes in front of it are counted, so that none is lost.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?").fullmatch
INTEGER, NUMBER, BOOLEAN, TEXT = "integer", "number", "boolean", "text"
_LARGEST = 2**63


def flat(record: Any, prefix: str = "") -> dict[str, Any]:
    """A record as one row: parts of objects are columns of their own (`billing.city`), lists are JSON text."""
    if not is_object(record):
        return {prefix.rstrip(".") or "value": json_line(record) if is_array(record) else record}
    row: dict[str, Any] = {}
    for name, value in record.items():
        if is_object(value):
            row.update(flat(value, f"{prefix}{name}."))
        else:
            row[f"{prefix}{name}"] = json_line(value) if is_array(value) else value
    return row


def columns(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The columns of a table and the kind of their values, in the order in which they first came."""
    found: dict[str, str] = {}
    for row in rows:
        for name, value in row.items():
            kind = _kind(value)
            known = found.setdefault(name, kind)
            if kind != known and kind:
                found[name] = kind if not known else NUMBER if {kind, known} == {INTEGER, NUMBER} else TEXT
    return {name: kind or TEXT for name, kind in found.items()}


def _kind(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return BOOLEAN
    if isinstance(value, int):
        return INTEGER if -_LARGEST <= value < _LARGEST else TEXT
    return NUMBER if isinstance(value, float) else TEXT


def as_kind(value: Any, kind: str) -> Any:
    """A value for a column of a kind; whatever stands among texts is text."""
    if value is None or kind != TEXT or isinstance(value, str):
        return float(value) if kind == NUMBER and value is not None else value
    return json_line(value)


def distinct(names: Iterable[str]) -> dict[str, str]:
    """Names of columns for a database, which does not tell capitals from small letters."""
    found: dict[str, str] = {}
    taken = set[str]()
    for name in names:
        made, number = name, 2
        while made.lower() in taken:
            made, number = f"{name}_{number}", number + 1
        taken.add(made.lower())
        found[name] = made
    return found


def csv_cell(value: Any) -> str:
    """A value as the text of a cell. What a spreadsheet would take for a formula gets a quote in front."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return f"'{text}" if isinstance(value, str) and _FORMULA.match(text) and not _NUMBER(text) else text


def from_csv_cell(text: str) -> str:
    """The text that `csv_cell` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text

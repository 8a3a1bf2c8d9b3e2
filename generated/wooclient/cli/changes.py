"""What a change would do to a record, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from wooclient._runtime.shapes import is_array, is_object


class Change(NamedTuple):
    """One field that would change."""

    field: str
    old: Any
    new: Any


def changes(record: Mapping[str, Any], sent: Mapping[str, Any], prefix: str = "") -> list[Change]:
    """The fields of a record that would change if `sent` were sent, both as JSON."""
    found: list[Change] = []
    for name, new in sent.items():
        old = record.get(name)
        if is_object(new) and is_object(old):
            found += changes(old, new, f"{prefix}{name}.")
        elif not _same(old, new):
            found.append(Change(f"{prefix}{name}", old, new))
    return found


def _same(old: Any, new: Any) -> bool:
    """Whether a field holds what was sent: numbers by value, objects by the names that were sent."""
    if is_array(new):
        return is_array(old) and len(old) == len(new) and all(map(_same, old, new))
    if is_object(new):
        return is_object(old) and all(_same(old.get(name), inside) for name, inside in new.items())
    if new is None or new == "":
        return old is None or old == ""
    return bool(old == new) or _number(old) == _number(new) is not None


def _number(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None

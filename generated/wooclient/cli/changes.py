"""What a change would do to a record, field by field, and what of it a store did not keep."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from html import unescape
from typing import Any, NamedTuple

from wooclient._runtime.not_kept import number
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


def not_kept(
    sent: Mapping[str, Any],
    came: Mapping[str, Any],
    before: Mapping[str, Any],
    nothing: Mapping[str, str],
    prefix: str = "",
) -> list[str]:
    """The fields that were sent and that the store answered with another value, all as JSON.

    `before` holds what the record held, by the names that `changes` gives, and `nothing` the values that stores show as
    nothing. Of fields that the answer does not have, such as passwords, nothing is known.
    """
    found: list[str] = []
    for name, new in sent.items():
        place = f"{prefix}{name}"
        if name not in came:
            continue
        if is_object(new) and is_object(came[name]):
            found += not_kept(new, came[name], before, nothing, f"{place}.")
        elif not (came[name] == "" and new == nothing.get(place)) and not _kept(new, came[name], before.get(place)):
            found.append(place)
    return found


def _kept(new: Any, now: Any, before: Any) -> bool:
    """Whether a store kept a value. Stores write some in a form of their own, which is no loss."""
    if _same(now, new):
        return True
    if isinstance(new, str) and isinstance(now, str):
        return _plain(new) == _plain(now)
    if not (is_array(new) and is_array(now)) or not new:
        return False
    # What came with a list that is there may stay in it (custom fields); what an item says may come as something else,
    # as the address of a picture does.
    if all(any(_same(one, item) for one in now) for item in new):
        return True
    return len(now) >= len(new) and not _same(now, before)


def _plain(text: str) -> str:
    return " ".join(unescape(text).split()).casefold()


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
    found = number(value)
    return found if found is not None and found.is_finite() else None

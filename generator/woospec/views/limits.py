"""What a description says of a value beyond its type."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from woospec.model import Limit

#: The lower and the upper limit of each kind, and what they count.
_PAIRS = (
    ("minimum", "maximum", ""),
    ("minLength", "maxLength", "character"),
    ("minItems", "maxItems", "item"),
    ("minProperties", "maxProperties", "key"),
    ("uniqueItems", "", "distinct"),
)


class Range(NamedTuple):
    """The limits of a value, or of each of the values inside it; `counts` is what they count, if not the value itself.

    Where no two items may be alike, `counts` is `distinct`.
    """

    low: float | None
    high: float | None
    counts: str
    each: bool = False


def ranges(limits: Iterable[Limit]) -> tuple[Range, ...]:
    """Limits in pairs, those of a value before those of what it holds."""
    found = {(limit.each, limit.word): limit.value for limit in limits}
    if not found:
        return ()
    return tuple(
        Range(found.get((each, low)), found.get((each, high)), counts, each)
        for each in (False, True)
        for low, high, counts in _PAIRS
        if found.get((each, low)) is not None or (each, high) in found
    )

"""What a description says of a value beyond its type, in sentences for docstrings."""

from __future__ import annotations

from collections.abc import Iterable

from woospec.model import Limit

#: The lower and the upper limit of each kind, and what they count.
_PAIRS = (
    ("minimum", "maximum", "", ""),
    ("minLength", "maxLength", " character", "s"),
    ("minItems", "maxItems", " item", "s"),
    ("minProperties", "maxProperties", " key", "s"),
)


def sentences(limits: Iterable[Limit]) -> list[str]:
    """Limits in words, those of a value before those of what it holds."""
    own = {limit.word: limit.value for limit in limits if not limit.each}
    each = {limit.word: limit.value for limit in limits if limit.each}
    return [*map(_capital, phrases(own)), *(f"Each of them: {phrase}." for phrase in phrases(each))]


def phrases(limits: dict[str, float]) -> list[str]:
    """Limits by their words, in plain ones."""
    found = [_range(limits.get(low), limits.get(high), unit, s) for low, high, unit, s in _PAIRS]
    return [phrase for phrase in found if phrase] + (["no two alike"] if limits.get("uniqueItems") else [])


def _range(low: float | None, high: float | None, unit: str, plural: str) -> str:
    counted = f"{unit}{'' if high == 1 or (high is None and low == 1) else plural}" if unit else ""
    if high == 0 and unit:
        return f"no{unit}{plural}"
    if low is None:
        return "" if high is None else f"at most {high}{counted}"
    if high is None:
        return f"at least {low}{counted}"
    return f"exactly {low}{counted}" if low == high else f"from {low} to {high}{counted}"


def _capital(phrase: str) -> str:
    return f"{phrase[0].upper()}{phrase[1:]}."

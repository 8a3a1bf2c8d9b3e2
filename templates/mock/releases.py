"""What a release of WooCommerce has, as the description dates it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

Json = dict[str, Any]


def is_in(part: Json, release: tuple[int, ...]) -> bool:
    """Whether a release has a field or a parameter; one that is not known has all."""
    since, until = numbers(part.get("x-woo-since", "")), numbers(part.get("x-woo-until", ""))
    return not release or (since <= release and not (until and until <= release))


def of_release(part: Json, release: tuple[int, ...]) -> Json:
    """A parameter or field without the words that a release does not know."""
    said = part.get("x-woo-words", {})
    gone = [word for word in said if not is_in({f"x-woo-{end}": r for end, r in said[word].items()}, release)]
    found: Json = {**part, "enum": [w for w in part["enum"] if w not in gone]} if gone and "enum" in part else part
    return {**found, "items": of_release(found["items"], release)} if "items" in found else found


@cache
def numbers(release: str) -> tuple[int, ...]:
    """A release as numbers that compare: `10.0.2` → (10, 0, 2)."""
    return tuple(int(part) for part in re.findall(r"\d+", release)[:3])

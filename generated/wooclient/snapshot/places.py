"""Postcodes and towns: what tax rates and shipping zones ask of them is still so of those that are made up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count

from .inventing import Inventor

_RANGE = re.compile(r"(\d+)\.\.\.(\d+)")
_TRIES = 50


class Places:
    """The patterns of a store, and postcodes made up by them."""

    def __init__(self, inventor: Inventor, postcodes: Iterable[str] = (), cities: Iterable[str] = ()) -> None:
        self.inventor = inventor
        self._patterns = sorted({plain(code) for code in postcodes} - {""})
        self._cities = {city.strip().casefold() for city in cities}

    def city(self, value: str) -> str:
        """A town. One that a tax rate names is nobody's secret, and stays."""
        return value if value.strip().casefold() in self._cities else self.inventor.city(value)

    def postcode(self, value: str) -> str:
        """Another postcode that fits the same patterns as the real one."""
        wanted = self._fitting(value)
        if plain(value) in wanted:
            return value
        for attempt in count():
            made = self._made(value, wanted, attempt)
            if attempt >= _TRIES or (self._fitting(made) == wanted and plain(made) != plain(value)):
                return made
        raise AssertionError("endless")

    def _fitting(self, value: str) -> list[str]:
        code = plain(value)
        return [pattern for pattern in self._patterns if _fits(pattern, code)]

    def _made(self, value: str, wanted: list[str], attempt: int) -> str:
        kind = f"postcode {attempt}"
        ranges = [found for pattern in wanted if (found := _RANGE.fullmatch(pattern))]
        if ranges:
            low, high = max(int(found[1]) for found in ranges), min(int(found[2]) for found in ranges)
            return str(low + self.inventor.number(kind, value, max(high - low + 1, 1))).zfill(len(value))
        kept = max((len(pattern) - 1 for pattern in wanted if pattern.endswith("*")), default=0)
        shaped = self.inventor.shaped(kind, value)
        return value[:kept] + shaped[kept:] if plain(value)[:kept] == value[:kept].upper() else shaped


def plain(code: str) -> str:
    """A postcode as patterns see it."""
    return re.sub(r"[\s-]", "", code).upper()


def _fits(pattern: str, code: str) -> bool:
    found = _RANGE.fullmatch(pattern)
    if found:
        return code.isdecimal() and int(found[1]) <= int(code) <= int(found[2])
    return code.startswith(pattern[:-1]) if pattern.endswith("*") else code == pattern

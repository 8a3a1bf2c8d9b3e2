"""Records by a value that names them, such as a SKU: many values, few requests, and a word on those not found."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from .pages import WALK_SIZE
from .query import percent
from .shapes import is_many

T = TypeVar("T")
#: How long the values of one request may get, percent-encoded. Servers take 8,000 characters, the rest included.
_LONGEST = 4000


class Found(dict[str, T], Generic[T]):
    """What a store has, by the value that was asked for.

    Attributes:
        missing: The values for which the store has nothing, in the order asked.
        duplicates: The values that several records have, with all of these. The oldest of them stands in the mapping.
    """

    def __init__(self, found: Mapping[str, T], missing: Iterable[str], duplicates: Mapping[str, tuple[T, ...]]) -> None:
        super().__init__(found)
        self.missing = tuple(missing)
        self.duplicates = dict(duplicates)

    def __repr__(self) -> str:
        """How many were found, and what was not."""
        lacking = f", missing: {', '.join(map(repr, self.missing))}" if self.missing else ""
        return f"<Found {len(self)} of {len(self) + len(self.missing)}{lacking}>"

    def __reduce__(self) -> tuple[Any, ...]:
        """Made anew from its parts, so that it can be pickled."""
        return type(self), (dict(self), self.missing, self.duplicates)


class Lookup(Generic[T]):
    """The course of one search, without I/O: queries to make, records to take, and what comes of it.

    The parameter `name` of the list takes several values with commas between them, and `attribute` of a record holds
    its own. Stores compare without regard to letter case; so does this.
    """

    def __init__(self, name: str, attribute: str, values: Iterable[str], given: Mapping[str, object]) -> None:
        self.name, self.attribute, self.given = name, attribute, given
        if not is_many(values):
            raise TypeError(f"pass a list of values of {name}, not {type(values).__name__}")
        if name in given:
            raise TypeError(f"{name} is what is looked up; pass its values as the list")
        self.values = list(dict.fromkeys(self._checked(value) for value in values))
        #: Records by their value and their id: a value with a comma finds others too, maybe once more.
        self._records: dict[str, dict[object, T]] = {}

    def _checked(self, value: object) -> str:
        if not isinstance(value, str):
            raise TypeError(f"a {self.name} is text; {value!r} is {type(value).__name__}")
        if not value.strip(" ,"):
            raise ValueError(f"an empty {self.name} would find everything")
        return value

    def queries(self) -> Iterator[dict[str, object]]:
        """The parameters of each list to walk."""
        for group in _groups(dict.fromkeys(value.strip() for value in self.values)):
            text = ",".join(group)
            # PHP takes a lone 0 for nothing, and the store would find everything.
            yield {**self.given, self.name: "0,0" if text == "0" else text}

    def took(self, record: T) -> None:
        """Note a record that a list held."""
        value = getattr(record, self.attribute, None)
        if value is None:
            raise ValueError(f"the records came without {self.attribute}; add it to the fields that are asked for")
        self._records.setdefault(_plain(str(value)), {})[getattr(record, "id", record)] = record

    def result(self) -> Found[T]:
        """What was found."""
        found: dict[str, T] = {}
        duplicates: dict[str, tuple[T, ...]] = {}
        for value in self.values:
            records = list(self._records.get(_plain(value), {}).values())
            # Spelled just so, if there is one.
            same = [r for r in records if getattr(r, self.attribute) == value.strip()] or records
            if same:
                found[value] = same[0]
            if len(same) > 1:
                duplicates[value] = tuple(same)
        return Found(found, [value for value in self.values if value not in found], duplicates)


def _groups(values: Iterable[str]) -> Iterator[list[str]]:
    """Values that go into one request; one with a comma goes alone, as the store then takes it whole."""
    group: list[str] = []
    length = 0
    for value in sorted(values, key=lambda value: "," in value):
        size = len(percent(f"{value},"))
        if group and ("," in value or len(group) == WALK_SIZE or length + size > _LONGEST):
            yield group
            group, length = [], 0
        group.append(value)
        length += size
    if group:
        yield group


def _plain(value: str) -> str:
    return unicodedata.normalize("NFC", value.strip()).casefold()

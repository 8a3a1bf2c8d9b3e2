"""What a store answers otherwise than the description says, counted by field."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from threading import Lock
from typing import Any, NamedTuple

_log = logging.getLogger("wooclient.drift")


class Missing:
    """Stands for a field that stores always send, in an answer that lacks it."""


MISSING = Missing()
_JSON_TYPES: dict[Any, str] = {
    str: "string",
    bool: "boolean",
    int: "number",
    float: "number",
    list: "array",
    dict: "object",
    type(None): "null",
    Missing: "missing",
}
_ODD = "%s has an unexpected format (%s); the value was kept unchanged"
_LACKS = "%s is %s in an answer, though stores always send it; probably a plugin removes it"


class Oddity(NamedTuple):
    """One field that held something unexpected: `Product.price`, what JSON type was seen, and how often.

    `seen` is "missing" for a field that stores always send, where an answer lacked it.
    """

    field: str
    seen: str
    times: int


class Drift:
    """The oddities that one client has met. Values are not kept, only their types; safe to use from many threads.

    Iterate over it for `Oddity` rows; it is empty, and false, as long as the store answers as described. The first
    oddity of each field is logged once, as a warning of the logger `wooclient.drift`.

    Example:
        for field, seen, times in woo.drift:
            print(f"{field} came {times} times as {seen}")
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._counts: dict[str, dict[str, int]] = {}

    def record(self, field: str, value: object) -> None:
        """Count one value of `field` that did not fit its declared type."""
        seen = _JSON_TYPES.get(type(value), type(value).__name__)
        with self._lock:
            first = field not in self._counts
            counts = self._counts.setdefault(field, {})
            counts[seen] = counts.get(seen, 0) + 1
        if first:
            _log.warning(_LACKS if value is MISSING else _ODD, field, seen)

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """Field → JSON type → how often, as a copy."""
        with self._lock:
            return {field: dict(counts) for field, counts in self._counts.items()}

    def clear(self) -> None:
        """Forget everything; each field is logged again when it next is odd."""
        with self._lock:
            self._counts.clear()

    def __iter__(self) -> Iterator[Oddity]:
        """The oddities so far, by field."""
        found = sorted(self.counts.items())
        return iter([Oddity(field, seen, n) for field, counts in found for seen, n in sorted(counts.items())])

    def __len__(self) -> int:
        """How many fields were odd."""
        return len(self._counts)

    def __contains__(self, field: object) -> bool:
        """Whether `field` (`Product.price`) was odd at least once."""
        return field in self._counts

    def __repr__(self) -> str:
        """The fields and their counts."""
        return f"<Drift {', '.join(f'{o.field} {o.seen} x{o.times}' for o in self) or 'none'}>"

"""A change between two descriptions, and equal changes of many operations put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from woospec.diff.rules import RULES, VERDICTS, Rule


class Found(NamedTuple):
    """One change.

    Attributes:
        rule: The id of its rule.
        at: The place, as people call it: `Coupon.amount`, `?status`, `body.items[]`.
        was: What stood there; empty where nothing did.
        now: What stands there.
        before: The JSON pointer in the old document; empty if the place was not there.
        after: The JSON pointer in the new document; empty if the place is not there.
    """

    rule: str
    at: str
    was: str = ""
    now: str = ""
    before: str = ""
    after: str = ""


@dataclass
class Change:
    """One change and the operations that it reaches."""

    found: Found
    #: The versions of the API in which it was found; none for a document of its own.
    versions: list[str] = field(default_factory=list[str])
    operations: list[str] = field(default_factory=list[str])
    #: Where it stands: `file:line`.
    place: str = ""
    #: The client's methods for the operations.
    methods: list[str] = field(default_factory=list[str])

    @property
    def rule(self) -> Rule:
        """What kind of change it is."""
        return RULES[self.found.rule]


class Difference(NamedTuple):
    """What changed between two descriptions: on the wire, and for users of the client (None where there is none)."""

    old: str
    new: str
    wire: list[Change]
    python: list[Change] | None

    @property
    def is_breaking(self) -> bool:
        """Whether anything that worked may fail."""
        return any(change.rule.verdict == "breaking" for change in (*self.wire, *(self.python or ())))


def collected(pairs: Iterable[tuple[str, Found]], version: str = "") -> list[Change]:
    """Changes by verdict and place, each once, with all operations in which it was found."""
    made: dict[tuple[str, str, str, str], Change] = {}
    for operation, found in pairs:
        change = made.setdefault(found[:4], Change(found, [version] if version else []))
        if operation and operation not in change.operations:
            change.operations.append(operation)
    return sorted(made.values(), key=lambda c: (VERDICTS.index(c.rule.verdict), c.found.at, c.found.rule))


def joined(changes: Iterable[Change]) -> list[Change]:
    """Changes of several versions, each line of the spec once: what is said of the first version stands for all."""
    made: dict[tuple[str, ...], Change] = {}
    for change in changes:
        key = (*change.found[:4], change.place)
        if made.setdefault(key, change) is not change:
            made[key].versions += change.versions
    return list(made.values())

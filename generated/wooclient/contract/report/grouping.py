"""Findings by their cause: a field that is wrong in every operation, version and item is one thing to mend.

A cause is a field of a family, or what happens without one: a header, a code, a status. What follows from a wrong
field in the same answer (the client's types refuse it, it cannot be written back) belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..calls.checking import ITEM
from ..described.clients import client_operations
from ..described.description import Described
from ..running.results import Entry, Failure

#: The first step of a pointer into the answer of a batch.
_PARTS = ("create", "update", "delete")
#: How a field is named that is not there.
_MISSING = re.compile(r'^"([^"]+)" is a required property$')
#: What differs in messages that say the same: numbers, what is quoted, what was asked for. Of a refusal, status and
#: code tell enough.
_DIFFERS = re.compile(r"(?<=^refused: )(\d+ \w+).*|\d+|\"[^\"]*\"|'[^']*'|=\w+|\b(?:asc|desc)\b", re.DOTALL)
#: Of several findings about a field, the first that there is tells what is wrong.
_KINDS = ("body", "decode", "roundtrip", "header", "status", "code", "behaviour")


@dataclass(frozen=True)
class Found:
    """A finding with where it was found."""

    version: str
    described: Described
    failure: Failure


@dataclass
class Cause:
    """Something that is wrong, and everything that comes of it.

    Attributes:
        family: The family of operations.
        where: The field, as a pointer without what differs from call to call; empty if it is no field.
        defect: What the description knows to be wrong with the store, if it is that.
    """

    family: str
    where: str
    defect: str
    all: list[Found] = field(default_factory=list[Found])

    @cached_property
    def first(self) -> Found:
        """The finding that says best what is wrong."""
        return min(self.all, key=lambda found: _KINDS.index(found.failure.finding.kind))

    @property
    def places(self) -> list[str]:
        """Where the spec says otherwise, as told by the findings that say best what is wrong."""
        kind = self.first.failure.finding.kind
        told = [f.failure.finding.place or f.described.place for f in self.all if f.failure.finding.kind == kind]
        return list(dict.fromkeys(told))

    @property
    def operations(self) -> list[tuple[str, str]]:
        """In which operations of which versions it shows."""
        return list(dict.fromkeys((found.version, found.described.id) for found in self.all))


def causes(entries: Mapping[tuple[str, str], Entry]) -> list[Cause]:
    """The causes of all findings, those that show in most operations first, known defects of the store last."""
    found: dict[tuple[str, ...], Cause] = {}
    for one in _all(entries):
        finding = one.failure.finding
        where = _field(one)
        said = _DIFFERS.sub(lambda found: found[1] or "…", finding.message)
        key = (finding.defect, one.described.family, where or f"{finding.kind} {said}")
        cause = found.setdefault(key, Cause(one.described.family, where, finding.defect))
        cause.all.append(one)
    return sorted(found.values(), key=lambda cause: (bool(cause.defect), -len(cause.operations)))


def _all(entries: Mapping[tuple[str, str], Entry]) -> Iterable[Found]:
    return (Found(version, e.described, f) for (version, _), e in entries.items() for f in e.failures)


def _field(one: Found) -> str:
    """The field that a finding is about, as a pointer into one thing: without batches, envelopes and lists."""
    finding = one.failure.finding
    missing = _MISSING.match(finding.message)
    pointer = f"{finding.pointer}/{missing[1]}" if missing else finding.pointer or finding.cause
    steps = ITEM.sub("*", pointer).split("/")[1:]
    verb = one.described.id.rpartition(".")[2]
    if steps[:1] == [client_operations(one.version)[one.described.id].answer_envelope]:
        steps = steps[1:]
    if verb in ("batch", "bulk") and steps and steps[0] in _PARTS:
        steps = steps[1:]
    if steps[:1] == ["*"]:
        steps = steps[1:]
    return "".join(f"/{step}" for step in steps)

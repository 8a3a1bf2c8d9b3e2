"""Lists that differ: which records both sides have and show differently, and which one side has alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from differential.comparing import TOTALS, Comparison
from differential.likeness import IsPair
from differential.pairing import opened
from differential.sides import Answer

#: The number here of a record there, if it is known.
Partner = Callable[[Any], int | None]


#: A record with more fields than these tells enough to know it by.
_TELLING = 4


@dataclass
class Uneven:
    """The numbers of records: those of both sides and of the other one by the number there, ours by the number here."""

    both: list[int] = field(default_factory=list[int])
    there: list[int] = field(default_factory=list[int])
    here: list[int] = field(default_factory=list[int])

    def __bool__(self) -> bool:
        return bool(self.both or self.there or self.here)


def uneven(theirs: Answer, ours: Answer, partner: Partner, is_new: Callable[[int], bool], is_pair: IsPair) -> Uneven:
    """What two answers with lists do not have in common. The order alone makes nothing uneven.

    `is_new` says whether a number here is of a record that only this side has.
    """
    found = Uneven()
    left = dict(_records(ours.body))
    counted = any(theirs.headers.get(name) != ours.headers.get(name) for name in TOTALS)
    for number, record in _records(theirs.body):
        other = partner(number)
        if other is None:
            found.there.append(number)
        elif other in left:
            shown = Answer(200, {}, record), Answer(200, {}, left.pop(other))
            if Comparison(*shown, is_pair).level:
                found.both.append(number)
        elif counted:
            found.both.append(number)
    found.here = list(filter(is_new, left))
    return found


def alike(
    theirs: Answer, ours: Answer, is_unknown: Callable[[int], bool], is_new: Callable[[int], bool], is_pair: IsPair
) -> Iterator[tuple[int, int]]:
    """Records of which nothing is known yet, such as an order that a refusal left behind: which is like which."""
    left = {number: record for number, record in _records(ours.body) if is_new(number) and len(record) > _TELLING}
    for number, record in _records(theirs.body) if left else ():
        if is_unknown(number):
            told = Answer(200, {}, record)
            like = (one for one, other in left.items() if not Comparison(told, Answer(200, {}, other), is_pair).level)
            found = next(like, None)
            if found is not None:
                del left[found]
                yield number, found


def _records(body: Any) -> Iterator[tuple[int, Any]]:
    body = opened(body)
    for record in body if isinstance(body, list) else ():
        number = record.get("id") if isinstance(record, dict) else None
        if isinstance(number, int) and number:
            yield number, record

"""Which record of one side is which of the other: learnt from answers that both gave to the same request."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from differential.steps import NAME, Step
from replay.ids import Ids, space_of

Json = dict[str, Any]
#: Records that come by themselves, known from lists alone.
_LISTED = ("comment", "instance")
#: A number that no record has.
NOWHERE = 99999998


class Pairs:
    """The numbers that two stores give: `there` and `here`, by the name in the requests.

    Names hold the number of the store that a walk was first drawn for; when it is sent again, that store has others.
    """

    def __init__(self) -> None:
        self.there, self.here, self._across = Ids(), Ids(), Ids()

    def learn(self, step: Step, named: Any, theirs: Any, ours: Any) -> None:
        """Note the numbers of an answer; `named` is the one that the names come from."""
        space = self.space(step)
        named, theirs, ours = (opened(value) for value in (named, theirs, ours))
        if isinstance(theirs, list) and not self._in_one_order(step, space, theirs, ours):
            return
        self.there.learn(named, theirs, space)
        self.here.learn(named, ours, space)
        self._across.learn(theirs, ours, space)

    @staticmethod
    def _in_one_order(step: Step, space: str, theirs: list[Any], ours: Any) -> bool:
        """Whether two lists have the same record at the same place: what a bulk request names, in its order."""
        fits = isinstance(ours, list) and len(theirs) == len(ours)
        return fits and (space in _LISTED or step.path.endswith("/bulk"))

    def begin(self, names: Iterable[str]) -> None:
        """Note what was there before the walk: it has one number on both sides."""
        for found in filter(None, map(NAME.fullmatch, names)):
            self._across.known[(found[1], int(found[2]))] = int(found[2])

    def is_new_here(self, step: Step, ours: Any) -> bool:
        """Whether a number here is of no record that the other side is known to have."""
        space = self.space(step)
        return isinstance(ours, int) and not any(s == space and n == ours for (s, _), n in self._across.known.items())

    def is_unknown_there(self, step: Step, theirs: int) -> bool:
        """Whether nothing is known of a number there, not even that the other side has no such record."""
        key = self.space(step), theirs
        return key not in self._across.known and self.here.known.get(key) != NOWHERE

    def pair(self, step: Step, theirs: int, ours: int) -> None:
        """Note that two numbers are one record's."""
        key = self.space(step), theirs
        self._across.known[key] = self.here.known[key] = ours

    def partner(self, step: Step, theirs: Any) -> int | None:
        """The number here of a record there; None if only that side has it, or nothing is known of it."""
        found = self._across.known.get((self.space(step), theirs))
        return None if found == NOWHERE else found

    def is_pair(self, space: str, name: str, theirs: Any, ours: Any) -> bool:
        """Whether two numbers of a field are one record's. What was never seen before may be."""
        if not isinstance(theirs, int) or not isinstance(ours, int):
            return bool(theirs == ours)
        found = self.here.space(name, space)
        if not found or not theirs or not ours:
            return False
        known = self._across.known.get((found, theirs))
        return known is None or known == ours

    def only_there(self, step: Step, named: Any) -> None:
        """Note what one side alone made: the other has nothing by that number."""
        number = opened(named).get("id") if isinstance(opened(named), dict) else None
        if isinstance(number, int):
            self.here.known.setdefault((self.space(step), number), NOWHERE)

    @staticmethod
    def space(step: Step) -> str:
        """The numbers that the answers to a request have."""
        return space_of(_plain(step.path))


def _plain(path: str) -> str:
    """A path with a number for each name."""
    return "/".join("0" if part.startswith("«") else part for part in path.split("/"))


def opened(value: Any) -> Any:
    """What is inside the envelope of the legacy API, whose notes have texts for ids."""
    if isinstance(value, dict) and len(value) == 1:
        inside = next(iter(value.values()))
        if isinstance(inside, dict | list) and next(iter(value)) not in ("create", "update", "delete"):
            return [_numbered(one) for one in inside] if isinstance(inside, list) else _numbered(inside)
    return value


def _numbered(record: Any) -> Any:
    is_text = isinstance(record, dict) and isinstance(record.get("id"), str) and record["id"].isdigit()
    return {**record, "id": int(record["id"])} if is_text else record

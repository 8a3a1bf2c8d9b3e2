"""Which record of one side is which of the other: learnt from answers that both gave to the same request."""

from __future__ import annotations

from typing import Any

from differential.steps import Step
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
        if isinstance(theirs, list) and not (space in _LISTED and isinstance(ours, list) and len(theirs) == len(ours)):
            return
        self.there.learn(named, theirs, space)
        self.here.learn(named, ours, space)
        self._across.learn(theirs, ours, space)

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
    """What is inside the envelope of the legacy API."""
    if isinstance(value, dict) and len(value) == 1:
        inside = next(iter(value.values()))
        if isinstance(inside, dict | list) and next(iter(value)) not in ("create", "update", "delete"):
            return inside
    return value

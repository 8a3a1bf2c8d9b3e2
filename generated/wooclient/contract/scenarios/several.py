"""Several things of one kind at once, for scenarios about lists of them."""

from __future__ import annotations

from typing import Any

from ..calls.steps import Broken, Steps
from ..described.description import Json
from ..running.run import Run
from .life import Ids, Life, Place, filled, fresh, made_one, settle, unseen


class Several:
    """Things of one kind that one scenario made, side by side.

    Attributes:
        life: Their kind.
        place: What they live under.
        bodies: What the store answered when each was made.
    """

    def __init__(self, life: Life, place: Place, bodies: list[Any]) -> None:
        self.life, self.place, self.bodies = life, place, bodies

    @property
    def ids(self) -> list[Any]:
        """What paths call them, in the order in which they were made."""
        return [body[self.life.key] for body in self.bodies]

    @property
    def above(self) -> Ids:
        """The ids that go before their own."""
        return self.place.ids

    def own(self, run: Run) -> Json:
        """Parameters of the list that leave nothing but these; empty if what they live under does that already."""
        operation = f"{self.life.kind}.list"
        if self.above:
            return {}
        words = {**self.place.words, "mark": run.mark}
        return run.fit(operation, {"include": self.ids}) or run.fit(operation, filled(self.life.found_by, words))


def several(life: Life, run: Run, count: int) -> Steps[Several]:
    """Make things of a kind; they are removed at the end. Ends the scenario where the version would not find them."""
    if unseen(run, life.kind):
        raise Broken
    place = yield from settle(life, run)
    bodies: list[Any] = []
    for number in range(count):
        values = fresh(life, run, place, f"{run.mark}-{number}")
        made = yield from run.needed(f"{life.kind}.create", *place.ids, **values)
        yield from made_one(life, run, (*place.ids, made.body[life.key]))
        bodies.append(made.body)
    return Several(life, place, bodies)

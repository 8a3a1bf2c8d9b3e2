"""Send requests to both sides, compare, and bring both level again after each difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from differential.comparing import Comparison
from differential.levelling import levelling
from differential.pairing import Pairs, opened
from differential.pool import Pool
from differential.sides import Answer, MockSide
from differential.steps import Step

Json = dict[str, Any]
#: Collections whose records go to the trash first, so that they can be asked for afterwards.
_TRASH = ("products", "variations", "orders", "coupons", "reviews")


#: What stores answer for records that stay, and what is written anew of those.
_STAYS = (400, 403, 500)
_WRITTEN = ("name", "slug", "description", "parent", "display", "menu_order")


class Side(Protocol):
    """A store, or the log of one."""

    def send(self, step: Step) -> Answer:
        """Send a request."""
        ...


@dataclass
class Exchange:
    """A request, what each side answered, and what differs. `named` is the answer that names come from."""

    step: Step
    theirs: Answer
    ours: Answer
    found: Comparison
    named: Any = None


class Walk:
    """Two sides, and what is known of their records."""

    def __init__(self, there: Side, here: MockSide, pool: Pool) -> None:
        self.there = there
        self.here = here
        self.pool = pool
        self.pairs = Pairs()

    def exchange(self, step: Step, named: Any = None) -> Exchange:
        """Ask both, there first: the mock store's clock follows."""
        theirs = self.there.send(step.filled(self.pairs.there.ours))
        self.here.now = theirs.at
        ours = self.here.send(step.filled(self.pairs.here.ours))
        named = theirs.body if named is None else named
        if theirs.status < 400 and ours.status < 400:
            self.pairs.learn(step, named, theirs.body, ours.body)
        elif theirs.status < 400:
            self.pairs.only_there(step, named)
        else:
            self._undo(step, ours)
        space = self.pairs.space(step)
        order = next(
            (str(v) for n, v in step.query if n in ("orderby", "filter[orderby]")),
            "date" if step.method == "GET" else "",
        )
        found = Comparison(theirs, ours, lambda name, a, b: self.pairs.is_pair(space, name, a, b), order, step.path)
        self._note(step, theirs, named)
        return Exchange(step, theirs, ours, found, named)

    def walk(self, steps: Iterable[Step]) -> Iterator[Exchange]:
        """Exchanges of drawn requests, each difference followed by the requests that put both level."""
        for step in steps:
            done = self.exchange(step)
            yield done
            if done.found.level:
                for one in levelling(done, self.pool):
                    one.level = True
                    gone = self.exchange(one)
                    yield gone
                    if one.method == "DELETE" and gone.theirs.status in _STAYS and gone.ours.status >= 400:
                        yield from self._written_anew(one.path)

    def _written_anew(self, path: str) -> Iterator[Exchange]:
        """Bring a record level that cannot be deleted: both get what the real store has."""
        seen = self.exchange(Step("GET", path, [("context", "edit")], level=True))
        yield seen
        if isinstance(seen.theirs.body, dict) and seen.found.level:
            body = {name: seen.theirs.body[name] for name in _WRITTEN if name in seen.theirs.body}
            yield self.exchange(Step("PUT", path, [], body, level=True))

    def replay(self, logged: Iterable[tuple[Step, Answer]]) -> Iterator[Exchange]:
        """The exchanges of a log."""
        for step, answer in logged:
            yield self.exchange(step, answer.body)

    def _undo(self, step: Step, ours: Answer) -> None:
        """Delete what the mock store alone has made."""
        body = ours.body if isinstance(ours.body, dict) else {}
        made = [opened(body)] if step.method == "POST" and ours.status == 201 else []
        if step.path.endswith("/batch") and ours.status == 200:
            made = [item for item in body.get("create") or [] if item.get("id")]
        place = step.filled(self.pairs.here.ours).path.removesuffix("/batch")
        for one in filter(lambda one: isinstance(one, dict), made):
            key = one.get("id", one.get("slug"))
            self.here.send(Step("DELETE", f"{place}/{key}", [("force", "true")]))

    def _note(self, step: Step, theirs: Answer, named: Any) -> None:
        """Keep the pool up to date."""
        if theirs.status >= 400:
            return
        body = opened(named)
        if step.method == "DELETE":
            kept = step.path.split("/")[-2] in _TRASH and ("force", "true") not in step.query
            if not kept:
                self.pool.remove(step.path)
        elif isinstance(named, dict) and step.path.endswith("/batch"):
            self._note_batch(step.path.removesuffix("/batch"), named)
        elif (step.method == "POST" and theirs.status == 201) or step.path.endswith("/methods"):
            self._note_made(step.path.removesuffix("/duplicate"), [body])
        elif isinstance(body, list) and step.method == "GET" and step.path.endswith(("/notes", "/variations")):
            self._note_made(step.path, body)

    def _note_made(self, collection: str, records: list[Any]) -> None:
        for record in records:
            if isinstance(record, dict):
                self.pool.add(collection, record)

    def _note_batch(self, collection: str, body: Json) -> None:
        for item in body.get("create") or []:
            if isinstance(item, dict) and not item.get("error"):
                self.pool.add(collection, item)
        for item in body.get("delete") or []:
            if isinstance(item, dict) and not item.get("error"):
                self.pool.remove(f"{collection}/«{self.pairs.space(Step('GET', collection))}:{item.get('id')}»")

"""Send requests to both sides, compare, and bring both level again after each difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from differential.comparing import Comparison
from differential.levelling import census, collection_of, gone, levelling, listing_of, rows_of, stays
from differential.pairing import Pairs, opened
from differential.pool import Pool
from differential.sides import Answer, MockSide
from differential.steps import Step, name
from differential.uneven import Uneven, alike, uneven

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
        self.pairs.begin(one for names in pool.collections.values() for one in names)

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
        self._one_sided(step, theirs, ours)
        space = self.pairs.space(step)
        order = next(
            (str(v) for n, v in step.query if n in ("orderby", "filter[orderby]")),
            "date" if step.method == "GET" else "",
        )
        found = Comparison(theirs, ours, lambda name, a, b: self.pairs.is_pair(space, name, a, b), order, step.path)
        self._note(step, theirs, named)
        if listing_of(step) and theirs.status == ours.status == 200:
            self._pair(step, theirs, ours, space)
        return Exchange(step, theirs, ours, found, named)

    def _pair(self, step: Step, theirs: Answer, ours: Answer, space: str) -> None:
        """Learn from a list which records are one that no request has told of."""
        pairs = alike(
            theirs,
            ours,
            lambda number: self.pairs.is_unknown_there(step, number),
            lambda number: self.pairs.is_new_here(step, number),
            lambda name, a, b: self.pairs.is_pair(space, name, a, b),
        )
        for one, other in list(pairs):
            self.pairs.pair(step, one, other)

    def walk(self, steps: Iterable[Step]) -> Iterator[Exchange]:
        """Exchanges of drawn requests, each difference followed by the requests that put both level."""
        for step in steps:
            done = self.exchange(step)
            yield done
            if done.found.level:
                for one in levelling(done, self.pool):
                    one.level = True
                    sent = self.exchange(one)
                    yield sent
                    self._forget(one)
                    if one.method == "DELETE" and sent.theirs.status in _STAYS and sent.ours.status >= 400:
                        yield from self._written_anew(one.path)
            yield from self._listed(done)

    def _forget(self, step: Step) -> None:
        """What was deleted to bring both sides level, or cannot be deleted there, is not asked for again."""
        if step.method == "DELETE" and not stays(step.path):
            self.pool.remove(step.path)

    def _listed(self, done: Exchange) -> Iterator[Exchange]:
        """Delete what lists show differently. Where only the number of records differs, a longer list tells which."""
        place = listing_of(done.step)
        if not place or not (done.found.level or done.found.headers):
            return
        found = self._uneven(done)
        if not found and done.found.counts_differ:
            done = self.exchange(census(done, place))
            yield done
            found = self._uneven(done)
        self._take_apart(place, found)
        space = self.pairs.space(Step("GET", place))
        paths = [f"{place}/{name(space, number)}" for number in (*found.both, *found.there)]
        for path in paths:
            if not stays(path):
                yield self.exchange(gone(path))
                self._forget(gone(path))

    def _take_apart(self, place: str, found: Uneven) -> None:
        """Note what the real store alone has, and delete what the mock store alone has."""
        for number in found.there:
            self.pairs.only_there(Step("GET", place), {"id": number})
        for number in found.here:
            self.here.send(gone(f"{place}/{number}").filled(self.pairs.here.ours))

    def _uneven(self, done: Exchange) -> Uneven:
        space = self.pairs.space(done.step)
        return uneven(
            done.theirs,
            done.ours,
            lambda number: self.pairs.partner(done.step, number),
            lambda number: self.pairs.is_new_here(done.step, number),
            lambda name, a, b: self.pairs.is_pair(space, name, a, b),
        )

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
            done = self.exchange(step, answer.body)
            yield done
            place = listing_of(step)
            if place and (step.level or done.found.level):
                self._take_apart(place, self._uneven(done))

    def _undo(self, step: Step, ours: Answer) -> None:
        """Delete what the mock store alone has made."""
        made = rows_of(step, ours.body)
        if step.method == "POST" and ours.status == 201 and isinstance(opened(ours.body), dict):
            made = [opened(ours.body)]
        for row in made:
            self._delete_here(step, row)

    def _one_sided(self, step: Step, theirs: Answer, ours: Answer) -> None:
        """Of a batch, delete what the mock store alone has made, and note what it has not."""
        both = theirs.status < 400 and ours.status < 400
        for one, other in zip(*(rows_of(step, a.body) if both else () for a in (theirs, ours)), strict=False):
            if "error" in one and "error" not in other:
                self._delete_here(step, other)
            elif "error" in other and "error" not in one and self.pairs.partner(step, one.get("id")) is None:
                self.pairs.only_there(step, one)

    def _delete_here(self, step: Step, row: Json) -> None:
        place, key = collection_of(step.filled(self.pairs.here.ours)), row.get("id", row.get("slug"))
        if key and (isinstance(key, str) or self.pairs.is_new_here(step, key)):
            self.here.send(gone(f"{place}/{key}"))

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
        elif step.path.endswith("/bulk"):
            self._note_made(collection_of(step), [row for row in rows_of(step, named) if "error" not in row])
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

"""A list in slices that together give each record once, for several threads, processes or machines.

A slice says which records it holds: by the moments between which they were made, where the list can be asked so, else
by their ids. Neither moves while the shop goes on: pages do, as records come and go.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .pages import WALK_SIZE, Page, Walk
from .walking import async_walk, paged, walk

if TYPE_CHECKING:
    from .client import AsyncClient, SyncClient
    from .operation import Operation

T = TypeVar("T")
#: What a caller cannot pass, as the slices are made of it.
_OWN = ("include", "offset", "order", "orderby", "page", "per_page")
#: The parameters that slices by moments take.
_DATES = frozenset({"after", "before", "dates_are_gmt", "orderby"})
_MADE = "date_created_gmt"


@dataclass(frozen=True)
class Partition(Generic[T]):
    """A slice of a list. It can be pickled and holds no key: each worker reads it with a client of its own.

    Attributes:
        operation: The list.
        above: The ids of what the list stands below.
        given: The parameters of the list.
        after: The records were made at this moment (UTC) or later; None for no such bound.
        before: They were made before this moment (UTC); None for no such bound.
        ids: The records themselves, where the list cannot be asked by moments.
    """

    operation: Operation[list[T]]
    above: tuple[int | str, ...]
    given: Mapping[str, object] = field(repr=False)
    after: datetime | None = None
    before: datetime | None = None
    ids: tuple[int, ...] | None = None

    def iter(self, woo: SyncClient, *, prefetch: int = 0) -> Iterator[T]:
        """Walk the records of this slice.

        Args:
            woo: A client of the store that the slice is of; one of the same store with another key is fine.
            prefetch: How many pages may be fetched at once.

        Raises:
            RequestError: Or one of its kinds, if a request fails.
        """
        for query in self.queries():
            yield from walk(woo, self.operation, query, self.above, prefetch)

    async def aiter(self, woo: AsyncClient, *, prefetch: int = 0) -> AsyncIterator[T]:
        """The same with an async client."""
        for query in self.queries():
            async for record in async_walk(woo, self.operation, query, self.above, prefetch):
                yield record

    def queries(self) -> Iterator[dict[str, object]]:
        """The parameters of each list to walk."""
        if self.ids is not None:
            for start in range(0, len(self.ids), WALK_SIZE):
                yield {**self.given, "include": list(self.ids[start : start + WALK_SIZE])}
            return
        # The store leaves out the second that it is asked for.
        after = {} if self.after is None else {"after": self.after - timedelta(seconds=1)}
        before = {} if self.before is None else {"before": self.before}
        yield {**self.given, **after, **before, **({"dates_are_gmt": True} if after or before else {})}


#: The course of making slices: it asks for pages, is sent them, and returns the slices.
Planning = Generator[Mapping[str, object], Page[Any], list[Partition[Any]]]


def cut(
    woo: SyncClient, operation: Operation[list[T]], n: int, given: Mapping[str, object], above: tuple[int | str, ...]
) -> tuple[Partition[T], ...]:
    """Ask for all that the making of slices needs. Raises as `plan` does, and RequestError or one of its kinds."""
    planning = plan(operation, n, given, above)
    try:
        query = next(planning)
        while True:
            query = planning.send(paged(woo.call(operation, above, query)))
    except StopIteration as done:
        return tuple(done.value)


async def async_cut(
    woo: AsyncClient, operation: Operation[list[T]], n: int, given: Mapping[str, object], above: tuple[int | str, ...]
) -> tuple[Partition[T], ...]:
    """The same with an async client."""
    planning = plan(operation, n, given, above)
    try:
        query = next(planning)
        while True:
            query = planning.send(paged(await woo.call(operation, above, query)))
    except StopIteration as done:
        return tuple(done.value)


def plan(
    operation: Operation[list[T]], n: object, given: Mapping[str, object], above: tuple[int | str, ...]
) -> Planning:
    """At most `n` slices of a list, of about the same size; no I/O.

    Raises TypeError for parameters that the slices are made of, and ValueError for an `n` below 1.
    """
    if not isinstance(n, int) or isinstance(n, bool):
        raise TypeError(f"partitions takes a whole number of slices, not {n!r}")
    if n < 1:
        raise ValueError(f"partitions takes 1 slice or more, not {n}")
    for name in _OWN:
        if name in given:
            raise TypeError(f"partitions decides {name} itself; leave it out")
    whole = Partition(operation, above, dict(given))
    if n == 1:
        return [whole]
    known = operation.query_type().__annotations__
    if known.keys() >= _DATES and "after" not in given and "before" not in given:
        return (yield from _by_moments(whole, n)) or (yield from _by_ids(whole, n))
    return (yield from _by_ids(whole, n))


def _by_moments(whole: Partition[T], n: int) -> Planning:
    """Slices between moments at which records were made; none if the store does not tell how many there are."""
    query = {**whole.given, "fields": ["id", _MADE], "orderby": "date", "order": "asc", "per_page": 1}
    first = yield query
    if first.total is None:
        return []
    total, made = first.total, set[datetime]()
    for k in range(1, min(n, total)):
        page = yield {**query, "offset": total * k // min(n, total)}
        made |= _moments(page)
    # Before the first record, there would be an empty slice.
    bounds = sorted(made - _moments(first))
    edges = [None, *bounds, None]
    return [replace(whole, after=after, before=before) for after, before in pairwise(edges)]


def _moments(page: Page[Any]) -> set[datetime]:
    """When the records of a page were made, in UTC; a draft can be without a moment."""
    found = (getattr(record, _MADE) for record in page)
    return {moment.astimezone(UTC) for moment in found if isinstance(moment, datetime)}


def _by_ids(whole: Partition[T], n: int) -> Planning:
    walk = Walk(whole.operation, {**whole.given, "fields": ["id"]})
    ids: list[int] = []
    while walk.more():
        number, query = walk.ask()
        page = yield query
        ids += (record.id for record in walk.took(number, page))
    ids.sort()
    edges = [len(ids) * k // n for k in range(n + 1)]
    slices = (tuple(ids[start:end]) for start, end in pairwise(edges))
    return [replace(whole, ids=some) for some in slices if some]

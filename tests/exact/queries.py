"""Requests with a query: what the mock store understands of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from exact import recipes
from exact.fields import ITEM, Field
from exact.meaning import NUMBERS
from exact.shop import Shop
from wooclient.mock import MockStore
from wooclient.mock.state import Query

if TYPE_CHECKING:
    from exact.run import Tally

Pair = tuple[Any, Any]
_COLUMNS = ("d.created", "d.modified")


class Reader:
    """Tries the parameters of one operation. Only the mock store tells how it understands them."""

    def __init__(self, shop: Shop, tally: Tally) -> None:
        self.shop, self.tally = shop, tally

    def judge(self, plan: dict[Field, list[Pair]]) -> None:
        """Send every value of every parameter once, several parameters at a time if the store takes them."""
        if self.shop.mock is None:
            self.tally.unseen |= {one.name: "a real store does not tell how it understands a query" for one in plan}
            return
        for turn in range(max(map(len, plan.values()))):
            # Each parameter is at another value, so that none is taken for another.
            some = {
                one: pairs[(turn + place) % len(pairs)]
                for place, (one, pairs) in enumerate(plan.items())
                if turn < len(pairs)
            }
            together = {one: pair for one, pair in some.items() if not recipes.is_alone(one)}
            alone = [{one: pair} for one, pair in some.items() if one not in together]
            if together and not self._ask(together, self.shop.mock):
                alone += [{one: pair} for one, pair in together.items()]
            for one in alone:
                if not self._ask(one, self.shop.mock):
                    self.tally.refused_by_store += 1

    def _ask(self, some: dict[Field, Pair], store: MockStore) -> bool:
        """Whether the store takes some parameters; if so, what it took them for is compared with what was meant."""
        given, first = dict[str, Any](), next(iter(some))
        for one, (value, _) in some.items():
            _put(given, one.path, value)
        if first.operation.method != "GET":
            self.shop.renew()
        with watched(store) as (calls, moments):
            ids = recipes.ids_of(first, self.shop)
            answer = self.shop.ask(first.operation, ids, {**recipes.needed(first), **given})
        if answer.status >= 400:
            return False
        for one, (value, meaning) in some.items():
            found = moments if isinstance(meaning, datetime) else [_at(call, one.path) for call in calls]
            if any(self._is_same(one, meaning, each) for each in found):
                self.tally.keep([one])
            elif why := recipes.unseen(one):
                self.tally.unseen.setdefault(one.name, why)
            else:
                self.tally.silent.append(f"{one.name}: {value!r} became {found!r}")
        return True

    def _is_same(self, one: Field, meaning: Any, found: Any) -> bool:
        if isinstance(meaning, datetime):
            moment = meaning if meaning.tzinfo else meaning.replace(tzinfo=self.shop.zone)
            return bool(datetime.fromisoformat(found).replace(tzinfo=UTC) == moment)
        if found is None:
            return False
        if one.kinds & NUMBERS:
            return Decimal(str(found)) == meaning
        if isinstance(meaning, date):
            return bool(found == meaning.isoformat())
        return str(found).lower() == str(meaning).lower()


@contextmanager
def watched(store: MockStore) -> Iterator[tuple[list[Any], list[str]]]:
    """The parameters of each call that the store carries out meanwhile, and the moments that lists are limited by."""
    calls, moments = list[Any](), list[str]()
    engine, add = store.engine, Query.add
    perform, legacy = engine.perform, engine.legacy._perform

    def noted(call: Any) -> Any:
        calls.append(dict(call.params))
        return perform(call)

    def noted_of_legacy(api: Any, call: Any) -> Any:
        calls.append(dict(call.query))
        return legacy(api, call)

    def note(query: Query, condition: str, *values: Any) -> None:
        if condition.startswith(_COLUMNS):
            moments.extend(values)
        add(query, condition, *values)

    engine.perform, engine.legacy._perform, Query.add = noted, noted_of_legacy, note  # type: ignore[method-assign]
    try:
        yield calls, moments
    finally:
        engine.perform, engine.legacy._perform, Query.add = perform, legacy, add  # type: ignore[method-assign]


def _put(given: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    for place, name in enumerate(path[:-1]):
        if path[place + 1] == ITEM:
            given[name] = [value]
            return
        given = given.setdefault(name, {})
    given[path[-1]] = value


def _at(call: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        if name == ITEM:
            call = call[0] if isinstance(call, list) and call else call
        else:
            call = call.get(name) if isinstance(call, dict) else None
    return call

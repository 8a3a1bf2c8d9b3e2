"""Requests with a body: what the client takes is sent, several fields at once, and looked for in the answer."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from exact import recipes
from exact.fields import ITEM, KEY, Field
from exact.meaning import NUMBERS, told
from exact.shop import Shop

if TYPE_CHECKING:
    from exact.run import Tally

Json = dict[str, Any]
#: A value that is sent, and what it means.
Pair = tuple[Any, Any]
_PARTS = ("create", "update")


class Writer:
    """Tries the fields of one operation."""

    def __init__(self, shop: Shop, tally: Tally) -> None:
        self.shop, self.tally = shop, tally

    def judge(self, plan: dict[Field, list[Pair]]) -> None:
        """Send every value of every field once; those that do not show together with others are sent alone."""
        for turn in range(max(map(len, plan.values()))):
            # Each field is at another value, so that none is taken for another.
            some = {
                one: pairs[(turn + place) % len(pairs)]
                for place, (one, pairs) in enumerate(plan.items())
                if turn < len(pairs)
            }
            for one, pair in self._lost(some):
                self._alone(one, pair)

    def _lost(self, some: dict[Field, Pair]) -> list[tuple[Field, Pair]]:
        """The fields whose values do not show when they are sent together."""
        together = {one: pair for one, pair in some.items() if not recipes.is_alone(one) and not recipes.unseen(one)}
        rest = [(one, pair) for one, pair in some.items() if one not in together]
        parts: dict[tuple[str, bool, bool], dict[Field, Pair]] = {}
        for one, pair in together.items():
            part = one.path[0] if one.operation.id.endswith("batch") else ""
            parts.setdefault((part, recipes.is_apart(one), "variations" in one.path), {})[one] = pair
        for part in parts.values():
            rest += self._bisect(part)
        return rest

    def _bisect(self, part: dict[Field, Pair]) -> list[tuple[Field, Pair]]:
        if len(part) < 2:
            return list(part.items())
        seen = self._send(part)
        if seen is not None:
            lost = [(one, pair) for one, pair in part.items() if not seen[one]]
            self.tally.keep(one for one in part if seen[one])
            return lost
        items = list(part.items())
        half = len(items) // 2
        return [*self._bisect(dict(items[:half])), *self._bisect(dict(items[half:]))]

    def _alone(self, one: Field, pair: Pair) -> None:
        if one.name in self.tally.unseen:
            return
        seen = self._send({one: pair})
        if seen is None:
            self.tally.refused_by_store += 1
        elif seen[one]:
            self.tally.keep([one])
        elif why := recipes.unseen(one):
            self.tally.unseen.setdefault(one.name, why)
        elif why := recipes.passed_over(one, pair[1]):
            self.tally.passed_over.setdefault(one.name, why)
        else:
            self.tally.silent.append(f"{one.name}: {pair[0]!r} became {self.shown!r}")

    def _send(self, some: dict[Field, Pair]) -> dict[Field, bool] | None:
        """Which of some values show in the answer, or in the record as wc/v3 shows it; None if it is refused."""
        shop, first = self.shop, next(iter(some))
        shop.renew()
        if shop.mock is None and any(one.path[-1] == "inventory_delta" for one in some):
            shop.stock = shop.raw("GET", f"products/{shop.ids['products']}")["stock_quantity"] or 0
        body, ids = recipes.request(first, list(some), shop)
        for one, (value, _) in some.items():
            _put(body, one.path, value, one, shop)
        bulk = first.operation.id.endswith(".bulk")
        answer = shop.ask(first.operation, ids, [body] if bulk else body)
        record = _record(first, answer.body) if answer.status < 400 else None
        if record is None or "error" in record:
            self.shown: Any = answer.body
            return None
        seen = {one: self._is_shown(one, pair, record, []) for one, pair in some.items()}
        if not all(seen.values()):
            again = recipes.again(first, record, ids, shop)
            for one in [one for one, is_seen in seen.items() if not is_seen]:
                seen[one] = self._is_shown(one, some[one], again, recipes.renamed(one))
        if first.operation.id.endswith(("create", "batch", "bulk")):
            recipes.remove(first, record, ids, shop)
        return seen

    def _is_shown(self, one: Field, pair: Pair, record: Json, path: list[str]) -> bool:
        found = _found(record, path or _inside(one))
        name = (path or one.path)[-1]
        try:
            self.shown = found if found is not None or not path else self.shown
            value = told(found, one.kinds, utc=recipes.in_utc(one, name, again=bool(path)))
            if isinstance(value, Decimal):
                value = value.copy_negate() if recipes.is_negated(one) else value
                value = value - base if (base := recipes.base(one, self.shop)) else value
        except (ValueError, TypeError, ArithmeticError):
            return False
        return _is_same(pair[1], value, one, self.shop)


def _is_same(meaning: Any, value: Any, one: Field, shop: Shop) -> bool:
    if meaning == 0 and ((value is None and one.clears_with_zero) or recipes.is_nothing(one)):
        return True
    if isinstance(meaning, Decimal) and isinstance(value, Decimal):
        if meaning == value:
            return True
        places = -int(value.as_tuple().exponent)
        return (
            recipes.is_rounded(one)
            and places >= 2
            and meaning.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) == value
        )
    if isinstance(meaning, bool):
        return recipes.as_switch(value) is meaning
    if one.kinds & NUMBERS or value is None:
        return False
    return _moment(meaning, one, shop) == _moment(value, one, shop)


def _moment(value: Any, one: Field, shop: Shop) -> Any:
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day, tzinfo=UTC if "utc" in one.kinds else None)
    return value.replace(tzinfo=shop.zone) if value.tzinfo is None else value


def _put(body: Any, path: tuple[str, ...], value: Any, one: Field, shop: Shop) -> None:
    """Set what stands at a path, with all that lies between."""
    here, *below = path
    if not below:
        body[here] = value
        return
    if below[0] == ITEM:
        items = body.setdefault(here, [])
        if len(below) == 1:
            items[:] = [value]
            return
        if not items:
            items.append(recipes.inside(one, here, shop))
        _put(items[-1], tuple(below[1:]), value, one, shop)
    elif below[0] == KEY:
        inner = body.setdefault(here, {})
        if len(below) == 1:
            inner["1"] = value
        else:
            _put(inner.setdefault(recipes.key_of(here, shop), {}), tuple(below[1:]), value, one, shop)
    else:
        _put(body.setdefault(here, recipes.inside(one, here, shop)), tuple(below), value, one, shop)


def _inside(one: Field) -> list[str]:
    """The path of a field inside of the record."""
    return list(one.path[2:] if one.operation.id.endswith(".batch") else one.path)


def _record(one: Field, body: Any) -> Any:
    """The one record in an answer."""
    if one.operation.answer_envelope and isinstance(body, dict):
        body = body.get(one.operation.answer_envelope)
    if isinstance(body, dict) and one.operation.id.endswith(".batch"):
        body = next((body[part] for part in _PARTS if body.get(part)), None)
    elif one.operation.id.endswith(".bulk") and isinstance(body, dict):
        body = next(iter(body.values()))
    if isinstance(body, list):
        body = body[-1] if body else None
    return body if isinstance(body, dict) else None


def _found(record: Any, path: list[str]) -> Any:
    for name in path:
        if name == ITEM:
            record = record[-1] if isinstance(record, list) and record else None
        elif name == KEY:
            record = next(iter(record.values()), None) if isinstance(record, dict) else None
        else:
            record = record.get(name) if isinstance(record, dict) else None
    return record

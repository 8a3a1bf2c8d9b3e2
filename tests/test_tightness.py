"""The description is tight: it refuses a true answer in which one value has been given another JSON type."""

from __future__ import annotations

import copy
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import bars
import needs
from evidence.description import Description, description, versions
from evidence.store import Exchange, recordings

#: Members that hold whatever plugins put there.
_FREE = ("_links", "meta_data", "_embedded")
_SPOTS, _ANSWERS = 25, 3


def places(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a body that can be spoiled; of lists the first two items."""
    if isinstance(value, dict):
        for key, member in value.items():
            if key not in _FREE:
                yield (*at, key)
                yield from places(member, (*at, key))
    elif isinstance(value, list):
        for i, item in enumerate(value[:2]):
            yield (*at, i)
            yield from places(item, (*at, i))


def spoiled(body: Any, spot: tuple[str | int, ...]) -> Any:
    """A copy of `body` with a value of another JSON type at `spot`."""
    if not spot:
        return "spoiled" if isinstance(body, dict) else {"spoiled": 1}
    result = copy.copy(body)
    result[spot[0]] = spoiled(body[spot[0]], spot[1:])
    return result


def judged(described: Description, exchanges: tuple[Exchange, ...]) -> Iterator[tuple[dict[str, Any], Any]]:
    """Up to three true answers of each operation, with their schema."""
    seen: Counter[str] = Counter()
    for exchange in exchanges:
        if not (
            exchange.says_something
            and exchange.is_success
            and isinstance(exchange.response, dict | list)
            and exchange.response
        ):
            continue
        operation = described.find(exchange)
        schema = described.answer_schema(operation, exchange.status) if operation else None
        if operation is None or schema is None or seen[operation.id] >= _ANSWERS:
            continue
        seen[operation.id] += 1
        yield schema, exchange.response[:2] if isinstance(exchange.response, list) else exchange.response


@needs.places
@pytest.mark.parametrize("version", versions())
def test_spoiled_answers_are_refused(version: str, place: Path) -> None:
    described = description(version)
    chance = random.Random(7)
    refused = total = 0
    passed: Counter[str] = Counter()
    for schema, body in judged(described, recordings(version, place)):
        spots = list(places(body))
        for spot in chance.sample(spots, min(_SPOTS, len(spots))):
            total += 1
            if described.is_valid(schema, spoiled(body, spot)):
                passed[".".join("*" if isinstance(key, int) else key for key in spot)] += 1
            else:
                refused += 1
    reached = {"spoiled": total, "refused": bars.share(refused, total)}
    bars.hold("tightness", place, version, reached, passed.most_common(20))

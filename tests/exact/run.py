"""Offer every spelling to every field, send what the client takes, and read what the store has made of it.

`python -m exact.run` in the folder `tests` prints the counts; with EXACT_URL, EXACT_KEY and EXACT_SECRET in the
environment it asks that store instead of the mock one, which must be one for tests.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from exact import recipes
from exact.bodies import Writer
from exact.fields import Field, fields
from exact.meaning import Meaningless, meant
from exact.queries import Reader
from exact.shop import Shop
from exact.spellings import SPELLINGS
from wooclient._runtime.inputs import convert


@dataclass
class Tally:
    """What was found: counts, and the names of fields and values where something is to be said."""

    fields: int = 0
    spellings: int = len(SPELLINGS)
    offered: int = 0
    refused: int = 0
    values: int = 0
    stored: int = 0
    references: int = 0
    refused_by_store: int = 0
    requests: int = 0
    silent: list[str] = field(default_factory=list[str])
    unseen: dict[str, str] = field(default_factory=dict[str, str])

    def __str__(self) -> str:
        """All counts, a line each."""
        return (
            f"{self.fields} fields, {self.spellings} spellings: {self.offered} offers\n"
            f"{self.refused} refused by the client before anything was sent\n"
            f"{self.offered - self.refused} taken, as {self.values} different values in {self.requests} requests\n"
            f"{self.stored} of these stored or applied as meant, {self.refused_by_store} refused by the store\n"
            f"{len(self.unseen)} fields whose values no answer shows\n"
            f"{len(self.silent)} silent changes"
        )


@cache
def taken(hint: Any, kinds: frozenset[str], clears: bool) -> tuple[int, list[tuple[Any, Any]]]:
    """How many spellings the client refuses, and one of each value that it sends, with what it means."""
    refused, found = 0, dict[str, tuple[Any, Any]]()
    for value in SPELLINGS:
        try:
            sent = json.dumps(convert(value, hint, "the field"))
        except (TypeError, ValueError) as error:
            refused += 1
            assert "the field" in str(error), (value, error)
            continue
        try:
            meaning = meant(value, kinds)
        except Meaningless:
            assert clears and value == "", (value, kinds)
            continue
        known = found.setdefault(sent, (value, meaning))
        assert known[1] == meaning, (sent, known, value, meaning)
    return refused, list(found.values())


def run(shop: Shop, chosen: Iterable[Field]) -> Tally:
    """What becomes of every spelling in some fields."""
    tally, by_operation = Tally(), dict[tuple[str, str, str], list[Field]]()
    for one in chosen:
        by_operation.setdefault((one.version, one.operation.id, one.part), []).append(one)
    for (_, _, part), group in by_operation.items():
        tally.fields += len(group)
        plan: dict[Field, list[tuple[Any, Any]]] = {}
        for one in group:
            refused, plan[one] = taken(one.hint, one.kinds, one.clears)
            tally.offered += len(SPELLINGS)
            tally.refused += refused
            tally.values += len(plan[one])
        judge = Writer(shop, tally) if part == "body" else Reader(shop, tally)
        named = [one for one in plan if part == "body" and recipes.is_reference(one)]
        for one in named:
            tally.references += 1
            for value, meaning in plan.pop(one):
                sent = convert(value, one.hint, "the field")
                if sent.__class__ is not int or sent != meaning:
                    tally.silent.append(f"{one.name}: {value!r} is sent as {sent!r}")
                tally.stored += 1
        if plan:
            judge.judge(plan)
    tally.requests = shop.requests
    return tally


def main() -> None:
    """Print what was found."""
    url, key, secret = (os.environ.get(f"EXACT_{name}", "") for name in ("URL", "KEY", "SECRET"))
    words = sys.argv[1:]
    chosen = [one for one in fields() if all(word in one.name for word in words)]
    shop = Shop(url, key, secret)
    try:
        tally = run(shop, chosen)
    finally:
        shop.close()
    print(tally)
    for name, why in tally.unseen.items():
        print("  unseen:", name, why)
    for line in tally.silent:
        print("  silent:", line)


if __name__ == "__main__":
    main()

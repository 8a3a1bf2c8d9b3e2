"""Offer every spelling to every field, send what the client takes, and read what the store has made of it.

`python -m exact.run` in the folder `tests` prints the counts; with EXACT_URL, EXACT_KEY and EXACT_SECRET in the
environment it asks that store instead of the mock one, which must be one for tests, in the zone EXACT_ZONE. Words limit
it to fields that have them in their names, EXACT_MOST the values of each, as real stores take their time.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

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
    passed_over: dict[str, str] = field(default_factory=dict[str, str])

    #: Fields of which the store took no value at all.
    never: list[str] = field(default_factory=list[str])
    kept: set[str] = field(default_factory=set[str])

    def keep(self, some: Iterable[Field]) -> None:
        """Note that a value of each field was stored or applied as meant."""
        for one in some:
            self.stored += 1
            self.kept.add(one.name)

    def told(self) -> list[str]:
        """A line for each field that is not wholly looked into, with the reason."""
        return sorted([
            *(f"{name}: not shown: {why}" for name, why in self.unseen.items()),
            *(f"{name}: passed over: {why}" for name, why in self.passed_over.items()),
            *(f"{name}: never taken: {recipes.never(name)}" for name in self.never),
        ])  # fmt: skip

    def __str__(self) -> str:
        """All counts, a line each."""
        return (
            f"{self.fields} fields, {self.references} of them numbers of other records; {self.spellings} spellings: "
            f"{self.offered} offers\n"
            f"{self.refused} refused by the client before anything was sent\n"
            f"{self.offered - self.refused} taken, as {self.values} different values in {self.requests} requests\n"
            f"{self.stored} of these stored or applied as meant, {self.refused_by_store} refused by the store\n"
            f"{len(self.unseen)} fields whose values no answer shows\n"
            f"{len(self.passed_over)} fields of which stores keep or show a value in a way of their own\n"
            f"{len(self.never)} fields of which the store takes no value here\n"
            f"{len(self.silent)} silent changes"
        )


class Taken(NamedTuple):
    """What the client does with the spellings in one type of field."""

    refused: int
    #: One spelling of each value that it sends, with what it means.
    values: list[tuple[Any, Any]]
    #: Spellings that it sends, though they mean nothing of the kind, or not what another means that it sends alike.
    wrong: list[Any]


@cache
def taken(hint: Any, kinds: frozenset[str], clears: bool) -> Taken:
    """What the client does with the spellings in a type of field."""
    refused, found, wrong = 0, dict[str, tuple[Any, Any]](), list[Any]()
    for value in SPELLINGS:
        try:
            sent = json.dumps(convert(value, hint, "the field"))
        except (TypeError, ValueError) as error:
            refused += 1
            if "the field" not in str(error):
                wrong.append((value, error))
            continue
        try:
            meaning = meant(value, kinds)
        except Meaningless:
            if not (clears and value == ""):
                wrong.append(value)
            continue
        if found.setdefault(sent, (value, meaning))[1] != meaning:
            wrong.append(value)
    return Taken(refused, list(found.values()), wrong)


def run(shop: Shop, chosen: Iterable[Field], most: int = 1000) -> Tally:
    """What becomes of every spelling in some fields; at most so many values of each are sent."""
    tally, groups = Tally(), dict[tuple[str, str, str], list[Field]]()
    for one in chosen:
        groups.setdefault((one.version, one.operation.id, one.part), []).append(one)
    for (_, _, part), group in groups.items():
        plan = {one: _offered(one, tally) for one in group}
        if part == "body":
            plan = {one: values for one, values in plan.items() if not _is_named(one, values, tally)}
        if plan:
            some = {one: values[:: -(-len(values) // most)] for one, values in plan.items()}
            (Writer if part == "body" else Reader)(shop, tally).judge(some)
        seen = tally.kept | tally.unseen.keys() | tally.passed_over.keys()
        tally.never += [one.name for one in group if one.name not in seen]
    tally.requests = shop.requests
    return tally


def _offered(one: Field, tally: Tally) -> list[tuple[Any, Any]]:
    """What the client takes of all that is offered to a field."""
    found = taken(one.hint, one.kinds, one.clears)
    tally.fields += 1
    tally.offered += len(SPELLINGS)
    tally.refused += found.refused
    tally.values += len(found.values)
    tally.silent += [f"{one.name}: {value!r} is sent, which does not mean it" for value in found.wrong]
    return found.values


def _is_named(one: Field, values: list[tuple[Any, Any]], tally: Tally) -> bool:
    """Whether a field names another record. That need not be there: it is enough that the very number is sent."""
    if not recipes.is_reference(one):
        return False
    tally.references += 1
    for value, meaning in values:
        sent = convert(value, one.hint, "the field")
        if sent.__class__ is not int or sent != meaning:
            tally.silent.append(f"{one.name}: {value!r} is sent as {sent!r}")
        tally.keep([one])
    return True


def main() -> None:
    """Print what was found."""
    url, key, secret = (os.environ.get(f"EXACT_{name}", "") for name in ("URL", "KEY", "SECRET"))
    words = sys.argv[1:]
    chosen = [one for one in fields() if all(word in one.name for word in words)]
    shop = Shop(url, key, secret)
    try:
        tally = run(shop, chosen, int(os.environ.get("EXACT_MOST", "1000")))
    finally:
        shop.close()
    print(tally)
    print("\n".join([*tally.told(), *tally.silent]))


if __name__ == "__main__":
    main()

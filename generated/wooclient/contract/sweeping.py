"""Leftovers of runs: found by their marks, and removed.

Only things whose own name, code or address is a mark are touched; what lives under them goes with them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .._runtime.errors import NotFound, WooError
from .journal import Found, put_back
from .marks import MARKER, mark_of

_FORCED = {"force": True}


@dataclass(frozen=True)
class Kind:
    """Where things of one kind are listed in wc/v3, and how they are removed.

    Attributes:
        name: The operations' ids without the verb.
        narrow: What the list is asked for, so that not everything has to be read.
        key: The field by which paths name a thing.
        given: What its delete is given.
    """

    name: str
    narrow: Mapping[str, Any] = field(default_factory=dict[str, Any])
    key: str = "id"
    given: Mapping[str, Any] = field(default_factory=lambda: _FORCED)


_SEARCH = {"search": MARKER}
_TERMS = {**_SEARCH, "hide_empty": False}
#: In the order in which they have to go: orders before what they refer to, classes of tax with their rates.
KINDS = (
    Kind("orders", _SEARCH),
    Kind("orders", {**_SEARCH, "status": ["trash"]}),
    Kind("products.reviews", {**_SEARCH, "status": "all"}),
    Kind("products", _SEARCH),
    Kind("products", {**_SEARCH, "status": "trash"}),
    Kind("coupons", _SEARCH),
    Kind("customers", {**_SEARCH, "role": "all"}, given={**_FORCED, "reassign": 0}),
    Kind("products.categories", _TERMS),
    Kind("products.tags", _TERMS),
    Kind("products.brands", _TERMS),
    Kind("products.shipping_classes", _TERMS),
    Kind("products.attributes"),
    Kind("taxes"),
    Kind("taxes.classes", key="slug"),
    Kind("shipping.zones"),
    Kind("webhooks", _SEARCH),
)


@dataclass(frozen=True)
class Leftover:
    """Something that a run left: its kind, what the store calls it, its name, and why it could not be removed."""

    kind: str
    id: int | str
    name: str
    why: str = ""


def sweep(woo: Any, served: frozenset[str], mine: Callable[[str], bool]) -> list[Leftover]:
    """Remove everything whose mark is `mine`; what was found.

    Args:
        woo: A client whose key may write.
        served: Ids of the operations of wc/v3 that the store serves.
        mine: Tells of a mark whether its things are to go.
    """
    found: list[Leftover] = []
    for kind in KINDS:
        if {f"{kind.name}.list", f"{kind.name}.delete"} <= served:
            found += _swept(woo, kind, mine)
    return found


def settle(woo: Any, journal: Found) -> list[Leftover]:
    """Put back what a dead run had borrowed, and remove its journal if all is back; what was to be put back."""
    done = [_settled(woo, journal, number) for number in range(len(journal.loans))]
    if not any(loan.why for loan in done):
        _removed(woo.products, Leftover("products", journal.product, journal.mark), _FORCED)
    return done


def _settled(woo: Any, journal: Found, number: int) -> Leftover:
    loan = journal.loans[number]
    about = Leftover(f"{loan.version} {loan.operation}", " ".join(map(str, loan.ids)), ", ".join(loan.given))
    try:
        put_back(woo, loan)
    except WooError as error:
        return Leftover(about.kind, about.id, about.name, str(error))
    return about


def _swept(woo: Any, kind: Kind, mine: Callable[[str], bool]) -> list[Leftover]:
    resource = woo
    for name in kind.name.split("."):
        resource = getattr(resource, name)
    path = f"/{kind.name.replace('.', '/')}"
    try:
        things = resource.iter(**kind.narrow) if hasattr(resource, "iter") else resource.list(**kind.narrow)
        marked = [(thing, mark) for thing in things if (mark := mark_of(path, thing)) and mine(mark)]
    except WooError as error:
        return [Leftover(kind.name, "", "", str(error))]
    return [
        _removed(resource, Leftover(kind.name, getattr(thing, kind.key), mark), kind.given) for thing, mark in marked
    ]


def _removed(resource: Any, leftover: Leftover, given: Mapping[str, Any]) -> Leftover:
    try:
        resource.delete(leftover.id, **given)
    except NotFound:
        return leftover  # it went with something else
    except WooError as error:
        return Leftover(leftover.kind, leftover.id, leftover.name, str(error))
    return leftover

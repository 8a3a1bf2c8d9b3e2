"""Leftovers of runs: found by their marks, or because this run made them, and removed.

Of other runs, only things whose own name, code or address is a mark are touched; what lives under them goes with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..._runtime.errors import NotFound, WooError
from .journal import Found, put_back
from .marks import MARKER, mark_of
from .owning import Thing

_FORCED = {"force": True}
#: How many ids a list is asked for at once.
_MANY = 100


@dataclass(frozen=True)
class Kind:
    """Where things of one kind are listed in wc/v3, and how they are removed.

    Attributes:
        name: The operations' ids without the verb.
        narrow: What the list is asked for, so that not everything has to be read.
        key: The field by which paths name a thing.
        given: What its delete is given.
        hides: Whether no list shows what is in the trash, so that each has to be asked for.
    """

    name: str
    narrow: Mapping[str, Any] = field(default_factory=dict[str, Any])
    key: str = "id"
    given: Mapping[str, Any] = field(default_factory=lambda: _FORCED)
    hides: bool = False

    @property
    def path(self) -> str:
        """The path of the list."""
        return f"/{self.name.replace('.', '/')}"


_SEARCH = {"search": MARKER}
_TERMS = {**_SEARCH, "hide_empty": False}
#: In the order in which they have to go: orders before what they refer to, classes of tax with their rates.
KINDS = (
    Kind("orders", _SEARCH),
    Kind("orders", {**_SEARCH, "status": ["trash"]}),
    Kind("products.reviews", {**_SEARCH, "status": "all"}),
    Kind("products", _SEARCH),
    Kind("products", {**_SEARCH, "status": "trash"}),
    Kind("coupons", _SEARCH, hides=True),
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
        _removed(woo, Kind("products"), Leftover("products", journal.product, journal.mark))
    return done


def _settled(woo: Any, journal: Found, number: int) -> Leftover:
    loan = journal.loans[number]
    about = Leftover(f"{loan.version} {loan.operation}", " ".join(map(str, loan.ids)), ", ".join(loan.given))
    try:
        put_back(woo, loan)
    except WooError as error:
        return replace(about, why=str(error))
    return about


def look(woo: Any, served: frozenset[str], new: Iterable[Thing]) -> list[Leftover]:
    """Ask for everything that a run made, whatever it is called by now, and remove what is there; what was found."""
    found: list[Leftover] = []
    for kind in KINDS:
        ids = sorted(thing.id for thing in new if thing.top == kind.path)
        if ids and {f"{kind.name}.list", f"{kind.name}.delete"} <= served:
            found += _looked(woo, kind, ids)
    return found


def _looked(woo: Any, kind: Kind, ids: list[str]) -> list[Leftover]:
    resource, narrow = _resource(woo, kind), {k: v for k, v in kind.narrow.items() if k != "search"}
    try:
        if kind.hides:
            shown: list[Any] = [id for id in ids if _is_there(resource, int(id))]
        elif kind.narrow:  # the lists that can be searched take ids too
            parts = [[*map(int, ids[at : at + _MANY])] for at in range(0, len(ids), _MANY)]
            shown = [thing.id for part in parts for thing in resource.iter(**narrow, include=part)]
        else:
            shown = [getattr(thing, kind.key) for thing in _listed(resource, kind)]
    except WooError as error:
        return [Leftover(kind.name, "", "", str(error))]
    # A cache may drop the question, and show everything.
    own = [key for key in dict.fromkeys(shown) if str(key) in ids]
    return [_removed(woo, kind, Leftover(kind.name, key, "made by this run")) for key in own]


def _is_there(resource: Any, id: int) -> bool:
    try:
        resource.get(id)
    except NotFound:
        return False
    return True


def _swept(woo: Any, kind: Kind, mine: Callable[[str], bool]) -> list[Leftover]:
    try:
        things = _listed(_resource(woo, kind), kind)
        marked = [(thing, mark) for thing in things if (mark := mark_of(kind.path, thing)) and mine(mark)]
    except WooError as error:
        return [Leftover(kind.name, "", "", str(error))]
    return [_removed(woo, kind, Leftover(kind.name, getattr(thing, kind.key), mark)) for thing, mark in marked]


def _resource(woo: Any, kind: Kind) -> Any:
    for name in kind.name.split("."):
        woo = getattr(woo, name)
    return woo


def _listed(resource: Any, kind: Kind) -> Iterable[Any]:
    found: Iterable[Any] = (resource.iter if hasattr(resource, "iter") else resource.list)(**kind.narrow)
    return found


def _removed(woo: Any, kind: Kind, leftover: Leftover) -> Leftover:
    try:
        if kind.name == "orders" and not _without_notes(woo, leftover.id):
            return replace(leftover, why="its notes cannot be removed, and would be lost without it")
        _resource(woo, kind).delete(leftover.id, **kind.given)
    except NotFound:
        return leftover  # it went with something else
    except WooError as error:
        return replace(leftover, why=str(error))
    return leftover


def _without_notes(woo: Any, order: int | str) -> bool:
    """Remove an order's notes before it, as a store with tables for orders forgets them; whether none is left."""
    for note in woo.orders.notes.list(order):
        woo.orders.notes.delete(order, note.id, force=True)
    return not list(woo.orders.notes.list(order))

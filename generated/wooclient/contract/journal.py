"""The journal of a writing run, in the store itself: that it is under way, and what it borrowed.

A private product, which no shopper sees, holds the values that are to be put back, and a beat that changes every few
seconds while the run lives. Whatever ends a run, the next one finds the journal, from whatever machine: it keeps away
from a run that lives, and puts back what a dead one had borrowed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from threading import Event, Lock, Thread
from typing import Any

from .._runtime.errors import WooError
from .marks import MARK, MARKER

#: Fields of metadata that hold the loans and the beat, and what the product is called beside its mark.
_LOANS, _BEAT = "woospec_loans", "woospec_beat"
_TITLE = "contract run"
#: Seconds between two beats.
INTERVAL = 5.0


@dataclass(frozen=True)
class Loan:
    """A call that puts something back as it was."""

    version: str
    operation: str
    ids: tuple[int | str, ...]
    given: Mapping[str, Any]


class NotKept(Exception):
    """The store did not keep a note, so nothing may be borrowed of it."""


class Journal:
    """The journal of one run. Safe to use from many threads."""

    def __init__(self, woo: Any, mark: str) -> None:
        self._woo, self._mark = woo, mark
        self._loans: list[Loan] = []
        self._product = 0
        self._lock = Lock()
        self._ended = Event()
        self._beats = 0

    def open(self) -> None:
        """Say in the store, from now on, that this run is under way. Raises NotKept if it does not keep that."""
        with self._lock:
            self._kept()
        Thread(target=self._beat, daemon=True).start()

    def note(self, loan: Loan) -> None:
        """Note a loan in the store. Raises NotKept if that fails: then nothing may be changed."""
        with self._lock:
            self._loans.append(loan)
            self._kept()

    def settle(self, loan: Loan) -> None:
        """Strike a loan out, after it was put back. If the store fails, the next run puts the same back again."""
        with self._lock, suppress(WooError, NotKept):
            self._loans.remove(loan)
            self._write()

    def close(self) -> None:
        """Remove the journal, unless something in it is still to be put back. If that fails, the next run does it."""
        self._ended.set()
        with self._lock, suppress(WooError):
            if self._product and not self._loans:
                self._woo.products.delete(self._product, force=True)
                self._product = 0

    def _beat(self) -> None:
        while not self._ended.wait(INTERVAL):
            with self._lock, suppress(WooError, NotKept):
                if not self._ended.is_set():
                    self._write()

    def _kept(self) -> None:
        try:
            self._write()
        except WooError as error:
            raise NotKept(str(error)) from error

    def _write(self) -> None:
        self._beats += 1
        text = json.dumps([asdict(loan) for loan in self._loans], sort_keys=True)
        fields = {_LOANS: text, _BEAT: str(self._beats)}
        noted = {"meta_data": [{"key": key, "value": value} for key, value in fields.items()]}
        if self._product:
            kept = self._woo.products.update(self._product, **noted)
        else:
            kept = self._woo.products.create(name=f"{self._mark} {_TITLE}", status="private", **noted)
            self._product = kept.id
        if _field(kept, _LOANS) != text:
            raise NotKept("the store did not keep the journal's text as it was written")


@dataclass(frozen=True)
class Found:
    """A journal that is in a store.

    Attributes:
        product: The id of the product that holds it.
        mark: The mark of its run.
        beat: What changes while its run lives.
        loans: What is to be put back.
    """

    product: int
    mark: str
    beat: str
    loans: list[Loan]


def journals(woo: Any) -> list[Found]:
    """Every journal that is in a store."""
    products = woo.products.iter(search=MARKER, status="private")
    named = [(MARK.match(product.name), product) for product in products if product.name.endswith(_TITLE)]
    return [
        Found(product.id, match[0], _field(product, _BEAT), _loans(_field(product, _LOANS)))
        for match, product in named
        if match
    ]


def living(woo: Any, found: list[Found], wait: Callable[[float], object]) -> list[Found]:
    """Those journals whose run goes on: their beat changes while somebody waits for three beats."""
    if not found:
        return []
    wait(3 * INTERVAL)
    before = {journal.product: journal.beat for journal in found}
    return [now for now in journals(woo) if now.beat != before.get(now.product, now.beat)]


def put_back(woo: Any, loan: Loan) -> None:
    """Make the call of a loan. Raises WooError if the store refuses."""
    method = woo
    for name in (*root(loan.version), *loan.operation.split(".")):
        method = getattr(method, name)
    method(*loan.ids, **loan.given)


def root(version: str) -> tuple[str, ...]:
    """The attributes that lead from a client to a version."""
    if version == "v3":
        return ()
    return ("legacy",) if version == "legacy-v3" else tuple(version.split("-"))


def _field(product: Any, key: str) -> str:
    return next((str(entry.value) for entry in product.meta_data if entry.key == key), "")


def _loans(text: str) -> list[Loan]:
    """The loans of a journal; what is no journal's text, because somebody changed it, gives none."""
    try:
        rows = json.loads(text)
        return [Loan(row["version"], row["operation"], tuple(row["ids"]), dict(row["given"])) for row in rows]
    except (ValueError, TypeError, KeyError):
        return []

"""The journal of a writing run, in the store itself: that it is under way, and what it borrowed.

A private product, which no shopper sees, holds the values that are to be put back, and a beat that changes every few
seconds while the run lives. Whatever ends a run, the next one finds the journal, from whatever machine: it keeps away
from a run that lives, and puts back what a dead one had borrowed.

A run opens its journal before it looks for others, so that of two that begin together at least one sees the other; the
one whose journal came later gives way.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from threading import Event, Lock, Thread
from typing import Any

from ..._runtime.errors import WooError
from ..._versions import VERSIONS
from .marks import MARK, MARKER

#: Fields of metadata that hold the loans and the beat, and what the product is called beside its mark.
_LOANS, _BEAT = "woospec_loans", "woospec_beat"
_TITLE = "contract run"
#: Seconds between two beats.
INTERVAL = 5.0
#: Seconds without a beat after which a run counts as dead. A beat takes as long as the store does to answer, thrice if
#: it has to be sent again; a client waits thirty seconds each time.
SILENCE = 180.0


@dataclass(frozen=True)
class Loan:
    """A call that puts something back as it was."""

    version: str
    operation: str
    ids: tuple[int | str, ...]
    given: Mapping[str, Any]


class NotKept(Exception):
    """The store did not keep a note, so nothing may be borrowed of it."""


@dataclass(frozen=True)
class Found:
    """A journal that is in a store.

    Attributes:
        product: The id of the product that holds it.
        mark: The mark of its run.
        beat: What changes while its run lives.
        loans: What is to be put back.
        began: When it was opened, and `beaten` when it beat last, by the store's own clock.
    """

    product: int
    mark: str
    beat: str
    loans: list[Loan]
    began: datetime
    beaten: datetime

    @property
    def turn(self) -> tuple[datetime, int]:
        """What is less, the earlier it was opened."""
        return self.began, self.product


class Journal:
    """The journal of one run. Safe to use from many threads."""

    def __init__(self, woo: Any, mark: str) -> None:
        self._woo, self._mark = woo, mark
        self._loans: list[Loan] = []
        self._found: Found | None = None
        self._lock = Lock()
        self._ended = Event()
        self._heart = Thread(target=self._beat, daemon=True)

    @property
    def owes(self) -> bool:
        """Whether something is still to be put back, so that the journal has to stay."""
        return bool(self._loans)

    def open(self) -> Found:
        """Say in the store, from now on, that this run is under way. Raises NotKept if it does not keep that."""
        with self._lock:
            if self._found is None:
                self._kept()
                opened = self._opened()
                self._heart.start()
                return opened
            return self._opened()

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
        if self._heart.is_alive():
            self._heart.join()  # a beat that is under way would find nothing to beat in any more
        with self._lock, suppress(WooError):
            if self._found is not None and not self._loans:
                self._woo.products.delete(self._found.product, force=True)
                self._found = None

    def _beat(self) -> None:
        """Beat, without waiting for whoever notes a loan meanwhile: the store keeps each field by itself."""
        product, beats = self._opened().product, 0
        while not self._ended.wait(INTERVAL):
            beats += 1
            with suppress(WooError):
                self._woo.products.update(product, **_noted({_BEAT: str(beats)}))

    def _kept(self) -> None:
        try:
            self._write()
        except WooError as error:
            raise NotKept(str(error)) from error

    def _write(self) -> None:
        text = json.dumps([asdict(loan) for loan in self._loans], sort_keys=True)
        if self._found is not None:
            kept = self._woo.products.update(self._found.product, **_noted({_LOANS: text}))
        else:
            noted = _noted({_LOANS: text, _BEAT: "0"})
            kept = self._woo.products.create(name=f"{self._mark} {_TITLE}", status="private", **noted)
            self._found = _read(kept)
        if _field(kept, _LOANS) != text:
            raise NotKept("the store did not keep the journal's text as it was written")

    def _opened(self) -> Found:
        if self._found is None:
            raise NotKept("the store did not keep the journal")
        return self._found


def journals(woo: Any) -> list[Found]:
    """Every journal that is in a store."""
    products = woo.products.iter(search=MARKER, status="private")
    return [found for product in products if (found := _read(product))]


def living(woo: Any, found: list[Found], now: datetime, wait: Callable[[float], object]) -> list[Found]:
    """Those journals whose run goes on: they beat before they have been silent for so long that they cannot any more.

    Runs that end by themselves meanwhile take their journals with them.

    Args:
        woo: A client.
        found: The journals.
        now: What the store's clock showed when they were found.
        wait: Waits some seconds; gives something true if there is nothing to wait for any more.
    """
    beats = {journal.product: journal.beat for journal in found}
    left = [SILENCE - (now - journal.beaten).total_seconds() for journal in found]
    end = time.monotonic() + max([3 * INTERVAL, *left])
    while found and time.monotonic() < end:
        if wait(INTERVAL):
            return []
        here = [journal for journal in journals(woo) if journal.product in beats]
        alive = [journal for journal in here if journal.beat != beats[journal.product]]
        if alive or not here:
            return alive
    return []


def put_back(woo: Any, loan: Loan) -> None:
    """Make the call of a loan. Raises WooError if the store refuses."""
    method = woo
    for name in (*root(loan.version), *loan.operation.split(".")):
        method = getattr(method, name)
    method(*loan.ids, **loan.given)


def root(version: str) -> tuple[str, ...]:
    """The attributes that lead from a client to a version."""
    return next(known.door for known in VERSIONS if known.name == version)


def _noted(fields: Mapping[str, str]) -> dict[str, Any]:
    return {"meta_data": [{"key": key, "value": value} for key, value in fields.items()]}


def _read(product: Any) -> Found | None:
    """The journal that a product holds; None if it is another product."""
    match = MARK.fullmatch(product.name.removesuffix(f" {_TITLE}"))
    if match is None or not product.name.endswith(_TITLE):
        return None
    began = product.date_created_gmt or datetime.now(UTC)
    loans = _loans(_field(product, _LOANS))
    return Found(product.id, match[0], _field(product, _BEAT), loans, began, product.date_modified_gmt or began)


def _field(product: Any, key: str) -> str:
    return next((str(entry.value) for entry in product.meta_data if entry.key == key), "")


def _loans(text: str) -> list[Loan]:
    """The loans of a journal; what is no journal's text, because somebody changed it, gives none."""
    try:
        rows = json.loads(text)
        return [Loan(row["version"], row["operation"], tuple(row["ids"]), dict(row["given"])) for row in rows]
    except (ValueError, TypeError, KeyError):
        return []

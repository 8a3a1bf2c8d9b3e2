"""Turns: while one scenario makes or removes an order, no other lists orders; and so with terms, customers and coupons.

A store that keeps orders as posts writes the post first and its totals afterwards, and removes the totals first, so
that a list read in between shows an order without totals. Terms are read by one query and counted by another, so that
one that is made in between is not in the total. A coupon that is removed while a list is made stands there without its
status. That is true of the store for a moment, and not what a scenario about something else is to be judged by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from threading import Condition

from ..calls.steps import Call

#: What a list can show half made, or count without.
_KINDS = ("orders", "refunds", "customers", "coupons", "categories", "tags", "brands", "shipping_classes", "terms")
_SIDES = {"list": "list", **dict.fromkeys(("create", "delete", "batch", "bulk"), "make")}
_OTHER = {"list": "make", "make": "list"}


class Turns:
    """Of each kind, any number of steps may make or remove things at a time, or any number may list them."""

    def __init__(self) -> None:
        self._inside: Counter[tuple[str, str]] = Counter()
        self._moved = Condition()

    @contextmanager
    def taken(self, step: Call | list[Call]) -> Generator[None, None, None]:
        """Wait until nobody is at the other side of what a step does, and be on its own side meanwhile."""
        mine = {place for call in (step if isinstance(step, list) else [step]) if (place := _place(call))}
        with self._moved:
            self._moved.wait_for(lambda: not any(self._inside[kind, _OTHER[side]] for kind, side in mine))
            self._inside.update(mine)
        try:
            yield
        finally:
            with self._moved:
                self._inside.subtract(mine)
                self._moved.notify_all()


def _place(call: Call) -> tuple[str, str] | None:
    """Of which kind a call makes, removes or lists things; None if it does neither."""
    *_, kind, verb = ["", *call.operation.split(".")]
    return (kind, _SIDES[verb]) if kind in _KINDS and verb in _SIDES else None

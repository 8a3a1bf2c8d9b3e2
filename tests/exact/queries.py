"""Requests with a query: what the mock store understands of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from exact.fields import ITEM, Field
from exact.shop import Shop

if TYPE_CHECKING:
    from exact.run import Tally

Pair = tuple[Any, Any]


class Reader:
    """Tries the parameters of one operation."""

    def __init__(self, shop: Shop, tally: Tally) -> None:
        self.shop, self.tally = shop, tally

    def judge(self, plan: dict[Field, list[Pair]]) -> None:
        """Send every value of every parameter once."""

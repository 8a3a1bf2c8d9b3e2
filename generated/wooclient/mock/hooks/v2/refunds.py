"""Refunds in wc/v2: of an amount, whatever lines are named."""

from __future__ import annotations

from decimal import Decimal

from ...call import Call
from ...state import Doc
from ..orders import refunds


class Refunds(refunds.Refunds):
    """Refunds."""

    def asked(self, call: Call, order: Doc) -> tuple[Decimal | None, dict[int, Doc]]:
        """The amount only."""
        amount, _ = super().asked(call, order)
        return (amount if call.get("amount") is not None else None), {}

"""Returned parcels: refunds and notes from a list. A refund is never made twice, and one too large is reported.

    python refund_desk.py returns.csv

The list has the columns `parcel`, `order` and `amount`. It may be given again: what is refunded already stays as it is.
Money goes back through the desk, not through the payment gateway (`api_refund=False`).
"""

from __future__ import annotations

import csv
import sys
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from wooclient import ConnectionFailed, NotFound, ValidationFailed, WooClient


class Return(NamedTuple):
    """One parcel that came back."""

    parcel: str
    order: int
    amount: Decimal


def read(path: Path) -> list[Return]:
    """The list."""
    with path.open(newline="") as file:
        return [Return(row["parcel"], int(row["order"]), Decimal(row["amount"])) for row in csv.DictReader(file)]


def refund(woo: WooClient, back: Return) -> str:
    """What became of a return. May be called again for one of which nothing is known."""
    reason = f"return {back.parcel}"
    try:
        if any(one.reason == reason for one in woo.orders.refunds.iter(back.order)):
            return "refunded before"
        woo.orders.refunds.create(back.order, amount=back.amount, reason=reason, api_refund=False)
    except NotFound:
        return "no such order"
    except ValidationFailed as error:
        return f"refused: {error.message}"
    except ConnectionFailed as error:
        return "unknown" if error.sent else "not sent"
    woo.orders.notes.create(back.order, note=f"We refunded {back.amount} for {reason}.", customer_note=True)
    return "refunded"


def refund_all(woo: WooClient, returns: list[Return]) -> dict[str, str]:
    """What became of each, by parcel."""
    return {back.parcel: refund(woo, back) for back in returns}


if __name__ == "__main__":
    with WooClient.from_env() as shop:
        for parcel, outcome in refund_all(shop, read(Path(sys.argv[1]))).items():
            print(f"{parcel}: {outcome}")

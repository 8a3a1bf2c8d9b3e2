"""All prices of a shop changed by a share, with a report; a run that was interrupted is ended by the next one.

    python price_change.py 3.5       # up by 3.5 %; sale prices stay

`report.csv` has each product with the price that was sent and what came of it. New prices are absolute and are kept in
`left.json` until they are all sent, so that nothing is raised twice.
"""

from __future__ import annotations

import csv
import json
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from wooclient import BatchInterrupted, BatchOutcome, WooClient

CENT = Decimal("0.01")


def changed(price: Decimal, percent: Decimal) -> Decimal:
    """The new price, to the cent; halves go up."""
    return (price * (100 + percent) / 100).quantize(CENT, ROUND_HALF_UP)


def rows_to_send(woo: WooClient, left: Path, percent: Decimal) -> dict[str, Any]:
    """What the last run left, or all new prices."""
    if left.exists():
        return dict(json.loads(left.read_text()))
    priced = [p for p in woo.products.iter() if p.regular_price and not p.on_sale]
    rows = [{"id": p.id, "regular_price": changed(p.regular_price, percent)} for p in priced if p.regular_price]
    return {"update": rows}


def change_prices(woo: WooClient, folder: Path, percent: Decimal) -> bool:
    """Whether all prices are sent."""
    left, report = folder / "left.json", folder / "report.csv"
    rows = rows_to_send(woo, left, percent)
    with report.open("a", newline="") as file:
        table = csv.writer(file)

        def note(outcome: BatchOutcome[Any]) -> None:
            told = outcome.error.message if outcome.error else outcome.result.regular_price
            table.writerow([outcome.item["id"], outcome.item["regular_price"], told])

        try:
            woo.products.batch(**rows, on_outcome=note)
        except BatchInterrupted as error:
            again = [*error.unknown.get("update", []), *error.unsent.get("update", [])]
            left.write_text(json.dumps({"update": again}))
            print(f"to be continued: {error}")
            return False
    left.unlink(missing_ok=True)
    return True


if __name__ == "__main__":
    with WooClient.from_env() as shop:
        sys.exit(not change_prices(shop, Path(), Decimal(sys.argv[1])))

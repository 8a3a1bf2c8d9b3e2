"""All prices of a shop changed by a share, with a report; a run that was interrupted is ended by the next one.

    python price_change.py 3.5       # up by 3.5 %; what is on sale stays as it is

Variations of variable products are changed too. `report.csv` has the id of each product and variation, the price that
was sent and what came of it. New prices are absolute and are in `left.json` before the first one is sent, until all are
sent. So nothing is raised twice, also after Ctrl-C, a kill or a loss of power.
"""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from wooclient import BatchInterrupted, BatchOutcome, ItemError, WooClient

CENT = Decimal("0.01")


def changed(price: Decimal, percent: Decimal) -> Decimal:
    """The new price, to the cent; halves go up."""
    return (price * (100 + percent) / 100).quantize(CENT, ROUND_HALF_UP)


def priced(woo: WooClient) -> Iterator[tuple[int, Any]]:
    """Products with 0, and variations with the id of their product."""
    fields = ["id", "regular_price", "on_sale"]
    for product in woo.products.iter(fields=[*fields, "variations"], prefetch=2):
        yield 0, product
        if product.variations:  # the product itself has no price then
            yield from ((product.id, one) for one in woo.products.variations.iter(product.id, fields=fields))


def new_prices(woo: WooClient, percent: Decimal) -> list[dict[str, Any]]:
    """The new price of all that has one and is not on sale."""
    return [
        {"parent": parent, "id": one.id, "regular_price": str(changed(one.regular_price, percent))}
        for parent, one in priced(woo)
        if one.regular_price and not one.on_sale
    ]


def write_whole(path: Path, rows: list[dict[str, Any]]) -> None:
    """Write a file that is there whole or not at all, also after a loss of power."""
    part = path.with_suffix(".part")
    with part.open("w") as file:
        json.dump(rows, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)


def send(woo: WooClient, rows: list[dict[str, Any]], left: Path, report: Path) -> None:
    """Send the prices. Each request's outcomes go into the report, and what they are about out of the file `left`."""
    waiting = {row["id"]: row for row in rows}
    with report.open("a", newline="") as file:
        table = csv.writer(file)

        def note(outcome: BatchOutcome[Any]) -> None:
            result = outcome.result
            told = result.message if isinstance(result, ItemError) else result.regular_price
            table.writerow([outcome.item["id"], outcome.item["regular_price"], told])
            waiting.pop(outcome.item["id"], None)

        def keep(*_: int) -> None:
            file.flush()  # first: what is in neither of the two would be forgotten
            write_whole(left, list(waiting.values()))

        for parent, some in groupby(sorted(rows, key=lambda row: row["parent"]), lambda row: row["parent"]):
            update: list[Any] = [{"id": row["id"], "regular_price": row["regular_price"]} for row in some]
            batch: Any = partial(woo.products.variations.batch, parent) if parent else woo.products.batch
            batch(update=update, on_outcome=note, on_progress=keep)


def change_prices(woo: WooClient, folder: Path, percent: Decimal) -> bool:
    """Whether all prices are sent. What an earlier run left is all that is sent, if there is any."""
    left = folder / "left.json"
    if left.exists():
        rows = json.loads(left.read_text())
        print(f"an earlier run was interrupted; this one only sends the {len(rows)} prices that it left")
    else:
        rows = new_prices(woo, percent)
        write_whole(left, rows)
    try:
        send(woo, rows, left, folder / "report.csv")
    except BatchInterrupted as error:
        print(f"to be continued: {error}")
        return False
    left.unlink()
    return True


if __name__ == "__main__":
    with WooClient.from_env() as shop:
        sys.exit(not change_prices(shop, Path(), Decimal(sys.argv[1])))

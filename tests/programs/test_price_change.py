"""All prices of a shop up by 3.5 %, with a report; a run that was interrupted is ended by the next one."""

from __future__ import annotations

import csv
import json
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from wooclient import BatchInterrupted, BatchOutcome, WooClient
from wooclient.mock import MockStore

# --- the program ---

CENT = Decimal("0.01")


def raised(price: Decimal) -> Decimal:
    return (price * Decimal("1.035")).quantize(CENT, ROUND_HALF_UP)


def rows_to_send(woo: WooClient, left: Path) -> dict[str, Any]:
    """The new prices: what the last run left, or all of them. Prices are absolute, so that twice does no harm."""
    if left.exists():
        return dict(json.loads(left.read_text()))
    priced = [p for p in woo.products.iter() if p.regular_price and not p.on_sale]
    return {"update": [{"id": p.id, "regular_price": raised(p.regular_price)} for p in priced if p.regular_price]}


def change_prices(woo: WooClient, folder: Path) -> bool:
    """Whether all prices are sent. Each one that came back is in `report.csv`."""
    left, report = folder / "left.json", folder / "report.csv"
    rows = rows_to_send(woo, left)
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


# --- until here ---


@pytest.mark.parametrize("fault", ["lost_answer", "drop_connection", "html_error"])
def test_every_price_is_raised_once(tmp_path: Path, fault: str) -> None:
    with (
        MockStore() as store,
        WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo,
    ):
        made = woo.products.batch(create=[{"name": f"P{i}", "regular_price": f"{i}.10"} for i in range(1, 251)])
        bought = {p.id: p.regular_price for p in made.raise_for_errors().create}
        store.fault(fault, route="/products/batch", every=2, times=1)
        assert not change_prices(woo, tmp_path)
        assert json.loads((tmp_path / "left.json").read_text())["update"]
        assert change_prices(woo, tmp_path)
        now = {p.id: p.regular_price for p in woo.products.iter()}
        assert {number: now[number] for number in bought} == {n: raised(p) for n, p in bought.items() if p}
    with (tmp_path / "report.csv").open(newline="") as file:
        table = list(csv.reader(file))
    reported = [int(row[0]) for row in table]
    assert len(reported) == len(set(reported))
    assert len(bought) == 250
    assert bought.keys() <= set(reported)
    assert all(row[1] == row[2] for row in table)

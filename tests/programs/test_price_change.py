"""All prices of a shop up by 3.5 %, with a report; a run that was interrupted is ended by the next one."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest

from examples_here import example
from wooclient import WooClient
from wooclient.mock import MockStore

price_change = example("price_change")
PERCENT = Decimal("3.5")


@pytest.mark.parametrize("fault", ["lost_answer", "drop_connection", "html_error"])
def test_every_price_is_raised_once(tmp_path: Path, fault: str) -> None:
    with (
        MockStore() as store,
        WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo,
    ):
        made = woo.products.batch(create=[{"name": f"P{i}", "regular_price": f"{i}.10"} for i in range(1, 251)])
        bought = {p.id: p.regular_price for p in made.raise_for_errors().create}
        store.fault(fault, route="/products/batch", every=2, times=1)
        assert not price_change.change_prices(woo, tmp_path, PERCENT)
        assert json.loads((tmp_path / "left.json").read_text())["update"]
        assert price_change.change_prices(woo, tmp_path, PERCENT)
        now = {p.id: p.regular_price for p in woo.products.iter()}
        assert {number: now[number] for number in bought} == {
            n: price_change.changed(p, PERCENT) for n, p in bought.items() if p
        }
    with (tmp_path / "report.csv").open(newline="") as file:
        table = list(csv.reader(file))
    reported = [int(row[0]) for row in table]
    assert len(reported) == len(set(reported))
    assert len(bought) == 250
    assert bought.keys() <= set(reported)
    assert all(row[1] == row[2] for row in table)

"""All prices of a shop up by 3.5 %, with a report; a run that was interrupted is ended by the next one."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

import httpx
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
        assert len(json.loads((tmp_path / "left.json").read_text())) < 257
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


class Interrupted(httpx.BaseTransport):
    """Ends the program at a batch, as Ctrl-C does, before the store gets it or after it carried it out."""

    def __init__(self, store: MockStore, at: int, *, carried_out: bool) -> None:
        self.store, self.at, self.carried_out = store, at, carried_out

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.at -= request.url.path.endswith("/batch")
        if self.at or not request.url.path.endswith("/batch"):
            return self.store.transport.handle_request(request)
        if self.carried_out:
            self.store.transport.handle_request(request)
        raise KeyboardInterrupt


def regular_prices(woo: WooClient) -> dict[int, Decimal]:
    """The price of every product and variation that is not on sale."""
    all_of_them = [*woo.products.iter(), *woo.products.variations.iter(102)]
    return {one.id: one.regular_price for one in all_of_them if one.regular_price and not one.on_sale}


@pytest.mark.parametrize("carried_out", [True, False])
@pytest.mark.parametrize("at", [1, 2])
def test_a_program_that_was_ended_raises_nothing_twice(tmp_path: Path, at: int, carried_out: bool) -> None:
    with MockStore() as store:
        cut = Interrupted(store, at, carried_out=carried_out)
        with (
            WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo,
            WooClient(store.url, key=store.key, secret=store.secret, transport=cut) as ended,
        ):
            expected = {number: price_change.changed(p, PERCENT) for number, p in regular_prices(woo).items()}
            assert {111, 112} & expected.keys()
            with pytest.raises(KeyboardInterrupt):
                price_change.change_prices(ended, tmp_path, PERCENT)
            left = {row["id"] for row in json.loads((tmp_path / "left.json").read_text())}
            # What was answered is left no more.
            assert left == (expected.keys() if at == 1 else {111, 112} & expected.keys())
            assert price_change.change_prices(woo, tmp_path, Decimal(50))
            assert regular_prices(woo) == expected
    with (tmp_path / "report.csv").open(newline="") as file:
        assert sorted(int(row[0]) for row in csv.reader(file)) == sorted(expected)
    assert [path.name for path in tmp_path.iterdir()] == ["report.csv"]

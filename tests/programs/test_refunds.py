"""Returned goods: refunds and notes from a list. A refund is never made twice, and one too large is reported."""

from __future__ import annotations

from decimal import Decimal

from examples_here import example
from wooclient import WooClient
from wooclient.mock import MockStore

refund_desk = example("refund_desk")


def test_returns_are_refunded_once() -> None:
    parcels = [
        refund_desk.Return("R1", 207, Decimal("5.00")),
        refund_desk.Return("R2", 202, Decimal("999.00")),
        refund_desk.Return("R3", 99999, Decimal("1.00")),
        refund_desk.Return("R4", 210, Decimal("2.50")),
    ]
    with (
        MockStore() as store,
        WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo,
    ):
        store.fault("lost_answer", route="/orders/210/refunds", every=2, times=1)
        first = refund_desk.refund_all(woo, parcels)
        assert first["R1"] == "refunded"
        assert first["R2"].startswith("refused: ")
        assert (first["R3"], first["R4"]) == ("no such order", "unknown")
        posts = [r.path for r in store.requests if r.method == "POST" and r.path.endswith("/refunds")]
        # A refusal is no failure of the store, and a refund is no request to be sent again.
        assert len(posts) == len(set(posts)) == len(parcels)
        again = refund_desk.refund_all(woo, parcels)
        assert (again["R1"], again["R4"]) == ("refunded before", "refunded before")
        assert [one.amount for one in woo.orders.refunds.iter(207)] == [Decimal("5.00")]
        assert sorted(one.amount or 0 for one in woo.orders.refunds.iter(210)) == [Decimal("2.50"), Decimal("3.00")]
        notes = [note.note for note in woo.orders.notes.list(207, type="customer")]
        assert notes.count("We refunded 5.00 for return R1.") == 1

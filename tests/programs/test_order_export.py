"""Orders to a file, each run only what changed since the last one; the cursor is the newest order's own moment."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from wooclient import WooClient, WooError
from wooclient.mock import MockStore

# --- the program ---


def load(state: Path) -> tuple[datetime, dict[str, str]]:
    """Up to which moment all is exported, and in which version each order was that has just this moment."""
    if not state.exists():
        return datetime.fromisoformat("2000-01-01T00:00:00+00:00"), {}
    found = json.loads(state.read_text())
    return datetime.fromisoformat(found["until"]), found["seen"]


def export(woo: WooClient, folder: Path) -> int:
    """Append what changed to `orders.jsonl`; how many orders that were."""
    state, out = folder / "state.json", folder / "orders.jsonl"
    until, seen = load(state)
    fresh = []
    for order in woo.orders.modified_since(until, status=["any"]):
        # Orders of the last second come again, as others may have changed within it.
        text = order.model_dump_json()
        if order.date_modified_gmt and seen.get(str(order.id)) != text:
            fresh.append((order.date_modified_gmt, order.id, text))
    fresh.sort()
    with out.open("a") as file:
        file.writelines(f"{text}\n" for _, _, text in fresh)
    if fresh:
        last = fresh[-1][0]
        known = {str(number): text for moment, number, text in fresh if moment == last}
        known = {**seen, **known} if last == until else known
        state.write_text(json.dumps({"until": last.isoformat(), "seen": known}))
    return len(fresh)


# --- until here ---


def test_each_change_is_exported_once(tmp_path: Path) -> None:
    with (
        MockStore() as store,
        WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo,
    ):
        everything = [order.id for order in woo.orders.iter(status=["any"])]
        assert export(woo, tmp_path) == len(everything)
        assert export(woo, tmp_path) == 0
        made = woo.orders.create(status="processing", fee_lines=[{"name": "Repair", "total": "30.00"}])
        woo.orders.update(201, status="completed")
        assert export(woo, tmp_path) == 2
        # Within the same second, another one: it is not lost, and the others do not come again.
        other = woo.orders.create(status="processing")
        assert export(woo, tmp_path) == 1
        woo.orders.update(made.id, customer_note="ring twice")
        store.fault("html_error", route="/orders")
        before = (tmp_path / "orders.jsonl").read_bytes()
        with pytest.raises(WooError):
            export(woo.with_options(max_retries=0), tmp_path)
        assert (tmp_path / "orders.jsonl").read_bytes() == before
        store.heal()
        assert export(woo, tmp_path) == 1
    lines = [json.loads(line) for line in (tmp_path / "orders.jsonl").read_text().splitlines()]
    # Both may have come within one second, which numbers decide then.
    assert sorted(line["id"] for line in lines[-4:-2]) == [201, made.id]
    assert [(line["date_modified_gmt"], line["id"]) for line in lines[:-2]] == sorted(
        (line["date_modified_gmt"], line["id"]) for line in lines[:-2]
    )
    assert [line["id"] for line in lines[-2:]] == [other.id, made.id]
    assert lines[-1]["customer_note"] == "ring twice"
    assert len({json.dumps(line, sort_keys=True) for line in lines}) == len(lines)

"""Stock of a warehouse into a shop: what is refused is reported, and after a kill it goes on where it was.

    python stock_sync.py FOLDER

`FOLDER/counted.csv` has the columns `sku` and `quantity`; SKUs of variations may be among them. `FOLDER/report.json`
tells afterwards what the shop refused and what it did not keep (a stock that it does not count), both by id, and which
SKUs it does not know. Quantities are absolute, so that setting one twice does no harm. If there is a new `counted.csv`
after a kill, its quantities win, and what else the killed run left is still done.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from wooclient import BatchOutcome, ItemError, WooClient


def counted(path: Path) -> dict[str, int]:
    """What the warehouse counted, by SKU."""
    with path.open(newline="") as file:
        return {row["sku"]: int(row["quantity"]) for row in csv.DictReader(file) if row["sku"].strip()}


def plan(woo: WooClient, stock: dict[str, int], counted_at: int) -> dict[str, Any]:
    """The changes to make, and the SKUs that the shop does not know. `counted_at` tells one count from the next."""
    there = woo.products.by_sku(sorted(stock), fields=["id", "sku", "type", "parent_id", "stock_quantity"])
    rows = [
        {
            "counted_at": counted_at,
            "parent": one.parent_id if one.type == "variation" else 0,
            "id": one.id,
            "sku": sku,
            "stock_quantity": stock[sku],
        }
        for sku, one in there.items()
        if one.stock_quantity != stock[sku]
    ]
    return {"counted_at": counted_at, "update": rows, "unknown": list(there.missing)}


def renewed(old: dict[str, Any], new: dict[str, Any], stock: dict[str, int]) -> dict[str, Any]:
    """The new plan, and of the old one what is about SKUs that were not counted again."""
    again = {sku.casefold() for sku in stock}  # to a shop, s1 is S1
    rows = [row for row in old["update"] if row["sku"].casefold() not in again]
    unknown = [sku for sku in old["unknown"] if sku.casefold() not in again]
    return {**new, "update": [*rows, *new["update"]], "unknown": sorted({*unknown, *new["unknown"]})}


def planned(woo: WooClient, folder: Path) -> dict[str, Any]:
    """What is to be done: the plan of a killed run, one of what was counted, or both if there is a new count."""
    todo, path = folder / "todo.json", folder / "counted.csv"
    old = json.loads(todo.read_text()) if todo.exists() else None
    if old and not path.exists():
        return dict(old)
    counted_at = path.stat().st_mtime_ns
    if old and old["counted_at"] == counted_at:
        return dict(old)
    stock = counted(path)
    new = plan(woo, stock, counted_at)
    whole = renewed(old, new, stock) if old else new
    write_whole(todo, json.dumps(whole))
    return whole


def write_whole(path: Path, text: str) -> None:
    """Write a file that is there whole, or not at all."""
    path.with_suffix(".part").write_text(text)
    path.with_suffix(".part").replace(path)


def lines_of(path: Path) -> Iterable[dict[str, Any]]:
    """The entries of a journal. A kill may have left half a line."""
    text = path.read_text() if path.exists() else ""
    return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]


def name_of(row: dict[str, Any]) -> tuple[int, int]:
    """What ties an entry of the journal to a row of the plan: a record may be counted again."""
    return row["counted_at"], row["id"]


def send(woo: WooClient, rows: list[dict[str, Any]], journal: Path) -> None:
    """Set each stock, those of variations below their product, and write down what came of it."""
    counted_at = {row["id"]: row["counted_at"] for row in rows}
    with journal.open("a") as log:

        def note(outcome: BatchOutcome[Any]) -> None:
            number, sent, result = outcome.item["id"], outcome.item["stock_quantity"], outcome.result
            entry: dict[str, Any] = {"counted_at": counted_at[number], "id": number}
            if isinstance(result, ItemError):
                entry["refused"] = result.code
            elif result.stock_quantity != sent:  # answered with success, but the shop does not count this stock
                entry["not_kept"] = {"sent": sent, "shop": result.stock_quantity}
            log.write(json.dumps(entry, default=str) + "\n")
            log.flush()

        for parent, some in groupby(sorted(rows, key=lambda row: row["parent"]), lambda row: row["parent"]):
            update: list[Any] = [{"id": row["id"], "stock_quantity": row["stock_quantity"]} for row in some]
            batch: Any = partial(woo.products.variations.batch, parent) if parent else woo.products.batch
            batch(update=update, on_outcome=note)


def main(folder: Path) -> None:
    """Send what differs, and write the report."""
    todo, journal = folder / "todo.json", folder / "journal.jsonl"
    if not todo.exists():
        journal.unlink(missing_ok=True)
    with WooClient.from_env() as woo:
        whole = planned(woo, folder)
        entries = list(lines_of(journal))
        write_whole(journal, "".join(json.dumps(entry) + "\n" for entry in entries))
        done = set(map(name_of, entries))
        # What was under way at a kill is sent again: a stock level may be set twice.
        send(woo, [row for row in whole["update"] if name_of(row) not in done], journal)
    rows = set(map(name_of, whole["update"]))
    entries = [entry for entry in lines_of(journal) if name_of(entry) in rows]  # none of what was counted again
    report = {
        "refused": {entry["id"]: entry["refused"] for entry in entries if "refused" in entry},
        "not_kept": {entry["id"]: entry["not_kept"] for entry in entries if "not_kept" in entry},
        "unknown": whole["unknown"],
    }
    write_whole(folder / "report.json", json.dumps(report))
    todo.unlink()
    journal.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

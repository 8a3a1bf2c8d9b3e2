"""Stock of a warehouse into a shop: what is refused is reported, and after a kill it goes on where it was.

    python stock_sync.py FOLDER

`FOLDER/counted.csv` has the columns `sku` and `quantity`. `FOLDER/report.json` tells afterwards what the shop refused
and which SKUs it does not know. Quantities are absolute, so that setting one twice does no harm.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from wooclient import BatchOutcome, WooClient


def counted(path: Path) -> dict[str, int]:
    """What the warehouse counted, by SKU."""
    with path.open(newline="") as file:
        return {row["sku"]: int(row["quantity"]) for row in csv.DictReader(file)}


def plan(woo: WooClient, stock: dict[str, int]) -> dict[str, Any]:
    """The changes to make, and the SKUs that the shop does not know."""
    there = {p.sku: p for p in woo.products.iter(fields=["id", "sku", "stock_quantity"], prefetch=2)}
    changed = [sku for sku in sorted(stock.keys() & there.keys()) if there[sku].stock_quantity != stock[sku]]
    return {
        "update": [{"id": there[sku].id, "stock_quantity": stock[sku]} for sku in changed],
        "unknown": sorted(stock.keys() - there.keys()),
    }


def write_whole(path: Path, text: str) -> None:
    """Write a file that is there whole, or not at all."""
    path.with_suffix(".part").write_text(text)
    path.with_suffix(".part").replace(path)


def lines_of(path: Path) -> Iterable[dict[str, Any]]:
    """The entries of a journal. A kill may have left half a line."""
    text = path.read_text() if path.exists() else ""
    return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]


def main(folder: Path) -> None:
    """Send what differs, and write the report."""
    todo, journal = folder / "todo.json", folder / "journal.jsonl"
    with WooClient.from_env() as woo:
        if not todo.exists():
            write_whole(todo, json.dumps(plan(woo, counted(folder / "counted.csv"))))
        entries = list(lines_of(journal))
        write_whole(journal, "".join(json.dumps(entry) + "\n" for entry in entries))
        done = {entry["id"] for entry in entries}
        # What was under way at a kill is sent again: a stock level may be set twice.
        rows = [row for row in json.loads(todo.read_text())["update"] if row["id"] not in done]
        with journal.open("a") as log:

            def note(outcome: BatchOutcome[Any]) -> None:
                code = outcome.error.code if outcome.error else ""
                log.write(json.dumps({"id": outcome.item["id"], "refused": code}) + "\n")
                log.flush()

            woo.products.batch(update=rows, on_outcome=note)
    refused = {entry["id"]: entry["refused"] for entry in lines_of(journal) if entry["refused"]}
    report = {"refused": refused, "unknown": json.loads(todo.read_text())["unknown"]}
    write_whole(folder / "report.json", json.dumps(report))
    todo.unlink()
    journal.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

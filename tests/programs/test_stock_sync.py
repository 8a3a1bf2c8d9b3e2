"""Stock of 5,000 SKUs from a warehouse: what is refused is reported, and after a kill it goes on where it was."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from wooclient import BatchOutcome, WooClient

# --- the program ---


def plan(woo: WooClient, counted: dict[str, int]) -> dict[str, Any]:
    """The changes to make, and the SKUs that the store does not know."""
    there = {p.sku: p for p in woo.products.iter(extra={"_fields": "id,sku,stock_quantity"}, prefetch=2)}
    changed = [sku for sku in sorted(counted.keys() & there.keys()) if there[sku].stock_quantity != counted[sku]]
    return {
        "update": [{"id": there[sku].id, "stock_quantity": counted[sku]} for sku in changed],
        "unknown": sorted(counted.keys() - there.keys()),
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
    todo, journal = folder / "todo.json", folder / "journal.jsonl"
    with WooClient.from_env() as woo:
        if not todo.exists():
            write_whole(todo, json.dumps(plan(woo, json.loads((folder / "counted.json").read_text()))))
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


# --- until here ---

SKUS, CHANGED, KILLED_AT = 5000, 1200, 300


def shop(folder: Path) -> Path:
    """The seed of a store with a product for each SKU but the last ten."""
    from wooclient import fixtures

    plain = {"type": "simple", "variations": [], "attributes": [], "images": [], "tags": [], "categories": []}
    one: dict[str, Any] = {**fixtures.load("v3", "products.get"), **plain, "manage_stock": True}
    products = [
        {**one, "id": 10_000 + i, "sku": f"S{i:05}", "name": f"P{i}", "slug": f"p{i}", "stock_quantity": 7}
        for i in range(SKUS - 10)
    ]
    (folder / "seed.json").write_text(json.dumps({"products": products}))
    counted = {f"S{i:05}": 1000 + i if i < CHANGED else 7 for i in range(SKUS)}
    (folder / "counted.json").write_text(json.dumps(counted))
    return folder / "seed.json"


def test_a_sync_that_is_killed_goes_on(tmp_path: Path) -> None:
    import subprocess
    import time

    from mock.serving import KEY, SECRET, serving

    with serving("--seed", str(shop(tmp_path))) as (url, _):
        path = os.pathsep.join(sys.path)
        env = {**os.environ, "PYTHONPATH": path, "WOO_URL": url, "WOO_KEY": KEY, "WOO_SECRET": SECRET}
        command, journal = [sys.executable, __file__, str(tmp_path)], tmp_path / "journal.jsonl"
        killed = subprocess.Popen(command, env=env)
        ends = time.monotonic() + 120
        while killed.poll() is None and len(list(lines_of(journal))) < KILLED_AT and time.monotonic() < ends:
            time.sleep(0.005)
        killed.kill()
        assert killed.wait(10) != 0
        before = len(list(lines_of(journal)))
        assert KILLED_AT <= before < CHANGED
        with journal.open("a") as log:
            log.write('{"id": 10')  # a kill in the middle of a line
        with WooClient(url, key=KEY, secret=SECRET) as woo:
            gone = [10_000 + i for i in (CHANGED - 1, CHANGED - 2)]
            woo.products.batch(delete=gone).raise_for_errors()
            subprocess.run(command, env=env, check=True, timeout=120)
            report = json.loads((tmp_path / "report.json").read_text())
            assert report["unknown"] == [f"S{i:05}" for i in range(SKUS - 10, SKUS)]
            assert set(report["refused"]) == {str(number) for number in gone}
            assert [entry["id"] for entry in lines_of(journal)] == [10_000 + i for i in range(CHANGED)]
            for i in (0, KILLED_AT, before, CHANGED - 3, CHANGED):
                assert woo.products.get(10_000 + i).stock_quantity == (1000 + i if i < CHANGED else 7)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Stock of 5,000 SKUs from a warehouse: what is refused is reported, and after a kill it goes on where it was."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from examples_here import example, path
from wooclient import WooClient

stock_sync = example("stock_sync")

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
    rows = [f"S{i:05},{1000 + i if i < CHANGED else 7}" for i in range(SKUS)]
    (folder / "counted.csv").write_text("\n".join(["sku,quantity", *rows]))
    return folder / "seed.json"


def test_a_sync_that_is_killed_goes_on(tmp_path: Path) -> None:
    import subprocess
    import time

    from mock.serving import KEY, SECRET, serving

    with serving("--seed", str(shop(tmp_path))) as (url, _):
        places = os.pathsep.join(sys.path)
        env = {**os.environ, "PYTHONPATH": places, "WOO_URL": url, "WOO_KEY": KEY, "WOO_SECRET": SECRET}
        command, journal = [sys.executable, str(path("stock_sync")), str(tmp_path)], tmp_path / "journal.jsonl"
        killed = subprocess.Popen(command, env=env)
        ends = time.monotonic() + 120
        while killed.poll() is None and len(list(stock_sync.lines_of(journal))) < KILLED_AT and time.monotonic() < ends:
            time.sleep(0.005)
        killed.kill()
        assert killed.wait(10) != 0
        before = len(list(stock_sync.lines_of(journal)))
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
            assert not journal.exists()
            for i in (0, KILLED_AT, before, CHANGED - 3, CHANGED):
                assert woo.products.get(10_000 + i).stock_quantity == (1000 + i if i < CHANGED else 7)

"""Stock of 5,000 SKUs from a warehouse: what is refused is reported, and after a kill it goes on where it was."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from examples_here import example, path
from wooclient import NotKeptWarning, WooClient
from wooclient.mock import MockStore

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


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[MockStore]:
    """The store that the program is led to."""
    with MockStore() as store:
        monkeypatch.setattr(stock_sync.WooClient, "from_env", lambda: client(store))
        yield store


def client(store: MockStore, transport: httpx.BaseTransport | None = None) -> WooClient:
    """A client of the store."""
    return WooClient(store.url, key=store.key, secret=store.secret, transport=transport or store.transport)


def count(folder: Path, *rows: str) -> None:
    """Write what the warehouse counted."""
    before = (folder / "counted.csv").stat().st_mtime_ns if (folder / "counted.csv").exists() else 0
    (folder / "counted.csv").write_text("\n".join(["sku,quantity", *rows]))
    os.utime(folder / "counted.csv", ns=(before + 1, before + 1))


def synced(folder: Path) -> Any:
    """The report of a run."""
    stock_sync.main(folder)
    assert sorted(path.name for path in folder.iterdir()) == ["counted.csv", "report.json"]
    return json.loads((folder / "report.json").read_text())


def stocks(store: MockStore) -> dict[str, Any]:
    """The stock of each product and of the variations of one."""
    with client(store) as woo:
        return {one.sku: one.stock_quantity for one in [*woo.products.iter(), *woo.products.variations.iter(102)]}


def test_variations_are_counted_under_their_products(tmp_path: Path, store: MockStore) -> None:
    count(tmp_path, "KC-APRON-S,31", "KC-TEAPOT,32", "KC-NONE,5", ",6")
    assert synced(tmp_path) == {"refused": {}, "not_kept": {}, "unknown": ["KC-NONE"]}
    assert {"KC-APRON-S": 31, "KC-TEAPOT": 32}.items() <= stocks(store).items()


def test_what_the_shop_takes_and_does_not_keep_is_reported(tmp_path: Path, store: MockStore) -> None:
    count(tmp_path, "KC-WHISK,4", "KC-APRON-L,5", "KC-CUP,6")
    with pytest.warns(NotKeptWarning):
        report = synced(tmp_path)
    lost = {"108": {"sent": 4, "shop": None}, "112": {"sent": 5, "shop": None}}
    assert report == {"refused": {}, "not_kept": lost, "unknown": []}
    assert {"KC-WHISK": None, "KC-APRON-L": None, "KC-CUP": 6}.items() <= stocks(store).items()


class Ended(httpx.BaseTransport):
    """Ends the program at a batch of variations, when that of the products is done."""

    def __init__(self, store: MockStore) -> None:
        self.store = store

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/variations/batch"):
            raise KeyboardInterrupt
        return self.store.transport.handle_request(request)


def ended(folder: Path, store: MockStore) -> None:
    """A run that ends in the middle."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stock_sync.WooClient, "from_env", lambda: client(store, Ended(store)))
        with pytest.raises(KeyboardInterrupt):
            stock_sync.main(folder)


def test_a_newer_count_wins_over_what_a_killed_run_left(tmp_path: Path, store: MockStore) -> None:
    count(
        tmp_path, "KC-TEAPOT,21", "KC-CUP,22", "KC-WHISK,23", "KC-APRON-S,24", "KC-APRON-L,25", "KC-NONE,1", "KC-NO,1"
    )
    ended(tmp_path, store)
    assert stocks(store)["KC-TEAPOT"] == 21
    with client(store) as woo:
        woo.products.update(woo.products.by_sku(["KC-CUP"])["KC-CUP"].id, stock_quantity=20)  # two were sold
    count(tmp_path, "kc-teapot,31", "KC-APRON-L,32", "KC-NO,1")
    with pytest.warns(NotKeptWarning):
        report = synced(tmp_path)
    # The rest of the old count is done, and what it had done is not done again.
    assert {"KC-TEAPOT": 31, "KC-CUP": 20, "KC-APRON-S": 24}.items() <= stocks(store).items()
    assert report["unknown"] == ["KC-NO", "KC-NONE"]
    assert report["not_kept"] == {"108": {"sent": 23, "shop": None}, "112": {"sent": 32, "shop": None}}


def test_the_same_count_as_before_is_a_count(tmp_path: Path, store: MockStore) -> None:
    count(tmp_path, "KC-TEAPOT,21", "KC-APRON-S,24")
    ended(tmp_path, store)
    with client(store) as woo:
        woo.products.update(101, stock_quantity=20)
    count(tmp_path, "KC-TEAPOT,21")
    synced(tmp_path)
    assert {"KC-TEAPOT": 21, "KC-APRON-S": 24}.items() <= stocks(store).items()

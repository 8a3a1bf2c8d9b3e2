"""Tables as people write them: other letters, thousands with points, columns of plugins; and runs that are stopped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Run
from wooclient import WooClient
from wooclient.mock import MockStore
from wooclient.mock.wire import Answer, Request


def _write(tmp_path: Path, text: str) -> Path:
    place = tmp_path / "table.csv"
    place.write_text(text, "utf-8")
    return place


def _sent(store: MockStore) -> list[Any]:
    return [json.loads(request.body) for request in store.requests if request.method == "POST"]


def test_what_found_a_record_is_not_sent(run: Run, store: MockStore, woo: WooClient, tmp_path: Path) -> None:
    done = run("import", "products", _write(tmp_path, "sku,regular_price\nkc-teapot,77\n"))
    assert (done.code, "1 changed" in done.err) == (0, True)
    (body,) = _sent(store)
    assert [sorted(one) for one in body["update"]] == [["id", "regular_price"]]
    assert woo.products.get(body["update"][0]["id"]).sku == "KC-TEAPOT"


def test_columns_of_plugins_are_sent(run: Run, store: MockStore, tmp_path: Path) -> None:
    text = "sku;regular_price;extra.acme\nKC-TEAPOT;77;x\nNEW-1;5;y\nKC-SAMPLER;88;\n"
    done = run("import", "products", _write(tmp_path, text))
    assert (done.code, "1 created, 2 changed, 0 as they are, 0 refused" in done.err) == (0, True), done.err
    (body,) = _sent(store)
    assert [one.get("acme") for part in ("create", "update") for one in body[part]] == ["y", "x", None]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), TypeError("a plugin's field")])
def test_a_run_that_is_stopped_says_what_was_done(
    run: Run, store: MockStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    rows = "".join(f"N-{i},P {i},5\n" for i in range(150))
    handle, count = store.handle, [0]

    def stopped(request: Request) -> Answer:
        count[0] += request.method == "POST"
        if count[0] == 2:
            raise error
        return handle(request)

    monkeypatch.setattr(store, "handle", stopped)
    done = run("import", "products", _write(tmp_path, f"sku,name,regular_price\n{rows}"))
    assert done.code not in (0, 1)
    assert "100 created, 0 changed, 0 as they are, 50 refused" in done.err
    refused = (tmp_path / "table.refused.csv").read_text("utf-8").splitlines()
    assert (len(refused), refused[1].split(",")[0]) == (51, "N-100")
    assert f"not done, as far as is known: {str(error) or 'stopped'}" in refused[1]


@pytest.mark.parametrize(("table", "reason"), [
    ("sku,stock_quantity\nKC-TEAPOT,1.000\n", "stock_quantity is '1.000'; pass a whole number"),
    ("sku;stock_quantity\nKC-TEAPOT;1.000\n", "stock_quantity is '1.000'; pass a whole number"),
    ("sku;regular_price\nKC-TEAPOT;1.250\n", "in a table with semicolons that can be 1250 or 1.25"),
    ("sku;dimensions.width\nKC-TEAPOT;2.000\n", "in a table with semicolons that can be 2000 or 2"),
    ("sku,categories\nKC-TEAPOT,Tea\n", 'categories is a list of objects: write it as JSON, such as [{"id": 3}]'),
])  # fmt: skip
def test_cells_that_can_mean_two_things_are_refused(
    run: Run, store: MockStore, tmp_path: Path, table: str, reason: str
) -> None:
    done = run("import", "products", _write(tmp_path, table))
    assert (done.code, reason in done.out, _sent(store)) == (2, True, []), done.out


@pytest.mark.parametrize("table", [
    "sku;regular_price\nKC-TEAPOT;1.25\n", "sku,regular_price\nKC-TEAPOT,1.250\n", "sku;name\nKC-TEAPOT;1.250\n",
    "sku;regular_price\nKC-TEAPOT;0.125\n",
])  # fmt: skip
def test_cells_that_mean_one_thing_are_taken(run: Run, store: MockStore, tmp_path: Path, table: str) -> None:
    done = run("import", "products", _write(tmp_path, table))
    assert (done.code, len(_sent(store))) == (0, 1), done.err


def test_the_command_line_takes_no_thousand_for_one(run: Run, store: MockStore) -> None:
    done = run("update", "products", "101", "stock_quantity=1.000")
    assert (done.code, "is '1.000'; pass a whole number" in done.err, _sent(store)) == (2, True, [])


@pytest.mark.parametrize(("columns", "said"), [
    ("sku,preis", "there is no field 'preis'; the store sets price itself"),
    ("SKU,Regular price", "there is no field 'SKU'; did you mean sku?"),
    ("sku,price", "the store sets price itself, and there is no other column"),
])  # fmt: skip
def test_columns_of_other_names_are_refused_with_what_is_meant(
    run: Run, tmp_path: Path, columns: str, said: str
) -> None:
    done = run("import", "products", _write(tmp_path, f"{columns}\nKC-TEAPOT,5\n"))
    assert (done.code, said in done.err) == (2, True), done.err


def test_a_date_of_the_shop_beside_the_same_in_utc_is_passed_over_and_told(run: Run, tmp_path: Path) -> None:
    text = "sku,date_on_sale_from,date_on_sale_from_gmt\nKC-TEAPOT,2031-01-01T00:00:00,2030-01-01T00:00:00\n"
    done = run("import", "products", _write(tmp_path, text))
    assert "passed over, as their columns with _gmt say the same: date_on_sale_from" in done.err

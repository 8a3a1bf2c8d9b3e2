"""Exports: each record once whatever happens on the way, kept up to date, in every form."""

from __future__ import annotations

import csv
import itertools
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet
import pytest

from cli.conftest import Run
from contract.served import served
from waiting import wait_until
from wooclient import WooClient
from wooclient.cli.tables import columns, csv_cell, distinct, flat, from_csv_cell
from wooclient.mock import MockStore


def _lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _journals(place: Path) -> list[str]:
    return [path.name for path in place.iterdir() if "journal" in path.name]


def _parquet(path: Path) -> list[Any]:
    found: list[Any] = pyarrow.parquet.read_table(path).to_pylist()
    return found


def _sqlite(path: Path) -> list[Any]:
    with sqlite3.connect(path) as database:
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute("SELECT * FROM products ORDER BY id")]


def _duckdb(path: Path) -> list[Any]:
    with duckdb.connect(str(path)) as database:
        found = database.execute("SELECT * FROM products ORDER BY id")
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _csv(path: Path) -> list[Any]:
    with path.open(encoding="utf-8", newline="") as file:
        return [{**row, "id": int(row["id"])} for row in csv.DictReader(file)]


#: Ending → how to read it.
FORMS: dict[str, Callable[[Path], list[Any]]] = {
    "jsonl": _lines, "csv": _csv, "parquet": _parquet, "sqlite": _sqlite, "duckdb": _duckdb,
}  # fmt: skip


@pytest.mark.parametrize("ending", FORMS)
def test_every_form_holds_every_record_once(run: Run, woo: WooClient, tmp_path: Path, ending: str) -> None:
    woo.products.create(name="=1+1", sku="HOSTILE", meta_data=[{"key": "a", "value": {"b": [1, None]}}])
    place = tmp_path / f"p.{ending}"
    done = run("export", "products", "--to", place, "--json")
    assert done.code == 0, done.err
    wanted = [product.id for product in woo.products.iter()]
    assert done.rows == [{"to": str(place), "records": len(wanted), "new": len(wanted), "changed": 0, "deleted": 0}]
    rows = FORMS[ending](place)
    assert [row["id"] for row in rows] == wanted
    assert _journals(tmp_path) == []
    assert f"{place.stat().st_mode & 0o777:o}" == "600"
    if ending != "jsonl":
        assert rows[-1]["name"] == ("'=1+1" if ending == "csv" else "=1+1")
        assert rows[0]["dimensions.width"] == "6"
        assert json.loads(rows[-1]["meta_data"])[0]["value"] == {"b": [1, None]}
    again = run("export", "products", "--to", place)
    assert again.code == 2
    assert " already: name another output, or --overwrite it" in again.err
    assert run("export", "products", "--to", place, "--overwrite").code == 0


def test_json_lines_are_what_the_store_sent(run: Run, woo: WooClient, tmp_path: Path) -> None:
    place = tmp_path / "o.jsonl"
    assert run("export", "orders", "status=processing", "--to", place).code == 0
    assert _lines(place) == json.loads(
        woo.request_raw("GET", "/wc/v3/orders?status=processing&per_page=100&orderby=id&order=asc").body
    )


def test_tables_of_one_database_live_side_by_side(run: Run, tmp_path: Path) -> None:
    for name in ("products", "coupons"):
        assert run("export", name, "--to", tmp_path / "shop.sqlite").code == 0
    with sqlite3.connect(tmp_path / "shop.sqlite") as database:
        tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables == {"products", "coupons"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("products", "--to", "x.jsnl"), "did you mean .jsonl?"),
        (("products", "orderby=date", "--to", "x.jsonl"), "orderby is not for an export"),
        (("products.variations", "--to", "x.jsonl"), "takes PRODUCT_ID"),
        (("products",), "Missing option '--to'"),
    ],
)
def test_bad_input_is_told_before_anything_is_sent(
    run: Run, store: MockStore, arguments: tuple[str, ...], said: str
) -> None:
    done = run("export", *arguments)
    assert done.code == 2
    assert said in done.err
    assert store.requests == []


@pytest.mark.parametrize(
    ("ending", "package", "extra"), [("parquet", "pyarrow", "parquet"), ("duckdb", "duckdb", "duckdb")]
)
def test_a_form_says_which_extra_it_lacks(
    run: Run, monkeypatch: pytest.MonkeyPatch, ending: str, package: str, extra: str
) -> None:
    monkeypatch.setattr("wooclient.cli.outputs.find_spec", lambda name: None if name == package else object())
    done = run("export", "products", "--to", f"x.{ending}")
    assert done.code == 2
    assert f"pip install 'wooclient[{extra}]'" in done.err


# Stopped and resumed


def _fill(woo: WooClient, count: int) -> list[int]:
    rows = [{"name": f"P{i}", "sku": f"P-{i}"} for i in range(count)]
    woo.products.batch(create=rows).raise_for_errors()
    return [product.id for product in woo.products.iter(fields=["id"])]


def test_an_export_goes_on_where_it_stopped_although_records_went_and_came(
    run: Run, store: MockStore, woo: WooClient, tmp_path: Path
) -> None:
    ids = _fill(woo, 70)
    place = tmp_path / "p.jsonl"
    store.fault("waf_403", route="products", every=5)
    done = run("export", "products", "per_page=10", "--to", place)
    assert done.code == 4
    assert "40 records are kept in p.jsonl.products.journal; the same command goes on from there" in done.err
    assert not place.exists()
    store.heal()
    gone = ids[2:28]
    woo.products.batch(delete=gone)
    new = woo.products.create(name="new").id
    store.requests.clear()
    done = run("export", "products", "per_page=10", "--to", place)
    assert done.code == 0
    assert "goes on after 40 products" in done.err
    # What was read stays, what was not comes once: nothing is missed although 26 of them moved others forward.
    assert [row["id"] for row in _lines(place)] == [*ids, new]
    assert _journals(tmp_path) == []


def test_a_journal_of_another_export_is_not_taken(run: Run, store: MockStore, woo: WooClient, tmp_path: Path) -> None:
    place = tmp_path / "p.jsonl"
    _fill(woo, 20)
    store.fault("waf_403", route="products", every=3)
    assert run("export", "products", "per_page=10", "--to", place).code == 4
    store.heal()
    done = run("export", "products", "status=draft", "--to", place)
    assert done.code == 2
    assert "belongs to another export (products of https://store.example, or other filters)" in done.err
    (tmp_path / "q.jsonl.products.journal").write_text("something else entirely" * 100, "utf-8")
    done = run("export", "products", "--to", tmp_path / "q.jsonl")
    assert done.code == 2
    assert "is no journal of an export, or damaged" in done.err


def test_lists_without_pages_and_records_without_ids_are_exported_too(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "c.jsonl"
    assert run("export", "data.currencies", "--to", place).code == 0
    assert len(_lines(place)) == 16
    assert run("export", "reports.orders_totals", "--to", tmp_path / "t.csv").code == 0


def _written(place: Path) -> int:
    """How many records the journal of an export holds."""
    try:
        with closing(sqlite3.connect(f"file:{place}.products.journal?mode=ro", uri=True)) as database:
            count: int = database.execute("SELECT count(*) FROM records").fetchone()[0]
    except sqlite3.OperationalError:
        return 0  # it is not there yet
    return count


def test_after_kills_at_random_moments_every_record_is_there_once(
    store: MockStore, woo: WooClient, tmp_path: Path
) -> None:
    """A process that is killed leaves nothing but what it has safely written; each one gets further."""
    chance, place, known = random.Random(7), tmp_path / "p.jsonl", 0
    env = {**os.environ, "WOO_KEY": store.key, "WOO_SECRET": store.secret, "PYTHONPATH": os.pathsep.join(sys.path)}
    ids = _fill(woo, 100)
    lists, killed = itertools.count(), threading.Event()

    def watch(request: str) -> None:
        # No process gets to the end before it is killed.
        if request.endswith("/products") and next(lists) >= 8:
            killed.wait()

    with served(store, watch) as url:
        command = (sys.executable, "-m", "wooclient", "export", "products", "per_page=3", "--url", url, "--to", place)
        for _ in range(3):
            lists = itertools.count()
            process = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)
            assert wait_until(lambda known=known: _written(place) > known)
            time.sleep(chance.random() * 0.02)
            process.kill()
            assert process.wait(30) == -signal.SIGKILL
            assert not place.exists()
            known = _written(place)
        killed.set()
        subprocess.run(command, env=env, check=True, stderr=subprocess.DEVNULL)
        assert [row["id"] for row in _lines(place)] == ids
    assert _journals(tmp_path) == []


# Kept up to date


@pytest.mark.parametrize("ending", ["jsonl", "sqlite"])
def test_since_last_brings_what_is_new_changed_and_gone(
    run: Run, store: MockStore, woo: WooClient, tmp_path: Path, ending: str
) -> None:
    place = tmp_path / f"p.{ending}"
    command = ("export", "products", "--to", place, "--since-last", "--json")
    first = run(*command).rows[0]
    new = woo.products.create(name="new").id
    woo.products.update(101, name="changed")
    woo.products.delete(103, force=True)
    store.requests.clear()
    assert run(*command).rows[0] == {**first, "new": 1, "changed": 1, "deleted": 1}
    filters = ("_fields=id", "modified_after=", "orderby=modified")
    assert all(any(one in request.query for one in filters) for request in store.requests)
    rows = {row["id"]: row for row in FORMS[ending](place)}
    assert rows.keys() == {product.id for product in woo.products.iter()}
    assert (rows[101]["name"], rows[new]["name"]) == ("changed", "new")
    assert run(*command).rows[0] == {**first, "new": 0, "changed": 0, "deleted": 0}
    plain = run("export", "products", "--to", place)
    assert plain.code == 2
    assert "is kept up to date by --since-last" in plain.err


def test_the_cursor_is_a_records_moment_and_not_the_clock(
    run: Run, store: MockStore, woo: WooClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A record that changes while others are read comes with the next run, whatever this machine's clock says."""
    _fill(woo, 20)
    command = ("export", "products", "per_page=10", "--to", tmp_path / "p.jsonl", "--since-last", "--json")
    monkeypatch.setattr(time, "time", lambda: 4e9)
    handle, state = store.engine.handle, {"pages": 0}

    def between(request: Any, **options: Any) -> Any:
        if "page=3" in request.query and not state["pages"]:
            state["pages"] = 1
            woo.products.update(101, name="changed meanwhile")
        return handle(request, **options)

    monkeypatch.setattr(store.engine, "handle", between)
    assert run(*command).code == 0
    assert state["pages"] == 1
    assert next(row for row in _lines(tmp_path / "p.jsonl") if row["id"] == 101)["name"] != "changed meanwhile"
    assert run(*command).rows[0]["changed"] == 1
    assert next(row for row in _lines(tmp_path / "p.jsonl") if row["id"] == 101)["name"] == "changed meanwhile"


def test_where_no_filter_by_change_is_everything_is_compared(run: Run, woo: WooClient, tmp_path: Path) -> None:
    command = ("export", "products.categories", "--to", tmp_path / "c.jsonl", "--since-last", "--json")
    first = run(*command).rows[0]
    woo.products.categories.create(name="New")
    woo.products.categories.update(21, name="Changed")
    assert run(*command).rows[0] == {**first, "records": first["records"] + 1, "new": 1, "changed": 1}


# Tables


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"), ("@x", "'@x"), ("+39 06", "'+39 06"), ("-a", "'-a"), ("\t=x", "'\t=x"), ("'=x", "''=x"),
        ("-5", "-5"), ("-5.20", "-5.20"), ("a=b", "a=b"), ("'quoted'", "'quoted'"), ("", ""),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula_and_every_text_comes_back(text: str, cell: str) -> None:
    assert csv_cell(text) == cell
    assert from_csv_cell(cell) == text


def test_columns_hold_one_kind_and_names_are_distinct() -> None:
    rows = [flat(one) for one in ({"a": 1, "b": {"c": 1.5, "d": None}}, {"a": "x", "b": {"c": 2}, "e": True, "f": [1]})]
    assert columns(rows) == {"a": "text", "b.c": "number", "b.d": "text", "e": "boolean", "f": "text"}
    assert distinct(["id", "ID", "Id", "id_2"]) == {"id": "id", "ID": "ID_2", "Id": "Id_3", "id_2": "id_2_2"}

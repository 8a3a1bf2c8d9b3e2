"""Imports: checked first, only what differs is sent, what is refused can be corrected and given again."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Run
from wooclient import WooClient
from wooclient.cli.changes import not_kept
from wooclient.cli.importing import refused_path
from wooclient.mock import MockStore


def _write(place: Path, text: str) -> Path:
    place.write_text(text, "utf-8")
    return place


def _rows(place: Path) -> list[dict[str, str]]:
    with place.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _writes(store: MockStore) -> list[str]:
    return [request.method for request in store.requests if request.method != "GET"]


TABLE = """sku,name,regular_price,stock_quantity,manage_stock,dimensions.width,categories,description
KC-TEAPOT,Stoneware Teapot,49.50,,,7,,
NEW-1,"Mug, large",12.00,5,true,3,"[{""id"": 21}]",'=SUM(1)
KC-APRON,,,,,,,CLEAR
KC-SAMPLER,Tea Sampler,,,,,,
"""


def test_rows_are_created_and_changed_by_sku_and_only_what_differs_is_sent(
    run: Run, store: MockStore, woo: WooClient, tmp_path: Path
) -> None:
    file = _write(tmp_path / "p.csv", TABLE)
    dry = run("import", "products", file, "--dry-run", "--json")
    assert dry.code == 0, dry.err
    told = {row["line"]: (row["action"], row["changes"]) for row in dry.rows}
    assert told[2] == (
        "update",
        {"regular_price": {"old": "48.00", "new": "49.50"}, "dimensions.width": {"old": "6", "new": "7"}},
    )
    assert told[3][0] == "create"
    assert told[4][1]["description"]["new"] == ""
    assert told[5] == ("none", {})
    assert "1 to create, 2 to change, 1 as they are, 0 refused" in dry.err
    assert _writes(store) == []
    done = run("import", "products", file)
    assert done.code == 0
    assert "1 created, 2 changed, 1 as they are, 0 refused" in done.err
    (sent,) = [json.loads(request.body) for request in store.requests if request.method == "POST"]
    assert sent["update"] == [
        {"id": 101, "regular_price": "49.50", "dimensions": {"width": "7"}},
        {"id": 102, "description": ""},
    ]
    found = woo.products.by_sku(["KC-TEAPOT", "NEW-1", "KC-APRON"])
    assert str(found["KC-TEAPOT"].regular_price) == "49.50"
    assert (found["NEW-1"].name, found["NEW-1"].stock_quantity, found["NEW-1"].categories[0].id) == (
        "Mug, large",
        5,
        21,
    )
    assert "=SUM(1)" in found["NEW-1"].description
    assert found["KC-APRON"].description == ""
    store.requests.clear()
    assert "0 created, 0 changed, 4 as they are" in run("import", "products", file).err
    assert _writes(store) == []


FAULTY = """id,sku,regular_price,status,weight
101,,"48,50",,
102,,10,drafted,
103,,10,,
103,,11,,
,,10,,
"""


def test_all_rows_are_checked_before_the_first_is_sent(run: Run, store: MockStore, tmp_path: Path) -> None:
    file = _write(tmp_path / "p.csv", FAULTY)
    done = run("import", "products", file, "--json")
    assert done.code == 2
    assert [(row["line"], row["refused"][:40]) for row in done.rows] == [
        (2, "regular_price is '48,50', which the stor"),
        (3, "status is 'drafted'; pass 'draft', 'pend"),
        (5, "id 103 is on line 4 already"),
        (6, "names neither id nor sku"),
    ]
    assert "4 of 5 rows are faulty; nothing was sent" in done.err
    assert store.requests == []
    assert (
        done.rows[0]["refused"]
        == "regular_price is '48,50', which the store would misread; write a value such as 12.50"
    )
    table = run("import", "products", file).out.splitlines()
    assert table[1].rstrip().split(maxsplit=1)[1] == done.rows[0]["refused"], "the remedy at its end is not cut"
    assert not (tmp_path / "p.refused.csv").exists()


def test_what_is_refused_is_corrected_and_given_again(run: Run, woo: WooClient, tmp_path: Path) -> None:
    lines = [f"IMP-{i},Product {i},{i}.50" for i in range(100)]
    for place in range(0, 100, 10):
        lines[place] = f'IMP-{place},Product {place},"{place},50"'  # the decimal comma of a spreadsheet
        lines[place + 5] = f"KC-POT/{place},Product {place + 5},1.00"
    for place in range(0, 100, 10):
        woo.products.create(sku=f"KC-POT/{place}", name="there")
    file = _write(tmp_path / "p.csv", "\n".join(["sku,name,regular_price", *lines]))
    done = run("import", "products", file, "--skip-faulty", "--concurrency", 2)
    assert done.code == 1
    assert "80 created, 10 changed, 0 as they are, 10 refused" in done.err
    refused = tmp_path / "p.refused.csv"
    held = refused.read_text("utf-8")
    assert len(_rows(refused)) == 10
    _write(refused, held.replace(',"0,50"', ',"0.50"').replace(',50"', '.50"'))
    done = run("import", "products", refused)
    assert done.code == 0, done.err
    assert "10 created, 0 changed" in done.err
    assert refused_path(refused).name == "p.refused-2.csv"
    assert len(woo.products.by_sku([f"IMP-{i}" for i in range(100) if i % 10 != 5])) == 90


def test_refusals_of_the_store_are_told_row_by_row(run: Run, woo: WooClient, tmp_path: Path) -> None:
    woo.products.create(name="one", sku="ONE")
    text = "id,sku,regular_price\n101,ONE,1.00\n102,NEW-9,2.00\n999999,X-9,3.00\n"
    done = run("import", "products", _write(tmp_path / "p.csv", text), "--json")
    assert done.code == 1
    refused = {row["line"]: row["refused"] for row in done.rows if "refused" in row}
    assert done.rows[-1] == {"line": 3, "not_kept": ["regular_price"]}  # 102 is variable: it has no price of its own
    assert refused.keys() == {2, 4}
    assert refused[2].startswith("product_invalid_sku: ")
    assert refused[4] == "there is no record with id 999999"
    assert [row["id"] for row in _rows(tmp_path / "p.refused.csv")] == ["101", "999999"]


@pytest.mark.parametrize("between", [";", "\t", ","])
def test_what_stands_between_cells_is_told_by_the_header(
    run: Run, woo: WooClient, tmp_path: Path, between: str
) -> None:
    rows = [
        ("sku", "regular_price", "description"),
        ("KC-TEAPOT", "49.50", '"Red; blue, green"'),
        ("S-1", '"9,90"', ""),
    ]
    text = "".join(f"{between.join(row)}\r\n" for row in rows)
    file = _write(tmp_path / "p.csv", f"\ufeff{text}")
    done = run("import", "products", file, "--skip-faulty")
    assert "0 created, 1 changed, 0 as they are, 1 refused" in done.err
    assert "regular_price is '9,90', which the store would misread; write a value such as 12.50" in done.out
    found = woo.products.get(101)
    assert (str(found.regular_price), found.description) == ("49.50", "<p>Red; blue, green</p>\n")
    refused = tmp_path / "p.refused.csv"
    head, row = refused.read_text("utf-8").splitlines()
    assert head == between.join(["sku", "regular_price", "description", "_refused"])
    _write(refused, f"{head}\n{row.replace('9,90', '9.90', 1)}\n")
    assert "1 created" in run("import", "products", refused).err


def test_a_table_of_one_column_has_commas(run: Run, tmp_path: Path) -> None:
    done = run("import", "products", _write(tmp_path / "p.csv", "sku\nKC-TEAPOT\n"))
    assert "1 as they are" in done.err


def test_what_the_store_took_and_did_not_keep_is_named(run: Run, store: MockStore, tmp_path: Path) -> None:
    text = "sku,stock_quantity,weight\nKC-WHISK,7,\nKC-TEAPOT,41,\nKC-APRON,,2.5\nNEW-1,3,1.5\n"
    file = _write(tmp_path / "p.csv", text)
    done = run("import", "products", file)
    assert done.code == 1
    assert [line.split() for line in done.out.splitlines()] == [
        ["line", "not", "kept"], ["2", "stock_quantity"], ["5", "stock_quantity"],
    ]  # fmt: skip
    assert "1 created, 2 changed, 0 as they are, 0 refused, 2 not kept" in done.err
    assert not refused_path(file).with_name("p.refused.csv").exists()
    again = run("import", "products", file, "--json")
    assert (again.code, again.rows) == (1, [{"line": n, "not_kept": ["stock_quantity"]} for n in (2, 5)])
    assert "0 created, 0 changed, 2 as they are, 0 refused, 2 not kept" in again.err


@pytest.mark.parametrize(
    ("sent", "came", "lost"),
    [
        ({"stock_quantity": 7}, {"stock_quantity": None}, ["stock_quantity"]),
        ({"sale_price": "0"}, {"sale_price": ""}, []),
        ({"regular_price": "0"}, {"regular_price": ""}, ["regular_price"]),
        ({"weight": "1.50", "name": "A & B", "code": "SUMMER", "password": "x"},
         {"weight": "1.5", "name": "A &amp; B", "code": "summer"}, []),
        ({"dimensions": {"width": "7", "height": "1"}}, {"dimensions": {"width": "7", "height": ""}},
         ["dimensions.height"]),
        ({"categories": [{"id": 9}]}, {"categories": [{"id": 9, "name": "Mugs"}]}, []),
        ({"categories": [{"id": 9}, {"id": 10}]}, {"categories": [{"id": 9, "name": "Mugs"}]}, ["categories"]),
        ({"categories": []}, {"categories": [{"id": 9}]}, ["categories"]),
        ({"images": [{"src": "https://a.example/a"}]}, {"images": [{"id": 5, "src": "https://b.example/a"}]}, []),
        ({"images": [{"src": "https://a.example/a"}]}, {"images": [{"id": 4, "src": "old"}]}, ["images"]),
        ({"meta_data": [{"key": "a", "value": "1"}]},
         {"meta_data": [{"id": 1, "key": "b", "value": ""}, {"id": 2, "key": "a", "value": "1"}]}, []),
        ({"name": "a<script>b</script>"}, {"name": "ab"}, ["name"]),
    ],
)  # fmt: skip
def test_a_form_of_the_stores_own_is_no_loss(sent: dict[str, Any], came: dict[str, Any], lost: list[str]) -> None:
    before = {"images": [{"id": 4, "src": "old"}], "meta_data": [], "categories": []}
    assert not_kept(sent, came, before, {"sale_price": "0"}) == lost


def test_what_was_not_done_is_in_the_file_too(run: Run, store: MockStore, tmp_path: Path) -> None:
    text = "sku,name\n" + "".join(f"S-{i},P {i}\n" for i in range(150))
    file = _write(tmp_path / "p.csv", text)
    store.fault("waf_403", route="batch", every=2)
    done = run("import", "products", file)
    assert done.code == 4
    assert "100 created" in done.err
    refused = tmp_path / "p.refused.csv"
    assert [row["sku"] for row in _rows(refused)] == [f"S-{i}" for i in range(100, 150)]
    store.heal()
    assert "50 created, 0 changed" in run("import", "products", refused).err
    assert "0 created, 0 changed, 150 as they are" in run("import", "products", file).err


def test_an_export_can_be_imported_again_and_changes_nothing(run: Run, store: MockStore, tmp_path: Path) -> None:
    for form in ("csv", "jsonl"):
        place = tmp_path / f"p.{form}"
        assert run("export", "products", "--to", place).code == 0
        done = run("import", "products", place, "--dry-run", "--json")
        assert done.code == 0, done.out
        assert {row["action"] for row in done.rows} == {"none"}, [row for row in done.rows if row["changes"]]
        assert "passed over, as the store sets them: " in done.err
    assert _writes(store) == []


def test_other_resources_and_their_parents(run: Run, woo: WooClient, tmp_path: Path) -> None:
    file = _write(tmp_path / "c.jsonl", '{"name": "Jugs"}\n{"id": 21, "description": "Pots"}\n')
    assert "1 created, 1 changed" in run("import", "products.categories", file).err
    variation, *_ = woo.products.variations.iter(102)
    file = _write(tmp_path / "v.csv", f"id,regular_price\n{variation.id},31.00\n")
    assert "0 created, 1 changed" in run("import", "products.variations", 102, file).err
    assert str(woo.products.variations.get(102, variation.id).regular_price) == "31.00"
    if variation.sku:
        done = run("import", "products", _write(tmp_path / "s.csv", f"sku,regular_price\n{variation.sku},1.00\n"))
        assert done.code == 1
        assert "import it with `wooclient import products.variations 102 FILE`" in done.out


def test_nothing_is_created_where_that_is_forbidden(run: Run, store: MockStore, tmp_path: Path) -> None:
    done = run("import", "products", _write(tmp_path / "p.csv", "sku,name\nTYPO,x\n"), "--no-create")
    assert done.code == 1
    assert "--no-create forbids to create it" in done.out
    assert _writes(store) == []


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("p.csv", "sku,nmae\nA,x\n", "there is no field 'nmae'; did you mean name?"),
        ("p.csv", "sku,sku\nA,x\n", "the column 'sku' is there twice"),
        ("p.csv", "sku,name\nA,b,c\n", "has 3 cells for 2 columns"),
        ("p.csv", "sku,categories\nA,[{\n", "categories is no JSON"),
        ("p.jsonl", "[]\n", "line 1 is no object"),
        ("p.jsonl", "{\n", "line 1 is no JSON"),
        ("p.xlsx", "", "rows are read from .csv and .jsonl"),
    ],
)
def test_bad_files_are_told(run: Run, store: MockStore, tmp_path: Path, name: str, text: str, said: str) -> None:
    done = run("import", "products", _write(tmp_path / name, text))
    assert done.code == 2
    assert said in done.err + done.out
    assert store.requests == []

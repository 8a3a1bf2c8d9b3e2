"""Models as rows of a table."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from wooclient import fixtures, operations, to_records

ORDER: dict[str, Any] = fixtures.load("v3", "orders.get")
(GET,) = [o for o in operations("v3") if o.id == "orders.get"]


def order(**fields: Any) -> Any:
    return GET.decode({**ORDER, **fields})


def test_objects_become_columns_and_values_keep_their_type() -> None:
    (row,) = to_records([order()])
    assert row["billing.city"] == ORDER["billing"]["city"]
    assert row["total"] == Decimal(ORDER["total"])
    assert row["date_created_gmt"].tzinfo is not None
    assert json.loads(row["meta_data"]) == ORDER["meta_data"]
    assert not any(isinstance(value, dict) for value in row.values())


def test_all_rows_have_the_same_columns() -> None:
    first, second = to_records([order(x_plugin=1), order()])
    assert list(first) == list(second)
    assert (first["x_plugin"], second["x_plugin"]) == (1, None)


def test_lines_can_be_rows_of_their_own() -> None:
    line = ORDER["line_items"][0]
    records = [order(id=1, line_items=[{**line, "sku": "a"}, {**line, "sku": "b"}]), order(id=2, line_items=[])]
    rows = to_records(records, explode="line_items")
    assert [(row["id"], row["line_items.sku"]) for row in rows] == [(1, "a"), (1, "b"), (2, None)]
    assert rows[0]["line_items.price"] == line["price"]


def test_the_separator_is_free_and_models_flatten_alone() -> None:
    assert order().to_record("__")["billing__city"] == ORDER["billing"]["city"]

"""Models as rows of a table."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from decimal import Decimal
from inspect import iscoroutine
from typing import Any

import pytest

from wooclient import ItemError, fixtures, operations, to_records
from wooclient._runtime.batch import BatchResult

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
    assert [name for name, value in row.items() if isinstance(value, dict)] == []


def test_all_rows_have_the_same_columns() -> None:
    first, second = to_records([order(x_plugin=1), order()])
    assert list(first) == list(second)
    assert (first["x_plugin"], second["x_plugin"]) == (1, None)


def test_lines_can_be_rows_of_their_own() -> None:
    line = ORDER["line_items"][0]
    records = [order(id=1, line_items=[{**line, "sku": "a"}, {**line, "sku": "b"}]), order(id=2, line_items=[])]
    rows = to_records(records, explode="line_items")
    assert [(row["id"], row["line_items.sku"]) for row in rows] == [(1, "a"), (1, "b"), (2, None)]
    assert float(rows[0]["line_items.price"]) == line["price"]


def test_items_that_are_no_objects_do_no_harm() -> None:
    line = {**ORDER["line_items"][0], "sku": "a"}
    odd: list[Any] = [None, [None, line], {"2": line}, "none"]
    rows = to_records([order(id=i, line_items=items) for i, items in enumerate(odd)], explode="line_items")
    assert [(row["id"], row["line_items.sku"]) for row in rows] == [(0, None), (1, None), (1, "a"), (2, "a"), (3, None)]
    assert [row["line_items"] for row in rows] == [None, None, None, None, "none"]
    assert rows[0].keys() - {"line_items"} == to_records([order(line_items=[line])], explode="line_items")[0].keys()


def test_a_misspelt_list_is_an_error_with_a_hint() -> None:
    with pytest.raises(ValueError, match=r"Order has no line_itmes; did you mean line_items\?"):
        to_records([order()], explode="line_itmes")


def test_the_separator_is_free_and_models_flatten_alone() -> None:
    assert order().to_record("__")["billing__city"] == ORDER["billing"]["city"]


def test_a_list_of_objects_is_text_also_where_it_is_empty() -> None:
    """Else a column had two types, which polars refuses."""
    full = order(refunds=[{"id": 1, "reason": "", "total": "-5.00"}], tags=[1])
    empty = order(refunds=[], meta_data=[], tags=[])
    rows = to_records([full, empty])
    assert [type(row["refunds"]) for row in rows] == [str, str]
    assert (rows[1]["refunds"], rows[1]["meta_data"]) == ("[]", "[]")
    # What only a plugin knows is text too: nobody can say what its lists hold.
    assert [row["tags"] for row in rows] == ["[1]", "[]"]
    (get,) = [o for o in operations("v3") if o.id == "products.get"]
    product: Any = get.decode({**fixtures.load("v3", "products.get"), "upsell_ids": []})
    assert to_records([product])[0]["upsell_ids"] == []


def test_a_list_of_a_plugin_can_be_rows_too() -> None:
    rows = to_records([order(gifts=[{"a": 1}, {"a": 2}])], explode="gifts")
    assert [row["gifts.a"] for row in rows] == [1, 2]
    with pytest.raises(ValueError, match=r"Order has no gift; did you mean gifts\?"):
        to_records([order(gifts=[])], explode="gift")


async def _walk() -> AsyncIterator[Any]:
    yield order()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (lambda: order(), r"takes several records; pass a list: \[Order\], or to_record\(\)"),
        (_walk, r"cannot wait; pass a list: \[record async for record in \.\.\.\]"),
        (lambda: _walk().__anext__(), "cannot wait; pass what is there after await"),
        (lambda: {"A-1": order()}, r"pass a list of them, or \.values\(\) of those by name"),
        (lambda: None, "pass a list of them, not NoneType"),
        (lambda: ["a"], "takes records, and str is none; pass models or mappings"),
        (lambda: BatchResult([order(), ItemError("No.")]), r"ItemError is none; of a batch pass result\.values"),
    ],
)
def test_what_holds_no_records_is_told_with_the_remedy(given: Callable[[], Any], told: str) -> None:
    found = given()
    with pytest.raises(TypeError, match=told):
        to_records(found)
    if iscoroutine(found):
        found.close()  # nobody awaits it


def test_one_list_at_a_time_becomes_rows() -> None:
    with pytest.raises(
        TypeError, match=r"explode is \['line_items'\]; pass the name of one list, such as explode='line"
    ):
        to_records([order()], explode=["line_items"])  # type: ignore[arg-type]


def test_mappings_are_records_too_and_generators_are_walked() -> None:
    assert to_records({"id": number} for number in (1, 2)) == [{"id": 1}, {"id": 2}]

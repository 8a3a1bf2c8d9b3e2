"""Lines of orders as answers show them, by release, and where what they sold is gone."""

from __future__ import annotations

import pytest

from mock.talk import read, send
from wooclient.mock import MockStore

_LINE = {"id": 1, "product_id": 7, "variation_id": 8, "quantity": 2, "name": "Cup", "subtotal": "8.00", "total": "8.00"}
_ORDER = {
    "id": 5, "status": "pending", "line_items": [_LINE, {**_LINE, "id": 2, "product_id": 9, "variation_id": 0}],
    "order_key": "wc_order_a", "currency": "USD", "total": "16.00", "billing": {}, "shipping": {},
}  # fmt: skip


@pytest.mark.parametrize(
    ("release", "numbers"),
    [("10.0.2", ["none", "none"]), ("9.9.5", ["none", "none"]), ("10.1.0", [None, "123"]), ("10.5.0", [None, "123"])],
)
def test_lines_of_what_is_gone_forget_it(release: str, numbers: list[str | None]) -> None:
    product = {"id": 9, "name": "Cup", "global_unique_id": "123"}
    with MockStore({"orders": [_ORDER], "products": [product]}, release=release) as store:
        lines = read(send(store, "GET", "/orders/5"))["line_items"]
        assert [(line["product_id"], line["variation_id"]) for line in lines] == [(0, 0), (9, 0)]
        assert [line.get("global_unique_id", "none") for line in lines] == numbers


@pytest.mark.parametrize("tables", [True, False])
def test_fields_of_an_order_alone_come_by_name_from_tables(tables: bool) -> None:
    """MySQL reads those of one order by an index of name and value, those of several by their ids."""
    rows = [
        {"id": 1, "key": "b", "value": "1"},
        {"id": 2, "key": "a", "value": "2"},
        {"id": 3, "key": "a", "value": "1"},
    ]
    status = {"environment": {"version": "10.0.2"}, "settings": {"HPOS_enabled": tables}}
    orders = [{**_ORDER, "meta_data": rows}, {**_ORDER, "id": 6, "meta_data": rows}]
    with MockStore({"orders": orders, "system_status": status}) as store:

        def shown(path: str, query: str = "") -> list[list[int]]:
            found = read(send(store, "GET", path, query=query))
            return [[row["id"] for row in one["meta_data"]] for one in (found if isinstance(found, list) else [found])]

        assert shown("/orders/5") == [[3, 2, 1] if tables else [1, 2, 3]]
        assert shown("/orders", "include=5") == [[3, 2, 1] if tables else [1, 2, 3]]
        assert shown("/orders", "include=5,6") == [[1, 2, 3], [1, 2, 3]]

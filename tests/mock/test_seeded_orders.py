"""Orders of a seed, as a store told them: their numbers are taken, and what was cut is put back."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import read, send
from wooclient.mock import MockStore


def _told(key: str, value: str, shown_key: str, shown_value: str, number: int) -> dict[str, Any]:
    return {"id": number, "key": key, "value": value, "display_key": shown_key, "display_value": shown_value}


_ROWS = [_told("pa_colour", "red", "Colour", "red", 70), _told("gift", "yes", "gift", "yes", 71)]
_LINE = {
    "id": 50, "product_id": 7, "quantity": 1, "name": "Cup", "subtotal": "33.33", "total": "33.33", "price": 33.333333,
    "meta_data": _ROWS,
}  # fmt: skip
_SEED: dict[str, list[dict[str, Any]]] = {
    "products": [{"id": 7, "name": "Cup", "regular_price": "4.00"}],
    "orders": [{
        "id": 5, "line_items": [_LINE], "order_key": "wc_order_a", "currency": "USD", "total": "33.33", "billing": {},
        "shipping": {}, "status": "pending",
    }],
}  # fmt: skip


def test_a_line_of_a_seed_is_shown_as_it_was_told() -> None:
    with MockStore(_SEED) as store:
        (line,) = read(send(store, "GET", "/orders/5"))["line_items"]
        assert {name: line[name] for name in _LINE} == _LINE
        (finer,) = read(send(store, "GET", "/orders/5", query="dp=4"))["line_items"]
        assert (finer["total"], finer["subtotal"]) == ("33.3333", "33.3333"), "the price tells what was cut"


def test_numbers_of_lines_and_their_fields_are_taken() -> None:
    with MockStore(_SEED) as store:
        fields = [{"key": "engraving", "value": "A"}]
        body = {"line_items": [{"product_id": 7, "quantity": 1, "meta_data": fields}]}
        (line,) = read(send(store, "POST", "/orders", body))["line_items"]
        assert line["id"] == 51
        assert [row["id"] for row in line["meta_data"]] == [72]


def test_what_only_repeats_a_field_follows_it() -> None:
    with MockStore(_SEED) as store:
        rows = [{"id": 70, "key": "pa_colour", "value": "blue"}, {"id": 71, "key": "gift", "value": "no"}]
        body = {"line_items": [{"id": 50, "meta_data": rows}]}
        (line,) = read(send(store, "PUT", "/orders/5", body))["line_items"]
        assert line["meta_data"][1] == _told("gift", "no", "gift", "no", 71)


@pytest.mark.parametrize(("release", "told"), [("10.0.2", {}), ("10.1.0", {"global_unique_id": "4006381333931"})])
def test_lines_tell_the_number_of_their_product_since_10_1(release: str, told: dict[str, str]) -> None:
    line = {**_LINE, "global_unique_id": "0000000000000"}
    products = [{**_SEED["products"][0], "global_unique_id": "4006381333931"}]
    with MockStore(
        {"products": products, "orders": [{**_SEED["orders"][0], "line_items": [line]}]}, release=release
    ) as store:
        (shown,) = read(send(store, "GET", "/orders/5"))["line_items"]
        assert {name: value for name, value in shown.items() if name == "global_unique_id"} == told

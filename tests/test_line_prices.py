"""The price of a line, a number that WooCommerce does not round, is a Decimal and goes back unchanged."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from wooclient import fixtures, operations

ORDER: dict[str, Any] = fixtures.load("v3", "orders.get")


@pytest.mark.parametrize("version", ["v3", "v2"])
@pytest.mark.parametrize(
    ("price", "read"),
    [
        ("43.333333333333336", "43.333333333333336"),
        ("0.1", "0.1"),
        ("12", "12"),
        ("0", "0"),
        ("-7.5", "-7.5"),
        ("1.0e-7", "1e-7"),
        ("1.0e+25", "1e25"),
    ],
)
def test_a_price_is_the_decimal_of_its_text_and_goes_back_unchanged(version: str, price: str, read: str) -> None:
    (get,) = [o for o in operations(version) if o.id == "orders.get"]
    body = json.dumps({**ORDER, "line_items": [{**ORDER["line_items"][0], "price": "?"}]}).replace('"?"', price)
    order = get.decode(body.encode())
    found = order.line_items[0].price
    assert isinstance(found, Decimal)
    assert found == Decimal(read)
    sent, came = get.encode(order)["line_items"][0]["price"], json.loads(body)["line_items"][0]["price"]
    assert (sent, type(sent)) == (came, type(came))

"""Taxes of orders where the shop's own address decides."""

from __future__ import annotations

import pytest

from mock.talk import read, send
from wooclient.mock import MockStore


@pytest.mark.parametrize(("base", "tax"), [("LU", "1.00"), ("US:HI", "2.00"), ("US:NY", "0.00"), ("LI", "0.00")])
def test_the_shops_country_may_have_no_state(base: str, tax: str) -> None:
    with MockStore("fresh") as store:
        for rate in ({"country": "LU", "rate": "10"}, {"country": "US", "state": "HI", "rate": "20"}):
            assert send(store, "POST", "/taxes", {"name": "Tax", **rate}).status == 201
        for setting, value in (
            ("general/woocommerce_calc_taxes", "yes"),
            ("tax/woocommerce_tax_based_on", "base"),
            ("general/woocommerce_default_country", base),
        ):
            assert send(store, "PUT", f"/settings/{setting}", {"value": value}).status == 200
        product = read(send(store, "POST", "/products", {"name": "Cup", "regular_price": "10"}))
        body = {"line_items": [{"product_id": product["id"]}], "billing": {"country": "FR"}}
        assert read(send(store, "POST", "/orders", body))["total_tax"] == tax

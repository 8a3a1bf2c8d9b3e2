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


def test_a_rate_for_everywhere_can_be_written_with_stars() -> None:
    """WooCommerce drops `*` from the places of a rate; an ellipsis in a range of postcodes becomes three dots."""
    everywhere = {"country": "*", "state": "*", "postcode": "*", "city": "*"}
    with MockStore("fresh") as store:
        assert send(store, "PUT", "/settings/general/woocommerce_calc_taxes", {"value": "yes"}).status == 200
        rate = read(send(store, "POST", "/taxes", {"rate": "5.5", "name": "Tax", **everywhere}))
        assert (rate["country"], rate["state"], rate["postcodes"], rate["cities"]) == ("", "", [], [])
        some = read(send(store, "POST", "/taxes", {"rate": "1", "postcodes": ["*", "0", "10\u202620"], "priority": 2}))
        assert some["postcodes"] == ["10...20"]
        product = read(send(store, "POST", "/products", {"name": "Cup", "regular_price": "10"}))
        body = {"line_items": [{"product_id": product["id"]}], "billing": {"country": "FR", "postcode": "75001"}}
        order = read(send(store, "POST", "/orders", body))
        assert (order["total_tax"], order["total"]) == ("0.55", "10.55")


def test_shipping_is_taxed_unless_its_line_says_otherwise() -> None:
    """WC_Order_Item_Shipping is taxable by itself; older stores say nothing of it."""
    with MockStore("fresh") as store:
        send(store, "POST", "/taxes", {"name": "Tax", "rate": "10", "shipping": True})
        send(store, "PUT", "/settings/general/woocommerce_calc_taxes", {"value": "yes"})
        product = read(send(store, "POST", "/products", {"name": "Cup", "regular_price": "10"}))
        shipping = [{"method_id": "flat_rate", "method_title": "Flat rate", "total": "5.00"}] * 3
        body = {"line_items": [{"product_id": product["id"]}], "shipping_lines": shipping}
        number = read(send(store, "POST", "/orders", body))["id"]
        kept = store.shop.state.copy("orders", number)
        assert kept is not None
        first, second, third = kept["shipping_lines"]
        del first["tax_status"]
        second["tax_status"], third["tax_status"] = "none", "taxable"
        store.shop.resource("orders").save(kept)
        fee = {"name": "Wrapping", "total": "10", "tax_class": "", "tax_status": "taxable"}
        changed = read(send(store, "PUT", f"/orders/{number}", {"fee_lines": [fee]}))
        assert [line["total_tax"] for line in changed["shipping_lines"]] == ["0.50", "0.00", "0.50"]
        assert (changed["cart_tax"], changed["shipping_tax"], changed["total"]) == ("2.00", "1.00", "38.00")


@pytest.mark.parametrize(
    ("status", "taxes"), [("taxable", ("1.00", "0.50")), ("shipping", ("0.00", "0.50")), ("none", ("0.00", "0.00"))]
)
def test_a_variation_is_taxed_as_its_product_is(status: str, taxes: tuple[str, str]) -> None:
    """WooCommerce reads the tax status of a variation from its product; shipping follows what is in the order."""
    with MockStore("fresh") as store:
        send(store, "POST", "/taxes", {"name": "Tax", "rate": "10", "shipping": True})
        send(store, "PUT", "/settings/general/woocommerce_calc_taxes", {"value": "yes"})
        mug = read(send(store, "POST", "/products", {"name": "Mug", "type": "variable", "tax_status": status}))["id"]
        blue = read(send(store, "POST", f"/products/{mug}/variations", {"regular_price": "10"}))["id"]
        body = {
            "line_items": [{"product_id": mug, "variation_id": blue}],
            "shipping_lines": [{"method_id": "flat_rate", "total": "5.00"}],
        }
        order = read(send(store, "POST", "/orders", body))
        assert (order["cart_tax"], order["shipping_tax"]) == taxes

"""What integrations do every day and random walks hardly ever, as a real WooCommerce 10.0.2 answers it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from mock.talk import read, send
from wooclient.mock import MockStore


@pytest.fixture
def store() -> Iterator[MockStore]:
    """A new store."""
    with MockStore("fresh", release="10.0.2") as found:
        yield found


def _made(store: MockStore, path: str, body: dict[str, Any], query: str = "") -> Any:
    answer = send(store, "POST", f"/{path}", body, query)
    assert answer.status == 201, answer.body
    return read(answer)


def _rates(store: MockStore, *rates: dict[str, Any]) -> None:
    assert send(store, "PUT", "/settings/general/woocommerce_calc_taxes", {"value": "yes"}).status == 200
    for rate in rates:
        _made(store, "taxes", {"country": "US", "shipping": True, **rate})


def _shares(order: Any) -> list[str]:
    return [tax["total"] for tax in order["fee_lines"][0]["taxes"]]


_HOME = {"country": "US", "state": "CA", "city": "San Francisco", "postcode": "94103"}


def test_a_charge_below_zero_shares_taxes_by_the_lines_as_they_were_saved(store: MockStore) -> None:
    """What a request adds or takes away counts only the next time, and a coupon's discount does not count at all."""
    _rates(store, {"state": "CA", "rate": "7.25"}, {"rate": "3", "class": "reduced-rate"})
    cups = [_made(store, "products", {"name": "Cup", "regular_price": price})["id"] for price in ("14", "14", "20")]
    tea = _made(store, "products", {"name": "Tea", "regular_price": "10", "tax_class": "reduced-rate"})["id"]
    body: dict[str, Any] = {"billing": _HOME, "fee_lines": [{"name": "Credit", "total": "-7.77"}]}
    order = _made(store, "orders", {**body, "line_items": [{"product_id": number} for number in cups]})
    last, path = order["line_items"][2]["id"], f"/orders/{order['id']}"
    more: dict[str, Any] = {"line_items": [{"id": last, "quantity": 4}]}
    none: dict[str, Any] = {"line_items": [{"id": last, "quantity": 0}]}
    added: dict[str, Any] = {"line_items": [{"product_id": tea, "quantity": 9}]}
    found = [
        read(send(store, "PUT", path, change, "dp=6")) for change in (added, more, none, {"billing": {"phone": "1"}})
    ]
    assert [(_shares(order), order["total_tax"], order["total"]) for order in found] == [
        (["-0.563325"], "5.630000", "135.860000"),
        (["-0.195939", "-0.152022"], "5.840000", "136.070000"),
        (["-0.195939", "-0.152022"], "4.390000", "114.620000"),
        (["-0.133670", "-0.177788"], "4.430000", "114.660000"),
    ]


def test_a_coupon_leaves_the_taxes_of_a_charge_below_zero(store: MockStore) -> None:
    """Sums of an order seen on a real store, where the discount would give -0.122367 for the first rate."""
    _rates(
        store,
        {"state": "CA", "rate": "7.25"},
        {"state": "CA", "rate": "1.5", "cities": ["San Francisco"], "priority": 2, "shipping": False},
        {"state": "CA", "rate": "2.125", "postcodes": ["94100...94110"], "priority": 3, "compound": True},
        {"rate": "3", "class": "reduced-rate"},
    )
    prices = ({"regular_price": "19.99"}, {"regular_price": "5.55", "tax_class": "reduced-rate"})
    cup, tea = (_made(store, "products", {"name": "Cup", **price})["id"] for price in prices)
    gift = _made(store, "products", {"name": "Card", "regular_price": "3.33", "tax_status": "none"})["id"]
    _made(store, "coupons", {"code": "ten", "discount_type": "percent", "amount": "10"})
    bought = ((cup, 3), (tea, 2), (cup, 1), (gift, 2))
    body = {
        "billing": _HOME,
        "line_items": [{"product_id": number, "quantity": quantity} for number, quantity in bought],
        "shipping_lines": [{"method_id": "flat_rate", "method_title": "Flat rate", "total": "9.99"}],
        "fee_lines": [{"name": "Credit", "total": "-2"}, {"name": "Wrapping", "total": "4.5"}],
        "coupon_lines": [{"code": "ten"}],
    }
    assert _shares(_made(store, "orders", body, "dp=6")) == ["-0.122050", "-0.025252", "-0.038903", "-0.005935"]


def test_a_line_notes_all_attributes_of_a_variation_and_tells_them_as_people_read_them(store: MockStore) -> None:
    color = _made(store, "products/attributes", {"name": "Color"})["id"]
    _made(store, f"products/attributes/{color}/terms", {"name": "Dark Red"})
    own = [
        {"name": "Size", "variation": True, "options": ["S", "M"]},
        {"name": "Logo", "variation": True, "options": ["Yes"]},
    ]
    shared = {"id": color, "variation": True, "options": ["Dark Red"]}
    body = {
        "type": "variable",
        "attributes": [*own, shared],
        "default_attributes": [{"id": color, "option": "Dark Red"}],
    }
    product = _made(store, "products", {"name": "Tee", **body})
    assert [choice["option"] for choice in product["default_attributes"]] == ["dark-red"]
    chosen = [{"name": "Size", "option": "S"}, {"id": color, "option": "Dark Red"}]
    variation = _made(store, f"products/{product['id']}/variations", {"regular_price": "14", "attributes": chosen})[
        "id"
    ]
    typed = [{"key": "h", "value": "<b>bo</b> \n ld"}, {"key": "a%20b", "value": "c%20d"}]
    lines = [{"product_id": product["id"], "variation_id": variation, "meta_data": typed}]
    line = _made(store, "orders", {"line_items": lines})["line_items"][0]
    assert line["name"] == "Tee"
    assert [tuple(row.values())[1:] for row in line["meta_data"]] == [
        ("size", "S", "Size", "S"),
        ("logo", "", "logo", ""),
        ("pa_color", "dark-red", "Color", "Dark Red"),
        ("h", "<b>bo</b> \n ld", "h", "bo ld"),
        ("a b", "c d", "a b", "c d"),
    ]


def test_a_variation_is_called_by_its_options_if_they_are_few_and_have_short_names(store: MockStore) -> None:
    found: list[str] = []
    for names in (["Size"], ["Size", "Logo"], ["My Size", "Logo"], ["Size", "Logo", "Cut"]):
        attributes = [{"name": name, "variation": True, "options": ["S", "M"]} for name in names]
        product = _made(store, "products", {"name": "Tee", "type": "variable", "attributes": attributes})["id"]
        chosen = [{"name": name, "option": "S"} for name in names]
        variation = _made(store, f"products/{product}/variations", {"regular_price": "1", "attributes": chosen})["id"]
        order = _made(store, "orders", {"line_items": [{"product_id": product, "variation_id": variation}]})
        found.append(order["line_items"][0]["name"])
    assert found == ["Tee - S", "Tee - S, S", "Tee", "Tee"]


_PRODUCTS = ("The Blue Cup", "Red Cup - L", "Cup of Tea", "Pot 0", "A")


@pytest.mark.parametrize(
    ("searched", "found"),
    [
        ("the blue cup", "The Blue Cup"),
        ("cup -red", "The Blue Cup, Cup of Tea"),
        ('"blue cup"', "The Blue Cup"),
        ("cup,blue", "The Blue Cup"),
        ("of", "Cup of Tea"),
        ("pot 0", "Pot 0"),
        ("-cup", "Pot 0, A"),
    ],
)
def test_common_words_dashes_and_quotes_in_a_search_are_those_of_wordpress(
    store: MockStore, searched: str, found: str
) -> None:
    created = [{"name": name, "regular_price": "1"} for name in _PRODUCTS]
    send(store, "POST", "/products/batch", {"create": created})
    query = f"search={quote(searched)}&orderby=id&order=asc"
    assert ", ".join(one["name"] for one in read(send(store, "GET", "/products", query=query))) == found


def test_in_reviews_webhooks_and_customers_the_whole_is_looked_for(store: MockStore) -> None:
    product = _made(store, "products", {"name": "Cup"})["id"]
    for name in ("The Cup", "Cup The"):
        review = {
            "product_id": product,
            "review": f"{name} it is.",
            "reviewer": name,
            "reviewer_email": "a@example.com",
        }
        _made(store, "products/reviews", review)
        _made(store, "webhooks", {"name": name, "topic": "order.updated", "delivery_url": "https://hooks.example/"})
    _made(store, "customers", {"email": "ada@example.com", "username": "ada"})
    for path, field, searched in (
        ("products/reviews", "reviewer", " The Cup "),
        ("webhooks", "name", "The Cup"),
        ("customers", "username", " ada "),
    ):
        found = read(send(store, "GET", f"/{path}", query=f"search={quote(searched)}"))
        assert [one[field] for one in found] == [searched.strip()]


def test_markup_of_a_short_setting_is_gone_once_it_is_stored(store: MockStore) -> None:
    path = "/settings/tax/woocommerce_price_display_suffix"
    assert read(send(store, "PUT", path, {"value": "<b>x</b>"}))["value"] == "<b>x</b>"
    assert read(send(store, "GET", path))["value"] == "x"
    path = "/settings/email_new_order/subject"
    assert read(send(store, "PUT", path, {"value": "<b>x</b>"}))["value"] == "<b>x</b>"
    assert read(send(store, "GET", path))["value"] == "<b>x</b>"


def test_a_price_that_is_no_sum_is_no_price(store: MockStore) -> None:
    _made(store, "products", {"name": "Cup", "regular_price": "x"})
    assert read(send(store, "GET", "/products", query="max_price=5")) == []

"""Lines of orders: what takes one away, and how a line names the variation that was bought."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import read, send
from wooclient.mock import MockStore
from wooclient.mock.hooks.orders.bought import attribute_key


@pytest.mark.parametrize(
    ("kind", "gone"),
    [
        # WC_REST_Orders_V2_Controller::item_is_null_or_zero asks each of these, whatever kind the line is of.
        *(("line_items", {name: None}) for name in ("product_id", "method_id", "method_title", "name", "code")),
        ("line_items", {"quantity": 0}),
        ("fee_lines", {"name": None}), ("fee_lines", {"product_id": None}),
        ("shipping_lines", {"method_id": None}), ("shipping_lines", {"method_title": None}),
    ],
)  # fmt: skip
def test_a_line_that_is_sent_as_null_or_none_goes(store: MockStore, kind: str, gone: dict[str, Any]) -> None:
    lines = {
        "line_items": [{"product_id": 106, "quantity": 1}, {"product_id": 106, "quantity": 2}],
        "fee_lines": [{"name": "One", "total": "1"}, {"name": "Two", "total": "2"}],
        "shipping_lines": [{"method_id": "a", "method_title": "A", "total": "1"},
                           {"method_id": "b", "method_title": "B", "total": "2"}],
    }  # fmt: skip
    made = read(send(store, "POST", "/orders", lines))
    first, second = (line["id"] for line in made[kind])
    changed = read(send(store, "PUT", f"/orders/{made['id']}", {kind: [{"id": first, **gone}]}))
    assert [line["id"] for line in changed[kind]] == [second]
    assert {name: len(changed[name]) for name in lines} == {name: 1 if name == kind else 2 for name in lines}


def test_the_attribute_of_a_variation_is_named_by_its_id_or_its_words(store: MockStore) -> None:
    attribute = read(send(store, "POST", "/products/attributes", {"name": "Colour"}))
    assert attribute["slug"] == "pa_colour"
    own = {"name": "Cut Here", "options": ["Left"], "variation": True}
    shared = {"id": attribute["id"], "options": ["Red"], "variation": True}
    product = read(send(store, "POST", "/products", {"name": "Cap", "type": "variable", "attributes": [shared, own]}))
    chosen = [{"id": attribute["id"], "option": "Red"}, {"name": "Cut Here", "option": "Left"}]
    body = {"regular_price": "5", "attributes": chosen}
    variation = read(send(store, "POST", f"/products/{product['id']}/variations", body))
    line = {"product_id": product["id"], "variation_id": variation["id"], "quantity": 1}
    made = read(send(store, "POST", "/orders", {"line_items": [line]}))
    assert [row["key"] for row in made["line_items"][0]["meta_data"]] == ["pa_colour", "cut-here"]


@pytest.mark.parametrize(
    ("attribute", "key"),
    [
        # What a store told of a slug goes before what would be made of the name: a German one writes ö as oe.
        ({"id": 0, "name": "Größe", "slug": "groesse"}, "groesse"),
        ({"id": 0, "name": "Cut Here"}, "cut-here"),
        ({"name": "Cut Here"}, "cut-here"),
        ({"id": None, "name": "Cut Here", "slug": ""}, "cut-here"),
        ({"id": 9999, "name": "Gone", "slug": "pa_lost"}, "pa_lost"),
        ({"id": 1}, "pa_size"),
        ({}, ""),
    ],
)
def test_the_field_that_notes_an_attribute(store: MockStore, attribute: dict[str, Any], key: str) -> None:
    assert store.shop.state.get("products.attributes", 1)["slug"] == "pa_size"
    assert attribute_key(store.shop, attribute) == key

"""What a walk over a real 8.9.3 found out that newer releases do as well, asked of a real 10.5.0."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore


@pytest.fixture
def store() -> MockStore:
    """The store of a new installation of WooCommerce 10.5."""
    return MockStore("fresh", release="10.5.0")


def test_wc_v1_takes_any_word_for_money_back_through_the_gateway(store: MockStore) -> None:
    place = f"/wp-json/wc/v1/orders/{read(send(store, 'POST', '/orders', {}))['id']}/refunds"
    refused = [code(send(store, "POST", place, {"amount": "2.5", "api_refund": word})) for word in (3, "zz", True)]
    assert refused == [(500, "woocommerce_rest_cannot_create_order_refund")] * 3


@pytest.mark.parametrize("path", ["/taxes/99999", "/webhooks/99999", "/taxes/classes/nope"])
def test_that_there_is_no_trash_is_said_of_what_is_not_there(store: MockStore, path: str) -> None:
    assert code(send(store, "DELETE", path)) == (501, "woocommerce_rest_trash_not_supported")


def test_an_attribute_without_a_slug_is_made_and_never_found(store: MockStore) -> None:
    made = read(send(store, "POST", "/products/attributes", {"name": "%20"}))
    place = f"/products/attributes/{made['id']}"
    missing = (404, "woocommerce_rest_taxonomy_invalid")
    assert (made["slug"], read(send(store, "GET", "/products/attributes"))) == ("", [])
    assert [code(send(store, "GET", path)) for path in (place, f"{place}/terms")] == [missing, missing]
    assert code(send(store, "DELETE", place, query="force=true")) == missing


@pytest.mark.parametrize(
    ("word", "on"), [("two\nlines", False), ("on", False), (2, False), ("yes", True), ("1", True), (1, True)]
)
def test_a_batch_knows_three_words_for_yes(store: MockStore, word: object, on: bool) -> None:
    number = read(send(store, "POST", "/products", {"name": "Jar"}))["id"]
    fields = ("virtual", "downloadable", "featured", "reviews_allowed", "sold_individually", "manage_stock")
    body = {"update": [{"id": number, **dict.fromkeys(fields, word)}]}
    (found,) = read(send(store, "POST", "/products/batch", body))["update"]
    assert [found[name] for name in fields] == [on] * 6


def test_a_variable_product_shows_a_reduction_that_all_its_variations_share(store: MockStore) -> None:
    number = read(send(store, "POST", "/products", {"name": "Jar", "type": "variable"}))["id"]
    shown = []
    for regular in ("10", "10", "12"):
        send(store, "POST", f"/products/{number}/variations", {"regular_price": regular, "sale_price": "9"})
        html = read(send(store, "GET", f"/products/{number}"))["price_html"]
        shown.append(["<del" in html, "10.00" in html, "9.00" in html])
    assert shown == [[True, True, True], [True, True, True], [False, False, True]]


def test_where_orders_are_posts_only_a_change_of_the_post_gives_another_date() -> None:
    changes = (
        {"billing": {"city": "x"}}, {"meta_data": [{"key": "a", "value": "b"}]}, {"customer_note": "n"},
        {"transaction_id": "t"}, {"status": "processing"}, {},
    )  # fmt: skip
    moved = {}
    for tables in (False, True):
        store = MockStore({"system_status": {"settings": {"HPOS_enabled": tables}}})
        place = f"/orders/{read(send(store, 'POST', '/orders', {}))['id']}"
        moments, began = [read(send(store, "GET", place))["date_modified_gmt"]], store.shop.now()
        for hour, body in enumerate(changes, 1):
            store.shop.clock = lambda now=began + timedelta(hours=hour): now
            moments.append(read(send(store, "PUT", place, body))["date_modified_gmt"])
        moved[tables] = [one != other for one, other in pairwise(moments)]
    assert moved == {False: [False, False, True, False, True, False], True: [True] * 6}

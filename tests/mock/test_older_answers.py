"""What stores of older releases answer otherwise though nothing is refused, as a real 8.9.3 did."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore

_UNKNOWN = 99999


@pytest.mark.parametrize(
    ("release", "kept"), [("8.9.3", "save"), ("9.8", "save"), ("9.9", "Save"), ("9.9.5", "Save"), ("10.0", "save")]
)
def test_codes_of_coupons_are_in_lower_case_but_in_9_9(release: str, kept: str) -> None:
    assert read(send(MockStore(release=release), "POST", "/coupons", {"code": "Save"}))["code"] == kept


def test_an_order_leads_to_its_mails_since_9_8() -> None:
    links = {r: read(send(MockStore(release=r), "POST", "/orders", {}))["_links"] for r in ("9.7", "9.8")}
    assert ["email_templates" in links[release] for release in ("9.7", "9.8")] == [False, True]


@pytest.mark.parametrize("path", ["/payment_gateways", "/taxes/classes", "/shipping/zones/0/locations"])
def test_short_lists_tell_their_totals_since_9_9(path: str) -> None:
    told = {r: send(MockStore("fresh", release=r), "GET", path).headers for r in ("9.8", "9.9")}
    assert ["X-WP-Total" in told[release] for release in ("9.8", "9.9")] == [False, True]


def test_places_that_a_change_answers_tell_their_totals_since_9_9() -> None:
    told: dict[str, Any] = {}
    for release in ("9.8", "9.9"):
        store = MockStore("fresh", release=release)
        zone = read(send(store, "POST", "/shipping/zones", {"name": "Here"}))["id"]
        told[release] = send(store, "PUT", f"/shipping/zones/{zone}/locations", [{"code": "US"}]).headers
    assert ["X-WP-Total" in told[release] for release in ("9.8", "9.9")] == [False, True]


def test_before_9_2_a_change_of_no_variation_is_a_bad_request() -> None:
    path, wrong = "/products/102/variations", "woocommerce_rest_product_variation_invalid_id"
    told = {}
    for release in ("9.1.4", "9.2"):
        store = MockStore(release=release)
        (item,) = read(send(store, "POST", f"{path}/batch", {"update": [{"id": _UNKNOWN, "sku": "x"}]}))["update"]
        told[release] = code(send(store, "PUT", f"{path}/{_UNKNOWN}", {})), item["error"]["data"]["status"]
    assert told == {"9.1.4": ((400, wrong), 400), "9.2": ((404, wrong), 404)}


def test_before_9_5_2_a_batch_names_a_variation_that_it_cannot_delete_by_its_number() -> None:
    told = {}
    for release in ("9.5.1", "9.5.2"):
        answer = send(MockStore(release=release), "POST", "/products/102/variations/batch", {"delete": [_UNKNOWN]})
        told[release] = read(answer)["delete"][0]["id"]
    assert told == {"9.5.1": _UNKNOWN, "9.5.2": {"id": _UNKNOWN, "product_id": 102, "force": True}}


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("tags", {}),
        ("shipping_classes", {}),
        ("categories", {"parent": 0, "display": "default", "image": None, "menu_order": 0}),
    ],
)
def test_before_9_5_2_a_batch_tells_of_a_term_of_nothing(kind: str, more: dict[str, Any]) -> None:
    told = {}
    for release in ("9.5.1", "9.5.2"):
        body = {"update": [{"id": _UNKNOWN}, {"id": _UNKNOWN, "name": "x"}]}
        plain, named = read(send(MockStore(release=release), "POST", f"/products/{kind}/batch", body))["update"]
        plain.pop("_links", None)
        told[release] = plain.get("error", plain), named["error"]["code"], named["error"]["data"]
    nothing = {"id": 0, "name": None, "slug": None, "description": None, "count": 0, **more}
    assert told["9.5.1"] == (nothing, "invalid_taxonomy", None)
    assert (told["9.5.2"][0]["code"], told["9.5.2"][1]) == ("woocommerce_rest_term_invalid",) * 2


def test_before_9_1_an_attribute_forgets_what_a_change_does_not_name() -> None:
    told = {}
    for release in ("9.0", "9.1"):
        store = MockStore(release=release)
        made = read(
            send(store, "POST", "/products/attributes", {"name": "Own", "order_by": "id", "has_archives": True})
        )
        found = read(send(store, "PUT", f"/products/attributes/{made['id']}", {"type": "select"}))
        told[release] = found["name"], found["order_by"], found["has_archives"]
    assert told == {"9.0": ("Own", "menu_order", False), "9.1": ("Own", "id", True)}


def test_before_9_1_a_customer_does_not_show_what_is_noted_of_their_orders() -> None:
    told = {}
    for release in ("9.0", "9.1"):
        store = MockStore(release=release)
        place = f"/customers/{read(send(store, 'POST', '/customers', {'email': 'ada@example.com'}))['id']}"
        read(send(store, "GET", f"/wp-json/wc/v2{place}"))  # which counts the orders
        told[release] = [row["key"] for row in read(send(store, "GET", place))["meta_data"]]
    assert told == {"9.0": [], "9.1": ["wc_order_count_wp", "wc_money_spent_wp"]}


def test_before_10_nobody_looks_for_a_customer_who_is_to_go_into_a_trash() -> None:
    told = {r: code(send(MockStore(release=r), "DELETE", f"/customers/{_UNKNOWN}")) for r in ("9.9", "10.0")}
    assert told == {"9.9": (501, "woocommerce_rest_trash_not_supported"), "10.0": (404, "wc_user_invalid_id")}


def test_the_picture_of_products_without_one_is_a_png_before_10() -> None:
    told = {}
    for release in ("9.9", "10.0"):
        made = send(MockStore(release=release), "POST", "/wp-json/wc/v2/products", {"name": "Jar"})
        told[release] = read(made)["images"][0]["src"].rpartition(".")[2]
    assert told == {"9.9": "png", "10.0": "webp"}

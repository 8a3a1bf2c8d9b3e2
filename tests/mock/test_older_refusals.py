"""What stores of older releases answer where newer ones refuse otherwise, as a real 8.9.3 did."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore

_UNKNOWN = 99999
#: Variation 111 is one of product 102; 101 is another product.
_STRANGE = "/products/101/variations/111"


@pytest.mark.parametrize(
    ("method", "path", "old", "last", "new"),
    [
        ("GET", "/taxes/classes/nope", (200, ""), "9.1.4", (404, "woocommerce_rest_tax_class_invalid_slug")),
        (
            "DELETE",
            "/taxes/classes/nope?force=true",
            (400, "woocommerce_rest_invalid_tax_class"),
            "9.1.4",
            (404, "woocommerce_rest_tax_class_invalid_slug"),
        ),
        ("GET", _STRANGE, (200, ""), "9.1.4", (404, "woocommerce_rest_product_variation_invalid_id")),
        (
            "PUT",
            _STRANGE,
            (403, "woocommerce_rest_cannot_edit"),
            "9.1.4",
            (404, "woocommerce_rest_product_variation_invalid_id"),
        ),
        (
            "DELETE",
            _STRANGE + "?force=true",
            (200, ""),
            "9.1.4",
            (404, "woocommerce_rest_product_variation_invalid_id"),
        ),
        (
            "GET",
            f"/products/reviews/{_UNKNOWN}",
            (403, "woocommerce_rest_cannot_view"),
            "9.1.4",
            (404, "woocommerce_rest_review_invalid_id"),
        ),
        (
            "GET",
            f"/wp-json/wc/v2/products/{_UNKNOWN}/reviews/{_UNKNOWN}",
            (403, "woocommerce_rest_cannot_view"),
            "9.1.4",
            (404, "woocommerce_rest_product_invalid_id"),
        ),
        (
            "GET",
            f"/wp-json/wc/v1/webhooks/{_UNKNOWN}",
            (400, "woocommerce_rest_shop_webhook_invalid_id"),
            "9.1.4",
            (404, "woocommerce_rest_shop_webhook_invalid_id"),
        ),
        (
            "GET",
            f"/orders/{_UNKNOWN}/receipt",
            (404, "woocommerce_rest_not_found"),
            "8.9.3",
            (403, "woocommerce_rest_cannot_view"),
        ),
    ],
)
def test_a_release_refuses_as_it_did(
    method: str, path: str, old: tuple[int, str], last: str, new: tuple[int, str]
) -> None:
    newer = "9.0" if last == "8.9.3" else "9.2"
    assert [_told(release, method, path) for release in ("8.9.3", last, newer, "10.0.2", "")] == [
        old,
        old,
        new,
        new,
        new,
    ]


def _told(release: str, method: str, path: str) -> tuple[int, str]:
    path, _, query = path.partition("?")
    answer = send(MockStore(release=release), method, path, {} if method == "PUT" else None, query)
    found: Any = read(answer)
    return answer.status, found.get("code", "") if isinstance(found, dict) else ""


def test_before_9_0_wc_v2_finds_no_orders_of_a_customer_where_orders_have_tables() -> None:
    found = {}
    for release, tables in (("8.9.3", True), ("8.9.3", False), ("9.0", True)):
        store = MockStore({"system_status": {"settings": {"HPOS_enabled": tables}}}, release=release)
        buyer = read(send(store, "POST", "/customers", {"email": "ada@example.com"}))["id"]
        send(store, "POST", "/orders", {"customer_id": buyer})
        lists = (send(store, "GET", f"/wp-json/wc/{v}/orders", query=f"customer={buyer}") for v in ("v3", "v2"))
        found[release, tables] = [len(read(answer)) for answer in lists]
    assert found == {("8.9.3", True): [1, 0], ("8.9.3", False): [1, 1], ("9.0", True): [1, 1]}


@pytest.mark.parametrize("kind", ["categories", "tags", "shipping_classes", "attributes"])
def test_a_batch_of_an_older_release_does_not_say_that_a_term_is_not_there(kind: str) -> None:
    found = {}
    for release in ("9.5.1", "9.5.2"):
        answer = send(MockStore(release=release), "POST", f"/products/{kind}/batch", {"delete": [_UNKNOWN]})
        (item,) = read(answer)["delete"]
        found[release] = item["id"], item["error"]["code"], item["error"]["data"]["status"]
    wanted = (500, "woocommerce_rest_cannot_delete"), (404, "woocommerce_rest_term_invalid")
    if kind == "attributes":
        wanted = (404, "woocommerce_rest_attribute_invalid"), (404, "woocommerce_rest_taxonomy_invalid")
    assert (found["9.5.1"], found["9.5.2"]) == tuple((_UNKNOWN, code, status) for status, code in wanted)


def test_an_old_release_puts_a_coupon_into_the_trash_and_says_that_it_failed() -> None:
    told = {}
    for release in ("8.9.3", "9.0"):
        store = MockStore(release=release)
        made = read(send(store, "POST", "/coupons", {"code": "once"}))["id"]
        told[release] = (
            code(send(store, "DELETE", f"/coupons/{made}")),
            read(send(store, "GET", f"/coupons/{made}"))["status"],
        )
    assert told["8.9.3"] == ((500, "woocommerce_rest_cannot_delete"), "trash")
    assert told["9.0"] == ((200, "once"), "trash")


def test_settings_of_several_groups_were_changed_at_once_before_they_were_not() -> None:
    rows = [
        {"group_id": "general", "id": "woocommerce_store_city", "value": "Faro"},
        {"group_id": "general", "id": "nope", "value": "y"},
        {"id": "woocommerce_store_city", "value": "y"},
    ]
    found = {}
    for release in ("8.9.3", "9.5.2"):
        store = MockStore("fresh", release=release)
        told = read(send(store, "POST", "/settings/batch", {"update": rows}))["update"]
        kept = read(send(store, "GET", "/settings/general/woocommerce_store_city"))["value"]
        found[release] = kept, [(one["id"], one.get("error", {}).get("code")) for one in told]
    codes = [None, "rest_setting_setting_invalid", "rest_setting_setting_group_invalid"]
    assert found["8.9.3"] == ("Faro", [(row["id"], code) for row, code in zip(rows, codes, strict=True)])
    assert found["9.5.2"] == ("", [(row["id"], "invalid-method") for row in rows])


def test_before_9_8_each_setting_of_shipping_comes_twice_and_a_seed_of_that_is_read() -> None:
    told = {}
    for release in ("9.7", "9.8"):
        listed = read(send(MockStore("fresh", release=release), "GET", "/settings/shipping"))
        copied = MockStore({"settings/shipping": listed}, release=release)
        told[release] = [one["id"] for one in listed]
        assert [one["id"] for one in read(send(copied, "GET", "/settings/shipping"))] == told[release]
    once = [
        "woocommerce_enable_shipping_calc",
        "woocommerce_shipping_cost_requires_address",
        "woocommerce_ship_to_destination",
        "woocommerce_shipping_debug_mode",
    ]
    assert told == {"9.7": once * 2, "9.8": once}


def test_before_9_5_2_staff_was_changed_and_deleted_like_anybody() -> None:
    told = {}
    for release in ("9.5.1", "9.5.2"):
        store = MockStore("fresh", release=release)
        shown = read(send(store, "GET", "/customers/1"))["_links"]["self"][0]["targetHints"]["allow"]
        changed = code(send(store, "PUT", "/customers/1", {"email": "ada@example.com"}))[0]
        (batched,) = read(send(store, "POST", "/customers/batch", {"delete": [1]}))["delete"]
        told[release] = "DELETE" in shown, changed, batched.get("error", {}).get("code")
    assert told == {"9.5.1": (True, 200, None), "9.5.2": (False, 403, "woocommerce_rest_cannot_delete")}

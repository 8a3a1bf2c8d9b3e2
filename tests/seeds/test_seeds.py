"""What a store begins with: a new installation, or a seed of one's own, whose faults are named when it is made."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from mock.talk import read, send
from wooclient import WooClient
from wooclient.mock import MockStore
from wooclient.mock.description import Versions
from wooclient.mock.seed import default_seed, fresh_seed
from wooclient.mock.seed_check import SeedError, check

#: What real new stores of these releases told: settings of a group, gateways, currencies, tools.
COUNTS = {
    "8.9": {"settings": 21, "settings/products": 29, "settings/advanced": 25, "system_status/tools": 20},
    "9.9": {"settings": 23, "settings/products": 31, "settings/advanced": 34, "system_status/tools": 23},
    "10.0": {"settings": 27, "settings/products": 31, "settings/advanced": 35, "system_status/tools": 23},
    "10.5": {"settings": 27, "settings/products": 31, "settings/advanced": 38, "system_status/tools": 24},
}
COUNTRIES = {"8.9": 249, "9.9": 249, "10.0": 249, "10.5": 250}
PRODUCT = {"id": 7, "name": "Jar", "type": "simple", "status": "publish", "slug": "jar", "regular_price": "4.00"}
ORDER = {
    "id": 5, "status": "pending", "total": "8.00", "currency": "USD", "order_key": "wc_order_a",
    "billing": {"country": "US", "email": "a@example.com"}, "shipping": {"country": "US"},
    "line_items": [{"id": 1, "product_id": 7, "quantity": 2, "subtotal": "8.00", "total": "8.00"}],
}  # fmt: skip


def get(store: MockStore, path: str, query: str = "") -> Any:
    answer = send(store, "GET", path, query=query)
    assert answer.status == 200, (path, answer.body)
    return read(answer)


@pytest.mark.parametrize("release", COUNTS)
def test_a_new_installation_holds_what_a_real_one_holds(release: str) -> None:
    with MockStore("fresh", release=release) as store:
        assert {path: len(get(store, f"/{path}")) for path in COUNTS[release]} == COUNTS[release]
        assert len(get(store, "/data/countries")) == COUNTRIES[release]
        assert len(get(store, "/data/currencies")) == 163
        assert [zone["id"] for zone in get(store, "/shipping/zones")] == [0]
        assert get(store, "/shipping/zones/0/locations") == get(store, "/shipping/zones/0/methods") == []
        assert [row["slug"] for row in get(store, "/taxes/classes")] == ["standard", "reduced-rate", "zero-rate"]
        gateways = {row["id"]: row["enabled"] for row in get(store, "/payment_gateways")}
        assert gateways == {"bacs": False, "cheque": False, "cod": False}
        assert [(row["id"], row["slug"]) for row in get(store, "/products/categories")] == [(15, "uncategorized")]
        admin = get(store, "/customers", "role=all")
        assert [(row["id"], row["role"], row["username"]) for row in admin] == [(1, "administrator", "admin")]
        assert get(store, "/system_status")["environment"]["version"] == f"{release}.0"
        assert get(store, "/settings/general/woocommerce_calc_taxes")["value"] == "no"
        assert [get(store, f"/{path}") for path in ("products", "orders", "coupons", "taxes")] == [[]] * 4
        # Pages, the default category and the administrator have numbers already.
        numbers = [read(send(store, "POST", path, {"name": "A", "email": "a@example.com"}))["id"]
                   for path in ("/products", "/products/tags", "/customers")]  # fmt: skip
        assert numbers == [10, 16, 2]


def test_a_release_has_its_own_facts_routes_and_codes() -> None:
    with MockStore("fresh", release="8.9") as old, MockStore("fresh", release="10.0") as new:
        units = [get(store, "/settings/products/woocommerce_weight_unit")["value"] for store in (old, new)]
        assert units == ["kg", "lbs"]
        assert [send(store, "GET", "/products/brands").status for store in (old, new)] == [404, 200]
        assert [send(store, "GET", "/orders/statuses").status for store in (old, new)] == [404, 200]
        assert [get(store, "/data/countries/tr")["name"] for store in (old, new)] == ["Turkey", "Türkiye"]
        baker = get(new, "/data/countries/um")["states"][0]
        assert baker == {"code": 81, "name": "Baker Island"}
        sender = {"email": "m@example.com", "meta_data": [{"key": "_h", "value": "1"}, {"key": "v", "value": "2"}]}
        kept = [[row["key"] for row in read(send(s, "POST", "/customers", sender))["meta_data"]] for s in (old, new)]
        assert kept == [["_h", "v"], ["v"]]


def test_our_own_seeds_pass_the_check() -> None:
    for seed in (default_seed(), fresh_seed(""), fresh_seed("8.9")):
        check(Versions(), seed)


#: A seed with one fault each, and what is said of it.
FAULTS: list[tuple[Any, str]] = [
    ({"prodcuts": []}, "/prodcuts: no resource of the store; did you mean 'products'?"),
    ({"@zone": "UTC"}, "/@zone: no note that a seed can have; there are @timezone, @release, @version, @counters"),
    ({"@timezone": 2}, "/@timezone: must be a text, not a whole number (2)"),
    ({"products": {"id": 1}}, "/products: must be a list, not an object"),
    ({"products": [PRODUCT, {"name": "Jar"}]}, "/products/1: `id` is missing"),
    ({"products": [PRODUCT, PRODUCT]}, "/products/1: `id` 7 is that of /0 too"),
    ({"products": ["Jar"]}, "/products/0: must be an object, not a text ('Jar')"),
    ({"products": [{**PRODUCT, "name": 5}]}, "/products/0/name: must be a text, not a whole number (5)"),
    (
        {"products": [{**PRODUCT, "date_created": "yesterday"}]},
        "/products/0/date_created: must be a moment, such as 2026-05-04T09:30:00, not 'yesterday'",
    ),
    (
        {"products": [{**PRODUCT, "images": [{"id": "x"}]}]},
        "/products/0/images/0/id: must be a whole number, not a text ('x')",
    ),
    ({"orders": [{**ORDER, "order_key": None}]}, "/orders/0: `order_key` is missing"),
    ({"orders": [{"id": 5, "order_kay": "x"}]}, "/orders/0: `order_key` is missing; is 'order_kay' meant for it?"),
    (
        {"orders": [{**ORDER, "total": "8,00"}]},
        "/orders/0/total: must be a number as a text, such as \"12.50\", not '8,00'",
    ),
    ({"orders": [{**ORDER, "line_items": [{"id": 1}]}]}, "/orders/0/line_items/0: `quantity` is missing"),
    ({"orders/5/notes": [{"note": "x"}]}, "/orders~15~1notes/0: `id` is missing"),
    ({"taxes/classes": [{"name": "Books"}]}, "/taxes~1classes/0: `slug` is missing"),
    ({"customers": [{"id": 3}]}, "/customers/0: `email` is missing"),
]


@pytest.mark.parametrize(("seed", "said"), FAULTS)
def test_faults_of_a_seed_are_named_with_their_place(seed: Any, said: str) -> None:
    with pytest.raises(SeedError) as caught:
        MockStore(seed)
    assert f"  {said}" in str(caught.value).splitlines()


def test_a_file_is_named_and_may_be_no_seed_at_all(tmp_path: Path) -> None:
    place = tmp_path / "shop.json"
    for text, said in (("{", "no JSON"), ("[]", "an object is due"), ('{"orders": 1}', "/orders: must be a list")):
        place.write_text(text, "utf-8")
        with pytest.raises(SeedError, match=said) as caught:
            MockStore(place)
        assert str(caught.value).startswith(f"{place} cannot be read in")
    many = [{"name": "x"} for _ in range(50)]
    with pytest.raises(SeedError, match="the first of them") as caught:
        MockStore({"products": many})
    assert len(caught.value.problems) == 20


def test_what_a_seed_leaves_out_is_as_in_an_empty_record() -> None:
    seed = {"products": [PRODUCT], "orders": [ORDER], "customers": [{"id": 3, "email": "b@example.com"}]}
    before = copy.deepcopy(seed)
    with MockStore(seed) as store:
        assert seed == before
        strict = WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)
        with strict as woo:
            assert woo.products.get(7).images == []
            assert woo.orders.get(5).line_items[0].taxes == []
            assert woo.customers.get(3).billing.city == ""
            assert not woo.drift
        paid = read(
            send(store, "PUT", "/orders/5", {"status": "completed", "fee_lines": [{"name": "Wrap", "total": "1"}]})
        )
        assert (paid["total"], paid["billing"]["email"]) == ("9.00", "a@example.com")


def test_words_of_plugins_are_taken_wherever_words_are_checked() -> None:
    status = {"slug": "packed", "name": "Packed"}
    seed = {
        "products": [{**PRODUCT, "type": "bundle"}],
        "orders": [{**ORDER, "status": "backordered"}],
        "orders/statuses": [{"slug": "pending", "name": "Pending payment"}, status],
        "data/currencies": [{"code": "BTC", "name": "Bitcoin", "symbol": "B"}],
        "customers": [{"id": 3, "email": "b@example.com", "role": "wholesale"}],
        "payment_gateways": [{"id": "acme", "title": "Acme", "description": "", "order": "", "enabled": True,
                              "method_title": "Acme", "method_description": "", "method_supports": ["products"],
                              "settings": {}}],
    }  # fmt: skip
    with MockStore(seed) as store:
        made = read(send(store, "POST", "/orders", {"status": "packed", "currency": "BTC", "payment_method": "acme"}))
        assert (made["status"], made["currency"]) == ("packed", "BTC")
        assert read(send(store, "PUT", f"/orders/{made['id']}", {"status": "backordered"}))["status"] == "backordered"
        assert len(get(store, "/orders", "status=backordered,packed")) == 2
        for version in ("v2", "v1"):
            assert len(get(store, f"/wp-json/wc/{version}/orders", "status=backordered")) == 2, version
        batch = read(send(store, "POST", "/orders/batch", {"update": [{"id": 5, "status": "packed"}]}))
        assert batch["update"][0]["status"] == "packed"
        assert {row["slug"]: row["total"] for row in get(store, "/reports/orders/totals")}["backordered"] == 1
        assert [row["slug"] for row in get(store, "/orders/statuses")] == ["pending", "packed", "backordered"]
        assert [row["id"] for row in get(store, "/products", "type=bundle")] == [7]
        assert [row["id"] for row in get(store, "/products", "exclude_types=bundle")] == []
        assert read(send(store, "POST", "/products", {"name": "Set", "type": "bundle"}))["type"] == "bundle"
        assert [row["id"] for row in get(store, "/customers", "role=wholesale")] == [3]
        assert read(send(store, "PUT", "/payment_gateways/acme", {"enabled": False}))["enabled"] is False
        for path, body in (
            ("/orders", {"status": "lost"}),
            ("/orders", {"currency": "XYZ"}),
            ("/products", {"type": "x"}),
        ):
            assert send(store, "POST", path, body).status == 400, body


def test_protected_custom_fields_of_customers_are_dropped() -> None:
    rows = [{"id": 1, "key": "_token", "value": "x"}, {"id": 2, "key": "vat", "value": "y"}]
    seed = {"customers": [{"id": 3, "email": "b@example.com", "meta_data": rows}]}
    for release, kept in (("10.0", ["vat"]), ("8.9", ["_token", "vat"])):
        with MockStore({**seed, "@release": release}) as store:
            assert [row["key"] for row in get(store, "/customers/3")["meta_data"]] == kept


def test_the_server_names_the_faults_and_ends(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from wooclient.mock.__main__ import main

    place = tmp_path / "shop.json"
    place.write_text(json.dumps({"orders": [{"id": 1}]}), "utf-8")
    assert main(["--seed", str(place), "--port", "0"]) == 1
    assert "/orders/0: `order_key` is missing" in capsys.readouterr().err

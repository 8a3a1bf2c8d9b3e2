"""`_fields`, and the legacy API's `fields`: what stores make of them, quirks included."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import read, send
from wooclient import WooClient
from wooclient.mock import MockStore

#: All that an order's billing address has, in order of the alphabet.
_ADDRESS = [
    *("address_1", "address_2", "city", "company", "country", "email", "first_name", "last_name", "phone", "postcode"),
    "state",
]


def asked(store: MockStore, path: str, names: str) -> Any:
    return read(send(store, "GET", path, query=f"_fields={names}"))


def test_links_of_a_single_thing_stay_and_those_of_a_list_go(store: MockStore) -> None:
    assert asked(store, "/products/101", "id").keys() == {"id", "_links"}
    assert asked(store, "/products/101", "nope").keys() == {"_links"}
    assert {tuple(row) for row in asked(store, "/products", "id")} == {("id",)}


def test_what_is_left_without_any_field_is_an_empty_list(store: MockStore) -> None:
    assert set(map(str, asked(store, "/products", "nope"))) == {"[]"}


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ("billing.city", {"billing": ["city"]}),
        ("billing.city,billing.phone", {"billing": ["city", "phone"]}),
        # WordPress stops at a part of what is there as a whole already.
        ("billing,billing.city,total", {"billing": _ADDRESS}),
        ("billing.city,billing", {"billing": _ADDRESS}),
    ],
)
def test_parts_of_objects(store: MockStore, names: str, found: dict[str, Any]) -> None:
    order = {name: value for name, value in asked(store, "/orders/201", names).items() if name != "_links"}
    assert {name: sorted(parts) for name, parts in order.items()} == found


def test_parts_of_lists_are_none(store: MockStore) -> None:
    assert asked(store, "/orders/201", "line_items.sku")["line_items"] == []
    assert asked(store, "/orders/201", "line_items.0.sku")["line_items"] != []


@pytest.mark.parametrize("version", ["v3", "v2", "v1"])
def test_the_index_is_cut_too(store: MockStore, version: str) -> None:
    assert asked(store, f"/wp-json/wc/{version}", "namespace").keys() == {"namespace", "_links"}


def test_the_index_of_all_versions_is_cut_too(store: MockStore) -> None:
    assert asked(store, "/wp-json/", "name,namespaces").keys() == {"name", "namespaces"}


def test_writes_take_it_from_the_body_too(store: MockStore) -> None:
    made = read(send(store, "POST", "/products/tags", {"name": "x", "_fields": ["name"]}))
    assert made.keys() == {"name", "_links"}
    assert read(send(store, "POST", "/products/tags", {"name": "y"}, query="_fields=id")).keys() == {"id", "_links"}


def test_the_standard_class_of_the_legacy_api_comes_whole(store: MockStore) -> None:
    with WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo:
        woo.taxes.classes.create(name="Own")
    answer = send(store, "GET", "/wc-api/v3/taxes/classes", query="fields=name")
    first, *others = read(answer)["tax_classes"]
    assert first.keys() == {"slug", "name"}
    assert {tuple(one) for one in others} == {("name",)}

"""Filters that find everything, as a real 10.0.2 does: to PHP, `0` is nothing, and the slug of no attribute is none."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest

from mock.talk import read, send
from wooclient.mock import MockStore

WHOLE = ("v3", "v2", "v1")
NEW = ("v3",)


def found(store: MockStore, version: str, path: str, **filters: Any) -> int:
    """How many records a list has."""
    answer = send(store, "GET", f"/wp-json/wc/{version}/{path}", query=urlencode({"per_page": 100, **filters}))
    assert answer.status == 200, answer.body
    return len(read(answer))


@pytest.mark.parametrize(("path", "name", "versions"), [
    ("products", "sku", WHOLE), ("products", "global_unique_id", NEW), ("products", "search_sku", NEW),
    ("products", "search_name_or_sku", NEW), ("orders", "product", WHOLE), ("orders", "search", WHOLE),
    ("customers", "search", WHOLE), ("products/tags", "product", WHOLE), ("products/categories", "product", WHOLE),
    ("products", "category", ("v1",)), ("products", "tag", ("v1",)), ("products", "shipping_class", ("v1",)),
])  # fmt: skip
def test_zero_is_no_filter(store: MockStore, path: str, name: str, versions: tuple[str, ...]) -> None:
    for version in versions:
        assert found(store, version, path, **{name: "0"}) == found(store, version, path) > 1, version


@pytest.mark.parametrize(("path", "name", "versions"), [
    ("products", "slug", WHOLE), ("products", "category", ("v3", "v2")), ("products", "tag", ("v3", "v2")),
    ("coupons", "code", WHOLE),
])  # fmt: skip
def test_zero_is_looked_for(store: MockStore, path: str, name: str, versions: tuple[str, ...]) -> None:
    for version in versions:
        assert found(store, version, path, **{name: "0"}) == 0, version


@pytest.mark.parametrize("version", WHOLE)
def test_a_term_of_no_attribute_is_no_filter(store: MockStore, version: str) -> None:
    attribute = read(send(store, "POST", "/products/attributes", {"name": "Volume"}))
    term = read(send(store, "POST", f"/products/attributes/{attribute['id']}/terms", {"name": "0.3 l"}))["id"]
    body = {"name": "Cup", "attributes": [{"id": attribute["id"], "options": ["0.3 l"]}]}
    assert send(store, "POST", "/products", body).status == 201
    assert found(store, version, "products", attribute="pa_volume", attribute_term=term) == 1
    everything = found(store, version, "products")
    for name in ("volume", str(attribute["id"]), "pa_nothing"):
        assert found(store, version, "products", attribute=name, attribute_term=term) == everything > 1

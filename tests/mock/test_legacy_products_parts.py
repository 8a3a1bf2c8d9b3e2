"""Variations, attributes and refusals of products below `/wc-api/`, as the plugin's source has them."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import read, send
from wooclient.mock import MockStore

V3 = "/wc-api/v3"


def refusal(store: MockStore, method: str, path: str, body: Any = None) -> tuple[int, str]:
    answer = send(store, method, f"{V3}/{path}", body)
    return answer.status, read(answer)["errors"][0]["code"]


def product_of(store: MockStore, **product: Any) -> dict[str, Any]:
    answer = send(store, "POST", f"{V3}/products", {"product": product})
    assert answer.status == 201, answer.body
    return dict(read(answer)["product"])


def test_a_variation_is_made_of_each_entry(store: MockStore) -> None:
    """`isset` finds nothing in a text or a number: such an entry is a variation of which nothing is said."""
    file = {"name": "Plan", "file": "https://a.example/plan.pdf"}
    full = {"regular_price": "3", "downloadable": True, "downloads": [file]}
    made = product_of(store, title="Jar", type="variable", variations=["x", 5, full])
    assert [(row["regular_price"], row["downloadable"]) for row in made["variations"]] == [
        ("", False), ("", False), ("3", True),
    ]  # fmt: skip
    (kept,) = made["variations"][2]["downloads"]
    assert (kept["name"], kept["file"]) == (file["name"], file["file"])
    seen = read(send(store, "GET", f"/products/{made['id']}/variations"))
    assert [one["menu_order"] for one in sorted(seen, key=lambda one: int(one["id"]))] == [0, 1, 2]


@pytest.mark.parametrize(
    ("word", "taken"),
    [
        *((word, True) for word in (True, "yes", "YES", "true", "True", "1", 1)),
        *((word, False) for word in (False, "no", "on", "y", "", "11", 0, 2)),
    ],
)
def test_what_says_yes(store: MockStore, word: Any, taken: bool) -> None:
    """As `wc_string_to_bool` has it."""
    made = product_of(store, title="Jar", virtual=word, featured=word, reviews_allowed=word)
    assert [made[name] for name in ("virtual", "featured", "reviews_allowed")] == [taken] * 3


def test_a_sku_in_the_trash_is_in_the_way(store: MockStore) -> None:
    number = product_of(store, title="Jar", sku="J-1")["id"]
    assert send(store, "DELETE", f"{V3}/products/{number}").status == 202
    body = {"product": {"title": "Other jar", "sku": "J-1"}}
    assert refusal(store, "POST", "products", body) == (400, "woocommerce_api_cannot_create_product")


def test_what_fails_of_many_is_told_by_what_it_was_looked_for(store: MockStore) -> None:
    number = product_of(store, title="Jar", sku="J-1")["id"]
    rows = [
        {"id": number, "sku": "J-1", "type": "odd"},
        {"sku": "J-1", "type": "odd"},
        {"title": "New", "sku": "J-2", "type": "odd"},
    ]
    answered = read(send(store, "POST", f"{V3}/products/bulk", {"products": rows}))["products"]
    assert [(row["id"], row["sku"], row["error"]["code"]) for row in answered] == [
        (number, "", "woocommerce_api_invalid_product_type"),
        (number, "J-1", "woocommerce_api_invalid_product_type"),
        (0, "J-2", "woocommerce_api_invalid_product_type"),
    ]


def test_attributes_and_their_terms_by_their_ids(store: MockStore) -> None:
    attribute = {"product_attribute": {"name": "Depth", "slug": "pa_depth"}}
    made = read(send(store, "POST", f"{V3}/products/attributes", attribute))["product_attribute"]
    assert made["slug"] == "pa_depth"
    path = f"products/attributes/{made['id']}/terms"
    term = read(send(store, "POST", f"/{path}", {"name": "Deep"}))
    assert read(send(store, "GET", f"{V3}/{path}/{term['id']}")) == {
        "product_attribute_term": {"id": term["id"], "slug": "deep", "name": "Deep", "count": 0}
    }
    slugs = {"pa_" + "d" * 28: 201, "d" * 29: 400}
    sent = [{"product_attribute": {"name": "Depth", "slug": slug}} for slug in slugs]
    assert [send(store, "POST", f"{V3}/products/attributes", body).status for body in sent] == [*slugs.values()]
    bad = "woocommerce_api_invalid_product_attribute"
    for gone, status in ((0, 400), (999, 404)):
        assert refusal(store, "GET", f"products/attributes/{gone}") == (status, f"{bad}_id")
        assert refusal(store, "GET", f"{path}/{gone}") == (status, f"{bad}_term_id")
    assert refusal(store, "GET", f"products/attributes/999/terms/{term['id']}") == (404, f"{bad}_id")


#: What get_variation_data of v1 tells.
_OF_VARIATION = {
    "id", "created_at", "updated_at", "downloadable", "virtual", "permalink", "sku", "price", "regular_price",
    "sale_price", "taxable", "tax_status", "tax_class", "stock_quantity", "in_stock", "backordered", "purchaseable",
    "visible", "on_sale", "weight", "dimensions", "shipping_class", "shipping_class_id", "image", "attributes",
    "downloads", "download_limit", "download_expiry",
}  # fmt: skip


@pytest.mark.parametrize(
    ("version", "more", "stock"),
    [("v1", set(), 0), ("v2", {"managing_stock"}, 0), ("v3", {"managing_stock", "backorders_allowed"}, None)],
)
def test_what_is_told_of_a_variation(store: MockStore, version: str, more: set[str], stock: int | None) -> None:
    number = product_of(store, title="Jar", type="variable", variations=[{"regular_price": "3"}])["id"]
    seen = read(send(store, "GET", f"/wc-api/{version}/products/{number}"))["product"]
    (variation,) = seen["variations"]
    assert set(variation) == _OF_VARIATION | more
    assert (variation["stock_quantity"], variation["shipping_class_id"]) == (stock, None)


@pytest.mark.parametrize(
    ("version", "names"), [("v1", {"name": "Cut-here"}), ("v3", {"name": "Cut Here", "slug": "cut-here"})]
)
def test_v1_calls_attributes_by_their_slugs(store: MockStore, version: str, names: dict[str, str]) -> None:
    attribute = {"name": "Cut Here", "variation": True, "visible": False, "options": ["Left"]}
    variations = [{"attributes": [{"name": "Cut Here", "option": "Left"}]}]
    made = product_of(store, title="Cap", type="variable", attributes=[attribute], variations=variations)
    seen = read(send(store, "GET", f"/wc-api/{version}/products/{made['id']}"))["product"]
    (told,) = seen["attributes"]
    assert {name: told[name] for name in (*names, "options", "visible", "variation")} == {
        **names, "options": ["Left"], "visible": False, "variation": True,
    }  # fmt: skip
    assert seen["variations"][0]["attributes"] == [{**names, "option": "Left"}]


@pytest.mark.parametrize("version", ["v1", "v2", "v3"])
def test_what_is_told_of_a_review(store: MockStore, version: str) -> None:
    number = product_of(store, title="Jar")["id"]
    body = {"product_id": number, "review": "Fine.", "reviewer": "Ann", "reviewer_email": "a@b.example", "rating": 4}
    made = read(send(store, "POST", "/products/reviews", body))
    (told,) = read(send(store, "GET", f"/wc-api/{version}/products/{number}/reviews"))["product_reviews"]
    assert told == {
        "id": str(made["id"]) if version == "v1" else made["id"], "created_at": made["date_created_gmt"] + "Z",
        "review": told["review"], "rating": "4", "reviewer_name": "Ann", "reviewer_email": "a@b.example",
        "verified": made["verified"],
    }  # fmt: skip
    assert "Fine." in told["review"]

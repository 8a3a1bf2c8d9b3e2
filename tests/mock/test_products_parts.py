"""Variations, terms, attributes and reviews of the mock store."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore


@pytest.fixture
def store() -> MockStore:
    """A store with nothing but a category."""
    return MockStore(
        seed={"products/categories": [{"id": 15, "name": "Uncategorized", "slug": "uncategorized", "parent": 0}]}
    )


def post(store: MockStore, path: str, **fields: Any) -> Any:
    """Something new."""
    answer = send(store, "POST", path, fields)
    assert answer.status == 201, answer.body
    return read(answer)


def get(store: MockStore, path: str, query: str = "") -> Any:
    """What is there."""
    return read(send(store, "GET", path, query=query))


@pytest.fixture
def jar(store: MockStore) -> Any:
    """A product in two sizes."""
    sizes = {"name": "Size", "variation": True, "options": ["S", "M"]}
    return post(store, "/products", name="Jar", type="variable", weight="2", attributes=[sizes])


def variation(store: MockStore, jar: Any, size: str, **fields: Any) -> Any:
    """A size of it."""
    return post(store, f"/products/{jar['id']}/variations", attributes=[{"name": "Size", "option": size}], **fields)


def test_a_product_takes_over_from_its_variations(store: MockStore, jar: Any) -> None:
    assert (jar["price"], jar["stock_status"], jar["variations"]) == ("", "outofstock", [])
    small = variation(store, jar, "S", regular_price="7")
    variation(store, jar, "M", regular_price="9", sale_price="8")
    seen = get(store, f"/products/{jar['id']}")
    assert (seen["price"], seen["on_sale"], seen["stock_status"], len(seen["variations"])) == ("7", True, "instock", 2)
    send(store, "DELETE", f"/products/{jar['id']}/variations/{small['id']}", query="force=true")
    assert get(store, f"/products/{jar['id']}")["price"] == "8"


def test_variations_are_found_by_the_name_that_their_product_has_now(store: MockStore, jar: Any) -> None:
    """WC_Product_Variable_Data_Store_CPT::sync_variation_names writes it into their titles."""
    small = variation(store, jar, "S", regular_price="7")
    send(store, "PUT", f"/products/{jar['id']}", {"name": "Bottle"})
    found = {word: get(store, f"/products/{jar['id']}/variations", f"search={word}") for word in ("Jar", "Bottle")}
    assert {word: [one["id"] for one in ones] for word, ones in found.items()} == {"Jar": [], "Bottle": [small["id"]]}


def test_a_variation_takes_from_its_product(store: MockStore, jar: Any) -> None:
    small = variation(store, jar, "S", regular_price="7")
    assert (small["name"], small["weight"], small["tax_class"]) == ("S", "2", "parent")
    assert (small["manage_stock"], small["attributes"][0]["slug"]) == (False, "size")
    send(store, "PUT", f"/products/{jar['id']}", {"manage_stock": True, "stock_quantity": 4, "weight": "3"})
    seen = get(store, f"/products/{jar['id']}/variations/{small['id']}")
    assert (seen["manage_stock"], seen["stock_quantity"], seen["weight"], seen["tax_class"]) == ("parent", 4, "3", "")
    assert code(send(store, "PUT", f"/products/{small['id']}", {"name": "x"})) == (
        404,
        "woocommerce_rest_invalid_product_id",
    )
    assert get(store, f"/products/{small['id']}")["name"] == "Jar - S"
    answer = send(store, "GET", f"/products/99/variations/{small['id']}")
    assert code(answer) == (404, "woocommerce_rest_product_variation_invalid_id")
    assert get(store, "/products/99/variations") == []
    assert [v["name"] for v in get(store, "/variations")] == ["S"]


def test_variations_are_generated(store: MockStore, jar: Any) -> None:
    variation(store, jar, "S")
    path = f"/products/{jar['id']}/variations/generate"
    assert read(send(store, "POST", path, {"default_values": {"regular_price": "5"}})) == {"count": 1}
    assert read(send(store, "POST", path, {"delete": True})) == {"count": 0, "deleted_count": 0}
    assert [v["name"] for v in get(store, f"/products/{jar['id']}/variations", "has_price=true")] == ["M"]
    query = "attributes[0][attribute]=size&attributes[0][term]=S"
    assert [v["name"] for v in get(store, f"/products/{jar['id']}/variations", query)] == ["S"]


def test_the_trash_takes_variations_along(store: MockStore, jar: Any) -> None:
    small = variation(store, jar, "S", regular_price="7")
    send(store, "DELETE", f"/products/{jar['id']}")
    assert get(store, f"/products/{jar['id']}/variations/{small['id']}")["status"] == "trash"
    send(store, "DELETE", f"/products/{jar['id']}", query="force=true")
    assert get(store, f"/products/{jar['id']}/variations", "status=trash") == []


def test_terms_are_told_apart(store: MockStore) -> None:
    above = post(store, "/products/categories", name="Cups & Co")
    assert (above["name"], above["slug"]) == ("Cups &amp; Co", "cups-co")
    answer = send(store, "POST", "/products/categories", {"name": "cups & co"})
    assert code(answer) == (400, "term_exists")
    assert read(answer)["data"]["resource_id"] == above["id"]
    below = post(store, "/products/categories", name="Cups & Co", parent=above["id"])
    assert below["slug"] == "cups-co-cups-co"
    assert code(send(store, "POST", "/products/categories", {"name": "x", "parent": 99})) == (400, "missing_parent")
    answer = send(store, "PUT", f"/products/categories/{below['id']}", {"slug": "cups-co"})
    assert code(answer) == (500, "duplicate_term_slug")
    assert code(send(store, "GET", "/products/tags/0")) == (500, "invalid_term")
    assert code(send(store, "DELETE", f"/products/categories/{above['id']}")) == (
        501,
        "woocommerce_rest_trash_not_supported",
    )
    gone = send(store, "DELETE", f"/products/categories/{above['id']}", query="force=true")
    assert gone.status == 200
    assert get(store, f"/products/categories/{below['id']}")["parent"] == 0


def test_terms_count_their_products(store: MockStore) -> None:
    above = post(store, "/products/categories", name="Above")["id"]
    below = post(store, "/products/categories", name="Below", parent=above)["id"]
    made = post(store, "/products", name="A", categories=[{"id": below}], tags=[{"name": "New"}, {"name": "new"}])
    post(store, "/products", name="B", categories=[{"id": below}], status="draft")
    assert [tag["name"] for tag in made["tags"]] == ["New"]
    counts = {c["name"]: c["count"] for c in get(store, "/products/categories")}
    assert counts == {"Above": 1, "Below": 1, "Uncategorized": 0}
    assert {c["name"] for c in get(store, "/products/categories", "hide_empty=true")} == {"Above", "Below"}
    assert [c["name"] for c in get(store, "/products/categories", f"product={made['id']}")] == ["Below"]
    send(store, "DELETE", f"/products/categories/{below}", query="force=true")
    assert get(store, f"/products/{made['id']}")["categories"] == []
    assert code(send(store, "DELETE", "/products/categories/15", query="force=true")) == (
        500,
        "woocommerce_rest_cannot_delete",
    )


def test_a_slug_is_suggested(store: MockStore) -> None:
    path = "/products/shipping_classes/slug-suggestion"
    assert get(store, path, "name=Heavy stuff") == "heavy-stuff"
    made = post(store, "/products/shipping_classes", name="Heavy stuff")
    assert get(store, path, "name=Heavy stuff") == "heavy-stuff-2"
    product = post(store, "/products", shipping_class="heavy-stuff")
    assert (product["shipping_class"], product["shipping_class_id"]) == ("heavy-stuff", made["id"])


def test_attributes(store: MockStore) -> None:
    colour = post(store, "/products/attributes", name="Colour")
    assert colour["slug"] == "pa_colour"
    for name in ("Colour", "Type", "x" * 29):
        answer = send(store, "POST", "/products/attributes", {"name": name})
        assert code(answer) == (400, "woocommerce_rest_cannot_create")
    made = post(store, "/products", attributes=[{"id": colour["id"], "options": ["Red", "Blue"]}])
    assert made["attributes"][0]["options"] == ["Blue", "Red"]
    terms = get(store, f"/products/attributes/{colour['id']}/terms")
    assert [(t["name"], t["count"]) for t in terms] == [("Blue", 1), ("Red", 1)]
    query = f"attribute=pa_colour&attribute_term={terms[1]['id']}"
    assert [p["id"] for p in get(store, "/products", query)] == [made["id"]]
    assert code(send(store, "POST", "/products/attributes/99/terms", {"name": "x"})) == (
        404,
        "woocommerce_rest_taxonomy_invalid",
    )
    assert send(store, "DELETE", f"/products/attributes/{colour['id']}").status == 200


def test_reviews(store: MockStore) -> None:
    number = post(store, "/products", name="Pot")["id"]
    words = {"product_id": number, "review": "Good", "reviewer": "R", "reviewer_email": "r@example.com", "rating": 4}
    made = post(store, "/products/reviews", **words)
    assert (made["product_name"], made["status"], made["review"], made["verified"]) == (
        "Pot",
        "approved",
        "Good",
        False,
    )
    assert set(made["reviewer_avatar_urls"]) == {"24", "48", "96"}
    assert code(send(store, "POST", "/products/reviews", words)) == (409, "woocommerce_rest_comment_duplicate")
    answer = send(store, "POST", "/products/reviews", {**words, "product_id": 9})
    assert code(answer) == (404, "woocommerce_rest_product_invalid_id")
    send(store, "PUT", f"/products/reviews/{made['id']}", {"status": "hold"})
    assert get(store, "/products/reviews") == []
    assert len(get(store, "/products/reviews", "status=all")) == 1
    assert read(send(store, "DELETE", f"/products/reviews/{made['id']}"))["status"] == "trash"
    gone = read(send(store, "DELETE", f"/products/reviews/{made['id']}", query="force=true"))
    assert (gone["deleted"], gone["previous"]["id"]) == (True, made["id"])


def test_a_review_counts_from_the_next_one_on(store: MockStore) -> None:
    number = post(store, "/products", name="Pot")["id"]
    for stars, email in ((4, "a@example.com"), (2, "b@example.com")):
        post(
            store, "/products/reviews", product_id=number, review="x", reviewer="R", reviewer_email=email, rating=stars
        )
    seen = get(store, f"/products/{number}")
    assert (seen["average_rating"], seen["rating_count"]) == ("4.00", 1)


def test_any_change_of_a_review_counts_the_stars_that_were_there_before(store: MockStore) -> None:
    """As a real 10.0.2 has it: the new stars count from the next change on."""
    product = post(store, "/products", name="Cup")["id"]
    said = {"review": "Good", "reviewer": "A", "reviewer_email": "a@example.com", "rating": 4}
    review = post(store, "/products/reviews", product_id=product, **said)["id"]
    told = []
    for body in ({}, {"rating": 2}, {}):
        assert send(store, "PUT", f"/products/reviews/{review}", body).status == 200
        told.append(get(store, f"/products/{product}")["average_rating"])
    assert told == ["4.00", "4.00", "2.00"]


def test_a_filter_by_price_finds_products_that_have_a_price_or_had_one(store: MockStore) -> None:
    """As a real 10.0.2 has it: a price that was taken away is kept as an empty one, and counts as 0."""
    parent = post(store, "/products", name="Shirt", type="variable")["id"]
    found = {
        "never": post(store, "/products", name="never")["id"],
        "empty": post(store, "/products", name="empty", regular_price="")["id"],
        "emptied": post(store, "/products", name="emptied", regular_price="4")["id"],
        "reduced": post(store, "/products", name="reduced", sale_price="1")["id"],
        "dated": post(store, "/products", name="dated", date_on_sale_from="2026-01-01T00:00:00")["id"],
        "elsewhere": post(store, "/products", name="elsewhere", type="external")["id"],
        "grouped": post(store, "/products", name="grouped", type="grouped")["id"],
        "childless": parent,
        "dear": post(store, "/products", name="dear", regular_price="9")["id"],
    }
    send(store, "PUT", f"/products/{found['emptied']}", {"regular_price": ""})
    names = {number: name for name, number in found.items()}

    def by(query: str) -> list[str]:
        return [names[one["id"]] for one in get(store, "/products", f"{query}&orderby=id&order=asc")]

    kept = ["emptied", "reduced", "dated", "elsewhere"]
    assert by("max_price=5") == kept
    assert by("min_price=0&max_price=5") == kept
    assert by("min_price=0") == by("max_price=0") == sorted(found, key=found.__getitem__), "a 0 alone is no filter"
    assert by("min_price=1") == ["dear"]
    assert by("min_price=1&max_price=0") == []


def test_variations_of_a_seed_go_into_the_trash_with_their_product() -> None:
    """An older store tells no slugs of attributes; WordPress notes the slug that the variation has by its title."""
    shared, own = {"id": 3, "name": "Colour"}, {"id": 0, "name": "Cut Here"}
    axes = [{**axis, "variation": True, "options": [option]} for axis, option in ((shared, "Red"), (own, "Left"))]
    seed = {
        "products/attributes": [{**shared, "slug": "pa_colour"}],
        "products": [{"id": 7, "name": "Jar", "type": "variable", "attributes": axes}],
        "products/7/variations": [
            {"id": 8, "attributes": [{**shared, "option": "Red"}, {**own, "option": "Left"}], "regular_price": "3"}
        ],
    }
    with MockStore(seed) as store:
        (one,) = get(store, "/products/7/variations")
        assert [choice["slug"] for choice in one["attributes"]] == ["pa_colour", "cut-here"]
        assert send(store, "DELETE", "/products/7").status == 200
        kept = store.shop.state.get("products.variations", 8)
        assert kept is not None
        assert kept["status"] == "trash"
        noted = {row["key"]: row["value"] for row in kept["meta_data"]}
        assert noted["_wp_trash_meta_status"] == "publish"
        assert noted["_wp_desired_post_slug"] == "jar-red-left"

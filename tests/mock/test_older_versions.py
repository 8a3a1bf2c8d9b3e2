"""wc/v2 and wc/v1 of the mock store: one state seen through three versions, and what each says its own way."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore

VERSIONS = ("v3", "v2", "v1")
OLDER = ("v2", "v1")


@pytest.fixture
def store() -> MockStore:
    """A store five hours behind UTC, with nothing but a category."""
    return MockStore(
        seed={
            "@timezone": "-05:00",
            "products/categories": [{"id": 15, "name": "Uncategorized", "slug": "uncategorized", "parent": 0}],
        }
    )


def call(store: MockStore, version: str, method: str, path: str, body: Any = None, query: str = "") -> Any:
    """The body of an answer that is no refusal."""
    answer = send(store, method, f"/wp-json/wc/{version}{path}", body, query)
    assert answer.status < 300, answer.body
    return read(answer)


def refused(store: MockStore, version: str, method: str, path: str, body: Any = None) -> tuple[int, str]:
    """Status and code of a refusal."""
    return code(send(store, method, f"/wp-json/wc/{version}{path}", body))


def ids(found: list[Any]) -> set[int]:
    """The numbers in a list."""
    return {item["id"] for item in found}


# one state


@pytest.mark.parametrize("maker", VERSIONS)
def test_a_product_is_the_same_through_all_versions(store: MockStore, maker: str) -> None:
    made = call(store, maker, "POST", "/products", {"name": "Jar", "regular_price": "7.50", "sku": "J-1"})
    for version in VERSIONS:
        seen = call(store, version, "GET", f"/products/{made['id']}")
        assert (seen["name"], seen["price"], seen["sku"]) == ("Jar", "7.50", "J-1"), version
        assert call(store, version, "GET", "/products", query="sku=J-1")[0]["id"] == made["id"]


def test_a_change_through_v1_is_seen_through_v3_and_back(store: MockStore) -> None:
    number = call(store, "v3", "POST", "/products", {"name": "Jar", "meta_data": [{"key": "k", "value": "v"}]})["id"]
    call(store, "v1", "PUT", f"/products/{number}", {"regular_price": "3", "in_stock": False})
    newest = call(store, "v3", "GET", f"/products/{number}")
    assert (newest["price"], newest["stock_status"]) == ("3", "outofstock")
    assert newest["meta_data"][0]["value"] == "v"
    call(store, "v3", "PUT", f"/products/{number}", {"stock_status": "onbackorder"})
    assert call(store, "v2", "GET", f"/products/{number}")["in_stock"] is True


@pytest.mark.parametrize("version", OLDER)
def test_what_an_older_version_makes_is_whole_in_the_newest(store: MockStore, version: str) -> None:
    for path, body in (
        ("/products", {"name": "Jar"}),
        ("/coupons", {"code": "ten", "amount": "10"}),
        ("/customers", {"email": "a@b.co"}),
        ("/orders", {"billing": {"first_name": "Ada"}}),
    ):
        older = call(store, version, "POST", path, body)
        number = call(store, "v3", "POST", path, {**body, "code": "other", "email": "c@d.co"})["id"]
        one, other = (call(store, "v3", "GET", f"{path}/{key}") for key in (older["id"], number))
        assert one.keys() == other.keys(), path


def test_fields_of_plugins_are_in_every_version() -> None:
    product = {"id": 7, "name": "Jar", "type": "simple", "status": "publish", "slug": "jar", "x_label": {"text": "new"}}
    store = MockStore(seed={"products": [product]})
    for version in VERSIONS:
        assert call(store, version, "GET", "/products/7")["x_label"] == {"text": "new"}, version


# products


@pytest.mark.parametrize("version", OLDER)
def test_products_without_pictures_show_a_placeholder(store: MockStore, version: str) -> None:
    picture = {"src": "https://pictures.example/jar.png", "alt": "A jar", "position": 0}
    plain = call(store, version, "POST", "/products", {"name": "Jar"})
    assert [(i["id"], i["name"], i["position"]) for i in plain["images"]] == [(0, "Placeholder", 0)]
    shown = call(store, version, "PUT", f"/products/{plain['id']}", {"images": [picture]})
    assert [(i["alt"], i["position"]) for i in shown["images"]] == [("A jar", 0)]
    assert len(call(store, "v3", "GET", f"/products/{plain['id']}")["images"]) == 1


def test_v2_puts_pictures_in_order(store: MockStore) -> None:
    pictures = [{"src": f"https://pictures.example/{n}.png", "position": 9 - n} for n in (1, 2, 3)]
    made = call(store, "v2", "POST", "/products", {"name": "Jar", "images": pictures})
    assert [image["name"] for image in made["images"]] == ["3.png", "2.png", "1.png"]
    assert refused(store, "v2", "PUT", f"/products/{made['id']}", {"images": [{"id": 0}]}) == (
        400,
        "woocommerce_product_invalid_image_id",
    )


def test_v1_keeps_pictures_that_are_not_sent(store: MockStore) -> None:
    first, second, third = ({"src": f"https://pictures.example/{n}.png"} for n in (1, 2, 3))
    made = call(store, "v1", "POST", "/products", {"name": "Jar", "images": [{**first, "position": 0}, second]})
    assert [image["name"] for image in made["images"]] == ["1.png", "2.png"]
    changed = call(store, "v1", "PUT", f"/products/{made['id']}", {"images": [third]})
    assert [image["name"] for image in changed["images"]] == ["1.png", "3.png"]


def test_v1_has_variations_in_their_product(store: MockStore) -> None:
    sizes = [{"name": "Size", "variation": True, "options": ["S", "M"]}]
    parts = [
        {"regular_price": price, "sku": f"J-{size}", "attributes": [{"name": "Size", "option": size}]}
        for size, price in (("S", "3"), ("M", "5"))
    ]
    body = {"name": "Jar", "type": "variable", "attributes": sizes, "variations": parts}
    made = call(store, "v1", "POST", "/products", body)
    assert [(v["sku"], v["price"], v["visible"]) for v in made["variations"]] == [
        ("J-S", "3", True),
        ("J-M", "5", True),
    ]
    assert "slug" not in made["variations"][0]["attributes"][0]
    assert made["variations"][0]["image"][0]["name"] == "Placeholder"
    small = made["variations"][0]["id"]
    assert ids(call(store, "v3", "GET", f"/products/{made['id']}/variations")) == ids(made["variations"])
    call(store, "v1", "PUT", f"/products/{made['id']}", {"variations": [{"id": small, "sale_price": "2"}]})
    assert call(store, "v3", "GET", f"/products/{made['id']}/variations/{small}")["price"] == "2"
    call(store, "v3", "PUT", f"/products/{made['id']}/variations/{small}", {"regular_price": "4", "sale_price": ""})
    assert call(store, "v1", "GET", f"/products/{made['id']}")["variations"][0]["price"] == "4"


def test_v1_calls_a_products_own_attributes_by_their_slugs(store: MockStore) -> None:
    colours = [{"name": "My Colour", "variation": True, "options": ["Red"]}]
    chosen = [{"name": "My Colour", "option": "Red"}]
    body = {"name": "Jar", "type": "variable", "attributes": colours, "default_attributes": chosen}
    made = call(store, "v1", "POST", "/products", {**body, "variations": [{"attributes": chosen}]})
    wanted = [{"id": 0, "name": "my-colour", "option": "Red"}]
    assert (made["variations"][0]["attributes"], made["default_attributes"]) == (wanted, wanted)
    assert made["attributes"][0]["name"] == "My Colour"
    for version in ("v2", "v3"):
        newer = call(store, version, "GET", f"/products/{made['id']}")
        assert newer["default_attributes"][0]["name"] == "My Colour", version


@pytest.mark.parametrize(
    ("version", "sent", "answer"),
    [
        ("v3", {"attributes": []}, (404, "woocommerce_rest_product_variation_invalid_parent")),
        ("v3", {"regular_price": "1"}, (500, "internal_server_error")),
        ("v2", {"attributes": []}, (500, "internal_server_error")),
    ],
)
def test_stores_trip_over_a_product_that_is_not_there(
    store: MockStore, version: str, sent: Any, answer: tuple[int, str]
) -> None:
    assert refused(store, version, "POST", "/products/999/variations", sent) == answer
    if answer[0] == 500:
        batch = {"create": [sent]}
        assert refused(store, version, "POST", "/products/999/variations/batch", batch) == answer


def test_v1_makes_no_product_whose_variation_is_refused(store: MockStore) -> None:
    call(store, "v3", "POST", "/products", {"name": "Jar", "sku": "taken"})
    body = {"name": "Pot", "type": "variable", "variations": [{"sku": "taken"}]}
    assert refused(store, "v1", "POST", "/products", body) == (400, "product_invalid_sku")
    assert [product["name"] for product in call(store, "v3", "GET", "/products")] == ["Jar"]


@pytest.mark.parametrize("version", OLDER)
def test_names_make_no_new_tags(store: MockStore, version: str) -> None:
    assert call(store, version, "POST", "/products", {"name": "Jar", "tags": [{"name": "new"}]})["tags"] == []
    assert call(store, "v3", "GET", "/products/tags") == []


def test_texts_of_v1_are_those_that_visitors_see(store: MockStore) -> None:
    made = {v: call(store, v, "POST", "/products", {"name": "Jar", "description": "Round"}) for v in VERSIONS}
    assert [made[v]["description"] for v in VERSIONS] == ["Round", "Round", "<p>Round</p>\n"]


def test_v1_tells_moments_in_utc_and_sales_by_day(store: MockStore) -> None:
    body = {"name": "Jar", "regular_price": "3", "sale_price": "2", "date_on_sale_from": "2030-01-01T22:00:00"}
    number = call(store, "v3", "POST", "/products", body)["id"]
    newest, oldest = (call(store, version, "GET", f"/products/{number}") for version in ("v3", "v1"))
    assert oldest["date_created"] == newest["date_created_gmt"] != newest["date_created"]
    assert (oldest["date_on_sale_from"], oldest["date_on_sale_to"]) == ("2030-01-02", "")
    assert not {"date_created_gmt", "meta_data", "stock_status"} & oldest.keys()


# orders, refunds, coupons, customers


@pytest.fixture
def order(store: MockStore) -> Any:
    """An order of two jars, through the newest version."""
    jar = call(store, "v3", "POST", "/products", {"name": "Jar", "regular_price": "10"})["id"]
    call(store, "v3", "POST", "/coupons", {"code": "ten", "discount_type": "percent", "amount": "10"})
    return call(store, "v3", "POST", "/orders", {"line_items": [{"product_id": jar, "quantity": 2}], "set_paid": True})


def test_lines_of_orders_in_v1(store: MockStore, order: Any) -> None:
    oldest = call(store, "v1", "GET", f"/orders/{order['id']}")
    assert oldest["line_items"][0]["price"] == "10.00"
    assert oldest["line_items"][0]["meta"] == []
    assert not {"meta_data", "image", "parent_name"} & oldest["line_items"][0].keys()
    assert "email_templates" not in oldest["_links"]
    assert oldest["total"] == order["total"] == "20.00"


@pytest.mark.parametrize(("version", "removal"), [("v2", {"quantity": 0}), ("v1", {"code": None})])
def test_coupons_are_lines_that_change_nothing(store: MockStore, order: Any, version: str, removal: Any) -> None:
    lines = [{"code": "ten"}, {"code": "unknown", "discount": "1"}]
    changed = call(store, version, "PUT", f"/orders/{order['id']}", {"coupon_lines": lines})
    assert (changed["total"], [line["code"] for line in changed["coupon_lines"]]) == ("20.00", ["ten", "unknown"])
    number = changed["coupon_lines"][1]["id"]
    changed = call(store, version, "PUT", f"/orders/{order['id']}", {"coupon_lines": [{"id": number, **removal}]})
    assert [line["code"] for line in changed["coupon_lines"]] == ["ten"]
    assert refused(store, version, "PUT", f"/orders/{order['id']}", {"coupon_lines": [{"discount": "1"}]}) == (
        400,
        "woocommerce_rest_invalid_coupon_coupon",
    )
    assert call(store, "v3", "PUT", f"/orders/{order['id']}", {"coupon_lines": [{"code": "ten"}]})["total"] == "18.00"


@pytest.mark.parametrize("version", OLDER)
def test_refunds_are_of_an_amount_only(store: MockStore, order: Any, version: str) -> None:
    line = {"id": order["line_items"][0]["id"], "quantity": 1, "refund_total": 4}
    path = f"/orders/{order['id']}/refunds"
    made = call(store, version, "POST", path, {"amount": "4.00", "api_refund": False, "line_items": [line]})
    assert (made["amount"], made["line_items"]) == ("4.00", [])
    assert call(store, "v3", "GET", f"{path}/{made['id']}")["amount"] == "4.00"
    summary = call(store, version, "GET", f"/orders/{order['id']}")["refunds"][0]
    assert (summary["total"], "refund" in summary, "reason" in summary) == ("-4.00", version == "v1", version == "v2")


def test_orders_in_tables_of_their_own_are_no_posts() -> None:
    settings = {"HPOS_enabled": True, "HPOS_sync_enabled": False}
    store = MockStore(seed={"system_status": {"environment": {"version": "10.0.2"}, "settings": settings}})
    number = call(store, "v1", "POST", "/orders", {})["id"]
    assert call(store, "v1", "GET", "/orders") == []
    assert refused(store, "v1", "GET", f"/orders/{number}") == (404, "woocommerce_rest_invalid_shop_order_id")
    assert ids(call(store, "v2", "GET", "/orders")) == {number}


def test_coupons_of_v1_have_older_names(store: MockStore) -> None:
    body = {"code": "ten", "date_expires": "2030-01-01T20:00:00", "excluded_product_ids": [7]}
    number = call(store, "v3", "POST", "/coupons", body)["id"]
    oldest = call(store, "v1", "GET", f"/coupons/{number}")
    assert (oldest["expiry_date"], oldest["exclude_product_ids"]) == ("2030-01-02T01:00:00", [7])
    assert not {"date_expires", "excluded_product_ids"} & oldest.keys()
    call(store, "v1", "PUT", f"/coupons/{number}", {"expiry_date": "2031-01-01T00:00:00"})
    assert call(store, "v3", "GET", f"/coupons/{number}")["date_expires"] == "2031-01-01T00:00:00"


def test_customers_with_what_they_bought(store: MockStore, order: Any) -> None:
    ada = call(store, "v3", "POST", "/customers", {"email": "ada@b.co"})["id"]
    assert call(store, "v1", "GET", f"/customers/{ada}")["last_order"] == {"id": None, "date": None}
    call(store, "v3", "PUT", f"/orders/{order['id']}", {"customer_id": ada})
    for version in OLDER:
        seen = call(store, version, "GET", f"/customers/{ada}")
        assert (seen["orders_count"], seen["total_spent"]) == (1, "20.00"), version
    assert seen["last_order"] == {"id": order["id"], "date": order["date_created_gmt"]}
    noted = {row["key"]: row["value"] for row in call(store, "v3", "GET", f"/customers/{ada}")["meta_data"]}
    noted.pop("wc_last_active")
    sums = {"wc_last_order_wp": str(order["id"]), "wc_order_count_wp": "1", "wc_money_spent_wp": "20"}
    assert noted == {"default_password_nag": "1", **sums}


def test_the_phone_of_a_shipping_address_is_not_taken(store: MockStore) -> None:
    body = {"email": "ada@b.co", "shipping": {"city": "Ghent", "phone": "1"}}
    made = call(store, "v2", "POST", "/customers", body)
    assert (made["shipping"]["city"], made["shipping"]["phone"]) == ("Ghent", "")


# reviews


@pytest.mark.parametrize("version", VERSIONS)
def test_stars_count_late_until_a_review_changes(store: MockStore, version: str) -> None:
    jar = call(store, "v3", "POST", "/products", {"name": "Jar"})["id"]
    path, by, of = (
        ("/products/reviews", "reviewer", {"product_id": jar})
        if version == "v3"
        else (f"/products/{jar}/reviews", "name", {})
    )
    for stars in (4, 1):
        body = {"review": f"{stars} stars", by: "Ada", "rating": stars, **of}
        email = {"reviewer_email" if version == "v3" else "email": "ada@example.com"}
        made = call(store, version, "POST", path, {**body, **email})
    product = call(store, "v3", "GET", f"/products/{jar}")
    assert (product["rating_count"], product["average_rating"]) == (1, "4.00")
    call(store, version, "PUT", f"{path}/{made['id']}", {"review": "One star"})
    product = call(store, "v3", "GET", f"/products/{jar}")
    assert (product["rating_count"], product["average_rating"]) == (2, "2.50")


@pytest.mark.parametrize("version", OLDER)
def test_reviews_stand_below_their_product(store: MockStore, version: str) -> None:
    jar, pot = (call(store, "v3", "POST", "/products", {"name": name})["id"] for name in ("Jar", "Pot"))
    body = {"review": "Holds water", "name": "Ada", "email": "ada@b.co", "rating": 4}
    made = call(store, version, "POST", f"/products/{jar}/reviews", body)
    assert {name: made[name] for name in body} == body
    newest = call(store, "v3", "GET", f"/products/reviews/{made['id']}")
    assert (newest["product_id"], newest["reviewer"], newest["rating"]) == (jar, "Ada", 4)
    assert ids(call(store, version, "GET", f"/products/{jar}/reviews")) == {made["id"]}
    assert call(store, version, "GET", f"/products/{pot}/reviews") == []
    missing = (404, "woocommerce_rest_product_review_invalid_id")
    assert refused(store, version, "GET", f"/products/{pot}/reviews/{made['id']}") == missing
    assert refused(store, version, "GET", "/products/999/reviews") == (404, "woocommerce_rest_product_invalid_id")
    path = f"/products/{jar}/reviews/{made['id']}"
    assert refused(store, version, "PUT", path, {"rating": 1}) == (500, "rest_product_review_failed_edit")
    assert call(store, version, "PUT", path, {"rating": 1, "review": "Leaks"})["rating"] == 1
    call(store, version, "DELETE", path)
    assert refused(store, version, "DELETE", path) == (410, "rest_already_trashed")


# lists, errors, batches, routes


@pytest.mark.parametrize(("version", "later"), [("v2", "search_name_or_sku=z"), ("v1", "modified_after=2099-01-01")])
def test_what_came_later_is_not_heard(store: MockStore, version: str, later: str) -> None:
    for name in ("Jar", "Pot"):
        call(store, version, "POST", "/products", {"name": name, "global_unique_id": "123"})
    for query in ("search_sku=zzz", "include_status=draft", later):
        assert len(call(store, version, "GET", "/products", query=query)) == 2, query
    assert {p["global_unique_id"] for p in call(store, "v3", "GET", "/products")} == {""}


def test_filters_of_the_older_versions(store: MockStore) -> None:
    there, gone = (
        call(store, "v2", "POST", "/products", {"name": name, "in_stock": stock})["id"]
        for name, stock in (("Jar", True), ("Pot", False))
    )
    assert ids(call(store, "v2", "GET", "/products", query="in_stock=true")) == {there}
    assert ids(call(store, "v2", "GET", "/products", query="in_stock=false")) == {gone}
    assert refused(store, "v1", "GET", "/products?orderby=price")[0] == 404
    answer = send(store, "GET", "/wp-json/wc/v1/products", query="per_page=1")
    assert (answer.headers["X-WP-Total"], len(read(answer))) == ("2", 1)
    assert "/wp-json/wc/v1/products?per_page=1&page=2" in answer.headers["Link"]


@pytest.mark.parametrize(
    ("path", "newer", "oldest", "told"),
    [
        ("/products/999", "woocommerce_rest_product_invalid_id", "woocommerce_rest_invalid_product_id", True),
        # Whether an order exists is told to nobody without a key.
        ("/orders/999", "woocommerce_rest_shop_order_invalid_id", "woocommerce_rest_invalid_shop_order_id", False),
        ("/coupons/999", "woocommerce_rest_shop_coupon_invalid_id", "woocommerce_rest_invalid_shop_coupon_id", True),
    ],
)
def test_codes_of_what_is_missing(store: MockStore, path: str, newer: str, oldest: str, told: bool) -> None:
    assert [refused(store, version, "GET", path) for version in VERSIONS] == [(404, newer), (404, newer), (404, oldest)]
    nobody = send(store, "GET", f"/wp-json/wc/v1{path}", key=False)
    assert code(nobody) == ((404, oldest) if told else (401, "woocommerce_rest_cannot_view"))


@pytest.mark.parametrize("version", OLDER)
def test_batches(store: MockStore, version: str) -> None:
    old = call(store, "v3", "POST", "/products", {"name": "Jar"})["id"]
    body = {
        "create": [{"name": "Pot", "in_stock": False}],
        "update": [{"id": old, "name": "Urn"}, {"id": 999, "name": "x"}],
        "delete": [998],
    }
    done = call(store, version, "POST", "/products/batch", body)
    assert (done["create"][0]["in_stock"], done["update"][0]["name"]) == (False, "Urn")
    assert done["update"][1]["error"]["code"] == "woocommerce_rest_product_invalid_id"
    assert done["delete"][0]["error"]["data"]["status"] == 404
    assert {p["name"] for p in call(store, "v3", "GET", "/products")} == {"Pot", "Urn"}


def test_routes_that_a_version_does_not_have(store: MockStore) -> None:
    for version, path in (("v1", "/settings"), ("v1", "/products/1/variations"), ("v2", "/data"), ("v2", "/refunds")):
        assert refused(store, version, "GET", path) == (404, "rest_no_route"), path
    assert [row["slug"] for row in call(store, "v2", "GET", "/reports")] == ["sales", "top_sellers"]
    hook = {"topic": "order.created", "delivery_url": "https://hooks.example/x"}
    number = call(store, "v2", "POST", "/webhooks", hook)["id"]
    assert call(store, "v2", "GET", f"/webhooks/{number}/deliveries") == []
    assert refused(store, "v2", "GET", f"/webhooks/{number}/deliveries/1") == (404, "woocommerce_rest_invalid_id")
    assert refused(store, "v2", "GET", "/webhooks/99/deliveries") == (404, "woocommerce_rest_webhook_invalid_id")

"""What walks of thousands of requests found out about wc/v3; each expectation is what real stores answered."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore


@pytest.fixture
def store() -> MockStore:
    """The store of a new installation of WooCommerce 10.5."""
    return MockStore("fresh", release="10.5.0")


def made(store: MockStore, path: str, **body: Any) -> Any:
    """What a store answers to something new."""
    answer = send(store, "POST", path, body)
    assert answer.status in (200, 201), answer.body
    return read(answer)


def changed(store: MockStore, path: str, **body: Any) -> Any:
    """What a store answers to a change."""
    answer = send(store, "PUT", path, body)
    assert answer.status == 200, answer.body
    return read(answer)


def seen(store: MockStore, path: str, query: str = "") -> Any:
    """What a store shows."""
    answer = send(store, "GET", path, query=query)
    assert answer.status == 200, answer.body
    return read(answer)


def gone(store: MockStore, path: str, query: str = "") -> None:
    """Delete something."""
    answer = send(store, "DELETE", path, query=query)
    assert answer.status == 200, answer.body


SIZES = [{"name": "Size", "options": ["S", "M"], "variation": True}]
SMALL = [{"name": "Size", "option": "S"}]


def test_among_equal_tax_rates_the_oldest_comes_first(store: MockStore) -> None:
    numbers = [made(store, "/taxes", rate=str(rate))["id"] for rate in (1, 2, 3)]
    changed(store, f"/taxes/{numbers[0]}", name="Later")
    for query in ("", "order=desc", "orderby=priority&order=desc"):
        assert [rate["id"] for rate in seen(store, "/taxes", query)] == numbers


def test_the_table_of_tax_rates_takes_all_of_a_change_or_nothing(store: MockStore) -> None:
    """Its columns have a width. Places stand in another table."""
    number = made(store, "/taxes", country="US", rate="7", name="Sales tax")["id"]
    for body in ({"rate": "1000"}, {"country": "1e3"}, {"name": "x" * 201}):
        rate = changed(store, f"/taxes/{number}", priority=5, cities=["Oakland"], **body)
        assert (rate["country"], rate["rate"], rate["name"], rate["priority"]) == ("US", "7.0000", "Sales tax", 1)
        assert rate["cities"] == ["OAKLAND"]


def test_numbers_of_tax_rates_have_no_sign_and_words_in_a_batch_are_none(store: MockStore) -> None:
    number = made(store, "/taxes", rate="7", shipping=True, order=-4)["id"]
    batch = changed(store, "/taxes/batch", update=[{"id": number, "shipping": "true", "compound": "yes"}])
    told = batch["update"][0]
    assert (told["order"], told["shipping"], told["compound"]) == (4, False, False)
    zone = made(store, "/shipping/zones", name="0", order=-2)
    assert (zone["name"], zone["order"]) == ("Everywhere", 2)


def test_lists_of_places_are_handed_on_as_one_text(store: MockStore) -> None:
    rate = made(store, "/taxes", rate="7", cities=["Mug &amp; Co"], postcodes=["Ж" * 201])
    assert (rate["cities"], rate["postcodes"]) == (["MUG &AMP", "CO"], ["Ж" * 200])
    for body in ({"cities": "Oakland"}, {"class": ["standard"]}):
        assert send(store, "POST", "/taxes/batch", {"create": [{"rate": "7", **body}]}).status == 500


def test_no_route_leads_to_a_tax_class_in_another_script(store: MockStore) -> None:
    slug = made(store, "/taxes/classes", name="急須")["slug"]
    for method in ("GET", "DELETE"):
        assert code(send(store, method, f"/taxes/classes/{slug}", query="force=true")) == (404, "rest_no_route")


def test_settings_of_a_method_stay_as_they_were_saved(store: MockStore) -> None:
    """Prices for shipping classes are there as long as the classes; of a later class nothing was saved."""
    zone = made(store, "/shipping/zones", name="Here")["id"]
    classes = [made(store, "/products/shipping_classes", name="Early")["id"]]
    methods = f"/shipping/zones/{zone}/methods"
    number = made(store, methods, method_id="flat_rate", settings={})["id"]
    untouched = made(store, methods, method_id="flat_rate")["id"]
    classes.append(made(store, "/products/shipping_classes", name="Late")["id"])
    early, late = (f"class_cost_{one}" for one in classes)
    form = seen(store, f"{methods}/{number}")["settings"]
    assert (form[early]["value"], form[late]["value"]) == ("", None)
    assert seen(store, f"{methods}/{untouched}")["settings"][late]["value"] == ""
    assert changed(store, f"{methods}/{number}", settings={late: "5"})["settings"][late]["value"] == "5"
    gone(store, f"/products/shipping_classes/{classes[0]}", "force=true")
    assert early not in seen(store, f"{methods}/{number}")["settings"]


def test_settings_of_a_method_are_checked_as_one_setting(store: MockStore) -> None:
    zone = made(store, "/shipping/zones", name="Here")["id"]
    methods = f"/shipping/zones/{zone}/methods"
    for settings in ({"value": {"a": "b"}}, {"type": "class"}):
        body = {"method_id": "flat_rate", "settings": settings}
        assert code(send(store, "POST", methods, body)) == (400, "rest_invalid_param")
    assert send(store, "POST", methods, {"method_id": "free_shipping", "settings": [None]}).status == 200
    assert code(send(store, "POST", methods, {"method_id": False}))[0] == 500


def test_only_published_coupons_are_found_by_their_code(store: MockStore) -> None:
    hidden = made(store, "/coupons", code="spring", amount="1", status="odd")["id"]
    product = made(store, "/products", name="Tray", regular_price="10")["id"]
    order = {"line_items": [{"product_id": product}], "coupon_lines": [{"code": "spring"}]}
    assert code(send(store, "POST", "/orders", order)) == (400, "woocommerce_rest_invalid_coupon")
    assert made(store, "/coupons", code="spring", amount="2")["id"] != hidden
    assert send(store, "POST", "/orders", order).status == 201


def test_a_coupon_back_from_the_trash_has_no_note_of_its_slug(store: MockStore) -> None:
    number = made(store, "/coupons", code="back")["id"]
    gone(store, f"/coupons/{number}")
    rows = changed(store, f"/coupons/{number}", status="publish")["meta_data"]
    assert [row["key"] for row in rows] == ["_wp_trash_meta_status", "_wp_trash_meta_time"]


def test_sums_of_coupons_can_be_floats(store: MockStore) -> None:
    coupon = made(store, "/coupons", code="far", amount=12345678901234567890, minimum_amount="1e3")
    assert (coupon["amount"], coupon["minimum_amount"]) == ("12345678901234567168.00", "1000.00")
    batch = changed(store, "/coupons/batch", create=[{"code": "yes", "amount": True}])
    assert batch["create"][0]["amount"] == "1.00"
    assert send(store, "POST", "/coupons/batch", {"create": [{"code": "no", "description": ["a"]}]}).status == 500


def test_dates_are_read_as_php_reads_them(store: MockStore) -> None:
    store.shop.clock = lambda: _moment("2026-03-02T10:00:00+00:00")
    product = made(store, "/products", name="Tray", date_on_sale_from="1700000000", date_on_sale_to="yesterday")
    assert product["date_on_sale_from_gmt"] == "2023-11-14T22:13:20"
    assert product["date_on_sale_to_gmt"] == "2026-03-01T00:00:00"
    assert changed(store, f"/products/{product['id']}", date_on_sale_to_gmt="1700000000")["date_on_sale_to"] is None


def _moment(told: str) -> Any:
    from datetime import datetime

    return datetime.fromisoformat(told)


def test_reviews_tell_of_products_as_visitors_see_them(store: MockStore) -> None:
    product = made(store, "/products", name="Tray", post_password="secret")["id"]
    review = {"reviewer": "Ana", "reviewer_email": "ana@example.com", "review": "Good", "rating": 5}
    told = made(store, "/products/reviews", product_id=product, **review)
    assert told["product_name"] == "Protected: Tray"
    changed(store, f"/products/{product}", status="private", post_password="")
    assert seen(store, f"/products/reviews/{told['id']}")["product_name"] == "Private: Tray"
    gone(store, f"/products/{product}")
    assert seen(store, f"/products/reviews/{told['id']}")["status"] == "post-trashed"


def test_a_review_that_moves_counts_where_it_is_now(store: MockStore) -> None:
    """The product that it leaves is not counted anew."""
    one, other = (made(store, "/products", name=name)["id"] for name in ("One", "Other"))
    review = {"reviewer": "Ana", "reviewer_email": "ana@example.com", "review": "Good", "rating": 4}
    number = made(store, "/products/reviews", product_id=one, **review)["id"]
    changed(store, f"/products/reviews/{number}", verified=[[1]])
    changed(store, f"/products/reviews/{number}", product_id=other)
    assert [seen(store, f"/products/{product}")["average_rating"] for product in (one, other)] == ["4.00", "4.00"]


def test_the_date_of_a_review_in_shop_time_wins(store: MockStore) -> None:
    product = made(store, "/products", name="Tray")["id"]
    review = {"reviewer": "Ana", "reviewer_email": "x", "review": "Good", "rating": 4, "product_id": product}
    told = made(store, "/products/reviews", **review, date_created="2024-01-01T00:00:00")
    later = "2030-01-01T00:00:00"
    for date in ("2023-03-26T02:30:00", "01/02/2024"):
        body = {"date_created": date, "date_created_gmt": later}
        assert changed(store, f"/products/reviews/{told['id']}", **body)["date_created"] == "2023-03-26T02:30:00"
    assert changed(store, f"/products/reviews/{told['id']}", date_created_gmt=later)["date_created"] == later
    assert told["reviewer_avatar_urls"]["24"] == "https://secure.gravatar.com/avatar/?s=24&d=mm&r=g"


def test_a_variation_shows_options_of_attributes_that_its_product_varies_by(store: MockStore) -> None:
    product = made(store, "/products", name="Tee", type="variable", attributes=SIZES)["id"]
    place = f"/products/{product}/variations/{made(store, f'/products/{product}/variations', attributes=SMALL)['id']}"
    changed(store, f"/products/{product}", attributes=[{"name": "Cut", "options": ["A"], "variation": True}])
    shown = seen(store, place)
    assert (shown["attributes"], shown["name"], "?" in shown["permalink"]) == ([], "", False)
    changed(store, f"/products/{product}", attributes=SIZES)
    assert seen(store, place)["name"] == "S"


def test_slugs_of_variations_are_unique(store: MockStore) -> None:
    product = made(store, "/products", name="Tee", type="variable", attributes=SIZES)["id"]
    variations = f"/products/{product}/variations"
    slugs = []
    for number in [made(store, variations, attributes=SMALL)["id"] for _ in range(2)]:
        gone(store, f"{variations}/{number}")
        rows = seen(store, f"{variations}/{number}")["meta_data"]
        slugs += [row["value"] for row in rows if row["key"] == "_wp_desired_post_slug"]
    assert slugs == ["tee-s", "tee-s-2"]


def test_what_is_sold_elsewhere_keeps_its_stock_in_mind(store: MockStore) -> None:
    product = made(store, "/products", name="Tee", type="variable", attributes=SIZES, manage_stock=True)["id"]
    assert changed(store, f"/products/{product}", type="external")["manage_stock"] is False
    assert made(store, f"/products/{product}/variations", attributes=SMALL)["manage_stock"] == "parent"
    assert changed(store, f"/products/{product}", type="simple")["manage_stock"] is True


def test_nobody_sends_or_downloads_a_variable_product(store: MockStore) -> None:
    product = made(store, "/products", name="Tee", type="variable", virtual=True, downloadable=True)["id"]
    assert changed(store, f"/products/{product}", download_limit=3)["download_limit"] == -1
    simple = changed(store, f"/products/{product}", type="simple")
    assert (simple["virtual"], simple["downloadable"]) == (False, False)


def test_a_group_has_a_custom_field_once_it_was_changed(store: MockStore) -> None:
    product = made(store, "/products", name="Set", type="grouped")["id"]
    changed(store, f"/products/{product}", featured=True)
    assert [row["key"] for row in changed(store, f"/products/{product}", type="variable")["meta_data"]] == ["_children"]
    priced = made(store, "/products", name="Tee", type="variable", attributes=SIZES)["id"]
    made(store, f"/products/{priced}/variations", attributes=SMALL, regular_price="5")
    assert changed(store, f"/products/{priced}", type="grouped")["price"] == ""


def test_what_nothing_is_included_in_has_no_order(store: MockStore) -> None:
    numbers = [made(store, "/coupons", code=name)["id"] for name in ("a", "b")]
    for direction in ("asc", "desc"):
        assert [one["id"] for one in seen(store, "/coupons", f"orderby=include&order={direction}")] == numbers


def test_fields_that_nothing_becomes_of_are_checked_all_the_same(store: MockStore) -> None:
    product = made(store, "/products", name="Tee", type="variable", attributes=SIZES, regular_price="5")["id"]
    order = made(store, "/orders", line_items=[{"product_id": product, "total": "5"}])["id"]
    variations = f"/products/{product}/variations"
    hook = {"topic": "order.created", "delivery_url": "https://x.example"}
    for path, body in (
        (variations, {"tax_status": "odd"}),
        (f"{variations}/generate", {"shipping_class": 7}),
        (f"/orders/{order}/refunds", {"amount": "1", "api_refund": False, "shipping_lines": "odd"}),
        (f"/orders/{order}/refunds", {"amount": "1", "api_refund": False, "fee_lines": [{"total": [1]}]}),
        *(
            (f"/orders/{order}/refunds", {"amount": "1", "api_refund": False, lines: [{"meta_data": [row]}]})
            for lines in ("fee_lines", "shipping_lines")
            for row in ({"id": "x"}, {"key": [1]})
        ),
        ("/webhooks", {**hook, "status": "odd"}),
        ("/settings/general/woocommerce_store_city", {"value": "Oakland", "group": [1]}),
    ):
        assert code(send(store, "POST", path, body)) == (400, "rest_invalid_param"), path
    assert code(send(store, "GET", "/webhooks", query="after=2024-13-01T00:00:00")) == (400, "rest_invalid_param")
    assert made(store, variations, attributes=SMALL, manage_stock="odd", inventory_delta="odd")["manage_stock"] is False


def test_a_list_counts_as_an_object(store: MockStore) -> None:
    customer = made(store, "/customers", email="ana@example.com")["id"]
    assert send(store, "PUT", f"/customers/{customer}", {"shipping": [[1]]}).status == 200


def test_a_term_whose_name_is_no_text_is_the_end_of_a_batch(store: MockStore) -> None:
    for kind in ("categories", "tags", "shipping_classes"):
        assert send(store, "POST", f"/products/{kind}/batch", {"create": [{"name": ["a"]}]}).status == 500


def test_slugs_of_attributes(store: MockStore) -> None:
    """Only the word makes one; markup leaves nothing of a name."""
    batch = changed(store, "/products/attributes/batch", create=[{"name": "Cut", "type": "odd"}])
    assert batch["create"][0]["type"] == "select"
    assert made(store, "/products/attributes", name="Brim", generate_slug="odd")["slug"] == "pa_brim"
    assert made(store, "/products/attributes", name="Cut", generate_slug="true")["slug"] == "pa_cut-1"
    bare = made(store, "/products/attributes", name="%20")
    assert (bare["slug"], list(bare["_links"]["self"][0])) == ("", ["href"])


def test_many_places_show_that_sums_are_floats(store: MockStore) -> None:
    order = made(store, "/orders", fee_lines=[{"name": "Fee", "total": "74.85"}])["id"]
    told = [seen(store, f"/orders/{order}", f"dp={places}")["total"] for places in (10, 14, 19, 50, -400)]
    whole = "74.849999999999994315658113919198513031005859375"
    rounded = ["74.8500000000", "74.85000000000001", "74.8499999999999943157"]
    assert told == [*rounded, f"{whole}00000", whole.ljust(403, "0")]


def test_a_refund_taken_back_is_no_change_of_the_order(store: MockStore) -> None:
    store.shop.clock = lambda: _moment("2026-03-02T10:00:00+00:00")
    order = made(store, "/orders", fee_lines=[{"name": "Fee", "total": "7"}])["id"]
    refund = made(store, f"/orders/{order}/refunds", amount="1", api_refund=False, meta_data=[{"value": 1}, {}])
    assert [row["key"] for row in refund["meta_data"]] == ["_refund_type"]
    store.shop.clock = lambda: _moment("2026-03-03T10:00:00+00:00")
    gone(store, f"/orders/{order}/refunds/{refund['id']}", "force=true")
    assert seen(store, f"/orders/{order}")["date_modified_gmt"] == "2026-03-02T10:00:00"


def test_notes_have_no_trash_whatever_their_number(store: MockStore) -> None:
    assert code(send(store, "DELETE", "/orders/1/notes/2")) == (501, "woocommerce_rest_trash_not_supported")


def test_a_product_that_others_belong_to_changes_with_them(store: MockStore) -> None:
    store.shop.clock = lambda: _moment("2026-03-02T10:00:00+00:00")
    above = made(store, "/products", name="Tee", type="variable", attributes=SIZES)["id"]
    part = made(store, f"/products/{above}/variations", attributes=SMALL)["id"]
    below = made(store, "/products", name="Mug")["id"]
    store.shop.clock = lambda: _moment("2026-03-03T10:00:00+00:00")
    changed(store, f"/products/{below}", parent_id=above)
    assert seen(store, f"/products/{above}")["date_modified_gmt"] == "2026-03-03T10:00:00"
    gone(store, f"/products/{above}")
    assert seen(store, f"/products/{above}/variations/{part}")["date_modified_gmt"] == "2026-03-03T10:00:00"


def test_a_slug_of_which_nothing_is_left_is_the_end(store: MockStore) -> None:
    term = made(store, "/products/tags", name="Blue")["id"]
    for path, body in (("/products/tags", {"name": "Red", "slug": None}), ("/products/attributes", {"slug": "#$%"})):
        assert send(store, "POST", path, {"name": "Red", **body}).status == 500
    assert send(store, "PUT", f"/products/tags/{term}", {"slug": ""}).status == 500
    brim = made(store, "/products/attributes", name="Brim")["id"]
    assert send(store, "PUT", f"/products/attributes/{brim}", {"slug": ""}).status == 500
    batch = read(send(store, "POST", "/products/attributes/batch", {"update": [{"id": brim, "slug": "#"}]}))
    assert batch["update"][0]["slug"] == "pa_brim"
    assert code(send(store, "PUT", f"/products/tags/{term}", {"name": None})) == (500, "empty_term_name")
    changed(store, f"/products/tags/{term}", description="Sky")
    assert changed(store, f"/products/tags/{term}", description=None)["description"] == ""


def test_a_null_that_was_checked_is_nothing(store: MockStore) -> None:
    coupon = made(store, "/coupons", code="free", free_shipping=True)["id"]
    assert changed(store, f"/coupons/{coupon}", free_shipping=None)["free_shipping"] is False
    zone = made(store, "/shipping/zones", name="Here", order=3)["id"]
    assert changed(store, f"/shipping/zones/{zone}", order=None)["order"] == 0


def test_only_what_is_sold_elsewhere_has_an_address_and_a_button(store: MockStore) -> None:
    product = made(store, "/products", name="Tray", type="external", button_text="Go", external_url="https://x.example")
    simple = changed(store, f"/products/{product['id']}", type="simple", button_text="Odd", external_url="odd")
    assert [row["value"] for row in simple["meta_data"]] == ["https://x.example", "Go"]
    assert changed(store, f"/products/{product['id']}", type="grouped", backorders="yes")["type"] == "grouped"


def test_what_is_nothing_to_php_is_no_list_no_topic_and_no_reason(store: MockStore) -> None:
    assert made(store, "/products", name="Tray", categories=False, attributes=False)["attributes"] == []
    hook = made(store, "/webhooks", topic="order.created", delivery_url="https://x.example")
    assert changed(store, f"/webhooks/{hook['id']}", topic="0", delivery_url=[])["topic"] == "order.created"
    batch = {"create": [{"topic": ["a"], "delivery_url": "https://x.example"}]}
    assert send(store, "POST", "/webhooks/batch", batch).status == 500
    order = made(store, "/orders", fee_lines=[{"name": "Fee", "total": "7"}])["id"]
    assert made(store, f"/orders/{order}/refunds", amount="1", api_refund=False, reason="0")["reason"] == ""


def test_blanks_at_the_ends_of_texts_stay(store: MockStore) -> None:
    product = made(store, "/products", name="Tray", description="  two  ", post_password="a\\b")
    assert product["post_password"] == "ab"
    assert seen(store, f"/products/{product['id']}")["description"] == "<p>  two  </p>\n"


def test_a_rate_that_the_database_does_not_take_is_nowhere(store: MockStore) -> None:
    """As 10.0.2 answers: a country of three letters does not fit."""
    rate = made(store, "/taxes", country="ABC", state="CA", rate="7", name="VAT")
    assert (rate["id"], rate["country"], rate["priority"], rate["shipping"]) == (0, "", 0, False)
    older = send(store, "POST", "/wc-api/v3/taxes", {"tax": {"country": "ABC", "rate": "7", "name": "VAT"}})
    assert (older.status, read(older)["errors"][0]["code"]) == (404, "woocommerce_api_invalid_tax_id")
    assert seen(store, "/taxes") == []
    assert made(store, "/taxes", country="DE", rate="7")["id"] == 1


def test_a_batch_can_send_prices_as_numbers(store: MockStore) -> None:
    rows = [{"name": "Cup", "regular_price": price} for price in (12345678901234567890, 1.5, 17)]
    products = read(send(store, "POST", "/products/batch", {"create": rows}))["create"]
    assert [one["regular_price"] for one in products] == ["12345678901234567168", "1.5", "17"]


def test_null_is_no_type_and_zero_no_name_of_a_fee(store: MockStore) -> None:
    product = made(store, "/products", name="Tray", type=None)
    assert product["type"] == "simple"
    assert changed(store, f"/products/{product['id']}", type=None)["type"] == "simple"
    for lines, refusal in (
        ({"fee_lines": [{"name": "0", "total": "1"}]}, "woocommerce_rest_invalid_fee_item"),
        ({"shipping_lines": [{"method_id": "0"}]}, "woocommerce_rest_invalid_shipping_item"),
        ({"line_items": [{"product_id": "0"}]}, "woocommerce_rest_required_product_reference"),
    ):
        answer = send(store, "POST", "/orders", lines)
        assert (answer.status, read(answer)["code"]) == (400, refusal)


def test_a_tax_line_is_called_as_its_rate_is_called_when_sums_are_made_anew(store: MockStore) -> None:
    """As 10.0.2 answers."""
    rate = made(store, "/taxes", country="DE", rate="7", name="Old")["id"]
    changed(store, "/settings/general/woocommerce_calc_taxes", value="yes")
    order = made(store, "/orders", billing={"country": "DE"}, fee_lines=[{"name": "Fee", "total": "100"}])
    assert [(line["label"], line["tax_total"]) for line in order["tax_lines"]] == [("Old", "7.00")]
    changed(store, f"/taxes/{rate}", name="New", country="", compound=True)
    assert seen(store, f"/orders/{order['id']}")["tax_lines"][0]["label"] == "Old"
    again = changed(store, f"/orders/{order['id']}", fee_lines=[{"id": order["fee_lines"][0]["id"], "total": "50"}])
    line = again["tax_lines"][0]
    assert (line["label"], line["rate_code"], line["compound"], line["tax_total"]) == ("New", "DE-OLD-1", True, "3.50")

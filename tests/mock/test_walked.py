"""What walks over real stores found out about wc/v3; each expectation is what those answered."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore


@pytest.fixture
def store() -> MockStore:
    """The store of a new installation."""
    return MockStore("fresh")


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


def order(store: MockStore, **body: Any) -> Any:
    """A new order of two pieces."""
    product = made(store, "/products", name="Tray", regular_price="10")["id"]
    return made(store, "/orders", line_items=[{"product_id": product, "quantity": 2}], **body)


@pytest.mark.parametrize(("release", "left"), [("9.9.5", "pending"), ("10.0.2", "checkout-draft")])
def test_a_refused_coupon_leaves_the_order_behind(release: str, left: str) -> None:
    store = MockStore("fresh", release=release)
    refusal = read(send(store, "POST", "/orders", {"coupon_lines": [{"code": "none"}]}))
    assert ("new_draft_order_id" in refusal["data"]) is (left == "checkout-draft")
    assert code(send(store, "POST", "/orders", {"coupon_lines": [{"code": {"a": "b"}}]}))[0] == 500
    assert [one["status"] for one in read(send(store, "GET", "/orders"))] == ["pending", left]


def test_what_came_before_a_refused_coupon_is_kept(store: MockStore) -> None:
    number = order(store)["id"]
    assert code(send(store, "PUT", f"/orders/{number}", {"transaction_id": "T1", "coupon_lines": [{"code": "x"}]})) == (
        400,
        "woocommerce_rest_invalid_coupon",
    )
    assert read(send(store, "GET", f"/orders/{number}"))["transaction_id"] == "T1"


def test_custom_fields_of_orders_come_in_the_order_of_their_index(store: MockStore) -> None:
    rows = [{"key": key, "value": "z"} for key in ("note", "colour", "Beta", "_hid", "alpha")]
    found = made(store, "/orders", meta_data=rows)["meta_data"]
    assert [row["key"] for row in found] == ["_hid", "alpha", "Beta", "colour", "note"]


def test_lines_of_refunds_are_not_checked(store: MockStore) -> None:
    """Numbers are not reckoned before there is a line to reckon with."""
    number = order(store)["id"]
    line = {"quantity": 1, "refund_total": "Mug", "refund_tax": ["Oak"]}
    answers = [
        send(store, "POST", f"/orders/{number}/refunds", {"amount": "1", "api_refund": False, "line_items": rows})
        for rows in ([{"id": 999, **line}], ["x"], [{"id": 1, **line}])
    ]
    assert [answer.status for answer in answers] == [201, 201, 500]
    assert code(send(store, "POST", f"/orders/{number}/refunds", {"amount": "abc", "api_refund": None})) == (
        500,
        "woocommerce_rest_cannot_create_order_refund",
    )


def test_a_variation_follows_its_product_once_it_is_made(store: MockStore) -> None:
    sizes = [{"name": "Size", "options": ["S", "M"], "variation": True}]
    product = made(store, "/products", name="Tee", type="variable", attributes=sizes, manage_stock=True)["id"]
    new = made(store, f"/products/{product}/variations", attributes=[{"name": "Size", "option": "S"}])
    later = read(send(store, "GET", f"/products/{product}/variations/{new['id']}"))
    assert [(one["manage_stock"], one["stock_quantity"], one["stock_status"]) for one in (new, later)] == [
        ("parent", 0, "instock"),
        ("parent", 0, "outofstock"),
    ]


def test_lists_with_gaps_are_objects(store: MockStore) -> None:
    group = made(store, "/products", name="Set", type="grouped", grouped_products=[7, 7, [1], 9])
    assert group["grouped_products"] == {"0": 7, "3": 9}
    coupon = made(store, "/coupons", code="gap", excluded_product_categories=[5, 5, 6], product_ids=[7, 7, 9])
    assert (coupon["excluded_product_categories"], coupon["product_ids"]) == ({"0": 5, "2": 6}, [7, 9])


def test_a_post_needs_a_word(store: MockStore) -> None:
    assert send(store, "POST", "/products", {"name": " "}).status == 500
    product = made(store, "/products", name="Mug")["id"]
    assert changed(store, f"/products/{product}", name="0", sku="S1")["name"] == "Mug"
    assert made(store, "/products", name="Pot", status="future")["status"] == "publish"


def test_batches_tell_of_what_cannot_be_done(store: MockStore) -> None:
    """Beside changes of settings, nothing else is looked at."""
    for body, told in (
        ({"delete": [99999999, "x"], "update": [{"id": 7}]}, [("update", 7, "rest_setting_setting_invalid")]),
        ({"delete": [99999999, "x"]}, [("delete", 99999999, "invalid-method")]),
        ({"delete": ["x"]}, []),
    ):
        answer = dict(read(send(store, "PUT", "/settings/general/batch", body)))
        assert [(name, row["id"], row["error"]["code"]) for name in answer for row in answer[name]] == told


def test_what_10_5_takes_of_coupons() -> None:
    store = MockStore("fresh", release="10.5.0")
    coupon = made(store, "/coupons", code="sums", amount=3, minimum_amount=2.5, status="Foo bar")
    assert (coupon["amount"], coupon["minimum_amount"], coupon["status"]) == ("3.00", "2.50", "foobar")
    assert changed(store, f"/coupons/{coupon['id']}", status="Ж")["status"] == "draft"
    older = MockStore("fresh", release="10.0.2")
    assert code(send(older, "POST", "/coupons", {"code": "sums", "amount": 3})) == (400, "rest_invalid_param")


def test_products_of_a_deleted_category_have_none(store: MockStore) -> None:
    category = made(store, "/products/categories", name="Jars")["id"]
    product = made(store, "/products", name="Jar", categories=[{"id": category}])["id"]
    assert send(store, "DELETE", f"/products/categories/{category}", query="force=true").status == 200
    assert changed(store, f"/products/{product}", sku="J1")["categories"] == []


def test_customers_are_sorted_and_found_by_user_name(store: MockStore) -> None:
    for name, first in (("bob", "Ada"), ("ada", "Zoe")):
        made(store, "/customers", email=f"{name}@b.co", username=name, first_name=first)
    assert [one["username"] for one in read(send(store, "GET", "/customers"))] == ["ada", "bob"]
    assert read(send(store, "GET", "/customers", query="search=Zoe")) == []


@pytest.mark.parametrize("version", ["v3", "v2"])
def test_cash_on_delivery_is_paid_when_all_is_done(store: MockStore, version: str) -> None:
    """As 10.0.2 answers: its gateway completes what is paid, and nothing is noted as paid before."""
    path = f"/wp-json/wc/{version}/orders"
    product = made(store, "/products", name="Tray", regular_price="10")["id"]
    body = {"payment_method": "cod", "line_items": [{"product_id": product}]}
    assert made(store, path, set_paid=True, **body)["status"] == "completed"
    assert made(store, path, set_paid=True, status="processing", **body)["date_paid"] is None
    number = made(store, path, **body)["id"]
    assert changed(store, f"{path}/{number}", status="processing")["date_paid"] is None
    assert changed(store, f"{path}/{number}", status="completed")["date_paid"] is not None


def test_v1_does_not_ask_the_gateway_for_cash_on_delivery(store: MockStore) -> None:
    """As 10.0.2 answers."""
    product = made(store, "/products", name="Tray", regular_price="10")["id"]
    body = {"payment_method": "cod", "set_paid": True, "line_items": [{"product_id": product}]}
    paid = made(store, "/wp-json/wc/v1/orders", **body)
    assert (paid["status"], paid["date_paid"] is None) == ("processing", False)


def test_a_product_that_is_variable_no_more_loses_its_variations(store: MockStore) -> None:
    kind = {"type": "variable", "attributes": [{"name": "Size", "options": ["S"], "variation": True}]}
    number = made(store, "/products", name="Tray", **kind)["id"]
    one = made(store, f"/products/{number}/variations", regular_price="5")["id"]
    assert changed(store, f"/products/{number}", type="simple")["variations"] == []
    assert code(send(store, "GET", f"/products/{number}/variations/{one}")) == (
        404,
        "woocommerce_rest_product_variation_invalid_id",
    )


def test_zone_0_stays_as_it_is_when_it_is_deleted(store: MockStore) -> None:
    made(store, "/shipping/zones/0/methods", method_id="flat_rate")
    assert send(store, "DELETE", "/shipping/zones/0", query="force=true").status == 200
    assert len(read(send(store, "GET", "/shipping/zones/0/methods"))) == 1


def test_options_of_a_product_s_own_attribute_are_read_back(store: MockStore) -> None:
    rows = [{"name": "A", "options": ["Mug &amp; Co", "x<br/>y|b"]}, {"name": "B", "options": []}]
    first, second = made(store, "/products", name="Tray", attributes=rows)["attributes"]
    assert (first["options"], second["options"]) == (["Mug & Co", "x<br/>y", "b"], [""])


def test_no_price_is_shown_below_nothing(store: MockStore) -> None:
    product = made(store, "/products", name="Tray", regular_price="-5")
    assert (product["price"], ">0.00<" in product["price_html"]) == ("-5", True)


def test_tax_classes_stand_in_the_order_of_their_names(store: MockStore) -> None:
    """As a database sorts: signs first, accents and capitals no different; PHP takes `0` for no name."""
    for name in ("aaa", "Zz", "-1", "Ä", "éa"):
        made(store, "/taxes/classes", name=name)
    names = [one["name"] for one in read(send(store, "GET", "/taxes/classes"))]
    assert names == ["Standard rate", "-1", "Ä", "aaa", "éa", "Reduced rate", "Zero rate", "Zz"]
    assert code(send(store, "POST", "/taxes/classes", {"name": "0"})) == (
        400,
        "woocommerce_rest_tax_class_invalid_name",
    )


def test_a_batch_says_nothing_by_null_and_knows_its_currencies(store: MockStore) -> None:
    tag = made(store, "/products/tags", name="Oak", description="Old")["id"]
    done = made(store, "/products/tags/batch", update=[{"id": tag, "description": None}])
    assert done["update"][0]["description"] == "Old"
    done = made(store, "/orders/batch", create=[{"currency": "Mug"}])
    assert done["create"][0]["error"]["code"] == "order_invalid_currency"
    rate = made(store, "/taxes", country="US", city="Bend")["id"]
    done = made(store, "/taxes/batch", update=[{"id": rate, "city": "0"}])
    assert done["update"][0]["city"] == "BEND"


def test_rates_with_one_order_stay_in_the_order_of_their_ids(store: MockStore) -> None:
    ids = [made(store, "/taxes", country="US", rate="1")["id"] for _ in range(2)]
    for direction in ("asc", "desc"):
        assert [one["id"] for one in read(send(store, "GET", "/taxes", query=f"order={direction}"))] == ids


def test_names_are_written_out_when_an_account_becomes_a_buyer_s(store: MockStore) -> None:
    ada = made(store, "/customers", email="ada@b.co")["id"]
    changed(store, f"/customers/{ada}", first_name="Tea & Co")
    order(store, customer_id=ada, status="completed")
    assert read(send(store, "GET", f"/customers/{ada}"))["first_name"] == "Tea &amp; Co"


def test_a_coupon_in_the_trash_remembers_the_slug_of_its_first_code(store: MockStore) -> None:
    number = made(store, "/coupons", code="one")["id"]
    changed(store, f"/coupons/{number}", code="two")
    send(store, "DELETE", f"/coupons/{number}")
    rows = read(send(store, "GET", f"/coupons/{number}"))["meta_data"]
    assert [row["value"] for row in rows if row["key"] == "_wp_desired_post_slug"] == ["one"]


def test_goods_of_which_only_shipping_is_taxed_give_it_their_class(store: MockStore) -> None:
    """As 10.5.0 answers: also to the share that a discount has of it."""
    changed(store, "/settings/general/woocommerce_calc_taxes", value="yes")
    for name, rate in (("", "10"), ("reduced-rate", "0")):
        made(store, "/taxes", country="US", rate=rate, **({"class": name} if name else {}))
    classed = {"tax_status": "shipping", "tax_class": "reduced-rate"}
    first = made(store, "/products", name="A", regular_price="10", **classed)["id"]
    second = made(store, "/products", name="B", regular_price="10")["id"]
    lines = [{"product_id": number} for number in (first, second)]
    fee = [{"name": "Less", "total": "-4"}]
    shipping = [{"method_id": "flat_rate", "total": "20"}]
    shown = made(store, "/orders", line_items=lines, fee_lines=fee, shipping_lines=shipping, billing={"country": "US"})
    assert (shown["fee_lines"][0]["total_tax"], shown["shipping_tax"]) == ("-0.10", "2.00")
    only = made(store, "/orders", line_items=lines[:1], shipping_lines=shipping, billing={"country": "US"})
    assert [row["id"] for row in only["shipping_lines"][0]["taxes"]] == [2]


def test_refunds_show_all_their_custom_fields(store: MockStore) -> None:
    """As 10.0.2 answers, whatever `include_meta` says."""
    number = order(store)["id"]
    rows = [{"key": "a", "value": "1"}, {"key": "b", "value": "2"}]
    made(store, f"/orders/{number}/refunds", amount="1", api_refund=False, meta_data=rows)
    for query in ("include_meta[]=b", "exclude_meta[]=b"):
        (refund,) = read(send(store, "GET", f"/orders/{number}/refunds", query=query))
        assert [row["key"] for row in refund["meta_data"] if row["key"] in "ab"] == ["a", "b"]


def test_a_variation_does_not_take_over_when_its_product_counts_as_low(store: MockStore) -> None:
    kind = {"type": "variable", "attributes": [{"name": "Size", "options": ["S"], "variation": True}]}
    number = made(store, "/products", name="Tray", manage_stock=True, low_stock_amount=3, **kind)["id"]
    shown = made(store, f"/products/{number}/variations", regular_price="5")
    assert (shown["manage_stock"], shown["low_stock_amount"]) == ("parent", None)


@pytest.mark.parametrize(
    ("sent", "code"),
    [("<b>Q</b>", "q"), ("a & b", "a &amp; b"), ("A < B & C > D", "a  d"), ("<script>alert(1)</script>M", "alert(1)m")],
)
def test_codes_of_coupons_have_no_markup(store: MockStore, sent: str, code: str) -> None:
    """As 10.0.2 answers; an order finds the coupon by what was sent."""
    assert made(store, "/coupons", code=sent, amount="1")["code"] == code
    assert order(store, coupon_lines=[{"code": sent}])["coupon_lines"][0]["code"] == code


@pytest.mark.parametrize(
    ("sent", "shown"),
    [("<br/>line", "line"), ("x<br/>y", "x<br />y"), ("a\n<br>b", "a<br />\n<br />b"), ("<br/>line<br/>", "line")],
)
def test_breaks_at_the_edges_of_paragraphs_are_left_out(store: MockStore, sent: str, shown: str) -> None:
    """As WordPress 6.8 shows them."""
    number = made(store, "/products", name="Tray", purchase_note=sent)["id"]
    assert read(send(store, "GET", f"/products/{number}"))["purchase_note"] == f"<p>{shown}</p>\n"


@pytest.mark.parametrize(("version", "taxes"), [("v3", "-0.40"), ("v2", "-0.40"), ("v1", "0.00")])
def test_a_charge_below_zero_takes_its_taxes_from_what_is_stored(store: MockStore, version: str, taxes: str) -> None:
    """As 10.0.2 answers: v1 works out the sums of a new order before it writes the lines."""
    changed(store, "/settings/general/woocommerce_calc_taxes", value="yes")
    made(store, "/taxes", country="US", rate="10")
    tray = {"product_id": made(store, "/products", name="Tray", regular_price="10")["id"]}
    fee = {"name": "Less", "total": "-4"}
    body = {"billing": {"country": "US"}, "line_items": [tray], "fee_lines": [fee]}
    shown = made(store, f"/wp-json/wc/{version}/orders", **body)
    assert shown["fee_lines"][0]["total_tax"] == taxes
    empty = made(store, "/orders", billing={"country": "US"}, fee_lines=[{**fee, "total": "-0.01"}])["id"]
    later = changed(store, f"/orders/{empty}", line_items=[tray])
    assert later["fee_lines"][0]["taxes"] == []


def test_single_backslashes_are_wordpress_s_own(store: MockStore) -> None:
    """As 10.0.2 answers: where WordPress writes a post or a term; not so in tables of WooCommerce."""
    fields = ("name", "description", "short_description", "purchase_note")
    product = made(store, "/products", **dict.fromkeys(fields, "a\\b"))
    assert [product[name] for name in fields] == ["ab"] * 4
    product = changed(store, f"/products/{product['id']}", name="c\\\\d")
    assert product["name"] == "c\\d"
    paths = ("products/tags", "products/categories", "products/attributes", "products/shipping_classes")
    assert [made(store, f"/{path}", name="a\\b")["name"] for path in paths] == ["ab"] * 4
    assert [made(store, f"/{path}", name="a\\b")["name"] for path in ("shipping/zones", "taxes/classes")] == [
        "a\\b"
    ] * 2
    assert made(store, "/coupons", code="a\\b", amount="1")["code"] == "ab"


def test_a_line_whose_variation_is_gone_is_its_product_s(store: MockStore) -> None:
    """As 10.0.2 answers; the variation could have another number in the line than its product."""
    kind = {"type": "variable", "attributes": [{"name": "Size", "options": ["S"], "variation": True}]}
    number = made(store, "/products", name="Tray", sku="T1", **kind)["id"]
    one = made(store, f"/products/{number}/variations", regular_price="5", sku="T2")["id"]
    sold = made(store, "/orders", line_items=[{"product_id": number, "variation_id": one}])
    assert sold["line_items"][0]["sku"] == "T2"
    send(store, "DELETE", f"/products/{number}/variations/{one}", query="force=true")
    (line,) = read(send(store, "GET", f"/orders/{sold['id']}"))["line_items"]
    assert (line["product_id"], line["variation_id"], line["sku"]) == (number, 0, "T1")


def test_whether_a_variation_s_stock_is_managed_is_checked_in_v3_alone() -> None:
    """As 10.0.2 answers; 10.5 takes a text."""
    store = MockStore("fresh", release="10.0.2")
    kind = {"type": "variable", "attributes": [{"name": "Size", "options": ["S"], "variation": True}]}
    number = made(store, "/products", name="Tray", **kind)["id"]
    paths = [f"/wp-json/wc/{version}/products/{number}/variations" for version in ("v3", "v2")]
    assert code(send(store, "POST", paths[0], {"manage_stock": "yes"})) == (400, "rest_invalid_param")
    assert code(send(store, "POST", paths[1], {"manage_stock": {}})) == (500, "internal_server_error")
    assert [made(store, paths[1], manage_stock=word)["manage_stock"] for word in ("yes", "parent", 5)] == [
        True,
        False,
        False,
    ]

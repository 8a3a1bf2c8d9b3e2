"""What walks over real stores found out about the legacy API."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from mock.talk import read, send
from mock.test_legacy_orders import changed, made
from wooclient.mock import MockStore


@pytest.fixture
def posts() -> MockStore:
    """A store whose orders are posts, which this API can read."""
    return MockStore({"system_status": {"settings": {"HPOS_enabled": False, "HPOS_sync_enabled": False}}})


def test_a_refused_order_stays_without_lines_and_addresses(store: MockStore) -> None:
    """As 10.0.2 answers; the customer keeps the addresses."""
    before = {doc["id"] for doc in store.shop.state.all("orders")}
    order = {"customer_id": 7, "note": "ring", "billing_address": {"city": "Bend"}, "line_items": [{"product_id": 999}]}
    answer = send(store, "POST", "/wc-api/v3/orders", {"order": order})
    assert (answer.status, read(answer)["errors"][0]["code"]) == (400, "woocommerce_api_invalid_product")
    (left,) = (doc for doc in store.shop.state.all("orders") if doc["id"] not in before)
    assert (left["customer_note"], left["billing"]["city"], left["line_items"]) == ("ring", "", [])
    assert (store.shop.state.get("customers", 7) or {})["billing"]["city"] == "Bend"


def test_a_change_of_addresses_alone_is_lost_and_dates_nothing(store: MockStore) -> None:
    """As 10.0.2 answers: sums that are worked out store them, a note or a status moves the date."""
    number = made(store, note="first")["id"]
    store.shop.clock = lambda: datetime(2031, 1, 1, tzinfo=UTC)

    def changed(**fields: Any) -> tuple[str, bool]:
        order = read(send(store, "PUT", f"/wc-api/v3/orders/{number}", {"order": fields}))["order"]
        return order["billing_address"]["city"], order["updated_at"] == "2031-01-01T00:00:00Z"

    assert changed(billing_address={"city": "Bend"}) == ("", False)
    fee = {"title": "Wrapping", "total": "2"}
    assert changed(billing_address={"city": "Bend"}, fee_lines=[fee]) == ("Bend", False)
    assert changed(note="second") == ("Bend", True)


@pytest.mark.parametrize(
    ("status", "paid", "stock"), [("processing", False, 20), ("completed", True, 20), ("", False, 18)]
)
def test_a_new_order_gets_its_status_before_its_lines(posts: MockStore, status: str, paid: bool, stock: int) -> None:
    """As 10.0.2 answers: nothing is taken from stock, sold or used then, nor when a status like it follows."""
    mug = read(send(posts, "POST", "/products", {"name": "Mug", "manage_stock": True, "stock_quantity": 20}))["id"]
    send(posts, "POST", "/coupons", {"code": "ten", "amount": "1"})
    lines = {"line_items": [{"product_id": mug, "quantity": 2}], "coupon_lines": [{"code": "TEN", "amount": "1"}]}
    order = made(posts, status=status, **lines)
    assert order["payment_details"]["paid"] is paid
    changed(posts, order["id"], status="on-hold")
    product, (coupon,) = (read(send(posts, "GET", path)) for path in (f"/products/{mug}", "/coupons"))
    assert (product["stock_quantity"], product["total_sales"], coupon["usage_count"]) == (
        stock,
        20 - stock,
        (20 - stock) // 2,
    )


def test_lines_of_a_change_are_theirs_by_id_and_leave_stock_alone(posts: MockStore) -> None:
    """As 10.0.2 answers: an id is compared as a number, whatever it is, and only null makes a new line."""
    mug = read(send(posts, "POST", "/products", {"name": "Mug", "manage_stock": True, "stock_quantity": 9}))["id"]
    number = made(posts, line_items=[{"product_id": mug, "quantity": 1}])["id"]
    changed(posts, number, status="processing")
    row = {"id": "Mug", "title": "Wrapping", "total": "2"}
    answer = send(posts, "PUT", f"/wc-api/v3/orders/{number}", {"order": {"fee_lines": [row]}})
    assert (answer.status, read(answer)["errors"][0]["code"]) == (400, "woocommerce_invalid_item_id")
    changed(posts, number, line_items=[{"id": None, "product_id": mug, "quantity": 3}])
    assert read(send(posts, "GET", f"/products/{mug}"))["stock_quantity"] == 8


@pytest.mark.parametrize("force", ["false", "true"])
def test_a_deleted_order_still_counts(posts: MockStore, force: str) -> None:
    """As 10.0.2 answers: WordPress deletes the post, and nothing is undone."""
    mug = read(send(posts, "POST", "/products", {"name": "Mug"}))["id"]
    coupon = read(send(posts, "POST", "/coupons", {"code": "ten", "amount": "1"}))["id"]
    number = made(posts, line_items=[{"product_id": mug, "quantity": 2}], coupon_lines=[{"code": "ten"}])["id"]
    changed(posts, number, status="processing")
    send(posts, "DELETE", f"/wc-api/v3/orders/{number}", query=f"force={force}")
    assert read(send(posts, "GET", f"/products/{mug}"))["total_sales"] == 2
    assert read(send(posts, "GET", f"/coupons/{coupon}"))["usage_count"] == 1


def test_a_refused_order_counts_among_its_customer_s(posts: MockStore) -> None:
    """As 10.0.2 answers."""
    ada = read(send(posts, "POST", "/customers", {"email": "ada@b.co"}))["id"]
    seen = [read(send(posts, "GET", f"/wc-api/v3/customers/{ada}"))["customer"]["orders_count"]]
    send(posts, "POST", "/wc-api/v3/orders", {"order": {"customer_id": ada, "line_items": [{"product_id": 999}]}})
    seen.append(read(send(posts, "GET", f"/wc-api/v3/customers/{ada}"))["customer"]["orders_count"])
    assert seen == [0, 1]


def test_what_is_refused_after_the_sums_leaves_the_order_whole() -> None:
    """As 10.0.2 is written: payment and currency come last."""
    store = MockStore("fresh")
    order = {"billing_address": {"city": "Bend"}, "fee_lines": [{"title": "Wrapping", "total": "2"}], "currency": "XXX"}
    answer = send(store, "POST", "/wc-api/v3/orders", {"order": order})
    assert (answer.status, read(answer)["errors"][0]["code"]) == (400, "woocommerce_invalid_order_currency")
    (left,) = read(send(store, "GET", "/orders"))
    assert (left["total"], left["billing"]["city"], left["currency"]) == ("2.00", "Bend", "USD")


def test_addresses_go_to_whose_order_it_was_and_date_the_account(store: MockStore) -> None:
    """As 10.0.2 answers; the new customer's email is the order's, if it has none."""
    number = made(store)["id"]
    store.shop.clock = lambda: datetime(2031, 1, 1, tzinfo=UTC)
    order = changed(store, number, customer_id=7, shipping_address={"city": "Bend"})
    assert order["customer"]["shipping_address"]["city"] != "Bend"
    assert order["billing_address"]["email"] == order["customer"]["email"]
    again = changed(store, number, shipping_address={"city": "Bend"})["customer"]
    assert (again["shipping_address"]["city"], again["last_update"]) == ("Bend", "2031-01-01T00:00:00Z")


def test_addresses_go_to_the_account_even_if_a_line_is_refused(store: MockStore) -> None:
    """As 10.0.2 answers."""
    number = made(store, customer_id=7)["id"]
    changes = {"shipping_address": {"city": "Bend"}, "fee_lines": [{"id": "x"}]}
    assert send(store, "PUT", f"/wc-api/v3/orders/{number}", {"order": changes}).status == 400
    assert (store.shop.state.get("customers", 7) or {})["shipping"]["city"] == "Bend"


def test_a_subtotal_is_the_sum_of_rounded_lines() -> None:
    """As 10.0.2 answers."""
    store = MockStore("fresh")
    mug = read(send(store, "POST", "/products", {"name": "Mug", "regular_price": "3.333"}))["id"]
    order = made(store, line_items=[{"product_id": mug, "quantity": 1}] * 2)
    assert (order["subtotal"], [row["subtotal"] for row in order["line_items"]]) == ("6.66", ["3.33", "3.33"])


def test_bulk_requests_take_what_php_takes() -> None:
    """As 10.0.2 answers: texts are orders of nothing, null is none, and what cannot be counted is fatal."""
    store = MockStore("fresh")
    answer = send(store, "POST", "/wc-api/v3/orders/bulk", {"orders": ["Mug", None]})
    first, second = read(answer)["orders"]
    assert (answer.status, first["total"], second["error"]["code"]) == (
        201,
        "0.00",
        "woocommerce_api_missing_order_data",
    )
    answer = send(store, "POST", "/wc-api/v3/orders/bulk", {"orders": "Mug"})
    assert (answer.status, answer.headers["Cache-Control"]) == (
        500,
        "no-cache, must-revalidate, max-age=0, no-store, private",
    )
    failed = {"orders": [{"fee_lines": [{"total": "2"}]}]}
    assert send(store, "POST", "/wc-api/v3/orders/bulk", failed).status == 200


def test_lists_of_statuses_and_ids_that_are_none() -> None:
    """As 10.0.2 answers: unknown statuses find all, texts are no ids, `fields=0` names no field."""
    store = MockStore("fresh")
    made_ids = [read(send(store, "POST", "/coupons", {"code": code}))["id"] for code in ("one", "two")]
    send(store, "DELETE", f"/coupons/{made_ids[0]}")

    def found(query: str) -> list[int]:
        return [coupon["id"] for coupon in read(send(store, "GET", "/wc-api/v3/coupons", query=query))["coupons"]]

    assert found("filter[post_status]=Mug") == [made_ids[1], made_ids[0]]
    assert found("filter[post_status]=Mug,trash") == [made_ids[0]]
    assert found(f"filter[in]=Mug {made_ids[1]}") == []
    assert found("fields=0") == [made_ids[1]]


def test_attributes_of_a_product_keep_the_markup_of_their_names() -> None:
    """As 10.0.2 answers: names are shown as pages show them, options in one text are cleaned."""
    store = MockStore("fresh")
    rows = [{"name": "<br/>A & B", "options": "<b>S</b>|Mug &amp; Co"}, {"name": "o", "options": ["<b>S</b>|M"]}]
    answer = send(store, "POST", "/wc-api/v3/products", {"product": {"title": "Mug", "sku": "0", "attributes": rows}})
    product = read(answer)["product"]
    assert [(row["name"], row["options"]) for row in product["attributes"]] == [
        ("<br />A &amp; B", ["S", "Mug & Co"]),
        ("o", ["<b>S</b>", "M"]),
    ]
    assert product["sku"] == ""
    product = {"title": "Mug", "attributes": [{"name": "🍵 tea", "options": ["a"]}]}
    shown = read(send(store, "POST", "/wc-api/v3/products", {"product": product}))["product"]
    assert shown["attributes"][0]["slug"] == "🍵-tea"


def test_v2_gives_a_new_product_the_slug_of_its_title() -> None:
    """As 10.0.2 answers; v3 takes the name for it."""
    store = MockStore("fresh")
    product = {"product": {"title": "Green tea", "name": "Mug"}}
    links = [read(send(store, "POST", f"/wc-api/{v}/products", product))["product"]["permalink"] for v in ("v2", "v3")]
    assert [link.rstrip("/").rpartition("/")[2] for link in links] == ["green-tea", "mug"]


def test_months_of_a_report_are_counted_as_php_counts(posts: MockStore) -> None:
    """As 10.0.2 answers: a month that is too short is passed over, and a day that it lacks is one of the next."""
    posts.shop.clock = lambda: datetime(2026, 11, 28, tzinfo=UTC)
    number = made(posts, line_items=[], fee_lines=[{"title": "Wrapping", "total": "2"}])["id"]
    changed(posts, number, status="completed")

    def months(version: str, query: str) -> dict[str, str]:
        found = read(send(posts, "GET", f"/wc-api/{version}/reports/sales", query=query))["sales"]["totals"]
        return {name: row["sales"] for name, row in found.items()}

    for version in ("v3", "v1"):
        found = months(version, "filter[date_min]=2024-02-29")
        assert (len(found), "2025-02" in found, "2026-02" in found, found["2026-11"]) == (32, False, False, "2.00")
    assert list(months("v3", "filter[date_min]=2023-03-26&filter[date_max]=2024-02-30"))[-1] == "2024-03"


def test_whether_an_order_has_to_be_processed_is_looked_at_when_it_is_paid(posts: MockStore) -> None:
    """As 10.0.2 answers: wc/v3 tells it, and remembers it; this API does not, and what is gone needs nothing."""
    mug = read(send(posts, "POST", "/products", {"name": "Mug"}))["id"]
    number = made(posts, line_items=[{"product_id": mug, "quantity": 1}])["id"]
    send(posts, "DELETE", f"/products/{mug}", query="force=true")
    assert changed(posts, number, status="processing")["payment_details"]["paid"] is False


def test_an_attribute_keeps_the_markup_of_its_name(posts: MockStore) -> None:
    """As 10.0.2 answers."""
    made_one = read(send(posts, "POST", "/wc-api/v3/products/attributes", {"product_attribute": {"name": "Size"}}))
    number = made_one["product_attribute"]["id"]
    changes = {"product_attribute": {"name": "<script>alert(1)</script>Mug"}}
    found = read(send(posts, "PUT", f"/wc-api/v3/products/attributes/{number}", changes))
    assert found["product_attribute"]["name"] == "<script>alert(1)</script>Mug"


def test_sums_of_coupons_are_written_as_they_come_and_read_as_they_can_be(posts: MockStore) -> None:
    """As 10.0.2 answers, here and in wc/v3."""
    sent = {"code": "ten", "type": "percent", "amount": "150", "minimum_amount": "20", "maximum_amount": "10"}
    answer = send(posts, "POST", "/wc-api/v3/coupons", {"coupon": sent})
    number = read(answer)["coupon"]["id"]

    def sums(coupon: Any) -> list[str]:
        return [coupon[name] for name in ("amount", "minimum_amount", "maximum_amount")]

    assert (answer.status, sums(read(answer)["coupon"])) == (201, ["0.00", "20.00", "0.00"])
    assert sums(read(send(posts, "GET", f"/coupons/{number}"))) == ["0.00", "20.00", "0.00"]
    changes = {"coupon": {"type": "fixed_cart", "minimum_amount": "5"}}
    coupon = read(send(posts, "PUT", f"/wc-api/v3/coupons/{number}", changes))["coupon"]
    assert sums(coupon) == ["150.00", "5.00", "10.00"]


def test_v1_decodes_a_body_like_a_query_and_dies_of_lists_in_it(posts: MockStore) -> None:
    """As its sort_callback_params does, and 10.0.2 answers."""
    path = f"/wc-api/v1/orders/{read(send(posts, 'POST', '/orders', {}))['id']}"
    for odd in ([[1]], {}):
        assert send(posts, "PUT", path, {"status": "completed", "note": odd}).status == 500
        assert read(send(posts, "GET", path))["order"]["status"] == "pending"
    assert send(posts, "PUT", path, {"status": "on%2Dhold", "note": "a+b %41"}).status == 200
    notes = [note["note"] for note in read(send(posts, "GET", f"{path}/notes"))["order_notes"]]
    assert any(note.startswith("a b A ") for note in notes)
    assert read(send(posts, "GET", path))["order"]["status"] == "on-hold"


@pytest.mark.parametrize(
    ("path", "v1", "newer"),
    [
        ("/products?type[0]=simple", 500, 500), ("/products/count?type[0]=", 500, 500),
        ("/products?filter[x][0]=a", 500, 200), ("/products/«»?filter[x][0]=a", 200, 200),
        ("/products?x[0][0]=a", 200, 200),
        ("/customers?filter[q][0]=a", 500, 500), ("/orders?status[0]=pending", 200, 200),
    ],
)  # fmt: skip
def test_arrays_where_texts_are_due(posts: MockStore, path: str, v1: int, newer: int) -> None:
    """As 10.0.2 answers: v1 decodes what an array holds, and PHP dies of an array there."""
    mug = read(send(posts, "POST", "/products", {"name": "Mug"}))["id"]
    path, _, query = path.replace("«»", str(mug)).partition("?")
    assert [send(posts, "GET", f"/wc-api/v{n}{path}", query=query).status for n in (1, 2, 3)] == [v1, newer, newer]


def test_a_zero_says_nothing_and_what_is_counted_has_its_page_in_filter(posts: MockStore) -> None:
    """As 10.0.2 answers: PHP takes the text `0` for empty, and WordPress counts nothing of an empty page."""
    send(posts, "POST", "/products", {"name": "Mug"})
    on_hold, _ = (read(send(posts, "POST", "/orders", {"status": status}))["id"] for status in ("on-hold", "pending"))

    def found(path: str, query: str) -> Any:
        return read(send(posts, "GET", f"/wc-api/v1{path}", query=query))

    for query, count in (("type=0", 1), ("type=variable", 0), ("page=2", 1), ("filter[page]=2", 0)):
        assert found("/products/count", query) == {"count": count}
    assert [order["id"] for order in found("/orders", "status=0&filter[status]=on-hold")["orders"]] == [on_hold]
    for status in (0, "0", False):
        send(posts, "PUT", f"/wc-api/v1/orders/{on_hold}", {"status": status, "note": "a"})
        assert found(f"/orders/{on_hold}", "")["order"]["status"] == "on-hold"
    send(posts, "PUT", f"/wc-api/v1/orders/{on_hold}", {"status": "auto-draft"})
    assert found(f"/orders/{on_hold}", "")["order"]["status"] == "auto-draft"


def test_sums_of_coupons_are_kept_as_they_were_typed() -> None:
    """As 10.0.2 answers; of a seed nobody knows, and whole sums have no decimals."""
    typed = {"amount": "5.0", "minimum_amount": "199.00", "maximum_amount": "0"}
    seeded = {"id": 3, "code": "old", "amount": "5.50", "minimum_amount": "199.00", "maximum_amount": "0.00"}
    store = MockStore({"coupons": [seeded]})
    number = read(send(store, "POST", "/coupons", {"code": "new", **typed}))["id"]

    def kept(number: int) -> list[Any]:
        coupon = read(send(store, "GET", f"/wc-api/v1/coupons/{number}", query="filter[meta]=true"))["coupon"]
        return [coupon["coupon_meta"].get(name) for name in ("coupon_amount", "minimum_amount", "maximum_amount")]

    assert kept(number) == ["5.0", "199.00", "0"]
    assert kept(3) == ["5.50", "199", None]
    assert read(send(store, "GET", "/coupons/3"))["minimum_amount"] == "199.00"


@pytest.mark.parametrize("version", ["v3", "v2", "v1"])
def test_nobody_stands_before_the_first_page_of_customers(posts: MockStore, version: str) -> None:
    """As 10.0.2 answers: a page that is no number is 0, and the database knows no rows before the first."""
    ada = read(send(posts, "POST", "/customers", {"email": "ada@b.co", "username": "ada"}))["id"]
    send(posts, "POST", "/products", {"name": "Mug"})
    for query, found in (("page=0", []), ("page=Mug", []), ("page=", []), ("page=-1", [ada]), ("page[0]=2", [ada])):
        customers = read(send(posts, "GET", f"/wc-api/{version}/customers", query=query))["customers"]
        products = read(send(posts, "GET", f"/wc-api/{version}/products", query=query))["products"]
        assert ([one["id"] for one in customers], len(products)) == (found, 1), query
    assert read(send(posts, "GET", "/wc-api/v1/customers/count", query="filter[page]=0")) == {"count": 0}


def test_a_report_without_a_beginning_begins_now(posts: MockStore) -> None:
    """As 10.0.2 answers: the time of a beginning counts, that of an end does not."""
    posts.shop.clock = lambda: datetime(2026, 11, 27, 9, tzinfo=UTC)
    send(posts, "POST", "/orders", {"status": "completed", "fee_lines": [{"name": "Fee", "total": "2"}]})
    posts.shop.clock = lambda: datetime(2026, 11, 27, 10, tzinfo=UTC)

    def sold(version: str, query: str) -> str:
        return read(send(posts, "GET", f"/wc-api/{version}/reports/sales", query=query))["sales"]["total_sales"]

    spans = {
        "date_max]=2030-12-24T12:30:00": "0.00", "date_max]=": "2.00", "date_min]=2026-11-27": "2.00",
        "date_min]=2026-11-27T08:30:00": "2.00", "date_min]=2026-11-27T09:30:00": "0.00",
        "date_max]=2026-11-27T08:30:00&filter[date_min]=2026-11-01": "2.00",
    }  # fmt: skip
    for version in ("v3", "v2", "v1"):
        assert {span: sold(version, f"filter[{span}") for span in spans} == spans
    by = read(send(posts, "GET", "/wc-api/v1/reports/sales", query="filter[date_min]=2026-07-27T10:00:00"))["sales"]
    assert by["totals_grouped_by"] == "day"  # the fourth month is not over at the midnight before the last day


def test_a_product_that_is_gone_takes_a_place_among_the_best(posts: MockStore) -> None:
    """As 10.0.2 answers: v1 dies of it."""
    mug, cup = (read(send(posts, "POST", "/products", {"name": name}))["id"] for name in ("Mug", "Cup"))
    lines = [{"product_id": mug, "quantity": 9}, {"product_id": cup, "quantity": 1}]
    send(posts, "POST", "/orders", {"status": "completed", "line_items": lines})

    def best(version: str, query: str) -> list[str]:
        answer = send(posts, "GET", f"/wc-api/{version}/reports/sales/top_sellers", query=query)
        return [row["title"] for row in read(answer)["top_sellers"]] if answer.status == 200 else ["500"]

    assert best("v1", "filter[limit]=0") == ["Mug", "Cup"]
    send(posts, "DELETE", f"/products/{mug}", query="force=true")
    assert [best(version, "filter[limit]=2") for version in ("v3", "v2", "v1")] == [["Cup"], ["Cup"], ["500"]]
    assert best("v3", "filter[limit]=1") == []


@pytest.mark.parametrize("version", ["v3", "v2"])
def test_who_an_order_belongs_to_is_compared_as_php_compares(posts: MockStore, version: str) -> None:
    """As 10.0.2 answers: a text that is no number is another customer, and none; `true` is whoever it is."""
    ada = read(send(posts, "POST", "/customers", {"email": "ada@b.co", "username": "ada"}))["id"]

    def owner(method: str, path: str, sent: Any) -> Any:
        answer = read(send(posts, method, f"/wc-api/{version}{path}", {"order": {"customer_id": sent}}))
        return answer["order"]["customer_id"] if "order" in answer else answer["errors"][0]["code"]

    wrong = "woocommerce_api_invalid_customer_id"
    made = {"abc": wrong, True: wrong, "": 0, "0": 0, False: 0, f"{ada}.7": ada}
    assert {sent: owner("POST", "/orders", sent) for sent in made} == made
    path = f"/orders/{read(send(posts, 'POST', '/orders', {}))['id']}"
    changed = (("", wrong), (True, wrong), (False, 0), (0, 0), (f"{ada} ", ada), (True, ada), ("abc", wrong))
    assert [(sent, owner("PUT", path, sent)) for sent, _ in changed] == list(changed)


def test_what_is_no_sum_of_a_coupon(posts: MockStore) -> None:
    """As 10.0.2 answers: markup is no part of a sum, and an array counts as 1 where no number has to be."""
    for code, odd, sums in (
        ("a", [[1]], ["0.00", "1.00"]), ("b", {"a": "7"}, ["0.00", "1.00"]), ("c", [], ["0.00", "0.00"]),
        ("d", "<b>5</b>", ["5.00", "5.00"]), ("e", "<img src=x onerror=alert(1)>", ["0.00", "0.00"]),
        ("f", True, ["1.00", "1.00"]),
    ):  # fmt: skip
        sent = {"code": code, "amount": odd, "minimum_amount": odd}
        coupon = read(send(posts, "POST", "/wc-api/v3/coupons", {"coupon": sent}))["coupon"]
        assert [coupon["amount"], coupon["minimum_amount"]] == sums


def test_only_what_has_a_custom_field_is_sorted_by_it(posts: MockStore) -> None:
    """As 10.0.2 answers, whatever the order."""
    for name, rows in (("Mug", [{"key": "mine", "value": "1"}]), ("Cup", [])):
        send(posts, "POST", "/products", {"name": name, "meta_data": rows})

    def count(query: str) -> int:
        found: int = read(send(posts, "GET", "/wc-api/v3/products/count", query=query))["count"]
        return found

    assert count("filter[orderby_meta_key]=mine&filter[orderby]=title") == 1
    assert count("filter[orderby_meta_key]=Mug&filter[orderby]=Cup") == 0
    assert count("filter[orderby_meta_key]=total_sales&filter[orderby]=title") == 2
    assert count("filter[orderby_meta_key]=mine") == 2

"""Orders, customers, coupons and taxes of the legacy API."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from mock.talk import read, send
from wooclient import ApiError, NotFound, ServerError, WooClient
from wooclient.mock import MockStore

V3 = "/wc-api/v3"
LINE = {"product_id": 106, "quantity": 2}
PAID = {"method_id": "bacs", "method_title": "Bank", "paid": True}
ADA = {"first_name": "Ada", "email": "ada@example.com"}
#: The only place with a sales tax among those here: 6.5 %, on parcels too.
SEATTLE = {"country": "US", "state": "WA", "city": "Seattle", "postcode": "98101"}


@pytest.fixture
def woo(store: MockStore) -> WooClient:
    return WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)


def made(store: MockStore, **order: Any) -> dict[str, Any]:
    """A new order."""
    answer = send(store, "POST", f"{V3}/orders", {"order": {"line_items": [LINE], **order}})
    assert answer.status == 201, answer.body
    return dict(read(answer)["order"])


def changed(store: MockStore, number: int, **order: Any) -> dict[str, Any]:
    """An order changed."""
    answer = send(store, "PUT", f"{V3}/orders/{number}", {"order": order})
    assert answer.status == 200, answer.body
    return dict(read(answer)["order"])


def refusal(store: MockStore, method: str, path: str, body: object = None) -> tuple[int, str]:
    answer = send(store, method, f"/wc-api/{path}", body)
    return answer.status, read(answer)["errors"][0]["code"]


# orders


def test_an_order_is_the_same_on_both_sides(store: MockStore, woo: WooClient) -> None:
    order = made(
        store, payment_details=PAID, billing_address=ADA, shipping_address=SEATTLE, note="ring twice",
        order_meta={"gift": "yes", "_own": "no"},
        shipping_lines=[{"method_id": "flat_rate", "method_title": "Flat", "total": 5}],
        fee_lines=[{"title": "Wrapping", "total": "1.50"}],
    )  # fmt: skip
    seen = woo.orders.get(order["id"])
    assert (str(seen.total), seen.status) == (order["total"], order["status"]) == ("42.08", "processing")
    assert (seen.billing.first_name, seen.customer_note) == ("Ada", "ring twice")
    assert [(row.key, row.value) for row in seen.meta_data] == [("gift", "yes")]
    assert woo.products.get(106).stock_quantity == 32
    for api in (woo.legacy, woo.legacy.v2, woo.legacy.v1):
        assert api.orders.get(order["id"]).total == Decimal("42.08")


def test_versions_show_what_they_know(store: MockStore) -> None:
    number = made(store)["id"]
    v3, v2, v1 = (read(send(store, "GET", f"/wc-api/{v}/orders/{number}"))["order"] for v in ("v3", "v2", "v1"))
    assert v3.keys() - v2.keys() == {"order_key"}
    assert v1.keys() - v2.keys() == {"cart_discount", "order_discount"}
    assert v2["line_items"][0].keys() - v1["line_items"][0].keys() == {"subtotal_tax", "meta"}


def test_lines_are_changed_added_and_removed(store: MockStore) -> None:
    order = made(store)
    line = order["line_items"][0]["id"]
    more = changed(
        store, order["id"],
        line_items=[{"id": line, "product_id": 106, "quantity": 3, "total": 45}, {"sku": "KC-WHISK", "quantity": 1}],
    )  # fmt: skip
    assert [(row["quantity"], row["total"]) for row in more["line_items"]] == [(3, "45.00"), (1, "12.00")]
    assert more["total"] == "57.00"
    named = changed(store, order["id"], line_items=[{"product_id": 108, "quantity": 1, "total": "9.5"}])
    assert [named["line_items"][2][name] for name in ("subtotal", "total", "price")] == ["9.50"] * 3
    fewer = changed(store, order["id"], line_items=[{"id": line, "product_id": None}])
    assert [row["sku"] for row in fewer["line_items"]] == ["KC-WHISK", "KC-WHISK"]


def test_a_variation_is_found_by_its_options(store: MockStore) -> None:
    order = made(store, line_items=[{"product_id": 102, "quantity": 1, "variations": {"pa_size": "large"}}])
    assert order["line_items"][0]["product_id"] == 112
    assert order["line_items"][0]["meta"] == [{"key": "pa_size", "value": "large", "label": "Size"}]


def test_a_coupon_on_an_order_is_a_mere_line(store: MockStore, woo: WooClient) -> None:
    """As 10.0.2 answers: its code is in lower case, and it counts as used from the order's first status on."""
    before = woo.coupons.get(401).usage_count
    order = made(store, coupon_lines=[{"code": "SPRING10", "amount": 4}])
    assert order["coupon_lines"][0]["code"] == "spring10"
    assert (order["total"], order["coupon_lines"][0]["amount"]) == ("33.00", "4.00")
    assert woo.coupons.get(401).usage_count == before
    changed(store, order["id"], status="on-hold")
    assert woo.coupons.get(401).usage_count == before + 1
    bare = changed(store, order["id"], coupon_lines=[{"id": order["coupon_lines"][0]["id"], "code": None}])
    assert bare["coupon_lines"] == []


def test_addresses_go_to_the_account_too(store: MockStore, woo: WooClient) -> None:
    order = made(store, customer_id=7, billing_address={"city": "Salem"}, status="on-hold")
    assert (order["status"], order["customer"]["id"]) == ("on-hold", 7)
    billing = woo.customers.get(7).billing
    assert (billing.city, billing.first_name) == ("Salem", "Maren")


def test_a_new_status_is_noted(store: MockStore, woo: WooClient) -> None:
    number = made(store, payment_details=PAID)["id"]
    assert changed(store, number, status="completed", status_note="All sent.")["status"] == "completed"
    assert [note for note in woo.legacy.orders.notes.list(number) if note.note.startswith("All sent. ")]
    assert changed(store, number, status="nonsense")["status"] == "pending"
    answer = send(store, "PUT", f"/wc-api/v1/orders/{number}", {"status": "cancelled"})
    assert read(answer)["order"]["status"] == woo.orders.get(number).status == "cancelled"


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ({"line_items": [{"quantity": 1}]}, "woocommerce_api_invalid_product_id"),
        ({"line_items": [{"product_id": 9999, "quantity": 1}]}, "woocommerce_api_invalid_product"),
        ({"line_items": [{"product_id": 106}]}, "woocommerce_api_invalid_product_quantity"),
        ({"line_items": [{"product_id": 106, "quantity": 0}]}, "woocommerce_api_invalid_product_quantity"),
        ({"line_items": [{**LINE, "variations": {"": "x"}}]}, "woocommerce_api_invalid_product_variation"),
        ({"shipping_lines": [{"total": 1}]}, "woocommerce_invalid_shipping_item"),
        ({"shipping_lines": [{"method_id": "flat_rate", "total": -1}]}, "woocommerce_invalid_shipping_total"),
        ({"fee_lines": [{"total": 1}]}, "woocommerce_invalid_fee_item"),
        ({"fee_lines": [{"title": "Wrapping", "taxable": True}]}, "woocommerce_invalid_fee_item"),
        ({"coupon_lines": [{"amount": 1}]}, "woocommerce_invalid_coupon_coupon"),
        ({"coupon_lines": [{"code": "x", "amount": -1}]}, "woocommerce_invalid_coupon_total"),
        ({"payment_details": {"method_id": "bacs"}}, "woocommerce_invalid_payment_details"),
        ({"customer_id": 9999}, "woocommerce_api_invalid_customer_id"),
        ({"currency": "XXQ"}, "woocommerce_invalid_order_currency"),
        ({"billing_address": {"email": "nobody"}}, "order_invalid_billing_email"),
    ],
)
def test_what_orders_refuse(store: MockStore, order: dict[str, Any], expected: str) -> None:
    assert refusal(store, "POST", "v3/orders", {"order": order}) == (400, expected)


def test_a_line_must_be_of_the_order_and_its_product(store: MockStore) -> None:
    order = made(store)
    path, line = f"v3/orders/{order['id']}", order["line_items"][0]["id"]
    other = {"order": {"line_items": [{"id": line, "product_id": 108}]}}
    assert refusal(store, "PUT", path, other) == (400, "woocommerce_api_invalid_product_id")
    strange = {"order": {"line_items": [{"id": 99999, "product_id": 106}]}}
    assert refusal(store, "PUT", path, strange) == (400, "woocommerce_invalid_item_id")


def test_orders_are_listed_by_status_and_customer(store: MockStore, woo: WooClient) -> None:
    def numbers(query: str) -> set[int]:
        return {order["id"] for order in read(send(store, "GET", f"{V3}/orders", query=query))["orders"]}

    everything = numbers("filter[limit]=-1")
    assert everything == {order.id for order in woo.orders.iter()}
    assert numbers("status=completed,cancelled&filter[limit]=-1") == {
        order.id for order in woo.orders.list(status=["completed", "cancelled"], per_page=100)
    }
    # A word that is no status is passed over.
    assert numbers("status=packing&filter[limit]=-1") == everything
    assert numbers("filter[customer_id]=8&filter[limit]=-1") == {
        order["id"] for order in read(send(store, "GET", f"{V3}/customers/8/orders"))["orders"]
    }
    counts = read(send(store, "GET", f"{V3}/orders/count", query="status=any"))["count"]
    assert sum(counts.values()) == len(everything) == woo.legacy.orders.count()
    assert counts.keys() == read(send(store, "GET", f"{V3}/orders/statuses"))["order_statuses"].keys()


def test_orders_are_searched_by_date_and_note(store: MockStore) -> None:
    def found(words: str) -> set[int]:
        query = f"filter[limit]=-1&filter[q]={words}"
        return {order["id"] for order in read(send(store, "GET", f"{V3}/orders", query=query))["orders"]}

    assert found("packed") == found("Lindqvist") == set()
    assert found("gift") == {201}
    assert 201 in found("order+jun+03,+2025")


def test_more_of_an_order_on_demand(store: MockStore) -> None:
    query = "filter[dp]=3&filter[expand]=products,coupons"
    order = read(send(store, "GET", f"{V3}/orders/201", query=query))["order"]
    assert order["total"] == "81.500"
    assert order["line_items"][0]["product_data"]["sku"] == "KC-TEAPOT"
    assert order["coupon_lines"][0]["coupon_data"]["code"] == "spring10"
    assert set(read(send(store, "GET", f"{V3}/orders/201", query="fields=id,total"))["order"]) == {"id", "total"}


def test_a_store_without_order_posts_shows_none() -> None:
    status = {"environment": {"version": "10.9.1"}, "settings": {"HPOS_enabled": True, "HPOS_sync_enabled": False}}
    customer = {"id": 7, "email": "a@example.com", "username": "a", "first_name": "", "last_name": ""}
    with MockStore(seed={"system_status": status, "customers": [customer]}) as store:
        number = read(send(store, "POST", "/orders", {"customer_id": 7}))["id"]
        assert read(send(store, "GET", f"{V3}/orders")) == {"orders": []}
        assert refusal(store, "GET", f"v3/orders/{number}") == (404, "woocommerce_api_invalid_order")
        (failed,) = read(send(store, "GET", "/wc-api/v2/customers/7/orders"))["orders"]
        assert list(failed) == ["woocommerce_api_invalid_order"]


# notes and refunds


def test_notes_are_written_changed_and_deleted(woo: WooClient) -> None:
    notes = woo.legacy.orders.notes
    note = notes.create(201, note="On its way", customer_note=True)
    assert [(n.note, n.customer_note) for n in woo.orders.notes.list(201) if str(n.id) == note.id] == [
        ("On its way", True)
    ]
    assert notes.update(201, int(note.id), note="There").note == "There"
    with pytest.raises(ApiError) as caught:
        notes.update(202, int(note.id), note="x")
    assert (caught.value.status, caught.value.code) == (400, "woocommerce_api_invalid_order_note_id")
    notes.delete(201, int(note.id))
    with pytest.raises(NotFound):
        notes.get(201, int(note.id))


def test_refunds_are_made_for_lines(store: MockStore, woo: WooClient) -> None:
    order = made(store, payment_details=PAID)
    line = str(order["line_items"][0]["id"])
    body = {
        "order_refund": {"amount": "16.50", "reason": "torn", "line_items": {line: {"qty": 1, "refund_total": 16.5}}}
    }
    answer = send(store, "POST", f"{V3}/orders/{order['id']}/refunds", body)
    refund = read(answer)["order_refund"]
    assert (answer.status, refund["amount"], refund["line_items"][0]["quantity"]) == (201, "16.50", -1)
    (seen,) = woo.orders.refunds.list(order["id"])
    assert (seen.id, seen.amount, seen.reason) == (refund["id"], Decimal("16.50"), "torn")
    # Nothing goes back into stock unless asked for, and a reason stays as it is.
    assert woo.products.get(106).stock_quantity == 32
    path = f"{V3}/orders/{order['id']}/refunds/{refund['id']}"
    kept = read(send(store, "PUT", path, {"order_refund": {"reason": "late", "amount": 5}}))["order_refund"]
    assert (kept["reason"], kept["amount"]) == ("torn", "5.00")
    assert send(store, "DELETE", path).status == 200
    assert read(send(store, "GET", f"{V3}/orders/{order['id']}/refunds")) == {"order_refunds": []}


def test_what_refunds_refuse(store: MockStore) -> None:
    path = f"v3/orders/{made(store)['id']}/refunds"
    for amount in ({}, {"amount": -1}):
        expected = (400, "woocommerce_api_invalid_order_refund")
        assert refusal(store, "POST", path, {"order_refund": amount}) == expected
    assert refusal(store, "POST", "v3/orders/0/refunds", {"order_refund": {"amount": 1}})[0] == 400
    assert refusal(store, "GET", f"{path}/99999") == (404, "woocommerce_api_invalid_order_refund_id")


@pytest.mark.parametrize("amount", [9999, "abc"])
def test_what_breaks_the_store_refunds_nothing(store: MockStore, woo: WooClient, amount: object) -> None:
    """PHP takes the refusal for a refund and gives up; what it answers is no error of the legacy API."""
    order = made(store)["id"]
    for number in (order, 99999):
        answer = send(store, "POST", f"{V3}/orders/{number}/refunds", {"order_refund": {"amount": amount}})
        assert (answer.status, read(answer)["code"]) == (500, "internal_server_error")
    with pytest.raises(ServerError, match="internal_server_error"):
        woo.legacy.orders.refunds.create(order, amount=Decimal("9999"))
    assert list(woo.orders.refunds.list(order)) == []


@pytest.mark.parametrize(
    ("query", "sent"),
    [("", True), ("api_refund=1", True), ("api_refund=false", True), ("api_refund=0", False), ("api_refund=", False)],
)
@pytest.mark.parametrize("able", [True, False])
def test_the_query_says_whether_money_moves(
    store: MockStore, woo: WooClient, query: str, sent: bool, able: bool
) -> None:
    """PHP reads it, for which "false" is true; a gateway that sent money leaves a private note."""
    gateways = store.shop.resource("payment_gateways")
    gateway = store.shop.state.copy("payment_gateways", "bacs")
    assert gateway is not None
    gateways.save({**gateway, "method_supports": ["refunds"] if able else ["products"]})
    order = made(store, payment_details=PAID)["id"]
    answer = send(store, "POST", f"{V3}/orders/{order}/refunds", {"order_refund": {"amount": "1.50"}}, query=query)
    assert (answer.status, read(answer)["order_refund"]["amount"]) == (201, "1.50")
    notes = [note for note in woo.orders.notes.list(order) if "gave back 1.5" in note.note]
    assert [note.customer_note for note in notes] == ([False] if sent and able else [])


@pytest.mark.parametrize("off", [0, False])
def test_a_refund_that_moves_no_money(store: MockStore, woo: WooClient, off: Any) -> None:
    """`False` goes out as 0: its text would be true for PHP."""
    gateways = store.shop.resource("payment_gateways")
    gateways.save({**(store.shop.state.copy("payment_gateways", "bacs") or {}), "method_supports": ["refunds"]})
    order = made(store, payment_details=PAID)["id"]
    for legacy in (woo.legacy, woo.legacy.v2):
        assert legacy.orders.refunds.create(order, amount="1.5", api_refund=off).amount == Decimal("1.5")
    assert not [note for note in woo.orders.notes.list(order) if "gave back" in note.note]
    woo.legacy.orders.refunds.create(order, amount="1.5")
    assert [note for note in woo.orders.notes.list(order) if "gave back 1.5" in note.note]


# customers


def test_a_customer_is_the_same_on_both_sides(store: MockStore, woo: WooClient) -> None:
    customer = woo.legacy.customers.create(email="leg@example.com", password="x", billing_address={"city": "Salem"})
    seen = woo.customers.get(customer.id)
    assert (seen.email, seen.username, seen.billing.city) == ("leg@example.com", "leg", "Salem")
    made(store, customer_id=customer.id, payment_details=PAID)
    found = woo.legacy.customers.by_email("leg@example.com")
    assert (found.id, found.orders_count, found.total_spent) == (customer.id, 1, Decimal("33.00"))
    assert woo.legacy.customers.update(customer.id, last_name="Gacy").last_name == "Gacy"
    woo.legacy.customers.delete(customer.id)
    with pytest.raises(NotFound):
        woo.customers.get(customer.id)


def test_what_customers_refuse(store: MockStore) -> None:
    assert refusal(store, "POST", "v3/customers", {"customer": {}}) == (400, "woocommerce_api_missing_customer_email")
    taken = {"customer": {"email": "maren@example.com", "password": "x"}}
    assert refusal(store, "POST", "v3/customers", taken) == (400, "registration-error-email-exists")
    assert refusal(store, "PUT", "v3/customers/99", {"customer": {}}) == (400, "woocommerce_api_invalid_customer")
    assert refusal(store, "GET", "v3/customers/99") == (404, "woocommerce_api_invalid_customer")
    assert refusal(store, "GET", "v3/customers/email/x@y.example") == (404, "woocommerce_api_invalid_customer_email")


def test_customers_are_searched_by_whole_words(store: MockStore) -> None:
    def found(words: str) -> set[str]:
        return {
            c["username"] for c in read(send(store, "GET", f"{V3}/customers", query=f"filter[q]={words}"))["customers"]
        }

    assert found("maren") == found("maren@*") == found("*@EXAMPLE.com") & {"maren"} == {"maren"}
    assert found("are") == found("m%25") == found("_aren") == set()


def test_v1_counts_the_customers_of_a_page(store: MockStore) -> None:
    assert read(send(store, "GET", "/wc-api/v1/customers/count", query="filter[limit]=2")) == {"count": 2}
    assert read(send(store, "GET", f"{V3}/customers/count", query="filter[limit]=2")) == {"count": 3}


# coupons, taxes, reports


def test_a_coupon_is_the_same_on_both_sides(store: MockStore, woo: WooClient) -> None:
    coupon = woo.legacy.coupons.create(
        code="LEG", type="percent", amount=5, expiry_date="2031-05-06", usage_count=3, customer_emails=["a@b.example"]
    )
    seen = woo.coupons.get(coupon.id)
    assert (seen.code, seen.discount_type, seen.amount, seen.usage_count) == ("leg", "percent", Decimal(5), 3)
    assert woo.legacy.v2.coupons.by_code("leg").expiry_date == seen.date_expires_gmt == datetime(2031, 5, 6, tzinfo=UTC)
    assert woo.legacy.coupons.update(coupon.id, usage_count=4, amount="6").amount == 6
    assert woo.coupons.get(coupon.id).usage_count == 4
    wrong = {"coupon": {"code": "x", "type": "gift"}}
    assert refusal(store, "POST", "v3/coupons", wrong) == (400, "woocommerce_api_invalid_coupon_type")
    assert read(send(store, "GET", f"/wc-api/v1/coupons/{402}"))["coupon"].keys() & {"description"} == set()


@pytest.mark.parametrize(
    ("text", "expires"),
    [
        ("2030-01-02", "2030-01-02T00:00:00Z"),
        ("2030-01-02T03:04:05Z", "2030-01-02T03:04:05Z"),
        ("2030-01-02 03:04:05", "2030-01-02T03:04:05Z"),
        ("2030-01-02T03:04:05+02:00", "2030-01-02T01:04:05Z"),
        ("rubbish", None),
        ("", None),
    ],
)
def test_when_a_coupon_expires_is_read_as_utc(store: MockStore, text: str, expires: str | None) -> None:
    store.shop.state.set_note("timezone", "America/New_York")
    body = {"coupon": {"code": "OLD", "amount": 1, "expiry_date": "2029-01-01"}}
    old = read(send(store, "POST", f"{V3}/coupons", body))["coupon"]
    assert old["expiry_date"] == "2029-01-01T00:00:00Z"
    changed = send(store, "PUT", f"{V3}/coupons/{old['id']}", {"coupon": {"expiry_date": text}})
    assert read(changed)["coupon"]["expiry_date"] == expires
    kept = read(send(store, "PUT", f"{V3}/coupons/{old['id']}", {"coupon": {"amount": 2, "expiry_date": None}}))
    assert kept["coupon"]["expiry_date"] == expires


def test_taxes_are_kept_on_both_sides(store: MockStore, woo: WooClient) -> None:
    rate = woo.legacy.taxes.create(country="US", state="WA", rate="6.5", name="WA", postcode="98101")
    assert (str(woo.taxes.get(rate.id).rate), rate.class_) == ("6.5000", "standard")
    assert rate.id in {tax.id for tax in woo.legacy.taxes.list(filter={"posts_per_page": 100})}
    woo.legacy.taxes.delete(rate.id)
    assert refusal(store, "DELETE", f"v3/taxes/{rate.id}") == (401, "woocommerce_api_cannot_delete_tax")
    assert woo.legacy.taxes.classes.create(name="Clay").slug == "clay"
    # The store refuses with status 200.
    again = send(store, "POST", f"{V3}/taxes/classes", {"tax_class": {"name": "Clay"}})
    assert (again.status, read(again)["errors"][0]["code"]) == (200, "woocommerce_api_tax_class_exists")


def test_reports_count_what_was_sold(store: MockStore, woo: WooClient) -> None:
    store.shop.clock = lambda: datetime(2031, 5, 6, 12, tzinfo=UTC)
    made(store, payment_details=PAID)
    for version in ("v3", "v2", "v1"):
        sales = read(send(store, "GET", f"/wc-api/{version}/reports/sales"))["sales"]
        assert (sales["total_sales"], sales["total_items"]) == ("33.00", 2)
        best = read(send(store, "GET", f"/wc-api/{version}/reports/sales/top_sellers"))["top_sellers"]
        assert best == [{"title": "Celadon Cup", "product_id": "106", "quantity": "2"}]
    assert list(woo.legacy.reports.list()) == ["sales", "sales/top_sellers"]

"""Orders: sums, coupons, statuses with what follows from them, refunds, reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from mock.talk import code, read
from mock.talk import send as send_to
from wooclient.mock import MockStore
from wooclient.mock.wire import Answer

Json = dict[str, Any]
RATE = {
    "id": 1, "country": "US", "state": "CA", "rate": "7.2500", "name": "CA Tax", "priority": 1, "compound": False,
    "shipping": True, "order": 0, "class": "standard", "postcodes": [], "cities": [], "postcode": "", "city": "",
}  # fmt: skip
GENERAL = {"woocommerce_calc_taxes": "yes", "woocommerce_default_country": "US:CA", "woocommerce_currency": "USD"}


def shop(**tax: str) -> MockStore:
    """A shop with one rate of 7.25 % and two products: 1 costs 20, and there are 5; 2 costs 4."""
    store = MockStore(
        seed={
            "settings/general": [{"id": name, "value": value} for name, value in GENERAL.items()],
            "settings/tax": [{"id": f"woocommerce_{name}", "value": value} for name, value in tax.items()],
            "settings/products": [{"id": "woocommerce_manage_stock", "value": "yes"}],
            "taxes": [RATE],
        }
    )
    first = {"name": "Teapot", "regular_price": "20", "manage_stock": True, "stock_quantity": 5, "sku": "POT"}
    assert [post(store, "/products", p)["name"] for p in (first, {"name": "Cup", "regular_price": "4"})] == [
        "Teapot",
        "Cup",
    ]
    post(store, "/coupons", {"code": "Ten", "discount_type": "percent", "amount": "10"})
    post(store, "/coupons", {"code": "five", "discount_type": "fixed_cart", "amount": "5", "minimum_amount": "20"})
    return store


@pytest.fixture
def store() -> Iterator[MockStore]:
    with shop() as made:
        yield made


def send(store: MockStore, method: str, address: str, body: Json | None = None) -> Answer:
    path, _, query = address.partition("?")
    return send_to(store, method, path, body, query)


def post(store: MockStore, path: str, body: Json) -> Json:
    found: Json = read(send(store, "POST", path, body))
    assert "message" not in found, found
    return found


def order(store: MockStore, **body: Any) -> Json:
    """An order of two pots and a cup."""
    pot, cup = (p["id"] for p in read(send(store, "GET", "/products?orderby=id&order=asc")))
    lines = [{"product_id": pot, "quantity": 2}, {"product_id": cup}]
    return post(store, "/orders", {"line_items": lines, **body})


def stock(store: MockStore) -> int:
    return int(read(send(store, "GET", "/products?sku=POT"))[0]["stock_quantity"])


def test_sums(store: MockStore) -> None:
    made = order(
        store, shipping_lines=[{"method_id": "flat_rate", "total": "5"}], fee_lines=[{"name": "Gift", "total": "1.50"}]
    )
    assert [made[n] for n in ("cart_tax", "shipping_tax", "total_tax", "total")] == ["3.30", "0.36", "3.66", "54.16"]
    assert [line["total_tax"] for line in made["line_items"]] == ["2.90", "0.29"]
    assert made["tax_lines"][0]["rate_code"] == "US-CA-CA TAX-1"
    assert read(send(store, "GET", f"/orders/{made['id']}?dp=4"))["shipping_lines"][0]["taxes"][0]["total"] == "0.3625"


def test_signs_of_currencies(store: MockStore) -> None:
    """Also where a seed says nothing of currencies."""
    signs = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CHF": "CHF", "SEK": "SEK"}
    assert {name: order(store, currency=name)["currency_symbol"] for name in signs} == signs


def test_prices_that_contain_taxes() -> None:
    with shop(prices_include_tax="yes") as store:
        made = order(store, coupon_lines=[{"code": "ten"}])
    assert (made["total"], made["discount_total"], made["discount_tax"]) == ("39.60", "4.10", "0.30")


@pytest.mark.parametrize(
    ("name", "off", "each"), [("TEN", "4.40", ["36.00", "3.60"]), ("five", "5.00", ["36.66", "2.34"])]
)
def test_coupons(store: MockStore, name: str, off: str, each: list[str]) -> None:
    made = order(store, coupon_lines=[{"code": name}])
    assert made["discount_total"] == off
    assert [line["total"] for line in made["line_items"]] == each
    assert read(send(store, "GET", f"/coupons?code={name.lower()}"))[0]["usage_count"] == 1
    send(store, "PUT", f"/orders/{made['id']}", {"status": "cancelled"})
    assert read(send(store, "GET", f"/coupons?code={name.lower()}"))[0]["usage_count"] == 0


def test_a_refused_coupon_leaves_a_draft(store: MockStore) -> None:
    answer = send(store, "POST", "/orders", {"coupon_lines": [{"code": "five"}]})
    assert code(answer) == (400, "woocommerce_rest_invalid_coupon")
    assert (
        read(send(store, "GET", f"/orders/{read(answer)['data']['new_draft_order_id']}"))["status"] == "checkout-draft"
    )
    assert read(send(store, "GET", "/orders")) == []


def test_statuses_take_stock_and_give_it_back(store: MockStore) -> None:
    made = order(store, set_paid=True)
    assert (made["status"], stock(store), made["line_items"][0]["meta_data"][0]["key"]) == (
        "processing",
        3,
        "_reduced_stock",
    )
    path = f"/orders/{made['id']}"
    for status, left in (("completed", 3), ("cancelled", 5), ("on-hold", 3), ("pending", 5)):
        assert read(send(store, "PUT", path, {"status": status}))["status"] == status
        assert stock(store) == left
    assert len(read(send(store, "GET", f"{path}/notes"))) > 5


def test_lines_change(store: MockStore) -> None:
    made = order(store, status="processing")
    first, second = (line["id"] for line in made["line_items"])
    changed = read(
        send(store, "PUT", f"/orders/{made['id']}", {"line_items": [{"id": first, "quantity": 1, "total": "20"}]})
    )
    assert (changed["discount_total"], stock(store)) == ("20.00", 4)
    changed = read(send(store, "PUT", f"/orders/{made['id']}", {"line_items": [{"id": second, "quantity": 0}]}))
    assert (len(changed["line_items"]), changed["total"]) == (1, "21.45")
    answer = send(store, "PUT", f"/orders/{made['id']}", {"line_items": [{"id": 999, "quantity": 1}]})
    assert code(answer) == (400, "woocommerce_rest_invalid_item_id")


def test_pictures_of_lines(store: MockStore) -> None:
    """The id of a plain product's picture is text, that of a variation a number, its own or its product's."""
    face = {"name": "Shirt", "type": "variable", "images": [{"src": "https://pictures.example/a.png"}]}
    shirt, plain = post(store, "/products", face), post(store, "/products", {**face, "type": "simple"})
    one = post(store, f"/products/{shirt['id']}/variations", {"regular_price": "3"})
    made = post(store, "/orders", {"line_items": [{"variation_id": one["id"]}, {"product_id": plain["id"]}]})
    assert [line["image"] for line in made["line_items"]] == [
        {"id": shirt["images"][0]["id"], "src": shirt["images"][0]["src"]},
        {"id": str(plain["images"][0]["id"]), "src": plain["images"][0]["src"]},
    ]


def test_refunds(store: MockStore) -> None:
    made = order(store, status="completed", payment_method="bacs")
    path, line = f"/orders/{made['id']}", made["line_items"][0]["id"]
    lines = [{"id": line, "quantity": 1, "refund_total": "20", "refund_tax": [{"id": 1, "refund_total": "1.45"}]}]
    refund = read(send(store, "POST", f"{path}/refunds", {"api_refund": False, "line_items": lines}))
    assert (refund["amount"], refund["line_items"][0]["quantity"], stock(store)) == ("21.45", -1, 4)
    assert read(send(store, "GET", path))["refunds"] == [{"id": refund["id"], "reason": "", "total": "-21.45"}]
    for body in ({"amount": "99"}, {"amount": "1"}):
        answer = send(store, "POST", f"{path}/refunds", body)
        assert code(answer) == (500, "woocommerce_rest_cannot_create_order_refund")
    assert read(send(store, "GET", "/refunds"))[0]["parent_id"] == made["id"]
    rest = str(round(float(made["total"]) - 21.45, 2))
    send(store, "POST", f"{path}/refunds", {"amount": rest, "api_refund": False})
    assert read(send(store, "GET", path))["status"] == "refunded"


def test_a_refund_says_whether_anything_is_left(store: MockStore) -> None:
    store.shop.resource("system_status").seed({"environment": {"version": "10.8.0"}}, {})
    path = f"/orders/{order(store, status='completed')['id']}"
    body = {"api_refund": False, "meta_data": [{"key": "ticket", "value": "7"}]}
    first, rest = (post(store, f"{path}/refunds", {**body, "amount": amount}) for amount in ("20", "27.19"))
    told = [[(row["key"], row["value"]) for row in one["meta_data"]] for one in (first, rest)]
    assert told == [[("_refund_type", how), ("ticket", "7")] for how in ("partial", "full")]


def test_a_refund_changes_the_date_of_its_order(store: MockStore) -> None:
    path = f"/orders/{order(store, status='completed')['id']}"
    store.shop.clock = lambda: datetime(2031, 5, 4, 3, 2, 1, tzinfo=UTC)
    post(store, f"{path}/refunds", {"api_refund": False, "amount": "1"})
    assert read(send(store, "GET", path))["date_modified_gmt"] == "2031-05-04T03:02:01"


def test_what_a_snapshot_leaves_open_stays_open() -> None:
    tax = {"id": 1, "total": "0", "subtotal": ""}
    item = {
        "id": 1, "product_id": 9, "tax_class": "", "quantity": 1, "taxes": [tax],
        **dict.fromkeys(("subtotal", "total", "subtotal_tax", "total_tax"), "0"),
    }  # fmt: skip
    lines = {
        "line_items": [item],
        "tax_lines": [{"id": 2, "rate_id": 1, "rate_percent": 7.25, "tax_total": "0", "shipping_tax_total": "0"}],
    }
    found = {"id": 5, "status": "pending", "total": "0", "currency": "JPY", "customer_id": 0, "order_key": "k"}
    places = {"id": "woocommerce_price_num_decimals", "value": "0"}
    address = {"country": "US", "email": ""}
    rate = {**RATE, "state": "", "postcodes": ["N*"]}
    with MockStore(
        seed={
            "settings/general": [*({"id": name, "value": value} for name, value in GENERAL.items()), places],
            "taxes": [rate],
            "orders": [{**found, **lines, "billing": address, "shipping": address, "shipping_lines": [],
                        "fee_lines": [], "coupon_lines": []}],
        }
    ) as store:  # fmt: skip
        assert read(send(store, "GET", "/orders/5"))["line_items"][0]["taxes"] == [tax]
        # An address without a postcode lies in none.
        changed = send(store, "PUT", "/orders/5", {"fee_lines": [{"name": "Wrap", "total": "100"}]})
        assert read(changed)["tax_lines"] == []


def test_reports(store: MockStore) -> None:
    made = order(store, status="completed", coupon_lines=[{"code": "ten"}])
    order(store)
    row = read(send(store, "GET", "/reports/sales"))[0]
    assert (row["total_sales"], row["total_orders"], row["total_items"], row["total_discount"]) == (
        made["total"],
        1,
        3,
        "4.40",
    )
    assert read(send(store, "GET", "/reports/top_sellers"))[0]["quantity"] == 2
    totals = {t["slug"]: t["total"] for t in read(send(store, "GET", "/reports/orders/totals"))}
    assert (totals["completed"], totals["pending"]) == (1, 1)
    assert code(send(store, "GET", "/reports/sales?date_min=nope")) == (400, "rest_invalid_param")


def test_a_deleted_order_takes_all_with_it(store: MockStore) -> None:
    made = order(store, status="refunded")
    assert len(made["refunds"]) == 1
    assert read(send(store, "DELETE", f"/orders/{made['id']}"))["status"] == "refunded"
    assert read(send(store, "GET", "/orders?status=trash"))[0]["id"] == made["id"]
    send(store, "DELETE", f"/orders/{made['id']}?force=true")
    assert read(send(store, "GET", "/refunds")) == []


def test_an_order_in_the_trash_tells_when_it_came_there(store: MockStore) -> None:
    path = f"/orders/{order(store)['id']}"
    store.shop.clock = lambda: datetime(2031, 5, 4, 3, 2, 1, tzinfo=UTC)
    send(store, "DELETE", path)
    seen = read(send(store, "GET", path))
    assert seen["date_modified_gmt"] == "2031-05-04T03:02:01"
    assert [row["value"] for row in seen["meta_data"]][:2] == ["wc-pending", str(int(store.shop.now().timestamp()))]


def test_receipts_and_mails(store: MockStore) -> None:
    path = f"/orders/{order(store, billing={'email': 'ada@example.com'})['id']}"
    assert code(send(store, "GET", f"{path}/receipt")) == (404, "woocommerce_rest_not_found")
    assert code(send(store, "GET", "/orders/999999/receipt")) == (403, "woocommerce_rest_cannot_view")
    store.shop.clock = lambda: datetime(2031, 5, 30, 23, 59, tzinfo=UTC)
    receipt = read(send(store, "POST", f"{path}/receipt", {}))
    assert receipt["expiration_date"] == "2031-05-31"
    assert read(send(store, "GET", f"{path}/receipt")) == receipt
    for days, last in ((3, "2031-06-02"), (200_000, "2578-12-28"), (9_000_000, "9999-12-31")):
        made = read(send(store, "POST", f"{path}/receipt", {"expiration_days": days, "force_new": True}))
        assert made["expiration_date"] == last
    assert [m["id"] for m in read(send(store, "GET", f"{path}/actions/email_templates"))] == ["customer_invoice"]
    answer = send(store, "POST", f"{path}/actions/send_email", {"template_id": "customer_completed_order"})
    assert code(answer) == (400, "woocommerce_rest_invalid_email_template")


@pytest.mark.parametrize(
    ("postcode", "taxed"),
    [
        ("90000", True), ("90999", True), ("90 500", True), ("90-500", True), ("090500", True),
        ("89999", False), ("91000", False), ("9050X", True), ("", False), ("\u00b2", False), ("9" * 5000, False),
    ],
)  # fmt: skip
def test_a_range_of_postcodes(postcode: str, taxed: bool) -> None:
    store = MockStore()
    rate = {"name": "Range", "rate": "10", "country": "US", "postcodes": ["90000...90999"], "priority": 77}
    assert send_to(store, "POST", "/taxes", rate).status == 201
    where = {"country": "US", "postcode": postcode}
    body = {"billing": where, "shipping": where, "fee_lines": [{"name": "x", "total": "10.00"}]}
    made = send_to(store, "POST", "/orders", body)
    assert made.status == 201
    store.close()
    assert ("Range" in [line["label"] for line in read(made)["tax_lines"]]) is taxed

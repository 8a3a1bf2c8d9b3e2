"""What walks over real stores found out about wc/v2 and wc/v1."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mock.test_older_versions import OLDER, call, refused
from wooclient.mock import MockStore


@pytest.fixture
def store() -> MockStore:
    """The store of a new installation."""
    return MockStore("fresh")


def thing(store: MockStore) -> int:
    """The id of a new product."""
    return int(call(store, "v3", "POST", "/products", {"name": "Tray", "regular_price": "10"})["id"])


@pytest.mark.parametrize(("tables", "spent", "left"), [(True, "5.00000000", []), (False, "5", ["1", "0"])])
def test_what_was_noted_of_a_customer_holds_until_an_order_changes(tables: bool, spent: str, left: list[str]) -> None:
    """As 10.0.2 answers; where orders are posts, a deleted one still counts."""
    store = MockStore({"system_status": {"settings": {"HPOS_enabled": tables, "HPOS_sync_enabled": False}}})
    body = {"status": "processing", "fee_lines": [{"name": "Wrapping", "total": "5"}]}
    ada = call(store, "v3", "POST", "/customers", {"email": "ada@b.co"})["id"]
    orders = [call(store, "v3", "POST", "/orders", {**body, "customer_id": ada})["id"]]
    orders.append(call(store, "v3", "POST", "/orders", {**body, "customer_id": ada, "status": "checkout-draft"})["id"])

    def noted() -> list[str]:
        rows = call(store, "v3", "GET", f"/customers/{ada}")["meta_data"]
        return [row["value"] for row in rows if row["key"] in ("wc_order_count_wp", "wc_money_spent_wp")]

    def seen() -> tuple[int, str]:
        found = call(store, "v2", "GET", f"/customers/{ada}")
        return found["orders_count"], found["total_spent"]

    assert (seen(), noted()) == ((2, "5.00"), ["2", spent])
    call(store, "v3", "PUT", f"/orders/{orders[0]}", {"customer_id": 0})
    assert (seen(), noted()) == ((2, "5.00"), ["2", spent])
    call(store, "v3", "PUT", f"/orders/{orders[0]}", {"customer_id": ada})
    call(store, "v3", "DELETE", f"/orders/{orders[0]}")
    assert noted() == []
    assert seen() == (1, "0.00")
    call(store, "v3", "DELETE", f"/orders/{orders[1]}", query="force=true")
    assert noted() == left
    assert seen() == ((0 if tables else 1), "0.00")


def test_a_new_order_of_v1_gets_its_status_before_lines_and_sums(store: MockStore) -> None:
    """As 10.0.2 answers: nothing is noted as paid, and nothing given back."""
    body = {"line_items": [{"product_id": thing(store)}]}
    seen = {
        status: call(store, "v1", "POST", "/orders", {**body, "status": status})
        for status in ("processing", "completed", "refunded")
    }
    assert {status: order["date_paid"] is None for status, order in seen.items()} == {
        "processing": True, "completed": False, "refunded": True,
    }  # fmt: skip
    assert (seen["refunded"]["status"], seen["refunded"]["refunds"]) == ("refunded", [])


@pytest.mark.parametrize("version", OLDER)
def test_a_new_order_of_older_versions_has_not_used_its_coupons(store: MockStore, version: str) -> None:
    """Neither does it know what a code is that is no text."""
    number = call(store, "v3", "POST", "/coupons", {"code": "tenoff", "amount": "1"})["id"]
    body = {"line_items": [{"product_id": thing(store)}], "coupon_lines": [{"code": "tenoff"}]}
    order = call(store, version, "POST", "/orders", body)["id"]
    assert call(store, "v3", "GET", f"/coupons/{number}")["usage_count"] == 0
    call(store, "v3", "PUT", f"/orders/{order}", {"status": "processing"})
    assert call(store, "v3", "GET", f"/coupons/{number}")["usage_count"] == 1
    assert refused(store, version, "POST", "/orders", {"coupon_lines": [{"code": {}}]})[0] == 500


def test_what_happens_to_products_when_their_tax_class_goes_and_when_they_are_sold(store: MockStore) -> None:
    """They are taxed as usual; what is taken out of stock is a change of them."""
    thing = {"name": "Tray", "tax_class": "reduced-rate", "manage_stock": True, "stock_quantity": 5}
    made = call(store, "v2", "POST", "/products", {**thing, "regular_price": "10"})
    store.shop.clock = lambda: datetime(2031, 1, 1, tzinfo=UTC)
    lines = [{"product_id": made["id"], "quantity": 2}]
    call(store, "v2", "POST", "/orders", {"status": "processing", "line_items": lines})
    sold = call(store, "v2", "GET", f"/products/{made['id']}")
    assert (sold["stock_quantity"], sold["date_modified_gmt"]) == (3, "2031-01-01T00:00:00")
    call(store, "v2", "DELETE", "/taxes/classes/reduced-rate", query="force=true")
    assert call(store, "v2", "GET", f"/products/{made['id']}")["tax_class"] == ""


def test_lists_with_gaps_are_objects(store: MockStore) -> None:
    """As PHP writes them: of categories the places stay, of products they do not."""
    body = {"code": "gaps", "amount": "1", "product_ids": [7, 7, 8], "product_categories": [15, 15, 16]}
    made = call(store, "v2", "POST", "/coupons", body)
    assert (made["product_ids"], made["product_categories"]) == ([7, 8], {"0": 15, "2": 16})
    assert call(store, "v1", "GET", f"/coupons/{made['id']}")["product_categories"] == {"0": 15, "2": 16}
    other = MockStore({"coupons": [made]})
    assert call(other, "v2", "GET", f"/coupons/{made['id']}")["product_categories"] == [15, 16]


def test_moments_of_a_review_in_v2_are_the_database_s(store: MockStore) -> None:
    """As 10.0.2 answers: what is no moment is stored as none, and a change works out the second from the first."""
    place = f"/products/{thing(store)}/reviews"
    never = "-0001-11-30T00:00:00"

    def moments(verb: str, path: str, **body: str) -> tuple[str, str]:
        found = call(store, "v2", verb, path, {"review": "Good", "name": "Ada", **body})
        return found["date_created"], found["date_created_gmt"]

    assert moments("POST", place, email="ada@b.co", date_created="2024-02-30T10:00:00") == (
        never,
        "2024-03-01T10:00:00",
    )
    number = call(store, "v2", "GET", place)[0]["id"]
    day = "2025-06-01T00:00:00"
    assert moments("PUT", f"{place}/{number}", date_created=day) == (day, day)
    assert moments("PUT", f"{place}/{number}", date_created_gmt="2030-01-01T00:00:00", name="<b>Eve</b>") == (day, day)
    assert moments("PUT", f"{place}/{number}", date_created="null") == (never, "1970-01-01T00:00:00")
    found = call(store, "v2", "PUT", f"{place}/{number}", {"email": "1,234.50"})
    assert (found["name"], found["email"], found["date_created_gmt"]) == ("Ada", "", never)


def test_a_variation_of_v2_has_no_word_for_its_stock(store: MockStore) -> None:
    """As 10.0.2 answers, also where the product counts, and has none."""
    kind = {"type": "variable", "attributes": [{"name": "Size", "options": ["S"], "variation": True}]}
    number = call(store, "v3", "POST", "/products", {"name": "Mug", "manage_stock": True, "stock_quantity": 0, **kind})[
        "id"
    ]
    shown = call(store, "v2", "POST", f"/products/{number}/variations", {"regular_price": "1"})
    assert (shown["manage_stock"], "stock_status" in shown, shown["in_stock"]) == ("parent", False, True)


def test_a_change_of_a_review_in_v2_works_out_its_second_moment(store: MockStore) -> None:
    """As 10.0.2 answers, so that something changes, even where the request says nothing of it."""
    place = f"/products/{thing(store)}/reviews"
    body = {"review": "Good", "name": "Ada", "email": "ada@b.co", "date_created_gmt": "2025-06-01T00:00:00"}
    review = call(store, "v2", "POST", place, body)
    assert review["date_created_gmt"] == "2025-06-01T00:00:00"
    found = call(store, "v2", "PUT", f"{place}/{review['id']}", {"rating": 5})
    assert (found["rating"], found["date_created_gmt"]) == (5, found["date_created"])

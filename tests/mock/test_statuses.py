"""What an order of a seed did already, as its status tells, and what a change of its status does then."""

from __future__ import annotations

import pytest

from mock.talk import read, send
from wooclient.mock import MockStore

_LINE = {"id": 1, "product_id": 7, "quantity": 2, "name": "Cup", "subtotal": "8.00", "total": "8.00"}
_ORDER = {
    "id": 5, "line_items": [_LINE], "order_key": "wc_order_a", "currency": "USD", "total": "7.00", "billing": {},
    "shipping": {},
}  # fmt: skip


@pytest.mark.parametrize(
    ("status", "uses", "stock", "sales"),
    [
        # wc_update_coupon_usage_counts: an order that was cancelled, failed or thrown away uses no coupon, others do.
        # wc_maybe_reduce_stock_levels: what is paid or on hold has taken stock, what is pending takes it now.
        ("pending", 0, -2, 2), ("on-hold", 0, 0, 0), ("processing", 0, 0, 0), ("completed", 0, 0, 0),
        ("cancelled", 1, -2, 2), ("failed", 1, -2, 2), ("refunded", 0, -2, 0),
    ],
)  # fmt: skip
def test_a_seeded_order_moves_on_from_what_its_status_did(status: str, uses: int, stock: int, sales: int) -> None:
    seed = {
        "products": [{"id": 7, "name": "Cup", "manage_stock": True, "stock_quantity": 10, "total_sales": 5}],
        "coupons": [{"id": 3, "code": "ten", "amount": "1", "usage_count": 4}],
        "orders": [{**_ORDER, "status": status, "coupon_lines": [{"id": 2, "code": "ten", "discount": "1.00"}]}],
    }
    to = "completed" if status == "processing" else "processing"
    with MockStore(seed) as store:
        assert send(store, "PUT", "/orders/5", {"status": to}).status == 200
        product = read(send(store, "GET", "/products/7"))
        assert read(send(store, "GET", "/coupons/3"))["usage_count"] == 4 + uses
        assert (product["stock_quantity"], product["total_sales"]) == (10 + stock, 5 + sales)


def test_an_order_in_the_trash_remembers_its_status_and_its_slug() -> None:
    """WordPress makes the slug of the title, `Order &ndash; Mar 05, 2024 @ 03:04 PM`."""
    order = {**_ORDER, "status": "on-hold", "date_created": "2024-03-05T15:04:05"}
    with MockStore({"orders": [order]}) as store:
        assert send(store, "DELETE", "/orders/5").status == 200
        kept = {row["key"]: row["value"] for row in read(send(store, "GET", "/orders/5"))["meta_data"]}
        assert kept["_wp_trash_meta_status"] == "wc-on-hold"
        assert kept["_wp_desired_post_slug"] == "order-mar-05-2024-0304-pm"


@pytest.mark.parametrize(("other", "paying"), [("auto-draft", False), ("trash", False), ("pending", True), ("", False)])
def test_who_has_no_other_order_is_no_paying_customer_any_more(other: str, paying: bool) -> None:
    first = {**_ORDER, "status": "completed", "customer_id": 3}
    customer = {"id": 3, "email": "b@example.com", "is_paying_customer": True}
    orders = [first, *([{**first, "id": 6, "status": other}] if other else [])]
    with MockStore({"orders": orders, "customers": [customer]}) as store:
        assert send(store, "DELETE", "/orders/5", query="force=true").status == 200
        assert read(send(store, "GET", "/customers/3"))["is_paying_customer"] is paying


def test_who_has_paid_before_is_not_changed_by_another_payment() -> None:
    modified = {"date_modified": "2024-03-05T15:04:05", "date_modified_gmt": "2024-03-05T15:04:05"}
    customers = [{"id": n, "email": f"{n}@example.com", "is_paying_customer": n == 3, **modified} for n in (3, 4)]
    orders = [{**_ORDER, "id": n + 10, "status": "pending", "customer_id": n, "transaction_id": "T1"} for n in (3, 4)]
    with MockStore({"orders": orders, "customers": customers}) as store:
        for number, before in ((3, True), (4, False)):
            paid = read(send(store, "PUT", f"/orders/{number + 10}", {"set_paid": True}))
            assert (paid["status"], paid["transaction_id"]) == ("completed", "T1")
            shown = read(send(store, "GET", f"/customers/{number}"))
            assert shown["is_paying_customer"] is True
            assert (shown["date_modified"] == modified["date_modified"]) is before


def test_products_that_count_no_stock_are_sold_and_given_back_without_a_note() -> None:
    cup = {"id": 7, "name": "Cup", "total_sales": ""}  # as a store tells of a product that has no such field
    with MockStore({"products": [cup], "orders": [{**_ORDER, "status": "pending"}]}) as store:
        for status, sales in (("processing", 2), ("cancelled", 0)):
            send(store, "PUT", "/orders/5", {"status": status})
            assert read(send(store, "GET", "/products/7"))["total_sales"] == sales
        notes = [note["note"] for note in read(send(store, "GET", "/orders/5/notes"))]
        assert [note for note in notes if not note.startswith("Status changed")] == []
        assert len(notes) == 2


@pytest.mark.parametrize(("query", "sold"), [("force=true", 0), ("force=false", 0), (None, 2)])
def test_what_an_order_sold_counts_until_it_is_deleted(query: str | None, sold: int) -> None:
    with MockStore("fresh") as store:
        cup = read(send(store, "POST", "/products", {"name": "Cup"}))["id"]
        body = {"status": "processing", "line_items": [{"product_id": cup, "quantity": 2}]}
        number = read(send(store, "POST", "/orders", body))["id"]
        if query is not None:
            assert send(store, "DELETE", f"/orders/{number}", query=query).status == 200
        assert read(send(store, "GET", f"/products/{cup}"))["total_sales"] == sold


@pytest.mark.parametrize(
    ("begun", "status", "release", "noted"),
    [
        ("checkout-draft", "processing", "10.0.2", ["Draft to Processing"]),
        ("checkout-draft", "processing", "10.5.0", []), ("auto-draft", "pending", "10.5.0", []),
        ("auto-draft", "processing", "10.0.2", ["Pending payment to Processing"]),
        ("auto-draft", "processing", "10.5.0", ["Pending payment to Processing"]),
    ],
)  # fmt: skip
def test_what_is_noted_of_an_order_that_is_a_draft_no_longer(
    begun: str, status: str, release: str, noted: list[str]
) -> None:
    """As both releases answer: one that nobody has begun counts as pending."""
    with MockStore({"orders": [{**_ORDER, "status": begun}]}, release=release) as store:
        assert read(send(store, "PUT", "/orders/5", {"status": status}))["status"] == status
        notes = [note["note"] for note in read(send(store, "GET", "/orders/5/notes"))]
        assert notes == [f"Status changed from {change}." for change in noted]


@pytest.mark.parametrize(("total", "refunds", "notes"), [("7.00", 1, 2), ("0.00", 0, 1), ("-1.00", 0, 2)])
def test_an_order_below_zero_is_noted_as_refunded_without_a_refund(total: str, refunds: int, notes: int) -> None:
    """As wc_order_fully_refunded is written, and 10.0.2 answers: nobody looks whether there is a refund."""
    with MockStore({"orders": [{**_ORDER, "status": "pending", "total": total}]}) as store:
        send(store, "PUT", "/orders/5", {"status": "refunded"})
        assert len(read(send(store, "GET", "/orders/5/refunds"))) == refunds
        assert len(read(send(store, "GET", "/orders/5/notes"))) == notes

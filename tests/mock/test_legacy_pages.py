"""Pages, searches and means of the legacy API, where they are of no use to anybody: what walks found out."""

from __future__ import annotations

import pytest

from mock.talk import read, send
from wooclient.mock import MockStore

VERSIONS = ("v3", "v2", "v1")
_POSTS = {"system_status": {"settings": {"HPOS_enabled": False, "HPOS_sync_enabled": False}}}


@pytest.fixture(scope="module")
def store() -> MockStore:
    """A store with three products, three customers and an order, which its tests only read."""
    order = {
        "id": 9, "status": "completed", "date_created": "2024-03-01T10:00:00", "total": "68.00", "currency": "USD",
        "order_key": "wc_order_a", "billing": {}, "shipping": {}, "line_items": [],
    }  # fmt: skip
    products = [{"id": n, "name": f"Cup {n}"} for n in (1, 2, 3)]
    customers = [{"id": n, "email": f"{n}@b.co", "username": f"u{n}", "role": "customer"} for n in (4, 5, 6)]
    return MockStore({**_POSTS, "products": products, "customers": customers, "orders": [order]})


@pytest.mark.parametrize("kind", ["products", "customers"])
@pytest.mark.parametrize(
    ("page", "size", "found"), [("12345678901234567890", 10, 3), ("4611686018427387904", 4, 3), ("9" * 17, 10, 0)]
)
def test_pages_beyond_64_bits_begin_anew(store: MockStore, kind: str, page: str, size: int, found: int) -> None:
    """As 10.0.2 answers: PHP makes a float of what they skip, of which the lowest 64 bits count."""
    for version in VERSIONS:
        answer = send(store, "GET", f"/wc-api/{version}/{kind}", query=f"page={page}&filter[limit]={size}")
        assert len(read(answer)[kind]) == found


@pytest.mark.parametrize(("words", "found"), [("%20%20", 3), ("*", 3), ("%20u4%20", 1), ("u", 0)])
def test_white_space_around_a_search_for_customers_says_nothing(store: MockStore, words: str, found: int) -> None:
    """As 10.0.2 answers."""
    for version in VERSIONS:
        query = f"filter[q]={words}"
        assert read(send(store, "GET", f"/wc-api/{version}/customers/count", query=query)) == {"count": found}


def test_a_mean_is_that_of_all_months_even_of_those_without_a_name(store: MockStore) -> None:
    """As 10.0.2 answers: from a 29th of February on, two of 34 months are called like their neighbours."""
    query = "date_min]=2024-02-29&filter[date_max]=2026-11-28"
    for version in VERSIONS:
        sales = read(send(store, "GET", f"/wc-api/{version}/reports/sales", query=f"filter[{query}"))["sales"]
        assert (len(sales["totals"]), sales["average_sales"]) == (32, "2.00")


@pytest.mark.parametrize("name", ["product_ids", "exclude_product_category_ids", "customer_emails"])
@pytest.mark.parametrize(("sent", "status"), [(0, 500), ("5", 500), ("", 500), ([], 201), ({}, 201), (None, 201)])
def test_lists_of_a_coupon_are_lists(name: str, sent: object, status: int) -> None:
    """As 10.0.2 answers: of anything else PHP dies."""
    coupon = {"coupon": {"code": "ten", "amount": "1", name: sent}}
    assert send(MockStore(_POSTS), "POST", "/wc-api/v3/coupons", coupon).status == status

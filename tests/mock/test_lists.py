"""Lists of the mock store where kinds of things differ: as seen on live stores of 9.9.5 and 10.9.1."""

from __future__ import annotations

import re
from typing import Any

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore
from wooclient.mock.wire import Answer


def listed(store: MockStore, path: str, query: str) -> Answer:
    """A list that is not refused."""
    answer = send(store, "GET", path, query=query)
    assert answer.status == 200, answer.body
    return answer


def ids(answer: Answer) -> list[int]:
    """What is in a list."""
    return [item["id"] for item in read(answer)]


def totals(answer: Answer) -> tuple[str, str]:
    """What a list tells of its size."""
    return answer.headers["X-WP-Total"], answer.headers["X-WP-TotalPages"]


def make(store: MockStore, path: str, **fields: Any) -> Any:
    """Something new."""
    answer = send(store, "POST", path, fields)
    assert answer.status == 201, answer.body
    return read(answer)


@pytest.mark.parametrize(
    ("path", "turns"),
    [
        ("/products/categories", True),
        ("/products/tags", True),
        ("/products/attributes/1/terms", True),
        ("/customers", True),
        ("/products", False),
        ("/orders", False),
        ("/coupons", False),
        ("/products/reviews", False),
    ],
)
def test_the_order_of_include_turns_for_terms_and_users(store: MockStore, path: str, turns: bool) -> None:
    first, *others = ids(listed(store, path, "per_page=3"))
    asked = [*others, first]
    query = f"include={','.join(map(str, asked))}&orderby=include&order="
    assert ids(listed(store, path, f"{query}asc")) == asked
    assert ids(listed(store, path, f"{query}desc")) == (asked[::-1] if turns else asked)


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("/products", False),
        ("/coupons", False),
        ("/orders", False),
        ("/products/categories", True),
        ("/customers", True),
        ("/products/reviews", True),
        ("/taxes", True),
    ],
)
def test_an_offset_past_all_posts_leaves_nothing_to_count(store: MockStore, path: str, counts: bool) -> None:
    whole = totals(listed(store, path, "per_page=2"))
    assert totals(listed(store, path, "per_page=2&offset=1")) == whole
    assert totals(listed(store, path, "per_page=2&offset=5000")) == (whole if counts else ("0", "0"))


@pytest.mark.parametrize(("path", "pages"), [("/products", ["2", "4"]), ("/customers", ["1", "3"])])
def test_links_follow_the_page_or_the_offset(store: MockStore, path: str, pages: list[str]) -> None:
    for number in range(3):
        make(store, path, **({"email": f"n{number}@example.com"} if path == "/customers" else {"name": f"N{number}"}))
    link = listed(store, path, "per_page=2&page=3&offset=1").headers["Link"]
    assert re.findall(r"[?&]page=(\d+)", link) == pages


def test_before_a_page_of_nothing_is_page_0(store: MockStore) -> None:
    answer = listed(store, "/products", "search=zzzz&page=3")
    assert totals(answer) == ("0", "0")
    assert answer.headers["Link"].endswith('search=zzzz&page=0>; rel="prev"')


@pytest.mark.parametrize("tables", [True, False])
def test_orders_in_tables_are_not_counted_where_none_is_found(tables: bool) -> None:
    status = {"environment": {"version": "10.0.2"}, "settings": {"HPOS_enabled": tables}}
    with MockStore(seed={"system_status": status}) as store:
        make(store, "/orders")
        assert totals(listed(store, "/orders", "page=9")) == (("0", "0") if tables else ("1", "1"))
        assert totals(listed(store, "/wp-json/wc/v2/orders", "page=9")) == (("0", "0") if tables else ("1", "1"))


def named(store: MockStore, query: str, path: str = "/products") -> list[str]:
    """The names that a list finds, in alphabetical order."""
    return sorted(item["name"] for item in read(listed(store, path, query)))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("after=2001-01-02T03:04:05", ["Later"]),
        ("after=2001-01-02T03:04:04", ["Later", "There"]),
        ("before=2001-01-02T03:04:05&after=2001-01-01T00:00:00", ["Earlier"]),
        ("before=2001-01-02T03:04:06&after=2001-01-01T00:00:00", ["Earlier", "There"]),
        ("after=2001-01-02T03:04:05&before=2001-01-02T03:04:05", []),
        ("after=2001-01-02T04:04:05%2B01:00", ["Later"]),
    ],
)
def test_neither_after_nor_before_is_at_that_very_second(store: MockStore, query: str, found: list[str]) -> None:
    # WP_Date_Query leaves the moment itself out unless it is told otherwise, and WordPress's lists do not tell it.
    for second, name in ((4, "Earlier"), (5, "There"), (6, "Later")):
        make(store, "/products", name=name, date_created_gmt=f"2001-01-02T03:04:0{second}")
    asked = named(store, f"{query}&dates_are_gmt=true&per_page=100")
    assert [name for name in asked if name in ("Earlier", "There", "Later")] == found


@pytest.mark.parametrize("column", ["modified_after", "modified_before"])
def test_changes_are_not_found_by_the_second_of_the_change(store: MockStore, column: str) -> None:
    moment = make(store, "/products", name="Changed")["date_modified_gmt"]
    assert "Changed" not in named(store, f"{column}={moment}&dates_are_gmt=true&per_page=100")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("search=q_v", ["q_v"]),
        ("search=q%25v", ["q%v"]),
        ("search=q%5Cv", ["q\\v"]),
        ("search=Q_V", ["q_v"]),
        ("search=q", ["q%v", "q\\v", "q_v", "qxv"]),
        ("search=_", ["q_v"]),
        ("search_name_or_sku=q_v", ["q_v"]),
        ("search_sku=s_k", ["q_v"]),
        ("search_fields[]=name&search=q_v", ["q_v"]),
    ],
)
def test_no_character_of_a_search_stands_for_others(store: MockStore, query: str, found: list[str]) -> None:
    # WordPress escapes with esc_like what means something to LIKE; of two backslashes it keeps one.
    for name, sku in (("q_v", "s_k"), ("qxv", "sxk"), ("q%v", "s%k"), ("q\\\\v", "s-k")):
        make(store, "/products", name=name, sku=sku)
    assert [name for name in named(store, query) if name.startswith("q")] == found


def test_no_character_of_a_search_for_orders_stands_for_others(store: MockStore) -> None:
    first = make(store, "/orders", billing={"first_name": "q_v"})["id"]
    make(store, "/orders", billing={"first_name": "qxv"})
    assert ids(listed(store, "/orders", "search=q_v")) == [first]
    assert ids(listed(store, "/orders", "search=q%25")) == []


def test_webhooks_are_found_by_no_date_and_skipped_by_no_offset(store: MockStore) -> None:
    for number in range(3):
        hook = {"name": f"N{number}", "topic": "order.created", "delivery_url": "https://hooks.example/"}
        make(store, "/webhooks", **hook)
    for query in ("after=2000-01-01T00:00:00", "before=2100-01-01T00:00:00"):
        assert totals(listed(store, "/webhooks", query)) == ("0", "0")
    first = ids(listed(store, "/webhooks", "per_page=2"))
    assert ids(listed(store, "/webhooks", "per_page=2&page=2&offset=1")) == first
    assert ids(listed(store, "/webhooks", "per_page=2&page=2")) != first


def test_refunds_change_when_they_are_made_and_are_found_by_number_only(store: MockStore) -> None:
    order = make(store, "/orders", fee_lines=[{"name": "Fee", "total": "9.00"}])
    path = f"/orders/{order['id']}/refunds"
    number = make(store, path, amount="1.00", reason="Broken", api_refund=False)["id"]
    for query, wanted in (
        ("modified_after=2000-01-01T00:00:00", [number]),
        ("modified_before=2000-01-01T00:00:00", []),
        (f"search={number}", [number]),
        ("search=Broken", []),
    ):
        assert ids(listed(store, path, query)) == wanted, query


def test_tax_classes_are_those_of_the_store(store: MockStore) -> None:
    assert code(send(store, "GET", "/taxes", query="class=luxury")) == (400, "rest_invalid_param")
    assert code(send(store, "GET", "/products", query="tax_class=luxury")) == (400, "rest_invalid_param")
    make(store, "/taxes/classes", name="Luxury")
    rate = make(store, "/taxes", rate="30", **{"class": "luxury"})["id"]
    assert ids(listed(store, "/taxes", "class=luxury")) == [rate]
    assert ids(listed(store, "/products", "tax_class=luxury")) == []
    send(store, "DELETE", "/taxes/classes/luxury", query="force=true")
    assert code(send(store, "GET", "/taxes", query="class=luxury")) == (400, "rest_invalid_param")


@pytest.mark.parametrize("report", ["sales", "top_sellers"])
def test_all_that_is_wrong_with_a_report_is_told_at_once(store: MockStore, report: str) -> None:
    answer = send(store, "GET", f"/reports/{report}", query="date_min=2026-1-2&date_max=&period=ever")
    assert sorted(read(answer)["data"]["params"]) == ["date_max", "date_min", "period"]
    assert read(answer)["data"]["details"]["date_min"]["code"] == "woocommerce_rest_invalid_date"
    assert send(store, "GET", f"/reports/{report}", query="date_min=2026-02-31").status == 200


@pytest.mark.parametrize(
    ("method", "path", "code_"),
    [
        ("GET", "/products", "woocommerce_rest_cannot_view"),
        ("POST", "/products", "woocommerce_rest_cannot_create"),
        ("PUT", "/products/attributes/1", "woocommerce_rest_cannot_update"),
        ("PUT", "/taxes/1", "woocommerce_rest_cannot_edit"),
        ("DELETE", "/shipping/zones/1", "woocommerce_rest_cannot_edit"),
        ("POST", "/settings/general/batch", "woocommerce_rest_cannot_edit"),
        ("GET", "/marketplace/featured", "rest_forbidden"),
        ("GET", "/orders/statuses", ""),
        ("GET", "/layout-templates", ""),
    ],
)
def test_who_has_no_key_is_told_what_the_description_lists(
    store: MockStore, method: str, path: str, code_: str
) -> None:
    answer = send(store, method, path, key=False)
    assert (answer.status, read(answer)["code"] if code_ else "") == (401 if code_ else 200, code_)


@pytest.mark.parametrize("number", [2**63, 2**63 - 1, -(2**63), 10**30])
@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("products/categories", ["parent", "include", "product"]),
        ("products/reviews", ["include", "product"]),
        ("orders", ["parent", "include", "product"]),
    ],
)
def test_numbers_that_no_record_has_find_nothing(store: MockStore, path: str, names: list[str], number: int) -> None:
    for name in names:
        assert ids(listed(store, f"/{path}", f"{name}={number}")) == [], name


@pytest.mark.parametrize("name", ["search", "sku", "slug", "category", "after", "include", "parent"])
def test_a_parameter_that_is_null_is_not_asked_for(store: MockStore, name: str) -> None:
    """WordPress reads the body of a GET too; `has_valid_params` passes over null."""
    everything = totals(listed(store, "/products", ""))
    assert int(everything[0]) > 1
    assert totals(send(store, "GET", "/products", {name: None})) == everything

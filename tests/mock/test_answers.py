"""What WordPress does to every answer: methods, fields, envelopes, headers, indexes."""

from __future__ import annotations

import pytest

from mock.talk import basic, code, read, send
from wooclient.mock import MockStore
from wooclient.mock.wire import Request


@pytest.mark.parametrize("path", ["/coupons/", "/COUPONS", "/coupons"])
def test_a_slash_and_other_letter_case_do_not_matter(store: MockStore, path: str) -> None:
    assert send(store, "GET", path).status == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/nope"),
        ("DELETE", "/coupons"),
        ("GET", "/coupons/abc"),
        ("GET", "/wp-json/wc/v99/coupons"),
        ("BREW", "/coupons"),
    ],
)
def test_no_route(store: MockStore, method: str, path: str) -> None:
    assert code(send(store, method, path)) == (404, "rest_no_route")


def test_the_method_can_be_overridden(store: MockStore) -> None:
    answer = send(store, "POST", "/coupons/401", {"amount": "7"}, headers={"x-http-method-override": "PUT"})
    assert (answer.status, read(answer)["amount"]) == (200, "7.00")
    assert send(store, "POST", "/coupons/401", query="_method=DELETE&force=true").status == 200
    assert send(store, "GET", "/coupons/401").status == 404


@pytest.mark.parametrize("method", ["PUT", "POST", "PATCH"])
def test_three_methods_change_an_item(store: MockStore, method: str) -> None:
    assert read(send(store, method, "/coupons/401", {"amount": "8.5"}))["amount"] == "8.50"


def test_head_is_get_without_a_body(store: MockStore) -> None:
    got, head = send(store, "GET", "/coupons"), send(store, "HEAD", "/coupons")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["X-WP-Total"] == got.headers["X-WP-Total"]


def test_fields_are_chosen(store: MockStore) -> None:
    listed = send(store, "GET", "/coupons", query="_fields=id,code&include=401")
    assert read(listed) == [{"id": 401, "code": "spring10"}]
    assert set(read(send(store, "GET", "/coupons/401", query="_fields=id"))) == {"id", "_links"}
    nested = read(send(store, "GET", "/customers/7", query="_fields=billing.city"))
    assert list(nested["billing"]) == ["city"]


def test_an_envelope_holds_errors_too(store: MockStore) -> None:
    answer = send(store, "GET", "/coupons/9999", query="_envelope=1")
    assert answer.status == 200
    assert read(answer)["status"] == 404
    listed = read(send(store, "GET", "/coupons", query="_envelope=1&per_page=1"))
    assert listed["headers"]["X-WP-Total"] == 3


def test_pages_are_linked(store: MockStore) -> None:
    answer = send(store, "GET", "/coupons", query="per_page=1&page=2")
    assert answer.headers["X-WP-TotalPages"] == "3"
    previous, following = answer.headers["Link"].split(", ")
    assert previous == f'<{store.url}/wp-json/wc/v3/coupons?per_page=1&page=1>; rel="prev"'
    assert following == f'<{store.url}/wp-json/wc/v3/coupons?per_page=1&page=3>; rel="next"'


def test_a_page_past_the_end_is_empty_with_true_totals(store: MockStore) -> None:
    answer = send(store, "GET", "/coupons", query="page=99")
    assert (read(answer), answer.headers["X-WP-Total"]) == ([], "3")


@pytest.mark.parametrize(
    ("value", "why"),
    [
        *(("0", "rest_out_of_bounds"), ("101", "rest_out_of_bounds"), ("-1", "rest_out_of_bounds")),
        *(("abc", "rest_invalid_type"), ("1.5", "rest_invalid_type"), ("", "rest_invalid_type")),
    ],
)
def test_per_page_has_limits(store: MockStore, value: str, why: str) -> None:
    answer = send(store, "GET", "/coupons", query=f"per_page={value}")
    assert code(answer) == (400, "rest_invalid_param")
    assert read(answer)["data"]["details"]["per_page"]["code"] == why


def test_options_tells_of_parameters_and_schema(store: MockStore) -> None:
    found = read(send(store, "OPTIONS", "/coupons"))
    assert found["methods"] == ["GET", "POST"]
    assert found["endpoints"][0]["args"]["per_page"]["maximum"] == 100
    assert "code" in found["schema"]["properties"]


def test_a_batch_answers_item_by_item(store: MockStore) -> None:
    changes = [{"id": 401, "amount": "3"}, {"id": 9}]
    body = {"create": [{"code": "one"}, {"code": "one"}], "update": changes, "delete": [402]}
    found = read(send(store, "POST", "/coupons/batch", body))
    assert [i.get("id") for i in found["create"]][1] == 0
    assert found["create"][1]["error"]["code"] == "woocommerce_rest_coupon_code_already_exists"
    assert found["update"][0]["amount"] == "3.00"
    assert found["update"][1]["id"] == 9
    assert found["delete"][0]["id"] == 402
    assert send(store, "GET", "/coupons/402").status == 404


def test_a_batch_has_a_limit_and_may_be_empty(store: MockStore) -> None:
    assert read(send(store, "POST", "/coupons/batch", {})) == []
    many = {"delete": list(range(101))}
    assert code(send(store, "POST", "/coupons/batch", many)) == (413, "woocommerce_rest_request_entity_too_large")


def test_trash_then_gone(store: MockStore) -> None:
    assert read(send(store, "DELETE", "/coupons/401"))["status"] == "publish"
    assert read(send(store, "GET", "/coupons/401"))["status"] == "trash"
    assert code(send(store, "DELETE", "/coupons/401")) == (410, "woocommerce_rest_already_trashed")
    assert send(store, "DELETE", "/coupons/401", query="force=true").status == 200
    assert code(send(store, "GET", "/coupons/401")) == (404, "woocommerce_rest_shop_coupon_invalid_id")
    assert code(send(store, "PUT", "/coupons/401", {"amount": "1"})) == (400, "woocommerce_rest_shop_coupon_invalid_id")


def test_plain_permalinks_work(store: MockStore) -> None:
    for front in ("/", "/index.php"):
        query = "rest_route=/wc/v3/coupons&per_page=1"
        assert len(read(store.handle(Request("GET", front, query, basic(store))))) == 1
        query = "wc-api-version=3&wc-api-route=/coupons/count"
        assert read(store.handle(Request("GET", front, query, basic(store)))).keys() == {"count"}
    for odd in ("wc-api-version=9&wc-api-route=/coupons", "wc-api-version[]=3&wc-api-route=/coupons"):
        assert store.handle(Request("GET", "/", odd, basic(store))).body == b"-1"

"""Fulfillments of an order, request by request as a real WooCommerce 10.5.0 answered them."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore

ORDER = "/orders/201/fulfillments"
ITEMS = {"key": "_items", "value": [{"item_id": 1, "qty": 1}]}
NEW = {"id": 0, **ITEMS}


@pytest.fixture
def store() -> MockStore:
    return MockStore(release="10.5.0")


def test_one_is_made_changed_and_deleted(store: MockStore) -> None:
    made = send(store, "POST", ORDER, {"status": "unfulfilled", "meta_data": [NEW]})
    assert made.status == 201
    body = read(made)
    assert {name: body[name] for name in ("is_fulfilled", "status", "entity_type", "entity_id")} == {
        "is_fulfilled": False, "status": "unfulfilled", "entity_type": "WC_Order", "entity_id": "201",
    }  # fmt: skip
    (row,) = body["meta_data"]
    assert row == {"id": row["id"], **ITEMS}
    one = f"{ORDER}/{body['id']}"
    changed = read(send(store, "PUT", one, {"status": "fulfilled", "meta_data": [ITEMS, {"key": "a", "value": "b"}]}))
    assert (changed["is_fulfilled"], changed["date_updated"]) == (True, body["date_updated"])
    assert [field["key"] for field in changed["meta_data"]] == ["_items", "a", "_date_fulfilled"]
    assert changed["meta_data"][0]["id"] == row["id"]
    # A word that is not known changes nothing.
    assert read(send(store, "PUT", one, {"status": "zzz", "meta_data": [NEW]}))["status"] == "fulfilled"
    fields = read(send(store, "DELETE", f"{one}/metadata", query="meta_key=nothing"))
    assert [field["key"] for field in fields] == ["_items", "_date_fulfilled"]
    assert "_fulfillment_status" in {field["key"] for field in read(send(store, "GET", "/orders/201"))["meta_data"]}
    assert [send(store, "DELETE", one).status for _ in range(2)] == [200, 200]
    assert read(send(store, "GET", ORDER)) == []
    gone = send(store, "GET", one)
    assert code(gone) == (400, 404)
    assert [field["key"] for field in read(send(store, "GET", f"{one}/metadata"))] == ["_items", "_date_fulfilled"]


@pytest.mark.parametrize(
    "sent",
    [
        {"meta_data": [NEW]},
        {"status": "unfulfilled", "meta_data": []},
        {"status": "unfulfilled", "meta_data": [ITEMS]},
        {"status": "unfulfilled", "meta_data": [{**NEW, "value": "x"}]},
        {"status": "unfulfilled", "meta_data": [{**NEW, "value": 5}]},
        {"status": "unfulfilled", "meta_data": [{**NEW, "value": [{"item_id": "1", "qty": 1}]}]},
        # FulfillmentsDataStore::validate_items wants both above 0, and true is no whole number.
        *(
            {"status": "unfulfilled", "meta_data": [{**NEW, "value": [{"item_id": 1, "qty": 1, name: value}]}]}
            for name in ("item_id", "qty")
            for value in (0, -1, True)
        ),
    ],
)
def test_what_is_no_fulfillment_is_refused_with_a_number_as_code(store: MockStore, sent: Any) -> None:
    answer = send(store, "POST", ORDER, sent)
    assert code(answer) == (400, 0)
    assert read(send(store, "GET", ORDER)) == []


def test_a_word_and_a_status_that_nobody_knows_make_one_that_is_not_fulfilled(store: MockStore) -> None:
    rows = [{"id": 0, "key": "_items", "value": [{"item_id": 99999, "qty": 1000.5}]}]
    body = read(send(store, "POST", ORDER, {"status": "odd", "meta_data": rows}))
    assert (body["status"], body["meta_data"][0]["value"]) == ("unfulfilled", rows[0]["value"])


def test_custom_fields_are_set_by_themselves(store: MockStore) -> None:
    made = read(
        send(store, "POST", ORDER, {"status": "unfulfilled", "meta_data": [NEW, {"id": 0, "key": "a", "value": 1}]})
    )
    path, items = f"{ORDER}/{made['id']}/metadata", {**ITEMS, "value": [{"item_id": 1, "qty": 2}]}
    answered = read(send(store, "PUT", path, {"meta_data": [items, {"key": "b", "value": 2}]}))
    kept = made["meta_data"][0]["id"]
    assert answered == [{"id": kept, **items}, {"id": answered[1]["id"], "key": "b", "value": 2}]
    assert read(send(store, "GET", path)) == answered


def test_without_a_key_only_those_of_orders_of_guests_are_read(store: MockStore) -> None:
    """The owner of an order may read them, and a guest is user 0 as a request without a key is."""
    body = {"status": "unfulfilled", "meta_data": [NEW]}
    orders = {number: read(send(store, "GET", f"/orders/{number}"))["customer_id"] for number in (201, 212)}
    assert orders == {201: 7, 212: 0}
    seen = {number: send(store, "GET", f"/orders/{number}/fulfillments", key=False).status for number in orders}
    made = {number: send(store, "POST", f"/orders/{number}/fulfillments", body, key=False).status for number in orders}
    assert (seen, made) == ({201: 401, 212: 200}, {201: 401, 212: 401})


def test_a_number_of_no_carrier_says_nothing(store: MockStore) -> None:
    assert read(send(store, "GET", f"{ORDER}/lookup", query="tracking_number=x")) == []


def test_parameters_are_checked_before_and_orders_before_that(store: MockStore) -> None:
    wrong = send(store, "POST", ORDER, {"status": 5, "notify_customer": "zz", "meta_data": [NEW]})
    assert (wrong.status, sorted(read(wrong)["data"]["params"])) == (400, ["notify_customer", "status"])
    assert code(send(store, "POST", ORDER, {})) == (400, "rest_missing_callback_param")
    nobody = send(store, "GET", "/orders/99999/fulfillments")
    assert code(nobody) == (404, "woocommerce_rest_order_invalid_id")
    assert read(nobody)["data"] == {"status": "404"}
    other = read(send(store, "POST", ORDER, {"status": "unfulfilled", "meta_data": [NEW]}))["id"]
    assert code(send(store, "GET", f"/orders/202/fulfillments/{other}")) == (400, 0)


@pytest.mark.parametrize("release", ["10.2", "10.5.0 switched off"])
def test_they_are_not_there_before_10_3_and_where_the_feature_is_off(release: str) -> None:
    off = release.endswith("off")
    store = MockStore(seed="fresh", release="10.5.0") if off else MockStore(release=release)
    assert code(send(store, "GET", "/orders/201/fulfillments")) == (404, "rest_no_route")
    assert not [path for path in read(send(store, "GET", ""))["routes"] if "fulfillments" in path]


def test_since_10_8_what_is_read_is_text_and_moments_are_in_utc() -> None:
    """As real stores of 10.9.4 and 11.0.1 answered."""
    with MockStore(release="10.9.4") as store:
        sent = {"status": "unfulfilled", "meta_data": [ITEMS]}  # without an id, which is kept now
        body = read(send(store, "POST", ORDER, sent))
        assert (body["is_fulfilled"], body["date_deleted"], body["date_updated"][10], body["date_updated"][-1]) == (
            False, None, "T", "Z",
        )  # fmt: skip
        one = f"{ORDER}/{body['id']}"
        assert read(send(store, "GET", one))["is_fulfilled"] == "0"
        changed = read(send(store, "PUT", one, {"status": "fulfilled", "meta_data": [ITEMS]}))
        assert (changed["is_fulfilled"], read(send(store, "GET", ORDER))[0]["is_fulfilled"]) == (True, "1")
        assert changed["date_updated"] == read(send(store, "GET", one))["date_updated"]

"""Webhooks of the legacy API: they tell of things as that API shows them, and the client reads it."""

from __future__ import annotations

import json

import pytest

from mock.receiving import Receiver
from mock.talk import read, send
from wooclient import WooClient, webhooks
from wooclient.legacy.v3.models.coupons import LegacyCoupon
from wooclient.legacy.v3.models.customers import LegacyCustomer
from wooclient.legacy.v3.models.orders import LegacyOrder
from wooclient.legacy.v3.models.products import LegacyProduct
from wooclient.mock import MockStore
from wooclient.v3 import Order

SECRET = "s3 & more"


@pytest.fixture
def woo(store: MockStore) -> WooClient:
    return WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)


def received(store: MockStore, receiver: Receiver) -> list[webhooks.Event[object]]:
    """What came, without the pings."""
    store.deliveries.wait()
    events = [webhooks.receive(headers, body, SECRET) for headers, body in receiver.got]
    return [event for event in events if isinstance(event, webhooks.Event)]


def subscribe(store: MockStore, receiver: Receiver, topic: str, version: str = "v3") -> int:
    body = {"webhook": {"name": "Till", "topic": topic, "delivery_url": receiver.url, "secret": SECRET}}
    return int(read(send(store, "POST", f"/wc-api/{version}/webhooks", body))["webhook"]["id"])


def test_a_change_through_the_new_api_is_told_in_legacy_form(
    store: MockStore, receiver: Receiver, woo: WooClient
) -> None:
    subscribe(store, receiver, "order.created", "v2")
    made = woo.orders.create(line_items=[{"product_id": 106, "quantity": 2}], billing={"first_name": "Priya"})
    (event,) = received(store, receiver)
    assert isinstance(event.data, LegacyOrder)
    assert (event.topic, event.id, event.data.total) == ("order.created", made.id, made.total)
    assert event.data.billing_address.first_name == "Priya"
    shown = read(send(store, "GET", f"/wc-api/v3/orders/{made.id}"))
    assert event.raw == shown


@pytest.mark.parametrize(
    ("topic", "path", "body", "model"),
    [
        ("coupon.updated", "/coupons/401", {"description": "told"}, LegacyCoupon),
        ("customer.updated", "/customers/7", {"first_name": "Mara"}, LegacyCustomer),
        ("product.updated", "/products/101", {"name": "Pot"}, LegacyProduct),
        ("order.updated", "/orders/201", {"customer_note": "told"}, LegacyOrder),
    ],
)
def test_each_resource_comes_in_its_envelope(
    store: MockStore, receiver: Receiver, topic: str, path: str, body: dict[str, str], model: type
) -> None:
    subscribe(store, receiver, topic)
    send(store, "PUT", path, body)
    (event,) = received(store, receiver)
    assert isinstance(event.data, model)
    assert list(event.raw) == [event.resource]


def test_a_change_through_the_legacy_api_is_told_to_both_kinds(
    store: MockStore, receiver: Receiver, woo: WooClient
) -> None:
    subscribe(store, receiver, "order.created")
    woo.webhooks.create(topic="order.created", delivery_url=receiver.url, secret=SECRET)
    made = woo.legacy.orders.create(line_items=[{"product_id": 106, "quantity": 1}])
    events = received(store, receiver)
    assert {type(event.data) for event in events} == {LegacyOrder, Order}
    assert {event.id for event in events} == {made.id}


def test_a_deletion_tells_only_the_id(store: MockStore, receiver: Receiver) -> None:
    subscribe(store, receiver, "coupon.deleted")
    send(store, "DELETE", "/wc-api/v3/coupons/401", query="force=true")
    (event,) = received(store, receiver)
    assert event.raw == {"id": 401}


def test_a_seed_can_say_in_which_form_a_webhook_tells(receiver: Receiver) -> None:
    hook = {"id": 5, "name": "Till", "status": "active", "topic": "coupon.created", "delivery_url": receiver.url,
            "date_created_gmt": "2025-03-01T13:00:00", "date_modified_gmt": None}  # fmt: skip
    with MockStore(seed={"webhooks": [{**hook, "api_version": "legacy_v3"}, {**hook, "id": 6}]}) as store:
        send(store, "POST", "/coupons", {"code": "told"})
        store.deliveries.wait()
        bodies = {headers["x-wc-webhook-id"]: json.loads(body) for headers, body in receiver.got}
        assert "api_version" not in read(send(store, "GET", "/webhooks/5"))
    assert bodies["5"]["coupon"]["code"] == bodies["6"]["code"] == "told"


def test_orders_that_are_no_posts_are_told_as_an_error(receiver: Receiver) -> None:
    status = {"environment": {"version": "10.9.1"}, "settings": {"HPOS_enabled": True, "HPOS_sync_enabled": False}}
    with MockStore(seed={"system_status": status}) as store:
        subscribe(store, receiver, "order.created")
        assert send(store, "POST", "/orders", {}).status == 201
        store.deliveries.wait()
    body = json.loads(receiver.got[-1][1])
    assert list(body["errors"]) == ["woocommerce_api_invalid_order"]


def test_webhooks_are_managed_from_both_sides(store: MockStore, woo: WooClient) -> None:
    made = woo.legacy.webhooks.create(topic="order.created", delivery_url="https://receiver.example/hook")
    assert woo.webhooks.get(made.id).status == "active"
    assert woo.legacy.webhooks.update(made.id, status="paused").status == "paused"
    assert made.id in {hook.id for hook in woo.legacy.v2.webhooks.list(filter={"post_status": "paused"})}
    assert woo.legacy.webhooks.count() == len(list(woo.webhooks.list(per_page=100)))
    assert read(send(store, "GET", f"/wc-api/v3/webhooks/{made.id}/deliveries")) == {"webhook_deliveries": []}
    assert read(send(store, "DELETE", f"/wc-api/v3/webhooks/{made.id}")) is True
    assert send(store, "GET", f"/webhooks/{made.id}").status == 404


@pytest.mark.parametrize(
    ("hook", "name"),
    [
        ({"topic": "order.made"}, "topic"),
        ({"topic": "order.made", "delivery_url": "https://a.example/"}, "topic"),
        ({"delivery_url": "https://a.example/"}, "topic"),
        ({"topic": "order.created"}, "delivery_url"),
        ({"topic": "order.created", "delivery_url": "ftp://a.example/"}, "delivery_url"),
    ],
)
def test_a_webhook_that_is_refused(hook: dict[str, str], name: str, store: MockStore) -> None:
    """By the plugin's own codes, those of `WC_API_Webhooks::create_webhook`."""
    answer = send(store, "POST", "/wc-api/v3/webhooks", {"webhook": hook})
    assert answer.status == 400
    assert [error["code"] for error in read(answer)["errors"]] == [f"woocommerce_api_invalid_webhook_{name}"]


def test_pages_of_one_webhook_are_no_pages() -> None:
    """WC_Webhook_Data_Store counts pages only where more than one is asked for at a time."""
    with MockStore({}) as store:
        hook = {"topic": "order.created", "delivery_url": "https://a.example/hook"}
        for name in ("One", "Two", "Three"):
            assert send(store, "POST", "/webhooks", {"name": name, **hook}).status == 201
        for size, pages, names in (
            ("1", "1", ["Three"]),
            ("2", "2", ["Three", "Two"]),
            ("-1", "1", ["Three", "Two", "One"]),
        ):
            answer = send(store, "GET", "/wc-api/v3/webhooks", query=f"filter[limit]={size}")
            assert [one["name"] for one in read(answer)["webhooks"]] == names
            assert (answer.headers["X-WC-Total"], answer.headers["X-WC-TotalPages"]) == ("3", pages)

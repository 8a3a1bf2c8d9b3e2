"""Webhooks on their way: the ping, signed deliveries, and an end after too many failures."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json

import pytest

from mock.receiving import Receiver
from mock.talk import read, send
from wooclient.mock import MockStore


def subscribe(store: MockStore, receiver: Receiver, topic: str) -> int:
    body = {"name": "Till", "topic": topic, "delivery_url": receiver.url, "secret": "s3 & more"}
    made = read(send(store, "POST", "/webhooks", body))
    store.deliveries.wait()
    return int(made["id"])


def test_a_new_webhook_is_pinged_without_a_signature(store: MockStore, receiver: Receiver) -> None:
    number = subscribe(store, receiver, "coupon.created")
    headers, body = receiver.got[0]
    assert body == f"webhook_id={number}".encode()
    assert "x-wc-webhook-signature" not in headers
    assert headers["content-type"] == "application/x-www-form-urlencoded"


def test_changes_are_delivered_signed(store: MockStore, receiver: Receiver) -> None:
    number = subscribe(store, receiver, "coupon.created")
    made = read(send(store, "POST", "/coupons", {"code": "told"}))
    send(store, "PUT", f"/coupons/{made['id']}", {"amount": "2"})
    store.deliveries.wait()
    assert len(receiver.got) == 2
    headers, body = receiver.got[1]
    assert json.loads(body)["code"] == "told"
    expected = base64.b64encode(hmac.new(b"s3 & more", body, hashlib.sha256).digest()).decode()
    assert headers["x-wc-webhook-signature"] == expected
    assert headers["x-wc-webhook-topic"] == "coupon.created"
    assert headers["x-wc-webhook-id"] == str(number)


def test_a_deletion_tells_only_the_id(store: MockStore, receiver: Receiver) -> None:
    subscribe(store, receiver, "coupon.deleted")
    send(store, "DELETE", "/coupons/401", query="force=true")
    store.deliveries.wait()
    assert json.loads(receiver.got[-1][1]) == {"id": 401}


class Failing:
    """A webhook, and its status after each delivery that fails or succeeds."""

    def __init__(self, store: MockStore, receiver: Receiver) -> None:
        self.store, self.receiver = store, receiver
        self.number = subscribe(store, receiver, "coupon.updated")

    def after(self, *statuses: int) -> str:
        for status in statuses:
            self.receiver.status = status
            send(self.store, "PUT", "/coupons/401", {"amount": "2"})
            self.store.deliveries.wait()
        return str(read(send(self.store, "GET", f"/webhooks/{self.number}"))["status"])


def test_a_webhook_ends_at_its_seventh_failure_in_a_row(store: MockStore, receiver: Receiver) -> None:
    # WC_Webhook::failed_delivery counts up to 6, and disables at a failure that finds more than 5.
    webhook = Failing(store, receiver)
    assert webhook.after(*[500] * 6) == "active"
    assert webhook.after(500) == "disabled"
    webhook.after(500)
    assert len(receiver.got) == 1 + 7, "the ping and seven deliveries: what is disabled is not called"


@pytest.mark.parametrize(
    ("status", "left"),
    [(200, "active"), (204, "active"), (301, "active"), (302, "active"), (303, "disabled"), (404, "disabled")],
)
def test_what_counts_as_delivered_begins_the_count_anew(
    store: MockStore, receiver: Receiver, status: int, left: str
) -> None:
    assert Failing(store, receiver).after(*[500] * 6, status, *[500] * 6) == left


def test_a_webhook_that_is_switched_on_again_ends_at_its_next_failure(store: MockStore, receiver: Receiver) -> None:
    # The REST API sets the status and nothing else; only a delivery that succeeds clears the count.
    webhook = Failing(store, receiver)
    assert webhook.after(*[500] * 7) == "disabled"
    send(store, "PUT", f"/webhooks/{webhook.number}", {"status": "active"})
    assert webhook.after(200) == "active"
    assert webhook.after(*[500] * 7) == "disabled"
    send(store, "PUT", f"/webhooks/{webhook.number}", {"status": "active"})
    assert webhook.after(500) == "disabled"


def test_what_is_queued_when_a_store_is_closed_is_not_sent(store: MockStore, receiver: Receiver) -> None:
    number = subscribe(store, receiver, "coupon.created")
    with store.shop.state.lock:  # the first waits until the change that it tells of is written
        for name in ("a", "b"):
            send(store, "POST", "/coupons", {"code": name})
        store.deliveries.close()
    store.deliveries._thread.join(5)
    told = [json.loads(body)["code"] for _, body in receiver.got[1:]]
    assert told in ([], ["a"])
    assert read(send(store, "GET", f"/webhooks/{number}"))["status"] == "active"


def test_nobody_else_is_talked_to(store: MockStore) -> None:
    body = {"topic": "coupon.created", "delivery_url": "https://receiver.example/hook"}
    assert send(store, "POST", "/webhooks", body).status == 201
    send(store, "POST", "/coupons", {"code": "told"})
    store.deliveries.wait()
    assert store.deliveries.sent == []

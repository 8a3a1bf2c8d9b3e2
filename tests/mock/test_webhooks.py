"""Webhooks on their way: the ping, signed deliveries, and an end after too many failures."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json

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


def test_a_webhook_ends_after_too_many_failures(store: MockStore, receiver: Receiver) -> None:
    number = subscribe(store, receiver, "coupon.updated")
    receiver.status = 500
    for _ in range(6):
        send(store, "PUT", "/coupons/401", {"amount": "2"})
    store.deliveries.wait()
    assert read(send(store, "GET", f"/webhooks/{number}"))["status"] == "disabled"


def test_nobody_else_is_talked_to(store: MockStore) -> None:
    body = {"topic": "coupon.created", "delivery_url": "https://receiver.example/hook"}
    assert send(store, "POST", "/webhooks", body).status == 201
    send(store, "POST", "/coupons", {"code": "told"})
    store.deliveries.wait()
    assert store.deliveries.sent == []

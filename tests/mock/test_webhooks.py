"""Webhooks on their way: the ping, signed deliveries, and an end after too many failures."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from mock.talk import read, send
from wooclient.mock import MockStore


class Receiver:
    """A server on this machine that keeps what it gets."""

    def __init__(self) -> None:
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.status = 200
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.got.append(({k.lower(): v for k, v in self.headers.items()}, body))
                self.send_response(outer.status)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/hook"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.server.shutdown()
    made.server.server_close()


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

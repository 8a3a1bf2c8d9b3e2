"""Receiving webhooks: signatures, events, pings."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime
from decimal import Decimal
from email.message import Message
from http.client import HTTPMessage
from typing import Any

import httpx
import pytest
from django.http.request import HttpHeaders
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers as StarletteHeaders
from werkzeug.datastructures import EnvironHeaders
from werkzeug.datastructures import Headers as FlaskHeaders

from fake_store import Session, raw
from wooclient import WooError, fixtures, webhooks
from wooclient.legacy.v3.models.orders import LegacyOrder
from wooclient.v3 import Order, Product

ORDER = fixtures.load("v3", "orders.get")
BODY = json.dumps(ORDER).encode()


def headers(topic: str, body: bytes = BODY, secret: str = "s") -> dict[str, str]:
    resource, _, event = topic.partition(".")
    return {
        "X-WC-Webhook-Source": "https://shop.example/",
        "X-WC-Webhook-Topic": topic,
        "X-WC-Webhook-Resource": resource,
        "X-WC-Webhook-Event": event,
        "X-WC-Webhook-Signature": webhooks.sign(body, secret),
        "X-WC-Webhook-ID": "12",
        "X-WC-Webhook-Delivery-ID": "0a1b",
    }


def test_a_signature_is_the_base64_of_the_hmac_of_the_raw_body() -> None:
    by_hand = base64.b64encode(hmac.new(b"geheim", b'{"id":1}', hashlib.sha256).digest()).decode()
    assert webhooks.sign(b'{"id":1}', "geheim") == by_hand
    assert webhooks.verify(b'{"id":1}', by_hand, "geheim")


def test_the_secret_counts_with_its_entities_decoded_too() -> None:
    # WooCommerce signs with wp_specialchars_decode(secret, ENT_QUOTES).
    signed = webhooks.sign(BODY, "a&b<'c\"")
    assert webhooks.verify(BODY, signed, "a&amp;b&lt;&#039;c&quot;")
    assert webhooks.verify(BODY, signed, "a&b<'c\"")


@given(st.binary(max_size=60), st.text(min_size=1, max_size=20), st.text(max_size=50))
def test_only_the_true_signature_is_accepted(body: bytes, secret: str, other: str) -> None:
    true = webhooks.sign(body, secret)
    assert webhooks.verify(body, true, secret)
    assert not webhooks.verify(body + b" ", true, secret)
    assert webhooks.verify(body, other, secret) is (other.strip() == true)
    assert not webhooks.verify(body, None, secret)


def test_a_parsed_body_and_an_empty_secret_are_refused() -> None:
    with pytest.raises(TypeError, match="raw bytes"):
        webhooks.verify(BODY.decode(), "x", "s")
    with pytest.raises(ValueError, match="empty"):
        webhooks.verify(BODY, "x", "")


def test_an_event_has_the_model_of_its_topic() -> None:
    event = webhooks.receive(headers("order.updated"), BODY, "s")
    assert isinstance(event, webhooks.Event)
    assert isinstance(event.data, Order)
    assert event.data.id == event.id == ORDER["id"]
    assert (event.resource, event.event, event.delivery_id, event.webhook_id) == ("order", "updated", "0a1b", 12)
    assert (event.source, event.is_deleted, event.raw) == ("https://shop.example/", False, ORDER)


@pytest.mark.parametrize("resource", ["coupon", "customer", "order", "product"])
def test_every_resource_with_topics_has_a_model(resource: str) -> None:
    body = json.dumps(fixtures.load("v3", f"{resource}s.get")).encode()
    event = webhooks.parse(headers(f"{resource}.created", body), body)
    assert isinstance(event, webhooks.Event)
    assert type(event.data).__name__.lower() == resource


@pytest.mark.parametrize("resource", ["coupon", "customer", "order", "product"])
def test_a_record_of_the_legacy_api_is_taken_out_of_its_envelope(resource: str) -> None:
    enveloped = fixtures.load("legacy-v3", f"{resource}s.get")
    body = json.dumps(enveloped).encode()
    event = webhooks.receive(headers(f"{resource}.updated", body), body, "s")
    assert isinstance(event, webhooks.Event)
    assert type(event.data).__name__ == f"Legacy{resource.capitalize()}"
    assert event.id == enveloped[resource]["id"]
    assert event.raw == enveloped


def test_a_legacy_record_has_the_types_of_the_legacy_api() -> None:
    record = {"id": 7, "created_at": "2026-03-01T09:30:00Z", "total": "19.90", "status": "processing"}
    body = json.dumps({"order": record}).encode()
    event = webhooks.receive(headers("order.created", body), body, "s")
    assert isinstance(event, webhooks.Event)
    assert isinstance(event.data, LegacyOrder)
    assert event.data.created_at == datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    assert event.data.total == Decimal("19.90")


def test_a_field_called_like_the_resource_makes_no_envelope() -> None:
    body = json.dumps({**ORDER, "order": {"id": 3}}).encode()
    event = webhooks.parse(headers("order.updated", body), body)
    assert isinstance(event, webhooks.Event)
    assert isinstance(event.data, Order)
    assert event.id == ORDER["id"]


@pytest.mark.parametrize("body", [b'{"order": 5}', b'{"order": []}', b'{"order": null}', b'{"order": {}}', b"[]", b"7"])
def test_an_odd_envelope_does_not_lose_a_delivery(body: bytes) -> None:
    event = webhooks.parse(headers("order.updated", body), body)
    assert isinstance(event, webhooks.Event)
    assert event.id is None
    assert event.raw == json.loads(body)


def test_a_deleted_record_is_known_by_its_id_only() -> None:
    event = webhooks.parse(headers("product.deleted"), b'{"id": 9}')
    assert isinstance(event, webhooks.Event)
    assert (event.id, event.data, event.is_deleted) == (9, None, True)


def test_an_action_holds_the_name_and_first_argument_of_its_hook() -> None:
    body = b'{"action": "woocommerce_add_to_cart", "arg": "c4ca"}'
    event = webhooks.parse(headers("action.woocommerce_add_to_cart", body), body)
    assert isinstance(event, webhooks.Event)
    assert (event.resource, event.event, event.argument, event.data) == (
        "action",
        "woocommerce_add_to_cart",
        "c4ca",
        None,
    )


def test_an_odd_field_does_not_lose_a_delivery() -> None:
    body = json.dumps({**fixtures.load("v3", "products.get"), "price": [1]}).encode()
    event = webhooks.parse(headers("product.updated", body), b"\xef\xbb\xbf" + body)
    assert isinstance(event, webhooks.Event)
    assert isinstance(event.data, Product)


@pytest.mark.parametrize("resource", ["coupon", "customer", "order", "product"])
@pytest.mark.parametrize("enveloped", [False, True])
def test_an_error_in_place_of_the_record_is_no_record(resource: str, enveloped: bool) -> None:
    # The store reads the record as the user of the webhook, who may have lost the right to.
    error = {"code": "woocommerce_rest_cannot_view", "message": "Sorry.", "data": {"status": 403}}
    body = json.dumps({resource: error} if enveloped else error).encode()
    event = webhooks.receive(headers(f"{resource}.updated", body), body, "s")
    assert isinstance(event, webhooks.Event)
    assert (event.data, event.id) == (None, None)
    assert event.raw == json.loads(body)


@pytest.mark.parametrize(
    ("number", "read"),
    [(7, 7), ("7", 7), *((odd, None) for odd in (True, None, "", "x", -1, 7.5, "9" * 5000))],
)
def test_the_id_of_an_event_is_a_number_however_it_comes(number: object, read: int | None) -> None:
    event = webhooks.parse(headers("order.deleted"), json.dumps({"id": number}).encode())
    assert isinstance(event, webhooks.Event)
    assert event.id == read


@pytest.mark.parametrize(
    ("version", "field", "sent"),
    [("v3", "name", {"name": "other"}), ("legacy-v3", "title", {"product": {"title": "other"}})],
)
def test_the_record_of_an_event_can_be_saved(version: str, field: str, sent: Any) -> None:
    body = json.dumps(fixtures.load(version, "products.get")).encode()
    event = webhooks.parse(headers("product.updated", body), b"\xef\xbb\xbf" + body)
    assert isinstance(event, webhooks.Event)
    product: Any = event.data
    shop = Session("sync", lambda _: raw(body))
    setattr(product, field, "other")
    api = shop.woo if version == "v3" else shop.woo.legacy
    api.products.save(product)
    assert shop.bodies == [sent]


def test_the_ping_is_a_form_without_signature() -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert webhooks.receive(form, b"webhook_id=12", "s") == webhooks.Ping(12)


@pytest.mark.parametrize("signature", ["", "x", webhooks.sign(BODY, "other"), webhooks.sign(BODY + b" ", "s")])
def test_a_wrong_signature_is_an_error(signature: str) -> None:
    with pytest.raises(webhooks.SignatureError):
        webhooks.receive({**headers("order.updated"), "X-WC-Webhook-Signature": signature}, BODY, "s")


@pytest.mark.parametrize("topic", ["order.updated", "order.deleted", "action.woocommerce_add_to_cart", "x"])
def test_a_delivery_without_a_signature_is_an_error(topic: str) -> None:
    named = {name: value for name, value in headers(topic).items() if name != "X-WC-Webhook-Signature"}
    with pytest.raises(webhooks.SignatureError, match="has no signature"):
        webhooks.receive(named, BODY, "s")
    # Whoever cannot sign gets nothing in by the ping, which is not signed: it holds a number only.
    assert webhooks.receive({}, b"webhook_id=12&order=1", "s") == webhooks.Ping(12)
    with pytest.raises(webhooks.WebhookError, match="neither a delivery"):
        webhooks.receive({}, BODY, "s")


@pytest.mark.parametrize(
    ("named", "body"),
    [
        ({}, b""),
        ({}, b"webhook_id=x"),
        ({}, b"webhook_id=" + b"9" * 5000),
        (headers("order.updated", b"{"), b"{"),
        ({}, b"\xff"),
    ],
)
def test_what_is_no_delivery_is_an_error(named: dict[str, str], body: bytes) -> None:
    with pytest.raises(webhooks.WebhookError):
        webhooks.parse(named, body)
    assert issubclass(webhooks.WebhookError, WooError)


def _message(kind: type[Message]) -> Message:
    message = kind()
    for name, value in headers("order.updated").items():
        message[name] = value
    return message


def test_headers_come_as_frameworks_hold_them() -> None:
    named = headers("order.updated")
    meta = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in named.items()}
    # The last but one is what `http.server` hands over as `self.headers`.
    spelled: list[Any] = [
        {**meta, "wsgi.input": object(), "SERVER_PORT": 80, "wsgi.version": (1, 0)},
        HttpHeaders(meta),
        FlaskHeaders(named),
        EnvironHeaders(meta),
        StarletteHeaders(named),
        httpx.Headers(named),
        _message(HTTPMessage),
        _message(Message),
    ]
    for one in spelled:
        event = webhooks.receive(one, BODY, "s")
        assert isinstance(event, webhooks.Event)
        assert event.delivery_id == "0a1b"


@pytest.mark.parametrize("odd", [None, "abc", "ab", 3, ["ab"], [b"ab"], [("a", "b", "c")], ["name: value"]])
def test_headers_that_are_none_are_refused_as_such(odd: Any) -> None:
    with pytest.raises(TypeError, match="headers have to be a mapping or pairs of name and value"):
        webhooks.receive(odd, BODY, "s")


@pytest.mark.parametrize("body", [{}, {"id": 1}, "webhook_id=12", None, [], 12])
@pytest.mark.parametrize("named", [{}, headers("order.updated")], ids=["ping", "delivery"])
def test_a_body_that_is_not_raw_is_refused_whatever_the_headers(named: dict[str, str], body: Any) -> None:
    for call in (lambda: webhooks.parse(named, body), lambda: webhooks.receive(named, body, "s")):
        with pytest.raises(TypeError, match="body has to be the raw bytes of the request"):
            call()
    with pytest.raises(TypeError, match="body has to be the raw bytes of the request"):
        webhooks.sign(body, "s")


def test_a_body_may_be_a_view_of_bytes() -> None:
    for body in (bytearray(BODY), memoryview(BODY)):
        assert isinstance(webhooks.receive(headers("order.updated"), body, "s"), webhooks.Event)  # type: ignore[arg-type]


@pytest.mark.parametrize("named", [{}, headers("order.updated")], ids=["ping", "delivery"])
def test_a_secret_that_is_no_text_is_refused_as_such(named: dict[str, str]) -> None:
    for secret, match in ((b"s", "text.*not bytes; pass secret.decode"), (None, "text.*not NoneType")):
        with pytest.raises(TypeError, match=match):
            webhooks.receive(named, b"webhook_id=12", secret)  # type: ignore[arg-type]


def test_headers_may_be_lower_case_pairs_the_bytes_of_asgi_or_a_wsgi_environment() -> None:
    named = headers("order.updated")
    spelled: list[Any] = [
        {name.lower(): value for name, value in named.items()},
        list(named.items()),
        {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in named.items()},
        [(name.lower().encode(), value.encode()) for name, value in named.items()],
    ]
    for one in spelled:
        event = webhooks.receive(one, BODY, "s")
        assert isinstance(event, webhooks.Event)
        assert event.delivery_id == "0a1b"


def test_only_an_action_has_an_argument() -> None:
    record = b'{"id": 7, "arg": "of a plugin"}'
    event = webhooks.parse(headers("product.deleted", record), record)
    assert isinstance(event, webhooks.Event)
    assert event.argument is None
    for body in (b"[1]", b'{"action": "x"}'):
        hooked = webhooks.parse(headers("action.x", body), body)
        assert isinstance(hooked, webhooks.Event)
        assert hooked.argument is None


def test_a_number_has_at_most_twenty_digits() -> None:
    assert webhooks.receive({}, b"webhook_id=" + b"9" * 20, "s") == webhooks.Ping(10**20 - 1)
    for odd in (b"9" * 21, b"-1", b"+1", b"1.0", "²".encode(), b""):
        with pytest.raises(webhooks.WebhookError, match="neither a delivery"):
            webhooks.receive({}, b"webhook_id=" + odd, "s")


@pytest.mark.parametrize(
    ("topic", "resource", "name"),
    [("order.updated", "order", "updated"), ("action.a.b", "action", "a.b"), ("x", "x", ""), ("order.", "order", "")],
)
def test_a_topic_is_split_at_its_first_point(topic: str, resource: str, name: str) -> None:
    event = webhooks.parse({"X-WC-Webhook-Topic": topic}, b'{"id": 7}')
    assert isinstance(event, webhooks.Event)
    assert (event.topic, event.resource, event.event) == (topic, resource, name)
    assert (event.delivery_id, event.webhook_id, event.source) == ("", None, "")


def test_blanks_around_a_signature_do_no_harm_and_letter_case_does() -> None:
    signed = webhooks.sign(BODY, "s")
    assert webhooks.verify(BODY, f" {signed}\r\n", "s")
    assert not webhooks.verify(BODY, signed.swapcase(), "s")
    assert not webhooks.verify(BODY, signed.rstrip("="), "s")

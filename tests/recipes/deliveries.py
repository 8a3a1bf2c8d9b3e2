"""What a store sends, for the tests of the recipes."""

from __future__ import annotations

import json
from typing import Any

from wooclient import fixtures, webhooks

SECRET = "s&cret"
BODY = json.dumps(fixtures.load("v3", "orders.get")).encode()
NUMBER: str = fixtures.load("v3", "orders.get")["number"]
PING = b"webhook_id=12"
#: Body, headers and the status that a receiver has to answer: a delivery, the same again, a forged one, a ping, noise.
CASES: list[tuple[bytes, dict[str, str], int]] = [
    (BODY, {"delivery": "d1", "signature": webhooks.sign(BODY, SECRET)}, 200),
    (BODY, {"delivery": "d1", "signature": webhooks.sign(BODY, SECRET)}, 200),
    (BODY, {"delivery": "d2", "signature": webhooks.sign(BODY, "guessed")}, 401),
    (BODY + b" ", {"delivery": "d3", "signature": webhooks.sign(BODY, SECRET)}, 401),
    (PING, {}, 200),
    (b"noise", {}, 400),
]


def headers(about: dict[str, str]) -> dict[str, Any]:
    """The headers of a delivery about an order, or of a ping."""
    if not about:
        return {"Content-Type": "application/x-www-form-urlencoded"}
    return {
        "Content-Type": "application/json",
        "X-WC-Webhook-Topic": "order.created",
        "X-WC-Webhook-Resource": "order",
        "X-WC-Webhook-Event": "created",
        "X-WC-Webhook-ID": "12",
        "X-WC-Webhook-Delivery-ID": about["delivery"],
        "X-WC-Webhook-Signature": about["signature"],
    }

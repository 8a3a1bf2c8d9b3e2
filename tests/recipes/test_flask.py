"""Receiving webhooks with Flask."""

from __future__ import annotations

# --- the recipe ---
from flask import Flask, abort, request

from recipes.deliveries import CASES, NUMBER, SECRET, headers
from wooclient import webhooks
from wooclient.v3 import Order

app = Flask("receiver")
seen: set[str] = set()  # in production: a table or Redis, shared by all workers and kept for some days
orders: list[str] = []


@app.post("/woo")
def hook() -> str:
    try:
        # The raw body, taken before Flask parses a form out of it.
        event = webhooks.receive(request.headers, request.get_data(), SECRET)
    except webhooks.SignatureError:
        abort(401)
    except webhooks.WebhookError:
        abort(400)
    if isinstance(event, webhooks.Ping):
        return "ready"
    if event.delivery_id not in seen:
        seen.add(event.delivery_id)
        if isinstance(event.data, Order):
            orders.append(event.data.number)
    return "done"


# --- until here ---


def test_deliveries_are_checked_read_and_done_once() -> None:
    client = app.test_client()
    for body, about, status in CASES:
        assert client.post("/woo", data=body, headers=headers(about)).status_code == status
    assert orders == [NUMBER]

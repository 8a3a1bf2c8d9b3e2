"""A receiver of webhooks with Flask: deliveries are verified, typed, and each done once.

    pip install wooclient flask
    WOO_WEBHOOK_SECRET=... flask --app webhooks_flask run

The shop's webhook delivers to /woo, with that secret.
"""

from __future__ import annotations

import os

from flask import Flask, abort, request

from wooclient import webhooks
from wooclient.v3 import Order

app = Flask("receiver")
SECRET = os.environ["WOO_WEBHOOK_SECRET"]
seen: set[str] = set()  # in production: a table or Redis, shared by all workers and kept for some days
orders: list[str] = []


@app.post("/woo")
def hook() -> str:
    """Take one delivery."""
    try:
        # The raw body, taken before Flask parses a form out of it.
        event = webhooks.receive(request.headers, request.get_data(), SECRET)
    except webhooks.SignatureError:
        abort(401)
    except webhooks.WebhookError:
        abort(400)
    if isinstance(event, webhooks.Ping):
        return "ready"
    # A shop sends a delivery again if it got no answer in time.
    if event.delivery_id not in seen:
        seen.add(event.delivery_id)
        if isinstance(event.data, Order):
            orders.append(event.data.number)
    return "done"

"""A receiver of webhooks with FastAPI: deliveries are verified, typed, and each done once.

    pip install wooclient fastapi uvicorn
    WOO_WEBHOOK_SECRET=... uvicorn webhooks_fastapi:app

The shop's webhook delivers to /woo, with that secret.
"""

from __future__ import annotations

import os

from fastapi import FastAPI, HTTPException, Request

from wooclient import webhooks
from wooclient.v3 import Order

app = FastAPI()
SECRET = os.environ["WOO_WEBHOOK_SECRET"]
seen: set[str] = set()  # in production: a table or Redis, shared by all workers and kept for some days
orders: list[str] = []


@app.post("/woo")
async def hook(request: Request) -> dict[str, str]:
    """Take one delivery."""
    try:
        event = webhooks.receive(request.headers, await request.body(), SECRET)
    except webhooks.SignatureError:
        raise HTTPException(401) from None
    except webhooks.WebhookError:
        raise HTTPException(400) from None
    if isinstance(event, webhooks.Ping):
        return {"status": "ready"}
    # A shop sends a delivery again if it got no answer in time.
    if event.delivery_id not in seen:
        seen.add(event.delivery_id)
        if isinstance(event.data, Order):
            orders.append(event.data.number)
    return {"status": "done"}

"""Receiving webhooks with FastAPI."""

from __future__ import annotations

import asyncio

import httpx

# --- the recipe ---
from fastapi import FastAPI, HTTPException, Request

from recipes.deliveries import CASES, NUMBER, SECRET, headers
from wooclient import webhooks
from wooclient.v3 import Order

app = FastAPI()
seen: set[str] = set()  # in production: a table or Redis, shared by all workers and kept for some days
orders: list[str] = []


@app.post("/woo")
async def hook(request: Request) -> dict[str, str]:
    try:
        event = webhooks.receive(request.headers, await request.body(), SECRET)
    except webhooks.SignatureError:
        raise HTTPException(401) from None
    except webhooks.WebhookError:
        raise HTTPException(400) from None
    if isinstance(event, webhooks.Ping):
        return {"status": "ready"}
    if event.delivery_id not in seen:
        seen.add(event.delivery_id)
        if isinstance(event.data, Order):
            orders.append(event.data.number)
    return {"status": "done"}


# --- until here ---


def test_deliveries_are_checked_read_and_done_once() -> None:
    async def run() -> None:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://receiver") as client:
            for body, about, status in CASES:
                answer = await client.post("/woo", content=body, headers=headers(about))
                assert answer.status_code == status

    asyncio.run(run())
    assert orders == [NUMBER]

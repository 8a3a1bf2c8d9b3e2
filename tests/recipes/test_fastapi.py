"""Receiving webhooks with FastAPI."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from examples_here import example
from recipes.deliveries import CASES, NUMBER, SECRET, headers


def test_deliveries_are_checked_read_and_done_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WOO_WEBHOOK_SECRET", SECRET)
    receiver = example("webhooks_fastapi")

    async def run() -> None:
        transport = httpx.ASGITransport(receiver.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://receiver") as client:
            for body, about, status in CASES:
                answer = await client.post("/woo", content=body, headers=headers(about))
                assert answer.status_code == status

    asyncio.run(run())
    assert receiver.orders == [NUMBER]

"""Receiving webhooks with Flask."""

from __future__ import annotations

import pytest

from examples_here import example
from recipes.deliveries import CASES, NUMBER, SECRET, headers


def test_deliveries_are_checked_read_and_done_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WOO_WEBHOOK_SECRET", SECRET)
    receiver = example("webhooks_flask")
    client = receiver.app.test_client()
    for body, about, status in CASES:
        assert client.post("/woo", data=body, headers=headers(about)).status_code == status
    assert receiver.orders == [NUMBER]

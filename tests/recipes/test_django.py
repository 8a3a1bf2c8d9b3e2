"""Receiving webhooks with Django."""

from __future__ import annotations

import django
import pytest
from django.conf import settings

from examples_here import example
from recipes.deliveries import CASES, NUMBER, SECRET, headers

if not settings.configured:
    settings.configure(
        ROOT_URLCONF="example_webhooks_django", ALLOWED_HOSTS=["*"], SECRET_KEY="for tests only", USE_TZ=True
    )
    django.setup()


def test_deliveries_are_checked_read_and_done_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WOO_WEBHOOK_SECRET", SECRET)
    receiver = example("webhooks_django")
    from django.test import Client

    client = Client()
    for body, about, status in CASES:
        sent = headers(about)
        kind = sent.pop("Content-Type")
        assert client.post("/woo", data=body, content_type=kind, headers=sent).status_code == status
    assert receiver.orders == [NUMBER]

"""Receiving webhooks with Django."""

from __future__ import annotations

import django
from django.conf import settings

from recipes.deliveries import CASES, NUMBER, SECRET, headers

if not settings.configured:
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="for tests only", USE_TZ=True)
    django.setup()

# --- the recipe ---
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from wooclient import webhooks
from wooclient.v3 import Order

seen: set[str] = set()  # in production: a table or the cache, shared by all workers and kept for some days
orders: list[str] = []


@csrf_exempt
@require_POST
def hook(request: HttpRequest) -> HttpResponse:
    try:
        event = webhooks.receive(request.headers, request.body, SECRET)
    except webhooks.SignatureError:
        return HttpResponse(status=401)
    except webhooks.WebhookError:
        return HttpResponse(status=400)
    if isinstance(event, webhooks.Ping):
        return HttpResponse("ready")
    if event.delivery_id not in seen:
        seen.add(event.delivery_id)
        if isinstance(event.data, Order):
            orders.append(event.data.number)
    return HttpResponse("done")


urlpatterns = [path("woo", hook)]
# --- until here ---


def test_deliveries_are_checked_read_and_done_once() -> None:
    from django.test import Client

    client = Client()
    for body, about, status in CASES:
        sent = headers(about)
        kind = sent.pop("Content-Type")
        assert client.post("/woo", data=body, content_type=kind, headers=sent).status_code == status
    assert orders == [NUMBER]

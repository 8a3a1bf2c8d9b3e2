"""A receiver of webhooks with Django: deliveries are verified, typed, and each done once.

Add `urlpatterns` to your own, and set WOO_WEBHOOK_SECRET to the secret of the shop's webhook, which delivers to /woo.
"""

from __future__ import annotations

import os

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from wooclient import webhooks
from wooclient.v3 import Order

SECRET = os.environ["WOO_WEBHOOK_SECRET"]
seen: set[str] = set()  # in production: a table or the cache, shared by all workers and kept for some days
orders: list[str] = []


@csrf_exempt
@require_POST
def hook(request: HttpRequest) -> HttpResponse:
    """Take one delivery."""
    try:
        event = webhooks.receive(request.headers, request.body, SECRET)
    except webhooks.SignatureError:
        return HttpResponse(status=401)
    except webhooks.WebhookError:
        return HttpResponse(status=400)
    if isinstance(event, webhooks.Ping):
        return HttpResponse("ready")
    # A shop sends a delivery again if it got no answer in time.
    if event.delivery_id not in seen:
        seen.add(event.delivery_id)
        if isinstance(event.data, Order):
            orders.append(event.data.number)
    return HttpResponse("done")


urlpatterns = [path("woo", hook)]

"""Receiving what a store sends: check the signature, read the event.

Example:
    event = webhooks.receive(request.headers, request.body, secret)
    if isinstance(event, webhooks.Event) and isinstance(event.data, Order):
        print(event.topic, event.data.number)

A webhook that was made through wc-api/v3 sends records as that shows them: `LegacyCoupon` and the like.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wooclient._runtime.webhooks import Event as Event
from wooclient._runtime.webhooks import Headers as Headers
from wooclient._runtime.webhooks import Ping as Ping
from wooclient._runtime.webhooks import SignatureError as SignatureError
from wooclient._runtime.webhooks import WebhookError as WebhookError
from wooclient._runtime.webhooks import parse_with, receive_with
from wooclient._runtime.webhooks import sign as sign
from wooclient._runtime.webhooks import verify as verify

if TYPE_CHECKING:
    from wooclient.legacy.v3.models.coupons import LegacyCoupon
    from wooclient.legacy.v3.models.customers import LegacyCustomer
    from wooclient.legacy.v3.models.orders import LegacyOrder
    from wooclient.legacy.v3.models.products import LegacyProduct
    from wooclient.v3.models.coupons import Coupon
    from wooclient.v3.models.customers import Customer
    from wooclient.v3.models.orders import Order
    from wooclient.v3.models.products import Product

#: Where the model for each resource of a topic is found.
_MODELS: dict[str, tuple[str, str]] = {
    "coupon": ("wooclient.v3.models.coupons", "Coupon"),
    "customer": ("wooclient.v3.models.customers", "Customer"),
    "order": ("wooclient.v3.models.orders", "Order"),
    "product": ("wooclient.v3.models.products", "Product"),
}
#: The same for records that come below the name of their resource.
_WRAPPED_MODELS: dict[str, tuple[str, str]] = {
    "coupon": ("wooclient.legacy.v3.models.coupons", "LegacyCoupon"),
    "customer": ("wooclient.legacy.v3.models.customers", "LegacyCustomer"),
    "order": ("wooclient.legacy.v3.models.orders", "LegacyOrder"),
    "product": ("wooclient.legacy.v3.models.products", "LegacyProduct"),
}


def parse(
    headers: Headers, body: bytes
) -> Event[Coupon | Customer | Order | Product | LegacyCoupon | LegacyCustomer | LegacyOrder | LegacyProduct] | Ping:
    """What a delivery holds, without checking who sent it.

    Args:
        headers: The headers of the request, names in any case: as `http.server`, Flask, Django (`META` too),
            Starlette or a plain dict hold them, or pairs.
        body: The raw body.

    Raises:
        TypeError: If `body` is no bytes, or `headers` hold no names and values.
        WebhookError: If it is neither a delivery nor the ping that a store sends when a webhook is made.
    """
    return parse_with(_find, headers, body)


def receive(
    headers: Headers, body: bytes, secret: str
) -> Event[Coupon | Customer | Order | Product | LegacyCoupon | LegacyCustomer | LegacyOrder | LegacyProduct] | Ping:
    """What a delivery holds, once its signature has been checked. The ping has none; it holds only a number.

    Args:
        headers: The headers of the request, names in any case: as `http.server`, Flask, Django (`META` too),
            Starlette or a plain dict hold them, or pairs.
        body: The raw body, exactly as it came.
        secret: The secret of the webhook, as in WooCommerce > Settings > Advanced > Webhooks.

    Raises:
        TypeError: If `body` is no bytes, `secret` no text, or `headers` hold no names and values.
        ValueError: If `secret` is empty.
        SignatureError: If the signature of a delivery is missing or wrong; answer with status 401.
        WebhookError: If it is neither a delivery (no header `X-WC-Webhook-Topic`) nor a ping, or a delivery that is no
            JSON; answer with status 400.
    """
    return receive_with(_find, headers, body, secret)


def _find(resource: str, wrapped: bool) -> Any:
    from importlib import import_module

    module, name = (_WRAPPED_MODELS if wrapped else _MODELS).get(resource, ("", ""))
    return getattr(import_module(module), name) if module else None

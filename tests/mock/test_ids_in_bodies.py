"""Something new that is sent with an id, as a real WooCommerce 10.0.2 takes or refuses it."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import code, send
from wooclient.mock import MockStore

_NEW: dict[str, dict[str, Any]] = {
    "orders": {},
    "products": {"name": "Cup"},
    "coupons": {"code": "ten"},
    "customers": {"email": "ada@example.com"},
    "taxes": {"rate": "1"},
    "webhooks": {"topic": "order.created", "delivery_url": "https://hooks.example/"},
    "products/reviews": {"product_id": 101, "review": "Good", "reviewer": "Ada", "reviewer_email": "ada@example.com"},
    "products/categories": {"name": "Cups"},
    "products/102/variations": {},
    "orders/201/notes": {"note": "Rang."},
    "orders/201/refunds": {"amount": "1", "api_refund": False},
}
_CODES = {
    "orders": "shop_order_exists",
    "products": "product_exists",
    "coupons": "shop_coupon_exists",
    "customers": "customer_exists",
    "taxes": "tax_exists",
    "webhooks": "shop_webhook_exists",
    "products/reviews": "review_exists",
    "products/102/variations": "product_variation_exists",
    "orders/201/notes": "shop_order_exists",
    "orders/201/refunds": "shop_order_refund_exists",
}


@pytest.mark.parametrize("kind", _NEW)
def test_an_id_that_is_nothing_to_php_is_not_heard_and_others_are_refused(kind: str) -> None:
    for nothing in (0, "0", "", None, []):
        answer = send(MockStore(), "POST", f"/{kind}", {**_NEW[kind], "id": nothing})
        assert answer.status == 201, (nothing, answer.body)
    for number in (99999, "abc"):
        told = code(send(MockStore(), "POST", f"/{kind}", {**_NEW[kind], "id": number}))
        if kind == "products/categories":
            wanted = (201, "") if number == "abc" else (404, "woocommerce_rest_term_invalid")
        else:
            wanted = (400, f"woocommerce_rest_{_CODES[kind]}")
        assert told == wanted, number

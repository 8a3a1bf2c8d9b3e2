"""The kinds of selling: buyers, orders and what belongs to them, coupons."""

from __future__ import annotations

from ..life import Life
from .places import under_order

_HOME = {
    "first_name": "{mark}",
    "last_name": "Contract",
    "address_1": "1 Ice Road",
    "city": "Vostok",
    "postcode": "1000",
    "country": "AQ",
}
_BUYER = {**_HOME, "email": "{mark}@example.com", "phone": "555 0100"}

SELLING = (
    Life(
        "customers",
        {
            "email": "{mark}@example.com",
            "username": "{mark}",
            "password": "not a secret of {mark}",
            "first_name": "{mark}",
            "last_name": "Contract",
            "billing": _BUYER,
            "shipping": _HOME,
        },
        {"last_name": "Changed", "billing": {"city": "Halley", "company": "Made by {mark}"}},
        {"email": "{mark}@example.com"},
        frozenset({"registration-error-email-exists"}),
        hidden=frozenset({"password"}),
    ),
    Life(
        "orders",
        {
            "status": "pending",
            "billing": _BUYER,
            "shipping": _HOME,
            "customer_note": "Made by {mark}",
            "payment_method": "bacs",
            "payment_method_title": "Bank transfer",
            "transaction_id": "{mark}",
        },
        {"customer_note": "Changed by {mark}", "billing": {"city": "Halley"}},
        {"include": ["{id}"]},
        bare="trash",
    ),
    Life(
        "orders.notes",
        {"note": "Made by {mark}", "customer_note": False},
        place=under_order,
    ),
    Life(
        "orders.refunds",
        {"amount": "5.00", "reason": "Made by {mark}", "api_refund": False},
        found_by={"include": ["{id}"]},
        bare="removes",
        hidden=frozenset({"api_refund"}),
        rounded=frozenset({"amount"}),
        place=under_order,
    ),
    Life(
        "coupons",
        {"code": "{mark}", "amount": "10.00", "discount_type": "percent", "description": "Made by {mark}"},
        {"amount": "12.50", "usage_limit": 3, "individual_use": True, "minimum_amount": "50.00"},
        {"code": "{mark}"},
        frozenset({"woocommerce_rest_coupon_code_already_exists"}),
        bare="trash",
    ),
)

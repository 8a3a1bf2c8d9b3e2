"""A store full of people: everything that is somebody's has a mark, which must not be in a snapshot of it."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
#: Each value of somebody begins with this, in one letter case or another.
MARK = "Zyxq"
ANNA, EMAIL, PHONE, IP = "ZyxqAnna ZyxqBerg", "zyxqanna.zyxqberg@zyxqmail.example", "+49 170 7654321", "203.0.113.77"
#: What has no room for the mark, and must not be there either.
ALSO = ("7654321", "203.0.113.77", "DE89370400440532013000", "4929123456781234", "secret.shop.example", "90210")


def address(**more: Any) -> Json:
    return {
        "first_name": "ZyxqAnna", "last_name": "ZyxqBerg", "company": "Zyxq GmbH", "address_1": "Zyxq Street 5",
        "address_2": "Zyxq floor", "city": "ZyxqTown", "state": "Zyxq State", "postcode": "90210", "country": "US",
        "phone": PHONE, "vat_id": "Zyxq-VAT-1", **more,
    }  # fmt: skip


def meta(number: int) -> list[Json]:
    """Custom fields of every shape."""
    values: list[Any] = [
        "Zyxq text", EMAIL, {"name": "Zyxq", "list": ["Zyxq", {"deep": "Zyxq"}]}, ["Zyxq"], '{"a": "Zyxq"}',
        PHONE, "4929123456781234", {"zyxq@zyxq.example": "key"}, {"Zyxq Anna Berg": 1},
    ]  # fmt: skip
    rows = [{"id": number + i, "key": f"field_{i}", "value": value} for i, value in enumerate(values)]
    shown = {
        "id": number + 50,
        "key": "_gift",
        "value": "Zyxq",
        "display_key": "Gift for Zyxq",
        "display_value": "Zyxq",
    }
    return [*rows, shown, {"id": number + 51, "key": "Zyxq of Anna 4929123456781234", "value": "x"}]


def form(**fields: str) -> Json:
    about = {"label": "Field", "description": "What it is", "tip": "", "placeholder": "", "default": ""}
    return {
        name: {"id": name, "type": "password" if "secret" in name else "text", "value": value, **about}
        for name, value in fields.items()
    }


PICTURE = {"id": 3, "src": "https://cdn.example/Zyxq/anna.jpg?Zyxq", "name": "Zyxq anna", "alt": "Zyxq at home"}
PRODUCT: Json = {
    "id": 7, "name": "Teapot", "slug": "teapot", "type": "simple", "status": "publish", "sku": "POT",
    "regular_price": "20.00", "price": "20.00", "manage_stock": True, "stock_quantity": 9, "images": [PICTURE],
    "permalink": "https://secret.shop.example/product/teapot/",
    "description": f"<p>Ask {EMAIL} or call {PHONE}, IP {IP}. https://secret.shop.example/x</p>",
    "external_url": "https://Zyxq.example/buy", "downloads": [
        {"id": "Zyxq-1", "name": "Zyxq file", "file": "https://secret.shop.example/Zyxq/private.pdf"}
    ], "meta_data": meta(1000), "plugin_owner": {"name": "Zyxq", "email": EMAIL}, "post_password": "Zyxq-pass",
}  # fmt: skip
CUSTOMER: Json = {
    "id": 4, "email": EMAIL, "first_name": "ZyxqAnna", "last_name": "ZyxqBerg", "username": "zyxqanna.b",
    "role": "customer", "billing": address(email=EMAIL), "shipping": address(), "meta_data": meta(2000)[:9],
    "avatar_url": "https://secure.gravatar.com/avatar/Zyxq?s=96", "loyalty_card": "Zyxq-77",
}  # fmt: skip
LINE: Json = {
    "id": 1, "name": "Teapot", "product_id": 7, "variation_id": 0, "quantity": 2, "subtotal": "40.00",
    "total": "40.00", "sku": "POT", "price": 20, "image": {"id": "3", "src": "https://cdn.example/Zyxq.jpg"},
    "meta_data": [*meta(3000), {"id": 3099, "key": "_reduced_stock", "value": "2", "display_key": "_reduced_stock",
                                "display_value": "2"}], "parent_name": "Zyxq parent", "gift_note": "Zyxq",
    "taxes": [{"id": 1, "total": "2.9", "subtotal": "2.9"}], "total_tax": "2.90", "subtotal_tax": "2.90",
}  # fmt: skip
ORDER: Json = {
    "id": 50, "status": "processing", "currency": "USD", "total": "47.90", "total_tax": "2.90", "cart_tax": "2.90",
    "order_key": "wc_order_ZyxqKey", "customer_id": 4, "billing": address(email=EMAIL), "shipping": address(),
    "transaction_id": "Zyxq_txn", "customer_ip_address": IP, "customer_user_agent": "Zyxq/5.0", "number": "Zyxq-50",
    "customer_note": f"Zyxq please ring {PHONE}", "payment_method": "zyxq-pay", "payment_method_title": "Zyxq card",
    "created_via": "zyxq-plugin", "cart_hash": "zyxqhash", "version": "10.0.2", "meta_data": meta(4000),
    "payment_url": "https://secret.shop.example/pay/?key=wc_order_ZyxqKey", "line_items": [
        LINE, {**LINE, "id": 2, "name": "Zyxq engraved", "product_id": 0, "sku": "Zyxq-sku", "meta_data": [],
               "total": "0"}
    ],
    "tax_lines": [{"id": 3, "rate_id": 1, "rate_code": "US-ZYXQ-1", "label": "Zyxq tax", "tax_total": "2.90",
                   "shipping_tax_total": "0", "meta_data": meta(5000), "rate_percent": 7.25, "compound": False}],
    "shipping_lines": [{"id": 4, "method_title": "Zyxq courier", "method_id": "zyxq", "instance_id": "1",
                        "total": "5.00", "total_tax": "0.00", "taxes": [], "meta_data": meta(6000)}],
    "fee_lines": [{"id": 5, "name": "Zyxq fee", "total": "0.00", "total_tax": "0", "taxes": [], "meta_data": []}],
    "coupon_lines": [{"id": 6, "code": "zyxq10", "discount": "0", "discount_tax": "0", "meta_data": meta(7000)}],
    "refunds": [{"id": 51, "reason": "Zyxq sent it back", "total": "-1.00"}], "plugin_note": "Zyxq",
}  # fmt: skip
SEED: Json = {
    "@release": "10.0.2",
    "system_status": {"environment": {"version": "10.0.2", "home_url": "https://secret.shop.example",
                                      "site_url": "https://secret.shop.example", "log_directory": "/home/Zyxq/logs",
                                      "store_id": "Zyxq-id", "server_architecture": "Zyxq host"},
                      "settings": {"currency": "USD", "HPOS_enabled": True}},
    "settings": [{"id": name, "label": name, "description": "", "parent_id": "", "sub_groups": []}
                 for name in ("general", "email", "tax")],
    "settings/tax": [{"id": "woocommerce_tax_based_on", "type": "select", "value": "shipping", "default": "shipping",
                      "options": {"shipping": "Shipping", "billing": "Billing"}}],
    "settings/general": [
        *({"id": f"woocommerce_store_{name}", "type": "text", "value": f"Zyxq {name}", "default": ""}
          for name in ("address", "address_2", "city", "postcode")),
        {"id": "woocommerce_calc_taxes", "type": "checkbox", "value": "yes", "default": "no"},
        {"id": "woocommerce_currency", "type": "select", "value": "USD", "default": "USD", "options": {"USD": "$"}},
        {"id": "woocommerce_price_thousand_sep", "type": "text", "value": ".", "default": ","},
    ],
    "settings/email": [
        {"id": "woocommerce_email_from_name", "type": "text", "value": "Zyxq", "default": "Zyxq"},
        {"id": "woocommerce_email_from_address", "type": "email", "value": EMAIL, "default": EMAIL},
        {"id": "recipient", "type": "text", "value": f"{EMAIL}, zyxq2@zyxq.example", "default": EMAIL},
        {"id": "footer", "type": "textarea", "value": f"Zyxq greets you, {EMAIL}", "default": ""},
        {"id": "acme_api_key", "type": "text", "value": "Zyxq_key", "default": ""},
    ],
    "taxes": [{"id": 1, "country": "US", "state": "", "postcodes": ["902*"], "cities": [], "rate": "7.2500",
               "name": "Tax", "class": "standard", "priority": 1, "order": 0, "shipping": False, "compound": False}],
    "taxes/classes": [{"slug": "standard", "name": "Standard rate"}],
    "shipping/zones": [{"id": 0, "name": "Rest", "order": 0}, {"id": 1, "name": "Home", "order": 1}],
    "shipping/zones/1/locations": [{"code": "90100...90300", "type": "postcode"}],
    "shipping/zones/1/methods": [{"id": 2, "instance_id": 2, "title": "Flat rate", "order": 1, "enabled": True,
                                  "method_id": "flat_rate", "method_title": "Flat rate", "method_description": "",
                                  "settings": form(title="Flat rate", cost="10 + 2 * [qty]", api_key="Zyxq-key")}],
    "payment_gateways": [{"id": "bacs", "title": "Bank transfer", "description": "To DE89370400440532013000",
                          "order": 0, "enabled": True, "method_title": "Bank transfer", "method_description": "",
                          "method_supports": ["products"], "settings": form(
                              title="Bank transfer", api_key="Zyxq_live_1", webhook_secret="whsec_Zyxq",
                              instructions="Pay to Zyxq Berg", account_email=EMAIL)}],
    "products": [PRODUCT],
    "products/categories": [{"id": 15, "name": "Tea", "slug": "tea", "parent": 0, "image": PICTURE}],
    "coupons": [
        {"id": 8, "code": "spring", "amount": "10.00", "discount_type": "percent", "description": "Zyxq asked for it"},
        {"id": 9, "code": "zyxq10", "amount": "10.00", "discount_type": "percent", "email_restrictions": [
            EMAIL, "*@zyxqmail.example"], "used_by": ["4", EMAIL], "meta_data": meta(8000)},
    ],
    "customers": [CUSTOMER],
    "products/reviews": [{"id": 2, "product_id": 7, "product_name": "Teapot", "status": "approved", "reviewer": ANNA,
                          "reviewer_email": EMAIL, "review": "<p>Zyxq likes it</p>", "rating": 5, "verified": True,
                          "product_permalink": "https://secret.shop.example/product/teapot/",
                          "reviewer_avatar_urls": {"24": "https://secure.gravatar.com/avatar/Zyxq?s=24"}}],
    "webhooks": [{"id": 1, "name": "Zyxq hook", "status": "active", "topic": "order.created", "resource": "order",
                  "event": "created", "hooks": ["woocommerce_new_order"], "delivery_url": "https://Zyxq.example/in?k=Zyxq",
                  "secret": "Zyxq-secret"}],
    "orders": [ORDER],
    "orders/50/refunds": [{"id": 51, "amount": "1.00", "reason": "Zyxq sent it back", "refunded_by": 1,
                           "line_items": [], "meta_data": meta(9000)}],
    "orders/50/notes": [{"id": 11, "author": ANNA, "note": f"Zyxq wrote from {EMAIL}", "customer_note": True},
                        {"id": 12, "author": "WooCommerce", "note": "Payment of Zyxq by Zyxq_txn",
                         "customer_note": False}],
}  # fmt: skip

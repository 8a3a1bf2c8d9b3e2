"""Facts of WordPress, as tables."""

from __future__ import annotations

import re

#: The custom field in which it notes the slug that something had before the trash.
DESIRED_SLUG = "_wp_desired_post_slug"
#: Sequences that WordPress shares among kinds.
SEQUENCES = {
    "products": "posts",
    "products.variations": "posts",
    "orders": "posts",
    "orders.refunds": "posts",
    "coupons": "posts",
    "products.categories": "terms",
    "products.tags": "terms",
    "products.brands": "terms",
    "products.shipping_classes": "terms",
    "products.attributes.terms": "terms",
    "customers": "users",
    "products.reviews": "comments",
    "orders.notes": "comments",
}
#: What answers to those who show a key tell caches.
NEVER_KEPT = {
    "Expires": "Wed, 11 Jan 1984 05:00:00 GMT",
    "Cache-Control": "no-cache, must-revalidate, max-age=0, no-store, private",
}
#: A secret that does not belong to the key, or a key that does not allow what is asked for.
KEY_REFUSED = "woocommerce_rest_authentication_error"
#: How codes end that say that something is not there.
MISSING = re.compile(r"(_invalid_id|(?<!_value)_invalid|_invalid_slug|_invalid_location|_invalid_currency)$")
#: Missing documents that the store owns up to even without a key.
TOLD_TO_ALL = {
    "woocommerce_rest_product_invalid_id",
    "woocommerce_rest_product_variation_invalid_id",
    "woocommerce_rest_shop_order_invalid_id",
    "woocommerce_rest_shop_coupon_invalid_id",
    "woocommerce_rest_shop_order_refund_invalid_id",
    "woocommerce_rest_invalid_product_id",
    "woocommerce_rest_invalid_shop_order_id",
    "woocommerce_rest_invalid_shop_coupon_id",
    "woocommerce_rest_invalid_shop_order_refund_id",
}

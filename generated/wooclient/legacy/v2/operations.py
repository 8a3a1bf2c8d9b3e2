"""Every operation of wc-api/v2."""

from __future__ import annotations

from wooclient._runtime.registry import collected
from wooclient.legacy.v2.resources import (
    attributes,
    categories,
    coupons,
    customers,
    index,
    order_notes,
    order_refunds,
    orders,
    products,
    reports,
    webhooks,
)

OPERATIONS = collected(
    attributes,
    categories,
    coupons,
    customers,
    index,
    order_notes,
    order_refunds,
    orders,
    products,
    reports,
    webhooks,
)

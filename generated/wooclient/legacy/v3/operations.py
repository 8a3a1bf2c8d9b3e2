"""Every operation of wc-api/v3."""

from __future__ import annotations

from wooclient._runtime.registry import collected
from wooclient.legacy.v3.resources import (
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
    shipping_classes,
    tags,
    taxes,
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
    shipping_classes,
    tags,
    taxes,
    webhooks,
)

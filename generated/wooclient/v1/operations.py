"""Every operation of wc/v1."""

from __future__ import annotations

from wooclient._runtime.registry import collected
from wooclient.v1.resources import (
    attribute_terms,
    attributes,
    categories,
    coupons,
    customers,
    index,
    marketplace,
    order_notes,
    orders,
    products,
    refunds,
    reports,
    reviews,
    shipping_classes,
    tags,
    taxes,
    webhooks,
)

OPERATIONS = collected(
    attribute_terms,
    attributes,
    categories,
    coupons,
    customers,
    index,
    marketplace,
    order_notes,
    orders,
    products,
    refunds,
    reports,
    reviews,
    shipping_classes,
    tags,
    taxes,
    webhooks,
)

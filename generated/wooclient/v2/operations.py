"""Every operation of wc/v2."""

from __future__ import annotations

from wooclient._runtime.registry import collected
from wooclient.v2.resources import (
    attribute_terms,
    attributes,
    brands,
    categories,
    coupons,
    customers,
    index,
    order_notes,
    orders,
    payment_gateways,
    products,
    refunds,
    reports,
    reviews,
    settings,
    shipping,
    shipping_classes,
    system_status,
    tags,
    taxes,
    variations,
    webhooks,
)

OPERATIONS = collected(
    attribute_terms,
    attributes,
    brands,
    categories,
    coupons,
    customers,
    index,
    order_notes,
    orders,
    payment_gateways,
    products,
    refunds,
    reports,
    reviews,
    settings,
    shipping,
    shipping_classes,
    system_status,
    tags,
    taxes,
    variations,
    webhooks,
)

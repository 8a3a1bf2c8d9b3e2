"""Every operation of wc/v3."""

from __future__ import annotations

from typing import Any

from wooclient._runtime.operation import Operation
from wooclient.v3.resources import (
    attribute_terms,
    attributes,
    brands,
    categories,
    coupons,
    customers,
    data,
    index,
    layout_templates,
    marketplace,
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

_MODULES = (
    attribute_terms,
    attributes,
    brands,
    categories,
    coupons,
    customers,
    data,
    index,
    layout_templates,
    marketplace,
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
OPERATIONS: tuple[Operation[Any], ...] = tuple(
    value for module in _MODULES for value in vars(module).values() if isinstance(value, Operation)
)

"""Every operation of wc-api/v1."""

from __future__ import annotations

from wooclient._runtime.registry import collected
from wooclient.legacy.v1.resources import (
    coupons,
    customers,
    index,
    order_notes,
    orders,
    products,
    reports,
)

OPERATIONS = collected(
    coupons,
    customers,
    index,
    order_notes,
    orders,
    products,
    reports,
)

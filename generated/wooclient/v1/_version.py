"""The version that this package speaks: wc/v1."""

from wooclient._runtime.conditions import Condition
from wooclient._runtime.operation import Version

V1 = Version("v1", "/wp-json/wc/v1", "wooclient.v1", "_fields")
NEEDS_ORDERS_AS_POSTS = Condition(
    "/wp-json/wc/v3/system_status",
    (
        ("settings.HPOS_enabled", True),
        ("settings.HPOS_sync_enabled", False),
    ),
    "A store that keeps orders in tables of their own (HPOS) without sync shows none of them here, not even those that were made here. Use wc/v3 or wc/v2.",
)
NEEDS_SALES_FROM_POSTS = Condition(
    "/wp-json/wc/v3/system_status",
    (
        ("settings.HPOS_enabled", True),
        ("settings.HPOS_sync_enabled", False),
    ),
    "A store that keeps orders in tables of their own (HPOS) without sync counts none of them here. Add up the orders, or call `/wc-analytics/reports/revenue/stats`.",
    always=True,
)

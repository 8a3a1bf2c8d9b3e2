"""The version that this package speaks: wc/v2."""

from wooclient._runtime.conditions import Condition
from wooclient._runtime.operation import Version

V2 = Version("v2", "/wp-json/wc/v2", "wooclient.v2", "_fields")
NEEDS_COMPUTED_REFUNDS = Condition(
    "/wp-json/wc/v3/system_status",
    (),
    "Stores before WooCommerce 11.1 drop `compute_totals` silently and make a refund of 0.00. So with that field a client first asks the store for its release, and sends nothing to an older one.",
    before=("compute_totals", "environment.version", "11.1", "Pass amount= and the refund_total of each line instead."),
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

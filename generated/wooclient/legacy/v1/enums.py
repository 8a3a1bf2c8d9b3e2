"""Known values of fields and parameters of wc-api/v1."""

from typing import Literal

LegacyOrderStatusUpdateStatusValue = Literal[
    "pending", "processing", "on-hold", "completed", "cancelled", "refunded", "failed"
]

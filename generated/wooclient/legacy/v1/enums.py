"""Known values of fields and parameters of wc-api/v1."""

from typing import Literal

LegacyOrderStatusUpdateStatusValue = Literal[
    "pending", "processing", "on-hold", "completed", "cancelled", "refunded", "failed"
]

LegacyOrderStatusValue = Literal[
    "pending", "processing", "on-hold", "completed", "cancelled", "refunded", "failed", "checkout-draft", "trash"
]

LegacyProductStatusValue = Literal["publish", "draft", "pending", "private", "future", "trash"]

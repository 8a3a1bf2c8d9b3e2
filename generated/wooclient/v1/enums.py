"""Known values of fields and parameters of wc/v1."""

from typing import Literal

OrderListStatusValue = Literal[
    "any", "pending", "processing", "on-hold", "completed", "cancelled", "refunded", "failed", "checkout-draft"
]

OrderRefundListStatusValue = Literal[
    "any", "pending", "processing", "on-hold", "completed", "cancelled", "refunded", "failed", "checkout-draft"
]

OrderV1CreateStatusValue = Literal[
    "pending", "processing", "on-hold", "completed", "cancelled", "refunded", "failed", "checkout-draft"
]

OrderV1StatusValue = Literal[
    "pending", "processing", "on-hold", "completed", "cancelled", "refunded", "failed", "checkout-draft", "trash"
]

ProductV1StatusValue = Literal["draft", "pending", "private", "publish", "future", "auto-draft", "trash"]

"""Known values of fields and parameters of wc-api/v2."""

from typing import Literal

FilterOrderbyValue = Literal[
    "date",
    "modified",
    "ID",
    "title",
    "name",
    "author",
    "parent",
    "menu_order",
    "comment_count",
    "rand",
    "meta_value",
    "meta_value_num",
    "none",
]

LegacyCustomerFilterOrderbyValue = Literal[
    "registered",
    "ID",
    "id",
    "login",
    "nicename",
    "email",
    "url",
    "display_name",
    "post_count",
    "meta_value",
    "meta_value_num",
]

LegacyCustomerRoleValue = Literal[
    "customer", "subscriber", "shop_manager", "administrator", "editor", "author", "contributor"
]

LegacyOrderCreateStatusValue = Literal[
    "pending", "processing", "on-hold", "completed", "cancelled", "refunded", "failed", "checkout-draft"
]

LegacyOrderStatusValue = Literal[
    "pending", "processing", "on-hold", "completed", "cancelled", "refunded", "failed", "checkout-draft", "trash"
]

LegacyProductFilterOrderbyValue = Literal[
    "date",
    "modified",
    "ID",
    "title",
    "name",
    "author",
    "parent",
    "menu_order",
    "comment_count",
    "rand",
    "meta_value",
    "meta_value_num",
    "none",
]

LegacyProductStatusValue = Literal["publish", "draft", "pending", "private", "future", "trash"]

LegacyWebhookTopicValue = Literal[
    "coupon.created",
    "coupon.updated",
    "coupon.deleted",
    "coupon.restored",
    "customer.created",
    "customer.updated",
    "customer.deleted",
    "order.created",
    "order.updated",
    "order.deleted",
    "order.restored",
    "product.created",
    "product.updated",
    "product.deleted",
    "product.restored",
]

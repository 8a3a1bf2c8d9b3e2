"""Known values of fields and parameters of wc/v3."""

from typing import Literal

CouponStatusValue = Literal["publish", "draft", "pending", "private", "future", "trash", "auto-draft"]

CustomerListRoleValue = Literal[
    "all", "administrator", "editor", "author", "contributor", "subscriber", "customer", "shop_manager"
]

CustomerRoleValue = Literal[
    "administrator", "editor", "author", "contributor", "subscriber", "customer", "shop_manager"
]

OrderCreateStatusValue = Literal[
    "auto-draft", "pending", "processing", "on-hold", "completed", "cancelled", "refunded", "failed", "checkout-draft"
]

OrderCurrencyValue = Literal[
    "AED",
    "AFN",
    "ALL",
    "AMD",
    "ANG",
    "AOA",
    "ARS",
    "AUD",
    "AWG",
    "AZN",
    "BAM",
    "BBD",
    "BDT",
    "BGN",
    "BHD",
    "BIF",
    "BMD",
    "BND",
    "BOB",
    "BRL",
    "BSD",
    "BTC",
    "BTN",
    "BWP",
    "BYR",
    "BYN",
    "BZD",
    "CAD",
    "CDF",
    "CHF",
    "CLP",
    "CNY",
    "COP",
    "CRC",
    "CUC",
    "CUP",
    "CVE",
    "CZK",
    "DJF",
    "DKK",
    "DOP",
    "DZD",
    "EGP",
    "ERN",
    "ETB",
    "EUR",
    "FJD",
    "FKP",
    "GBP",
    "GEL",
    "GGP",
    "GHS",
    "GIP",
    "GMD",
    "GNF",
    "GTQ",
    "GYD",
    "HKD",
    "HNL",
    "HRK",
    "HTG",
    "HUF",
    "IDR",
    "ILS",
    "IMP",
    "INR",
    "IQD",
    "IRR",
    "IRT",
    "ISK",
    "JEP",
    "JMD",
    "JOD",
    "JPY",
    "KES",
    "KGS",
    "KHR",
    "KMF",
    "KPW",
    "KRW",
    "KWD",
    "KYD",
    "KZT",
    "LAK",
    "LBP",
    "LKR",
    "LRD",
    "LSL",
    "LYD",
    "MAD",
    "MDL",
    "MGA",
    "MKD",
    "MMK",
    "MNT",
    "MOP",
    "MRU",
    "MUR",
    "MVR",
    "MWK",
    "MXN",
    "MYR",
    "MZN",
    "NAD",
    "NGN",
    "NIO",
    "NOK",
    "NPR",
    "NZD",
    "OMR",
    "PAB",
    "PEN",
    "PGK",
    "PHP",
    "PKR",
    "PLN",
    "PRB",
    "PYG",
    "QAR",
    "RON",
    "RSD",
    "RUB",
    "RWF",
    "SAR",
    "SBD",
    "SCR",
    "SDG",
    "SEK",
    "SGD",
    "SHP",
    "SLL",
    "SOS",
    "SRD",
    "SSP",
    "STN",
    "SYP",
    "SZL",
    "THB",
    "TJS",
    "TMT",
    "TND",
    "TOP",
    "TRY",
    "TTD",
    "TWD",
    "TZS",
    "UAH",
    "UGX",
    "USD",
    "UYU",
    "UZS",
    "VEF",
    "VES",
    "VND",
    "VUV",
    "WST",
    "XAF",
    "XCD",
    "XOF",
    "XPF",
    "YER",
    "ZAR",
    "ZMW",
]

OrderEmailSendTemplateIdValue = Literal[
    "new_order",
    "cancelled_order",
    "customer_cancelled_order",
    "failed_order",
    "customer_failed_order",
    "customer_on_hold_order",
    "customer_processing_order",
    "customer_completed_order",
    "customer_refunded_order",
    "customer_invoice",
    "customer_note",
    "customer_reset_password",
    "customer_new_account",
    "customer_pos_completed_order",
    "customer_pos_refunded_order",
    "admin_payment_gateway_enabled",
    "customer_verify_email",
]

OrderEmailTemplateIdValue = Literal[
    "customer_completed_order",
    "customer_failed_order",
    "customer_invoice",
    "customer_on_hold_order",
    "customer_processing_order",
    "customer_refunded_order",
    "customer_partially_refunded_order",
    "customer_pos_completed_order",
    "customer_pos_refunded_order",
]

OrderListStatusValue = Literal[
    "any",
    "trash",
    "auto-draft",
    "pending",
    "processing",
    "on-hold",
    "completed",
    "cancelled",
    "refunded",
    "failed",
    "checkout-draft",
]

OrderStatusSlugValue = Literal[
    "pending", "processing", "on-hold", "completed", "cancelled", "refunded", "failed", "checkout-draft"
]

OrderStatusValue = Literal[
    "auto-draft",
    "pending",
    "processing",
    "on-hold",
    "completed",
    "cancelled",
    "refunded",
    "failed",
    "checkout-draft",
    "trash",
]

PaymentGatewayMethodSupportsValue = Literal[
    "products",
    "refunds",
    "tokenization",
    "add_payment_method",
    "default_credit_card_form",
    "pre-orders",
    "subscriptions",
    "multiple_subscriptions",
    "subscription_cancellation",
    "subscription_suspension",
    "subscription_reactivation",
    "subscription_amount_changes",
    "subscription_date_changes",
    "subscription_payment_method_change",
    "subscription_payment_method_change_admin",
    "subscription_payment_method_change_customer",
]

PaymentGatewaySettingTypeValue = Literal[
    "text",
    "safe_text",
    "textarea",
    "email",
    "number",
    "price",
    "decimal",
    "password",
    "color",
    "checkbox",
    "select",
    "multiselect",
    "radio",
    "title",
]

ProductAttributeTermListOrderbyValue = Literal["id", "include", "name", "slug", "term_group", "description", "count"]

ProductBrandListOrderbyValue = Literal["id", "include", "name", "slug", "term_group", "description", "count"]

ProductCategoryListOrderbyValue = Literal["id", "include", "name", "slug", "term_group", "description", "count"]

ProductListExcludeStatusValue = Literal["future", "trash", "draft", "pending", "private", "publish"]

ProductListIncludeStatusValue = Literal["any", "future", "trash", "draft", "pending", "private", "publish"]

ProductListOrderbyValue = Literal[
    "date",
    "id",
    "include",
    "title",
    "slug",
    "modified",
    "popularity",
    "rating",
    "post__in",
    "price",
    "sales",
    "menu_order",
    "random",
]

ProductListSearchFieldsValue = Literal["name", "sku", "global_unique_id", "description", "short_description"]

ProductListStatusValue = Literal["any", "future", "trash", "draft", "pending", "private", "publish"]

ProductShippingClassListOrderbyValue = Literal["id", "include", "name", "slug", "term_group", "description", "count"]

ProductStatusValue = Literal["draft", "pending", "private", "publish", "future", "auto-draft", "trash"]

ProductTagListOrderbyValue = Literal["id", "include", "name", "slug", "term_group", "description", "count"]

ProductVariationListExcludeStatusValue = Literal["future", "trash", "draft", "pending", "private", "publish"]

ProductVariationListIncludeStatusValue = Literal["any", "future", "trash", "draft", "pending", "private", "publish"]

ProductVariationListOrderbyValue = Literal["date", "id", "include", "title", "slug", "modified", "menu_order"]

ProductVariationListStatusValue = Literal["any", "future", "trash", "draft", "pending", "private", "publish"]

ReportOrderTotalSlugValue = Literal[
    "pending", "processing", "on-hold", "completed", "cancelled", "refunded", "failed", "checkout-draft"
]

ReportReviewTotalSlugValue = Literal[
    "rated_1_out_of_5", "rated_2_out_of_5", "rated_3_out_of_5", "rated_4_out_of_5", "rated_5_out_of_5"
]

ReportSlugValue = Literal[
    "sales",
    "top_sellers",
    "orders/totals",
    "products/totals",
    "customers/totals",
    "coupons/totals",
    "reviews/totals",
    "categories/totals",
    "tags/totals",
    "attributes/totals",
]

SettingGroupIdValue = Literal[
    "wc_admin",
    "general",
    "products",
    "tax",
    "shipping",
    "checkout",
    "account",
    "email",
    "integration",
    "site-visibility",
    "point-of-sale",
    "advanced",
]

SettingTypeValue = Literal[
    "text",
    "email",
    "number",
    "color",
    "password",
    "textarea",
    "select",
    "multiselect",
    "radio",
    "image_width",
    "checkbox",
    "thumbnail_cropping",
]

ShippingMethodIdValue = Literal["flat_rate", "free_shipping", "local_pickup", "pickup_location"]

ShippingZoneMethodSettingTypeValue = Literal[
    "text", "price", "decimal", "number", "textarea", "password", "checkbox", "select", "multiselect", "radio", "title"
]

SystemStatusLoggingLevelThresholdValue = Literal[
    "", "none", "emergency", "alert", "critical", "error", "warning", "notice", "info", "debug"
]

VariationStatusValue = Literal["draft", "pending", "private", "publish", "future", "auto-draft", "trash"]

WebhookTopicValue = Literal[
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
    "product.published",
]

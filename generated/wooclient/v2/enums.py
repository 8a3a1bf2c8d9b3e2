"""Known values of fields and parameters of wc/v2."""

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

ProductListStatusValue = Literal["any", "future", "trash", "draft", "pending", "private", "publish"]

ProductShippingClassListOrderbyValue = Literal["id", "include", "name", "slug", "term_group", "description", "count"]

ProductStatusValue = Literal["draft", "pending", "private", "publish", "future", "auto-draft", "trash"]

ProductTagListOrderbyValue = Literal["id", "include", "name", "slug", "term_group", "description", "count"]

ProductVariationListOrderbyValue = Literal["date", "id", "include", "title", "slug", "modified", "menu_order"]

ProductVariationListStatusValue = Literal["any", "future", "trash", "draft", "pending", "private", "publish"]

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

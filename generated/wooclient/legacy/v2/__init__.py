"""wc-api/v2: models of its answers and the types of its parameters, loaded when first named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wooclient.legacy.v2.models.attributes import *
    from wooclient.legacy.v2.models.categories import *
    from wooclient.legacy.v2.models.common import *
    from wooclient.legacy.v2.models.coupons import *
    from wooclient.legacy.v2.models.customers import *
    from wooclient.legacy.v2.models.customers_addresses import *
    from wooclient.legacy.v2.models.index import *
    from wooclient.legacy.v2.models.order_notes import *
    from wooclient.legacy.v2.models.order_refunds import *
    from wooclient.legacy.v2.models.orders import *
    from wooclient.legacy.v2.models.orders_lines import *
    from wooclient.legacy.v2.models.orders_requests import *
    from wooclient.legacy.v2.models.products import *
    from wooclient.legacy.v2.models.products_bulk import *
    from wooclient.legacy.v2.models.products_parts import *
    from wooclient.legacy.v2.models.products_reviews import *
    from wooclient.legacy.v2.models.products_variations import *
    from wooclient.legacy.v2.models.reports import *
    from wooclient.legacy.v2.models.webhooks import *
    from wooclient.legacy.v2.params.attributes import *
    from wooclient.legacy.v2.params.categories import *
    from wooclient.legacy.v2.params.common import *
    from wooclient.legacy.v2.params.coupons import *
    from wooclient.legacy.v2.params.customers import *
    from wooclient.legacy.v2.params.customers_addresses import *
    from wooclient.legacy.v2.params.order_notes import *
    from wooclient.legacy.v2.params.order_refunds import *
    from wooclient.legacy.v2.params.orders import *
    from wooclient.legacy.v2.params.orders_lines import *
    from wooclient.legacy.v2.params.orders_requests import *
    from wooclient.legacy.v2.params.products import *
    from wooclient.legacy.v2.params.products_bulk import *
    from wooclient.legacy.v2.params.products_filter import *
    from wooclient.legacy.v2.params.products_parts import *
    from wooclient.legacy.v2.params.products_variations import *
    from wooclient.legacy.v2.params.reports import *
    from wooclient.legacy.v2.params.webhooks import *

_NAMES = {
    "models.attributes": "LegacyAttribute ",
    "models.categories": "LegacyProductCategory ",
    "models.common": "BulkFailure Message ",
    "models.coupons": "LegacyCoupon LegacyCouponBulkFailure ",
    "models.customers": "LegacyCustomer LegacyCustomerBulkFailure LegacyCustomerOrderFailure LegacyDownload LegacyDownloadFile ",
    "models.customers_addresses": "LegacyBillingAddress LegacyShippingAddress ",
    "models.index": "LegacyRoute LegacyRouteMeta LegacyStore LegacyStoreLinks LegacyStoreMeta ",
    "models.order_notes": "LegacyOrderNote ",
    "models.order_refunds": "LegacyRefund LegacyRefundLine ",
    "models.orders": "LegacyOrder LegacyOrderCustomer LegacyOrderPayment ",
    "models.orders_lines": (
        "LegacyOrderCouponLine LegacyOrderFeeLine LegacyOrderLineItem LegacyOrderLineMeta LegacyOrderShippingLine "
        "LegacyOrderTaxLine "
    ),
    "models.orders_requests": "LegacyOrderBulkFailure ",
    "models.products": "LegacyProduct LegacyProductAttribute ",
    "models.products_bulk": "LegacyProductBulkFailure ",
    "models.products_parts": "LegacyProductDimensions LegacyProductDownload LegacyProductImage ",
    "models.products_reviews": "LegacyProductReview ",
    "models.products_variations": "LegacyVariation LegacyVariationAttribute ",
    "models.reports": "LegacySalesPeriod LegacySalesReport LegacyTopSeller ",
    "models.webhooks": "LegacyWebhook LegacyWebhookDelivery ",
    "params.attributes": "LegacyAttributeCreate LegacyAttributeFields LegacyAttributeUpdate ",
    "params.categories": "ProductCategoryGetParams ProductCategoryListParams ",
    "params.common": "Filter MetaFilter ",
    "params.coupons": (
        "CouponByCodeParams CouponCountParams CouponDeleteParams CouponGetParams CouponListParams "
        "LegacyCouponBulkItem LegacyCouponCreate LegacyCouponFields LegacyCouponUpdate "
    ),
    "params.customers": (
        "CustomerByEmailParams CustomerCountParams CustomerGetParams CustomerListParams LegacyCustomerBulkItem "
        "LegacyCustomerCreate LegacyCustomerFields LegacyCustomerFilter LegacyCustomerUpdate "
    ),
    "params.customers_addresses": "LegacyBillingAddressInput LegacyShippingAddressInput ",
    "params.order_notes": "LegacyOrderNoteCreate LegacyOrderNoteUpdate OrderNoteGetParams OrderNoteListParams ",
    "params.order_refunds": (
        "LegacyRefundCreate LegacyRefundRequestLine LegacyRefundUpdate OrderRefundCreateParams OrderRefundGetParams "
        "OrderRefundListParams "
    ),
    "params.orders": (
        "LegacyItemMetaFilter LegacyOrderFilter LegacyOrderPaymentInput LegacyOrderShow OrderCountParams "
        "OrderDeleteParams OrderGetParams OrderListParams "
    ),
    "params.orders_lines": "LegacyOrderCouponLineInput LegacyOrderFeeLineInput LegacyOrderLineItemInput LegacyOrderShippingLineInput ",
    "params.orders_requests": "LegacyOrderBulkItem LegacyOrderCreate LegacyOrderFields LegacyOrderUpdate ",
    "params.products": (
        "LegacyProductAttributeInput LegacyProductCreate LegacyProductFields LegacyProductUpdate ProductBySkuParams "
        "ProductCountParams ProductDeleteParams ProductGetParams ProductListParams ProductOrderListParams "
    ),
    "params.products_bulk": "LegacyProductBulkItem ",
    "params.products_filter": "LegacyProductFilter ",
    "params.products_parts": "LegacyProductDimensionsInput LegacyProductDownloadInput LegacyProductImageWrite ",
    "params.products_variations": "LegacyVariationAttributeInput LegacyVariationInput ",
    "params.reports": "LegacyReportFilter LegacyTopSellerFilter ReportSaleGetParams ReportSaleTopSellerListParams ",
    "params.webhooks": "LegacyWebhookCreate LegacyWebhookFilter LegacyWebhookUpdate WebhookCountParams WebhookListParams ",
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    for module, names in _NAMES.items():
        if name in names.split():
            return getattr(import_module(f"wooclient.legacy.v2.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

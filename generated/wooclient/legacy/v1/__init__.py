"""wc-api/v1: models of its answers and the types of its parameters, loaded when first named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wooclient.legacy.v1.models.coupons import *
    from wooclient.legacy.v1.models.customers import *
    from wooclient.legacy.v1.models.customers_addresses import *
    from wooclient.legacy.v1.models.index import *
    from wooclient.legacy.v1.models.order_notes import *
    from wooclient.legacy.v1.models.orders import *
    from wooclient.legacy.v1.models.orders_lines import *
    from wooclient.legacy.v1.models.products import *
    from wooclient.legacy.v1.models.products_parts import *
    from wooclient.legacy.v1.models.products_reviews import *
    from wooclient.legacy.v1.models.products_variations import *
    from wooclient.legacy.v1.models.reports import *
    from wooclient.legacy.v1.params.common import *
    from wooclient.legacy.v1.params.coupons import *
    from wooclient.legacy.v1.params.customers import *
    from wooclient.legacy.v1.params.orders import *
    from wooclient.legacy.v1.params.orders_requests import *
    from wooclient.legacy.v1.params.products import *
    from wooclient.legacy.v1.params.products_filter import *
    from wooclient.legacy.v1.params.reports import *

_NAMES = {
    "models.coupons": "LegacyCoupon ",
    "models.customers": "LegacyCustomer LegacyCustomerOrderFailure ",
    "models.customers_addresses": "LegacyBillingAddress LegacyShippingAddress ",
    "models.index": "LegacyRoute LegacyRouteMeta LegacyStore LegacyStoreLinks LegacyStoreMeta ",
    "models.order_notes": "LegacyOrderNote ",
    "models.orders": "LegacyOrder LegacyOrderCustomer LegacyOrderPayment ",
    "models.orders_lines": "LegacyOrderCouponLine LegacyOrderFeeLine LegacyOrderLineItem LegacyOrderShippingLine LegacyOrderTaxLine ",
    "models.products": "LegacyProduct LegacyProductAttribute ",
    "models.products_parts": "LegacyProductDimensions LegacyProductDownload LegacyProductImage ",
    "models.products_reviews": "LegacyProductReviewV1 ",
    "models.products_variations": "LegacyVariation LegacyVariationAttribute ",
    "models.reports": "LegacySalesPeriod LegacySalesReport LegacyTopSeller ",
    "params.common": "Filter MetaFilter ",
    "params.coupons": "CouponByCodeParams CouponCountParams CouponGetParams CouponListParams ",
    "params.customers": "CustomerCountParams CustomerGetParams CustomerListParams CustomerOrderListParams LegacyCustomerFilter ",
    "params.orders": "LegacyOrderFilter LegacyOrderShow OrderCountParams OrderGetParams OrderListParams ",
    "params.orders_requests": "LegacyOrderStatusUpdate ",
    "params.products": "ProductCountParams ProductGetParams ProductListParams ",
    "params.products_filter": "LegacyProductFilter ",
    "params.reports": "LegacyReportFilter LegacyTopSellerFilter ReportSaleGetParams ReportSaleTopSellerListParams ",
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    for module, names in _NAMES.items():
        if name in names.split():
            return getattr(import_module(f"wooclient.legacy.v1.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

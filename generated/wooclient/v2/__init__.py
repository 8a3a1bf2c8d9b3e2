"""wc/v2: models of its answers and the types of its parameters, loaded when first named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wooclient.v2.models.attribute_terms import *
    from wooclient.v2.models.attribute_terms_batch import *
    from wooclient.v2.models.attributes import *
    from wooclient.v2.models.attributes_batch import *
    from wooclient.v2.models.brands import *
    from wooclient.v2.models.brands_batch import *
    from wooclient.v2.models.categories import *
    from wooclient.v2.models.categories_batch import *
    from wooclient.v2.models.common import *
    from wooclient.v2.models.common_errors import *
    from wooclient.v2.models.coupons import *
    from wooclient.v2.models.coupons_batch import *
    from wooclient.v2.models.customers import *
    from wooclient.v2.models.customers_batch import *
    from wooclient.v2.models.index import *
    from wooclient.v2.models.order_notes import *
    from wooclient.v2.models.orders import *
    from wooclient.v2.models.orders_batch import *
    from wooclient.v2.models.orders_lines import *
    from wooclient.v2.models.orders_parts import *
    from wooclient.v2.models.payment_gateways import *
    from wooclient.v2.models.products import *
    from wooclient.v2.models.products_batch import *
    from wooclient.v2.models.products_parts import *
    from wooclient.v2.models.refunds import *
    from wooclient.v2.models.reports import *
    from wooclient.v2.models.reviews_v2 import *
    from wooclient.v2.models.reviews_v2_batch import *
    from wooclient.v2.models.settings import *
    from wooclient.v2.models.settings_batch import *
    from wooclient.v2.models.shipping import *
    from wooclient.v2.models.shipping_classes import *
    from wooclient.v2.models.shipping_classes_batch import *
    from wooclient.v2.models.system_status import *
    from wooclient.v2.models.system_status_plugins import *
    from wooclient.v2.models.system_status_tools import *
    from wooclient.v2.models.tags import *
    from wooclient.v2.models.tags_batch import *
    from wooclient.v2.models.taxes import *
    from wooclient.v2.models.taxes_batch import *
    from wooclient.v2.models.variations import *
    from wooclient.v2.models.variations_batch import *
    from wooclient.v2.models.webhooks import *
    from wooclient.v2.models.webhooks_batch import *
    from wooclient.v2.params.attribute_terms import *
    from wooclient.v2.params.attributes import *
    from wooclient.v2.params.brands import *
    from wooclient.v2.params.categories import *
    from wooclient.v2.params.common import *
    from wooclient.v2.params.coupons import *
    from wooclient.v2.params.customers import *
    from wooclient.v2.params.index import *
    from wooclient.v2.params.order_notes import *
    from wooclient.v2.params.orders import *
    from wooclient.v2.params.orders_lines import *
    from wooclient.v2.params.orders_parts import *
    from wooclient.v2.params.payment_gateways import *
    from wooclient.v2.params.products import *
    from wooclient.v2.params.products_parts import *
    from wooclient.v2.params.refunds import *
    from wooclient.v2.params.reports import *
    from wooclient.v2.params.reviews import *
    from wooclient.v2.params.reviews_v2 import *
    from wooclient.v2.params.settings import *
    from wooclient.v2.params.shipping import *
    from wooclient.v2.params.shipping_classes import *
    from wooclient.v2.params.system_status import *
    from wooclient.v2.params.system_status_tools import *
    from wooclient.v2.params.tags import *
    from wooclient.v2.params.taxes import *
    from wooclient.v2.params.variations import *
    from wooclient.v2.params.webhooks import *

_NAMES = {
    "models.attribute_terms": "ProductAttributeTerm ",
    "models.attribute_terms_batch": "ProductAttributeTermBatchResult ",
    "models.attributes": "ProductAttribute ",
    "models.attributes_batch": "ProductAttributeBatchResult ",
    "models.brands": "ProductBrand ProductBrandImage ",
    "models.brands_batch": "ProductBrandBatchResult ",
    "models.categories": "ProductCategory ProductCategoryImage ",
    "models.categories_batch": "ProductCategoryBatchResult ",
    "models.common": "Link LinkTargetHints MetaData ",
    "models.common_errors": "BatchItemError BatchItemParameters Error ErrorData ErrorDetail ",
    "models.coupons": "Coupon ",
    "models.coupons_batch": "CouponBatchResult ",
    "models.customers": "Customer CustomerBilling CustomerDownload CustomerDownloadFile CustomerShipping ",
    "models.customers_batch": "CustomerBatchResult ",
    "models.index": "IndexArgument IndexEndpoint IndexField IndexRoute NamespaceIndex ",
    "models.order_notes": "OrderNote ",
    "models.orders": "Order ",
    "models.orders_batch": "OrderBatchResult ",
    "models.orders_lines": "OrderCouponLine OrderFeeLine OrderLineImage OrderLineItem OrderLineTax OrderShippingLine OrderTaxLine ",
    "models.orders_parts": "OrderBilling OrderRefundSummary OrderShipping ",
    "models.payment_gateways": "PaymentGateway PaymentGatewayScript PaymentGatewaySetting ",
    "models.products": "Product ",
    "models.products_batch": "ProductBatchResult ",
    "models.products_parts": (
        "ProductAttributeChoice ProductDefaultAttribute ProductDimensions ProductDownload ProductImage ProductRelated "
        "ProductTagTerm ProductTerm "
    ),
    "models.refunds": "OrderRefund ",
    "models.reports": "Report ReportSales ReportSalesPeriod ReportTopSeller ",
    "models.reviews_v2": "ProductReviewV2 ",
    "models.reviews_v2_batch": "ProductReviewV2BatchResult ",
    "models.settings": "Setting SettingGroup SettingImageSize ",
    "models.settings_batch": "SettingBatchResult ",
    "models.shipping": "ShippingMethod ShippingZone ShippingZoneLocation ShippingZoneMethod ShippingZoneMethodSetting ",
    "models.shipping_classes": "ProductShippingClass ",
    "models.shipping_classes_batch": "ProductShippingClassBatchResult ",
    "models.system_status": (
        "SystemStatusDatabase SystemStatusEnvironment SystemStatusIntegrity SystemStatusIntegrityDetails "
        "SystemStatusLogging SystemStatusPage SystemStatusPostTypeCount SystemStatusReport SystemStatusSecurity "
        "SystemStatusSettings SystemStatusSize SystemStatusTable SystemStatusTables "
    ),
    "models.system_status_plugins": (
        "SystemStatusDropin SystemStatusDropins SystemStatusMuPlugin SystemStatusOverride SystemStatusPlugin "
        "SystemStatusTheme "
    ),
    "models.system_status_tools": "SystemStatusTool ",
    "models.tags": "ProductTag ",
    "models.tags_batch": "ProductTagBatchResult ",
    "models.taxes": "Tax TaxClass ",
    "models.taxes_batch": "TaxBatchResult ",
    "models.variations": "Variation VariationAttribute ",
    "models.variations_batch": "VariationBatchResult ",
    "models.webhooks": "Webhook WebhookDelivery ",
    "models.webhooks_batch": "WebhookBatchResult ",
    "params.attribute_terms": (
        "ProductAttributeTermBatch ProductAttributeTermBatchItem ProductAttributeTermCreate "
        "ProductAttributeTermDeleteParams ProductAttributeTermGetParams ProductAttributeTermListParams "
        "ProductAttributeTermUpdate "
    ),
    "params.attributes": (
        "ProductAttributeBatch ProductAttributeBatchItem ProductAttributeCreate ProductAttributeDeleteParams "
        "ProductAttributeFields ProductAttributeGetParams ProductAttributeListParams ProductAttributeUpdate "
    ),
    "params.brands": (
        "ProductBrandBatch ProductBrandBatchItem ProductBrandCreate ProductBrandDeleteParams ProductBrandFields "
        "ProductBrandGetParams ProductBrandImageInput ProductBrandListParams ProductBrandUpdate "
    ),
    "params.categories": (
        "ProductCategoryBatch ProductCategoryBatchItem ProductCategoryCreate ProductCategoryDeleteParams "
        "ProductCategoryFields ProductCategoryGetParams ProductCategoryImageInput ProductCategoryListParams "
        "ProductCategoryUpdate "
    ),
    "params.common": "MetaDataInput ",
    "params.coupons": (
        "CouponBatch CouponBatchItem CouponCreate CouponDeleteParams CouponFields CouponGetParams CouponListParams "
        "CouponUpdate "
    ),
    "params.customers": (
        "CustomerBatch CustomerBatchItem CustomerBillingInput CustomerCreate CustomerDeleteParams "
        "CustomerDownloadListParams CustomerFields CustomerGetParams CustomerListParams CustomerMetaData "
        "CustomerShippingInput CustomerUpdate "
    ),
    "params.index": "IndexGetParams ",
    "params.order_notes": "OrderNoteCreate OrderNoteDeleteParams OrderNoteGetParams OrderNoteListParams ",
    "params.orders": "OrderBatch OrderBatchItem OrderCreate OrderDeleteParams OrderGetParams OrderListParams OrderUpdate ",
    "params.orders_lines": "OrderCouponLineInput OrderFeeLineInput OrderLineItemInput OrderShippingLineInput ",
    "params.orders_parts": "OrderBillingInput OrderShippingInput ",
    "params.payment_gateways": "PaymentGatewayGetParams PaymentGatewayListParams PaymentGatewayUpdate ",
    "params.products": (
        "ProductBatch ProductBatchItem ProductCreate ProductDeleteParams ProductGetParams ProductListParams "
        "ProductRelatedParams ProductUpdate "
    ),
    "params.products_parts": (
        "ProductAttributeChoiceInput ProductDefaultAttributeInput ProductDimensionsInput ProductDownloadInput "
        "ProductImageInput ProductTagTermInput ProductTermInput "
    ),
    "params.refunds": "OrderRefundCreate OrderRefundDeleteParams OrderRefundGetParams OrderRefundListParams OrderRefundMetaCreate ",
    "params.reports": "ReportListParams ReportSaleListParams ReportTopSellerListParams ",
    "params.reviews": "ProductReviewDeleteParams ProductReviewGetParams ProductReviewListParams ",
    "params.reviews_v2": "ProductReviewV2Batch ProductReviewV2BatchItem ProductReviewV2Create ProductReviewV2Update ",
    "params.settings": (
        "SettingBatch SettingBatchItem SettingBatchUpdate SettingImageSizeInput SettingListParams "
        "SettingOptionGetParams SettingOptionListParams SettingUpdate "
    ),
    "params.shipping": (
        "ShippingMethodGetParams ShippingMethodListParams ShippingZoneCreate ShippingZoneDeleteParams "
        "ShippingZoneGetParams ShippingZoneListParams ShippingZoneLocationListParams ShippingZoneLocationUpdate "
        "ShippingZoneMethodCreate ShippingZoneMethodDeleteParams ShippingZoneMethodGetParams "
        "ShippingZoneMethodListParams ShippingZoneMethodUpdate ShippingZoneUpdate "
    ),
    "params.shipping_classes": (
        "ProductShippingClassBatch ProductShippingClassBatchItem ProductShippingClassCreate "
        "ProductShippingClassDeleteParams ProductShippingClassGetParams ProductShippingClassListParams "
        "ProductShippingClassUpdate "
    ),
    "params.system_status": "SystemStatusGetParams SystemStatusToolGetParams SystemStatusToolListParams ",
    "params.system_status_tools": "SystemStatusToolUpdate ",
    "params.tags": (
        "ProductTagBatch ProductTagBatchItem ProductTagCreate ProductTagDeleteParams ProductTagGetParams "
        "ProductTagListParams ProductTagUpdate "
    ),
    "params.taxes": (
        "TaxBatch TaxBatchItem TaxClassCreate TaxClassDeleteParams TaxClassGetParams TaxClassListParams TaxCreate "
        "TaxDeleteParams TaxGetParams TaxListParams TaxUpdate "
    ),
    "params.variations": (
        "ProductVariationDeleteParams ProductVariationGetParams ProductVariationListParams VariationAttributeInput "
        "VariationBatch VariationBatchItem VariationCreate VariationUpdate "
    ),
    "params.webhooks": (
        "WebhookBatch WebhookBatchItem WebhookCreate WebhookDeleteParams WebhookDeliveryGetParams "
        "WebhookDeliveryListParams WebhookGetParams WebhookListParams WebhookUpdate "
    ),
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    for module, names in _NAMES.items():
        if name in names.split():
            return getattr(import_module(f"wooclient.v2.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""wc/v3: models of its answers and the types of its parameters, loaded when first named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wooclient.v3.models.attribute_terms import *
    from wooclient.v3.models.attribute_terms_batch import *
    from wooclient.v3.models.attributes import *
    from wooclient.v3.models.attributes_batch import *
    from wooclient.v3.models.brands import *
    from wooclient.v3.models.brands_batch import *
    from wooclient.v3.models.categories import *
    from wooclient.v3.models.categories_batch import *
    from wooclient.v3.models.common import *
    from wooclient.v3.models.common_errors import *
    from wooclient.v3.models.coupons import *
    from wooclient.v3.models.coupons_batch import *
    from wooclient.v3.models.customers import *
    from wooclient.v3.models.customers_batch import *
    from wooclient.v3.models.data import *
    from wooclient.v3.models.fulfillments import *
    from wooclient.v3.models.index import *
    from wooclient.v3.models.layout_templates import *
    from wooclient.v3.models.marketplace import *
    from wooclient.v3.models.order_notes import *
    from wooclient.v3.models.orders import *
    from wooclient.v3.models.orders_actions import *
    from wooclient.v3.models.orders_batch import *
    from wooclient.v3.models.orders_lines import *
    from wooclient.v3.models.orders_parts import *
    from wooclient.v3.models.payment_gateways import *
    from wooclient.v3.models.products import *
    from wooclient.v3.models.products_batch import *
    from wooclient.v3.models.products_duplicate import *
    from wooclient.v3.models.products_parts import *
    from wooclient.v3.models.refunds import *
    from wooclient.v3.models.reports import *
    from wooclient.v3.models.reviews import *
    from wooclient.v3.models.reviews_batch import *
    from wooclient.v3.models.settings import *
    from wooclient.v3.models.settings_batch import *
    from wooclient.v3.models.shipping import *
    from wooclient.v3.models.shipping_classes import *
    from wooclient.v3.models.shipping_classes_batch import *
    from wooclient.v3.models.system_status import *
    from wooclient.v3.models.system_status_plugins import *
    from wooclient.v3.models.system_status_tools import *
    from wooclient.v3.models.tags import *
    from wooclient.v3.models.tags_batch import *
    from wooclient.v3.models.taxes import *
    from wooclient.v3.models.taxes_batch import *
    from wooclient.v3.models.variations import *
    from wooclient.v3.models.variations_batch import *
    from wooclient.v3.models.webhooks import *
    from wooclient.v3.models.webhooks_batch import *
    from wooclient.v3.params.attribute_terms import *
    from wooclient.v3.params.attributes import *
    from wooclient.v3.params.brands import *
    from wooclient.v3.params.categories import *
    from wooclient.v3.params.common import *
    from wooclient.v3.params.coupons import *
    from wooclient.v3.params.customers import *
    from wooclient.v3.params.data import *
    from wooclient.v3.params.fulfillments import *
    from wooclient.v3.params.index import *
    from wooclient.v3.params.layout_templates import *
    from wooclient.v3.params.marketplace import *
    from wooclient.v3.params.order_notes import *
    from wooclient.v3.params.orders import *
    from wooclient.v3.params.orders_actions import *
    from wooclient.v3.params.orders_lines import *
    from wooclient.v3.params.orders_parts import *
    from wooclient.v3.params.payment_gateways import *
    from wooclient.v3.params.products import *
    from wooclient.v3.params.products_parts import *
    from wooclient.v3.params.refunds import *
    from wooclient.v3.params.reports import *
    from wooclient.v3.params.reviews import *
    from wooclient.v3.params.settings import *
    from wooclient.v3.params.shipping import *
    from wooclient.v3.params.shipping_classes import *
    from wooclient.v3.params.system_status import *
    from wooclient.v3.params.system_status_tools import *
    from wooclient.v3.params.tags import *
    from wooclient.v3.params.taxes import *
    from wooclient.v3.params.variations import *
    from wooclient.v3.params.webhooks import *

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
    "models.data": "Continent ContinentCountry Country CountryState Currency DataSet ",
    "models.fulfillments": "Fulfillment FulfillmentDeleted FulfillmentMeta FulfillmentTrackingFound FulfillmentTrackingGuess ",
    "models.index": "IndexArgument IndexEndpoint IndexField IndexRoute NamespaceIndex ",
    "models.layout_templates": "LayoutBlockAttributes LayoutBlockCondition LayoutTemplate ",
    "models.marketplace": (
        "MarketplaceFailure MarketplaceFailureData MarketplaceGroup MarketplaceInstallUrl MarketplaceInstallUrlData "
        "MarketplaceLocal MarketplaceOrder MarketplaceOrderData MarketplaceOutcome MarketplaceOutcomeData "
        "MarketplaceProduct MarketplaceShare MarketplaceSubscription "
    ),
    "models.order_notes": "OrderNote ",
    "models.orders": "Order ",
    "models.orders_actions": "OrderActionResult OrderEmailTemplate OrderReceipt ",
    "models.orders_batch": "OrderBatchResult ",
    "models.orders_lines": (
        "OrderCouponLine OrderFeeLine OrderLineCost OrderLineImage OrderLineItem OrderLineTax OrderShippingLine "
        "OrderTaxLine "
    ),
    "models.orders_parts": "OrderBilling OrderCost OrderRefundSummary OrderShipping OrderStatus ",
    "models.payment_gateways": "PaymentGateway PaymentGatewayScript PaymentGatewaySetting ",
    "models.products": "Product ",
    "models.products_batch": "ProductBatchResult ",
    "models.products_duplicate": "ProductDuplicate ProductRawDate ",
    "models.products_parts": (
        "ProductAttributeChoice ProductCost ProductCostValue ProductDefaultAttribute ProductDimensions "
        "ProductDownload ProductImage ProductRelated ProductTagTerm ProductTerm "
    ),
    "models.refunds": "OrderRefund OrderRefundPreview OrderRefundPreviewItem OrderRefundPreviewPart OrderRefundPreviewParts ",
    "models.reports": (
        "Report ReportCouponTotal ReportCustomerTotal ReportOrderTotal ReportProductTotal ReportReviewTotal "
        "ReportSales ReportSalesPeriod ReportTopSeller "
    ),
    "models.reviews": "ProductReview ProductReviewDeleted ",
    "models.reviews_batch": "ProductReviewOutcomeBatchResult ",
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
    "models.variations": "Variation VariationAttribute VariationGenerationResult ",
    "models.variations_batch": "VariationBatchResult ",
    "models.webhooks": "Webhook ",
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
    "params.data": (
        "DataContinentGetParams DataContinentListParams DataCountryGetParams DataCountryListParams "
        "DataCurrencyCurrentParams DataCurrencyGetParams DataCurrencyListParams DataListParams "
    ),
    "params.fulfillments": (
        "FulfillmentCreate FulfillmentMetaNew FulfillmentMetaSet FulfillmentMetaUpdate FulfillmentUpdate "
        "OrderFulfillmentDeleteParams OrderFulfillmentGetParams OrderFulfillmentListParams "
        "OrderFulfillmentLookupParams OrderFulfillmentMetadataDeleteParams OrderFulfillmentMetadataListParams "
    ),
    "params.index": "IndexGetParams ",
    "params.layout_templates": "LayoutTemplateAllParams LayoutTemplateGetParams ",
    "params.marketplace": (
        "MarketplaceFeaturedParams MarketplaceOrderCreate MarketplaceSubscriptionInstallUrlParams "
        "MarketplaceSubscriptionKey MarketplaceSubscriptionListParams "
    ),
    "params.order_notes": "OrderNoteCreate OrderNoteDeleteParams OrderNoteGetParams OrderNoteListParams ",
    "params.orders": (
        "OrderActionEmailTemplatesParams OrderBatch OrderBatchItem OrderCreate OrderDeleteParams OrderGetParams "
        "OrderListParams OrderReceiptGetParams OrderStatusListParams OrderUpdate "
    ),
    "params.orders_actions": "OrderDetailsSend OrderEmailSend OrderReceiptCreate ",
    "params.orders_lines": "OrderCouponLineInput OrderFeeLineInput OrderLineCostDict OrderLineItemInput OrderShippingLineInput ",
    "params.orders_parts": "OrderBillingInput OrderShippingInput ",
    "params.payment_gateways": "PaymentGatewayGetParams PaymentGatewayListParams PaymentGatewayUpdate ",
    "params.products": (
        "ProductBatch ProductBatchItem ProductCreate ProductCustomFieldNamesParams ProductDeleteParams "
        "ProductGetParams ProductListParams ProductRelatedParams ProductSuggestedProductsParams ProductUpdate "
    ),
    "params.products_parts": (
        "ProductAttributeChoiceInput ProductCostInput ProductCostValueInput ProductDefaultAttributeInput "
        "ProductDimensionsInput ProductDownloadInput ProductImageInput ProductTagTermInput ProductTermInput "
    ),
    "params.refunds": (
        "OrderRefundCreate OrderRefundDeleteParams OrderRefundGetParams OrderRefundLineCreate OrderRefundListParams "
        "OrderRefundMetaCreate OrderRefundPreviewLine OrderRefundPreviewRequest OrderRefundTaxCreate RefundListParams "
    ),
    "params.reports": (
        "ReportCouponsTotalListParams ReportCustomersTotalListParams ReportListParams ReportOrdersTotalListParams "
        "ReportProductsTotalListParams ReportReviewsTotalListParams ReportSaleListParams ReportTopSellerListParams "
    ),
    "params.reviews": (
        "ProductReviewCreate ProductReviewDeleteParams ProductReviewFields ProductReviewGetParams "
        "ProductReviewListParams ProductReviewOutcomeBatch ProductReviewOutcomeBatchItem ProductReviewUpdate "
    ),
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
        "ProductShippingClassSlugSuggestionParams ProductShippingClassUpdate "
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
        "ProductVariationDeleteParams ProductVariationGetParams ProductVariationListParams VariationAttributeFilter "
        "VariationAttributeInput VariationBatch VariationBatchItem VariationCreate VariationDefaults "
        "VariationGeneration VariationListParams VariationUpdate "
    ),
    "params.webhooks": (
        "WebhookBatch WebhookBatchItem WebhookCreate WebhookDeleteParams WebhookGetParams WebhookListParams "
        "WebhookUpdate "
    ),
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    for module, names in _NAMES.items():
        if name in names.split():
            return getattr(import_module(f"wooclient.v3.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

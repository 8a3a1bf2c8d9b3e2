"""wc/v1: models of its answers and the types of its parameters, loaded when first named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wooclient.v1.models.attribute_terms import *
    from wooclient.v1.models.attribute_terms_batch import *
    from wooclient.v1.models.attributes import *
    from wooclient.v1.models.attributes_batch import *
    from wooclient.v1.models.categories import *
    from wooclient.v1.models.categories_batch import *
    from wooclient.v1.models.common import *
    from wooclient.v1.models.common_errors import *
    from wooclient.v1.models.coupons import *
    from wooclient.v1.models.coupons_batch import *
    from wooclient.v1.models.customers import *
    from wooclient.v1.models.customers_batch import *
    from wooclient.v1.models.index import *
    from wooclient.v1.models.marketplace import *
    from wooclient.v1.models.order_notes import *
    from wooclient.v1.models.orders import *
    from wooclient.v1.models.orders_batch import *
    from wooclient.v1.models.orders_lines import *
    from wooclient.v1.models.orders_parts import *
    from wooclient.v1.models.products_parts import *
    from wooclient.v1.models.products_v1 import *
    from wooclient.v1.models.products_v1_batch import *
    from wooclient.v1.models.refunds import *
    from wooclient.v1.models.reports import *
    from wooclient.v1.models.reviews_v2 import *
    from wooclient.v1.models.shipping_classes import *
    from wooclient.v1.models.shipping_classes_batch import *
    from wooclient.v1.models.tags import *
    from wooclient.v1.models.tags_batch import *
    from wooclient.v1.models.taxes import *
    from wooclient.v1.models.taxes_batch import *
    from wooclient.v1.models.variations import *
    from wooclient.v1.models.webhooks import *
    from wooclient.v1.models.webhooks_batch import *
    from wooclient.v1.params.attribute_terms import *
    from wooclient.v1.params.attributes import *
    from wooclient.v1.params.categories import *
    from wooclient.v1.params.coupons import *
    from wooclient.v1.params.customers import *
    from wooclient.v1.params.index import *
    from wooclient.v1.params.marketplace import *
    from wooclient.v1.params.order_notes import *
    from wooclient.v1.params.orders import *
    from wooclient.v1.params.orders_lines import *
    from wooclient.v1.params.orders_parts import *
    from wooclient.v1.params.products import *
    from wooclient.v1.params.products_parts import *
    from wooclient.v1.params.products_v1 import *
    from wooclient.v1.params.refunds import *
    from wooclient.v1.params.reports import *
    from wooclient.v1.params.reviews import *
    from wooclient.v1.params.reviews_v2 import *
    from wooclient.v1.params.shipping_classes import *
    from wooclient.v1.params.tags import *
    from wooclient.v1.params.taxes import *
    from wooclient.v1.params.variations import *
    from wooclient.v1.params.webhooks import *

_NAMES = {
    "models.attribute_terms": "ProductAttributeTerm ",
    "models.attribute_terms_batch": "ProductAttributeTermBatchResult ",
    "models.attributes": "ProductAttribute ",
    "models.attributes_batch": "ProductAttributeBatchResult ",
    "models.categories": "ProductCategory ProductCategoryImage ",
    "models.categories_batch": "ProductCategoryBatchResult ",
    "models.common": "Link LinkTargetHints ",
    "models.common_errors": "BatchItemError BatchItemParameters Error ErrorData ErrorDetail ",
    "models.coupons": "Coupon ",
    "models.coupons_batch": "CouponBatchResult ",
    "models.customers": "CustomerBilling CustomerDownload CustomerDownloadFile CustomerLastOrder CustomerShipping CustomerV1 ",
    "models.customers_batch": "CustomerV1BatchResult ",
    "models.index": "IndexArgument IndexEndpoint IndexField IndexRoute NamespaceIndex ",
    "models.marketplace": "MarketplaceFailure MarketplaceFailureData MarketplacePreviewPage ",
    "models.order_notes": "OrderNoteV1 ",
    "models.orders": "OrderV1 ",
    "models.orders_batch": "OrderV1BatchResult ",
    "models.orders_lines": "OrderCouponLineV1 OrderFeeLine OrderLineItemV1 OrderLineMetaV1 OrderLineTax OrderShippingLine OrderTaxLine ",
    "models.orders_parts": "OrderBilling OrderRefundSummaryV1 OrderShipping ",
    "models.products_parts": "ProductAttributeChoice ProductDefaultAttribute ProductDimensions ProductDownload ProductTerm ",
    "models.products_v1": "ProductImageV1 ProductV1 ProductVariationV1 ",
    "models.products_v1_batch": "ProductV1BatchResult ",
    "models.refunds": "OrderRefundV1 ",
    "models.reports": "Report ReportSales ReportSalesPeriod ReportTopSeller ",
    "models.reviews_v2": "ProductReviewV2 ",
    "models.shipping_classes": "ProductShippingClass ",
    "models.shipping_classes_batch": "ProductShippingClassBatchResult ",
    "models.tags": "ProductTag ",
    "models.tags_batch": "ProductTagBatchResult ",
    "models.taxes": "Tax TaxClass ",
    "models.taxes_batch": "TaxBatchResult ",
    "models.variations": "VariationAttribute ",
    "models.webhooks": "WebhookDelivery WebhookV1 ",
    "models.webhooks_batch": "WebhookV1BatchResult ",
    "params.attribute_terms": (
        "ProductAttributeTermBatch ProductAttributeTermBatchItem ProductAttributeTermCreate "
        "ProductAttributeTermDeleteParams ProductAttributeTermGetParams ProductAttributeTermListParams "
        "ProductAttributeTermUpdate "
    ),
    "params.attributes": (
        "ProductAttributeBatch ProductAttributeBatchItem ProductAttributeCreate ProductAttributeDeleteParams "
        "ProductAttributeFields ProductAttributeGetParams ProductAttributeListParams ProductAttributeUpdate "
    ),
    "params.categories": (
        "ProductCategoryBatch ProductCategoryBatchItem ProductCategoryCreate ProductCategoryDeleteParams "
        "ProductCategoryFields ProductCategoryGetParams ProductCategoryImageInput ProductCategoryListParams "
        "ProductCategoryUpdate "
    ),
    "params.coupons": (
        "CouponBatch CouponBatchItem CouponCreate CouponDeleteParams CouponFields CouponGetParams CouponListParams "
        "CouponUpdate "
    ),
    "params.customers": (
        "CustomerBillingInput CustomerDeleteParams CustomerDownloadListParams CustomerGetParams CustomerListParams "
        "CustomerShippingInput CustomerV1Batch CustomerV1BatchItem CustomerV1Create CustomerV1Fields CustomerV1Update "
    ),
    "params.index": "IndexGetParams ",
    "params.marketplace": "MarketplaceProductPreviewParams ",
    "params.order_notes": "OrderNoteDeleteParams OrderNoteGetParams OrderNoteListParams OrderNoteV1Create ",
    "params.orders": "OrderDeleteParams OrderGetParams OrderListParams OrderV1Batch OrderV1BatchItem OrderV1Create OrderV1Update ",
    "params.orders_lines": "OrderCouponLineV1Input OrderFeeLineInput OrderLineItemV1Input OrderShippingLineInput ",
    "params.orders_parts": "OrderBillingInput OrderShippingInput ",
    "params.products": "ProductDeleteParams ProductGetParams ProductListParams ",
    "params.products_parts": (
        "ProductAttributeChoiceInput ProductDefaultAttributeInput ProductDimensionsInput ProductDownloadInput "
        "ProductTermInput "
    ),
    "params.products_v1": (
        "ProductImageV1Input ProductV1Batch ProductV1BatchItem ProductV1Create ProductV1Update "
        "ProductVariationV1Input "
    ),
    "params.refunds": "OrderRefundCreate OrderRefundDeleteParams OrderRefundGetParams OrderRefundListParams ",
    "params.reports": "ReportListParams ReportSaleListParams ReportTopSellerListParams ",
    "params.reviews": "ProductReviewDeleteParams ProductReviewGetParams ProductReviewListParams ",
    "params.reviews_v2": "ProductReviewV2Create ProductReviewV2Update ",
    "params.shipping_classes": (
        "ProductShippingClassBatch ProductShippingClassBatchItem ProductShippingClassCreate "
        "ProductShippingClassDeleteParams ProductShippingClassGetParams ProductShippingClassListParams "
        "ProductShippingClassUpdate "
    ),
    "params.tags": (
        "ProductTagBatch ProductTagBatchItem ProductTagCreate ProductTagDeleteParams ProductTagGetParams "
        "ProductTagListParams ProductTagUpdate "
    ),
    "params.taxes": (
        "TaxBatch TaxBatchItem TaxClassCreate TaxClassDeleteParams TaxClassListParams TaxCreate TaxDeleteParams "
        "TaxGetParams TaxListParams TaxUpdate "
    ),
    "params.variations": "VariationAttributeInput ",
    "params.webhooks": (
        "WebhookCreate WebhookDeleteParams WebhookDeliveryGetParams WebhookDeliveryListParams WebhookGetParams "
        "WebhookListParams WebhookV1Batch WebhookV1BatchItem WebhookV1Update "
    ),
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    for module, names in _NAMES.items():
        if name in names.split():
            return getattr(import_module(f"wooclient.v1.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

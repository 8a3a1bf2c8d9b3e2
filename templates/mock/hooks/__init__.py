"""Resources with ways of their own, by kind. All others follow from the description alone."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..resource import Resource

#: Kind → module of this package and class in it. Loaded when first needed.
HOOKS: dict[str, tuple[str, str]] = {
    "coupons": ("coupons", "Coupons"),
    "customers": ("customers", "Customers"),
    "customers.downloads": ("customers", "Downloads"),
    "data": ("world", "Index"),
    "data.continents": ("world", "Places"),
    "data.countries": ("world", "Places"),
    "data.currencies": ("world", "Currencies"),
    "layout_templates": ("system", "Layouts"),
    "marketplace": ("marketplace", "Marketplace"),
    "marketplace.subscriptions": ("marketplace", "Subscriptions"),
    "orders": ("orders", "Orders"),
    "orders.actions": ("order_actions", "OrderActions"),
    "orders.notes": ("order_notes", "OrderNotes"),
    "orders.receipt": ("order_actions", "Receipts"),
    "orders.refunds": ("refunds", "Refunds"),
    "orders.statuses": ("order_actions", "OrderStatuses"),
    "payment_gateways": ("gateways", "Gateways"),
    "products": ("products", "Products"),
    "products.attributes": ("attributes", "Attributes"),
    "products.attributes.terms": ("attributes", "AttributeTerms"),
    "products.brands": ("terms", "Brands"),
    "products.categories": ("terms", "Categories"),
    "products.custom_fields": ("product_verbs", "CustomFields"),
    "products.reviews": ("reviews", "Reviews"),
    "products.shipping_classes": ("terms", "Terms"),
    "products.tags": ("terms", "Tags"),
    "products.variations": ("variations", "Variations"),
    "reports": ("reports", "Reports"),
    "reports.coupons_totals": ("reports", "CouponTotals"),
    "reports.customers_totals": ("reports", "CustomerTotals"),
    "reports.orders_totals": ("reports", "OrderTotals"),
    "reports.products_totals": ("reports", "ProductTotals"),
    "reports.reviews_totals": ("reports", "ReviewTotals"),
    "reports.sales": ("report_sales", "SalesReport"),
    "reports.top_sellers": ("report_sales", "TopSellers"),
    "settings": ("settings", "Groups"),
    "settings.options": ("settings", "Options"),
    "shipping.methods": ("zones", "Methods"),
    "shipping.zones": ("zones", "Zones"),
    "shipping.zones.locations": ("zones", "Locations"),
    "shipping.zones.methods": ("zones", "ZoneMethods"),
    "system_status": ("system", "Status"),
    "system_status.tools": ("system", "Tools"),
    "taxes": ("taxes", "Taxes"),
    "taxes.classes": ("taxes", "TaxClasses"),
    "webhooks": ("webhooks", "Webhooks"),
}
#: What older versions say differently: version → kind → module and class. A version that has no word on a kind says
#: what the next newer one says.
OLDER: dict[str, dict[str, tuple[str, str]]] = {
    "v2": {
        "coupons": ("v2.coupons", "Coupons"),
        "customers": ("v2.customers", "Customers"),
        "orders": ("v2.orders", "Orders"),
        "orders.refunds": ("v2.refunds", "Refunds"),
        "products": ("v2.products", "Products"),
        "products.brands": ("v2.terms", "Brands"),
        "products.categories": ("v2.terms", "Categories"),
        "products.reviews": ("v2.reviews", "Reviews"),
        "products.variations": ("v2.products", "Variations"),
        "reports": ("v2.reports", "Reports"),
        "settings": ("v2.settings", "Groups"),
        "settings.options": ("v2.settings", "Options"),
        "webhooks.deliveries": ("v2.webhooks", "Deliveries"),
    },
    "v1": {
        "coupons": ("v1.coupons", "Coupons"),
        "customers": ("v1.customers", "Customers"),
        "customers.downloads": ("v1.customers", "Downloads"),
        "orders": ("v1.orders", "Orders"),
        "orders.notes": ("v1.plain", "OrderNotes"),
        "orders.refunds": ("v1.orders", "Refunds"),
        "products": ("v1.products", "Products"),
        "products.categories": ("v1.plain", "Categories"),
        "products.reviews": ("v1.plain", "Reviews"),
        "webhooks": ("v1.plain", "Webhooks"),
    },
}


def resource_class(kind: str, version: str) -> type[Resource]:
    """The class of a kind in a version."""
    older = [OLDER[name] for name in sorted(OLDER) if version in OLDER and name >= version]
    found = next((hooks[kind] for hooks in (*older, HOOKS) if kind in hooks), None)
    if found is None:
        from ..resource import Resource

        return Resource
    module, name = found
    loaded: type[Resource] = getattr(import_module(f".{module}", __name__), name)
    return loaded

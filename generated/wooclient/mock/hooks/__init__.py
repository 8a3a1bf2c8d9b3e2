"""Resources with ways of their own, by kind. All others follow from the description alone."""

from __future__ import annotations

from importlib import import_module

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
    "orders": ("orders.orders", "Orders"),
    "orders.actions": ("orders.actions", "OrderActions"),
    "orders.fulfillments": ("orders.fulfillments", "Fulfillments"),
    "orders.fulfillments.metadata": ("orders.fulfillments", "FulfillmentFields"),
    "orders.notes": ("orders.notes", "OrderNotes"),
    "orders.receipt": ("orders.actions", "Receipts"),
    "orders.refunds": ("orders.refunds", "Refunds"),
    "orders.statuses": ("orders.actions", "OrderStatuses"),
    "payment_gateways": ("gateways", "Gateways"),
    "products": ("products.products", "Products"),
    "products.attributes": ("products.attributes", "Attributes"),
    "products.attributes.terms": ("products.attributes", "AttributeTerms"),
    "products.brands": ("products.terms", "Brands"),
    "products.categories": ("products.terms", "Categories"),
    "products.custom_fields": ("products.custom_fields", "CustomFields"),
    "products.reviews": ("products.reviews", "Reviews"),
    "products.shipping_classes": ("products.terms", "Terms"),
    "products.tags": ("products.terms", "Tags"),
    "products.variations": ("products.variations", "Variations"),
    "reports": ("reports.totals", "Reports"),
    "reports.coupons_totals": ("reports.totals", "CouponTotals"),
    "reports.customers_totals": ("reports.totals", "CustomerTotals"),
    "reports.orders_totals": ("reports.totals", "OrderTotals"),
    "reports.products_totals": ("reports.totals", "ProductTotals"),
    "reports.reviews_totals": ("reports.totals", "ReviewTotals"),
    "reports.sales": ("reports.sales", "SalesReport"),
    "reports.top_sellers": ("reports.sales", "TopSellers"),
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
        return Resource
    module, name = found
    loaded: type[Resource] = getattr(import_module(f".{module}", __name__), name)
    return loaded

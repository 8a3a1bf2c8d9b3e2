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


def resource_class(kind: str) -> type[Resource]:
    """The class of a kind."""
    if kind not in HOOKS:
        from ..resource import Resource

        return Resource
    module, name = HOOKS[kind]
    found: type[Resource] = getattr(import_module(f".{module}", __name__), name)
    return found

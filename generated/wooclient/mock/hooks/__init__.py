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
    "payment_gateways": ("gateways", "Gateways"),
    "settings": ("settings", "Groups"),
    "settings.options": ("settings", "Options"),
    "shipping.zones": ("zones", "Zones"),
    "shipping.zones.locations": ("zones", "Locations"),
    "shipping.zones.methods": ("zones", "ZoneMethods"),
    "shipping.methods": ("zones", "Methods"),
    "system_status": ("system", "Status"),
    "system_status.tools": ("system", "Tools"),
    "taxes": ("taxes", "Taxes"),
    "taxes.classes": ("taxes", "TaxClasses"),
    "webhooks": ("webhooks", "Webhooks"),
    "orders": ("orders", "Orders"),
    "orders.notes": ("order_notes", "OrderNotes"),
    "orders.refunds": ("refunds", "Refunds"),
    "orders.statuses": ("order_actions", "OrderStatuses"),
    "orders.receipt": ("order_actions", "Receipts"),
    "orders.actions": ("order_actions", "OrderActions"),
    "customers.downloads": ("downloads", "CustomerDownloads"),
    "reports": ("reports", "Reports"),
    "reports.sales": ("report_sales", "SalesReport"),
    "reports.top_sellers": ("report_sales", "TopSellers"),
    "reports.orders_totals": ("reports", "OrderTotals"),
    "reports.products_totals": ("reports", "ProductTotals"),
    "reports.customers_totals": ("reports", "CustomerTotals"),
    "reports.coupons_totals": ("reports", "CouponTotals"),
    "reports.reviews_totals": ("reports", "ReviewTotals"),
}


def resource_class(kind: str) -> type[Resource]:
    """The class of a kind."""
    if kind not in HOOKS:
        from ..resource import Resource

        return Resource
    module, name = HOOKS[kind]
    found: type[Resource] = getattr(import_module(f".{module}", __name__), name)
    return found

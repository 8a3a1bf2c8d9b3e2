"""The older API below `/wc-api/`: versions v3, v2 and v1 over the same state as `wc/v3`.

Nothing is kept here. A request in legacy form becomes a call of the `wc/v3` resource, what that resource shows becomes
the answer in legacy form.
"""

from __future__ import annotations

from importlib import import_module

from ..errors import Refused
from .resource import LegacyResource

#: Kind → module of this package and class in it, by the version that brought the class; an older version has what it
#: does not name from the next newer one.
RESOURCES: dict[int, dict[str, tuple[str, str]]] = {
    3: {
        "coupons": ("coupons", "Coupons"),
        "customers": ("customers", "Customers"),
        "customers.downloads": ("customers", "Downloads"),
        "customers.orders": ("orders.orders", "CustomerOrders"),
        "index": ("index", "Index"),
        "orders": ("orders.orders", "Orders"),
        "orders.notes": ("orders.parts", "OrderNotes"),
        "orders.refunds": ("orders.parts", "OrderRefunds"),
        "products": ("products.products", "Products"),
        "products.attributes": ("products.attributes", "Attributes"),
        "products.attributes.terms": ("products.attributes", "AttributeTerms"),
        "products.categories": ("products.terms", "Categories"),
        "products.orders": ("products.products", "ProductOrders"),
        "products.reviews": ("products.reviews", "Reviews"),
        "products.shipping_classes": ("products.terms", "ShippingClasses"),
        "products.tags": ("products.terms", "Tags"),
        "reports": ("reports", "Reports"),
        "reports.sales": ("reports", "Sales"),
        "reports.sales.top_sellers": ("reports", "TopSellers"),
        "taxes": ("taxes", "Taxes"),
        "taxes.classes": ("taxes", "TaxClasses"),
        "webhooks": ("webhooks", "Webhooks"),
        "webhooks.deliveries": ("webhooks", "Deliveries"),
    },
    2: {
        "customers.orders": ("orders.orders", "OlderCustomerOrders"),
        "index": ("index", "IndexV2"),
        "products": ("products.products", "ProductsV2"),
    },
    1: {
        "coupons": ("coupons", "OldestCoupons"),
        "customers": ("customers", "OldestCustomers"),
        "orders": ("orders.orders", "OldestOrders"),
        "reports.sales": ("reports", "OldestSales"),
        "index": ("index", "IndexV1"),
        "products": ("products.products", "ProductsV1"),
        "products.reviews": ("products.reviews", "ReviewsV1"),
    },
}


def resource_class(kind: str, version: int) -> type[LegacyResource]:
    """The class of a kind in a version."""
    for newer in range(version, 4):
        if kind in RESOURCES[newer]:
            module, name = RESOURCES[newer][kind]
            found: type[LegacyResource] = getattr(import_module(f".{module}", __name__), name)
            return found
    raise Refused(501, "mock_not_imitated", f"The mock store does not imitate {kind} here.")

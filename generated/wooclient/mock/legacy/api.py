"""One version of the legacy API over a shop: its description and its resources."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ..description import Json
from ..errors import Refused
from ..state import Key
from .call import LegacyCall
from .resource import LegacyResource

if TYPE_CHECKING:
    from ..shop import Shop

#: Kind → module of this package and class in it, by the version that brought the class; an older version has what it
#: does not name from the next newer one.
RESOURCES: dict[int, dict[str, tuple[str, str]]] = {
    3: {
        "coupons": ("coupons", "Coupons"),
        "customers": ("customers", "Customers"),
        "customers.downloads": ("customers", "Downloads"),
        "customers.orders": ("orders", "CustomerOrders"),
        "index": ("index", "Index"),
        "orders": ("orders", "Orders"),
        "orders.notes": ("order_parts", "OrderNotes"),
        "orders.refunds": ("order_parts", "OrderRefunds"),
        "products": ("products", "Products"),
        "products.attributes": ("attributes", "Attributes"),
        "products.attributes.terms": ("attributes", "AttributeTerms"),
        "products.categories": ("terms", "Categories"),
        "products.orders": ("products", "ProductOrders"),
        "products.reviews": ("reviews", "Reviews"),
        "products.shipping_classes": ("terms", "ShippingClasses"),
        "products.tags": ("terms", "Tags"),
        "reports": ("reports", "Reports"),
        "reports.sales": ("reports", "Sales"),
        "reports.sales.top_sellers": ("reports", "TopSellers"),
        "taxes": ("taxes", "Taxes"),
        "taxes.classes": ("taxes", "TaxClasses"),
        "webhooks": ("webhooks", "Webhooks"),
        "webhooks.deliveries": ("webhooks", "Deliveries"),
    },
    2: {
        "customers.orders": ("orders", "OlderCustomerOrders"),
        "index": ("index", "IndexV2"),
        "products": ("products", "ProductsV2"),
    },
    1: {
        "coupons": ("coupons", "OldestCoupons"),
        "customers": ("customers", "OldestCustomers"),
        "orders": ("orders", "OldestOrders"),
        "reports.sales": ("reports", "OldestSales"),
        "index": ("index", "IndexV1"),
        "products": ("products", "ProductsV1"),
        "products.reviews": ("reviews", "ReviewsV1"),
    },
}


class Api:
    """What `/wc-api/v3`, or an older version, is to a shop."""

    def __init__(self, shop: Shop, version: int) -> None:
        self.shop = shop
        self.version = version
        self.description = shop.versions.named(f"legacy-v{version}")
        self._resources: dict[str, LegacyResource] = {}

    @property
    def url(self) -> str:
        """The address of this version."""
        return self.shop.url + self.description.prefix

    def resource(self, kind: str) -> LegacyResource:
        """The resource of a kind."""
        found = self._resources.get(kind)
        if found is None:
            found = self._resources[kind] = self._class(kind)(self)
        return found

    def record(self, kind: str, key: Key) -> Json:
        """A thing as its own route answers it, with its envelope."""
        operation = self.description.by_id[f"{kind}.get"]
        call = LegacyCall(self.description, operation, self.version, {"id": str(key)}, {})
        found: Json = self.resource(kind).get(call)
        return found

    def _class(self, kind: str) -> type[LegacyResource]:
        for version in range(self.version, 4):
            if kind in RESOURCES[version]:
                module, name = RESOURCES[version][kind]
                found: type[LegacyResource] = getattr(import_module(f".{module}", __package__), name)
                return found
        raise Refused(501, "mock_not_imitated", f"The mock store does not imitate {kind} here.")

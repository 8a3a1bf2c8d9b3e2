"""The list of reports, and those that count things by kind."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ..call import Call
from ..description import Json
from ..resource import Resource
from . import order_status

_REPORTS = {
    "sales": "What was sold in a span of time.",
    "top_sellers": "What sold best in a span of time.",
    "orders/totals": "Orders by status.",
    "products/totals": "Products by type.",
    "customers/totals": "Customers who bought something, and others.",
    "coupons/totals": "Coupons by kind of discount.",
    "reviews/totals": "Reviews by rating.",
    "categories/totals": "Product categories.",
    "tags/totals": "Product tags.",
    "attributes/totals": "Product attributes.",
}
_TYPES = {
    "external": "External/Affiliate product",
    "grouped": "Grouped product",
    "simple": "Simple product",
    "variable": "Variable product",
}
_DISCOUNTS = {
    "percent": "Percentage discount",
    "fixed_cart": "Fixed cart discount",
    "fixed_product": "Fixed product discount",
}


class Reports(Resource):
    """What reports there are. The last three of the list have no route of their own: that is so in WooCommerce."""

    def list(self, call: Call) -> Any:
        """All of them."""
        url = self.shop.rest_url(call.description, "/reports")
        return [
            {
                "slug": slug,
                "description": text,
                "_links": {
                    "self": [{"href": f"{url}/{slug}", **self._hints(call, slug)}],
                    "collection": [{"href": url}],
                },
            }
            for slug, text in _REPORTS.items()
        ]

    def _hints(self, call: Call, slug: str) -> Json:
        route = call.description.by_path.get(f"/reports/{slug}")
        return {"targetHints": {"allow": route.methods}} if route else {}


class _Totals(Resource):
    """Counts by kind, kinds without anything too."""

    def list(self, call: Call) -> Any:
        """A row for each kind."""
        counts = self.counts()
        return [{"slug": slug, "name": name, "total": counts[slug]} for slug, name in self.names().items()]

    def counts(self) -> Counter[str]:
        """How many of each kind."""
        raise NotImplementedError

    def names(self) -> dict[str, str]:
        """The kinds, and how they are called."""
        raise NotImplementedError


class OrderTotals(_Totals):
    """Orders by status."""

    def counts(self) -> Counter[str]:
        return Counter(str(doc["status"]) for doc in self.state.all("orders"))

    def names(self) -> dict[str, str]:
        known = {str(doc["slug"]): str(doc["name"]) for doc in self.state.all("orders.statuses")}
        return known or dict(order_status.NAMES)


class ProductTotals(_Totals):
    """Products by type; those that nobody sees do not count."""

    def counts(self) -> Counter[str]:
        return Counter(str(doc["type"]) for doc in self.state.all("products") if doc.get("status") == "publish")

    def names(self) -> dict[str, str]:
        return _TYPES


class CustomerTotals(_Totals):
    """Customers who bought something, and others; who runs the shop does not count."""

    def counts(self) -> Counter[str]:
        shop = ("administrator", "shop_manager")
        people = [doc for doc in self.state.all("customers") if doc.get("role") not in shop]
        return Counter("paying" if doc.get("is_paying_customer") else "non_paying" for doc in people)

    def names(self) -> dict[str, str]:
        return {"paying": "Paying customer", "non_paying": "Non-paying customer"}


class CouponTotals(_Totals):
    """Coupons by kind of discount."""

    def counts(self) -> Counter[str]:
        return Counter(str(doc["discount_type"]) for doc in self.state.all("coupons"))

    def names(self) -> dict[str, str]:
        return _DISCOUNTS


class ReviewTotals(_Totals):
    """Reviews by rating."""

    def counts(self) -> Counter[str]:
        shown = [doc for doc in self.state.all("products.reviews") if doc.get("status") in ("approved", "hold")]
        return Counter(f"rated_{doc.get('rating') or 0}_out_of_5" for doc in shown)

    def names(self) -> dict[str, str]:
        return {f"rated_{n}_out_of_5": f"Rated {n} out of 5" for n in range(1, 6)}

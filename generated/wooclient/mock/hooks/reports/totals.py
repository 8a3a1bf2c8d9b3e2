"""The list of reports, and those that count things by kind."""

from __future__ import annotations

from collections import Counter
from typing import Any, ClassVar

from ...call import Call
from ...description import Json
from ...resource import Resource
from ...state import Doc
from ..orders import statuses

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

    #: The kinds, and how they are called.
    names: ClassVar[dict[str, str]] = {}
    #: Whose documents are counted.
    of: ClassVar[str] = ""

    def list(self, call: Call) -> Any:
        """A row for each kind."""
        counts = Counter(self.slug(doc) for doc in self.state.all(self.of))
        return [{"slug": slug, "name": name, "total": counts[slug]} for slug, name in self.known().items()]

    def known(self) -> dict[str, str]:
        """The kinds of this shop."""
        return self.names

    def slug(self, doc: Doc) -> str:
        """What a document counts as; nothing, if empty."""
        raise NotImplementedError


class OrderTotals(_Totals):
    """Orders by status."""

    of = "orders"
    names = statuses.NAMES

    def known(self) -> dict[str, str]:
        """Those of the recorded store and of overlays too."""
        return statuses.names(self.shop)

    def slug(self, doc: Doc) -> str:
        """Its status."""
        return str(doc["status"])


class ProductTotals(_Totals):
    """Products by type; those that nobody sees do not count."""

    of = "products"
    names: ClassVar[dict[str, str]] = {
        "external": "External/Affiliate product",
        "grouped": "Grouped product",
        "simple": "Simple product",
        "variable": "Variable product",
    }

    def slug(self, doc: Doc) -> str:
        """Its type."""
        return str(doc["type"]) if doc.get("status") == "publish" else ""


class CustomerTotals(_Totals):
    """Customers who bought something, and others; who runs the shop does not count."""

    of = "customers"
    names: ClassVar[dict[str, str]] = {"paying": "Paying customer", "non_paying": "Non-paying customer"}

    def slug(self, doc: Doc) -> str:
        """Whether they paid."""
        if doc.get("role") in ("administrator", "shop_manager"):
            return ""
        return "paying" if doc.get("is_paying_customer") else "non_paying"


class CouponTotals(_Totals):
    """Coupons by kind of discount."""

    of = "coupons"
    names: ClassVar[dict[str, str]] = {
        "percent": "Percentage discount",
        "fixed_cart": "Fixed cart discount",
        "fixed_product": "Fixed product discount",
    }

    def slug(self, doc: Doc) -> str:
        """Its kind."""
        return str(doc["discount_type"])


class ReviewTotals(_Totals):
    """Reviews by rating, those of products that nobody sees too."""

    of = "products.reviews"
    names: ClassVar[dict[str, str]] = {f"rated_{n}_out_of_5": f"Rated {n} out of 5" for n in range(1, 6)}

    def slug(self, doc: Doc) -> str:
        """Its rating."""
        return f"rated_{doc.get('rating') or 0}_out_of_5" if doc.get("status") in ("approved", "hold") else ""

"""Reports of the legacy API: sales of a span of time, and what sold best in it."""

from __future__ import annotations

from typing import Any, cast

from .. import dates, money
from ..description import Json
from ..hooks.orders import bought
from ..hooks.reports import sales
from ..kinds import elements, members
from ..schema import to_int
from ..state import Doc
from . import lists
from .call import Broken, LegacyCall
from .resource import LegacyResource

_PERIODS = ("week", "month", "last_month", "year")
#: Statuses of orders that v1 counts.
_SOLD = ("completed", "processing", "on-hold")
_MOST = 12


class Reports(LegacyResource):
    """What reports there are."""

    kind = "reports"

    def list(self, call: LegacyCall) -> Any:
        """Their paths."""
        return {"reports": ["sales", "sales/top_sellers"]}


class Report(LegacyResource):
    """A report of a span of time."""

    def span(self, call: LegacyCall) -> Json:
        """The parameters of `wc/v3` for the span; a period that nobody knows is a week.

        A span without a beginning begins now, one without an end goes on to this day.
        """
        call.fill_filter()
        given = call.filter
        if given.get("period"):
            period = str(given["period"])
            return {"period": period if period in _PERIODS else "week"}
        low, high = (lists.moment(given[name]) if given.get(name) else "" for name in ("date_min", "date_max"))
        return {"date_min": low or dates.utc(self.shop.now()) if high else low, "date_max": high}


class Sales(Report):
    """Sales, as a whole and by day or month."""

    kind = "reports.sales"

    def get(self, call: LegacyCall) -> Any:
        """The report."""
        return {"sales": lists.chosen(self.figures(call), call.fields)}

    def figures(self, call: LegacyCall) -> Json:
        """The figures of `wc/v3`."""
        row = members(elements(self.run("list", self.span(call)))[0])
        return {name: value for name, value in row.items() if name != "_links"}


class OldestSales(Sales):
    """v1 takes refunds for orders, with sums below zero."""

    def figures(self, call: LegacyCall) -> Json:
        """The figures of v1."""
        found = super().figures(call)
        when = sales.span(self.newer("list", self.span(call)), self.shop.now().astimezone(self.shop.zone).date())
        whole, parts = sales.Sum(), {part: sales.Sum() for part in when.parts}
        for order in self._sold():
            if when.holds(str(order["date_created"])):
                whole.add(order)
                if when.part(order["date_created"]) in parts:
                    parts[when.part(order["date_created"])].add(order)
        for name, row in members(found["totals"]).items():
            parts[name].customers = row["customers"]
        told = whole.row()
        return {
            "total_sales": told["sales"],
            "average_sales": money.fixed(whole.sales / when.count),
            "total_orders": told["orders"],
            "total_items": abs(whole.items),
            "total_tax": told["tax"],
            "total_shipping": told["shipping"],
            "total_discount": money.fixed(sum(whole.discounts.values(), money.ZERO)),
            "totals_grouped_by": when.by,
            "totals": {name: each.row() for name, each in parts.items()} or [],
            "total_customers": found["total_customers"],
        }

    def _sold(self) -> list[Doc]:
        orders = [order for order in sales.orders(self.shop) if order["status"] in _SOLD]
        return [*orders, *map(_as_order, sales.given_back(self.shop))]


def _as_order(refund: Doc) -> Doc:
    """A refund as an order of sums below zero."""
    shipping = sum((money.decimal(line["total"]) for line in elements(refund.get("shipping_lines"))), money.ZERO)
    return {
        "date_created": refund["date_created"],
        "total": -money.decimal(refund["amount"]),
        "cart_tax": refund.get("_cart_tax"),
        "shipping_tax": refund.get("_shipping_tax"),
        "shipping_total": shipping,
        "coupon_lines": [],
        "line_items": refund["line_items"],
    }


class TopSellers(Report):
    """What sold best. Numbers come as texts, as the database gives them."""

    kind = "reports.top_sellers"

    def list(self, call: LegacyCall) -> Any:
        """The products, the best first; none in place of one that is gone. v1 dies of that."""
        limit = members(call.query.get("filter")).get("limit")
        most = _MOST if limit is None else abs(to_int(limit)) or None
        best = cast(sales.TopSellers, self.resource).best(self.newer("list", self.span(call)))[:most]
        found = [(bought.find(self.shop, number), count) for number, count in best]
        if call.version == 1 and any(product is None for product, _ in found):
            raise Broken("A product that is gone has no name.")
        return {
            "top_sellers": [
                {"title": product.name, "product_id": str(product.id), "quantity": str(count)}
                for product, count in found
                if product is not None
            ]
        }

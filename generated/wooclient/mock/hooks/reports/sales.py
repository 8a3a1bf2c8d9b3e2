"""Sales of a span of time, and what sold best in it: worked out from the orders."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from ... import money
from ...call import Call
from ...description import Json
from ...kinds import elements
from ...money import ZERO
from ...resource import Resource, Shop
from ...state import Doc
from ..orders import bought, showing
from ..orders.totals import number_of

_SOLD = ("completed", "processing", "on-hold", "refunded")
#: Longer spans than this many months are told by month.
_MONTHS_BY_DAY = 3
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DAYS = ("date_min", "date_max")


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last, told by day or by month."""

    first: date
    last: date
    by: str
    #: The time of the first day that it begins at.
    since: str = ""

    @property
    def parts(self) -> list[str]:
        """The names of its days or months."""
        if self.by == "day":
            return [str(self.first + timedelta(days=n)) for n in range(self.count)]
        return list(dict.fromkeys(_later(self.first, n).strftime("%Y-%m") for n in range(self.count)))

    @property
    def count(self) -> int:
        """How many days or months it has, even those that no part is named for."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        return max(0, (self.last - self.first).days if self.by == "day" else months) + 1

    def part(self, day: str) -> str:
        """The day or month that a moment falls into."""
        return day[:10] if self.by == "day" else day[:7]

    def holds(self, moment: str) -> bool:
        """Whether a moment lies in it."""
        return self.begins <= moment and moment[:10] <= str(self.last)

    @property
    def begins(self) -> str:
        """The moment that it begins at; a day stands before all moments of it."""
        return f"{self.first}T{self.since}" if self.since else str(self.first)


def _later(day: date, months: int) -> date:
    """The same day of another month, as PHP counts: a month that is too short goes over into the next one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return _over(min(year, 9999), month + 1, day.day)


def _over(year: int, month: int, day: int) -> date:
    most = calendar.monthrange(year, month)[1]
    return date(year, month, min(day, most)) + timedelta(days=max(0, day - most))


def _months(first: date, last: date) -> int:
    """How many steps of a month lead from one day to another, each from where the one before came."""
    count, at = 0, _later(first, 1)
    while first < at <= last and at.year < 9999:
        count, at = count + 1, _later(at, 1)
    return count


def span(call: Call, today: date) -> Span:
    """The span that a request asks for: a named one, from a day to a day, or today."""
    match call.get("period"):
        case "year":
            return Span(today.replace(month=1, day=1), today, "month")
        case "month":
            return Span(today.replace(day=1), today, "day")
        case "last_month":
            last = today.replace(day=1) - timedelta(days=1)
            return Span(last.replace(day=1), last, "day")
        case "week":
            return Span(today - timedelta(days=6), today, "day")
        case _:
            pass
    low, high = call.get("date_min"), call.get("date_max")
    if not low and not high:
        return Span(today, today, "day")
    last = _day(high, today)
    first, since = max((_day(low, _later(today, -240)), _time(low)), (_later(today, -240), ""))
    # Months are counted from the time of the first day to the midnight before the last one.
    months = _months(first, last - timedelta(days=1) if since else last)
    return Span(first, last, "month" if months > _MONTHS_BY_DAY else "day", since)


def _day(text: Any, otherwise: date) -> date:
    matched = _DAY.match(str(text or ""))
    year, month, day = map(int, matched.groups()) if matched else (0, 0, 0)
    return _over(year, month, day) if year and 0 < month < 13 and 0 < day < 32 else otherwise


def _time(text: Any) -> str:
    """The time of a moment, if it is not midnight."""
    found = str(text or "")[11:19]
    return "" if found == "00:00:00" else found


def orders(shop: Shop) -> list[Doc]:
    """The orders that reports look at, oldest first: those that are posts."""
    return [] if showing.in_tables(shop) else sorted(shop.state.all("orders"), key=lambda o: str(o["date_created"]))


def given_back(shop: Shop) -> list[Doc]:
    """The refunds that reports look at."""
    return [] if showing.in_tables(shop) else shop.state.all("orders.refunds")


class SalesReport(Resource):
    """One row with the sums, and the same by day or month."""

    def stricter(self, name: str) -> Json:
        """Days, and nothing else."""
        return {"format": "day"} if name in _DAYS else {}

    def list(self, call: Call) -> Any:
        """The report."""
        when = span(call, self.shop.now().astimezone(self.shop.zone).date())
        sold = [o for o in orders(self.shop) if o["status"] in _SOLD and when.holds(str(o["date_created"]))]
        parts: dict[str, Sum] = {part: Sum() for part in when.parts}
        whole = Sum()
        for order in sold:
            for each in (whole, parts.get(when.part(order["date_created"]))):
                if each is not None:
                    each.add(order)
        customers = self._customers(when)
        for day in customers:
            if when.part(day) in parts:
                parts[when.part(day)].customers += 1
        back = self._given_back(when)
        sales, shipping, tax = whole.sales - back.sales, whole.shipping - back.shipping, whole.tax - back.tax
        net = sales - shipping - max(ZERO, tax)
        return [
            {
                "total_sales": money.fixed(sales),
                "net_sales": money.fixed(net),
                "average_sales": money.fixed(net / when.count),
                "total_orders": whole.orders,
                "total_items": whole.items,
                "total_tax": money.fixed(tax),
                "total_shipping": money.fixed(shipping),
                "total_refunds": number_of(back.sales),
                "total_discount": money.fixed(sum(whole.discounts.values(), ZERO)),
                "totals_grouped_by": when.by,
                # PHP writes an empty map as a list.
                "totals": {name: each.row() for name, each in parts.items()} or [],
                "total_customers": len(customers),
                "_links": {"about": [{"href": self.shop.rest_url(call.description, "/reports")}]},
            }
        ]

    def _customers(self, when: Span) -> Sequence[str]:
        """When customers came; WooCommerce ends the span at midnight before its last day."""
        days = [str(c.get("date_created") or "") for c in self.state.all("customers") if c.get("role") == "customer"]
        return [day for day in days if when.begins <= day <= f"{when.last}T00:00:00"]

    def _given_back(self, when: Span) -> Sum:
        """Refunds made in the span, whenever the order was. Of an order that was refunded in all, all of it counts."""
        back = Sum()
        whole: set[int] = set()
        for doc in given_back(self.shop):
            order = self.state.get("orders", doc["_parent"])
            if order is None or order["status"] not in _SOLD or not when.holds(str(doc["date_created"])):
                continue
            if order["status"] == "refunded":
                if order["id"] not in whole:
                    whole.add(order["id"])
                    back.add(order)
            else:
                back.sales += money.decimal(doc["amount"])
                back.tax += abs(money.decimal(doc.get("_cart_tax"))) + abs(money.decimal(doc.get("_shipping_tax")))
                back.shipping += sum(
                    (abs(money.decimal(s["total"])) for s in elements(doc.get("shipping_lines"))), ZERO
                )
        return back


@dataclass(slots=True)
class Sum:
    """Sums of a span, or of a part of it."""

    sales: Decimal = ZERO
    tax: Decimal = ZERO
    shipping: Decimal = ZERO
    discounts: dict[str, Decimal] = field(default_factory=dict[str, Decimal])
    orders: int = 0
    items: int = 0
    customers: int = 0

    def add(self, order: Doc) -> None:
        """One more order."""
        self.sales += money.decimal(order["total"])
        self.tax += money.decimal(order["cart_tax"]) + money.decimal(order["shipping_tax"])
        self.shipping += money.decimal(order["shipping_total"])
        for line in order["coupon_lines"]:
            code = str(line["code"]).lower()
            self.discounts[code] = self.discounts.get(code, ZERO) + money.decimal(line["discount"])
        self.orders += 1
        self.items += sum(int(item["quantity"]) for item in order["line_items"])

    def row(self) -> Json:
        """As it stands in `totals`."""
        return {
            "sales": money.fixed(self.sales),
            "orders": self.orders,
            "items": self.items,
            "tax": money.fixed(self.tax),
            "shipping": money.fixed(self.shipping),
            # WooCommerce goes through the codes, and the last one stays.
            "discount": money.fixed(next(reversed(self.discounts.values()), ZERO)),
            "customers": self.customers,
        }


class TopSellers(Resource):
    """The products that sold best."""

    def stricter(self, name: str) -> Json:
        """Days, and nothing else."""
        return {"format": "day"} if name in _DAYS else {}

    def list(self, call: Call) -> Any:
        """At most twelve."""
        best = self.best(call)[:12]
        url = self.shop.rest_url(call.description)
        return [
            {
                "name": product.name,
                "product_id": number,
                "quantity": count,
                "_links": {"about": [{"href": f"{url}/reports"}], "product": [{"href": f"{url}/products/{number}"}]},
            }
            for number, count in best
            if (product := bought.find(self.shop, number)) is not None
        ]

    def best(self, call: Call) -> Sequence[tuple[int, int]]:
        """Products, even those that are gone, and how many were sold, the best first."""
        when = span(call, self.shop.now().astimezone(self.shop.zone).date())
        counts: dict[int, int] = {}
        # Refunds count too: their quantities are below zero.
        sold = [o for o in orders(self.shop) if o["status"] in _SOLD[:3]]
        for doc in (*sold, *given_back(self.shop)):
            if when.holds(str(doc["date_created"])):
                for item in doc["line_items"]:
                    number = item.get("product_id") or 0
                    counts[number] = counts.get(number, 0) + int(item["quantity"])
        return sorted(counts.items(), key=lambda pair: -pair[1])

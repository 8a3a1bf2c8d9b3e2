"""Orders and refunds as the legacy API shows them: sums as texts, addresses whole, lines with what they sold."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from urllib.parse import unquote

from ... import money
from ...description import Json
from ...hooks.orders import bought, showing, taxing
from ...kinds import elements, is_list, is_map, members
from ...resource import Shop
from ...state import Doc
from ..resource import zulu

SHIPPING_FIELDS = (
    "first_name", "last_name", "company", "address_1", "address_2", "city", "state", "postcode", "country",
)  # fmt: skip
BILLING_FIELDS = (*SHIPPING_FIELDS, "email", "phone")
#: What a moment is that never was.
EPOCH = "1970-01-01T00:00:00Z"


def addresses(doc: Doc) -> Json:
    """Both addresses of an order or a customer, with all their fields."""
    billing, shipping = members(doc.get("billing")), members(doc.get("shipping"))
    return {
        "billing_address": {name: str(billing.get(name) or "") for name in BILLING_FIELDS},
        "shipping_address": {name: str(shipping.get(name) or "") for name in SHIPPING_FIELDS},
    }


def _method(line: Doc) -> str:
    """What a shipping line is called; one without a title has this one."""
    return str(line["method_title"] or "Shipping")


class OrderView:
    """How an answer shows orders."""

    def __init__(self, shop: Shop, *, places: int = 2, rounds: bool = False, hidden: bool = False) -> None:
        self.shop = shop
        #: How many decimals sums have, whatever those of the shop's prices.
        self.places = places
        #: Whether sums of lines are first rounded as the shop's prices are.
        self.rounds = rounds
        #: Whether custom fields of lines are shown whose names begin with `_`.
        self.hidden = hidden

    def order(self, doc: Doc) -> Json:
        """An order, without its customer."""
        each = (money.decimal(line["subtotal"]) for line in doc["line_items"])
        if not taxing.at_subtotal(self.shop):
            each = (money.rounded(value, self.shop.places) for value in each)
        subtotal = sum(each, money.ZERO)
        return {
            "id": doc["id"],
            "order_number": str(doc["id"]),
            "order_key": doc["order_key"],
            "created_at": zulu(doc.get("date_created_gmt")) or EPOCH,
            "updated_at": zulu(doc.get("date_modified_gmt")) or EPOCH,
            "completed_at": zulu(doc.get("date_completed_gmt")) or EPOCH,
            "status": doc["status"],
            "currency": doc["currency"],
            "total": self._sum(doc["total"]),
            "subtotal": self._sum(subtotal),
            "total_line_items_quantity": sum(line["quantity"] for line in doc["line_items"]),
            "total_tax": self._sum(doc["total_tax"]),
            "total_shipping": self._sum(doc["shipping_total"]),
            "cart_tax": self._sum(doc["cart_tax"]),
            "shipping_tax": self._sum(doc["shipping_tax"]),
            "total_discount": self._sum(doc["discount_total"]),
            # v1 kept two kinds of discounts apart that are one now.
            "cart_discount": "0.00",
            "order_discount": "0.00",
            "shipping_methods": ", ".join(_method(line) for line in doc["shipping_lines"]),
            "payment_details": {
                "method_id": doc["payment_method"],
                "method_title": doc["payment_method_title"],
                "paid": bool(doc.get("date_paid_gmt")),
            },
            **addresses(doc),
            "note": doc["customer_note"],
            "customer_ip": doc["customer_ip_address"],
            "customer_user_agent": doc["customer_user_agent"],
            "customer_id": doc["customer_id"],
            "view_order_url": f"{self.shop.url}/my-account/view-order/{doc['id']}/",
            "line_items": [self.item(line) for line in doc["line_items"]],
            "shipping_lines": [
                {
                    "id": line["id"],
                    "method_id": line["method_id"],
                    "method_title": _method(line),
                    "total": self._sum(line["total"]),
                }
                for line in doc["shipping_lines"]
            ],
            "tax_lines": self._taxes(doc),
            "fee_lines": [self._fee(line) for line in doc["fee_lines"]],
            "coupon_lines": [
                {"id": line["id"], "code": line["code"], "amount": self._sum(line["discount"])}
                for line in doc["coupon_lines"]
            ],
        }

    def refund(self, doc: Doc) -> Json:
        """A refund. The line that a line gives back is asked for under a name that nobody keeps it under: 0."""
        return {
            "id": doc["id"],
            "created_at": zulu(doc.get("date_created_gmt")) or EPOCH,
            "amount": self._sum(doc["amount"]),
            "reason": doc["reason"] or "",
            "line_items": [{**self.item(line), "refunded_item_id": 0} for line in doc["line_items"]],
        }

    def item(self, line: Doc) -> Json:
        """A line of products. A variation stands for itself: `product_id` is its own."""
        product = bought.of_line(self.shop, line)
        quantity = line["quantity"]
        return {
            "id": line["id"],
            **{name: self._line_sum(line[name]) for name in ("subtotal", "subtotal_tax", "total", "total_tax")},
            "price": self._line_sum(money.decimal(line["total"]) / money.decimal(quantity) if quantity else 0),
            "quantity": quantity,
            "tax_class": line["tax_class"],
            "name": line["name"],
            "product_id": next((n for n in (line["variation_id"], line["product_id"]) if bought.find(self.shop, n)), 0),
            "sku": product.sku if product else None,
            "meta": self._item_meta(line, product),
        }

    def _item_meta(self, line: Doc, product: bought.Bought | None) -> list[Json]:
        """Custom fields of a line that have a single value."""
        attributes = product.attributes if product else []
        rows = showing.meta_rows(self.shop, elements(line.get("meta_data")), "line_items", attributes)
        return [
            {"key": unquote(row["key"]), "value": unquote(str(row["value"])), "label": row["display_key"]}
            for row in rows
            if row["value"] not in ("", None)
            and not (is_map(row["value"]) or is_list(row["value"]))
            and (self.hidden or not str(row["key"]).startswith("_"))
        ]

    def _fee(self, line: Doc) -> Json:
        places = self.shop.places
        return {
            "id": line["id"],
            "title": line["name"],
            "tax_class": line["tax_class"],
            "total": self._sum(money.rounded(line["total"], places)),
            "total_tax": self._sum(money.rounded(line["total_tax"], places)),
        }

    def _taxes(self, doc: Doc) -> list[Json]:
        """Taxes by code, those under one code together; what comes to nothing is left out."""
        found: dict[str, Json] = {}
        sums: dict[str, Decimal] = {}
        for line in doc["tax_lines"]:
            code = line["rate_code"]
            more = money.decimal(line["tax_total"]) + money.decimal(line["shipping_tax_total"])
            sums[code] = sums.get(code, money.ZERO) + more
            found[code] = {
                "id": line["id"],
                "rate_id": line["rate_id"],
                "code": code,
                "title": line["label"],
                "total": self._sum(sums[code]),
                "compound": bool(line["compound"]),
            }
        return [row for code, row in found.items() if sums[code]]

    def _sum(self, value: Any) -> str:
        return money.fixed(value or 0, self.places)

    def _line_sum(self, value: Any) -> str:
        return self._sum(money.rounded(value, self.shop.places) if self.rounds else value)

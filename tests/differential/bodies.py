"""Bodies as people send them: orders with all their parts, products, coupons; the rest follows the schema."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from differential.values import Drawer

Json = dict[str, Any]


def _order(d: Drawer) -> Json:
    body: Json = {"line_items": [_line(d) for _ in range(d.one((1, 1, 2, 3)))]}
    statuses = ("pending", "processing", "on-hold", "completed", "cancelled", "failed", "refunded")
    coupons = d.records.codes()
    parts: dict[str, tuple[float, Callable[[], Any]]] = {
        "billing": (0.6, lambda: d.address(True)),
        "shipping": (0.4, lambda: d.address(False)),
        "shipping_lines": (0.3, lambda: [_shipping(d)]),
        "fee_lines": (0.25, lambda: [_fee(d)]),
        "coupon_lines": (0.3 if coupons else 0, lambda: [{"code": d.one(coupons)}]),
        "status": (0.4, lambda: d.one(statuses)),
        "set_paid": (0.25, lambda: True),
        "customer_id": (0.3, lambda: d.records.reference("/customers")),
        "payment_method": (0.3, lambda: d.one(("bacs", "cod", "cheque"))),
    }
    return body | {name: make() for name, (share, make) in parts.items() if d.chance(share)}


def _shipping(d: Drawer) -> Json:
    return {"method_id": "flat_rate", "method_title": "Flat rate", "total": d.one(("5.00", "7.5", "0"))}


def _fee(d: Drawer) -> Json:
    taxed = {"tax_class": "reduced-rate", "tax_status": d.one(("taxable", "none"))} if d.chance(0.3) else {}
    return {"name": d.text(), "total": d.one(("2.50", "-1", "10")), **taxed}


def _line(d: Drawer) -> Json:
    line: Json = {"product_id": d.records.reference("/products"), "quantity": d.one((1, 1, 2, 3, 10))}
    if d.chance(0.15):
        line |= {"total": d.one(("10.00", "7.77")), "subtotal": "12.00"}
    if d.chance(0.1):
        line["variation_id"] = d.records.reference("variations")
    if d.chance(0.1):
        line["meta_data"] = [{"key": "gift", "value": "yes"}]
    return line


def _product(d: Drawer) -> Json:
    body: Json = {"name": d.text(), "regular_price": d.value("regular_price", {}, "")}
    body["type"] = d.one(("simple", "simple", "simple", "variable", "variable", "grouped", "external"))
    if body["type"] == "variable":
        body["attributes"] = [{"name": "Size", "options": ["S", "M", "L"], "variation": True, "visible": True}]
    if d.chance(0.3):
        body |= {"manage_stock": True, "stock_quantity": d.one((0, 1, 5, 50))}
    if d.chance(0.3):
        body["sale_price"] = d.one(("1.00", "5", "500"))
    if d.chance(0.3):
        body["sku"] = d.unique("SKU-")
    if d.chance(0.3):
        body["categories"] = [{"id": d.records.reference("/products/categories")}]
    if d.chance(0.2):
        body["tax_class"] = d.one(("reduced-rate", "zero-rate"))
    return body


def _variation(d: Drawer) -> Json:
    body: Json = {"regular_price": d.one(("10", "12.5")), "attributes": [{"name": "Size", "option": d.one("SML")}]}
    if d.chance(0.3):
        body |= {"manage_stock": d.one((True, False)), "stock_quantity": d.one((0, 3, 9))}
    return body


def _coupon(d: Drawer) -> Json:
    kinds = ("percent", "fixed_cart", "fixed_product")
    return {"code": d.unique("Save"), "amount": d.one(("10", "5.50", "100")), "discount_type": d.one(kinds)}


def _customer(d: Drawer) -> Json:
    body: Json = {"email": f"{d.unique('user')}@example.com", "first_name": d.text(), "last_name": "Doe"}
    if d.chance(0.4):
        body |= {"billing": d.address(True), "shipping": d.address(False)}
    return body if d.chance(0.6) else {**body, "username": d.unique("user")}


def _tax(d: Drawer) -> Json:
    body: Json = {"country": d.one(("US", "DE", "", "us")), "rate": d.one(("7.25", "19", "10.0000", "0"))}
    body |= {"name": d.one(("VAT", "Sales tax")), "shipping": d.one((True, False)), "priority": d.one((1, 1, 2))}
    if d.chance(0.3):
        body |= {"compound": True, "class": d.one(("standard", "reduced-rate"))}
    return body


def _refund(d: Drawer) -> Json:
    return {"amount": d.one(("1.00", "2.5", "0.01", "5")), "api_refund": False, "reason": d.text()}


def _review(d: Drawer) -> Json:
    mail = f"{d.unique('fan')}@example.com"
    review = {"product_id": d.records.reference("/products"), "review": d.unique("Good tea "), "reviewer": d.text()}
    return {**review, "reviewer_email": mail, "rating": d.one((0, 1, 3, 5))}


def _webhook(d: Drawer) -> Json:
    return {
        "topic": d.one(("order.created", "product.updated")),
        "delivery_url": "http://127.0.0.1:9/hook",
        "status": "disabled",
    }


#: What is made in a collection, by the end of its path.
BODIES: dict[str, Callable[[Drawer], Json]] = {
    "/orders": _order, "/products": _product, "/variations": _variation, "/coupons": _coupon, "/customers": _customer,
    "/taxes": _tax, "/refunds": _refund, "/products/reviews": _review, "/webhooks": _webhook,
}  # fmt: skip

"""Coupons on orders: whether one may be used, what it does to the order, and how often it was used."""

from __future__ import annotations

import copy
import json
from datetime import UTC
from decimal import Decimal
from typing import Any

from ... import dates, money
from ...errors import Crashed, Refused
from ...kinds import elements, is_list, is_map
from ...resource import Shop
from ...state import Doc
from ...text import coupon_code
from . import bought, taxing, totals
from .bought import Bought
from .discounts import Discounts, fits, of_cart

_NOT_USED = ("cancelled", "failed", "trash")


def set_lines(shop: Shop, order: Doc, sent: Any) -> None:
    """The coupons of an order are those sent; the order's sums follow."""
    present = {str(line["code"]).lower() for line in order["coupon_lines"]}
    codes: list[str] = []
    for item in filter(is_map, elements(sent)):
        codes.append(_code(item))
        if codes[-1] not in present:
            _check(shop, order, codes[-1])
    for line in list(order["coupon_lines"]):
        order["coupon_lines"].remove(line)
        _count(shop, order, line["code"], used=False)
        _recalculate(shop, order)
    for code in codes:
        _apply(shop, order, code)


def _code(item: Doc) -> str:
    if item.get("id"):
        raise Refused(400, "woocommerce_rest_coupon_item_id_readonly", "A coupon on an order is named by its code.")
    if is_map(item.get("code")) or is_list(item.get("code")):
        raise Crashed("The code of a coupon is a text.")
    code = coupon_code(item.get("code")).lower()
    if not code:
        raise _invalid("A coupon needs a code.")
    return code


def _invalid(message: str) -> Refused:
    return Refused(400, "woocommerce_rest_invalid_coupon", message)


def find(shop: Shop, code: str) -> Doc | None:
    """The coupon with a code, in any letter case."""
    key = shop.state.find("coupons", "code", code.lower())
    return None if key is None else shop.state.get("coupons", key)


def _apply(shop: Shop, order: Doc, code: str) -> None:
    if any(str(line["code"]).lower() == code for line in order["coupon_lines"]):
        raise _invalid(f"The order has the coupon {code} already.")
    coupon = _check(shop, order, code)
    info: list[Any] = [coupon["id"], coupon["code"], coupon["discount_type"], totals.number_of(coupon["amount"])]
    if coupon["discount_type"] == "fixed_cart":
        info[2] = None
    if coupon.get("free_shipping"):
        info.append(True)
    text = json.dumps(info, ensure_ascii=True, separators=(",", ":"))
    line: Doc = {
        "id": shop.state.next_id("order_items"),
        "code": coupon["code"],
        "discount": "0",
        "discount_tax": "0",
        "meta_data": [{"id": shop.state.next_id("order_item_meta"), "key": "coupon_info", "value": text}],
        "discount_type": coupon["discount_type"],
        "nominal_amount": info[3],
        "free_shipping": bool(coupon.get("free_shipping")),
    }
    order["coupon_lines"].append(line)
    _recalculate(shop, order)
    if order.get("_coupons_counted"):
        _count(shop, order, code, used=True)
    count_uses(shop, order)


def _recalculate(shop: Shop, order: Doc) -> None:
    """Discounts of all coupons of an order, anew, and its sums."""
    saved = copy.deepcopy(order)
    discounts = Discounts(shop, order)
    for line in order["coupon_lines"]:
        discounts.apply(find(shop, str(line["code"])) or {**line, "amount": line.get("nominal_amount", 0)})
    for line in order["line_items"]:
        line["total"], line["total_tax"] = line["subtotal"], line["subtotal_tax"]
    where = taxing.place(shop, order)
    lines = {line["id"]: line for line in order["line_items"]}
    for coupon in order["coupon_lines"]:
        each = discounts.by_coupon[str(coupon["code"]).lower()]
        taxes = {number: _tax(shop, order, lines[number], amount, where) for number, amount in each.items()}
        whole = sum(each.values(), Decimal(0))
        if not taxing.at_subtotal(shop):
            taxes = {number: taxing.rounded(shop, tax) for number, tax in taxes.items()}
        tax = sum(taxes.values(), Decimal(0))
        coupon["discount"] = money.trimmed(whole - tax if order["prices_include_tax"] else whole)
        coupon["discount_tax"] = money.trimmed(tax)
    for number, amount in discounts.by_line().items():
        line = lines[number]
        net = amount - _tax(shop, order, line, amount, where) if order["prices_include_tax"] else amount
        line["total"] = money.trimmed(money.rounded(max(Decimal(0), money.decimal(line["total"]) - net), 6))
        totals.raise_subtotal(line)
    totals.calculate(shop, order, saved)


def _tax(shop: Shop, order: Doc, line: Doc, amount: Decimal, where: Doc) -> Decimal:
    """The tax that a discount on a line saves."""
    product = bought.of_line(shop, line)
    if not taxing.enabled(shop) or (product is not None and not product.taxable):
        return Decimal(0)
    applying = taxing.rates(shop, where, line["tax_class"] or "")
    taxes = taxing.computed(amount, applying, inclusive=bool(order["prices_include_tax"]))
    return sum(taxes.values(), Decimal(0))


def _check(shop: Shop, order: Doc, code: str) -> Doc:
    """The coupon, if this order may use it."""
    coupon = find(shop, code)
    if coupon is None or coupon.get("status") == "trash":
        raise _invalid(f"There is no coupon {code}.")
    if coupon.get("usage_limit") and coupon["usage_count"] >= coupon["usage_limit"]:
        raise _invalid(f"The coupon {code} has been used as often as it may be.")
    who = {str(order["customer_id"] or ""), str(order["billing"].get("email") or "")} - {""}
    limit = coupon.get("usage_limit_per_user")
    if limit and sum(1 for user in elements(coupon.get("used_by")) if str(user) in who) >= limit:
        raise _invalid(f"This customer has used the coupon {code} as often as anybody may.")
    expires = dates.parse(str(coupon.get("date_expires_gmt") or ""), UTC)
    if expires is not None and shop.now() > expires:
        raise _invalid(f"The coupon {code} is no longer valid.")
    subtotal = sum((money.decimal(line["subtotal"]) for line in order["line_items"]), Decimal(0))
    subtotal = money.rounded(subtotal, shop.places)
    if order.get("prices_include_tax"):
        subtotal += money.rounded(order["total_tax"], shop.places)
    least, most = money.decimal(coupon.get("minimum_amount")), money.decimal(coupon.get("maximum_amount"))
    if least > 0 and subtotal < least:
        raise _invalid(f"The coupon {code} is for orders of {least} and more.")
    if most > 0 and subtotal > most:
        raise _invalid(f"The coupon {code} is for orders of {most} and less.")
    if not _suits(shop, order, coupon):
        raise _invalid(f"The coupon {code} is not for what is in this order.")
    allowed = [str(email).lower() for email in elements(coupon.get("email_restrictions"))]
    email = str(order["billing"].get("email") or "").lower()
    if allowed and not any(email == a or (a.startswith("*") and email.endswith(a[1:])) for a in allowed):
        raise _invalid(f"The coupon {code} is for other customers.")
    return coupon


def _suits(shop: Shop, order: Doc, coupon: Doc) -> bool:
    """Whether something in the order is what the coupon is for; one for a whole order wants nothing excluded in it."""
    products = [item.product for item in Discounts(shop, order).items]
    ids, categories = set(elements(coupon.get("product_ids"))), set(elements(coupon.get("product_categories")))
    if ids and not any(p is not None and ids & p.ids for p in products):
        return False
    if categories and not _is_any_in(products, categories):
        return False
    if not of_cart(coupon):
        return not products or any(fits(coupon, p) for p in products)
    no_ids = set(elements(coupon.get("excluded_product_ids")))
    no_categories = set(elements(coupon.get("excluded_product_categories")))
    for product in products:
        if product is None:
            if no_ids:
                raise Crashed("A product of the order is gone.")
            continue
        if no_ids & product.ids or no_categories & product.categories:
            return False
        if coupon.get("exclude_sale_items") and product.on_sale:
            return False
    return True


def _is_any_in(products: list[Bought | None], categories: set[int]) -> bool:
    """Whether one of the products is in a category. WooCommerce asks the dearest first, and trips over those gone."""
    for product in products:
        if product is None:
            raise Crashed("A product of the order is gone.")
        if categories & product.categories:
            return True
    return False


def count_uses(shop: Shop, order: Doc) -> None:
    """Count the order's coupons as used, or no longer, as its status says."""
    used = order["status"] not in _NOT_USED
    if used == bool(order.get("_coupons_counted")):
        return
    order["_coupons_counted"] = used
    for line in order["coupon_lines"]:
        _count(shop, order, str(line["code"]), used=used)


def _count(shop: Shop, order: Doc, code: str, *, used: bool) -> None:
    found = find(shop, code)
    if found is None:
        return
    coupon = shop.state.copy("coupons", found["id"])
    assert coupon is not None
    who = str(order["customer_id"] or order["billing"].get("email") or "")
    coupon["usage_count"] = max(0, int(coupon.get("usage_count") or 0) + (1 if used else -1))
    users = list(elements(coupon.get("used_by")))
    if used and who:
        users.append(who)
    elif who in users:
        users.remove(who)
    coupon["used_by"] = users
    shop.resource("coupons").save(coupon)

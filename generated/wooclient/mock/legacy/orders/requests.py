"""Orders as legacy requests write them, turned into what `wc/v3` takes; refusals are those of the legacy API."""

from __future__ import annotations

from typing import Any

from ... import money, text
from ...description import Json
from ...errors import Refused
from ...hooks.orders import bought
from ...kinds import elements, is_list, is_map, members
from ...resource import Shop
from ...schema import to_int
from ...state import Doc

#: Fields of a line that say, where they are null, that the line shall go.
_REMOVES = ("product_id", "method_id", "title", "code")
#: Kind of line → what it is named by.
LINES = {"line_items": "product_id", "shipping_lines": "method_id", "fee_lines": "title", "coupon_lines": "code"}


def lines(shop: Shop, data: Json, order: Doc | None) -> Json:
    """The lines that a request says, by kind; `order` is the one that they change, None for a new one."""
    takers = {"line_items": _product, "shipping_lines": _shipping, "fee_lines": _fee, "coupon_lines": _coupon}
    found: Json = {}
    for name, take in takers.items():
        if is_list(data.get(name)) or is_map(data.get(name)):
            rows = elements(data[name]) or list(members(data[name]).values())
            found[name] = [_line(shop, name, members(row), take, order) for row in rows]
    return found


def _line(shop: Shop, name: str, row: Json, take: Any, order: Doc | None) -> Json:
    """One line; in a new order all lines are new ones."""
    if order is None or row.get("id") is None:
        return dict(take(shop, row, None))
    number = abs(to_int(row["id"]))
    if number and any(key in row and row[key] is None for key in _REMOVES):
        return {"id": number, "code" if name == "coupon_lines" else "product_id": None}
    line = next((line for line in elements(members(order).get(name)) if line["id"] == number), None)
    if line is None:
        raise Refused(400, "woocommerce_invalid_item_id", "The order has no such line.")
    return {**take(shop, row, line), "id": number}


def _product(shop: Shop, row: Json, line: Doc | None) -> Json:
    if row.get("product_id") is None and row.get("sku") is None:
        raise Refused(400, "woocommerce_api_invalid_product_id", "A line needs a product, by id or SKU.")
    number = to_int(row.get("product_id") or 0)
    if line is not None and number not in (line["product_id"], line["variation_id"] or line["product_id"]):
        raise Refused(400, "woocommerce_api_invalid_product_id", "This line is of another product.")
    if row.get("product_id") is None:
        number = bought.by_sku(shop, text.scalar_text(row["sku"]))
    number = _variation(shop, number, row.get("variations")) or number
    if bought.find(shop, number) is None:
        raise Refused(400, "woocommerce_api_invalid_product", "There is no such product.")
    quantity = row.get("quantity")
    if (line is None and quantity is None) or (quantity is not None and money.decimal(quantity) <= 0):
        raise Refused(400, "woocommerce_api_invalid_product_quantity", "A line needs a quantity above 0.")
    found: Json = {"product_id": number, **_given(row, "quantity"), **_sums(row, "subtotal", "total")}
    if line is None and "total" in found:
        found.setdefault("subtotal", found["total"])
    return found


def _variation(shop: Shop, parent: int, wanted: Any) -> int:
    """The variation of a product that has the options that are asked for; 0 if none has."""
    if not is_map(wanted):
        return 0
    if not all(name and value for name, value in wanted.items()):
        raise Refused(400, "woocommerce_api_invalid_product_variation", "Each attribute needs an option.")
    slugs = {text.slug(str(name)).removeprefix("attribute_"): str(value).lower() for name, value in wanted.items()}
    for doc in shop.state.all("products.variations", parent):
        own: dict[str, set[str]] = {}
        for attribute in elements(doc.get("attributes")):
            option = str(attribute.get("option") or "")
            own[bought.attribute_key(shop, attribute)] = {option.lower(), text.slug(option)}
        if all(value in own.get(name, own.get(f"pa_{name}", set())) for name, value in slugs.items()):
            return int(doc["id"])
    return 0


def _shipping(shop: Shop, row: Json, line: Doc | None) -> Json:
    if money.decimal(row.get("total")) < 0:
        raise Refused(400, "woocommerce_invalid_shipping_total", "Shipping does not cost less than nothing.")
    if line is None and row.get("method_id") is None:
        raise Refused(400, "woocommerce_invalid_shipping_item", "A shipping line needs a method.")
    title = {"method_title": ""} if line is None else {}
    return {**title, **_given(row, "method_id", "method_title"), **_sums(row, "total")}


def _fee(shop: Shop, row: Json, line: Doc | None) -> Json:
    if line is None and row.get("title") is None:
        raise Refused(400, "woocommerce_invalid_fee_item", "A charge needs a title.")
    if line is None and row.get("taxable") and row.get("tax_class") is None:
        raise Refused(400, "woocommerce_invalid_fee_item", "A charge that is taxed needs a tax class.")
    taxes = _given(row, "tax_class") if line is not None or row.get("taxable") else {}
    if taxes.get("tax_class") and not _is_class(shop, text.scalar_text(taxes["tax_class"])):
        raise Refused(400, "order_item_fee_invalid_tax_class", "There is no such tax class.")
    found = {**_sums(row, "total"), **taxes}
    if row.get("title") is not None:
        found["name"] = text.line(text.scalar_text(row["title"]))
    return found


def _is_class(shop: Shop, slug: str) -> bool:
    """Whether lines can be of a tax class: the standard one has no name for that."""
    return slug != "standard" and shop.state.has("taxes.classes", slug)


def _coupon(shop: Shop, row: Json, line: Doc | None) -> Json:
    if money.decimal(row.get("amount")) < 0:
        raise Refused(400, "woocommerce_invalid_coupon_total", "A coupon does not take off less than nothing.")
    if line is None and not row.get("code"):
        raise Refused(400, "woocommerce_invalid_coupon_coupon", "A coupon needs a code.")
    amount = {"discount": _sums(row, "amount")["amount"]} if row.get("amount") is not None else {}
    code = {} if row.get("code") is None else {"code": text.coupon_code(row["code"]).lower()}
    return {**code, **amount}


def _given(row: Json, *names: str) -> Json:
    return {name: row[name] for name in names if row.get(name) is not None}


def _sums(row: Json, *names: str) -> Json:
    """Sums as texts; what is no number counts as 0."""
    return {name: money.trimmed(money.decimal(row[name])) for name in names if row.get(name) is not None}

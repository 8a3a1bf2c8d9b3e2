"""Lines of an order, as requests write them: products, shipping, charges."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from ... import meta, money, schema
from ...errors import Crashed, Refused
from ...kinds import elements, is_list, is_map
from ...resource import Shop
from ...state import Doc
from ...text import line as one_line
from ...text import scalar_text
from . import bought, stock, taxing, totals
from .bought import Bought

_REMOVES = ("product_id", "method_id", "method_title", "name", "code")


def take(shop: Shop, order: Doc, name: str, sent: Any, *, moves_stock: bool = True) -> None:
    """Add, change and remove lines of one kind. Stock follows, where the order has taken from it."""
    for item in filter(is_map, elements(sent)):
        if removes(item):
            _remove(shop, order, name, item, moves_stock=moves_stock)
            continue
        line = _found(order, name, item) if item.get("id") else _new(shop, name, item)
        _TAKERS[name](shop, line, item)
        if "meta_data" in item:
            line["meta_data"] = meta.merged(
                line["meta_data"], item["meta_data"], lambda: shop.state.next_id("order_item_meta")
            )
        if not item.get("id"):
            order[name].append(line)
        if moves_stock and name == "line_items" and order["status"] in stock.TAKEN:
            stock.adjust(shop, order, line)


def removes(item: Doc) -> bool:
    """Whether a request takes a line away."""
    quantity = item.get("quantity")
    return any(key in item and item[key] is None for key in _REMOVES) or (schema.is_integer(quantity) and quantity == 0)


def _found(order: Doc, name: str, item: Doc) -> Doc:
    number = abs(schema.to_int(item["id"]))
    found: Doc | None = next((line for line in order[name] if line["id"] == number), None)
    if found is None:
        raise Refused(400, "woocommerce_rest_invalid_item_id", "The order has no such line.")
    return found


def _remove(shop: Shop, order: Doc, name: str, item: Doc, *, moves_stock: bool) -> None:
    line = _found(order, name, {"id": item.get("id") or 0})
    if moves_stock and name == "line_items":
        stock.give_back(shop, line)
    order[name].remove(line)


def _is_nothing(item: Doc, name: str) -> bool:
    """Whether a field is nothing to PHP; the text `0` is."""
    return not item.get(name) or item[name] == "0"


def _new(shop: Shop, name: str, item: Doc) -> Doc:
    """A line with nothing in it; refuses what lacks the one thing it must have."""
    common: Doc = {"total": "0", "total_tax": "0", "taxes": [], "meta_data": []}
    if name == "line_items":
        if all(_is_nothing(item, key) for key in ("sku", "product_id", "variation_id")):
            raise Refused(400, "woocommerce_rest_required_product_reference", "A line needs a product, by id or SKU.")
        own: Doc = {"name": "", "product_id": 0, "variation_id": 0, "quantity": 1, "tax_class": "",
                    "subtotal": "0", "subtotal_tax": "0"}  # fmt: skip
    elif name == "shipping_lines":
        if _is_nothing(item, "method_id"):
            raise Refused(400, "woocommerce_rest_invalid_shipping_item", "A shipping line needs a method.")
        own = {"method_title": "Shipping", "method_id": "", "instance_id": "", "tax_status": "taxable"}
    elif name == "coupon_lines":
        if is_map(item.get("code")) or is_list(item.get("code")):
            raise Crashed("The code of a coupon is a text.")
        if _is_nothing(item, "code"):
            raise Refused(400, "woocommerce_rest_invalid_coupon_coupon", "A coupon needs a code.")
        own = {"code": "", "discount_type": "fixed_cart", "nominal_amount": 0, "free_shipping": False}
        common = {"discount": "0", "discount_tax": "0", "meta_data": []}
    else:
        if _is_nothing(item, "name"):
            raise Refused(400, "woocommerce_rest_invalid_fee_item", "A fee needs a name.")
        own = {"name": "", "tax_class": "", "tax_status": "taxable", "amount": ""}
    return {"id": shop.state.next_id("order_items"), **own, **common}


def _product(shop: Shop, line: Doc, item: Doc) -> None:
    sent = {name: value for name, value in item.items() if value is not None and not isinstance(value, dict | list)}
    number = _product_id(shop, sent)
    product = bought.find(shop, number) if number else None
    if product is not None:
        _set_product(shop, line, product)
        if not item.get("id"):
            quantity = schema.to_int(sent.get("quantity", 1))
            line["total"] = line["subtotal"] = money.trimmed(_price(shop, product, max(0, quantity)))
    if item.get("name") is not None:
        line["name"] = scalar_text(item["name"])
    if "quantity" in sent:
        line["quantity"] = schema.to_int(sent["quantity"])
    if "total" in sent:
        line["total"] = money.typed(sent["total"]) or "0"
        totals.raise_subtotal(line)
    if "subtotal" in sent:
        line["subtotal"] = money.typed(sent["subtotal"]) or "0"
    if "tax_class" in sent:
        line["tax_class"] = _tax_class(shop, sent["tax_class"], "product")


def _product_id(shop: Shop, sent: Doc) -> int:
    """The product that a line names, by SKU or id."""
    if sent.get("sku"):
        return bought.by_sku(shop, scalar_text(sent["sku"]))
    return schema.to_int(sent.get("variation_id") or sent.get("product_id") or 0)


def _set_product(shop: Shop, line: Doc, product: Bought) -> None:
    line["name"], line["tax_class"] = product.name, product.tax_class
    line["product_id"] = product.id if product.parent is None else int(product.parent["id"])
    # A plain product leaves the variation that the line had, and with it what is sold.
    if product.parent is not None:
        line["variation_id"] = product.id
        rows = _variation_fields(shop, product.parent, product.doc)
        line["meta_data"] = meta.merged(line["meta_data"], rows, lambda: shop.state.next_id("order_item_meta"))


def _variation_fields(shop: Shop, parent: Doc, variation: Doc) -> list[Doc]:
    """What a line notes of a variation: all attributes that variations of its product differ by, empty for "any"."""
    chosen = {bought.attribute_key(shop, a): a for a in elements(variation.get("attributes")) if is_map(a)}
    named = [a for a in elements(parent.get("attributes")) if is_map(a) and a.get("variation")]
    keys = dict.fromkeys(bought.attribute_key(shop, a) for a in named)
    return [{"key": key, "value": _attribute_value(shop, chosen[key]) if key in chosen else ""} for key in keys]


def _attribute_value(shop: Shop, attribute: Doc) -> str:
    """The slug of a term of a shop-wide attribute; a product's own options are kept as they are."""
    option = str(attribute.get("option") or "")
    for term in shop.state.all("products.attributes.terms", attribute["id"]) if attribute.get("id") else []:
        if option in (term.get("name"), term.get("slug")):
            return str(term["slug"])
    return option


def _price(shop: Shop, product: Bought, quantity: int) -> Decimal:
    """What a number of a product costs without taxes."""
    price = product.price * quantity
    if product.taxable and taxing.included(shop) and taxing.enabled(shop):
        price = taxing.without(shop, price, product.tax_class)
    return price


def _shipping(shop: Shop, line: Doc, item: Doc) -> None:
    for name in ("method_id", "instance_id"):
        if item.get(name) is not None:
            line[name] = scalar_text(item[name])
    if item.get("method_title") is not None:
        line["method_title"] = one_line(scalar_text(item["method_title"]))
    if item.get("total") is not None:
        line["total"] = money.typed(item["total"]) or "0"


def _fee(shop: Shop, line: Doc, item: Doc) -> None:
    if item.get("name") is not None:
        line["name"] = scalar_text(item["name"])
    if item.get("tax_class") is not None:
        line["tax_class"] = _tax_class(shop, item["tax_class"], "fee")
    if item.get("tax_status") is not None:
        line["tax_status"] = "taxable" if item["tax_status"] == "taxable" else "none"
    if item.get("total") is not None:
        line["total"] = money.typed(item["total"]) or "0"


def _coupon(shop: Shop, line: Doc, item: Doc) -> None:
    if item.get("code") is not None:
        line["code"] = scalar_text(item["code"])
    if item.get("discount") is not None:
        line["discount"] = money.typed(item["discount"]) or "0"


def _tax_class(shop: Shop, value: Any, kind: str) -> str:
    """A class of the shop; the standard one is empty, and has no other name here."""
    known = {c["slug"] for c in shop.state.all("taxes.classes")} - {"standard"}
    if value and str(value) not in known:
        raise Refused(400, f"order_item_{kind}_invalid_tax_class", "The shop has no such tax class.")
    return str(value or "")


_TAKERS: dict[str, Callable[[Shop, Doc, Doc], None]] = {
    "line_items": _product, "shipping_lines": _shipping, "fee_lines": _fee, "coupon_lines": _coupon,
}  # fmt: skip


def numbers(order: Doc) -> set[int]:
    """The numbers of all lines of an order."""
    return {line["id"] for name in (*_TAKERS, "tax_lines") for line in order[name]}


def kept(stored: Doc, doc: Doc) -> Doc:
    """What stays of an order whose change is refused: lines that changed, and new ones whose stock was taken."""
    for name in ("line_items", "shipping_lines", "fee_lines"):
        changed = {line["id"]: line for line in doc[name]}
        known = [changed.pop(line["id"], line) for line in stored[name]]
        stored[name] = [*known, *(line for line in changed.values() if stock.took(line))]
    return stored

"""What a legacy request changes of a product, as parameters of `wc/v3`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ... import dates, text
from ...description import Json
from ...errors import Refused
from ...hooks.products import media
from ...hooks.products.base import Sold
from ...kinds import elements, is_list, is_map, members
from ...schema import to_int
from ...state import Doc
from .base import VARIATIONS, LegacyProduct

#: The parameters for the value of a field of a product.
Turned = Callable[[LegacyProduct, Any, Doc], Json]
_TYPES = ("simple", "grouped", "external", "variable")
#: Field → parameter, where the value goes as it is.
_SAME = {
    "name": "slug",
    "status": "status",
    "tax_status": "tax_status",
    "tax_class": "tax_class",
    "catalog_visibility": "catalog_visibility",
    "weight": "weight",
    "dimensions": "dimensions",
    "shipping_class": "shipping_class",
    "regular_price": "regular_price",
    "sale_price": "sale_price",
    "upsell_ids": "upsell_ids",
    "cross_sell_ids": "cross_sell_ids",
    "download_limit": "download_limit",
    "download_expiry": "download_expiry",
    "product_url": "external_url",
    "button_text": "button_text",
    "parent_id": "parent_id",
    "stock_quantity": "stock_quantity",
    "sale_price_dates_from": "date_on_sale_from",
    "sale_price_dates_to": "date_on_sale_to",
    "menu_order": "menu_order",
    "inventory_delta": "inventory_delta",
}
#: What only v3 takes.
_NEWER = ("inventory_delta",)
#: What a variation takes of all that.
_OF_VARIATION = (
    "virtual", "weight", "dimensions", "shipping_class", "regular_price", "sale_price", "sale_price_dates_from",
    "sale_price_dates_to", "tax_class", "download_limit", "download_expiry", "stock_quantity", "inventory_delta",
    "sku", "description", "downloadable", "menu_order",
)  # fmt: skip
_UPLOAD = "woocommerce_api_product_image_upload_error"


def product(products: LegacyProduct, data: Json, doc: Doc | None) -> Json:
    """The parameters for a product; `doc` is the one that is changed."""
    given = {name: value for name, value in data.items() if value is not None}
    if doc is None and "title" not in given:
        raise Refused(400, "woocommerce_api_missing_product_title", "A product needs a title.")
    kind = given.get("type", doc["type"] if doc else "simple")
    if kind not in _TYPES:
        raise Refused(400, "woocommerce_api_invalid_product_type", f"The type is one of: {', '.join(_TYPES)}.")
    found: Json = {} if doc else {"type": kind, "status": "publish", "catalog_visibility": "visible"}
    if doc is None and products.api.version < 3:
        given.pop("name", None)
    found |= _same(products, given, _SAME) | _texts(given) | _sku(products, given, doc) | _stock(given)
    found |= _sale(products, given, doc or {})
    for name, turned in _TURNED.items():
        if name in given:
            found |= turned(products, given[name], doc or {})
    return found


def variations(products: LegacyProduct, number: int, data: Json) -> None:
    """Make or change the variations that a request holds, in their order; what is no object says nothing of one."""
    doc = products.state.get(products.kind, number) or {}
    if doc.get("type") != "variable":
        return
    for place, item in enumerate(map(members, elements(data.get("variations")))):
        variation(products, number, {**item, "menu_order": place}, to_int(item.get("id") or 0))


def variation(products: LegacyProduct, parent: int, data: Json, key: int = 0) -> None:
    """Make or change one variation."""
    given = {name: value for name, value in data.items() if value is not None}
    old = products.state.get(VARIATIONS, key) if key else None
    if key and (old is None or old["_parent"] != parent):
        raise Refused(404, "woocommerce_api_no_product_found", "The product has no such variation.")
    found = _same(products, given, {name: _SAME.get(name, name) for name in _OF_VARIATION}) | _stock(given)
    if "description" in found:
        found["description"] = text.safe(found["description"])
    if "downloadable" in given:
        found["downloadable"] = given["downloadable"] is True
    if "virtual" in given:
        found |= _TURNED["virtual"](products, given["virtual"], {})
    if "visible" in given:
        found["status"] = "private" if given["visible"] is False else "publish"
    if is_list(given.get("image")):
        pictures = _images(products, [{**members(item), "position": 0} for item in given["image"][:1]], [])
        found["image"] = pictures[0] if pictures else {}
    for name in ("attributes", "downloads"):
        if name in given:
            found |= _TURNED[name](products, given[name], {})
    verb = "update" if key else "create"
    number = products.run(verb, found, key or None, kind=VARIATIONS, product_id=parent)["id"]
    _place(products, number, data["menu_order"])


def alone(products: LegacyProduct, doc: Doc, data: Json) -> None:
    """Change a variation that is asked for by its own id: as a product, of which it takes what it has itself."""
    given = {name: value for name, value in data.items() if value is not None}
    found = _same(products, given, {name: _SAME.get(name, name) for name in ("status", *_OF_VARIATION)})
    found |= _texts(given) | _sku(products, given, doc) | _stock(given)
    if "images" in given:
        pictures = _images(products, given["images"], [])
        found["image"] = pictures[0] if pictures else {}
    if "attributes" in given:
        found["attributes"] = []  # what a product has for that is nothing that a variation can be
    if "downloads" in given:
        found |= _downloads(products, given["downloads"], doc)
    products.run("update", found, doc["id"], kind=VARIATIONS, product_id=doc["_parent"])
    if "menu_order" in given:
        _place(products, doc["id"], to_int(given["menu_order"]))


def _place(products: LegacyProduct, number: int, place: int) -> None:
    """Put a variation into its place; `wc/v3` does not hear 0."""
    doc = products.state.copy(VARIATIONS, number) or {}
    products.shop.resource(VARIATIONS).save({**doc, "menu_order": place})


def _same(products: LegacyProduct, given: Json, names: Mapping[str, str]) -> Json:
    """The fields whose values go as they are."""
    known = {old: new for old, new in names.items() if products.api.version == 3 or old not in _NEWER}
    return {new: given[old] for old, new in known.items() if old in given}


def _texts(given: Json) -> Json:
    """Texts, without markup unless the request says that it wants it."""
    found: Json = {}
    if "title" in given:
        found["name"] = text.line(text.scalar_text(given["title"]))
    if "purchase_note" in given:
        found["purchase_note"] = text.line(text.scalar_text(given["purchase_note"]))
    for name in ("description", "short_description"):
        if name in given:
            value = text.scalar_text(given[name])
            found[name] = text.safe(value) if given.get(f"enable_html_{name}") is True else text.line(value)
    return found


def _sku(products: LegacyProduct, given: Json, doc: Doc | None) -> Json:
    """A SKU that nobody else has."""
    if "sku" not in given:
        return {}
    sku, newer = text.filled(text.line(text.scalar_text(given["sku"])), ""), products.resource
    assert isinstance(newer, Sold)
    if sku and newer.holder("sku", sku.lower(), doc or {}) is not None:
        raise Refused(400, "woocommerce_api_product_sku_already_exists", "Another product has this SKU.")
    return {"sku": sku}


def _stock(given: Json) -> Json:
    """Stock: only `true` is yes."""
    found: Json = {}
    if "managing_stock" in given:
        found["manage_stock"] = given["managing_stock"] is True
    if "in_stock" in given:
        found["stock_status"] = "instock" if given["in_stock"] is True else "outofstock"
    if "backorders" in given:
        known = {"notify": "notify", True: "yes", "yes": "yes"}
        word = given["backorders"]
        found["backorders"] = known.get(word, "no") if isinstance(word, str | bool) else "no"
    return found


def _sale(products: LegacyProduct, given: Json, doc: Doc) -> Json:
    """A sale that has an end but no beginning begins now."""
    begins = given.get("sale_price_dates_from", doc.get("date_on_sale_from"))
    if given.get("sale_price_dates_to") and not begins:
        return {"date_on_sale_from": dates.local(products.shop.now(), products.shop.zone)}
    return {}


def _images(products: LegacyProduct, given: Any, old: list[Json]) -> list[Json]:
    """Pictures: the one at position 0 is the product's own, the others its gallery; what is not named stays."""
    if not is_list(given):
        return []
    own, gallery = old[:1], list[Json]()
    for item in given:
        picture = _picture(products, members(item))
        if members(item).get("position") in (0, "0"):
            own = picture
        else:
            gallery += picture
    return [*own, *(gallery or old[1:])]


def _picture(products: LegacyProduct, given: Json) -> list[Json]:
    """A picture that the store has, or fetches; none if the request names none."""
    source = {"id": given["id"]} if to_int(given.get("id") or 0) else {"src": given.get("src"), "alt": given.get("alt")}
    image = media.taken(products.shop, source, _UPLOAD, None)
    if image is None:
        return []
    if "id" not in source or given.get("title"):
        # A picture that was fetched has no title but the one that it is given.
        image = {**image, "name": text.line(str(given.get("title") or ""))}
        media.keep(products.shop, image)
    return [{"id": image["id"], "alt": given.get("alt")}]


def _terms(name: str) -> Turned:
    """Terms by their ids."""
    return lambda products, value, doc: {name: [{"id": to_int(i)} for i in value]} if is_list(value) else {}


def _switch(name: str) -> Turned:
    """Yes or no, in the words that WooCommerce takes for yes."""
    return lambda products, value, doc: {name: text.switched_on(value)}


def _downloads(products: LegacyProduct, value: Any, doc: Doc) -> Json:
    """Files to download; `url` is another word for `file`."""
    rows = [{**item, "file": item.get("url", item.get("file"))} for item in elements(value) if is_map(item)]
    return {"downloads": rows} if is_list(value) else {}


def _attributes(name: str) -> Turned:
    """Attributes, or what is chosen of them."""

    def turned(products: LegacyProduct, value: Any, doc: Doc) -> Json:
        return {name: [_attribute(products, item) for item in elements(value) if is_map(item)]}

    return turned


def _attribute(products: LegacyProduct, given: Json) -> Json:
    """An attribute of a product: a shared one by its slug, else one of its own by its name."""
    slug = given.get("slug")
    for shared in products.state.all("products.attributes") if slug else ():
        if shared["slug"] == f"pa_{slug}":
            return {**given, "id": shared["id"]}
    own = {name: value for name, value in given.items() if name != "id"}
    if "options" in own and not is_list(own["options"]):
        own["options"] = [text.line(one) for one in text.scalar_text(own["options"]).split("|")]
    return own


#: What becomes of a field whose value takes another form.
_TURNED: Mapping[str, Turned] = {
    **{name: _switch(name) for name in ("virtual", "featured", "reviews_allowed")},
    "sold_individually": lambda products, value, doc: {"sold_individually": value is True},
    "downloadable": lambda products, value, doc: {"downloadable": value is True},
    "categories": _terms("categories"),
    "tags": _terms("tags"),
    "images": lambda products, value, doc: {"images": _images(products, value, elements(doc.get("images")))},
    "downloads": _downloads,
    "attributes": _attributes("attributes"),
    "default_attributes": _attributes("default_attributes"),
    "default_attribute": _attributes("default_attributes"),
}

"""Products as the legacy API shows them: variations, parents and parts of groups stand inside."""

from __future__ import annotations

from urllib.parse import unquote

from ... import dates, kses, text
from ...description import Json
from ...hooks.products import options, sync
from ...kinds import elements, members
from ...state import Doc
from ..resource import zulu
from .base import LegacyProduct

#: Field of a product → the one of `wc/v3`, where the value is the same.
_SAME = {
    "title": "name",
    "id": "id",
    "type": "type",
    "status": "status",
    "downloadable": "downloadable",
    "virtual": "virtual",
    "permalink": "permalink",
    "sku": "sku",
    "price_html": "price_html",
    "tax_status": "tax_status",
    "tax_class": "tax_class",
    "stock_quantity": "stock_quantity",
    "backorders_allowed": "backorders_allowed",
    "backordered": "backordered",
    "sold_individually": "sold_individually",
    "purchaseable": "purchasable",
    "featured": "featured",
    "catalog_visibility": "catalog_visibility",
    "on_sale": "on_sale",
    "product_url": "external_url",
    "button_text": "button_text",
    "shipping_required": "shipping_required",
    "shipping_taxable": "shipping_taxable",
    "shipping_class": "shipping_class",
    "description": "description",
    "short_description": "short_description",
    "reviews_allowed": "reviews_allowed",
    "average_rating": "average_rating",
    "rating_count": "rating_count",
    "related_ids": "related_ids",
    "upsell_ids": "upsell_ids",
    "cross_sell_ids": "cross_sell_ids",
    "parent_id": "parent_id",
    "download_limit": "download_limit",
    "download_expiry": "download_expiry",
    "purchase_note": "purchase_note",
    "menu_order": "menu_order",
}
#: What a variation has, of all that.
_OF_VARIATION = (
    "id", "downloadable", "virtual", "permalink", "sku", "tax_status", "tax_class", "stock_quantity",
    "backorders_allowed", "backordered", "purchaseable", "on_sale", "shipping_class",
)  # fmt: skip


def product(products: LegacyProduct, doc: Doc) -> Json:
    """A product, or a variation in a product's form, with all that stands inside it."""
    found = _alone(products, doc)
    state, kind = products.state, found["type"]
    if kind == "variable":
        found["variations"] = [_variation(products, doc, part) for part in sync.variations(products.shop, doc["id"])]
    if kind == "grouped":
        parts = (state.get(products.kind, number) for number in elements(doc.get("grouped_products")))
        found["grouped_products"] = [_alone(products, part) for part in parts if part is not None]
    parent = state.get(products.kind, doc.get("_parent") or doc.get("parent_id") or 0)
    if parent is not None and kind in products.with_parent:
        found["parent"] = _alone(products, parent)
    return {name: value for name, value in found.items() if name not in products.untold}


def _alone(products: LegacyProduct, doc: Doc) -> Json:
    """A product without what stands inside it."""
    seen = products.seen_as_product(doc)
    images = elements(seen.get("images"))
    return {
        **{old: seen.get(new) for old, new in _SAME.items()},
        **_shared(products, seen),
        "visible": seen["catalog_visibility"] in ("visible", "catalog") and _is_in_sight(products, seen),
        "total_sales": int(seen.get("total_sales") or 0),
        "categories": [term["name"] for term in elements(seen.get("categories"))],
        "tags": [term["name"] for term in elements(seen.get("tags"))],
        "images": _images(products, images),
        "featured_src": images[0]["src"] if images else False,
        "attributes": _choices(products, doc) if "_parent" in doc else _attributes(products, doc),
        "download_type": "standard",
        "variations": [],
        "parent": [],
        "grouped_products": [],
    }


def _variation(products: LegacyProduct, parent: Doc, doc: Doc) -> Json:
    """A variation inside its product. What can be downloaded how often is told by the product."""
    seen = products.seen_variation(doc)
    seen["purchasable"] = bool(seen["purchasable"])
    found = {
        **{old: seen.get(_SAME[old]) for old in _OF_VARIATION},
        **_shared(products, seen),
        "visible": doc.get("status") == "publish" and seen["price"] != "",
        "image": _images(products, [seen["image"]] if seen.get("image") else []),
        "attributes": _choices(products, doc),
        "download_limit": int(parent.get("download_limit") or 0),
        "download_expiry": int(parent.get("download_expiry") or 0),
    }
    if products.counts_unmanaged_stock:
        found["stock_quantity"] = found["stock_quantity"] or 0
    return {name: value for name, value in found.items() if name not in products.untold_of_variations}


def _shared(products: LegacyProduct, seen: Json) -> Json:
    """What products and variations have in the same form."""
    shop = products.shop
    taxes = shop.option("general", "woocommerce_calc_taxes") == "yes"
    sale = seen.get("sale_price") or ""
    return {
        "created_at": zulu(seen["date_created_gmt"]),
        "updated_at": zulu(seen["date_modified_gmt"]),
        "price": products.price(seen["price"]),
        "regular_price": products.price(seen.get("regular_price") or ""),
        "sale_price": None if sale in ("", "0") else products.price(sale),
        "taxable": taxes and seen["tax_status"] == "taxable",
        # A variation that leaves its stock to its product manages it for this purpose.
        "managing_stock": bool(seen.get("manage_stock")),
        "in_stock": seen.get("stock_status") != "outofstock",
        "weight": products.weight(seen.get("weight") or ""),
        "dimensions": {
            **members(seen.get("dimensions")),
            "unit": shop.option("products", "woocommerce_dimension_unit"),
        },
        "shipping_class_id": seen.get("shipping_class_id") or None,
        "downloads": elements(seen.get("downloads")) if seen.get("downloadable") else [],
    }


def _is_in_sight(products: LegacyProduct, seen: Json) -> bool:
    """Whether the shop does not hide it."""
    hides = products.shop.option("products", "woocommerce_hide_out_of_stock_items") == "yes"
    return seen.get("status") != "trash" and not (hides and seen.get("stock_status") == "outofstock")


def _images(products: LegacyProduct, images: list[Json]) -> list[Json]:
    """Pictures; a product without one has a placeholder of this very moment."""
    if not images:
        now = f"{dates.utc(products.shop.now())}Z"
        src = products.shop.placeholder
        word = "Placeholder"
        return [{"id": 0, "created_at": now, "updated_at": now, "src": src, "title": word, "alt": word, "position": 0}]
    return [
        {
            "id": image["id"],
            "created_at": zulu(image.get("date_created_gmt")),
            "updated_at": zulu(image.get("date_modified_gmt")),
            "src": image["src"],
            "title": image.get("name", ""),
            "alt": image.get("alt", ""),
            "position": i,
        }
        for i, image in enumerate(images)
    ]


def _attributes(products: LegacyProduct, doc: Doc) -> list[Json]:
    """The attributes of a product."""
    found: list[Json] = []
    for item in elements(doc.get("attributes")):
        slug = _slug(item)
        names = (
            {"name": slug[:1].upper() + slug[1:]}
            if products.names_by_slug
            else {"name": kses.cleaned(str(item["name"])), "slug": slug}
        )
        flags = {name: bool(item.get(name)) for name in ("visible", "variation")}
        found.append({**names, "position": item.get("position", 0), **flags, "options": elements(item.get("options"))})
    return found


def _choices(products: LegacyProduct, doc: Doc) -> list[Json]:
    """What a variation is of each attribute that its product varies by; empty where it may be anything."""
    parent = products.state.get(products.kind, doc["_parent"]) or {}
    chosen = {item["slug"]: item for item in elements(doc.get("attributes"))}
    found: list[Json] = []
    for item in elements(parent.get("attributes")):
        if not item.get("variation"):
            continue
        key = options.key_of(item)
        option = options.option_key(products.shop, chosen[key]) if key in chosen else ""
        slug = _slug(item)
        names: Json = (
            {"name": slug[:1].upper() + slug[1:]} if products.names_by_slug else {"name": item["name"], "slug": key}
        )
        found.append({**names, "option": option})
    return found


def _slug(attribute: Json) -> str:
    """The slug of an attribute, without the mark of a shared one."""
    if attribute.get("id"):
        return str(attribute["slug"]).removeprefix("pa_")
    return unquote(text.slug(str(attribute["name"])))

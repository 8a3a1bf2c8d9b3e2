"""The form in which WooCommerce keeps products. A store forgets to translate it where it answers with a copy."""

from __future__ import annotations

from ...description import Json
from ...state import Doc
from . import options

#: What WooCommerce calls the same inside and outside.
_SAME = (
    "id", "name", "slug", "status", "featured", "catalog_visibility", "description", "short_description",
    "sku", "global_unique_id", "price", "regular_price", "sale_price", "total_sales", "tax_status",
    "tax_class", "manage_stock", "stock_quantity", "stock_status", "backorders", "sold_individually", "weight",
    "upsell_ids", "cross_sell_ids", "parent_id", "reviews_allowed", "purchase_note", "menu_order",
    "post_password", "virtual", "downloadable", "shipping_class_id", "downloads", "download_limit",
    "download_expiry", "average_rating", "meta_data",
)  # fmt: skip

#: What only some types have.
_OF_TYPE = {
    "external": {"product_url": "external_url", "button_text": "button_text"},
    "grouped": {"children": "grouped_products"},
}


def raw(doc: Doc, *, brands: bool) -> Json:
    """A product as WooCommerce keeps it."""

    def moment(name: str) -> Json | None:
        text_ = doc.get(f"{name}_gmt")
        return (
            {"date": f"{text_.replace('T', ' ')}.000000", "timezone_type": 1, "timezone": "+00:00"} if text_ else None
        )

    images = [image["id"] for image in doc.get("images") or ()]
    low = doc.get("low_stock_amount")
    return {
        **{name: doc.get(name) for name in _SAME},
        **{name: moment(name) for name in ("date_created", "date_modified", "date_on_sale_from", "date_on_sale_to")},
        **(doc.get("dimensions") or {"length": "", "width": "", "height": ""}),
        "low_stock_amount": "" if low is None else low,
        "attributes": {options.key_of(a): {} for a in doc.get("attributes") or ()} or [],
        "default_attributes": {c["slug"]: c["option"] for c in doc.get("default_attributes") or () if "slug" in c}
        or [],
        "category_ids": [term["id"] for term in doc.get("categories") or ()],
        "tag_ids": [term["id"] for term in doc.get("tags") or ()],
        "image_id": str(images[0]) if images else "",
        "gallery_image_ids": images[1:],
        "rating_counts": [],
        "review_count": 0,
        "cogs_value": None,
        **({"brand_ids": [term["id"] for term in doc.get("brands") or ()]} if brands else {}),
        **{key: doc.get(field) for key, field in _OF_TYPE.get(doc.get("type", ""), {}).items()},
    }

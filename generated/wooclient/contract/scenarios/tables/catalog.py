"""The kinds of the catalogue: products and what sorts them."""

from __future__ import annotations

from typing import Any

from ..life import MANY, Life
from .places import under_attribute, under_product, under_variable


def _terms(kind: str, **more: Any) -> Life:
    """The life of one of WordPress's taxonomies, which are all alike."""
    new = {"name": "{mark}", "slug": "{mark}", "description": "Made by {mark}", **more.pop("new", {})}
    change = {"name": "{mark} renamed", "description": "Changed by {mark}", **more.pop("change", {})}
    return Life(kind, new, change, {"slug": "{mark}"}, frozenset({"term_exists"}), **more)


_SIZE = {"length": "30", "width": "20", "height": "10"}

CATALOG = (
    Life(
        "products",
        {
            "name": "{mark}",
            "type": "simple",
            "status": "private",
            "sku": "{mark}",
            "description": "<p>Made by {mark}</p>\n",
            "short_description": "<p>Short</p>\n",
            "regular_price": "20.00",
            "sale_price": "15.50",
            "catalog_visibility": "hidden",
            "featured": True,
            "tax_status": "none",
            "manage_stock": True,
            "stock_quantity": MANY,
            "backorders": "notify",
            "sold_individually": True,
            "weight": "1.5",
            "dimensions": _SIZE,
            "reviews_allowed": False,
            "purchase_note": "<p>Thank you</p>\n",
            "menu_order": 3,
        },
        {
            "name": "{mark} renamed",
            "regular_price": "25.00",
            "sale_price": "",
            "stock_quantity": MANY - 4,
            "featured": False,
            "dimensions": {**_SIZE, "height": "11"},
        },
        {"sku": "{mark}"},
        frozenset({"product_invalid_sku"}),
        bare="trash",
    ),
    Life(
        "products.variations",
        {
            "sku": "{mark}",
            "regular_price": "20.00",
            "sale_price": "15.50",
            "attributes": [{"name": "Colour", "option": "red"}],
            "manage_stock": True,
            "stock_quantity": MANY,
            "weight": "1.5",
            "dimensions": _SIZE,
            "menu_order": 3,
        },
        {"regular_price": "25.00", "sale_price": "", "stock_quantity": MANY - 4},
        {"sku": "{mark}"},
        frozenset({"product_invalid_sku"}),
        bare="trash",
        place=under_variable,
    ),
    _terms(
        "products.categories",
        new={"display": "products", "menu_order": 4},
        change={"display": "subcategories", "menu_order": 5},
    ),
    _terms("products.tags"),
    _terms("products.brands"),
    _terms("products.shipping_classes"),
    Life(
        "products.attributes",
        {"name": "{mark}", "type": "select", "order_by": "name", "has_archives": False},
        {"name": "{mark} x", "order_by": "menu_order"},
        again=frozenset({"woocommerce_rest_cannot_create"}),
        bare="removes",
    ),
    _terms("products.attributes.terms", new={"menu_order": 4}, change={"menu_order": 5}, place=under_attribute),
    Life(
        "products.reviews",
        {
            "product_id": "{product}",
            "review": "Made by {mark}",
            "rating": 4,
            "reviewer": "{mark}",
            "reviewer_email": "{mark}@example.com",
            "name": "{mark}",
            "email": "{mark}@example.com",
        },
        {"review": "Changed by {mark}", "rating": 2},
        {"product": ["{product}"]},
        frozenset({"woocommerce_rest_comment_duplicate"}),
        bare="trash",
        place=under_product,
    ),
)

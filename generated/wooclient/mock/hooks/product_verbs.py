"""Products: terms and attributes as requests name them, copies, suggestions, and variations in a product's form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .. import lists, schema, text
from ..call import Call
from ..description import Json
from ..kinds import elements, is_list, is_map
from ..resource import Resource
from ..state import Doc, Query
from . import product_sync

if TYPE_CHECKING:
    from ..shop import Shop
    from .attributes import AttributeTerms
    from .products import Products

_TERMS = "products.attributes.terms"


def _terms(shop: Shop) -> AttributeTerms:
    return shop.resource(_TERMS)  # type: ignore[return-value]  # by its kind


def _named(shop: Shop, kind: str, name: str) -> Any:
    query = Query(kind)
    query.add("d.title = ? COLLATE NOCASE", name)
    return next(iter(shop.state.select(query)), None)


def known_terms(products: Products, kind: str, value: Any, *, make: bool = False) -> list[Json]:
    """Terms that exist; by name too, where unknown names make new ones."""
    found: list[Json] = []
    for item in elements(value):
        item = item if is_map(item) else {"id": item}
        number: Any = schema.to_int(item.get("id"))
        if make and item.get("name"):
            name = text.line(str(item["name"]))
            number = _named(products.shop, kind, name)
            if number is None:
                tags: Any = products.shop.resource(kind)
                doc: Doc = {"id": tags.new_key({}), "name": name, "description": "", "count": 0}
                doc["slug"] = tags.free_slug(doc, text.slug(name))
                tags.save(doc)
                number = doc["id"]
        term = products.state.get(kind, number)
        if term is not None and all(one["id"] != number for one in found):
            found.append({"id": number, "name": term["name"], "slug": term["slug"]})
    return found


def _by_name(term: Doc) -> tuple[int, str]:
    return (0, str(term["name"]).lower())


#: How an attribute wants its terms sorted; in any other way, by name.
_ORDERS: Mapping[str, Callable[[Doc], tuple[int, str]]] = {
    "id": lambda term: (term["id"], ""),
    "menu_order": lambda term: (term.get("menu_order") or 0, str(term["name"]).lower()),
}


def attributes(products: Products, value: Any) -> tuple[list[Json], list[int]]:
    """Attributes as stored, and the ids of the terms that they have."""
    shop = products.shop
    found: list[Json] = []
    for item in elements(value):
        if not is_map(item):
            continue
        options = item.get("options")
        names = [
            text.line(text.scalar_text(o)) for o in (options if is_list(options) else str(options or "").split("|"))
        ]
        names = [name for name in names if name]
        shared = shop.state.get("products.attributes", schema.to_int(item.get("id"))) if item.get("id") else None
        if shared is not None:
            docs = [_terms(shop).named(shared["id"], name, make=True) for name in names]
            terms = sorted((doc for doc in docs if doc), key=_ORDERS.get(str(shared["order_by"]), _by_name))
            names = list(dict.fromkeys(term["name"] for term in terms))
            if not names:
                continue
            head = {"id": shared["id"], "name": shared["name"], "slug": shared["slug"]}
        elif item.get("name") and not item.get("id") and options is not None:
            name = text.line(str(item["name"]))
            head = {"id": 0, "name": name, "slug": name}
        else:
            continue
        place = abs(schema.to_int(item.get("position")))
        flags = {name: schema.to_bool(item.get(name, False)) for name in ("visible", "variation")}
        found.append({**head, "position": place, **flags, "options": names})
    found.sort(key=lambda attribute: attribute["position"])
    return found, term_ids(shop, found)


def term_ids(shop: Shop, found: list[Json]) -> list[int]:
    """The terms of a product's attributes."""
    docs = (_terms(shop).named(a["id"], option) for a in found if a.get("id") for option in a.get("options") or ())
    return [doc["id"] for doc in docs if doc is not None]


def key_of(attribute: Json) -> str:
    """An attribute's name in addresses: `pa_color`, or `logo` for one of a product's own."""
    return str(attribute["slug"]) if attribute.get("id") else text.slug(str(attribute.get("name") or ""))


def choices(shop: Shop, parent: Doc, value: Any) -> list[Json]:
    """One option for some of a product's attributes, as variations and defaults have them."""
    known = {key_of(attribute): attribute for attribute in parent.get("attributes") or () if attribute.get("variation")}
    found: list[Json] = []
    for item in elements(value):
        if not is_map(item):
            continue
        number = schema.to_int(item.get("id"))
        shared = shop.state.get("products.attributes", number) if number else None
        name = shared["slug"] if shared else "" if number else text.slug(str(item.get("name") or ""))
        attribute = known.get(name)
        option = text.line(text.scalar_text(item.get("option")))
        if attribute is None or not option:
            continue
        term = _terms(shop).named(attribute["id"], option) if attribute.get("id") else None
        option = term["name"] if term else option
        found.append({"id": attribute["id"], "name": attribute["name"], "slug": name, "option": option})
    return found


def option_key(shop: Shop, choice: Json) -> str:
    """An option as lists are asked for it: a term's slug, or the text itself."""
    term = _terms(shop).named(choice["id"], choice["option"]) if choice.get("id") else None
    return str(term["slug"] if term else choice["option"])


#: What variations have no word on.
_PLAIN: Json = {
    "featured": False, "short_description": "", "reviews_allowed": False, "average_rating": "0.00", "rating_count": 0,
    "external_url": "", "button_text": "", "upsell_ids": [], "cross_sell_ids": [], "purchase_note": "", "brands": [],
    "tags": [], "default_attributes": [], "variations": [], "grouped_products": [], "related_ids": [],
    "has_options": False, "post_password": "",
}  # fmt: skip


def variation_as_product(products: Products, call: Call, doc: Doc) -> Json:
    """A variation where products are asked for."""
    variations: Any = products.shop.resource("products.variations")
    parent = products.state.get("products", doc["_parent"]) or {}
    shown: Json = variations.show(call, doc)
    name = f"{parent.get('name', '')}{' - ' if shown['name'] else ''}{shown['name']}"
    shown.pop("image", None)
    shown.update(_PLAIN, name=name, slug=text.slug(name), images=[doc["image"]] if doc.get("image") else [])
    shown["catalog_visibility"] = parent.get("catalog_visibility", "visible")
    shown["sold_individually"] = bool(parent.get("sold_individually"))
    shown["total_sales"], shown["shipping_required"] = str(doc.get("total_sales") or 0), not doc.get("virtual")
    default: Any = products.shop.resource("products.categories")
    number = default.default()
    shown["categories"] = [products.term("products.categories", {"id": number})] if number else []
    shown["shipping_taxable"] = shown["shipping_required"] and shown["tax_status"] in ("taxable", "shipping")
    shown["price_html"] = products.price_html(shown, doc)
    if call.edit:
        shown["permalink_template"], shown["generated_slug"] = shown["permalink"], shown["slug"]
    return shown


def duplicate(products: Products, call: Call) -> Json:
    """A draft copy, in the form in which WooCommerce keeps products: the store forgets to translate it."""
    doc = products.state.copy(products.kind, products.wanted(call)["id"]) or {}
    # What the request says is said of the copy; the product itself stays as it is.
    products.change(call, doc, new=False)
    copy = products.copied(
        doc, name=f"{doc['name']} (Copy)", status="draft", slug="", total_sales=0, average_rating="0", rating_count=0,
        variations=[],
    )  # fmt: skip
    raw = _raw(products, copy)
    if doc.get("type") == "variable":
        raw.update(stock_status="outofstock", price="")
        variations: Any = products.shop.resource("products.variations")
        for part in product_sync.variations(products.shop, doc["id"]):
            variations.copied(part, _parent=copy["id"])
    product_sync.changed(products.shop, copy["id"])
    products.shop.changed("product", "created", products.state.get("products", copy["id"]) or copy)
    return raw


#: What WooCommerce calls the same inside and outside.
_SAME = (
    "id", "name", "slug", "status", "featured", "catalog_visibility", "description", "short_description",
    "sku", "global_unique_id", "price", "regular_price", "sale_price", "total_sales", "tax_status",
    "tax_class", "manage_stock", "stock_quantity", "stock_status", "backorders", "sold_individually", "weight",
    "upsell_ids", "cross_sell_ids", "parent_id", "reviews_allowed", "purchase_note", "menu_order",
    "post_password", "virtual", "downloadable", "shipping_class_id", "downloads", "download_limit",
    "download_expiry", "average_rating", "meta_data",
)  # fmt: skip


def _raw(products: Products, doc: Doc) -> Json:
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
        "attributes": {key_of(a): {} for a in doc.get("attributes") or ()} or [],
        "default_attributes": {c["slug"]: c["option"] for c in doc.get("default_attributes") or () if "slug" in c}
        or [],
        "category_ids": [term["id"] for term in doc.get("categories") or ()],
        "tag_ids": [term["id"] for term in doc.get("tags") or ()],
        "image_id": str(images[0]) if images else "",
        "gallery_image_ids": images[1:],
        "rating_counts": [],
        "review_count": 0,
        "cogs_value": None,
    }


def related(products: Products, call: Call) -> Any:
    """What a product's page shows below it."""
    return {"related_ids": products.related_ids(products.wanted(call))}


def suggested(products: Products, call: Call) -> Any:
    """Published products of some categories and tags, or any; a list like others, over those only."""
    marks = [f"products.{kind}:{n}" for kind in ("categories", "tags") for n in schema.to_list(call.get(kind) or [])]
    query = Query("products")
    query.one_of("status", ["publish"])
    if marks:
        query.facet("shelf", marks)
    if call.get("exclude"):
        query.one_of("id", [schema.to_int(n) for n in call.get("exclude")], negate=True)
    query.limit, query.order = schema.to_int(call.get("limit")) or 5, ["d.id"]
    keys = [int(key) for key in products.state.select(query)]
    if not keys:
        return []
    call.params["include"] = keys
    return [products.rendered(call, key) for key in lists.page(products, call)]


class CustomFields(Resource):
    """The names of meta data that products have."""

    def names(self, call: Call) -> list[str]:
        """One page of them; those that start with a line below are private."""
        sql = "SELECT DISTINCT value FROM facets WHERE kind = 'products' AND name = 'meta'"
        found = {str(row[0]) for row in self.state.db.execute(sql)} | {"total_sales"}
        search = str(call.get("search") or "").strip().lower()
        known = sorted(name for name in found if not name.startswith("_") and search in name.lower())
        if str(call.get("order")).lower() == "desc":
            known.reverse()
        size, number = int(call.get("per_page") or 10), int(call.get("page") or 1)
        lists.headers(call, len(known), -(-len(known) // size), number)
        return known[(number - 1) * size : number * size]

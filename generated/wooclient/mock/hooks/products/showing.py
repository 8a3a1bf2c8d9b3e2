"""How products look, and variations where products are asked for."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from ... import id_lists, money, schema, text
from ...call import Call
from ...description import Json
from ...state import Doc, Query
from . import options, pricing, sync
from .base import Sold

_SHELF = "SELECT DISTINCT id FROM facets WHERE kind = 'products' AND name = 'shelf' AND value IN ({marks}) LIMIT 30"
#: What variations have no word on.
_PLAIN: Json = {
    "featured": False, "short_description": "", "reviews_allowed": False, "average_rating": "0.00", "rating_count": 0,
    "external_url": "", "button_text": "", "upsell_ids": [], "cross_sell_ids": [], "purchase_note": "", "brands": [],
    "tags": [], "default_attributes": [], "variations": [], "grouped_products": [], "related_ids": [],
    "has_options": False, "post_password": "",
}  # fmt: skip


class Shown(Sold):
    """Products as they go out."""

    _tags: tuple[int, pricing.Tags] | None = None
    _shelves: tuple[int, dict[tuple[Any, ...], list[int]]] = (-1, {})

    def show(self, call: Call, doc: Doc) -> Json:
        """A product, or a variation in a product's form."""
        if "_parent" in doc:
            return self.variation_as_product(call, doc)
        shown = super().show(call, doc)
        kind, status = doc.get("type"), doc.get("status")
        if kind in sync.PARENTS:
            shown["price"], shown["on_sale"] = str(doc.get("price") or ""), bool(doc.get("_on_sale"))
        else:
            self.priced(shown, doc)
        shown["total_sales"] = abs(int(shown.get("total_sales") or 0))
        # To PHP, "0" is nothing: it counts, but is not shown.
        shown["sale_price"] = text.filled(shown.get("sale_price"))
        shown["purchasable"] = kind not in ("grouped", "external") and shown["price"] != "" and doc["id"] > 0
        shown["price_html"] = self.price_html(shown, doc)
        shown["permalink"] = self.permalink(doc)
        shown["shipping_required"] = not doc.get("virtual")
        shown["shipping_taxable"] = shown["shipping_required"] and doc.get("tax_status") in ("taxable", "shipping")
        shown["has_options"] = kind == "variable"
        if kind == "variable":
            # Its variations are what is sent or downloaded.
            shown["virtual"] = shown["downloadable"] = False
            shown["shipping_required"] = True
            shown["shipping_taxable"] = doc.get("tax_status") in ("taxable", "shipping")
        shown["related_ids"] = self.related_ids(doc) if status == "publish" else []
        for field, of in (
            ("categories", "products.categories"),
            ("tags", "products.tags"),
            ("brands", "products.brands"),
        ):
            shown[field] = [self.term(of, term) for term in doc.get(field) or ()]
        shown["default_attributes"] = [
            {"id": choice.get("id"), "name": choice.get("name"), "option": options.default(self.shop, choice)}
            for choice in doc.get("default_attributes") or ()
        ]
        shown["tax_class"] = self.taxed(str(shown.get("tax_class") or ""))
        shown["grouped_products"] = id_lists.shown(doc, "grouped_products")
        self.shown_class(shown)
        self.shown_stock(shown)
        self.shown_meta(shown, call)
        if call.edit:
            shown["permalink_template"] = f"{self.shop.url}/product/%pagename%/"
            shown["generated_slug"] = unquote(self.free_slug(doc, text.slug(doc.get("name", "")) or str(doc["id"])))
        else:
            shown["average_rating"] = money.fixed(doc.get("average_rating") or 0, 2)
            for name in ("description", "purchase_note"):
                shown[name] = text.paragraphs(doc.get(name) or "")
            shown["short_description"] = text.polished(doc.get("short_description") or "")
        return shown

    def links(self, call: Call, doc: Doc) -> Json:
        """Up to the product that it belongs to."""
        found = self.shop.links(call, self.kind, None, doc["id"])
        parent = doc.get("_parent") or doc.get("parent_id")
        if parent:
            found["up"] = [{"href": f"{found['collection'][0]['href']}/{parent}"}]
        return found

    def term(self, kind: str, term: Json) -> Json:
        """A term as it is called now."""
        found = self.state.get(kind, term["id"]) or term
        return {"id": term["id"], "name": found.get("name", ""), "slug": found.get("slug", "")}

    def permalink(self, doc: Doc) -> str:
        """The product's page; what is not public yet has none of its own."""
        if doc.get("status") in ("publish", "private") and doc.get("slug"):
            return f"{self.shop.url}/product/{doc['slug']}/"
        return f"{self.shop.url}/?post_type=product&p={doc['id']}"

    def free_slug(self, doc: Doc, slug: str) -> str:
        """A slug that no other product has."""
        tried, count = slug, 1
        while True:
            query = Query(self.kind)
            query.one_of("slug", [tried])
            if all(key == doc["id"] for key in self.state.select(query)):
                return tried
            count += 1
            tried = f"{slug}-{count}"

    @property
    def tags(self) -> pricing.Tags:
        """How the shop writes prices at the moment."""
        if self._tags is None or self._tags[0] != self.state.revision:
            self._tags = (self.state.revision, pricing.Tags(self.shop))
        return self._tags[1]

    def price_html(self, shown: Json, doc: Doc) -> str:
        """The price on the product's page."""
        if shown["price"] == "" or (doc.get("type") in sync.PARENTS and not doc.get("_prices")):
            return ""
        low, high = pricing.span(doc.get("_prices") or [])
        if low != high:
            return self.tags.range(low, high)
        regular = doc.get("regular_price") or doc.get("_regular")
        if shown["on_sale"] and regular:
            return self.tags.reduced(regular, low or shown["price"])
        return self.tags.amount(low or shown["price"])

    def related_ids(self, doc: Doc) -> list[int]:
        """Others of the same categories and tags. A store picks at random; the mock takes the first."""
        if self._shelves[0] != self.state.revision:
            self._shelves = (self.state.revision, {})
        shelf = tuple(f"products.{k}:{term['id']}" for k in ("categories", "tags") for term in doc.get(k) or ())
        known = self._shelves[1]
        if shelf not in known:
            sql = _SHELF.format(marks=",".join("?" * len(shelf)))
            known[shelf] = [row[0] for row in self.state.db.execute(sql, shelf)] if shelf else []
        away = {doc["id"], *(doc.get("upsell_ids") or ())}
        return [number for number in known[shelf] if number not in away][:5]

    def related(self, call: Call) -> Any:
        """What a product's page shows below it."""
        return {"related_ids": self.related_ids(self.wanted(call))}

    def suggested_products(self, call: Call) -> Any:
        """Published products of some categories and tags, or any; a list like others, over those only."""
        marks = [
            f"products.{kind}:{n}" for kind in ("categories", "tags") for n in schema.to_list(call.get(kind) or [])
        ]
        query = Query("products")
        query.one_of("status", ["publish"])
        if marks:
            query.facet("shelf", marks)
        if call.get("exclude"):
            query.one_of("id", [schema.to_int(n) for n in call.get("exclude")], negate=True)
        query.limit, query.order = schema.to_int(call.get("limit")) or 5, ["d.id"]
        keys = [int(key) for key in self.state.select(query)]
        if not keys:
            return []
        call.params["include"] = keys
        return [self.rendered(call, key) for key in self.page(call)]

    def variation_as_product(self, call: Call, doc: Doc) -> Json:
        """A variation where products are asked for."""
        variations: Any = self.shop.resource("products.variations")
        parent = self.state.get("products", doc["_parent"]) or {}
        shown: Json = variations.show(call, doc)
        name = f"{parent.get('name', '')}{' - ' if shown['name'] else ''}{shown['name']}"
        shown.pop("image", None)
        shown.update(_PLAIN, name=name, slug=text.slug(name), images=[doc["image"]] if doc.get("image") else [])
        shown["catalog_visibility"] = parent.get("catalog_visibility", "visible")
        shown["sold_individually"] = bool(parent.get("sold_individually"))
        shown["total_sales"], shown["shipping_required"] = str(doc.get("total_sales") or 0), not doc.get("virtual")
        default: Any = self.shop.resource("products.categories")
        number = default.default()
        shown["categories"] = [self.term("products.categories", {"id": number})] if number else []
        shown["shipping_taxable"] = shown["shipping_required"] and shown["tax_status"] in ("taxable", "shipping")
        shown["price_html"] = self.price_html(shown, doc)
        if call.edit:
            shown["permalink_template"], shown["generated_slug"] = shown["permalink"], shown["slug"]
        return shown

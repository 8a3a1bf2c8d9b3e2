"""Products. `product_base.py` has what variations share, `product_verbs.py` what is neither reading nor writing."""

from __future__ import annotations

import re
from datetime import UTC
from typing import Any, ClassVar

from .. import dates, lists, money, schema, text
from ..call import Call
from ..description import Json
from ..errors import Refused
from ..kinds import elements
from ..state import Doc, Indexed, Key, Query
from . import product_lists, product_media, product_prices, product_sync, product_verbs
from .product_base import Sold

_UNNAMED = ("draft", "pending", "auto-draft")
_TRASHED = "__trashed"
_SHELF = "SELECT DISTINCT id FROM facets WHERE kind = 'products' AND name = 'shelf' AND value IN ({marks}) LIMIT 30"


class Products(Sold):
    """Products of all types."""

    exists = "woocommerce_rest_product_exists"
    not_created = "woocommerce_rest_product_not_created"
    bad_upload = "woocommerce_product_image_upload_error"
    bad_image = "woocommerce_product_invalid_image_id"
    filters: ClassVar[lists.Filters] = product_lists.PRODUCTS
    shown_by = ("include_meta", "exclude_meta")
    shown_after = (
        "products.variations", "products.categories", "products.tags", "products.brands", "products.shipping_classes",
        "products.attributes", "products.attributes.terms", "products.reviews", "settings.options", "taxes",
    )  # fmt: skip
    _tags: tuple[int, product_prices.Tags] | None = None
    _shelves: tuple[int, dict[tuple[Any, ...], list[int]]] = (-1, {})

    # reading

    def wanted(self, call: Call) -> Doc:
        """Variations can be read here too, but not written."""
        key = self.call_key(call)
        doc = self.state.get("products.variations", key)
        if doc is None:
            return super().wanted(call)
        if call.operation.writes:
            raise Refused(404, "woocommerce_rest_invalid_product_id", "Variations are written below their product.")
        return doc

    def rendered(self, call: Call, key: Key) -> Any:
        """Some searches find variations."""
        if self.state.has(self.kind, key):
            return super().rendered(call, key)
        variation = self.state.get("products.variations", key)
        return None if variation is None else self.render(call, variation)

    def shown_stamp(self, doc: Doc) -> tuple[int, ...]:
        """Sales begin and end by themselves; what a group or variable product costs, its parts tell."""
        stamp = super().shown_stamp(doc)
        dated = doc.get("date_on_sale_from") or doc.get("date_on_sale_to")
        return (
            (*stamp, self.state.revision, int(self.shop.now().timestamp()))
            if dated or doc.get("type") in product_sync.PARENTS
            else stamp
        )

    def narrow(self, query: Query, call: Call) -> None:
        """By status; with variations where the search is for them."""
        super().narrow(query, call)
        if query.kind == "products" and product_lists.finds_variations(call):
            query.also = lists.query_of(Products(self.shop, "products.variations"), call)

    def facets(self, doc: Doc) -> Any:
        """All that lists look for."""
        return product_lists.facets(self.shop, doc)

    def show(self, call: Call, doc: Doc) -> Json:
        """A product, or a variation in a product's form."""
        if "_parent" in doc:
            return product_verbs.variation_as_product(self, call, doc)
        shown = super().show(call, doc)
        kind, status = doc.get("type"), doc.get("status")
        if kind in product_sync.PARENTS:
            shown["price"], shown["on_sale"] = str(doc.get("price") or ""), bool(doc.get("_on_sale"))
        else:
            self.priced(shown, doc)
        shown["purchasable"] = kind not in ("grouped", "external") and shown["price"] != "" and doc["id"] > 0
        shown["price_html"] = self.price_html(shown, doc)
        shown["permalink"] = self.permalink(doc)
        shown["shipping_required"] = not doc.get("virtual")
        shown["shipping_taxable"] = shown["shipping_required"] and doc.get("tax_status") in ("taxable", "shipping")
        shown["has_options"] = kind == "variable"
        shown["related_ids"] = self.related_ids(doc) if status == "publish" else []
        for field, of in (
            ("categories", "products.categories"),
            ("tags", "products.tags"),
            ("brands", "products.brands"),
        ):
            shown[field] = [self.term(of, term) for term in doc.get(field) or ()]
        shown["default_attributes"] = [
            {name: choice.get(name) for name in ("id", "name", "option")}
            for choice in doc.get("default_attributes") or ()
        ]
        self.shown_class(shown)
        self.shown_stock(shown)
        self.shown_meta(shown, call)
        if call.edit:
            shown["permalink_template"] = f"{self.shop.url}/product/%pagename%/"
            shown["generated_slug"] = doc.get("slug", "").removesuffix(_TRASHED) or text.slug(doc.get("name", ""))
        else:
            shown["average_rating"] = money.fixed(doc.get("average_rating") or 0, 2)
            for name in ("description", "short_description", "purchase_note"):
                shown[name] = text.paragraphs(doc.get(name) or "")
        return shown

    def links(self, call: Call, doc: Doc) -> Json:
        """Up to the product that it belongs to."""
        found = self.shop.links(call, self, {"id": doc["id"]})
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

    @property
    def tags(self) -> product_prices.Tags:
        """How the shop writes prices at the moment."""
        if self._tags is None or self._tags[0] != self.state.revision:
            self._tags = (self.state.revision, product_prices.Tags(self.shop))
        return self._tags[1]

    def price_html(self, shown: Json, doc: Doc) -> str:
        """The price on the product's page."""
        if shown["price"] == "":
            return ""
        low, high = product_prices.span(doc.get("_prices") or [])
        if low != high:
            return self.tags.range(low, high)
        if shown["on_sale"] and doc.get("regular_price"):
            return self.tags.reduced(doc["regular_price"], shown["price"])
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

    # writing

    def blank(self, call: Call) -> Doc:
        """A simple product."""
        doc = super().blank(call)
        doc.update(name="", type="simple", status="publish", total_sales=0, average_rating="0", rating_count=0)
        doc.update(catalog_visibility="visible", stock_status="instock", stock_quantity=None, variations=[], price="")
        return doc

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """Types differ in what they have."""
        before = doc.get("status")
        super().change(call, doc, new=new)
        kind = doc.get("type")
        if kind in product_sync.PARENTS:
            doc.update(regular_price="", sale_price="")
            doc.update(dict.fromkeys(_SALE_DATES))
        if kind in ("grouped", "external"):
            doc["manage_stock"] = False
        if kind == "external":
            doc["stock_status"] = "instock"
        else:
            doc.update(external_url="", button_text="")
        if not doc.get("name"):
            doc["name"] = "Product"
        if not doc.get("categories"):
            number = self.shop.resource("products.categories").default()  # type: ignore[attr-defined]  # Categories
            doc["categories"] = [{"id": number}] if number else []
        if before == "trash" and doc["status"] != "trash":
            doc["slug"] = doc.get("slug", "").removesuffix(_TRASHED)
        created = dates.parse(str(doc.get("date_created_gmt") or ""), UTC)
        if doc["status"] == "publish" and created is not None and created > self.shop.now():
            doc["status"] = "future"

    def store(self, call: Call | None, doc: Doc, *, new: bool) -> None:
        """With a slug, and everything that depends on it told."""
        if doc.get("slug") or doc["status"] not in _UNNAMED:
            doc["slug"] = self.free_slug(doc, text.slug(doc.get("slug") or doc["name"]) or str(doc["id"]))
        product_sync.sync(self.shop, doc)
        super().store(call, doc, new=new)
        product_sync.told(self.shop, doc)

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

    def throw_away(self, call: Call, doc: Doc) -> None:
        """Its slug is free for others; its variations go with it."""
        super().throw_away(call, doc)
        copy = self.state.copy(self.kind, doc["id"]) or {}
        copy["slug"] = f"{copy.get('slug', '')}{_TRASHED}"
        self.stamp(copy, new=False)
        self.save(copy)
        product_sync.bury(self.shop, doc["id"])

    def discard(self, call: Call, doc: Doc) -> None:
        """Variations and reviews go with it."""
        super().discard(call, doc)
        for kind in ("products.variations", "products.reviews"):
            for item in self.state.all(kind, doc["id"]):
                self.state.remove(kind, item["id"])
        product_sync.told(self.shop, doc)

    def forget_term(self, kind: str, number: int) -> None:
        """A term was deleted: nothing has it any more."""
        field = kind.rpartition(".")[2]
        for of in ("products", "products.variations"):
            query = Query(of)
            query.facet(f"in:{kind}", [number])
            for key in self.state.select(query):
                doc = self.state.copy(of, key) or {}
                if field == "shipping_classes":
                    doc["shipping_class_id"] = 0
                elif field in doc:
                    doc[field] = [term for term in doc[field] if term["id"] != number]
                doc["_terms"] = [n for n in doc.get("_terms", []) if n != number or field != "terms"]
                if field == "categories" and not doc[field]:
                    default = self.shop.resource(kind).default()  # type: ignore[attr-defined]  # Categories
                    doc[field] = [{"id": default}] if default else []
                self.shop.resource(of).save(doc)

    # fields

    def set_date_created(self, call: Call, doc: Doc, value: Any) -> None:
        """Shown in shop time, but read as UTC unless it has an offset; what WordPress cannot read changes nothing."""
        moment = dates.moment(str(value or ""), UTC)
        if moment is not None:
            self.take_date(doc, "date_created_gmt", dates.utc(moment))

    def set_date_created_gmt(self, call: Call, doc: Doc, value: Any) -> None:
        """Read as UTC, whatever offset it has; what WordPress cannot read changes nothing."""
        moment = dates.moment(re.sub(r"[+-]\d+:?\d+$", "", str(value or "")), UTC)
        if moment is not None:
            self.take_date(doc, "date_created_gmt", dates.utc(moment))

    def set_name(self, call: Call, doc: Doc, value: Any) -> None:
        """Without harmful markup."""
        doc["name"] = text.safe(value)

    def set_short_description(self, call: Call, doc: Doc, value: Any) -> None:
        """Without harmful markup."""
        doc["short_description"] = text.safe(value)

    def set_purchase_note(self, call: Call, doc: Doc, value: Any) -> None:
        """Without harmful markup."""
        doc["purchase_note"] = text.safe(value)

    def set_categories(self, call: Call, doc: Doc, value: Any) -> None:
        """Those that exist."""
        doc["categories"] = product_verbs.known_terms(self, "products.categories", value)

    def set_brands(self, call: Call, doc: Doc, value: Any) -> None:
        """Those that exist."""
        doc["brands"] = product_verbs.known_terms(self, "products.brands", value)

    def set_tags(self, call: Call, doc: Doc, value: Any) -> None:
        """By id, or by name; new names make new tags."""
        doc["tags"] = product_verbs.known_terms(self, "products.tags", value, make=True)

    def set_images(self, call: Call, doc: Doc, value: Any) -> None:
        """The first is the product's own, the others its gallery."""
        found = (
            product_media.taken(self.shop, item, self.bad_upload, self.bad_image) for item in elements(value) if item
        )
        doc["images"] = [image for image in found if image]

    def set_attributes(self, call: Call, doc: Doc, value: Any) -> None:
        """Shared ones by id, with terms; own ones by name."""
        doc["attributes"], doc["_terms"] = product_verbs.attributes(self, value)

    def set_default_attributes(self, call: Call, doc: Doc, value: Any) -> None:
        """What a variable product is set to at first."""
        if doc.get("type") == "variable":
            doc["default_attributes"] = product_verbs.choices(self.shop, doc, value)

    def set_grouped_products(self, call: Call, doc: Doc, value: Any) -> None:
        """Parts of a group."""
        if doc.get("type") == "grouped" or call.get("type") == "grouped":
            doc["grouped_products"] = _numbers(value)

    def set_upsell_ids(self, call: Call, doc: Doc, value: Any) -> None:
        """Numbers above 0."""
        doc["upsell_ids"] = _numbers(value)

    def set_cross_sell_ids(self, call: Call, doc: Doc, value: Any) -> None:
        """Numbers above 0."""
        doc["cross_sell_ids"] = _numbers(value)

    def set_post_password(self, call: Call, doc: Doc, value: Any) -> None:
        """A private product has none: nobody could give it."""
        private = str(call.get("status") or doc.get("status")) == "private"
        doc["post_password"] = "" if private else str(value or "")

    def set_external_url(self, call: Call, doc: Doc, value: Any) -> None:
        """An address on the web, or none."""
        scheme, found, _ = str(value or "").strip().partition("://")
        doc["external_url"] = str(value).strip() if not found or scheme in ("http", "https", "ftp") else ""

    def set_menu_order(self, call: Call, doc: Doc, value: Any) -> None:
        """A number that its column holds."""
        doc["menu_order"] = schema.to_place(value)

    def set_parent_id(self, call: Call, doc: Doc, value: Any) -> None:
        """Any number."""
        doc["parent_id"] = schema.to_int(value)

    # seeds

    def adopt(self, doc: Doc) -> None:
        """Pictures are known, terms of attributes found."""
        for image in doc.get("images") or ():
            product_media.keep(self.shop, image)
        doc["_terms"] = product_verbs.term_ids(self.shop, doc.get("attributes") or [])
        product_sync.adopt(self.shop, doc)

    def seed(self, value: Any, path: Json) -> None:
        """Groups are told when all their parts are there."""
        super().seed(value, path)
        for doc in elements(value):
            if doc.get("type") == "grouped":
                product_sync.changed(self.shop, doc["id"])

    def index(self, doc: Doc) -> Indexed:
        """Where it stands among its like."""
        found = super().index(doc)
        found.parent = doc.get("parent_id") or 0
        return found

    # verbs

    def duplicate(self, call: Call) -> Json:
        """A copy, as a draft."""
        return product_verbs.duplicate(self, call)

    def related(self, call: Call) -> Any:
        """Related products."""
        return product_verbs.related(self, call)

    def suggested_products(self, call: Call) -> Any:
        """Products of some categories and tags."""
        return product_verbs.suggested(self, call)


_SALE_DATES = ("date_on_sale_from", "date_on_sale_from_gmt", "date_on_sale_to", "date_on_sale_to_gmt")


def _numbers(value: Any) -> list[int]:
    return [number for item in schema.to_list(value) if (number := schema.to_int(item)) > 0]

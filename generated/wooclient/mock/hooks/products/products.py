"""Products. `base.py` has what variations share, `showing.py` how products look."""

from __future__ import annotations

import re
from datetime import UTC
from typing import Any, ClassVar

from ... import dates, id_lists, lists, schema, text
from ...call import Call
from ...description import Json
from ...errors import Crashed, Refused
from ...kinds import elements
from ...state import Doc, Indexed, Key, Query
from ...wordpress import DESIRED_SLUG
from . import finding, media, options, sync
from .raw import raw
from .showing import Shown

_UNNAMED = ("draft", "pending", "auto-draft")
_TRASHED = "__trashed"
#: Filters that WordPress reads as lists of numbers.
_NUMBERS = frozenset({"category", "tag", "brand", "attribute_term"})
#: The custom field in which WordPress notes the days that something moved from.
_OLD_DATE = "_wp_old_date"
#: The one in which it notes the reviews that something had, and what it calls their statuses.
_REVIEWS, _SEEN = "_wp_trash_meta_comments_status", {"approved": "1", "hold": "0"}
#: What WordPress keeps in its own table.
_IN_POST = (
    "name", "slug", "status", "parent_id", "menu_order", "description", "short_description", "reviews_allowed",
    "post_password", "date_created", "date_created_gmt",
)  # fmt: skip
#: What only some types have, by the custom field that it is kept in.
_OWN = {
    "grouped": (("_children", "grouped_products"),),
    "external": (("_product_url", "external_url"), ("_button_text", "button_text")),
}


class Products(Shown):
    """Products of all types."""

    exists = "woocommerce_rest_product_exists"
    not_created = "woocommerce_rest_product_not_created"
    bad_upload = "woocommerce_product_image_upload_error"
    bad_image = "woocommerce_product_invalid_image_id"
    filters: ClassVar[lists.Filters] = finding.PRODUCTS
    shown_by = ("include_meta", "exclude_meta")
    shown_after = (
        "products.variations", "products.categories", "products.tags", "products.brands", "products.shipping_classes",
        "products.attributes", "products.attributes.terms", "products.reviews", "settings.options", "taxes",
    )  # fmt: skip
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
            if dated or doc.get("type") in sync.PARENTS
            else stamp
        )

    def narrow(self, query: Query, call: Call) -> None:
        """By status; with variations where the search is for them."""
        super().narrow(query, call)
        for name in _NUMBERS.intersection(call.query):
            call.query[name] = _numbers(call.query[name])
        if query.kind == "products" and finding.finds_variations(call):
            query.also = Products(self.shop, "products.variations").query(call)

    def facets(self, doc: Doc) -> Any:
        """All that lists look for."""
        return finding.facets(self.shop, doc)

    # writing

    def blank(self, call: Call) -> Doc:
        """A simple product."""
        doc = super().blank(call)
        doc.update(name="", type="simple", status="publish", total_sales=0, average_rating="0", rating_count=0)
        doc.update(catalog_visibility="visible", stock_status="instock", stock_quantity=None, variations=[], price="")
        return doc

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """Types differ in what they have."""
        before, old = doc.get("status"), {name: doc.get(name) for name in ("type", "date_created")}
        super().change(self.heard(call, doc), doc, new=new)
        created = dates.parse(str(doc.get("date_created_gmt") or ""), UTC)
        if doc["status"] in ("publish", "future"):
            doc["status"] = "future" if created is not None and created > self.shop.now() else "publish"
        if not new:
            self._leave(call, doc, str(old["type"]))
            self._move(doc, str(before), str(old["date_created"] or ""))
        self._fit(doc)
        if not text.filled(doc.get("name")) and not doc.get("description") and not doc.get("short_description"):
            self._refuse_hollow(call, doc, new=new)
        if new and not text.filled(doc.get("name")):
            doc["name"] = "Product"
        if doc.get("status") == "auto-draft":
            doc["name"] = "AUTO-DRAFT"
        if not doc.get("categories") and (new or "categories" in call.sent):
            number = self.shop.resource("products.categories").default()  # type: ignore[attr-defined]  # Categories
            doc["categories"] = [{"id": number}] if number else []
        if not new:
            self._trashed(doc, str(before))

    def _refuse_hollow(self, call: Call, doc: Doc, *, new: bool) -> None:
        """WordPress writes no post without a word: WooCommerce trips over a new one, others stay as they were."""
        if new and text.filled(call.text(call.get("name"))):
            raise Crashed("There is nothing to write.")
        old = None if new else self.state.get(self.kind, doc["id"])
        doc.update({name: old[name] for name in _IN_POST if name in old} if old else {})

    def _fit(self, doc: Doc) -> None:
        """Without what the type does not have."""
        kind = doc.get("type")
        if kind in sync.PARENTS:
            doc.update(regular_price="", sale_price="")
            doc.update(dict.fromkeys(_SALE_DATES))
        if kind == "external" and doc.get("manage_stock") is True:
            # WooCommerce forgets to write it down: variations and other types still read it.
            doc["_managed"] = True
        if kind in ("grouped", "external"):
            doc["manage_stock"] = False
        if kind == "external":
            doc["stock_status"] = "instock"
        else:
            doc.update(external_url="", button_text="")

    def _trashed(self, doc: Doc, before: str) -> None:
        """Into the trash and out of it by status: the slug is free for others meanwhile."""
        if before == "trash" and doc["status"] != "trash":
            doc["slug"] = doc.get("slug", "").removesuffix(_TRASHED)
            doc["meta_data"] = [row for row in doc["meta_data"] if row["key"] != DESIRED_SLUG]
        elif before != "trash" and doc["status"] == "trash":
            self._note(doc, DESIRED_SLUG, doc.get("slug", ""))
            doc["slug"] = f"{doc.get('slug', '')}{_TRASHED}"

    def _note(self, doc: Doc, key: str, value: Any) -> None:
        """Add a custom field of WordPress's own."""
        doc["meta_data"] = [*doc["meta_data"], {"id": self.state.next_id("meta"), "key": key, "value": value}]

    def _leave(self, call: Call, doc: Doc, old: str) -> None:
        """What only the old type has shows as custom fields; what the new one has does not any more."""
        if doc["type"] == old:
            doc["_grouped_later"] = doc["type"] == "grouped"
            return
        if old == "external" and doc.pop("_managed", False) and not call.gave("manage_stock"):
            doc["manage_stock"] = True
        if old == "variable":
            sync.forget_variations(self.shop, doc)
        own = {key for key, _ in _OWN.get(doc["type"], ())}
        doc["meta_data"] = [row for row in doc["meta_data"] if row["key"] not in own]
        for key, field in _OWN.get(old, ()):
            if doc.get(field) or (field == "grouped_products" and doc.get("_grouped_later")):
                self._note(doc, key, doc[field])
        doc["_grouped_later"] = doc["type"] == "grouped"

    def _move(self, doc: Doc, before: str, old: str) -> None:
        """WordPress keeps the day from which something public was moved."""
        day = str(doc.get("date_created") or "")[:10]
        if before != "publish" or doc["status"] != "publish" or not day or old[:10] == day:
            return
        rows = doc["meta_data"]
        known = [row["value"] for row in rows if row["key"] == _OLD_DATE]
        doc["meta_data"] = [row for row in rows if not (row["key"] == _OLD_DATE and row["value"] == day)]
        if old[:10] not in known:
            self._note(doc, _OLD_DATE, old[:10])

    def store(self, call: Call | None, doc: Doc, *, new: bool) -> None:
        """With a slug, and everything that depends on it told."""
        if doc.get("slug") or doc["status"] not in _UNNAMED:
            doc["slug"] = self.free_slug(doc, text.slug(doc.get("slug") or doc["name"]) or str(doc["id"]))
        sync.sync(self.shop, doc, priced=new)
        super().store(call, doc, new=new)
        sync.told(self.shop, doc)
        if doc.get("parent_id"):
            # Whatever that is, WooCommerce brings it up to date.
            sync.changed(self.shop, doc["parent_id"], below=True)

    def throw_away(self, call: Call, doc: Doc) -> None:
        """Its slug is free for others; its variations go with it."""
        super().throw_away(call, doc)
        copy = self.state.copy(self.kind, doc["id"]) or {}
        copy["slug"] = f"{copy.get('slug', '')}{_TRASHED}"
        if reviews := self._reviews(doc):
            self._note(copy, _REVIEWS, {str(r["id"]): _SEEN.get(r["status"], r["status"]) for r in reviews})
            for review in reviews:
                self.shop.resource("products.reviews").save({**review, "status": "post-trashed"})
        self.stamp(copy, new=False)
        self.save(copy)
        sync.bury(self.shop, doc["id"])

    def _reviews(self, doc: Doc) -> list[Doc]:
        return self.state.all("products.reviews", doc["id"])

    def discard(self, call: Call, doc: Doc) -> None:
        """Variations and reviews go with it."""
        super().discard(call, doc)
        for kind in ("products.variations", "products.reviews"):
            for item in self.state.all(kind, doc["id"]):
                self.state.remove(kind, item["id"])
        sync.told(self.shop, doc)

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

    def set_type(self, call: Call, doc: Doc, value: Any) -> None:
        """Null is not heard."""
        if value is not None:
            doc["type"] = value

    def set_name(self, call: Call, doc: Doc, value: Any) -> None:
        """Without harmful markup."""
        doc["name"] = self.words(call, value).strip()

    def set_short_description(self, call: Call, doc: Doc, value: Any) -> None:
        """Without harmful markup."""
        doc["short_description"] = self.words(call, value)

    def set_purchase_note(self, call: Call, doc: Doc, value: Any) -> None:
        """Without harmful markup."""
        doc["purchase_note"] = text.safe(value) if call.plain else text.unslashed(text.safe(value))

    def set_categories(self, call: Call, doc: Doc, value: Any) -> None:
        """Those that exist."""
        doc["categories"] = options.known_terms(self.shop, "products.categories", value)

    def set_brands(self, call: Call, doc: Doc, value: Any) -> None:
        """Those that exist; an empty list changes nothing."""
        if value:
            doc["brands"] = options.known_terms(self.shop, "products.brands", value)

    def set_tags(self, call: Call, doc: Doc, value: Any) -> None:
        """By id, or by name; new names make new tags."""
        doc["tags"] = options.known_terms(self.shop, "products.tags", value, make=True)

    def set_images(self, call: Call, doc: Doc, value: Any) -> None:
        """The first is the product's own, the others its gallery."""
        found = (media.taken(self.shop, item, self.bad_upload, self.bad_image) for item in elements(value) if item)
        doc["images"] = [image for image in found if image]

    def set_attributes(self, call: Call, doc: Doc, value: Any) -> None:
        """Shared ones by id, with terms; own ones by name."""
        doc["attributes"], doc["_terms"] = options.attributes(self.shop, value, with_markup=call.plain)

    def set_default_attributes(self, call: Call, doc: Doc, value: Any) -> None:
        """What a variable product is set to at first."""
        if doc.get("type") == "variable":
            doc["default_attributes"] = options.choices(self.shop, doc, value)

    def set_grouped_products(self, call: Call, doc: Doc, value: Any) -> None:
        """Parts of a group; null is not heard."""
        if value is not None and "grouped" in (doc.get("type"), call.get("type")):
            id_lists.take(doc, "grouped_products", value)

    def looser(self, name: str) -> Json:
        """Parts of a group are not checked."""
        return {"type": "mixed"} if name == "grouped_products" else super().looser(name)

    def set_upsell_ids(self, call: Call, doc: Doc, value: Any) -> None:
        """Numbers above 0."""
        doc["upsell_ids"] = _numbers(value)

    def set_cross_sell_ids(self, call: Call, doc: Doc, value: Any) -> None:
        """Numbers above 0."""
        doc["cross_sell_ids"] = _numbers(value)

    def set_post_password(self, call: Call, doc: Doc, value: Any) -> None:
        """A private product has none: nobody could give it."""
        private = str(call.get("status") or doc.get("status")) == "private"
        doc["post_password"] = "" if private else text.unslashed(str(value or ""))

    def set_external_url(self, call: Call, doc: Doc, value: Any) -> None:
        """An address on the web, or none; other types have neither it nor a text on a button."""
        if (call.get("type") or doc.get("type")) != "external":
            return
        scheme, found, _ = str(value or "").strip().partition("://")
        doc["external_url"] = str(value).strip() if not found or scheme in ("http", "https", "ftp") else ""

    def set_button_text(self, call: Call, doc: Doc, value: Any) -> None:
        """Words on the button that leads there."""
        if (call.get("type") or doc.get("type")) == "external":
            doc["button_text"] = text.line(text.scalar_text(value))

    def set_menu_order(self, call: Call, doc: Doc, value: Any) -> None:
        """A number that its column holds."""
        doc["menu_order"] = schema.to_place(value)

    def set_parent_id(self, call: Call, doc: Doc, value: Any) -> None:
        """Any number."""
        number = schema.to_int(value)
        doc["parent_id"] = 0 if number == doc.get("id") else number

    # seeds

    def adopt(self, doc: Doc) -> None:
        """Pictures are known, terms of attributes found."""
        for image in doc.get("images") or ():
            media.keep(self.shop, image)
        doc["_terms"] = options.term_ids(self.shop, doc.get("attributes") or [])
        sync.adopt(self.shop, doc)

    def seed(self, value: Any, path: Json) -> None:
        """Groups are told when all their parts are there."""
        super().seed(value, path)
        for doc in elements(value):
            if doc.get("type") == "grouped":
                sync.changed(self.shop, doc["id"])

    def index(self, doc: Doc) -> Indexed:
        """Where it stands among its like."""
        found = super().index(doc)
        found.parent = doc.get("parent_id") or 0
        return found

    # verbs

    def duplicate(self, call: Call) -> Json:
        """A draft copy, in the form in which WooCommerce keeps products: the store forgets to translate it."""
        doc = self.state.copy(self.kind, self.wanted(call)["id"]) or {}
        # What the request says is said of the copy; the product itself stays as it is.
        self.change(call, doc, new=False)
        copy = self.copied(
            doc, name=f"{doc['name']} (Copy)", status="draft", slug="", total_sales=0, average_rating="0",
            rating_count=0, variations=[],
        )  # fmt: skip
        told = {**copy, **{name: doc[name] for name in ("date_modified", "date_modified_gmt")}}
        shown = raw(told, brands=self.shop.since(10, 5))
        if doc.get("type") == "variable":
            shown.update(stock_status="outofstock", price="")
            variations: Any = self.shop.resource("products.variations")
            for part in sync.variations(self.shop, doc["id"]):
                variations.copied(part, _parent=copy["id"])
        sync.changed(self.shop, copy["id"])
        self.shop.changed("product", "created", self.state.get("products", copy["id"]) or copy)
        return shown


_SALE_DATES = ("date_on_sale_from", "date_on_sale_from_gmt", "date_on_sale_to", "date_on_sale_to_gmt")


def _numbers(value: Any) -> list[int]:
    return [number for item in schema.to_list(value) if (number := schema.to_int(item)) > 0]

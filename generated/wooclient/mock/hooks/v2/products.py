"""Products and variations in wc/v2: in stock or not, pictures with places, and a placeholder where there is none."""

from __future__ import annotations

from typing import Any, ClassVar

from ... import dates, lists, schema, text
from ...call import Call
from ...description import Json
from ...errors import Crashed, Refused
from ...kinds import elements, is_list, is_map, members
from ...resource import Resource
from ...state import Doc, Keys, Query
from ..products import finding, options, products, variations
from ..products.base import Sold

#: The visibilities of products that lists show. Keys belong to people who see what is private, too.
_IN_LISTS = ("visible", "catalog")


class _Stocked(Sold):
    """What products and variations have in common here."""

    def shown_stamp(self, doc: Doc) -> tuple[int, ...]:
        """The dates of a placeholder are always now."""
        stamp = super().shown_stamp(doc)
        return stamp if doc.get("images") or doc.get("image") else (*stamp, int(self.shop.now().timestamp()))

    def set_in_stock(self, call: Call, doc: Doc, value: Any) -> None:
        """Yes or no, which null is too; what is on its way is no word here."""
        if value is not None or "in_stock" in call.sent:
            doc["stock_status"] = "instock" if value is True else "outofstock"

    def guard_pictures(self, given: list[Any]) -> None:
        """Raise if one of them is none."""
        if not all(members(image).get("id") or members(image).get("src") for image in given):
            raise Refused(400, "woocommerce_product_invalid_image_id", "A picture needs an id or a source.")

    def pictures(self, shown: list[Json]) -> list[Json]:
        """Each with its place; without any, the one that says so."""
        return [{**image, "position": place} for place, image in enumerate(shown or [self._placeholder()])]

    def _placeholder(self) -> Json:
        now = self.shop.now()
        moment = {
            f"{name}{twin}": written
            for name in ("date_created", "date_modified")
            for twin, written in (("", dates.local(now, self.shop.zone)), ("_gmt", dates.utc(now)))
        }
        return {"id": 0, **moment, "src": self.shop.placeholder, "name": "Placeholder", "alt": "Placeholder"}


def _in_stock(query: Query, value: Any, call: Call) -> None:
    query.facet("stock_status", ["instock" if schema.to_bool(value) else "outofstock"])


def _place(pair: tuple[int, Json]) -> int:
    return pair[0]


class Products(_Stocked, products.Products):
    """Products."""

    filters: ClassVar[lists.Filters] = {**finding.PRODUCTS, "in_stock": _in_stock}
    #: WordPress does not know the shop's own orders, and takes the date.
    orders: ClassVar[lists.Orders] = dict.fromkeys(("price", "popularity", "rating"), lists.ORDERS["date"])

    def looser(self, name: str) -> Json:
        """Parts of a group are checked here."""
        return {} if name == "grouped_products" else super().looser(name)

    def select(self, query: Query, call: Call) -> Keys:
        """In no order of the shop's own."""
        return Resource.select(self, query, call)

    def set_tags(self, call: Call, doc: Doc, value: Any) -> None:
        """Those that exist: a name makes no new one."""
        doc["tags"] = options.known_terms(self.shop, "products.tags", value)

    def set_grouped_products(self, call: Call, doc: Doc, value: Any) -> None:
        """Parts of a group; null is none."""
        super().set_grouped_products(call, doc, value or [])

    def set_images(self, call: Call, doc: Doc, value: Any) -> None:
        """In the order of their places."""
        given = [image for image in elements(value) if image]
        self.guard_pictures(given)
        places = [schema.to_int(members(image).get("position", place)) for place, image in enumerate(given)]
        super().set_images(call, doc, [image for _, image in sorted(zip(places, given, strict=True), key=_place)])

    def show(self, call: Call, doc: Doc) -> Json:
        """With what the newest version no longer tells."""
        shown = super().show(call, doc)
        shown["in_stock"] = shown.get("stock_status") != "outofstock"
        shown["images"] = self.pictures(elements(shown.get("images")))
        return shown


class Variations(_Stocked, variations.Variations):
    """Variations: as visitors see them, also in answers to writes."""

    looks_for_parent = False
    bad_upload = products.Products.bad_upload
    bad_image = products.Products.bad_image
    filters: ClassVar[lists.Filters] = {**finding.VARIATIONS, "in_stock": _in_stock}

    def show(self, call: Call, doc: Doc) -> Json:
        """With what the newest version no longer tells."""
        shown = super().show(call, doc)
        parent = self.parent(doc)
        if doc.get("tax_class") == "parent":
            shown["tax_class"] = parent.get("tax_class", "")
        shown["in_stock"] = shown.get("stock_status") != "outofstock"
        shown["visible"] = doc.get("status") != "trash" and parent.get("catalog_visibility") in _IN_LISTS
        image = doc.get("image") or next(iter(parent.get("images") or ()), None)
        shown["image"] = self.pictures([image] if image else [])[0]
        return shown

    def looser(self, name: str) -> Json:
        """Whether stock is managed can be said in any type."""
        is_mixed = name == "manage_stock"
        return {"type": ["boolean", "string", "number", "object", "array"]} if is_mixed else super().looser(name)

    def set_manage_stock(self, call: Call, doc: Doc, value: Any) -> None:
        """In the words that WooCommerce takes for yes; it trips over what is no word."""
        if is_map(value) or is_list(value):
            raise Crashed("That is neither yes nor no.")
        doc["manage_stock"] = text.switched_on(value)

    def shown_at_first(self, shown: Json, stock: str) -> None:
        """In stock or not: there is no word for it here."""
        super().shown_at_first(shown, stock)
        shown["in_stock"] = shown.pop("stock_status") != "outofstock"

    def set_image(self, call: Call, doc: Doc, value: Any) -> None:
        """One picture, or none."""
        self.guard_pictures([value] if value else [])
        super().set_image(call, doc, value)

    def set_visible(self, call: Call, doc: Doc, value: Any) -> None:
        """Hidden ones are private."""
        if value is not None:
            doc["status"] = "private" if value is False else "publish"

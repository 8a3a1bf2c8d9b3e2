"""Attributes of the legacy API, and their terms."""

from __future__ import annotations

from typing import Any, ClassVar

from ... import text
from ...description import Json
from ...errors import Refused
from ...hooks.products.attributes import LONGEST_SLUG, RESERVED_SLUGS
from ...hooks.products.attributes import Attributes as NewerAttributes
from ...state import Doc, Query
from ..call import LegacyCall
from ..lists import Page
from ..resource import LegacyResource

_TYPES = ("select",)
_ORDERS = ("menu_order", "name", "name_num", "id")
_BAD = "woocommerce_api_invalid_product_attribute"


class Attributes(LegacyResource):
    """Attributes that all products share."""

    kind, one, many = "products.attributes", "product_attribute", "product_attributes"

    def list(self, call: LegacyCall) -> Any:
        """All of them, by slug."""
        return {self.many: [self.shown(call, key) for key in self.page(call).keys]}

    def page(self, call: LegacyCall) -> Page:
        """Everything."""
        query = Query(self.kind)
        query.order = ["d.slug"]
        keys = self.state.select(query)
        return Page(keys, len(keys), 1)

    def wanted(self, number: int) -> int:
        """The id of an attribute."""
        if not self.state.has(self.kind, number):
            raise Refused(404 if number else 400, f"{_BAD}_id", "There is no such attribute.")
        return number

    def delete(self, call: LegacyCall) -> Any:
        """Attributes have no trash."""
        number = call.id
        if not self.state.has(self.kind, number):
            raise Refused(404, f"{_BAD}_id", "There is no such attribute.")
        self.run("delete", {"force": True}, number)
        return {"message": f"Deleted {self.one}"}

    def changes(self, call: LegacyCall, data: Json, doc: Doc | None) -> Json:
        """The parameters of `wc/v3`, each with a code of its own where it is wrong."""
        old = doc or {"name": "", "type": "select", "order_by": "menu_order", "has_archives": False}
        given = {name: value for name, value in data.items() if value is not None}
        name = text.scalar_text(given.get("name", old["name"]))
        slug = text.slug(str(given.get("slug", old.get("slug") or name))).removeprefix("pa_")
        found = {
            "name": name,
            "slug": slug,
            "type": str(given.get("type", old["type"])),
            "order_by": str(given.get("order_by", old["order_by"])),
            "has_archives": given["has_archives"] is True if "has_archives" in given else old["has_archives"],
        }
        self._check(found, new=doc is None)
        return found

    def _check(self, found: Json, *, new: bool) -> None:
        newer = self.resource
        assert isinstance(newer, NewerAttributes)
        slug = found["slug"]
        rules = (
            (not found["name"], "woocommerce_api_missing_product_attribute_name", "An attribute needs a name."),
            (len(slug) > LONGEST_SLUG, f"{_BAD}_slug_too_long", f"A slug may have {LONGEST_SLUG} signs."),
            (slug in RESERVED_SLUGS, f"{_BAD}_slug_reserved_name", "WordPress uses this slug itself."),
            (new and newer.by_slug(f"pa_{slug}"), f"{_BAD}_slug_already_exists", "Another attribute has this slug."),
            (found["type"] not in _TYPES, f"{_BAD}_type", f"The type is one of: {', '.join(_TYPES)}."),
            (found["order_by"] not in _ORDERS, f"{_BAD}_order_by", f"The order is one of: {', '.join(_ORDERS)}."),
        )
        for wrong, code, message in rules:
            if wrong:
                raise Refused(400, code, message)

    def refusal(self, refusal: Refused) -> Refused:
        """What is left for `wc/v3` to refuse."""
        if refusal.code.startswith("woocommerce_rest_cannot_"):
            verb = refusal.code.rpartition("_")[2]
            return Refused(400, f"woocommerce_api_cannot_{verb}_product_attribute", refusal.message)
        return super().refusal(refusal)

    def show(self, call: LegacyCall, doc: Doc) -> Json:
        """An attribute in legacy form."""
        return {name: doc[name] for name in ("id", "name", "slug", "type", "order_by", "has_archives")}


class AttributeTerms(LegacyResource):
    """Terms of an attribute: to be listed only.

    WooCommerce looks the attribute up by what stands in the path, which is a text, among numbers, and strictly: a
    write finds no attribute, whatever it says. Reads make a number of it first.
    """

    kind, one, many = "products.attributes.terms", "product_attribute_term", "product_attribute_terms"
    fields: ClassVar[tuple[str, ...]] = ("id", "slug", "name", "count")

    def list(self, call: LegacyCall) -> Any:
        """All terms of the attribute, in its order."""
        attribute = self._attribute(call)
        query = Query(self.kind)
        query.one_of("parent", [attribute])
        query.order = ["d.position", "d.title COLLATE store"]
        return {self.many: [self.shown(call, key) for key in self.state.select(query)]}

    def get(self, call: LegacyCall) -> Any:
        """One term."""
        if not call.id:
            raise Refused(400, f"{_BAD}_term_id", "That is no id.")
        attribute = self._attribute(call)
        doc = self.state.get(self.kind, call.id)
        if doc is None or doc.get("_parent") != attribute:
            raise Refused(404, f"{_BAD}_term_id", "There is no such term.")
        return {self.one: self.shown(call, call.id)}

    def create(self, call: LegacyCall) -> Any:
        """Refused, see above."""
        self.given(call)
        raise self._unknown()

    update = create

    def delete(self, call: LegacyCall) -> Any:
        """Refused, see above."""
        raise self._unknown()

    def _attribute(self, call: LegacyCall) -> int:
        number = int(call.path["attribute_id"])
        if not self.state.has("products.attributes", number):
            raise self._unknown()
        return number

    def _unknown(self) -> Refused:
        return Refused(404, f"{_BAD}_id", "There is no such attribute.")

    def show(self, call: LegacyCall, doc: Doc) -> Json:
        """A term in legacy form."""
        seen = self.seen(doc)
        return {name: seen[name] for name in self.fields}

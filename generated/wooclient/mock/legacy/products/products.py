"""Products of the legacy API. `showing.py` has how they look, `changes.py` how they are changed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from ... import text
from ...description import Json
from ...errors import Refused
from ...hooks.products import finding
from ...kinds import elements, is_list, is_map, members
from ...schema import to_int
from ...state import Doc, Key, Query
from .. import lists
from ..call import Broken, LegacyCall
from ..resource import LegacyResource
from . import changes, showing
from .base import VARIATIONS, LegacyProduct

#: `filter[…]` → the terms that it names by their slugs.
_TERMS = {"category": "products.categories", "tag": "products.tags", "shipping_class": "products.shipping_classes"}


class Products(LegacyProduct):
    """Products of all types, and variations where somebody asks for one by its id."""

    # reading

    def by_sku(self, call: LegacyCall) -> Any:
        """The product with a SKU."""
        found = self.find_sku(str(call.path["sku"]))
        if not found:
            raise Refused(404, "woocommerce_api_invalid_product_sku", "No product has this SKU.")
        return {self.one: self.shown(call, found)}

    def find_sku(self, sku: str) -> int:
        """The id of what has a SKU, or 0."""
        found = (self.state.find(kind, "sku", sku.lower()) for kind in (self.kind, VARIATIONS)) if sku else ()
        return next((int(key) for key in found if key is not None), 0)

    def find(self, key: Key) -> Doc | None:
        """A product or variation."""
        return self.state.get(self.kind, key) or self.state.get(VARIATIONS, key)

    def wanted(self, number: int) -> int:
        """The id of a product or variation."""
        return number if self.state.has(VARIATIONS, number) else super().wanted(number)

    def show(self, call: LegacyCall, doc: Doc) -> Json:
        """A product in legacy form."""
        return showing.product(self, doc)

    def meta(self, doc: Doc) -> Json:
        """How many were sold is a custom field too."""
        return {"total_sales": str(doc.get("total_sales") or 0), **super().meta(doc)}

    # lists

    def select(self, call: LegacyCall) -> Query:
        """By type, terms and SKU too."""
        query = self._select(call, self.kind)
        if "sku" in call.filter:
            query.also = self._select(call, VARIATIONS)
        return query

    def _select(self, call: LegacyCall, kind: str) -> Query:
        query, given = lists.query_of(call, kind), call.filter
        types = text.filled(call.query.get("type")) or given.get("type")
        if is_list(types) or is_map(types):
            raise Broken("Types are a text.")
        if types:
            query.facet("type", types.split(","))
        for name, of in _TERMS.items():
            if name in given:
                self._filter_terms(query, of, str(given[name]).split(","))
        for attribute in self.state.all("products.attributes") if call.version == 3 else ():
            slugs = call.whole_filter.get(attribute["slug"])
            if slugs is not None:
                self._filter_terms(query, "products.attributes.terms", str(slugs).split(","), attribute["id"])
        if "sku" in given:
            query.facet("sku", [str(given["sku"]).lower()])
        return query

    def _filter_terms(self, query: Query, kind: str, slugs: list[str], parent: Key | None = None) -> None:
        terms = Query(kind)
        terms.one_of("slug", slugs)
        if parent is not None:
            terms.one_of("parent", [parent])
        numbers = self.state.select(terms)
        finding.in_terms(kind, tree=kind == "products.categories")(query, numbers, self.newer("list", {}))

    # writing

    def created(self, call: LegacyCall, data: Json) -> Json:
        """A product, then its variations; if one of these fails, the product is not made."""
        number: int = self.run("create", self.changes(call, data, None))["id"]
        try:
            changes.variations(self, number, data)
        except Refused:
            self.run("delete", {"force": True}, number)
            raise
        call.status = 201
        shown = self.shown(call, number)
        if data.get("type") == "variable" and "variations" in data:
            # The answer is made up before the variations are counted.
            shown.update(price=self.price(""), in_stock=False, purchaseable=False)
        return shown

    def updated(self, call: LegacyCall, key: Key, data: Json) -> Json:
        """A product and its variations; or a variation by itself."""
        variation = self.state.get(VARIATIONS, key)
        if variation is not None:
            changes.alone(self, variation, data)
            return self.shown(call, key)
        self.run("update", self.changes(call, data, self.state.get(self.kind, key)), key)
        changes.variations(self, int(key), data)
        return self.shown(call, key)

    def changes(self, call: LegacyCall, data: Json, doc: Doc | None) -> Json:
        """The parameters of `wc/v3`."""
        return changes.product(self, data, doc)

    def delete(self, call: LegacyCall) -> Any:
        """What is in the trash already stays there, and that is no error."""
        doc = self.find(self.wanted(call.id)) or {}
        if "_parent" in doc:
            force = self.forced(call)
            self.run("delete", {"force": force}, doc["id"], kind=VARIATIONS, product_id=doc["_parent"])
        elif doc.get("status") != "trash" or self.forced(call):
            return super().delete(call)
        call.status = 200 if self.forced(call) else 202
        return {"message": f"Deleted {self.one}{' permanently' if self.forced(call) else ''}"}

    def forced(self, call: LegacyCall) -> bool:
        """Anything that PHP takes for true, even the word `false`."""
        return call.query.get("force") not in (None, "", "0")

    def bulk_id(self, row: Json) -> int:
        """By id, or by SKU."""
        number = to_int(row.get("id") or 0)
        return number or self.find_sku(text.line(text.scalar_text(row.get("sku"))))

    def failed(self, row: Json, number: int) -> Json:
        """With the SKU, if that is what it was looked for by."""
        sku = "" if to_int(row.get("id") or 0) else text.line(text.scalar_text(row.get("sku")))
        return {"id": number, "sku": sku}


class ProductOrders(LegacyResource):
    """Orders that hold a product."""

    kind, one, many = "orders", "order", "orders"

    def list(self, call: LegacyCall) -> Any:
        """As the list of orders, limited to these; no order at all is no page either."""
        number = self.api.resource("products").wanted(call.id)
        found = [order["id"] for order in self.state.all(self.kind) if _holds(order, number)]
        if not found:
            return {self.many: []}
        call.fill_filter()
        given = {**members(call.query.get("filter")), "in": ",".join(map(str, found))}
        return self.api.resource(self.kind).list(replace(call, query={**call.query, "filter": given}))


def _holds(order: Doc, number: int) -> bool:
    return any(line.get("product_id") == number for line in elements(order.get("line_items")))


class ProductsV2(Products):
    """v2: prices have all their decimals, even where there is none."""

    with_parent: ClassVar[tuple[str, ...]] = ("variation",)
    untold: ClassVar[tuple[str, ...]] = ("grouped_products", "menu_order")
    untold_of_variations: ClassVar[tuple[str, ...]] = ("backorders_allowed",)
    counts_unmanaged_stock = True

    def price(self, value: str) -> str:
        """As the shop writes prices."""
        return self.fixed(value, self.shop.places)

    def weight(self, value: str) -> str | None:
        """With two decimals."""
        return None if value in ("", "0") else self.fixed(value, 2)


class ProductsV1(ProductsV2):
    """v1: two decimals everywhere, and less to tell."""

    untold: ClassVar[tuple[str, ...]] = (*ProductsV2.untold, "product_url", "button_text", "parent_id")
    untold_of_variations: ClassVar[tuple[str, ...]] = (*ProductsV2.untold_of_variations, "managing_stock")
    names_by_slug = True

    def price(self, value: str) -> str:
        """With two decimals."""
        return self.fixed(value, 2)

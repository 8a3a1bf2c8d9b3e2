"""Products as orders see them: what is bought, at which price, and how much of it is in stock."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ... import money, text
from ...kinds import elements
from ...resource import Shop
from ...state import Doc
from ..products import options, pricing, sync


class Bought:
    """A product or one of its variations; a variation takes from its parent what it does not say itself."""

    def __init__(self, shop: Shop, doc: Doc, parent: Doc | None) -> None:
        self.shop = shop
        self.doc = doc
        self.parent = parent

    @property
    def id(self) -> int:
        """The product's or variation's own id."""
        return int(self.doc["id"])

    @property
    def ids(self) -> set[int]:
        """Its id, and its parent's."""
        return {self.id} | ({int(self.parent["id"])} if self.parent else set())

    @property
    def categories(self) -> set[int]:
        """Ids of the categories it is in."""
        return {int(c["id"]) for c in elements((self.parent or self.doc).get("categories"))}

    @property
    def name(self) -> str:
        """`T-Shirt`, or `T-Shirt - Blue, L` for a variation."""
        if self.parent is None:
            return str(self.doc.get("name") or "")
        return options.title(self.parent, self.doc)

    @property
    def tax_class(self) -> str:
        """The class of its taxes; empty is the standard one."""
        own = str(self.doc.get("tax_class") or "")
        if own != "parent" and not self.shop.state.has("taxes.classes", own):
            return ""
        if self.parent is not None and own == "parent":
            own = str(self.parent.get("tax_class") or "")
        return "" if own == "standard" else own

    @property
    def taxable(self) -> bool:
        """Whether the thing itself is taxed."""
        return self._tax_status == "taxable"

    @property
    def taxes_shipping(self) -> bool:
        """Whether shipping is taxed because of it, if nothing else says how."""
        return self._tax_status in ("taxable", "shipping")

    @property
    def _tax_status(self) -> str:
        return str((self.parent or self.doc).get("tax_status") or "taxable")

    @property
    def on_sale(self) -> bool:
        """Whether its sale price counts now."""
        return pricing.on_sale(self.shop, self.doc)

    @property
    def price(self) -> Decimal:
        """What one costs now, as the shop writes prices."""
        if self.doc.get("regular_price") not in ("", None):
            return money.decimal(self.doc["sale_price"] if self.on_sale else self.doc["regular_price"])
        return money.decimal(self.doc.get("price"))

    @property
    def needs_processing(self) -> bool:
        """Whether anybody has to do something to deliver it."""
        return not (self.doc.get("virtual") and self.doc.get("downloadable"))

    @property
    def sku(self) -> str:
        """Its SKU, or its parent's."""
        return str(self.doc.get("sku") or (self.parent or {}).get("sku") or "")

    @property
    def attributes(self) -> list[Any]:
        """Its product's attributes and what it is of them: custom fields of a line are called by their names."""
        return [*elements((self.parent or {}).get("attributes")), *elements(self.doc.get("attributes"))]

    def image(self) -> dict[str, Any]:
        """The picture on an order line. WooCommerce gives the id of a product's picture as text, a variation's not."""
        if self.parent is None:
            images = elements(self.doc.get("images"))
            return {"id": str(images[0]["id"]), "src": images[0].get("src", "")} if images else {"id": "", "src": ""}
        found = self.doc.get("image") or next(iter(elements(self.parent.get("images"))), None)
        return {"id": found["id"], "src": found.get("src", "")} if found else {"id": 0, "src": ""}

    # stock

    @property
    def _keeper(self) -> tuple[str, Doc] | None:
        """The kind and document of who keeps the stock; a variation may leave it to its parent."""
        if not self.shop.counts_stock:
            return None
        if self.doc.get("manage_stock") is True:
            return ("products.variations" if self.parent else "products", self.doc)
        if self.parent is not None and self.parent.get("manage_stock") is True:
            return ("products", self.parent)
        return None

    @property
    def keeps_stock(self) -> bool:
        """Whether the shop counts how many there are."""
        return self._keeper is not None

    def add_stock(self, change: int) -> tuple[int, int]:
        """More or fewer in stock: how many there were and are. Where no number was given, there is none after it."""
        keeper = self._keeper
        assert keeper is not None
        kind, found = keeper
        resource = self.shop.resource(kind)
        doc = self.shop.state.copy(kind, resource.doc_key(found))
        assert doc is not None
        old = int(doc.get("stock_quantity") or 0)
        if doc.get("stock_quantity") is not None:
            doc["stock_quantity"] = old + change
        resource.stamp(doc, new=False)
        resource.save(doc)
        if kind == "products.variations":
            sync.changed(self.shop, doc["_parent"], below=True)
        if resource.topic:
            self.shop.changed(resource.topic, "updated", doc)
        if self.doc["id"] == doc["id"]:
            self.doc = doc
        else:
            self.parent = doc
        return old, old + change


def find(shop: Shop, number: int) -> Bought | None:
    """The product or variation with an id."""
    doc = shop.state.get("products", number)
    if doc is not None:
        return Bought(shop, doc, None)
    doc = shop.state.get("products.variations", number)
    if doc is None:
        return None
    parent = shop.state.get("products", doc.get("_parent") or doc.get("parent_id") or 0)
    return Bought(shop, doc, parent or {"id": 0})


def attribute_key(shop: Shop, attribute: Doc) -> str:
    """The name of the custom field that notes which variation was bought: `pa_color`."""
    found = shop.state.get("products.attributes", attribute.get("id") or 0) or {}
    return text.slug(str(attribute.get("slug") or found.get("slug") or attribute.get("name") or ""))


def of_line(shop: Shop, line: Doc) -> Bought | None:
    """What an order line sold, if it still exists; of a variation that is gone, its product."""
    return find(shop, line.get("variation_id") or 0) or find(shop, line.get("product_id") or 0)


def by_sku(shop: Shop, sku: str) -> int:
    """The id of what has a SKU; 0 if nothing has."""
    for kind in ("products", "products.variations"):
        found = shop.state.find(kind, "sku", sku)
        if found is None:
            found = next((d["id"] for d in shop.state.all(kind) if d.get("sku") == sku), None)
        if found is not None:
            return int(found)
    return 0

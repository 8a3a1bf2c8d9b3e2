"""What products take from one another: variable ones from their variations, groups from their parts."""

from __future__ import annotations

from ... import meta
from ...resource import Shop
from ...state import Doc, Query
from . import pricing

#: Types without a price of their own.
PARENTS = ("variable", "grouped")
_LIVE = ("publish", "private")


def variations(shop: Shop, number: int) -> list[Doc]:
    """The variations of a product that are not in the trash, in their order."""
    query = Query("products.variations")
    query.one_of("parent", [number])
    query.one_of("status", _LIVE)
    query.order = ["d.position", "d.id"]
    return [doc for key in shop.state.select(query) if (doc := shop.state.get(query.kind, key)) is not None]


def sync(shop: Shop, doc: Doc, *, priced: bool = True) -> None:
    """Prices, sale and stock of a product before it is written.

    The price of a variable one follows its variations only when they change (`priced`).
    """
    kind = doc.get("type")
    if kind not in PARENTS:
        doc["price"] = pricing.price(shop, doc)
        for name in ("_prices", "_on_sale", "_regular"):
            doc.pop(name, None)
        doc["variations"] = []
        return
    if kind == "variable":
        doc.pop("_priced", None)
        parts = variations(shop, doc["id"])
        doc["variations"] = [part["id"] for part in parts]
        shown = [part for part in parts if part["status"] == "publish"]
        if doc.get("manage_stock") is not True:
            doc["stock_status"] = _stock([str(part.get("stock_status")) for part in shown])
    else:
        doc["variations"] = []
        found = (shop.state.get("products", number) for number in doc.get("grouped_products") or ())
        shown = [part for part in found if part is not None and part.get("status") == "publish"]
    prices = [price for part in shown for price in _prices(shop, part) if price != ""]
    doc["_prices"] = sorted(set(prices), key=float)
    doc["_on_sale"] = any(part.get("_on_sale") or pricing.on_sale(shop, part) for part in shown)
    low, high = pricing.span([part.get("regular_price") or "" for part in shown])
    doc["_regular"] = low if kind == "variable" and low == high else ""
    # A group keeps the price that its parts had when they were named; only its page follows them.
    named = list(doc.get("grouped_products") or ())
    if (kind == "variable" and priced) or (kind == "grouped" and doc.get("_priced") != named):
        doc["price"] = pricing.span(prices)[0]
    if kind == "grouped":
        doc["_priced"] = named


def _prices(shop: Shop, part: Doc) -> list[str]:
    own: list[str] | None = part.get("_prices")
    return [pricing.price(shop, part)] if own is None else own


def _stock(statuses: list[str]) -> str:
    return next((status for status in ("instock", "onbackorder") if status in statuses), "outofstock")


def told(shop: Shop, doc: Doc) -> None:
    """After a product was written: groups that it is part of, variations that are called after it."""
    query = Query("products")
    query.facet("part", [doc["id"]])
    for key in shop.state.select(query):
        changed(shop, int(key))
    for part in variations(shop, doc["id"]) if doc.get("type") == "variable" else ():
        copy = shop.state.copy("products.variations", part["id"])
        if copy is not None:
            shop.resource("products.variations").save(copy)


def changed(shop: Shop, number: int, *, below: bool = False) -> None:
    """Something that a product takes from was written; what stands `below` it, as variations do, is a change of it."""
    doc = shop.state.copy("products", number)
    if doc is not None and doc.get("type") in PARENTS:
        sync(shop, doc)
        products = shop.resource("products")
        if below:
            products.stamp(doc, new=False)
        products.save(doc)


def forget_variations(shop: Shop, doc: Doc) -> None:
    """A product is variable no more: its variations are deleted."""
    for part in variations(shop, doc["id"]):
        shop.state.remove("products.variations", part["id"])
    doc["variations"] = []


def bury(shop: Shop, number: int) -> None:
    """A product went into the trash: its variations too."""
    resource = shop.resource("products.variations")
    for part in variations(shop, number):
        copy, slug = {**part, "_status": part["status"], "status": "trash"}, resource.index(part).slug
        resource.stamp(copy, new=False)
        notes = meta.of_trash(part["status"], slug, shop.now(), lambda: shop.state.next_id("meta"))
        resource.save({**copy, "meta_data": [*part["meta_data"], *notes]})


def adopt(shop: Shop, doc: Doc) -> None:
    """A product of a snapshot, until what it takes from is read in."""
    if doc.get("type") in PARENTS:
        doc["_prices"] = [doc["price"]] if doc.get("price") else []
        doc["_on_sale"] = bool(doc.get("on_sale"))
        doc["_priced"] = list(doc.get("grouped_products") or ())

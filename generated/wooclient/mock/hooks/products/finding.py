"""What lists of products and variations filter and sort by, as tables over the facets that `facets` writes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ... import lists, money, schema, text
from ...call import Call
from ...kinds import elements
from ...resource import Shop
from ...state import Doc, Query, facet_order
from . import pricing

_TERM_LISTS = {"categories": "products.categories", "tags": "products.tags", "brands": "products.brands"}
#: What WordPress means by `any`: neither trash nor what was never saved.
_HIDDEN = ("trash", "auto-draft")
#: Things with a term, or with one below it.
_UNDER = (
    "d.id IN (SELECT id FROM facets WHERE kind = ? AND name = ? AND value IN (WITH RECURSIVE under (id) AS "
    "(SELECT id FROM documents WHERE kind = ? AND id IN ({marks}) UNION "
    "SELECT t.id FROM documents t JOIN under u ON t.kind = ? AND t.parent = u.id) SELECT id FROM under))"
)
_HIGHEST = 9_999_999_999.0


def facets(shop: Shop, doc: Doc) -> Iterable[tuple[str, Any]]:
    """All that lists look for in a product or variation, but its attributes."""
    yield "type", doc.get("type", "simple")
    for name in ("virtual", "downloadable", "featured"):
        yield name, int(bool(doc.get(name)))
    yield "tax_class", doc.get("tax_class") or "standard"
    yield "stock_status", doc.get("stock_status", "instock")
    if doc.get("status") != "trash":
        yield "sku", str(doc.get("sku") or "").lower()
    if doc.get("sku"):
        yield "any_sku", str(doc["sku"]).lower()
    if doc.get("global_unique_id"):
        yield "gtin", str(doc["global_unique_id"])
    prices = doc["_prices"] if "_prices" in doc else [pricing.price(shop, doc)]
    amounts = [float(money.decimal(price)) for price in prices]
    if "_prices" in doc or prices != [""] or doc.get("_kept_price"):
        yield from (("price", amount) for amount in amounts)
    yield "price_min", min(amounts, default=0.0)
    yield "price_max", max(amounts, default=0.0)
    yield "has_price", int(any(price != "" for price in prices))
    # Groups show that a part of them is reduced, but are not found by it.
    reduced = doc.get("_on_sale") if doc.get("type") == "variable" else pricing.on_sale(shop, doc)
    yield "on_sale", int(bool(reduced))
    yield "sales", schema.to_int(doc.get("total_sales"))
    yield "rating", float(money.decimal(doc.get("average_rating")))
    yield from (("meta", row["key"]) for row in doc.get("meta_data") or ())
    yield from (("part", number) for number in doc.get("grouped_products") or ())
    yield from _terms(shop, doc)


def _terms(shop: Shop, doc: Doc) -> Iterable[tuple[str, Any]]:
    members = [
        (kind, term["id"]) for field, kind in _TERM_LISTS.items() for term in doc.get(field) or () if term.get("id")
    ]
    if doc.get("shipping_class_id"):
        members.append(("products.shipping_classes", doc["shipping_class_id"]))
    members += [("products.attributes.terms", number) for number in doc.get("_terms") or ()]
    live = doc.get("status") == "publish"
    shown = live and doc.get("catalog_visibility", "visible") in ("visible", "catalog")
    for kind, number in members:
        yield f"in:{kind}", number
        if live:
            yield f"live:{kind}", number
        if shown:
            yield f"shown:{kind}", number
        if live and kind in ("products.categories", "products.tags"):
            yield "shelf", f"{kind}:{number}"


def switch(name: str) -> lists.Filter:
    """A switch is as asked for."""
    return lambda query, value, _: query.facet(name, [int(schema.to_bool(value))])


def in_terms(kind: str, *, tree: bool = False) -> lists.Filter:
    """In one of some terms, or in one below them."""

    def add(query: Query, value: Any, call: Call) -> None:
        numbers = [schema.to_int(item) for item in schema.to_list(value)]
        if tree:
            marks = ",".join("?" * len(numbers)) or "NULL"
            query.add(_UNDER.format(marks=marks), query.kind, f"in:{kind}", kind, *numbers, kind)
        else:
            query.facet(f"in:{kind}", numbers)

    return add


def _attribute_term(query: Query, value: Any, call: Call) -> None:
    """With a term of an attribute; the slug of none is no filter."""
    numbers = [schema.to_int(item) for item in schema.to_list(value)]
    marks = ",".join("?" * len(numbers)) or "NULL"
    query.add(_OF_ATTRIBUTE.format(marks=marks), call.get("attribute"), query.kind, *numbers)


_OF_ATTRIBUTE = (
    "(NOT EXISTS (SELECT 1 FROM documents a WHERE a.kind = 'products.attributes' AND a.slug = ?) OR d.id IN "
    "(SELECT id FROM facets WHERE kind = ? AND name = 'in:products.attributes.terms' AND value IN ({marks})))"
)


def _attributes(query: Query, value: Any, call: Call) -> None:
    for item in elements(value):
        terms = item.get("terms") or ([item["term"]] if item.get("term") else [])
        if item.get("attribute") and terms:
            query.facet(f"attribute:{item['attribute']}", [str(term) for term in schema.to_list(terms)])


def _price_from(query: Query, value: Any, call: Call) -> None:
    """A range, unless both of its ends are nothing to PHP."""
    high = call.get("max_price")
    if text.filled(value) or text.filled(high):
        highest = _HIGHEST if high is None else float(money.decimal(high))
        query.facet_range("price", float(money.decimal(value)), highest)


def _price_to(query: Query, value: Any, call: Call) -> None:
    if call.get("min_price") is None and text.filled(value):
        query.facet_range("price", 0.0, float(money.decimal(value)))


def _like(value: Any) -> str:
    escaped = str(value).lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


#: Where `search_fields` can look, as SQL: a test for all words, made of one for each.
_FIELDS = {
    "name": ("{words}", "d.title LIKE ? ESCAPE '\\'"),
    "sku": (
        "d.id IN (SELECT id FROM facets WHERE kind = ? AND name = 'any_sku' AND {words})",
        "value LIKE ? ESCAPE '\\'",
    ),
    "global_unique_id": (
        "d.id IN (SELECT id FROM facets WHERE kind = ? AND name = 'gtin' AND {words})",
        "value LIKE ? ESCAPE '\\'",
    ),
    "description": ("{words}", "json_extract(d.body, '$.description') LIKE ? ESCAPE '\\'"),
    "short_description": ("{words}", "json_extract(d.body, '$.short_description') LIKE ? ESCAPE '\\'"),
}


def words_in(query: Query, value: Any, fields: Iterable[str]) -> None:
    """All words of a text in one of some fields."""
    words = [_like(word) for word in str(value).split()]
    tests: list[str] = []
    values: list[Any] = []
    for whole, single in (_FIELDS[name] for name in fields if name in _FIELDS):
        tests.append(whole.format(words=" AND ".join([single] * len(words))))
        values += [query.kind, *words] if "kind = ?" in whole else words
    if words and tests:
        query.add(f"({' OR '.join(tests)})", *values)


def _search(query: Query, value: Any, call: Call) -> None:
    if text.filled(call.get("search_name_or_sku")) and not call.get("search_fields"):
        return
    if call.get("search_fields"):
        words_in(query, value, [str(name) for name in call.get("search_fields")])
    else:
        lists.COMMON["search"](query, value, call)


def _by_search_fields(call: Call) -> bool:
    return bool(call.get("search_fields") and call.get("search"))


def _search_name_or_sku(query: Query, value: Any, call: Call) -> None:
    if not _by_search_fields(call):
        words_in(query, value, ("name", "sku"))


def _search_sku(query: Query, value: Any, call: Call) -> None:
    if not _by_search_fields(call) and not text.filled(call.get("search_name_or_sku")):
        whole, single = _FIELDS["sku"]
        query.add(whole.format(words=single), query.kind, _like(value))


def _sku(query: Query, value: Any, call: Call) -> None:
    if _by_search_fields(call) or any(text.filled(call.get(n)) for n in ("search_name_or_sku", "search_sku")):
        return
    asked = str(value).lower()
    query.facet("any_sku", {*asked.split(","), asked})


def finds_variations(call: Call) -> bool:
    """Whether a list of products finds variations too: some searches do."""
    names = ("sku", "search_sku", "search_name_or_sku", "global_unique_id")
    return any(text.filled(call.get(name)) for name in names) or _by_search_fields(call)


def status(query: Query, call: Call) -> None:
    """Which statuses: `include_status` beats `status`, `exclude_status` is taken away from both."""
    asked = [str(s) for s in schema.to_list(call.get("include_status") or call.get("status") or "any")]
    if "any" in asked:
        query.one_of("status", _HIDDEN, negate=True)
    else:
        query.one_of("status", asked)
    if call.get("exclude_status"):
        query.one_of("status", [str(s) for s in schema.to_list(call.get("exclude_status"))], negate=True)


#: Both lists have these.
SHARED: dict[str, lists.Filter] = {
    "status": lists.ignored,
    "sku": lists.unless_nothing(_sku),
    "global_unique_id": lists.unless_nothing(
        lambda query, value, _: query.facet("gtin", [s.strip() for s in str(value).split(",")])
    ),
    "tax_class": lists.facet("tax_class"),
    "min_price": _price_from,
    "max_price": _price_to,
    "has_price": switch("has_price"),
    "stock_status": lists.facet("stock_status"),
    "on_sale": switch("on_sale"),
    "virtual": switch("virtual"),
    "downloadable": switch("downloadable"),
}
PRODUCTS: dict[str, lists.Filter] = {
    **SHARED,
    "search": _search,
    "search_sku": lists.unless_nothing(_search_sku),
    "search_name_or_sku": lists.unless_nothing(_search_name_or_sku),
    "type": lambda query, value, call: None if call.get("include_types") else query.facet("type", [value]),
    "include_types": lists.facet("type"),
    "exclude_types": lists.not_facet("type"),
    "featured": switch("featured"),
    "category": in_terms("products.categories", tree=True),
    "tag": in_terms("products.tags"),
    "brand": in_terms("products.brands", tree=True),
    "shipping_class": in_terms("products.shipping_classes"),
    "attribute_term": _attribute_term,
    "pos_products_only": lists.ignored,
}
VARIATIONS: dict[str, lists.Filter] = {
    **SHARED,
    "attributes": _attributes,
    # Their parent stands in the path.
    "parent": lists.ignored,
    "parent_exclude": lists.ignored,
}
ORDERS: dict[str, tuple[str, ...]] = {
    "sales": (facet_order("sales"), "d.id"),
    "random": ("RANDOM()",),
}


def order(call: Call) -> list[str] | None:
    """Orders of the shop's own, whose directions are not the request's."""
    down = str(call.get("order") or "desc").lower() == "desc"
    match call.get("orderby"):
        case "price":
            return [f"{facet_order('price_max')} DESC", "d.id DESC"] if down else [facet_order("price_min"), "d.id"]
        case "popularity":
            return [f"{facet_order('sales')} DESC", "d.id DESC"]
        case "rating":
            return [f"{facet_order('rating')} DESC", "d.id DESC"]
        case _:
            return None

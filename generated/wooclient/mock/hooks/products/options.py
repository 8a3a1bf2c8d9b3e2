"""Terms and attributes as products hold them, found by what a request calls them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from typing import Any

from ... import schema, text
from ...description import Json
from ...kinds import elements, is_list, is_map
from ...resource import Shop
from ...state import Doc, Query
from .attributes import AttributeTerms

_ENTITY = re.compile(r"&#?\w+;")
_TERMS = "products.attributes.terms"


def _terms(shop: Shop) -> AttributeTerms:
    return shop.resource(_TERMS)  # type: ignore[return-value]  # by its kind


def _named(shop: Shop, kind: str, name: str) -> Any:
    query = Query(kind)
    query.add("d.title = ? COLLATE store", name)
    return next(iter(shop.state.select(query)), None)


def known_terms(shop: Shop, kind: str, value: Any, *, make: bool = False) -> list[Json]:
    """Terms that exist; by name too, where unknown names make new ones."""
    found: list[Json] = []
    for item in elements(value):
        item = item if is_map(item) else {"id": item}
        number: Any = schema.to_int(item.get("id"))
        if make and item.get("name"):
            name = text.line(str(item["name"]))
            number = _named(shop, kind, name)
            if number is None:
                tags: Any = shop.resource(kind)
                doc: Doc = {"id": tags.new_key({}), "name": name, "description": "", "count": 0}
                doc["slug"] = tags.free_slug(doc, text.slug(name))
                tags.save(doc)
                number = doc["id"]
        term = shop.state.get(kind, number)
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


def attributes(shop: Shop, value: Any, *, with_markup: bool = False) -> tuple[list[Json], list[int]]:
    """Attributes as stored, and the ids of the terms that they have. The names of a product's own may keep markup."""
    found: list[Json] = []
    for item in elements(value):
        if not is_map(item):
            continue
        options = item.get("options")
        names = [text.scalar_text(o) for o in (options if is_list(options) else str(options or "").split("|"))]
        shared = shop.state.get("products.attributes", schema.to_int(item.get("id"))) if item.get("id") else None
        names = _own(names) if shared is None else [name for one in names if (name := text.line(one))]
        if shared is not None:
            docs = [_terms(shop).named(shared["id"], name, make=True) for name in names]
            terms = sorted((doc for doc in docs if doc), key=_ORDERS.get(str(shared["order_by"]), _by_name))
            names = list(dict.fromkeys(term["name"] for term in terms))
            if not names:
                continue
            head = {"id": shared["id"], "name": shared["name"], "slug": shared["slug"]}
        elif item.get("name") and not item.get("id") and options is not None:
            name = text.scalar_text(item["name"])
            name = name if with_markup else text.line(name)
            head = {"id": 0, "name": name, "slug": name}
        else:
            continue
        place = abs(schema.to_int(item.get("position")))
        flags = {name: schema.to_bool(item.get(name, False)) for name in ("visible", "variation")}
        found.append({**head, "position": place, **flags, "options": names})
    found.sort(key=lambda attribute: attribute["position"])
    return found, term_ids(shop, found)


def _own(names: list[str]) -> list[str]:
    """Options of a product's own attribute, as they are read back: markup stays, entities do not, a bar parts two.

    Of none, an empty one is read.
    """
    decoded = _ENTITY.sub(lambda match: html.unescape(match[0]), "|".join(names))
    return [name for one in decoded.split("|") if (name := one.strip())] or [""]


def term_ids(shop: Shop, found: list[Json]) -> list[int]:
    """The terms of a product's attributes."""
    docs = (_terms(shop).named(a["id"], option) for a in found if a.get("id") for option in a.get("options") or ())
    return [doc["id"] for doc in docs if doc is not None]


def key_of(attribute: Json) -> str:
    """An attribute's name in addresses: `pa_color`, or `logo` for one of a product's own."""
    own = not attribute.get("id") or not attribute.get("slug")
    return text.slug(str(attribute.get("name") or "")) if own else str(attribute["slug"])


def default(shop: Shop, choice: Json) -> str:
    """What a product begins with, as it is told: a term by its slug, an option of the product's own by its text."""
    return text.slug(option_key(shop, choice)) if choice.get("id") else str(choice.get("option") or "")


def chosen(parent: Doc, variation: Doc) -> list[Json]:
    """A variation's options for the attributes by which its product varies now; others are kept and not seen."""
    axes = [attribute for attribute in elements(parent.get("attributes")) if attribute.get("variation")]
    choices = elements(variation.get("attributes"))
    return [choice for axis in axes for choice in choices if _is_of(choice, axis)]


def _is_of(choice: Json, axis: Json) -> bool:
    """Whether an option is one of an attribute, which older stores name by its number only."""
    return choice["slug"] == key_of(axis) or (bool(axis.get("id")) and choice.get("id") == axis["id"])


def title(parent: Doc, variation: Doc) -> str:
    """`T-Shirt - Blue, L`; only the product's name where its variations differ by three or more attributes.

    So it is where they differ by more than one and the name of one has several words.
    """
    name = str(parent.get("name") or "")
    keys = {key_of(a) for a in elements(parent.get("attributes")) if is_map(a) and a.get("variation")}
    if len(keys) > 2 or (len(keys) == 2 and any("-" in key for key in keys)):
        return name
    picked = ", ".join(str(a["option"]) for a in chosen(parent, variation) if a.get("option"))
    return f"{name} - {picked}" if picked else name


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

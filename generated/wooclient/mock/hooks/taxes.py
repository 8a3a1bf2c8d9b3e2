"""Tax rates, with the places they are for, and tax classes."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from .. import lists, money, older, params, schema, text
from ..call import Call
from ..description import Json
from ..errors import Crashed, Refused
from ..kinds import is_list, is_map
from ..resource import Resource
from ..state import Doc, Indexed, Keys, Query, State, facet_order
from .named import Named

#: The name of the first place of a list, which older programs read.
_PLACES = {"postcodes": "postcode", "cities": "city"}


#: What stands in the table of rates, and how wide its columns are. Places have a table of their own.
_COLUMNS = ("country", "state", "rate", "name", "priority", "compound", "shipping", "order", "class")
_LONGEST_PLACE = 200
_WIDTHS = {"country": 2, "state": 200, "rate": 8, "name": 200, "class": 200}
#: What WooCommerce drops from such a list: everywhere needs no place.
_NOWHERE = ("", "0", "*")


def _place(word: Any) -> str:
    """A place as it is kept; an ellipsis in a range of postcodes is three dots."""
    return text.upper(text.line(text.scalar_text(word)).replace("\u2026", "..."))[:_LONGEST_PLACE]


_IN_PATH = re.compile(r"\w[\w\s-]*", re.ASCII)


def _joined(places: Any) -> str:
    """A list of places as WooCommerce hands it on: one text. Of what is no list, which a batch can send, it dies."""
    if not is_list(places):
        raise Crashed("These are a list.")
    return ";".join(map(text.scalar_text, places))


def _fits(doc: Doc, column: str) -> bool:
    return len(str(doc.get(column) or "")) <= _WIDTHS[column]


def class_slugs(state: State) -> Keys:
    """The slugs of all tax classes; the standard one is always among them."""
    return list(dict.fromkeys(["standard", *state.select(Query("taxes.classes"))]))


class Taxes(Resource):
    """Tax rates."""

    exists = "woocommerce_rest_tax_exists"
    numbers_by_offset = True
    default_order = "order"
    filters: ClassVar[lists.Filters] = {"class": lists.facet("class")}
    orders: ClassVar[lists.Orders] = {"order": ("d.position",), "priority": (facet_order("priority"),)}

    def refuses_trash_first(self) -> bool:
        """Also of what is not there."""
        return True

    def stricter(self, name: str) -> Json:
        """Only classes of this store."""
        return {"enum": class_slugs(self.state)} if name == "class" else {}

    def select(self, query: Query, call: Call) -> Keys:
        """Among equals the oldest comes first, in either direction."""
        query.order = [*query.order, "d.id"]
        return super().select(query, call)

    def blank(self, call: Call) -> Doc:
        """A rate of the standard class, for all the world."""
        return {**super().blank(call), "rate": "", "class": "standard"}

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """Places as lists win over the single ones."""
        before = {name: doc.get(name) for name in _COLUMNS}
        super().change(call, doc, new=new)
        if not all(_fits(doc, name) for name in _WIDTHS):
            # The database takes all of a change or nothing.
            doc.update(before)
        for many, one in _PLACES.items():
            given = _joined(call.get(many)) if call.gave(many) else call.get(one) if call.gave(one) else None
            if text.filled(given):
                words = given if is_list(given) else text.scalar_text(given).split(";")
                doc[many] = [place for word in words if (place := _place(word)) not in _NOWHERE]

    def set_postcodes(self, call: Call, doc: Doc, value: Any) -> None:
        """`change` reads it, together with `postcode`."""

    set_postcode = set_cities = set_city = set_postcodes

    def set_rate(self, call: Call, doc: Doc, value: Any) -> None:
        """Four decimals, always; PHP reads a number as far as it is one."""
        number = re.match(r"\s*[+-]?(\d+\.?\d*|\.\d+)", text.scalar_text(value))
        doc["rate"] = money.fixed(number[0] if number else 0, 4)

    def set_order(self, call: Call, doc: Doc, value: Any) -> None:
        """A number without its sign."""
        doc["order"] = abs(schema.to_int(value))

    def set_priority(self, call: Call, doc: Doc, value: Any) -> None:
        """A number without its sign."""
        doc["priority"] = abs(schema.to_int(value))

    def set_compound(self, call: Call, doc: Doc, value: Any) -> None:
        """A number other than 0 is yes. A batch can send words, which are no numbers."""
        doc["compound"] = schema.to_int(value) != 0

    def set_shipping(self, call: Call, doc: Doc, value: Any) -> None:
        """A number other than 0 is yes. A batch can send words, which are no numbers."""
        doc["shipping"] = schema.to_int(value) != 0

    def set_country(self, call: Call, doc: Doc, value: Any) -> None:
        """`*` is everywhere."""
        code = text.upper(text.line(text.scalar_text(value)))
        doc["country"] = "" if code == "*" else code

    def set_state(self, call: Call, doc: Doc, value: Any) -> None:
        """Letters and digits of ASCII, and nothing else: `*` is everywhere."""
        doc["state"] = re.sub(r"[^a-z0-9_-]", "", text.line(text.scalar_text(value)).lower()).upper()

    def set_name(self, call: Call, doc: Doc, value: Any) -> None:
        """A rate that is given an empty name is called by a word for all of them."""
        doc["name"] = text.line(text.single_text(value))
        doc["name"] = text.filled(doc["name"], "Tax")

    def set_class(self, call: Call, doc: Doc, value: Any) -> None:
        """A class that does not exist is the standard one in a batch, and refused elsewhere."""
        if is_list(value) or is_map(value):
            raise Crashed("A tax class is a text.")
        slug = text.slug(text.scalar_text(value))
        if not call.in_batch and not self.state.has("taxes.classes", text.scalar_text(value)):
            raise params.refused({"class": schema.Invalid("rest_not_in_enum", "class must be a tax class.")})
        doc["class"] = slug if self.state.has("taxes.classes", slug) else "standard"

    def facets(self, doc: Doc) -> list[tuple[str, Any]]:
        """Class and priority."""
        return [("class", doc.get("class") or "standard"), ("priority", doc.get("priority") or 0)]

    def index(self, doc: Doc) -> Indexed:
        """Sorted by `order`."""
        found = super().index(doc)
        found.position = int(doc.get("order") or 0)
        return found

    def show(self, call: Call, doc: Doc) -> Json:
        """The single places are the last ones of their lists."""
        shown = super().show(call, doc)
        for many, one in _PLACES.items():
            shown[one] = shown[many][-1] if shown.get(many) else ""
        return shown


class TaxClasses(Named):
    """Tax classes: a name and a slug. The standard class is always there."""

    key = "slug"
    #: By name, the standard class first.
    orders: ClassVar[lists.Orders] = {"id": ("d.slug != 'standard'", "d.title COLLATE store")}

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """The name must be there, and be no other class's."""
        name = text.line(text.scalar_text(call.get("name")))
        if not text.filled(name):
            raise Refused(400, "woocommerce_rest_tax_class_invalid_name", "A tax class needs a name.")
        others = self.state.all(self.kind)
        if any(other["name"] == name for other in others if other["slug"] != "standard"):
            raise Refused(400, "woocommerce_rest_tax_class_exists", "Another tax class has this name.")
        slug = text.slug(text.scalar_text(call.get("slug")) or name)
        if not slug:
            raise Refused(400, "woocommerce_rest_tax_class_slug_invalid", "No slug can be made of this name.")
        if self.state.has(self.kind, slug):
            raise Refused(400, "woocommerce_rest_tax_class_slug_exists", "Another tax class has this slug.")
        doc["name"], doc["slug"] = name, slug
        self.place(doc)

    def may(self, call: Call) -> None:
        """The path of one takes letters and digits of ASCII only: there is none to classes with other slugs."""
        if not _IN_PATH.fullmatch(str(call.path.get(self.key, "standard"))):
            raise Refused(404, "rest_no_route", "There is no route for this path and method.")
        super().may(call)

    def new_key(self, doc: Doc) -> str:
        """The slug that the name gave."""
        return str(doc["slug"])

    def get(self, call: Call) -> Any:
        """WooCommerce answers a list here, with one class in it; older releases an empty one if there is none."""
        is_there = self.state.has(self.kind, self.call_key(call))
        if not is_there and older.does(call.operation, self.shop.release, self.missing(call).code):
            return []
        return [super().get(call)]

    def refuses_trash_first(self) -> bool:
        """Also of classes that do not exist."""
        return True

    def guard_delete(self, call: Call, doc: Doc) -> None:
        """The standard class stays."""
        if doc["slug"] == "standard":
            raise self.missing(call)

    def discard(self, call: Call, doc: Doc) -> None:
        """Its rates go with it, and products that were taxed by it are taxed as usual."""
        super().discard(call, doc)
        for kind in ("products", "products.variations"):
            products = self.shop.resource(kind)
            for product in self.state.all(kind):
                if product.get("tax_class") == doc["slug"]:
                    products.save({**product, "tax_class": ""})
        rates = self.shop.resource("taxes")
        for rate in self.state.all("taxes"):
            if rate.get("class") == doc["slug"]:
                rates.discard(call, rate)

    def links(self, call: Call, doc: Doc) -> Json:
        """The list only."""
        return {"collection": super().links(call, doc)["collection"]}

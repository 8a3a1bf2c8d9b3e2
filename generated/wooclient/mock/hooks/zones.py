"""Shipping zones, the places that they cover, and the methods in them."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from .. import lists, params, schema, text
from ..call import Call
from ..description import Json
from ..errors import Refused
from ..kinds import is_map
from ..resource import Resource
from ..state import Doc, Indexed, Key
from . import fields
from .named import Named

#: Where places are known by name.
_DATA = {"continent": "continents", "country": "countries"}
_PLACES = ("postcode", "state", "country", "continent")
_PLACE: dict[str, Json] = {"code": {"type": "string"}, "type": {"type": "string", "enum": list(_PLACES)}}
#: The zone of all that no other covers.
REST = 0
_TEXTS = ("id", "label", "description", "value", "default", "tip", "placeholder")
_TYPES = ["text", "email", "number", "color", "password", "textarea", "select", "multiselect", "radio", "image_width"]
#: What WooCommerce checks settings of methods as.
_SETTING: Json = {
    "type": "object",
    "properties": {
        **{name: {"type": "string"} for name in _TEXTS},
        "type": {"type": "string", "enum": [*_TYPES, "checkbox"]},
    },
}
#: Fields of a flat rate that are there only beside shipping classes.
_OF_CLASSES = re.compile("class_costs|class_cost_[0-9]+|no_class_cost|type")


def _put(call: Call, doc: Doc) -> None:
    """The place among others: a number without its sign, and null is the first."""
    if "order" in call.sent:
        doc["order"] = abs(schema.to_int(call.params["order"]))


class Zones(Resource):
    """Shipping zones. Zone 0 is always there and never changes."""

    orders: ClassVar[lists.Orders] = {"id": ("d.id != 0", "d.position", "d.id")}

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """The zone of all that no other covers stays as it is."""
        if not new and doc["id"] == REST:
            raise Refused(403, "woocommerce_rest_shipping_zone_invalid_zone", "This zone cannot be changed.")
        super().change(call, doc, new=new)
        doc["name"] = text.filled(text.line(doc["name"])) or self._covered(doc)
        _put(call, doc)

    def _covered(self, doc: Doc) -> str:
        """The places of a zone, which is called after them if it has no name."""
        places = self.state.all("shipping.zones.locations", doc["id"]) if doc.get("id") else []
        names: list[str] = []
        for place in sorted(places, key=lambda place: int(place["_place"])):
            known = self.state.get(f"data.{_DATA.get(place['type'], '')}", place["code"]) or {}
            names.append(str(known.get("name") or place["code"]))
        return ", ".join(names) or "Everywhere"

    def index(self, doc: Doc) -> Indexed:
        """Sorted by `order`."""
        found = super().index(doc)
        found.position = int(doc.get("order") or 0)
        return found

    def discard(self, call: Call, doc: Doc) -> None:
        """What belongs to it goes with it; zone 0 stays as it is, though the answer says otherwise."""
        if doc["id"] == REST:
            return
        for kind in ("shipping.zones.locations", "shipping.zones.methods"):
            below = self.shop.resource(kind)
            for inner in self.state.all(kind, doc["id"]):
                self.state.remove(kind, below.doc_key(inner))
        super().discard(call, doc)

    def links(self, call: Call, doc: Doc) -> Json:
        """Where its places are, too."""
        places = self.shop.rest_url(call.description, f"/shipping/zones/{doc['id']}/locations")
        return {**super().links(call, doc), "describedby": [{"href": places}]}


class Locations(Named):
    """The places of a zone: a list that is replaced as a whole."""

    key = "_key"
    undeclared = frozenset(_PLACE)

    def parent_key(self, path: Json) -> Key | None:
        """Its route calls the zone `id`."""
        return path.get("id", super().parent_key(path))

    def list(self, call: Call) -> Any:
        """All places, in the order in which they were given."""
        if not self.parent_exists(call):
            raise self.missing(call)
        places = self.state.all(self.kind, self.parent_key(call.path))
        if self.shop.since(9, 9):  # also where the list answers a change
            lists.headers(call, len(places), 1 if places else 0, 1)
        return [self.render(call, place) for place in sorted(places, key=lambda place: place["_place"])]

    def update(self, call: Call) -> Any:
        """These places instead of the old ones; kinds of places that there are not are passed over."""
        zone = self.parent_key(call.path)
        self._check_place(call)
        if not self.parent_exists(call):
            raise self.missing(call)
        if zone == REST:
            code = "woocommerce_rest_shipping_zone_locations_invalid_zone"
            raise Refused(403, code, "This zone has no places of its own.")
        for old in self.state.all(self.kind, zone):
            self.state.remove(self.kind, self.doc_key(old))
        for given in call.items or []:
            if is_map(given) and given.get("code") and (given.get("type") or "country") in _PLACES:
                self._add(zone, text.line(text.scalar_text(given["code"])), given.get("type") or "country")
        return self.list(call)

    def _check_place(self, call: Call) -> None:
        """WordPress checks a body as if it were one place, though the store reads a list of them."""
        wrong: dict[str, schema.Invalid] = {}
        for name, part in _PLACE.items():
            if name in call.sent and call.params.get(name) is not None:
                try:
                    schema.check(call.description, part, name, call.params[name])
                except schema.Invalid as refusal:
                    wrong[name] = refusal
        if wrong:
            raise params.refused(wrong)

    def _add(self, zone: Key | None, code: str, kind: str) -> None:
        doc: Doc = {"code": code, "type": kind, "_parent": zone, "_key": f"{kind}:{code}"}
        self.place(doc)
        self.save(doc)

    def seed(self, value: Any, path: Json) -> None:
        """Places have no ids: their kind and code tell them apart."""
        for given in value:
            self._add(path["id"], given["code"], given["type"])

    def links(self, call: Call, doc: Doc) -> Json:
        """The list, and the zone that it describes."""
        zone = self.shop.rest_url(call.description, f"/shipping/zones/{doc['_parent']}")
        return {"collection": [{"href": f"{zone}/locations"}], "describes": [{"href": zone}]}


class ZoneMethods(Resource):
    """The shipping methods of a zone, each with its settings."""

    key = "instance_id"
    orders: ClassVar[lists.Orders] = {"id": ("d.position", "d.id")}

    def parent_key(self, path: Json) -> Key | None:
        """The zone."""
        return path.get("zone_id")

    def new_key(self, doc: Doc) -> Key:
        """`id` and `instance_id` are the same."""
        doc["id"] = super().new_key(doc)
        return int(doc["id"])

    def create(self, call: Call) -> Any:
        """WooCommerce answers 200 here, and names no `Location`."""
        if not self.parent_exists(call):
            raise self.missing(call)
        shown = super().create(call)
        call.headers.pop("Location", None)
        return shown

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """A method that the store has; its settings are checked before anything changes."""
        if new:
            self._begin(doc, text.scalar_text(call.get("method_id")))
        title = doc["settings"].get("title", {}).get("value")
        if call.get("settings") is not None:
            filled = fields.filled(self._form_of(doc), call.get("settings"))
            doc["settings"] = {**doc["settings"], **{n: f for n, f in filled.items() if f["value"] is not None}}
            doc["_saved"] = True
        super().change(call, doc, new=new)
        _put(call, doc)
        # The answer to a change still has the old title: WooCommerce read it before.
        call.params["_title"] = title

    def _begin(self, doc: Doc, method: str) -> None:
        kind = method_of(self.shop.resource("shipping.methods"), method)
        if kind is None:
            raise Refused(500, "woocommerce_rest_shipping_zone_not_created", "The store has no such shipping method.")
        twins = self.state.all(self.kind)
        described = next((t for t in twins if t["method_id"] == method), None)
        doc.update(
            method_id=method,
            title=kind["title"],
            method_title=described["method_title"] if described else kind["title"],
            method_description=described["method_description"] if described else text.paragraphs(kind["description"]),
            enabled=True,
            order=sum(t["_parent"] == doc["_parent"] for t in twins) + 1,
            settings=self._form(method, described),
        )

    def _form(self, method: str, described: Doc | None) -> Json:
        """The form of a method: as another of its kind has it, or the usual one."""
        if described is None:
            return {
                f["id"]: {**f, "value": _BEGIN.get((method, f["id"]), f["default"])} for f in _FORMS.get(method, [])
            }
        form = {name: dict(field) for name, field in described["settings"].items()}
        for name, field in form.items():
            nothing: Any = [] if field["type"] == "multiselect" else ""
            field["value"] = _BEGIN.get((method, name), field["default"] or nothing)
        return form

    def looser(self, name: str) -> Json:
        """The kind can be anything at first. Settings are checked as if they were the fields of one setting."""
        return {"method_id": {"type": "mixed"}, "settings": _SETTING}.get(name, {})

    def set_settings(self, call: Call, doc: Doc, value: Any) -> None:
        """`change` has done it."""

    def set_method_id(self, call: Call, doc: Doc, value: Any) -> None:
        """Only when it is made."""

    def show(self, call: Call, doc: Doc) -> Json:
        """The title is one of the settings."""
        shown = super().show(call, doc)
        shown["settings"] = self._form_of(doc)
        title = call.params.get("_title") or shown["settings"].get("title", {}).get("value")
        shown["title"] = title or shown["title"]
        return shown

    def _form_of(self, doc: Doc) -> Json:
        """The fields that a method has now, which for a flat rate depend on the shipping classes that there are now.

        What came after its settings were saved has no value.
        """
        if doc["method_id"] != "flat_rate":
            return dict(doc["settings"])
        always = {name: field for name, field in doc["settings"].items() if not _OF_CLASSES.fullmatch(name)}
        form = {field["id"]: field for field in self._by_class()}
        nothing = {"value": None} if doc.get("_saved") else {}
        return {**always, **{name: doc["settings"].get(name, {**form[name], **nothing}) for name in form}}

    def _by_class(self) -> list[Json]:
        """A price for each shipping class, as long as there are any."""
        classes = sorted(self.state.all("products.shipping_classes"), key=lambda c: str(c["name"]).lower())
        if not classes:
            return []
        form = [fields.field("class_costs", "By shipping class", "title")]
        form += [fields.field(f"class_cost_{c['id']}", f"Price for “{c['name']}”") for c in classes]
        form += [
            fields.field("no_class_cost", "Price without a class"),
            fields.field(
                "type", "How prices add up", "select", "class", {"class": "Each class", "order": "The highest"}
            ),
        ]
        return form

    def links(self, call: Call, doc: Doc) -> Json:
        """The zone, too."""
        zone = self.shop.rest_url(call.description, f"/shipping/zones/{doc['_parent']}")
        return {**super().links(call, doc), "describes": [{"href": zone}]}


class Methods(Named):
    """The kinds of shipping that the store has."""

    def list(self, call: Call) -> Any:
        """All of them."""
        found = [self.render(call, doc) for doc in methods(self)]
        lists.headers(call, len(found), 1 if found else 0, 1)
        return found

    def get(self, call: Call) -> Any:
        """One of them; not all are in the memory."""
        return self.render(call, self.wanted(call))

    def wanted(self, call: Call) -> Doc:
        """One of them."""
        doc = method_of(self, str(call.params["id"]))
        if doc is None:
            raise self.missing(call)
        return doc


def methods(resource: Resource) -> list[Doc]:
    """What the seed says of shipping methods, itself or by those that stand in zones, completed by the usual ones."""
    told = {
        doc["method_id"]: {
            "id": doc["method_id"], "title": doc["method_title"], "description": text.line(doc["method_description"]),
        }
        for doc in resource.state.all("shipping.zones.methods")
    }  # fmt: skip
    known = {doc["id"]: doc for doc in resource.state.all("shipping.methods")}
    return list({**{doc["id"]: doc for doc in _USUAL}, **told, **known}.values())


def method_of(resource: Resource, method: str) -> Doc | None:
    """A shipping method by its id."""
    return next((doc for doc in methods(resource) if doc["id"] == method), None)


_USUAL: tuple[Doc, ...] = (
    {"id": "flat_rate", "title": "Flat rate", "description": "One price for all parcels."},
    {"id": "free_shipping", "title": "Free shipping", "description": "No charge, for all or from a sum on."},
    {"id": "local_pickup", "title": "Local pickup", "description": "Customers fetch what they bought."},
    {
        "id": "pickup_location",
        "title": "Local pickup",
        "description": "Customers choose where they fetch what they bought.",
    },
)
#: Fields that begin with a value which, being nothing to PHP, does not show as their default.
_BEGIN = {("flat_rate", "cost"): "0", ("free_shipping", "min_amount"): "0"}
_REQUIRED = {
    "": "Nothing", "coupon": "A coupon", "min_amount": "A sum", "either": "A sum or a coupon",
    "both": "A sum and a coupon",
}  # fmt: skip
_TAXED = {"taxable": "Taxed", "none": "Not taxed"}
_FORMS: dict[str, list[Json]] = {
    "flat_rate": [
        fields.field("title", "Name", default="Flat rate"),
        fields.field("tax_status", "Taxed", "select", "taxable", _TAXED),
        fields.field("cost", "Price"),
    ],
    "free_shipping": [
        fields.field("title", "Name", default="Free shipping"),
        fields.field("requires", "Needs", "select", "", _REQUIRED),
        fields.field("min_amount", "Least sum"),
        fields.field("ignore_discounts", "Before discounts", "checkbox", "no"),
    ],
    "local_pickup": [
        fields.field("title", "Name", default="Local pickup"),
        fields.field("tax_status", "Taxed", "select", "taxable", _TAXED),
        fields.field("cost", "Price"),
    ],
}

"""Continents, countries and currencies, as the seed has them. They are known by their codes, in any letter case."""

from __future__ import annotations

from typing import Any

from ..call import Call
from ..description import Json
from ..errors import Refused
from ..state import Doc, Key
from .named import Named

#: What there is below `/data`, should the seed not say.
_PARTS = {
    "continents": "Continents with their countries and states.",
    "countries": "Countries with their states.",
    "currencies": "Currencies and their symbols.",
}


class Index(Named):
    """What there is below `/data`."""

    key = "slug"

    def list(self, call: Call) -> Any:
        """Three lists."""
        known = {doc["slug"]: doc for doc in self.state.all(self.kind)}
        docs = [known.get(slug, {"slug": slug, "description": text}) for slug, text in _PARTS.items()]
        return [self.render(call, doc) for doc in docs]

    def links(self, call: Call, doc: Doc) -> Json:
        """The list itself, and this one."""
        home = self.shop.rest_url(call.description, "/data")
        itself = {"href": f"{home}/{doc['slug']}", "targetHints": {"allow": ["GET"]}}
        return {"self": [itself], "collection": [{"href": home}]}


class Places(Named):
    """Continents and countries: their addresses have codes in small letters."""

    key = "code"

    def call_key(self, call: Call) -> Key:
        """In any letter case."""
        return str(super().call_key(call)).upper()

    def links(self, call: Call, doc: Doc) -> Json:
        """In small letters."""
        return super().links(call, {**doc, "code": str(doc["code"]).lower()})


class Currencies(Named):
    """Currencies; `current` is the shop's."""

    key = "code"

    def call_key(self, call: Call) -> Key:
        """In any letter case."""
        return str(super().call_key(call)).upper()

    def current(self, call: Call) -> Any:
        """The shop's currency."""
        doc = self.state.get(self.kind, self.shop.currency)
        if doc is None:
            raise Refused(404, "woocommerce_rest_data_invalid_currency", "The shop's currency is not in the list.")
        return self.render(call, doc)

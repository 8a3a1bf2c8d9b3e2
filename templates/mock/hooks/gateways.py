"""Payment gateways: they are there, and can be switched on and off, named, and set up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .. import lists, schema, text
from ..call import Call
from ..description import Json
from ..kinds import members
from ..state import Doc
from . import fields
from .named import Named


class Gateways(Named):
    """Ways to pay."""

    def list(self, call: Call) -> Any:
        """In their order, those last that have none."""
        found = [self.render(call, doc) for doc in self._seen()]
        lists.headers(call, len(found), 1, 1)
        return found

    def wanted(self, call: Call) -> Doc:
        """One that is seen."""
        doc = super().wanted(call)
        if all(other["id"] != doc["id"] for other in self._seen()):
            raise self.missing(call)
        return doc

    def _seen(self) -> Sequence[Doc]:
        """Where two gateways have the same order, WooCommerce sees the last one alone."""
        docs = sorted(self.state.all(self.kind), key=lambda doc: int(doc.get("_place", 0)))
        places = {(0, doc["order"]) if isinstance(doc.get("order"), int) else (1, i): doc for i, doc in enumerate(docs)}
        return [doc for _, doc in sorted(places.items(), key=lambda pair: pair[0])]

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """Settings are checked before anything changes; the title is one of them."""
        doc["settings"] = fields.filled(doc["settings"], call.get("settings"))
        for setting in doc["settings"].values():
            # What is nothing to PHP goes out as an empty text.
            setting["value"] = setting["value"] if setting["value"] not in ([], "0") else ""
        super().change(call, doc, new=new)
        if not call.gave("title"):
            # The title stands among the settings too.
            doc["title"] = doc["settings"].get("title", {}).get("value") or doc["title"]

    def show(self, call: Call, doc: Doc) -> Json:
        """Which shipping methods one can choose from, the zones tell."""
        shown = super().show(call, doc)
        field = shown["settings"].get("enable_for_methods")
        if field is not None:
            options = self._methods(members(field.get("options")))
            shown["settings"] = {**shown["settings"], "enable_for_methods": {**field, "options": options}}
        return shown

    def _methods(self, kinds: Json) -> Json:
        """The kinds of shipping, below each those of zones, zone 0 last; as they are seeded where no zone is known."""
        if not self.state.last_id(self.shop.resource("shipping.zones.methods").counter):
            return kinds
        found: Json = {
            title: {k: v for k, v in members(any_of).items() if ":" not in k} for title, any_of in kinds.items()
        }
        zones = {doc["id"]: doc for doc in self.state.all("shipping.zones")}
        methods = sorted(self.state.all("shipping.zones.methods"), key=lambda m: (m["_parent"] == 0, m["order"]))
        for method in methods:
            # Two kinds may have one title: the last of them is the one that counts.
            for one in (one for one in found.values() if method["method_id"] in one):
                zone = zones[method["_parent"]]["name"] if method["_parent"] else "Other locations"
                title = method["settings"].get("title", {}).get("value") or method["title"]
                one[f"{method['method_id']}:{method['id']}"] = f"{zone} &ndash; {title} (#{method['id']})"
        return found

    def set_settings(self, call: Call, doc: Doc, value: Any) -> None:
        """`change` has done it."""

    def set_title(self, call: Call, doc: Doc, value: Any) -> None:
        """The title stands among the settings too."""
        doc["title"] = self._cleaned(value)
        if "title" in doc["settings"]:
            doc["settings"]["title"]["value"] = doc["title"]

    def set_description(self, call: Call, doc: Doc, value: Any) -> None:
        """What customers read of it."""
        doc["description"] = self._cleaned(value)

    def _cleaned(self, value: Any) -> str:
        """A text as it came; since WooCommerce 10.5 as settings are."""
        found: str = fields.checked({}, value) if self.shop.since(10, 5) else text.scalar_text(value)
        return found

    def set_order(self, call: Call, doc: Doc, value: Any) -> None:
        """Never below nothing. Until it is set, it is an empty text."""
        doc["order"] = abs(schema.to_int(value))

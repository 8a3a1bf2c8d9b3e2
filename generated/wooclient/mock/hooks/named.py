"""Things that are known by a word and stand in the shop's own order: gateways, settings, countries and their like."""

from __future__ import annotations

from typing import ClassVar

from .. import lists
from ..resource import Resource
from ..state import Doc, Indexed


class Named(Resource):
    """A kind whose lists keep the order in which the things came to be known."""

    orders: ClassVar[lists.Orders] = {"id": ("d.position", "d.rowid")}

    def adopt(self, doc: Doc) -> None:
        """Remember the place."""
        self.place(doc)

    def place(self, doc: Doc) -> None:
        """Put a document behind all others of its kind, unless it has its place."""
        if "_place" not in doc:
            doc["_place"] = self.state.next_id(f"places of {self.kind}")

    def index(self, doc: Doc) -> Indexed:
        """The place decides where it stands."""
        found = super().index(doc)
        found.position = int(doc.get("_place", 0))
        return found

"""Settings in wc/v2: without those that choose a page, and without the group that an option is in."""

from __future__ import annotations

from ...call import Call
from ...description import Json
from ...state import Doc, Query
from .. import settings

_PAGE = "_page_id"


class Groups(settings.Groups):
    """Groups of settings."""

    undeclared = frozenset({"context"})

    def show(self, call: Call, doc: Doc) -> Json:
        """Nothing of them is meant to be edited, so there is nothing to see in that context."""
        return {} if call.edit else super().show(call, doc)


class Options(settings.Options):
    """Settings."""

    def wanted(self, call: Call) -> Doc:
        """Settings that choose a page are not known here."""
        doc = super().wanted(call)
        if str(doc["id"]).endswith(_PAGE):
            raise self.missing(call)
        return doc

    def narrow(self, query: Query, call: Call) -> None:
        """Without settings that choose a page."""
        super().narrow(query, call)
        query.add("json_extract(d.body, '$.id') NOT LIKE ? ESCAPE '\\'", "%" + _PAGE.replace("_", "\\_"))

    def render(self, call: Call, doc: Doc) -> Json:
        """Without the group."""
        return {name: value for name, value in super().render(call, doc).items() if name != "group_id"}

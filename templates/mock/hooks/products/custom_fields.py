"""The names of custom fields that products have."""

from __future__ import annotations

from ... import lists
from ...call import Call
from ...resource import Resource
from ...state import Query


class CustomFields(Resource):
    """The names of meta data that products have."""

    def names(self, call: Call) -> list[str]:
        """One page of them; those that start with a line below are private."""
        sql = "SELECT DISTINCT value FROM facets WHERE kind = 'products' AND name = 'meta'"
        found = {str(row[0]) for row in self.state.db.execute(sql)}
        if self.state.count(Query("products")):
            found.add("total_sales")
        search = str(call.get("search") or "").strip().lower()
        known = sorted(name for name in found if not name.startswith("_") and search in name.lower())
        if str(call.get("order")).lower() == "desc":
            known.reverse()
        size, number = int(call.get("per_page") or 10), int(call.get("page") or 1)
        lists.headers(call, len(known), -(-len(known) // size), number)
        return known[(number - 1) * size : number * size]

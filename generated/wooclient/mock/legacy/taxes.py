"""Tax rates and tax classes of the legacy API. Only v3 has them."""

from __future__ import annotations

import math
from typing import Any, ClassVar

from .. import text
from ..description import Json
from ..errors import Refused
from ..kinds import members
from ..schema import to_int
from ..state import Doc, Query
from . import lists
from .call import LegacyCall
from .resource import LegacyResource

_TEXTS = ("country", "state", "postcode", "city", "rate", "name")
_FIELDS = (
    "id", "country", "state", "postcode", "city", "rate", "name", "priority", "compound", "shipping", "order", "class",
)  # fmt: skip


class Taxes(LegacyResource):
    """Tax rates."""

    kind = "taxes"
    one = "tax"
    many = "taxes"

    def count(self, call: LegacyCall) -> Any:
        """How many there are."""
        call.fill_filter()
        return super().count(call)

    def created(self, call: LegacyCall, data: Json) -> Json:
        """A new rate; of one that the database did not take, that it is not there."""
        number = self.run("create", self.changes(call, data, None))["id"]
        call.status = 201
        return self.shown(call, self.wanted(number))

    def delete(self, call: LegacyCall) -> Any:
        """Rates have no trash; one that does not exist is a 401."""
        if not self.state.has(self.kind, call.id):
            raise Refused(401, "woocommerce_api_cannot_delete_tax", "There is no such tax rate to delete.")
        self.run("delete", {"force": True}, call.id)
        return {"message": "Deleted tax"}

    def changes(self, call: LegacyCall, data: Json, doc: Doc | None) -> Json:
        """The parameters of `wc/v3`. Places are taken over only if there are any; a new rate has a name and a rate."""
        given = {name: value for name, value in data.items() if value is not None}
        found: Json = {name: text.scalar_text(given[name]) for name in _TEXTS if name in given}
        for name in ("postcode", "city"):
            if not found.get(name):
                found.pop(name, None)
        found |= {name: to_int(given[name]) for name in ("priority", "order") if name in given}
        found |= {name: bool(given[name]) for name in ("compound", "shipping") if name in given}
        if "class" in given:
            slug = text.slug(text.scalar_text(given["class"]))
            found["class"] = slug if self.state.has("taxes.classes", slug) else "standard"
        return found if doc is not None else {"rate": "", "name": "", "priority": 1, "shipping": True, **found}

    def show(self, call: LegacyCall, doc: Doc) -> Json:
        """A rate in legacy form: without its lists of places."""
        seen = self.seen(doc)
        return {name: seen[name] for name in _FIELDS}

    def select(self, call: LegacyCall) -> Query:
        """Rates of all classes or of one, in their order."""
        query = Query(self.kind)
        wanted = call.query.get("class") or call.filter.get("tax_rate_class")
        if wanted:
            query.facet("class", [text.slug(str(wanted)) or "standard"])
        query.order = ["d.position ASC", "d.id ASC"]
        return query

    def page(self, call: LegacyCall) -> lists.Page:
        """The first page: this list knows how many to answer, and no other page."""
        query = self.select(call)
        total, size = self.state.count(query), abs(to_int(call.filter.get("posts_per_page") or lists.PER_PAGE))
        query.limit = size or lists.PER_PAGE
        return lists.Page(self.state.select(query), total, math.ceil(total / query.limit), lone=query.limit > total)

    def wanted(self, number: int) -> int:
        """The id, if there is such a rate."""
        if not self.state.has(self.kind, number):
            raise Refused(404, "woocommerce_api_invalid_tax_id", "There is no such tax rate.")
        return number


class TaxClasses(LegacyResource):
    """Tax classes."""

    kind = "taxes.classes"
    one = "tax_class"
    many = "tax_classes"
    #: A refusal of a new class comes with status 200: the store sets none.
    codes: ClassVar = {
        f"woocommerce_rest_{code}": (200, f"woocommerce_api_{code}")
        for code in ("tax_class_exists", "tax_class_slug_exists", "tax_class_slug_invalid")
    }

    def list(self, call: LegacyCall) -> Any:
        """All of them."""
        standard, *others = (self._shown(doc) for doc in self.run("list", {}))
        # The store chooses fields of those only that the shop made.
        return {self.many: [standard, *(lists.chosen(other, call.fields) for other in others)]}

    def count(self, call: LegacyCall) -> Any:
        """How many there are."""
        return {"count": len(self.run("list", {}))}

    def create(self, call: LegacyCall) -> Any:
        """A new class."""
        name = text.scalar_text(self.given(call).get("name"))
        if not text.filled(name):
            raise Refused(400, "woocommerce_api_missing_tax_class_name", "A tax class needs a name.")
        made = self.run("create", {"name": name})
        return {self.one: {"name": made["name"], "slug": made["slug"]}}

    def delete(self, call: LegacyCall) -> Any:
        """A class deleted; the standard one stays, and one that does not exist is a 401."""
        slug = text.slug(str(call.path["slug"]))
        if slug == "standard" or not self.state.has(self.kind, slug):
            raise Refused(401, "woocommerce_api_cannot_delete_tax_class", "There is no such tax class to delete.")
        self.run("delete", {"force": True}, slug)
        return {"message": "Deleted tax_class"}

    def _shown(self, doc: Any) -> Json:
        return {name: members(doc)[name] for name in ("slug", "name")}

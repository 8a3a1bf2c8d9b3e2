"""Attributes and their terms. An attribute's slug is `pa_` and its name, and belongs to no other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from ... import schema, text
from ...batch import batch
from ...call import Call
from ...description import Json
from ...errors import Refused
from ...kinds import members
from ...resource import Resource
from ...state import Doc, Indexed, Key, Query
from .terms import Terms, guard_slug

#: The most signs that a slug may have.
LONGEST_SLUG = 28
#: Words that mean something else in WordPress's addresses.
RESERVED_SLUGS = frozenset({
    "attachment", "author", "category", "category_name", "day", "error", "feed", "hour", "m", "minute", "month", "name",
    "order", "orderby", "p", "page", "paged", "pagename", "post", "post_format", "post_type", "s", "search", "second",
    "sentence", "tag", "tag_id", "taxonomy", "term", "terms", "title", "type", "w", "year",
})  # fmt: skip


#: What a change that does not name them made of these before 9.1.
_WHEN_NOT_SENT = {"type": "select", "order_by": "menu_order", "has_archives": False}


def _number(doc: Doc) -> int:
    return int(doc["id"])


def _slug(words: str) -> str:
    return unquote(text.slug(unquote(words)))


class Attributes(Resource):
    """Attributes that all products share."""

    default_order = "slug"
    pages_of_none = 1

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """The slug follows the name wherever none is given."""
        guard_slug(call)
        if call.gave("name"):
            sent = text.scalar_text(call.get("name"))
            # Only a change is cleaned, and only by itself; to nothing it changes nothing.
            cleaned = sent if new or call.in_batch or call.plain else text.line(sent)
            doc["name"] = text.unslashed(text.filled(cleaned, "" if new else doc["name"]))
        given = str(call.get("slug") or "")
        if new and call.get("generate_slug") == "true":
            given = self._generated(str(doc.get("name") or ""))
        slug = _slug(given.removeprefix("pa_")) or _slug(str(doc.get("name") or ""))
        if not doc.get("name"):
            raise self.refused(new, "An attribute needs a name.")
        if len(slug.encode()) > LONGEST_SLUG:
            raise self.refused(new, f"A slug may have {LONGEST_SLUG} signs.")
        if slug in RESERVED_SLUGS:
            raise self.refused(new, "WordPress uses this slug itself.")
        holder = self.by_slug(f"pa_{slug}") if slug else None
        if holder is not None and holder != doc.get("id", 0):
            raise self.refused(new, "Another attribute has this slug.")
        if not new and not self.shop.since(9, 1):
            doc.update(_WHEN_NOT_SENT)
        super().change(call, doc, new=new)
        slug = f"pa_{slug}" if slug else ""
        if not new and doc["slug"] != slug:
            self._forget_places(doc["id"])
        doc["slug"] = slug

    def narrow(self, query: Query, call: Call) -> None:
        """One without a slug is made, and nobody finds it again."""
        query.one_of("slug", [""], negate=True)

    def wanted(self, call: Call) -> Doc:
        """Not one without a slug either, except by the legacy API."""
        found = super().wanted(call)
        if not found["slug"] and not call.plain:
            raise self.missing(call)
        return found

    def _generated(self, name: str) -> str:
        """A slug with the number behind it that follows that of the newest attribute whose slug begins so."""
        root = text.slug(name)
        slugs = [str(one["slug"]).removeprefix("pa_") for one in sorted(self.state.all(self.kind), key=_number)]
        like = [slug for slug in slugs if slug.startswith(root)]
        return f"{root}-{schema.to_int(like[-1].rpartition('-')[2]) + 1}" if like else root

    def _forget_places(self, number: int) -> None:
        """Places of terms are kept under the slug of their attribute."""
        for term in self.state.all("products.attributes.terms", number):
            self.shop.resource("products.attributes.terms").save({**term, "menu_order": 0})

    def allowed(self, call: Call, methods: Sequence[str]) -> Sequence[str]:
        """Nothing of an attribute that is not there."""
        there = not call.path or members(self.state.get(self.kind, self.call_key(call))).get("slug")
        return super().allowed(call, methods) if there else ()

    def refused(self, new: bool, message: str) -> Refused:
        """What the store says whatever is wrong with an attribute."""
        return Refused(400, f"woocommerce_rest_cannot_{'create' if new else 'edit'}", message)

    def by_slug(self, slug: str) -> Key | None:
        """Who has a slug."""
        query = Query(self.kind)
        query.one_of("slug", [slug])
        return next(iter(self.state.select(query)), None)

    def set_has_archives(self, call: Call, doc: Doc, value: Any) -> None:
        """Of something new only `true` itself; of a change a number too, and in a batch nobody makes one of a word."""
        doc["has_archives"] = value is True if not doc.get("id") else schema.to_int(value) != 0

    def set_type(self, call: Call, doc: Doc, value: Any) -> None:
        """One that the store has; in a batch others get this far."""
        known = ["select", *(one["type"] for one in self.state.all(self.kind))]
        doc["type"] = value if value in known else "select"

    def looser(self, name: str) -> Json:
        """Whether a slug is made is not checked."""
        return {"type": "mixed", "enum": []} if name == "generate_slug" else {}

    def links(self, call: Call, doc: Doc) -> Json:
        """Nothing can be done with an attribute that has no slug."""
        found = super().links(call, doc)
        if not doc["slug"]:
            found["self"] = [{"href": link["href"]} for link in found["self"]]
        return found

    def set_generate_slug(self, call: Call, doc: Doc, value: Any) -> None:
        """`change` did it."""

    def set_name(self, call: Call, doc: Doc, value: Any) -> None:
        """`change` did it."""

    set_slug = set_name

    def discard(self, call: Call, doc: Doc) -> None:
        """Its terms go too."""
        super().discard(call, doc)
        terms = self.shop.resource("products.attributes.terms")
        for term in self.state.all(terms.kind, doc["id"]):
            self.state.remove(terms.kind, term["id"])


class AttributeTerms(Terms):
    """Terms of an attribute."""

    def parent_exists(self, call: Call) -> bool:
        """An attribute without a slug has no terms."""
        parent = self.parent_key(call.path)
        attribute = self.state.get("products.attributes", parent) if parent is not None else None
        return parent is None or bool(attribute and attribute["slug"])

    def named(self, attribute: int, name: str, *, make: bool = False) -> Doc | None:
        """The term of a name or slug; a product that names a new one makes it."""
        query = Query(self.kind)
        query.one_of("parent", [attribute])
        query.add("(d.title = ? COLLATE store OR d.slug = ?)", name, text.slug(name))
        found = next(iter(self.state.select(query)), None)
        if found is not None:
            return self.state.get(self.kind, found)
        if not make:
            return None
        doc: Doc = {
            "id": 0,
            "name": text.name(name),
            "description": "",
            "menu_order": 0,
            "count": 0,
            "_parent": attribute,
        }
        doc["slug"] = self.free_slug(doc, text.slug(name))
        doc["id"] = self.new_key(doc)
        self.save(doc)
        return doc

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """The attribute must be there."""
        if not self.parent_exists(call):
            raise self.orphan()
        super().change(call, doc, new=new)
        # WooCommerce writes the place whether it was sent or not.
        doc["menu_order"] = schema.to_int(call.get("menu_order"))

    def allowed(self, call: Call, methods: Sequence[str]) -> Sequence[str]:
        """Nothing of an attribute that is not there."""
        return super().allowed(call, methods) if self.parent_exists(call) else ()

    def batch(self, call: Call) -> Any:
        """The attribute must be there for a batch at all."""
        if not self.parent_exists(call):
            raise self.orphan()
        return batch(self, call)

    def orphan(self) -> Refused:
        """What the store says of terms without an attribute."""
        return Refused(404, "woocommerce_rest_taxonomy_invalid", "There is no such attribute.")

    def index(self, doc: Doc) -> Indexed:
        """`menu_order` sorts them."""
        found = super().index(doc)
        found.position = doc.get("menu_order", 0)
        return found

    def links(self, call: Call, doc: Doc) -> Json:
        """In a batch WordPress does not fill in the attribute's number, and so finds no route."""
        found = super().links(call, doc)
        if call.in_batch:
            for link in (*found["self"], *found["collection"]):
                link.pop("targetHints", None)
                link["href"] = link["href"].replace(
                    f"/attributes/{doc['_parent']}/", "/attributes/(?P<attribute_id>[\\d]+)/"
                )
        return found

"""Terms: categories, tags, brands, shipping classes. `attributes.py` has the terms of attributes.

Names are unique below their parent, slugs in their whole kind. The products of a term are counted when it is shown.
"""

from __future__ import annotations

import html
from dataclasses import replace
from typing import Any, ClassVar

from ... import kses, lists, older, schema, text
from ...call import Call
from ...description import Json
from ...errors import Crashed, Refused, RefusedBadly
from ...kinds import is_list, is_map
from ...resource import Resource
from ...state import Doc, Indexed, Key, Query
from ...wordpress import SEQUENCES
from . import media

_LIVE = "(SELECT count(*) FROM facets f WHERE f.kind = 'products' AND f.name = 'live:' || d.kind AND f.value = d.id)"

#: The most signs that a name may have.
LONGEST_NAME = 200
_SOLD = "kind IN ('products', 'products.variations')"


def _search(query: Query, value: Any, call: Call) -> None:
    """Terms are searched for the whole text, in name and slug."""
    escaped = str(value).lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    query.add("d.text LIKE ? ESCAPE '\\'", f"%{escaped}%")


def _included(query: Query, value: Any, call: Call) -> None:
    """The number 0 alone is nothing to PHP."""
    if value != [0]:
        query.one_of("id", value)


def _of_product(query: Query, value: Any, call: Call) -> None:
    query.add(
        "d.id IN (SELECT value FROM facets WHERE kind = 'products' AND name = 'in:' || d.kind AND id = ?)",
        schema.to_int(value),
    )


#: Fields that stand in WordPress's own table of terms.
_IN_TABLE = frozenset({"name", "slug", "description", "parent"})
#: What is told of no term at all; the rest is null.
_NOTHING = {"id": 0, "parent": 0, "display": "default", "menu_order": 0, "count": 0}


def guard_slug(call: Call) -> None:
    """Raise where a slug is sent of which nothing is left: WordPress puts the request itself in its place, and dies."""
    is_cleaned = "slug" in call.sent and not (call.in_batch or call.plain)
    if is_cleaned and not text.slug(text.scalar_text(call.params.get("slug"))):
        raise Crashed("Nothing is left of this slug.")


class Terms(Resource):
    """Terms of one kind."""

    sequence = "terms"
    default_order = "name"
    turns_included = True
    numbers_by_offset = True
    #: Terms that can stand below one another.
    tree: ClassVar[bool] = False
    #: Lists count what visitors find: products of terms below too, without hidden ones.
    for_visitors: ClassVar[bool] = False
    hints_lost_since = ()
    orders: ClassVar[lists.Orders] = {
        "count": (_LIVE,),
        "description": ("json_extract(d.body, '$.description')",),
        "term_group": ("d.rowid * 0",),
    }
    filters: ClassVar[lists.Filters] = {
        "search": _search, "product": lists.unless_nothing(_of_product), "parent": lists.ignored, "include": _included
    }  # fmt: skip

    # reading

    def wanted(self, call: Call) -> Doc:
        """WordPress fails on the number 0, rather than not finding it."""
        if self.call_key(call) == 0 and not call.in_batch:
            raise RefusedBadly(500, "invalid_term", "A term has a number above 0.", None)
        return super().wanted(call)

    def update(self, call: Call) -> Any:
        """Before 9.5.2 a batch did not look whether there was such a term."""
        batch = call.operation_of("batch") if call.in_batch else None
        is_there = self.state.has(self.kind, self.call_key(call))
        if is_there or batch is None or not older.changes_nothing(batch, self.shop.release):
            return super().update(call)
        if call.sent & _IN_TABLE:
            raise RefusedBadly(500, "invalid_taxonomy", "There is no such taxonomy.", None)
        shown = {name: _NOTHING.get(name) for name in call.operation.fields}
        links = self.links(call, {"id": "", "_parent": self.parent_key(call.path)})
        return {**shown, "_links": {n: [{"href": one["href"]} for one in found] for n, found in links.items()}}

    def rendered(self, call: Call, key: Key) -> Any:
        """Lists and single terms count in different ways: no text is good for both."""
        doc = self.state.get(self.kind, key)
        return None if doc is None else self.render(call, doc)

    def narrow(self, query: Query, call: Call) -> None:
        """Empty ones can be left out."""
        if schema.to_bool(call.get("hide_empty", False)):
            self.keep(query, self.filled())

    def total(self, query: Query, call: Call) -> int:
        """WordPress counts without those that only have something below them, though it lists them."""
        if schema.to_bool(call.get("hide_empty", False)):
            query = replace(query, where=[*query.where, f"{_LIVE} > 0"])
        return super().total(query, call)

    def keep(self, query: Query, keys: set[int]) -> None:
        """Only these."""
        query.one_of("id", sorted(keys))

    def filled(self) -> set[int]:
        """Terms with products on sale, and what they stand below."""
        sql = f"SELECT DISTINCT value FROM facets WHERE name = ? AND {_SOLD}"  # noqa: S608 - our own words
        rows = self.state.db.execute(sql, (f"live:{self.kind}",))
        found: set[int] = set()
        for (number,) in rows:
            while number and number not in found:
                found.add(number)
                number = (self.state.get(self.kind, number) or {}).get("parent", 0)
        return found

    def below(self, number: int) -> list[int]:
        """A term and all below it."""
        found = [number]
        for parent in found:
            query = Query(self.kind)
            query.one_of("parent", [parent])
            found += [int(key) for key in self.state.select(query) if key not in found]
        return found

    def products(self, numbers: list[int], name: str = "live") -> int:
        """How many products have one of some terms."""
        marks = ",".join("?" * len(numbers))
        sql = f"SELECT count(DISTINCT id) FROM facets WHERE name = ? AND value IN ({marks}) AND {_SOLD}"  # noqa: S608
        return int(self.state.db.execute(sql, (f"{name}:{self.kind}", *numbers)).fetchone()[0])

    def show(self, call: Call, doc: Doc) -> Json:
        """With the number of products."""
        shown = super().show(call, doc)
        if self.for_visitors and call.operation.verb == "list":
            shown["count"] = self.products(self.below(doc["id"]) if self.tree else [doc["id"]], "shown")
        else:
            shown["count"] = self.products([doc["id"]])
        return shown

    def links(self, call: Call, doc: Doc) -> Json:
        """What stands below a term points up to it."""
        found = super().links(call, doc)
        if doc.get("parent") and self.state.has(self.kind, doc["parent"]):
            href = found["collection"][0]["href"]
            found["up"] = [{"href": f"{href}/{doc['parent']}"}]
        return found

    def index(self, doc: Doc) -> Indexed:
        """Searched are name and slug only."""
        found = super().index(doc)
        found.title = html.unescape(found.title)
        found.text = f"{doc.get('name', '')}\n{doc.get('slug', '')}"
        return found

    # writing

    def create(self, call: Call) -> Any:
        """A new term. It can be sent with the number of one that is there."""
        number = schema.to_int(call.get("id")) if call.names_id else 0
        if number and not self.state.has(self.kind, number):
            raise Refused(404, "woocommerce_rest_term_invalid", "There is no such term.")
        return super().create(call)

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """Name, slug and parent are looked at together."""
        guard_slug(call)
        is_cleared = "name" in call.sent and not call.in_batch
        name = self._name(call, new=new) if new or call.gave("name") or is_cleared else str(doc["name"])
        if "parent" in call.sent and not self.tree and call.params.get("parent") is not None:
            code = "woocommerce_rest_taxonomy_not_hierarchical"
            raise Refused(400, code, "These terms do not stand below one another.")
        if self.tree and call.gave("parent"):
            doc["parent"] = schema.to_int(call.get("parent"))
            if doc["parent"] and not self.is_term(doc["parent"]):
                raise self.refused(new, "missing_parent", "There is no such parent.")
            if not new and doc["parent"] in self.below(doc["id"]):
                doc["parent"] = 0
        given = str(call.get("slug") or "")
        slug = text.slug(given or name)
        if new:
            self.guard_twins(doc, name, given, slug)
            doc["slug"] = self.free_slug(doc, slug)
        elif call.gave("slug"):
            holder = self.slug_holder(doc, slug)
            if holder not in (None, doc["id"]) and given:
                raise self.refused(new, "duplicate_term_slug", "Another term has this slug.")
            doc["slug"] = slug if holder in (None, doc["id"]) else self.free_slug(doc, slug)
        super().change(call, doc, new=new)
        doc["name"] = text.unslashed(name)

    def _name(self, call: Call, *, new: bool) -> str:
        """The name that is sent; of something new, WordPress dies if it is no text, as only a batch lets it be."""
        sent = call.get("name")
        if new and (is_list(sent) or is_map(sent)):
            raise Crashed("A name is a text.")
        name = text.name(text.single_text(sent))
        if not name:
            code = "invalid_term_name" if new and isinstance(sent, str) and sent.strip() else "empty_term_name"
            raise self.refused(new, code, "A term needs a name.")
        if len(name) > LONGEST_NAME:
            raise self.refused(new, f"db_{'insert' if new else 'update'}_error", "The name is too long.")
        return name

    def is_term(self, number: int) -> bool:
        """Whether anything in WordPress is a term of this number; its own ones came before the default category."""
        kinds = [kind for kind, counter in SEQUENCES.items() if counter == "terms"]
        first: int = self.shop.resource("products.categories").default()  # type: ignore[attr-defined]  # Categories
        return 0 < number < first or any(self.state.has(kind, number) for kind in kinds)

    def refused(self, new: bool, code: str, message: str) -> Refused:
        """WordPress's own refusals have no status when something is changed."""
        return Refused(400, code, message) if new else RefusedBadly(500, code, message, None)

    def guard_twins(self, doc: Doc, name: str, given: str, slug: str) -> None:
        """Raise if there is such a term already."""
        query = self.siblings(doc)
        query.add("d.title = ? COLLATE store", html.unescape(name))
        twins = self.state.select(query)
        if not twins:
            return
        twin = self.state.get(self.kind, twins[0]) or {}
        by_slug = self.slug_holder(doc, slug)
        if not given or twin.get("slug") == slug or by_slug is not None:
            number = twins[0] if by_slug is None or not given else by_slug
            raise Refused(400, "term_exists", "There is a term of this name.", resource_id=number)

    def siblings(self, doc: Doc) -> Query:
        """Terms with the same parent."""
        query = Query(self.kind)
        query.one_of("parent", [doc.get("_parent", doc.get("parent", 0))])
        return query

    def slug_holder(self, doc: Doc, slug: str) -> Key | None:
        """Who has a slug."""
        query = self.siblings(doc) if "_parent" in doc else Query(self.kind)
        query.one_of("slug", [slug])
        return next(iter(self.state.select(query)), None)

    def free_slug(self, doc: Doc, slug: str) -> str:
        """A slug that nobody has: with the parent's behind it, or a number."""
        parent = self.state.get(self.kind, doc.get("parent", 0)) if self.tree else None
        tried, count = slug, 1
        while self.slug_holder(doc, tried) not in (None, doc.get("id", 0)):
            if parent is not None:
                slug, parent = f"{slug}-{parent['slug']}", self.state.get(self.kind, parent.get("parent", 0))
                tried = slug
                continue
            count += 1
            tried = f"{slug}-{count}"
        return tried

    def set_slug(self, call: Call, doc: Doc, value: Any) -> None:
        """`change` did it."""

    set_name = set_parent = set_slug

    def set_description(self, call: Call, doc: Doc, value: Any) -> None:
        """Without markup that could do harm; null, which elsewhere is an empty text, says nothing in a batch."""
        if value is None and call.in_batch:
            return
        if doc.get("id") and (is_list(value) or is_map(value)):
            raise Crashed("A description is a text.")
        doc["description"] = text.unslashed(kses.cleaned(text.scalar_text(value), kses.DATA))

    def discard(self, call: Call, doc: Doc) -> None:
        """Products lose the term; what stood below it moves up."""
        super().discard(call, doc)
        query = Query(self.kind)
        query.one_of("parent", [doc["id"]])
        for key in self.state.select(query) if self.tree else []:
            child = self.state.copy(self.kind, key) or {}
            child["parent"] = doc.get("parent", 0)
            self.save(child)
        self.shop.resource("products").forget_term(self.kind, doc["id"])  # type: ignore[attr-defined]  # Products

    def slug_suggestion(self, call: Call) -> str:
        """A slug for a name that nobody has yet."""
        return self.free_slug({}, text.slug(str(call.get("name") or "")))


class PicturedTerms(Terms):
    """Terms in a tree, with pictures."""

    tree = True
    for_visitors = True
    filters: ClassVar[lists.Filters] = {**Terms.filters, "parent": lists.column("parent")}

    def adopt(self, doc: Doc) -> None:
        """Know the picture."""
        media.keep(self.shop, doc.get("image"))

    def set_image(self, call: Call, doc: Doc, value: Any) -> None:
        """A picture by id or source; an empty one takes it away."""
        if value is None:
            return
        failed = "woocommerce_rest_invalid_remote_image_url"
        doc["image"] = media.taken(self.shop, value, failed, None)


class Brands(PicturedTerms):
    """Brands. Lists of WooCommerce 10.0 do not count their products; a single brand tells."""

    def show(self, call: Call, doc: Doc) -> Json:
        """Without a number in lists."""
        shown = super().show(call, doc)
        return {**shown, "count": 0} if call.operation.verb == "list" else shown


class Categories(PicturedTerms):
    """Categories; one of them takes products that have no other."""

    def default(self) -> int:
        """The category of products without one."""
        query = Query(self.kind)
        query.facet("default", [1])
        return int(next(iter(self.state.select(query)), 0))

    def adopt(self, doc: Doc) -> None:
        """A store begins with one called so; it stays the default one, whatever it is called later."""
        super().adopt(doc)
        doc["_default"] = doc.get("slug") == "uncategorized"

    def facets(self, doc: Doc) -> list[tuple[str, Any]]:
        """Whether it is the default one."""
        return [("default", 1)] if doc.get("_default") else []

    def guard_delete(self, call: Call, doc: Doc) -> None:
        """The default category stays."""
        super().guard_delete(call, doc)
        if doc["id"] == self.default():
            raise Refused(500, "woocommerce_rest_cannot_delete", "The default category stays.")


class Tags(Terms):
    """Tags."""

    for_visitors = True

"""A resource as the engine knows it: how its documents are made, changed, shown, listed and deleted.

Everything here follows from the description. What differs is in subclasses in `hooks/`; `README.md` lists the methods.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, TypeAlias

from . import blank, dates, meta, money, older, schema, shop, text
from .call import Call
from .description import Description, Json, Operation, pruned
from .errors import Refused
from .kinds import elements, is_list, is_map, members
from .listing import Listing
from .state import Doc, Indexed, Key
from .wordpress import KEY_REFUSED, MISSING, TOLD_TO_ALL

_OVERLAY = "x-overlay"  # on fields that an overlay brought
#: A shop, whose things are resources.
Shop: TypeAlias = shop.Shop["Resource"]


class Resource(Listing):
    """One kind of thing in the store."""

    #: The field that tells documents of this kind apart.
    key: ClassVar[str] = "id"
    #: Topic of webhooks: `product`, `order` …
    topic: ClassVar[str] = ""
    #: The code for something new that is sent with an id; empty where the store does not look.
    exists: ClassVar[str] = ""
    #: Fields of a request whose format is not checked before the resource sees them; their type is.
    unchecked: ClassVar[frozenset[str]] = frozenset()
    #: Parameters that the store heeds without saying so.
    undeclared: ClassVar[frozenset[str]] = frozenset()
    #: Fields in which a null counts in a batch; any other field with a null there is as good as not sent.
    heeded_nulls: ClassVar[frozenset[str]] = frozenset()
    #: Whether a deletion that fails in a batch answers all it was asked, where others answer the id.
    echoes_deletions: ClassVar[bool] = False
    #: The release from which on an answer to a deletion no longer tells what can be done with the thing: never.
    hints_lost_since: ClassVar[tuple[int, ...]] = (999,)
    #: Whether documents in the trash carry WordPress's notes of it in `meta_data`.
    trash_notes: ClassVar[bool] = True
    #: Kinds that a document's text depends on beside itself; None: on everything, and on the time.
    shown_after: ClassVar[tuple[str, ...] | None] = None
    #: Parameters, beside `context`, that change how a document is shown.
    shown_by: ClassVar[tuple[str, ...]] = ()

    def __init__(self, shop: Shop, kind: str) -> None:
        super().__init__(shop.state, kind)
        self.shop = shop

    # operations: the engine calls the method that is named like the verb of the operation's id

    def list(self, call: Call) -> Any:
        """One page. Some lists below a parent that does not exist are empty, others a 404: the description tells."""
        if "404" in call.operation.errors and not self.parent_exists(call):
            raise self.missing(call)
        return [self.rendered(call, key) for key in self.page(call)]

    def get(self, call: Call) -> Any:
        """One document."""
        return self.rendered(call, self.doc_key(self.wanted(call), call.path))

    def create(self, call: Call) -> Any:
        """A new document."""
        self.refuse_known(call)
        doc = self.blank(call)
        if (parent := self.parent_key(call.path)) is not None:
            doc["_parent"] = parent
        self.change(call, doc, new=True)
        doc[self.key] = self.new_key(doc)
        self.stamp(doc, new=True)
        self.store(call, doc, new=True)
        call.headers["Location"] = self.location(call, doc)
        return self.render(call, doc)

    def refuse_known(self, call: Call) -> None:
        """Refuse something new that is sent with an id, where a store does."""
        if self.exists and call.names_id:
            raise Refused(400, self.exists, "What exists is updated, not created.")

    def update(self, call: Call) -> Any:
        """A document changed."""
        doc = self.state.copy(self.kind, self.doc_key(self.wanted(call), call.path))
        assert doc is not None
        self.change(call, doc, new=False)
        self.stamp(doc, new=False)
        self.store(call, doc, new=False)
        return self.render(call, doc)

    def delete(self, call: Call) -> Any:
        """A document deleted or put into the trash; the answer shows it as it was."""
        if self.refuses_trash_first():
            Resource.guard_delete(self, call, {})
        doc = self.wanted(call)
        self.guard_delete(call, doc)
        shown = self.render(call, doc)
        if schema.to_bool(call.get("force", False)) or not self.has_trash(call.operation):
            self.discard(call, doc)
            shown = self.deleted(call, shown)
        else:
            self.throw_away(call, doc)
        return shown

    # steps of these

    def blank(self, call: Call) -> Doc:
        """A document with nothing in it yet; whatever version asks, in the form of the newest."""
        newest = self.shop.versions.newest
        known = newest if call.operation.id in newest.by_id else call.description
        return blank.document(known, known.by_id[call.operation.id])

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """Take over what the request says. A method `set_<field>` takes over that field."""
        for name, field in call.operation.body.items():
            if name not in call.params or name == self.key:
                continue
            setter = getattr(self, f"set_{name}", None)
            if setter is not None:
                if call.params[name] is not None or name in call.sent:
                    setter(call, doc, call.params[name])
            else:
                self.take(call, doc, name, field, call.params[name])

    def take(self, call: Call, doc: Doc, name: str, field: Json, value: Any) -> None:
        """Take over one field, the usual way."""
        if name == "meta_data":
            doc[name] = meta.merged(doc.get(name, []), value, lambda: self.state.next_id("meta"))
        elif field.get("format") in ("local-date-time", "utc-date-time"):
            self.take_date(doc, name, value)
        elif value is None:
            if schema.can_be(field, "string") and not field.get("format", "").startswith("decimal"):
                doc[name] = blank.empty(call.description, field) if "enum" in field else ""
        elif field.get("format", "").startswith("decimal"):
            doc[name] = money.typed(value)
        else:
            known = blank.coerced(call.description, field, value)
            if known is not blank.UNFIT:
                old = doc.get(name)
                doc[name] = {**old, **known} if is_map(known) and is_map(old) else known

    def take_added(self, call: Call, doc: Doc) -> None:
        """Take over the fields that overlays brought to requests, whatever the resource makes of its own."""
        for name, field in call.operation.body.items():
            if _OVERLAY in field and name in call.params:
                self.take(call, doc, name, field, call.params[name])

    def take_date(self, doc: Doc, name: str, value: Any) -> None:
        """Take over a moment and its twin; what cannot be read clears both."""
        plain = name.removesuffix("_gmt")
        moment = dates.sent(value, None if name.endswith("_gmt") else self.shop.zone, self.shop.now())
        doc[plain] = dates.local(moment, self.shop.zone) if moment else None
        doc[f"{plain}_gmt"] = dates.utc(moment) if moment else None

    def stamp(self, doc: Doc, *, new: bool) -> None:
        """Note when the document was made and changed, if it has such fields."""
        now = self.shop.now()
        if new and self.counter == "posts" and doc.get("date_created") and "date_modified" in doc:
            # WordPress takes a new post as changed when it was made.
            for end in ("", "_gmt"):
                doc[f"date_modified{end}"] = doc[f"date_created{end}"]
            return
        for name in ("date_created", "date_modified") if new else ("date_modified",):
            if name in doc and (name != "date_created" or not doc[name]):
                doc[name] = dates.local(now, self.shop.zone)
            if f"{name}_gmt" in doc and (name != "date_created" or not doc[f"{name}_gmt"]):
                doc[f"{name}_gmt"] = dates.utc(now)

    def store(self, call: Call | None, doc: Doc, *, new: bool) -> None:
        """Write a document, and tell webhooks."""
        if call is not None:
            self.take_added(call, doc)
        self.save(doc)
        if call is not None and self.topic:
            self.shop.changed(self.topic, "created" if new else "updated", doc)

    def save(self, doc: Doc) -> None:
        """Write a document."""
        self.state.put(self.kind, self.doc_key(doc), doc, self.index(doc))

    def discard(self, call: Call, doc: Doc) -> None:
        """Delete permanently."""
        self.state.remove(self.kind, self.doc_key(doc))
        if self.topic:
            self.shop.changed(self.topic, "deleted", {"id": doc["id"]})

    def throw_away(self, call: Call, doc: Doc) -> None:
        """Put into the trash."""
        copy = self.state.copy(self.kind, self.doc_key(doc)) or {}
        copy["_status"], copy["status"] = copy.get("status"), "trash"
        if self.trash_notes and "meta_data" in copy:
            slug = doc.get("slug") or doc.get("_slug") or text.slug(str(doc.get("code", "")))
            notes = meta.of_trash(str(copy["_status"]), slug, self.shop.now(), lambda: self.state.next_id("meta"))
            copy["meta_data"] = [*copy["meta_data"], *notes]
        self.save(copy)
        if self.topic:
            self.shop.changed(self.topic, "deleted", {"id": doc["id"]})

    def deleted(self, call: Call, shown: Json) -> Json:
        """The answer to a deletion permanently: WordPress finds no route to the thing any more."""
        if self.shop.since(*self.hints_lost_since):
            for link in shown.get("_links", {}).get("self", []):
                link.pop("targetHints", None)
        return shown

    # refusals

    def wanted(self, call: Call) -> Doc:
        """The document that the path names; raises what the store answers if there is none."""
        doc = self.state.get(self.kind, self.call_key(call))
        parent = self.parent_key(call.path)
        if doc is not None and (parent is None or doc.get("_parent") == parent):
            return doc
        due = self.missing(call)
        if doc is not None and older.does(call.operation, self.shop.release, due.code):
            return doc
        raise due

    def missing(self, call: Call) -> Refused:
        """What the store answers for a document that does not exist: the description tells the code.

        Where a parent can be missing too, the description lists the code for that first.
        """
        listed: Iterator[list[tuple[int, str]]] = (
            [(int(status), code) for code in call.operation.errors.get(status, []) if MISSING.search(code)]
            for status in ("404", "400")
        )
        codes = next(filter(None, listed), [(404, "woocommerce_rest_invalid_id")])
        orphan = self.parent_key(call.path) is None or not self.parent_exists(call)
        return Refused(*(codes[0] if orphan else codes[-1]), "There is no such thing here.")

    def parent_exists(self, call: Call) -> bool:
        """Whether the parent that the path names exists."""
        parent = self.parent_key(call.path)
        return parent is None or self.state.has(self.kind.rpartition(".")[0], parent)

    def has_trash(self, operation: Operation) -> bool:
        """Whether deleted documents go to the trash first."""
        return "410" in operation.errors

    def refuses_trash_first(self) -> bool:
        """Whether it is said that there is no trash before the document is looked for."""
        return False

    def guard_delete(self, call: Call, doc: Doc) -> None:
        """Raise if the document must not be deleted, or not in this way."""
        if schema.to_bool(call.get("force", False)):
            return
        if self.has_trash(call.operation):
            if doc.get("status") == "trash":
                raise Refused(410, call.operation.errors["410"][0], "This is in the trash already.")
        elif codes := [c for c in call.operation.errors.get("501", []) if "trash_not_supported" in c]:
            raise Refused(501, codes[0], "This has no trash: delete it with `force=true`.")

    def may(self, call: Call) -> None:
        """Raise if nobody in particular is asking; a missing document is told to anybody."""
        if call.user:
            return
        told = call.operation.verb in ("get", "update", "delete") and self.missing(call).code in TOLD_TO_ALL
        if told and self.state.get(self.kind, self.call_key(call)) is None:
            return
        self.guard_strangers(call)

    def guard_strangers(self, call: Call) -> None:
        """Raise what the description lists for requests without a key; where it lists nothing, none is needed."""
        if code := self.strangers_code(call.operation):
            raise Refused(401, code, "This needs a key.")

    def strangers_code(self, operation: Operation) -> str:
        """The code for those who show no key; empty if none is needed."""
        return next((str(code) for code in operation.errors.get("401", []) if code != KEY_REFUSED), "")

    def allowed(self, call: Call, methods: Sequence[str]) -> Sequence[str]:
        """What `Allow` names once the request is done; some kinds say no of what is not there."""
        if not call.user and self.strangers_code(call.operation):
            return ()
        gone = self.shop.since(*self.hints_lost_since) and len(call.path) > (self.parent_key(call.path) is not None)
        return () if gone and not self.state.has(self.kind, self.call_key(call)) else methods

    # showing

    def rendered(self, call: Call, key: Key) -> Any:
        """A document by key as it goes out; its text, if the engine asks for no more."""
        doc = self.state.get(self.kind, key)
        if doc is None or not call.raw:
            return None if doc is None else self.render(call, doc)
        given = (repr(call.get(name)) for name in self.shown_by)
        # One thing may look different in two lists: `/refunds` says whose they are. So may one that is found alone.
        alone = call.headers.get("X-WP-Total") == "1"
        variant = (call.description.version, call.operation.id, key, call.context, alone, *given)
        return self.shop.texts.of(variant, doc, self.shown_stamp(doc), lambda: self.render(call, doc))

    def shown_stamp(self, doc: Doc) -> tuple[int, ...]:
        """What else decides how a document is shown: as long as it is the same, so is the text."""
        if self.shown_after is None:
            return (self.state.revision, int(self.shop.now().timestamp()))
        revisions = self.state.revisions
        return (revisions.get("", 0), *[revisions.get(kind, 0) for kind in self.shown_after])

    def render(self, call: Call, doc: Doc) -> Json:
        """A document as it goes out, with its links."""
        shown = self.dated(call, self.show(call, doc))
        if links := self.links(call, doc):
            shown["_links"] = links
        return shown

    def dated(self, call: Call, shown: Json) -> Json:
        """What is shown, without the fields that this version or the store's release does not have."""
        known = self.shop.versions.newest.form_of(call.operation.id, self.kind)
        there = call.description.form_of(call.operation.id, self.kind, self.shop.release)
        return shown if there is known else members(pruned(there, shown, known))

    def show(self, call: Call, doc: Doc) -> Json:
        """A document as it goes out. Never change `doc` or what is inside: it is shared."""
        return {name: value for name, value in doc.items() if name[:1] != "_"}

    def links(self, call: Call, doc: Doc) -> Json:
        """`_links`: the document itself and its list; the parent, if it stands below one."""
        return self.shop.links(call, self.kind, doc.get("_parent"), doc.get(self.key))

    def location(self, call: Call, doc: Doc) -> str:
        """The `Location` header of a new document."""
        return f"{call.url}/{doc[self.key]}"

    # keys and indexes

    def new_key(self, doc: Doc) -> Key:
        """The id of a new document."""
        return self.state.next_id(self.counter)

    def call_key(self, call: Call) -> Key:
        """The key of the document that the request names."""
        names = list(call.path)
        value = call.params.get(names[-1], "") if names else self.kind
        if call.operation.args.get(names[-1] if names else "", {}).get("type") == "integer":
            return schema.to_int(value)
        return self.joined(self.parent_key(call.path), str(value))

    def doc_key(self, doc: Doc, path: Json | None = None) -> Key:
        """The key of a document."""
        return self.joined(doc.get("_parent"), doc[self.key])

    def joined(self, parent: Any, key: Key) -> Key:
        """Words are unique below their parent only, numbers everywhere."""
        return f"{parent}/{key}" if isinstance(key, str) and parent is not None else key

    def index(self, doc: Doc) -> Indexed:
        """What lists need to know of a document."""
        title = str(doc.get("name") or doc.get("title") or doc.get("code") or "")
        words = (title, doc.get("description"), doc.get("short_description"), doc.get("sku"))
        return Indexed(
            parent=doc.get("_parent", doc.get("parent_id", doc.get("parent", 0))) or 0,
            status=str(doc.get("status", "")),
            slug=str(doc.get("slug", "")),
            title=title,
            created=str(doc.get("date_created_gmt") or ""),
            modified=str(doc.get("date_modified_gmt") or ""),
            position=doc.get("menu_order", doc.get("order", 0)) or 0,
            text="\n".join(text.line(str(word)) for word in words if word),
            facets=self.facets(doc),
        )

    def facets(self, doc: Doc) -> Iterable[tuple[str, Any]]:
        """Further names and values that lists filter or sort by."""
        return ()

    def stricter(self, name: str) -> Json:
        """What is demanded of a parameter of the address beyond the description: what its schema has as well."""
        return {}

    def looser(self, name: str) -> Json:
        """What a field of the body can be beyond the description: what the store's release takes in its place."""
        return {}

    def own_checks(self, operation: Operation, description: Description) -> Mapping[str, Json]:
        """Schemas of body fields in place of the description's, or of fields that it lacks: those are checked only."""
        return {}

    # seeds

    def seed(self, value: Any, path: Json) -> None:
        """Take over what a snapshot has for a route of this kind: a list of documents, or one."""
        for given in value if is_list(value) else [value]:
            doc: Doc = {k: v for k, v in given.items() if k != "_links"}
            if self.key not in doc:
                doc[self.key] = self.kind
            if (parent := self.parent_key(path)) is not None:
                doc["_parent"] = parent
            self.adopt(doc)
            self.save(doc)
            if isinstance(doc[self.key], int):
                self.state.reserve(self.counter, doc[self.key])
            for row in elements(doc.get("meta_data")):
                self.state.reserve("meta", row.get("id") or 0)

    def adopt(self, doc: Doc) -> None:
        """Make a document of a snapshot one of ours."""

"""A resource of the legacy API: a view of one of `wc/v3`, in which all that happens happens."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from typing import Any, ClassVar, TypeAlias

from .. import dates, money, text
from ..call import Call
from ..description import Json
from ..errors import Crashed, Refused
from ..kinds import elements, is_list, is_map, members
from ..resource import Resource
from ..schema import to_int
from ..state import Doc, Key, Query
from . import api, lists
from .call import LegacyCall

#: A version of the legacy API, whose things are legacy resources.
Api: TypeAlias = api.Api["LegacyResource"]
BULK_LIMIT = 100
#: Kinds that share their ids: WordPress's posts.
POSTS = ("products", "products.variations", "orders", "orders.refunds", "coupons")


class LegacyResource:
    """One kind of thing as a legacy version sees it. The engine calls the method named like the operation's verb.

    Most subclasses say their names, turn a request into parameters of `wc/v3` (`changes`) and a document into legacy
    form (`show`); the rest follows.
    """

    #: The resource of `wc/v3`.
    kind: ClassVar[str] = ""
    #: The key around one thing, which is also the word for it in codes, and the key around many.
    one: ClassVar[str] = ""
    many: ClassVar[str] = ""
    #: The key of custom fields, with `filter[meta]=true`.
    meta_name: ClassVar[str] = ""
    #: The parameter that `count` puts into `filter`.
    counted_by: ClassVar[str] = ""
    #: Code of `wc/v3` → status and code here.
    codes: ClassVar[Mapping[str, tuple[int, str]]] = {}

    def __init__(self, api: Api) -> None:
        self.api = api
        self.shop = api.shop
        self.state = api.shop.state

    @property
    def resource(self) -> Resource:
        """The resource of `wc/v3`."""
        return self.shop.resource(self.kind)

    # operations

    def list(self, call: LegacyCall) -> Any:
        """One page."""
        call.fill_filter()
        page = self.page(call)
        lists.headers(call, page)
        return {self.many: [self.shown(call, key) for key in page.keys]}

    def count(self, call: LegacyCall) -> Any:
        """How many there are."""
        if text.filled(call.query.get(self.counted_by)):
            call.fill_filter()
        return {"count": self.page(call).total}

    def get(self, call: LegacyCall) -> Any:
        """One thing."""
        return {self.one: self.shown(call, self.wanted(call.id))}

    def create(self, call: LegacyCall) -> Any:
        """A new thing."""
        return {self.one: self.created(call, self.given(call))}

    def update(self, call: LegacyCall) -> Any:
        """A thing changed."""
        data = self.given(call)
        return {self.one: self.updated(call, self.wanted(call.id), data)}

    def delete(self, call: LegacyCall) -> Any:
        """A thing deleted: into the trash without `force`, which answers 202."""
        key, force = self.wanted(call.id), self.forced(call)
        self.run("delete", {"force": force}, key)
        call.status = 200 if force else 202
        return {"message": f"Deleted {self.one}{' permanently' if force else ''}"}

    def bulk(self, call: LegacyCall) -> Any:
        """Many things created or changed; a failure of one leaves the others alone."""
        rows = members(call.data).get(self.many)
        if rows is None:
            raise Refused(400, f"woocommerce_api_missing_{self.many}_data", f"The body has no {self.many}.")
        if not is_list(rows) and not is_map(rows):
            raise Crashed("Nobody can count that.")
        rows = list(rows.values()) if is_map(rows) else rows
        if len(rows) > BULK_LIMIT:
            raise Refused(
                413, f"woocommerce_api_{self.many}_request_entity_too_large", f"Up to {BULK_LIMIT} items are taken."
            )
        return {self.many: [self._one_of_many(call, row) for row in rows]}

    def _one_of_many(self, call: LegacyCall, item: Any) -> Json:
        row = members(item)
        number = self.bulk_id(row)
        try:
            if item is None:
                raise Refused(400, f"woocommerce_api_missing_{self.one}_data", "There is nothing in this item.")
            return self.updated(call, self.wanted(number), row) if number else self.created(call, row)
        except Refused as refusal:
            refusal = self.refusal(refusal)
            return {**self.failed(row, number), "error": {"code": refusal.code, "message": refusal.message}}

    # steps of these

    def bulk_id(self, row: Json) -> int:
        """The id of the thing that an item of a bulk request changes; 0 to make one."""
        return to_int(row.get("id") or 0)

    def failed(self, row: Json, number: int) -> Json:
        """What tells a failed item of a bulk request apart."""
        return {"id": number}

    def forced(self, call: LegacyCall) -> bool:
        """Whether a deletion is permanently."""
        return call.query.get("force") == "true"

    def given(self, call: LegacyCall) -> Json:
        """What the envelope of the request holds."""
        data = members(call.data).get(self.one)
        if data is None:
            raise Refused(400, f"woocommerce_api_missing_{self.one}_data", f"The body has no {self.one}.")
        return members(data)

    def created(self, call: LegacyCall, data: Json) -> Json:
        """A thing made as the request says, in legacy form."""
        made = self.run("create", self.changes(call, data, None))
        call.status = 201
        return self.shown(call, made[self.resource.key])

    def updated(self, call: LegacyCall, key: Key, data: Json) -> Json:
        """A thing changed as the request says, in legacy form."""
        self.run("update", self.changes(call, data, self.state.get(self.kind, key)), key)
        return self.shown(call, key)

    def changes(self, call: LegacyCall, data: Json, doc: Doc | None) -> Json:
        """The parameters of `wc/v3` for what a request says; `doc` is what it changes, None for a new thing."""
        raise NotImplementedError

    def show(self, call: LegacyCall, doc: Doc) -> Json:
        """A document in legacy form. Never change `doc` or what is inside: it is shared."""
        raise NotImplementedError

    def meta(self, doc: Doc) -> Json:
        """The custom fields that `filter[meta]=true` shows: those that are not private."""
        rows = [row for row in elements(doc.get("meta_data")) if is_map(row)]
        return {row["key"]: row["value"] for row in reversed(rows) if not str(row["key"]).startswith("_")}

    def find(self, key: Key) -> Doc | None:
        """A document to read."""
        return self.state.get(self.kind, key)

    def shown(self, call: LegacyCall, key: Key) -> Json:
        """A thing as it goes out."""
        doc = self.find(key)
        assert doc is not None
        data = self.show(call, doc)
        if call.wants_meta and self.meta_name:
            meta = self.meta(doc)
            data = {**data, self.meta_name: meta} if meta else data
        return data if call.operation.writes else lists.chosen(data, call.fields)

    # lists

    def page(self, call: LegacyCall) -> lists.Page:
        """The page that is asked for."""
        query = self.select(call)
        if call.filter.get("orderby") and self.meta_name:
            self._with_field(query, str(call.filter.get("orderby_meta_key") or ""))
        return lists.page_of(self.state, call, query)

    def _with_field(self, query: Query, name: str) -> None:
        """Only what has a custom field is sorted by one. Which of the private fields a thing has, nobody knows here."""
        if name and not name.startswith("_"):
            query.one_of("id", [doc[self.resource.key] for doc in self.state.all(self.kind) if name in self.meta(doc)])

    def select(self, call: LegacyCall) -> Query:
        """The selection that a list asks for."""
        return lists.query_of(call, self.kind)

    # refusals

    def wanted(self, number: int) -> int:
        """The id, if there is such a thing; what other posts have it is told apart, except in v1."""
        if self.state.has(self.kind, number):
            return number
        if number == 0:
            raise Refused(404, f"woocommerce_api_invalid_{self.one}_id", "That is no id.")
        if self.api.version == 1 or any(self.state.has(kind, number) for kind in POSTS):
            raise Refused(404, f"woocommerce_api_invalid_{self.one}", "Something else has this id.")
        raise Refused(404, f"woocommerce_api_no_{self.one}_found", "There is no such thing here.")

    def refusal(self, refusal: Refused) -> Refused:
        """A refusal of `wc/v3` in legacy terms."""
        if refusal.code == "woocommerce_rest_already_trashed":
            return Refused(500, f"woocommerce_api_cannot_delete_{self.one}", refusal.message)
        status, code = self.codes.get(refusal.code, (refusal.status, refusal.code))
        return Refused(status, code, refusal.message)

    # sums

    def fixed(self, value: Any, places: int = 2) -> str:
        """A sum with so many decimals. Since WooCommerce 10.1 one that is not there is empty, before it was 0."""
        absent = value in ("", None)
        return "" if absent and self.shop.release >= (10, 1) else money.fixed(value or 0, places)

    # the way to wc/v3

    def run(self, verb: str, params: Json, key: Key | None = None, *, kind: str = "", **path: Key) -> Any:
        """Carry out an operation of `wc/v3`, of this kind unless another is named; parents of the path go by name."""
        call = self.newer(verb, params, key, kind=kind, **path)
        return getattr(self.shop.resource(call.operation.kind), verb)(call)

    def newer(self, verb: str, params: Json, key: Key | None = None, *, kind: str = "", **path: Key) -> Call:
        """A call of `wc/v3`."""
        newest, resource = self.shop.versions.newest, self.shop.resource(kind or self.kind)
        places: Json = {**path, **({} if key is None else {resource.key: key})}
        return Call(
            description=newest,
            operation=newest.by_id[f"{resource.kind}.{verb}"],
            params={**params, **places},
            sent=frozenset(params),
            path=places,
            zone=self.shop.zone,
            plain=True,
        )

    def record(self, key: Key) -> Json:
        """A thing as its own route answers it, with its envelope."""
        operation = self.api.description.by_id[f"{self.kind}.get"]
        found: Json = self.get(LegacyCall(self.api.description, operation, self.api.version, {"id": str(key)}, {}))
        return found

    def seen(self, doc: Doc) -> Json:
        """A document as `wc/v3` shows it to readers."""
        return self.resource.show(self.newer("get", {}, doc[self.resource.key]), doc)


def zulu(text: Any) -> str | None:
    """A stored `…_gmt` moment in legacy form."""
    moment = dates.parse(str(text or ""), UTC)
    return f"{dates.utc(moment)}Z" if moment else None

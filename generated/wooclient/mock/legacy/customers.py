"""Customers of the legacy API, with what they bought and may download."""

from __future__ import annotations

import math
from datetime import UTC
from typing import Any, ClassVar

from .. import dates, text
from ..description import Json
from ..errors import Refused
from ..hooks.orders import buyers
from ..kinds import is_list, is_map, members
from ..schema import is_email, to_int
from ..state import Doc, Key, Query
from . import lists
from .call import Broken, LegacyCall
from .fitting import fitted
from .orders.view import EPOCH, addresses
from .resource import LegacyResource, zulu

_ORDERS = {
    "id": ("d.id",),
    "ID": ("d.id",),
    "display_name": ("d.title COLLATE store", "d.id"),
    "name": ("d.title COLLATE store", "d.id"),
    "registered": ("d.created", "d.id"),
}
_ADDRESSES = {"billing_address": "billing", "shipping_address": "shipping"}


class Customers(LegacyResource):
    """WordPress's users, seen as customers."""

    kind = "customers"
    one = "customer"
    many = "customers"
    codes: ClassVar = {}

    # operations

    def count(self, call: LegacyCall) -> Any:
        """How many there are."""
        call.fill_filter()
        return super().count(call)

    def by_email(self, call: LegacyCall) -> Any:
        """The customer with an email address."""
        email = str(call.path["email"]).lower()
        found = self.state.find(self.kind, "email", email) if is_email(email) else None
        if found is None:
            raise Refused(404, "woocommerce_api_invalid_customer_email", "Nobody has this email address.")
        return {self.one: self.shown(call, found)}

    def delete(self, call: LegacyCall) -> Any:
        """Users have no trash. All who are there can be deleted, even those whom `wc/v3` keeps."""
        doc = members(self.state.get(self.kind, self.wanted(call.id)))
        self.resource.discard(self.newer("delete", {}, call.id), doc)
        return {"message": "Deleted customer permanently"}

    def update(self, call: LegacyCall) -> Any:
        """A customer changed; whoever does not exist is a 400 here."""
        data = self.given(call)
        try:
            key = self.wanted(call.id)
        except Refused as refusal:
            raise Refused(400, refusal.code, refusal.message) from None
        return {self.one: self.updated(call, key, data)}

    def updated(self, call: LegacyCall, key: Key, data: Json) -> Json:
        """Anybody's email can be changed; one that somebody else has is passed over silently."""
        email = None if data.get("email") is None else text.scalar_text(data["email"])
        if email and not is_email(email):
            raise Refused(400, "customer_invalid_email", "That is no email address.")
        if email is not None and (not email or self.state.find(self.kind, "email", email.lower()) in (None, key)):
            doc = self.state.copy(self.kind, key)
            assert doc is not None
            self.resource.save({**doc, "email": email})
        return super().updated(call, key, data)

    # both ways

    def changes(self, call: LegacyCall, data: Json, doc: Doc | None) -> Json:
        """The parameters of `wc/v3`."""
        if doc is None and data.get("email") is None:
            raise Refused(400, "woocommerce_api_missing_customer_email", "A customer needs an email address.")
        if doc is None and text.filled(data.get("username")) and not text.user_name(text.scalar_text(data["username"])):
            raise Refused(400, "registration-error-invalid-username", "No user name can be made of this.")
        names = ("email", "username", "password") if doc is None else ()
        found: Json = {name: text.scalar_text(data[name]) for name in names if data.get(name) is not None}
        for name in ("first_name", "last_name"):
            if data.get(name) is not None:
                found[name] = text.line(text.scalar_text(data[name]))
        for old, new in _ADDRESSES.items():
            sent = {name: value for name, value in members(data.get(old)).items() if value is not None}
            found[new] = sent
        return found

    def show(self, call: LegacyCall, doc: Doc) -> Json:
        """A customer in legacy form."""
        return members(fitted(call.description, {"$ref": "LegacyCustomer"}, self.whole(doc)))

    def whole(self, doc: Doc) -> Json:
        """A customer with all fields that any version has."""
        last = buyers.last(self.shop, doc["id"])
        return {
            "id": doc["id"],
            "created_at": self._registered(doc),
            "last_update": zulu(doc.get("date_modified_gmt")) or EPOCH,
            "email": doc["email"],
            "first_name": doc["first_name"],
            "last_name": doc["last_name"],
            "username": doc["username"],
            "role": doc["role"],
            "last_order_id": last["id"] if last else None,
            "last_order_date": zulu(last["date_created_gmt"]) if last else None,
            "orders_count": buyers.count(self.shop, doc["id"]),
            "total_spent": buyers.spent(self.shop, doc["id"]),
            "avatar_url": doc["avatar_url"],
            **addresses(doc),
        }

    def _registered(self, doc: Doc) -> str:
        """WordPress notes in UTC when somebody came, and this API takes that for shop time."""
        moment = dates.parse(str(doc.get("date_created_gmt") or ""), self.shop.zone)
        return f"{dates.utc(moment)}Z" if moment else EPOCH

    # lists

    def select(self, call: LegacyCall) -> Query:
        """Customers, unless another role is asked for."""
        query, given = Query(self.kind), call.filter
        role = str(given.get("role") or "customer") if call.version > 1 else "customer"
        if role != "all" or call.version < 3:
            query.one_of("status", [role])
        for name, sign in (("created_at_min", ">="), ("created_at_max", "<=")):
            if name in given:
                query.add(f"d.created {sign} ?", lists.moment(given[name]))
        if is_list(given.get("q")) or is_map(given.get("q")):
            raise Broken("What is searched for is a text.")
        if "q" in given:
            self._search(query, str(given["q"]))
        terms = _ORDERS.get(str(given.get("orderby")), _ORDERS["registered"])
        direction = "DESC" if str(given.get("order")).upper() == "DESC" else "ASC"
        query.order = [f"{term} {direction}" for term in terms]
        return query

    def _search(self, query: Query, words: str) -> None:
        """The whole of a name or an email address; `*` at either end stands for anything. White space finds all."""
        words = words.strip(" \t\n\r\0\x0b")
        if not words:
            return
        inner = words.strip("*").lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        like = f"{'%' if words.startswith('*') else ''}{inner}{'%' if words.endswith('*') else ''}"
        query.add(
            "(d.title LIKE ? ESCAPE '\\' OR d.id IN (SELECT id FROM facets WHERE kind = ? "
            "AND name IN ('email', 'username') AND value LIKE ? ESCAPE '\\'))",
            *(like, self.kind, like),
        )

    def page(self, call: LegacyCall) -> lists.Page:
        """The page that is asked for."""
        query = self.select(call)
        total, size = self.state.count(query), to_int(call.filter.get("limit"))
        if size == -1 and call.version > 1:
            return lists.Page(self.state.select(query), total, 1)
        query.limit = abs(size) or lists.PER_PAGE
        pages = call.exact_page - 1
        skipped = abs(to_int(call.filter["offset"])) if "offset" in call.filter else lists.skipped(pages, query.limit)
        if skipped < 0:  # the database knows nothing before the first page
            query.nothing()
        query.offset = min(max(skipped, 0), 2**62)
        keys = self.state.select(query)
        # With an offset this is no whole number, and links tell it.
        number, pages = query.offset / query.limit + 1, math.ceil(total / query.limit)
        return lists.Page(keys, total, pages, number, lone=len(keys) == 1)

    # refusals

    def wanted(self, number: int) -> int:
        """The id, if there is such a user."""
        if self.state.has(self.kind, number):
            return number
        word = "customer" if number else "customer_id"
        raise Refused(404, f"woocommerce_api_invalid_{word}", "There is no such customer.")


class OldestCustomers(Customers):
    """v1 counts only what one page holds, and tells of no other pages."""

    def list(self, call: LegacyCall) -> Any:
        """One page. The number of pages gets lost, so that the last one is told without a number."""
        answer = super().list(call)
        call.headers["X-WC-TotalPages"] = ""
        call.headers.pop("Link", None)
        if len(answer[self.many]) != 1 and not lists.has_lines(call):
            call.headers["Link"] = lists.link(call, "last", None)
        return answer

    def count(self, call: LegacyCall) -> Any:
        """How many the first page has."""
        return {"count": len(self.page(call).keys)}

    def select(self, call: LegacyCall) -> Query:
        """Moments are read by a clock of twelve hours: none is found at what it does not have, such as midnight."""
        query = super().select(call)
        for name in ("created_at_min", "created_at_max"):
            if name in call.filter and not 1 <= int(lists.moment(call.filter[name])[11:13]) <= 12:
                query.nothing()
        return query


class Downloads(LegacyResource):
    """What a customer has bought and may download."""

    kind = "customers.downloads"

    def list(self, call: LegacyCall) -> Any:
        """All of it."""
        customer = self.api.resource("customers").wanted(call.id)
        return {"downloads": [_download(entry) for entry in self.run("list", {}, customer_id=customer)]}


def _download(entry: Json) -> Json:
    names = ("download_url", "download_id", "product_id", "download_name", "order_id", "order_key")
    left, until = entry["downloads_remaining"], dates.parse(str(entry["access_expires_gmt"]), UTC)
    return {
        **{name: entry[name] for name in names},
        "downloads_remaining": "" if left == "unlimited" else str(left),
        "access_expires": f"{dates.utc(until)}Z" if until else None,
        "file": entry["file"],
    }

"""Webhooks of the legacy API: what is made here tells of things in legacy form."""

from __future__ import annotations

import math
from typing import Any, ClassVar

from .. import text
from ..deliveries import LEGACY
from ..description import Json
from ..errors import Refused
from ..hooks.webhooks import STATUSES
from ..schema import to_int, to_list
from ..state import Doc, Query
from . import lists
from .call import LegacyCall
from .orders.view import EPOCH
from .resource import LegacyResource, zulu

_TEXTS = ("name", "topic", "delivery_url", "secret")
_FIELDS = ("id", "name", "status", "topic", "resource", "event", "hooks", "delivery_url")
_ORDERS = {
    "name": ("d.title COLLATE store", "d.id"),
    "title": ("d.title COLLATE store", "d.id"),
    "date": ("d.created", "d.id"),
    "modified": ("d.modified", "d.id"),
}


class Webhooks(LegacyResource):
    """Subscriptions to what happens in the store."""

    kind = "webhooks"
    one = "webhook"
    many = "webhooks"
    counted_by = "status"
    codes: ClassVar = {
        f"woocommerce_rest_shop_webhook_invalid_{name}": (400, f"woocommerce_api_invalid_webhook_{name}")
        for name in ("topic", "delivery_url")
    }

    def delete(self, call: LegacyCall) -> Any:
        """Webhooks have no trash, and the answer is a bare `true`."""
        self.run("delete", {"force": True}, self.wanted(call.id))
        return True

    def changes(self, call: LegacyCall, data: Json, doc: Doc | None) -> Json:
        """The parameters of `wc/v3`. A new one is active, whatever the request says; an unknown status disables."""
        found: Json = {name: text.scalar_text(data[name]) for name in _TEXTS if data.get(name)}
        if doc is not None and data.get("status"):
            status = text.scalar_text(data["status"])
            found["status"] = status if status in STATUSES else "disabled"
        return found

    def created(self, call: LegacyCall, data: Json) -> Json:
        """A new webhook, which tells of things in legacy form."""
        shown = super().created(call, data)
        doc = self.state.copy(self.kind, shown["id"])
        if doc is not None:
            self.resource.save({**doc, "_api_version": LEGACY})
        return shown

    def show(self, call: LegacyCall, doc: Doc) -> Json:
        """A webhook in legacy form."""
        return {
            **{name: doc[name] for name in _FIELDS},
            "created_at": zulu(doc.get("date_created_gmt")) or EPOCH,
            "updated_at": zulu(doc.get("date_modified_gmt")) or EPOCH,
        }

    def select(self, call: LegacyCall) -> Query:
        """Webhooks by name, status and time; a later bound hides an earlier one."""
        query, given = Query(self.kind), call.filter
        status = given.get("post_status")
        if status:
            query.one_of("status", [str(status)])
        for column, names in (("created", "created_at"), ("modified", "updated_at")):
            for name, sign in ((f"{names}_max", "<="), (f"{names}_min", ">=")):
                if name in given:
                    query.add(f"d.{column} {sign} ? AND d.{column} != ''", lists.moment(given[name]))
                    break
        if "q" in given:
            words = str(given["q"]).lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
            query.add("lower(d.title) LIKE ? ESCAPE '\\'", f"%{words}%")
        if "in" in given:
            query.one_of("id", [to_int(number) for number in to_list(given["in"])])
        direction = "ASC" if str(given.get("order")).upper() == "ASC" else "DESC"
        query.order = [f"{term} {direction}" for term in _ORDERS.get(str(given.get("orderby")), ("d.id",))]
        return query

    def page(self, call: LegacyCall) -> lists.Page:
        """The page that is asked for. The store takes pages of one for no pages at all."""
        query = self.select(call)
        total, size = self.state.count(query), to_int(call.filter.get("limit") or lists.PER_PAGE)
        if size > 0:
            query.limit = size
            offset = call.filter.get("offset")
            query.offset = min(abs(to_int(offset)) if offset else (call.page - 1) * size, 2**62)
        pages = math.ceil(total / size) if size > 1 else 1
        return lists.Page(self.state.select(query), total, pages, call.page, lone=size > total)

    def wanted(self, number: int) -> int:
        """The id, if there is such a webhook."""
        if self.state.has(self.kind, number):
            return number
        word = "no_webhook_found" if number else "invalid_webhook_id"
        raise Refused(404, f"woocommerce_api_{word}", "There is no such webhook.")


class Deliveries(LegacyResource):
    """What webhooks sent. Stores no longer keep that: lists are empty, and no delivery is found."""

    kind = "webhooks"

    def list(self, call: LegacyCall) -> Any:
        """None."""
        self._webhook(call)
        return {"webhook_deliveries": []}

    def get(self, call: LegacyCall) -> Any:
        """None."""
        self._webhook(call)
        status = 400 if call.id else 404
        raise Refused(status, "woocommerce_api_invalid_webhook_delivery_id", "Deliveries are not kept.")

    def _webhook(self, call: LegacyCall) -> None:
        self.api.resource("webhooks").wanted(to_int(call.path["webhook_id"]))

"""Orders of the legacy API, which takes coupons for mere lines: they change no price."""

from __future__ import annotations

import copy
import dataclasses
import json
from datetime import UTC
from typing import Any, cast

from ... import dates, money, text
from ...call import Call
from ...description import Json
from ...errors import Refused
from ...hooks.orders import bought, buyers, coupon_lines, lines, showing, statuses, totals
from ...hooks.orders import orders as newest
from ...hooks.orders.notes import user_name
from ...kinds import is_list, is_map, members
from ...schema import is_number, to_int
from ...state import Doc, Key, Query
from .. import lists
from ..call import LegacyCall
from ..customers import Customers
from ..fitting import fitted
from ..resource import LegacyResource
from . import requests
from .view import BILLING_FIELDS, SHIPPING_FIELDS, OrderView, addresses

_ADDRESSES = {"billing_address": ("billing", BILLING_FIELDS), "shipping_address": ("shipping", SHIPPING_FIELDS)}


class Orders(LegacyResource):
    """Orders."""

    kind = "orders"
    one = "order"
    many = "orders"
    #: WooCommerce's analytics hand out orders of a class of their own, whose name this API does not know.
    meta_name = "product_meta"
    counted_by = "status"

    @property
    def newest(self) -> newest.Orders:
        """The resource of `wc/v3`."""
        return cast(newest.Orders, self.resource)

    # operations

    def count(self, call: LegacyCall) -> Any:
        """How many there are; of each status, if `any` is asked for. v1 does not know that word."""
        if call.query.get("status") != "any" or call.version == 1:
            return super().count(call)
        call.fill_filter()
        counts = {status: self._count(call, status) for status in self.statuses_known()}
        return {"count": counts}

    def _count(self, call: LegacyCall, status: str) -> int:
        query = self.select(call)
        query.one_of("status", [status])
        return self.state.count(query)

    def statuses(self, call: LegacyCall) -> Any:
        """The statuses that orders can have, and how they are called."""
        return {"order_statuses": self.statuses_known()}

    def statuses_known(self) -> dict[str, str]:
        """Status → name."""
        return statuses.names(self.shop)

    # changes

    def created(self, call: LegacyCall, data: Json) -> Json:
        """A new order. It is made in steps, and a refusal leaves behind what came before it."""
        doc = self._begun(call, data)
        self._take(self.newer("create", self._addresses(data)), doc, new=True)
        newer = self.newer("create", requests.lines(self.shop, data, None))
        self._take(newer, doc, new=True)
        totals.calculate(self.shop, doc, totals.NO_LINES)
        self.newest.save(doc)
        self._take_rest(doc, data)
        self._pay(doc, data)
        self.newest.store(newer, doc, new=True)
        call.status = 201
        return self.shown(call, doc["id"])

    def _begun(self, call: LegacyCall, data: Json) -> Doc:
        """The order before its lines come: its status finds nothing to take from stock, and no coupons to count."""
        newer = self.newer("create", {**self._customer(data, None), **self._note(data)})
        doc = self.newest.blank(newer)
        doc.update(created_via="", customer_ip_address="127.0.0.1", customer_user_agent=call.agent)
        self.newest.take_over(newer, doc, new=True)
        doc["id"] = self.newest.new_key(doc)
        self.newest.stamp(doc, new=True)
        if data.get("status"):
            statuses.move(self.shop, doc, self._known(data["status"]))
        self.newest.save(doc)
        buyers.forget(self.shop, int(doc["customer_id"]))
        return doc

    def _take_rest(self, doc: Doc, data: Json) -> None:
        """Payment, currency and custom fields of a new order."""
        params = self._payment(data, new=True) | self._money(data) | self._meta(data)
        self.newest.take_over(self.newer("create", params), doc, new=True)

    def updated(self, call: LegacyCall, key: Key, data: Json) -> Json:
        """An order changed: its money first, its status last.

        Addresses are forgotten unless sums are worked out or a payment is noted: nothing else stores them. The date of
        the change is that of WordPress's post, which holds status and note alone.
        """
        doc = self.state.copy(self.kind, key)
        assert doc is not None
        before = {name: copy.copy(doc[name]) for name in ("billing", "shipping", "status", "customer_note")}
        self._customer(data, doc)
        self._tell_account(doc["customer_id"], self._addresses(data))
        newer = self.newer("update", self.changes(call, data, doc), key)
        has_lines = any(name in newer.params for name in requests.LINES)
        self._take(newer, doc, new=False)
        if has_lines:
            totals.calculate(self.shop, doc, lines.kept(self.state.copy(self.kind, key) or {}, doc))
        if not has_lines and not (statuses.needs_payment(doc) and members(data.get("payment_details")).get("paid")):
            doc.update(billing=before["billing"], shipping=before["shipping"])
        if doc["customer_id"] and not doc["billing"]["email"]:
            doc["billing"]["email"] = members(self.state.get("customers", doc["customer_id"])).get("email", "")
        if statuses.needs_payment(doc):
            self._pay(doc, data)
        if text.filled(data.get("status")):
            self._move(call, doc, data)
        if any(doc[name] != before[name] for name in ("status", "customer_note")):
            self.newest.stamp(doc, new=False)
        self.newest.store(newer, doc, new=False)
        return self.shown(call, key)

    def changes(self, call: LegacyCall, data: Json, doc: Doc | None) -> Json:
        """The parameters of `wc/v3`, without status and payment."""
        lines_sent = requests.lines(self.shop, data, doc)
        found = lines_sent | self._addresses(data) | self._note(data) | self._customer(data, doc)
        return found | self._payment(data, new=False) | self._money(data) | self._meta(data)

    def _addresses(self, data: Json) -> Json:
        found: Json = {}
        for old, (new, names) in _ADDRESSES.items():
            sent = {k: text.line(text.single_text(v)) for k, v in members(data.get(old)).items() if v is not None}
            found[new] = {name: sent[name] for name in names if name in sent}
        return found

    def _note(self, data: Json) -> Json:
        return {} if data.get("note") is None else {"customer_note": data["note"]}

    def _meta(self, data: Json) -> Json:
        rows = [
            {"key": name, "value": value}
            for name, value in members(data.get("order_meta")).items()
            if not name.startswith("_") and value is not None and not (is_map(value) or is_list(value))
        ]
        return {"meta_data": rows}

    def _customer(self, data: Json, doc: Doc | None) -> Json:
        sent, owner = data.get("customer_id"), 0 if doc is None else doc["customer_id"]
        number = to_int(sent) if is_number(sent) else 0
        # PHP compares yes and no with whether there is a customer, and a text that is no number is none of them.
        same = bool(owner) is sent if isinstance(sent, bool) else number == owner and is_number(sent)
        if sent is None or same or (doc is None and not text.filled(sent)):
            return {}
        if not self.state.has("customers", number):
            raise Refused(400, "woocommerce_api_invalid_customer_id", "There is no such customer.")
        return {"customer_id": number}

    def _payment(self, data: Json, *, new: bool) -> Json:
        details = members(data.get("payment_details"))
        if details and new and not (details.get("method_id") and details.get("method_title")):
            raise Refused(400, "woocommerce_invalid_payment_details", "A payment needs a method and its title.")
        names = {"method_id": "payment_method", "method_title": "payment_method_title"}
        return {new: details[old] for old, new in names.items() if details.get(old) is not None}

    def _money(self, data: Json) -> Json:
        if data.get("currency") is None:
            return {}
        code = text.scalar_text(data["currency"])
        if not self.state.has("data.currencies", code):
            raise Refused(400, "woocommerce_invalid_order_currency", "This currency is not known.")
        return {"currency": code}

    def _take(self, newer: Call, doc: Doc, *, new: bool) -> None:
        """What the request says; addresses go to the customer's account too, lines leave stock alone."""
        owner = doc["customer_id"]  # addresses go to the one whose order it was
        rows = {name: newer.params.pop(name) for name in requests.LINES if name in newer.params}
        self.newest.take_over(newer, doc, new=new)
        for name, sent_rows in rows.items():
            lines.take(self.shop, doc, name, sent_rows, moves_stock=False)
        self._tell_account(owner, newer.params)

    def _tell_account(self, owner: int, sent: Json) -> None:
        """The customer whose order it was gets the addresses that a request says, even if the rest is refused."""
        account = self.state.copy("customers", owner) if owner else None
        if account is None:
            return
        customers = self.shop.resource("customers")
        for name, _ in _ADDRESSES.values():
            known, address = members(account[name]), members(sent.get(name))
            if any(known.get(key) != value for key, value in address.items()):
                customers.stamp(account, new=False)
                account[name] = {**known, **address}
        customers.save(account)

    def _move(self, call: LegacyCall, doc: Doc, data: Json) -> None:
        """Another status, with a remark."""
        remark, author = text.scalar_text(data.get("status_note")), user_name(self.shop, call.user)
        statuses.move(self.shop, doc, self._known(data["status"]), author=author, remark=remark)

    def _known(self, sent: Any) -> str:
        """A status; one that the shop does not have is `pending`."""
        status = text.scalar_text(sent).removeprefix("wc-")
        return status if status in self.statuses_known() or status in ("trash", "auto-draft") else "pending"

    def _pay(self, doc: Doc, data: Json) -> None:
        details = members(data.get("payment_details"))
        if details.get("paid") is True:
            statuses.pay(self.shop, doc, text.scalar_text(details.get("transaction_id")))

    # showing

    def show(self, call: LegacyCall, doc: Doc) -> Json:
        """An order in legacy form."""
        whole = {**self.view(call).order(doc), "customer": self._buyer(doc)}
        if call.version == 3:
            self._expand(call, doc, whole)
        return members(fitted(call.description, {"$ref": "LegacyOrder"}, whole))

    def view(self, call: LegacyCall) -> OrderView:
        """How sums are shown: v1 rounds those of lines, and knows no other number of decimals."""
        given = members(call.query.get("filter"))
        if call.version == 1:
            return OrderView(self.shop, rounds=True)
        places = min(abs(to_int(given["dp"])), money.MOST_PLACES) if "dp" in given else 2
        return OrderView(self.shop, places=places, hidden=given.get("all_item_meta") == "true")

    def _buyer(self, doc: Doc) -> Json:
        """The customer; of a guest, what the order says."""
        customer = self.state.get("customers", doc["customer_id"]) if doc["customer_id"] else None
        if customer is not None:
            return cast(Customers, self.api.resource("customers")).whole(customer)
        billing = members(doc.get("billing"))
        names = {name: billing.get(name) or "" for name in ("email", "first_name", "last_name")}
        return {"id": 0, **names, **addresses(doc)}

    def _expand(self, call: LegacyCall, doc: Doc, whole: Json) -> None:
        """`filter[expand]`: the things that lines are about, beside their ids."""
        wanted = str(call.filter.get("expand") or "").split(",")
        if "products" in wanted:
            for row, line in zip(whole["line_items"], doc["line_items"], strict=True):
                product = bought.of_line(self.shop, line)
                if product is not None:
                    row["product_data"] = self._other("products", product.id)
        if "taxes" in wanted:
            for row in whole["tax_lines"]:
                if self.state.has("taxes", row["rate_id"]):
                    row["rate_data"] = self._other("taxes", row["rate_id"])
        if "coupons" in wanted:
            for row in whole["coupon_lines"]:
                coupon = coupon_lines.find(self.shop, str(row["code"]))
                if coupon is not None:
                    row["coupon_data"] = self._other("coupons", coupon["id"])

    def _other(self, kind: str, key: Key) -> Json:
        """Another thing, as its own route shows it."""
        resource = self.api.resource(kind)
        return members(resource.record(key)[resource.one])

    # lists

    def select(self, call: LegacyCall) -> Query:
        """Orders of the statuses asked for; words that are none are passed over, and only such words find all."""
        known = list(self.statuses_known())
        words = str(text.filled(call.query.get("status")) or call.whole_filter.get("status") or "")
        # `wc-` is put before each word: the trash has no such name.
        wanted = [word for word in words.split(",") if word in known] or [*known, "trash"]
        searched = call.filter.get("q")
        asked = {**call.whole_filter, "q": "", "post_status": self._in_posts(call.whole_filter.get("post_status"))}
        plain = dataclasses.replace(call, query={**call.query, "filter": asked})
        query = lists.query_of(plain, self.kind, ",".join(wanted if words else known))
        if searched:
            self._search(query, str(searched).lower().split())
        if call.filter.get("customer_id") and call.version == 3:
            query.facet("customer", [abs(to_int(call.filter["customer_id"]))])
        if showing.in_tables(self.shop):
            query.nothing()
        return query

    def _in_posts(self, words: Any) -> str:
        """Names of statuses in the database: those of orders begin with `wc-`, and no order has one of WordPress's."""
        names = {f"wc-{status}": status for status in self.statuses_known()} | dict.fromkeys(lists.STATUSES, "publish")
        names |= {word: word for word in ("", "any", "trash")}
        return ",".join(names.get(word, "-") for word in str(words or "").split(","))

    def _search(self, query: Query, words: list[str]) -> None:
        """WordPress looks into the title that orders get from their date, and the customer's note; no names there."""
        found = [doc["id"] for doc in self.state.all(self.kind) if all(word in _text(doc) for word in words)]
        query.add("d.id IN (SELECT value FROM json_each(?))", json.dumps(found))

    def wanted(self, number: int) -> int:
        """The id, if there is such an order. In tables of their own, they leave a post of another type here."""
        if showing.in_tables(self.shop) and self.state.has(self.kind, number):
            raise Refused(404, "woocommerce_api_invalid_order", "The post with this id is no order.")
        return super().wanted(number)


def _text(doc: Doc) -> str:
    """What WordPress finds an order by."""
    made = dates.parse(str(doc.get("date_created_gmt") or ""), UTC)
    title = f"Order &ndash; {made.strftime('%b %d, %Y @ %I:%M %p')}" if made else "Order"
    return f"{title}\n{doc.get('customer_note') or ''}".lower()


class OldestOrders(Orders):
    """v1 changes the status of orders, and nothing else. There is no envelope around that."""

    def update(self, call: LegacyCall) -> Any:
        """Another status."""
        doc = self.state.copy(self.kind, self.wanted(call.id))
        assert doc is not None
        data = members(call.data)
        if text.filled(data.get("status")):
            status = doc["status"]
            self._move(call, doc, {"status": data["status"], "status_note": data.get("note")})
            if doc["status"] != status:
                self.newest.stamp(doc, new=False)
            self.newest.store(self.newer("update", {}, doc["id"]), doc, new=False)
        return {self.one: self.shown(call, doc["id"])}


class CustomerOrders(LegacyResource):
    """The orders of one customer."""

    kind = "orders"
    many = "orders"

    def list(self, call: LegacyCall) -> Any:
        """A page of them."""
        self.api.resource("customers").wanted(call.id)
        call.fill_filter()
        orders = self.api.resource("orders")
        query = orders.select(call)
        query.facet("customer", [call.id])
        page = lists.page_of(self.state, call, query)
        lists.headers(call, page)
        return {self.many: [orders.shown(call, key) for key in page.keys]}


class OlderCustomerOrders(CustomerOrders):
    """v2 and v1 tell all of them, the oldest first. They ask WooCommerce, which knows those that are no posts too."""

    def list(self, call: LegacyCall) -> Any:
        """All of them; in place of one that is no post, the refusal."""
        self.api.resource("customers").wanted(call.id)
        query = Query(self.kind)
        query.facet("customer", [call.id])
        query.one_of("status", ["trash", "auto-draft", "checkout-draft"], negate=True)
        query.order = ["d.created ASC", "d.id ASC"]
        return {self.many: [self._shown(call, key) for key in self.state.select(query)]}

    def _shown(self, call: LegacyCall, key: Key) -> Json:
        orders = self.api.resource("orders")
        try:
            return orders.shown(call, orders.wanted(to_int(key)))
        except Refused as refusal:
            return {refusal.code: [refusal.message]}

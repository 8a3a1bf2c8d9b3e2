"""Orders: made of lines, coupons and addresses; their sums follow, and their status decides what happens."""

from __future__ import annotations

import secrets
import string
from datetime import UTC
from typing import Any, ClassVar

from ... import dates, lists, meta, money, schema
from ...call import Call
from ...description import Json
from ...errors import Crashed, Refused
from ...kinds import members
from ...resource import Resource
from ...state import Doc, Query
from ...text import line, scalar_text
from . import accounts, buyers, coupon_lines, currencies, lines, refunding, seeds, showing, statuses, totals
from .notes import user_name

_SUMS = ("discount_total", "discount_tax", "shipping_total", "shipping_tax", "cart_tax", "total", "total_tax")
_RECALCULATE = ("billing", "shipping", "line_items", "shipping_lines", "fee_lines", "coupon_lines")
#: Statuses that `any` does not mean.
_HIDDEN = ("trash", "auto-draft")
_TEXTS = ("payment_method", "payment_method_title", "transaction_id", "customer_note")


class Orders(Resource):
    """Orders."""

    sequence = "posts"
    topic = "order"
    exists = "woocommerce_rest_shop_order_exists"
    default_order = "date"
    default_direction = "desc"
    #: Whether links to other pages name the statuses, asked for or not.
    writes_status_back: ClassVar[bool] = True
    #: Whether a new order that waits for its payment has used its coupons already.
    counts_coupons: ClassVar[bool] = True
    #: Whether a new order has its lines in the database before its sums are worked out.
    stores_lines_first: ClassVar[bool] = True
    #: Whether payment gateways have a say in what a paid order becomes.
    asks_gateways: ClassVar[bool] = True
    shown_by = ("dp", "include_meta", "exclude_meta")
    undeclared = frozenset({"dp"})
    filters: ClassVar[lists.Filters] = {
        "status": lists.ignored,
        "search": lists.unless_nothing(lists.term_or_id),  # names, addresses and products
        "customer": lists.facet("customer"),
        "product": lists.unless_nothing(lists.facet("product")),
        "created_via": lists.facet("created_via"),
    }

    # changes

    def create(self, call: Call) -> Any:
        """A new order. If a coupon is refused, the order stays behind: since WooCommerce 10 as a draft."""
        self.refuse_known(call)
        doc = self.blank(call)
        self.take_over(call, doc, new=True)
        doc["id"] = self.new_key(doc)
        self.stamp(doc, new=True)
        totals.calculate(self.shop, doc, None if self.stores_lines_first else totals.NO_LINES)
        try:
            self._finish(call, doc, new=True)
        except (Refused, Crashed) as failure:
            if isinstance(failure, Refused) and self.shop.since(10, 0):
                doc["status"] = "checkout-draft"
                failure.data["new_draft_order_id"] = doc["id"]
                doc["_processing"] = statuses.needs_processing(self.shop, doc)
            self.save(doc)
            raise
        self.store(call, doc, new=True)
        call.headers["Location"] = self.location(call, doc)
        return self.render(call, doc)

    def update(self, call: Call) -> Any:
        """An order changed; sums are worked out anew only if something was sent that they depend on.

        All but the coupons is kept when those are refused.
        """
        doc = self.state.copy("orders", self.wanted(call)["id"])
        assert doc is not None
        before = lines.numbers(doc)
        try:
            self.take_over(call, doc, new=False)
        except (Refused, Crashed):
            self.save(lines.kept(self.state.copy("orders", doc["id"]) or {}, doc))
            raise
        if any(call.params.get(name) is not None for name in _RECALCULATE):
            totals.calculate(self.shop, doc, lines.kept(self.state.copy("orders", doc["id"]) or {}, doc))
        if lines.numbers(doc) != before:
            # What WooCommerce remembers of the order holds until a line comes or goes.
            doc.pop("_processing", None)
        try:
            self._finish(call, doc, new=False)
        except (Refused, Crashed):
            self.stamp(doc, new=False)
            super().store(None, doc, new=False)
            raise
        if showing.is_noted(self.shop, self.state.get("orders", doc["id"]) or {}, doc):
            self.stamp(doc, new=False)
        self.store(call, doc, new=False)
        return self.render(call, doc)

    def blank(self, call: Call) -> Doc:
        """An order of nothing, for nobody."""
        address = dict.fromkeys(
            ("first_name", "last_name", "company", "address_1", "address_2", "city", "state", "postcode", "country"), ""
        )
        included = self.shop.option("tax", "woocommerce_prices_include_tax", "no") == "yes"
        signs = string.ascii_letters + string.digits
        return {
            "id": 0, "parent_id": 0, "status": "pending", "currency": self.shop.currency,
            "version": showing.version(self.shop), "prices_include_tax": included, "date_created": None,
            "date_modified": None, **dict.fromkeys(_SUMS, "0"),
            "customer_id": 0, "order_key": "wc_order_" + "".join(secrets.choice(signs) for _ in range(13)),
            "billing": {**address, "email": "", "phone": ""}, "shipping": {**address, "phone": ""},
            **dict.fromkeys(_TEXTS, ""), "customer_ip_address": "", "customer_user_agent": "",
            "created_via": "rest-api", "date_completed": None, "date_paid": None, "cart_hash": "", "meta_data": [],
            **{name: [] for name in showing.LINES}, "date_created_gmt": None, "date_modified_gmt": None,
            "date_completed_gmt": None, "date_paid_gmt": None,
        }  # fmt: skip

    def take_over(self, call: Call, doc: Doc, *, new: bool) -> None:
        """What the request says, without coupons and status: those come when the sums are known."""
        sent = {name: value for name, value in call.params.items() if value is not None}
        for name in ("billing", "shipping"):
            self._take_address(doc, name, sent.get(name))
        self._take_texts(call, doc, sent, new=new)
        if "parent_id" in sent:
            self._set_parent(doc, schema.to_int(sent["parent_id"]))
        for name in ("line_items", "shipping_lines", "fee_lines"):
            lines.take(self.shop, doc, name, sent.get(name))
        if "meta_data" in sent:
            doc["meta_data"] = meta.merged(
                doc["meta_data"], sent["meta_data"], lambda: self.state.next_id("meta"),
                keyless=showing.from_tables(self.shop),
            )  # fmt: skip
        if "customer_id" in sent:
            self._set_customer(doc, schema.to_int(sent["customer_id"]))
        if doc["customer_id"] and not doc["billing"]["email"]:
            doc["billing"]["email"] = (self.state.get("customers", doc["customer_id"]) or {}).get("email", "")

    def _take_texts(self, call: Call, doc: Doc, sent: Json, *, new: bool) -> None:
        """Plain texts; null is an empty one, and the currency of the shop. Without a way to pay there is no title."""
        named = {*sent, *call.sent}
        doc.update({name: scalar_text(sent.get(name)) for name in _TEXTS if name in named})
        if "payment_method" in named and not doc["payment_method"] and "payment_method_title" not in named:
            doc["payment_method_title"] = ""
        if "payment_method_title" in sent and not call.in_batch:
            doc["payment_method_title"] = line(doc["payment_method_title"])
        if "currency" in named:
            doc["currency"] = scalar_text(sent.get("currency") or self.shop.currency)
            if call.in_batch:  # elsewhere, parameters are checked
                currencies.guard(self.shop, doc["currency"])
        if new and sent.get("created_via"):
            doc["created_via"] = line(scalar_text(sent["created_via"]))

    def _take_address(self, doc: Doc, name: str, sent: Any) -> None:
        """Some or all of an address."""
        for key, value in members(sent).items():
            if key in doc[name]:
                doc[name][key] = scalar_text(value) if not isinstance(value, dict | list) else ""
        email = doc[name].get("email")
        if email and not schema.is_email(email):
            raise Refused(400, "order_invalid_billing_email", "That is no email address.")

    def _set_parent(self, doc: Doc, number: int) -> None:
        if number and (number == doc["id"] or not self.state.has("orders", number)):
            raise Refused(400, "order_invalid_parent_id", "There is no such order to be the parent.")
        doc["parent_id"] = number

    def _set_customer(self, doc: Doc, number: int) -> None:
        if number and not self.state.has("customers", number):
            raise Refused(400, "woocommerce_rest_invalid_customer_id", "There is no such customer.")
        if number != doc["customer_id"] and (doc["id"] or not showing.from_tables(self.shop)):
            self._active(number)
        doc["customer_id"] = number

    def _active(self, number: int) -> None:
        """A customer who is given an order was active today."""
        customer = self.state.copy("customers", number)
        if customer is not None:
            today = self.shop.now().replace(hour=0, minute=0, second=0, microsecond=0)
            row = {"key": "wc_last_active", "value": str(int(today.timestamp()))}
            customer["meta_data"] = meta.merged(customer["meta_data"], [row], lambda: self.state.next_id("meta"))
            self.shop.resource("customers").save(customer)

    def _finish(self, call: Call, doc: Doc, *, new: bool) -> None:
        """Coupons, then the status, then the payment."""
        if call.params.get("coupon_lines") is not None:
            self.apply_coupons(doc, call.params["coupon_lines"])
        status = call.params.get("status")
        if status:
            manual = schema.to_bool(call.get("manual_update", False))
            author = user_name(self.shop, call.user) if manual else ""
            self.give_status(doc, self._known(str(status)), author=author, new=new)
        elif new and self.counts_coupons:
            coupon_lines.count_uses(self.shop, doc)
        if call.get("set_paid") is True and (new or statuses.needs_payment(doc)):
            transaction = scalar_text(call.get("transaction_id"))
            statuses.pay(self.shop, doc, transaction, asks_gateways=self.asks_gateways)

    def give_status(self, doc: Doc, status: str, *, author: str, new: bool) -> None:
        """Another status, with all that follows."""
        statuses.move(self.shop, doc, status, author=author, asks_gateways=self.asks_gateways)

    def apply_coupons(self, doc: Doc, sent: Any) -> None:
        """The order's coupons are those sent; its sums follow."""
        coupon_lines.set_lines(self.shop, doc, sent)

    def _known(self, status: str) -> str:
        """A status that the shop has; in a batch others get this far, and count as `pending`."""
        status = status.removeprefix("wc-")
        known = status in statuses.NAMES or status in ("trash", "auto-draft") or status in statuses.names(self.shop)
        return status if known else "pending"

    def store(self, call: Call | None, doc: Doc, *, new: bool) -> None:
        """WooCommerce remembers whether there is anything to do, once an answer has told it."""
        if call is None or not call.plain:
            doc["_processing"] = statuses.needs_processing(self.shop, doc)
        super().store(call, doc, new=new)
        buyers.forget(self.shop, int(doc["customer_id"]))

    def forget_customer(self, customer: int) -> None:
        """A customer is gone: their orders are a guest's now."""
        query = Query(self.kind)
        query.facet("customer", [customer])
        for doc in [self.state.copy(self.kind, key) for key in self.state.select(query)]:
            assert doc is not None
            doc["customer_id"] = 0
            if showing.from_tables(self.shop):
                self.stamp(doc, new=False)
            self.save(doc)

    # refusals and deletion

    def may(self, call: Call) -> None:
        """Whether an order exists is told to nobody without a key."""
        if not call.user and call.operation.verb in ("get", "update", "delete"):
            self.guard_strangers(call)
        super().may(call)

    def throw_away(self, call: Call, doc: Doc) -> None:
        """Into the trash: what the order did to coupons and sales is undone, stock is not.

        The old API has WordPress delete the post, and WooCommerce undoes nothing.
        """
        copy = self.state.copy("orders", doc["id"])
        assert copy is not None
        copy["_status"], copy["status"] = copy["status"], "trash"
        if not call.plain:
            statuses.count_sales(self.shop, copy, sold=False)
            coupon_lines.count_uses(self.shop, copy)
        created = str(copy["date_created"] or "")
        notes = {str(note["id"]): "1" for note in self.state.all("orders.notes", doc["id"])}
        rows: list[tuple[str, Any]] = [
            ("_wp_trash_meta_status", f"wc-{copy['_status']}"),
            ("_wp_trash_meta_time", str(int(self.shop.now().timestamp()))),
        ]
        if not showing.in_tables(self.shop):
            rows.append(("_wp_desired_post_slug", _slug(created)))
            rows += [("_wp_trash_meta_comments_status", notes)] if notes else []
        copy["meta_data"] = [
            *copy["meta_data"], *({"id": self.state.next_id("meta"), "key": k, "value": v} for k, v in rows)
        ]  # fmt: skip
        self.stamp(copy, new=False)
        self.save(copy)
        buyers.forget(self.shop, int(copy["customer_id"]))
        self.shop.changed(self.topic, "deleted", {"id": doc["id"]})

    def discard(self, call: Call, doc: Doc) -> None:
        """For good, with its refunds, notes and fulfillments."""
        copy = self.state.copy("orders", doc["id"])
        if copy is not None:
            if not call.plain:
                statuses.count_sales(self.shop, copy, sold=False)
            self._leave_customer(copy)
        for kind in ("orders.refunds", "orders.notes", "orders.fulfillments"):
            for child in self.state.all(kind, doc["id"]):
                self.state.remove(kind, child["id"])
        super().discard(call, doc)

    def _leave_customer(self, doc: Doc) -> None:
        """Whose only order is deleted never paid for anything. Where orders are posts, the count stays noted."""
        number = int(doc["customer_id"])
        only = bool(number) and self.state.has("customers", number) and buyers.count(self.shop, number) == 1
        customer = self.state.copy("customers", number) if only else None
        if customer is not None:
            customer["is_paying_customer"] = False
            accounts.written_whole(self.shop, customer)
            self.shop.resource("customers").save(customer)
        if showing.from_tables(self.shop):
            buyers.forget(self.shop, number)

    # showing

    def show(self, call: Call, doc: Doc) -> Json:
        """An order with what is computed of it."""
        shown = super().show(call, doc)
        decimals = showing.places(self.shop, call)
        for name in _SUMS:
            shown[name] = money.fixed(doc.get(name) or 0, decimals)
        for name in showing.LINES:
            shown[name] = showing.lines(self.shop, doc, name, decimals)
        number = doc["id"]
        shown.update(
            number=str(number),
            meta_data=showing.custom_fields(self.shop, call, doc),
            refunds=[showing.refund(self.shop, doc, decimals) for doc in refunding.of_order(self.shop, number)],
            payment_url=f"{self.shop.url}/checkout/order-pay/{number}/?pay_for_order=true&key={doc['order_key']}",
            is_editable=doc["status"] in ("pending", "on-hold", "auto-draft"),
            needs_payment=statuses.needs_payment(doc),
            needs_processing=statuses.needs_processing(self.shop, doc),
            currency_symbol=currencies.symbol(self.shop, doc["currency"]),
        )
        return shown

    def links(self, call: Call, doc: Doc) -> Json:
        """The mails that suit it, its customer, its parent."""
        found = super().links(call, doc)
        url = self.shop.rest_url(call.description)
        if self.shop.since(9, 8):
            href = f"{url}/orders/{doc['id']}/actions/email_templates"
            found["email_templates"] = [{"embeddable": True, "href": href}]
        if doc.get("customer_id"):
            found["customer"] = [{"href": f"{url}/customers/{doc['customer_id']}"}]
        if doc.get("parent_id"):
            found["up"] = [{"href": f"{url}/orders/{doc['parent_id']}"}]
        return found

    # lists and seeds

    def total_of_none(self, total: int, offset: int) -> int:
        """Tables of their own are not counted where none is found."""
        return 0 if showing.from_tables(self.shop) else super().total_of_none(total, offset)

    def narrow(self, query: Query, call: Call) -> None:
        """Orders of the statuses asked for. Stores that keep orders in tables of their own show drafts among `any`."""
        statuses = schema.to_list(call.get("status") or "any")
        if call.get("include") and call.get("exclude") and showing.from_tables(self.shop):
            # WordPress does not look at what is excluded where some are asked for; these tables do.
            query.one_of("id", call.get("exclude"), negate=True)
        # WooCommerce writes what it made of the statuses back into the request, and so behind all else.
        if self.writes_status_back:
            call.query = {**{n: value for n, value in call.query.items() if n != "status"}, "status": statuses}
        wanted = [str(v).removeprefix("wc-") for v in statuses]
        if "any" not in wanted:
            query.one_of("status", wanted)
            return
        settings = members(members(self.state.get("system_status", "system_status")).get("settings"))
        query.one_of("status", _HIDDEN if settings.get("HPOS_enabled") else (*_HIDDEN, "checkout-draft"), negate=True)

    def index(self, doc: Doc) -> Any:
        """What `search` looks at: names, addresses, products."""
        found = super().index(doc)
        parts = [" ".join(str(value) for value in doc.get(name, {}).values()) for name in ("billing", "shipping")]
        parts += [str(item.get("name") or "") for item in doc.get("line_items", [])]
        found.text = "\n".join([*parts, str(doc.get("customer_note") or "")])
        found.parent = doc.get("parent_id") or 0
        return found

    def facets(self, doc: Doc) -> list[tuple[str, Any]]:
        """Who bought, what, and how."""
        products = {item.get("product_id") for item in doc.get("line_items", [])}
        return [
            ("customer", doc.get("customer_id") or 0),
            ("created_via", str(doc.get("created_via") or "")),
            *(("product", number) for number in products if number),
        ]

    def adopt(self, doc: Doc) -> None:
        """What is computed is left out; numbers of lines are taken."""
        computed = (
            "number",
            "refunds",
            "payment_url",
            "is_editable",
            "needs_payment",
            "needs_processing",
            "currency_symbol",
        )
        for name in computed:
            doc.pop(name, None)
        blank = self.blank_of_seed()
        for name, value in blank.items():
            doc.setdefault(name, value)
        seeds.adopt(self.shop, doc)
        statuses.adopt(doc)

    def blank_of_seed(self) -> Doc:
        """What an order of a seed may leave out."""
        return {"parent_id": 0, "meta_data": [], **{name: [] for name in showing.LINES}}


def _slug(created: str) -> str:
    """The slug that WordPress makes of an order's title: `order-nov-24-2026-1156-am`."""
    moment = dates.parse(created, UTC)
    return f"order-{moment.strftime('%b-%d-%Y-%I%M-%p').lower()}" if moment else "order"

"""Notes and refunds of orders in the legacy API."""

from __future__ import annotations

from typing import Any

from ... import money, text
from ...description import Json
from ...errors import Crashed, Refused
from ...hooks.orders import refunding
from ...hooks.orders.notes import add_note
from ...kinds import elements, members
from ...schema import to_int
from ...state import Doc, Query
from ..call import LegacyCall
from ..resource import LegacyResource, zulu
from .view import OrderView

#: What PHP takes for no in a query; "false" is yes.
_OFF = ("", "0")


class _Part(LegacyResource):
    """Something that belongs to an order."""

    def order(self, call: LegacyCall) -> int:
        """The order that the path names."""
        return int(self.api.resource("orders").wanted(to_int(call.path["order_id"])))

    def part(self, call: LegacyCall) -> Doc:
        """What the path names, whatever order it belongs to."""
        doc = self.state.copy(self.kind, call.id)
        code = f"woocommerce_api_invalid_{self.one}_id"
        if not call.id:
            raise Refused(400, code, "That is no id.")
        if doc is None:
            raise Refused(404, code, "There is no such thing here.")
        return doc

    def own(self, call: LegacyCall) -> Doc:
        """What the path names, which must belong to the order."""
        order, doc = self.order(call), self.part(call)
        if doc["_parent"] != order:
            raise Refused(400, f"woocommerce_api_invalid_{self.one}_id", "This belongs to another order.")
        return doc

    def list(self, call: LegacyCall) -> Any:
        """All of them, the newest first."""
        query = Query(self.kind)
        query.one_of("parent", [self.order(call)])
        query.order = ["d.created DESC", "d.id ASC"]
        return {self.many: [self.shown(call, key) for key in self.state.select(query)]}

    def get(self, call: LegacyCall) -> Any:
        """One of them."""
        self.order(call)
        return {self.one: self.shown(call, self.part(call)["id"])}


class OrderNotes(_Part):
    """Notes."""

    kind = "orders.notes"
    one = "order_note"
    many = "order_notes"

    def create(self, call: LegacyCall) -> Any:
        """A new note, by the shop."""
        data, order = self.given(call), self.order(call)
        if data.get("note") is None:
            raise Refused(400, "woocommerce_api_invalid_order_note", "A note needs words.")
        params = {"note": text.scalar_text(data["note"]), "customer_note": data.get("customer_note") is True}
        made = self.run("create", params, order_id=order)
        call.status = 201
        return {self.one: self.shown(call, made["id"])}

    def update(self, call: LegacyCall) -> Any:
        """A note changed."""
        data, doc = self.given(call), self.own(call)
        if data.get("note") is not None:
            doc["note"] = text.scalar_text(data["note"])
        if data.get("customer_note") is not None:
            doc["customer_note"] = data["customer_note"] is True
        self.resource.save(doc)
        return {self.one: self.shown(call, doc["id"])}

    def delete(self, call: LegacyCall) -> Any:
        """A note deleted; there is no trash."""
        self.run("delete", {"force": True}, self.own(call)["id"], order_id=self.order(call))
        return {"message": "Deleted order note permanently"}

    def show(self, call: LegacyCall, doc: Doc) -> Json:
        """A note in legacy form: its id is a text."""
        return {
            "id": str(doc["id"]),
            "created_at": zulu(doc["date_created_gmt"]),
            "note": doc["note"],
            "customer_note": bool(doc["customer_note"]),
        }


class OrderRefunds(_Part):
    """Refunds."""

    kind = "orders.refunds"
    one = "order_refund"
    many = "order_refunds"

    def create(self, call: LegacyCall) -> Any:
        """A new refund. Nothing goes back into stock unless asked for, nor money where the gateway cannot send it."""
        data, order = self.given(call), to_int(call.path["order_id"])
        if not order:
            raise Refused(400, "woocommerce_api_invalid_order_id", "That is no id.")
        if data.get("amount") in (None, "") or money.decimal(data["amount"]) < 0:
            raise Refused(400, "woocommerce_api_invalid_order_refund", "A refund needs an amount above 0.")
        made = self._made(order, data)
        if call.query.get("api_refund", "1") not in _OFF:
            self._send_money(order, made["amount"])
        call.status = 201
        return {self.one: self.shown(call, made["id"])}

    def _made(self, order: int, data: Json) -> Json:
        """The refund itself. What cannot be refunded breaks the store: it takes the refusal for a refund."""
        rows = members(data.get("line_items"))
        params = {
            "amount": text.scalar_text(data["amount"]),
            "reason": text.scalar_text(data.get("reason")),
            "line_items": [{**members(row), "id": to_int(number)} for number, row in rows.items()],
            "api_refund": False,  # wc/v3 refuses where the gateway cannot send money
            "api_restock": bool(data.get("restock_items")),
        }
        if not money.typed(params["amount"]):
            raise Crashed("The amount is no number.")
        try:
            return members(self.run("create", params, order_id=order))
        except Refused as refusal:
            raise Crashed(refusal.message) from refusal

    def _send_money(self, order: int, amount: str) -> None:
        """Through the gateway of the order, which says so in a private note, if it can."""
        doc = members(self.state.get("orders", order))
        gateway = members(self.state.get("payment_gateways", str(doc.get("payment_method") or "")))
        if "refunds" in elements(gateway.get("method_supports")):
            add_note(self.shop, order, f"{gateway.get('title') or gateway['id']} gave back {amount}.")

    def update(self, call: LegacyCall) -> Any:
        """A refund changed: its amount, that is. A reason is written where nobody reads it any more."""
        data, doc = self.given(call), self.own(call)
        amount = money.typed(data.get("amount") or "")
        if money.decimal(amount) > 0:
            doc["amount"] = money.trimmed(amount)
            self.resource.save(doc)
        return {self.one: self.shown(call, doc["id"])}

    def delete(self, call: LegacyCall) -> Any:
        """A refund deleted; there is no trash."""
        self.run("delete", {"force": True}, self.own(call)["id"], order_id=self.order(call))
        return {"message": "Deleted refund permanently"}

    def list(self, call: LegacyCall) -> Any:
        """All of them, the newest first."""
        docs = refunding.of_order(self.shop, self.order(call))
        return {self.many: [self.shown(call, doc["id"]) for doc in docs]}

    def show(self, call: LegacyCall, doc: Doc) -> Json:
        """A refund in legacy form."""
        hidden = members(call.query.get("filter")).get("all_item_meta") == "true"
        return OrderView(self.shop, rounds=True, hidden=hidden).refund(doc)

"""What hangs on orders: their statuses, receipts, and the mails that can be sent again."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from ... import meta, money, schema
from ...call import Call
from ...description import Json
from ...errors import Refused
from ...resource import Resource
from ...state import Doc
from . import refunding, statuses
from .notes import add_note, user_name

_INVOICE = "customer_invoice"
#: Mails by the status that they suit; the invoice suits all.
_MAILS = {
    "completed": "customer_completed_order",
    "failed": "customer_failed_order",
    "on-hold": "customer_on_hold_order",
    "processing": "customer_processing_order",
    "refunded": "customer_refunded_order",
}
_TITLES = {
    "customer_completed_order": (
        "Completed order",
        "Tells customers that their order is done, usually that it was sent.",
    ),
    "customer_failed_order": ("Failed order", "Tells customers that the payment of their order failed."),
    "customer_on_hold_order": ("Order on-hold", "Tells customers that their order waits for something."),
    "customer_processing_order": ("Processing order", "Tells customers that their order is paid and being worked on."),
    "customer_refunded_order": ("Refunded order", "Tells customers that money went back."),
    _INVOICE: ("Order details", "Sends customers what is in their order, and a link to pay for it."),
}


class OrderStatuses(Resource):
    """Statuses that orders can have; plugins of a recorded store may add some."""

    key = "slug"

    def list(self, call: Call) -> Any:
        """All of them, without links."""
        return [{"slug": slug, "name": name} for slug, name in statuses.names(self.shop).items()]


class _OfOrder(Resource):
    """Something done with one order."""

    def order(self, call: Call) -> Doc:
        """The order that the path names."""
        order = self.state.copy("orders", schema.to_int(call.path.get("id", 0)))
        if order is None:
            raise self.missing(call)
        return order

    def missing(self, call: Call) -> Refused:
        """There is no such order."""
        return Refused(404, "woocommerce_rest_not_found", "There is no such order.")


def _is_day(text: str) -> bool:
    """Whether a text is a day of the calendar."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) is not None


class Receipts(_OfOrder):
    """Receipts: pages with a secret address that are gone after some days."""

    def allowed(self, call: Call, methods: Sequence[str]) -> Sequence[str]:
        """In the order of its own; nothing for an order that is not there."""
        known = self.state.has("orders", schema.to_int(call.path.get("id", 0)))
        return super().allowed(call, methods)[::-1] if known else ()

    def get(self, call: Call) -> Any:
        """The receipt, if one was made and still exists."""
        if not self.state.has("orders", schema.to_int(call.path.get("id", 0))):
            raise Refused(403, "woocommerce_rest_cannot_view", "There is no such order to show a receipt of.")
        receipt = self._kept(self.order(call))
        if receipt is None:
            raise Refused(404, "woocommerce_rest_not_found", "The order has no receipt.")
        return receipt

    def create(self, call: Call) -> Any:
        """The receipt that exists, or a new one; nobody may make one for an order that does not exist."""
        if not self.state.has("orders", schema.to_int(call.path.get("id", 0))):
            raise Refused(403, "woocommerce_rest_cannot_create", "There is no such order to make a receipt for.")
        order = self.order(call)
        receipt = self._kept(order)
        if receipt is None or schema.to_bool(call.get("force_new", False)):
            today = self.shop.now().date()
            days = self._after(today, call.get("expiration_days", 1))
            last = str(days if call.get("expiration_date") is None else call.get("expiration_date"))
            if not _is_day(last):
                raise Refused(400, "woocommerce_rest_invalid_argument", "That is no day: write YYYY-MM-DD.")
            if last < str(today):
                raise Refused(400, "woocommerce_rest_invalid_argument", "A receipt cannot end before it is made.")
            token = secrets.token_hex(19)
            receipt = {"receipt_url": f"{self.shop.url}/wc/file/transient/{token}", "expiration_date": last}
            order["_receipt"] = receipt
            row = {"key": "_receipt_file_name", "value": token}
            order["meta_data"] = meta.merged(order["meta_data"], [row], lambda: self.state.next_id("meta"))
            orders = self.shop.resource("orders")
            orders.stamp(order, new=False)
            orders.save(order)
        return receipt

    def _after(self, today: date, days: Any) -> date:
        """So many days later, as far as there is a calendar."""
        return today + timedelta(min(max(schema.to_int(days), (date.min - today).days), (date.max - today).days))

    def _kept(self, order: Doc) -> Json | None:
        receipt: Json | None = order.get("_receipt")
        return receipt if receipt and receipt["expiration_date"] >= str(self.shop.now().date()) else None


class OrderActions(_OfOrder):
    """Mails about an order. None is sent: the order gets a note, as in a real store."""

    undeclared = frozenset({"context"})

    def email_templates(self, call: Call) -> Any:
        """The mails that suit the order as it stands; embedded in an order, only what they are called by."""
        mails = self._mails(self.order(call))
        # WordPress leaves fields out that are not for a context: of these, all but the id, or even that.
        if call.get("context") in ("embed", "edit"):
            return [{"id": mail} if call.get("context") == "embed" else [] for mail in mails]
        return [{"id": mail, "title": _TITLES[mail][0], "description": _TITLES[mail][1]} for mail in mails]

    def send_order_details(self, call: Call) -> Any:
        """Send the invoice."""
        return self._send(call, _INVOICE)

    def send_email(self, call: Call) -> Any:
        """Send one of the mails."""
        return self._send(call, str(call.get("template_id") or ""))

    def _mails(self, order: Doc) -> list[str]:
        status = order["status"]
        if not order["billing"].get("email") or status in ("auto-draft", "draft", "new", "trash"):
            return []
        back = refunding.refunded(self.shop, order["id"])
        partly = 0 < back < money.decimal(order["total"])
        wanted = (_INVOICE, _MAILS.get(status), _MAILS["refunded"] if partly else None)
        return sorted({mail for mail in wanted if mail})

    def _send(self, call: Call, mail: str) -> Json:
        messages: list[str] = []
        order = self.order(call)
        email, known = str(call.get("email") or ""), str(order["billing"].get("email") or "")
        if email and email != known:
            if known and not schema.to_bool(call.get("force_email_update", False)):
                raise Refused(
                    400, "woocommerce_rest_order_billing_email_exists", "The order has another email address."
                )
            order["billing"]["email"] = email
            self.shop.resource("orders").store(call, order, new=False)
            messages.append(f"The order's email address is now {email}.")
        if not order["billing"].get("email"):
            raise Refused(400, "woocommerce_rest_missing_email", "The order has no email address.")
        if mail not in self._mails(order):
            raise Refused(400, "woocommerce_rest_invalid_email_template", "That mail does not suit this order.")
        what = "Order details" if mail == _INVOICE else f"The mail “{_TITLES[mail][0]}”"
        messages.append(f"{what} sent to {order['billing']['email']}.")
        for message in messages:
            add_note(self.shop, order["id"], message, author=user_name(self.shop, call.user))
        return {"message": " ".join(messages)}

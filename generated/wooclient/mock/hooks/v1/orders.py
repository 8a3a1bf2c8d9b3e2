"""Orders and refunds in wc/v1."""

from __future__ import annotations

from dataclasses import replace

from ...call import Call
from ...description import Json, pruned
from ...state import Doc
from ..v2 import orders, refunds
from .lines import older
from .moments import InUtc
from .posts import OrderPost

_LINES = ("line_items", "shipping_lines", "fee_lines", "coupon_lines")


class Orders(OrderPost, InUtc, orders.Orders):
    """Orders."""

    post_type = "shop_order"
    writes_status_back = False
    asks_gateways = False
    stores_lines_first = False

    def show(self, call: Call, doc: Doc) -> Json:
        """With older lines; a refund's reason is called by another name."""
        shown = older(self.shop, call, doc, super().show(call, doc))
        shown["refunds"] = [{**refund, "refund": refund["reason"]} for refund in shown["refunds"]]
        return shown

    def take_over(self, call: Call, doc: Doc, *, new: bool) -> None:
        """Lines have fewer fields."""
        known = {name: call.description.form(call.operation.body[name]) for name in _LINES}
        params = {name: pruned(known[name], value) if name in known else value for name, value in call.params.items()}
        super().take_over(replace(call, params=params), doc, new=new)

    def give_status(self, doc: Doc, status: str, *, author: str, new: bool) -> None:
        """A new order gets it before its lines: nothing seems to have been paid, or to be given back."""
        if not new:
            super().give_status(doc, status, author=author, new=new)
            return
        total, doc["total"] = doc["total"], "0"
        super().give_status(doc, status, author=author, new=new)
        doc["total"] = total
        if status != "completed":
            doc["date_paid"] = doc["date_paid_gmt"] = None

    def links(self, call: Call, doc: Doc) -> Json:
        """Nothing of mails."""
        return {name: link for name, link in super().links(call, doc).items() if name != "email_templates"}


class Refunds(OrderPost, InUtc, refunds.Refunds):
    """Refunds."""

    post_type = "shop_order_refund"
    no_order = ("woocommerce_rest_invalid_order", 400)

    def looser(self, name: str) -> Json:
        """Any word for money that goes back is taken as a yes."""
        return {"type": "mixed"} if name == "api_refund" else super().looser(name)

    def show(self, call: Call, doc: Doc) -> Json:
        """With older lines."""
        return older(self.shop, call, doc, super().show(call, doc))

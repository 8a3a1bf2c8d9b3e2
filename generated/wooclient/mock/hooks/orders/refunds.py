"""Refunds: money given back for an order, in all or for some of its lines, which can go back into stock."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from ... import lists, meta, money, schema
from ...call import Call
from ...description import Description, Json, Operation
from ...errors import Refused, RefusedBadly
from ...kinds import elements
from ...money import ZERO
from ...resource import Resource
from ...state import Doc, Indexed
from ...text import filled, scalar_text
from . import refund_lines, refund_totals, refunding, seeds, showing, statuses, stock
from .notes import up_link

_WORD: Json = {"type": "string"}
_FIELD: Json = {"type": "object", "properties": {"id": {"type": "integer"}, "key": _WORD}}
_LINE: Json = {
    "id": {"type": "integer"}, "total": _WORD, "total_tax": _WORD, "taxes": {"type": "array"},
    "meta_data": {"type": "array", "items": _FIELD},
}  # fmt: skip
_SHIPPING: Json = {**_LINE, "instance_id": _WORD}
_FEE: Json = {**_LINE, "tax_class": _WORD, "tax_status": {"type": "string", "enum": ["taxable", "none"]}}
_UNUSED: Json = {
    "refunded_by": {"type": "integer"},
    "shipping_lines": {"type": "array", "items": {"type": "object", "properties": _SHIPPING}},
    "fee_lines": {"type": "array", "items": {"type": "object", "properties": _FEE}},
}


class Refunds(Resource):
    """Refunds of one order, and in `/refunds` those of all."""

    sequence = "posts"
    default_order = "date"
    default_direction = "desc"
    shown_by = ("dp",)
    undeclared = frozenset({"dp"})
    exists = "woocommerce_rest_shop_order_refund_exists"
    #: Neither reasons nor lines are searched, and orders to belong to are not looked at.
    filters: ClassVar[lists.Filters] = {"search": lists.term_or_id, "parent": lists.ignored}
    trash_notes = False
    #: Code, and what stands where a status belongs, if the order of a new refund is missing.
    no_order: ClassVar[tuple[str, int]] = ("woocommerce_rest_invalid_order_id", 404)

    def create(self, call: Call) -> Any:
        """A new refund; what is wrong with it is answered with 500."""
        self.refuse_known(call)
        order = self.state.copy("orders", call.path.get("order_id", 0))
        if order is None:
            code, data = self.no_order
            raise RefusedBadly(500, code, "There is no such order.", data)
        amount, wanted = self.asked(call, order)
        word = str(call.get("amount", ""))
        is_word = call.get("amount") is not None and not schema.is_number(word)
        if is_word and word[:1] > "9":
            raise refunding.cannot("PHP takes such a word for more than any number.")
        if (is_word and word < "0") or (amount is not None and amount < 0):
            raise RefusedBadly(500, "woocommerce_rest_invalid_order_refund", "A refund is above zero.", 400)
        doc = refunding.draft(
            self.shop, order, amount or ZERO, filled(scalar_text(call.get("reason"))), wanted, user=call.user
        )
        doc["meta_data"] = meta.merged(
            [], call.get("meta_data") or [], lambda: self.state.next_id("meta"), keyless=showing.from_tables(self.shop)
        )
        if self._is_on(call, "api_refund"):
            self._give_back(order)
            doc["refunded_payment"] = True
        partly = refunding.is_partial(self.shop, order, doc, named=bool(call.get("line_items")))
        refunding.finish(self.shop, order, doc, partly=partly)
        if self._is_on(call, "api_restock"):
            stock.restock(self.shop, order, {k: schema.to_int(v.get("qty")) for k, v in wanted.items()})
        orders = self.shop.resource("orders")
        if not partly:
            statuses.move(self.shop, order, "refunded")
        orders.stamp(order, new=False)
        orders.store(call, order, new=False)
        # WordPress gives the route itself here, not the address.
        pattern = "/orders/(?P<order_id>[\\d]+)/refunds/"
        call.headers["Location"] = self.shop.rest_url(call.description, f"{pattern}{doc['id']}")
        return self.render(call, doc)

    def preview(self, call: Call) -> Any:
        """What a refund would come to."""
        order = self.state.get("orders", call.path.get("order_id", 0))
        if order is None:
            raise Refused(404, self.no_order[0], "There is no such order.")
        call.status = 200
        return refund_totals.preview(self.shop, order, elements(call.get("line_items")))

    def asked(self, call: Call, order: Doc) -> tuple[Decimal | None, dict[int, Doc]]:
        """The amount, and by line id what to refund of a line: `qty`, `refund_total`, `refund_tax` by rate."""
        if call.get("compute_totals") is True:
            parts = refund_totals.computed(self.shop, order, elements(call.get("line_items")), "id")
            return refund_totals.amount(self.shop, order, parts, call.get("amount")), parts
        lines = refund_lines.by_id(call.get("line_items"))
        amount = call.get("amount")
        found = refund_lines.summed(lines) if amount is None else money.decimal(money.typed(amount))
        return found, refund_lines.wanted(lines, order)

    def _is_on(self, call: Call, name: str) -> bool:
        """Whether a switch is on, as it is by itself. WordPress makes `false` of null."""
        return call.get(name, name not in call.sent) is not False

    def own_checks(self, operation: Operation, description: Description) -> Mapping[str, Json]:
        """Who refunded, and lines of the order that are no refund's."""
        return _UNUSED if operation.verb == "create" else {}

    def looser(self, name: str) -> Json:
        """Lines are not checked."""
        return {"type": "mixed"} if name == "line_items" else {}

    def _give_back(self, order: Doc) -> None:
        """Money goes back through the gateway of the order; none of those that come with WooCommerce can do it."""
        gateway = self.state.get("payment_gateways", str(order.get("payment_method") or ""))
        if gateway is None or "refunds" not in (gateway.get("method_supports") or []):
            raise refunding.cannot("The order's payment gateway cannot give money back by itself.")

    def list(self, call: Call) -> Any:
        """Refunds of an order that does not exist are an empty list."""
        return [self.rendered(call, key) for key in self.page(call)]

    def total_of_none(self, total: int, offset: int) -> int:
        """Tables of their own are not counted where none is found."""
        return 0 if showing.from_tables(self.shop) else super().total_of_none(total, offset)

    def show(self, call: Call, doc: Doc) -> Json:
        """Only the list of all refunds says whose they are."""
        shown = super().show(call, doc)
        decimals = showing.places(self.shop, call)
        shown["amount"] = money.fixed(shown["amount"], decimals)
        shown["meta_data"] = showing.all_custom_fields(self.shop, call, doc)
        for name in refunding.LINES:
            shown[name] = showing.lines(self.shop, doc, name, decimals)
        if call.operation.kind == "refunds":
            shown["parent_id"] = doc["_parent"]
        return shown

    def links(self, call: Call, doc: Doc) -> Json:
        """Its order too."""
        return {**super().links(call, doc), "up": up_link(self.shop, call, doc["_parent"])}

    def index(self, doc: Doc) -> Indexed:
        """Nothing changes a refund once it is made."""
        found = super().index(doc)
        found.modified = found.created
        return found

    def guard_delete(self, call: Call, doc: Doc) -> None:
        """Refunds have no trash: they are deleted with `force` or without."""

    def has_trash(self, operation: Any) -> bool:
        """None."""
        return False

    def discard(self, call: Call, doc: Doc) -> None:
        """The order shows it no more, which is no change of the order."""
        super().discard(call, doc)
        order = self.state.copy("orders", doc["_parent"])
        if order is not None:
            self.shop.resource("orders").save(order)

    def adopt(self, doc: Doc) -> None:
        """Refunds of a snapshot say whose they are, or their path does."""
        parent = doc.pop("parent_id", None)
        doc.setdefault("_parent", parent)
        seeds.adopt(self.shop, doc)
        for own, names in (("_cart_tax", ("line_items", "fee_lines")), ("_shipping_tax", ("shipping_lines",))):
            doc[own] = money.trimmed(sum((money.decimal(x["total_tax"]) for name in names for x in doc[name]), ZERO))

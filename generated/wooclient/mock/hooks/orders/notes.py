"""Notes of orders: what the shop noted itself, and what people wrote, for themselves or for the customer."""

from __future__ import annotations

from typing import Any, ClassVar

from ... import dates, lists, schema
from ...call import Call
from ...description import Json
from ...errors import Refused
from ...resource import Resource, Shop
from ...state import Doc
from ...text import scalar_text

#: Who writes what the shop notes itself.
SYSTEM = "WooCommerce"


def add_note(shop: Shop, order: int, note: str, *, author: str = SYSTEM, for_customer: bool = False) -> Doc:
    """Write a note to an order."""
    now = shop.now()
    doc: Doc = {
        "id": shop.state.next_id("comments"),
        "author": author,
        "date_created": dates.local(now, shop.zone),
        "date_created_gmt": dates.utc(now),
        "note": note,
        "customer_note": for_customer,
        "_parent": order,
    }
    shop.resource("orders.notes").save(doc)
    return doc


def user_name(shop: Shop, user: int) -> str:
    """The name that somebody logs in with."""
    found = shop.state.get("customers", user)
    return str((found or {}).get("username") or "admin")


class OrderNotes(Resource):
    """Notes of one order. They are never changed, and have no trash."""

    sequence = "comments"
    default_order = "date"
    default_direction = "desc"
    exists = "woocommerce_rest_shop_order_exists"
    filters: ClassVar[lists.Filters] = {
        "type": lambda query, value, _: query.facet("type", [value]) if value != "any" else None
    }

    def delete(self, call: Call) -> Any:
        """That there is no trash is said of notes that do not exist, too."""
        super().guard_delete(call, {})
        return super().delete(call)

    def create(self, call: Call) -> Any:
        """A new note, by the one who holds the key or by the shop."""
        self.refuse_known(call)
        order = self.parent_key(call.path)
        if not self.parent_exists(call):
            raise Refused(404, "woocommerce_rest_order_invalid_id", "There is no such order.")
        by_user = schema.to_bool(call.get("added_by_user", False))
        doc = add_note(
            self.shop,
            int(order or 0),
            scalar_text(call.get("note")),
            author=user_name(self.shop, call.user) if by_user else SYSTEM,
            for_customer=schema.to_bool(call.get("customer_note", False)),
        )
        call.headers["Location"] = self.location(call, doc)
        return self.render(call, doc)

    def missing(self, call: Call) -> Refused:
        """A missing order is told apart from a missing note."""
        if call.operation.verb == "list":
            return Refused(404, "woocommerce_rest_shop_order_invalid_id", "There is no such order.")
        code = "woocommerce_rest_invalid_id" if self.parent_exists(call) else "woocommerce_rest_order_invalid_id"
        return Refused(404, code, "There is no such note.")

    def links(self, call: Call, doc: Doc) -> Json:
        """Its order too."""
        return {**super().links(call, doc), "up": up_link(self.shop, call, doc["_parent"])}

    def facets(self, doc: Doc) -> list[tuple[str, Any]]:
        """Whether the customer may read it."""
        return [("type", "customer" if doc.get("customer_note") else "internal")]


def up_link(shop: Shop, call: Call, order: Any) -> list[Json]:
    """The link from what belongs to an order to the order."""
    return [{"href": shop.rest_url(call.description, f"/orders/{order}")}]

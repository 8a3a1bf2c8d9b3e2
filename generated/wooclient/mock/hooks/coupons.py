"""Coupons: codes are unique and in lower case, amounts have two decimals. A good first hook to read."""

from __future__ import annotations

from typing import Any, ClassVar

from .. import lists, money
from ..call import Call
from ..description import Json
from ..errors import Refused
from ..resource import Resource
from ..state import Doc, Query


class Coupons(Resource):
    """Discount codes."""

    topic = "coupon"
    default_order = "date"
    default_direction = "desc"
    #: `code` finds a coupon by its title, in any letter case.
    filters: ClassVar[lists.Filters] = {
        "code": lambda query, value, _: query.one_of("title", [str(value).lower()])
    }

    def narrow(self, query: Query, call: Call) -> None:
        """Lists show published coupons only, unless asked for others."""
        query.one_of("status", [str(call.get("status") or "publish")])

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """The code must be there, and be nobody else's."""
        code = str(call.get("code") or "").lower().strip()
        if new and not code:
            raise Refused(400, "woocommerce_rest_empty_coupon_code", "A coupon needs a code.")
        holder = self.state.find(self.kind, "code", code) if code else None
        if holder is not None and holder != doc.get("id"):
            raise Refused(400, "woocommerce_rest_coupon_code_already_exists", "Another coupon has this code.")
        super().change(call, doc, new=new)
        if new:
            doc["status"] = "publish"

    def set_code(self, call: Call, doc: Doc, value: Any) -> None:
        """Codes are kept in lower case."""
        doc["code"] = str(value or "").lower().strip()

    def facets(self, doc: Doc) -> list[tuple[str, Any]]:
        """The code, to find duplicates; coupons in the trash do not count."""
        return [] if doc["status"] == "trash" else [("code", doc["code"])]

    def show(self, call: Call, doc: Doc) -> Json:
        """Amounts have the decimals of the shop's prices."""
        shown = super().show(call, doc)
        for name in ("amount", "minimum_amount", "maximum_amount"):
            shown[name] = money.fixed(shown.get(name) or 0, self.shop.places)
        for name in ("usage_limit", "usage_limit_per_user", "limit_usage_to_x_items"):
            shown[name] = shown.get(name) or None
        return shown

"""Coupons: codes are unique and in lower case, amounts have two decimals. A good first hook to read."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from .. import lists, money, schema, text
from ..call import Call
from ..description import Json
from ..errors import Crashed, Refused
from ..kinds import is_list, is_map, members
from ..resource import Resource
from ..state import Doc, Indexed, Query
from .orders import showing

#: What WordPress keeps in its own table, so that a change of it moves the date.
_IN_POST = ("code", "description", "date_created", "date_created_gmt")
_TYPES = ("percent", "fixed_cart", "fixed_product")
_IDS = ("product_ids", "excluded_product_ids", "product_categories", "excluded_product_categories")
#: Kept as PHP keeps lists, whose keys may have gaps; of other lists the keys are lost.
_WITH_GAPS = ("product_categories", "excluded_product_categories")
_LIMITS = ("usage_limit", "usage_limit_per_user", "limit_usage_to_x_items")


class Coupons(Resource):
    """Discount codes."""

    topic = "coupon"
    default_order = "date"
    default_direction = "desc"
    undeclared = frozenset({"status"})
    _touched = True
    #: `code` finds a coupon by its title, in any letter case.
    filters: ClassVar[lists.Filters] = {"code": lambda query, value, _: query.one_of("title", [str(value).lower()])}

    def narrow(self, query: Query, call: Call) -> None:
        """Lists show published coupons only, unless asked for others."""
        query.one_of("status", [str(call.get("status") or "publish")])

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """The code must be there, and be nobody else's."""
        before = {name: doc.get(name) for name in _IN_POST}
        if is_map(call.get("code")) or is_list(call.get("code")):
            raise Crashed("The code of a coupon is a text.")
        code = str(call.get("code") or "").lower().strip()
        if new and not code:
            raise Refused(400, "woocommerce_rest_empty_coupon_code", "A coupon needs a code.")
        holder = self.state.find(self.kind, "code", code) if code else None
        if holder is not None and holder != doc.get("id"):
            raise Refused(400, "woocommerce_rest_coupon_code_already_exists", "Another coupon has this code.")
        super().change(call, doc, new=new)
        for name in _LIMITS:
            # A null that was checked is a 0, and 0 is no limit; in a batch it says nothing.
            if call.gave(name) or (name in call.sent and not call.in_batch):
                doc[name] = abs(schema.to_int(call.get(name))) or None
        doc["status"] = doc.get("status") or "publish"
        self._touched = new or any(doc.get(name) != before[name] for name in _IN_POST)
        amount = money.decimal(doc.get("amount"))
        whole = doc.get("discount_type") == "percent" and showing.since(self.shop, 10, 0)
        if amount < 0 or (whole and amount > 100):
            raise Refused(400, "coupon_invalid_amount", "A coupon cannot take off so much.")

    def take(self, call: Call, doc: Doc, name: str, field: Json, value: Any) -> None:
        """Lists of ids hold each once. Those of categories keep the places of what was left out."""
        super().take(call, doc, name, field, value)
        if name in _IDS:
            numbers = [abs(schema.to_int(number)) for number in doc[name]]
            places = {str(numbers.index(number)): number for number in dict.fromkeys(numbers) if number}
            doc[name] = [*places.values()]
            if name in _WITH_GAPS:
                doc[f"_{name}"] = places

    def throw_away(self, call: Call, doc: Doc) -> None:
        """The trash is a change too."""
        super().throw_away(call, doc)
        copy = self.state.copy(self.kind, doc["id"]) or {}
        super().stamp(copy, new=False)
        self.save(copy)

    def stamp(self, doc: Doc, *, new: bool) -> None:
        """Only what stands in WordPress's own table counts as a change of the coupon."""
        if self._touched:
            super().stamp(doc, new=new)

    def set_code(self, call: Call, doc: Doc, value: Any) -> None:
        """Codes are kept in lower case, since WooCommerce 10."""
        code = str(value or "").strip()
        doc["code"] = code.lower() if showing.since(self.shop, 10, 0) else code

    def set_description(self, call: Call, doc: Doc, value: Any) -> None:
        """Without harmful markup."""
        doc["description"] = call.text(value)

    def set_discount_type(self, call: Call, doc: Doc, value: Any) -> None:
        """One that the store has; in a batch others get this far."""
        if value not in _TYPES and not any(other.get("discount_type") == value for other in self.state.all(self.kind)):
            raise Refused(400, "coupon_invalid_discount_type", "There is no such type of coupon.")
        doc["discount_type"] = value

    def set_status(self, call: Call, doc: Doc, value: Any) -> None:
        """A coupon is published, whatever is said; since WooCommerce 10.5 it has the status that it is given."""
        if showing.since(self.shop, 10, 5):
            doc["status"] = re.sub(r"[^a-z0-9_-]", "", text.scalar_text(value).lower()) or "publish"

    def set_date_expires(self, call: Call, doc: Doc, value: Any) -> None:
        """Null changes nothing here; an empty text takes the date away."""
        if value is not None:
            self.take_date(doc, "date_expires", value)

    def set_email_restrictions(self, call: Call, doc: Doc, value: Any) -> None:
        """What is no email address, with or without `*`, is passed over."""
        words = [text.line(text.scalar_text(word)).lower() for word in schema.to_list(value)]
        doc["email_restrictions"] = [word for word in words if schema.is_email(word.replace("*", "x"))]

    def index(self, doc: Doc) -> Indexed:
        """Some releases keep codes as they were typed; they are found in any letter case all the same."""
        found = super().index(doc)
        found.title = str(doc["code"]).lower()
        return found

    def facets(self, doc: Doc) -> list[tuple[str, Any]]:
        """The code, to find duplicates; coupons in the trash do not count."""
        return [] if doc["status"] == "trash" else [("code", str(doc["code"]).lower())]

    def show(self, call: Call, doc: Doc) -> Json:
        """Amounts have two decimals, whatever the shop's prices have; no limit is null."""
        shown = super().show(call, doc)
        for name in ("amount", "minimum_amount", "maximum_amount"):
            shown[name] = money.fixed(shown.get(name) or 0, 2)
        for name in _LIMITS:
            shown[name] = shown.get(name) or None
        for name in _WITH_GAPS:
            places = members(doc.get(f"_{name}"))
            if places and [*places] != [str(i) for i in range(len(places))]:
                shown[name] = places
        return shown

"""Coupons: codes are unique and in lower case, amounts have two decimals. A good first hook to read."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from .. import id_lists, lists, money, older, schema, text
from ..call import Call
from ..description import Json
from ..errors import Crashed, Refused
from ..kinds import is_list, is_map
from ..resource import Resource
from ..state import Doc, Indexed, Query
from ..wordpress import DESIRED_SLUG

#: What WordPress keeps in its own table, so that a change of it moves the date.
_IN_POST = ("code", "description", "date_created", "date_created_gmt")
_TYPES = ("percent", "fixed_cart", "fixed_product")
_IDS = ("product_ids", "excluded_product_ids", "product_categories", "excluded_product_categories")
_SUMS = ("amount", "minimum_amount", "maximum_amount")
_SWITCHES = ("individual_use", "free_shipping", "exclude_sale_items")
_LIMITS = ("usage_limit", "usage_limit_per_user", "limit_usage_to_x_items")


class Coupons(Resource):
    """Discount codes."""

    topic = "coupon"
    exists = "woocommerce_rest_shop_coupon_exists"
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
        in_post = (*_IN_POST, "status") if self.shop.since(10, 5) else _IN_POST
        before = {name: doc.get(name) for name in in_post}
        if is_map(call.get("code")) or is_list(call.get("code")):
            raise Crashed("The code of a coupon is a text.")
        code = text.coupon_code(call.get("code") or "").lower()
        if new and not code:
            raise Refused(400, "woocommerce_rest_empty_coupon_code", "A coupon needs a code.")
        holder = self.state.find(self.kind, "code", code) if code else None
        if holder is not None and holder != doc.get("id"):
            raise Refused(400, "woocommerce_rest_coupon_code_already_exists", "Another coupon has this code.")
        if self.shop.since(10, 5) and call.gave("discount_type"):
            # The amount is held against it, whatever the order of the fields.
            self.set_discount_type(call, doc, call.get("discount_type"))
        super().change(call, doc, new=new)
        self._take_nulls(call, doc)
        doc["status"] = doc.get("status") or "publish"
        if before.get("status") == "trash" != doc["status"]:
            doc["meta_data"] = [row for row in doc["meta_data"] if row["key"] != DESIRED_SLUG]
        if new:
            doc["_slug"] = text.slug(str(doc["code"]))  # stays when the code changes
        self._touched = new or any(doc.get(name) != before[name] for name in in_post)

    def _take_nulls(self, call: Call, doc: Doc) -> None:
        """A null is a 0, which is no limit and no."""
        for name in (*_LIMITS, *_SWITCHES):
            if name in call.sent:
                number = abs(schema.to_int(call.get(name)))
                doc[name] = (number or None) if name in _LIMITS else doc[name] and call.get(name) is not None

    def take(self, call: Call, doc: Doc, name: str, field: Json, value: Any) -> None:
        """Lists of ids hold each once; null is a sum of 0, or no ids."""
        if name in _SUMS:
            doc[name] = "" if value is None else self._sum(call, value)
        elif name not in _IDS:
            super().take(call, doc, name, field, value)
        else:
            id_lists.take(doc, name, value or [])

    def delete(self, call: Call) -> Any:
        """The coupon deleted or put into the trash; old releases say of the trash that it failed."""
        shown = super().delete(call)
        failed = None if schema.to_bool(call.get("force", False)) else older.after(call.operation, self.shop.release)
        if failed is None:
            return shown
        call.status = failed.status
        return failed.body()

    def sums(self, doc: Doc) -> Json:
        """Amounts with two decimals, as WooCommerce reads them back: one that it would not take is 0.

        It is kept, and comes back when the coupon is another.
        """
        found = {name: money.fixed(doc.get(name) or 0, 2) for name in _SUMS}
        amount = money.decimal(found["amount"])
        if amount < 0 or (doc.get("discount_type") == "percent" and amount > 100):
            found["amount"] = "0.00"
        least = money.decimal(found["minimum_amount"]) if self.shop.since(10, 0) else money.ZERO
        if money.decimal(found["maximum_amount"]) < least:
            found["maximum_amount"] = "0.00"
        return found

    def blank(self, call: Call) -> Doc:
        """Without limits: nobody typed any."""
        return {**super().blank(call), "minimum_amount": "", "maximum_amount": ""}

    def adopt(self, doc: Doc) -> None:
        """Of a seed nobody knows how its sums were typed: whole ones without decimals, and none where there is 0."""
        for name in _SUMS:
            sum_ = money.decimal(doc.get(name))
            doc[name] = "" if not sum_ else money.trimmed(sum_) if sum_ == sum_.to_integral_value() else doc[name]

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
        """Codes are kept in lower case, but by WooCommerce 9.9 as they were sent."""
        code = text.unslashed(text.coupon_code(value or ""))
        as_sent = self.shop.since(9, 9) and not self.shop.since(10, 0)
        doc["code"] = code if as_sent else code.lower()

    def set_amount(self, call: Call, doc: Doc, value: Any) -> None:
        """Not below 0, and no more than 100 while the coupon is one of per cents; the old API writes anything."""
        amount = "" if value is None else self._sum(call, value)
        is_percent = doc.get("discount_type") == "percent"
        if not call.plain and (money.decimal(amount) < 0 or (is_percent and money.decimal(amount) > 100)):
            raise Refused(400, "coupon_invalid_amount", "A coupon cannot take off so much.")
        doc["amount"] = amount

    def set_maximum_amount(self, call: Call, doc: Doc, value: Any) -> None:
        """Not below the least sum."""
        if value is None:
            doc["maximum_amount"] = ""
            return
        least = money.decimal(doc.get("minimum_amount")) if self.shop.since(10, 0) else money.ZERO
        if not call.plain and 0 != money.decimal(value) < least:
            raise Refused(400, "coupon_invalid_maximum_amount", "The sum up to which a coupon works is too small.")
        doc["maximum_amount"] = self._sum(call, value)

    def _sum(self, call: Call, value: Any) -> str:
        """A sum as it is kept. Where it can be a JSON number, WordPress makes one of whatever is numeric."""
        is_number = self.looser("amount") and not (call.in_batch or call.plain) and schema.is_number(value)
        return money.typed(float(value) if is_number else value)

    def looser(self, name: str) -> Json:
        """Sums may be JSON numbers, since WooCommerce 10.2."""
        return {"type": ["number", "string"]} if name in _SUMS and self.shop.since(10, 2) else {}

    def set_description(self, call: Call, doc: Doc, value: Any) -> None:
        """Without harmful markup and backslashes; what is no text, as only a batch lets it be, is the end."""
        if is_map(value) or is_list(value):
            raise Crashed("A description is a text.")
        doc["description"] = text.unslashed(call.text(value))

    def set_discount_type(self, call: Call, doc: Doc, value: Any) -> None:
        """One that the store has; in a batch others get this far."""
        if value not in _TYPES and not any(other.get("discount_type") == value for other in self.state.all(self.kind)):
            raise Refused(400, "coupon_invalid_discount_type", "There is no such type of coupon.")
        doc["discount_type"] = value

    def set_status(self, call: Call, doc: Doc, value: Any) -> None:
        """A coupon is published, whatever is said; since WooCommerce 10.5 it has the status that it is given.

        What is no status is a draft, and nothing at all publishes a new coupon.
        """
        if self.shop.since(10, 5) and value is not None:
            status = re.sub(r"[^a-z0-9_-]", "", text.scalar_text(value).lower()) or "draft"
            doc["status"] = status if (value or doc.get("id")) and status != "future" else "publish"

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
        """The code, by which orders and other coupons find those that are published."""
        return [("code", str(doc["code"]).lower())] if doc["status"] == "publish" else []

    def show(self, call: Call, doc: Doc) -> Json:
        """Amounts have two decimals, whatever the shop's prices have; no limit is null."""
        shown = super().show(call, doc)
        for name in ("product_categories", "excluded_product_categories"):
            shown[name] = id_lists.shown(doc, name)
        shown.update(self.sums(doc))
        for name in _LIMITS:
            shown[name] = shown.get(name) or None
        return shown

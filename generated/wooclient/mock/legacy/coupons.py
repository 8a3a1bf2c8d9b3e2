"""Coupons of the legacy API."""

from __future__ import annotations

from datetime import UTC
from typing import Any, ClassVar, cast

from .. import dates, id_lists, text
from ..description import Json
from ..errors import Crashed, Refused
from ..hooks import coupons as newest
from ..kinds import elements, is_list, is_map, members
from ..schema import to_int, to_list
from ..state import Doc, Key
from .call import LegacyCall
from .fitting import fitted
from .orders.view import EPOCH
from .resource import LegacyResource, zulu

_TYPES = ("percent", "fixed_cart", "fixed_product")
#: Field → the one of `wc/v3`, by how a request says it.
_NUMBERS = {name: name for name in ("usage_limit", "usage_limit_per_user", "limit_usage_to_x_items")}
_SUMS = {name: name for name in ("amount", "minimum_amount", "maximum_amount")}
_SWITCHES = {
    "individual_use": "individual_use",
    "enable_free_shipping": "free_shipping",
    "exclude_sale_items": "exclude_sale_items",
}
_IDS = {
    "product_ids": "product_ids",
    "exclude_product_ids": "excluded_product_ids",
    "product_category_ids": "product_categories",
    "exclude_product_category_ids": "excluded_product_categories",
}


class Coupons(LegacyResource):
    """Discount codes."""

    kind = "coupons"
    one = "coupon"
    many = "coupons"
    meta_name = "coupon_meta"
    #: When a coupon expires that never does.
    never: ClassVar[str | None] = None
    codes: ClassVar = {
        "woocommerce_rest_empty_coupon_code": (400, "woocommerce_api_missing_coupon_code"),
        "woocommerce_rest_coupon_code_already_exists": (400, "woocommerce_api_coupon_code_already_exists"),
    }

    def by_code(self, call: LegacyCall) -> Any:
        """The coupon with a code."""
        found = self.state.find(self.kind, "code", str(call.path["code"]).lower())
        if found is None:
            raise Refused(404, "woocommerce_api_invalid_coupon_code", "No coupon has this code.")
        return {self.one: self.shown(call, found)}

    def changes(self, call: LegacyCall, data: Json, doc: Doc | None) -> Json:
        """The parameters of `wc/v3`."""
        if doc is None and data.get("code") is None:
            raise Refused(400, "woocommerce_api_missing_coupon_code", "A coupon needs a code.")
        kind = data.get("type")
        if kind is not None and kind not in _TYPES:
            raise Refused(400, "woocommerce_api_invalid_coupon_type", f"The type is one of: {', '.join(_TYPES)}.")
        given = {name: value for name, value in data.items() if value is not None}
        found: Json = {name: given[name] for name in ("code", "description") if name in given}
        if kind is not None:
            found["discount_type"] = kind
        found |= {new: to_int(given[old]) for old, new in _NUMBERS.items() if old in given}
        found |= {new: _sum(new, given[old]) for old, new in _SUMS.items() if old in given}
        found |= {new: given[old] is True for old, new in _SWITCHES.items() if old in given}
        found |= {new: _ids(given[old]) for old, new in _IDS.items() if old in given}
        if "customer_emails" in given:
            found["email_restrictions"] = _list(given["customer_emails"])
        if "expiry_date" in given:
            moment = dates.parse(str(given["expiry_date"]), UTC)
            found["date_expires"] = f"{dates.utc(moment)}Z" if moment else ""
        return found

    def show(self, call: LegacyCall, doc: Doc) -> Json:
        """A coupon in legacy form."""
        return members(fitted(call.description, {"$ref": "LegacyCoupon"}, self._whole(doc)))

    def _whole(self, doc: Doc) -> Json:
        """A coupon with all fields that any version has."""
        return {
            "id": doc["id"],
            "code": doc["code"],
            "type": doc["discount_type"],
            "created_at": zulu(doc["date_created_gmt"]) or EPOCH,
            "updated_at": zulu(doc["date_modified_gmt"]) or EPOCH,
            **cast(newest.Coupons, self.resource).sums(doc),
            **{old: bool(doc.get(new)) for old, new in _SWITCHES.items()},
            **{old: id_lists.shown(doc, new) for old, new in _IDS.items()},
            "usage_limit": doc.get("usage_limit") or None,
            "usage_limit_per_user": doc.get("usage_limit_per_user") or None,
            "limit_usage_to_x_items": doc.get("limit_usage_to_x_items") or 0,
            "usage_count": doc.get("usage_count") or 0,
            "expiry_date": zulu(doc.get("date_expires_gmt")) or self.never,
            "customer_emails": doc.get("email_restrictions") or [],
            "description": doc.get("description") or "",
        }

    def created(self, call: LegacyCall, data: Json) -> Json:
        """A new coupon; how often it was used can be said, and all its custom fields are written, empty or not."""
        number = super().created(call, data)["id"]
        doc = self.state.copy(self.kind, number)
        if doc is not None:
            self.resource.save({**doc, "_all_meta": True, "usage_count": abs(to_int(data.get("usage_count") or 0))})
        return self.shown(call, number)

    def updated(self, call: LegacyCall, key: Key, data: Json) -> Json:
        """A coupon changed; how often it was used can be said."""
        doc = self.state.copy(self.kind, key)
        if doc is not None and data.get("usage_count") is not None:
            self.resource.save({**doc, "usage_count": abs(to_int(data["usage_count"]))})
        return super().updated(call, key, data)

    def meta(self, doc: Doc) -> Json:
        """What WordPress keeps of a coupon: what is empty only if this API made it."""
        ids = {name: elements(doc.get(name)) for name in _IDS.values()}
        expires = dates.parse(str(doc.get("date_expires_gmt") or ""), UTC)
        items, whole = doc.get("limit_usage_to_x_items"), bool(doc.get("_all_meta"))
        found: Json = {
            "discount_type": doc["discount_type"],
            "coupon_amount": str(doc.get("amount") or "0"),
            "individual_use": _switch(doc.get("individual_use")),
            "product_ids": ",".join(map(str, ids["product_ids"])),
            "exclude_product_ids": ",".join(map(str, ids["excluded_product_ids"])),
            "usage_limit": str(doc.get("usage_limit") or 0),
            "usage_limit_per_user": str(doc.get("usage_limit_per_user") or 0),
            "limit_usage_to_x_items": str(items or 0) if items or whole else None,
            "usage_count": str(doc.get("usage_count") or 0),
            "expiry_date": expires.strftime("%Y-%m-%d") if expires and whole else "",
            "date_expires": str(int(expires.timestamp())) if expires else "" if whole else None,
            "free_shipping": _switch(doc.get("free_shipping")),
            "product_categories": ids["product_categories"],
            "exclude_product_categories": ids["excluded_product_categories"],
            "exclude_sale_items": _switch(doc.get("exclude_sale_items")),
            "minimum_amount": str(doc.get("minimum_amount") or ""),
            "maximum_amount": str(doc.get("maximum_amount") or ""),
            "customer_email": doc.get("email_restrictions") or [],
        }
        return {name: value for name, value in found.items() if whole or value not in ("", [])} | super().meta(doc)


class OldestCoupons(Coupons):
    """v1 tells the first moment of 1970 for never."""

    never = EPOCH


def _sum(name: str, value: Any) -> str:
    """A sum as a text. PHP counts an array that holds something as 1, but an amount has to be a number."""
    if is_list(value) or is_map(value):
        return "1" if value and name != "amount" else "0"
    return text.scalar_text(value)


def _switch(value: Any) -> str:
    return "yes" if value else "no"


def _ids(value: Any) -> list[int]:
    return [number for number in map(to_int, _list(value)) if number]


def _list(value: Any) -> list[Any]:
    """What a list holds. PHP dies of what is none."""
    if not is_list(value) and not is_map(value):
        raise Crashed("This is a list.")
    return to_list(value)

"""Coupons in wc/v1: under older names."""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...description import Json
from ...state import Doc
from ..v2 import coupons
from .posts import Post


class Coupons(Post, coupons.Coupons):
    """Coupons."""

    post_type = "shop_coupon"

    def show(self, call: Call, doc: Doc) -> Json:
        """The day it ends in UTC; excluded products under their older name."""
        shown = super().show(call, doc)
        shown["expiry_date"] = shown.get("date_expires_gmt")
        shown["exclude_product_ids"] = shown.get("excluded_product_ids", [])
        return shown

    def set_expiry_date(self, call: Call, doc: Doc, value: Any) -> None:
        """In shop time; an empty text takes it away."""
        if value is not None:
            self.take_date(doc, "date_expires", value)

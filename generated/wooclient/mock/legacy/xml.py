"""v1's answers in XML, as the plugin's writer makes them of what stands in JSON, faults and all."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from ..description import Json
from ..errors import Crashed
from ..kinds import elements, is_list, is_map

#: What is around many things → what is around each.
_MANY = {
    "orders": "order",
    "order_notes": "order_note",
    "customers": "customer",
    "coupons": "coupon",
    "products": "product",
    "product_reviews": "product_review",
}
#: Fields of products whose values the writer is to put below a name of their own, at which PHP 8 fails.
_UNWRITABLE = ("options", "related_ids", "upsell_ids", "cross_sell_ids", "categories", "tags")


def document(data: Json) -> bytes:
    """An answer in XML."""
    ((name, value),) = data.items()
    if name in _MANY:
        value = {_MANY[name]: value}
    if name == "sales" and is_map(value.get("totals")):
        value = {**value, "totals": [{"@date": day, **row} for day, row in value["totals"].items()]}
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *_lines(name, value, ""), ""]).encode()


def _lines(name: str, value: Any, indent: str) -> list[str]:
    """An element, or one for each part of a list; what is below stands one further in."""
    if is_list(value) and value:
        if name in _UNWRITABLE:
            raise Crashed("A number is no name of an element.")
        return [line for part in elements(value) for line in _lines(name, part if is_map(part) else {}, indent)]
    if is_map(value):
        sign = "".join(f' {key[1:]}="{escape(child)}"' for key, child in value.items() if key.startswith("@"))
        inner = [
            line for key, child in value.items() if not key.startswith("@") for line in _lines(key, child, f"{indent} ")
        ]
        return [f"{indent}<{name}{sign}>", *inner, f"{indent}</{name}>"] if inner else [f"{indent}<{name}{sign}/>"]
    if is_list(value) or value is None:
        return [f"{indent}<{name}/>"]
    return [f"{indent}<{name}>{_text(value)}</{name}>"]


def _text(value: Any) -> str:
    text = ("1" if value else "") if isinstance(value, bool) else str(value)
    return f"<![CDATA[{text}]]>" if "<" in text or ">" in text else escape(text, {'"': "&quot;"})

"""Numbers that the recorded store gave, and the ones that ours gave instead."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl, urlencode

#: Which numbers a path segment counts, by the segment before it.
_PATH = {
    "products": "post", "variations": "post", "orders": "post", "refunds": "post", "coupons": "post",
    "categories": "term", "tags": "term", "brands": "term", "shipping_classes": "term", "terms": "term",
    "attributes": "attribute", "reviews": "comment", "notes": "comment", "customers": "user", "taxes": "tax",
    "webhooks": "webhook", "zones": "zone", "methods": "instance",
}  # fmt: skip
#: Which numbers a field holds, by its name or by the name of the list that it stands in.
_FIELDS = {
    "product_id": "post", "variation_id": "post", "parent_id": "post", "customer_id": "user", "categories": "term",
    "tags": "term", "brands": "term", "images": "post", "image": "post", "attributes": "attribute",
    "default_attributes": "attribute", "line_items": "item", "fee_lines": "item", "shipping_lines": "item",
    "coupon_lines": "item", "tax_lines": "item", "meta_data": "meta", "refunds": "post", "taxes": "tax",
    "refund_tax": "tax", "product_ids": "post", "excluded_product_ids": "post", "product_categories": "term",
    "excluded_product_categories": "term", "upsell_ids": "post", "cross_sell_ids": "post", "grouped_products": "post",
    "variations": "post", "category": "term", "tag": "term", "brand": "term", "product": "post",
    "attribute_term": "term", "customer": "user", "shipping_class": "term", "rate_id": "tax", "number": "post",
    "related_ids": "post", "shipping_class_id": "term", "resource_id": "", "instance_id": "instance",
    "new_draft_order_id": "post", "last_order_id": "post", "exclude_product_ids": "post",
    "product_category_ids": "term", "exclude_product_category_ids": "term",
}  # fmt: skip
_OF_RESOURCE = ("include", "exclude", "parent", "parent_exclude", "delete", "create", "update", "id")


class Ids:
    """The mapping, learnt from answers that created something."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, int], int] = {}

    def ours(self, space: str, number: int) -> int:
        """Our number for one of theirs."""
        return self.known.get((space, number), number)

    def path(self, path: str) -> str:
        """A path with our numbers."""
        parts = path.split("/")
        for i in range(1, len(parts)):
            if parts[i].isdigit():
                parts[i] = str(self.ours(_PATH.get(parts[i - 1], ""), int(parts[i])))
        return "/".join(parts)

    def query(self, query: str | None, space: str) -> str:
        """A query with our numbers."""
        if not query:
            return query or ""
        if "consumer_" in query or re.search(r"%(?![0-9a-fA-F]{2})", query):
            return query
        pairs = parse_qsl(query, keep_blank_values=True)
        found = [(name, self._text(value, self.space(name.split("[")[0], space))) for name, value in pairs]
        return query if found == pairs else urlencode(found)

    def body(self, value: Any, space: str, name: str = "") -> Any:
        """A request body with our numbers."""
        if isinstance(value, dict):
            inner = self.space(name, space) if name else space
            return {k: self.body(v, inner, k) for k, v in value.items()}
        if isinstance(value, list):
            return [self.body(item, space, name) for item in value]
        if isinstance(value, int) and not isinstance(value, bool):
            found = self.space(name, space)
            return self.ours(found, value) if found else value
        return value

    def learn(self, theirs: Any, ours: Any, space: str, name: str = "") -> None:
        """Note the numbers of an answer."""
        if isinstance(theirs, dict) and isinstance(ours, dict):
            inner = self.space(name, space) if name else space
            for key, value in theirs.items():
                if key in ours and key not in ("_links", "related_ids"):
                    self.learn(value, ours[key], inner, key)
        elif isinstance(theirs, list) and isinstance(ours, list):
            for one, other in zip(theirs, ours, strict=False):
                self.learn(one, other, space, name)
        elif isinstance(theirs, int) and isinstance(ours, int) and not isinstance(theirs, bool) and theirs and ours:
            found = self.space(name, space)
            if found:
                self.known.setdefault((found, theirs), ours)

    def space(self, name: str, space: str) -> str:
        """Which numbers a field holds; `space` is that of the record around it."""
        if name in _OF_RESOURCE:
            return space
        return _FIELDS.get(name, "" if name.endswith("_id") or name not in ("", "id") else space)

    def _text(self, value: str, space: str) -> str:
        return re.sub(r"\d+", lambda m: str(self.ours(space, int(m[0]))), value) if space else value


def space_of(path: str) -> str:
    """The numbers that a resource counts its things with."""
    words = [
        part
        for part in path.split("/")
        if not part.isdigit() and part not in ("batch", "bulk", "generate", "duplicate")
    ]
    return _PATH.get(words[-1], "")


def resource_of(path: str) -> str:
    """The name of a resource in the table."""
    words = [part for part in re.sub(r"^/wp-json(/wc/v\d+)?", "", path).strip("/").split("/") if not part.isdigit()]
    words = [w for w in words if w not in ("", "batch", "abc")]
    if words[:1] in (["products"], ["orders"], ["shipping"]) and len(words) > 1:
        return "/".join(words[:3] if words[1:2] == ["attributes"] else words[:2])
    return words[0] if words else "index"

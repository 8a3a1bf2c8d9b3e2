"""What the carried recordings keep of a body: its shape, numbers, dates and words that machines read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_WORD = re.compile(r"[A-Za-z0-9_./:@+~%=&?#\[\]-]*\Z")
#: How many items a list keeps.
ITEMS = 2
#: Names of maps that are cut as lists are: the choices of a setting, the routes of the index.
_MAPS = ("options", "routes")
#: What an outline keeps of each thing.
_TOLD = frozenset(
    [
        *("id", "code", "slug", "status", "type", "parent", "count", "rating", "value", "date_created", "created_at"),
        *("price", "regular_price", "sale_price", "on_sale", "stock_quantity", "stock_status", "quantity"),
        *("total", "total_tax", "subtotal", "discount_total", "cart_tax", "shipping_total", "shipping_tax"),
        *("amount", "rate", "usage_count"),
    ]
)


def plain(value: Any, name: str = "") -> Any:
    """A body without prose: texts with spaces or markup become a word, lists keep two items."""
    if isinstance(value, dict):
        kept = sorted(value)[:ITEMS] if name in _MAPS else list(value)
        return {key: plain(value[key], key) for key in kept}
    if isinstance(value, list):
        return [plain(item) for item in value[:ITEMS]]
    if isinstance(value, str) and not _WORD.match(value):
        return "text"
    return value


def outline(value: Any, depth: int) -> Any:
    """What tells one thing from another: ids, states and sums, of the things `depth` levels down too."""
    if isinstance(value, list):
        return [outline(item, depth) for item in value]
    if not isinstance(value, dict):
        return plain(value)
    kept = {key: plain(item) for key, item in value.items() if key in _TOLD and not isinstance(item, dict | list)}
    if depth:
        nested = {key: item for key, item in value.items() if isinstance(item, dict | list) and key != "_links"}
        below = {key: outline(item, depth - 1) for key, item in nested.items()}
        kept |= {key: item for key, item in below.items() if item and item != [{}]}
    return kept


def form(kept: dict[str, Any]) -> Callable[[Any], Any]:
    """How much of an answer a line of a reduced file keeps. The replay cuts ours alike, then compares them."""
    if "response" in kept or kept["status"] >= 400:
        return plain
    if kept["method"] == "OPTIONS":
        return lambda body: None
    depth = 9 if kept["method"] not in ("GET", "HEAD") else int(kept["path"].startswith("/wc-api/"))
    return lambda body: outline(body, depth)

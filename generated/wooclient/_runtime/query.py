"""Parameters as a query string in the form WooCommerce reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from .shapes import is_mapping, is_sequence

Pair = tuple[str, str]
_NO_FILTER = "as the store takes it for no filter; leave it out to mean that, and do not ask where nothing is wanted"
#: Filters for which an empty text means what the store does with it: a field that nobody typed anything into.
_SEARCHES = re.compile(r"(^|\[)(search|q)\]?$")
#: Filters that take away: `exclude`, `parent_exclude`, `exclude_status`, the legacy API's `not_in`.
_EXCLUDES = re.compile(r"(^|_)exclude(_|$)|^not_in$")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]*").fullmatch


def pairs(parameters: Mapping[str, Any]) -> list[Pair]:
    """Names and texts of a query, in the order given.

    A list goes as one comma list, because of a name that is repeated WooCommerce keeps only the last. If an item
    holds a comma itself, the list goes as `name[0]=…&name[1]=…`, which PHP reads the same and which can be signed.
    Nested objects go as `name[key]=…`. Raises TypeError for None, which a query cannot say, and ValueError for an empty
    list, see `is_left_out`.
    """
    return [pair for name, value in parameters.items() for pair in _pairs(name, value)]


def _pairs(name: str, value: Any) -> Iterator[Pair]:
    if is_mapping(value):
        for key, item in value.items():
            yield from _pairs(f"{name}[{key}]", item)
    elif is_sequence(value):
        if is_left_out(name, value):
            return
        texts = [_text(name, item) for item in value if not isinstance(item, Mapping | list | tuple)]
        if len(texts) == len(value) and not any("," in text for text in texts):
            yield name, ",".join(texts)
        else:
            for i, item in enumerate(value):
                yield from _pairs(f"{name}[{i}]", item)
    else:
        yield name, _text(name, value)


def is_left_out(name: str, value: Any, call: str = "") -> bool:
    """Whether `value` is an empty list that can stay out of a query; `call` is where, for the message.

    WooCommerce takes `include=` for no filter at all. Of a list that takes away that is what was meant: nothing is
    taken away. Of one that chooses it is the opposite: nothing was chosen and everything is found, so it is refused
    with a ValueError. A list of empty texts, and a text of commas, is as empty.
    """
    items: Any = value if is_sequence(value) else str(value).split(",")
    if any(item not in ("", {}, []) and str(item).strip() for item in items):
        return False
    if _EXCLUDES.search(name.rpartition("[")[2].removesuffix("]")):
        return True
    raise ValueError(f"{call}an empty {name} would find everything, {_NO_FILTER}")


def check_filled(name: str, value: Any, call: str) -> None:
    """Refuse an empty text as a filter: the store takes it for no filter, and would find everything.

    An empty cell of a table must not choose the first product of the shop. Raises ValueError.
    """
    if isinstance(value, str) and not value.strip() and not _SEARCHES.search(name):
        raise ValueError(f"{call}an empty {name} would find everything, {_NO_FILTER}")


def _text(name: str, value: Any) -> str:
    if value is None:
        raise TypeError(f"{name} is None; leave a query parameter out instead")
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def encode(items: list[Pair]) -> str:
    """Pairs as a query string, everything but RFC 3986's unreserved characters percent-encoded."""
    return "&".join(f"{percent(name)}={percent(value)}" for name, value in items)


def percent(text: str) -> str:
    """`text` percent-encoded as RFC 3986 and OAuth 1.0a want it."""
    # Most names and values stay as they are, and to see that is quicker than to encode them.
    return text if _UNRESERVED(text) else quote(text, safe="-._~")

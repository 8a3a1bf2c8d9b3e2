"""Parameters as a query string in the form WooCommerce reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from .shapes import is_mapping, is_sequence

Pair = tuple[str, str]


def pairs(parameters: Mapping[str, Any]) -> list[Pair]:
    """Names and texts of a query, in the order given.

    A list goes as one comma list, because of a name that is repeated WooCommerce keeps only the last. If an item
    holds a comma itself, the list goes as `name[0]=…&name[1]=…`, which PHP reads the same and which can be signed.
    Nested objects go as `name[key]=…`. Raises TypeError for None, which a query cannot say.
    """
    return [pair for name, value in parameters.items() for pair in _pairs(name, value)]


def _pairs(name: str, value: Any) -> Iterator[Pair]:
    if is_mapping(value):
        for key, item in value.items():
            yield from _pairs(f"{name}[{key}]", item)
    elif is_sequence(value):
        texts = [_text(name, item) for item in value if not isinstance(item, Mapping | list | tuple)]
        if len(texts) == len(value) and not any("," in text for text in texts):
            yield name, ",".join(texts)
        else:
            for i, item in enumerate(value):
                yield from _pairs(f"{name}[{i}]", item)
    else:
        yield name, _text(name, value)


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
    return quote(text, safe="-._~")

"""From an endpoint, parameters and a body, as callers of the official package write them, to a request."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any
from urllib.parse import parse_qsl, quote

from wooclient._runtime.exchange import Request
from wooclient._runtime.query import pairs
from wooclient._runtime.redaction import SECRET_PARAMETERS
from wooclient._runtime.routes import route_of
from wooclient._runtime.shapes import is_array, is_many, is_mapping, plain

from .failures import no_json

#: Parameters of a call: a mapping, pairs, or a query as text.
Params = Mapping[Any, Any] | Iterable[tuple[Any, Any]] | str | bytes
#: What a path may hold as it is; all else is percent-encoded.
_IN_PATHS = "/%:@!$&'()*+,;=~"


def request_of(store: str, prefix: str, method: str, endpoint: str, params: Params | None) -> Request:
    """The request of a call, without its body. `prefix` is where the version is, such as `wp-json/wc/v3`.

    Raises ValueError for an endpoint that leaves the API.
    """
    path, _, query = str(endpoint).partition("?")
    parts = (prefix.strip("/"), quote(path.strip("/"), safe=_IN_PATHS))
    route = route_of(store, "/" + "/".join(part for part in parts if part))
    named = _named([*_pairs(query), *_pairs(params)])
    return Request(method, store + route.path, tuple(pairs(named)))


def content_of(body: Any) -> bytes | None:
    """A body as JSON. Text goes as it is, if it is JSON. Raises ValueError or TypeError for what cannot be sent."""
    if body is None:
        return None
    if not isinstance(body, str | bytes | bytearray):
        return _json(body)
    raw = body.encode() if isinstance(body, str) else bytes(body)
    try:
        json.loads(raw)
    except ValueError as error:
        raise no_json(f"the body is text that is no JSON ({error}); pass a mapping or JSON") from None
    return raw


def _pairs(params: Params | None) -> list[tuple[Any, Any]]:
    if params is None:
        return []
    if isinstance(params, str | bytes):
        return list[tuple[Any, Any]](parse_qsl(_text(params), keep_blank_values=True))
    return list(params.items() if is_mapping(params) else params)


def _named(given: list[tuple[Any, Any]]) -> dict[str, Any]:
    """Parameters by name. Of a name that stands twice the last counts, as in PHP; `name[]` gets its number.

    Keys of the store are left out: the client shows its own.
    """
    found: dict[str, Any] = {}
    counts: dict[str, int] = {}
    for key, value in given:
        name, said = _text(key), _said(value)
        if name in SECRET_PARAMETERS or said is None:
            continue
        for item in said if name.endswith("[]") and is_array(said) else [said]:
            found[_numbered(name, counts)] = item
    return found


def _numbered(name: str, counts: dict[str, int]) -> str:
    """`name[]` as `name[0]`, then `name[1]`: without its number it cannot be signed."""
    while "[]" in name:
        outer = name.partition("[]")[0]
        counts[outer] = counts.get(outer, -1) + 1
        name = name.replace("[]", f"[{counts[outer]}]", 1)
    return name


def _said(value: Any) -> Any:
    """A value as a query can say it; None for what is left out: None, an empty list, an empty mapping."""
    if is_mapping(value):
        return {str(name): said for name, item in value.items() if (said := _said(item)) is not None} or None
    if is_many(value):
        items = [said for item in value if (said := _said(item)) is not None]
        # The query's writer refuses lists that say nothing; the official package sends them.
        return (items if any(item != "" for item in items) else "") if items else None
    if isinstance(value, bytes):
        return _text(value)
    return plain(value) if isinstance(value, Enum | Decimal | date) else value


def _json(body: Any) -> bytes:
    content = plain(body, "data")
    try:
        return json.dumps(content, separators=(",", ":"), allow_nan=False).encode()
    except ValueError as error:
        raise no_json(f"the body cannot be sent as JSON: {error}") from None


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)

"""Requests and answers as data, before and after HTTP; query strings as PHP reads them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote_plus

from . import jsontext
from .kinds import is_list, is_map

Json = dict[str, Any]
#: PHP's own limits: names of a query, and how deep a name or a JSON document may nest.
MAX_VARIABLES = 1000
MAX_NAME_DEPTH = 64
MAX_JSON_DEPTH = 512


@dataclass(slots=True)
class Request:
    """A request as it came. `folder` is the part of its address before `path`, where a store stands in a subfolder."""

    method: str
    path: str
    query: str = ""
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: bytes = b""
    scheme: str = "https"
    folder: str = ""

    def header(self, name: str) -> str:
        """A header, in whatever letter case it came; empty if it did not."""
        return self.headers.get(name.lower(), "")


@dataclass(slots=True)
class Answer:
    """An answer as it goes out."""

    status: int
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: bytes = b""


def to_json(value: Any) -> bytes:
    """A body."""
    return jsontext.written(value)


class BadJson(ValueError):
    """A body that PHP's JSON reader refuses; `number` and the text say why."""

    def __init__(self, number: int, text: str) -> None:
        super().__init__(text)
        self.number = number


def _refuse_constant(name: str) -> Any:
    raise BadJson(4, f"Unexpected {name}.")


def _integer(text: str) -> int | float:
    """Integers that do not fit 64 bits become floats, as in PHP."""
    if len(text) < 19:
        return int(text)
    number = float(text)
    return int(text) if abs(number) <= 2**63 and -(2**63) <= int(text) < 2**63 else _finite(number)


def _finite(number: float) -> float:
    if number in (float("inf"), float("-inf")):
        raise BadJson(7, "A number is too large.")
    return number


_DECODER = json.JSONDecoder(
    parse_constant=_refuse_constant, parse_int=_integer, parse_float=lambda text: _finite(float(text))
)


def from_json(body: bytes) -> Any:
    """A body read as PHP would: UTF-8, no deeper than 512, no lone surrogates."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise BadJson(5, "The body is not UTF-8.") from None
    try:
        value = _DECODER.decode(text)
    except BadJson:
        raise
    except RecursionError:
        raise BadJson(1, "The body nests too deep.") from None
    except ValueError:
        raise BadJson(4, "The body is not JSON.") from None
    if text.count("[") + text.count("{") > MAX_JSON_DEPTH and _depth(value) > MAX_JSON_DEPTH:
        raise BadJson(1, "The body nests too deep.")
    if "\\ud" in text or "\\uD" in text:
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise BadJson(10, "A surrogate stands alone.") from None
    return value


def _depth(value: Any) -> int:
    depth, level = 0, [value]
    while level:
        depth += 1
        deeper: list[Any] = []
        for node in level:
            if is_map(node):
                deeper += node.values()
            elif is_list(node):
                deeper += node
        level = deeper
    return depth


def php_query(query: str) -> Json:
    """A query string or form body as PHP reads it: `a[]=1`, `a[b]=2`, the last of equal names wins."""
    found: Json = {}
    if not query:
        return found
    for i, pair in enumerate(query.split("&")):
        if i >= MAX_VARIABLES:
            break
        if not pair:
            continue
        name, _, value = pair.partition("=")
        _put(found, unquote_plus(name), unquote_plus(value))
    return {name: _lists(value) for name, value in found.items()}


def _put(found: Json, name: str, value: str) -> None:
    head, bracket, rest = name.partition("[")
    head = head.lstrip(" ").replace(".", "_").replace(" ", "_")
    if not head:
        return
    if not bracket or "]" not in rest:
        found[head + ("_" + rest if bracket else "")] = value
        return
    keys = [head]
    while True:
        key, closed, rest = rest.partition("]")
        if not closed:
            break
        keys.append(key)
        if not rest.startswith("["):
            break
        rest = rest[1:]
    if len(keys) > MAX_NAME_DEPTH:
        return
    here = found
    for key in keys[:-1]:
        key = key or str(_next(here))
        inner = here.get(key)
        if not is_map(inner):
            inner = here[key] = {}
        here = inner
    here[keys[-1] or str(_next(here))] = value


def _next(found: Json) -> int:
    numbers = [int(key) for key in found if key.isascii() and key.isdigit() and len(key) < 18]
    return max(numbers) + 1 if numbers else 0


def _lists(value: Any) -> Any:
    """Arrays with the keys 0, 1, 2 … are lists."""
    if not is_map(value):
        return value
    inner = {key: _lists(child) for key, child in value.items()}
    if list(inner) == [str(i) for i in range(len(inner))]:
        return list(inner.values())
    return inner

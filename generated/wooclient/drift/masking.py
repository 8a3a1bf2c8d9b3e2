"""The form of a real answer, without what it says of people and of the shop.

Types, signs, empty texts and forms of texts stay: a date is still a date, money is still money. So what is left fits a
schema, or contradicts it, just as the answer did. Words that the description lists, and names of custom fields, stay
as they are: they come from code, not from people.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from .._runtime.shapes import is_array, is_object
from ..contract.described.description import Json
from .shapes import Shape

#: Forms of texts, and what stands for each.
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"-\d+", "-1"),
        (r"\d+", "1"),
        (r"-\d*\.\d+", "-1.50"),
        (r"\d*\.\d+", "1.50"),
        (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", "2025-01-01T00:00:00"),
        (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", "2025-01-01T00:00:00Z"),
        (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:?\d\d", "2025-01-01T00:00:00+00:00"),
        (r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", "2025-01-01 00:00:00"),
        (r"\d{4}-\d\d-\d\d", "2025-01-01"),
        (r"[^@\s]+@[^@\s]+\.[^@\s]+", "someone@example.com"),
        (r"https?://\S*", "https://store.example/"),
        (r"(yes|no)", "yes"),
    )
)
_HTML = re.compile(r"<[a-zA-Z/!][^>]*>")
#: What a word from code looks like; no address, no number of a telephone.
_CODE = re.compile(r"[A-Za-z_][A-Za-z0-9_:.-]{0,59}")
#: Digits in a row that no name in code has.
_DIGITS = re.compile(r"\d{4,}")
#: So many different items of a list are kept, so many members of an object that the description does not know.
_ITEMS, _MEMBERS, _DEPTH = 20, 100, 12
#: Where rows of custom fields are, and the part of a row that names it.
_ROWS, _NAME = "meta_data", "key"


def masked(value: Any, shape: Shape | None = None, *, keep: bool = False, depth: int = _DEPTH) -> Any:
    """The form of a value. `shape` is what the description says of it; with `keep`, a word from code stays."""
    if is_object(value):
        return _object(value, shape, keep, depth) if depth else {}
    if is_array(value):
        inner = shape.item if shape is not None and shape.item is not None else shape
        return _different(masked(item, inner, keep=keep, depth=depth - 1) for item in value) if depth else []
    if isinstance(value, str):
        return value if _is_word(value, shape, keep) else plain_text(value)
    if isinstance(value, bool) or value is None:
        return value
    whole = -1 if value < 0 else int(value > 0)
    return whole if isinstance(value, int) else whole + 0.5


def plain_text(text: str) -> str:
    """What stands for a text of its form."""
    if not text:
        return ""
    for form, plain in _FORMS:
        if form.fullmatch(text):
            return plain
    return "<p>a text</p>" if _HTML.search(text) else "a text"


def is_code(text: str) -> bool:
    """Whether a text looks like a word from code: a name of a field, a status."""
    return _CODE.fullmatch(text) is not None and _DIGITS.search(text) is None


def _is_word(text: str, shape: Shape | None, keep: bool) -> bool:
    listed = shape is not None and bool(shape.words)
    return (listed or keep) and (is_code(text) or (shape is not None and text in shape.words))


def _object(value: Json, shape: Shape | None, keep: bool, depth: int) -> Json:
    fields = shape.fields if shape is not None else dict[str, Shape]()
    found: Json = {}
    for name, child in list(value.items()):
        shown = name if name in fields or is_code(name) else plain_text(name)
        if shown in found or (not fields and len(found) >= _MEMBERS):
            continue
        if name == _ROWS and is_array(child):
            found[name] = [_row(row, depth - 1) for row in child[: _ITEMS * 2] if is_object(row)]
        else:
            found[shown] = masked(child, fields.get(name), keep=keep and not is_object(child), depth=depth - 1)
    return found


def _row(row: Json, depth: int) -> Json:
    """A row of custom fields: its name stays, if it is one from code."""
    found = _object(row, None, keep=False, depth=depth)
    name = row.get(_NAME)
    if isinstance(name, str) and is_code(name):
        found[_NAME] = name
    return found


def _different(values: Iterable[Any]) -> list[Any]:
    """Each form once."""
    found = {json.dumps(value, sort_keys=True): value for value in values}
    return list(found.values())[:_ITEMS]

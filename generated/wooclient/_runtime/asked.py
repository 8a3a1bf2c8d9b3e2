"""Which fields a request named, and so what an answer to it need not hold."""

from __future__ import annotations

import json
import re
from typing import Any

from .exchange import Request
from .shapes import is_many, is_object

#: Names of fields as the store spells them; `a.b` stands for `b` inside `a`. None at all stands for all fields.
Asked = tuple[str, ...]
#: The parameters by which WordPress and the legacy API are told which fields are wanted.
_WORDS = frozenset({"_fields", "fields"})
#: What stands between names in a text of them.
SEPARATOR = re.compile(r"[\s,]+")


def below(asked: Asked, name: str) -> Asked | None:
    """What was asked for inside of a field: no names for all of it; None if the field was not asked for."""
    if not asked or name in asked:
        return ()
    return tuple(one.removeprefix(f"{name}.") for one in asked if one.startswith(f"{name}.")) or None


def asked_fields(request: Request) -> Asked:
    """The fields that a request limits its answer to."""
    found = [value for name, value in request.query if name.partition("[")[0] in _WORDS]
    if request.content and b'"_fields"' in request.content:
        found += _in_body(request.content)
    return tuple(dict.fromkeys(name for text in found for name in SEPARATOR.split(text) if name))


def _in_body(content: bytes) -> list[str]:
    body: Any = json.loads(content)
    value = body.get("_fields") if is_object(body) else None
    return [str(one) for one in (value if is_many(value) else [value])] if value else []

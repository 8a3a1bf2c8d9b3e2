"""Reading parsed bodies whose form is not known: what is not there, or is something else, counts as empty."""

from __future__ import annotations

from typing import Any

from ..._runtime.shapes import is_array, is_object
from .description import Json

#: Python refuses to read numbers of thousands of digits.
_DIGITS = 18


def items(body: Any) -> list[Json]:
    """The objects of an array; none for anything else."""
    return [item for item in body if is_object(item)] if is_array(body) else []


def whole(text: str) -> int | None:
    """A text of plain digits as a number; None for any other, and for more digits than a count of a store has."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < _DIGITS else None


def member(body: Any, name: str, otherwise: Any = None) -> Any:
    """A member of an object; `otherwise` if it is not there, or is null, or `body` is no object."""
    found = body.get(name) if is_object(body) else None
    return otherwise if found is None else found

"""Which outcome of a batch belongs to which item, whatever the store leaves out, and what it is: record or error."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .errors import ItemError
from .shapes import is_mapping, is_model

_NO_ANSWER = "no_answer"
_SILENT = "the store says nothing about this item"


def outcomes_of(part: str, items: list[Any], found: list[Any], places: Iterable[int] | None = None) -> list[Any]:
    """For each item of a part of a batch the record or the `ItemError` that the store gave for it.

    `found` is what stands in the answer under this part, in the order of the store; `places` are those of the items in
    the list that was given, if not all of it was in this request.
    """
    matched = _in_order(items, found) if part == "create" else _by_id(items, found)
    at = range(len(items)) if places is None else places
    return [_outcome(part, place, item, one) for place, item, one in zip(at, items, matched, strict=True)]


def _in_order(items: list[Any], found: list[Any]) -> list[Any]:
    """Creations by position: nothing else ties an outcome to its item. If one is missing, nobody knows which."""
    few = f"the store gives {len(found)} outcomes for {len(items)} creations, so those before may be of other items"
    missing = ItemError(few, code=_NO_ANSWER)
    return [*found, *[missing] * (len(items) - len(found))][: len(items)]


def _by_id(items: list[Any], found: list[Any]) -> list[Any]:
    """Updates and deletions by id: stores pass over some without a word, and plugins take some out.

    An outcome without an id belongs to the item at its place, if there are as many outcomes as items.
    """
    left: dict[str, list[int]] = {}
    for place, one in enumerate(found):
        left.setdefault(id_of(one), []).append(place)
    matched: list[Any] = []
    for place, item in enumerate(items):
        places = left.get(id_of(item)) if id_of(item) else None
        if not places and len(found) == len(items) and not id_of(found[place]):
            places = [place]
        matched.append(found[places.pop(0)] if places else ItemError(_SILENT, code=_NO_ANSWER))
    return matched


def id_of(value: Any) -> str:
    """The id of an item or an outcome as text; empty if there is none."""
    number = _field(value, "id") if _has_fields(value) else value
    if _has_fields(number):  # a variation that could not be deleted is named by all that was given
        number = _field(number, "id")
    return str(number or "")


def _outcome(part: str, place: int, item: Any, found: Any) -> Any:
    """The record, or the error that stands in its place."""
    error = found if isinstance(found, ItemError) else _field(found, "error")
    if not error:
        return found
    number = None if part == "create" else _field(item, "id") if _has_fields(item) else item
    code, message, data = (_field(error, name) for name in ("code", "message", "data"))
    text = error if isinstance(error, str) else message
    return ItemError(str(text or ""), code=str(code or ""), data=data, part=part, id=number, index=place)


def _has_fields(value: Any) -> bool:
    return is_mapping(value) or is_model(value)


def _field(value: Any, name: str) -> Any:
    return value.get(name) if is_mapping(value) else getattr(value, name, None)

"""The way back from models to the JSON that they came from."""

from __future__ import annotations

from typing import Any, cast

from pydantic import BaseModel

from .scalars import EmptyMap, IndexedList
from .shapes import dumped, is_array, is_object


def to_wire(value: Any) -> Any:
    """A model, or any structure of models, as the JSON the store would send.

    Fields that were not in the answer, and were not assigned since, are left out.
    """
    if isinstance(value, BaseModel):
        return dumped(value)
    if isinstance(value, EmptyMap) and not value:
        return []
    if is_object(value):
        return {key: to_wire(item) for key, item in value.items()}
    if isinstance(value, IndexedList) and len(value) == len(value.keys):
        return {key: to_wire(item) for key, item in zip(value.keys, value, strict=True)}
    if is_array(value) or isinstance(value, tuple):
        return [to_wire(item) for item in cast(list[Any], value)]
    return value

"""Records as rows, and the types of their columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from wooclient._runtime.columns import declared, kind_of
from wooclient._runtime.masking import mask
from wooclient._runtime.operation import Operation
from wooclient._runtime.streams import KEYS

#: The column with the name of the store.
STORE = "store"
#: Fields that say how to reach a record, which no table needs.
_LEFT_OUT = frozenset({"_links"})
_TYPES: dict[str, dict[str, Any]] = {
    "decimal": {"data_type": "decimal"},
    "moment": {"data_type": "timestamp"},
    "shop time": {"data_type": "timestamp", "timezone": False},
    "date": {"data_type": "date"},
    "switch": {"data_type": "bool"},
    "whole": {"data_type": "bigint"},
    "float": {"data_type": "double"},
    "text": {"data_type": "text"},
}


def key_of(operation: Operation[Any]) -> str:
    """The field that tells records of a list apart; empty if there is none."""
    fields = getattr(operation.item_type(), "model_fields", {})
    return next((name for name in KEYS if name in fields), "")


def row(record: Any) -> dict[str, Any]:
    """A record as plain values by the names that the API gives them, without secrets."""
    shown = mask(type(record), _plain(record))
    return {name: value for name, value in shown.items() if name not in _LEFT_OUT}


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        kinds = type(value).model_fields
        held = {(f.alias if (f := kinds.get(n)) and f.alias else n): v for n, v in value.__dict__.items()}
        held |= value.model_extra or {}
        return _plain(held)
    if isinstance(value, Mapping):
        # A column without a value needs none in the row, and its type may not be known yet.
        return {str(name): _plain(inside) for name, inside in value.items() if inside is not None}
    if isinstance(value, list | tuple):
        return [_plain(inside) for inside in value]
    return value


def columns(model: type[BaseModel]) -> dict[str, Any]:
    """The types of the columns whose values are single ones, as dlt wants them told.

    Tables then have a column also where no record holds a value yet. Shop time has no zone; free JSON stays JSON, since
    its values have any type.
    """
    kinds = {field.alias or name: kind_of(declared(field)) for name, field in model.model_fields.items()}
    found = {name: {**_TYPES[kind]} for name, kind in kinds.items() if kind}
    return {**found, "meta_data": {"data_type": "json"}} if "meta_data" in model.model_fields else found

"""Records as rows, and the types of their columns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from wooclient._runtime.models import Model
from wooclient._runtime.operation import Operation
from wooclient._runtime.scalars import LocalDateTime

#: The column with the name of the store.
STORE = "store"
#: What tells records apart, the first that a record has.
KEYS = ("id", "slug", "code")
#: Fields that say how to reach a record, which no table needs.
_LEFT_OUT = frozenset({"_links"})
#: What marks shop time among the types of moments.
_LOCAL = get_args(LocalDateTime)[1]
_TYPES = {
    Decimal: "decimal",
    datetime: "timestamp",
    date: "date",
    bool: "bool",
    int: "bigint",
    float: "double",
    str: "text",
}


def key_of(operation: Operation[Any]) -> str:
    """The field that tells records of a list apart; empty if there is none."""
    fields = getattr(operation.item_type(), "model_fields", {})
    return next((name for name in KEYS if name in fields), "")


def row(record: Any) -> dict[str, Any]:
    """A record as plain values by the names that the API gives them, without secrets."""
    return {name: value for name, value in _plain(record).items() if name not in _LEFT_OUT}


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        kinds = type(value).model_fields
        held = {(f.alias if (f := kinds.get(n)) and f.alias else n): v for n, v in value.__dict__.items()}
        held |= value.model_extra or {}
        for name, other, word in value.__secret__ if isinstance(value, Model) else ():
            if held.get(name) and (not other or held.get(other) == word):
                held[name] = "***"
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
    found: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        column = _column(Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation)
        if column:
            found[field.alias or name] = column
    if "meta_data" in model.model_fields:
        found["meta_data"] = {"data_type": "json"}
    return found


def _column(hint: Any) -> dict[str, Any]:
    """The type of one column; nothing for what is no single value, or one of several types."""
    if get_origin(hint) is Annotated:
        column = _column(get_args(hint)[0])
        is_local = _LOCAL in hint.__metadata__
        return {**column, "timezone": False} if column and is_local else column
    if get_origin(hint) is Literal:
        return {"data_type": "text"} if all(isinstance(word, str) for word in get_args(hint)) else {}
    if get_origin(hint) in (Union, UnionType):
        columns = [_column(part) for part in get_args(hint) if part is not type(None)]
        return columns[0] if all(one == columns[0] for one in columns) else {}
    kind = _TYPES.get(hint, "") if isinstance(hint, type) else ""
    return {"data_type": kind} if kind else {}

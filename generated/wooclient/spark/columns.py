"""The columns of a record: Spark's type of each, and its value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, Context, Decimal
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pyspark.sql import types

from wooclient._runtime.columns import declared, kind_of
from wooclient._runtime.wire import to_wire

#: Money and rates have at most six digits behind the point; quantities of plugins may have more.
_SCALE = 9
_DECIMAL = types.DecimalType(38, _SCALE)
_CONTEXT = Context(prec=38, rounding=ROUND_HALF_EVEN)
_TYPES: dict[str, types.DataType] = {
    "decimal": _DECIMAL,
    "moment": types.TimestampType(),
    "shop time": types.TimestampNTZType(),
    "date": types.DateType(),
    "switch": types.BooleanType(),
    "whole": types.LongType(),
    "float": types.DoubleType(),
}
_LEFT_OUT = frozenset({"_links", "links"})


class Column(NamedTuple):
    """One column: where its value stands in a record, and what Spark calls it."""

    path: tuple[str, ...]
    field: types.StructField

    def of(self, record: Any) -> Any:
        """The value in a record; None if it has none, or one that does not fit the column."""
        value = record
        for name in self.path:
            value = getattr(value, name, None) if isinstance(value, BaseModel) else None
        return _fitting(value, self.field.dataType)


def columns_of(model: type[BaseModel]) -> list[Column]:
    """The columns of a record. Objects inside become columns (`billing_city`); lists and free JSON are JSON text."""
    return list(_columns(model, ()))


def _columns(model: type[BaseModel], path: tuple[str, ...]) -> Iterator[Column]:
    for name, field in model.model_fields.items():
        wire = field.alias or name
        if wire in _LEFT_OUT:
            continue
        hint = declared(field)
        inside = _model(hint)
        if inside is not None and len(path) < 2:
            yield from _columns(inside, (*path, name))
        else:
            shown = "_".join((*path, wire))
            yield Column((*path, name), types.StructField(shown, _TYPES.get(kind_of(hint), types.StringType())))


def _model(hint: Any) -> type[BaseModel] | None:
    """The one model that a value is, if it is nothing else."""
    if get_origin(hint) is Annotated:
        return _model(get_args(hint)[0])
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    kinds = [part for part in parts if part is not type(None)]
    one = kinds[0] if len(kinds) == 1 else None
    return one if isinstance(one, type) and issubclass(one, BaseModel) else None


def _fitting(value: Any, kind: types.DataType) -> Any:
    if value is None or (value == "" and not isinstance(kind, types.StringType)):
        return None
    if isinstance(kind, types.StringType):
        return value if isinstance(value, str) else json.dumps(to_wire(value), ensure_ascii=False, default=str)
    if isinstance(kind, types.DecimalType):
        return _decimal(value)
    if isinstance(kind, types.DoubleType) and isinstance(value, int):
        return float(value)
    expected = {types.LongType: int, types.BooleanType: bool, types.DateType: date}.get(type(kind), datetime)
    return value if type(value) is expected else None


def _decimal(value: Any) -> Decimal | None:
    if not isinstance(value, Decimal) or not value.is_finite() or value.adjusted() > 38 - _SCALE - 1:
        return None
    return value.quantize(Decimal(1).scaleb(-_SCALE), context=_CONTEXT)

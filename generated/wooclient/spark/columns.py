"""The columns of a record: Spark's type of each, and its value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, Context, Decimal
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pyspark.sql import types

from wooclient._runtime.scalars import LocalDateTime
from wooclient._runtime.wire import to_wire

#: Money and rates have at most six digits behind the point; quantities of plugins may have more.
_SCALE = 9
_DECIMAL = types.DecimalType(38, _SCALE)
_CONTEXT = Context(prec=38, rounding=ROUND_HALF_EVEN)
#: What marks shop time, which has no zone, among the types of moments.
_LOCAL = get_args(LocalDateTime)[1]
_TYPES: dict[Any, types.DataType] = {
    Decimal: _DECIMAL,
    datetime: types.TimestampType(),
    date: types.DateType(),
    bool: types.BooleanType(),
    int: types.LongType(),
    float: types.DoubleType(),
    str: types.StringType(),
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
        hint = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        inside = _model(hint)
        if inside is not None and len(path) < 2:
            yield from _columns(inside, (*path, name))
        else:
            shown = "_".join((*path, wire))
            yield Column((*path, name), types.StructField(shown, _type(hint) or types.StringType()))


def _model(hint: Any) -> type[BaseModel] | None:
    """The one model that a value is, if it is nothing else."""
    if get_origin(hint) is Annotated:
        return _model(get_args(hint)[0])
    parts = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    kinds = [part for part in parts if part is not type(None)]
    one = kinds[0] if len(kinds) == 1 else None
    return one if isinstance(one, type) and issubclass(one, BaseModel) else None


def _type(hint: Any) -> types.DataType | None:
    """Spark's type of single values; None for all others."""
    if get_origin(hint) is Annotated:
        found = _type(get_args(hint)[0])
        return types.TimestampNTZType() if found == _TYPES[datetime] and _LOCAL in hint.__metadata__ else found
    if get_origin(hint) is Literal:
        return types.StringType()
    if get_origin(hint) in (Union, UnionType):
        kinds = [_type(part) for part in get_args(hint) if part is not type(None)]
        return kinds[0] if all(one == kinds[0] for one in kinds) else None
    return _TYPES.get(hint) if isinstance(hint, type) else None


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

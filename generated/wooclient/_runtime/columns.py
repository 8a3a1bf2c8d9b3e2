"""What the columns of a table hold: the declared types of single values, for engines that have types of their own."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from .scalars import LocalDateTime

Kind = Literal["", "decimal", "moment", "shop time", "date", "switch", "whole", "float", "text"]
_KINDS: dict[Any, Kind] = {
    Decimal: "decimal",
    datetime: "moment",
    date: "date",
    bool: "switch",
    int: "whole",
    float: "float",
    str: "text",
}
#: What marks shop time, which has no zone, among the types of moments.
_LOCAL = get_args(LocalDateTime)[1]


def declared(field: FieldInfo) -> Any:
    """The whole type that a field was declared with."""
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def kind_of(hint: Any) -> Kind:
    """What single values of a declared type are; empty for what is no single value, or one of several types."""
    if get_origin(hint) is Annotated:
        kind = kind_of(get_args(hint)[0])
        return "shop time" if kind == "moment" and _LOCAL in hint.__metadata__ else kind
    if get_origin(hint) is Literal:
        return "text" if all(isinstance(word, str) for word in get_args(hint)) else ""
    if get_origin(hint) in (Union, UnionType):
        kinds: set[Kind] = {kind_of(part) for part in get_args(hint) if part is not type(None)}
        return kinds.pop() if len(kinds) == 1 else ""
    return _KINDS.get(hint, "") if isinstance(hint, type) else ""

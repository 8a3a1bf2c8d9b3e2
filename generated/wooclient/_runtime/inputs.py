"""What callers pass in becomes what WooCommerce reads.

The parameters of an operation are described once, by the TypedDict that type checkers use; this module reads the
same TypedDict at run time, so names and types cannot drift apart.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from importlib import import_module
from types import NoneType, UnionType
from typing import Annotated, Any, NotRequired, Required, TypedDict, Union, get_args, get_origin, get_type_hints, is_typeddict

#: Money and measures are sent as text. Floats are refused: 0.1 + 0.2 is not a price.
DecimalInput = Annotated[Decimal | str | int, "decimal"]
#: A moment in shop time (a naive datetime or text), or any moment (an aware datetime).
LocalDateTimeInput = Annotated[datetime | str, "local"]
#: A moment in UTC: an aware datetime, or a naive one that is UTC already.
UtcDateTimeInput = Annotated[datetime | str, "utc"]
#: A moment in a filter: text in ISO form with a time, or a datetime (naive in shop time, unless the call says GMT).
MomentInput = Annotated[datetime | str, "moment"]
DateInput = Annotated[date | str, "date"]
Number = int | float
Json = Any


class Parameters(TypedDict, total=False):
    """What every call takes besides its own parameters."""

    extra: Mapping[str, object]
    """Parameters that only a plugin, or a newer release, knows; sent as they are."""


def arguments(kind: Any, given: Mapping[str, Any], call: str) -> dict[str, Any]:
    """Keyword arguments as JSON values by wire name.

    `kind` is the TypedDict that declares them (None if there are none), `call` the name for messages. Raises
    TypeError for a name that the operation does not have, a lacking required one, or a float where money is meant.
    """
    hints = _hints(kind) if kind else {}
    for key in given:
        if key not in hints:
            raise TypeError(f"{call} has no parameter {key!r}; {_suggestion(key, hints)}")
    missing = sorted(kind.__required_keys__ - given.keys()) if kind else []
    if missing:
        raise TypeError(f"{call} needs {', '.join(missing)}")
    return _object(given, kind, call) if kind else {}


def body_items(kind: Any, given: Sequence[Any], call: str) -> list[Any]:
    """A body that is an array, each item converted like keyword arguments."""
    return [convert(item, kind, f"{call}: item {i}") for i, item in enumerate(given)]


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


def _wire_names(kind: Any) -> Mapping[str, str]:
    names: Mapping[str, str] = getattr(import_module(kind.__module__), "WIRE_NAMES", {})
    return names


def _suggestion(key: str, known: Mapping[str, Any]) -> str:
    close = difflib.get_close_matches(key, known, n=1)
    return f"did you mean {close[0]}?" if close else "pass what only a plugin knows in extra={...}"


def convert(value: Any, hint: Any, where: str) -> Any:
    """One value as JSON, guided by its declared type."""
    origin = get_origin(hint)
    if origin in (Required, NotRequired):
        return convert(value, get_args(hint)[0], where)
    if origin in (Union, UnionType):
        return _union(value, get_args(hint), where)
    if origin is Annotated:
        return _annotated(value, get_args(hint), where)
    if is_typeddict(hint) and isinstance(value, Mapping):
        return _object(value, hint, where)
    if isinstance(value, list | tuple) and isinstance(origin, type) and issubclass(origin, Sequence):
        return [convert(item, get_args(hint)[0], where) for item in value]
    if isinstance(value, Mapping) and isinstance(origin, type) and issubclass(origin, Mapping):
        return {str(key): convert(item, get_args(hint)[1], where) for key, item in value.items()}
    return plain(value)


def _object(value: Mapping[str, Any], kind: Any, where: str) -> dict[str, Any]:
    """An object by its TypedDict. Keys that it does not name pass, what stands under `extra` joins the others."""
    hints, names = _hints(kind), _wire_names(kind)
    own = {k: v for k, v in value.items() if k != "extra" or "extra" not in hints}
    converted = {names.get(k, k): convert(v, hints.get(k, Any), f"{where}.{k}") for k, v in own.items()}
    return converted if len(own) == len(value) else {**converted, **plain(value["extra"] or {})}


def _union(value: Any, options: tuple[Any, ...], where: str) -> Any:
    """The first option that is made for such a value."""
    if value is None:
        return None
    fitting = [o for o in options if o is not NoneType and _made_for(value, o)]
    return convert(value, fitting[0] if fitting else Any, where)


def _made_for(value: Any, hint: Any) -> bool:
    origin = get_origin(hint)
    if origin in (Required, NotRequired, Annotated):
        return _made_for(value, get_args(hint)[0])
    if origin in (Union, UnionType):
        return any(_made_for(value, o) for o in get_args(hint))
    if is_typeddict(hint):
        return isinstance(value, Mapping)
    if isinstance(origin, type):
        return isinstance(value, origin) and not (origin is Sequence and isinstance(value, str))
    if isinstance(hint, type):
        return isinstance(value, hint) or (hint is Decimal and isinstance(value, float))
    return False


def _annotated(value: Any, parts: tuple[Any, ...], where: str) -> Any:
    mark = parts[1] if len(parts) > 1 and isinstance(parts[1], str) else ""
    if value is None or not mark:
        return convert(value, parts[0], where)
    if mark == "decimal":
        return _decimal(value, where)
    if mark == "utc" and isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    return plain(value)


def _decimal(value: Any, where: str) -> str:
    if isinstance(value, float):
        raise TypeError(f"{where} is a float, which cannot hold money exactly; pass a Decimal, a text or an int")
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def plain(value: Any) -> Any:
    """A value as JSON by what it is: decimals as text, dates in ISO form, containers all the way down."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    return value

"""What callers pass in becomes what WooCommerce reads.

The parameters of an operation are described once, by the TypedDict that type checkers use; this module reads the
same TypedDict at run time, so names and types cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from importlib import import_module
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NotRequired,
    Required,
    TypedDict,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from .shapes import is_mapping, is_sequence

#: Money and measures are sent as text. Floats are refused: 0.1 + 0.2 is not a price.
DecimalInput = Annotated[Decimal | str | int, "decimal"]
#: A moment in shop time (a naive datetime or text), or any moment (an aware datetime, sent with its offset).
LocalDateTimeInput = Annotated[datetime | str, "local"]
#: A moment in UTC: an aware datetime of any zone, or a naive one that is UTC already. The store would take the offset
#: away without converting, so it is converted here.
UtcDateTimeInput = Annotated[datetime | str, "utc"]
#: A moment in a filter: text in ISO form with a time, or a datetime. A naive one is shop time, or UTC if the call says
#: `dates_are_gmt`; an aware one is that moment in any case.
MomentInput = Annotated[datetime | str, "moment"]
DateInput = Annotated[date | str, "date"]


#: The short name of a product's attribute: answers of the legacy API put `pa_` before it, its requests do without.
AttributeSlugInput = Annotated[str, "attribute-slug"]
#: Words or numbers for a filter that wants them in one text: a list, or that text itself.
CommaListInput = Annotated[str | Sequence[str | int], "comma-list"]


class Clear:
    """The type of CLEAR, which empties a field in the way this field is emptied."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Its name."""
        return "CLEAR"

    def __bool__(self) -> bool:
        """False, as it stands for nothing."""
        return False

    def __reduce__(self) -> str:
        """There is only one, also after pickling and copying."""
        return "CLEAR"


#: Pass it for a field to empty it: the client sends what WooCommerce takes for that, be it `""`, null, `[]` or 0.
CLEAR = Clear()
ClearWithText = Annotated[Clear, "clear", ""]
ClearWithNull = Annotated[Clear, "clear", None]
ClearWithZero = Annotated[Clear, "clear", 0]
ClearWithList = Annotated[Clear, "clear", ()]
ClearWithObject = Annotated[Clear, "clear", frozenset()]
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
    _check_names(given, hints, f"{call} has no parameter")
    missing = sorted(required_keys(kind) - given.keys()) if kind else []
    if missing:
        raise TypeError(f"{call} needs {', '.join(missing)}")
    if given.get("dates_are_gmt"):
        given = {key: _in_utc(value) for key, value in given.items()}
    return _object(given, kind, call) if kind else {}


def query_arguments(kind: Any, given: Mapping[str, Any], call: str) -> dict[str, Any]:
    """Keyword arguments of a query. Those that have parts, as the legacy API's `filter` has, know all of them.

    Raises TypeError as `arguments` does, and for a part that there is not.
    """
    converted = arguments(kind, given, call)
    for key, value in given.items():
        parts = typed_dict(_hints(kind)[key])
        for one in [] if parts is None else value if is_sequence(value) else [value]:
            if not is_mapping(one):
                raise TypeError(f"{call}: {key} is {value!r}; pass a mapping of its parts")
            _check_names(one, _spelled(parts), f"{call}: {key} has no part", f"'{key}[…]'")
    return converted


def body_items(kind: Any, given: Sequence[Any], call: str) -> list[Any]:
    """A body that is an array, each item converted like keyword arguments."""
    odd = next((item for item in given if not is_mapping(item) and not _is_model(item)), None)
    if odd is not None:
        raise TypeError(f"{call} takes a list of mappings; {odd!r} is none")
    return [convert(item, kind, f"{call}: item {i}") for i, item in enumerate(given)]


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


@cache
def required_keys(kind: Any) -> frozenset[str]:
    """The keys that a call must have; the TypedDict itself cannot tell, since its annotations are text."""
    return frozenset(key for key, hint in _hints(kind).items() if get_origin(hint) is Required)


def _wire_names(kind: Any) -> Mapping[str, str]:
    names: Mapping[str, str] = getattr(import_module(kind.__module__), "WIRE_NAMES", {})
    return names


def _spelled(kind: Any) -> Mapping[str, Any]:
    """The names of a TypedDict, as Python spells them and as the store does."""
    return {**_hints(kind), **dict.fromkeys(_wire_names(kind).values())}


def _check_names(given: Mapping[str, Any], known: Mapping[str, Any], what: str, place: str = "...") -> None:
    for key in given:
        if key in known:
            continue
        import difflib  # only who mistypes needs it

        close = difflib.get_close_matches(str(key), known, n=1)
        hint = f"did you mean {close[0]}?" if close else f"pass what only a plugin knows in extra={{{place}}}"
        raise TypeError(f"{what} {key!r}; {hint}")


def hints_of(kind: Any) -> dict[str, Any]:
    """The declared types of a TypedDict by wire name."""
    names = _wire_names(kind)
    return {names.get(name, name): hint for name, hint in _hints(kind).items()}


def python_name(kind: Any, wire: str) -> str:
    """How the TypedDict `kind` spells a wire name."""
    return next((name for name, spelled in _wire_names(kind).items() if spelled == wire), wire)


def row_of(kind: Any) -> tuple[str, ...] | None:
    """How items of a list are changed by their ids, if `kind` is that of such items; None if the list goes whole.

    First comes the field in which null takes an item away, empty if nothing does, then those that a change names again.
    """
    rows: Mapping[str, tuple[str, ...]] = getattr(import_module(kind.__module__), "ROWS", {})
    return rows.get(kind.__name__)


def typed_dict(hint: Any) -> Any:
    """The TypedDict inside a declared type (`X | None`, `Sequence[X]`); None if there is none."""
    if is_typeddict(hint):
        return hint
    return next((found for option in get_args(hint) if (found := typed_dict(option)) is not None), None)


def clears(hint: Any) -> bool:
    """Whether a declared type says how its field is emptied."""
    return hint is Clear or any(clears(option) for option in get_args(hint))


def convert(value: Any, hint: Any, where: str) -> Any:
    """One value as JSON, guided by its declared type."""
    if value is CLEAR:
        return _cleared(hint, where)
    if _is_model(value):
        return _model(value, hint, where)
    origin = get_origin(hint)
    if origin in (Required, NotRequired):
        return convert(value, get_args(hint)[0], where)
    if origin in (Union, UnionType):
        return _union(value, get_args(hint), where)
    if origin is Annotated:
        return _annotated(value, get_args(hint), where)
    if is_typeddict(hint) and is_mapping(value):
        return _object(value, hint, where)
    if hint is int or origin is Literal:
        return _word(value, hint, where)
    if is_sequence(value) and isinstance(origin, type) and issubclass(origin, Sequence):
        return [convert(item, get_args(hint)[0], where) for item in value]
    if is_mapping(value) and isinstance(origin, type) and issubclass(origin, Mapping):
        return {str(key): convert(item, get_args(hint)[1], where) for key, item in value.items()}
    return plain(value)


def _word(value: Any, hint: Any, where: str) -> Any:
    """A number or one of some words; refuses what the store would take for something else than was meant."""
    if hint is int and isinstance(value, str) and not value.strip().removeprefix("-").isdigit():
        raise TypeError(f"{where} is {value!r}; pass a whole number")
    if get_origin(hint) is Literal and isinstance(value, bool) and value not in get_args(hint):
        raise TypeError(f"{where} is {value!r}, which the store does not understand; leave it out instead")
    # `False` for a declared 0 goes out as 0: as a text it would be true.
    words = get_args(hint) if get_origin(hint) is Literal else ()
    return next((word for word in words if word == value), plain(value))


def _object(value: Mapping[str, Any], kind: Any, where: str) -> dict[str, Any]:
    """An object by its TypedDict. What stands under `extra` joins the others.

    Where there is no `extra`, inside of other things, plugins add keys of their own: those that it does not name pass.
    """
    hints, names = _hints(kind), _wire_names(kind)
    if "extra" in hints:
        _check_names(value, _spelled(kind), f"{where} has no field")
    own = {k: v for k, v in value.items() if k != "extra" or "extra" not in hints}
    converted = {names.get(k, k): convert(v, hints.get(k, Any), f"{where}.{k}") for k, v in own.items()}
    return converted if len(own) == len(value) else {**converted, **plain(value["extra"] or {})}


def _is_model(value: object) -> bool:
    """Whether `value` is a model; asked without loading pydantic, which whoever has a model has loaded."""
    return hasattr(type(value), "model_fields")


def _model(value: Any, hint: Any, where: str) -> Any:
    """A model that came in an answer, without the fields that a request cannot set."""
    from .models import to_wire

    wire, kind = to_wire(value), typed_dict(hint)
    if kind is not None:
        known = hints_of(kind)
        wire = {key: item for key, item in wire.items() if key in known}
    return convert(wire, hint, where)


def _cleared(hint: Any, where: str) -> Any:
    """What the store takes for an emptied field of this type."""
    if get_origin(hint) is Annotated and get_args(hint)[1] == "clear":
        empty = get_args(hint)[2]
        return [] if empty == () else {} if empty == frozenset() else empty
    for option in get_args(hint):
        if clears(option):
            return _cleared(option, where)
    raise TypeError(f"{where} cannot be cleared: the store has no way to empty it")


def _in_utc(value: Any) -> Any:
    """An aware moment as UTC without an offset: beside `dates_are_gmt`, the store misreads offsets."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC).replace(tzinfo=None)
    return value


def _union(value: Any, options: tuple[Any, ...], where: str) -> Any:
    """The first option that is made for such a value."""
    if value is None:
        return None
    fitting: list[Any] = [o for o in options if o is not NoneType and _made_for(value, o)]
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
    kind, mark = parts[0], parts[1] if isinstance(parts[1], str) else ""
    if value is None or not mark:
        return convert(value, kind, where)
    if mark == "decimal":
        return _decimal(value, where)
    if mark == "attribute-slug" and isinstance(value, str):
        return value.removeprefix("pa_")
    if mark == "comma-list" and is_sequence(value):
        return ",".join(map(str, value))
    if mark == "utc" and isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    return plain(value)


def _decimal(value: Any, where: str) -> str:
    if isinstance(value, float):
        raise TypeError(f"{where} is a float, which cannot hold money exactly; pass a Decimal, a text or an int")
    if isinstance(value, bool) or not isinstance(value, Decimal | str | int):
        raise TypeError(f"{where} is {value!r}; pass a Decimal, a text or an int")
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(f"{where} is {value}, which is no number")
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def plain(value: Any) -> Any:
    """A value as JSON by what it is: decimals as text, dates in ISO form, containers all the way down."""
    if value is CLEAR:
        raise TypeError("CLEAR stands where nothing says how to clear it")
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if is_mapping(value):
        return {str(key): plain(item) for key, item in value.items()}
    if is_sequence(value) or isinstance(value, set | frozenset):
        return [plain(item) for item in cast(Any, value)]
    return value

"""What callers pass in becomes what WooCommerce reads.

The parameters of an operation are described once, by the TypedDict that type checkers use; this module reads the
same TypedDict at run time, so names and types cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
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
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from .query import is_left_out
from .shapes import is_many, is_mapping, is_model, is_once, is_sequence, key_text, plain, settled
from .words import check_text, is_word, one_of, word
from .words import nearest as nearest

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
#: The name of a custom field where stores drop names that begin with an underscore.
UnprotectedKeyInput = Annotated[str, "unprotected-key"]
#: Words or numbers for a filter that wants them in one text: a list, or that text itself.
CommaListInput = Annotated[str | Sequence[str | int], "comma-list"]
#: Names of fields, as Python or the store spells them: a list, or a text of them with commas; see `fields`.
FieldsInput = Annotated[str | Sequence[str], "fields"]


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
#: From which likeness on an unknown name inside of other things is taken for a typing error.
ALIKE = 0.8


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
        given = {key: in_utc(value) for key, value in given.items()}
    return _object(given, kind, call) if kind else {}


def query_arguments(kind: Any, given: Mapping[str, Any], call: str) -> dict[str, Any]:
    """Keyword arguments of a query. Those that have parts, as the legacy API's `filter` has, know all of them.

    Raises TypeError as `arguments` does, and for a part that there is not; ValueError for an empty list that chooses.
    """
    given = settled(given)
    for key, value in given.items():
        parts = typed_dict(_hints(kind).get(key)) if kind else None
        for one in [] if parts is None else value if is_sequence(value) else [value]:
            if not is_mapping(one):
                raise TypeError(f"{call}: {key} is {value!r}; pass a mapping of its parts")
            _check_names(one, _spelled(parts), f"{call}: {key} has no part", f"'{key}[…]'")
    converted = arguments(kind, given, call)
    return _chosen(converted, hints_of(kind), f"{call}: ") if kind else converted


def _chosen(converted: Mapping[str, Any], hints: Mapping[str, Any], call: str, part: str = "{}") -> dict[str, Any]:
    """The parameters of a query without lists that are empty, which the store would take for no filter."""
    kept: dict[str, Any] = {}
    for key, value in converted.items():
        hint, name = hints.get(key), part.format(key)
        if is_mapping(value):
            if _takes_list(hint):
                raise TypeError(f"{call}{name} is {value!r}; pass a list")
            parts = typed_dict(hint)
            kept[key] = value if parts is None else _chosen(value, hints_of(parts), call, f"{key}[{{}}]")
        elif not ((is_sequence(value) or _takes_list(hint)) and is_left_out(name, value, call)):
            kept[key] = value
    return kept


def _takes_list(hint: Any) -> bool:
    """Whether a declared type is that of a list, or of a text that stands for one."""
    origin = get_origin(hint)
    return origin is Sequence or (origin is not Mapping and any(_takes_list(option) for option in get_args(hint)))


def body_items(kind: Any, given: Sequence[Any], call: str) -> list[Any]:
    """A body that is an array, each item converted like keyword arguments."""
    odd = next((item for item in given if not is_mapping(item) and not is_model(item)), None)
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
        close = nearest(str(key), known)
        hint = f"did you mean {close}?" if close else f"pass what only a plugin knows in extra={{{place}}}"
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
    if is_model(value) and hint is not int:
        return _model(value, hint, where)
    value = value.value if isinstance(value, Enum) else value
    origin = get_origin(hint)
    if origin in (Required, NotRequired):
        return convert(value, get_args(hint)[0], where)
    if origin in (Union, UnionType):
        return _union(value, get_args(hint), where)
    if origin is Annotated:
        return _annotated(value, get_args(hint), where)
    if is_typeddict(hint) and is_mapping(value):
        return _object(value, hint, where)
    if origin is Literal:
        return word(value, hint, where)
    if hint is int:
        return _whole(value, where)
    return _several(value, hint, origin, where)


def _several(value: Any, hint: Any, origin: Any, where: str) -> Any:
    """A list or a map, item by item; anything else by what it is."""
    if origin is Sequence and isinstance(value, str):
        check_text(value, get_args(hint)[0], where)
    elif origin is Sequence and is_many(value):
        return [_item(item, get_args(hint)[0], where) for item in value]
    elif is_mapping(value) and isinstance(origin, type) and issubclass(origin, Mapping):
        return {key_text(key): convert(item, get_args(hint)[1], where) for key, item in value.items()}
    return plain(value, where)


def _item(value: Any, hint: Any, where: str) -> Any:
    """An item of a list. A batch reads its items twice, so in them nothing can stand that is read only once."""
    if is_mapping(value):
        once = next((key for key, inside in value.items() if is_once(inside)), None)
        if once is not None:
            raise TypeError(f"{where}.{once} is {value[once]!r}, which can be read only once; pass a list")
    # What an empty text among the words of a filter means is for the query to say.
    return value if value == "" and get_origin(hint) is Literal else convert(value, hint, where)


def _whole(value: Any, where: str) -> Any:
    """A whole number; refuses what the store would take for something else than was meant."""
    text = isinstance(value, str) and not value.strip().removeprefix("-").isdigit()
    if text or is_mapping(value) or is_many(value) or is_model(value):
        raise TypeError(f"{where} is {value!r}; pass a whole number")
    return plain(value, where)


def _object(value: Mapping[str, Any], kind: Any, where: str) -> dict[str, Any]:
    """An object by its TypedDict. What stands under `extra` joins the others; inside of other things only a mapping."""
    hints, names = _hints(kind), _wire_names(kind)
    if "extra" in hints:
        _check_names(value, _spelled(kind), f"{where} has no field")
    else:
        _check_nested(value, kind, where)
    joins = "extra" in hints or is_mapping(value.get("extra"))
    own = {k: v for k, v in value.items() if k != "extra" or not joins}
    converted = {names.get(k, key_text(k)): convert(v, hints.get(k, Any), f"{where}.{k}") for k, v in own.items()}
    return converted if len(own) == len(value) else {**converted, **plain(value["extra"] or {}, f"{where}.extra")}


def _check_nested(value: Mapping[str, Any], kind: Any, where: str) -> None:
    """Refuse a name inside of other things that is all but one that lacks there.

    Plugins add keys of their own there, so unknown ones pass, and so does a known one with an ending of its own, as
    answers have them (`subtotal_tax`). What looks like a typing error and is none goes in `extra`.
    """
    known, names = _spelled(kind), _wire_names(kind)
    unknown = [str(key) for key in value if key not in known and key != "extra"]
    if not unknown:
        return
    given = {names.get(key, key) for key in value}
    absent = [name for name in known if names.get(name, name) not in given]
    for key in unknown:
        close = nearest(key, absent, ALIKE)
        if close and not key.startswith(f"{close}_"):
            hint = f"did you mean {close}? If a plugin knows it, pass it in extra={{{key!r}: ...}}"
            raise TypeError(f"{where} has no field {key!r}; {hint}")


def _model(value: Any, hint: Any, where: str) -> Any:
    """A model that came in an answer, without the fields that a request cannot set.

    As a whole record to change it is refused: it would put back what others changed since it was read.
    """
    from .models import to_wire

    wire, kind = to_wire(value), typed_dict(hint)
    if kind is not None:
        known = hints_of(kind)
        if "extra" in known and wire.get("id") and "id" in known:
            why = f"a whole {type(value).__name__} would undo what others changed since it was read"
            raise TypeError(f"{where}: {why}; use save(), or name the fields to change: {{'id': ..., ...}}")
        wire = named_once({key: item for key, item in wire.items() if key in known}, known)
    return convert(wire, hint, where)


def named_once(found: dict[str, Any], hints: Mapping[str, Any], *, moved: bool = False) -> dict[str, Any]:
    """An object inside of another; one that is kept elsewhere, such as a picture or a tag, by nothing but its id.

    A picture sent with its address too would be fetched once more by releases before 9. One whose address was changed
    (`moved`) is new: it goes without the id. Of a tag the store would look at the name first, and make another.
    """
    if "src" in hints and found.get("id"):
        found.pop("id" if moved else "src", None)
    return {"id": found["id"]} if hints.keys() <= {"id", "name"} and found.get("id") else found


def _cleared(hint: Any, where: str) -> Any:
    """What the store takes for an emptied field of this type."""
    if get_origin(hint) is Annotated and get_args(hint)[1] == "clear":
        empty = get_args(hint)[2]
        return [] if empty == () else {} if empty == frozenset() else empty
    for option in get_args(hint):
        if clears(option):
            return _cleared(option, where)
    raise TypeError(f"{where} cannot be cleared: the store has no way to empty it")


def in_utc(value: Any) -> Any:
    """An aware moment as UTC without an offset: beside `dates_are_gmt`, the store misreads offsets."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC).replace(tzinfo=None)
    return value


def _union(value: Any, options: tuple[Any, ...], where: str) -> Any:
    """The first option that is made for such a value."""
    if value is None:
        return None
    fitting: list[Any] = [o for o in options if o is not NoneType and _made_for(value, o)]
    return convert(value, fitting[0], where) if fitting else plain(one_of(value, options, where), where)


def _made_for(value: Any, hint: Any) -> bool:
    origin = get_origin(hint)
    if origin in (Required, NotRequired, Annotated):
        return _made_for(value, get_args(hint)[0])
    if origin in (Union, UnionType):
        return any(_made_for(value, o) for o in get_args(hint))
    if origin is Literal:
        return is_word(value, hint)
    if is_typeddict(hint):
        return isinstance(value, Mapping)
    if isinstance(origin, type):
        return is_many(value) if origin is Sequence else isinstance(value, origin)
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
    if mark == "unprotected-key" and str(value).startswith("_"):
        raise ValueError(
            f"{where} is {value!r}: stores drop custom fields whose key begins with an underscore here, silently since "
            "WooCommerce 9.5.2; choose another key. For an older store, pass the list in extra={'meta_data': [...]}"
        )
    if mark in ("comma-list", "fields") and is_many(value):
        return ",".join(str(plain(item, where)) for item in value)
    if mark == "utc" and isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    return plain(value, where)


def _decimal(value: Any, where: str) -> str:
    if isinstance(value, float):
        raise TypeError(f"{where} is a float, which cannot hold money exactly; pass a Decimal, a text or an int")
    if isinstance(value, bool) or not isinstance(value, Decimal | str | int):
        raise TypeError(f"{where} is {value!r}; pass a Decimal, a text or an int")
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(f"{where} is {value}, which is no number")
    return format(value, "f") if isinstance(value, Decimal) else str(value)

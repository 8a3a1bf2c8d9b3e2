"""What callers pass in becomes what WooCommerce reads.

The parameters of an operation are described once, by the TypedDict that type checkers use; this module reads the
same TypedDict at run time, so names and types cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

from .amounts import kept, switch, whole
from .declared import READ, READ_TEXT, SHOP_TIME, NotZeroTextInput
from .moments import filter_utc
from .nulls import none
from .query import check_filled, is_left_out
from .shapes import dumped, is_many, is_mapping, is_model, is_once, is_sequence, key_text, plain, settled
from .sums import check_sums
from .words import check_text, is_word, one_of, word
from .words import nearest as nearest


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
Json = Any
#: From which likeness on an unknown name inside of other things is taken for a known one, mistyped; and an unknown
#: parameter, which is mistyped in any case. With less, `price` would be taken for `sale_price`.
ALIKE, _ALIKE_AT_ALL = 0.75, 0.72


class Parameters(TypedDict, total=False):
    """What every call takes besides its own parameters."""

    extra: Mapping[str, object]
    """Parameters that only a plugin, or a newer release, knows; sent as they are."""


def arguments(kind: Any, given: Mapping[str, Any], call: str) -> dict[str, Any]:
    """Keyword arguments as JSON values by wire name.

    `kind` is the TypedDict that declares them (None if there are none), `call` the name for messages. Raises
    TypeError for a name that the operation does not have, a lacking required one, or a value of a wrong kind, such as a
    float for money, and ValueError for a text or number that the store would take for another value than was meant.
    """
    hints = _hints(kind) if kind else {}
    _check_names(given, hints, f"{call} has no parameter", kind=kind)
    missing = sorted(required_keys(kind) - given.keys()) if kind else []
    if missing:
        raise TypeError(f"{call} needs {', '.join(missing)}")
    if given.get("dates_are_gmt"):
        given = {key: _in_utc(value, hints.get(key), f"{call}.{key}") for key, value in given.items()}
    return _object(given, kind, call) if kind else {}


def query_arguments(kind: Any, given: Mapping[str, Any], call: str, *, finds: bool = False) -> dict[str, Any]:
    """Keyword arguments of a query. Those that have parts, as the legacy API's `filter` has, know all of them.

    Raises TypeError as `arguments` does, and for a part that there is not; ValueError for an empty list that chooses,
    and for an empty text if the call `finds` records by what it is given.
    """
    given = settled(given)
    for key, value in given.items():
        parts = typed_dict(_hints(kind).get(key)) if kind else None
        for one in [] if parts is None else value if is_sequence(value) else [value]:
            if not is_mapping(one):
                raise TypeError(f"{call}: {key} is {value!r}; pass a mapping of its parts")
            _check_names(one, spelled(parts), f"{call}: {key} has no part", f"'{key}[…]'")
    converted = arguments(kind, given, call)
    if kind is None:
        return converted
    hints = hints_of(kind)
    for key, value in converted.items() if finds else ():
        if hints.get(key) in (str, NotZeroTextInput):
            check_filled(key, value, f"{call}: ")
    return _chosen(converted, hints, f"{call}: ")


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


@cache
def _wire_names(kind: Any) -> Mapping[str, str]:
    names: Mapping[str, str] = getattr(import_module(kind.__module__), "WIRE_NAMES", {})
    return names


@cache
def spelled(kind: Any) -> Mapping[str, Any]:
    """The names of a TypedDict, as Python spells them and as the store does."""
    return {**_hints(kind), **dict.fromkeys(_wire_names(kind).values())}


def _check_names(
    given: Mapping[str, Any], known: Mapping[str, Any], what: str, place: str = "...", kind: Any = None
) -> None:
    """Refuse names that are not among `known`; `kind` is the TypedDict that has those."""
    for key in given:
        if key not in known:
            raise TypeError(f"{what} {key!r}; {_hint(str(key), known, kind, place)}")


def _hint(name: str, known: Mapping[str, Any], kind: Any, place: str) -> str:
    own = python_name(kind, name) if kind else name
    if own != name:
        return f"here it is called {own}"
    close = nearest(name, known, _ALIKE_AT_ALL)
    return f"did you mean {close}?" if close else f"pass what only a plugin knows in extra={{{place}}}"


@cache
def hints_of(kind: Any) -> Mapping[str, Any]:
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


def reads_shop_time(hint: Any) -> bool:
    """Whether a declared type is that of a moment which is shop time unless it says its zone."""
    return _mark(hint) in SHOP_TIME or any(reads_shop_time(option) for option in get_args(hint))


def clears(hint: Any) -> bool:
    """Whether a declared type says how its field is emptied."""
    return hint is Clear or any(clears(option) for option in get_args(hint))


def convert(value: Any, hint: Any, where: str) -> Any:
    """One value as JSON, guided by its declared type."""
    if value is CLEAR:
        return _cleared(hint, where)
    if value is None:
        return none(hint, where, clears=clears(hint))
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
    if hint is int or hint is bool:
        return whole(value, where) if hint is int else switch(value, where)
    if origin is Literal:
        return word(value, hint, where)
    return _container(value, hint, where)


def _container(value: Any, hint: Any, where: str) -> Any:
    """What holds other values, each converted by its own type; any other value by what it is."""
    origin = get_origin(hint)
    if is_typeddict(hint) and is_mapping(value):
        return _object(value, hint, where)
    if origin is Sequence and isinstance(value, str):
        check_text(value, get_args(hint)[0], where)
    elif is_many(value) and (
        origin is Sequence or (origin is Mapping and is_sequence(value) and any(map(is_model, value)))
    ):
        return [_item(item, get_args(hint)[-1], f"{where}[{i}]") for i, item in enumerate(value)]
    elif is_mapping(value) and isinstance(origin, type) and issubclass(origin, Mapping):
        return {key_text(key): convert(item, get_args(hint)[1], f"{where}.{key}") for key, item in value.items()}
    return plain(kept(value, where) if hint is Any else value, where)


def _item(value: Any, hint: Any, where: str) -> Any:
    """An item of a list. A batch reads its items twice, so in them nothing can stand that is read only once."""
    if is_mapping(value):
        once = next((key for key, inside in value.items() if is_once(inside)), None)
        if once is not None:
            raise TypeError(f"{where}.{once} is {value[once]!r}, which can be read only once; pass a list")
    # What an empty text among the words of a filter means is for the query to say.
    return value if value == "" and get_origin(hint) is Literal else convert(value, hint, where)


def _object(value: Mapping[str, Any], kind: Any, where: str) -> dict[str, Any]:
    """An object by its TypedDict. What stands under `extra` joins the others; inside of other things only a mapping."""
    hints, names = _hints(kind), _wire_names(kind)
    if "extra" in hints:
        _check_names(value, spelled(kind), f"{where} has no field", kind=kind)
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
    known, names = spelled(kind), _wire_names(kind)
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
    wire, kind = dumped(value), typed_dict(hint)
    if kind is not None:
        known = hints_of(kind)
        if "extra" in known and wire.get("id") and "id" in known:
            why = f"a whole {type(value).__name__} would undo what others changed since it was read"
            raise TypeError(f"{where}: {why}; use save(), or name the fields to change: {{'id': ..., ...}}")
        check_sums(value, kind, known, where)
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


def _in_utc(value: Any, hint: Any, where: str) -> Any:
    """A moment of a filter as UTC without an offset: beside `dates_are_gmt`, the store misreads offsets."""
    return filter_utc(value, where) if _mark(hint) == "moment" and value is not None else value


def _union(value: Any, options: tuple[Any, ...], where: str) -> Any:
    """The first option that is made for such a value."""
    if value.__class__ is str and not value and any(_mark(o) == "clear" and get_args(o)[2] == "" for o in options):
        return value  # what scripts for other clients send to empty a field
    if value.__class__ is bool and str in options and bool not in options:
        raise TypeError(f"{where} is {value}; pass {'yes' if value else 'no'!r}: the store takes a text here")
    fitting: list[Any] = [o for o in options if o is not NoneType and _made_for(value, o)]
    failed: ValueError | TypeError | None = None
    for option in fitting or [o for o in options if o in (bool, int) or _mark(o) in READ]:
        try:
            return convert(value, option, where)
        except (ValueError, TypeError) as error:  # a text that is a day, or else a moment; a word beside a switch
            failed = error
    value = one_of(value, options, where)
    if failed is not None:
        raise failed
    return plain(value, where)


def _mark(hint: Any) -> str:
    """What a declared type is marked with; empty if it is not."""
    mark = get_args(hint)[1] if get_origin(hint) is Annotated else ""
    return mark if isinstance(mark, str) else ""


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
    return isinstance(value, hint) or (hint is Decimal and isinstance(value, float))


def _annotated(value: Any, parts: tuple[Any, ...], where: str) -> Any:
    kind, mark = parts[0], parts[1] if isinstance(parts[1], str) else ""
    if value is None or not mark:
        return convert(value, kind, where)
    read = READ.get(mark) or READ_TEXT.get(mark)
    if read is not None:
        return read(value, where, *parts[2:])
    if mark == "attribute-slug" and isinstance(value, str):
        return value.removeprefix("pa_")
    if mark in ("comma-list", "fields") and is_many(value):
        return ",".join(str(plain(item, where)) for item in value)
    return plain(value, where)

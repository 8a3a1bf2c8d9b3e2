"""What happens when an answer does not fit its model: the odd value is kept as it came and noted, nothing is lost.

This is the slow path. It runs only after the fast one has refused a body, and takes it apart field by field.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel

from .adapters import adapter
from .asked import Asked, below
from .drift import MISSING
from .models import assembled
from .nulls import takes_none
from .scalars import IndexedList, read_otherwise
from .shapes import is_array, is_object

#: Receives "Model.field" and the value that did not fit.
Note = Callable[[str, Any], None]


def refuse(where: str, value: Any) -> None:
    """A note for those who want what fits, or an error."""
    raise ValueError(f"{where} is not as declared")


class Misfit:
    """Stands for "this value does not fit", where None would be a value."""


MISFIT = Misfit()


def repair(kind: Any, raw: Any, where: str, note: Note, asked: Asked = ()) -> Any:
    """`raw` as far as it can be read as `kind`; the rest stays as it came, each piece reported to `note`.

    `asked` are the fields that the call named, if it did not ask for all.
    """
    value = _at_once(kind, raw, asked)
    return _taken_apart(kind, raw, where, note, asked) if value is MISFIT else value


def _at_once(kind: Any, raw: Any, asked: Asked) -> Any:
    """`raw` validated as `kind`, or MISFIT; so are objects and arrays of which only some fields were asked for."""
    return MISFIT if asked and (is_object(raw) or is_array(raw)) else attempt(kind, raw)


def _taken_apart(kind: Any, raw: Any, where: str, note: Note, asked: Asked) -> Any:
    """What `repair` gives for a value that does not fit as a whole."""
    value = otherwise(kind, raw)
    if value is not MISFIT:
        note(where, raw)
        return value
    for option in _likeliest(_options(kind), raw):
        if is_array(raw) and get_origin(option) is list:
            (item,) = get_args(option)
            return [repair(item, one, where, note, asked) for one in raw]
        if is_indexed(raw) and get_origin(option) is list:
            (item,) = get_args(option)
            note(where, raw)
            return IndexedList((repair(item, one, where, note, asked) for one in raw.values()), raw)
        if is_object(raw) and get_origin(option) is dict:
            _, item = get_args(option)
            return {k: repair(item, one, f"{where}.*", note, below(asked, k) or ()) for k, one in raw.items()}
        if is_object(raw) and _is_model(option):
            return repair_model(option, raw, note, asked)
        if asked and raw == [] and _is_model(option):  # how PHP writes an object without any field
            return repair_model(option, {}, note, asked)
    note(where, raw)
    return raw


@cache
def declared(kind: Any) -> frozenset[str]:
    """The names, as the store writes them, of all fields of a model, or of the models in a union."""
    return frozenset(wire for model in models_in(kind) for wire, _ in _fields(model))


@cache
def models_in(kind: Any) -> tuple[type[BaseModel], ...]:
    """The models that a type is, or is one of."""
    return tuple(option for option in _options(kind) if _is_model(option))


@cache
def requires(kind: Any) -> bool:
    """Whether there are fields without which an object is none of the models that `kind` names."""
    models = models_in(kind)
    return bool(models) and all(any(required for _, required in _fields(model)) for model in models)


def resembles(kind: Any, found: dict[str, Any], asked: Asked = ()) -> bool:
    """Whether an object most likely is one of the models of `kind`: it has at least half of what is always there.

    If only some fields were asked for, it has nothing else.
    """
    if asked:
        return bool(found) and all(below(asked, name) is not None or name == "_links" for name in found)
    always = [{wire for wire, required in _fields(model) if required} for model in models_in(kind)]
    return any(len(wires & found.keys()) * 2 >= len(wires) > 0 for wires in always)


def fits_kind(kind: Any, value: Any) -> bool:
    """Whether `value` is one of the models that `kind` names; True if it names other things too."""
    models = _only_models(kind)
    return not models or isinstance(value, models)


@cache
def _only_models(kind: Any) -> tuple[type[BaseModel], ...]:
    options = _options(kind)
    models = models_in(kind)
    return models if len(models) == len(options) else ()


def _is_model(option: Any) -> TypeGuard[type[BaseModel]]:
    return isinstance(option, type) and issubclass(option, BaseModel)


def _fields(model: type[BaseModel]) -> list[tuple[str, bool]]:
    """Each field of a model as the store names it, and whether it is always there."""
    return [(field.alias or name, field.is_required()) for name, field in model.model_fields.items()]


def _likeliest(options: list[Any], raw: Any) -> list[Any]:
    """The members of a union, of its models first the one that `raw` most likely is.

    That is the one of which it has most of the fields that are always there: a failure is known by its `error`, which
    no record has. If that leaves it open, `raw` is short of fields, and most likely a cut one of the larger.
    """
    if len(options) == 1 or not is_object(raw):
        return options

    def likeness(model: type[BaseModel]) -> tuple[int, int, int]:
        fields = _fields(model)
        held = [required for wire, required in fields if wire in raw]
        return sum(held), len(held), len(fields)

    models = iter(sorted(filter(_is_model, options), key=likeness, reverse=True))
    return [next(models) if _is_model(option) else option for option in options]


def is_indexed(raw: object) -> TypeGuard[dict[str, Any]]:
    """Whether `raw` is an object whose keys are the indices of a list, which PHP makes of a list with gaps."""
    return is_object(raw) and bool(raw) and all(key.isdecimal() for key in raw)


def attempt(kind: Any, raw: Any) -> Any:
    """`raw` validated as `kind`, or MISFIT."""
    try:
        return adapter(kind).validate_json(json.dumps(raw), strict=True)
    except (ValueError, TypeError, RecursionError):
        return MISFIT


def otherwise(kind: Any, raw: Any) -> Any:
    """`raw` as the one thing that it can mean, though it is written otherwise than declared; or MISFIT."""
    for read in _other_ways(kind):
        try:
            return read(raw)
        except ValueError:
            pass
    return MISFIT


@cache
def _other_ways(kind: Any) -> tuple[Callable[[Any], Any], ...]:
    """How values of a type, or of a member of a union, are read if they are written otherwise than declared."""
    if get_origin(kind) is Annotated:
        marks = [way for mark in kind.__metadata__ if (way := read_otherwise(mark)) is not None]
        return (*marks, *_other_ways(get_args(kind)[0]))
    if get_origin(kind) in (Union, UnionType):
        return tuple(way for option in get_args(kind) for way in _other_ways(option))
    return ()


def repair_model(model: type[BaseModel], raw: dict[str, Any], note: Note, asked: Asked = ()) -> BaseModel:
    """A model from `raw` in which every field that can be read is, and every other holds what came.

    A field that lacks although it was asked for is reported. It is None where its type says so, and else not there.
    """
    values: dict[str, Any] = {}
    odd: dict[str, tuple[str, Any, Any]] = {}
    came: set[str] = set()
    for name, wire, where, kind, required in _places(model):
        inside = below(asked, wire)
        if wire in raw:
            came.add(name)
            held = raw[wire]
            values[name] = shown = _at_once(kind, held, inside or ())
            if shown is MISFIT:
                values[name] = shown = _taken_apart(kind, held, where, note, inside or ())
                if held is None or isinstance(shown, Decimal | IndexedList):
                    # It would be written back otherwise than it came.
                    odd[name] = (wire, held, shown)
        elif inside is not None:
            if required:
                note(where, MISSING)
            if not required or takes_none(kind):
                values[name] = None
    wires = declared(model)
    extras = {wire: value for wire, value in raw.items() if wire not in wires}
    return assembled(model, values, came, extras, odd=odd, asked=asked)


class _Place(NamedTuple):
    """A field of a model: its name, what the store calls it, how notes do, its type, and whether it is always there."""

    name: str
    wire: str
    where: str
    kind: Any
    is_required: bool


@cache
def _places(model: type[BaseModel]) -> tuple[_Place, ...]:
    return tuple(
        _Place(name, field.alias or name, f"{model.__name__}.{name}", annotation(model, name), field.is_required())
        for name, field in model.model_fields.items()
    )


@cache
def annotation(model: type[BaseModel], name: str) -> Any:
    """The full type of a field, its metadata included."""
    model.model_rebuild()
    field = model.model_fields[name]
    kind: Any = field.annotation
    for mark in field.metadata:
        kind = Annotated[kind, mark]
    return kind


def _options(kind: Any) -> list[Any]:
    """The members of a union, without annotations; the type itself if it is none."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) in (Union, UnionType):
        return [one for option in get_args(kind) for one in _options(option)]
    return [kind]

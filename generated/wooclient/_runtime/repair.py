"""What happens when an answer does not fit its model: the odd value is kept as it came and noted, nothing is lost.

This is the slow path. It runs only after the fast one has refused a body, and takes it apart field by field.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, create_model

from .models import keep_odd_values
from .scalars import IndexedList
from .shapes import is_array, is_object

#: Receives "Model.field" and the value that did not fit.
Note = Callable[[str, Any], None]


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """The validator of one type, made once."""
    return TypeAdapter(kind)


@cache
def enveloped(kind: Any, key: str) -> TypeAdapter[Any]:
    """The validator of an object with the one key `key`; what stands under it is `inside`."""
    config = ConfigDict(extra="forbid", strict=True)
    fields: dict[str, Any] = {"inside": (kind, Field(alias=key))}
    return TypeAdapter(create_model("Envelope", __config__=config, **fields))


class Misfit:
    """Stands for "this value does not fit", where None would be a value."""


MISFIT = Misfit()


def repair(kind: Any, raw: Any, where: str, note: Note) -> Any:
    """`raw` as far as it can be read as `kind`; the rest stays as it came, each piece reported to `note`."""
    value = attempt(kind, raw)
    if value is not MISFIT:
        return value
    for option in _likeliest(_options(kind), raw):
        if is_array(raw) and get_origin(option) is list:
            (item,) = get_args(option)
            return [repair(item, one, where, note) for one in raw]
        if is_indexed(raw) and get_origin(option) is list:
            (item,) = get_args(option)
            note(where, raw)
            return IndexedList((repair(item, one, where, note) for one in raw.values()), raw)
        if is_object(raw) and get_origin(option) is dict:
            _, item = get_args(option)
            return {key: repair(item, one, f"{where}.*", note) for key, one in raw.items()}
        if is_object(raw) and _is_model(option):
            return repair_model(option, raw, note)
    note(where, raw)
    return raw


@cache
def declared(kind: Any) -> frozenset[str]:
    """The names, as the store writes them, of all fields of a model, or of the models in a union."""
    models = [option for option in _options(kind) if _is_model(option)]
    return frozenset(wire for model in models for wire, _ in _fields(model))


@cache
def requires(kind: Any) -> bool:
    """Whether there are fields without which an object is none of the models that `kind` names."""
    models = [option for option in _options(kind) if _is_model(option)]
    return bool(models) and all(any(required for _, required in _fields(model)) for model in models)


def fits_kind(kind: Any, value: Any) -> bool:
    """Whether `value` is one of the models that `kind` names; True if it names other things too."""
    models = _only_models(kind)
    return not models or isinstance(value, models)


@cache
def _only_models(kind: Any) -> tuple[type[BaseModel], ...]:
    options = _options(kind)
    models = tuple(option for option in options if _is_model(option))
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


def repair_model(model: type[BaseModel], raw: dict[str, Any], note: Note) -> BaseModel:
    """A model from `raw` in which every field that can be read is, and every other holds what came."""
    values: dict[str, Any] = {}
    odd: dict[str, tuple[str, Any, Any]] = {}
    names = {field.alias or name: name for name, field in model.model_fields.items()}
    for wire, value in raw.items():
        name = names.get(wire)
        if name is None:
            continue
        where = f"{model.__name__}.{name}"
        shown = repair(_annotation(model, name), value, where, note)
        values[name] = shown
        hidden = value is None and attempt(_annotation(model, name), None) is MISFIT
        if hidden or isinstance(shown, IndexedList):
            odd[name] = (wire, value, shown)
    result = model.model_construct(_fields_set=set(values))
    vars(result).update({name: values.get(name) for name in model.model_fields})
    extras = {wire: value for wire, value in raw.items() if wire not in names}
    object.__setattr__(result, "__pydantic_extra__", extras)
    if odd:
        keep_odd_values(result, odd)
    return result


@cache
def _annotation(model: type[BaseModel], name: str) -> Any:
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

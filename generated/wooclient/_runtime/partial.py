"""Answers that hold only the fields that were asked for, read as fast as whole ones.

A record of which little is asked for has a validator of its own, which knows only those fields. What it refuses, and
parts of fields (`a.b`), are read field by field, see `repair`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from .adapters import adapter, enveloped
from .asked import Asked
from .models import assembled
from .repair import MISFIT, annotation, declared, models_in

#: How many selections of fields are remembered with their validators.
_REMEMBERED = 256


def at_once(kind: Any, raw: bytes, asked: Asked, *, envelope: str, is_list: bool) -> Any:
    """What an answer holds, if it is of one kind of model and holds just what was asked for; else MISFIT.

    Args:
        kind: What comes back, or what one item of the list is that comes back.
        raw: The answer.
        asked: The fields that the call named.
        envelope: The one key around the answer, if there is one.
        is_list: Whether a list comes back.
    """
    models = models_in(kind)
    if len(models) != 1 or kind is not models[0]:
        return MISFIT
    (model,) = models
    wires = declared(model)
    names = frozenset(asked)
    if any("." in name for name in names):
        return MISFIT
    cut = _cut(model, names & wires)
    whole: Any = list[cut] if is_list else cut  # type: ignore[valid-type]
    try:
        read: Any = (
            enveloped(whole, envelope).validate_json(raw).inside if envelope else adapter(whole).validate_json(raw)
        )
    except (ValueError, TypeError):
        return MISFIT
    if not is_list:
        return _whole(model, read, asked) if _is_cut(read, wires) else MISFIT
    return [_whole(model, one, asked) for one in read] if all(_is_cut(one, wires) for one in read) else MISFIT


@lru_cache(maxsize=_REMEMBERED)
def _cut(model: type[BaseModel], wires: frozenset[str]) -> type[BaseModel]:
    """A model of some of the fields, which keeps what else comes."""
    fields: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if (field.alias or name) in wires:
            alias = Field(alias=field.alias) if field.is_required() else Field(default=None, alias=field.alias)
            fields[name] = (annotation(model, name), alias)
    return create_model(model.__name__, __config__=ConfigDict(extra="allow", strict=True), **fields)


def _is_cut(read: BaseModel, wires: frozenset[str]) -> bool:
    """Whether no field came that was not asked for: it would be among what plugins add, unread."""
    return not read.model_extra or wires.isdisjoint(read.model_extra)


def _whole(model: type[BaseModel], read: BaseModel, asked: Asked) -> BaseModel:
    """What was read as a record of its own model."""
    return assembled(model, vars(read), read.model_fields_set, read.model_extra, asked=asked)

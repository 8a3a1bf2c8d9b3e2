"""Takes secrets out of records before people or files get them: passwords of gateways and settings."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from .models import Model
from .shapes import is_array, is_object

_MASK = "***"


def masker(kind: Any) -> Callable[[Any], Any] | None:
    """What takes the secrets out of a record of this type, or a list of them; None if the type has none."""
    model = _model(kind)
    return None if model is None or not _has_secrets(model) else partial(_masked, model)


def mask(kind: Any, value: Any) -> Any:
    """A record, or a list of them, without what its type says is a secret. `kind` is the type of a record."""
    hide = masker(kind)
    return value if hide is None else hide(value)


def _masked(model: type[Model], value: Any) -> Any:
    if is_array(value):
        return [_masked(model, item) for item in value]
    if not is_object(value):
        return value
    if not any(_wire(model, name) in value for name in model.model_fields):
        # Records by their names, as settings of a gateway stand.
        return {name: _masked(model, item) for name, item in value.items()}
    found = dict(value)
    for name, other, word in model.__secret__:
        wire = _wire(model, name)
        if found.get(wire) and found.get(_wire(model, other)) == word:
            found[wire] = _MASK
    for name, field in model.model_fields.items():
        wire, inside = _wire(model, name), _model(field.annotation)
        if wire in found and inside is not None and _has_secrets(inside):
            found[wire] = _masked(inside, found[wire])
    return found


def _wire(model: type[Model], name: str) -> str:
    field = model.model_fields.get(name)
    return (field.alias if field is not None else None) or name


@cache
def _has_secrets(model: type[Model]) -> bool:
    if model.__secret__:
        return True
    inside = (_model(field.annotation) for field in model.model_fields.values())
    return any(one is not model and _has_secrets(one) for one in inside if one is not None)


def _model(kind: Any) -> type[Model] | None:
    """The model that a type is or holds; None if there is none."""
    if isinstance(kind, type) and issubclass(kind, Model):
        return kind
    from typing import get_args

    return next((found for part in get_args(kind) if (found := _model(part)) is not None), None)

"""The validators of the types of answers, each made once."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, create_model

#: Models whose validators are there, or are being made.
_begun: set[type[BaseModel]] = set()


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """The validator of one type."""
    _build_models(kind)
    return TypeAdapter(kind)


@cache
def enveloped(kind: Any, key: str) -> TypeAdapter[Any]:
    """The validator of an object with the one key `key`; what stands under it is `inside`."""
    _build_models(kind)
    config = ConfigDict(extra="forbid", strict=True)
    fields: dict[str, Any] = {"inside": (kind, Field(alias=key))}
    return TypeAdapter(create_model("Envelope", __config__=config, **fields))


def _build_models(kind: Any) -> None:
    """Build the models that a type names, those inside a model before the model itself.

    Pydantic takes over validators that are complete, and would make all others again wherever they occur.
    """
    if isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in _begun:
        _begun.add(kind)
        for field in kind.model_fields.values():
            _build_models(field.annotation)
        kind.model_rebuild(raise_errors=False)
    for part in get_args(kind):
        _build_models(part)

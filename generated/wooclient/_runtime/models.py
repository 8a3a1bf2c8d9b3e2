"""The base of all answer models, and the way back from a model to the JSON it came from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, model_serializer

from .scalars import EmptyMap


class Model(BaseModel):
    """One object of an answer.

    Fields that this package does not know (plugins add them) are kept: read them as attributes or through
    `model_extra`. Which fields the store sent is in `model_fields_set`. A value that does not fit its declared type
    is kept as it came, see `wooclient.drift`.
    """

    model_config = ConfigDict(extra="allow", strict=True, defer_build=True, serialize_by_alias=True)

    @model_serializer(mode="wrap")
    def _serialize(self, handler: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        """The fields as JSON values; those that read as None for another reason than null as they came."""
        written = handler(self)
        odd = odd_values(self)
        return {**written, **odd} if odd else written


def odd_values(model: BaseModel) -> Mapping[str, Any]:
    """Values by wire name that did not fit their field, as the store sent them; most often there are none.

    They are kept for a field only as long as nobody assigns it.
    """
    private = model.__pydantic_private__
    kept: dict[str, tuple[str, Any, Any]] = private.get("odd", {}) if private else {}
    return {wire: raw for name, (wire, raw, shown) in kept.items() if getattr(model, name, None) is shown}


def keep_odd_values(model: BaseModel, odd: dict[str, tuple[str, Any, Any]]) -> None:
    """Remember `odd`: field name → (wire name, what came, what the attribute shows instead)."""
    object.__setattr__(model, "__pydantic_private__", {"odd": odd})


def to_wire(value: Any) -> Any:
    """A model, or any structure of models, as the JSON the store would send.

    Fields that were not in the answer, and were not assigned since, are left out.
    """
    if isinstance(value, BaseModel):
        return value.model_dump(exclude_unset=True, by_alias=True, warnings=False)
    if isinstance(value, EmptyMap) and not value:
        return []
    if isinstance(value, dict):
        return {key: to_wire(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [to_wire(item) for item in value]
    return value

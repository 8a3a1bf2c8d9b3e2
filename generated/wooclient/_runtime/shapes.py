"""What a value is (an object, an array, one or many), told so that type checkers understand it; and it as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from operator import index
from typing import Any, SupportsIndex, TypeGuard, cast

#: PHP's whole numbers have 64 bits; a larger one becomes a fraction and loses its end.
_ROOM = 2**63


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether `value` is a JSON object."""
    return isinstance(value, dict)


def is_mapping(value: object) -> TypeGuard[Mapping[str, Any]]:
    """Whether `value` is a mapping of any kind, whose keys are names."""
    return isinstance(value, Mapping)


def is_sequence(value: object) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Whether `value` is a list or a tuple."""
    return isinstance(value, list | tuple)


def is_text(value: object) -> TypeGuard[str]:
    """Whether `value` is text."""
    return isinstance(value, str)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether `value` is a JSON array."""
    return isinstance(value, list)


def is_model(value: object) -> bool:
    """Whether `value` is a model; asked without loading pydantic, which whoever has a model has loaded."""
    return hasattr(type(value), "model_fields")


def dumped(model: Any) -> dict[str, Any]:
    """A model as the JSON the store would send, without the fields that were not in the answer."""
    written: dict[str, Any] = model.model_dump(exclude_unset=True, by_alias=True, warnings=False)
    return written


def is_many(value: object) -> TypeGuard[Iterable[Any]]:
    """Whether `value` gives several values one by one, as ranges, sets, views and generators do; text is one."""
    one = isinstance(value, str | bytes | bytearray | memoryview | Mapping) or is_model(value)
    return isinstance(value, Iterable) and not one


def is_once(value: object) -> TypeGuard[Iterator[Any]]:
    """Whether `value` can be read only once, as a generator."""
    return isinstance(value, Iterator)


def settled(value: Any) -> Any:
    """What can be read only once, such as a generator, as a list that can be read again, also inside of a mapping."""
    if is_mapping(value):
        return {key: settled(item) for key, item in value.items()}
    return list(value) if is_once(value) else value


def plain(value: Any, where: str = "a value") -> Any:
    """A value as JSON by what it is: decimals as text, dates in ISO form, containers all the way down.

    Raises TypeError for what JSON cannot say, and ValueError for a whole number that PHP has no room for.
    """
    if isinstance(value, Enum):
        return plain(value.value, where)
    if value is None or isinstance(value, str | int | float):
        if isinstance(value, int) and not -_ROOM <= value < _ROOM:
            raise ValueError(f"{where} is {value}, and PHP has no whole number of that size; pass it as text")
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return _container(value, where)


def _container(value: Any, where: str) -> Any:
    if is_model(value):
        return plain(dumped(value), where)
    if is_mapping(value):
        return {key_text(key): plain(item, f"{where}.{key}") for key, item in value.items()}
    if is_many(value) and not is_once(value):
        return [plain(item, where) for item in value]
    if hasattr(value, "__index__"):  # whole numbers of numpy and its kin
        return index(cast("SupportsIndex", value))
    raise TypeError(f"{where} is {value!r}, which cannot be sent; pass text, a number, a list or a mapping")


def key_text(key: object) -> str:
    """The key of a mapping as JSON has it."""
    return str(key.value if isinstance(key, Enum) else key)

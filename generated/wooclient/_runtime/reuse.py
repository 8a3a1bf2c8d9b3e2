"""Converted arguments in a form that can be written to a file and given to the same method again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, NotRequired, Required, Union, get_args, get_origin, is_typeddict

from .inputs import hints_of
from .shapes import is_array, is_object


def given_again(wire: Any, hint: Any) -> Any:
    """`wire`, JSON that was converted for the declared type `hint`, so that converting it once more changes nothing.

    What only a plugin knows stands under `extra` again, without which its name would be refused.
    """
    forms = list(_forms(hint))
    if is_array(wire):
        item = next((get_args(form)[0] for form in forms if get_origin(form) is Sequence), Any)
        return [given_again(one, item) for one in wire]
    if not is_object(wire):
        return wire
    kind = next((form for form in forms if is_typeddict(form)), None)
    if kind is not None:
        return _object(wire, hints_of(kind))
    values = next((get_args(form)[1] for form in forms if get_origin(form) is Mapping), Any)
    return {key: given_again(value, values) for key, value in wire.items()}


def _object(wire: Mapping[str, Any], hints: Mapping[str, Any]) -> dict[str, Any]:
    known = {key: given_again(value, hints[key]) for key, value in wire.items() if _is_declared(key, hints)}
    others = {key: value for key, value in wire.items() if not _is_declared(key, hints)}
    return {**known, "extra": others} if others else known


def _is_declared(key: str, hints: Mapping[str, Any]) -> bool:
    return key in hints and key != "extra"


def _forms(hint: Any) -> Iterator[Any]:
    """The alternatives of a declared type, without what is said about them."""
    if get_origin(hint) in (Required, NotRequired, Annotated):
        yield from _forms(get_args(hint)[0])
    elif get_origin(hint) in (Union, UnionType):
        for option in get_args(hint):
            yield from _forms(option)
    else:
        yield hint

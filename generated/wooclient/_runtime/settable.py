"""What answers hold and no request can set: whoever sends it would never hear that it had no effect."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin

from .inputs import hints_of, spelled, typed_dict
from .shapes import is_mapping, is_sequence

if TYPE_CHECKING:
    from .operation import Given, Operation


def check_body(operation: Operation[Any], given: Given) -> None:
    """Refuse what an operation only answers, wherever it stands in what a caller passed for its body.

    Raises TypeError.
    """
    check_settable(given, operation.body_type(), operation.answer_type(), operation.id)


def check_settable(given: Any, kind: Any, answer: Any, where: str) -> None:
    """Refuse names that only answers know, wherever they stand in what goes into a request.

    Args:
        given: What the caller passed: a mapping, a list of them, or anything else, in which there is nothing to find.
        kind: The TypedDict that declares it; None if there is none.
        answer: The declared type of the same thing in answers.
        where: The place, for the message.

    Raises:
        TypeError: For a name that `kind` does not have, and a model of `answer` has.
    """
    if is_sequence(given):
        for i, one in enumerate(given):
            check_settable(one, kind, answer, f"{where}[{i}]")
    if not is_mapping(given) or kind is None:
        return
    known = spelled(kind)
    for name, value in given.items():
        if name in known:
            if is_mapping(value) or is_sequence(value):
                check_settable(
                    value, typed_dict(hints_of(kind).get(name)), _inside(answer).get(name), f"{where}.{name}"
                )
        elif name != "extra" and name in _inside(answer):
            raise TypeError(f"{where} has no field {name!r}: the store sets it itself, and only answers it")


@cache
def _inside(answer: Any) -> Mapping[str, Any]:
    """The types of the fields of the models in a type, by the names that the store has for them."""
    return {
        field.alias or name: field.annotation for model in _models(answer) for name, field in model.model_fields.items()
    }


def _models(kind: Any) -> list[Any]:
    if isinstance(kind, type) and hasattr(kind, "model_fields"):
        kind.model_rebuild()  # type: ignore[attr-defined]  # it is a model
        return [kind]
    return [] if get_origin(kind) is dict else [model for part in get_args(kind) for model in _models(part)]

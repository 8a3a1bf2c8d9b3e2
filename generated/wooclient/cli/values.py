"""Texts of the command line as values of a call: `status=processing`, `billing.city=Rome`, `categories:=[{"id":3}]`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, get_args, get_origin

import click

from wooclient._runtime.inputs import CLEAR, clears, hints_of, python_name, typed_dict
from wooclient._runtime.operation import Operation
from wooclient._runtime.shapes import is_object
from wooclient._runtime.words import nearest

from .resources import parameters

#: `name=text` or `name:=json`.
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,18})").fullmatch
_PAIR = re.compile(r"([A-Za-z_][\w.-]*)(:?=)(.*)", re.DOTALL)


def split(arguments: Sequence[str]) -> tuple[tuple[str, ...], dict[str, str]]:
    """Ids, and pairs as `name=` or `name:=` → text. Raises UsageError for a name given twice, or an id behind one."""
    ids: list[str] = []
    pairs: dict[str, str] = {}
    for argument in arguments:
        found = _PAIR.fullmatch(argument)
        if found is None:
            if pairs:
                raise click.UsageError(f"{argument!r} is neither name=value nor in front of them, where ids stand")
            ids.append(argument)
            continue
        name = f"{found[1]}{found[2]}"
        if found[1] in {one.rstrip(":=") for one in pairs}:
            raise click.UsageError(f"{found[1]} is given twice")
        pairs[name] = found[3]
    return tuple(ids), pairs


def given(operation: Operation[Any], pairs: Mapping[str, str]) -> dict[str, Any]:
    """Keyword arguments for an operation. Raises UsageError for a name it does not have, naming the nearest one."""
    known = parameters(operation)
    found: dict[str, Any] = {}
    for spelled, text in pairs.items():
        name, is_json = spelled.rstrip(":="), spelled.endswith(":=")
        head, *path = name.split(".")
        hint = known.get(head)
        if head not in known:
            raise click.UsageError(_unknown(operation.id, head, known))
        for step in path:
            hint = _inside(hint, step, name)
        value = from_json(text, name) if is_json else from_text(text, hint, name)
        _put(found, [_python(operation, head), *path], value, name)
    return found


def from_json(text: str, name: str) -> Any:
    """A value written as JSON, its fractions exact. Raises UsageError for what is none."""
    try:
        return json.loads(text, parse_float=Decimal)
    except ValueError as error:
        raise click.UsageError(f"{name} is no JSON: {error}") from None


def from_text(text: str, hint: Any, name: str) -> Any:
    """A text as the kind of value that `hint` declares; what the client itself reads from text stays text.

    An empty text empties a field that can be emptied. A list is written with commas. Raises UsageError where only JSON
    can say what is meant.
    """
    if not text and clears(hint):
        return CLEAR
    if _is_list(hint):
        if holds_objects(hint):
            raise click.UsageError(f"{name} is a list of objects: write it as JSON, {name}:='[{{...}}]'")
        return [one.strip() for one in text.split(",")] if text else []
    if typed_dict(hint) is not None:
        raise click.UsageError(
            f"{name} is an object: name its parts, {name}.part=value, or write JSON, {name}:='{{...}}'"
        )
    kinds = _options(hint)
    if text in ("true", "false") and _is_switch(kinds, text == "true"):
        return text == "true"
    if str not in kinds and {int, float} & {kind for kind in kinds if isinstance(kind, type)}:
        return _number(text, takes_whole=int in kinds)
    return text


def _unknown(call: str, name: str, known: Mapping[str, Any]) -> str:
    close = nearest(name, known)
    hint = f"did you mean {close}?" if close else f"what only a plugin knows is given as extra.{name}=value"
    return f"{call} has no parameter {name!r}; {hint}"


def _inside(hint: Any, step: str, name: str) -> Any:
    """The declared type of a part of a value. Free mappings take any part."""
    kind = typed_dict(hint)
    if kind is None:
        if _is_list(hint) or not _is_free(hint):
            raise click.UsageError(f"{name}: there are no parts to name; write JSON, {name.partition('.')[0]}:='...'")
        return Any
    parts = hints_of(kind)
    if step not in parts:
        close = nearest(step, parts)
        raise click.UsageError(f"{name}: there is no part {step!r}" + (f"; did you mean {close}?" if close else ""))
    return parts[step]


def _put(found: dict[str, Any], path: list[str], value: Any, name: str) -> None:
    for step in path[:-1]:
        inside: Any = found.setdefault(step, {})
        if not is_object(inside):
            raise click.UsageError(f"{name}: {step} is given as a whole already")
        found = inside
    found[path[-1]] = value


def _python(operation: Operation[Any], wire: str) -> str:
    kinds = [kind for kind in (operation.query_type(), operation.body_type()) if kind is not None]
    return next((name for kind in kinds if (name := python_name(kind, wire)) != wire), wire)


def _options(hint: Any) -> list[Any]:
    """The kinds of values that a declared type allows, without its marks."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is None or origin in (Sequence, Mapping) or not arguments:
        return [hint]
    if hasattr(hint, "__metadata__"):
        return _options(arguments[0])
    return [one for argument in arguments for one in _options(argument)] if not _is_literal(hint) else [hint]


def _is_literal(hint: Any) -> bool:
    from typing import Literal

    return get_origin(hint) is Literal


def _is_switch(kinds: list[Any], value: bool) -> bool:
    """Whether a parameter takes this one of the two words only; those that take both read the text themselves."""
    return any(_is_literal(kind) and any(one is value for one in get_args(kind)) for kind in kinds)


def takes_decimals(hint: Any) -> bool:
    """Whether a declared type takes sums, weights and their like."""
    return Decimal in _options(hint)


def _is_list(hint: Any) -> bool:
    """Whether a value has to be a list; one that may be text is written as the store reads it."""
    kinds = _options(hint)
    return any(get_origin(kind) is Sequence for kind in kinds) and str not in kinds


def holds_objects(hint: Any) -> bool:
    """Whether a declared type is a list of objects."""
    return any(typed_dict(get_args(kind)[0]) is not None for kind in _options(hint) if get_origin(kind) is Sequence)


def _is_free(hint: Any) -> bool:
    return hint is Any or any(get_origin(kind) is Mapping for kind in _options(hint))


def _number(text: str, *, takes_whole: bool) -> Any:
    """A number, which the client does not read from text everywhere; what is none stays, for it to say so.

    So does 1.000 where whole numbers are due, by which many mean a thousand.
    """
    if _WHOLE(text):
        return int(text)
    try:
        found = Decimal(text)
    except InvalidOperation:
        return text
    return text if takes_whole and found == found.to_integral_value() else found

"""Reads that name the fields they want: what is sent for `fields`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, get_args

from .asked import SEPARATOR
from .inputs import ALIKE, hints_of, nearest
from .shapes import is_many, is_mapping, settled

if TYPE_CHECKING:
    from .operation import Operation


def with_fields(operation: Operation[Any], given: Mapping[str, Any]) -> Mapping[str, Any]:
    """Parameters of a call in which `fields` stands as the store reads it.

    Names are taken as Python or the store spells them. What identifies a record is added, since walks and `save` need
    it. Of `a.b` the whole `a` is asked for: stores answer a part of a list with an empty list, and leave out or cut
    short other parts. Raises TypeError for what is no name or looks mistyped, ValueError if there is none.
    """
    if "fields" not in given or not _takes_fields(operation):
        return given
    word, known = operation.version.fields, _known(operation)
    named = [_spelled(name.partition(".")[0], known, operation.id, word) for name in _names(given["fields"], operation)]
    wanted = ",".join(dict.fromkeys([*_identity(operation, known), *named]))
    if word == "fields":
        return {**given, "fields": wanted}
    others = {key: value for key, value in given.items() if key != "fields"}
    return {**others, "extra": {word: wanted, **(given.get("extra") or {})}}


def _takes_fields(operation: Operation[Any]) -> bool:
    kind = operation.query_type()
    return kind is not None and "fields" in get_args(hints_of(kind).get("fields"))


def _names(value: Any, operation: Operation[Any]) -> Iterator[str]:
    """The names that a caller gave: several, or a text of them with commas."""
    if is_mapping(value) or not (isinstance(value, str) or is_many(value)):
        raise TypeError(f"{operation.id}: fields is {value!r}; pass a list of names")
    names = [name.strip() for name in value.split(",")] if isinstance(value, str) else list(settled(value))
    if not names:
        raise ValueError(f"{operation.id}: fields is empty; leave it out to get all fields")
    for name in names:
        if not isinstance(name, str) or not name or SEPARATOR.search(name):
            raise TypeError(f"{operation.id}: fields holds {name!r}, which is no name of a field")
        yield name


def _known(operation: Operation[Any]) -> dict[str, str]:
    """How the store spells each field of what an operation answers, by how Python and the store do."""
    from .repair import models_in

    fields = [
        (name, field.alias or name) for m in models_in(operation.item_type()) for name, field in m.model_fields.items()
    ]
    return {**dict(fields), **{wire: wire for _, wire in fields}}


def _identity(operation: Operation[Any], known: Mapping[str, str]) -> list[str]:
    """The fields by which a record is told from others: its id, and what stands for it in its address."""
    last = operation.path.rpartition("{")[2].removesuffix("}") if operation.path.endswith("}") else "id"
    return [name for name in dict.fromkeys(("id", last)) if name in known.values()]


def _spelled(name: str, known: Mapping[str, str], call: str, word: str) -> str:
    """A name as the store spells it; one that plugins may know stays, unless it is all but one that is known."""
    close = "" if name in known else nearest(name, known, ALIKE)
    if close:
        raise TypeError(
            f"{call}: fields holds {name!r}; did you mean {close}? If a plugin knows it, pass extra={{{word!r}: ...}}"
        )
    return known.get(name, name)

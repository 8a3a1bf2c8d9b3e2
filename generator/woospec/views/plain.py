"""Types in the terms of people, and what is different between two of them. The words for both are in the templates."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from woospec.formats import OR_EMPTY, called
from woospec.model import EmptyList, Enum, ListOf, MapOf, Null, Reference, Scalar, Type, Union, options
from woospec.views.limits import Range

_ZULU = Scalar("string", "zulu-date-time")
_NOT_ZULU = (Scalar("string", "utc-date-time"), Scalar("string", "local-date-time"))
#: How many values of a list are shown in place of what they are.
_FEW = 2


class Plain(NamedTuple):
    """A type as people see it: its form, what it holds, and the name of an object or the values of a short list."""

    form: str
    inner: tuple[Plain, ...] = ()
    names: tuple[str, ...] = ()


class Note(NamedTuple):
    """Something that changes, by its kind: what it was, and what it is now."""

    kind: str
    old: tuple[str | Plain | Range, ...] = ()
    new: tuple[str | Plain | Range, ...] = ()


_NULL, _EMPTY_LIST, _EMPTY_TEXT = Plain("null"), Plain("empty_list"), Plain("empty_text")


def plain(kind: Type) -> tuple[Plain, ...]:
    """The alternatives of a type for people."""
    found = [*map(_one, options(kind)), *([_EMPTY_TEXT] if _or_empty(kind) else [])]
    return tuple(dict.fromkeys(found))


def _or_empty(kind: Type) -> bool:
    return any(isinstance(o, Scalar) and o.format in OR_EMPTY for o in options(kind))


def _one(kind: Type) -> Plain:
    match kind:
        case Scalar():
            return Plain(called(kind.type, kind.format).plain)
        case Enum():
            return _values(kind)
        case Reference():
            return Plain("object", names=(kind.name,))
        case ListOf():
            return Plain("list", _several(options(kind.item)))
        case MapOf():
            return Plain("map", _several(options(kind.value)))
        case EmptyList():
            return _EMPTY_LIST
        case Null():
            return _NULL
        case Union():
            return Plain("either", _several(kind.options))


def _several(kinds: Iterable[Type]) -> tuple[Plain, ...]:
    return tuple(dict.fromkeys(map(_one, kinds)))


def _values(kind: Enum) -> Plain:
    if not kind.open and len(kind.values) <= _FEW:
        return Plain("values", names=tuple(json.dumps(v) for v in kind.values))
    return Plain("word" if all(isinstance(v, str) for v in kind.values) else "listed_number")


def differences(old: Type, new: Type) -> list[Note]:
    """What is different in a value that was of one type and is of another."""
    return [*_empties(old, new), *_kinds(old, new), *_listed(old, new)]


def _nothings(kind: Type) -> dict[Plain, None]:
    """How a type says that there is nothing."""
    found: dict[Plain, None] = {}
    for option in options(kind):
        if isinstance(option, Null):
            found[_NULL] = None
        elif isinstance(option, EmptyList):
            found[_EMPTY_LIST] = None
        elif (isinstance(option, Enum) and option.values == ("",)) or (
            isinstance(option, Scalar) and option.format in OR_EMPTY
        ):
            found[_EMPTY_TEXT] = None
    return found


def _empties(old: Type, new: Type) -> list[Note]:
    before, after = _nothings(old), _nothings(new)
    gone, added = tuple(n for n in before if n not in after), tuple(n for n in after if n not in before)
    if gone and added:
        return [Note("instead", gone, added)]
    if added:
        return [Note("may_be", new=added)]
    is_text = Scalar("string") in options(new)
    gone = tuple(n for n in gone if not (is_text and n == _EMPTY_TEXT))
    return [Note("never", gone)] if gone else []


def _key(kind: Type) -> str:
    """What two types have in common if a value of one is as good as one of the other."""
    match kind:
        case Scalar():
            return called(kind.type, kind.format).plain
        case Enum():
            first = kind.values[0]
            return "text" if isinstance(first, str) else "switch" if isinstance(first, bool) else "whole_number"
        case Reference():
            return "object"
        case ListOf():
            return "list of " + "|".join(sorted({_key(o) for o in options(kind.item)}))
        case MapOf():
            return "map of " + "|".join(sorted({_key(o) for o in options(kind.value)}))
        case _:
            return ""


def _kinds(old: Type, new: Type) -> list[Note]:
    before = {_key(o): o for o in options(old) if not _is_nothing(o)}
    after = {_key(o): o for o in options(new) if not _is_nothing(o)}
    gone, added = [o for k, o in before.items() if k not in after], [o for k, o in after.items() if k not in before]
    if not gone and not added:
        return []
    if len(gone) == len(added) == 1:
        return [_single(gone[0], added[0])]
    kind = "also" if not gone else "no_longer" if not added else "instead"
    return [Note(kind, tuple(map(_short, gone)), tuple(map(_short, added)))]


def _is_nothing(kind: Type) -> bool:
    return isinstance(kind, Null | EmptyList) or (isinstance(kind, Enum) and kind.values == ("",))


def _single(old: Type, new: Type) -> Note:
    if old == _ZULU and new in _NOT_ZULU:
        return Note("no_zulu", new=(_one(new),))
    if isinstance(old, ListOf) and isinstance(new, ListOf):
        if isinstance(old.item, Reference) and new.item == Scalar("integer"):
            return Note("ids_instead")
        return Note("many_instead", (_short(old.item),), (_short(new.item),))
    if isinstance(old, ListOf) and _key(old.item) == _key(new):
        return Note("one_instead")
    if isinstance(old, Reference) and new == Scalar("integer"):
        return Note("id_instead")
    return Note("instead", (_short(old),), (_short(new),))


def _short(kind: Type) -> Plain:
    return Plain("object") if isinstance(kind, Reference) else _one(kind)


def _words(kind: Type) -> list[str]:
    listed = [v for o in options(kind) if isinstance(o, Enum) for v in o.values if isinstance(v, str)]
    return list(dict.fromkeys(v for v in listed if v))


def _listed(old: Type, new: Type) -> list[Note]:
    """Words that a list lost or got."""
    before, after = _words(old), _words(new)
    if not before or not after:
        return []
    gone, added = tuple(v for v in before if v not in after), tuple(v for v in after if v not in before)
    return [note for note in (Note("words_gone", gone), Note("words_new", new=added)) if note.old or note.new]

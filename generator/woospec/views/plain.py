"""Types in plain words, and in a few words what is different between two of them."""

from __future__ import annotations

import json

from woospec.model import EmptyList, Enum, ListOf, MapOf, Null, Reference, Scalar, ScalarKind, Type, Union, options

#: One of a kind, and many of it.
_WORDS: dict[ScalarKind, tuple[str, str]] = {
    "any": ("anything", "anything"),
    "attribute_slug": ("text", "texts"),
    "comma_list": ("comma list", "comma lists"),
    "boolean": ("true or false", "true or false"),
    "date": ("date", "dates"),
    "decimal": ("number as text", "numbers as text"),
    "decimal_number": ("number", "numbers"),
    "decimal_or_empty": ("number as text", "numbers as text"),
    "field_list": ("names of fields", "names of fields"),
    "tax_rate": ("number as text", "numbers as text"),
    "decimal_6": ("number as text", "numbers as text"),
    "int32": ("whole number", "whole numbers"),
    "integer": ("whole number", "whole numbers"),
    "limit": ("whole number", "whole numbers"),
    "local_datetime": ("shop time", "shop times"),
    "moment": ("date and time", "dates and times"),
    "number": ("number", "numbers"),
    "offset_datetime": ("date and time with its offset", "dates and times with their offsets"),
    "offsetless_datetime": ("shop time", "shop times"),
    "quantity": ("number", "numbers"),
    "sql_moment": ("date and time", "dates and times"),
    "string": ("text", "texts"),
    "unprotected_key": ("text", "texts"),
    "utc_datetime": ("UTC time", "UTC times"),
    "utc_moment": ("UTC time", "UTC times"),
    "zulu_datetime": ("UTC time with Z", "UTC times with Z"),
}
_MOMENTS = {("zulu_datetime", "utc_datetime"): "Z dropped", ("zulu_datetime", "local_datetime"): "shop time, Z dropped"}
#: How many values of a list are shown in place of the word "word".
_FEW = 2


def plain(kind: Type) -> str:
    """A type for people."""
    found = [*(_one(o, 0) for o in options(kind)), *(['`""`'] if _or_empty(kind) else [])]
    return " or ".join(dict.fromkeys(found))


def _or_empty(kind: Type) -> bool:
    return any(isinstance(o, Scalar) and o.kind == "decimal_or_empty" for o in options(kind))


def _one(kind: Type, many: int) -> str:
    match kind:
        case Scalar():
            return _WORDS[kind.kind][many]
        case Enum():
            return _values(kind, many)
        case Reference():
            return f"{('object', 'objects')[many]} {kind.name}"
        case ListOf():
            inner = " or ".join(dict.fromkeys(_one(o, 1) for o in options(kind.item)))
            return f"{('list', 'lists')[many]} of {inner}"
        case MapOf():
            inner = " or ".join(dict.fromkeys(_one(o, 1) for o in options(kind.value)))
            return f"{('map', 'maps')[many]} of {inner}"
        case EmptyList():
            return "`[]`"
        case Null():
            return "null"
        case Union():
            return " or ".join(dict.fromkeys(_one(o, many) for o in kind.options))


def _values(kind: Enum, many: int) -> str:
    if not kind.open and len(kind.values) <= _FEW:
        return " or ".join(f"`{json.dumps(v)}`" for v in kind.values)
    if all(isinstance(v, str) for v in kind.values):
        return ("word", "words")[many]
    return ("number of a list", "numbers of a list")[many]


def differences(old: Type, new: Type) -> list[str]:
    """What is different in a value that was of one type and is of another."""
    notes = [note for note in (_empties(old, new), _kinds(old, new)) if note]
    return notes + _listed(old, new)


def _nothings(kind: Type) -> dict[str, None]:
    """How a type says that there is nothing."""
    found: dict[str, None] = {}
    for option in options(kind):
        if isinstance(option, Null):
            found["null"] = None
        elif isinstance(option, EmptyList):
            found["`[]`"] = None
        elif (isinstance(option, Enum) and option.values == ("",)) or option == Scalar("decimal_or_empty"):
            found['`""`'] = None
    return found


def _empties(old: Type, new: Type) -> str:
    before, after = _nothings(old), _nothings(new)
    gone, added = [n for n in before if n not in after], [n for n in after if n not in before]
    texts = {o.kind for o in options(new) if isinstance(o, Scalar)} & {"string"}
    if gone and added:
        return f"{' or '.join(added)} instead of {' or '.join(gone)}"
    if added:
        return f"may be {' or '.join(added)}"
    gone = [n for n in gone if not (texts and n == '`""`')]
    return f"never {' or '.join(gone)}" if gone else ""


def _key(kind: Type) -> str:
    """What two types have in common if a value of one is as good as one of the other."""
    match kind:
        case Scalar():
            return _WORDS[kind.kind][0]
        case Enum():
            first = kind.values[0]
            return "text" if isinstance(first, str) else "true or false" if isinstance(first, bool) else "whole number"
        case Reference():
            return "object"
        case ListOf():
            return "list of " + "|".join(sorted({_key(o) for o in options(kind.item)}))
        case MapOf():
            return "map of " + "|".join(sorted({_key(o) for o in options(kind.value)}))
        case _:
            return ""


def _kinds(old: Type, new: Type) -> str:
    before = {_key(o): o for o in options(old) if not _is_nothing(o)}
    after = {_key(o): o for o in options(new) if not _is_nothing(o)}
    gone, added = [o for k, o in before.items() if k not in after], [o for k, o in after.items() if k not in before]
    if not gone and not added:
        return ""
    if not gone:
        return f"also {_several(added)}"
    if not added:
        return f"no longer {_several(gone)}"
    if len(gone) == len(added) == 1:
        return _single(gone[0], added[0])
    return f"{_several(added)} instead of {_several(gone)}"


def _is_nothing(kind: Type) -> bool:
    return isinstance(kind, Null | EmptyList) or (isinstance(kind, Enum) and kind.values == ("",))


def _single(old: Type, new: Type) -> str:
    if isinstance(old, Scalar) and isinstance(new, Scalar) and (old.kind, new.kind) in _MOMENTS:
        return _MOMENTS[old.kind, new.kind]
    if isinstance(old, ListOf) and isinstance(new, ListOf):
        if isinstance(old.item, Reference) and new.item == Scalar("integer"):
            return "ids instead of objects"
        return f"{_many(new.item)} instead of {_many(old.item)}"
    if isinstance(old, ListOf) and _key(old.item) == _key(new):
        return "one instead of a list"
    if isinstance(old, Reference) and new == Scalar("integer"):
        return "id instead of an object"
    return f"{_short(new)} instead of {_short(old)}"


def _short(kind: Type) -> str:
    return "object" if isinstance(kind, Reference) else _one(kind, 0)


def _many(kind: Type) -> str:
    return "objects" if isinstance(kind, Reference) else _one(kind, 1)


def _several(kinds: list[Type]) -> str:
    return " or ".join(_short(k) for k in kinds)


def _words(kind: Type) -> list[str]:
    listed = [v for o in options(kind) if isinstance(o, Enum) for v in o.values if isinstance(v, str)]
    return list(dict.fromkeys(v for v in listed if v))


def _listed(old: Type, new: Type) -> list[str]:
    """Words that a list lost or got."""
    before, after = _words(old), _words(new)
    if not before or not after:
        return []
    gone, added = [v for v in before if v not in after], [v for v in after if v not in before]
    found = [("no more", gone), ("new", added)]
    return [f"{what}: {', '.join(f'`{v}`' for v in values)}" for what, values in found if values]

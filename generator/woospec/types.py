"""Types of single values: from JSON's types and our formats to scalars, and unions without repeats."""

from __future__ import annotations

from collections.abc import Mapping

from woospec.formats import FORMATS, TYPES, Called
from woospec.model import EmptyList, MapOf, Scalar, Type, Union


def scalar(kind: str, form: str) -> Scalar:
    """The scalar of a JSON type and a format; any value if the type is none of a single value.

    A format that only tells people what a text is makes no difference.
    """
    if kind not in TYPES:
        return Scalar("any")
    on: Mapping[str, Called] = FORMATS[form].on if form in FORMATS else {}
    return Scalar(kind, form if on.get(kind, TYPES[kind]) != TYPES[kind] else "")


def union(options: list[Type]) -> Type:
    """A flat union without repeats; an empty array beside a map says how the store writes an empty map."""
    flat: list[Type] = []
    for option in options:
        for one in option.options if isinstance(option, Union) else (option,):
            if one not in flat:
                flat.append(one)
    maps = [o for o in flat if isinstance(o, MapOf)]
    if EmptyList() in flat and maps:
        flat = [MapOf(o.value, empty_list=True) if isinstance(o, MapOf) else o for o in flat if o != EmptyList()]
    return flat[0] if len(flat) == 1 else Union(tuple(flat))

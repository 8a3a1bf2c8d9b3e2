"""None in what callers pass: it leaves only where the declared type has it.

Elsewhere stores make of it what nobody meant, each in its own way: a single update empties texts and prices and sets
the stock to 0, a batch passes over it.
"""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NotRequired, Required, Union, get_args, get_origin


def none(hint: Any, where: str, *, clears: bool) -> None:
    """None, if a value of the declared type `hint` may be that; `clears` is whether CLEAR may be, too.

    Raises TypeError.
    """
    if not takes_none(hint):
        raise TypeError(f"{where} is None; leave it out{', or pass CLEAR to empty it' if clears else ''}")


@cache
def takes_none(hint: Any) -> bool:
    """Whether a value of a declared type may be None."""
    if get_origin(hint) in (Union, UnionType, Required, NotRequired):
        return any(map(takes_none, get_args(hint)))
    if get_origin(hint) is Annotated:
        return takes_none(get_args(hint)[0])
    return hint in (None, NoneType, Any)

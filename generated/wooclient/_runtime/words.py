"""Words: the values of which a declared type lists all that the store takes.

A closed list is a `Literal`, and anything else is refused before it is sent. An open one is `Literal[...] | str`:
plugins and releases add words, so any text is sent as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal, get_args, get_origin

#: From which likeness on a word is taken for another one, mistyped.
_ALIKE = 0.5
#: How kinds of values are called that stand beside words in a declared type.
_KINDS: dict[Any, tuple[str, ...]] = {bool: ("True", "False"), Sequence: ("a list",)}
#: Where WordPress divides a text that stands for a list.
_BETWEEN = re.compile(r"[\s,]+")


def nearest(name: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The one of `known` that `name` most likely is, mistyped; empty if it is like none."""
    import difflib  # only who mistypes needs it

    return next(iter(difflib.get_close_matches(name, known, n=1, cutoff=likeness)), "")


def is_word(value: Any, hint: Any) -> bool:
    """Whether `value` is one of the words of a `Literal`."""
    return isinstance(value, str | int | float) and value in get_args(hint)


def word(value: Any, hint: Any, where: str, others: Iterable[Any] = ()) -> Any:
    """`value` as one of the words of a `Literal`; `others` are the kinds of values that may stand there too.

    Raises ValueError for another word, TypeError for a switch where a word is due.
    """
    words = get_args(hint)
    if is_word(value, hint):
        # `False` for a declared 0 goes out as 0: as a text it would be true.
        return next(one for one in words if one == value)
    if words == (True,) and value is False:
        raise TypeError(f"{where} is False, which the store does not understand; leave it out instead")
    raise ValueError(f"{where} is {value!r}; pass {_listed(words, others)}; {_hint(value, words)}")


def check_text(text: str, hint: Any, where: str) -> None:
    """Refuse a text that stands for a list of words if one of them is none."""
    if get_origin(hint) is Literal:
        for one in filter(None, _BETWEEN.split(text)):
            word(one, hint, where)


def one_of(value: Any, options: Sequence[Any], where: str) -> Any:
    """`value` as a word of a union in which it fits nothing else. If the union has no words, or any text, it passes."""
    lists = [option for option in options if get_origin(option) is Literal]
    if not lists or str in options:
        return value
    words = tuple(one for option in lists for one in get_args(option))
    others = [get_origin(option) or option for option in options if option not in lists]
    return word(value, Literal[words], where, others)


def _listed(words: Iterable[Any], others: Iterable[Any]) -> str:
    texts = [*map(repr, words), *(text for kind in others for text in _KINDS.get(kind, ()))]
    return " or ".join([", ".join(texts[:-1]), texts[-1]] if texts[1:] else texts)


def _hint(value: Any, words: Iterable[Any]) -> str:
    """What was most likely meant, in whatever case it is written."""
    lowered = {one.lower(): one for one in words if isinstance(one, str)}
    close = nearest(str(value).lower(), lowered, _ALIKE)
    return f"did you mean {lowered[close]!r}?" if close else "if this store knows another word, pass it in extra={...}"

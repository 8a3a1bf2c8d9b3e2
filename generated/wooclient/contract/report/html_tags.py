"""HTML as nested calls. Whatever is no tag is escaped, so that no text of a store can become part of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import TypeAlias


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


#: Control characters, and those that turn the order of a text around.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

#: Elements that hold nothing and have no end.
_VOID = frozenset({"br"})

Child: TypeAlias = "str | int | float | Iterable[Child] | None"


def tag(name: str, *children: Child, **attributes: str | int | bool) -> Html:
    """One element. A trailing `_` of an attribute's name falls off, others become `-`; True gives it no value."""
    shown = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{_escaped(str(value))}"')
        for key, value in attributes.items()
        if value is not False
    )
    return Html(f"<{name}{shown}>" if name in _VOID else f"<{name}{shown}>{joined(children)}</{name}>")


def joined(child: Child) -> Html:
    """Children one after the other, those that are no HTML escaped."""
    if isinstance(child, Html):
        return child
    if child is None or isinstance(child, str | int | float):
        return Html("" if child is None else _escaped(str(child)))
    return Html("".join(joined(one) for one in child))


def _escaped(text: str) -> str:
    return escape(_STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text))

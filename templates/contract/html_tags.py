"""HTML as nested calls. Whatever is no tag is escaped, so that no text of a store can become part of a page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TypeAlias


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


Child: TypeAlias = "str | int | float | Iterable[Child] | None"


def tag(name: str, *children: Child, **attributes: str | int | bool) -> Html:
    """One element. A trailing `_` of an attribute's name falls off, others become `-`; True gives it no value."""
    shown = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escape(str(value))}"')
        for key, value in attributes.items()
        if value is not False
    )
    return Html(f"<{name}{shown}>{joined(children)}</{name}>")


def joined(child: Child) -> Html:
    """Children one after the other, those that are no HTML escaped."""
    if isinstance(child, Html):
        return child
    if child is None or isinstance(child, str | int | float):
        return Html(escape("" if child is None else str(child)))
    return Html("".join(joined(one) for one in child))

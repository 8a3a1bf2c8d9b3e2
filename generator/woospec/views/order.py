"""An order in which nothing is used before it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

Thing = TypeVar("Thing")


def needed_first(by_name: Mapping[str, Thing], needs: Callable[[Thing], Iterable[str]]) -> list[Thing]:
    """Put what each thing needs, by name, above it, as far as there is no circle; else keep the order."""
    ordered: dict[str, Thing] = {}

    def visit(name: str, path: tuple[str, ...]) -> None:
        for other in needs(by_name[name]):
            if other in by_name and other not in ordered and other not in path:
                visit(other, (*path, name))
        ordered.setdefault(name, by_name[name])

    for name in by_name:
        visit(name, ())
    return list(ordered.values())

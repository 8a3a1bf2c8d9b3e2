"""Type tests that type checkers follow: a map in a spec has texts as keys, and anything as values. And near words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeGuard

#: What YAML and JSON hold. On values declared so, a plain `isinstance` says as much as the guards, without a call.
Value = dict[str, Any] | list[Any] | str | int | float | bool | None


def is_map(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a value is a map."""
    return isinstance(value, dict)


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Whether a value is a list."""
    return isinstance(value, list)


def is_tuple(value: Any) -> TypeGuard[tuple[Any, ...]]:
    """Whether a value is a tuple."""
    return isinstance(value, tuple)


def members(value: Any) -> dict[str, Any]:
    """A map, or an empty one for anything else."""
    return value if is_map(value) else {}


def elements(value: Any) -> list[Any]:
    """A list, or an empty one for anything else."""
    return value if is_list(value) else []


def nearest(word: str, words: Iterable[str]) -> str:
    """Return the most similar of some words, or an empty text."""
    import difflib  # only a faulty spec needs it

    close = difflib.get_close_matches(word, list(words), n=1)
    return close[0] if close else ""

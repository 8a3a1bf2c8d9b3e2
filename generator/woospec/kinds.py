"""Type tests that type checkers follow: a map in a spec has texts as keys, and anything as values. And near words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeGuard

#: What YAML and JSON hold. On values declared so, a plain `isinstance` says as much as the guards, without a call.
Value = dict[str, Any] | list[Any] | str | int | float | bool | None
#: Those that hold others.
NESTED: tuple[type[Any], ...] = (dict, list)


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


#: Whether a value is of a type of JSON.
_TYPE_TESTS: dict[str, Callable[[Any], bool]] = {
    "string": lambda v: isinstance(v, str),
    "integer": lambda v: (isinstance(v, int) and not isinstance(v, bool)) or (isinstance(v, float) and v.is_integer()),
    "number": lambda v: isinstance(v, int | float) and not isinstance(v, bool),
    "boolean": lambda v: isinstance(v, bool),
    "array": is_list,
    "object": is_map,
    "null": lambda v: v is None,
}


def is_type(value: Any, kinds: Iterable[str]) -> bool:
    """Whether a JSON value has one of some JSON types; no types, or unknown ones, allow all."""
    tests = [_TYPE_TESTS[k] for k in kinds if k in _TYPE_TESTS]
    return not tests or any(test(value) for test in tests)


def nearest(word: str, words: Iterable[str]) -> str:
    """Return the most similar of some words, or an empty text."""
    import difflib  # only a faulty spec needs it

    close = difflib.get_close_matches(word, list(words), n=1)
    return close[0] if close else ""


def meant(word: str, words: Iterable[str], otherwise: str) -> str:
    """Return a hint that asks whether the most similar of some words was meant, or another hint if none is."""
    close = nearest(word, words)
    return f"did you mean {close}?" if close else otherwise

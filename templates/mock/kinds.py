"""Type tests that type checkers follow: JSON objects have texts as names, and anything as values."""

from __future__ import annotations

from typing import Any, TypeGuard


def is_map(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a value is a JSON object."""
    return isinstance(value, dict)


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Whether a value is a JSON array."""
    return isinstance(value, list)


def members(value: Any) -> dict[str, Any]:
    """An object, or an empty one for anything else."""
    return value if is_map(value) else {}


def elements(value: Any) -> list[Any]:
    """A list, or an empty one for anything else."""
    return value if is_list(value) else []
